"""What a check says of one assertion. Nothing downstream of a finding reads text again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.model import Claim
    from factcheck.verdict.explanation import Explanation


class Verdict(StrEnum):
    """AVeriTeC's four labels."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    CONFLICTING = "conflicting"


class Reason(StrEnum):
    """Which part decided against the draft."""

    VALUE = "value"
    MAGNITUDE = "magnitude"
    HEDGE = "hedge"
    UNIT = "unit"
    PERIOD = "period"
    SUBJECT = "subject"
    SCOPE = "scope"
    PROPERTY = "property"
    TERM = "term"
    LIST = "list"
    ORDER = "order"
    POLARITY = "polarity"
    SUPERSEDED = "superseded"  # the draft gives a figure that a later one has replaced
    DISPUTED = "disputed"  # the sources themselves differ
    # why nothing was decided
    NO_CLAIM = "no_claim"
    NOT_ASSERTED = "not_asserted"
    EXPIRED = "expired"  # the claim does not hold for the day of the draft


@dataclass(frozen=True, slots=True)
class Finding:
    """One assertion of the draft with its verdict.

    ``start``/``end`` are code-point offsets into the decoded draft, ``line``/``column`` count from 1.
    ``claim`` is the evidence, or the closest claim where nothing covers the assertion, or ``None``.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    verdict: Verdict
    reason: Reason | None
    claim: Claim | None
    expected: str
    found: str
    message: str
    score: float
    explanation: Explanation | None = None  # only where asked for
