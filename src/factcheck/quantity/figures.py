"""Figures that begin with a number: is it one, what does it count, and what else belongs to it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import amounts, numerals, ranges, rates, serials, timeline
from factcheck.quantity.emit import NO_UNIT, figure
from factcheck.quantity.lexicon import Unit
from factcheck.quantity.model import Hedge, Kind, Quantity

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_POINT = Unit("百分点", "percentage_point", Decimal(1))
_SPACED_POINT = re.compile(r" *个? *百 *分 *点")
_MORE_OF = re.compile(r"个([多半])(小时|钟头|月|世纪|星期|礼拜|百分点|季度|工作日)")
_MEASURED = frozenset(("time", "length", "mass", "area", "money", "age", "multiple", "volume", "percent"))
_NO_MORE = frozenset("次名个家种项地年方元样人数少亿万了出于")  # 3人多次: the 多 belongs to what follows
_MAGNITUDES = frozenset("百千万亿兆")
_HAN = re.compile(r"[^\W\d_a-zA-Z]")
_NOUN = re.compile(r"[^\W\d_a-zA-Z](?<![左上以之多半一二三四五六七八九的了和到至])")
_CODE_GOES_ON = re.compile(r"-\d")
_DIGIT_RUN = re.compile(r"[\d,.]+(?:[十百千万亿兆]+[\d,.]*)*")
_DIGITS = "零一二三四五六七八九"
_NOT_TENTHS = frozenset("个成人名家十百千万年月")
_STATED = frozenset("是为有于共达")
_BODIES = (
    "全国",
    "中央",
    "人大",
    "政协",
    "省委",
    "市委",
    "一中",
    "二中",
    "三中",
    "四中",
    "五中",
    "六中",
    "七中",
)
_POINT_AHEAD = ("个", "百", " ")
_CLOCK_AHEAD = ("点", "时", " ")
_FLOORS = frozenset("楼层级")  # 负一楼
_HALF = Decimal("0.5")


def at_number(state: State, start: int, skip: int) -> int:
    """Read the figure that begins at ``start``; the position to go on from.

    ``skip`` is the end of a word that holds the numeral and means none (十分): a figure must reach beyond it.
    """
    text = state.text
    arabic = text[start] <= "9"
    numeral = numerals.read_arabic(text, start) if arabic else numerals.read_chinese(text, start)
    if numeral is None:
        run = _DIGIT_RUN.match(text, start) if arabic else None
        return run.end() if run is not None else max(skip, numerals.run_end(text, start))
    if text.startswith("零下", start):
        return start + 2
    if text[start - 1 : start] == "第" or (
        text[start - 1 : start] == " " and text[start - 2 : start - 1] == "第"
    ):
        return _ordinal(state, start, numeral)
    if end := rates.at_number(state, start, numeral):
        return end
    if arabic:
        following = text[numeral.end : numeral.end + 1]
        if following in (":", "比", "/"):
            rate = rates.at_slash if following == "/" else rates.at_colon
            if end := rate(state, start):
                return end
        if end := serials.end_of_code(state, start, numeral):
            return end
    timed = text[numeral.end : numeral.end + 1] in _CLOCK_AHEAD or (
        not arabic and "点" in text[start : numeral.end]
    )
    end = serials.han_clock(text, start) if timed else 0
    if end and not _counts(state, start, numeral, end):
        return max(end, numeral.end)
    return _measured(state, start, numeral, skip)


def at_decimal(state: State, start: int) -> int:
    """Read .5, whose digits begin at ``start``."""
    text = state.text
    run = numerals.read_arabic(text, start)
    if run is None or not run.raw:
        return start + 1
    found = numerals.read_arabic(f"0.{text[start : run.end + 8]}", 0)
    if found is None:
        return run.end
    return _measured(state, start - 1, found._replace(end=start - 2 + found.end), 0)


def _counts(state: State, start: int, numeral: Numeral, end: int) -> bool:
    """Whether what looks like a clock time is a number after all: 二点五, 上涨了8点."""
    text = state.text
    if serials.daytime(text, start) or text[end - 1] in "分秒刻整半":
        return False
    if "点" in text[start : numeral.end]:
        return text[numeral.end : numeral.end + 1] not in ("十", "刻", "分") or text.startswith(
            "分之", numeral.end
        )
    if end != numeral.end + 1 or text[numeral.end] != "点":
        return False
    return numeral.low != int(numeral.low) or bool(state.words.direction(text, start))


def _ordinal(state: State, start: int, numeral: Numeral) -> int:
    """第七个, 第36届, 二十届三中全会: the number with the measure word as written."""
    begin = state.text.rindex("第", 0, start) if "第" in state.text[max(0, start - 2) : start] else start
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


def _measured(state: State, start: int, numeral: Numeral, skip: int) -> int:
    """Read the range and the unit behind a numeral, and add the figure unless it turns out to be none."""
    text = state.text
    numeral, is_range = ranges.extend(state, start, numeral)
    if numeral.end > skip:
        skip = 0
    numeral, end, form, unit = _unit(state, numeral)
    if not form:
        if not is_range and _CODE_GOES_ON.match(text, numeral.end):
            return serials.code(text, start)
        if skip or not _stands_alone(state, start, numeral, is_range=is_range):
            return max(numeral.end, skip)
        if len(numeral.raw) == 4 and not is_range and (end := timeline.named_year(state, start)):
            return end
        return figure(state, start, numeral, unit, form)
    if form == "届" and not numeral.hedge and text.startswith(_BODIES, end):
        return _ordinal(state, start, numeral)
    bare = _is_bare(text, start, numeral)
    hedged = bare and _hedged(state, start)
    if end <= skip and not hedged:
        return skip
    if len(numeral.raw) == 2 and not numeral.arabic and "0" not in numeral.raw:
        return end  # 三三年: two digits side by side are neither a number nor, here, a year
    if bare and not hedged and numeral.end - start < 2:
        return end  # 万元 and 亿元 name a unit, 百万美元 and 近百人 are figures
    if (form == "折" and numeral.low >= 10) or (form == "日" and text[start] in "廿卅"):
        return end
    numeral, end, unit = _tail(state, numeral, end, form, unit)
    return figure(state, start, numeral._replace(end=end), unit, form)


def _unit(state: State, numeral: Numeral) -> tuple[Numeral, int, str, Unit]:
    """The unit behind ``numeral``: its end, its form, its meaning; 个多小时 adds to the number too."""
    text = state.text
    found = amounts.minutes(text, numeral.end) or state.words.unit(text, numeral.end)
    if text[numeral.end : numeral.end + 1] in _POINT_AHEAD and (
        found is None or found[2].dimension == "count"
    ):
        point = _SPACED_POINT.match(text, numeral.end)
        if point is not None:
            return numeral, point.end(), "百分点", _POINT
        more = _MORE_OF.match(text, numeral.end)
        if more is not None and not numeral.hedge:
            form = "个" + more[2]
            return _fuller(numeral, more[1]), more.end(), form, state.words.by_form(form)
    if found is None:
        return numeral, numeral.end, "", NO_UNIT
    end, form, unit = found
    if unit.alone is not None and not _NOUN.match(text, end):
        # 三块 is money; of 3块 only 3块5 surely is
        unit = unit.alone if not numeral.arabic or text[end : end + 1].isdigit() else unit
    return numeral, end, form, unit


def _tail(state: State, numeral: Numeral, end: int, form: str, unit: Unit) -> tuple[Numeral, int, Unit]:
    """What may follow a unit: 两成五, 5元3角, 元/吨, 三年半, 5公里多."""
    text = state.text
    if form == "成":
        numeral, end = _tenths(text, numeral, end)
    numeral, end, unit = amounts.extend(state, numeral, end, form, unit)
    if text[end : end + 1] == "/" and (per := state.words.unit(text, end + 1)) is not None:
        below = per[2]
        if below.dimension.startswith("time"):  # 公里/小时: a third of a decimal is no gain
            below = Unit(per[1], below.dimension, Decimal(1))
        base, dimension = f"{unit.base}/{below.base}", f"{unit.dimension}/{below.dimension}"
        return numeral, per[0], Unit(base, dimension, unit.factor / below.factor)
    if not numeral.hedge and text.endswith(form, 0, end) and unit.dimension.partition(":")[0] in _MEASURED:
        tail = text[end : end + 1]
        if (tail == "半" and numeral.step == 1) or (tail == "多" and text[end + 1 : end + 2] not in _NO_MORE):
            return _fuller(numeral, tail), end + 1, unit
    return numeral, end, unit


def _tenths(text: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """两成五, 七成六, 三成半: the digit behind 成 counts hundredths."""
    at = end + 1 if text[end : end + 1] == " " else end
    tail = text[at : at + 1]
    if numeral.hedge or numeral.low != numeral.high or not tail:
        return numeral, end
    if tail == "半" and at == end:
        tenths = _HALF
    elif tail in _DIGITS[1:] and text[at + 1 : at + 2] not in _NOT_TENTHS:
        tenths = Decimal(_DIGITS.index(tail)) / 10
    else:
        return numeral, end
    value = numeral.number + tenths
    return numeral._replace(low=value, high=value, number=value, step=Decimal("0.1")), at + 1


def _fuller(numeral: Numeral, word: str) -> Numeral:
    """``numeral`` with 半 (and a half) or 多 (and some more)."""
    if word == "半":
        value = numeral.number + _HALF
        return numeral._replace(low=value, high=value, number=value, step=_HALF)
    high = numeral.number + numeral.step
    return numeral._replace(high=high, hedge=Hedge.OVER, open_low=True, open_high=True)


def _is_bare(text: str, start: int, numeral: Numeral) -> bool:
    """Nothing but magnitudes: 万, 千万, 百亿."""
    return text[start] in _MAGNITUDES and all(char in "十百千万亿兆" for char in text[start : numeral.end])


def _hedged(state: State, start: int) -> bool:
    return state.words.hedge_before(state.text, start)[1] is not None or state.text[start - 1 : start] in (
        "过",
        "破",
    )


def _stands_alone(state: State, start: int, numeral: Numeral, *, is_range: bool) -> bool:
    """Whether a numeral without a unit is a number: not one inside a word (三亚), not a part of a name."""
    text = state.text
    following = text[numeral.end : numeral.end + 1]
    if is_range:
        return True
    if text[start] in "廿卅" and text[start - 1 : start] == "月":
        return False  # 五月廿二 is a day of the lunar calendar
    if numeral.arabic:
        in_title = following == "》" and numeral.low < 100 and text[start - 1 : start] != "《"
        return not in_title and not serials.named(text, numeral.end)
    if serials.named(text, numeral.end):
        return False
    if numeral.hedge is Hedge.OVER:
        return True
    if text[start - 1 : start] == "负":
        return following not in _FLOORS
    ends = not _HAN.match(following)
    begins = not (start and _HAN.match(text, start - 1))
    isolated = ends and begins
    if _is_bare(text, start, numeral):
        return _hedged(state, start) or (
            isolated and numeral.end - start >= 2 and text[start : numeral.end] != "万万"
        )
    if numeral.end - start == 1 or numeral.raw or (numeral.hedge is Hedge.VAGUE and numeral.high < 10):
        return isolated or (ends and (_hedged(state, start) or text[start - 1] in _STATED))
    # 遥十七运载火箭: below a hundred and inside a run of characters it most likely is part of a name.
    bent = _hedged(state, start) or state.words.hedge_after(text, numeral.end)[1] is not None
    return begins or ends or numeral.number >= 100 or bent or text[start - 1] == "比"
