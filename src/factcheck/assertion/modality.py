"""Whether a clause asserts: plans, forecasts, questions, conditions and opinions do not; negation turns it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.text.lexicon import rows
from factcheck.text.segment import Span
from factcheck.text.tokens import tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PACKAGE = "factcheck.assertion"


@dataclass(frozen=True, slots=True)
class Modality:
    """What kind of non-assertion a clause is ("" for none: see modality.tsv), and where that is said."""

    kind: str = ""
    at: int = 0

    def bears_on(self, place: int) -> bool:
        """Whether the cue reaches what stands at ``place``: to its right, or anywhere in a question."""
        return bool(self.kind) and (self.kind == "question" or self.at <= place)


@cache
def _cues(name: str) -> dict[str, str]:
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows(_PACKAGE, name)}


def _matches(text: str, table: dict[str, str]) -> list[tuple[int, str]]:
    """Cues of ``table`` in ``text`` as (offset, cue): whole words, or several words that make up a cue."""
    pieces = tokenize(text)
    found: list[tuple[int, str]] = []
    index = position = 0
    while index < len(pieces):
        taken = 1
        for count in (4, 3, 2, 1):
            joined = "".join(pieces[index : index + count])
            if joined in table:
                found.append((position, joined))
                taken = max(1, min(count, len(pieces) - index))
                break
        position += sum(map(len, pieces[index : index + taken]))
        index += taken
    return found


def read_modality(
    text: str, start: int, end: int, holes: Iterable[tuple[int, int]], *, question: bool
) -> Modality:
    """The modality of ``text[start:end]``; a cue inside one of the ``holes``, a name or figure, is none (福苗计划)."""
    if question:
        return Modality("question", start)
    table = _cues("modality.tsv")
    for at, cue in _outside(text, start, end, holes, table):
        if cue in _NOUNS and not _leads(text[at + len(cue) : end]):
            continue
        return Modality(table[cue], at)
    return Modality()


# Plans only as verbs: 计划在2021年再办, not 光合计划 or 规划面积.
_NOUNS = frozenset({"计划", "规划", "部署", "筹备", "准备"})


def _leads(after: str) -> bool:
    """Whether what follows a noun-like cue makes it a verb: another verb, a preposition or a time."""
    following = tokenize(after[:12])
    return bool(following) and (
        following[0] in {"在", "于", "到", "将", "再"} or word_class(following[0])[0] in "vt"
    )


def read_negations(text: str, start: int, end: int, holes: Iterable[tuple[int, int]]) -> list[Span]:
    """Where ``text[start:end]`` negates: the places of words such as 没有, 并非, 尚未."""
    table = _cues("negation.tsv")
    return [
        Span(at, at + len(cue))
        for at, cue in _outside(text, start, end, holes, table)
        if not table[cue].startswith("never")
    ]


def _outside(
    text: str, start: int, end: int, holes: Iterable[tuple[int, int]], table: dict[str, str]
) -> Iterator[tuple[int, str]]:
    """The cues in ``text[start:end]`` that stand in no hole."""
    position = start
    for left, right in [*holes, (end, end)]:
        if left > position:
            for at, cue in _matches(text[position:left], table):
                yield position + at, cue
        position = max(position, right)
