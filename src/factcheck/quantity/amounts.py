"""Amounts in two units at once: 五元三角, 十二块五, 1小时30分, 2年3个月, 1米75."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import rates
from factcheck.quantity.lexicon import Unit
from factcheck.quantity.model import Hedge

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_LINK = re.compile(r" ?[零又]? ?(?=[0-9一二两三四五六七八九十〇])")
# 分, 毛 and 时 are minutes, dimes and hours only behind a larger unit.
_INNER = {
    "money": {"角": Decimal("0.1"), "毛": Decimal("0.1"), "分": Decimal("0.01"), "美分": Decimal("0.01")},
    "time": {"分": Decimal(60), "分钟": Decimal(60), "秒": Decimal(1), "秒钟": Decimal(1), "小时": Decimal(3600),
             "个小时": Decimal(3600), "时": Decimal(3600)},
    "time:month": {"个月": Decimal(1), "个多月": Decimal(1)},
}  # fmt: skip
_MINUTE_SECOND = re.compile(r"分(?=\d{1,2}(?:\.\d+)?秒|[一二三四五]?十?[一二三四五六七八九]?秒)")
_MINUTE = Unit("秒", "time", Decimal(60))
_LONGEST = 3
_HALVES = frozenset("块毛")


def minutes(text: str, start: int) -> tuple[int, str, Unit] | None:
    """分 as minutes where seconds follow: 3分20秒."""
    return (start + 1, "分", _MINUTE) if _MINUTE_SECOND.match(text, start) else None


def extend(state: State, read: Numeral, end: int, form: str, unit: Unit) -> tuple[Numeral, int]:
    """``read``, counted in ``unit``, with the smaller units that follow at ``end``; and where they end."""
    if read.hedge or read.low != read.high:
        return read, end
    text = state.text
    dimension = "money" if unit.dimension.startswith("money") else unit.dimension
    inner = _INNER.get(dimension)
    value, step, size = read.number, read.step, unit.factor
    while inner is not None:
        link = _LINK.match(text, end)
        part = rates.read(text, link.end()) if link is not None else None
        if part is None or part.hedge is not Hedge.NONE or part.scale or part.low != part.high:
            break
        at = part.end
        for length in range(_LONGEST, 0, -1):
            factor = inner.get(text[at : at + length])
            if factor is not None and factor < size:
                break
        else:
            if form in _HALVES and part.low < 10 and part.low == int(part.low) and link is not None:
                if link.end() == end and not text[at : at + 1].isalnum():
                    return _plus(read, value + part.low / 10, Decimal("0.1"), at), at
            break
        value += part.number * factor / unit.factor
        step = part.step * factor / unit.factor
        size = factor
        end = at + length
        if text[end : end + 1] == "钱":
            end += 1
    if value == read.number:
        return read, end
    return _plus(read, value, step, end), end


def _plus(read: Numeral, value: Decimal, step: Decimal, end: int) -> Numeral:
    return read._replace(end=end, low=value, high=value, number=value, step=step)
