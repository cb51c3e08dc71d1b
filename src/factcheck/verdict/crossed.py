"""One thing's name given to another of the same subject (总设计师罗启明, where he is 总建造师)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.names import is_organization, is_person
from factcheck.matching.facts import TermValue
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.view import property_hits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.assertion.reading import Clause
    from factcheck.matching.facts import Fact
    from factcheck.matching.vocabulary import Around
    from factcheck.text.segment import Span
    from factcheck.verdict.judgement import Judgement

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
