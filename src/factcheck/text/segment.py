"""Cut folded text into paragraphs, sentences and clauses, all as code-point offsets.

A clause ends at a comma, semicolon, colon, dash or sentence end that stands outside numbers, titles and
short quotations: ``1,234``, ``《甲,乙》`` and ``“全民战疫,携手助农”`` stay whole.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.text.pattern import pattern

_BREAK = pattern(
    r"[\n\r]+"
    r"|[。!?！？…]+[”’\"')\]》]*"
    r"|;|(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d):|:(?!\d)|——+"
    r"|(?<=日电) +|(?<=日讯) +|(?<=日消息) +"  # a dateline: 本报北京10月17日电
)
_SENTENCE_END = frozenset("。!?！？…\n\r")
_SPAN = pattern(r"《[^《》\n]{1,60}》|“[^“”\n。!?;]{1,30}”|\"[^\"\n。!?;]{1,30}\"|\([^()\n。!?]{1,40}\)")
# 2000万元,是全年总产值: a short clause that the next one only names belongs to it.
_IS = pattern(r" ?(?:这|那)?(?:就|便|正|即)?是")
_SHORT = 24
_SPACE = " \t"
# Nobody writes so; what does is a table or an attack, and every figure would be held against all of it.
_LONGEST_CLAUSE = 400  # characters
_LONGEST_SENTENCE = 600
_CUT = pattern(r"[^\W\d_〇零一二两三四五六七八九十百千万亿](?=[^\W\d_])")  # hardly inside a number
_CUT_BEFORE_DIGITS = pattern(r"[^\W\d_](?=\d)")
_HEADING_LIMIT = 50  # characters; a longer line without a full stop is a paragraph cut short, not a heading


class Span(NamedTuple):
    """A stretch of the text, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence and its clauses."""

    start: int
    end: int
    clauses: tuple[Span, ...]
    question: bool


class Paragraph(NamedTuple):
    """A line of the text and its sentences; a short line that no full stop ends is a heading.

    A headline, the first line, may end as it likes, but for 。 (664万！).
    """

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    heading: bool


def segment(folded: str) -> list[Paragraph]:
    """Cut ``folded`` (see :func:`factcheck.text.fold.fold`) into paragraphs; linear in the text."""
    cutter = _Cutter(folded)
    shields = _SPAN.finditer(folded)
    shield = next(shields, None)
    for match in _BREAK.finditer(folded):
        at, mark = match.start(), match.group()
        while shield is not None and shield.end() <= at:
            shield = next(shields, None)
        if shield is not None and shield.start() < at and mark[0] not in "\n\r":
            continue
        if mark == "," and at - cutter.position <= _SHORT and _IS.match(folded, match.end()):
            continue
        cutter.cut(at, mark, match.end())
    return cutter.finish()


class _Cutter:
    """Gathers clauses into sentences and sentences into paragraphs as their ends come by."""

    def __init__(self, folded: str) -> None:
        self.position = 0  # where the open clause begins
        self._folded = folded
        self._paragraph = 0  # where the open paragraph begins
        self._stopped = False  # its last mark was a full stop
        self._clauses: list[Span] = []
        self._sentences: list[Sentence] = []
        self._paragraphs: list[Paragraph] = []

    def cut(self, at: int, mark: str, after: int) -> None:
        """Close what ``mark`` at ``at`` ends; what comes next begins at ``after``."""
        self._close_clause(at)
        if mark[0] in _SENTENCE_END or mark[0] == " ":
            self._close_sentence(question="?" in mark)
        if mark[0] in "\n\r":
            self._close_paragraph(at)
            self._paragraph = after
        self._stopped = mark[0] in "。!?！？…"
        self.position = after

    def finish(self) -> list[Paragraph]:
        """Close all that is open."""
        end = len(self._folded)
        self._close_clause(end)
        self._stopped = self._stopped and self.position == end
        self._close_sentence(question=False)
        self._close_paragraph(end)
        return self._paragraphs

    def _close_clause(self, end: int) -> None:
        start = self.position
        while start < end and self._folded[start] in _SPACE:
            start += 1
        while end > start and self._folded[end - 1] in _SPACE:
            end -= 1
        while end - start > _LONGEST_CLAUSE:
            half, most = start + _LONGEST_CLAUSE // 2, start + _LONGEST_CLAUSE
            cut = _CUT.search(self._folded, half, most) or _CUT_BEFORE_DIGITS.search(self._folded, half, most)
            middle = cut.end() if cut else most
            self._clauses.append(Span(start, middle))
            self._close_sentence(question=False)
            start = middle
        if start < end:
            self._clauses.append(Span(start, end))
        if self._clauses and self._clauses[-1].end - self._clauses[0].start > _LONGEST_SENTENCE:
            self._close_sentence(question=False)

    def _close_sentence(self, *, question: bool) -> None:
        clauses = tuple(self._clauses)
        if clauses:
            self._sentences.append(Sentence(clauses[0].start, clauses[-1].end, clauses, question))
            self._clauses.clear()

    def _close_paragraph(self, end: int) -> None:
        if self._sentences:
            stopped = self._stopped and (self._paragraphs or "。" in self._folded[self._paragraph : end])
            heading = not stopped and end - self._paragraph <= _HEADING_LIMIT
            self._paragraphs.append(Paragraph(self._paragraph, end, tuple(self._sentences), heading))
            self._sentences.clear()
