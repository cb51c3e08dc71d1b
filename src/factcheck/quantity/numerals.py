"""Read one numeral: what its characters say, exactly, and how far it goes.

Arabic (1,234,567 · 23.21 亿 · 1亿2700万 · 40k · 3.2 billion), Chinese (一百零五 · 一万五 · 三点六亿 · 廿三 ·
壹佰万) and what the language does between them (四五百 · 十七八 · 几十 · 数百万 · 十余万 · 上万).
Numbers are written as in GB/T 15835; 兆 is 10¹² (the use of Chinese press, not the SI prefix).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.quantity.model import Hedge

TEN = tuple(Decimal(10) ** power for power in range(64))
ONE = Decimal(1)
_MAX_DIGITS = 24  # longer runs are serial numbers, not figures

# Formal and old forms, read as the everyday ones. Offsets stay: one character for one character.
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟零贰弎俩倆仨", "一二三四五六七八九十百千〇二三两两三")
_DIGIT = {"〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": 1, "百": 2, "千": 3}
_BIG = {"万": 4, "亿": 8, "兆": 12}
_TENS = {"廿": 2, "卅": 3, "卌": 4}
POWER = {**_SMALL, **_BIG}

DIGITS = "〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖俩倆仨"
UNITS = "十百千万亿兆拾佰仟"
CHARS = DIGITS + UNITS + "廿卅卌"

_ARABIC = re.compile(r"(\d{1,3}(?:,\d{3})+(?![\d])|\d+)(\.\d+)?")
_EXPONENT = re.compile(r"(?:[eE]([+-]?\d{1,2})|\^([+-]?\d{1,2}))(?![A-Za-z0-9_.])")
# The first character of 千瓦时, 千克, 百分点 and 兆赫 belongs to the unit, not to the number.
_NOT_UNIT = r"(?!(?<=千)[瓦克米卡赫]|(?<=百)(?: ?分 ?[点之]|帕)|(?<=兆)[瓦赫字帕比])"
_MAGNITUDE = re.compile(rf" {{0,3}}((?:[十百千万亿兆佰仟]{_NOT_UNIT})+)")
_ENGLISH = re.compile(r" ?(trillion|billion|million|thousand|tn|bn|mn|[kw](?![A-Za-z0-9/])|[KMW](?![A-Za-z0-9/]|[\u4e00-\u9fff](?<![元块以左多的个人到至])))")
_ENGLISH_POWER = {
    "trillion": 12, "billion": 9, "million": 6, "thousand": 3, "tn": 12, "bn": 9, "mn": 6, "k": 3, "K": 3, "M": 6,
    "w": 4, "W": 4,
}  # fmt: skip
_MORE = re.compile(r" ?([多余来几])(?: ?([十百千万亿兆]+))?|个([多]?)(亿)")
_MIXED = re.compile(r" ?[零〇]?(\d+(?:\.\d+)?)(?: ?([十百千万亿兆]+))?")
_CHINESE = re.compile(rf"[{CHARS}几]+(?:点[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]+(?:[百千佰仟]?[万亿兆]+)?)?")
_SPACED = re.compile(rf"[{CHARS}](?: {{0,3}}[{CHARS}几点]){{1,48}}")
_FORMAL = frozenset("陆伍拾")
_SEVERAL = re.compile("[零〇]?几[十百千]?")
_UNIT_AHEAD = re.compile("千[瓦克米卡赫]|百分点|兆[瓦赫字帕比]")
_VAGUE = re.compile(r"([几数])([十百千万亿]+)")
_ABOVE = re.compile(r"上([十百千][万亿]+|万亿|[百千万亿])")


class Numeral(NamedTuple):
    """A numeral as read: ``low``/``high`` differ where the words are vague (四五百, 几十, 十余)."""

    end: int
    low: Decimal
    high: Decimal
    number: Decimal
    step: Decimal
    hedge: Hedge
    open_low: bool
    open_high: bool
    scale: int  # the power of ten of the last magnitude written (万 → 4), 0 when none
    head: Decimal  # the value before the last magnitude: 5 for 5万, for ranges such as 3-5万
    arabic: bool
    raw: str  # the digits when the numeral is nothing but digits ("2020", "二〇二〇"), else ""


def _exact(
    end: int, value: Decimal, step: Decimal, scale: int, head: Decimal, arabic: bool, raw: str
) -> Numeral:
    return Numeral(end, value, value, value, step, Hedge.NONE, False, False, scale, head, arabic, raw)


def powers(text: str) -> int:
    """The power of ten of stacked magnitudes: 万亿 → 12, 百万 → 6."""
    return sum(POWER[char] for char in text.translate(_PLAIN))


def read_arabic(text: str, start: int) -> Numeral | None:
    """Read the numeral that begins with an ASCII digit at ``start``; ``None`` for serials too long to be figures."""
    found = _ARABIC.match(text, start)
    if found is None:
        return None
    whole, fraction = found.groups()
    end = found.end()
    if end - start > _MAX_DIGITS:
        return None
    if "," in whole:
        raw = ""
        whole = whole.replace(",", "")
    else:
        raw = "" if fraction else whole
    if fraction:
        value = Decimal(whole + fraction)
        place = 1 - len(fraction)
    else:
        value = Decimal(whole)
        place = len(whole) - len(whole.rstrip("0")) if value else 0
    following = text[end : end + 2]
    step = value_of_place(place)
    if not following or following[0] not in _CONTINUES:
        return _exact(end, value, step, 0, value, True, raw)
    power = 0
    if following[0] in "eE^":
        return _raised(text, end, value, step)
    magnitude = _MAGNITUDE.match(text, end)
    if magnitude is not None:
        power = powers(magnitude[1])
        if power > 24:
            return None
        end = magnitude.end()
    elif following[0] in "kKMtbmwW " and (english := _ENGLISH.match(text, end)) is not None:
        power = _ENGLISH_POWER[english[1]]
        end = english.end()
    head = value
    if power:
        value = value * TEN[power]
        step = step * TEN[power]
        raw = ""
        if text[end : end + 1] in _MIXES:
            mixed = _mixed(text, end, value, power)
            if mixed is not None:
                end, value, step, power = mixed
            elif "0" <= text[end] <= "9" and not _DATE_AHEAD.match(text, end):
                return None
    return _more(text, _exact(end, value, step, power, head, True, raw))


_DATE_AHEAD = re.compile(r"\d{1,4} ?[年月日]")
_CONTINUES = frozenset("十百千万亿兆佰仟多余来几个kKMtbmwWeE^ ")
_MIXES = frozenset("0123456789 〇零一二两三四五六七八九")


def _raised(text: str, end: int, value: Decimal, step: Decimal) -> Numeral:
    """Scientific notation and powers: 2.5e5, 2^5."""
    found = _EXPONENT.match(text, end)
    if found is None:
        return _exact(end, value, step, 0, value, True, "")
    if found[1]:
        factor = Decimal(10) ** int(found[1])
        return _exact(found.end(), value * factor, step * factor, 0, value, True, "")
    raised = value ** int(found[2]) if value else value
    return _exact(found.end(), raised, ONE, 0, raised, True, "")


def value_of_place(place: int) -> Decimal:
    """One step of the digit at the power ``place``."""
    return TEN[place] if place >= 0 else Decimal((0, (1,), place))


def _mixed(text: str, end: int, value: Decimal, power: int) -> tuple[int, Decimal, Decimal, int] | None:
    """Go on behind a magnitude: the 2700万 of 1亿2700万, the 5 of 1万5, the 五百万 of 1亿零五百万."""
    step: Decimal | None = None
    while (found := _MIXED.match(text, end)) is not None:
        digits, magnitude = found.groups()
        whole, _, fraction = digits.partition(".")
        if magnitude is None:
            # A bare digit stands for the next lower place (1万5), as many digits as the magnitude has zeros for
            # themselves (1万5000); what a date or a sign claims is not part of this numeral.
            after = text[found.end() : found.end() + 1]
            if text[end] == " " or fraction or (after and after in "年月日号时点:/-%.,"):
                break
            if len(digits) == 1 and power >= 3:
                step = TEN[power - 1]
            elif len(digits) == power:
                step = ONE
            else:
                break
            value, end, power = value + Decimal(digits) * step, found.end(), 0
            break
        lower = powers(magnitude)
        amount = Decimal(digits) * TEN[min(lower, power)]
        if lower >= power or amount >= TEN[power]:
            break
        zeros = -len(fraction) if fraction else len(whole) - len(whole.rstrip("0"))
        value, step, end, power = value + amount, value_of_place(lower + zeros), found.end(), lower
    if step is not None:
        return end, value, step, power
    tail = _CHINESE.match(text, end)
    parsed = chinese(tail[0].lstrip("零〇")) if tail is not None and len(tail[0]) > 1 else None
    if tail is None or parsed is None or parsed.low != parsed.high or parsed.sequence or parsed.low >= TEN[power]:
        return None
    return tail.end(), value + parsed.low, value_of_place(parsed.place), 0


def _more(text: str, read: Numeral) -> Numeral:
    """Take 多, 余, 来 and 几 into the numeral: 3000多, 十余万, 一千多万."""
    found = _MORE.match(text, read.end)
    if found is None:
        return read
    word, magnitude, more, whole = found.groups()
    if whole:  # 两个亿, 3个多亿
        word, magnitude = more, whole
        if read.scale or read.step < 1 or read.hedge:
            return read
        if not more:
            power = TEN[8]
            value, step = read.number * power, read.step * power
            return _exact(found.end(), value, step, 8, read.number, read.arabic, "")
    if word == "来" and (magnitude is None and text[found.end() : found.end() + 1] not in _AFTER_LAI):
        return read
    if word == "几" and (read.arabic or magnitude is None):
        return read
    number, step, end, scale, head = read.number, read.step, found.end(), read.scale, read.head
    if magnitude is not None:
        power = powers(magnitude)
        number, step, scale = number * TEN[power], step * TEN[power], power
        head = read.number
    if word == "来":
        tenth = number / 20
        return Numeral(end, number - tenth, number + tenth, number, step, Hedge.ABOUT, False, False, scale, head,
                       read.arabic, "")  # fmt: skip
    return Numeral(
        end, number, number + step, number, step, Hedge.OVER, True, True, scale, head, read.arabic, ""
    )


_AFTER_LAI = frozenset("个名位人户家条件次岁天年斤亩里米公元块种项所座万")


class Parsed(NamedTuple):
    """What a run of Chinese numeral characters says."""

    low: Decimal
    high: Decimal
    place: int  # the power of the last digit written
    scale: int  # the last big magnitude written, as a power
    head: Decimal  # the value before that magnitude
    sequence: bool  # digits only, read one by one: 二〇二〇
    approximate: bool  # two digits side by side, or 几: 四五百, 二十几
    top: int  # the power of the first magnitude


@lru_cache(maxsize=8192)
def chinese(run: str) -> Parsed | None:
    """Parse a whole run; ``None`` when it is not one well-formed numeral.

    The first digit of a place may be a pair of neighbours (四五百 = 400 to 500), 几 stands for 1 to 9, and a
    last digit right behind 百, 千, 万 or 亿 counts the next lower place (一万五 = 15000).
    """
    if len(run) > _MAX_DIGITS * 2:
        return None
    if not run:
        return None
    run = run.translate(_PLAIN)
    run, _, fraction = run.partition("点")
    decimal_units = ""
    if fraction:
        stripped = fraction.rstrip("十百千万亿兆")
        decimal_units = fraction[len(stripped) :]
        if not stripped or any(char not in _DIGIT for char in stripped):
            return None
        fraction = "".join(str(_DIGIT[char]) for char in stripped)
    if len(run) > 1 and all(char in _DIGIT for char in run):
        pair = len(run) == 2 and not fraction and _neighbours(_DIGIT[run[0]], _DIGIT[run[1]])
        if not pair:
            value = Decimal("".join(str(_DIGIT[char]) for char in run))
            if fraction:
                return None
            return Parsed(value, value, 0, 0, value, True, False, 0)
    parsed = _positional(run)
    if parsed is None or not fraction:
        return parsed
    if parsed.approximate:
        return None
    power = sum(POWER[char] for char in decimal_units)
    head = Decimal(f"{parsed.low}.{fraction}")
    value = head * TEN[power]
    return Parsed(value, value, power - len(fraction), power, head, False, False, 0)


def _neighbours(first: int, second: int) -> bool:
    return 0 < first and (second == first + 1 or (first, second) == (3, 5))


def _positional(run: str) -> Parsed | None:
    total_low = total_high = section_low = section_high = 0
    low = high = -1  # the pending digit
    limit, last, place, scale, top = 4, 0, 0, 0, 0
    approximate = zero = False
    ceiling = 99
    head = 0
    for index, char in enumerate(run):
        digit = _DIGIT.get(char)
        if digit is not None or char == "几":
            if char == "几":
                if low >= 0:
                    return None
                low, high, approximate = 1, 9, True
                continue
            assert digit is not None
            if digit == 0 and low < 0:
                if zero and index and run[index - 1] == "〇":
                    return None
                if index == 0 and len(run) > 1:
                    return None
                zero = True
                if index == 0:
                    low = high = 0
                continue
            if low < 0:
                low = high = digit
            elif low == high and not approximate and _neighbours(low, digit):
                high, approximate = digit, True
            else:
                return None
            continue
        if char in _TENS:
            if low >= 0 or limit <= 1:
                return None
            section_low += _TENS[char] * 10
            section_high += _TENS[char] * 10
            limit, last, place, zero = 1, 1, 1, False
            continue
        power = POWER[char]
        if power < 4:
            if power >= limit:
                return None
            if low < 0:
                # 十五, 一百十五, 百八十: the one is left out; never behind a zero but for 十
                if index and (power != 1 or run[index - 1] not in "百千万亿兆〇"):
                    return None
                low = high = 1
            elif low == 0:
                return None
            section_low += low * 10**power
            section_high += high * 10**power
            low = high = -1
            limit, last, place, zero = power, power, power, False
            top = top or power
            continue
        if low >= 0:
            section_low, section_high, place, low, high = section_low + low, section_high + high, 0, -1, -1
        top = top or power
        if section_high == 0 and total_high == 0:
            if index:
                return None
            section_low = section_high = 1
            place = 0
        if power < ceiling:
            head = section_low
            if section_high == 0 and index and run[index - 1] in _BIG:
                return None
            total_low += section_low * 10**power
            total_high += section_high * 10**power
            place += power
        else:
            # 万亿, 四万万, 三万五千亿: the higher magnitude takes all that stands before it
            if section_high and power == ceiling:
                return None
            head = total_low + section_low
            total_low, total_high = (
                (total_low + section_low) * 10**power,
                (total_high + section_high) * 10**power,
            )
            place += power
        ceiling, last, scale = power, power, power
        section_low = section_high = 0
        limit, zero = 4, False
    if low >= 0:
        if last >= 2 and not zero:
            unit = last - 1
        else:
            unit = 0
        section_low += low * 10**unit
        section_high += high * 10**unit
        place = unit
        if scale and not section_low:
            return None
    elif zero and len(run) > 1:
        return None
    low_value, high_value = total_low + section_low, total_high + section_high
    if section_low or section_high:
        scale, head = 0, low_value
    return Parsed(Decimal(low_value), Decimal(high_value), place, scale, Decimal(head), False, approximate, top)


def read_chinese(text: str, start: int) -> Numeral | None:
    """Read the numeral that begins with a Chinese numeral character at ``start``."""
    found = _CHINESE.match(text, start)
    if found is None:
        return None
    run, end = found[0], found.end()
    if len(run) > 1 and (_UNIT_AHEAD.match(text, end - 1) or (run[-1] == "两" and _weighs(text, run, end))):
        run, end = run[:-1], end - 1
    elif len(run) == 1 and run in _FORMAL and text[end : end + 1] not in _AFTER_FORMAL:
        return None
    parsed = chinese(run)
    if text[end : end + 1] == " " or (text[end : end + 1] == "点" and text[end + 1 : end + 2] == " "):
        spaced = _SPACED.match(text, start)
        if spaced is not None and spaced.end() > end:
            joined = spaced[0].replace(" ", "")
            wider = chinese(joined) if "点" not in joined[-1:] else None
            if wider is not None and not wider.sequence and (not wider.approximate or "几" in joined):
                run, end, parsed = joined, spaced.end(), wider
    if parsed is None and "点" in run:
        run = run.partition("点")[0]
        end = start + len(run)
        parsed = chinese(run)
    if parsed is None:
        return None
    step = value_of_place(parsed.place)
    if parsed.approximate:
        number = parsed.low
        if "几" in run:
            base = chinese(_SEVERAL.sub("", run) or "〇")
            number = base.low if base is not None else number
        return Numeral(end, parsed.low, parsed.high, number, step, Hedge.VAGUE, False, False, parsed.scale,
                       parsed.head, False, "")  # fmt: skip
    raw = str(int(parsed.low)).zfill(len(run)) if parsed.sequence else ""
    return _more(text, _exact(end, parsed.low, step, parsed.scale, parsed.head, False, raw))


_AFTER_FORMAL = frozenset("元圆角分点 ") | {""}


def _weighs(text: str, run: str, end: int) -> bool:
    """Whether the last 两 of ``run`` is the weight: 三十两, but not 一两个."""
    return not (run[-2] == "一" and text[end : end + 1] not in ("", "黄", "银", "白", "重", "肉", "酒", ",", "。", " "))


def run_end(text: str, start: int) -> int:
    """Where the run of numeral characters at ``start`` ends: what a reader that abstains steps over."""
    found = _CHINESE.match(text, start)
    return found.end() if found is not None else start + 1


def read_vague(text: str, start: int) -> Numeral | None:
    """Read 几十, 数百万, 上万, 成千上万 at ``start``: an order of magnitude, [N, 10N)."""
    for words, (low, high) in _CROWDS.items():
        if text.startswith(words, start):
            return Numeral(
                start + len(words), low, high, low, low, Hedge.VAGUE, False, True, 0, low, False, ""
            )
    found = _ABOVE.match(text, start)
    if found is not None:
        low = TEN[powers(found[1])]
        return Numeral(found.end(), low, low * 10, low, low, Hedge.VAGUE, False, True, 0, ONE, False, "")
    found = _VAGUE.match(text, start)
    if found is None:
        return None
    power = powers(found[2])
    if power > 16:
        return None
    base = TEN[power]
    low = base * 2 if found[1] == "几" else base
    end = found.end()
    if text[end : end + 1] in ("多", "余"):
        end += 1
    if found[1] == "几" and power == 1:
        return Numeral(
            end, Decimal(20), Decimal(99), Decimal(20), TEN[1], Hedge.VAGUE, False, False, 0, low, False, ""
        )
    return Numeral(end, low, base * 10, low, base, Hedge.VAGUE, False, True, 0, low, False, "")


_CROWDS = {
    "成千上万": (TEN[3], TEN[5]),
    "成百上千": (TEN[2], TEN[4]),
    "成千上百": (TEN[2], TEN[4]),
    "数以千计": (TEN[3], TEN[4]),
    "数以万计": (TEN[4], TEN[5]),
    "数以百计": (TEN[2], TEN[3]),
    "数以十万计": (TEN[5], TEN[6]),
    "数以百万计": (TEN[6], TEN[7]),
    "数以千万计": (TEN[7], TEN[8]),
    "数以亿计": (TEN[8], TEN[9]),
}
