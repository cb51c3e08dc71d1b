"""A clause that says in words what a clause of an article says: all of it, or all of it denied or in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.names import SAYING
from factcheck.assertion.opposites import opposition
from factcheck.assertion.terms import GENERIC_WEIGHT, SINGLE_WEIGHT, similarity
from factcheck.matching.matters import is_same_matter, naming
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
DENIED = 0.55  # the same of one that denies it
SAME_WORD = 0.8  # likeness of what is denied and what is said
_NON = "非"
_ORDER = pattern(r"依次|先后|[由从](?=[^,]+?(?:到|至|改为|变为))")
LEFT_OUT = 0.25  # share of the clause's words that a passage may leave unsaid that denies the rest
STATEMENT = 2.0  # weight of words that tell something; of fewer, the passage may say no more either


def judge_retold(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """The clause as a whole, where a passage of ``near`` says all of it: as it does, or denied, or in another order."""
    heavy = [t for t in clause.terms if t.weight > GENERIC_WEIGHT and not _is_light(t.text)]
    if clause.question or not heavy:
        return []
    weight = sum(t.weight for t in heavy)
    told = [p for p in meant(near, TOLD) if weight >= STATEMENT or not p.untold]
    for parallel in told:
        if clause.modality.kind != parallel.passage.clause.modality.kind or not _is_on_the_same(
            text, clause, parallel
        ):
            continue
        if _unsaid(text, clause, heavy, parallel) > SINGLE_WEIGHT:
            continue
        if (row := _misordered(text, clause, parallel)) is not None:
            return [_judgement(text, row, Verdict.REFUTED, Reason.ORDER, parallel)]
        denied = bool(clause.negations) != bool(parallel.passage.clause.negations)
        if not clause.figures and not denied and is_of_same_days(clause, parallel):
            span = Span(clause.start, clause.end)
            return [_judgement(text, span, Verdict.SUPPORTED, None, parallel)]
    for parallel in near if not clause.modality.kind else ():
        denied = bool(clause.negations) != bool(parallel.passage.clause.negations)
        if not denied or weight < STATEMENT or parallel.told < DENIED:
            continue
        if not _is_of_same_matter(text, clause, parallel):
            continue
        turned = _turned(clause, parallel)
        if turned is not None and _unsaid(text, clause, heavy, parallel) <= LEFT_OUT * weight:
            return [_judgement(text, turned, Verdict.REFUTED, Reason.POLARITY, parallel)]
    return []


def _is_on_the_same(text: Text, clause: Clause, parallel: Parallel) -> bool:
    """Whether the article's sentence has the names that the clause goes on from (同时拿下最佳编剧奖)."""
    told = parallel.passage.reading
    span = told.text.sentences[parallel.passage.clause.sentence][1]
    sentence = told.text.folded[span.start : span.end]
    names = naming(text, clause, clause.end) if _goes_on(clause) else ()
    return all(name.kind == "region" or name.text in sentence or name.text in told.about for name in names)


def _is_of_same_matter(text: Text, clause: Clause, parallel: Parallel) -> bool:
    """Whether the two name the same ones: what one did another one may not have done."""
    told, other = parallel.passage.reading, parallel.passage.clause
    span = told.text.sentences[other.sentence][1]
    sentence, matter = told.text.folded[span.start : span.end], told.matter(other, other.end)
    return is_same_matter(text, clause, clause.end, sentence, matter, sure=False)


def _judgement(
    text: Text, span: Span, verdict: Verdict, reason: Reason | None, parallel: Parallel
) -> Judgement:
    told, other = parallel.passage.reading.text, parallel.passage.clause
    fact = passage_fact(parallel, told.folded[other.start : other.end])
    found = text.folded[span.start : span.end]
    return Judgement(span.start, span.end, verdict, reason, fact, found, parallel.told)


def _unsaid(text: Text, clause: Clause, heavy: Sequence[Term], parallel: Parallel) -> float:
    """The weight of the clause's words that the passage, with what it goes on from, does not say."""
    theirs, other = parallel.passage.reading.text, parallel.passage.clause
    weight = sum(t.weight for t in heavy)
    said = Vocabulary({t.text: 1.0 for t in other.terms})
    if any(opposition(t.text, said.keys()) for t in heavy):
        return weight
    counted = {q.number for q in theirs.quantities_in(other.start, other.end)}
    mine = text.quantities_in(clause.start, clause.end)
    if not other.negations and not all(q.number in counted for q in mine if q not in clause.dates):
        return weight
    if _goes_on(other):
        before = [c for c in theirs.clauses(other.sentence) if c.start < other.start]
        said = Vocabulary({t.text: 1.0 for c in (*before, other) for t in c.terms})
    stretch, lead = theirs.folded[other.start : other.end], parallel.passage.reading.lead
    return sum(t.weight for t in heavy if not (said.says(t.text) or t.text in stretch or t.text in lead))


def _turned(clause: Clause, parallel: Parallel) -> Span | None:
    """What the clause says and the passage denies, or the reverse, where that is the same word."""
    other = parallel.passage.clause
    denying, saying = (clause, other) if clause.negations else (other, clause)
    negation = denying.negations[0]
    if denying.folded[negation.start : negation.end] == _NON:
        return None  # 非住房消费 is another kind, and denies nothing
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
    theirs = [t.text for t in _in_order(parallel.passage.reading.text, parallel.passage.clause)]
    both = [t for t in mine if t.text in theirs]
    told = [word for word in theirs if word in {t.text for t in both}]
    return Span(both[0].start, both[-1].end) if [t.text for t in both] != told else None


def _in_order(text: Text, clause: Clause) -> list[Term]:
    said = _ORDER.search(text.folded, clause.start, clause.end)
    return [t for t in clause.terms if said and t.start >= said.end()]


def _goes_on(clause: Clause) -> bool:
    """Whether a clause begins with what its subject does: the subject is told before it."""
    return bool(clause.terms) and word_class(clause.terms[0].text)[0] in "vpd"


def _is_light(word: str) -> bool:
    """Whether a word tells nothing of the matter: this one, that one; who says so."""
    return word in SAYING or word_class(word)[0] == "r"
