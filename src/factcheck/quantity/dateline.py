"""The day a dispatch says of itself: 中新网2020年10月17日电."""

from __future__ import annotations

from datetime import date
from itertools import islice

from factcheck.quantity.model import Kind
from factcheck.quantity.scan import scan
from factcheck.text.pattern import pattern

_DISPATCHED = pattern(r"(?:专?电|讯|消息|\s|$)")
_DISPATCH = pattern(r"[日号月年0-9一二三四五六七八九十](?=(?:电|讯|消息))")
_LONGEST_DATE = 24  # characters
_TRIES = 50  # words before 电 and its like that are no date (5号电池); more of them are no dispatch


def find_dateline(folded: str) -> date | None:
    """The day of the first dateline of a folded text; ``None`` where it has none, or does not tell the year."""
    for dispatch in islice(_DISPATCH.finditer(folded), _TRIES):
        start = max(0, dispatch.end() - _LONGEST_DATE)
        stretch = folded[start : dispatch.end()]
        for quantity in scan(stretch, stretch, None):
            if quantity.kind is Kind.DATE and start + quantity.end == dispatch.end():
                return quantity.high if isinstance(quantity.high, date) else None
    return None


def is_dispatch(folded: str, end: int) -> bool:
    """Whether a date that ends there is when a dispatch was sent (1月28日电, 周刊1月28日), not when something was."""
    return _DISPATCHED.match(folded, end) is not None
