"""Which claims a figure of the draft may speak of, and how likely each is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.figures import BESIDE
from factcheck.assertion.period import Relation, relate
from factcheck.assertion.terms import read_terms
from factcheck.quantity.model import Kind, Quantity
from factcheck.verdict.compare import Comparison, Outcome, is_slip, same_unit, shuffled_digits
from factcheck.verdict.finding import Reason

if TYPE_CHECKING:
    from datetime import date

    from factcheck.assertion.period import Period
    from factcheck.matching.context import Context
    from factcheck.matching.facts import Fact
    from factcheck.matching.score import Match

# When a claim is surely the one spoken of: (how sure of the subject, of the property, of the words beside).
IDENTIFIED = ((0.7, 0.55, 0.4), (0.85, 0.95, 0.28))
# The claim's figure with a slip of the pen tells nearly as much as the figure itself.
BY_SLIP = ((0.7, 0.35, 0.4), (0.95, 0.0, 0.6), (0.85, 0.95, 0.15))
# The claim's digits in another order: three hardly come by chance, four never do, whatever noun stands beside.
BY_DIGITS = (*BY_SLIP, (0.7, 0.6, 0.0), (0.7, 0.45, 0.25), (0.45, 0.6, 0.5))
UNSAID_BY_SLIP = 1.0
UNSAID_BY_DIGITS = 3.0
TELLING_DIGITS = 4
# A stretch of time (一年) mostly says when, and seldom is what is measured.
IDENTIFIED_SPAN = ((0.85, 0.8, 0.4),)
_LEAST_PROPERTY = min(prop for _, prop, _ in (*IDENTIFIED, *IDENTIFIED_SPAN))
# Supporting takes less, the less the more digits the figure shares with the claim's.
IDENTIFIED_BY_VALUE = {
    1: ((0.7, 0.45, 0.35), (0.7, 0.95, 0.1)),
    2: ((0.7, 0.4, 0.3), (0.7, 0.95, 0.1)),
    3: ((0.7, 0.3, 0.2), (0.7, 0.95, 0.1)),
    4: ((0.7, 0.2, 0.2), (0.85, 0.0, 0.5)),
}
# It does too in a unit in which nothing else is told of the subject.
IDENTIFIED_BY_UNIT = ((0.95, 0.2, 0.4),)
# A source article is about the draft's very matter: the same figure in it is hardly there by chance.
IDENTIFIED_IN_ARTICLE = {
    1: ((0.7, 0.4, 0.3),),
    2: ((0.7, 0.25, 0.15), (0.7, 0.0, 0.6)),
    3: ((0.7, 0.2, 0.0), (0.7, 0.1, 0.1), (0.7, 0.0, 0.3)),
    4: ((0.7, 0.1, 0.0), (0.7, 0.0, 0.2)),
}
# In the article's very words it is meant whoever the draft names before it.
IDENTIFIED_IN_WORDS = ((0.1, 0.95, 0.95),)
# The claim's very figure of three digits and more, told of the claim's very time.
IDENTIFIED_IN_TIME = ((0.7, 0.5, 0.0),)
# A name or noun that the claim does not know must be outweighed: by the subject named, or by all else.
STRANGER_SUBJECT = 0.95
STRANGER_EXPLAINED = 0.5
# A noun that it does not know tells less of another matter than a name: subject and property said suffice.
STRANGER_NOUN = ((0.85, 0.95, 0.4),)
STRANGER_NOUN_BY_SLIP = ((0.85, 0.95, 0.15), (0.7, 0.95, 0.5))
OF_THE_UNIT = ((0.85, 0.0, 0.0), (0.7, 0.85, 0.7))  # what a unit for another takes, whatever else is unknown
ORDERS = 3000  # a figure so many times another one is another thing's, but for a slip of the pen
FEW = 100  # fewer than that, where the claim counts as many times more, are others
WHOLLY = 0.95  # share of the words beside the figure that a statement without parts must explain for that
UNSAID = 0.0  # weight of the claim's own particular words that a refuted draft may leave out
_NOUN_BEHIND = 6
_CLASSIFIERS = frozenset("个位名项家款件只条支艘座所处场枚种类")
_NUMBERED = 4  # characters after an ordinal that tell what is numbered
_TIMELY = {
    Relation.SAME: 3,
    Relation.COMPATIBLE: 2,
    Relation.UNKNOWN: 2,
    Relation.LOOSE: 1,
    Relation.OTHER: 0,
}
_OTHER_TIME = 0.2
_SAME_TIME = 0.05
_OTHER_PLACE = 0.2
BETTER_EXPLAINED = 0.2
RIVAL_CLAIM = 0.12  # a claim that agrees and scores that close to the best one is taken instead


class Option(NamedTuple):
    """A claim that a figure may speak of, held against it."""

    match: Match
    comparison: Comparison
    period: Period | None  # the draft's
    relation: Relation
    explicit: bool  # the sentence states the period itself
    whole: bool  # the draft counts the whole (全国), the claim a part
    slip: bool  # the draft's figure is the claim's but for a slip of the pen
    early: bool  # the draft is older than what the claim tells of

    @property
    def digits(self) -> int:
        """How many digits it has, where they are those of the claim's figure in another order; else 0."""
        told = self.match.fact.value
        if not self.slip or not isinstance(told, Quantity):
            return 0
        return shuffled_digits(self.match.assertion.figure, told)

    @property
    def agrees(self) -> bool:
        return self.comparison.outcome is Outcome.AGREES


def may_decide(match: Match, comparison: Comparison) -> bool:
    """Whether the claim could pass any gate: it has the very figure or nearly so, or its property is said."""
    if comparison.outcome is Outcome.AGREES or _slips(match, comparison):
        return True
    if comparison.reason is Reason.MAGNITUDE:
        return match.prop >= _LEAST_PROPERTY
    return match.prop >= _LEAST_PROPERTY and not is_of_other_order(match, ORDERS)


def is_of_other_order(match: Match, orders: int) -> bool:
    """Whether the draft's figure is so many times the claim's, or so small a part of it, that it is another thing's."""
    figure, told = match.assertion.figure, match.fact.value
    assert isinstance(told, Quantity)
    if not figure.number or not told.number:
        return False
    if figure.kind is Kind.CARDINAL and figure.number < FEW and figure.number * FEW < told.number:
        return True  # 6名选手 are no error for 5380名
    return not 1 / orders < abs(figure.number / told.number) < orders


def weigh(match: Match, comparison: Comparison, context: Context) -> Option:
    assertion, fact = match.assertion, match.fact
    period, explicit = context.period(assertion.clause, assertion.figure.start, fact)
    period = assertion.time(period)
    relation = relate(period, fact.period, fact.claim.source.published)
    if relation is Relation.LOOSE and fact.told and relate(period, fact.told, None) is Relation.SAME:
        relation = Relation.COMPATIBLE
    slip = _slips(match, comparison)
    whole = bool(fact.scope) and not fact.national and context.scopes.whole(assertion.clause)
    return Option(match, comparison, period, relation, explicit, whole, slip, _early(context.dateline, fact))


def _slips(match: Match, comparison: Comparison) -> bool:
    """Whether the figure contradicts the claim's by a slip of the pen."""
    if comparison.outcome is not Outcome.CONTRADICTS or not isinstance(match.fact.value, Quantity):
        return False
    return is_slip(match.assertion.figure, match.fact.value)


def _early(dateline: date | None, fact: Fact) -> bool:
    """Whether a draft of that day was written before the claim's window was over."""
    ends = [day for day in (fact.period.high if fact.period else None, fact.claim.source.published) if day]
    return dateline is not None and bool(ends) and dateline < min(ends)


def is_identified(
    match: Match, gates: tuple[tuple[float, float, float], ...], *, agrees: bool = False
) -> bool:
    """Whether the claim is meant, as surely as a gate asks; where the figure ``agrees`` its unit tells too."""
    return any(
        match.prop >= prop
        and (match.explained_counting if agrees else match.explained) >= explained
        and match.subject >= subject
        for subject, prop, explained in gates
    )


def slip_gates(option: Option) -> tuple[tuple[float, float, float], ...]:
    """What it takes for a claim to be meant whose figure the draft gives with a slip of the pen."""
    return BY_DIGITS if option.digits >= TELLING_DIGITS else BY_SLIP


def value_gates(figure: Quantity, option: Option) -> tuple[tuple[float, float, float], ...]:
    """What it takes for a claim that agrees with the figure to support it."""
    digits = _digits(figure)
    in_article = option.match.fact.derived and option.comparison.exact
    gates = (IDENTIFIED_IN_ARTICLE if in_article else IDENTIFIED_BY_VALUE)[min(max(digits, 1), 4)]
    gates += IDENTIFIED_IN_WORDS if in_article else ()
    return gates + IDENTIFIED_IN_TIME if _is_in_time(option) else gates


def _digits(figure: Quantity) -> int:
    """How many significant digits a figure has."""
    return len(figure.number.normalize().as_tuple().digits) if figure.number is not None else 1


def is_telling(figure: Quantity) -> bool:
    """Whether a figure has digits enough to be no count that comes by chance (一个, 第三)."""
    return _digits(figure) > 1


def _is_in_time(option: Option) -> bool:
    """Whether the claim's very figure, of three digits and more, is told of the claim's very time.

    Of a day two digits are enough, and hedges do no harm.
    """
    timely = option.relation is Relation.SAME and option.explicit and option.match.scope >= 0
    told, digits = option.match.fact.period, _digits(option.match.assertion.figure)
    day = told is not None and told.days == 1 and option.agrees and digits >= 2
    return timely and (day or (option.comparison.exact and digits >= 3))


def tells_otherwise(match: Match) -> bool:
    """Whether the very figure would tell of another thing: of another category, or by how much something differs."""
    return match.opposed == "category" or tells_a_difference(match)


def tells_a_difference(match: Match) -> bool:
    """Whether the figure is by how much something differs from before, and the claim's is not."""
    return match.narrowed and match.assertion.compared


def is_strange(option: Option) -> bool:
    """Whether the figure's own words tell of something that the claim does not know."""
    match = option.match
    if option.comparison.reason is Reason.UNIT and is_identified(match, OF_THE_UNIT):
        return False  # 18万多户贫困家庭 for 18万多名贫困人口: the unit is the very slip
    if match.opposed == "category" or match.narrowed:
        return True
    if not option.agrees and (match.other_object or _speaks_anew(match)):
        return True
    if (
        not match.stranger
        or _numbers_the_same(match)
        or (option.digits >= TELLING_DIGITS and match.stranger == "noun")
    ):
        return False
    if match.subject >= STRANGER_SUBJECT and match.explained_beside >= STRANGER_EXPLAINED:
        return False
    gates = STRANGER_NOUN_BY_SLIP if option.slip or option.agrees else STRANGER_NOUN
    return match.stranger == "name" or not is_identified(match, gates)


def _speaks_anew(match: Match) -> bool:
    """Whether the figure's clause has words of its own, and the claim's stand only in the clauses before."""
    clause, known = match.assertion.clause, match.fact.vocabulary
    own = [
        t for t, n in match.own if n >= BESIDE and t.weight >= 1.0 and clause.start <= t.start < clause.end
    ]
    said = [known.says(t.text) for t in own if t.text != match.fact.unit_word]
    return len(said) > 1 and not any(said)


def _numbers_the_same(match: Match) -> bool:
    """Whether draft and claim number the same thing (第五个国家扶贫日 for 第七个国家扶贫日)."""
    figure, told, text = match.assertion.figure, match.fact.value, match.fact.text
    assert isinstance(told, Quantity)
    at = text.find(told.text)
    if figure.kind is not Kind.ORDINAL or told.kind is not Kind.ORDINAL or at < 0:
        return False
    behind = match.assertion.clause.folded[figure.end : figure.end + _NUMBERED]
    return len(behind) == _NUMBERED and text.startswith(behind, at + len(told.text))


def may_leave_unsaid(option: Option) -> float:
    """How much weight of the claim's own words a draft may leave out and still be refuted by it."""
    by_ten = option.comparison.reason is Reason.MAGNITUDE and option.match.subject >= STRANGER_NOUN[0][0]
    # What a statement says beside its subject is no name that somebody chose for the property.
    told = not option.match.fact.curated and option.match.explained >= WHOLLY
    least = TELLING_DIGITS if option.match.assertion.figure.kind is Kind.PERCENT else 1  # 16.1% is often met
    if option.digits >= least:
        return UNSAID_BY_DIGITS
    return UNSAID_BY_SLIP if option.slip or by_ten or told else UNSAID


def is_given(option: Option, context: Context, *, in_sentence: bool = False) -> bool:
    """Whether the draft gives the claim's figure in another place: then it hardly stands for it here as well."""
    assertion, told = option.match.assertion, option.match.fact.value
    assert isinstance(told, Quantity)
    if told.number is None:
        return False
    sentence = context.text.sentences[assertion.clause.sentence][1]
    start, end = (sentence.start, sentence.end) if in_sentence else (0, len(context.text.folded))
    return any(
        same_unit(quantity, told)
        and quantity.start != assertion.figure.start
        and not _counts_something_else(quantity, context.text.folded, option.match.fact)
        for quantity in context.given(told.number, start, end)
    )


def _counts_something_else(quantity: Quantity, folded: str, fact: Fact) -> bool:
    """Whether the noun right behind a count is nothing that the claim counts (42个分项 for 42位冠军)."""
    if quantity.written_unit not in _CLASSIFIERS:
        return False
    behind = read_terms(folded[quantity.end : quantity.end + _NOUN_BEHIND])
    noun = behind[0] if behind and behind[0].start == 0 else None
    return noun is not None and noun.weight >= 1.0 and not fact.vocabulary.says(noun.text)


def scope_holds(match: Match) -> bool:
    """Whether the draft counts where the claim counts; a national scope needs no saying."""
    return not match.fact.scope or match.scope > 0


def likelihood(option: Option) -> float:
    """How likely the claim is the one meant: by score, less so when it counts elsewhere or at another time."""
    score = option.match.score + 0.02 * option.agrees
    if option.relation is Relation.OTHER:
        score -= _OTHER_TIME
    elif option.relation is Relation.SAME:
        score += _SAME_TIME
    return score - _OTHER_PLACE if option.match.scope < 0 else score


def is_as_good(other: Option, best: Option) -> bool:
    """Whether a claim that agrees is as likely meant as the best one.

    It must leave no more of its own particular words unsaid (跨省 in 跨省流动人口), nor speak of a worse time.
    """
    mine, theirs = other.match, best.match
    counted_here = theirs.scope >= 0 or mine.scope < 0
    if counts_otherwise(other, best) or (counted_here and is_told_apart(mine, theirs)):
        return False
    if mine.narrowed and not theirs.narrowed and mine.explained + BETTER_EXPLAINED <= theirs.explained:
        return False  # 外贸集装箱: the claim on all of them has no such word
    wholly = min(theirs.prop, theirs.explained) >= 1.0
    as_timely = _TIMELY[best.relation] >= _TIMELY[other.relation]
    if wholly and as_timely and mine.prop < theirs.prop and mine.explained < theirs.explained:
        return False  # 总票房 is all that the draft says, and the other claim's 国产 is not
    if other.comparison.exact and best.comparison.reason is Reason.UNIT and mine.subject >= theirs.subject:
        return True  # 4人破纪录 beside 4项纪录
    if other.comparison.exact and mine.score >= theirs.score and mine.subject > theirs.subject:
        return other.relation is not Relation.OTHER  # named nearer, and by all else as likely
    if _is_in_time(other) and (best.relation is not Relation.SAME or mine.explained > theirs.explained + 0.2):
        return True
    if _TIMELY[other.relation] > _TIMELY[best.relation]:
        return mine.score >= theirs.score - RIVAL_CLAIM
    return (
        _TIMELY[other.relation] == _TIMELY[best.relation]
        and mine.score >= theirs.score - RIVAL_CLAIM
        and (mine.unsaid <= theirs.unsaid or _is_another_matter(other, best))
        and min(mine.scope, 1.0) >= min(theirs.scope, 0.5)
    )


def is_told_apart(other: Match, best: Match) -> bool:
    """Whether the draft says what only the best claim measures (外贸 of 外贸航线), and nothing only the other knows."""
    mine, theirs = other.fact, best.fact
    said = {term.text for match in (best, other) for term, near in match.own if near >= BESIDE}
    only_best = {w for w in said & theirs.measured if not mine.vocabulary.says(w)}
    return bool(only_best) and not any(
        mine.vocabulary.says(w) and not theirs.vocabulary.says(w) for w in said
    )


def counts_otherwise(other: Option, best: Option) -> bool:
    """Whether the draft counts in the best claim's own unit, and the other claim in another (40多场 of 40多个地区)."""
    said = best.match.assertion.figure.written_unit
    mine, theirs = (
        value.written_unit if isinstance(value, Quantity) else ""
        for value in (other.match.fact.value, best.match.fact.value)
    )
    return bool(said) and said == theirs != mine


def _is_another_matter(other: Option, best: Option) -> bool:
    """Whether a claim with the very figure is on another subject, named as surely (快手“福苗计划” beside 快手)."""
    mine, theirs = other.match, best.match
    apart = mine.fact.subjects and theirs.fact.subjects.isdisjoint(mine.fact.subjects)
    return other.comparison.exact and bool(apart) and mine.subject >= theirs.subject
