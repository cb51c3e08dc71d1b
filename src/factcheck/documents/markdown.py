"""Markdown → prose: front matter, code, comments, addresses and marks are left out; words stay.

Lines indented by four spaces are code to CommonMark, but many drafts indent paragraphs that way: they are
read when they hold Chinese. A line end inside a paragraph is no more than a space, unless a sentence ends
there.
"""

from __future__ import annotations

import re

from factcheck.documents.prose import Prose, ProseBuilder

_FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\r?\n.*?^(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n.*?^\+\+\+)[ \t]*(?:\r?\n|\Z)", re.S | re.M
)
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FENCE = re.compile(r" {0,3}(?:[>\-*+] ?)*(`{3,}|~{3,})([^\r\n]*)$")
_PREFIX = re.compile(
    r"[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])(?=[ \t]+\S)[ \t]+(?:\[[ xX]\][ \t]+)?)*"
    r"(?:#{1,6}(?=[ \t]|$)[ \t]*)?"
)
_BLOCK = re.compile(r"[ \t]*(?:$|[>#|]|[-*+][ \t]|\d{1,9}[.)][ \t])")
_RULE = re.compile(r"[ \t]*(?:(?:[-*_=][ \t]*){3,}|[|:\-][|:\- \t]*-[|:\- \t]*)$")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\r\n]+\]:[ \t]*\S")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_SENTENCE_END = frozenset("。！？!?；;：:…”』」|")
_CODE_SPAN = 1000  # characters; what goes on longer is no code span but a stray tick
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<comment><!--)"
    r"|(?P<address><[a-zA-Z][a-zA-Z0-9+.\-]{1,31}:[^\s<>]{0,2000}>)"
    r"|(?P<tag></?[a-zA-Z][^<>\r\n]{0,2000}>)"
    r"|(?P<target>\]\([^()\r\n]{0,2000}(?:\([^()\r\n]{0,2000}\)[^()\r\n]{0,2000})?\)|\]\[[^\[\]\r\n]{0,200}\])"
    r"|(?P<note>\[\^[^\]\s]{1,100}\]:?)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<mark>(?<!\d)\*+|\*+(?!\d)|~~|==|(?<![0-9A-Za-z])_+|_+(?![0-9A-Za-z]))"
    r"|(?P<cell>[ \t]*\|[ \t]*)"
)


def prose(text: str) -> Prose:
    """The prose of a Markdown text."""
    front = _FRONT_MATTER.match(text)
    position = front.end() if front else 0
    return _Reader(text, position).read()


class _Reader:
    """One pass over the lines; what spans lines (fences, comments, code spans) is kept in fields."""

    def __init__(self, text: str, position: int) -> None:
        self._text = text
        self._position = position
        self._prose = ProseBuilder()
        self._fence = ""
        self._hidden_until = position  # the end of a comment or code span that goes over lines

    def read(self) -> Prose:
        pending: tuple[int, int] | None = None  # the line end before this line
        paragraph = False
        while self._position < len(self._text):
            line = _LINE.match(self._text, self._position)
            assert line is not None
            start, end = line.span(1)
            self._position = line.end()
            words = self._words(start, end)
            joins = paragraph and words and not _BLOCK.match(self._text[start:end])
            if pending is not None:
                self._line_end(*pending, joins=joins)
            if words:
                self._inline(start, end)
            paragraph = words and not self._text[start:end].lstrip(" \t>").startswith("#")
            pending = line.span(2)
        return self._prose.build()

    def _words(self, start: int, end: int) -> bool:
        """Whether the line is prose rather than code, a rule or a definition."""
        line = self._text[start:end]
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not fence[2].strip():
                self._fence = ""
            return False
        if start < self._hidden_until:
            return end > self._hidden_until
        if fence and not (fence[1][0] == "`" and "`" in fence[2]):
            self._fence = fence[1]
            return False
        if _RULE.match(line) or _DEFINITION.match(line):
            return False
        if line.startswith(("    ", "\t")) and not _CHINESE.search(line):
            return False
        return bool(line.strip())

    def _line_end(self, start: int, end: int, *, joins: bool) -> None:
        last = self._prose.last
        if not joins or last in _SENTENCE_END or self._text[max(0, start - 2) : start] == "  ":
            self._prose.put("\n", start, end)
        elif last.isascii():
            self._prose.put(" ", start, end)

    def _inline(self, start: int, end: int) -> None:
        text, prose = self._text, self._prose
        at = max(start, self._hidden_until)
        prefix = _PREFIX.match(text, start, end)
        if prefix and at == start:
            at = prefix.end()
        if prefix and "#" in prefix[0] and (closing := _CLOSING_HASHES.search(text, at, end)):
            end = closing.start()
        table = text[start:end].lstrip().startswith("|")
        while at < end:
            found = _INLINE.search(text, at, end)
            if found is None:
                prose.keep(text, at, end)
                return
            kind = found.lastgroup
            prose.keep(text, at, found.start())
            at = found.end()
            if kind == "escaped":
                prose.keep(text, at - 1, at)
            elif kind == "ticks":
                at = self._code(found)
            elif kind == "comment":
                closed = text.find("-->", at)
                at = self._hidden_until = len(text) if closed < 0 else closed + 3
            elif kind == "cell":
                if not table:
                    prose.keep(text, *found.span())
                elif prose.last not in ("\n", "") and at < end:
                    prose.put("\t", *found.span())

    def _code(self, found: re.Match[str]) -> int:
        """The end of the code span that opens here; without a close the ticks are only signs."""
        ticks = found[0]
        closed = re.compile(rf"(?<!`){ticks}(?!`)").search(
            self._text, found.end(), self._paragraph_end(found.end())
        )
        if closed is None:
            self._prose.keep(self._text, *found.span())
            return found.end()
        self._hidden_until = max(self._hidden_until, closed.end())
        return closed.end()

    def _paragraph_end(self, at: int) -> int:
        blank = re.compile(r"\n[ \t]*\r?\n").search(self._text, at, at + _CODE_SPAN)
        return blank.start() if blank else min(len(self._text), at + _CODE_SPAN)
