"""Years and days of other calendars: 公元前221年, 民国26年, 光绪三十三年, 农历八月十五.

An era's year is read as the year of the common calendar that it mostly covers. What the common calendar
cannot say exactly is stepped over, not guessed: years before Christ, and months and days of the moon.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity import dates, han
from factcheck.quantity.dates import Span
from factcheck.quantity.lexicon import rows
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    import re

_HAN = "〇零一二三四五六七八九十廿百千"
_COUNT = rf"(?:\d{{1,4}}|[{_HAN}]{{1,8}})"
_BEFORE_CHRIST = pattern(
    rf"{_COUNT} ?(?:余|多)?(?:年(?!代)(?:[底末初春夏秋冬])?|世纪(?: ?(?:\d0|[{_HAN}]十) ?年代)?[初末]?)?"
)
_BC = ("公元前", "纪元前", "西元前")
_BC_AGAIN = pattern(r"[-—~至到(,、]前$")
_YEAR_AGAIN = pattern(r"\d{2,4}(?: ?年|(?=\)|[-—~]{1,2}前\d))")  # (前259—前210)
_AD = ("公元", "纪元", "西元")
_AD_YEARS = pattern(rf"({_COUNT}) ?年(?!代)(?:{dates.TO}(?:公元)?({_COUNT}) ?年(?!代))?")
_IN_YEAR = pattern(r"(\d{3}) ?年(?=[,。;、!?)]|$)")
_ERA_YEAR = pattern(rf"(\d{{1,2}}|[{_HAN}]{{1,4}}) ?年(?![级代])")
_DAY = rf"(?:初?(?:\d{{1,2}}(?!\d)|[{_HAN}]{{1,3}})(?:[日号]|(?![个岁人天年万亿元倍%多余])))"
_LUNAR = pattern(rf"(?:{_COUNT} ?年(?!代))?(?:的? ?闰?(?:[{_HAN}]{{1,3}}|\d{{1,2}}) ?月(?:{_DAY})?)?")
_LUNAR_NAMES = ("农历", "阴历", "旧历", "夏历", "闰")
_LUNAR_DAYS = ("正月", "腊月", "冬月", "大年", "正月初", "腊月初", "冬月初", "大年初")
_LUNAR_DAY = pattern(_DAY)


class _Era(NamedTuple):
    before: int
    lunar: bool


@cache
def _eras() -> dict[str, _Era]:
    return {name: _Era(int(before), calendar == "lunar") for name, before, calendar in rows("eras.tsv")}


@cache
def _last_characters() -> frozenset[str]:
    """What stands before a number that another calendar counts."""
    words = (*_BC, *_AD, *_LUNAR_NAMES, *_LUNAR_DAYS, *_eras())
    return frozenset(word[-1] for word in words) | {"年", "在", "于"}


def read(text: str, start: int) -> tuple[int, Span | None] | None:
    """The date of another calendar whose number begins at ``start``: where it begins, and its days.

    Without days, where the words end that the common calendar cannot say; ``None`` when there is no such date.
    """
    if not start or text[start - 1] not in _last_characters():
        return None
    if text.endswith(_BC, 0, start):
        return _skip(_BEFORE_CHRIST.match(text, start), start)
    if text[start - 1] == "前" and _BC_AGAIN.search(text, max(0, start - 2), start):
        return _skip(_YEAR_AGAIN.match(text, start), start)
    if text.endswith(_LUNAR_NAMES, 0, start):
        return _skip(_LUNAR.match(text, start), start)
    if text.endswith(_LUNAR_DAYS, 0, start):
        return _skip(_LUNAR_DAY.match(text, start), start)
    if text.endswith("元年", 0, start):
        return _skip(_LUNAR.match(text, start), start)
    if text.endswith(_AD, 0, start):
        span = _common(text, start)
    elif text[start - 2 : start] in _eras():
        span = _of_era(text, start, _eras()[text[start - 2 : start]])
    else:
        found = _IN_YEAR.match(text, start) if text[start - 1] in "在于" else None
        return (start, _whole(found.end(), int(found[1]))) if found is not None else None
    return (start - 2, span) if span is not None else None


def _skip(found: re.Match[str] | None, start: int) -> tuple[int, None] | None:
    return (found.end(), None) if found is not None and found.end() > start else None


def _whole(end: int, low: int, high: int | None = None) -> Span:
    return Span(end, low, (1, 1), (12, None), high or low)


def _common(text: str, start: int) -> Span | None:
    """公元163年, 公元220年至280年; a single year of four digits is read as any other."""
    found = _AD_YEARS.match(text, start)
    low = _number(found[1]) if found is not None else None
    if found is None or not low or (low >= 1000 and not found[2]):
        return None
    high = _number(found[2]) if found[2] else low
    return _whole(found.end(), low, high) if high and low <= high < 10000 else None


def _of_era(text: str, start: int, era: _Era) -> Span | None:
    """民国26年7月7日, 光绪三十三年: of a lunar era only the year can be said."""
    found = _ERA_YEAR.match(text, start)
    count = _number(found[1]) if found is not None else None
    if found is None or not count or count > 70:
        return None
    year, end = era.before + count, found.end()
    if era.lunar:
        within = _LUNAR.match(text, end)
        return _whole(within.end() if within is not None else end, year)
    inner = dates.read_span(text, end) if end < len(text) else None
    if inner is not None and inner.year is None:
        return Span(inner.end, year, inner.first, inner.last, year)
    return _whole(end, year)


def _number(written: str) -> int | None:
    """The value of a number in either script."""
    if written[0] <= "9":
        return int(written)
    parsed = han.parse(written)
    return int(parsed.low) if parsed is not None and parsed.low == parsed.high else None
