"""Parse a run of Chinese numeral characters: 一百零五, 四万五千二, 三点六亿, 四五百, 二十几万.

A run is a row of sections, each counted by a magnitude (万 亿 兆 and what they stack to, 万亿); a section is
a row of digits, each counted by 千, 百 or 十. Two rules of speech go with it: the last digit right behind 百,
千, 万 or 亿 counts the next lower place (一万五 is 15000), and two neighbouring digits (四五百) or 几 leave
the value open.
兆 is 10¹², the use of the Chinese press, not the SI prefix.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.pattern import pattern

TEN = tuple(Decimal(10) ** power for power in range(64))
DIGITS = "〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖俩倆仨"
UNITS = "十百千万亿兆拾佰仟"
CHARS = DIGITS + UNITS + "廿卅卌"
LONGEST = 48  # no figure is longer; what is, is not read

# Formal and old forms, read as the everyday ones. Offsets stay: one character for one character.
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟零贰弎俩倆仨", "一二三四五六七八九十百千〇二三两两三")
_DIGIT = {"〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": 1, "百": 2, "千": 3}
_BIG = {"万": 4, "亿": 8, "兆": 12}
_POWER = {**_SMALL, **_BIG}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_OLD_TENS = pattern("[廿卅卌]")
_OLD_TENS_BEHIND = pattern("[^百千万亿兆〇][廿卅卌]|[廿卅卌]十")
_MAGNITUDES = pattern("(万+亿*|亿+|兆)")


class Parsed(NamedTuple):
    """What a run says."""

    low: Decimal
    high: Decimal  # differs from ``low`` where the words leave it open
    place: int  # the power of ten of the last digit written
    scale: int  # the power of the magnitude at the end, 0 when there is none
    head: Decimal  # the value before that magnitude
    sequence: bool = False  # digits read one by one: 二〇二〇


class _Section(NamedTuple):
    low: int
    high: int
    place: int
    elided: bool = False  # ends in a digit whose place is left out: 一百五


def powers(magnitudes: str) -> int:
    """The power of ten of stacked magnitudes: 万亿 → 12, 百万 → 6."""
    return sum(_POWER[char] for char in magnitudes.translate(_PLAIN))


@lru_cache(maxsize=8192)
def parse(run: str) -> Parsed | None:
    """What the whole run says; ``None`` when it is not one well-formed numeral."""
    if not run or len(run) > LONGEST:
        return None
    run, point, fraction = run.translate(_PLAIN).partition("点")
    if _OLD_TENS.search(run):
        if _OLD_TENS_BEHIND.search(run):
            return None
        for old, plain in _TENS.items():
            run = run.replace(old, plain)
    if not point:
        return _sequence(run) or _whole(run)
    digits = fraction.rstrip("十百千万亿兆")
    whole = _sequence(run) or _whole(run)
    if whole is None or whole.low != whole.high or not digits or any(char not in _DIGIT for char in digits):
        return None
    power = powers(fraction[len(digits) :])
    head = Decimal(f"{whole.low}.{''.join(str(_DIGIT[char]) for char in digits)}")
    value = head * TEN[power]
    return Parsed(value, value, power - len(digits), power, head)


def _sequence(run: str) -> Parsed | None:
    """Digits without places, two or more: 二〇二〇. Neighbours (三四) are an estimate instead."""
    if len(run) < 2 or any(char not in _DIGIT for char in run):
        return None
    if len(run) == 2 and _neighbours(_DIGIT[run[0]], _DIGIT[run[1]]):
        return None
    value = Decimal("".join(str(_DIGIT[char]) for char in run))
    return Parsed(value, value, 0, 0, value, sequence=True)


def _neighbours(first: int, second: int) -> bool:
    return first > 0 and (second == first + 1 or (first, second) == (3, 5))


def _whole(run: str) -> Parsed | None:
    """A whole number by its sections and magnitudes."""
    *counted, tail = _MAGNITUDES.split(run)
    low = high = place = scale = head = 0
    ceiling = 64
    for index in range(0, len(counted), 2):
        text, power = counted[index], powers(counted[index + 1])
        section = _section(text, 0, first=not index) if text else _Section(1, 1, 0)
        if (
            section is None
            or not section.high
            or section.elided
            or (index and not text)
            or power in (ceiling, 0)
        ):
            return None
        place, head = section.place + power, section.low
        if power < ceiling:
            low, high = low + section.low * 10**power, high + section.high * 10**power
        else:  # 三万五千亿: the higher magnitude takes all that stands before it
            head = low + section.low
            low, high = head * 10**power, (high + section.high) * 10**power
        ceiling, scale = power, power
    if tail or not counted:
        section = _section(tail, _BIG[counted[-1][-1]] if counted else 0, first=not counted)
        if section is None or (counted and not section.high):
            return None
        low, high, place, scale, head = (
            low + section.low,
            high + section.high,
            section.place,
            0,
            low + section.low,
        )
    return Parsed(Decimal(low), Decimal(high), place, scale, Decimal(head))


def _section(text: str, above: int, *, first: bool) -> _Section | None:
    """A number below 10000; ``above`` is the power of the magnitude before it, ``first`` begins the run."""
    low = high = 0
    pending: tuple[int, int] | None = None
    last, limit, place, zero = above, 4, 0, False
    for index, char in enumerate(text):
        if char == "〇":
            if pending is not None or zero or (first and not index and len(text) > 1):
                return None
            zero = True
        elif char in _SMALL:
            power = _SMALL[char]
            # The one may be left out before 十 (十五, 一百十五), at the very beginning and behind 万零.
            elided = not index if first else index == 1 and zero  # 百八十, 一万零百一十一
            if power >= limit or (pending is None and power > 1 and not elided):
                return None
            least, most = pending or (1, 1)
            if low != high and least != most:
                return None
            low, high = low + least * 10**power, high + most * 10**power
            last = limit = place = power
            pending, zero = None, False
        elif pending is None:
            pending = (1, 9) if char == "几" else (_DIGIT[char], _DIGIT[char])
        elif char != "几" and pending[0] == pending[1] and _neighbours(pending[0], _DIGIT[char]):
            pending = (pending[0], _DIGIT[char])
        else:
            return None
    if pending is None:
        return None if zero and len(text) > 1 else _Section(low, high, place)
    if low != high and pending[0] != pending[1]:
        return None
    # A lone digit right behind 百, 千 or a magnitude counts the next lower place.
    place = last - 1 if last >= 2 and not zero else 0
    return _Section(
        low + pending[0] * 10**place, high + pending[1] * 10**place, place, bool(place and not above)
    )
