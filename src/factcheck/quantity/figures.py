"""Figures: a numeral with the hedge, sign, currency and unit around it, alone or as a range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import hedging, numerals, rates, serials, timeline
from factcheck.quantity.lexicon import Unit
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.quantity.numerals import TEN, Numeral

if TYPE_CHECKING:
    from factcheck.quantity.state import State

_TO = re.compile(r" ?(?:-|—{1,2}|~|至|到) ?(?=[0-9〇零一二两三四五六七八九十百千万亿几])")
_CODES = ("RMB", "USD", "CNY", "HKD", "EUR", "GBP", "JPY", "US$", "HK$", "NT$")
_KINDS = {
    "percent": Kind.PERCENT,
    "percentage_point": Kind.PERCENTAGE_POINT,
    "multiple": Kind.MULTIPLE,
    "ratio": Kind.RATIO,
    "money": Kind.MONEY,
    "time": Kind.DURATION,
}
_NO_UNIT = Unit("", "", Decimal(1))
_RATIO = Unit("", "ratio", Decimal(1))
_PERCENT = Unit("%", "percent", Decimal(1))
_MULTIPLE = Unit("倍", "multiple", Decimal(1))
_SPACED_POINT = re.compile(r" *个? *百 *分 *点")
_MORE_THAN = re.compile(r"个([多半])(?=小时|钟头|月|世纪|星期|礼拜|百分点|季度|工作日)")
_MEASURED = frozenset(("time", "length", "mass", "area", "money", "age", "multiple", "volume", "percent"))
_ARTICLE = frozenset(("count", "kind", "people", "event", "place", "times"))
_MAGNITUDES = frozenset("十百千万亿兆")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGIT_RUN = re.compile(r"[\d,.]+")
_HALF = re.compile(r"半(?=(?:个)?(?:年|小时|个月|月|天|钟头|世纪|学期|公里|米|里|斤|公斤|吨|亩|价|分钟|个钟头|个小时|个世纪))")
_SENTENCE_SIGN = frozenset("0123456789")


def currency_code(text: str, end: int) -> bool:
    """Whether a currency code ends at ``end``: the number behind it is an amount, not a part of a code."""
    return text[max(0, end - 3) : end] in _CODES or text[max(0, end - 4) : end - 1] in _CODES


def at_number(state: State, start: int, skip: int) -> int:
    """Read the figure that begins at ``start``; the position to go on from.

    ``skip`` is the end of a word that holds the numeral and means none (十分): the figure must reach beyond it.
    """
    text = state.text
    arabic = text[start] <= "9"
    read = numerals.read_arabic(text, start) if arabic else numerals.read_chinese(text, start)
    if read is None:
        if arabic:
            run = _DIGIT_RUN.match(text, start)
            return run.end() if run else start + 1
        return max(skip, numerals.run_end(text, start))
    if not arabic and text.startswith("零下", start):
        return start + 2
    ordinal = start and (text[start - 1] == "第" or (text[start - 1] == " " and text[start - 2 : start - 1] == "第"))
    if ordinal:
        return _ordinal(state, start, read)
    if text[read.end : read.end + 1] in _OF_HINT:
        fraction = rates.of(text, read)
        if fraction is not None:
            return _fraction(state, start, read, fraction)
    if text.startswith("一半", start):
        return _figure(state, start, rates.exact(start + 2, Decimal("0.5")), _RATIO, "")
    if arabic:
        end = _serial(state, start, read)
        if end:
            return end
    end = serials.han_clock(text, start)
    if end and not _counts_points(state, start, read, end):
        return end
    return _measured(state, start, read, skip)


_OF_HINT = frozenset(" 分")


def _counts_points(state: State, start: int, read: Numeral, end: int) -> bool:
    text = state.text
    if text[read.end : read.end + 1] != "点" or end != read.end + 1:
        return False
    return read.low != int(read.low) or bool(state.words.direction(text, start))


def _serial(state: State, start: int, read: Numeral) -> int:
    """The end of a code, clock time, score or version that begins with an Arabic number; 0 when it is a figure."""
    text = state.text
    following = text[read.end : read.end + 1]
    if following == ":" or following == "比":
        ratio = rates.COLON.match(text, start)
        if ratio is not None and (
            serials.is_ratio(text, start) or state.original[ratio.end(1) : ratio.start(2)].strip() == "∶"
        ):
            return _quotient(state, start, ratio)
        return serials.clock(text, start) or serials.score(text, start) or 0
    if following == "/":
        ratio = rates.SLASH.match(text, start)
        if ratio is not None and 0 < int(ratio[1]) < int(ratio[2]) and text[start - 1 : start] not in ("/", "."):
            return _quotient(state, start, ratio)
        return serials.code(text, start) if text[read.end + 1 : read.end + 2] in _SENTENCE_SIGN else 0
    if following == "." and (end := serials.version(text, start)):
        return end
    if following in "-" and (end := serials.phone(text, start) or serials.score(text, start)):
        return end
    if read.raw and len(read.raw) >= 11 and not state.words.unit(text, read.end):
        return read.end
    if read.raw and read.raw[0] == "0" and len(read.raw) > 2:
        return serials.code(text, start)
    if following.isascii() and (following.isalpha() or following in "_@#"):
        if following and state.words.unit(text, read.end) is None:
            return serials.code(text, start)
    return 0


def _quotient(state: State, start: int, ratio: re.Match[str]) -> int:
    below = Decimal(ratio[2])
    if not below:
        return ratio.end()
    value = Decimal(ratio[1]) / below
    return _figure(state, start, rates.exact(ratio.end(), value), _RATIO, "")


def _ordinal(state: State, start: int, read: Numeral) -> int:
    text = state.text
    begin = text.rindex("第", 0, start)
    end, form, base = read.end, "", ""
    unit = state.words.unit(text, read.end)
    if unit is not None and not unit[2].dimension.startswith(("money", "percent")):
        end, form, base = unit[0], unit[1], unit[2].base
        if form[0] == "个" and len(form) > 1:
            end, form, base = end - len(form) + 1, "个", "个"
    state.found.append(
        Quantity(begin, end, state.original[begin:end], read.low, read.high, True, True, read.hedge, base, Kind.ORDINAL,
                 "ordinal", read.number, read.step, written_unit=form)  # fmt: skip
    )
    return end


def _fraction(state: State, start: int, whole: Numeral, fraction: tuple[Numeral, Decimal, bool]) -> int:
    part, factor, percent = fraction
    if not percent and part.low == part.high and part.low > whole.low:
        return part.end
    text = state.text
    joint = _TO.match(text, part.end)
    if joint is not None:
        at = joint.end()
        other = rates.read(text, at)
        again = rates.of(text, other) if other is not None else None
        if again is not None and again[1] == factor:
            other = again[0]
        if other is not None and other.low > part.high:
            part = _join(part, other)
    unit = _PERCENT if percent else _RATIO
    return _figure(state, start, _scaled(part, factor), unit, "")


def _scaled(read: Numeral, factor: Decimal) -> Numeral:
    if factor == 1:
        return read
    return read._replace(
        low=read.low * factor, high=read.high * factor, number=read.number * factor, step=read.step * factor
    )


def _join(left: Numeral, right: Numeral) -> Numeral:
    """The interval from ``left`` to ``right``."""
    return right._replace(low=left.low, number=left.number, open_low=False, hedge=Hedge.NONE, raw="", head=right.head)


def _range(state: State, start: int, read: Numeral) -> tuple[Numeral, bool]:
    """Read on when a range follows: 3-5万, 3万至5万, 3万元至5万元, 八到九百亿. Whether it did is told too."""
    text = state.text
    at = read.end
    joint = _TO.match(text, at)
    first_unit = None
    if joint is None:
        first_unit = state.words.unit(text, at)
        if first_unit is None:
            return read, False
        joint = _TO.match(text, first_unit[0])
        if joint is None:
            return read, False
    other = rates.read(text, joint.end())
    if other is None or other.low != other.high and other.hedge is Hedge.VAGUE:
        return read, False
    left = read
    if first_unit is None:
        if not read.arabic and not other.arabic and read.low < 10 <= other.head:
            left = _scaled(read, _distributed(read, other))
        elif not read.scale and other.scale and read.low <= other.head:
            left = _scaled(read, TEN[other.scale])
    sign = text[joint.start() : joint.end()].strip()
    unit = state.words.unit(text, other.end)
    if first_unit is not None and (unit is None or unit[2].dimension != first_unit[2].dimension):
        return read, False
    if first_unit is not None and unit is not None and first_unit[2].factor != unit[2].factor:
        left = _scaled(read, first_unit[2].factor / unit[2].factor)
    if unit is None and sign == "-" and not other.scale:
        return read, False
    if left.low >= other.high:
        return read, False
    return _join(left, other), True


def _distributed(left: Numeral, right: Numeral) -> Decimal:
    """八到九百亿: the hundred of the right side holds for the left one too."""
    digits = str(int(right.head)).rstrip("0")
    power = len(str(int(right.head))) - 1
    scale = TEN[power] * (TEN[right.scale] if right.scale else 1)
    return scale if len(digits) == 1 and left.low < int(digits) else Decimal(1)


def _measured(state: State, start: int, read: Numeral, skip: int) -> int:
    text = state.text
    every = start and text[start - 1] == "每"
    if every and (end := _every(state, start, read)):
        return end
    read, is_range = _range(state, start, read)
    unit = state.words.unit(text, read.end)
    end, form, meaning = unit or (read.end, "", _NO_UNIT)
    if unit is None or meaning.dimension == "count":
        spaced = _SPACED_POINT.match(text, read.end)
        if spaced is not None:
            end, form, meaning = spaced.end(), "百分点", Unit("百分点", "percentage_point", Decimal(1))
        elif (fuller := _MORE_THAN.match(text, read.end)) is not None and not read.hedge:
            inner = state.words.unit(text, fuller.end())
            if inner is not None:
                end, form, meaning = inner
                read = _fuller(read, fuller[1])
    if not form and not _stands_alone(state, start, read, is_range, skip):
        return max(read.end, skip)
    if skip and end <= skip:
        return skip
    if form:
        if _is_bare(text, start, read) and not _bare_counts(state, start, read, end, form):
            return end
        if form == "折" and read.raw and len(read.raw) == 2:
            meaning = meaning._replace(factor=Decimal(1))
        if form == "成":
            read, end = _tenths(text, read, end)
        if end == read.end + len(form) and meaning.dimension.partition(":")[0] in _MEASURED and not read.hedge:
            tail = text[end : end + 1]
            if tail == "半" and read.step == 1 and form != "成":
                read, end = _fuller(read, "半"), end + 1
            elif tail == "多" and text[end + 1 : end + 2] not in tuple("次名个家种项地年方元样人数少亿万"):
                read, end = _fuller(read, "多"), end + 1
    elif timeline_year := (read.raw and len(read.raw) == 4 and not is_range and timeline.named_year(state, start)):
        return timeline_year
    return _figure(state, start, read._replace(end=end), meaning, form)


def _tenths(text: str, read: Numeral, end: int) -> tuple[Numeral, int]:
    """两成五, 七成六, 三成半: the digit behind 成 counts hundredths."""
    tail = text[end : end + 1]
    at = end
    if tail == " " and text[end + 1 : end + 2] in "一二三四五六七八九":
        at = end + 1
        tail = text[at : at + 1]
    if tail == "半":
        digit = 5
    elif tail and tail in "一二三四五六七八九" and text[at + 1 : at + 2] not in tuple("个成人名家十百千万年月"):
        digit = "零一二三四五六七八九".index(tail)
    else:
        return read, end
    if read.hedge or read.low != read.high:
        return read, end
    value = read.number + Decimal(digit) / 10
    return read._replace(low=value, high=value, number=value, step=Decimal("0.1")), at + 1


def _fuller(read: Numeral, word: str) -> Numeral:
    if word == "半":
        value = read.number + Decimal("0.5")
        return read._replace(low=value, high=value, number=value, step=Decimal("0.5"))
    return read._replace(high=read.number + read.step, hedge=Hedge.OVER, open_low=True, open_high=True)


def _is_bare(text: str, start: int, read: Numeral) -> bool:
    """Nothing but magnitudes: 万, 千万, 百亿."""
    return not read.arabic and text[start] != "十" and all(char in _MAGNITUDES for char in text[start : read.end])


def _bare_counts(state: State, start: int, read: Numeral, end: int, form: str) -> bool:
    """百万美元 and 近百人 are figures, 万元 and 亿元 name a unit."""
    return _hedged(state, start) or (read.end - start >= 2 and len(form) > 0)


def _hedged(state: State, start: int) -> bool:
    return state.words.hedge_before(state.text, start)[1] is not None or state.text[start - 1 : start] == "过"


def _stands_alone(state: State, start: int, read: Numeral, is_range: bool, skip: int) -> bool:
    """Whether a numeral without a unit is a number: not one inside a word (三亚), not a part of a code."""
    text = state.text
    if skip:
        return False
    if read.arabic:
        following = text[read.end : read.end + 2]
        return following[:1] not in ("号", "路", "后") or is_range
    if is_range or read.hedge is Hedge.OVER:
        return True
    isolated = not (start and _HAN.match(text, start - 1)) and not _HAN.match(text, read.end)
    if _is_bare(text, start, read):
        return _hedged(state, start) or (isolated and read.end - start >= 2 and text[start : read.end] != "万万")
    if read.end - start == 1 or read.raw or read.hedge is Hedge.VAGUE and read.high < 10:
        return isolated or (read.end - start == 1 and _hedged(state, start) and not _HAN.match(text, read.end))
    return True


def _every(state: State, start: int, read: Numeral) -> int:
    """每4人中就有1位: a ratio of what the second number counts to the first."""
    text = state.text
    unit = state.words.unit(text, read.end)
    at = unit[0] if unit else read.end
    found = rates.EVERY.match(text, at)
    if found is None or read.low != read.high or not read.low:
        return 0
    part = rates.read(text, found.end())
    if part is None:
        return 0
    second = state.words.unit(text, part.end)
    if second is None or (unit is not None and unit[2].dimension in ("people", "household") and second[2].dimension not in (unit[2].dimension, "count")):
        return 0
    if part.high > read.low:
        return 0
    return _figure(state, start - 1, _scaled(part, 1 / read.low)._replace(end=second[0]), _RATIO, "")


def _figure(state: State, start: int, read: Numeral, unit: Unit, form: str) -> int:
    """Add the figure whose numeral begins at ``start`` and whose unit ends at ``read.end``."""
    text, words = state.text, state.words
    begin, end = start, read.end
    negative = False
    previous = text[begin - 1 : begin]
    if previous and previous in "-负+":
        if previous == "负" or (previous == "-" and not (begin > 1 and (text[begin - 2].isalnum() or text[begin - 2] in "-—)%"))):
            negative = True
            begin -= 1
    currency = None
    if not unit.dimension or unit.dimension.startswith("money"):
        currency = words.currency_before(text, begin)
        if currency is not None:
            begin = currency[0]
            if not unit.dimension:
                unit = currency[1]
                form = unit.base
            if text[begin - 1 : begin] == "-":
                negative, begin = True, begin - 1
    if text[begin - 2 : begin] == "零下":
        negative, begin = True, begin - 2
    begin, before = words.hedge_before(text, begin)
    if before is None and text[begin - 1 : begin] == "过" and (read.low == Decimal("0.5") and unit is _RATIO or (text[start] in _MAGNITUDES)):
        before, begin = Hedge.OVER, begin - 1
    end, after = words.hedge_after(text, end)
    kind = _KINDS.get(unit.dimension.partition(":")[0], Kind.CARDINAL)
    if before is Hedge.NEAR and kind is Kind.DURATION and _is_period(text, end, read, form):
        before = None
    factor = -unit.factor if negative else unit.factor
    read = _scaled(read, factor)
    if negative:
        read = read._replace(low=read.high, high=read.low, step=-read.step, open_low=read.open_high, open_high=read.open_low)
    low, high, low_inclusive, high_inclusive, hedge = hedging.interval(read, before, after)
    direction = words.direction(text, begin)
    basis = _basis(text, begin) if kind is not Kind.CARDINAL or direction else ""
    exact = read.low == read.high or read.hedge in (Hedge.OVER, Hedge.ABOUT, Hedge.VAGUE)
    incidental = (
        text[start:start + 1] == "一" and read.number == 1 and not hedge and unit.dimension in _ARTICLE
        and text[start - 1 : start] not in tuple("仅只共第达为唯每")
    )  # fmt: skip
    state.found.append(
        Quantity(begin, end, state.original[begin:end], low, high, low_inclusive, high_inclusive, hedge, unit.base, kind,
                 unit.dimension, read.number if exact else None, read.step, direction, basis, form, incidental)  # fmt: skip
    )
    _bracketed(state)
    return end


def _is_period(text: str, end: int, read: Numeral, form: str) -> bool:
    """近五年 is the five years up to now; 近二十年 says nearly twenty only where nothing makes a period of it."""
    return text.startswith(("来", "以来", "间", "里", "期间"), end) or (read.number <= 10 and form in ("年", "个月", "天", "日", "周"))


def _basis(text: str, start: int) -> str:
    window = text[max(0, start - 14) : start]
    for sign in "。;!?\n,":
        window = window.rpartition(sign)[2]
    year, month = window.rfind("同比"), window.rfind("环比")
    if year < 0 and month < 0:
        return ""
    return "同比" if year > month else "环比"


def _bracketed(state: State) -> None:
    """141178万人(14.1178亿人) is one figure: drop the second when it says the same in brackets."""
    if len(state.found) < 2:
        return
    first, second = state.found[-2:]
    text = state.text
    if (
        second.start == first.end + 1
        and text[first.end] == "("
        and text[second.end : second.end + 1] == ")"
        and (first.low, first.high, first.dimension) == (second.low, second.high, second.dimension)
    ):
        state.found.pop()


def at_vague(state: State, start: int) -> int:
    """几十, 数百万, 几个, 半年, 过半 at ``start``."""
    text = state.text
    if text[start] == "半":
        if text.startswith("半数", start) or (text[start - 1 : start] in ("过", "近", "超", "逾")):
            end = start + (2 if text.startswith("半数", start) else 1)
            return _figure(state, start, rates.exact(end, Decimal("0.5")), _RATIO, "")
        if _HALF.match(text, start) and text[start - 1 : start] not in ("上", "下", "前", "后", "大", "小", "多"):
            unit = state.words.unit(text, start + 1)
            if unit is not None:
                half = rates.exact(unit[0], Decimal("0.5"))
                return _figure(state, start, half, unit[2], unit[1])
        if text.startswith("半百", start):
            return _figure(state, start, rates.exact(start + 2, Decimal(50), TEN[1]), _NO_UNIT, "")
        return start + 1
    vague = numerals.read_vague(text, start)
    if vague is None:
        unit = state.words.unit(text, start + 1)
        if text[start] in "几数" and unit is not None and text[start - 1 : start] not in ("第", "无", "好"):
            low = Decimal(2)
            several = Numeral(unit[0], low, Decimal(9), low, Decimal(1), Hedge.VAGUE, False, False, 0, low, False, "")
            return _figure(state, start, several, unit[2], unit[1])
        return start + 1
    unit = state.words.unit(text, vague.end)
    if unit is None:
        return _figure(state, start, vague, _NO_UNIT, "")
    return _figure(state, start, vague._replace(end=unit[0]), unit[2], unit[1])


def at_word(state: State, start: int) -> int:
    """上万, 成千上万, 翻两番 at ``start``; 0 when there is none."""
    text = state.text
    if text[start] in "上成":
        vague = numerals.read_vague(text, start)
        if vague is None:
            return 0
        unit = state.words.unit(text, vague.end)
        if unit is None:
            return _figure(state, start, vague, _NO_UNIT, "")
        return _figure(state, start, vague._replace(end=unit[0]), unit[2], unit[1])
    found = rates.DOUBLED.match(text, start)
    if found is None:
        return 0
    times = found[1] or "一"
    if times == "几":
        return found.end()
    value = Decimal(2) ** "零一二三四".index("二" if times == "两" else times)
    return _figure(state, start, rates.exact(found.end(), value, Decimal(1)), _MULTIPLE, found[0])
