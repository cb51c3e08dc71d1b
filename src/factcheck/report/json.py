"""For programs: the whole run as one JSON object. ``SCHEMA`` changes when an older reader would break."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from factcheck.report.words import sources

if TYPE_CHECKING:
    from factcheck.claims.model import Claim
    from factcheck.report.run import Checked, Run
    from factcheck.triage.hidden import Hidden, Notice
    from factcheck.verdict.finding import Finding

SCHEMA = "factcheck/1"


def write(run: Run, out: TextIO) -> None:
    """Write ``run`` as JSON, UTF-8 and not ASCII-escaped; ``out`` must encode as UTF-8."""
    dump(
        {
            "schema": SCHEMA,
            "claims": [{"path": file.path, "count": file.count} for file in run.claims],
            "documents": [
                {
                    "path": item.document.path,
                    "findings": [{**finding_object(found), **_place(item, found)} for found in item.findings],
                    **_some("hidden", [hidden_object(hidden) for hidden in item.hidden]),
                }
                for item in run.documents
            ],
            "summary": {str(verdict): count for verdict, count in run.counts().items()},
            "errors": [{"path": error.path, "message": error.message} for error in run.errors],
            **_some("notices", [notice_object(notice) for notice in run.notices]),
        },
        out,
    )


def dump(value: object, out: TextIO) -> None:
    """Write one JSON value and a line end."""
    json.dump(value, out, ensure_ascii=False, indent=1)
    out.write("\n")


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding as the contract has it."""
    return {
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "text": finding.text,
        "verdict": finding.verdict.value,
        "reason": finding.reason.value if finding.reason else None,
        "claim": finding.claim.id if finding.claim else None,
        "expected": finding.expected,
        "found": finding.found,
        "message": finding.message,
        "score": finding.score,
        "sources": source_objects(finding.claim),
        **_explanation(finding),
    }


def _explanation(finding: Finding) -> dict[str, object]:
    if finding.explanation is None:
        return {}
    from factcheck.report.explanation import as_object  # noqa: PLC0415  seldom asked for

    return {"explanation": as_object(finding.explanation)}


def hidden_object(hidden: Hidden) -> dict[str, object]:
    """A finding kept out of the report, by what and why."""
    return {**finding_object(hidden.finding), "hidden_by": hidden.by.value, "why": hidden.why}


def notice_object(notice: Notice) -> dict[str, object]:
    """Something to put right that is no finding; line 0 is the whole file."""
    return {"path": notice.path, "line": notice.line, "message": notice.message}


def _place(item: Checked, finding: Finding) -> dict[str, object]:
    """The paragraph or page, of drafts that have no lines of their own."""
    where = item.document.where(finding.start)
    return {"place": where} if where else {}


def _some(key: str, values: list[dict[str, object]]) -> dict[str, object]:
    return {key: values} if values else {}


def source_objects(claim: Claim | None) -> list[dict[str, object]]:
    """The sources of a claim; locator and quote are of the first, which the claim was read from."""
    return [
        {
            "title": source.title,
            "publisher": source.publisher,
            "published": source.published.isoformat() if source.published else None,
            "url": source.url,
            "locator": claim.locator if claim and source is claim.source else "",
            "quote": claim.quote if claim and source is claim.source else "",
        }
        for source in sources(claim)
    ]
