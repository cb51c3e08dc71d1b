"""Hold the checker's findings against the labels of drafts, and count.

How a prediction is read: a labelled span counts as ``refuted`` when a refuted finding overlaps it, else as
``supported`` when a supported one does, else as ``conflicting`` when a conflicting one does, else as
``not_enough_evidence``. Words outside every span are not scored, but what is refuted there is counted aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.evaluation.labelled import read_labelled
from factcheck.evaluation.outcome import Outcome
from factcheck.evaluation.scores import ReasonScores, Scores
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.evaluation.labelled import Draft, Label
    from factcheck.verdict.finding import Finding

_READ_FIRST = (Verdict.REFUTED, Verdict.SUPPORTED, Verdict.CONFLICTING)


@dataclass(frozen=True, slots=True)
class Beside:
    """A refuted finding that lies outside every labelled span of its draft."""

    draft: Draft
    finding: Finding


@dataclass(frozen=True, slots=True)
class Measurement:
    """What the checker said of a number of labelled drafts. Iterating gives the outcomes."""

    drafts: int
    outcomes: tuple[Outcome, ...]
    beside: tuple[Beside, ...]

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes)

    @property
    def misses(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if not outcome.right]

    def scores(self) -> Scores:
        """Over all spans."""
        scores = Scores()
        for outcome in self.outcomes:
            scores.add(outcome)
        return scores

    def by_phenomenon(self) -> dict[str, Scores]:
        """Over the spans of the drafts that try the same, by name."""
        found: dict[str, Scores] = {}
        for outcome in sorted(self.outcomes, key=lambda outcome: outcome.draft.phenomenon):
            found.setdefault(outcome.draft.phenomenon, Scores()).add(outcome)
        return found

    def by_reason(self) -> dict[str, ReasonScores]:
        """Over the spans that are labelled refuted with a reason, the most frequent reason first."""
        found: dict[str, ReasonScores] = {}
        for outcome in self.outcomes:
            if outcome.expected is Verdict.REFUTED and outcome.reason:
                found.setdefault(outcome.reason, ReasonScores()).add(outcome)
        return dict(sorted(found.items(), key=lambda item: (-item[1].labelled, item[0])))


def outcomes(draft: Draft, findings: Sequence[Finding]) -> Iterator[Outcome]:
    """Each labelled span of a draft with what the findings say of it."""
    for label in draft.labels:
        over = tuple(finding for finding in findings if _overlap(finding, label))
        said = {finding.verdict for finding in over}
        predicted = next((v for v in _READ_FIRST if v in said), Verdict.NOT_ENOUGH_EVIDENCE)
        yield Outcome(draft, label, predicted, over)


def tally(checked: Iterable[tuple[Draft, Sequence[Finding]]]) -> Measurement:
    """Count over drafts and what the checker found in each."""
    found: list[Outcome] = []
    beside: list[Beside] = []
    drafts = 0
    for draft, findings in checked:
        drafts += 1
        found += outcomes(draft, findings)
        beside += (
            Beside(draft, finding)
            for finding in findings
            if finding.verdict is Verdict.REFUTED
            and not any(_overlap(finding, label) for label in draft.labels)
        )
    return Measurement(drafts, tuple(found), tuple(beside))


def measure(paths: Iterable[Path], check: Callable[[Draft], Sequence[Finding]]) -> Measurement:
    """Check every draft of every labelled file with ``check``, and count. Raises :class:`LabelError`."""
    return tally((draft, check(draft)) for path in paths for draft in read_labelled(path))


def _overlap(finding: Finding, label: Label) -> bool:
    return finding.start < label.end and label.start < finding.end
