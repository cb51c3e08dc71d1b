"""Make claims ready for comparison, curated parts first.

A claim whose parts the curator left out is read from its statement by the code that reads drafts.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.assertion.figures import BETWEEN, IN_CLAUSE, IN_SENTENCE, UNIT_WEIGHT, read_assertions
from factcheck.assertion.modality import read_negations, stretches
from factcheck.assertion.names import (
    Mention,
    NameIndex,
    is_container,
    is_place,
)
from factcheck.assertion.period import from_quantity, parse_iso, read_period
from factcheck.assertion.reading import Text, is_figure, part_terms
from factcheck.assertion.terms import is_proper
from factcheck.matching.facts import Fact, Said, TermValue, at_once
from factcheck.matching.naming import Anchors, Spellings, is_quoted, name_table, strip_name
from factcheck.matching.regions import region_words, tells_region
from factcheck.matching.vocabulary import Vocabulary
from factcheck.quantity import extract_quantities
from factcheck.quantity.model import Kind, Quantity
from factcheck.text.fold import fold
from factcheck.text.tokens import tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.period import Period
    from factcheck.assertion.reading import Clause
    from factcheck.claims.model import Claim, ClaimBank
    from factcheck.matching.facts import Value, Words

_ADVERBS = frozenset({"d", "t", "ad"})
STATEMENT_ONLY = 0.6  # a word of the statement that is in none of the curated parts explains that much


class Compiler:
    """Turns the claims of one bank into facts."""

    def __init__(self, bank: ClaimBank, names: NameIndex) -> None:
        self._names = names
        self._canonical = name_table(bank)
        self._spellings = Spellings(self._canonical)
        self._anchors = Anchors(bank)
        self._parts: dict[str, Words] = {}  # read once: claims share their subjects' names

    def compile(self, claim: Claim, number: int) -> list[Fact]:
        """The facts of a claim, numbered from ``number``: one, or one for each figure of a bare statement."""
        read = cache(lambda: Text(claim.statement, self._names, claim.source.published))
        if claim.value:
            return [self._curated(claim, read, number)]
        return self._from_statement(claim, read, number) or [self._worded(claim, read, number)]

    def _curated(self, claim: Claim, read: Callable[[], Text], number: int) -> Fact:
        fact = replace(self._bare(claim, read, number), value=self._value(claim), curated=True)
        denied = self._denied(fact.value)
        if not denied:
            return fact
        # The value is the statement itself: 不收礼金. One word of it (礼金) says nothing of the sort.
        properties = (denied, *(words for words in fact.properties if sum(w for _, w in words) > 1.0))
        said = cache(lambda: fact.said()._replace(negated=True))
        return replace(fact, value=None, properties=properties, said=said)

    def _denied(self, value: Value) -> Words:
        """The words of what a value denies (不收礼金, 暂不办理客运业务); none where it denies nothing."""
        if not isinstance(value, TermValue) or value.is_list:
            return ()
        term = value.members[0][0]
        negation = next(iter(read_negations(stretches(term, 0, len(term), ()))), None)
        if negation is None or any(
            word_class(word) not in _ADVERBS for word in tokenize(term[: negation.start])
        ):
            return ()
        return self._words(term[negation.end :])

    def _worded(self, claim: Claim, read: Callable[[], Text], number: int) -> Fact:
        """The fact of a statement without figures, its parts read from its shape where it has a known one."""
        from factcheck.matching.statement import read_statement, subject_names  # noqa: PLC0415  for few claims

        bare_fact = self._bare(claim, read, number)
        told = read_statement(read().folded)
        if told is None or bare_fact.value is not None:
            return bare_fact
        names = subject_names(told.subject)
        return replace(
            bare_fact,
            subjects=frozenset(map(self._name, claim.subject or names)),
            called=frozenset(map(self._name, claim.subject or names)),
            subject_words=bare_fact.subject_words or tuple(map(self._words, names)),
            properties=bare_fact.properties if claim.property else (self._words(told.property),),
            spellings=bare_fact.spellings or (told.property,),
            value=TermValue(
                tuple(map(self._spellings.of, told.value)), claim.ordered or told.ordered, told.open
            ),
            expected="、".join(told.value),
        )

    def _bare(self, claim: Claim, read: Callable[[], Text], number: int) -> Fact:
        """What the claim's own parts say; its statement is read here only for parts that are missing."""
        properties = tuple(words for name in claim.property if (words := self._words(name)))
        if not properties:
            subject_free = tuple((t.text, t.weight) for c in _clauses(read()) for t in c.terms)
            properties = (subject_free,) if subject_free else ()
        if not claim.subject:
            subjects = _leading(m for c in _clauses(read()) for m in c.mentions)
        elif any(is_proper(strip_name(name)) or is_quoted(name, claim.statement) for name in claim.subject):
            subjects = frozenset(self._name(name) for name in claim.subject)
        else:
            subjects = frozenset()
        value: Value = None
        period = parse_iso(claim.period) if claim.period else None
        if not claim.value:
            # A date that opens the statement says when; another one may be what it tells (于2024年5月18日发布).
            dates = [q for c in _clauses(read()) for q in c.dates if q.start > 0]
            value = from_quantity(dates[0]) if len(dates) == 1 else None
            period = period or _told(read())
        text = "\n".join(map(fold, (claim.statement, *_parts(claim))))
        return Fact(
            number=number,
            claim=claim,
            subjects=subjects,
            properties=properties,
            called=frozenset(map(self._name, claim.subject)) | subjects,
            subject_words=tuple(words for name in claim.subject if (words := self._words(name))),
            context=(),
            spellings=tuple(fold(name) for name in claim.property),
            text=text,
            scope=tuple(strip_name(name) for name in claim.scope),
            value=value,
            expected=claim.value if isinstance(claim.value, str) else "、".join(claim.value),
            period=period,
            said=cache(lambda: self._said(claim, read())),
            find_known=lambda: frozenset(m.name for m in self._names.find(text)),
            curated=False,
            anchors=self._anchors.of(claim),
        )

    def _said(self, claim: Claim, text: Text) -> Said:
        """What the statement says beside that."""
        clauses, parts = _clauses(text), _parts(claim)
        mentions = [m for c in clauses for m in c.mentions]
        vocabulary = {t.text: STATEMENT_ONLY if claim.property else 1.0 for c in clauses for t in c.terms}
        for part in parts:
            for word, _ in self._words(part):
                vocabulary[word] = 1.0
        return Said(
            vocabulary=Vocabulary(vocabulary),
            names=frozenset(m.name for m in mentions)
            | frozenset(self._name(name) for part in (claim.subject, claim.scope) for name in part)
            | frozenset(m.name for part in parts for m in self._names.find(fold(part))),
            told=_told(text) if claim.period else None,
            negated=any(c.negations for c in clauses),
            modality=next((c.modality.kind for c in clauses if c.modality.kind), ""),
            placed=any(is_place(m.text) and m.text not in region_words("national") for m in mentions)
            or tells_region(text.folded, "national"),
        )

    def _from_statement(self, claim: Claim, read: Callable[[], Text], number: int) -> list[Fact]:
        facts: list[Fact] = []
        text = read()
        for sentence in range(len(text.sentences)):
            for assertion in read_assertions(text, sentence):
                bare = self._bare(claim, read, number + len(facts))
                words, around = fact_words(assertion)
                named = {word for name in bare.subjects for word, _ in self._words(name)}
                words = tuple((w, n) for w, n in words if w not in named) or words
                facts.append(
                    replace(
                        bare,
                        properties=bare.properties if claim.property else (words,),
                        context=around,
                        value=assertion.figure,
                        expected=assertion.figure.text,
                        period=bare.period or read_period(text.folded, assertion.clause.dates),
                        said=at_once(bare.said()._replace(modality=assertion.clause.modality.kind)),
                    )
                )
        return facts

    def _words(self, part: str) -> Words:
        """The words of one part, read as a draft's are."""
        known = self._parts.get(part)
        if known is None:
            terms = part_terms(fold(part), self._names)
            known = self._parts[part] = tuple((t.text, t.weight) for t in terms)
        return known

    def _name(self, name: str) -> str:
        stripped = strip_name(name)
        return self._canonical.get(stripped, stripped)

    def _value(self, claim: Claim) -> Value:
        if not isinstance(claim.value, str):
            return TermValue(self._spellings.of_list(claim.value), claim.ordered, claim.open)
        value = fold(claim.value)
        try:
            return parse_iso(value)
        except ValueError:
            pass
        quantities = extract_quantities(value, reference=claim.source.published, folded=True)
        figures = [q for q in quantities if is_figure(q) or q.kind is Kind.ORDINAL]
        if len(figures) == 1 and _covers(figures[0], value):
            return figures[0]
        dates = [q for q in quantities if q.kind is Kind.DATE]
        if len(dates) == 1 and _covers(dates[0], value):
            return from_quantity(dates[0])
        return TermValue((self._spellings.of(claim.value),), claim.ordered, claim.open)


def _clauses(text: Text) -> list[Clause]:
    return [clause for sentence in range(len(text.sentences)) for clause in text.clauses(sentence)]


def _told(text: Text) -> Period | None:
    """The window that a statement states first."""
    return next((p for c in _clauses(text) if (p := read_period(text.folded, c.dates))), None)


def _parts(claim: Claim) -> tuple[str, ...]:
    """All that the curator wrote beside the statement."""
    values = (claim.value,) if isinstance(claim.value, str) else claim.value
    return (*claim.property, *claim.scope, *claim.subject, *values)


def fact_words(assertion: Assertion) -> tuple[Words, Words]:
    """What a statement's figure measures: the words beside it, or in its clause; and those farther off."""
    for least in (BETWEEN, IN_SENTENCE, 0.0):
        near = tuple(
            (t.text, t.weight)
            for t, n in assertion.words
            if n >= least and (least < BETWEEN or n != IN_CLAUSE)
        )
        if sum(weight for _, weight in near) > UNIT_WEIGHT:
            break
    own = {word for word, _ in near}
    return near, tuple((t.text, t.weight * n) for t, n in assertion.words if t.text not in own)


def _covers(quantity: Quantity, value: str) -> bool:
    """Whether the quantity is all that the value says, but for a noun after it (12种特产)."""
    return quantity.start <= 1 and len(value) - quantity.end <= 6


def _leading(mentions: Iterable[Mention]) -> frozenset[str]:
    """The name a statement opens with: what it speaks of when no subject was given."""
    for mention in mentions:
        named = mention.kind in {"organization", "title", "person"} or (
            mention.kind == "known" and is_proper(mention.name)
        )
        if named and not is_container(mention.name):
            return frozenset({mention.name})
    return frozenset()
