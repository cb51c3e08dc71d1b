"""One name for another: a clause that says what an article's clause says, but of another place, body or person.

The passage that says the same in nearly the same words is looked for; what then stands beside the same words in both,
and is of one kind, is meant to be the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import is_sole_post, place_kinds
from factcheck.assertion.opposites import opposition
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.parallels import is_of_same_days, meant, passage_fact
from factcheck.verdict.wording import is_same, may_be_one, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.passages import Parallel
    from factcheck.verdict.wording import Word

SAME_SENTENCE = (
    0.35  # share of the draft's words that a passage has when a name beside them can be held against it
)
_OPPOSED = {"direction", "polarity"}


class _Held(NamedTuple):
    """A passage that may tell what the clause tells: its words, and its sentence as written."""

    parallel: Parallel
    words: Sequence[Word]
    sentence: str


def judge_names(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """The names and directions of a clause that an article gives otherwise, by the passages ``near``."""
    if clause.modality.kind:
        return []
    held = [
        _Held(p, list(read_words(p.passage.reading.text, p.passage.clause)), _sentence_of(p))
        for p in meant(near, SAME_SENTENCE)
        if is_of_same_days(clause, p) and _counts_the_same(clause, p)
    ]
    mine = list(read_words(text, clause)) if held else []
    said = _sentence(text, clause)
    return [
        judgement
        for at, word in enumerate(mine)
        if (judgement := _told_otherwise(mine, at, said, held)) is not None
    ]


def _told_otherwise(mine: Sequence[Word], at: int, said: str, held: Sequence[_Held]) -> Judgement | None:
    """What stands for a word of the clause in the first passage that has another name there."""
    word = mine[at]
    titles = [w.text for w in mine if w.kind == "title"]
    if not word.kind and titles:  # 《甲》是开幕影片: what is told of 《乙》 is another matter
        held = [p for p in held if all(any(w.text == title for w in p.words) for title in titles)]
        held = [p._replace(sentence=" ".join(w.text for w in p.words)) for p in held]
    elsewhere = any(word.text in passage.sentence for passage in held)
    if elsewhere and not (word.kind and _may_be_crossed(mine, at, held)):
        return None
    people = [w.text for w in mine if w.kind == "person" and w is not word]
    for passage in held:
        theirs = [w.text for w in passage.words if w.kind == "person"] if word.kind == "place" else []
        if not all(p in passage.sentence for p in people) or not all(p in said for p in theirs):
            continue  # 河北小将某某 says nothing of 江苏选手某某
        for index, other in enumerate(passage.words):
            differs = other.text not in said and _differ(word, other)
            if differs and _beside(mine, at, passage.words, index, surely=elsewhere):
                return _judgement(word, other, passage.parallel)
    return None


def _counts_the_same(clause: Clause, parallel: Parallel) -> bool:
    """Whether the passage gives one of the clause's figures, if it has any: another place has other figures."""
    told = {(q.number, q.unit) for q in parallel.passage.clause.figures}
    return not clause.figures or any((q.number, q.unit) in told for q in clause.figures)


def _sentence_of(parallel: Parallel) -> str:
    return _sentence(parallel.passage.reading.text, parallel.passage.clause)


def _sentence(text: Text, clause: Clause) -> str:
    span = text.sentences[clause.sentence][1]
    return text.folded[span.start : span.end]


def _differ(word: Word, other: Word) -> bool:
    """Whether the two are different names of one kind, or say contrary things."""
    if opposition(word.text, (other.text,)) in _OPPOSED:
        return True
    if not word.kind or word.kind != other.kind or may_be_one(word.text, other.text):
        return False
    if word.kind == "post" and not (is_sole_post(word.text) and is_sole_post(other.text)):
        return False  # 冠军某某 is 选手某某
    kinds = place_kinds().get(word.text), place_kinds().get(other.text)
    return None in kinds or kinds[0] == kinds[1]  # 北京 is in 中国


def _may_be_crossed(mine: Sequence[Word], at: int, held: Sequence[_Held]) -> bool:
    """Whether no passage has the name beside the words that it has here, so that it may be told of another's."""
    return not any(
        may_be_one(word.text, mine[at].text) and _beside(mine, at, passage.words, index, surely=False)
        for passage in held
        for index, word in enumerate(passage.words)
    )


def _beside(mine: Sequence[Word], at: int, theirs: Sequence[Word], index: int, *, surely: bool) -> bool:
    """Whether the same word stands before both or behind both; for people on both sides, or a post that one holds.

    ``surely``: on both sides whatever it names.
    """
    before = at > 0 and index > 0 and is_same(mine[at - 1], theirs[index - 1])
    behind = at + 1 < len(mine) and index + 1 < len(theirs) and is_same(mine[at + 1], theirs[index + 1])
    if mine[at].kind == "person":
        if behind and mine[at + 1].kind == "title":
            return True  # 顾某的《蓝色月台》
        return before and (behind or _holds_alone(mine, at - 1, theirs, index - 1, surely=surely))
    return before and behind if surely else before or behind


def _holds_alone(mine: Sequence[Word], at: int, theirs: Sequence[Word], index: int, *, surely: bool) -> bool:
    """Whether one person holds the post that stands there; of a name told of another post, one at the same body."""
    if mine[at].kind != "post":
        return False
    body = at > 0 and index > 0 and bool(mine[at - 1].kind) and is_same(mine[at - 1], theirs[index - 1])
    return is_sole_post(mine[at].text) or (surely and body)


def _judgement(word: Word, other: Word, parallel: Parallel) -> Judgement:
    fact = passage_fact(parallel, other.text)
    return Judgement(word.start, word.end, Verdict.REFUTED, Reason.TERM, fact, word.text, parallel.told)
