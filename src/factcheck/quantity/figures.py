"""Figures that begin with a number: is it one, what does it count, and what else belongs to it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import amounts, han, numerals, ordinals, ranges, rates, serials, timeline
from factcheck.quantity.emit import NO_UNIT, figure
from factcheck.quantity.lexicon import Unit
from factcheck.quantity.model import Hedge, Kind
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_POINT = Unit("百分点", "percentage_point", Decimal(1))
_SPACED_POINT = pattern(r" *个? *百 *分 *点")
_MORE_OF = pattern(r"个([多半])(小时|分钟|钟头|月|世纪|星期|礼拜|百分点|季度|工作日)")
_MEASURED = frozenset(("time", "length", "mass", "area", "money", "age", "multiple", "volume", "percent"))
_PER = ("/", "每")
_TIMES = {"h": "小时", "个小时": "小时", "s": "秒", "秒钟": "秒", "min": "分钟"}
_NO_MORE = frozenset("次名个家种项地年方元样人数少亿万了出于")  # 3人多次: the 多 belongs to what follows
_MAGNITUDES = frozenset("百千万亿兆")
_HAN = pattern(r"[^\W\d_a-zA-Z]")
_NOUN = pattern(r"(?!零[0-9一二三四五六七八九])[^\W\d_a-zA-Z](?<![左上以之多半一二三四五六七八九的了和到至])")
_LETTER = pattern(r"[A-DF-Zf-jnp-z]")
_CODE_GOES_ON = pattern(r"-\d")
_PLAIN_DIGITS = pattern(r"\d{1,24}(?![\d,.])")
_GROUPED = r"\d+(?:\.\d+|,\d{3}(?!\d))*"
_DIGIT_RUN = pattern(rf"{_GROUPED}(?:[十百千万亿兆]+(?:{_GROUPED})?)*")
_DIGITS = "零一二三四五六七八九"
_NOT_TENTHS = frozenset("个成人名家十百千万年月")
_STATED = frozenset("是为有于共达")
_SESSION = pattern("[一二三四五六七八九十]{1,3}次")  # 二届三次会议
_RANKED = ("名", "位")
_BEFORE_RANKS = frozenset("目提以之此先眼日年月天周晚午生史面车门台当跟")  # 目前三名, 此前三名
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
_CLOCK_AHEAD = ("点", "时", "许", " ")
_FLOORS = frozenset("楼层级")  # 负一楼
_HALF = Decimal("0.5")
_HOURS = 24
_TEN_THOUSAND = 4  # the power of 万
_STOCK = 6  # so many digits has the code of a share: (600519)
_HUNDREDTH = Decimal("0.01")
_BEFORE_LIST = pattern(rf"(?<![{han.CHARS}、第])[{han.CHARS}]{{1,3}}$")


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
    if text.startswith(("零下", "零上"), start):
        return start + 2
    if text[start - 1 : start] == "第" or (
        text[start - 1 : start] == " " and text[start - 2 : start - 1] == "第"
    ):
        return ordinals.at_number(state, start, numeral)
    if end := rates.at_number(state, start, numeral):
        return end
    following = text[numeral.end : numeral.end + 1]
    if arabic:
        slash = following == "/" or text.startswith(" /", numeral.end)
        if slash or following in (":", "比"):
            rate = rates.at_slash if slash else rates.at_colon
            if end := rate(state, start):
                return end
        if end := serials.end_of_code(state, start, numeral):
            return end
    elif following == "比" and (end := rates.at_han_colon(state, start)):
        return end
    timed = text[numeral.end : numeral.end + 1] in _CLOCK_AHEAD or (
        not arabic and "点" in text[start : numeral.end]
    )
    timed = timed and amounts.hours(text, start, numeral.end) is None
    end = serials.han_clock(text, start) if timed else 0
    if end and not _counts(state, start, numeral, end):
        return max(end, numeral.end)
    if text[start - 1 : start] == "、":
        before = state.found[-1] if state.found else None
        if before is not None and before.end == start - 1 and before.kind is Kind.ORDINAL:
            if before.number is not None and before.number + 1 == numeral.low:
                return ordinals.at_number(state, start, numeral)  # 第三、四届
        elif not arabic and (several := _several(state, start, numeral)) is not None:
            return _measured(state, start - 1 - len(several[1]), several[0], skip)
    return _measured(state, start, numeral, skip)


def _several(state: State, start: int, numeral: Numeral) -> tuple[Numeral, str] | None:
    """三、五年, 十七、八岁: as 三五年, three to five; with the numeral before the 、."""
    found = _BEFORE_LIST.search(state.text, max(0, start - 5), start - 1)
    if (
        found is None
        or numeral.hedge
        or numeral.number >= 10 * numeral.step
        or (state.found and state.found[-1].end > found.start())
    ):
        return None
    parsed = han.parse(found[0] + state.text[start : numeral.end].replace(" ", ""))
    if parsed is None or parsed.low == parsed.high or state.words.unit(state.text, numeral.end) is None:
        return None
    several = numeral._replace(low=parsed.low, high=parsed.high, number=parsed.low, hedge=Hedge.VAGUE)
    return several, found[0]


def at_decimal(state: State, start: int) -> int:
    """Read .5, whose digits begin at ``start``."""
    text = state.text
    run = _PLAIN_DIGITS.match(text, start)
    if run is None:
        return start + 1
    if _LETTER.match(text, run.end()):
        return serials.code(text, start)
    found = numerals.read_arabic(f"0.{text[start : run.end() + 8]}", 0)
    if found is None:
        return run.end()
    return _measured(state, start - 1, found._replace(end=start - 2 + found.end), 0)


def _counts(state: State, start: int, numeral: Numeral, end: int) -> bool:
    """Whether what looks like a clock time is a number after all: 二点五, 上涨了8点."""
    text = state.text
    if serials.daytime(text, start) or text[end - 1] in "分秒刻整半":
        return False
    if "点" in text[start : numeral.end]:
        return text[numeral.end : numeral.end + 1] not in ("十", "刻", "分") or text.startswith(
            ("分之", "分钟"), numeral.end
        )
    if end != numeral.end + 1 or text[numeral.end] != "点":
        return False
    return numeral.low != int(numeral.low) or bool(state.words.direction(text, start))


def _measured(state: State, start: int, numeral: Numeral, skip: int) -> int:
    """Read the range and the unit behind a numeral, and add the figure unless it turns out to be none."""
    text = state.text
    numeral, is_range = ranges.extend(state, start, numeral)
    if numeral.end > skip:
        skip = 0
    numeral, end, form, unit = _unit(state, start, numeral)
    if is_range and not form and numeral.high <= _HOURS and text.startswith("时", numeral.end):
        return numeral.end + 1  # 0—24时
    if not form:
        if not is_range and _CODE_GOES_ON.match(text, numeral.end):
            return serials.code(text, start)
        if skip or not _stands_alone(state, start, numeral, is_range=is_range):
            return max(numeral.end, skip)
        if len(numeral.raw) == 4 and not is_range and (end := timeline.named_year(state, start)):
            return end
        return figure(state, start, numeral, unit, form)
    if is_range and form in _CLOCK_AHEAD and numeral.high <= 24 and not state.words.direction(text, start):
        return end  # 晚上9~11点
    if (
        form in _RANKED
        and text[start - 1 : start] == "前"
        and text[start - 2 : start - 1] not in _BEFORE_RANKS
    ):
        return ordinals.at_number(state, start, numeral._replace(low=Decimal(1)))  # 前三名
    session = form == "次" and text[start - 1 : start] == "届"
    if session or (form == "届" and (text.startswith(_BODIES, end) or _SESSION.match(text, end))):
        return ordinals.at_number(state, start, numeral)
    if text[start] == "一" and numeral.end - start == 1 and text.startswith(form, end):
        return end + len(form)  # 一座座 counts none
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
    numeral, end, unit = _tail(state, numeral, end, form, unit, is_range=is_range)
    return figure(state, start, numeral._replace(end=end), unit, form)


def _unit(state: State, start: int, numeral: Numeral) -> tuple[Numeral, int, str, Unit]:
    """The unit behind ``numeral``: its end, its form, its meaning; 个多小时 adds to the number too."""
    text = state.text
    found = amounts.minutes(text, numeral.end) or amounts.hours(text, start, numeral.end)
    found = found or state.words.unit(text, numeral.end)
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
        # 三块 is money; of 3块 only 3块5, 3.5块 and 3万块 surely are
        large = numeral.scale >= _TEN_THOUSAND
        sure = not numeral.arabic or large or text[end : end + 1].isdigit() or numeral.number % 1
        unit = unit.alone if sure else unit
    return numeral, end, form, unit


def _tail(
    state: State, numeral: Numeral, end: int, form: str, unit: Unit, *, is_range: bool
) -> tuple[Numeral, int, Unit]:
    """What may follow a unit: 两成五, 5元3角, 元/吨, 三年半, 5公里多."""
    text = state.text
    if form == "成":
        numeral, end = _tenths(text, numeral, end)
    if is_range:
        return ranges.to_amount(state, numeral, end, form, unit) or _per(state, numeral, end, unit)
    numeral, end, unit = amounts.extend(state, numeral, end, form, unit)
    if (whole := ranges.onward(state, numeral, end, unit)) is not None:
        return whole
    if (whole := _per(state, numeral, end, unit))[1] > end:
        return whole
    if not numeral.hedge and text.endswith(form, 0, end) and unit.dimension.partition(":")[0] in _MEASURED:
        tail = text[end : end + 1]
        if (tail == "半" and numeral.step == 1) or (tail == "多" and text[end + 1 : end + 2] not in _NO_MORE):
            return _fuller(numeral, tail), end + 1, unit
    return numeral, end, unit


def _per(state: State, numeral: Numeral, end: int, unit: Unit) -> tuple[Numeral, int, Unit]:
    """元/吨, 公里每小时: to each of another unit."""
    text = state.text
    per = state.words.unit(text, end + 1) if text[end : end + 1] in _PER else None
    if per is None or (text[end] == "每" and per[2].dimension not in _MEASURED):
        return numeral, end, unit
    below = per[2]
    if below.dimension.startswith("time"):  # 公里/小时: a third of a decimal is no gain
        below = Unit(_TIMES.get(per[1], per[1]), below.dimension, Decimal(1))
    base, dimension = f"{unit.base}/{below.base}", f"{unit.dimension}/{below.dimension}"
    return numeral, per[0], Unit(base, dimension, unit.factor / below.factor)


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
    if following == "》" and text[start - 1 : start] == "《":
        return False  # 《1921》 is nothing but a title
    if text[start] in "廿卅" and text[start - 1 : start] == "月":
        return False  # 五月廿二 is a day of the lunar calendar
    if numeral.arabic:
        in_brackets = following == ")" and text[start - 1 : start] == "("
        if in_brackets and len(numeral.raw) == _STOCK:
            return False
        in_title = following == "》" and numeral.low < 100 and text[start - 1 : start] != "《"
        return not in_title and not serials.named(text, numeral.end) and not serials.of_make(text, start)
    if serials.named(text, numeral.end):
        return False
    if numeral.hedge is Hedge.OVER:
        return True
    if text[start - 1 : start] == "负":
        return following not in _FLOORS
    ends = not _HAN.match(following)
    begins = not (start and _HAN.match(text, start - 1))
    if numeral.step <= _HUNDREDTH:
        return True  # 三点一四 is no part of a name
    isolated = ends and begins
    if _is_bare(text, start, numeral):
        return _hedged(state, start) or (
            isolated and numeral.end - start >= 2 and text[start : numeral.end] != "万万"
        )
    if numeral.end - start == 1 or numeral.raw or (numeral.hedge is Hedge.VAGUE and numeral.high < 10):
        listed = "、" in (following, text[start - 1 : start])  # 一、二、三等奖
        return (isolated and not listed) or (ends and (_hedged(state, start) or text[start - 1] in _STATED))
    # 遥十七运载火箭: below a hundred and inside a run of characters it most likely is part of a name.
    bent = _hedged(state, start) or state.words.hedge_after(text, numeral.end)[1] is not None
    return begins or ends or numeral.number >= 100 or bent or text[start - 1] == "比"
