"""From a numeral and the words around it to the interval they allow."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.model import Hedge

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral

_ABOUT = Decimal("0.05")
_NEAR = Decimal("0.1")


class Interval(NamedTuple):
    """The values that a hedged number allows."""

    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool
    high_inclusive: bool
    hedge: Hedge


def interval(read: Numeral, before: Hedge | None, after: Hedge | None) -> Interval:
    """The interval of ``read`` between the hedges before and after it.

    约 N → within 5% of N; 近 N → [90% N, N); 超 N → (N, ∞); 不足 N → (-∞, N); 至少 N, N 以上 → [N, ∞);
    至多 N, N 以下 → (-∞, N]; N 多 → (N, N + one step of its last significant digit).
    """
    own = read.hedge
    low, high = read.low, read.high
    if own is Hedge.AT_LEAST and before is None:
        return Interval(low, None, True, False, own)
    outer = before if before is not None and (before is not Hedge.ABOUT or after is None) else after
    if outer is None:
        return Interval(low, high, not read.open_low, not read.open_high, own)
    if outer is Hedge.ABOUT:
        if own or low != high:  # the words already leave room: 约18万多, 约3万至5万
            return Interval(low, high, not read.open_low, not read.open_high, own or Hedge.ABOUT)
        margin = abs(read.number) * _ABOUT
        return Interval(low - margin, high + margin, True, True, Hedge.ABOUT)
    if outer is Hedge.NEAR:
        if own is Hedge.OVER:  # 近200余: the two pull in opposite directions
            margin = abs(read.number) * _ABOUT
            return Interval(read.number - margin, read.number + margin, True, True, Hedge.ABOUT)
        if own:
            return Interval(low, high, not read.open_low, not read.open_high, own)
        return Interval(low - abs(low) * _NEAR, high, True, False, Hedge.NEAR)
    if outer is Hedge.OVER:
        if own is Hedge.OVER:
            return Interval(low, high, False, False, Hedge.OVER)
        return Interval(low, None, False, False, Hedge.OVER)
    if outer is Hedge.AT_LEAST:
        return Interval(low, None, not read.open_low, False, Hedge.AT_LEAST)
    if outer is Hedge.UNDER:
        return Interval(None, high, False, False, Hedge.UNDER)
    return Interval(None, high, False, not read.open_high, Hedge.AT_MOST)
