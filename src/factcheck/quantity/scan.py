"""The one left-to-right scan over a text.

A cheap pattern jumps to the next place where a quantity could begin; there the readers of dates, rates and
figures look at the place itself and at the words around it, and the scan goes on behind what they took or
stepped over.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.quantity import estimates, figures, lexicon, rates, serials, timeline
from factcheck.quantity.han import CHARS
from factcheck.quantity.lookup import Surroundings
from factcheck.quantity.state import State
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from datetime import date

    from factcheck.quantity.model import Quantity

_DIGITS = frozenset("0123456789")
_NUMERALS = frozenset(CHARS)
_CODE_BEFORE = frozenset("幺ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CODES = pattern(r"(?:RMB|USD|CNY|HKD|EUR|GBP|JPY) ?$")
_SEVERAL = "十百千万亿以个年天次家名位种项条件场月周小轮倍岁座"
# What may begin a quantity besides numerals, and what must stand around it.
_OTHERS = (
    rf"(?<=[几数])(?=[{_SEVERAL}])",
    "(?<=半)",
    "(?<=上)(?=[百千万亿十半])",
    "(?<=成)(?=[千百][上百])",
    "(?<=翻)(?=了?(?:[一两二三四几]?番|[一1]倍))",
    "(?<=(?<!上)下)(?=半年)",
    "(?<=年)(?=[初底末中内尾])",
    "(?<=首)(?=季)",
    "(?<=打对)(?=折)",
    r"(?<![A-Za-z]Q)(?<=Q)(?=[1-4](?!\d))",
    "(?<=h)(?=ttps?://)",
    r"(?<=w)(?=ww\.)",
    "(?<=f)(?=tp://)",
)


@cache
def _candidate() -> re.Pattern[str]:
    """Every place where something may begin: a class first, for speed, then what must stand around."""
    words: dict[str, list[str]] = {}
    for word in sorted(lexicon.periods()[0]):
        if word[0] not in _NUMERALS:
            words.setdefault(word[0], []).append(word[1:])
    periods = [f"(?<={first})(?:{'|'.join(rest)})" for first, rest in words.items()]
    around = "|".join([f"(?<=[0-9{CHARS}])", *_OTHERS, *periods])
    return re.compile(rf"[0-9{CHARS}几数半上下成翻首对Q年hwf{''.join(words)}](?:{around})")


def scan(original: str, text: str, reference: date | None) -> list[Quantity]:
    """All quantities of ``text`` (folded; ``original`` lends the words that are quoted), in order."""
    search = _candidate().search
    state = State(original, text, reference, Surroundings())
    position = 0
    while (found := search(text, position)) is not None:
        start = found.start()
        char = text[start]
        if char in _DIGITS:
            position = _at_digit(state, start)
        elif char in _NUMERALS or char in "几数半":
            position = _at_numeral(state, start)
        elif char in "hwf":
            position = serials.address(text, start) or 0
        else:
            position = (
                timeline.at_word(state, start)
                or estimates.at_place(state, start)
                or rates.at_word(state, start)
            )
        position = max(position, start + 1)
    return state.found


def _at_digit(state: State, start: int) -> int:
    text, skip = state.text, 0
    if start:
        previous = text[start - 1]
        if state.words.may_be_number_free(text, start) and (skip := state.words.number_free(text, start)) < 0:
            return -skip
        if previous.isascii() or previous == "·":
            if previous == "." and (start < 2 or text[start - 2] in " \n(-,;:"):
                return figures.at_decimal(state, start)
            if _goes_on(text, start, previous):
                return serials.code(text, start)
        if serials.labelled(text, start):
            return serials.code(text, start)
    elif state.words.may_be_number_free(text, start):
        skip = state.words.number_free(text, start)
    return (
        timeline.at_number(state, start)
        or serials.numbering(text, start)
        or figures.at_number(state, start, skip)
    )


def _goes_on(text: str, start: int, previous: str) -> bool:
    """Whether the digits at ``start`` go on a code (A4, COVID-19); behind a currency they are an amount."""
    if previous in "-·+":
        return start > 1 and text[start - 2].isascii() and text[start - 2].isalnum()
    if not previous.isalpha() and previous not in "_#@/\\":
        return False
    return _CODES.search(text, max(0, start - 4), start) is None


def _at_numeral(state: State, start: int) -> int:
    text = state.text
    if text[start - 1 : start] in _CODE_BEFORE and (end := serials.spelt(text, start)):
        return end
    skip = state.words.number_free(text, start)
    count = len(state.found)
    end = timeline.at_number(state, start)
    if not end and skip >= 0:
        if text[start] in "几数半":
            end = estimates.at_place(state, start)
        else:
            return serials.numbering(text, start) or figures.at_number(state, start, skip)
    if end <= abs(skip):
        del state.found[count:]  # 十月革命, 半斤八两: what was read lies within a word without number
    return max(end, abs(skip))
