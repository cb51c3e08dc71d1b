"""Which claims may be held against a draft: not those withdrawn, superseded, or out of their time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.model import Status

if TYPE_CHECKING:
    from datetime import date

    from factcheck.claims.model import Claim, ClaimBank


def evidence(bank: ClaimBank) -> list[Claim]:
    """The claims that say anything at all: every one that was not withdrawn."""
    return [claim for claim in bank.claims if claim.status is not Status.WITHDRAWN]


def in_force(claim: Claim, day: date) -> bool:
    """Whether ``day`` is within the claim's validity; both ends count."""
    return (claim.valid_from is None or claim.valid_from <= day) and (
        claim.valid_until is None or day <= claim.valid_until
    )


def successor(claim: Claim, bank: ClaimBank, day: date) -> Claim | None:
    """The claim that stands in this one's place on ``day``: the end of the chain of ``superseded_by``.

    A successor counts from its ``valid_from`` or else its source's date on; a draft from before could not
    know it. ``None`` where there is none, or the chain runs in a circle.
    """
    found, seen = claim, {claim.id}
    while found.superseded_by:
        later = bank.get(found.superseded_by)
        if later is None or later.status is Status.WITHDRAWN or not _known(later, day):
            break
        if later.id in seen:
            return None
        seen.add(later.id)
        found = later
    return None if found is claim else found


def _known(claim: Claim, day: date) -> bool:
    since = claim.valid_from or claim.source.published
    return since is None or since <= day
