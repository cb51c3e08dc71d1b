"""Where a finding is, as other programs count and write it."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Region(NamedTuple):
    """From a first character to the one after the last; lines and columns count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class Span(Protocol):
    """A stretch of a text, in code points."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def region(text: str, span: Span) -> Region:
    """In code points."""
    line, column = _position(text, span.start)
    end_line, end_column = _position(text, span.end)
    return Region(line, column, end_line, end_column)


def region_in_bytes(text: str, span: Span) -> Region:
    """With columns in bytes of UTF-8."""
    where = region(text, span)
    return where._replace(column=_bytes_before(text, span.start), end_column=_bytes_before(text, span.end))


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _bytes_before(text: str, offset: int) -> int:
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return len(line.encode("utf-8", "surrogatepass")) + 1
