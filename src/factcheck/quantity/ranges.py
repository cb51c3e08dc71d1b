"""Ranges of figures, whose magnitude and unit distribute: 3-5万, 3万元至5万元, 八到九百亿, 20和30之间."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import amounts, numerals
from factcheck.quantity.emit import scaled, sign
from factcheck.quantity.han import TEN
from factcheck.quantity.model import Hedge
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.lexicon import Unit
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

TO = pattern(
    r"(?:\(含\))? {0,2}(?:-{1,2}|—{1,2}|~|至|到|(和|与|跟)) {0,2}"
    r"(?=[0-9〇零一二两三四五六七八九十百千万亿几¥$负\-]|零[下上])"
)
_JOINTS = frozenset("-—~至到和与跟( ")
_LINKED = frozenset(("time", "money", "mass", "length", "count"))  # what has amounts in two units
_BETWEEN = pattern(r" ?(?:之间|中间|间)")
_PREFIX = pattern(r"(?:人民币|US\$|HK\$|[¥$€£])? ?(?:(零下|负|-)|零上)?")


def join(left: Numeral, right: Numeral) -> Numeral:
    """The interval from ``left`` to ``right``."""
    return right._replace(
        low=left.low, number=left.number, open_low=left.open_low, open_high=False, hedge=Hedge.NONE, raw=""
    )


def extend(state: State, start: int, read: Numeral) -> tuple[Numeral, bool]:
    """``read``, which begins at ``start``, with the range that follows it, and whether one does.

    The left side takes the magnitude of the right one when it has none and is the smaller coefficient
    (3-5万, but not 500-1万), and a single Chinese digit takes the hundred of 八到九百 too.
    """
    text, words = state.text, state.words
    joint = TO.match(text, read.end) if text[read.end : read.end + 1] in _JOINTS else None
    first: tuple[int, str, Unit] | None = None
    if joint is None:
        first = words.unit(text, read.end)
        if first is None or text[first[0] : first[0] + 1] not in _JOINTS:
            return read, False
        joint = TO.match(text, first[0])
        if joint is None:
            return read, False
    prefix = _PREFIX.match(text, joint.end())
    at = prefix.end() if prefix is not None else joint.end()
    other = numerals.read(text, at)
    if other is None or (other.hedge and other.hedge is not Hedge.OVER):
        return read, False
    unit = words.unit(text, other.end)
    if joint[1] is not None:
        if first is None and unit is not None and unit[1] == "间":
            unit = None  # 1万与2万间
        between = _BETWEEN.match(text, unit[0] if unit is not None else other.end)
        if between is None:
            return read, False
        if unit is None:
            other = other._replace(end=between.end())
    left = read
    if first is None:
        if not read.arabic and not other.arabic and read.low < 10 <= other.head:
            left = scaled(read, _distributed(read, other))
        elif not read.scale and other.scale and read.low <= other.head:
            left = scaled(read, TEN[other.scale])
    else:
        if unit is None or unit[2].dimension != first[2].dimension:
            return read, False
        left = scaled(read, first[2].factor / unit[2].factor)
    if unit is None and "-" in joint[0] and not other.scale and words.currency_before(text, start) is None:
        return read, False
    if sign(text, start)[1]:
        # The minus sign will turn the whole interval round, so give it turned: -5~3 is minus (-3~5).
        right = other if prefix is not None and prefix[1] else scaled(other, Decimal(-1))
        left = left._replace(end=right.end)
        return (join(right, left)._replace(end=right.end), True) if right.low < left.high else (read, False)
    if left.low >= other.high:
        return read, False
    return join(left, other), True


def onward(state: State, read: Numeral, end: int, unit: Unit) -> tuple[Numeral, int, Unit] | None:
    """The range from ``read``, in ``unit`` up to ``end``, to an amount in two units (5年至7年6个月)."""
    text = state.text
    joint = TO.match(text, end) if text[end : end + 1] in _JOINTS else None
    other = numerals.read(text, joint.end()) if joint is not None and joint[1] is None else None
    found = state.words.unit(text, other.end) if other is not None else None
    if other is None or found is None or read.hedge or found[2].dimension.partition(":")[0] not in _LINKED:
        return None
    base = found[2].alone or found[2]
    if base.dimension != (unit.alone or unit).dimension:
        return None
    other, end, second = amounts.extend(state, other, found[0], found[1], base)
    left, right = scaled(read, unit.factor), scaled(other, second.factor)
    if left.low != left.high or right.low != right.high or left.low >= right.high:
        return None
    return join(left, right), end, base._replace(factor=Decimal(1))


def to_amount(
    state: State, read: Numeral, end: int, form: str, unit: Unit
) -> tuple[Numeral, int, Unit] | None:
    """The range ``read`` with the smaller units that its right side goes on with (1至2小时30分)."""
    right = read._replace(low=read.high, number=read.high)
    whole, at, base = amounts.extend(state, right, end, form, unit)
    return (join(scaled(read, unit.factor), whole), at, base) if at > end else None


def _distributed(left: Numeral, right: Numeral) -> Decimal:
    """What a single digit counts: before 九百亿 hundreds of 亿 (八到九百亿), before 十八亿 just 亿."""
    digits = str(int(right.head))
    scale = TEN[right.scale] if right.scale else Decimal(1)
    if digits.rstrip("0") == digits[0] and left.low < int(digits[0]):
        return TEN[len(digits) - 1] * scale
    return scale
