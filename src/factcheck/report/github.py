"""For GitHub Actions: workflow commands that become annotations on the lines of a pull request.

GitHub shows only the first ten of each level in a step, so the gravest come first. What the draft says is
escaped: it can neither end a command nor start one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.paths import relative
from factcheck.report.places import region
from factcheck.report.words import VERDICTS, one_line, told
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.report.run import Run

_LEVELS = {
    Verdict.REFUTED: "error",
    Verdict.CONFLICTING: "warning",
    Verdict.NOT_ENOUGH_EVIDENCE: "notice",
}


def write(run: Run, out: TextIO) -> None:
    """Write one command a line: files that were not read, then findings, then notices."""
    for error in run.errors:
        out.write(command("error", error.message, file=relative(error.path, run.here), title="没能核查"))
    for item, finding in run.problems():
        where = region(item.document.text, finding)
        out.write(
            command(
                _LEVELS[finding.verdict],
                told(finding),
                file=relative(item.document.path, run.here),
                line=where.line,
                endLine=where.end_line,
                col=where.column,
                endColumn=where.end_column,
                title=f"{VERDICTS[finding.verdict]} {finding.reason or ''}".strip(),
            )
        )
    for notice in run.notices:
        place = {"line": notice.line} if notice.line else {}
        file = relative(notice.path, run.here)
        out.write(command("notice", notice.message, file=file, **place, title="factcheck"))


def command(level: str, message: str, **properties: str | int) -> str:
    """One workflow command and its line end; what it holds cannot end it or start another."""
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {written}::{_data(message)}\n"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
