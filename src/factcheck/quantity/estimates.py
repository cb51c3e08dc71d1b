"""Numbers that the words leave open: 几十, 数百万, 几个, 上万, 成千上万; and half a unit: 半年, 半小时."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import numerals, ranges, rates
from factcheck.quantity.emit import NO_UNIT, figure
from factcheck.quantity.model import Hedge
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_HALF_UNIT = pattern(
    r"(?<![上下前后大小多])半(?=个?多?(?:年|小时|月|天|钟头|世纪|学期|公里|米|里|斤|公斤|吨|亩|价|分钟|加仑|公升|百分点))"
)
_HAN = pattern(r"[^\W\d_a-zA-Z]")
_MORE_OF_HALF = pattern("个多(小时|分钟|钟头|月|世纪|星期|礼拜|季度|百分点)")
_NO_MORE = frozenset("次种少人元样地")  # 半年多次, 半天多少
_NO_SEVERAL = frozenset("第无十寥")  # 第几, 无几, 寥寥无几
_SEVERAL_BEHIND = frozenset(
    "的有了经历近过这等后前在及和与出"
)  # 数 is several there, part of a word elsewhere (人数, 指数)


def at_place(state: State, start: int) -> int:
    """Read what begins with 几, 数, 半, 上 or 成 at ``start``; where it ends, 0 when there is nothing."""
    text = state.text
    if text[start] == "半":
        return _half_unit(state, start) or rates.at_half(state, start)
    estimate = numerals.read_vague(text, start)
    if estimate is not None:
        return _with_unit(state, start, estimate)
    if text[start] in "几数" and _is_several(text, start) and state.words.unit(text, start + 1) is not None:
        return _with_unit(
            state, start, numerals.vague(start + 1, Decimal(2), Decimal(9), Decimal(1), open_high=False)
        )
    return 0


def _with_unit(state: State, start: int, estimate: Numeral) -> int:
    unit = state.words.unit(state.text, estimate.end)
    if unit is None:
        return figure(state, start, estimate, NO_UNIT, "")
    if unit[2].alone is not None and not _HAN.match(state.text, unit[0]):
        unit = (unit[0], unit[1], unit[2].alone)  # 几十万块
    return figure(state, start, estimate._replace(end=unit[0]), unit[2], unit[1])


def _half_unit(state: State, start: int) -> int:
    if _HALF_UNIT.match(state.text, start) is None:
        return 0
    text = state.text
    inside = _MORE_OF_HALF.match(text, start + 1)
    unit = state.words.unit(text, start + 1) if inside is None else None
    if inside is not None:
        unit = (inside.end(), f"个{inside[1]}", state.words.by_form(f"个{inside[1]}"))
    if unit is None:
        return 0
    half, end = Decimal("0.5"), unit[0]
    read = numerals.exact(end, half, half)
    behind = inside is None and text[end : end + 1] == "多" and text[end + 1 : end + 2] not in _NO_MORE
    if inside is not None or behind:
        read = read._replace(
            end=end + behind, high=Decimal(1), hedge=Hedge.OVER, open_low=True, open_high=True
        )
    elif (whole := ranges.onward(state, read, end, unit[2])) is not None:  # 半小时到一小时
        return figure(state, start, whole[0]._replace(end=whole[1]), whole[2], unit[1])
    return figure(state, start, read, unit[2], unit[1])


def _is_several(text: str, start: int) -> bool:
    previous = text[start - 1 : start]
    if text[start] == "几":
        return previous not in _NO_SEVERAL
    return not _HAN.match(previous) or previous in _SEVERAL_BEHIND
