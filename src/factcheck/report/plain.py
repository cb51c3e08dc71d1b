"""For pipes: one finding, one line, ``path:line:column: verdict [reason] “draft” message（来源：…）``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.report.words import place, told

if TYPE_CHECKING:
    from factcheck.report.run import Run
    from factcheck.verdict.finding import Finding


def write(run: Run, out: TextIO) -> None:
    """Write every finding on a line of its own, never wrapped and never cut; below it why, if asked for."""
    for item in run.documents:
        for finding in item.findings:
            out.write(f"{line(item.document.path, finding)}\n")
            if finding.explanation is not None:
                from factcheck.report import explanation  # noqa: PLC0415  seldom asked for

                out.writelines(f"  {told}\n" for told in explanation.lines(finding.explanation))


def line(path: str, finding: Finding) -> str:
    """One finding as one line."""
    reason = f" [{finding.reason}]" if finding.reason else ""
    return f"{place(path, finding)}: {finding.verdict}{reason} {told(finding)}"
