"""For GitLab: a Code Quality report, shown beside the lines of a merge request."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TextIO

from factcheck.paths import relative
from factcheck.report.json import dump
from factcheck.report.words import one_line, told
from factcheck.triage.content import fingerprints
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.report.run import Run

_SEVERITIES = {
    Verdict.REFUTED: "critical",
    Verdict.CONFLICTING: "major",
    Verdict.NOT_ENOUGH_EVIDENCE: "info",
}


def write(run: Run, out: TextIO) -> None:
    """Write the issues as one JSON array, the gravest first; an empty run is an empty array."""
    issues = [
        issue(
            f"{error.path}: {error.message}",
            name="unreadable",
            fingerprint=digest(error.path),
            severity="blocker",
            path=relative(error.path, run.here),
        )
        for error in run.errors
    ]
    prints = {
        id(finding): mark
        for item in run.documents
        for finding, mark in zip(
            item.findings,
            fingerprints(relative(item.document.path, run.here), item.document.text, item.findings),
            strict=True,
        )
    }
    for item, finding in run.problems():
        issues.append(
            issue(
                told(finding),
                name=finding.reason or finding.verdict,
                fingerprint=prints[id(finding)],
                severity=_SEVERITIES[finding.verdict],
                path=relative(item.document.path, run.here),
                line=finding.line,
            )
        )
    dump(issues, out)


def digest(*parts: str) -> str:
    """A fingerprint that is the same wherever and whenever the parts are."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def issue(
    description: str, *, name: str, fingerprint: str, severity: str, path: str, line: int = 1
) -> dict[str, object]:
    """One issue of a report."""
    return {
        "description": one_line(description),
        "check_name": f"factcheck/{name}",
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
