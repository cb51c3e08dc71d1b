"""Code-point offsets ↔ the lines and characters of the language server protocol.

A line ends at ``\\n``, ``\\r\\n`` or ``\\r`` and nowhere else; a character is counted in UTF-16 code units
unless the editor has agreed to something better.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\n|\r")
_UNIT = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Positions:
    """One text's lines; ``encoding`` is ``utf-8``, ``utf-16`` or ``utf-32``."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._codec, self._bytes = _UNIT[encoding]
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(found.end() for found in ends)]
        self._ends = [*(found.start() for found in ends), len(text)]

    def of(self, offset: int) -> tuple[int, int]:
        """Line and character, from 0, of the code point at ``offset``."""
        line = bisect_right(self._starts, offset) - 1
        end = min(offset, self._ends[line])  # between \r and \n is the end of the line
        return line, self._length(self._text[self._starts[line] : end])

    def offset(self, line: int, character: int) -> int:
        """The code point there; past the end of a line or of the text is the end of it."""
        if line >= len(self._starts):
            return len(self._text)
        at, end = self._starts[line], self._ends[line]
        while at < end and character > 0:
            character -= self._length(self._text[at])
            at += character >= 0  # a position inside a character is the character's
        return at

    def _length(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._bytes
