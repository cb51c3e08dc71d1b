"""Ordinary numbers that state no quantity: addresses, codes, clock times, scores, list numbering."""

from __future__ import annotations

import re
from functools import cache

from factcheck.quantity.lexicon import rows

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[!-~]+")
_CODE = re.compile(r"[A-Za-z0-9_.\-/:@#&=%?+]*[A-Za-z0-9_]")
_CLOCK = re.compile(r"([01]?\d|2[0-4]) ?:[0-5]\d(?::[0-5]\d)?(?!\d)(?: ?(?:-|—{1,2}|~|至|到) ?(?:[01]?\d|2[0-4]):[0-5]\d)?")
_PHONE = re.compile(
    r"(?:\+?86[- ]?)?(?:0\d{2,3}[- ]\d{7,8}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|[48]00[- ]\d{3,4}[- ]\d{3,4}|9[56]\d{3}|\d+(?:-\d+){2,})(?![\d.])"
)
_VERSION = re.compile(r"\d+(?:\.\d+){2,}")
_SCORE = re.compile(r"\d{1,3}(?:\.\d+)? ?[:比] ?\d{1,3}(?:\.\d+)?(?![\d:])|\d{1,2}-\d{1,2}(?![\d\-.%万亿个人元年月日岁天米])(?= ?(?:战胜|击败|胜|负|平|落败|大胜|逆转|力克|不敌|取胜|领先|落后|轻取|险胜|告负))")
_RATIO_WORDS = ("比例", "比率", "之比", "配比", "比值", "别比", "生比", "杠杆率", "汇率", "兑换", "按照", "浓度", "比为", "比是")
_HAN_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-4]|[零一二两三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四]?) ?[点时](?!间|代|速|候|期|刻表|尚|空|评|赞|击|燃|亮|名)"
    r"(?: ?(?:整|半|许|[0-5]?\d ?分|[一二三]刻|[一二三四五]?十?[一二三四五六七八九]?十? ?分(?!之))(?: ?(?:\d{1,2}|[一二三四五]?十[一二三四五六七八九]?) ?秒)?)?"
)
_DAYTIME = re.compile(r"(?:上午|下午|中午|晚上|凌晨|早上|早晨|清晨|傍晚|今晚|昨晚|当晚|明晚|夜里|午后|[日号天晚早午夜])$")
_NUMBERING = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:、|\. ?(?!\d)|\)(?!万|亿))")


@cache
def _words() -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    """Words that make a number a name: those before it, their last characters, and those behind it."""
    before = tuple(word for word, place in rows("serials.tsv") if place == "before")
    return before, frozenset(word[-1] for word in before), tuple(w for w, place in rows("serials.tsv") if place == "after")


def address(text: str, start: int) -> int | None:
    """Where the web address that begins at ``start`` ends."""
    found = _ADDRESS.match(text, start)
    return found.end() if found else None


def code(text: str, start: int) -> int:
    """Where the run of letters and digits at ``start`` ends."""
    found = _CODE.match(text, start)
    return found.end() if found else start + 1


def labelled(text: str, start: int) -> bool:
    """Whether a label such as 电话 or No. stands before ``start``."""
    words, ends, _ = _words()
    at = start - 1 if start and text[start - 1] in ": " else start
    return at > 0 and text[at - 1] in ends and text.endswith(words, 0, at)


def named(text: str, end: int) -> bool:
    """Whether the number that ends at ``end`` is part of a name: 312国道, 10号线, 90后."""
    return text.startswith(_words()[2], end)


def phone(text: str, start: int) -> int | None:
    """Where the telephone number at ``start`` ends."""
    found = _PHONE.match(text, start)
    return found.end() if found else None


def version(text: str, start: int) -> int | None:
    """Where a version such as 3.11.2 ends."""
    found = _VERSION.match(text, start)
    return found.end() if found else None


def clock(text: str, start: int) -> int | None:
    """Where the clock time 08:30 ends."""
    found = _CLOCK.match(text, start)
    return found.end() if found else None


def han_clock(text: str, start: int) -> int | None:
    """Where the clock time 8时30分, 下午三点半 ends."""
    found = _HAN_CLOCK.match(text, start)
    return found.end() if found else None


def daytime(text: str, start: int) -> bool:
    """Whether a word for a part of the day stands before ``start``."""
    return _DAYTIME.search(text[max(0, start - 3) : start]) is not None


def score(text: str, start: int) -> int | None:
    """Where the score 3:1 ends."""
    found = _SCORE.match(text, start)
    return found.end() if found else None


def is_ratio(text: str, start: int) -> bool:
    """Whether the words before ``start`` announce a ratio."""
    return any(word in text[max(0, start - 8) : start] for word in _RATIO_WORDS)


def numbering(text: str, start: int) -> int | None:
    """Where the list number at the start of a line or sentence ends: ``1.``, ``一、``, ``(2)``."""
    at = start - 1 if start and text[start - 1] == "(" else start
    if at and text[at - 1] not in "\n\r。;:!? ":
        return None
    found = _NUMBERING.match(text, start)
    if found is None or (found[0].endswith(")") and at == start):
        return None
    return found.end()
