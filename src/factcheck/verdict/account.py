"""Give an account of a judgement: find, for the parts that were compared, the words they came from.

Only done when asked for; the judgement is made without it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.figures import BETWEEN
from factcheck.assertion.names import is_place
from factcheck.assertion.period import Period, Relation, from_quantity, relate
from factcheck.matching.context import ABSENT
from factcheck.matching.regions import region_words
from factcheck.matching.score import property_agreement
from factcheck.verdict.compare import Outcome
from factcheck.verdict.explanation import Explanation, Inherited, Part, Row, Where
from factcheck.verdict.finding import Verdict
from factcheck.verdict.losers import figure_losers, term_losers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.reading import Clause, Text
    from factcheck.assertion.terms import Term
    from factcheck.matching.context import Context
    from factcheck.matching.facts import Fact
    from factcheck.matching.vocabulary import Around
    from factcheck.verdict.judgement import Judgement
    from factcheck.verdict.options import Option

_COMPARED = {Outcome.AGREES: 1.0, Outcome.CONTRADICTS: 0.0}
_DECIDED = {Verdict.SUPPORTED: 1.0, Verdict.REFUTED: 0.0}
_TIMES = {Relation.SAME: 1.0, Relation.COMPATIBLE: 1.0, Relation.LOOSE: 0.5, Relation.OTHER: 0.0}


class _Words(NamedTuple):
    """A part as the draft has it: words at a place, in a clause."""

    said: str
    start: int
    end: int
    clause: Clause


class _Held(NamedTuple):
    """How well each part of a clause agrees with a fact's, as the comparison found it."""

    clause: Clause
    fact: Fact
    subject: float
    prop: float
    value: float | None
    scope: float
    time: Relation


class Account:
    """Explains the judgements on one text."""

    def __init__(self, text: Text, context: Context) -> None:
        self._text = text
        self._context = context

    def figure(
        self, judgement: Judgement, fact: Fact | None, assertion: Assertion, options: Sequence[Option]
    ) -> Judgement:
        """``judgement`` on a figure with its explanation; ``fact``, one of ``options``, decided it."""
        clause = assertion.clause
        own = [term for term, near in assertion.words if near >= BETWEEN and not term.text.startswith("/")]
        chosen = next((option for option in options if option.match.fact is fact), None)
        explanation = self._nothing(own, judgement)
        if fact is not None and chosen is not None:
            match, value = chosen.match, _COMPARED.get(chosen.comparison.outcome)
            held = _Held(clause, fact, match.subject, match.prop, value, match.scope, chosen.relation)
            farther = [term for term, _ in assertion.words if not clause.start <= term.start < clause.end]
            explanation = self._explanation(held, judgement, assertion.figure.start, own, farther)
        losers = figure_losers([option for option in options if option is not chosen], chosen)
        return judgement._replace(explanation=replace(explanation, runners_up=losers))

    def term(
        self, judgement: Judgement, clause: Clause, words: Around, told: Sequence[Judgement]
    ) -> Judgement:
        """``judgement`` on a term, list or date with its explanation; ``told`` are all on that ``clause``."""
        fact = judgement.fact
        if fact is None:
            return judgement
        period, _ = self._context.period(clause, judgement.start, fact)
        held = _Held(
            clause,
            fact,
            self._context.subject(clause, fact),
            property_agreement(words, fact, clause),
            _DECIDED.get(judgement.verdict),
            self._context.mentions(clause, fact.scope) if fact.scope else 1.0,
            relate(period, fact.period, fact.claim.source.published),
        )
        explanation = self._explanation(held, judgement, judgement.start, _beside(judgement, clause), ())
        losers = term_losers(judgement, told)
        return judgement._replace(explanation=replace(explanation, runners_up=losers))

    def passage(self, judgement: Judgement, clause: Clause) -> Judgement:
        """``judgement`` on a day or an ordinal, held against an article's passage, with its explanation."""
        fact, own = judgement.fact, _beside(judgement, clause)
        if fact is None:
            return judgement._replace(explanation=self._nothing(own, judgement))
        said = Row(Part.PROPERTY, self._joined(own), " ".join(fact.vocabulary), judgement.score)
        value = Row(Part.VALUE, judgement.found, fact.expected, _DECIDED[judgement.verdict])
        return judgement._replace(explanation=Explanation(fact.claim.id, (said, value), (), ()))

    def _nothing(self, own: Iterable[Term], judgement: Judgement) -> Explanation:
        """The explanation where no claim was compared."""
        rows = (Row(Part.PROPERTY, self._joined(own), "", None), Row(Part.VALUE, judgement.found, "", None))
        return Explanation("", rows, (), ())

    def _explanation(
        self, held: _Held, judgement: Judgement, at: int, own: Iterable[Term], farther: Iterable[Term]
    ) -> Explanation:
        """All but the runners-up; ``own`` and ``farther`` are the words that say what is measured."""
        fact, clause = held.fact, held.clause
        subject, scope = self._subject(held), self._scope(held)
        period = self._period(clause, at, fact)
        time = _TIMES.get(held.time) if period else None
        others = [words for words in (subject, scope, period) if words]
        measured = [t for t in own if not any(w.start <= t.start < w.end for w in others)]
        rows = (
            Row(Part.SUBJECT, _said(subject), _subject_of(fact), held.subject),
            Row(Part.PROPERTY, self._joined(measured), _property_of(fact), held.prop),
            Row(Part.VALUE, judgement.found, fact.expected, held.value),
            Row(Part.SCOPE, _said(scope), "、".join(fact.claim.scope[:1]), _scope_agreement(held)),
            Row(Part.PERIOD, _said(period), _period_of(fact), time),
        )
        parts = [(Part.SUBJECT, subject), (Part.SCOPE, scope), (Part.PERIOD, period)]
        parts += ((Part.PROPERTY, words) for words in self._lent(clause, farther, fact))
        inherited = (
            Inherited(part, words.said, _where(clause, words.clause), words.start, words.end)
            for part, words in parts
            if words is not None and words.clause is not clause
        )
        return Explanation(fact.claim.id, rows, tuple(inherited), ())

    def _subject(self, held: _Held) -> _Words | None:
        """The nearest name of the claim's subject, or of somebody else who stands in its way.

        A subject that is no name (流动人口) is told by its words.
        """
        foreign = held.subject < ABSENT
        wanted = {word for words in held.fact.subject_words for word, _ in words}
        for unit in self._context.units(held.clause):
            for clause in unit.clauses:
                named = [m for m in clause.mentions if m.name in held.fact.subjects]
                for mention in named or (self._context.rivals.named(clause, held.fact) if foreign else ()):
                    return self._words(mention.start, mention.end, clause)
                if not held.fact.subjects and (terms := [t for t in clause.terms if t.text in wanted]):
                    return self._joined_at(terms, clause)
        return None

    def _scope(self, held: _Held) -> _Words | None:
        """The claim's scope where the draft names it nearest, or the other place that it names."""
        folded = self._text.folded
        for unit in self._context.units(held.clause):
            for clause in unit.clauses:
                other = [m.text for m in clause.mentions if is_place(m.text) and m.text not in held.fact.text]
                for name in (
                    *held.fact.scope,
                    *((*other, *region_words("regional")) if held.scope < 0 else ()),
                ):
                    at = folded.find(name, clause.start, clause.end)
                    if at >= 0:
                        return self._words(at, at + len(name), clause)
        return None

    def _period(self, clause: Clause, at: int, fact: Fact) -> _Words | None:
        """The date that gives the clause its time."""
        period, _ = self._context.period(clause, at, fact)
        for unit in self._context.units(clause) if period is not None else ():
            for other in unit.clauses:
                for quantity in other.dates:
                    if from_quantity(quantity) == period:
                        return self._words(quantity.start, quantity.end, other)
        return None

    def _lent(self, clause: Clause, farther: Iterable[Term], fact: Fact) -> Iterator[_Words]:
        """For each clause around: its words that the claim's property has and this one has not."""
        wanted = {word for words in fact.properties for word, _ in words} - {t.text for t in clause.terms}
        lent = [term for term in farther if term.text in wanted]
        numbers = range(max(clause.sentence - 1, 0), clause.sentence + 2)
        around = [c for n in numbers if n < len(self._text.sentences) for c in self._text.clauses(n)]
        for other in around:
            terms = [term for term in lent if other.start <= term.start < other.end]
            if terms:
                yield self._joined_at(terms, other)

    def _words(self, start: int, end: int, clause: Clause) -> _Words:
        return _Words(self._text.raw[start:end], start, end, clause)

    def _joined_at(self, terms: Sequence[Term], clause: Clause) -> _Words:
        return _Words(self._joined(terms), min(t.start for t in terms), max(t.end for t in terms), clause)

    def _joined(self, terms: Iterable[Term]) -> str:
        """The words as the draft writes them, in its order."""
        places = sorted({(term.start, term.end) for term in terms})
        return " ".join(dict.fromkeys(self._text.raw[start:end] for start, end in places))


def _beside(judgement: Judgement, clause: Clause) -> list[Term]:
    """The words of a clause but for those that are judged."""
    return [t for t in clause.terms if t.end <= judgement.start or t.start >= judgement.end]


def _said(words: _Words | None) -> str:
    return words.said if words else ""


def _where(clause: Clause, other: Clause) -> Where:
    if other.sentence == clause.sentence:
        return Where.SENTENCE
    if other.heading:
        return Where.HEADING
    return Where.PARAGRAPH if other.paragraph == clause.paragraph else Where.DOCUMENT


def _scope_agreement(held: _Held) -> float | None:
    if held.scope < 0:
        return 0.0
    return held.scope if held.fact.scope else None


def _subject_of(fact: Fact) -> str:
    return "、".join(fact.claim.subject[:1] or sorted(fact.subjects))


def _property_of(fact: Fact) -> str:
    words = (word for word, _ in fact.properties[0] if not word.startswith("/")) if fact.properties else ()
    return fact.claim.property[0] if fact.claim.property else " ".join(words)


def _period_of(fact: Fact) -> str:
    """The claim's window; without one it speaks of when it was published."""
    if fact.claim.period:
        return fact.claim.period
    if fact.period is not None:
        return fact.period.text or _ends(fact.period)
    published = fact.claim.source.published
    return f"{published.isoformat()} 发布" if published else ""


def _ends(period: Period) -> str:
    low, high = (day.isoformat() if day else ".." for day in (period.low, period.high))
    return f"{low}/{high}"
