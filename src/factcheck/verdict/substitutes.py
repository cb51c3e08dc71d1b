"""One name for another: a clause that says what an article's clause says, but of another place, body or person.

The passage that says the same in nearly the same words is looked for; what then stands beside the same words in both,
and is of one kind, is meant to be the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import is_organization, is_person, is_place, is_post, is_sole_post, place_kinds
from factcheck.assertion.opposites import opposition
from factcheck.assertion.terms import similarity
from factcheck.matching.vocabulary import ALIKE
from factcheck.text.tokens import is_word, word_class
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.parallels import is_of_same_days, meant, passage_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.passages import Parallel

SAME_SENTENCE = (
    0.35  # share of the draft's words that a passage has when a name beside them can be held against it
)
_AKIN = 0.6  # likeness of two names that may be one
_SHORTEST_BODY = 3  # characters; shorter words end as bodies' names do by chance (南部)
_OPPOSED = {"direction", "polarity"}


class _Word(NamedTuple):
    """A word of a clause, or a name in it, with what kind of name it is ("" for none)."""

    start: int
    end: int
    text: str
    kind: str


def judge_names(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """The names and directions of a clause that an article gives otherwise, by the passages ``near``."""
    if clause.modality.kind:
        return []
    held = [p for p in meant(near, SAME_SENTENCE) if is_of_same_days(clause, p)]
    if not held:
        return []
    said = _sentence(text, clause)
    told = [_sentence(p.passage.reading.text, p.passage.clause) for p in held]
    theirs = [list(_words(p.passage.reading.text, p.passage.clause)) for p in held]
    mine = list(_words(text, clause))
    found: list[Judgement] = []
    for at, word in enumerate(mine):
        if any(word.text in sentence for sentence in told):
            continue
        for parallel, others in zip(held, theirs, strict=True):
            other = next(
                (
                    other
                    for index, other in enumerate(others)
                    if other.text not in said and _differ(word, other) and _beside(mine, at, others, index)
                ),
                None,
            )
            if other is not None:
                found.append(_judgement(word, other, parallel))
                break
    return found


def _sentence(text: Text, clause: Clause) -> str:
    span = text.sentences[clause.sentence][1]
    return text.folded[span.start : span.end]


def _words(text: Text, clause: Clause) -> Iterator[_Word]:
    """The words of a clause in order, names whole."""
    names = {m.start: m for m in clause.mentions}
    ends = {t.start: t.end for t in clause.terms} | {m.start: m.end for m in clause.mentions}
    reached = clause.start
    for start in sorted(ends):
        if start < reached:
            continue
        mention, end = names.get(start), ends[start]
        written = mention.text if mention else text.folded[start:end]
        yield _Word(start, end, written, _kind(written, mention))
        reached = end


def _kind(written: str, mention: Mention | None) -> str:
    if mention is not None and mention.kind == "title":
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


def _differ(word: _Word, other: _Word) -> bool:
    """Whether the two are different names of one kind, or say contrary things."""
    if opposition(word.text, (other.text,)) in _OPPOSED:
        return True
    if not word.kind or word.kind != other.kind or _may_be_one(word.text, other.text):
        return False
    kinds = place_kinds().get(word.text), place_kinds().get(other.text)
    return None in kinds or kinds[0] == kinds[1]  # 北京 is in 中国


def _may_be_one(left: str, right: str) -> bool:
    """Whether two names may be one: alike, or one the other in fewer characters (世卫组织, 世界卫生组织)."""
    short, long = sorted((left, right), key=len)
    rest = iter(long)
    return similarity(left, right) >= _AKIN or all(char in rest for char in short)


def _beside(mine: Sequence[_Word], at: int, theirs: Sequence[_Word], index: int) -> bool:
    """Whether the same word stands before both or behind both; for people on both sides, or a post that one holds."""
    before = at > 0 and index > 0 and _same(mine[at - 1], theirs[index - 1])
    behind = at + 1 < len(mine) and index + 1 < len(theirs) and _same(mine[at + 1], theirs[index + 1])
    if mine[at].kind == "person":
        return before and (behind or is_sole_post(mine[at - 1].text))
    return before or behind


def _same(left: _Word, right: _Word) -> bool:
    return similarity(left.text, right.text) >= ALIKE


def _judgement(word: _Word, other: _Word, parallel: Parallel) -> Judgement:
    fact = passage_fact(parallel, other.text)
    return Judgement(word.start, word.end, Verdict.REFUTED, Reason.TERM, fact, word.text, parallel.told)
