"""A document through the checker: prose is checked, findings are told in the user's own file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.documents.model import Document
    from factcheck.verdict.checker import Checker
    from factcheck.verdict.finding import Finding


def check_document(checker: Checker, document: Document, *, explained: bool = False) -> tuple[Finding, ...]:
    """The findings of ``document``, offsets, lines and columns those of its ``text``.

    Where a draft has places rather than lines (Word, PDF) the message begins with the place.
    """
    prose = document.prose
    if prose is None:
        return tuple(
            _placed(document, finding) for finding in checker.check(document.text, explained=explained)
        )
    starts = [0, *(at + 1 for at, char in enumerate(document.text) if char == "\n")]
    findings = []
    for finding in checker.check(prose.text, explained=explained):
        start, end = prose.span(finding.start, finding.end)
        line = bisect_right(starts, start)
        column = start - starts[line - 1] + 1
        why = finding.explanation and finding.explanation.moved(prose.span)
        moved = replace(finding, start=start, end=end, line=line, column=column, explanation=why)
        findings.append(moved)
    return tuple(findings)


def _placed(document: Document, finding: Finding) -> Finding:
    where = document.where(finding.start)
    return replace(finding, message=f"{where}：{finding.message}") if where else finding
