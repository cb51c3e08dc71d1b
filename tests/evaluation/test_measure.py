"""How predictions are read, and what is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.evaluation.labelled import Draft, Label
from factcheck.evaluation.measure import outcomes, tally
from factcheck.evaluation.objects import measurement
from factcheck.evaluation.report import figures, misses
from factcheck.evaluation.scores import Scores
from factcheck.verdict.finding import Finding, Reason, Verdict

SUPPORTED, REFUTED, OPEN, CONFLICTING = (
    Verdict.SUPPORTED,
    Verdict.REFUTED,
    Verdict.NOT_ENOUGH_EVIDENCE,
    Verdict.CONFLICTING,
)
TEXT = "甲县有水库372座，人口12万。"


def draft(*spans: tuple[str, Verdict, str], phenomenon: str = "x") -> Draft:
    labels = tuple(
        Label(at := TEXT.index(span), at + len(span), span, verdict, reason, "")
        for span, verdict, reason in spans
    )
    return Draft(Path("set.jsonl"), 1, "a", TEXT, phenomenon, labels, None, None)


def finding(words: str, verdict: Verdict, reason: Reason | None = None) -> Finding:
    at = TEXT.index(words)
    end = at + len(words)
    return Finding(at, end, 1, at + 1, words, verdict, reason, None, "", words, "", 0.5)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((), OPEN),
        ((OPEN,), OPEN),
        ((OPEN, CONFLICTING), CONFLICTING),
        ((CONFLICTING, SUPPORTED), SUPPORTED),
        ((SUPPORTED, REFUTED), REFUTED),
    ],
)
def test_a_span_is_what_its_findings_say(said: tuple[Verdict, ...], expected: Verdict) -> None:
    (outcome,) = outcomes(draft(("水库372座", OPEN, "")), [finding("372座", verdict) for verdict in said])
    assert outcome.predicted is expected


def test_a_finding_next_to_a_span_says_nothing_of_it() -> None:
    (outcome,) = outcomes(draft(("水库372座", SUPPORTED, "")), [finding("，人口12万", REFUTED)])
    assert outcome.predicted is OPEN


def test_refutations_outside_the_spans_are_counted_aside() -> None:
    findings = [finding("372座", REFUTED), finding("12万", REFUTED), finding("甲县", SUPPORTED)]
    measured = tally([(draft(("372座", REFUTED, "")), findings)])
    assert measured.scores().accuracy == 1.0
    assert [stray.finding.text for stray in measured.beside] == ["12万"]


def scores(table: dict[tuple[Verdict, Verdict], int]) -> Scores:
    found = Scores()
    found.table.update(table)
    return found


def test_precision_recall_and_f1() -> None:
    found = scores(
        {(REFUTED, REFUTED): 3, (REFUTED, OPEN): 1, (SUPPORTED, REFUTED): 1, (SUPPORTED, SUPPORTED): 5}
    )
    assert (found.precision(REFUTED), found.recall(REFUTED), found.f1(REFUTED)) == (0.75, 0.75, 0.75)
    assert (found.precision(SUPPORTED), found.recall(SUPPORTED)) == (1.0, 5 / 6)
    assert found.accuracy == 0.8


def test_the_mean_is_over_the_verdicts_that_are_labelled() -> None:
    found = scores({(REFUTED, REFUTED): 2, (SUPPORTED, OPEN): 1})
    assert found.macro_f1 == 0.5  # refuted 1, supported 0; nobody labelled not_enough_evidence
    assert scores({}).macro_f1 == 0.0


def test_a_right_refutation_may_give_another_reason() -> None:
    spans = ("372座", REFUTED, "magnitude"), ("12万", REFUTED, "magnitude")
    said = finding("372座", REFUTED, Reason.VALUE), finding("12万", REFUTED, Reason.MAGNITUDE)
    reason = tally([(draft(*spans), said)]).by_reason()["magnitude"]
    assert (reason.labelled, reason.refuted, reason.same) == (2, 2, 1)
    assert reason.others == {"value": 1}


def test_figures_by_phenomenon() -> None:
    right, wrong = draft(("372座", REFUTED, ""), phenomenon="b"), draft(("372座", OPEN, ""), phenomenon="a")
    found = tally([(each, [finding("372座", REFUTED)]) for each in (right, wrong)]).by_phenomenon()
    assert {name: each.accuracy for name, each in found.items()} == {"a": 0.0, "b": 1.0}


def test_shares_of_nothing_are_told_apart_from_nought() -> None:
    verdicts = measurement(tally([(draft(("372座", REFUTED, "")), [])]))["verdicts"]
    assert isinstance(verdicts, dict)
    assert (verdicts["refuted"]["precision"], verdicts["refuted"]["recall"]) == (None, 0.0)


def test_misses_say_what_was_found_and_why() -> None:
    said = [finding("372座", SUPPORTED), finding("12万", REFUTED, Reason.VALUE)]
    told = "\n".join(misses(tally([(draft(("372座", REFUTED, "value")), said)])))
    assert told.splitlines()[:5] == [
        "set.jsonl:1: a x",
        "  “372座”",
        "  标注：不符 [value]",
        "  判为：相符",
        "  - 1:6 相符 “372座” ",
    ]
    assert "标注以外判为不符" in told


def test_columns_stand_under_each_other() -> None:
    measured = tally([(draft(("372座", REFUTED, "value"), ("12万", OPEN, "")), [finding("372座", REFUTED)])])
    lines = list(figures({Path("set.jsonl"): measured}, measured))
    assert lines[:5] == [
        "1 篇稿件，2 处标注",
        "结论      标注  判为  准确率  召回率     F1",
        "相符         0     0       –       –      –",
        "不符         1     1  100.0%  100.0%  1.000",
        "证据不足     1     1  100.0%  100.0%  1.000",
    ]
