"""What holds of every draft, whatever it says: of labelled drafts rewritten, of strings made up, of long ones."""

from __future__ import annotations

import json
import random
from functools import cache
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import ClaimBank, load_claims, verify
from factcheck.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck import Finding

ROOT = Path(__file__).parents[2]
SLOWEST = 30.0  # seconds that a draft of 100,000 characters may take, on a machine that does other things too
SAMPLE = 40

CORNERS = {ord(old): ord(new) for old, new in zip("“”‘’", "「」『』", strict=True)}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@cache
def claims() -> ClaimBank:
    return load_claims(ROOT / "claims" / "kuaishou-poverty-relief-2020.toml")


@cache
def drafts() -> list[str]:
    """Some of the labelled drafts, the same in every run."""
    lines = (ROOT / "tests" / "drafts" / "kuaishou.jsonl").read_text(encoding="utf-8").splitlines()
    return random.Random(4).sample([str(json.loads(line)["text"]) for line in lines], SAMPLE)


@cache
def traditional() -> dict[int, str]:
    """Simplified characters with one traditional form, by the table that folding uses."""
    table: dict[int, str] = {}
    for code in range(0x4E00, 0xA000):
        simple = fold(chr(code))
        if simple != chr(code) and fold(simple) == simple:
            table.setdefault(ord(simple), chr(code))
    return table


def told(findings: list[Finding]) -> list[tuple[object, ...]]:
    """What is said of which stretch, and by which claim."""
    return [(f.start, f.end, f.verdict, f.reason, f.claim and f.claim.id) for f in findings]


def wide(text: str) -> str:
    return text.translate(WIDE)


def cornered(text: str) -> str:
    return text.translate(CORNERS)


def in_traditional(text: str) -> str:
    return text.translate(traditional())


def half(text: str) -> str:
    """Folded: half-width signs, simplified characters."""
    return fold(text)


@pytest.mark.parametrize("rewrite", [wide, cornered, in_traditional, half])
def test_writing_changes_nothing(rewrite: Callable[[str], str]) -> None:
    for draft in drafts():
        written = rewrite(draft)
        assert fold(written) == fold(draft)
        assert told(verify(written, claims())) == told(verify(draft, claims())), draft


def test_spaces_beside_punctuation_change_nothing() -> None:
    for draft in drafts():
        spaced = "".join(f"{sign} " if sign in "，。；" else sign for sign in draft)
        before = [row[2:] for row in told(verify(draft, claims()))]
        assert [row[2:] for row in told(verify(spaced, claims()))] == before, draft


def test_lines_around_change_no_verdict() -> None:
    for draft in drafts():
        before = [row[2:] for row in told(verify(draft, claims()))]
        assert [row[2:] for row in told(verify(f"\n\n{draft}\n\n", claims()))] == before, draft


def test_two_runs_agree() -> None:
    for draft in drafts():
        assert verify(draft, claims()) == verify(draft, claims())


def test_one_finding_for_one_assertion() -> None:
    doubled = [
        (left.text, right.text, draft)
        for draft in drafts()
        for left, right in combinations(verify(draft, claims()), 2)
        if left.start < right.end and right.start < left.end
        if left.verdict is right.verdict and left.claim is right.claim
    ]
    assert doubled == []


def holds_together(text: str, findings: list[Finding]) -> None:
    lines = text.split("\n")
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]
        assert finding.text.strip() == finding.text
        before = text[: finding.start]
        assert finding.line == before.count("\n") + 1
        assert finding.column == finding.start - (before.rfind("\n") + 1) + 1
        assert lines[finding.line - 1].startswith(finding.text.split("\n")[0], finding.column - 1)
        assert finding.message
    assert [f.start for f in findings] == sorted(f.start for f in findings)


def test_findings_of_drafts_lie_where_they_say() -> None:
    for draft in drafts():
        for text in (draft, draft.replace("。", "。\n")):
            holds_together(text, verify(text, claims()))


PIECES = st.sampled_from(
    [
        *"快手福苗计划2570万人，。、；：“”《》（）约超近不足到至%％．-—\n　 \r\t贫困地区共分别为年月日",
        "664万",
        "①",
        "𠮷",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_findings_of_any_text_lie_where_they_say(text: str) -> None:
    holds_together(text, verify(text, claims()))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_checked(text: str) -> None:
    holds_together(text, verify(text, claims()))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "　", "。，；：！？", "“”《》（）", "……——", "\ufeff", "\x00"]
)
def test_where_nothing_is_said_nothing_is_found(text: str) -> None:
    assert verify(text, claims()) == []


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "7万",
        "一",
        "，",
        "。",
        "“",
        "（",
        "《",
        "年",
        "2020年",
        "约",
        "分别",
        "没有",
        "中文",
        "快手",
        "增长5%。",
    ],
)
def test_long_texts_are_checked_in_good_time(piece: str) -> None:
    assert seconds(piece * (100_000 // len(piece))) < SLOWEST


@pytest.mark.parametrize("piece", ["快手获得收入的用户2570万人，", "7、", "7,", "7 "])
def test_long_sentences_are_checked_in_good_time(piece: str) -> None:
    assert seconds(piece * (20_000 // len(piece))) < SLOWEST


def seconds(text: str) -> float:
    """How long it takes to check a text."""
    start = perf_counter()
    verify(text, claims())
    return perf_counter() - start
