"""The word lists of this package, loaded once from ``data/*.tsv``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.han import CHARS
from factcheck.quantity.model import Hedge
from factcheck.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.quantity.model import Direction


class Unit(NamedTuple):
    """A unit or measure word: its base unit, what it measures, and its size in base units."""

    base: str
    dimension: str
    factor: Decimal
    alone: Unit | None = None  # what the word means where no noun follows it


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file, split at tabs; comments and empty lines left out."""
    return lexicon.rows("factcheck.quantity", name)


@cache
def units() -> tuple[dict[str, Unit], dict[str, tuple[int, ...]]]:
    """Units by written form, and for each first character the lengths to try, longest first."""
    table: dict[str, Unit] = {}
    for written, base, dimension, factor, *alone in rows("units.tsv"):
        above, _, below = factor.partition("/")
        size = Decimal(above) / Decimal(below) if below else Decimal(above)
        unit = Unit(base, dimension, size, Unit(alone[0], alone[1], size) if alone else None)
        for form in written.split(" "):
            table.setdefault(form, unit)
    return table, _lengths(table, first=True)


@cache
def nouns() -> frozenset[str]:
    """Two-character beginnings of nouns that merely start like a measure word (种植户, 条件)."""
    return frozenset(word for (line,) in rows("nouns.tsv") for word in line.split(" "))


@cache
def words() -> frozenset[str]:
    """Words that begin right behind a unit, though the unit and their first character look like a noun."""
    return frozenset(word for (line,) in rows("words.tsv") for word in line.split(" "))


@cache
def hedges(place: str) -> tuple[dict[str, Hedge | None], dict[str, tuple[int, ...]]]:
    """Hedges that stand ``before`` or ``after`` a number; ``None`` for words that bend nothing."""
    table = {
        word: None if meaning == "none" else Hedge(meaning)
        for word, where, meaning in rows("hedges.tsv")
        if where == place
    }
    return table, _lengths(table, first=place == "after")


@cache
def directions() -> tuple[dict[str, Direction], dict[str, tuple[int, ...]]]:
    """Verbs of change: ``up``, ``down``, or nothing for words that merely end in one."""
    meanings: dict[str, Direction] = {"up": "up", "down": "down", "none": ""}
    table = {word: meanings[direction] for word, direction in rows("directions.tsv")}
    return table, _lengths(table, first=False)


@cache
def currencies() -> tuple[dict[str, Unit], dict[str, tuple[int, ...]]]:
    """Signs and codes that stand before an amount."""
    table = {word: Unit(base, f"money:{code}", Decimal(1)) for word, base, code in rows("currencies.tsv")}
    return table, _lengths(table, first=False)


@cache
def periods() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """Words for periods with the rule that resolves them."""
    table = {row[0]: row[1] for row in rows("periods.tsv")}
    return table, _lengths(table, first=True)


@cache
def negatives() -> dict[str, tuple[tuple[str, int, bool], ...]]:
    """Words that hold numerals and mean no number, by a pair of neighbouring characters.

    The pair is the word's first numeral character with the one behind it (at the word's end, the one before
    it); with each word goes the offset of that numeral within it, and whether it gives way to a measure.
    """
    first = re.compile(f"[{CHARS}几数半0-9]").search
    table: dict[str, list[tuple[str, int, bool]]] = {}
    for word, sort in rows("negatives.tsv"):
        numeral = first(word)
        if numeral is not None and len(word) > 1:
            at = numeral.start()
            pair = word[at : at + 2] if at + 1 < len(word) else word[at - 1 : at + 1]
            table.setdefault(pair, []).append((word, at, sort == "grade"))
    return {pair: tuple(words) for pair, words in table.items()}


@cache
def negatives_with_digits() -> frozenset[str]:
    """The pairs of :func:`negatives` that hold an ASCII digit (双11)."""
    return frozenset(pair for pair in negatives() if any(char.isascii() for char in pair))


def _lengths(words: Iterable[str], *, first: bool) -> dict[str, tuple[int, ...]]:
    """For each first (or last) character of the words, their lengths, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0 if first else -1], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}
