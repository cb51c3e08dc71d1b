"""Why a source article's figure, the very one of the draft, may yet be told of something else.

Then it supports nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.period import Relation
from factcheck.assertion.reading import label_bounds
from factcheck.assertion.terms import read_terms
from factcheck.quantity.model import Quantity
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.matching.score import Match
    from factcheck.verdict.options import Option

AS_WELL = 0.1  # by how much less another figure's property may be said and it still be as likely meant
KNOWN = 0.5  # of the property of a figure that is told of the name that this one does not know
_MORE = pattern(r"[多少增减高低](?:了|出)$")
_BEHIND = 6  # characters after a figure that tell what is counted


def is_doubted(option: Option, against: Sequence[Option]) -> bool:
    """Whether one of ``against``, or the article's own words, tell that the figure is another thing's."""
    match = option.match
    rivals = [o for o in against if o.match.prop >= match.prop - AS_WELL]
    if option.relation is Relation.LOOSE and option.explicit and _is_timely(rivals):
        return True
    if match.stranger == "name" and any(not o.match.stranger and o.match.prop >= KNOWN for o in against):
        return True
    if _is_other_end(match, against) or (_is_difference(match) and not all(map(_is_difference_told, rivals))):
        return True
    return _counts_other_group(match) or _counts_other_object(match)


def _is_timely(options: Sequence[Option]) -> bool:
    """Whether one of them is of the very time that the draft tells of (前5个月 for 5月)."""
    return any(o.relation is Relation.SAME for o in options)


def _is_other_end(match: Match, against: Sequence[Option]) -> bool:
    """Whether the draft starts a change from what the article has it end at (由93米增加到148米)."""
    claim = match.fact.claim
    ends = match.assertion.baseline and not match.fact.baseline
    return ends and any(o.match.fact.baseline and o.match.fact.claim is claim for o in against)


def _is_difference(match: Match) -> bool:
    """Whether the article tells by how much something differs (比上年增加3.2万人), and the draft a level."""
    assertion, figure = match.assertion, match.assertion.figure
    differs = (
        assertion.compared
        or figure.direction
        or _MORE.search(assertion.clause.folded, max(0, figure.start - 2), figure.start)
    )
    return match.fact.difference and not differs


def _is_difference_told(option: Option) -> bool:
    return option.match.fact.difference


def _counts_other_group(match: Match) -> bool:
    """Whether both count a group told by a figure, and it is not the same one (114平方米以下, 144平方米以下)."""
    end = match.assertion.figure.start
    mine = {label_bounds(term.text) for term, _ in match.own if term.end <= end} - {""}
    theirs = set(map(label_bounds, match.fact.measured)) - {""}
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _counts_other_object(match: Match) -> bool:
    """Whether the nouns right after the two figures differ (38所高校, 38所中小学), and neither text has the other's."""
    fact, assertion = match.fact, match.assertion
    assert isinstance(fact.value, Quantity)
    mine = next((term for term, _ in assertion.words if term.start == assertion.figure.end), None)
    if mine is None or not fact.is_unknown(mine) or mine.text in fact.text:
        return False
    end = fact.text.find(fact.value.text) + len(fact.value.text)
    theirs = next(iter(read_terms(fact.text[end : end + _BEHIND])), None)
    if theirs is None or theirs.start or not theirs.naming or theirs.weight < 1.0:
        return False
    return theirs.text not in match.surroundings.text.folded
