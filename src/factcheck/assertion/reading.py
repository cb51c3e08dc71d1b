"""Read a text into clauses with everything a comparison needs, and its figures into assertions.

Drafts, statements of claims and source articles are all read by this code.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from factcheck.assertion.modality import Modality, read_modality, read_negations
from factcheck.assertion.names import Mention, NameIndex, find_names
from factcheck.assertion.period import Period, read_period
from factcheck.assertion.terms import Term, read_terms
from factcheck.quantity import extract_quantities
from factcheck.quantity.model import Kind, Quantity
from factcheck.text.fold import fold
from factcheck.text.segment import Paragraph, Sentence, Span, segment

if TYPE_CHECKING:
    from datetime import date

_Placed = TypeVar("_Placed", Quantity, Mention)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as read: its words, names, figures and dates, and whether it asserts anything."""

    start: int
    end: int
    sentence: int  # number of its sentence in the text
    paragraph: int
    heading: bool
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Quantity, ...]
    dates: tuple[Quantity, ...]
    negations: tuple[Span, ...]
    modality: Modality


@dataclass(slots=True)
class Text:
    """A text under reading. Sentences are read when asked for, once."""

    raw: str
    names: NameIndex
    reference: date | None = None
    folded: str = field(init=False)
    paragraphs: list[Paragraph] = field(init=False)
    sentences: list[tuple[int, Sentence]] = field(init=False)
    quantities: list[Quantity] = field(init=False)
    known: list[Mention] = field(init=False)
    _clauses: dict[int, tuple[Clause, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.folded = fold(self.raw)
        self.paragraphs = segment(self.folded)
        self.sentences = [
            (number, sentence)
            for number, paragraph in enumerate(self.paragraphs)
            for sentence in paragraph.sentences
        ]
        self.quantities = extract_quantities(self.folded, reference=self.reference, folded=True)
        self.known = self.names.find(self.folded)

    def clauses(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of the sentence of that number."""
        found = self._clauses.get(sentence)
        if found is None:
            found = self._clauses[sentence] = tuple(self._read(sentence))
        return found

    def figures(self, sentence: int) -> list[Quantity]:
        """The figures of a sentence: what it counts or measures, dates left out."""
        _, found = self.sentences[sentence]
        return [q for q in _within(self.quantities, found.start, found.end) if is_figure(q)]

    def _read(self, number: int) -> list[Clause]:
        paragraph, sentence = self.sentences[number]
        heading = self.paragraphs[paragraph].heading
        return [self._clause(number, paragraph, heading, sentence, span) for span in sentence.clauses]

    def _clause(self, number: int, paragraph: int, heading: bool, sentence: Sentence, span: Span) -> Clause:
        quantities = _within(self.quantities, span.start, span.end)
        known = [m for m in _within(self.known, span.start, span.end)]
        others = find_names(self.folded, span.start, span.end, known)
        others = [m for m in others if not any(q.start < m.end and m.start < q.end for q in quantities)]
        holes = sorted(
            [(m.start, m.end) for m in known] + [(q.start, q.end) for q in quantities if not q.incidental],
        )
        terms: list[Term] = []
        position = span.start
        for start, end in [*holes, (span.end, span.end)]:
            if start > position:
                terms += read_terms(self.folded, position, start)
            position = max(position, end)
        text = self.folded[span.start : span.end]
        return Clause(
            start=span.start,
            end=span.end,
            sentence=number,
            paragraph=paragraph,
            heading=heading,
            terms=tuple(terms),
            mentions=tuple(sorted(known + others, key=lambda m: m.start)),
            figures=tuple(q for q in quantities if is_figure(q)),
            dates=tuple(q for q in quantities if q.kind is Kind.DATE),
            negations=tuple(Span(span.start + n.start, span.start + n.end) for n in read_negations(text)),
            modality=read_modality(self.folded, span.start, span.end, known, question=sentence.question),
        )


def is_figure(quantity: Quantity) -> bool:
    """Whether a quantity is something a draft asserts, and not a date, a rank or an article (一个)."""
    return quantity.kind not in {Kind.DATE, Kind.ORDINAL} and not quantity.incidental


def _within(items: list[_Placed], start: int, end: int) -> list[_Placed]:
    left = bisect_left(items, start, key=lambda item: item.start)
    right = bisect_left(items, end, left, key=lambda item: item.start)
    return [item for item in items[left:right] if item.end <= end]
