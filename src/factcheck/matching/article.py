"""Read a source article's sentences as claims, by the code that reads drafts.

A sentence's figures become facts with what they inherit from the sentences before: subject and period.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertion.figures import read_assertions
from factcheck.assertion.names import NameIndex, bare
from factcheck.assertion.reading import Text
from factcheck.claims.model import Claim, Source
from factcheck.matching.compile import fact_words
from factcheck.matching.context import Context
from factcheck.matching.facts import Fact, Said, at_once
from factcheck.matching.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.assertion.reading import Clause

_NAMING = frozenset({"organization", "title", "person"})
_INHERITED = 0.5  # words that count for less stand too far off to be part of the fact


@dataclass(frozen=True, slots=True)
class Article:
    """A source article as it was read."""

    path: str
    text: str
    published: date | None = None


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


def article_facts(article: Article, names: NameIndex, subjects: frozenset[str], first: int) -> Iterator[Fact]:
    """The facts of an article, numbered from ``first``."""
    raw, path, published = article.text, article.path, article.published
    text = Text(raw, names, published)
    context = Context(text, subjects)
    lines = raw.strip().splitlines()
    source = Source(id=path, title=lines[0].strip() if lines else path, published=published, url=path)
    number = first
    for sentence, (paragraph, span) in enumerate(text.sentences):
        claim = Claim(
            id=f"s{sentence + 1}",
            statement=raw[span.start : span.end],
            source=source,
            locator=f"第{paragraph + 1}段",
            path=path,
        )
        for assertion in read_assertions(text, sentence):
            clause = assertion.clause
            period, _ = context.period(clause, assertion.figure.start)
            named = _subjects(context, clause)
            words, around = fact_words(assertion)
            said = Said(
                vocabulary=Vocabulary(
                    {t.text: 1.0 for t, near in reversed(assertion.words) if near > _INHERITED}
                ),
                names=named | frozenset(m.name for c in text.clauses(sentence) for m in c.mentions),
                negated=bool(clause.negations),
                modality=clause.modality.kind,
            )
            yield Fact(
                number=number,
                claim=claim,
                subjects=named,
                called=named,
                subject_words=(),
                properties=(words,) if words else (),
                context=around,
                spellings=(),
                text="\n".join((text.folded[span.start : span.end], *named)),
                scope=(),
                value=assertion.figure,
                expected=assertion.figure.text,
                period=period,
                said=at_once(said),
                curated=False,
                derived=True,
            )
            number += 1


def _subjects(context: Context, clause: Clause) -> frozenset[str]:
    """The names in the clause, or in the nearest stretch before it that has any."""
    for unit in context.units(clause):
        found = frozenset(
            m.name for c in unit.clauses if c.start <= clause.start for m in c.mentions if m.kind == "known"
        )
        if found:
            return found
    return frozenset()
