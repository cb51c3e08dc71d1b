"""For reviewdog: its Diagnostic Format (rdjson), lines and columns from 1, columns in bytes of UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.edit.suggest import suggest
from factcheck.paths import relative
from factcheck.report.json import dump
from factcheck.report.places import region_in_bytes
from factcheck.report.words import one_line, told
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.report.places import Span
    from factcheck.report.run import Checked, Run
    from factcheck.verdict.finding import Finding

_SEVERITIES = {
    Verdict.REFUTED: "ERROR",
    Verdict.CONFLICTING: "WARNING",
    Verdict.NOT_ENOUGH_EVIDENCE: "INFO",
}


def write(run: Run, out: TextIO) -> None:
    """Write one JSON object with every problem, the gravest first."""
    diagnostics: list[dict[str, object]] = [
        {
            "message": one_line(error.message),
            "location": {"path": relative(error.path, run.here)},
            "severity": "ERROR",
            "code": {"value": "unreadable"},
        }
        for error in run.errors
    ]
    diagnostics += [_diagnostic(run, item, finding) for item, finding in run.problems()]
    dump({"source": {"name": "factcheck"}, "severity": "ERROR", "diagnostics": diagnostics}, out)


def _diagnostic(run: Run, item: Checked, finding: Finding) -> dict[str, object]:
    text = item.document.text
    edit = suggest(finding, text)
    return {
        "message": told(finding),
        "location": {
            "path": relative(item.document.path, run.here),
            "range": _range(text, finding),
        },
        "severity": _SEVERITIES[finding.verdict],
        "code": {"value": finding.reason or finding.verdict},
        **({"suggestions": [{"range": _range(text, edit), "text": edit.new}]} if edit else {}),
    }


def _range(text: str, span: Span) -> dict[str, object]:
    where = region_in_bytes(text, span)
    return {
        "start": {"line": where.line, "column": where.column},
        "end": {"line": where.end_line, "column": where.end_column},
    }
