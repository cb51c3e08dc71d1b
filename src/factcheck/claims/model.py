"""What a claim is: one curated fact, its parts, and the publication behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction
    from pathlib import Path


class Status(StrEnum):
    """What the curator holds of a claim; only confirmed ones decide by themselves."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"  # a draft that speaks of it meets conflicting evidence
    WITHDRAWN = "withdrawn"  # the source took it back: no evidence at all


class Derivation(NamedTuple):
    """How a value follows from other claims."""

    exact: Fraction  # in the base unit that the value's own unit stands for; a share in percent
    calculation: str  # in words: 664万人 ÷ 2570万人 = 25.84%


@dataclass(frozen=True, slots=True)
class Source:
    """The publication that backs a claim."""

    id: str
    title: str
    publisher: str = ""
    published: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One curated fact. Only ``id``, ``statement`` and ``source`` must be given.

    ``subject``, ``property`` and ``scope`` are lists of equivalent names, the canonical one first.
    ``value`` is a quantity, a date or a term as written (one string) or a list of terms.
    Parts that are empty are read from the statement by the code that reads drafts.
    """

    id: str
    statement: str
    source: Source
    locator: str = ""
    quote: str = ""
    subject: tuple[str, ...] = ()
    property: tuple[str, ...] = ()
    value: str | tuple[str, ...] = ""
    scope: tuple[str, ...] = ()
    period: str = ""  # ISO: 2020, 2020-08, 2020-08-01, 2019-06-22/2020-06-22, ../2020-08 (as of)
    topic: str = ""
    ordered: bool = False  # a list whose order is part of the claim
    open: bool = False  # a list that ends in 等: members beyond those named exist
    derive: str = ""  # arithmetic over other claims' ids, such as "poor / total", that gives the value
    status: Status = Status.CONFIRMED
    valid_from: date | None = None  # first and last day on which the claim may be held against a draft
    valid_until: date | None = None
    superseded_by: str = ""  # id of the claim that replaces this one
    checked_by: str = ""
    checked_on: date | None = None
    derivation: Derivation | None = None  # of a derived claim: what ``derive`` came to
    other_sources: tuple[Source, ...] = ()  # further publications that say the same
    path: str = ""  # the file it was read from


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """One file of claims as it was read."""

    path: str
    count: int


@dataclass(frozen=True, slots=True)
class ClaimBank:
    """All claims in force, with their alias table (canonical name → other names)."""

    claims: tuple[Claim, ...]
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[ClaimFile, ...] = ()

    def __len__(self) -> int:
        return len(self.claims)

    def get(self, claim_id: str) -> Claim | None:
        """The claim of that id, or ``None``."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)


class ClaimsError(Exception):
    """A claims file that cannot be used; the message names file, place and claim."""

    def __init__(self, path: str | Path, message: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = str(path), message, line
        self.problem = f"第 {line} 行：{message}" if line else message
        super().__init__(f"{self.path}: {self.problem}")
