"""Decide what a figure of the draft is worth: which claim it speaks of, and whether their parts agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.names import is_person, title_of
from factcheck.assertion.period import Relation
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.text.pattern import pattern
from factcheck.verdict.articles import is_surely_told, told_in_article
from factcheck.verdict.compare import Outcome, compare
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.options import (
    BY_SLIP,
    IDENTIFIED,
    IDENTIFIED_BY_UNIT,
    IDENTIFIED_SPAN,
    RIVAL_CLAIM,
    STRANGER_SUBJECT,
    UNSAID_BY_SLIP,
    Option,
    is_as_good,
    is_given,
    is_identified,
    is_strange,
    is_telling,
    is_told_apart,
    likelihood,
    may_decide,
    may_leave_unsaid,
    scope_holds,
    slip_gates,
    tells_a_difference,
    tells_otherwise,
    value_gates,
    weigh,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.assertion.figures import Assertion
    from factcheck.matching.context import Context
    from factcheck.matching.facts import Fact
    from factcheck.matching.score import Match

# Another subject that the claims know, given this claim's very figure.
SWAP_PROPERTY = 0.9
SWAP_EXPLAINED = 0.2
GIVEN = ((0.85, 0.9, 0.6),)  # the gate where the draft gives the claim's figure in another sentence
COUNTED_OTHERWISE = ((0.95, 0.4, 0.0),)  # the gate where the very figure counts something else (上万斤核桃)
CLOSE = 0.4  # share of the property of a claim that is shown as the closest, where none covers a figure
_WHEN = pattern(r"(?:就|便|后|内|之后|之内|以内|以后)")  # 开播10分钟就断了货 tells when, not how long
_IN_ALL = pattern(
    r"全年|全季|累计|整年|年间|[年月][底末]|单季|[从自][^,;。]*[到至]"
)  # the time told of is not all of it
_SEASON = pattern(r"[春夏秋冬]")
_KNOWN_TIME = {Relation.SAME, Relation.COMPATIBLE}


def judge(
    matches: Sequence[Match],
    context: Context,
    by_subject: Mapping[str, Sequence[Fact]],
    record: list[Option] | None = None,
    told: Collection[Fact] = (),
) -> Judgement:
    """The judgement on one figure, given the claims it may speak of; ``record`` takes all weighed, best first.

    ``told``: the claims that earlier figures of the sentence bear out.

    What cannot decide is otherwise looked at only where nothing does: the closest claim is told.
    """
    assertion = matches[0].assertion
    clause, figure = assertion.clause, assertion.figure
    compared = [(m, compare(figure, m.fact.value)) for m in matches if isinstance(m.fact.value, Quantity)]
    if record is not None:
        record += _best_first([weigh(match, comparison, context) for match, comparison in compared])
    compared = [(m, c) for m, c in compared if c.outcome is not Outcome.INCOMPARABLE]
    options = _best_first(
        [
            weigh(m, c, context)
            for m, c in compared
            if not m.fact.derived
            and may_decide(m, c)
            and (c.outcome is Outcome.AGREES or context.is_about(m.fact))
        ]
    )
    modality = clause.modality.kind if clause.modality.bears_on(figure.start) else ""
    left_open: Judgement | None = None
    for best in (
        _by_claims(assertion, _not_told_right(options, context, told), by_subject),
        told_in_article([weigh(m, c, context) for m, c in compared if m.fact.derived], context),
    ):
        if best is None:
            continue
        siblings = [f for name in best.match.fact.subjects for f in by_subject.get(name, ())]
        judgement = _decide(best, clause_negated=bool(clause.negations), modality=modality, siblings=siblings)
        if judgement.verdict is not Verdict.NOT_ENOUGH_EVIDENCE:
            return judgement
        left_open = left_open or judgement
    if left_open is not None:
        return left_open
    swapped = next((o for o in options if _swapped(o, context)), None)
    if swapped is not None:
        return _refuted(swapped, Reason.SUBJECT)
    nearest = _nearest([match for match, _ in compared])
    fact = nearest.fact if nearest else None
    return _open(figure, Reason.NO_CLAIM, fact, nearest.score if nearest else 0.0)


def _by_claims(
    assertion: Assertion, options: Sequence[Option], by_subject: Mapping[str, Sequence[Fact]]
) -> Option | None:
    """The curated claim that decides on a figure, of those that it may speak of."""
    figure = assertion.figure
    options = [
        o for o in options if not (o.agrees and (tells_a_difference(o.match) or _is_for_another(o.match)))
    ]
    gates = IDENTIFIED_SPAN if figure.kind is Kind.DURATION and not assertion.lasting else IDENTIFIED
    sure = [
        o
        for o in options
        if is_identified(o.match, slip_gates(o) if o.slip else IDENTIFIED if _is_in_other_unit(o) else gates)
        and (_agrees_surely(o) or not (is_strange(o) or o.match.unsaid > may_leave_unsaid(o)))
    ]
    if figure.kind is Kind.DURATION and _WHEN.match(assertion.clause.folded, figure.end):
        sure = []
    sure = _without_others_figures(sure)
    agreeing = [o for o in options if o.agrees and _may_support(o, by_subject)]
    best = max(sure, key=likelihood, default=None)
    if best is not None and best.agrees:
        score = best.match.score
        apart = [o for o in sure if o.match.score >= score and is_told_apart(best.match, o.match)]
        best = max(apart, key=likelihood, default=best)
    if agreeing:
        supporter = max(agreeing, key=lambda o: o.match.score)
        if best is None or best.agrees or is_as_good(supporter, best):
            best = supporter
    return best


def _agrees_surely(option: Option) -> bool:
    """Whether the figure agrees, and to the digit where a name beside it is none that the claim knows."""
    return option.agrees and (option.comparison.exact or option.match.stranger != "name")


def _is_in_other_unit(option: Option) -> bool:
    """Whether the figure is the claim's in another unit (1.03万亿小时 for 分钟): then it tells no time."""
    return option.comparison.reason is Reason.UNIT


def _may_support(option: Option, by_subject: Mapping[str, Sequence[Fact]]) -> bool:
    """Whether a claim that agrees is surely enough meant; never less surely than if a slip of the pen differed."""
    match, figure = option.match, option.match.assertion.figure
    if option.relation is Relation.OTHER or tells_otherwise(match):
        return False
    telling = is_telling(figure) and match.unsaid <= UNSAID_BY_SLIP
    if telling and is_identified(match, BY_SLIP, agrees=True) and not is_strange(option):
        return True
    if match.stranger and (match.unsaid or (match.stranger == "name" and not option.comparison.exact)):
        return False
    if is_identified(match, value_gates(figure, option), agrees=True):
        return True
    return is_identified(match, IDENTIFIED_BY_UNIT, agrees=True) and _unit_tells(
        figure, match.fact, by_subject
    )


def _without_others_figures(sure: list[Option]) -> list[Option]:
    """Without the claims whose very figure is told of another category (净利润 for 营业收入), where one is as sure."""
    rest = [o for o in sure if not (o.agrees and tells_otherwise(o.match))]
    as_sure = rest and max(map(likelihood, rest)) >= max(map(likelihood, sure)) - RIVAL_CLAIM
    return rest if as_sure else sure


def _is_for_another(match: Match) -> bool:
    """Whether a sum is that of something no claim on the subject knows (卖了4万元的桌布)."""
    if match.assertion.figure.kind is not Kind.MONEY or not match.other_object:
        return False
    folded, kin = match.assertion.clause.folded, match.surroundings.kin_of(match.fact)
    written = {folded[t.start : t.end] for t, _ in match.assertion.words if t.text == match.other_object}
    return not any(word in kin for word in written)


def _not_told_right(options: Sequence[Option], context: Context, told: Collection[Fact]) -> Sequence[Option]:
    """The options without those whose figure the draft tells right elsewhere: here it tells something else.

    Where the draft's figure is another claim's the two may be mixed up, but not where the sentence has ``told`` the
    first one right; of a 分别 list they always may.
    """
    if any(o.match.assertion.elsewhere for o in options):
        return options
    if any(o.agrees for o in options):
        return [o for o in options if o.agrees or o.match.fact not in told]
    return [o for o in options if o.agrees or o.slip or not _is_told_right(o, context)]


def _is_told_right(option: Option, context: Context) -> bool:
    if is_given(option, context, in_sentence=True):
        return True
    return not is_identified(option.match, GIVEN) and is_given(option, context)


def _best_first(options: list[Option]) -> list[Option]:
    return sorted(options, key=lambda option: -option.match.score) if len(options) > 1 else options


def _nearest(matches: Sequence[Match]) -> Match | None:
    """The match with the highest score, the first of several, where it says something of the property."""
    if not any(match.prop > CLOSE for match in matches):
        return None
    best: Match | None = None
    for match in sorted(matches, key=lambda m: -m.prop):
        if best is not None and match.most < best.score:
            break
        if best is None or (match.score, -matches.index(match)) > (best.score, -matches.index(best)):
            best = match
    return best if best is not None and best.prop > CLOSE else None


def _unit_tells(figure: Quantity, fact: Fact, by_subject: Mapping[str, Sequence[Fact]]) -> bool:
    """Whether of all that the claims tell of the subject only one thing is counted in the figure's unit."""
    if figure.written_unit in {"", "个"} or figure.kind is not Kind.CARDINAL:
        return False
    told = {
        f.number
        for name in fact.subjects
        for f in by_subject.get(name, ())
        if isinstance(f.value, Quantity) and f.value.unit == figure.unit
    }
    return told == {fact.number}


def uncovered(figure: Quantity) -> Judgement:
    """The judgement on a figure that no claim could speak of."""
    return _open(figure, Reason.NO_CLAIM, None, 0.0)


def _decide(option: Option, *, clause_negated: bool, modality: str, siblings: Sequence[Fact]) -> Judgement:
    match, comparison = option.match, option.comparison
    figure, fact = match.assertion.figure, match.fact
    if modality != fact.modality and modality and not (fact.derived and fact.modality):
        return _open(figure, Reason.NOT_ASSERTED, fact, match.score)
    if option.early and not option.agrees:
        return _open(figure, Reason.PERIOD, fact, match.score)
    aside = match.assertion.baseline or match.assertion.rest
    if aside and not option.agrees and option.relation not in _KNOWN_TIME:
        return _open(figure, Reason.PERIOD, fact, match.score)
    if match.scope < 0 and not (fact.derived and option.agrees):
        part_as_whole = comparison.exact and option.whole and match.prop >= SWAP_PROPERTY
        if part_as_whole and match.subject >= STRANGER_SUBJECT:
            return _refuted(option, Reason.SCOPE)
        return _open(figure, Reason.SCOPE, fact, match.score)
    timed = fact.period is not None or match.assertion.clause.dates or not option.agrees
    # 2019年回乡,眼下的规模是80亩: the claim tells of no year, nor does the clause
    if option.relation is Relation.OTHER and timed and (option.explicit or not fact.derived):
        told = not fact.derived or is_surely_told(match)
        if option.comparison.exact and option.explicit and figure.number is not None and told:
            return _refuted(option, Reason.PERIOD, _other_time(option))
        return _open(figure, Reason.PERIOD, fact, match.score)
    if comparison.outcome is Outcome.UNDECIDED:
        return _open(figure, Reason.HEDGE, fact, match.score)
    if option.agrees and not fact.derived and _is_of_a_part(option):
        return _refuted(option, Reason.PERIOD, _other_time(option))
    if option.agrees and match.opposed in {"direction", "polarity"}:
        return _refuted(option, Reason.POLARITY)
    if option.agrees and match.rated and not fact.derived:
        sure = comparison.exact and is_identified(match, IDENTIFIED)
        return _refuted(option, Reason.SCOPE) if sure else _open(figure, Reason.SCOPE, fact, match.score)
    if option.agrees and match.otherwise is not None:
        mine, theirs = match.otherwise
        if comparison.exact and (fact.derived or is_identified(match, IDENTIFIED)):
            return _refuted(option, Reason.PROPERTY, f"稿件说的是“{mine}”，来源说的是“{theirs}”")
        return _open(figure, Reason.SCOPE, fact, match.score)
    if option.agrees and (post := _other_post_counted(match)):
        return _refuted(option, Reason.TERM, f"稿件说的是“{post}”")
    if option.agrees and match.unsaid and match.other_object and is_identified(match, COUNTED_OTHERWISE):
        return _refuted(option, Reason.TERM, f"稿件说的是“{match.other_object}”")
    if option.agrees:
        if clause_negated and not fact.negated and figure.hedge is Hedge.NONE:
            return _refuted(option, Reason.POLARITY)
        return Judgement(figure.start, figure.end, Verdict.SUPPORTED, None, fact, figure.text, match.score)
    loose = option.relation is Relation.LOOSE and not option.slip
    if match.opposed in {"direction", "polarity"} or comparison.reason is Reason.POLARITY:
        return _open(figure, Reason.PERIOD, fact, match.score) if loose else _refuted(option, Reason.POLARITY)
    if _denied_right_before(match):
        return _open(figure, Reason.NOT_ASSERTED, fact, match.score)
    if loose or not (scope_holds(match) or (option.digits and match.scope >= 0)):
        return _open(figure, Reason.SCOPE, fact, match.score)
    swapped = _owner(figure, fact, siblings)
    reason = comparison.reason or Reason.VALUE
    if swapped is not None and reason is Reason.VALUE:
        return _refuted(option, _apart(swapped, fact), f"“{figure.text}”说的是：{swapped.claim.statement}")
    return _refuted(option, reason)


def _other_post_counted(match: Match) -> str:
    """The post of those whom the figure counts, where the claim counts holders of another one, "" otherwise."""
    clause, end = match.assertion.clause, match.assertion.figure.end
    behind: list[str] = []
    for term in clause.terms:
        if term.start == end + sum(map(len, behind)):
            behind.append(clause.folded[term.start : term.end])
    post = "".join(behind)
    mine, theirs = title_of(post), match.fact.text
    if not mine or mine in theirs or not any(map(title_of, match.fact.spellings)):
        return ""
    return post


def _is_of_a_part(option: Option) -> bool:
    """Whether the draft gives the very figure of a claim's whole time to a part of it (4月 for 1至5月)."""
    said, told = option.period, option.match.fact.period
    if option.relation is not Relation.LOOSE or not option.explicit or not option.comparison.exact:
        return False
    if said is None or told is None or said.as_of or told.as_of or said.days is None or told.days is None:
        return False
    assertion, text = option.match.assertion, option.match.surroundings.text
    start = text.sentences[assertion.clause.sentence][1].start
    if _SEASON.search(said.text):
        return False  # a season tells when in the year something came about
    if assertion.compared or _IN_ALL.search(text.folded, start, assertion.figure.start):
        return False
    opening = text.clauses(assertion.clause.sentence)[0]
    dates = list(text.dates_in(assertion.clause.start, assertion.figure.start))
    if all(figure.kind is Kind.DURATION for figure in opening.figures):  # 2025年4月一个月,…
        dates += text.dates_in(opening.start, opening.end)
    if not any((date.low, date.high) == (said.low, said.high) for date in dates):
        return False
    return 1 < said.days * 2 <= told.days and is_identified(option.match, IDENTIFIED)


def _other_time(option: Option) -> str:
    said, told = option.period, option.match.fact.period
    if said is None or told is None:
        return ""
    return f"稿件把“{option.match.assertion.figure.text}”写在{said.name}，来源写在{told.name}"


def _denied_right_before(match: Match) -> bool:
    """Whether the figure itself is what is denied (并非2750万)."""
    figure = match.assertion.figure
    return any(0 <= figure.start - negation.end <= 1 for negation in match.assertion.clause.negations)


def _swapped(option: Option, context: Context) -> bool:
    """Whether all is the claim's but the subject, for which the draft names another one that the claims know."""
    match = option.match
    fact = match.fact
    if not option.agrees or option.relation is Relation.OTHER or match.subject > 0.0:
        return False
    if match.prop < SWAP_PROPERTY or match.unsaid or match.scope < 0:
        return False
    others = [
        m for m in context.rivals.named(match.assertion.clause, fact, match.assertion) if m.kind == "known"
    ]
    people = bool(others) and is_person(others[0].text) and any(map(is_person, fact.subjects))
    particular = option.comparison.exact
    if match.explained < SWAP_EXPLAINED and option.relation is not Relation.SAME:
        return False
    return len(others) == 1 and (people or particular) and not match.assertion.clause.modality.kind


def _owner(figure: Quantity, fact: Fact, siblings: Sequence[Fact]) -> Fact | None:
    """Another claim on the same subject whose figure the draft gives here."""
    for other in siblings:
        if other is fact or not isinstance(other.value, Quantity):
            continue
        if other.value.number == figure.number and compare(figure, other.value).outcome is Outcome.AGREES:
            return other
    return None


def _apart(one: Fact, other: Fact) -> Reason:
    """The part in which two claims on one subject differ, their figures aside."""
    if one.properties != other.properties:
        return Reason.PROPERTY
    return Reason.PERIOD if one.scope == other.scope and one.period != other.period else Reason.SCOPE


def _refuted(option: Option, reason: Reason, note: str = "") -> Judgement:
    figure = option.match.assertion.figure
    return Judgement(
        figure.start,
        figure.end,
        Verdict.REFUTED,
        reason,
        option.match.fact,
        figure.text,
        option.match.score,
        note,
    )


def _open(figure: Quantity, reason: Reason, fact: Fact | None, score: float) -> Judgement:
    return Judgement(figure.start, figure.end, Verdict.NOT_ENOUGH_EVIDENCE, reason, fact, figure.text, score)
