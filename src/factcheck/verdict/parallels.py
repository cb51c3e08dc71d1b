"""What a clause without a figure says when, and in which place of a row, held against the articles' own clauses.

The passage that says the same in nearly the same words is looked for; then only the day or the rank can differ.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.assertion.period import from_quantity
from factcheck.matching.around import SENTENCE
from factcheck.quantity.model import Kind
from factcheck.text.pattern import pattern
from factcheck.verdict.dates import length, same_date
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.facts import Fact
    from factcheck.matching.passages import Parallel
    from factcheck.quantity.model import Quantity

SAME_MATTER = 0.4  # share of the draft's words that a passage has when it may be the one
SAME_WORDS = 0.75  # when it surely is
AS_NEAR = 0.1  # passages that tell so little less than the nearest are as likely meant
LEFT_OUT = 0.5  # share of the passage's own words that the draft may leave out
LEFT_OUT_BESIDE = 0.35  # the same of a passage that stands beside the one that tells the matter
OWN_WORDS = 0.6  # share of the clause's own words that are the passage's own when that gives its day
ONE_DAY = 0.2  # share of the draft's words told, where all that tells of the matter gives one day
_AND = pattern(r" ?(?:、|和|及|与|以及) ?")
_DAY = "月日号"  # a date that is finer than a year


def judge_parallels(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """A judgement on each date and ordinal of a clause that asserts nothing else countable, by passages ``near``."""
    return [_judge(clause, point, near) for point in _points(text, clause)]


def meant(near: Sequence[Parallel], least: float) -> list[Parallel]:
    """The passages that may be meant: they tell ``least`` of the draft's words, and hardly less than the nearest."""
    best = near[0].told if near else 0.0
    return [p for p in near if p.told >= max(least, best - AS_NEAR)]


def _points(text: Text, clause: Clause) -> list[Quantity]:
    """The days and ordinals that the clause tells; beside a figure a day is when that was, and judged with it."""
    if clause.figures:
        return _in_a_row(text, clause)
    ranks = [
        q
        for q in _of_kind(text, clause, Kind.ORDINAL)
        if q.number != 1 and not any(m.start < q.end and q.start < m.end for m in clause.mentions)
    ]
    return [*_of_kind(text, clause, Kind.DATE), *ranks]


def _in_a_row(text: Text, clause: Clause) -> list[Quantity]:
    """Days or years told one after the other (1997年和2001年两次夺冠): no figure is of all of them, but of each."""
    days = _of_kind(text, clause, Kind.DATE)
    if len(days) <= len(clause.figures):
        return []
    linked = [pair for pair in pairwise(days) if _AND.fullmatch(text.folded, pair[0].end, pair[1].start)]
    return [day for day in days if any(day in pair for pair in linked)]


def _judge(clause: Clause, point: Quantity, near: Sequence[Parallel]) -> Judgement:
    best = near[0].told if near else 0.0
    held = [(parallel, told) for parallel in meant(near, SAME_MATTER) for told in _told(parallel, point.kind)]
    for parallel, told in [*held, *_given(clause, point, near)]:
        if _same(point, told):
            return _judgement(point, Verdict.SUPPORTED, parallel, told)
    for parallel, told in held:
        if _is_otherwise(clause, point, parallel, told):
            return _judgement(point, Verdict.REFUTED, parallel, told)
    nothing = Verdict.NOT_ENOUGH_EVIDENCE, Reason.NO_CLAIM
    return Judgement(point.start, point.end, *nothing, None, point.text, best)


def _given(clause: Clause, point: Quantity, near: Sequence[Parallel]) -> list[tuple[Parallel, Quantity]]:
    """What passages that tell less of the matter give as surely, and say themselves.

    They say it in the clause's own words, or in few others beside a passage that tells the matter; or all that is
    told around gives one day.
    """
    telling = {(p.passage.reading.article.path, p.passage.clause.sentence) for p in meant(near, SAME_MATTER)}
    worded = len({term.text for term in clause.terms}) > 1
    found = [
        (parallel, told)
        for parallel in near
        for reading, passage in ((parallel.passage.reading, parallel.passage.clause),)
        if (worded and parallel.own >= OWN_WORDS)
        or ((reading.article.path, passage.sentence) in telling and parallel.untold <= LEFT_OUT_BESIDE)
        for told in _of_kind(reading.text, passage, point.kind)
    ]
    if near and near[0].told >= ONE_DAY and any(mark in point.text for mark in _DAY):
        days = [(parallel, told) for parallel in near for told in _told(parallel, point.kind)]
        found += days[:1] if all(_same(point, told) for _, told in days) else []
        found += _of_the_article(point, near)
    return found


def _of_the_article(point: Quantity, near: Sequence[Parallel]) -> list[tuple[Parallel, Quantity]]:
    """The day of the article itself, where no passage that may be meant gives another one."""
    days = near[0].passage.reading.days
    if any(_of_kind(p.passage.reading.text, p.passage.clause, Kind.DATE) for p in meant(near, SAME_MATTER)):
        return []
    return [(near[0], day) for day in days if day.day]


def _is_otherwise(clause: Clause, point: Quantity, parallel: Parallel, told: Quantity) -> bool:
    """Whether the passage surely tells of the same, and itself gives another day or rank, and only that."""
    passage = parallel.passage
    if parallel.told < SAME_WORDS or parallel.untold > LEFT_OUT or clause.modality.kind:
        return False
    own = _of_kind(passage.reading.text, passage.clause, point.kind)
    return own == [told] and _same(point, told) is False and _alike(point, told)


def _told(parallel: Parallel, kind: Kind) -> list[Quantity]:
    """The passage's own dates or ordinals, else those of what stands nearest; dates are inherited from afar too."""
    passage = parallel.passage
    text, clause = passage.reading.text, passage.clause
    if own := _of_kind(text, clause, kind):
        return own
    near: list[Sequence[Clause]] = []
    far: list[Sequence[Clause]] = []
    for unit in passage.reading.context.units(clause):
        (near if unit.nearness >= SENTENCE else far).append(unit.clauses)
    stretches = [*near, text.clauses(clause.sentence), *(far if kind is Kind.DATE else ())]
    found = ([q for other in clauses for q in _of_kind(text, other, kind)] for clauses in stretches)
    return next(filter(None, found), [])


def is_of_same_days(clause: Clause, parallel: Parallel) -> bool:
    """Whether the passage tells of the days that the clause tells of, if it tells of any."""
    told = _told(parallel, Kind.DATE)
    return all(any(_same(date, other) for other in told) for date in clause.dates if date.low or date.day)


def _of_kind(text: Text, clause: Clause, kind: Kind) -> list[Quantity]:
    if kind is Kind.DATE:
        return [q for q in clause.dates if q.low or q.high or q.month or q.day]
    return [q for q in text.quantities_in(clause.start, clause.end) if q.kind is kind]


def _same(point: Quantity, told: Quantity) -> bool | None:
    if point.kind is Kind.DATE:
        window = from_quantity(told)
        if window is None or from_quantity(point) is None:
            if point.relative and point.relative == told.relative:
                return True  # 去年11月, whenever that was
            return point.day == told.day if point.day and told.day else None
        return same_date(point, window)
    return point.number == told.number


def _alike(point: Quantity, told: Quantity) -> bool:
    """Whether both are of a kind: days, months or years; ordinals of one row."""
    if point.kind is Kind.DATE:
        return length(point) == length(told)
    return point.unit == told.unit


def _judgement(point: Quantity, verdict: Verdict, parallel: Parallel, told: Quantity) -> Judgement:
    differs = Reason.PERIOD if point.kind is Kind.DATE else Reason.VALUE
    reason = differs if verdict is Verdict.REFUTED else None
    fact = passage_fact(parallel, told.text)
    return Judgement(point.start, point.end, verdict, reason, fact, point.text, parallel.told)


def passage_fact(parallel: Parallel, expected: str) -> Fact:
    """The passage as the fact that a judgement is held against, and what it says instead."""
    return replace(parallel.passage.reading.fact(parallel.passage.clause, 0), expected=expected)
