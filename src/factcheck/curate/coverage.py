"""What draft and claims leave each other open: figures without a claim, claims that the draft omits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.lifecycle import evidence
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.model import Claim, ClaimBank
    from factcheck.verdict.finding import Finding


@dataclass(frozen=True, slots=True)
class Coverage:
    """Both ways, for one draft."""

    covered: int  # findings that some claim decided
    uncovered: tuple[Finding, ...]
    topics: tuple[str, ...]  # what the draft speaks of, by the claims it meets
    used: int  # claims of these topics that the draft speaks of
    omitted: tuple[Claim, ...]  # claims of these topics that the draft does not speak of


def cover(findings: Sequence[Finding], bank: ClaimBank) -> Coverage:
    """Hold the findings of one draft against the bank they come from."""
    decided = [found for found in findings if found.verdict is not Verdict.NOT_ENOUGH_EVIDENCE]
    met = {found.claim.id for found in decided if found.claim}
    current = [claim for claim in evidence(bank) if not claim.superseded_by]
    topics = tuple(dict.fromkeys(claim.topic for claim in current if claim.id in met and claim.topic))
    return Coverage(
        covered=len(decided),
        uncovered=tuple(found for found in findings if found.verdict is Verdict.NOT_ENOUGH_EVIDENCE),
        topics=topics,
        used=sum(claim.id in met and claim.topic in topics for claim in current),
        omitted=tuple(claim for claim in current if claim.topic in topics and claim.id not in met),
    )
