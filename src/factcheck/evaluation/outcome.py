"""One labelled span held against what the checker said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.evaluation.labelled import Draft, Label
    from factcheck.verdict.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled span and what the checker said of it."""

    draft: Draft
    label: Label
    predicted: Verdict
    findings: tuple[Finding, ...]  # those that overlap the span

    @property
    def span(self) -> str:
        return self.label.span

    @property
    def expected(self) -> Verdict:
        return self.label.verdict

    @property
    def reason(self) -> str:
        """The labelled reason, if any."""
        return self.label.reason

    @property
    def right(self) -> bool:
        return self.expected is self.predicted

    @property
    def reasons(self) -> frozenset[str]:
        """The reasons of the refuted findings on the span."""
        return frozenset(f.reason or "" for f in self.findings if f.verdict is Verdict.REFUTED)
