"""What a run gives a report to tell: every document with its findings, and what could not be checked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO

from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.claims.model import ClaimFile
    from factcheck.documents.model import Document
    from factcheck.triage.hidden import By, Hidden, Notice
    from factcheck.verdict.finding import Finding

# The verdicts that speak against a draft, the gravest first.
GRAVITY = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH_EVIDENCE)


class Checked(NamedTuple):
    """One document with its findings, in reading order."""

    document: Document
    findings: tuple[Finding, ...]
    hidden: tuple[Hidden, ...] = ()


class Problem(NamedTuple):
    """A file that could not be used, and why and what to do, in one line."""

    path: str
    message: str


class Run(NamedTuple):
    """The whole of one ``verify``."""

    claims: tuple[ClaimFile, ...]
    documents: tuple[Checked, ...]
    errors: tuple[Problem, ...]
    notices: tuple[Notice, ...] = ()
    failing: frozenset[Verdict] = frozenset({Verdict.REFUTED})  # what --fail-on makes of them
    here: str = ""  # the folder that relative paths start from

    def counts(self) -> dict[Verdict, int]:
        """How many findings of each verdict, all verdicts named."""
        counted = Counter(finding.verdict for item in self.documents for finding in item.findings)
        return {verdict: counted[verdict] for verdict in Verdict}

    def problems(self) -> list[tuple[Checked, Finding]]:
        """What speaks against the drafts, the gravest first, else in reading order."""
        found = [(item, finding) for item in self.documents for finding in item.findings]
        return sorted(
            (pair for pair in found if pair[1].verdict in GRAVITY),
            key=lambda pair: GRAVITY.index(pair[1].verdict),
        )

    def hidden(self) -> Counter[By]:
        """How many findings are kept out of the report, by what."""
        return Counter(one.by for item in self.documents for one in item.hidden)


class Report(Protocol):
    """A format: writes a whole run to ``out``."""

    def __call__(self, run: Run, out: TextIO) -> None: ...
