"""Time windows: reading them from dates and from claims, and telling one from another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity import extract_quantities
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.quantity.model import Quantity

_SLACK = timedelta(days=3)  # two writers' windows may differ by the day they count first or last
_REPORTED_WITHIN = timedelta(days=400)  # a figure is still news so long after its window
_ISO = pattern(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_YEAR = pattern(
    r"\d{4}|\d{2}年|[〇零一二三四五六七八九]{2,4}年|今年$|去年|前年|上年|本年$|明年|后年|当年$|次年|翌年|世纪|年代"
)
_THIS_YEAR = pattern(r"^(?:今年|本年|当年)(?=.)")
_ANY_YEAR = 2000  # a leap year, for a day whose year is not known
_SAME_WINDOW = frozenset({"同期", "全年", "当年", "年内", "当月", "当日", "当天", "当季"})
_DAY = pattern(r"日|-\d\d-")
_BASELINE = pattern(r"(?:[比较同与从由自]|[高低多少大小]于|超过?)$")


class Relation(Enum):
    """How a draft's time stands to a claim's."""

    SAME = "same"
    COMPATIBLE = "compatible"
    LOOSE = "loose"  # one window holds the other: the same figure may be meant, another one may be right too
    UNKNOWN = "unknown"
    OTHER = "other"


class Period(NamedTuple):
    """A time window, both ends inclusive; ``None`` is open. ``as_of``: the state at ``high`` (截至)."""

    low: date | None
    high: date | None
    as_of: bool = False
    text: str = ""
    yearless: bool = False  # the words give no year: 一季度, 年末, 10月16日

    @property
    def days(self) -> int | None:
        """Length in days, or ``None`` when an end is open."""
        if self.low is None or self.high is None:
            return None
        return (self.high - self.low).days + 1

    @property
    def name(self) -> str:
        """The window in words: as written, or a claim's ISO period made readable."""
        iso = re.fullmatch(r"[\d./-]+", self.text)
        if not iso:
            return self.text
        left, slash, right = self.text.partition("/")
        if not slash:
            return f"{left}年" if len(left) == len("2020") else left
        return f"截至{right}" if left == ".." else f"{left}以来" if right == ".." else f"{left}至{right}"


def parse_iso(text: str) -> Period:
    """Read a claim's period: ``2020``, ``2020-08``, ``2019-06-22/2020-06-22``, ``../2020-08``, ``2018/..``.

    Raises:
        ValueError: if ``text`` is none of these or not a real date.
    """
    left, slash, right = text.strip().partition("/")
    if not slash:
        return Period(*_iso_day(left), text=text)
    low = None if left in {"", ".."} else _iso_day(left)[0]
    high = None if right in {"", ".."} else _iso_day(right)[1]
    if low is None and high is None:
        raise ValueError(f"no date in {text!r}")
    if low and high and low > high:
        raise ValueError(f"{text!r} ends before it begins")
    return Period(low, high, as_of=low is None, text=text)


def _iso_day(text: str) -> tuple[date, date]:
    match = _ISO.match(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not an ISO date")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def from_quantity(quantity: Quantity) -> Period | None:
    """The window a date names; without a year of its own it is marked so, ``None`` where it has no bounds at all."""
    low, high = quantity.low, quantity.high
    yearless = not _YEAR.search(quantity.text)
    if not isinstance(low, date) and not isinstance(high, date):
        return _in_any_year(quantity.text) or _day_in_any_year(quantity)
    window_low = low if isinstance(low, date) else None
    window_high = high if isinstance(high, date) else None
    return Period(window_low, window_high, window_low is None, quantity.text, yearless)


def _day_in_any_year(quantity: Quantity) -> Period | None:
    """A day whose month was named before (10月17日电…16日发布), put into some year."""
    if not quantity.month or not quantity.day or quantity.day > monthrange(_ANY_YEAR, quantity.month)[1]:
        return None
    day = date(_ANY_YEAR, quantity.month, quantity.day)
    return Period(day, day, text=quantity.text, yearless=True)


@lru_cache(maxsize=4096)
def _in_any_year(text: str) -> Period | None:
    """The window of words without a year (前三季度, 11月1日至11日), put into some year."""
    for quantity in extract_quantities(f"{_ANY_YEAR}年{_THIS_YEAR.sub('', text)}", folded=True):
        low, high = quantity.low, quantity.high
        if (
            isinstance(low, date)
            and isinstance(high, date)
            and quantity.end >= 5 + len(_THIS_YEAR.sub("", text))
        ):
            return Period(low, high, text=text, yearless=True)
    return None


def read_period(text: str, dates: Sequence[Quantity], before: int | None = None) -> Period | None:
    """The window that a clause states: the last date before the figure, not one it compares with (比2019年).

    同期 means the window just spoken of, and a whole 全年 without its year says none.
    """
    found: Period | None = None
    for quantity in dates:
        if before is not None and 0 <= before - quantity.end <= 1 and quantity.high:  # 2012年的11.73万亿元
            return from_quantity(quantity)
    for quantity in dates:
        if (
            _BASELINE.search(text[max(0, quantity.start - 2) : quantity.start])
            or quantity.text in _SAME_WINDOW
        ):
            continue
        period = from_quantity(quantity)
        if period is not None and (found is None or before is None or quantity.start < before):
            found = period
    return found


def in_year_of(period: Period, claim: Period) -> Period:
    """A window without a year, put into the claim's."""
    anchor = claim.high or claim.low
    mine = period.high or period.low
    if not period.yearless or anchor is None or mine is None:
        return period
    shift = anchor.year - mine.year
    low, high = (end and _move(end, shift) for end in (period.low, period.high))
    return period._replace(low=low, high=high)


def _move(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def years_on(period: Period, years: int) -> Period:
    """The same window so many years later."""
    low, high = (end and _move(end, years) for end in (period.low, period.high))
    return period._replace(low=low, high=high)


def is_untold_year(text: str, day: Quantity) -> bool:
    """Whether a date puts its clause into a year that cannot be told (今年 in an undated draft)."""
    if day.low is not None or day.high is not None or not day.relative or day.text.endswith("同期"):
        return False
    return bool(_YEAR.match(day.text)) and not _BASELINE.search(text[max(0, day.start - 2) : day.start])


def relate(draft: Period | None, claim: Period | None, published: date | None) -> Relation:
    """How the draft's window stands to the claim's; a claim without one speaks of when it was published."""
    if draft is None:
        return Relation.UNKNOWN
    if claim is None:
        return Relation.UNKNOWN if draft.yearless else _relate_to_publication(draft, published)
    draft = in_year_of(draft, claim)
    if claim.as_of or draft.as_of:
        return _relate_as_of(draft, claim)
    if claim.low is None or claim.high is None or draft.low is None or draft.high is None:
        return _relate_open(draft, claim)
    if draft.days == claim.days == 1:
        return Relation.SAME if draft.low == claim.low else Relation.OTHER
    if abs(draft.low - claim.low) <= _SLACK and abs(draft.high - claim.high) <= _SLACK:
        return Relation.SAME
    length, claimed = (draft.high - draft.low).days + 1, (claim.high - claim.low).days + 1
    overlap = (min(draft.high, claim.high) - max(draft.low, claim.low)).days + 1
    if length == 1 and claimed > 1:  # a day in a report is when it was said, not what it covers
        after = draft.low - claim.high
        return Relation.COMPATIBLE if -timedelta(claimed) < after <= _REPORTED_WITHIN else Relation.OTHER
    if claimed == 1 and length > 1:
        return Relation.COMPATIBLE if overlap > 0 else Relation.OTHER
    if overlap <= 0:
        return Relation.OTHER
    inside = overlap in {length, claimed}
    return Relation.LOOSE if inside or overlap * 2 >= min(length, claimed) - 1 else Relation.OTHER


def _relate_as_of(draft: Period, claim: Period) -> Relation:
    """截至X states a day; a draft that names a window ending then, or the month or year of it, agrees."""
    if draft.high is None or claim.high is None:
        return Relation.UNKNOWN
    days = all(p.as_of or p.days == 1 for p in (draft, claim))
    if days and _DAY.search(draft.text) and _DAY.search(claim.text):
        return Relation.SAME if draft.high == claim.high else Relation.OTHER
    if abs(draft.high - claim.high) <= _SLACK:
        return Relation.SAME
    if not draft.as_of and draft.low is not None and draft.low <= claim.high <= draft.high:
        return Relation.COMPATIBLE
    if draft.as_of and claim.low is not None and not claim.as_of and claim.low <= draft.high <= claim.high:
        return Relation.COMPATIBLE
    same_month = (draft.high.year, draft.high.month) == (claim.high.year, claim.high.month)
    return Relation.COMPATIBLE if same_month else Relation.OTHER


def _relate_open(draft: Period, claim: Period) -> Relation:
    if draft.low is not None and claim.low is not None and draft.high is None and claim.high is None:
        return Relation.SAME if abs(draft.low - claim.low) <= _SLACK else Relation.OTHER
    low = max(filter(None, (draft.low, claim.low)), default=None)
    high = min(filter(None, (draft.high, claim.high)), default=None)
    return Relation.OTHER if low and high and low > high else Relation.COMPATIBLE


def _relate_to_publication(draft: Period, published: date | None) -> Relation:
    if published is None:
        return Relation.UNKNOWN
    if draft.low is not None and draft.low > published:
        return Relation.OTHER
    if draft.high is not None and draft.high < published - _REPORTED_WITHIN:
        return Relation.OTHER
    return Relation.COMPATIBLE
