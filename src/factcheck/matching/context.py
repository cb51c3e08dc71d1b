"""What an assertion inherits: whom it speaks of, where and when, from the words before it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_organization, is_person, is_place, is_relative, place_stem
from factcheck.assertion.terms import is_proper
from factcheck.matching.around import DOCUMENT, NAMED, PARAGRAPH, SENTENCE, Surroundings
from factcheck.matching.editions import Editions
from factcheck.matching.facts import TermValue
from factcheck.matching.rivals import Rivals, kin_of
from factcheck.matching.scopes import Scopes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.around import Unit
    from factcheck.matching.facts import Fact
    from factcheck.quantity.model import Quantity

_start = attrgetter("start")
# How surely a clause speaks of the claim's subject; where it is named, as near as it stands.
NEUTRAL = 0.75  # the claim names no subject
ABSENT = 0.45
FOLLOWING = 0.85  # named only after the clause, in its sentence
# A rival stands nearer than the subject, or the subject is not named at all.
_RIVALS = {NAMED: 0.0, SENTENCE: 0.1, PARAGRAPH: 0.3, DOCUMENT: ABSENT}


_PRONOUNS = frozenset("他她")


class Context(Surroundings):
    """One text, looked through for what the claims of a bank speak of."""

    def __init__(
        self,
        text: Text,
        subjects: frozenset[str],
        scopes: frozenset[str] = frozenset(),
        kin: Mapping[str, str] | None = None,
        scoped: frozenset[str] = frozenset(),
        *,
        shared: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(text)
        self._kin = kin or {}
        self._about: dict[tuple[str, ...], bool] = {}  # by the names that tell
        self.rivals = Rivals(text, subjects, self._kin)
        self.scopes = Scopes(self, scopes, scoped, shared)
        self.editions = Editions(self)
        self._told: dict[int, tuple[Unit, ...]] = {}
        self._subjects = subjects
        self._named_last: list[frozenset[str]] = []  # by sentence: see named_before
        self._named: dict[frozenset[str], bool] = {}

    def given(self, number: Decimal, start: int, end: int) -> Iterator[Quantity]:
        """The quantities of that number that begin in a stretch of the text."""
        found = self._given.get(number, ())
        for quantity in islice(found, bisect_left(found, start, key=_start), None):
            if quantity.start >= end:
                break
            yield quantity

    @cached_property
    def _given(self) -> Mapping[Decimal | None, Sequence[Quantity]]:
        """All quantities of the text by their numbers."""
        table: dict[Decimal | None, list[Quantity]] = {}
        for quantity in self.text.quantities:
            table.setdefault(quantity.number, []).append(quantity)
        return table

    def subject(self, clause: Clause, fact: Fact, assertion: Assertion | None = None) -> float:
        """How surely the clause speaks of the claim's subject, 0 to 1: by whoever is named nearest."""
        personal = fact.personal and self.text.folded[clause.start] in _PRONOUNS
        told_of_person = fact.personal and not _PRONOUNS.isdisjoint(
            self.text.folded[clause.start : clause.end]
        )
        if self.editions.is_framed_by_another(clause, fact):
            return _RIVALS[NAMED]
        for unit in self._telling(clause):
            if personal and self._is_of_another(unit, fact):
                return _RIVALS[unit.nearness]
            if any(self.editions.is_another(other, fact) for other in unit.clauses):
                return _RIVALS[unit.nearness]
            here = assertion if unit.clauses == (clause,) else None
            names = [
                m
                for other in unit.clauses
                for m in other.mentions
                if (_calls(m, fact) or (unit.nearness < NAMED and _belongs(m, fact)))
                and not self.rivals.only_modifies(other, m)
                and not self.rivals.is_other_edition(m, fact)
                and not self.rivals.is_somebodys(other, m, fact)
            ]
            if any(here is None or here.concerns(m) for m in names):
                return unit.nearness
            if unit.nearness == DOCUMENT and (fact.derived or not fact.subjects):
                break
            if unit.nearness == DOCUMENT and self.text.is_field(unit.clauses[0].sentence):
                continue  # what a field of a profile names is nobody that the next one speaks of
            if told_of_person and unit.nearness < NAMED and not self._names_person(unit):
                continue  # she was named before the games that she ran in
            if any(self.rivals.stand_in(other, fact, here, unit) for other in unit.clauses):
                return _RIVALS[unit.nearness]
        if not fact.subjects or fact.derived:
            return NEUTRAL
        return FOLLOWING if self._named_after(clause, fact) else ABSENT

    def _is_of_another(self, unit: Unit, fact: Fact) -> bool:
        """Whether the last person that opens a clause there is not the claim's: 他 after it stands for him."""
        people = [
            m
            for clause in unit.clauses
            for m in clause.mentions
            if is_person(m.text) and not self._letters_between(clause.start, m.start)
        ]
        return bool(people) and people[-1].name not in fact.called and not fact.tells_of(people[-1])

    def _names_person(self, unit: Unit) -> bool:
        return any(is_person(m.text) for clause in unit.clauses for m in clause.mentions)

    def _letters_between(self, start: int, end: int) -> bool:
        return any(map(str.isalpha, self.text.folded[start:end]))

    def named_before(self, sentence: int) -> frozenset[str]:
        """The subjects that the last sentence before names that names any."""
        for number in range(len(self._named_last), sentence + 1):
            before = self._named_last[-1] if number else frozenset()
            found = self.text.names_in(number - 1) & self._subjects if number else frozenset()
            self._named_last.append(found or before)
        return self._named_last[sentence]

    def may_name(self, fact: Fact) -> bool:
        """Whether the text names the claim's subject anywhere, or the claim needs no naming."""
        if not fact.subjects or fact.derived:
            return True
        if fact.subjects not in self._named:
            self._named[fact.subjects] = not self._names.isdisjoint(fact.subjects) or any(
                place_stem(name) in self.text.folded for name in fact.subjects
            )
        return self._named[fact.subjects]

    @cached_property
    def _names(self) -> frozenset[str]:
        """All names in the text."""
        return frozenset().union(*map(self.text.names_in, range(len(self.text.sentences))))

    def _telling(self, clause: Clause) -> tuple[Unit, ...]:
        """What stands around the clause and names anything; and where the rest of the text begins."""
        found = self._told.get(clause.start)
        if found is None:
            units = tuple(self.units(clause))
            far = next((unit for unit in units if unit.nearness == DOCUMENT), None)
            found = self._told[clause.start] = tuple(
                unit for unit in units if unit is far or any(map(self.rivals.tells, unit.clauses))
            )
        return found

    def is_about(self, fact: Fact) -> bool:
        """Whether the text names anything of the claim's matter beside a loose name of its subject (学校)."""
        if not fact.anchors:
            return True
        known = self._about.get(fact.anchors)
        if known is None:
            known = self._about[fact.anchors] = any(name in self.text.folded for name in fact.anchors)
        return known

    def _named_after(self, clause: Clause, fact: Fact) -> bool:
        """Whether the sentence names the subject only after the clause (助农的县长有50多位,活动叫“百城县长”)."""
        siblings = self.text.clauses(clause.sentence)
        after = siblings[siblings.index(clause) + 1 :]
        return any(m.name in fact.subjects for other in after for m in other.mentions)

    def opened_by_another(self, clause: Clause, fact: Fact) -> bool:
        """Whether the sentence, up to the clause, opens with a noun that the claim does not know, before its subject.

        A place may stand before it (中国大运河全长…,2014年列入…;北京中轴线…).
        """
        if any(m.name in fact.subjects and m.start < clause.end for m in self.text.known):
            return False
        siblings = self.text.clauses(clause.sentence)
        for other in siblings[: siblings.index(clause) + 1]:
            at = other.start
            for term in other.terms:
                if term.start != at:
                    break
                name = next((m for m in other.mentions if m.start <= at < m.end), None)
                if name is None and fact.is_unknown(term):
                    return True
                if name is None or name.kind not in {"known", "place"}:
                    return name is not None and not fact.tells_of(name)
                at = term.end
        return False

    def called(self, clause: Clause, fact: Fact) -> bool:
        """Whether the subject's name, a common noun too, stands in the clause or a little before it.

        Somebody's 丈夫 is no longer spoken of once another person is.
        """
        personal = any(map(is_relative, fact.called))
        for unit in self.units(clause):
            names = [m for other in unit.clauses for m in other.mentions]
            if any(m.name in fact.called for m in names):
                return True
            if personal and any(is_person(m.text) and m.name not in fact.text for m in names):
                return False
        return False

    def kin_of(self, fact: Fact) -> str:
        """All the words of the claims on the fact's subject."""
        return kin_of(fact, self._kin)


def _calls(mention: Mention, fact: Fact) -> bool:
    """Whether a name is the subject's, or opens with it and is no other name (快递业务收入 speaks of 快递)."""
    if mention.name in fact.subjects:
        return True
    return (
        mention.kind == "known"
        and not is_proper(mention.name)
        and "的" not in mention.name
        and any(mention.text.startswith(subject) for subject in fact.subjects)
    )


def _belongs(mention: Mention, fact: Fact) -> bool:
    """Whether a name is that of something in the place that the claim is about (澜州地铁2号线), or at the body.

    Of a body only names are told by it (某大学纪念大会…,校长某某): what an event counts is its own.
    """
    if mention.kind != "known":
        return False
    bodies = [s for s in fact.subjects if is_organization(s)] if isinstance(fact.value, TermValue) else []
    return mention.name.startswith(
        (*(place_stem(place) for place in fact.subjects if is_place(place)), *bodies)
    )
