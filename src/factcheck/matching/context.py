"""What an assertion inherits: whom it speaks of, where and when, from the words before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertion.period import Period, read_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.facts import Fact

NAMED = 1.0  # the subject stands in the clause
SENTENCE = 0.95
PARAGRAPH = 0.85
DOCUMENT = 0.7
NEUTRAL = 0.75  # the claim names no subject
ABSENT = 0.45
# a rival stands nearer than the subject, or the subject is not named at all
RIVAL_PARAGRAPH = 0.3
RIVAL_SENTENCE = 0.1
RIVAL_CLAUSE = 0.0

_SENTENCES_BACK = 6
_PARAGRAPHS_BACK = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text around an assertion and how near it is."""

    nearness: float
    clauses: tuple[Clause, ...]


class Context:
    """Looks around in one text."""

    def __init__(self, text: Text, subjects: frozenset[str]) -> None:
        self._text = text
        self._subjects = subjects
        self._first_of: dict[int, int] = {}
        for number, (paragraph, _) in enumerate(text.sentences):
            self._first_of.setdefault(paragraph, number)

    def units(self, clause: Clause) -> Iterator[Unit]:
        """The clause, then what stands around it, nearest first."""
        yield Unit(NAMED, (clause,))
        siblings = self._text.clauses(clause.sentence)
        at = siblings.index(clause)
        for other in reversed(siblings[:at]):
            yield Unit(SENTENCE, (other,))
        for other in siblings[at + 1 :]:
            yield Unit(SENTENCE, (other,))
        first = self._first_of[clause.paragraph]
        for number in range(clause.sentence - 1, max(first, clause.sentence - _SENTENCES_BACK) - 1, -1):
            yield Unit(PARAGRAPH, self._text.clauses(number))
        stop = self._first_of.get(max(0, clause.paragraph - _PARAGRAPHS_BACK), 0)
        for number in range(first - 1, stop - 1, -1):
            yield Unit(DOCUMENT, self._text.clauses(number))
        if stop > 0:
            yield Unit(DOCUMENT, self._text.clauses(0))

    def rivals(self, clause: Clause, fact: Fact) -> list[Mention]:
        """Names in the clause that could be a subject and that the claim does not speak of."""
        return [
            m
            for m in clause.mentions
            if (m.kind in {"organization", "person"} or (m.kind == "known" and m.name in self._subjects))
            and m.name not in fact.names
            and m.name not in fact.text
            and m.text not in fact.text
        ]

    def subject(self, clause: Clause, fact: Fact) -> float:
        """How surely the clause speaks of the claim's subject, 0 to 1."""
        rival = 1.0
        for unit in self.units(clause):
            for other in unit.clauses:
                if any(m.name in fact.subjects for m in other.mentions):
                    return min(unit.nearness, rival)
                if self.rivals(other, fact):
                    rival = min(rival, _RIVALS[unit.nearness])
        return min(rival, ABSENT if fact.subjects else NEUTRAL)

    def period(self, clause: Clause, before: int) -> tuple[Period | None, bool]:
        """The window that holds for the clause, and whether the clause itself states it.

        A single day in an earlier sentence is when something happened there; it is not inherited.
        """
        own = read_period(self._text.folded, clause.dates, before) or read_period(
            self._text.folded, clause.dates
        )
        if own is not None:
            return own, True
        for unit in self.units(clause):
            if unit.nearness == NAMED:
                continue
            for other in reversed(unit.clauses):
                if other.start > clause.start:
                    continue
                found = read_period(self._text.folded, other.dates)
                if found is None:
                    continue
                if found.days == 1:
                    if unit.nearness == SENTENCE:
                        return None, False
                    continue
                return found, unit.nearness == SENTENCE
        return None, False

    def mentions(self, clause: Clause, words: Sequence[str]) -> float:
        """How near any of ``words`` stands: 1 in the clause, less around it, 0 when nowhere near."""
        folded = self._text.folded
        for unit in self.units(clause):
            for other in unit.clauses:
                if any(folded.find(word, other.start, other.end) >= 0 for word in words):
                    return unit.nearness
        return 0.0


_RIVALS = {
    NAMED: RIVAL_CLAUSE,
    SENTENCE: RIVAL_SENTENCE,
    PARAGRAPH: RIVAL_PARAGRAPH,
    DOCUMENT: ABSENT,
}
