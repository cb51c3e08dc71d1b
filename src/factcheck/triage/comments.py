"""Excuses in the draft: ``<!-- factcheck: ignore[value] 原因 -->`` in Markdown and HTML.

A comment holds for its own line, in HTML for one block of it; where the line has nothing else, for the next
line that has. ``until=`` and a date after the bracket end it. A comment that cannot be read, has no reason,
has run out or hides nothing is told about, and hides nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from factcheck.triage.excuse import ExcuseError, excuse
from factcheck.triage.hidden import By, Hidden, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factcheck.documents.model import Document
    from factcheck.triage.excuse import Excuse
    from factcheck.verdict.finding import Finding

SUFFIXES = (".md", ".markdown", ".html", ".htm")
_COMMENT = re.compile(r"<!--(?P<inside>.*?)(?P<close>-->|\Z)", re.DOTALL)
_OURS = re.compile(r"\s*factcheck\s*[:：]\s*(?P<order>.*)", re.DOTALL | re.IGNORECASE)
_ORDER = re.compile(r"ignore\s*(?:\[(?P<reasons>[^\]]*)\])?(?P<why>.*)", re.DOTALL)
_LINE = re.compile("\n")
_BLOCK = re.compile(
    r"\n|</?(?:p|div|li|ul|ol|h[1-6]|t[rdh]|table|section|article|blockquote|br|hr)\b[^>]*>", re.IGNORECASE
)
_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-z][^>]*>", re.DOTALL | re.IGNORECASE)
_UNTIL = re.compile(r"until\s*=\s*(\S+)")
# A comment inside code is an example of one; no code within a line goes over the end of a paragraph.
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t\r]*\n).)*?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)


class _Comment(NamedTuple):
    line: int  # where it stands
    covers: tuple[int, int]  # the stretch of the text it holds for
    excuse: Excuse


class Comments:
    """The excuses written in the drafts themselves."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._notices: list[Notice] = []

    def __call__(self, document: Document, findings: Sequence[Finding]) -> Iterator[Hidden]:
        if "<!--" not in document.text:
            return
        hidden: set[int] = set()
        for comment in self._read(document):
            start, end = comment.covers
            covered = [one for one in findings if start <= one.start < end and comment.excuse.covers(one)]
            if comment.excuse.expired(self._today):
                self._say(
                    document, comment.line, f"忽略的期限 {comment.excuse.until} 已过，请复核后删去或延期"
                )
            elif not covered:
                self._say(document, comment.line, "这条忽略没有用上，可以删去")
            else:
                for finding in covered:
                    if id(finding) not in hidden:
                        hidden.add(id(finding))
                        yield Hidden(finding, By.COMMENT, comment.excuse.why)

    def notices(self) -> Iterator[Notice]:
        """The comments that did nothing."""
        yield from self._notices

    def _say(self, document: Document, line: int, message: str) -> None:
        self._notices.append(Notice(document.path, line, message))

    def _read(self, document: Document) -> Iterator[_Comment]:
        text, suffix = document.text, PurePath(document.path).suffix.lower()
        code = [found.span() for found in _CODE.finditer(text)] if suffix in SUFFIXES[:2] else []
        for found in _COMMENT.finditer(text):
            ours = _OURS.match(found["inside"])
            if not ours or any(start <= found.start() < end for start, end in code):
                continue
            line = text.count("\n", 0, found.start()) + 1
            order = _ORDER.match(ours["order"])
            if suffix not in SUFFIXES:
                self._say(
                    document,
                    line,
                    "注释里的忽略只在 .md 和 .html 里有效，请写进 factcheck.toml 的 [[suppress]]",
                )
            elif not found["close"]:
                self._say(document, line, "这条注释没有写完，缺 -->")
            elif order is None:
                self._say(document, line, "看不懂这条注释，应写成 <!-- factcheck: ignore[value] 原因 -->")
            else:
                reasons = re.split(r"[,，、\s]+", (order["reasons"] or "").strip())
                try:
                    until = _UNTIL.search(order["why"])
                    why = _UNTIL.sub("", order["why"])
                    read = excuse(filter(None, reasons), why, until[1] if until else None)
                except ExcuseError as error:
                    self._say(document, line, str(error))
                else:
                    edge = _LINE if suffix in SUFFIXES[:2] else _BLOCK
                    yield _Comment(line, _covered(text, found, edge), read)


def _covered(text: str, comment: re.Match[str], edge: re.Pattern[str]) -> tuple[int, int]:
    """What a comment holds for: its own stretch between edges, or where that says nothing the one before it
    on its line, or else the next that says something."""
    first = text.rfind("\n", 0, comment.start()) + 1
    before = [first, *(found.end() for found in edge.finditer(text, first, comment.start()))]
    after = edge.search(text, comment.end())
    stretches = [(before[-1], after.start() if after else len(text)), *reversed([*pairwise(before)])]
    while after:
        start, after = after.end(), edge.search(text, after.end())
        stretches.append((start, after.start() if after else len(text)))
        if _says_something(text, stretches[-1]):
            break
    return next((one for one in stretches if _says_something(text, one)), stretches[0])


def _says_something(text: str, stretch: tuple[int, int]) -> bool:
    return bool(_MARKUP.sub("", text[slice(*stretch)]).strip())
