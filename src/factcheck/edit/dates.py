"""Write a date the way another one was written: 十月十八日 → 十月十六日, 2019年10月 → 2020年10月."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.edit.notation import notation_of, write
from factcheck.text.fold import fold

if TYPE_CHECKING:
    from datetime import date

_HAN = "〇零一二三四五六七八九"
_NUMBER = rf"\d+|[{_HAN}十]+"
_WORDED = re.compile(
    rf"(?:(?P<year>\d{{4}}|[{_HAN}]{{4}}) ?年)?(?: ?(?P<month>{_NUMBER}) ?月)?(?: ?(?P<day>{_NUMBER}) ?[日号])?"
)
_SIGNED = re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2}))?")
_PARTS = ("year", "month", "day")


def rewrite_date(low: date, high: date, written: str) -> str | None:
    """The date from ``low`` to ``high`` (inclusive; one day, month or year) with the parts ``written`` shows.

    ``None`` where it is not written in parts, or shows more than the date tells.
    """
    plain = fold(written)
    found = _WORDED.fullmatch(plain) or _SIGNED.fullmatch(plain)
    if found is None or not any(found[part] for part in _PARTS):
        return None
    text = written
    for part in reversed(_PARTS):
        if found[part] is None:
            continue
        if any(getattr(low, name) != getattr(high, name) for name in _PARTS[: _PARTS.index(part) + 1]):
            return None
        start, end = found.span(part)
        new = _number(getattr(low, part), written[start:end], year=part == "year")
        if new is None:
            return None
        text = text[:start] + new + text[end:]
    return text


def _number(value: int, written: str, *, year: bool) -> str | None:
    plain = fold(written)
    if plain.isdigit():
        digits = f"{value:0{len(plain)}d}" if plain.startswith("0") or year else str(value)
        return digits if plain == written else digits.translate(_WIDE)
    if year:
        zero = "零" if "零" in plain else "〇"
        return "".join(zero if digit == "0" else _HAN[int(digit) + 1] for digit in str(value))
    notation = notation_of(written, counting=False)
    return write(Decimal(value), notation) if notation is not None else None


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
