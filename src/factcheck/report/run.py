"""What a run gives a report to tell: every document with its findings, and what could not be checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TextIO

from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.claims.model import ClaimFile
    from factcheck.documents.model import Document
    from factcheck.verdict.finding import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """One document with its findings, in reading order."""

    document: Document
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be used, and why and what to do, in one line."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """The whole of one ``verify``."""

    claims: tuple[ClaimFile, ...]
    documents: tuple[Checked, ...]
    errors: tuple[Problem, ...]

    def counts(self) -> dict[Verdict, int]:
        """How many findings of each verdict, all verdicts named."""
        counted = Counter(finding.verdict for item in self.documents for finding in item.findings)
        return {verdict: counted[verdict] for verdict in Verdict}


class Report(Protocol):
    """A format: writes a whole run to ``out``."""

    def __call__(self, run: Run, out: TextIO) -> None: ...
