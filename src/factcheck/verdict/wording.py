"""A clause's words in order, names whole, each with what kind of name it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import is_organization, is_person, is_place, is_post
from factcheck.assertion.terms import similarity
from factcheck.matching.vocabulary import ALIKE
from factcheck.text.tokens import is_word, word_class
from factcheck.verdict.posts import is_of_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text

_OPENING = {"《", "“"}
_AKIN = 0.6  # likeness of two names that may be one
_SHORTEST_BODY = 3  # characters; shorter words end as bodies' names do by chance (南部)


class Word(NamedTuple):
    """A word of a clause, or a name in it, with what kind of name it is ("" for none)."""

    start: int
    end: int
    text: str
    kind: str


def read_words(text: Text, clause: Clause) -> Iterator[Word]:
    """The words of a clause in order, names whole."""
    names = {m.start: m for m in clause.mentions}
    ends = {t.start: t.end for t in clause.terms} | {m.start: m.end for m in clause.mentions}
    reached = clause.start
    for start in sorted(ends):
        if start < reached:
            continue
        mention, end = names.get(start), ends[start]
        written = mention.text if mention else text.folded[start:end]
        kind = _kind(written, mention, quoted=text.folded[start - 1 : start] in _OPENING)
        if kind == "post" and is_of_past(text.folded, start):
            kind = ""  # 前主任 is no post that one person holds
        yield Word(start, end, written, kind)
        reached = end


def _kind(written: str, mention: Mention | None, *, quoted: bool) -> str:
    if mention is not None and (mention.kind == "title" or quoted):
        return "title"
    if is_place(written):
        return "place"
    if is_post(written):
        return "post"
    if mention is not None and mention.kind in {"organization", "media"}:
        return mention.kind
    if len(written) >= _SHORTEST_BODY and is_organization(written):
        return "organization"
    named = mention is not None and mention.kind == "person"
    if named or word_class(written).startswith("nr") or (is_person(written) and not is_word(written)):
        return "person"
    return ""


def may_be_one(left: str, right: str) -> bool:
    """Whether two names may be one: alike, or one the other in fewer characters (世卫组织, 世界卫生组织)."""
    short, long = sorted((left, right), key=len)
    rest = iter(long)
    return similarity(left, right) >= _AKIN or all(char in rest for char in short)


def is_same(left: Word, right: Word) -> bool:
    """Whether two words say the same."""
    return similarity(left.text, right.text) >= ALIKE
