"""Find the facts that a stretch of text may speak of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_sole_post
from factcheck.assertion.terms import read_terms
from factcheck.matching.facts import TermValue
from factcheck.matching.vocabulary import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.matching.facts import Fact, Words

_CANDIDATES = 24  # things looked at closely for one figure; a series, one thing in many years, is one
_NOMINATE = 0.35  # weight of shared words that nominates a claim


def _post_words(fact: Fact) -> Words:
    """The words of a post, by which a claim on its holder is found where somebody else is named."""
    if not isinstance(fact.value, TermValue) or not is_sole_post(fact.value.members[0][0]):
        return ()
    return tuple((term.text, term.weight) for term in read_terms(fact.value.members[0][0]))


class Index:
    """Finds the facts that share words or a subject with an assertion."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self.by_subject: dict[str, list[Fact]] = defaultdict(list)
        self.kin: dict[str, str] = defaultdict(str)  # all the words of the claims on one subject
        self._by_word: dict[str, dict[int, float]] = defaultdict(dict)
        for fact in facts:
            if fact.derived:
                self.kin[fact.claim.path] += fact.text + "\n"
            for name in fact.subjects or fact.claim.subject[:1]:
                if fact.subjects:
                    self.by_subject[name].append(fact)
                self.kin[name] += fact.text + "\n"
            for words in (*fact.properties, *fact.subject_words, fact.context, _post_words(fact)):
                for word, weight in words:
                    known = self._by_word[word]
                    known[fact.number] = max(weight, known.get(fact.number, 0.0))
        self.lexicon = Lexicon(self._by_word)
        known_series: dict[object, int] = {}
        self._series = [  # the number of each fact's series
            known_series.setdefault(
                (fact.subjects, fact.subject_words, fact.properties, fact.context), len(known_series)
            )
            for fact in facts
        ]

    def nominate(
        self, words: dict[str, float], subjects: Iterable[str], wanted: Callable[[Fact], bool]
    ) -> list[Fact]:
        """Of the ``wanted`` facts those worth a close look: by shared words, and by the subjects named around."""
        shared: dict[int, float] = defaultdict(float)
        for word, nearness in words.items():
            for number, weight in self._by_word.get(word, {}).items():
                shared[number] += weight * nearness
        chosen = {number: weight for number, weight in shared.items() if weight >= _NOMINATE}
        for name in subjects:
            for fact in self.by_subject.get(name, ()):
                chosen[fact.number] = shared.get(fact.number, 0.0) + 1.0
        best: dict[int, list[int]] = {}
        for number in sorted(chosen, key=chosen.__getitem__, reverse=True):
            if not wanted(self.facts[number]):
                continue
            series = self._series[number]
            if series in best:
                best[series].append(number)
            elif len(best) < _CANDIDATES:
                best[series] = [number]
        return [self.facts[number] for numbers in best.values() for number in numbers]
