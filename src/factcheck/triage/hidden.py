"""Findings that are kept out of a report, and notices about what should keep one out but does not."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.documents.model import Document
    from factcheck.verdict.finding import Finding


class TriageError(Exception):
    """What was to hide findings cannot be used; the message is one line that names the file or option."""


class By(StrEnum):
    """What hides a finding."""

    COMMENT = "comment"  # a comment in the draft
    CONFIG = "config"  # an entry of the configuration
    BASELINE = "baseline"  # it was there before
    UNSELECTED = "unselected"  # --select or --ignore
    UNCHANGED = "unchanged"  # on a line that --changed-since did not find changed


class Hidden(NamedTuple):
    """One finding with what hides it and, where someone gave one, the reason in their words."""

    finding: Finding
    by: By
    why: str = ""


class Notice(NamedTuple):
    """Something to put right that kept no draft from being checked; ``line`` 0 is the whole file."""

    path: str
    line: int
    message: str


class Sieve(Protocol):
    """One way to hide findings."""

    def __call__(self, document: Document, findings: Sequence[Finding]) -> Iterable[Hidden]:
        """Those of ``findings`` that it hides."""
        ...

    def notices(self) -> Iterator[Notice]:
        """What there is to say once all documents have passed."""
        ...


def sift(
    document: Document, findings: Sequence[Finding], sieves: Iterable[Sieve]
) -> tuple[tuple[Finding, ...], tuple[Hidden, ...]]:
    """The findings no sieve hides, and those hidden; each is hidden by the first that would."""
    kept = list(findings)
    hidden: list[Hidden] = []
    for sieve in sieves:
        caught = {id(one.finding): one for one in sieve(document, kept)}
        hidden += [caught[id(finding)] for finding in kept if id(finding) in caught]
        kept = [finding for finding in kept if id(finding) not in caught]
    return tuple(kept), tuple(sorted(hidden, key=lambda one: (one.finding.start, one.finding.end)))
