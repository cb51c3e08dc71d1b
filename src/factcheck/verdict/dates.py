"""Decide statements whose value is a date, and whether a sentence speaks of another year."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.assertion.opposites import opposition
from factcheck.assertion.period import Period, Relation, from_quantity, in_year_of, relate
from factcheck.matching.around import DOCUMENT, NAMED
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.view import SURE_PROPERTY, View

if TYPE_CHECKING:
    from factcheck.assertion.reading import Clause
    from factcheck.matching.context import Context
    from factcheck.quantity.model import Quantity
    from factcheck.verdict.judgement import Judgement

_NO_BOUNDS = 1_000_000
_A_MONTH = timedelta(31)
_OF_ITS_OBJECT = ("了", "过", "出")  # before a year: it is that of what a deed is done to
_COUNTED_FROM = pattern(r"(?:从|自).*(?:算起|开始算)")
_BEGINS = pattern(r"起|始|启|开|首次|第一|成立|创")
_SEASON = pattern(r"[春夏秋冬]")


def judge_date(view: View, value: Period, context: Context) -> Judgement | None:
    """A date right or wrong; of a subject named earlier, only where the clause has no figure or name of its own.

    Its date is theirs (快手发布报告。2020年7月,福苗计划开展…; 2016年起卖芒果,2019年收入160万元).
    """
    if view.subject < DOCUMENT or (view.prop < SURE_PROPERTY and not view.hits):
        return None
    dated = None if view.clause.dates else context.text.before(view.clause)
    terms = (*view.clause.terms, *(dated.terms if dated is not None and dated.dates else ()))
    if any(opposition(term.text, view.fact.vocabulary.keys()) for term in terms):
        return None  # 开幕 on the day of 闭幕; 北京时间7月27日,… for one by the local time
    if _COUNTED_FROM.search(view.folded, view.clause.start, view.clause.end) and not _BEGINS.search(
        view.fact.text
    ):
        return None  # 从2011年启动申遗算起 is not when it was done
    wrong: Quantity | None = None
    for quantity in sorted(context.dates(view.clause), key=length):  # 8月18日晚披露2024年半年报
        if wrong is not None and length(quantity) > length(wrong):
            break
        agrees = same_date(quantity, value)
        if agrees:
            return view.judgement(quantity.start, quantity.end, Verdict.SUPPORTED, None)
        if agrees is False and wrong is None:
            wrong = quantity
    if wrong is None:
        return None
    other = view.clause.figures or context.rivals.names_another(view.clause, view.fact)
    if (other and view.subject < NAMED) or (view.clause.figures and not view.hits):
        return None
    if view.subject < NAMED and context.opened_by_another(view.clause, view.fact):
        return None
    return view.judgement(wrong.start, wrong.end, Verdict.REFUTED, Reason.PERIOD)


def length(quantity: Quantity) -> int:
    """How many days a date may be, the most for one without bounds."""
    said = from_quantity(quantity)
    return said.days if said is not None and said.days else _NO_BOUNDS


def same_date(quantity: Quantity, value: Period) -> bool | None:
    """Whether a date is the claim's, to the day, or given more roughly; ``None`` when that cannot be told.

    A draft may say 10月 for 10月16日; one that is finer than the claim says what the claim does not know.
    """
    said = from_quantity(quantity)
    if said is None:
        return None
    said = in_year_of(said, value)
    if said.low is None and value.low is not None:
        return None  # 截至2020年7月 is until when something was counted, not when it was
    if said.high is None and said.low is not None and value.high is not None:
        return value.low is None or value.low <= said.low <= value.high
    if said.low is None or said.high is None or value.low is None or value.high is None:
        return relate(said, value, None) is not Relation.OTHER
    if said.low <= value.low and value.high <= said.high:
        return True
    # No calendar bounds a season: by the solar terms it begins a month before the month that the weather bureau names.
    earliest = value.low - _A_MONTH if _SEASON.search(value.name) else value.low
    return None if earliest <= said.low and said.high <= value.high else False


def is_of_other_year(clause: Clause, told: Period, context: Context) -> bool:
    """Whether the sentence puts itself into another year than the claim's."""
    # 介绍了2022年国民经济运行情况: the year is not when it was said
    objects = [day.start for day in clause.dates if clause.folded.endswith(_OF_ITS_OBJECT, 0, day.start)]
    if objects and len(objects) == len(clause.dates):
        return False
    said, explicit = context.period(clause, min(objects, default=clause.end))
    if said is None or not explicit or said.yearless or said.days == 1:
        return False  # a day in a report is when it was said
    early = said.high and told.low and said.high.year < told.low.year
    late = said.low and told.high and said.low.year > told.high.year
    return bool(early or late)
