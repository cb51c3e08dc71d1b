"""Decide what a figure of the draft is worth: which claim it speaks of, and whether their parts agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_person
from factcheck.assertion.period import Relation, relate, year_before
from factcheck.matching.facts import Fact, TermValue
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.verdict.compare import Comparison, Outcome, compare, is_slip
from factcheck.verdict.finding import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.matching.context import Context
    from factcheck.matching.score import Match
    from factcheck.verdict.explanation import Explanation

# When a claim is surely the one spoken of: (how sure of the subject, of the property, of the words beside).
IDENTIFIED = ((0.7, 0.55, 0.4),)
# A name or noun that the claim does not know must be outweighed: by the subject named, or by all else.
STRANGER_SUBJECT = 0.95
STRANGER_EXPLAINED = 0.6
# Sentences of a source article: much the same thing, and the same thing.
ARTICLE_ALIKE = 0.3
ARTICLE_SAME = 0.9
ARTICLE_CORE = 1.0  # weight of words that say what is measured
ARTICLE_AROUND = 0.1  # of the words farther off
# Another subject that the claims know, given this claim's very figure.
SWAP_PROPERTY = 0.9
SWAP_EXPLAINED = 0.35
UNSAID = 0.0  # weight of the claim's own particular words that a refuted draft may leave out
# The claim's figure with a slip of the pen tells nearly as much as the figure itself.
BY_SLIP = ((0.7, 0.35, 0.4), (0.95, 0.0, 0.6))
UNSAID_BY_SLIP = 1.0
# A stretch of time (一年) mostly says when, and seldom is what is measured.
IDENTIFIED_SPAN = ((0.85, 0.8, 0.4),)
# Supporting takes less, the less the more digits the figure shares with the claim's.
IDENTIFIED_BY_VALUE = {
    1: ((0.7, 0.45, 0.35),),
    2: ((0.7, 0.4, 0.3),),
    3: ((0.7, 0.3, 0.2),),
    4: ((0.7, 0.2, 0.2), (0.85, 0.0, 0.5)),
}
_TIMELY = {Relation.SAME: 3, Relation.COMPATIBLE: 2, Relation.UNKNOWN: 2, Relation.LOOSE: 1, Relation.OTHER: 0}
_KNOWN_TIME = {Relation.SAME, Relation.COMPATIBLE}
_OTHER_TIME = 0.2
_SAME_TIME = 0.05
_OTHER_PLACE = 0.2
_RIVAL_CLAIM = 0.12  # a claim that agrees and scores that close to the best one is taken instead


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict before it becomes a finding: what was decided, on which claim, and why."""

    start: int
    end: int
    verdict: Verdict
    reason: Reason | None
    fact: Fact | None
    found: str
    score: float
    note: str = ""
    explanation: Explanation | None = None  # only where asked for


@dataclass(frozen=True, slots=True)
class Option:
    """A claim that a figure may speak of, held against it."""

    match: Match
    comparison: Comparison
    relation: Relation
    explicit: bool
    whole: bool  # the draft counts the whole (全国), the claim a part
    slip: bool  # the draft's figure is the claim's but for a slip of the pen
    early: bool  # the draft is older than what the claim tells of

    @property
    def agrees(self) -> bool:
        return self.comparison.outcome is Outcome.AGREES


def judge(
    matches: Sequence[Match], context: Context, siblings: Sequence[Fact], record: list[Option] | None = None
) -> Judgement:
    """The judgement on one figure, given the claims it may speak of, best first; ``record`` takes all weighed."""
    assertion = matches[0].assertion
    clause, figure = assertion.clause, assertion.figure
    options = [_option(match, match.fact.value, context) for match in matches if isinstance(match.fact.value, Quantity)]
    if record is not None:
        record += options
    options = [o for o in options if o.comparison.outcome is not Outcome.INCOMPARABLE]
    gates = IDENTIFIED_SPAN if figure.kind is Kind.DURATION else IDENTIFIED
    sure = [
        o
        for o in options
        if _identified(o.match, BY_SLIP if o.slip else gates)
        and (o.agrees or not (_strange(o) or o.match.unsaid > (UNSAID_BY_SLIP if o.slip else UNSAID)))
    ]
    agreeing = [
        o
        for o in options
        if o.agrees
        and o.relation is not Relation.OTHER
        and o.match.opposed != "category"
        and not (o.match.stranger and o.match.unsaid and not o.match.fact.derived)
        and _identified(o.match, _gates(figure))
    ]
    best = max(sure, key=_likelihood, default=None)
    if agreeing:
        supporter = max(agreeing, key=lambda o: o.match.score)
        if best is None or best.agrees or _as_good(supporter, best):
            best = supporter
    if best is not None and not best.agrees and any(_said_better(o, best) for o in options):
        best = None
    if best is not None and not best.agrees and best.match.fact.derived:
        best = _in_article(best, options)
    nearest = options[0].match if options and options[0].match.prop > 0.4 else None
    if best is None:
        swapped = next((o for o in options if _swapped(o, context, siblings)), None)
        if swapped is not None:
            return _refuted(swapped, Reason.SUBJECT)
        fact = nearest.fact if nearest else None
        return _open(assertion.figure, Reason.NO_CLAIM, fact, nearest.score if nearest else 0.0)
    modality = clause.modality.kind if clause.modality.bears_on(figure.start) else ""
    return _decide(best, clause_negated=bool(clause.negations), modality=modality, siblings=siblings)


def uncovered(figure: Quantity) -> Judgement:
    """The judgement on a figure that no claim could speak of."""
    return _open(figure, Reason.NO_CLAIM, None, 0.0)


def _option(match: Match, value: Quantity, context: Context) -> Option:
    assertion, fact = match.assertion, match.fact
    period, explicit = context.period(assertion.clause, assertion.figure.start, fact)
    if assertion.baseline and period is not None and not assertion.dated:
        period = year_before(period)
    relation = relate(period, fact.period, fact.claim.source.published)
    if relation is Relation.LOOSE and fact.told and relate(period, fact.told, None) is Relation.SAME:
        relation = Relation.COMPATIBLE
    comparison = compare(assertion.figure, value)
    slip = comparison.outcome is Outcome.CONTRADICTS and is_slip(assertion.figure, value)
    whole = bool(fact.scope) and not fact.national and context.whole(assertion.clause)
    return Option(match, comparison, relation, explicit, whole, slip, _early(context.dateline, fact))


def _early(dateline: date | None, fact: Fact) -> bool:
    """Whether a draft of that day was written before the claim's window was over."""
    ends = [day for day in (fact.period.high if fact.period else None, fact.claim.source.published) if day]
    return dateline is not None and bool(ends) and dateline < min(ends)


def _decide(option: Option, *, clause_negated: bool, modality: str, siblings: Sequence[Fact]) -> Judgement:
    match, comparison = option.match, option.comparison
    figure, fact = match.assertion.figure, match.fact
    if modality != fact.modality and modality:
        return _open(figure, Reason.NOT_ASSERTED, fact, match.score)
    if option.early and not option.agrees:
        return _open(figure, Reason.PERIOD, fact, match.score)
    if match.assertion.baseline and not option.agrees and option.relation not in _KNOWN_TIME:
        return _open(figure, Reason.PERIOD, fact, match.score)
    if match.scope < 0:
        part_as_whole = comparison.exact and option.whole and match.prop >= SWAP_PROPERTY
        if part_as_whole and match.subject >= STRANGER_SUBJECT:
            return _refuted(option, Reason.SCOPE)
        return _open(figure, Reason.SCOPE, fact, match.score)
    if option.relation is Relation.OTHER:
        if option.comparison.exact and option.explicit and _telling(figure):
            return _refuted(option, Reason.PERIOD)
        return _open(figure, Reason.PERIOD, fact, match.score)
    if comparison.outcome is Outcome.UNDECIDED:
        return _open(figure, Reason.HEDGE, fact, match.score)
    if option.agrees and match.opposed in {"direction", "polarity"}:
        return _refuted(option, Reason.POLARITY)
    if option.agrees and match.unsaid and match.other_object:
        return _refuted(option, Reason.TERM, f"稿件说的是“{match.other_object}”")
    if option.agrees:
        if clause_negated and not fact.negated and figure.hedge is Hedge.NONE:
            return _refuted(option, Reason.POLARITY)
        return Judgement(figure.start, figure.end, Verdict.SUPPORTED, None, fact, figure.text, match.score)
    if match.opposed in {"direction", "polarity"} or comparison.reason is Reason.POLARITY:
        return _refuted(option, Reason.POLARITY)
    if _denied_right_before(match):
        return _open(figure, Reason.NOT_ASSERTED, fact, match.score)
    if (option.relation is Relation.LOOSE and not option.slip) or not _scope_holds(match):
        return _open(figure, Reason.SCOPE, fact, match.score)
    swapped = _owner(figure, fact, siblings)
    reason = comparison.reason or Reason.VALUE
    if swapped is not None and reason is Reason.VALUE:
        reason = Reason.SCOPE if swapped.properties == fact.properties else Reason.PROPERTY
        return _refuted(option, reason, f"“{figure.text}”说的是：{swapped.claim.statement}")
    return _refuted(option, reason)


def _denied_right_before(match: Match) -> bool:
    """Whether the figure itself is what is denied (并非2750万)."""
    figure = match.assertion.figure
    return any(0 <= figure.start - negation.end <= 1 for negation in match.assertion.clause.negations)


def _swapped(option: Option, context: Context, siblings: Sequence[Fact]) -> bool:
    """Whether all is the claim's but the subject, for which the draft names another one that the claims know."""
    match = option.match
    fact, figure = match.fact, match.assertion.figure
    if not option.agrees or option.relation is Relation.OTHER or match.subject > 0.0:
        return False
    if match.prop < SWAP_PROPERTY or match.unsaid or match.explained < SWAP_EXPLAINED or match.scope < 0:
        return False
    others = [m for m in context.rivals(match.assertion.clause, fact, match.assertion) if m.kind == "known"]
    people = bool(others) and is_person(others[0].text) and any(map(is_person, fact.subjects))
    particular = option.comparison.exact
    return len(others) == 1 and (people or particular) and not match.assertion.clause.modality.kind


def _strange(option: Option) -> bool:
    """Whether the figure's own words tell of something that the claim does not know."""
    match = option.match
    if option.comparison.reason is Reason.UNIT and match.subject >= STRANGER_SUBJECT:
        return False  # 18万多户贫困家庭 for 18万多名贫困人口: the unit is the very slip
    if match.opposed == "category":
        return True
    return match.stranger and (match.subject < STRANGER_SUBJECT or match.explained < STRANGER_EXPLAINED)


def _identified(match: Match, gates: tuple[tuple[float, float, float], ...]) -> bool:
    return any(
        match.subject >= subject and match.prop >= prop and match.explained >= explained
        for subject, prop, explained in gates
    )


def _scope_holds(match: Match) -> bool:
    """Whether the draft counts where the claim counts; a national scope needs no saying."""
    return not match.fact.scope or match.scope > 0


def _likelihood(option: Option) -> float:
    """How likely the claim is the one meant: by score, less so when it counts elsewhere or at another time."""
    score = option.match.score + 0.02 * option.agrees
    if option.relation is Relation.OTHER:
        score -= _OTHER_TIME
    elif option.relation is Relation.SAME:
        score += _SAME_TIME
    return score - _OTHER_PLACE if option.match.scope < 0 else score


def _in_article(best: Option, options: Sequence[Option]) -> Option | None:
    """What a source article's sentences say: any that gives the figure of much the same thing speaks for it.

    Without one, only a sentence whose words are nearly all the draft's can refute.
    """
    for option in options:
        match = option.match
        if option.agrees and match.prop >= ARTICLE_ALIKE and match.explained >= ARTICLE_ALIKE:
            return option
    match = best.match
    core = sum(weight for words in match.fact.properties for _, weight in words)
    sure = match.prop >= ARTICLE_SAME and match.explained >= ARTICLE_SAME and core >= ARTICLE_CORE
    around = not match.fact.context or match.context >= ARTICLE_AROUND
    return best if sure and around and not match.stranger and not match.unsaid else None


def _said_better(other: Option, best: Option) -> bool:
    """Whether a claim that has the very figure names the property better and only its place or time is in doubt."""
    mine = other.match
    return other.comparison.exact and mine.subject >= 0.7 and mine.prop >= best.match.prop + 0.1 and mine.scope < 0


def _as_good(other: Option, best: Option) -> bool:
    """Whether a claim that agrees is as likely meant as the best one.

    It must leave no more of its own particular words unsaid (跨省 in 跨省流动人口), nor speak of a worse time.
    """
    mine, theirs = other.match, best.match
    if _TIMELY[other.relation] > _TIMELY[best.relation]:
        return mine.score >= theirs.score - _RIVAL_CLAIM
    return (
        _TIMELY[other.relation] == _TIMELY[best.relation]
        and mine.score >= theirs.score - _RIVAL_CLAIM
        and mine.unsaid <= theirs.unsaid
        and min(mine.scope, 1.0) >= min(theirs.scope, 0.5)
    )


def _gates(figure: Quantity) -> tuple[tuple[float, float, float], ...]:
    digits = len(figure.number.normalize().as_tuple().digits) if figure.number is not None else 1
    return IDENTIFIED_BY_VALUE[min(max(digits, 1), 4)]


def _telling(figure: Quantity) -> bool:
    """Whether a figure is so particular that two facts hardly share it by chance."""
    return figure.number is not None and len(figure.number.normalize().as_tuple().digits) >= 1


def _owner(figure: Quantity, fact: Fact, siblings: Sequence[Fact]) -> Fact | None:
    """Another claim on the same subject whose figure the draft gives here."""
    for other in siblings:
        if other is fact or isinstance(other.value, TermValue) or not isinstance(other.value, Quantity):
            continue
        if other.value.number == figure.number and compare(figure, other.value).outcome is Outcome.AGREES:
            return other
    return None


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
