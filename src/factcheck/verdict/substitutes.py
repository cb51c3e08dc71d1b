"""One name for another: a clause that says what an article's clause says, but of another place, body or person.

The passage that says the same in nearly the same words is looked for; what then stands beside the same words in both,
and is of one kind, is meant to be the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def judge_names(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """The names and directions of a clause that an article gives otherwise, by the passages ``near``."""
    if clause.modality.kind:
        return []
    held = [
        p for p in meant(near, SAME_SENTENCE) if is_of_same_days(clause, p) and _counts_the_same(clause, p)
    ]
    if not held:
        return []
    said = _sentence(text, clause)
    told = [_sentence(p.passage.reading.text, p.passage.clause) for p in held]
    theirs = [list(read_words(p.passage.reading.text, p.passage.clause)) for p in held]
    mine = list(read_words(text, clause))
    found: list[Judgement] = []
    for at, word in enumerate(mine):
        if any(word.text in sentence for sentence in told):
            continue
        people = [w.text for w in mine if w.kind == "person" and w is not word]
        for parallel, others, sentence in zip(held, theirs, told, strict=True):
            if not all(person in sentence for person in people):
                continue  # 河北小将某某 says nothing of 江苏选手某某
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


def _counts_the_same(clause: Clause, parallel: Parallel) -> bool:
    """Whether the passage gives one of the clause's figures, where both give any: another place has other figures."""
    told = {(q.number, q.unit) for q in parallel.passage.clause.figures}
    return not told or not clause.figures or any((q.number, q.unit) in told for q in clause.figures)


def _sentence(text: Text, clause: Clause) -> str:
    span = text.sentences[clause.sentence][1]
    return text.folded[span.start : span.end]


def _differ(word: Word, other: Word) -> bool:
    """Whether the two are different names of one kind, or say contrary things."""
    if opposition(word.text, (other.text,)) in _OPPOSED:
        return True
    if not word.kind or word.kind != other.kind or may_be_one(word.text, other.text):
        return False
    kinds = place_kinds().get(word.text), place_kinds().get(other.text)
    return None in kinds or kinds[0] == kinds[1]  # 北京 is in 中国


def _beside(mine: Sequence[Word], at: int, theirs: Sequence[Word], index: int) -> bool:
    """Whether the same word stands before both or behind both; for people on both sides, or a post that one holds."""
    before = at > 0 and index > 0 and is_same(mine[at - 1], theirs[index - 1])
    behind = at + 1 < len(mine) and index + 1 < len(theirs) and is_same(mine[at + 1], theirs[index + 1])
    if mine[at].kind == "person":
        return before and (behind or is_sole_post(mine[at - 1].text))
    return before or behind


def _judgement(word: Word, other: Word, parallel: Parallel) -> Judgement:
    fact = passage_fact(parallel, other.text)
    return Judgement(word.start, word.end, Verdict.REFUTED, Reason.TERM, fact, word.text, parallel.told)
