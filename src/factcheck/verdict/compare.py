"""Hold one quantity against another: exact arithmetic on the values that the words allow.

Both sides are intervals. A draft is supported when every value that the claim allows is one the draft
allows, refuted when none is, and undecided when the draft says more than the claim can tell.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason

# The rules of comparison, as shares of the number written.
ABOUT = Decimal("0.05")  # 约: within 5 %
OVER_FLOOR = Decimal("0.8")  # 超N: N not below 80 % of the truth
NEAR_FLOOR = Decimal("0.9")  # 近N: the truth not below 90 % of N
BOUND_REACH = Decimal("0.1")  # a claim of 超N is read as at most one step or 10 % above N

_TELLING_DIGITS = 3
_MAGNITUDE = pattern(r"万亿|亿|万|千万|百万|千|百|兆")
_FIGURES = pattern(r"[\d.]+|[一二三四五六七八九十百千两零〇万亿几数上]+")
_MAGNITUDES = {"兆": 12, "万亿": 12, "亿": 8, "千万": 7, "百万": 6, "万": 4, "千": 3, "百": 2}
_ORDERS = 1000  # times more or less that a bare number may be and still be meant for a figure with a unit
_ORDERS_WRITTEN = Decimal(100_000)  # where the number says 万 or 亿, which may be the slip
_FRACTIONS = {Kind.PERCENT, Kind.RATIO}
# Dimensions that no other stands for; the general measure words (个 枚 件 部) are interchanged by the press.
_DISTINCT = {
    "people", "person_times", "household", "times", "event", "kind", "province", "county", "village", "township",
    "country", "mass", "length", "area", "volume", "energy", "time", "time:month", "data", "power", "age", "score",
}  # fmt: skip
_SAME_FRACTION = Decimal("1e-9")
_OCCASIONS = {"场", "次", "期", "届", "轮", "回"}  # an event is counted by any of them
_COLLOQUIAL = {"块"}
_MEASURED = {"mass", "length", "area", "volume", "energy", "household", "person_times", "time", "time:month"}


class Outcome(Enum):
    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    UNDECIDED = "undecided"
    INCOMPARABLE = "incomparable"


class Comparison(NamedTuple):
    """What the comparison says and, when it contradicts, why."""

    outcome: Outcome
    reason: Reason | None = None
    exact: bool = False  # the very figure, as written or rounded, and not one that merely does not exclude it


class Interval(NamedTuple):
    """The plausible values of a quantity; an end counts when it is inclusive."""

    low: Decimal
    high: Decimal
    low_inclusive: bool
    high_inclusive: bool

    def holds(self, other: Interval) -> bool:
        """Whether every value of ``other`` is one of these."""
        low = self.low < other.low or (
            self.low == other.low and (self.low_inclusive or not other.low_inclusive)
        )
        high = self.high > other.high or (
            self.high == other.high and (self.high_inclusive or not other.high_inclusive)
        )
        return low and high

    def meets(self, other: Interval) -> bool:
        """Whether some value is in both."""
        low = max(self.low, other.low)
        high = min(self.high, other.high)
        if low < high:
            return True
        return low == high and all(
            (i.low_inclusive or i.low != low) and (i.high_inclusive or i.high != high) for i in (self, other)
        )


def same_unit(draft: Quantity, claim: Quantity) -> bool:
    """Whether the two measure the same kind of thing; an unwritten unit goes with any count."""
    if draft.kind in _FRACTIONS and claim.kind in _FRACTIONS:
        return True
    if Kind.ORDINAL in {draft.kind, claim.kind}:
        return draft.kind is claim.kind
    if not draft.unit and draft.kind is Kind.CARDINAL:
        return claim.kind in {Kind.CARDINAL, Kind.MONEY}
    if not claim.unit and claim.kind is Kind.CARDINAL:
        return draft.kind in {Kind.CARDINAL, Kind.MONEY}
    if draft.written_unit and draft.written_unit == claim.written_unit:
        return True  # 三块 is money and three pieces
    if draft.written_unit in _COLLOQUIAL and claim.dimension == "money:CNY":
        return True  # 四万块 of money
    if draft.kind is not claim.kind:
        return False
    if {draft.unit, claim.unit} <= _OCCASIONS:
        return True
    if draft.dimension == claim.dimension:
        return draft.unit == claim.unit or not draft.dimension.startswith("money")
    if Kind.MONEY in {draft.kind, claim.kind}:
        return False
    return not {draft.dimension, claim.dimension} & _DISTINCT or (
        "个" in {draft.unit, claim.unit} and not {draft.dimension, claim.dimension} & _MEASURED
    )


def is_comparable(draft: Quantity, value: object) -> bool:
    """Whether a claim's value can say anything of the draft's quantity."""
    return isinstance(value, Quantity) and _incomparable(draft, value) is None


def compare(draft: Quantity, claim: Quantity) -> Comparison:
    """Whether the draft's quantity agrees with the claim's."""
    incomparable = _incomparable(draft, claim)
    if incomparable is not None:
        return incomparable
    if not same_unit(draft, claim):
        return Comparison(Outcome.CONTRADICTS, Reason.UNIT)
    if draft.direction and claim.direction and draft.direction != claim.direction:
        return Comparison(Outcome.CONTRADICTS, Reason.POLARITY)
    said, true = _plausible(draft), _plausible(claim, claimed=True)
    if said is None or true is None:
        return Comparison(Outcome.UNDECIDED)
    if _same_figure(draft, claim) and _hedges_agree(draft.hedge, claim.hedge):
        return Comparison(Outcome.AGREES, exact=True)
    vague = draft.hedge is Hedge.VAGUE and claim.hedge is Hedge.VAGUE
    if vague and draft.written_unit != claim.written_unit and _written(draft) == _written(claim) is not None:
        if draft.dimension in _MEASURED:  # 上万公斤 for 上万斤
            return Comparison(Outcome.CONTRADICTS, Reason.UNIT)
    elif vague and said.meets(true):
        return Comparison(Outcome.AGREES)
    if _rounds(draft, claim) or _rounds(claim, draft):
        return Comparison(Outcome.AGREES, exact=_rounds(draft, claim))
    if _is_range(draft) and _is_range(claim) and (draft.low, draft.high) != (claim.low, claim.high):
        return Comparison(Outcome.CONTRADICTS, Reason.VALUE)
    if _idle(draft, true):
        return Comparison(Outcome.UNDECIDED)
    beyond = _beyond(draft, claim)
    if said.meets(true) and _is_as_precise(draft, claim):
        swapped = _swapped(_written(draft) or "", _written(claim) or "")
        wrong = swapped or claim.hedge is Hedge.ABOUT
        return Comparison(Outcome.CONTRADICTS, Reason.VALUE) if wrong else Comparison(Outcome.UNDECIDED)
    if not beyond and said.holds(true):
        return Comparison(Outcome.AGREES)
    if not beyond and said.meets(true):
        bounded = claim.hedge in {Hedge.OVER, Hedge.AT_LEAST} and draft.hedge is not Hedge.NONE
        near = draft.hedge in {Hedge.ABOUT, Hedge.NEAR, Hedge.UNDER}
        return Comparison(Outcome.AGREES if bounded or near else Outcome.UNDECIDED)
    return Comparison(Outcome.CONTRADICTS, diagnose(draft, claim))


def _incomparable(draft: Quantity, claim: Quantity) -> Comparison | None:
    """Why the two cannot be held against each other, or ``None``; the same figure of another unit can."""
    if _far_off(draft, claim):
        return Comparison(Outcome.INCOMPARABLE)
    if not same_unit(draft, claim):
        return None if _same_figure(draft, claim) else Comparison(Outcome.INCOMPARABLE, Reason.UNIT)
    if draft.basis and claim.basis and draft.basis != claim.basis:
        return Comparison(Outcome.INCOMPARABLE)
    return None


def _is_range(quantity: Quantity) -> bool:
    """Whether both ends are told (2.6亿元至2.9亿元): each is a figure of its own."""
    return quantity.number is None and quantity.hedge is Hedge.NONE and quantity.low != quantity.high


def _is_as_precise(draft: Quantity, claim: Quantity) -> bool:
    """Whether a figure told as a rough one has all the digits of the claim's, and so is no rounding of it.

    Of two rough ones with as many digits two are enough. A claim worked out from others has more than it shows.
    """
    if draft.hedge is not Hedge.ABOUT or draft.number is None or claim.number is None:
        return False
    if not draft.step or not claim.step or draft.step > claim.step:
        return False
    written = ("".join(filter(str.isdigit, q.text)).strip("0") for q in (draft, claim))
    alike = claim.hedge is Hedge.ABOUT and draft.step == claim.step
    least = _TELLING_DIGITS - 1 if alike else _TELLING_DIGITS
    return abs(draft.number - claim.number) >= draft.step and min(map(len, written)) >= least


def _idle(draft: Quantity, true: Interval) -> bool:
    """Whether an upper bound stands so far off (不足2000 of 96) that it hardly speaks of the claim's figure."""
    bounded = draft.hedge in {Hedge.UNDER, Hedge.AT_MOST} and draft.number is not None
    return bounded and true.high is not None and draft.number is not None and true.high * 2 < draft.number


def _far_off(draft: Quantity, claim: Quantity) -> bool:
    """Whether a bare number (98) is of another order than a claim with a unit (68844万人), and no slip of it."""
    if draft.unit or not claim.unit or not draft.number or not claim.number:
        return False
    if _digits(draft.number) == _digits(claim.number):
        return False
    orders = _ORDERS_WRITTEN if _MAGNITUDE.search(draft.text) else _ORDERS
    return not 1 / orders <= abs(draft.number / claim.number) <= orders


def is_slip(draft: Quantity, claim: Quantity) -> bool:
    """Whether the draft's figure is the claim's with a slip of the pen: digits swapped, one lost or changed, 亿 for 万.

    Such a figure tells which claim was meant; two figures of three digits and more hardly resemble each
    other so by chance.
    """
    if draft.number is None or claim.number is None:
        return False
    said, true = _written(draft), _written(claim)
    if said and true and magnitude(draft.text) == magnitude(claim.text) and _swapped(said, true):
        return True  # 103 for 130: the last zero is a digit as well
    said, true = _digits(draft.number), _digits(claim.number)
    if min(len(said), len(true)) < _TELLING_DIGITS:
        return False
    if draft.number == claim.number:
        return len(said) > _TELLING_DIGITS and not same_unit(draft, claim)  # 494157423人 for 494157423户
    return _swapped(said, true) or _one_off(said, true) or true.startswith(said)


def shuffled_digits(draft: Quantity, claim: Quantity) -> int:
    """How many digits the draft's figure has, where they are the claim's in another order (34秒23, 34秒32), else 0."""
    said, true = _written(draft) or "", _written(claim) or ""
    return len(said.replace(".", "")) if _swapped(said, true) else 0


def _swapped(said: str, true: str) -> bool:
    """Whether one figure of three digits and more has the other's digits in another order."""
    return len(said) >= _TELLING_DIGITS and said != true and sorted(said) == sorted(true)


def _one_off(said: str, true: str) -> bool:
    """Whether one digit more, less or changed makes the one of the other, which differ."""
    same = next((at for at, (a, b) in enumerate(zip(said, true, strict=False)) if a != b), None)
    if same is None:
        return abs(len(said) - len(true)) == 1
    said, true = said[same:], true[same:]
    return said[1:] == true[1:] or said[1:] == true or said == true[1:]


def diagnose(draft: Quantity, claim: Quantity) -> Reason:
    """Which slip turns the claim's quantity into the draft's."""
    units = draft.written_unit, claim.written_unit
    if all(units) and units[0] != units[1] and _written(draft) == _written(claim) is not None:
        return Reason.UNIT
    if _same_figure(draft, claim):
        return Reason.HEDGE
    if draft.number and claim.number and _digits(draft.number) == _digits(claim.number):
        return Reason.MAGNITUDE
    if draft.hedge is not Hedge.NONE and claim.number and draft.number:
        opposite = draft.hedge in {Hedge.UNDER, Hedge.AT_MOST, Hedge.NEAR} and draft.number <= claim.number
        too_far = draft.hedge in {Hedge.OVER, Hedge.AT_LEAST} and draft.number >= claim.number
        if (opposite or too_far) and abs(draft.number - claim.number) <= claim.number / 4:
            return Reason.HEDGE
    return Reason.VALUE


def _plausible(quantity: Quantity, *, claimed: bool = False) -> Interval | None:
    """The interval the words allow, its open ends closed by how far press use lets them reach."""
    low, high = quantity.low, quantity.high
    number = quantity.number
    scale = Decimal(100) if quantity.kind is Kind.RATIO else Decimal(1)
    ends = [value for value in (low, high) if isinstance(value, Decimal)]
    if not ends:
        return None
    low_inclusive, high_inclusive = quantity.low_inclusive, quantity.high_inclusive
    if not isinstance(high, Decimal):
        base = number if number is not None else ends[0]
        if claimed:
            high = base + max(abs(base) * BOUND_REACH, quantity.step or Decimal(0))
        else:
            high = base / OVER_FLOOR if quantity.hedge is Hedge.OVER else base * 2
        high_inclusive = True
    if not isinstance(low, Decimal):
        base = number if number is not None else ends[-1]
        low = base * NEAR_FLOOR if claimed else Decimal(0)
        low_inclusive = True
    return Interval(low * scale, high * scale, low_inclusive, high_inclusive)


def _same_figure(draft: Quantity, claim: Quantity) -> bool:
    """Whether both write the same number, whatever the hedge."""
    if draft.number is None or claim.number is None:
        return (draft.low, draft.high) == (claim.low, claim.high)
    if draft.kind in _FRACTIONS and claim.kind in _FRACTIONS:
        said, true = _fraction(draft), _fraction(claim)
        return (
            said is not None and true is not None and abs(said - true) < _SAME_FRACTION
        )  # 三分之二 has no end
    return draft.number == claim.number


def _fraction(quantity: Quantity) -> Decimal | None:
    if quantity.number is None:
        return None
    return quantity.number * 100 if quantity.kind is Kind.RATIO else quantity.number


def _hedges_agree(draft: Hedge, claim: Hedge) -> bool:
    """Whether two hedges on the same number say the same, or the draft's says less."""
    if draft is claim:
        return True
    above = {Hedge.OVER, Hedge.AT_LEAST, Hedge.VAGUE}
    below = {Hedge.UNDER, Hedge.AT_MOST, Hedge.NEAR}
    if claim in above:
        return draft in above | {Hedge.NONE, Hedge.ABOUT}
    if claim in below:
        return draft in below | {Hedge.NONE, Hedge.ABOUT}
    if claim is Hedge.ABOUT:
        return draft in {Hedge.NONE}
    return draft in {Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST}


def _rounds(draft: Quantity, claim: Quantity) -> bool:
    """Whether the draft's figure is the claim's, rounded: said by 约, or shown by a larger unit (1.65万亿)."""
    if draft.number is None or claim.number is None or not draft.step or draft.number == claim.number:
        return False
    if claim.hedge not in {Hedge.NONE, Hedge.ABOUT, Hedge.OVER, Hedge.AT_LEAST} or draft.hedge not in {
        Hedge.NONE,
        Hedge.ABOUT,
    }:
        return False
    written, exact = _fraction(draft), _fraction(claim)
    if written is None or exact is None or not exact:
        return False
    step = draft.step * (100 if draft.kind is Kind.RATIO else 1)
    if step <= (claim.step or Decimal(0)) or abs(written - exact) * 2 > step:
        return False
    if draft.hedge is Hedge.ABOUT:
        return abs(written - exact) <= abs(exact) * Decimal("0.1")
    shown = magnitude(draft.text) > magnitude(claim.text) and (
        "." in draft.text or len(_digits(written)) >= 3
    )
    return shown and abs(written - exact) <= abs(exact) * ABOUT


def magnitude(text: str) -> int:
    """The power of ten of the largest magnitude word written: 万 → 4, 亿 → 8."""
    return max((_MAGNITUDES[word] for word in _MAGNITUDE.findall(text)), default=0)


def _beyond(draft: Quantity, claim: Quantity) -> bool:
    """Whether the draft pushes a bound past the claim's own (超30亿 where the source says 超29亿)."""
    said, true = _fraction(draft), _fraction(claim)
    upward = {Hedge.OVER, Hedge.AT_LEAST}
    if said is None or true is None or not {draft.hedge, claim.hedge} <= upward:
        return False
    step = None if claim.kind is Kind.RATIO else claim.step  # 超过三分之一 is more than 超过四分之一
    return said >= true + (step or Decimal(0)) and said > true


def _written(quantity: Quantity) -> str | None:
    """The figures as written, without unit and hedge."""
    return "".join(_FIGURES.findall(quantity.text)) or None


@lru_cache(maxsize=4096)
def _digits(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits))
