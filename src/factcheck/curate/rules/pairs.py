"""Claims held against each other, and each against its own words."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.claims.lifecycle import evidence
from factcheck.claims.model import Status
from factcheck.claims.search import values
from factcheck.curate.rules import Hit
from factcheck.text.fold import fold
from factcheck.verdict.checker import Checker
from factcheck.verdict.standing import rivals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.claims.model import Claim
    from factcheck.curate.opened import Opened

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SAME_WORDS = 92  # of 100: two statements so alike say one thing, where their values are one too


def contradiction(opened: Opened) -> Iterator[Hit]:
    """Two claims in force give one thing two values. Withdraw one, or say which supersedes the other."""
    facts = [fact for found in opened.facts.values() for fact in found]
    for left, right in rivals(facts):
        if Status.DISPUTED not in {left.claim.status, right.claim.status}:
            message = f"与 {left.claim.id} 矛盾：那里是“{left.expected}”，这里是“{right.expected}”"
            yield Hit(*opened.place(right.claim, "value"), message, right.claim.id)


def near_duplicate(opened: Opened) -> Iterator[Hit]:
    """Two claims say the same: equal parts, or nearly equal statements with one value."""
    from rapidfuzz import fuzz  # noqa: PLC0415  loaded only to lint

    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in evidence(opened.bank):
        groups[tuple(fold(value) for value in values(claim)), claim.period].append(claim)
    for group in groups.values():
        for at, claim in enumerate(group):
            for earlier in group[:at]:
                same_parts = claim.subject and (claim.subject, claim.property, claim.scope) == (
                    *(earlier.subject, earlier.property),
                    earlier.scope,
                )
                if same_parts or fuzz.ratio(claim.statement, earlier.statement) >= _SAME_WORDS:
                    yield Hit(*opened.place(claim), f"和 {earlier.id} 说的是同一件事", claim.id)
                    break


def never_matches(opened: Opened) -> Iterator[Hit]:
    """No draft could meet the claim: neither its statement nor its own parts, read as a draft, lead to it."""
    checker = Checker(opened.bank)
    met: set[str] = set()
    for claim in evidence(opened.bank):
        if claim.superseded_by or not claim.value or _shape(claim) in met:
            continue
        day = claim.valid_until or claim.valid_from
        if not any(
            finding.claim is not None and finding.claim.id == claim.id
            for draft in _drafts(claim)
            for finding in checker.check(draft, reference=day)
        ):
            message = "按它自己的陈述和各部分写的稿件都对不到它；请改 subject、property 或 statement"
            yield Hit(*opened.place(claim), message, claim.id)
        else:
            met.add(_shape(claim))


def _shape(claim: Claim) -> str:
    """What the claims of a series have in common: all but their digits. Where one is met, all are."""
    parts = (claim.statement, *values(claim), *claim.subject, *claim.property, *claim.scope)
    return _DIGITS.sub("0", "\n".join(parts))


def _drafts(claim: Claim) -> Iterator[str]:
    """Sentences that any reader would take to speak of the claim."""
    yield claim.statement
    value = "、".join(values(claim))
    scope = claim.scope[0] if claim.scope else ""
    for subject in claim.subject[:1]:
        for name in claim.property[:3]:
            yield f"{subject}{scope}{name}{value}。"
            yield f"{subject}{scope}{name}是{value}。"
            yield f"{subject}{scope}的{name}为{value}。"
