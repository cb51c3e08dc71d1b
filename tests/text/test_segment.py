"""Cutting a text into paragraphs, sentences and clauses, all as offsets into it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.fold import fold
from factcheck.text.segment import segment

LINES = Path(__file__).with_name("segment.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.partition("\t")[::2] for line in LINES if line and line[0] != "#"]
TEXTS = (
    st.text(st.sampled_from("甲乙丙1234,.:;%，。；：！？…—“”《》()（）是 \t\n\r、"), max_size=120) | st.text()
)


def written(folded: str) -> str:
    """The clauses of a folded text in the notation of the case file."""
    return " /// ".join(
        " // ".join(
            " / ".join(folded[clause.start : clause.end] for clause in sentence.clauses)
            for sentence in paragraph.sentences
        )
        for paragraph in segment(folded)
    )


@pytest.mark.parametrize(("text", "meant"), CASES)
def test_clauses(text: str, meant: str) -> None:
    assert written(fold(text.replace("⏎", "\n"))) == meant


@given(TEXTS)
def test_parts_lie_in_their_whole_and_in_order(text: str) -> None:
    folded = fold(text)
    end = 0
    for paragraph in segment(folded):
        assert end <= paragraph.start <= paragraph.sentences[0].start
        for sentence in paragraph.sentences:
            assert end <= sentence.start == sentence.clauses[0].start
            assert sentence.end == sentence.clauses[-1].end <= paragraph.end
            for clause in sentence.clauses:
                assert end <= clause.start < clause.end
                assert folded[clause.start : clause.end].strip(" \t") == folded[clause.start : clause.end]
                end = clause.end
        assert end <= paragraph.end <= len(folded)


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    """What lies between the clauses is punctuation and space, never a letter or a digit."""
    folded = fold(text)
    spans = [c for p in segment(folded) for s in p.sentences for c in s.clauses]
    edges = [(0, 0), *((c.start, c.end) for c in spans), (len(folded), len(folded))]
    for (_, end), (start, _) in pairwise(edges):
        assert not any(char.isalnum() for char in folded[end:start])


@given(TEXTS)
def test_no_clause_runs_over_a_line(text: str) -> None:
    folded = fold(text)
    for paragraph in segment(folded):
        assert "\n" not in folded[paragraph.start : paragraph.end]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    heading, body = segment("快手扶贫报告\n报告今日发布。")
    assert heading.heading
    assert not body.heading


def test_a_question_is_marked() -> None:
    (paragraph,) = segment("有多少人?有68位。")
    assert [sentence.question for sentence in paragraph.sentences] == [True, False]
