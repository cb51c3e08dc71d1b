"""Cut folded text into paragraphs, sentences and clauses, all as code-point offsets.

A clause ends at a comma, semicolon, colon, dash or sentence end that stands outside numbers, titles and
short quotations: ``1,234``, ``《甲,乙》`` and ``“全民战疫,携手助农”`` stay whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(
    r"[\n\r]+"
    r"|[。!?！？…]+[”’\"')\]》]*"
    r"|;|(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d):|:(?!\d)|——+"
)
_SENTENCE_END = frozenset("。!?！？…\n\r")
_SPAN = re.compile(r"《[^《》\n]{1,60}》|“[^“”\n。!?;]{1,30}”|\"[^\"\n。!?;]{1,30}\"|\([^()\n。!?]{1,40}\)")
# 2000万元,是全年总产值: a short clause that the next one only names belongs to it.
_IS = re.compile(r" ?(?:这|那)?(?:就|便|正|即)?是")
_SHORT = 24
_SPACE = " \t"
# Nobody writes so; what does is a table or an attack, and every figure would be held against all of it.
_LONGEST_CLAUSE = 400  # characters
_LONGEST_SENTENCE = 600
_CUT = re.compile(r"[^\W\d_〇零一二两三四五六七八九十百千万亿](?=[^\W\d_])")  # hardly inside a number
_CUT_BEFORE_DIGITS = re.compile(r"[^\W\d_](?=\d)")
_HEADING_LIMIT = 50  # characters; a longer line without a full stop is a paragraph cut short, not a heading


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its clauses."""

    start: int
    end: int
    clauses: tuple[Span, ...]
    question: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text and its sentences; a short line that no full stop ends is a heading."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    heading: bool


def segment(folded: str) -> list[Paragraph]:
    """Cut ``folded`` (see :func:`factcheck.text.fold.fold`) into paragraphs; linear in the text."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    clauses: list[Span] = []
    shields = _SPAN.finditer(folded)
    shield = next(shields, None)
    position = paragraph_start = 0

    def close_clause(end: int) -> None:
        start = position
        while start < end and folded[start] in _SPACE:
            start += 1
        while end > start and folded[end - 1] in _SPACE:
            end -= 1
        while end - start > _LONGEST_CLAUSE:
            half, most = start + _LONGEST_CLAUSE // 2, start + _LONGEST_CLAUSE
            cut = _CUT.search(folded, half, most) or _CUT_BEFORE_DIGITS.search(folded, half, most)
            middle = cut.end() if cut else start + _LONGEST_CLAUSE
            clauses.append(Span(start, middle))
            close_sentence("")
            start = middle
        if start < end:
            clauses.append(Span(start, end))
        if clauses and clauses[-1].end - clauses[0].start > _LONGEST_SENTENCE:
            close_sentence("")

    def close_sentence(mark: str) -> None:
        if clauses:
            question = "?" in mark
            sentences.append(Sentence(clauses[0].start, clauses[-1].end, tuple(clauses), question))
            clauses.clear()

    def close_paragraph(end: int, *, stopped: bool) -> None:
        if sentences:
            heading = not stopped and end - paragraph_start <= _HEADING_LIMIT
            paragraphs.append(Paragraph(paragraph_start, end, tuple(sentences), heading))
            sentences.clear()

    stopped = False
    for match in _BREAK.finditer(folded):
        at = match.start()
        while shield is not None and shield.end() <= at:
            shield = next(shields, None)
        mark = match.group()
        if shield is not None and shield.start() < at and mark[0] not in "\n\r":
            continue
        if mark == "," and at - position <= _SHORT and _IS.match(folded, match.end()):
            continue
        close_clause(at)
        if mark[0] in _SENTENCE_END:
            close_sentence(mark)
        if mark[0] in "\n\r":
            close_paragraph(at, stopped=stopped)
            paragraph_start = match.end()
        stopped = mark[0] in "。!?！？…"
        position = match.end()
    close_clause(len(folded))
    if position < len(folded):
        stopped = False
    close_sentence("")
    close_paragraph(len(folded), stopped=stopped)
    return paragraphs
