"""For code scanning and editors: SARIF 2.1.0.

What agrees with its source is no result here: code scanning shows every result as an alert, whatever its
``kind``. Columns count code points, as they do everywhere in factcheck.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck import __version__
from factcheck.edit.suggest import suggest
from factcheck.paths import relative, uri
from factcheck.report.json import dump, source_objects
from factcheck.report.places import region
from factcheck.report.words import VERDICTS, one_line, told
from factcheck.triage.content import fingerprints
from factcheck.triage.hidden import By
from factcheck.verdict.finding import Verdict
from factcheck.verdict.reasons import page

if TYPE_CHECKING:
    from factcheck.report.places import Span
    from factcheck.report.run import Checked, Run
    from factcheck.triage.hidden import Hidden
    from factcheck.verdict.finding import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "SRCROOT"
_LEVELS = {
    Verdict.REFUTED: "error",
    Verdict.CONFLICTING: "warning",
    Verdict.NOT_ENOUGH_EVIDENCE: "note",
}
_EXCUSED = (By.COMMENT, By.CONFIG, By.BASELINE)  # those not asked about are no results at all


def write(run: Run, out: TextIO) -> None:
    """Write one SARIF log with one run; ``out`` must encode as UTF-8."""
    results = [result for item in run.documents for result in _results(run, item)]
    notes = [_notification(run, error.path, 0, error.message, "error") for error in run.errors]
    notes += [_notification(run, note.path, note.line, note.message, "note") for note in run.notices]
    dump(
        log(
            rules=[_rule(name) for name in sorted({str(result["ruleId"]) for result in results})],
            results=results,
            artifacts=[location(run.here, item.document.path) for item in run.documents],
            invocation={"executionSuccessful": not run.errors, "toolExecutionNotifications": notes},
        ),
        out,
    )


def log(
    *,
    rules: list[dict[str, object]],
    results: list[dict[str, object]],
    artifacts: list[dict[str, object]],
    invocation: dict[str, object],
) -> dict[str, object]:
    """A log with one run."""
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "factcheck", "semanticVersion": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {ROOT: {"description": {"text": "运行 factcheck 的文件夹"}}},
                "invocations": [invocation],
                "artifacts": [{"location": place} for place in artifacts],
                "results": results,
            }
        ],
    }


def _results(run: Run, item: Checked) -> list[dict[str, object]]:
    told_of: list[tuple[Finding, Hidden | None]] = [(finding, None) for finding in item.findings]
    told_of += [(one.finding, one) for one in item.hidden if one.by in _EXCUSED]
    told_of = sorted(
        (pair for pair in told_of if pair[0].verdict in _LEVELS),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    path = relative(item.document.path, run.here)
    prints = fingerprints(path, item.document.text, (finding for finding, _ in told_of))
    return [
        {
            "ruleId": _name(finding),
            "level": _LEVELS[finding.verdict],
            "message": {"text": told(finding)},
            "locations": [_place(run, item, finding)],
            "partialFingerprints": {"factcheck/v1": mark},
            **({"suppressions": [_suppression(hidden)]} if hidden else {}),
            **_fixes(run, item, finding),
            "properties": {
                "verdict": finding.verdict,
                "claim": finding.claim.id if finding.claim else None,
                "expected": finding.expected,
                "found": finding.found,
                "score": finding.score,
                "sources": source_objects(finding.claim),
            },
        }
        for (finding, hidden), mark in zip(told_of, prints, strict=True)
    ]


def _place(run: Run, item: Checked, finding: Finding) -> dict[str, object]:
    where = {**_region(item.document.text, finding), "snippet": {"text": finding.text}}
    physical = {"artifactLocation": location(run.here, item.document.path), "region": where}
    name = item.document.where(finding.start)
    return {"physicalLocation": physical, **({"logicalLocations": [{"name": name}]} if name else {})}


def _region(text: str, span: Span) -> dict[str, object]:
    where = region(text, span)
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fixes(run: Run, item: Checked, finding: Finding) -> dict[str, object]:
    edit = suggest(finding, item.document.text)
    if edit is None:
        return {}
    replacement = {
        "deletedRegion": _region(item.document.text, edit),
        "insertedContent": {"text": edit.new},
    }
    change = {"artifactLocation": location(run.here, item.document.path), "replacements": [replacement]}
    return {"fixes": [{"description": {"text": f"改成“{edit.new}”"}, "artifactChanges": [change]}]}


def _suppression(hidden: Hidden) -> dict[str, object]:
    kind = "inSource" if hidden.by is By.COMMENT else "external"
    return {"kind": kind, "justification": hidden.why or "基线里已有"}


def location(here: str, path: str) -> dict[str, object]:
    """Where a file is, from the folder ``here``."""
    address = uri(relative(path, here))
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": ROOT}


def _notification(run: Run, path: str, line: int, message: str, level: str) -> dict[str, object]:
    region_ = {"region": {"startLine": line}} if line else {}
    physical = {"artifactLocation": location(run.here, path), **region_}
    return {
        "level": level,
        "message": {"text": one_line(message)},
        "locations": [{"physicalLocation": physical}],
    }


def _name(finding: Finding) -> str:
    return str(finding.reason or finding.verdict)


def _rule(name: str) -> dict[str, object]:
    known = page(name)
    if known is None:  # a verdict without a reason: sources that contradict each other
        return {"id": name, "shortDescription": {"text": VERDICTS[Verdict(name)]}}
    return {
        "id": name,
        "name": known.title,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.text},
        "help": {"text": known.text, "markdown": known.text},
    }
