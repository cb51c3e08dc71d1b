"""A clause that tells in words what a clause of an article tells: all of its words, and each name by the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.names import SAYING
from factcheck.assertion.opposites import opposition
from factcheck.assertion.terms import GENERIC_WEIGHT, similarity
from factcheck.matching.vocabulary import Vocabulary
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.text.tokens import word_class
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.parallels import is_of_same_days, meant, passage_fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.assertion.terms import Term
    from factcheck.matching.passages import Parallel

TOLD = 0.5  # share of the draft's words that a passage has when it may tell the same
SAME_WORD = 0.8  # likeness of what is denied and what is said
_ORDER = pattern(r"依次|先后")
STATEMENT = 2.0  # weight of words that tell something; of fewer, the passage may say no more either


def judge_retold(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """The clause as a whole, where a passage of ``near`` says all of it: as it does, or denied, or in another order."""
    heavy = [t for t in clause.terms if t.weight > GENERIC_WEIGHT and not _is_light(t.text)]
    if clause.question or not heavy:
        return []
    weight = sum(t.weight for t in heavy)
    for parallel in meant(near, TOLD):
        other = parallel.passage.clause
        if weight < STATEMENT and parallel.untold:
            continue
        if clause.modality.kind != other.modality.kind or not _says_all(text, clause, heavy, parallel):
            continue
        span = Span(clause.start, clause.end)
        if (row := _misordered(text, clause, parallel)) is not None:
            return [_judgement(text, row, Verdict.REFUTED, Reason.ORDER, parallel)]
        if clause.figures:
            continue
        if bool(clause.negations) == bool(other.negations):
            if is_of_same_days(clause, parallel):
                return [_judgement(text, span, Verdict.SUPPORTED, None, parallel)]
        elif weight >= STATEMENT and (turned := _turned(clause, parallel)) is not None:
            return [_judgement(text, turned, Verdict.REFUTED, Reason.POLARITY, parallel)]
    return []


def _judgement(
    text: Text, span: Span, verdict: Verdict, reason: Reason | None, parallel: Parallel
) -> Judgement:
    told, other = parallel.passage.reading.text, parallel.passage.clause
    fact = passage_fact(parallel, told.folded[other.start : other.end])
    found = text.folded[span.start : span.end]
    return Judgement(span.start, span.end, verdict, reason, fact, found, parallel.told)


def _says_all(text: Text, clause: Clause, heavy: Sequence[Term], parallel: Parallel) -> bool:
    """Whether the passage says every word of the clause, of those it inherits too, and none the other way round."""
    theirs, other = parallel.passage.reading.text, parallel.passage.clause
    said = Vocabulary({t.text: 1.0 for t in other.terms})
    if any(opposition(t.text, said.keys()) for t in heavy):
        return False
    if _goes_on(other):
        before = [c for c in theirs.clauses(other.sentence) if c.start < other.start]
        said = Vocabulary({t.text: 1.0 for c in (*before, other) for t in c.terms})
    stretch = theirs.folded[other.start : other.end]
    if not all(said.says(t.text) or t.text in stretch for t in heavy):
        return False
    counted = {q.number for q in theirs.quantities_in(other.start, other.end)}
    mine = text.quantities_in(clause.start, clause.end)
    return all(q.number in counted for q in mine if q not in clause.dates)


def _turned(clause: Clause, parallel: Parallel) -> Span | None:
    """What the clause says and the passage denies, or the reverse, where that is the same word."""
    other = parallel.passage.clause
    denying, saying = (clause, other) if clause.negations else (other, clause)
    negation = denying.negations[0]
    denied = next((t for t in denying.terms if t.start >= negation.end), None)
    if denied is None:
        return None
    said = next((t for t in saying.terms if similarity(t.text, denied.text) >= SAME_WORD), None)
    if said is None:
        return None
    return Span(said.start, said.end) if saying is clause else Span(negation.start, denied.end)


def _misordered(text: Text, clause: Clause, parallel: Parallel) -> Span | None:
    """What the clause tells in an order (依次), where the passage tells the same in another one."""
    mine = _in_order(text, clause)
    theirs = _in_order(parallel.passage.reading.text, parallel.passage.clause)
    said, told = [t.text for t in mine], [t.text for t in theirs]
    return Span(mine[0].start, mine[-1].end) if said != told and sorted(said) == sorted(told) else None


def _in_order(text: Text, clause: Clause) -> list[Term]:
    said = _ORDER.search(text.folded, clause.start, clause.end)
    return [t for t in clause.terms if said and t.start >= said.end()]


def _goes_on(clause: Clause) -> bool:
    """Whether a clause begins with what its subject does: the subject is told before it."""
    return bool(clause.terms) and word_class(clause.terms[0].text)[0] in "vpd"


def _is_light(word: str) -> bool:
    """Whether a word tells nothing of the matter: this one, that one; who says so."""
    return word in SAYING or word_class(word)[0] == "r"
