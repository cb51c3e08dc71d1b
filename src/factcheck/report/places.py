"""Where a finding is, as other programs count and write it."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
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
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _bytes_before(text: str, offset: int) -> int:
    _, column = _position(text, offset)
    return len(text[offset - column + 1 : offset].encode("utf-8", "surrogatepass")) + 1


@lru_cache(maxsize=1)  # all findings of a document are placed one after another
def _line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
