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

OF = re.compile(r" {0,3}分 {0,3}之 {0,3}(负? ?)")
OF_HUNDRED = re.compile(r"分(?=[0-9一二三四五六七八九十百])()")
AND = re.compile(r" ?又 ?")
EVERY = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}?(?:之中|当中|中|里)[,]? ?(?:就|便|平均|至少|都|约|大约|仅)*(?:会|能)?有?(?:着)? ?"
    r"|[\u4e00-\u9fff]{0,3}?[就便]有 ?|有 ?)"
)
DOUBLED = re.compile(r"翻了?([一两二三四几])?番(?!茄|号)")
DISCOUNT = re.compile(r"([1-9一二三四五六七八九]) ?([1-9一二三四五六七八九]) ?折(?![射叠扣合旧返磨腾算])")
SLASH = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/.\-])")
COLON = re.compile(r"(\d+(?:\.\d+)?) ?(?::|比) ?(\d+(?:\.\d+)?)(?![\d:])")
_DIGITS = "零一二三四五六七八九"
HUNDREDTHS = {Decimal(100): Decimal(1), Decimal(1000): Decimal("0.1"), Decimal(10000): Decimal("0.01")}


def read(text: str, start: int) -> Numeral | None:
    """The numeral at ``start`` in either script."""
    char = text[start : start + 1]
    if char.isascii() and char.isdigit():
        return numerals.read_arabic(text, start)
    return numerals.read_chinese(text, start) if char and char in numerals.CHARS + "几" else None


def discount(found: re.Match[str]) -> Numeral:
    """七五折, 7 2 折: two digits before 折 are hundredths."""
    value = Decimal("".join(digit if digit.isascii() else str(_DIGITS.index(digit)) for digit in found.groups()))
    return exact(found.end(), value, Decimal(1))


def of(text: str, whole: Numeral) -> tuple[Numeral, Decimal, bool] | None:
    """The fraction whose denominator has been read: its numerator, the factor to it, and whether it is a percentage."""
    found = OF.match(text, whole.end)
    if found is None and text[whole.end - 1] in "百佰" and whole.number == 100:
        found = OF_HUNDRED.match(text, whole.end)
    if found is None or whole.low != whole.high or not whole.low:
        return None
    part = read(text, found.end())
    if part is None:
        return None
    sign = -1 if found[1] else 1
    factor = HUNDREDTHS.get(whole.low)
    if factor is not None:
        return part, factor * sign, True
    return part, sign / whole.low, False


def mixed(text: str, whole: Numeral) -> Numeral | None:
    """A whole number with a fraction: 三百五十又三分之一, 1 3/5."""
    if text.startswith(" ", whole.end) and (slash := SLASH.match(text, whole.end + 1)) is not None:
        return exact(slash.end(), whole.number + Decimal(slash[1]) / Decimal(slash[2])) if int(slash[2]) else None
    found = AND.match(text, whole.end)
    denominator = read(text, found.end()) if found is not None else None
    fraction = of(text, denominator) if denominator is not None else None
    if fraction is None or denominator is None:
        return None
    part = fraction[0]
    return exact(part.end, whole.number + part.number / denominator.number)


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
