"""Ordinals: 第七个, 第36届, 第3至第5名."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity import numerals, ranges
from factcheck.quantity.model import Kind, Quantity
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_NTH_TO = pattern(r" ?(?:-{1,2}|—{1,2}|~|至|到|(和|与)) ?第? ?")
_WITHIN = pattern(r" ?(?:之间|间)")


def at_number(state: State, start: int, numeral: Numeral) -> int:
    """第七个, 第36届, 二十届三中全会: the number with the measure word as written."""
    begin = state.text.rindex("第", 0, start) if "第" in state.text[max(0, start - 2) : start] else start
    if state.text.endswith("倒数", 0, begin):
        return numeral.end  # counted from the end
    numeral = _nth_to(state, numeral)
    end, form = numeral.end, ""
    unit = state.words.unit(state.text, numeral.end)
    if unit is not None and not unit[2].dimension.startswith(("money", "percent")):
        end, form = unit[0], unit[1]
        if form[0] == "个" and len(form) > 1:
            end, form = end - len(form) + 1, "个"
    state.found.append(
        Quantity(
            begin, end, state.original[begin:end], numeral.low, numeral.high, True, True, numeral.hedge, form,
            Kind.ORDINAL, "ordinal", numeral.number, numeral.step, written_unit=form,
        )
    )  # fmt: skip
    return end


def _nth_to(state: State, numeral: Numeral) -> Numeral:
    """第3至第5名, 第三届到第五届, 第十和第十五之间: the ordinals from one to another."""
    text = state.text
    unit = state.words.unit(text, numeral.end)
    joint = _NTH_TO.match(text, numeral.end) or (_NTH_TO.match(text, unit[0]) if unit is not None else None)
    other = numerals.read(text, joint.end()) if joint is not None else None
    if joint is None or other is None or other.hedge or not numeral.low < other.low or other.step < 1:
        return numeral
    of = state.words.unit(text, other.end)
    if joint.start() > numeral.end and joint[0].strip()[-1:] != "第":
        return numeral  # 第一天到20个
    if (joint[1] and not _WITHIN.match(text, of[0] if of is not None else other.end)) or (
        of is not None and of[2].dimension.startswith("time")
    ):
        return numeral
    return ranges.join(numeral, other)
