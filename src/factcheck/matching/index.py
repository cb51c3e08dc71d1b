"""Find the facts that a stretch of text may speak of.

Facts that differ in nothing but their subjects and figures make up a group, whose words are counted once: the cost
grows with the matters that a bank speaks of and with the claims on the subjects that are named, not with the bank.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_place, is_sole_post
from factcheck.assertion.terms import read_terms
from factcheck.matching.facts import TermValue
from factcheck.matching.vocabulary import Lexicon
from factcheck.quantity.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from factcheck.matching.facts import Fact, Words

    # Where a fact stands among those nominated: less the weight of the words it shares, the first of these, its number.
    Place = tuple[float, int, int]

_CANDIDATES = 16  # things looked at closely for one figure; a series, one thing in many years, is one
_LOOKED_THROUGH = 64  # facts of one great group, whose subjects are not named: more of them are no better
_NOMINATE = 0.35  # weight of shared words that nominates a claim


class Group:
    """Facts that the same words lead to, in order."""

    __slots__ = ("_by_figure", "facts")

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._by_figure: dict[Hashable, list[Fact]] | None = None

    def with_figure(self, quantity: Quantity) -> list[Fact]:
        """Those of the same figure, whatever it counts."""
        if self._by_figure is None:
            self._by_figure = {}
            for fact in self.facts:
                if isinstance(fact.value, Quantity):
                    for figure in _figures(fact.value):
                        self._by_figure.setdefault(figure, []).append(fact)
        found = {f.number: f for figure in _figures(quantity) for f in self._by_figure.get(figure, ())}
        return [found[number] for number in sorted(found)]


class Shelf:
    """Facts by their words.

    Those alike in all but their subjects and figures make up a group; a word of the subject, or of the post that
    a fact tells of, leads to its ``owner``.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.by_subject: dict[str, list[Fact]] = defaultdict(list)
        self.by_word: dict[str, list[tuple[Group, float]]] = defaultdict(list)
        self.by_own_word: dict[str, list[tuple[Group, float]]] = defaultdict(list)
        self.group_of: dict[int, Group] = {}
        self.owner_of: dict[int, Group] = {}
        groups: dict[Hashable, Group] = {}
        owners: dict[Hashable, Group] = {}
        for fact in facts:
            for name in fact.subjects:
                self.by_subject[name].append(fact)
            shared = _heaviest((*fact.properties, fact.context))
            own = _heaviest((*fact.subject_words, _post_words(fact)))
            more = {
                w: weight - shared.get(w, 0.0) for w, weight in own.items() if weight > shared.get(w, 0.0)
            }
            key = fact.properties, fact.context, _counted(fact)
            self.group_of[fact.number] = _put(fact, groups, key, shared, self.by_word)
            self.owner_of[fact.number] = _put(fact, owners, tuple(more.items()), more, self.by_own_word)


def _all_of(group: Group) -> list[Fact]:
    return group.facts


class Index:
    """Finds the facts that share words or a subject with an assertion."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.by_subject: dict[str, list[Fact]] = defaultdict(list)
        self.kin: dict[str, str] = defaultdict(str)  # all the words of the claims on one subject
        self._series: list[list[Fact]] = []  # for each fact those of its series
        series: dict[Hashable, list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.derived:
                self.kin[fact.claim.path] += fact.text + "\n"
            for name in fact.subjects or fact.claim.subject[:1]:
                if fact.subjects:
                    self.by_subject[name].append(fact)
                self.kin[name] += fact.text + "\n"
            self._series.append(series[fact.subjects, fact.subject_words, fact.properties, fact.context])
            self._series[-1].append(fact)
        self.figures = Shelf(fact for fact in facts if isinstance(fact.value, Quantity))
        self.others = Shelf(fact for fact in facts if not isinstance(fact.value, Quantity))
        tables = [table for s in (self.figures, self.others) for table in (s.by_word, s.by_own_word)]
        self.lexicon = Lexicon(word for table in tables for word in table)

    def nominate(
        self,
        words: Mapping[str, float],
        subjects: Collection[str],
        shelves: Iterable[Shelf],
        among: Callable[[Group], Sequence[Fact]] = _all_of,
        wanted: Callable[[Fact], bool] | None = None,
    ) -> list[Fact]:
        """Of the ``wanted`` facts those worth a close look: by shared words, and by the subjects named around.

        ``among`` gives the facts of a group that may be wanted, in order.
        """
        searches = [_Search(words, subjects, shelf) for shelf in shelves]
        found: dict[int, list[Fact]] = {}  # series, by the number of their first fact
        ranked = [placed for search in searches for placed in search.ranked(among)]
        for _, fact in merge(*ranked) if len(ranked) > 1 else ranked[0]:
            series = self._series[fact.number]
            if series[0].number in found or (wanted and not wanted(fact)):
                continue
            if len(series) > 1:
                alike = filter(wanted, series) if wanted else series
                placed = [(place, one) for one in alike for s in searches if (place := s.place(one))]
                series = [one for _, one in sorted(placed)]
            found[self._series[fact.number][0].number] = series
            if len(found) == _CANDIDATES:
                break
        return [fact for facts in found.values() for fact in facts]


class _Search:
    """The facts of a shelf that share words or a subject with a stretch of text, each with its place among them."""

    def __init__(self, words: Mapping[str, float], subjects: Collection[str], shelf: Shelf) -> None:
        self._group_of = shelf.group_of
        self._groups = groups = _shared(words, shelf.by_word)
        owners = _shared(words, shelf.by_own_word)
        named: dict[int, int] = {}
        facts = {fact.number: fact for owner in owners for fact in owner.facts}
        for order, name in enumerate(sorted(subjects), len(words)):
            for fact in shelf.by_subject.get(name, ()):
                facts[fact.number] = fact
                named.setdefault(fact.number, order)
        none = 0.0, len(words)
        self._single: dict[
            int, tuple[Place, Fact]
        ] = {}  # facts of which more is told than their group's words
        for number, fact in facts.items():
            weight, first = groups.get(shelf.group_of[number], none)
            more, earlier = owners.get(shelf.owner_of[number], none)
            weight, first = weight + more, min(first, earlier)
            if number in named:
                first = first if weight >= _NOMINATE else named[number]
                self._single[number] = (-weight - 1.0, first, number), fact
            elif weight >= _NOMINATE:
                self._single[number] = (-weight, first, number), fact

    def place(self, fact: Fact) -> Place | None:
        """Where a fact stands; ``None`` where it shares too little, or is not of this shelf."""
        if fact.number in self._single:
            return self._single[fact.number][0]
        group = self._group_of.get(fact.number)
        weight, first = self._groups.get(group, (0.0, 0)) if group else (0.0, 0)
        return (-weight, first, fact.number) if weight >= _NOMINATE else None

    def ranked(self, among: Callable[[Group], Sequence[Fact]]) -> list[Iterable[tuple[Place, Fact]]]:
        """The facts with their places, in one or more series that are each in order: great groups by themselves."""
        mixed = [*self._single.values()]
        found: list[Iterable[tuple[Place, Fact]]] = []
        for group, (weight, first) in self._groups.items():
            if weight >= _NOMINATE:
                facts = among(group)
                rest = self._placed(facts, -weight, first)
                if len(facts) > _CANDIDATES:
                    found.append(islice(rest, _LOOKED_THROUGH))
                else:
                    mixed += rest
        return [sorted(mixed), *found]

    def _placed(self, facts: Iterable[Fact], lightness: float, first: int) -> Iterator[tuple[Place, Fact]]:
        for fact in facts:
            if fact.number not in self._single:
                yield (lightness, first, fact.number), fact


def _shared(
    words: Mapping[str, float], by_word: Mapping[str, Iterable[tuple[Group, float]]]
) -> dict[Group, tuple[float, int]]:
    """How heavy the words are that lead to each group, and which is the first."""
    found: dict[Group, tuple[float, int]] = {}
    for number, word in enumerate(words):
        if word in by_word:
            for group, weight in by_word[word]:
                heavy, first = found.get(group, (0.0, number))
                found[group] = heavy + weight * words[word], first
    return found


def _put(
    fact: Fact,
    groups: dict[Hashable, Group],
    key: Hashable,
    words: Mapping[str, float],
    by_word: Mapping[str, list[tuple[Group, float]]],
) -> Group:
    """Put a fact into the group of that key, to which ``words`` lead."""
    group = groups.get(key)
    if group is None:
        group = groups[key] = Group()
        for word, weight in words.items():
            by_word[word].append((group, weight))
    group.facts.append(fact)
    return group


def _heaviest(parts: Iterable[Words]) -> dict[str, float]:
    """Each word with the greatest of its weights."""
    found: dict[str, float] = {}
    for words in parts:
        for word, weight in words:
            found[word] = max(weight, found.get(word, 0.0))
    return found


def _post_words(fact: Fact) -> Words:
    """The words of a post, or of a person's place, by which a claim is found where somebody else is named."""
    if not isinstance(fact.value, TermValue):
        return ()
    first = fact.value.members[0][0]
    if not is_sole_post(first) and not (fact.personal and is_place(first)):
        return ()
    return tuple((term.text, term.weight) for term in read_terms(first))


def _counted(fact: Fact) -> Hashable:
    """What a fact's figure counts, ``None`` where it has none."""
    value = fact.value
    if not isinstance(value, Quantity):
        return None
    return value.kind, value.unit, value.dimension, value.written_unit


def _figures(quantity: Quantity) -> tuple[Hashable, ...]:
    """What two quantities of the same figure have in common."""
    return quantity.number, (quantity.low, quantity.high)
