"""The score of a game, held against the scores that source articles give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.scores import Score, read_scores
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.parallels import LEFT_OUT, SAME_WORDS, passage_fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.passages import Parallel

SAME_GAME = 0.25  # share of the draft's words that a passage has when its score may be the draft's


def judge_scores(text: Text, clause: Clause, near: Sequence[Parallel]) -> list[Judgement]:
    """A judgement on each score of the clause, by passages ``near``."""
    sentence = text.sentences[clause.sentence][1]
    mine = [
        s for s in read_scores(text, sentence.start, sentence.end) if clause.start <= s.start < clause.end
    ]
    return [_judge(clause, score, near) for score in mine]


def _judge(clause: Clause, score: Score, near: Sequence[Parallel]) -> Judgement:
    told = [(p, there) for p in near for there in _told(p)]
    for parallel, there in told:
        if parallel.told >= SAME_GAME and there.is_same(score):
            return _judgement(score, Verdict.SUPPORTED, parallel, there)
    given = any(there.is_same(score) for _, there in told)
    for parallel, there in told:
        surely = parallel.told >= SAME_WORDS and parallel.untold <= LEFT_OUT
        if surely and len(_told(parallel)) == 1 and not given and not clause.modality.kind:
            return _judgement(score, Verdict.REFUTED, parallel, there)
    best = near[0].told if near else 0.0
    nothing = Verdict.NOT_ENOUGH_EVIDENCE, Reason.NO_CLAIM
    return Judgement(score.start, score.end, *nothing, None, score.text, best)


def _told(parallel: Parallel) -> list[Score]:
    """The scores in the sentence of a passage."""
    text = parallel.passage.reading.text
    sentence = text.sentences[parallel.passage.clause.sentence][1]
    return list(read_scores(text, sentence.start, sentence.end))


def _judgement(score: Score, verdict: Verdict, parallel: Parallel, told: Score) -> Judgement:
    reason = Reason.VALUE if verdict is Verdict.REFUTED else None
    fact = passage_fact(parallel, told.text)
    return Judgement(score.start, score.end, verdict, reason, fact, score.text, parallel.told)
