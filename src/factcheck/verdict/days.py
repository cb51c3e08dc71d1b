"""What an article of one day refutes of a draft of another: nothing that neither gives a time for.

Bulletins tell the same of every day in the same words (28日国内黄金收涨, 17日国内黄金收跌).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.quantity.dateline import is_dispatch
from factcheck.verdict.finding import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.assertion.reading import Text
    from factcheck.matching.article import Reading
    from factcheck.quantity.model import Quantity
    from factcheck.verdict.judgement import Judgement

_LEAD = 2  # sentences that tell of which day a draft is


def settle_days(text: Text, judgements: Sequence[Judgement], readings: Iterable[Reading]) -> list[Judgement]:
    """The judgements, but for what articles of other days than the draft's would refute."""
    end = text.sentences[:_LEAD][-1][1].end if text.sentences else 0
    mine = [day for day in text.dates_in(0, end) if day.day and not is_dispatch(text.folded, day.end)]
    apart = {r.article.path for r in readings if _are_apart(mine, r.days)} if mine else ()
    return [_left_open(j) if apart and _hangs_on_the_day(j, apart) else j for j in judgements]


def _are_apart(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether the days that a draft begins with are none of the article's own."""
    theirs = [day for day in theirs if day.day]
    return bool(theirs) and not any(_may_be_one(a, b) for a in mine for b in theirs)


def _may_be_one(one: Quantity, other: Quantity) -> bool:
    """Whether two days, the month or year of which need not be known, are the same."""
    if isinstance(one.high, date) and isinstance(other.high, date) and one.high.year != other.high.year:
        return False
    if one.month and other.month and one.month != other.month:
        return False
    return one.day == other.day


def _hangs_on_the_day(judgement: Judgement, apart: Iterable[str]) -> bool:
    fact = judgement.fact
    if judgement.verdict is not Verdict.REFUTED or fact is None or not fact.derived or fact.curated:
        return False
    return fact.claim.path in apart and fact.period is None


def _left_open(judgement: Judgement) -> Judgement:
    return judgement._replace(verdict=Verdict.NOT_ENOUGH_EVIDENCE, reason=Reason.PERIOD, note="")
