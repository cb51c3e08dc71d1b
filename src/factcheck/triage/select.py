"""``--select`` and ``--ignore``: findings by their reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.triage.hidden import By, Hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.documents.model import Document
    from factcheck.triage.hidden import Notice
    from factcheck.verdict.finding import Finding


@dataclass(frozen=True, slots=True)
class Selection:
    """Reasons asked for and reasons not wanted; with neither, everything is."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def __call__(self, document: Document, findings: Sequence[Finding]) -> Iterator[Hidden]:
        for finding in findings:
            if (self.select and finding.reason not in self.select) or finding.reason in self.ignore:
                yield Hidden(finding, By.UNSELECTED)

    def notices(self) -> Iterator[Notice]:
        """Nothing: what was not asked for needs no words."""
        yield from ()
