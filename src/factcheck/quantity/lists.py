"""Lists whose last figure alone has the unit: 12、15和18个, 3.2、5.6、7.8万人, 增长3.1、2.2和1.5个百分点."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity.han import TEN
from factcheck.quantity.model import Kind
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.lexicon import Unit
    from factcheck.quantity.model import Quantity
    from factcheck.quantity.state import State

_GAP = pattern(r" ?(?:、|和|与|及|以及) ?")
_MAGNITUDE = pattern("[百千万亿兆kKwM]")
_SEPARATELY = 24  # so far before a list 分别 may stand


def settle(state: State, last: Quantity, unit: Unit, scale: int) -> Quantity:
    """``last``, after what the figures of its list lend each other.

    The bare figures before it get its unit and its magnitude ``scale``; each takes the direction of the one
    before it (分别增长3.1%、2.2%).
    """
    first = len(state.found)
    if last.unit:
        while first and _is_bare(
            state, state.found[first - 1], state.found[first] if first < len(state.found) else last
        ):
            first -= 1
            _lend(state, first, last, unit, scale)
    for index in range(first, len(state.found)):
        state.found[index] = _directed(state, index - 1, state.found[index])
    return _directed(state, len(state.found) - 1, last)


def _is_bare(state: State, left: Quantity, right: Quantity) -> bool:
    """Whether ``left`` stands in a list before ``right`` and waits for its unit."""
    if left.unit or left.kind is not Kind.CARDINAL or not _GAP.fullmatch(state.text, left.end, right.start):
        return False
    # 3、4个 are three or four, and 1、 begins an item, unless 分别 makes a list of them.
    short = left.number is None or (left.number < 10 and left.number % 1 == 0)
    return not short or "分别" in state.text[max(0, left.start - _SEPARATELY) : left.start]


def _lend(state: State, index: int, last: Quantity, unit: Unit, scale: int) -> None:
    left = state.found[index]
    own = _MAGNITUDE.search(left.text) is not None
    factor = unit.factor * (Decimal(1) if own else TEN[scale])
    state.found[index] = replace(
        left, low=_times(left.low, factor), high=_times(left.high, factor), number=_times(left.number, factor),
        step=_times(left.step, factor), unit=last.unit, kind=last.kind, dimension=last.dimension,
        written_unit=last.written_unit,
    )  # fmt: skip


def _directed(state: State, before: int, figure: Quantity) -> Quantity:
    """``figure`` with direction and basis of the one before it in the list."""
    left = state.found[before] if before >= 0 else figure
    if figure.direction or not left.direction or figure.kind is Kind.CARDINAL:
        return figure
    if left.dimension != figure.dimension or not _GAP.fullmatch(state.text, left.end, figure.start):
        return figure
    return replace(figure, direction=left.direction, basis=left.basis)


def _times(value: object, factor: Decimal) -> Decimal | None:
    return value * factor if isinstance(value, Decimal) else None
