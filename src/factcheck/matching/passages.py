"""The clauses of source articles, to find the one that tells what a clause of a draft tells.

Two writers put one event into words that mostly agree; what they tell otherwise (the day, a rank) is then looked
for there. Nothing is decided here.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.figures import BESIDE, IN_PARAGRAPH, IN_SENTENCE
from factcheck.matching.vocabulary import ALIKE, Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.assertion.reading import Clause, Text
    from factcheck.assertion.terms import Term
    from factcheck.matching.article import Reading

_REACH = 12  # clauses of one sentence, on either side, that tell what one of them is about
_COMMON = 400  # passages: a word of more tells none from another
_KEPT = 8  # passages looked at closely


class Passage(NamedTuple):
    """A clause of an article with where it stands."""

    reading: Reading
    clause: Clause
    words: dict[str, float]  # its own and those around it, each with how near it stands
    weight: float  # of its own words


class Parallel(NamedTuple):
    """A passage held against a clause of the draft."""

    passage: Passage
    told: float  # share of the draft's words that the passage has, 0 to 1
    untold: float  # share of the passage's own words that the draft leaves out
    own: float  # share of the draft's own words that are the passage's own


class Passages:
    """The clauses of articles by their words."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._passages = [passage for reading in readings for passage in _passages(reading)]
        self._by_word: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, passage in enumerate(self._passages):
            for word, near in passage.words.items():
                self._by_word[word].append((number, near))
        self._lexicon = Lexicon(self._by_word)

    def __len__(self) -> int:
        return len(self._passages)

    def parallels(self, text: Text, clause: Clause) -> list[Parallel]:
        """The passages that tell most of what ``clause`` tells, best first."""
        own = {t.text: t for t in clause.terms}
        around = {t.text: t for t in _around(text, clause) if t.text not in own}
        if not own:  # 7月12日,台风登陆
            own, around = around, {}
        mine = sum(t.weight for t in own.values()) or 1.0
        total = mine + IN_SENTENCE * sum(t.weight for t in around.values())
        got: dict[int, float] = defaultdict(float)
        got_own: dict[int, float] = defaultdict(float)
        said: dict[int, dict[str, float]] = defaultdict(dict)
        for terms, share in ((own, BESIDE), (around, IN_SENTENCE)):
            for term in terms.values():
                best: dict[int, float] = {}
                beside: dict[int, float] = {}
                for word, likeness in self._lexicon.alike(term.text)[0]:
                    passages = self._by_word[word]
                    for number, near in passages if len(passages) <= _COMMON else ():
                        best[number] = max(best.get(number, 0.0), near * likeness)
                        if likeness >= ALIKE and near == BESIDE:
                            said[number][word] = 1.0
                        if near == BESIDE:
                            beside[number] = max(beside.get(number, 0.0), likeness)
                for number, value in best.items():
                    got[number] += share * term.weight * value
                if terms is own:
                    for number, value in beside.items():
                        got_own[number] += term.weight * value
        nearest = sorted(got, key=lambda number: (-got[number], number))[:_KEPT]
        return [
            Parallel(passage, got[number] / total, _untold(passage, said[number]), got_own[number] / mine)
            for number in nearest
            for passage in (self._passages[number],)
        ]


def _untold(passage: Passage, said: dict[str, float]) -> float:
    own = {t.text: t.weight for t in passage.clause.terms}
    return 1.0 - sum(own[word] for word in said if word in own) / (passage.weight or 1.0)


def _around(text: Text, clause: Clause) -> Iterator[Term]:
    """The words of the clauses beside one in its sentence."""
    siblings = text.clauses(clause.sentence)
    at = siblings.index(clause)
    for other in (*siblings[max(0, at - _REACH) : at], *siblings[at + 1 : at + 1 + _REACH]):
        yield from other.terms


def _passages(reading: Reading) -> Iterator[Passage]:
    text = reading.text
    for sentence in range(len(text.sentences)):
        before = text.clauses(sentence - 1)[-_REACH:] if sentence else ()
        for clause in text.clauses(sentence):
            words = {t.text: IN_PARAGRAPH for other in before for t in other.terms}
            words |= {t.text: IN_SENTENCE for t in _around(text, clause)}
            own = {t.text: t.weight for t in clause.terms}
            words |= dict.fromkeys(own, BESIDE)
            yield Passage(reading, clause, words, sum(own.values()))
