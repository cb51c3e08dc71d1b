"""Figures: a numeral with the hedge, sign, currency and unit around it, alone or as a range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import amounts, numerals, ranges, rates, serials, timeline
from factcheck.quantity.emit import MULTIPLE, NO_UNIT, PERCENT, RATIO, figure, scaled
from factcheck.quantity.lexicon import Unit
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.quantity.numerals import TEN, Numeral

if TYPE_CHECKING:
    from factcheck.quantity.state import State

_CODES = ("RMB", "USD", "CNY", "HKD", "EUR", "GBP", "JPY", "US$", "HK$", "NT$")
_SPACED_POINT = re.compile(r" *个? *百 *分 *点")
_MORE_THAN = re.compile(r"个([多半])(小时|钟头|月|世纪|星期|礼拜|百分点|季度|工作日)")
_MEASURED = frozenset(("time", "length", "mass", "area", "money", "age", "multiple", "volume", "percent"))
_MAGNITUDES = frozenset("十百千万亿兆")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NOUN = re.compile(r"[\u4e00-\u9fff](?<![左上以之多半一二三四五六七八九的了和到至])")
_CODE_GOES_ON = re.compile(r"-\d")
_DIGIT_RUN = re.compile(r"[\d,.]+(?:[十百千万亿兆]+[\d,.]*)*")
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
    compound = rates.mixed(text, read) if text[read.end : read.end + 1] in _AND_HINT and read.low == read.high else None
    if compound is not None:
        return figure(state, start, compound, NO_UNIT, "")
    if text.startswith("一半", start):
        return figure(state, start, rates.exact(start + 2, Decimal("0.5")), RATIO, "")
    discount = rates.DISCOUNT.match(text, start)
    if discount is not None:
        return figure(state, start, rates.discount(discount), PERCENT, "折")
    if arabic:
        end = _serial(state, start, read)
        if end:
            return end
    end = serials.han_clock(text, start)
    if end and not _counts(state, start, read, end):
        return max(end, read.end)
    return _measured(state, start, read, skip)


def at_decimal(state: State, start: int) -> int:
    """Read .5, whose digits begin at ``start``."""
    run = numerals.read_arabic(state.text, start)
    if run is None or not run.raw:
        return start + 1
    text = state.text
    found = numerals.read_arabic(f"0.{text[start : run.end]}{text[run.end : run.end + 8]}", 0)
    if found is None:
        return run.end
    return _measured(state, start - 1, found._replace(end=start - 2 + found.end), 0)


_OF_HINT = frozenset(" 分")
_AND_HINT = frozenset(" 又")


def _counts(state: State, start: int, read: Numeral, end: int) -> bool:
    """Whether what looks like a clock time is a number after all: 二点五, 上涨了8点."""
    text = state.text
    if serials.daytime(text, start) or text[end - 1] in "分秒刻整半":
        return False
    if "点" in text[start : read.end]:
        return text[read.end : read.end + 1] not in ("十", "刻", "分") or text.startswith("分之", read.end)
    return end == read.end + 1 and text[read.end] == "点" and (
        read.low != int(read.low) or bool(state.words.direction(text, start))
    )


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
        if ratio is not None and text[start - 1 : start] not in ("/", ".") and _divides(ratio[1], ratio[2]):
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
    if text[start - 1 : start] == " " and text[start - 2 : start - 1].isascii() and text[start - 2 : start - 1].isalpha():
        if state.words.unit(text, read.end) is None and state.words.currency_before(text, start) is None:
            return read.end
    if following.isascii() and (following.isalpha() or following in "_@#"):
        if following and state.words.unit(text, read.end) is None:
            return serials.code(text, start)
    return 0


def _divides(above: str, below: str) -> bool:
    """Whether a/b is a fraction; 6/22 and 08/08 are days."""
    if above[0] == "0" or below[0] == "0":
        return False
    return not (1 < int(above) <= 12 < int(below) <= 31)


def _quotient(state: State, start: int, ratio: re.Match[str]) -> int:
    below = Decimal(ratio[2])
    if not below:
        return ratio.end()
    value = Decimal(ratio[1]) / below
    return figure(state, start, rates.exact(ratio.end(), value), RATIO, "")


def _ordinal(state: State, start: int, read: Numeral) -> int:
    text = state.text
    begin = text.rindex("第", 0, start)
    end, form, base = read.end, "", ""
    unit = state.words.unit(text, read.end)
    if unit is not None and not unit[2].dimension.startswith(("money", "percent")):
        end, form, base = unit[0], unit[1], unit[1]
        if form[0] == "个" and len(form) > 1:
            end, form, base = end - len(form) + 1, "个", "个"
    state.found.append(
        Quantity(begin, end, state.original[begin:end], read.low, read.high, True, True, read.hedge, base, Kind.ORDINAL,
                 "ordinal", read.number, read.step, written_unit=form)  # fmt: skip
    )
    return end


def _fraction(state: State, start: int, whole: Numeral, fraction: tuple[Numeral, Decimal, bool]) -> int:
    part, factor, percent = fraction
    text = state.text
    joint = ranges.TO.match(text, part.end)
    if joint is not None:
        at = joint.end()
        other = rates.read(text, at)
        again = rates.of(text, other) if other is not None else None
        if again is not None and again[1] == factor:
            other = again[0]
        if other is not None and other.low > part.high:
            part = ranges.join(part, other)
    unit = PERCENT if percent else RATIO
    return figure(state, start, scaled(part, factor), unit, "")


def _measured(state: State, start: int, read: Numeral, skip: int) -> int:
    text = state.text
    every = start and text[start - 1] == "每"
    if every and (end := _every(state, start, read)):
        return end
    read, is_range = ranges.extend(state, start, read)
    if skip and read.end > skip:
        skip = 0
    unit = amounts.minutes(text, read.end) or state.words.unit(text, read.end)
    end, form, meaning = unit or (read.end, "", NO_UNIT)
    if unit is None or meaning.dimension == "count":
        spaced = _SPACED_POINT.match(text, read.end)
        if spaced is not None:
            end, form, meaning = spaced.end(), "百分点", Unit("百分点", "percentage_point", Decimal(1))
        elif (fuller := _MORE_THAN.match(text, read.end)) is not None and not read.hedge:
            end, form = fuller.end(), "个" + fuller[2]
            meaning = state.words.by_form(form)
            read = _fuller(read, fuller[1])
    if not form and not is_range and _CODE_GOES_ON.match(text, read.end):
        return serials.code(text, start)
    if not form and not _stands_alone(state, start, read, is_range, skip):
        return max(read.end, skip)
    bare = _is_bare(text, start, read)
    if skip and end <= skip and not (bare and _hedged(state, start)):
        return skip
    if form:
        if meaning.alone is not None and not read.arabic and not _NOUN.match(text, end):
            meaning = meaning.alone
        if bare and not _bare_counts(state, start, read, end, form):
            return end
        if form == "折" and read.low >= 10:
            return end
        if form == "成":
            read, end = _tenths(text, read, end)
        read, end, meaning = amounts.extend(state, read, end, form, meaning)
        if text[end : end + 1] == "/" and (per := state.words.unit(text, end + 1)) is not None:
            meaning, end = _per(meaning, per[2]), per[0]
        if text[end - len(form) : end] == form and meaning.dimension.partition(":")[0] in _MEASURED and not read.hedge:
            tail = text[end : end + 1]
            if tail == "半" and read.step == 1 and form != "成":
                read, end = _fuller(read, "半"), end + 1
            elif tail == "多" and text[end + 1 : end + 2] not in tuple("次名个家种项地年方元样人数少亿万"):
                read, end = _fuller(read, "多"), end + 1
    elif timeline_year := (read.raw and len(read.raw) == 4 and not is_range and timeline.named_year(state, start)):
        return timeline_year
    return figure(state, start, read._replace(end=end), meaning, form)


def _per(above: Unit, below: Unit) -> Unit:
    """The unit of a rate: 元/吨 counts 元 for each 千克."""
    return Unit(f"{above.base}/{below.base}", f"{above.dimension}/{below.dimension}", above.factor / below.factor)


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
    return state.words.hedge_before(state.text, start)[1] is not None or state.text[start - 1 : start] in ("过", "破")


def _stands_alone(state: State, start: int, read: Numeral, is_range: bool, skip: int) -> bool:
    """Whether a numeral without a unit is a number: not one inside a word (三亚), not a part of a code."""
    text = state.text
    if skip:
        return False
    if read.arabic:
        return is_range or not (
            serials.named(text, read.end)
            or (text[read.end : read.end + 1] == "》" and read.low < 100 and text[start - 1 : start] != "《")
        )
    if is_range or read.hedge is Hedge.OVER:
        return True
    if start and text[start - 1] == "负":
        return text[read.end : read.end + 1] not in ("楼", "层", "级")
    isolated = not (start and _HAN.match(text, start - 1)) and not _HAN.match(text, read.end)
    if _is_bare(text, start, read):
        return _hedged(state, start) or (isolated and read.end - start >= 2 and text[start : read.end] != "万万")
    if read.end - start == 1 or read.raw or (read.hedge is Hedge.VAGUE and read.high < 10):
        ends = not _HAN.match(text, read.end)
        return isolated or (ends and (_hedged(state, start) or text[start - 1] in "是为有于共达"))
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
    if second is None or part.high > read.low:
        return 0
    counted = unit[2].dimension if unit is not None else "count"
    if second[2].dimension not in (counted, "count") and not (counted == "count" and second[2].dimension == "people"):
        return 0
    return figure(state, start - 1, scaled(part, 1 / read.low)._replace(end=second[0]), RATIO, "")


def at_vague(state: State, start: int) -> int:
    """几十, 数百万, 几个, 半年, 过半 at ``start``."""
    text = state.text
    if text[start] == "半":
        if text.startswith("半数", start) or (text[start - 1 : start] in ("过", "近", "超", "逾")):
            end = start + (2 if text.startswith("半数", start) else 1)
            return figure(state, start, rates.exact(end, Decimal("0.5")), RATIO, "")
        if _HALF.match(text, start) and text[start - 1 : start] not in ("上", "下", "前", "后", "大", "小", "多"):
            unit = state.words.unit(text, start + 1)
            if unit is not None:
                half = rates.exact(unit[0], Decimal("0.5"))
                return figure(state, start, half, unit[2], unit[1])
        if text.startswith(("半成", "半折"), start) and text[start + 2 : start + 3] not in ("品", "立"):
            value = Decimal(5) if text[start + 1] == "成" else Decimal(50)
            return figure(state, start, rates.exact(start + 2, value), PERCENT, text[start + 1])
        if text.startswith("半百", start):
            return figure(state, start, rates.exact(start + 2, Decimal(50), TEN[1]), NO_UNIT, "")
        return start + 1
    vague = numerals.read_vague(text, start)
    if vague is None:
        unit = state.words.unit(text, start + 1)
        if text[start] in "几数" and unit is not None and _counts_several(text, start):
            low = Decimal(2)
            several = Numeral(unit[0], low, Decimal(9), low, Decimal(1), Hedge.VAGUE, False, False, 0, low, False, "")
            return figure(state, start, several, unit[2], unit[1])
        return start + 1
    unit = state.words.unit(text, vague.end)
    if unit is None:
        return figure(state, start, vague, NO_UNIT, "")
    return figure(state, start, vague._replace(end=unit[0]), unit[2], unit[1])


def _counts_several(text: str, start: int) -> bool:
    """Whether 几 or 数 before a unit says several: not the 数 of 人数 or 指数."""
    previous = text[start - 1 : start]
    if text[start] == "几":
        return previous not in ("第", "无", "十", "寥")
    return not _HAN.match(previous) or previous in "的有了经历近过这等后前在及和与、出"


def at_word(state: State, start: int) -> int:
    """上万, 成千上万, 翻两番 at ``start``; 0 when there is none."""
    text = state.text
    if text[start] in "上成数":
        vague = numerals.read_vague(text, start)
        if vague is None:
            return 0
        unit = state.words.unit(text, vague.end)
        if unit is None:
            return figure(state, start, vague, NO_UNIT, "")
        return figure(state, start, vague._replace(end=unit[0]), unit[2], unit[1])
    if text.startswith("对折", start):
        return figure(state, start, rates.exact(start + 2, Decimal(50)), PERCENT, "折")
    found = rates.DOUBLED.match(text, start)
    if found is None:
        return 0
    times = found[1] or "一"
    if times == "几":
        return found.end()
    value = Decimal(2) ** "零一二三四".index("二" if times == "两" else times)
    return figure(state, start, rates.exact(found.end(), value, Decimal(1)), MULTIPLE, found[0])
