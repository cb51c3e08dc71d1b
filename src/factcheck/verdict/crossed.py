"""What belongs to another: to another thing of the same subject (总设计师罗启明, where he is 总建造师), or to another
subject of which the claims tell the same thing (甲学的是设计, where that is 乙's).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.names import is_organization, is_person, is_place, is_post
from factcheck.matching.facts import TermValue
from factcheck.matching.score import property_agreement
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.view import SAME_PROPERTY, locate, property_hits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.assertion.reading import Clause
    from factcheck.matching.facts import Fact
    from factcheck.matching.vocabulary import Around
    from factcheck.text.segment import Span

_LINK = pattern(r"[则也都均却]?(?:是|为|由|交由|:)?")
_SAID_OF = pattern(r"(?:是|为|任|担任|负责|承担|承建)?")


def judge_crossed(
    folded: str, clause: Clause, told: Sequence[Judgement], facts: Iterable[Fact], words: Around
) -> list[Judgement]:
    """The judgements on a clause; somebody named right behind another thing is refuted by what claims say of that."""
    if not any(map(_names_one, told)):
        return list(told)
    spelled = [(fact, hit) for fact in facts for hit in property_hits(folded, clause, fact, words)]
    return [_uncrossed(folded, j, spelled) if _names_one(j) else j for j in told]


def judge_exchanged(folded: str, clause: Clause, facts: Sequence[Fact], words: Around) -> list[Judgement]:
    """The clause's term refuted that claims give to another subject, where its own has another one.

    Both claims have to tell the same property; a place or a post is judged where it stands.
    """
    if clause.modality.kind or clause.negations:
        return []
    named = {m.name for m in clause.mentions if not m.oblique}
    own = (
        [fact for fact in facts if not fact.called.isdisjoint(named) and _told_by_name(fact)] if named else []
    )
    asked = [fact for fact in facts if _told_by_name(fact)] if own else []
    found: list[Judgement] = []
    for fact in own:
        if _term_of(folded, clause, fact) or not _asks(folded, clause, fact, words):
            continue
        for other in asked:
            asks_other = other.spellings[0] != fact.spellings[0]
            if asks_other or not other.called.isdisjoint(named) or _says_one(fact, other):
                continue
            if place := _term_of(folded, clause, other):
                said = folded[place[0] : place[1]]
                found.append(Judgement(*place, Verdict.REFUTED, Reason.TERM, fact, said, SAME_PROPERTY))
                break
    return found


def _says_one(fact: Fact, other: Fact) -> bool:
    """Whether the two claims have a term in common (快手 launched both)."""
    assert isinstance(fact.value, TermValue)
    assert isinstance(other.value, TermValue)
    mine = {spelling for member in fact.value.members for spelling in member}
    return any(not mine.isdisjoint(member) for member in other.value.members)


def _told_by_name(fact: Fact) -> bool:
    value = fact.value
    if not isinstance(value, TermValue) or not fact.spellings:
        return False
    first = value.members[0][0]
    return not (is_place(first) or is_post(first))


def _term_of(folded: str, clause: Clause, fact: Fact) -> tuple[int, int] | None:
    assert isinstance(fact.value, TermValue)
    places = (locate(folded, clause, member, fact.called) for member in fact.value.members)
    return next((place for place in places if place), None)


def _asks(folded: str, clause: Clause, fact: Fact, words: Around) -> bool:
    """Whether the clause speaks of the claim's property."""
    told = property_agreement(words, fact, clause) >= SAME_PROPERTY
    return told or bool(property_hits(folded, clause, fact, words))


def _names_one(judgement: Judgement) -> bool:
    value = judgement.fact.value if judgement.fact else None
    if not isinstance(value, TermValue) or value.is_list or judgement.verdict is not Verdict.SUPPORTED:
        return False
    name = value.members[0][0]
    return is_person(name) or is_organization(name)


def _uncrossed(folded: str, judgement: Judgement, spelled: Sequence[tuple[Fact, Span]]) -> Judgement:
    own = judgement.fact
    assert own is not None
    if any(fact is own and _beside(folded, judgement, hit) for fact, hit in spelled):
        return judgement
    for fact, hit in spelled:
        other = isinstance(fact.value, TermValue) and not fact.value.is_list and fact.expected != own.expected
        if other and fact.subjects == own.subjects and _before(folded, judgement, hit):
            return judgement._replace(verdict=Verdict.REFUTED, reason=Reason.TERM, fact=fact)
    return judgement


def _before(folded: str, judgement: Judgement, hit: Span) -> bool:
    return hit.end <= judgement.start and _LINK.fullmatch(folded, hit.end, judgement.start) is not None


def _beside(folded: str, judgement: Judgement, hit: Span) -> bool:
    behind = judgement.end <= hit.start and _SAID_OF.fullmatch(folded, judgement.end, hit.start)
    return bool(behind) or _before(folded, judgement, hit)
