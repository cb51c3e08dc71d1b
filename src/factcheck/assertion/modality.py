"""Whether a clause asserts: plans, forecasts, questions, conditions and opinions do not; negation turns it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.lexicon import rows
from factcheck.text.segment import Span
from factcheck.text.tokens import tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PACKAGE = "factcheck.assertion"


class Modality(NamedTuple):
    """What kind of non-assertion a clause is ("" for none: see modality.tsv), and where that is said."""

    kind: str = ""
    at: int = 0

    def bears_on(self, place: int) -> bool:
        """Whether the cue reaches what stands at ``place``: to its right, or anywhere in a question."""
        return bool(self.kind) and (self.kind == "question" or self.at <= place)


class Cues(NamedTuple):
    """A lexicon of cues: each with what it means, and what cues begin with."""

    table: dict[str, str]
    beginnings: frozenset[str]


class Stretch(NamedTuple):
    """The words of a clause between two names or figures: a cue inside one of those is none (福苗计划)."""

    start: int
    pieces: list[str]


@cache
def _cues(name: str) -> Cues:
    table = {row[0]: row[1] if len(row) > 1 else "" for row in rows(_PACKAGE, name)}
    return Cues(table, frozenset(cue[:length] for cue in table for length in range(1, len(cue) + 1)))


def stretches(text: str, start: int, end: int, holes: Iterable[tuple[int, int]]) -> list[Stretch]:
    """The words of ``text[start:end]`` outside the ``holes``."""
    found: list[Stretch] = []
    position = start
    for left, right in [*holes, (end, end)]:
        if left > position:
            found.append(Stretch(position, tokenize(text[position:left])))
        position = max(position, right)
    return found


def _find(words: Iterable[Stretch], cues: Cues) -> Iterator[tuple[int, str]]:
    """Cues as (offset, cue): whole words, or several words that make up a cue."""
    for start, pieces in words:
        if cues.beginnings.isdisjoint(pieces):
            continue
        index, position = 0, start
        while index < len(pieces):
            taken = 1
            for count in (4, 3, 2, 1) if pieces[index] in cues.beginnings else ():
                joined = "".join(pieces[index : index + count])
                if joined in cues.table:
                    yield position, joined
                    taken = min(count, len(pieces) - index)
                    break
            position += sum(map(len, pieces[index : index + taken]))
            index += taken


@cache
def openings_of_stories() -> tuple[str, ...]:
    """Cues that put what follows into a story: 剧中, 小说里."""
    return tuple(cue for cue, kind in _cues("modality.tsv").table.items() if kind == "fiction")


def read_modality(text: str, start: int, end: int, words: Iterable[Stretch], *, question: bool) -> Modality:
    """The modality of ``text[start:end]``, a clause of those ``words``."""
    if question:
        return Modality("question", start)
    cues = _cues("modality.tsv")
    for at, cue in _find(words, cues):
        if cue in _NOUNS and (
            text[max(start, at - 1) : at] in _POINTING or not _leads(text[at + len(cue) : end])
        ):
            continue
        if at > start and text[at - 1] in _DONE:
            continue  # 已将预警上调
        return Modality(cues.table[cue], at)
    return Modality()


_DONE = "已经"  # right before a cue: what follows has been done
# Plans only as verbs: 计划在2021年再办, not 光合计划 or 规划面积.
_POINTING = frozenset("该此这其本项个比较超")  # before a noun: 该计划开展的专场, 比计划工期提前
_NOUNS = frozenset({"计划", "规划", "部署", "筹备", "准备"})


def _leads(after: str) -> bool:
    """Whether what follows a noun-like cue makes it a verb: another verb, a preposition or a time."""
    following = tokenize(after[:12])
    return bool(following) and (
        following[0] in {"在", "于", "到", "将", "再"}
        or word_class(following[0])[0] in "vt"
        or following[0].isdigit()
    )


@cache
def _denials() -> tuple[str, ...]:
    return tuple(cue for cue, scope in _cues("negation.tsv").table.items() if not scope.startswith("never"))


def may_negate(text: str) -> bool:
    """Whether the characters of a negation stand in ``text``, be it as parts of other words (非遗)."""
    return any(cue in text for cue in _denials())


def read_negations(words: Iterable[Stretch]) -> list[Span]:
    """Where those words, a clause's, negate: the places of 没有, 并非, 尚未 and their like; two of them cancel."""
    cues = _cues("negation.tsv")
    found = [
        Span(at, at + len(cue)) for at, cue in _find(words, cues) if not cues.table[cue].startswith("never")
    ]
    return [] if len(found) == 2 else found
