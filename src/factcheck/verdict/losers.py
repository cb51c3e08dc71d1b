"""Why claims that were looked at were not taken, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.period import Relation
from factcheck.verdict.compare import Outcome
from factcheck.verdict.explanation import RunnerUp
from factcheck.verdict.finding import Verdict
from factcheck.verdict.options import IDENTIFIED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.verdict.judgement import Judgement
    from factcheck.verdict.options import Option

MOST = 3


def figure_losers(others: Sequence[Option], chosen: Option | None) -> tuple[RunnerUp, ...]:
    """The best of the claims that a figure was held against besides the one taken."""
    return tuple(
        RunnerUp(option.match.fact.claim.id, round(option.match.score, 2), _why_not(option, chosen))
        for option in others[:MOST]
    )


def term_losers(judgement: Judgement, told: Sequence[Judgement]) -> tuple[RunnerUp, ...]:
    """The best of the claims that also spoke of the same clause."""
    others = [other for other in told if other.fact and judgement.fact and other.fact is not judgement.fact]
    best = sorted(others, key=lambda other: -other.score)
    return tuple(
        RunnerUp(other.fact.claim.id, round(other.score, 2), _beaten(other, judgement))
        for other in best[:MOST]
        if other.fact
    )


def _why_not(option: Option, chosen: Option | None) -> str:
    """The first part that speaks against the claim, in the order in which parts decide."""
    match = option.match
    subject, prop, explained = IDENTIFIED[0]
    if option.comparison.outcome is Outcome.INCOMPARABLE:
        return "单位不可比"
    if match.subject < subject:
        return "没有提到它的对象，或说的是别的对象"
    if match.prop < prop:
        return "指标不同"
    if match.opposed == "category":
        return "类别不同"
    if match.stranger or match.explained < explained:
        return "旁边的词不是它所说的"
    if match.scope < 0:
        return "范围不同"
    if option.relation is Relation.OTHER:
        return "时间不同"
    if chosen is not None and chosen.agrees and not option.agrees:
        return "数值不合，所选的相合"
    return "各部分不如所选的相合"


def _beaten(other: Judgement, judgement: Judgement) -> str:
    if other.verdict is Verdict.REFUTED and judgement.verdict is Verdict.SUPPORTED:
        return "所选的与稿件相合"
    return "各部分不如所选的相合"
