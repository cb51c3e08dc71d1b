"""How much of a curated file extraction would have proposed: recall and precision of values and parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.search import values
from factcheck.matching.naming import strip_name
from factcheck.quantity import extract_quantities
from factcheck.quantity.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.model import Claim, ClaimBank
    from factcheck.curate.extract.proposal import Proposal
    from factcheck.quantity.model import Quantity

_ALIKE = 65  # of 100
_ENOUGH = 0.4  # of the longer of two terms the shorter has to be


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts over one article and its curated claims."""

    curated: int
    proposed: int
    found: int  # curated claims whose value is proposed in the same paragraph
    missed: tuple[Claim, ...]
    matched: tuple[Proposal, ...]  # proposals that have a curated value
    subjects: int  # found claims whose subject is proposed as well
    properties: int  # found claims whose property shares most of its words with one proposed
    periods: int  # found claims with a period whose period is proposed as well
    with_period: int

    @property
    def recall(self) -> float:
        """Share of the curated values that are proposed."""
        return self.found / self.curated if self.curated else 0.0

    @property
    def precision(self) -> float:
        """Share of the proposals whose value a curator kept."""
        return len(self.matched) / self.proposed if self.proposed else 0.0


def measure(bank: ClaimBank, proposals: Sequence[Proposal]) -> Measured:
    """Hold proposals against the curated claims of their article; derived claims are not in any article."""
    curated = [claim for claim in bank.claims if not claim.derive]
    canonical = {strip_name(o): strip_name(name) for name, others in bank.aliases.items() for o in others}
    missed, matched = [], set()
    subjects = properties = periods = dated = 0
    for claim in curated:
        same = [
            index
            for index, proposal in enumerate(proposals)
            if (not claim.locator or not proposal.locator or claim.locator == proposal.locator)
            and _same_value(claim, proposal, canonical)
        ]
        matched |= set(same)
        if not same:
            missed.append(claim)
            continue
        chosen = [proposals[index] for index in same]
        wanted = {strip_name(name) for name in claim.subject}
        subjects += any(strip_name(found.subject) in wanted for found in chosen)
        properties += any(
            _alike(name, other) for name in claim.property for found in chosen for other in found.properties
        )
        if claim.period:
            dated += 1
            periods += any(found.period == claim.period for found in chosen)
    return Measured(
        curated=len(curated),
        proposed=len(proposals),
        found=len(curated) - len(missed),
        missed=tuple(missed),
        matched=tuple(proposals[index] for index in sorted(matched)),
        subjects=subjects,
        properties=properties,
        periods=periods,
        with_period=dated,
    )


def _alike(left: str, right: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415  only to measure

    return fuzz.partial_ratio(strip_name(left), strip_name(right)) >= _ALIKE


def _same_value(claim: Claim, proposal: Proposal, canonical: dict[str, str]) -> bool:
    wanted = [strip_name(value) for value in values(claim)]
    given = proposal.value if isinstance(proposal.value, tuple) else (proposal.value,)
    offered = [strip_name(value) for value in given]
    if len(wanted) == 1 and len(offered) == 1:
        left, right = _quantity(wanted[0]), _quantity(offered[0])
        if left is not None and right is not None:
            if left.kind is Kind.DATE and isinstance(left.low, date) and isinstance(right.low, date):
                return left.low.year == right.low.year and right.text.startswith(left.text[:4])
            return (left.low, left.high) == (right.low, right.high)
    return bool(wanted) and all(
        any(_same_term(term, other, canonical) for other in offered) for term in wanted
    )


def _quantity(value: str) -> Quantity | None:
    found = [q for q in extract_quantities(value) if q.kind is Kind.DATE or not q.incidental]
    return found[0] if len(found) == 1 and (found[0].end - found[0].start) * 2 >= len(value) else None


def _same_term(left: str, right: str, canonical: dict[str, str]) -> bool:
    if canonical.get(left, left) == canonical.get(right, right):
        return True
    short, long = sorted((left, right), key=len)
    return short in long and len(short) >= _ENOUGH * len(long)
