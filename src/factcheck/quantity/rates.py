"""Parts of a whole and changes by a factor: N分之M, 每N人中有M人, 半数, 1∶4, 翻两番.

A fraction whose denominator is 100, 1000 or 10000 is a percentage (百分之二十五, 千分之三: 25 and 0.3);
every other one is a ratio between 0 and 1.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import numerals
from factcheck.quantity.model import Hedge, Kind

if TYPE_CHECKING:
    from factcheck.quantity.model import Quantity
    from factcheck.quantity.numerals import Numeral

OF = re.compile(r" ?分 ?之 ?")
EVERY = re.compile(r"(?:[\u4e00-\u9fff]{0,8}?(?:中|里|之中|当中|内|就有|便有|有)),? ?(?:就|便|平均|至少|都|约|大约)*(?:会|能)?有?(?:着)? ?")
DOUBLED = re.compile(r"翻了?([一两二三四几])?番(?!茄|号)")
SLASH = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/.\-])")
COLON = re.compile(r"(\d+(?:\.\d+)?) ?(?::|比) ?(\d+(?:\.\d+)?)(?![\d:])")
HUNDREDTHS = {Decimal(100): Decimal(1), Decimal(1000): Decimal("0.1"), Decimal(10000): Decimal("0.01")}


def read(text: str, start: int) -> Numeral | None:
    """The numeral at ``start`` in either script."""
    char = text[start : start + 1]
    if char.isascii() and char.isdigit():
        return numerals.read_arabic(text, start)
    return numerals.read_chinese(text, start) if char and char in numerals.CHARS + "几" else None


def of(text: str, whole: Numeral) -> tuple[Numeral, Decimal, bool] | None:
    """The fraction whose denominator has been read: its numerator, the factor to it, and whether it is a percentage."""
    found = OF.match(text, whole.end)
    if found is None or whole.low != whole.high or not whole.low:
        return None
    part = read(text, found.end())
    if part is None:
        return None
    factor = HUNDREDTHS.get(whole.low)
    if factor is not None:
        return part, factor, True
    return part, 1 / whole.low, False


def as_fraction(quantity: Quantity) -> tuple[Decimal | None, Decimal | None] | None:
    """``low`` and ``high`` of a rate as parts of one, so that 25%, 四分之一 and 两成五 can be compared.

    ``None`` when the quantity is neither a percentage, a ratio nor a multiple. Fractions that do not end
    (三分之一) are exact to 28 digits.
    """
    if quantity.kind is Kind.PERCENT:
        scale = Decimal("0.01")
    elif quantity.kind in (Kind.RATIO, Kind.MULTIPLE):
        scale = Decimal(1)
    else:
        return None
    low, high = quantity.low, quantity.high
    return (
        low * scale if isinstance(low, Decimal) else None,
        high * scale if isinstance(high, Decimal) else None,
    )


def exact(end: int, value: Decimal, step: Decimal | None = None) -> Numeral:
    """A numeral for a value that words such as 一半 name."""
    return numerals.Numeral(end, value, value, value, step or value, Hedge.NONE, False, False, 0, value, False, "")
