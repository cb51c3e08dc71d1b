"""Figures with the words that say what they measure.

A word counts for a figure by where it stands: beside it, elsewhere in the clause, in an earlier clause of
the sentence (what the draft leaves out is inherited), or earlier in the paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.reading import Clause, Text
    from factcheck.assertion.terms import Term
    from factcheck.quantity.model import Quantity

BESIDE = 1.0
BETWEEN = 0.7  # between two figures of one clause that nothing separates: may belong to either
IN_CLAUSE = 0.8
IN_SENTENCE = 0.6
IN_PARAGRAPH = 0.35

_SEPARATOR = re.compile(r"[、/,;]|以及|及|和|与|并|且|的")
_ITEM = re.compile(r"、|以及|和|与|及")
_RESPECTIVELY = "分别"


@dataclass(frozen=True, slots=True)
class Assertion:
    """A figure and its words, each with how much it counts here (0 to 1)."""

    clause: Clause
    figure: Quantity
    words: tuple[tuple[Term, float], ...]

    @property
    def beside(self) -> tuple[Term, ...]:
        """The words in the figure's own stretch of the clause."""
        return tuple(term for term, nearness in self.words if nearness >= BETWEEN and nearness != IN_CLAUSE)


def read_assertions(text: Text, sentence: int) -> list[Assertion]:
    """The figures of a sentence with their words, in order."""
    clauses = text.clauses(sentence)
    found: list[Assertion] = []
    for number, clause in enumerate(clauses):
        if not clause.figures:
            continue
        earlier = [(term, IN_SENTENCE) for other in clauses[:number] for term in other.terms]
        if number == 0 or len(clauses) == 1:
            earlier += [(term, IN_PARAGRAPH) for term in _before(text, sentence, clause.paragraph)]
        respective = _respective(text.folded, clause)
        for index, figure in enumerate(clause.figures):
            own = respective[index] if respective else _own(text.folded, clause, index)
            near = {id(term) for term, _ in own}
            if respective:
                rivals = {id(term) for item in respective for term, _ in item}
                rest = [t for t in clause.terms if id(t) not in near and id(t) not in rivals]
            else:
                rest = [t for t in clause.terms if id(t) not in near]
            words = [*own, *((term, IN_CLAUSE) for term in rest), *earlier]
            found.append(Assertion(clause, figure, tuple(words)))
    return found


def _before(text: Text, sentence: int, paragraph: int) -> Iterator[Term]:
    """The words of the sentence before this one in the same paragraph."""
    if sentence > 0 and text.sentences[sentence - 1][0] == paragraph:
        for clause in text.clauses(sentence - 1):
            yield from clause.terms


def _own(folded: str, clause: Clause, index: int) -> list[tuple[Term, float]]:
    """The words beside the figure of that index: up to the next figure or what separates the two."""
    figure = clause.figures[index]
    left = clause.figures[index - 1].end if index else clause.start
    right = clause.figures[index + 1].start if index + 1 < len(clause.figures) else clause.end
    cut_left, cut_right = left, right
    if index:
        separator = _last(_SEPARATOR, folded, left, figure.start)
        cut_left = separator if separator is not None else left
    if right != clause.end:
        separators = _SEPARATOR.search(folded, figure.end, right)
        cut_right = separators.start() if separators else right
    own: list[tuple[Term, float]] = []
    for term in clause.terms:
        if not left <= term.start < right:
            continue
        if term.end <= figure.start:
            if term.start >= cut_left:
                own.append((term, BESIDE if not index or cut_left != left else BETWEEN))
        elif term.start < cut_right:
            own.append((term, BESIDE))
    if not own and index:  # 12.5万、13.1万: the second figure shares the first one's words
        return _own(folded, clause, index - 1)
    return own


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match.end()
    return found


def _respective(folded: str, clause: Clause) -> list[list[tuple[Term, float]]] | None:
    """甲和乙分别为A、B: the n-th name goes with the n-th figure."""
    at = folded.find(_RESPECTIVELY, clause.start, clause.end)
    figures = clause.figures
    if at < 0 or len(figures) < 2 or figures[0].start < at:
        return None
    bounds = [clause.start, *(m.end() for m in _ITEM.finditer(folded, clause.start, at)), at]
    if len(bounds) - 1 < len(figures):
        return None
    bounds = bounds[-len(figures) - 1 :]
    items = [
        [(term, BESIDE) for term in clause.terms if left <= term.start < right]
        for left, right in zip(bounds, bounds[1:], strict=False)
    ]
    last = items[-1]
    for item in items[:-1]:  # 男性和女性人口: what ends the last name is shared by all
        if len(item) == 1 and len(last) > 1:
            item += last[1:]
    tail = [(term, BESIDE) for term in clause.terms if term.start >= figures[-1].end]
    return [item + tail for item in items]
