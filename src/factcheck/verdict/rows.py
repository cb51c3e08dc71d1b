"""A row that an article tells as well (清河、宁塘、安岭三市), of which one member is another one.

Counted in both, or told whole in nearly the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity.model import Kind
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.lists import pieces
from factcheck.verdict.parallels import SAME_WORDS, meant, passage_fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.passages import Parallel

SAME_ROW = 0.4  # share of the draft's words that a passage has when its row may be the draft's
_LONGEST = 16  # characters of a member
_AND_SO_ON = pattern(r"等|包括|之一|其中")
LEFT_OUT_OF_ROW = (
    0.25  # share of the passage's own words that the draft may leave out, of a row told in nearly the same
)
_COUNTS = range(2, 13)  # members
_TELLS = pattern(r"(?:是|为|有|包括|依次|分别|:|,)+")


def judge_rows(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """The member that the row of a passage has not, where all others are the same."""
    for parallel in meant(near, SAME_ROW):
        told, other = parallel.passage.reading.text, parallel.passage.clause
        surely = parallel.told >= SAME_WORDS and parallel.untold <= LEFT_OUT_OF_ROW
        mine, theirs = _counted(text, clause), _counted(told, other)
        if surely and not (mine and theirs):
            mine, theirs = _listed(text, clause), _listed(told, other)
        if not mine or len(theirs) != len(mine):
            continue
        here = [text.folded[a:b] for a, b in mine]
        there = [told.folded[a:b] for a, b in theirs]
        strange = [n for n, item in enumerate(here) if not any(_is_one(item, other) for other in there)]
        missing = [item for item in there if not any(_is_one(item, other) for other in here)]
        if len(strange) == len(missing) == 1 and (surely or here[strange[0]] not in told.folded):
            span, item = mine[strange[0]], here[strange[0]]
            fact = passage_fact(parallel, missing[0])
            return [Judgement(span.start, span.end, Verdict.REFUTED, Reason.LIST, fact, item, parallel.told)]
    return []


def _listed(text: Text, clause: Clause) -> list[Span]:
    """The members of a row that is told whole (由甲、乙和丙联合进行); the outer ones have what stands around it."""
    row = pieces(text.folded, clause.start, clause.end)
    open_ended = _AND_SO_ON.search(text.folded, clause.start, clause.end)
    whole = len(row) > 2 and not open_ended and not clause.figures
    return [Span(a, b) for a, b in row if b - a > 1] if whole else []


def _is_one(item: str, other: str) -> bool:
    """Whether two members are one; the first of a row has what stands before it, the last what follows."""
    short, long = sorted((member.replace("我国", "中国") for member in (item, other)), key=len)
    return len(short) > 1 and (long.startswith(short) or long.endswith(short))


def _counted(text: Text, clause: Clause) -> list[Span]:
    """The members of the clause's row: as many as it counts, right before the count or behind it."""
    for counted in text.quantities_in(clause.start, clause.end):
        if counted.kind is not Kind.CARDINAL or counted.number is None or counted.number not in _COUNTS:
            continue
        count = int(counted.number)
        before = pieces(text.folded, clause.start, counted.start)[-count:]
        tells = next(iter(_TELLS.finditer(text.folded, counted.end, clause.end)), None)
        after = pieces(text.folded, tells.end(), clause.end) if tells else []
        for row in (before, after):
            if len(row) == count and all(1 < b - a <= _LONGEST for a, b in row):
                return [Span(a, b) for a, b in row]
    return []
