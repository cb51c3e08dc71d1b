"""Dates and periods: what calendar days the words name, as inclusive bounds.

Full and partial dates (2020年6月22日, 2020-06-22, 二〇二〇年, 2018年底, 三季度, 1—8月, 6月1日至5日), open ends
(截至X, X起, X以来, X以前), named periods (“十四五”) and words that need a reference date (去年同期, 上月).
A year that is left out is taken from the nearest date before it in the text, else from the reference date
(the year that brings the day nearest to it); when neither is known the date has month and day but no bounds.
Notation as in GB/T 15835 and GB/T 7408.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_HAN_DIGIT = "〇零一二三四五六七八九"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九〇零])"
_YEAR = rf"((?:[12]\d{{3}}|[一二][{_HAN_DIGIT}]{{3}})(?= ?年)|(?:\d\d|[{_HAN_DIGIT}]{{2}})(?= ?年 ?(?:{_NUMBER} ?月|年?[底初末]|[上下]半年|[一二三四1-4]季度|春节)))"
_AFTER_YEAR = r" ?年(?!级|轻|龄|产|代|均|多|来|余|夜)度?"
_PART = (
    r"(上半年|下半年|前半年|后半年|前?第?[一二三四1-4]季度|前[二两三23]个?季度|首季|Q[1-4]|年底|年末|年初|年中|底|末|初|"
    r"全年|[早初盛暮仲]?[春夏秋冬](?:季|天)?(?!节|运|分|至|游|晚)|夏季)"
)
_WITHIN_MONTH = r"(上旬|中旬|下旬|上半月|下半月|底|末|初|中(?=[,。;、 旬]|$))"
_FULL = re.compile(
    rf"{_YEAR}{_AFTER_YEAR}(?: ?的? ?(?:{_PART}|({_NUMBER}) ?月份?(?![饼亮球])(?: ?({_NUMBER}) ?[日号](?!线|楼|院|店|机|台|令|文)| ?{_WITHIN_MONTH})?))?"
)
_MONTH = re.compile(
    rf"({_NUMBER}) ?月份?(?![饼亮球季])(?: ?({_NUMBER}) ?[日号](?!线|楼|院|店|机|台|令|文)| ?{_WITHIN_MONTH})?"
)
_DAY = re.compile(
    rf"({_NUMBER}) ?[日号](?!线|楼|院|店|机|台|令|文|码|召|元|均|产|本|报|常|夜|益|志|程|照|子|内|游|后|以)"
)
_ISO = re.compile(r"([12]\d{3})([-/.])(0?[1-9]|1[0-2])\2(3[01]|[12]\d|0?[1-9])(?![\d.])")
_QUARTER = re.compile(r"(?:第?[一二三四1-4]季度|前[二两三23]个?季度|Q[1-4])")
_TO = r" ?(?:-|—{1,2}|~|至|到) ?"
_CONNECT = re.compile(_TO)
_YEARS = re.compile(
    rf"([12]\d{{3}}|[一二][{_HAN_DIGIT}]{{3}})(?:{_TO}|/)([12]\d{{3}}|[一二][{_HAN_DIGIT}]{{3}}|\d\d) ?(?:年(?!级|代)度?|财年)"
)
_MONTHS = re.compile(rf"({_NUMBER}){_TO}({_NUMBER}) ?月份?(?![饼亮球])")
_DAYS = re.compile(rf"({_NUMBER}){_TO}({_NUMBER}) ?[日号]")
_SINCE = re.compile(r" ?(?:(?:开始)?以来|开始|起(?!义|诉|草|来|码|飞|步)|至今|到现在|迄今)")
_BEFORE = re.compile(r" ?(?:以前|之前|前(?!夕|后|期|景|往|列|茅|身|任|半|三|两|行|进|沿|线|途|台|来|者|一))")
_AFTER = re.compile(r" ?(?:以后|之后)")

_SEASON = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 12)}
_COUNT = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Span(NamedTuple):
    """Days within one year, or from one year's to another's; a year not written is ``None``."""

    end: int
    year: int | None
    first: tuple[int | None, int | None]
    last: tuple[int | None, int | None]
    last_year: int | None


class Dated(NamedTuple):
    """A date as read: where it stands and its bounds, both ``None`` when the year is unknown."""

    start: int
    end: int
    low: date | None
    high: date | None
    month: int | None = None
    day: int | None = None


def number(written: str) -> int:
    """The value of a one or two digit number in either script."""
    if written.isdecimal() and written.isascii():
        return int(written)
    if "十" in written:
        tens, _, ones = written.partition("十")
        return (_HAN_VALUE[tens] if tens else 1) * 10 + (_HAN_VALUE[ones] if ones else 0)
    return int("".join(str(_HAN_VALUE[char]) for char in written))


_HAN_VALUE = {char: max(0, index - 1) for index, char in enumerate(_HAN_DIGIT)}


def full_year(written: str) -> int:
    """A year as a number; two digits mean the century that puts it between 1950 and 2049."""
    value = number(written)
    return value if len(written) == 4 else value + (1900 if value >= 50 else 2000)


def within_year(part: str) -> tuple[tuple[int, int | None], tuple[int, int | None]]:
    """The months (and days) a word such as 上半年, 三季度 or 年底 names."""
    if "季度" in part or part[0] == "Q":
        count = next(_COUNT[char] for char in part if char in _COUNT)
        return ((1 if part[0] == "前" else 3 * count - 2, 1), (3 * count, None))
    if part == "首季":
        return ((1, 1), (3, None))
    if part in ("上半年", "前半年"):
        return ((1, 1), (6, None))
    if part in ("下半年", "后半年"):
        return ((7, 1), (12, None))
    if part.endswith(("底", "末")):
        return ((12, 1), (12, None))
    if part.endswith("初"):
        return ((1, 1), (2, None))
    if part == "年中":
        return ((6, 1), (7, None))
    for season, (first, last) in _SEASON.items():
        if season in part:
            return ((first, 1), (last, None))
    return ((1, 1), (12, None))


def _within_month(word: str) -> tuple[int, int | None]:
    if word in ("上旬", "初"):
        return (1, 10)
    if word in ("中旬", "中"):
        return (11, 20)
    if word in ("下旬", "底", "末"):
        return (21, None)
    return (1, 15) if word == "上半月" else (16, None)


def _valid(month: int, day: int | None = None) -> bool:
    return 1 <= month <= 12 and (
        day is None or 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)
    )


def read_span(text: str, start: int) -> Span | None:
    """The date or partial date that begins at ``start``, without what stands around it."""
    found = _FULL.match(text, start)
    if found is not None:
        year_, part, month, day, within = found.groups()
        year = full_year(year_)
        if part:
            first, last = within_year(part)
            return Span(found.end(), year, first, last, year)
        return _month_span(found.end(), year, month, day, within, whole_year=True)
    found = _ISO.match(text, start)
    if found is not None and text[start - 1 : start] not in _JOINED:
        month_, day_ = int(found[3]), int(found[4])
        if _valid(month_, day_):
            return Span(found.end(), int(found[1]), (month_, day_), (month_, day_), int(found[1]))
        return None
    found = _MONTH.match(text, start)
    if found is not None:
        month, day, within = found.groups()
        return _month_span(found.end(), None, month, day, within)
    return None


_JOINED = frozenset("0123456789-/.")


def _month_span(
    end: int,
    year: int | None,
    month: str | None,
    day: str | None,
    within: str | None,
    *,
    whole_year: bool = False,
) -> Span | None:
    if month is None:
        return Span(end, year, (1, 1), (12, None), year) if whole_year else None
    number_ = number(month)
    if not _valid(number_, number(day) if day else None):
        return None
    if day:
        return Span(end, year, (number_, number(day)), (number_, number(day)), year)
    if within:
        low, high = _within_month(within)
        return Span(end, year, (number_, low), (number_, high), year)
    return Span(end, year, (number_, 1), (number_, None), year)


def read_range(text: str, start: int) -> Span | None:
    """The date or range of dates that begins at ``start``: 2020—2022年, 1—8月, 6月1日至5日, X至Y."""
    found = _YEARS.match(text, start)
    if found is not None:
        low = full_year(found[1])
        high = full_year(found[2]) if len(found[2]) == 4 else low - low % 100 + int(found[2])
        if low < high:
            return Span(found.end(), low, (1, 1), (12, None), high)
        return None
    found = _MONTHS.match(text, start)
    if found is not None:
        low, high = number(found[1]), number(found[2])
        tail = _MONTH.match(text, found.start(2))
        if 1 <= low < high <= 12 and tail is not None and not tail[2]:
            return Span(found.end(), None, (low, 1), (high, None), None)
        return None
    span = read_span(text, start)
    if span is None:
        return None
    joint = _CONNECT.match(text, span.end)
    if joint is None:
        return span
    return _extend(text, span, joint.end()) or span


def _extend(text: str, left: Span, start: int) -> Span | None:
    """The range from ``left`` to what stands at ``start``, which may leave out the year and the month."""
    right = read_span(text, start)
    if right is not None:
        year = right.year if right.year is not None else left.year
        if right.year is None and left.year is not None and _key(right.last) < _key(left.first):
            year = left.year + 1
        if (
            year is not None
            and left.year is not None
            and (year, *_key(right.last)) < (left.year, *_key(left.first))
        ):
            return None
        return Span(
            right.end, left.year if left.year is not None else right.year, left.first, right.last, year
        )
    day = _DAY.match(text, start)
    if day is not None and left.first[1] is not None and left.first == left.last:
        last = number(day[1])
        if left.first[1] < last <= 31:
            return Span(day.end(), left.year, left.first, (left.first[0], last), left.last_year)
    return None


def _key(point: tuple[int | None, int | None]) -> tuple[int, int]:
    return (point[0] or 0, point[1] or 99)


def quarter(text: str, start: int) -> Span | None:
    """一季度, 前三季度, Q3: a quarter of a year not written."""
    found = _QUARTER.match(text, start)
    if found is None:
        return None
    first, last = within_year(found[0])
    return Span(found.end(), None, first, last, None)


def day_only(text: str, start: int) -> tuple[int, int] | None:
    """17日: where it ends and its day of the month."""
    found = _DAY.match(text, start)
    if found is None or not 1 <= number(found[1]) <= 31:
        return None
    return found.end(), number(found[1])


def bounds(span: Span, year: int) -> tuple[date, date] | None:
    """The first and the last day of ``span`` when it begins in ``year``; ``None`` for a day that does not exist."""
    last_year = year if span.last_year is None or span.year is None else span.last_year
    first_month, first_day = span.first
    last_month, last_day = span.last
    if first_month is None or last_month is None:
        return None
    if span.year is None and (last_month, last_day or 31) < (first_month, first_day or 1):
        last_year += 1
    try:
        low = date(year, first_month, first_day or 1)
        high = date(last_year, last_month, last_day or monthrange(last_year, last_month)[1])
    except ValueError:
        return None
    return (low, high) if low <= high else None


def nearest_year(span: Span, reference: date) -> int:
    """The year that brings a date without one nearest to ``reference``."""
    month, day = span.first[0] or 1, span.first[1] or 1
    day = min(day, 28)
    return min(
        (reference.year, reference.year - 1, reference.year + 1),
        key=lambda year: abs((date(year, month, day) - reference).days),
    )


def relative(rule: str, reference: date) -> tuple[date, date]:
    """The days that a rule of ``periods.tsv`` names, counted from ``reference``."""
    unit, *numbers = rule.split(" ")
    step = int(numbers[0])
    if unit == "days":
        return reference + timedelta(days=step), reference + timedelta(days=int(numbers[1]))
    if unit == "day":
        return reference + timedelta(days=step), reference + timedelta(days=step)
    if unit == "week":
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if unit == "year":
        return date(reference.year + step, 1, 1), date(reference.year + step, 12, 31)
    length = 3 if unit == "quarter" else 1
    index = (reference.year * 12 + reference.month - 1) // length + step
    first = index * length
    last = first + length - 1
    return (
        date(first // 12, first % 12 + 1, 1),
        date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1]),
    )


def since(text: str, end: int) -> int | None:
    """Where 起, 以来, 至今 behind a date end."""
    found = _SINCE.match(text, end)
    return found.end() if found else None


def before(text: str, end: int) -> int | None:
    """Where 以前, 之前, 前 behind a date end."""
    found = _BEFORE.match(text, end)
    return found.end() if found else None


def after(text: str, end: int) -> int | None:
    """Where 以后, 之后 behind a date end."""
    found = _AFTER.match(text, end)
    return found.end() if found else None
