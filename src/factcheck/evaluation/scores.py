"""Counts of expected × predicted, and the figures that follow from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.evaluation.outcome import Outcome

LABELS = (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING)


@dataclass(slots=True)
class Scores:
    """Counts of expected × predicted, and what follows from them. Shares are 0 to 1, of nothing 0."""

    table: Counter[tuple[Verdict, Verdict]] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        self.table[outcome.expected, outcome.predicted] += 1

    @property
    def total(self) -> int:
        return self.table.total()

    @property
    def verdicts(self) -> list[Verdict]:
        """The three verdicts of every set, and conflicting where it occurs."""
        occurs = self.labelled(Verdict.CONFLICTING) or self.predicted(Verdict.CONFLICTING)
        return [verdict for verdict in LABELS if verdict is not Verdict.CONFLICTING or occurs]

    @property
    def right(self) -> int:
        return sum(self.table[label, label] for label in LABELS)

    @property
    def accuracy(self) -> float:
        return self.right / self.total if self.total else 0.0

    def labelled(self, verdict: Verdict) -> int:
        """How many spans are labelled so."""
        return sum(self.table[verdict, other] for other in LABELS)

    def predicted(self, verdict: Verdict) -> int:
        """How many spans the checker says it of."""
        return sum(self.table[other, verdict] for other in LABELS)

    def precision(self, verdict: Verdict) -> float:
        """Of the spans that the checker says it of, the share that is labelled so."""
        said = self.predicted(verdict)
        return self.table[verdict, verdict] / said if said else 0.0

    def recall(self, verdict: Verdict) -> float:
        """Of the spans that are labelled so, the share that the checker says it of."""
        meant = self.labelled(verdict)
        return self.table[verdict, verdict] / meant if meant else 0.0

    def f1(self, verdict: Verdict) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision(verdict), self.recall(verdict)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean of F1 over the verdicts that any span is labelled with."""
        used = [verdict for verdict in LABELS if self.labelled(verdict)]
        return sum(map(self.f1, used)) / len(used) if used else 0.0


@dataclass(slots=True)
class ReasonScores:
    """The spans labelled refuted for one reason: how many are found, and with that reason."""

    labelled: int = 0
    refuted: int = 0
    same: int = 0
    others: Counter[str] = field(default_factory=Counter)  # the reasons given instead

    def add(self, outcome: Outcome) -> None:
        self.labelled += 1
        if outcome.predicted is not Verdict.REFUTED:
            return
        self.refuted += 1
        if outcome.reason in outcome.reasons:
            self.same += 1
        else:
            self.others.update(outcome.reasons)
