"""Where a finding is, as other programs count and write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.verdict.finding import Finding


class Region(NamedTuple):
    """From a first character to the one after the last; lines and columns count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(text: str, finding: Finding) -> Region:
    """In code points."""
    found = text[finding.start : finding.end]
    breaks = found.count("\n")
    end = len(found) - found.rfind("\n") if breaks else finding.column + len(found)
    return Region(finding.line, finding.column, finding.line + breaks, end)


def region_in_bytes(text: str, finding: Finding) -> Region:
    """With columns in bytes of UTF-8."""
    where = region(text, finding)
    return where._replace(
        column=_bytes_before(text, finding.start) + 1, end_column=_bytes_before(text, finding.end) + 1
    )


def _bytes_before(text: str, offset: int) -> int:
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return len(line.encode("utf-8", "surrogatepass"))
