"""Which figure of a source article a figure of the draft speaks of.

An article is about the draft's very matter, and gives many figures of one kind side by side. So the nearest
in words decides, not the first that agrees: a figure that the article tells of something else supports nothing.
One that differs is refuted only by the figure that it must stand for, which the draft itself gives nowhere else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.assertion.figures import IN_CLAUSE
from factcheck.assertion.period import Relation
from factcheck.matching.matters import is_same_matter
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.text.pattern import pattern
from factcheck.verdict.compare import Outcome
from factcheck.verdict.contrast import is_less_timely, is_of_before, meant_instead, speaks_of_before
from factcheck.verdict.doubts import is_doubted
from factcheck.verdict.finding import Reason
from factcheck.verdict.options import (
    counts_otherwise,
    is_given,
    is_identified,
    is_of_other_order,
    tells_otherwise,
    value_gates,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.matching.context import Context
    from factcheck.matching.score import Match
    from factcheck.verdict.options import Option

NEARER = 0.1  # by how much another figure must score higher to be the one meant
NEARER_BESIDE = 0.03  # the same, of one sentence
SURELY_NEARER = 0.15  # to be meant though the article gives the draft's figure of something else
# When a figure of an article is surely meant, by subject, property and the words beside the draft's: of one that
# agrees where the article gives no other of its kind; of one that differs, that differs by a slip of the pen, and
# that differs while the article gives the draft's figure of something else.
ALONE = ((0.7, 0.15, 0.25),)
DIFFERING = ((0.7, 0.65, 0.75),)
DIFFERING_BY_SLIP = ((0.7, 0.35, 0.4),)
DIFFERING_OF_TWO = ((0.7, 0.85, 0.85),)
# Of the figure that the draft's words are those of, though it gives another one's.
TOLD_APART = ((0.7, 0.6, 0.6), (0.7, 0.7, 0.5))
SURELY_BY_SLIP = ((0.7, 0.85, 0.6),)
SURELY = ((0.7, 0.95, 0.9),)  # property and words leave no doubt
ALIKE = 0.7  # of the property, where the words farther off do not agree
AROUND = 0.1  # of the words farther off
COMPARED = 0.9  # of the property, where both tell by how much something differs from before
IN_HEADLINE = 0.5  # of the property, for a figure that the article opens with: it stands for no other
_SO_FAR = pattern(r"截[至止](?:目前|发稿|记者|\d)|迄今|到目前为止")
_NOW = pattern(r"今年|本届|这届|本[年季次]|当前|目前|如今|现在")
_NUMBERING = {"期", "届"}  # of a figure: it tells which one is spoken of
_ORDERS = 100  # a figure so many times another one stands for something else, but for a slip
_LEVELS = {Kind.CARDINAL, Kind.MONEY}
_SETTLED = {Relation.SAME, Relation.COMPATIBLE, Relation.UNKNOWN}
_FLOORS = {Hedge.OVER, Hedge.AT_LEAST}
_CEILINGS = {Hedge.UNDER, Hedge.AT_MOST, Hedge.NEAR}


def told_in_article(options: Sequence[Option], context: Context) -> Option | None:
    """The option that decides, of those that sentences of articles give, or ``None``."""
    against = [o for o in options if o.comparison.outcome is Outcome.CONTRADICTS]
    exact = [o for o in options if o.comparison.exact]
    same = _best(exact)
    instead = meant_instead([o for o in options if o.agrees], against) if exact else None
    if instead is not None:
        return instead if _is_told_wrong(instead) else None
    turned = _best(
        [
            o
            for o in against
            if _is_turned(o)
            and _may_support(o, alone=False)
            and (is_identified(o.match, SURELY) or _is_of_same_matter(o.match))
        ]
    )
    supporter = _best(
        [o for o in options if o.agrees and _may_support(o, alone=not against) and not is_doubted(o, against)]
    )
    if turned is not None and same is None and (supporter is None or _is_nearer(turned, supporter)):
        return turned
    apart = _best([o for o in exact if _is_measured_otherwise(o)])
    if supporter is None and apart is not None:
        return apart
    nearest = _best([o for o in against if not is_given(o, context) and not _is_far_off(o)])
    if supporter is not None and (nearest is None or not _is_nearer(nearest, supporter)):
        return supporter
    if nearest is None or not _must_be_meant(nearest):
        return None
    if same is None:
        return nearest
    if any(map(_is_in_headline, exact)):
        return None
    surely = nearest.match.score >= same.match.score + SURELY_NEARER
    return nearest if surely and is_surely_told(nearest.match) else None


def _is_measured_otherwise(option: Option) -> bool:
    """Whether the very figure is surely the one meant, and the draft tells another measure (增长2倍 for 是2倍)."""
    match = option.match
    return match.otherwise is not None and is_surely_told(match) and _is_of_same_matter(match)


def _is_in_headline(option: Option) -> bool:
    """Whether the article opens with the figure, and the draft has most of what it measures there."""
    match = option.match
    about = match.fact.matter.about if match.fact.matter is not None else ""
    return match.fact.text.partition("\n")[0] in about and match.prop >= IN_HEADLINE


def _is_told_wrong(option: Option) -> bool:
    """Whether a figure that is meant instead of the one that the draft gives surely is, by all else."""
    match = option.match
    if option.relation not in _SETTLED or match.opposed == "category":
        return False
    if option.relation is not Relation.SAME and _counts_so_far(match):
        return False
    if _is_of_another_time(option) or not _is_of_same_matter(match):
        return False
    return is_identified(match, TOLD_APART) and not _leaves_room(option)


def is_surely_told(match: Match) -> bool:
    """Whether the article's sentence says nearly what the draft says, the figure aside."""
    return is_identified(match, DIFFERING_OF_TWO) and not match.stranger


def _best(options: Sequence[Option]) -> Option | None:
    return max(options, key=lambda o: o.match.score, default=None)


def _is_nearer(other: Option, supporter: Option) -> bool:
    """Whether the draft's words are those of another figure than the one that agrees, and it counts the same."""
    if (
        counts_otherwise(other, supporter)
        or _is_other_end(other, supporter)
        or is_less_timely(other, supporter)
    ):
        return False
    one_sentence = other.match.fact.claim is supporter.match.fact.claim
    return other.match.score > supporter.match.score + (NEARER_BESIDE if one_sentence else NEARER)


def _is_other_end(other: Option, supporter: Option) -> bool:
    """Whether the draft gives what a change starts from, as the supporter does, and the other what it comes to."""
    mine, theirs = other.match.fact.baseline, supporter.match.fact.baseline
    return mine is not theirs and theirs is supporter.match.assertion.baseline


def _may_support(option: Option, *, alone: bool) -> bool:
    """Whether the very figure is surely enough meant; where nothing else of its kind is told, it takes less."""
    match = option.match
    elsewhere = option.relation is Relation.OTHER and option.explicit
    if elsewhere or tells_otherwise(match):
        return False
    if match.fact.baseline and not match.assertion.baseline and not option.explicit:
        return False
    if is_of_before(option) and not speaks_of_before(match) and _tells_of_now(match):
        return False
    gates = value_gates(match.assertion.figure, option)
    return is_identified(match, gates + ALONE if alone and option.comparison.exact else gates)


def _is_of_another_time(option: Option) -> bool:
    """Whether one of the two tells of before (去年8月) and the other does not, where the times are not known.

    Which phase or edition something is (二期) is no figure of it.
    """
    if option.match.assertion.figure.unit in _NUMBERING:
        return True
    unknown = option.relation is Relation.UNKNOWN
    return unknown and speaks_of_before(option.match) != is_of_before(option)


def _tells_of_now(match: Match) -> bool:
    """Whether the clause says that it tells of this time (今年, 本届)."""
    clause = match.assertion.clause
    return _NOW.search(clause.folded, clause.start, match.assertion.figure.start) is not None


def _is_turned(option: Option) -> bool:
    """Whether the figure is the article's, and only goes the other way (比去年高0.18元) or lacks its unit (%)."""
    told = option.match.fact.value
    assert isinstance(told, Quantity)
    same = told.number == option.match.assertion.figure.number
    if option.comparison.reason is Reason.POLARITY:
        return same or not option.match.stranger
    return same and option.comparison.reason is Reason.UNIT


def _must_be_meant(option: Option) -> bool:
    """Whether a figure that differs can only stand for the article's."""
    match, figure = option.match, option.match.assertion.figure
    slip = option.slip or _is_from_beside(match)
    sure = is_identified(match, DIFFERING_BY_SLIP if slip else DIFFERING)
    around = match.prop >= ALIKE or match.context >= AROUND or slip
    if not sure or not around or option.relation not in _SETTLED:
        return False
    surely = option.slip and is_identified(match, SURELY_BY_SLIP) and match.stranger != "name"
    others = match.stranger or match.narrowed or _speaks_of_others(match) or _is_of_another_time(option)
    if (others and not surely) or match.opposed == "category":
        return False
    if not (option.slip or _is_of_same_matter(match)):
        return False
    if option.relation is not Relation.SAME and _counts_so_far(match):
        return False
    if match.assertion.compared and (match.prop < COMPARED or figure.kind in _LEVELS):
        return False
    return not _leaves_room(option)


def _is_of_same_matter(match: Match) -> bool:
    """Whether the draft names nobody but whom the article's sentence tells of, and leaves out nobody it names."""
    fact, assertion = match.fact, match.assertion
    if fact.matter is None:
        return True
    text, before = match.surroundings.text, assertion.figure.start
    sure = is_identified(match, SURELY) and len(fact.measured - {fact.unit_word}) > 1
    return is_same_matter(text, assertion.clause, before, fact.text, fact.matter, sure=sure)


def _is_from_beside(match: Match) -> bool:
    """Whether the article's sentence gives the draft's number of something else (640架次 for 214架次,640吨)."""
    figure = match.assertion.figure
    number = figure.text.removesuffix(figure.written_unit)
    return (
        len(number) > 1 and re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", match.fact.text) is not None
    )


def _speaks_of_others(match: Match) -> bool:
    """Whether the clause names something before the figure that the article's sentence and headline do not."""
    start, fact = match.assertion.figure.start, match.fact
    told = fact.text + (fact.matter.about if fact.matter is not None else "")
    return any(
        near >= IN_CLAUSE and term.end <= start and term.text not in told and fact.is_unknown(term)
        for term, near in match.assertion.words
    )


def _counts_so_far(match: Match) -> bool:
    """Whether the draft tells how many there are by now (截至目前已造成21人遇难): another hour has another number."""
    text, sentence = match.surroundings.text, match.assertion.clause.sentence
    start = text.sentences[sentence][1].start
    return _SO_FAR.search(text.folded, start, match.assertion.figure.start) is not None


def _is_far_off(option: Option) -> bool:
    """Whether the article's figure is of quite another order, or of another sign, and no slip of the pen."""
    match = option.match
    figure, told = match.assertion.figure, match.fact.value
    assert isinstance(told, Quantity)
    if not figure.number or not told.number or option.slip:
        return False
    other = is_of_other_order(match, _ORDERS) or figure.number * told.number < 0
    return other and not _is_from_beside(match)


def _leaves_room(option: Option) -> bool:
    """Whether the article gives only a bound that the draft keeps to (超过1100万), or quite another order."""
    figure, told = option.match.assertion.figure, option.match.fact.value
    assert isinstance(told, Quantity)
    if not figure.number or not told.number:
        return False
    if _is_far_off(option):
        return True
    kept = _FLOORS if figure.number > told.number else _CEILINGS
    return told.hedge in kept and figure.hedge is not told.hedge and figure.number != told.number
