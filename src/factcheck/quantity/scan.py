"""The one left-to-right scan over a text.

A cheap pattern jumps to the next place where a quantity could begin; there the readers of dates, rates and figures
look at the place itself and at the words around it, and the scan goes on behind what they took or stepped over.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.quantity import figures, lexicon, numerals, serials, timeline
from factcheck.quantity.lookup import Surroundings
from factcheck.quantity.state import State

if TYPE_CHECKING:
    from datetime import date

    from factcheck.quantity.model import Quantity

_DIGITS = frozenset("0123456789")
_NUMERALS = frozenset(numerals.CHARS)


@cache
def _candidate() -> re.Pattern[str]:
    """Every place where something may begin. A class first, for the engine's fast search; then what must follow."""
    periods, _ = lexicon.periods()
    words: dict[str, set[str]] = {}
    for word in periods:
        if word[0] not in _NUMERALS:
            words.setdefault(word[0], set()).add(word[1:])
    others = [rf"(?<={first})(?:{'|'.join(sorted(rest))})" for first, rest in words.items()]
    firsts = "".join(words)
    return re.compile(
        rf"[0-9{numerals.CHARS}几数半上成翻首对QYhwf年{firsts}]"
        rf"(?:(?<=[0-9{numerals.CHARS}])|(?<=[几数])(?=[十百千万亿以个年天次家名位种项条件场月周小轮倍岁座])|(?<=半)|(?<=上)(?=[百千万亿十半])"
        rf"|(?<=成)(?=[千百][上百])|(?<=翻)(?=了?[一两二三四几]?番)|(?<=[年])(?=[初底末中]|内)|(?<=首)(?=季)|(?<=打对)(?=折)|(?<![A-Za-z]Q)(?<=Q)(?=[1-4](?!\d))"
        rf"|(?<=h)(?=ttps?://)|(?<=w)(?=ww\.)|(?<=f)(?=tp://)|{'|'.join(others)})"
    )


@cache
def _surroundings() -> Surroundings:
    return Surroundings()


def scan(original: str, text: str, reference: date | None) -> list[Quantity]:
    """All quantities of ``text`` (folded; ``original`` lends the words that are quoted), in order."""
    search = _candidate().search
    state = State(original, text, reference, _surroundings())
    negatives = lexicon.negatives()
    periods, _ = lexicon.periods()
    position, size = 0, len(text)
    while position < size:
        found = search(text, position)
        if found is None:
            break
        start = found.start()
        char = text[start]
        if char in _DIGITS:
            position = _at_digit(state, start, negatives)
        elif char in _NUMERALS or char in "几数半":
            skip = _negative(text, start, negatives)
            position = _at_numeral(state, start, skip)
        elif char in "hwf":
            position = serials.address(text, start) or start + 1
        else:
            position = _at_word(state, start)
        if position <= start:
            position = start + 1
    return state.found


def _at_digit(state: State, start: int, negatives: dict[str, tuple[tuple[str, int], ...]]) -> int:
    text = state.text
    if start:
        previous = text[start - 1]
        if (text[start : start + 2] in negatives or text[start - 1 : start + 1] in negatives) and (skip := _negative(text, start, negatives)):
            return abs(skip)
        if previous == "-" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum():
            return serials.code(text, start)
        if previous.isascii() and (previous.isalpha() or previous in "_#@/\\") and not figures.currency_code(text, start):
            return serials.code(text, start)
        if serials.labelled(text, start):
            return serials.code(text, start)
        if previous == "." and (start < 2 or text[start - 2] in " \n(-,;:"):
            return figures.at_decimal(state, start)
    return (
        timeline.at_number(state, start)
        or serials.numbering(text, start)
        or figures.at_number(state, start, 0)
    )


def _at_numeral(state: State, start: int, skip: int) -> int:
    text = state.text
    end = timeline.at_number(state, start)
    if end:
        return end
    if skip < 0:
        return -skip
    if text[start] in "几数半":
        end = figures.at_vague(state, start)
        return end if end > max(skip, start) else max(skip, start + 1)
    return serials.numbering(text, start) or figures.at_number(state, start, skip)


def _at_word(state: State, start: int) -> int:
    return timeline.at_word(state, start) or figures.at_word(state, start) or start + 1


def _negative(text: str, start: int, negatives: dict[str, tuple[tuple[str, int], ...]]) -> int:
    """The end of the number-free word around ``start``; negative when the word begins before it, 0 when none."""
    if start and text[start - 1] in _NUMERALS | _DIGITS:
        return 0
    best = 0
    for pair in (text[start : start + 2], text[start - 1 : start + 1] if start else ""):
        for word, offset in negatives.get(pair, ()):
            begin = start - offset
            if begin >= 0 and text.startswith(word, begin):
                end = begin + len(word)
                last = text[end - 1]
                if last in _NUMERALS and end < len(text) and text[end] in _NUMERALS | _DIGITS:
                    continue
                if end > abs(best):
                    best = -end if offset else end
    return best
