"""Run the checker over labelled drafts and count.

A labelled file holds one JSON object a line: ``id``, ``text``, ``phenomenon``, and ``expect``, a list of
``{span, verdict}``; ``claims`` (a claims file) or ``source`` (an article) beside the labelled file are optional.
A labelled span is predicted ``refuted`` when any refuted finding overlaps it, else ``supported`` when any
supported finding does, else ``not_enough_evidence``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.verdict.finding import Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LABELS = (Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE)


class LabelError(Exception):
    """A labelled file that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One labelled draft."""

    id: str
    text: str
    phenomenon: str
    expect: tuple[dict[str, str], ...]
    claims: Path | None
    source: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled span and what the checker said of it."""

    draft: Draft
    span: str
    expected: Verdict
    predicted: Verdict
    reason: str  # the labelled reason, if any
    findings: tuple[Finding, ...]  # those that overlap the span

    @property
    def right(self) -> bool:
        return self.expected is self.predicted


@dataclass(slots=True)
class Scores:
    """Counts of expected × predicted, and what follows from them."""

    table: Counter[tuple[Verdict, Verdict]] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        self.table[outcome.expected, outcome.predicted] += 1

    @property
    def total(self) -> int:
        return self.table.total()

    @property
    def accuracy(self) -> float:
        return sum(self.table[label, label] for label in LABELS) / self.total if self.total else 0.0

    def precision(self, label: Verdict) -> float:
        said = sum(self.table[other, label] for other in LABELS)
        return self.table[label, label] / said if said else 0.0

    def recall(self, label: Verdict) -> float:
        meant = sum(self.table[label, other] for other in LABELS)
        return self.table[label, label] / meant if meant else 0.0

    def f1(self, label: Verdict) -> float:
        precision, recall = self.precision(label), self.recall(label)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def macro_f1(self) -> float:
        return sum(self.f1(label) for label in LABELS) / len(LABELS)


def read_labelled(path: Path) -> Iterator[Draft]:
    """The drafts of a labelled file.

    Raises:
        LabelError: a line is not such an object, or a span does not stand in its text.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row: dict[str, Any] = json.loads(line)
            expect = tuple(row["expect"])
            for label in expect:
                Verdict(label["verdict"])
                if label["span"] not in row["text"]:
                    raise LabelError(f"{path}:{number}: 片段不在稿件里：{label['span']}")
            yield Draft(
                id=str(row.get("id", number)),
                text=row["text"],
                phenomenon=str(row.get("phenomenon", "")),
                expect=expect,
                claims=path.parent / row["claims"] if row.get("claims") else None,
                source=path.parent / row["source"] if row.get("source") else None,
            )
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            raise LabelError(f"{path}:{number}: 不是一条标注：{error}") from error


def outcomes(draft: Draft, findings: Iterable[Finding]) -> Iterator[Outcome]:
    """Each labelled span of a draft with what the findings say of it."""
    findings = list(findings)
    for label in draft.expect:
        start = draft.text.index(label["span"])
        end = start + len(label["span"])
        over = tuple(f for f in findings if f.start < end and start < f.end)
        said = {finding.verdict for finding in over}
        predicted = next(
            (v for v in (Verdict.REFUTED, Verdict.SUPPORTED) if v in said), Verdict.NOT_ENOUGH_EVIDENCE
        )
        expected = Verdict(label["verdict"])
        yield Outcome(draft, label["span"], expected, predicted, label.get("reason", ""), over)


def measure(paths: Iterable[Path], check: Callable[[Draft], list[Finding]]) -> list[Outcome]:
    """Every labelled span of every file, checked by ``check``."""
    return [
        outcome
        for path in paths
        for draft in read_labelled(path)
        for outcome in outcomes(draft, check(draft))
    ]
