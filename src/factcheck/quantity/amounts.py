"""Amounts in two units at once: 五元三角, 十二块五, 1小时30分, 2年3个月, 1米75."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import numerals
from factcheck.quantity.han import CHARS
from factcheck.quantity.lexicon import Unit
from factcheck.quantity.model import Hedge
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_LINK = pattern(rf" ?[零又]? ?(?=[0-9{CHARS}])")
# 分, 毛 and 时 are minutes (or tenths of a 亩), dimes and hours only behind a larger unit.
_INNER = {
    "money": {"角": Decimal("0.1"), "毛": Decimal("0.1"), "分": Decimal("0.01"), "美分": Decimal("0.01"),
              "欧分": Decimal("0.01")},
    "time": {"分": Decimal(60), "分钟": Decimal(60), "秒": Decimal(1), "秒钟": Decimal(1),
             "小时": Decimal(3600), "个小时": Decimal(3600), "时": Decimal(3600)},
    "mass": {"公斤": Decimal(1), "斤": Decimal("0.5"), "两": Decimal("0.05"), "克": Decimal("0.001")},
    "time:month": {"个月": Decimal(1)},
    "area": {"分": Decimal(10000) / Decimal(150), "分地": Decimal(10000) / Decimal(150)},
}  # fmt: skip
_MINUTE_SECOND = pattern(r"分(?=\d{1,2}(?:\.\d+)?秒|[一二三四五]?十?[一二三四五六七八九]?秒)")
_RUN = pattern(
    r"时\d{1,2}分\d{1,2}秒\d{0,2}(?:的?[^\W\d_]{0,3}成绩|的?(?:世界|亚洲|全国|赛会)?纪录|完赛|夺|获|冲过|撞线|折桂)"
)
_RAN = pattern(r"(?:[跑游骑走]出了?|用时|耗时|历时|成绩[为是]?)$")
_HUNDREDTHS = pattern(r"(\d{1,2})(?![\d.%:年月日号])")  # 34秒32, 10秒8
_MINUTE = Unit("秒", "time", Decimal(60))
_HOUR = Unit("秒", "time", Decimal(3600))
_HALVES = frozenset("块毛")
_GOES_ON = frozenset("到至")  # 五块六到六块
_HAN = "零一二三四五六七八九"
_DECIMALS = pattern(rf"(\d{{1,2}}|[{_HAN}]{{1,2}})(?![\d.%:/{_HAN}十百千万亿几多余])")  # 1米75, 一米八


def minutes(text: str, start: int) -> tuple[int, str, Unit] | None:
    """分 as minutes where seconds follow: 3分20秒."""
    if text[start : start + 1] != "分" or not _MINUTE_SECOND.match(text, start):
        return None
    return start + 1, "分", _MINUTE


def hours(text: str, start: int, at: int) -> tuple[int, str, Unit] | None:
    """时 at ``at`` as hours, where the number from ``start`` on is the time of a race (2时32分30秒)."""
    if text[at : at + 1] != "时" or not (
        _RUN.match(text, at) or _RAN.search(text[max(0, start - 4) : start])
    ):
        return None
    return at + 1, "时", _HOUR


def extend(state: State, read: Numeral, end: int, form: str, unit: Unit) -> tuple[Numeral, int, Unit]:
    """``read``, counted in ``unit``, with the smaller units that follow at ``end``.

    Returns the sum, where it ends, and the unit it is counted in.
    """
    if read.hedge or read.low != read.high:
        return read, end, unit
    text = state.text
    inner = _INNER.get("money" if unit.dimension.startswith("money") else unit.dimension)
    if form == "米" and read.step == 1 and (decimals := _DECIMALS.match(text, end)) is not None:
        at = decimals.end()
        if state.words.unit(text, at) is not None:
            return read, end, unit
        digits = "".join(digit if digit.isascii() else str(_HAN.index(digit)) for digit in decimals[1])
        return _sum(read, at, read.number + Decimal(f"0.{digits}"), numerals.of_place(-len(digits)), unit)
    value, step, size, start = read.number * unit.factor, read.step, unit.factor, end
    while inner is not None:
        link = _LINK.match(text, end)
        part = numerals.read(text, link.end()) if link is not None else None
        if (
            link is None
            or part is None
            or part.hedge is not Hedge.NONE
            or part.scale
            or part.low != part.high
        ):
            break
        at = part.end
        length = next((size_ for size_ in (3, 2, 1) if inner.get(text[at : at + size_], size) < size), 0)
        if text[end - 1] == "秒" and not length and (hundredths := _HUNDREDTHS.match(text, end)) is not None:
            at, place = hundredths.end(), -len(hundredths[1])
            if place == -1 and state.words.unit(text, at) is not None:
                break
            return _sum(read, at, value + Decimal(f"0.{hundredths[1]}"), numerals.of_place(place), unit)
        if not length:
            # 十二块五 is twelve and a half, 十二块五毛 the same, 十二块五个 neither
            if form not in _HALVES or part.low >= 10 or link.end() != end or _counts_on(text, at):
                break
            value, step, end = value + part.low * size / 10, size / 10, at
            break
        size = inner[text[at : at + length]]
        value, step, end = value + part.number * size, part.step * size, min(at + length, len(text))
        if text[end : end + 1] == "钱":
            end += 1
    if end == start:
        return read, end, unit
    return _sum(read, end, value, step, unit)


def _counts_on(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum() and text[at] not in _GOES_ON


def _sum(read: Numeral, end: int, value: Decimal, step: Decimal, unit: Unit) -> tuple[Numeral, int, Unit]:
    read = read._replace(end=end, low=value, high=value, number=value, step=step)
    return read, end, unit._replace(factor=Decimal(1))
