"""Read a source article's sentences as claims, by the code that reads drafts.

A sentence's figures become facts with what they inherit from the sentences before: subject and period.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.figures import read_assertions
from factcheck.assertion.names import NameIndex, bare
from factcheck.assertion.reading import Text
from factcheck.claims.model import Claim, Source
from factcheck.matching.compile import fact_words
from factcheck.matching.context import Context
from factcheck.matching.facts import Fact, Said, at_once
from factcheck.matching.matters import Matter, naming, placing, says
from factcheck.matching.vocabulary import Vocabulary
from factcheck.quantity import extract_quantities
from factcheck.quantity.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.assertion.reading import Clause

_NAMING = frozenset({"organization", "title", "person"})
_LEAD = 2  # sentences that tell what an article is about: its headline and how it begins
_INHERITED = 0.5  # words that count for less stand too far off to be part of the fact


class Article(NamedTuple):
    """A source article as it was read."""

    path: str
    text: str
    published: date | None = None
    dateline: str = ""  # as written (新华社上海6月4日电), where it is no part of the text


def article_names(raw: str) -> dict[str, str]:
    """The names that an article speaks of: organisations, titles, people; name → canonical."""
    text = Text(raw, NameIndex({}))
    return {
        bare(mention.text): bare(mention.name)
        for sentence in range(len(text.sentences))
        for clause in text.clauses(sentence)
        for mention in clause.mentions
        if mention.kind in _NAMING and len(bare(mention.text)) >= 2
    }


class Reading:
    """An article read for what the claims of a bank, and the article itself, speak of."""

    def __init__(self, article: Article, names: NameIndex, subjects: frozenset[str]) -> None:
        self.article = article
        self.text = Text(article.text, names, article.published)
        self.context = Context(self.text, subjects)
        lines = article.text.strip().splitlines()
        title = lines[0].strip() if lines else article.path
        source = Source(id=article.path, title=title, published=article.published, url=article.path)
        self.lead = frozenset(
            term.text
            for sentence in range(len(self.text.sentences[:_LEAD]))
            for clause in self.text.clauses(sentence)
            for term in clause.terms
            if term.naming
        )
        self.about = self.text.folded[: self.text.sentences[:_LEAD][-1][1].end] if self.text.sentences else ""
        dateline = [q for q in extract_quantities(article.dateline) if q.kind is Kind.DATE]
        self.days = (*dateline, *self.text.dates_in(0, len(self.about)))  # those of the article itself
        self._claims = [
            Claim(
                id=f"s{number}",
                statement=article.text[span.start : span.end],
                source=source,
                locator=f"第{paragraph + 1}段",
                path=article.path,
            )
            for number, (paragraph, span) in enumerate(self.text.sentences, 1)
        ]

    def matter(self, clause: Clause, before: int) -> Matter:
        """Whose figure it is that stands at ``before`` in the clause."""
        places = placing(self.text, clause) if clause.sentence > _LEAD else ()
        return Matter(naming(self.text, clause, before), places, self.about)

    def fact(self, clause: Clause, number: int) -> Fact:
        """The clause as a fact without a value."""
        span = self.text.sentences[clause.sentence][1]
        named = _subjects(self.context, clause)
        siblings = self.text.clauses(clause.sentence)
        said = Said(
            vocabulary=Vocabulary({t.text: 1.0 for t in clause.terms}),
            names=named | frozenset(m.name for c in siblings for m in c.mentions),
            negated=bool(clause.negations),
            modality=next((c.modality.kind for c in (clause, *siblings) if c.modality.kind), ""),
        )
        return Fact(
            number=number,
            claim=self._claims[clause.sentence],
            subjects=named,
            called=named,
            subject_words=(),
            properties=(),
            context=(),
            spellings=(),
            text="\n".join((self.text.folded[span.start : span.end], *named)),
            scope=(),
            value=None,
            expected="",
            period=None,
            said=at_once(said),
            find_known=lambda: said.names,
            curated=False,
            lead=self.lead,
            derived=True,
        )


def article_facts(reading: Reading, first: int) -> Iterator[Fact]:
    """The figures of an article as facts, numbered from ``first``."""
    number = first
    for sentence in range(len(reading.text.sentences)):
        for assertion in read_assertions(reading.text, sentence):
            clause = assertion.clause
            period, _ = reading.context.period(clause, assertion.figure.start)
            words, around = fact_words(assertion)
            fact = reading.fact(clause, number)
            vocabulary = Vocabulary(
                {t.text: near for t, near in reversed(assertion.words) if near > _INHERITED}
            )
            yield replace(
                fact,
                matter=reading.matter(clause, assertion.figure.start),
                properties=(words,) if words else (),
                context=around,
                value=assertion.figure,
                expected=assertion.figure.text,
                period=assertion.time(period),
                baseline=assertion.baseline,
                difference=assertion.compared,
                said=at_once(fact.said()._replace(vocabulary=vocabulary)),
            )
            number += 1


def _subjects(context: Context, clause: Clause) -> frozenset[str]:
    """The names in the clause, or in the nearest stretch before it that has any; not who only says so."""
    for unit in context.units(clause):
        found = frozenset(
            m.name
            for c in unit.clauses
            if c.start <= clause.start and not (c is not clause and says(context.text, c))
            for m in c.mentions
            if m.kind == "known"
        )
        if found:
            return found
    return frozenset()
