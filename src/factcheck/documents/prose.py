"""What of a file is prose, and where each of its characters stands in the user's own file.

Markup is left out rather than blanked: ``**2570**万`` is read as ``2570万``. So prose has offsets of its own,
and a list of pieces that leads back.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` of the prose from ``at`` on stands for ``[start, end)`` of the file."""

    at: int
    start: int
    end: int
    verbatim: bool  # the same characters, so that each has its own place; else a sign (&nbsp;, a line end)


@dataclass(frozen=True, slots=True)
class Prose:
    """The text to check; offsets are code points, as everywhere."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]  # ``at`` of every piece, for bisection

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` of the prose stands in the file; ``end`` must be past ``start``."""
        first, last = self._piece(start), self._piece(end - 1)
        low = first.start + (start - first.at if first.verbatim else 0)
        high = last.start + end - last.at if last.verbatim else last.end
        return low, max(low, high)

    def verbatim(self, start: int, end: int) -> bool:
        """Whether the stretch stands in the file just as it reads, with nothing left out or replaced."""
        low, high = self.span(start, end)
        pieces = self.pieces[bisect_right(self.starts, start) - 1 : bisect_right(self.starts, end - 1)]
        return high - low == end - start and all(piece.verbatim for piece in pieces)

    def _piece(self, at: int) -> Piece:
        return self.pieces[max(bisect_right(self.starts, at) - 1, 0)]


class ProseBuilder:
    """Collects pieces in reading order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._at = 0
        self.last = ""  # the last character put, to decide on separators

    def keep(self, text: str, start: int, end: int) -> None:
        """Take ``text[start:end]`` as it is."""
        if start < end:
            self._add(text[start:end], start, end, verbatim=True)

    def put(self, sign: str, start: int, end: int) -> None:
        """Let ``sign`` stand for ``[start, end)`` of the file."""
        if sign:
            self._add(sign, start, end, verbatim=False)

    def build(self) -> Prose:
        """What was collected."""
        return Prose("".join(self._parts), tuple(self._pieces), tuple(piece.at for piece in self._pieces))

    def _add(self, text: str, start: int, end: int, *, verbatim: bool) -> None:
        self._parts.append(text)
        self._pieces.append(Piece(self._at, start, end, verbatim))
        self._at += len(text)
        self.last = text[-1]
