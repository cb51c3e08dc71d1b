"""Measurements for programs: plain objects, ready for JSON. Shares are 0 to 1, ``null`` of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.json import finding_object

if TYPE_CHECKING:
    from factcheck.evaluation.measure import Beside, Measurement
    from factcheck.evaluation.outcome import Outcome
    from factcheck.evaluation.scores import ReasonScores, Scores


def measurement(measured: Measurement) -> dict[str, object]:
    """All figures of one measurement."""
    return {
        "drafts": measured.drafts,
        **scores(measured.scores()),
        "refuted_beside": len(measured.beside),
        "phenomena": {name: scores(found) for name, found in measured.by_phenomenon().items()},
        "reasons": {name: _reason(found) for name, found in measured.by_reason().items()},
    }


def scores(found: Scores) -> dict[str, object]:
    """The figures over some spans: for each verdict, together, and who was taken for what."""
    return {
        "spans": found.total,
        "right": found.right,
        "accuracy": _share(found.accuracy, found.total),
        "macro_f1": _share(found.macro_f1, found.total),
        "verdicts": {
            verdict.value: {
                "labelled": (labelled := found.labelled(verdict)),
                "predicted": (predicted := found.predicted(verdict)),
                "right": found.table[verdict, verdict],
                "precision": _share(found.precision(verdict), predicted),
                "recall": _share(found.recall(verdict), labelled),
                "f1": _share(found.f1(verdict), labelled + predicted),
            }
            for verdict in found.verdicts
        },
        "confusion": {
            expected.value: {
                predicted.value: found.table[expected, predicted] for predicted in found.verdicts
            }
            for expected in found.verdicts
        },
    }


def miss(outcome: Outcome) -> dict[str, object]:
    """One labelled span that was read wrongly, with what was found there and why."""
    return {
        "path": str(outcome.draft.path),
        "line": outcome.draft.line,
        "id": outcome.draft.id,
        "phenomenon": outcome.draft.phenomenon,
        "span": outcome.span,
        "expected": outcome.expected.value,
        "reason": outcome.reason or None,
        "why": outcome.label.why,
        "predicted": outcome.predicted.value,
        "findings": [finding_object(finding) for finding in outcome.findings],
    }


def beside(stray: Beside) -> dict[str, object]:
    """One refuted finding outside every labelled span."""
    draft = stray.draft
    return {
        "path": str(draft.path),
        "line": draft.line,
        "id": draft.id,
        "finding": finding_object(stray.finding),
    }


def _reason(found: ReasonScores) -> dict[str, object]:
    return {
        "labelled": found.labelled,
        "refuted": found.refuted,
        "same": found.same,
        "others": dict(found.others),
    }


def _share(value: float, of: int) -> float | None:
    return round(value, 4) if of else None
