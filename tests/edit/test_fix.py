"""Drafts are put right where that is certain, and a second run finds nothing to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import load_claims
from factcheck.claims.model import Claim, ClaimBank, Source
from factcheck.edit.fix import apply, diff, fix
from factcheck.edit.suggest import Suggestion
from factcheck.verdict.checker import Checker
from factcheck.verdict.finding import Finding, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
SOURCE = Source("s", "公报")
GRAIN = Claim(
    "grain",
    "2023年青河县粮食总产量为52.3万吨。",
    SOURCE,
    subject=("青河县",),
    property=("粮食总产量",),
    value="52.3万吨",
    period="2023",
)
VISITS = Claim(
    "visits",
    "2023年青河县接待游客310万人次。",
    SOURCE,
    subject=("青河县",),
    property=("接待游客",),
    value="310万人次",
    period="2023",
)
CHECKER = Checker(ClaimBank((GRAIN, VISITS)))

DRAFTS = [
    ("2023年，青河县粮食总产量为53.2万吨。", "2023年，青河县粮食总产量为52.3万吨。"),
    (
        "2023年，青河县粮食总产量达五十三点二万吨，接待游客三百万人次。\r\n",
        "2023年，青河县粮食总产量达五十二点三万吨，接待游客三百一十万人次。\r\n",
    ),
    ("2023年，青河县粮食总产量为52.3万吨。", "2023年，青河县粮食总产量为52.3万吨。"),
    ("2023年，青河县接待游客1,234,567人次。", "2023年，青河县接待游客3,100,000人次。"),
]


def check(text: str) -> Sequence[Finding]:
    return CHECKER.check(text)


@pytest.mark.parametrize(("draft", "right"), DRAFTS)
def test_a_draft_is_put_right_once(draft: str, right: str) -> None:
    fixed = fix(draft, check(draft), check)
    assert fixed.text == right
    assert fixed.left == ()
    again = fix(fixed.text, check(fixed.text), check)
    assert (again.text, again.edits) == (right, ())


def _finding(text: str, start: int, verdict: Verdict, expected: str = "") -> Finding:
    claim = Claim("c", "…", SOURCE, value=expected)
    end = start + len(text)
    return Finding(start, end, 1, 1, text, verdict, Reason.VALUE, claim, expected, text, "", 1.0)


def test_an_edit_that_does_not_become_supported_is_not_made() -> None:
    refuted = _finding("70位", 0, Verdict.REFUTED, "68位")
    fixed = fix("70位", [refuted], lambda text: [refuted] if text == "70位" else [])
    assert (fixed.text, fixed.left) == ("70位", (refuted,))


def test_nothing_is_made_that_refutes_something_else() -> None:
    text = "70位和5户"
    refuted = _finding("70位", 0, Verdict.REFUTED, "68位")

    def recheck(changed: str) -> list[Finding]:
        if changed == text:
            return [refuted]
        return [_finding("68位", 0, Verdict.SUPPORTED), _finding("5户", 4, Verdict.REFUTED, "6户")]

    assert fix(text, [refuted], recheck).text == text


def test_a_good_edit_survives_a_bad_one() -> None:
    text = "70位和5户"
    findings = [_finding("70位", 0, Verdict.REFUTED, "68位"), _finding("5户", 4, Verdict.REFUTED, "6户")]

    def recheck(changed: str) -> list[Finding]:
        people = "68位" if "68" in changed else "70位"
        verdict = Verdict.SUPPORTED if "68" in changed else Verdict.REFUTED
        return [_finding(people, 0, verdict, "68位"), _finding(changed[4:6], 4, Verdict.REFUTED, "6户")]

    fixed = fix(text, findings, recheck)
    assert fixed.text == "68位和5户"
    assert fixed.left == (findings[1],)


def test_edits_that_reach_into_each_other_are_not_both_made() -> None:
    findings = [_finding("70位", 0, Verdict.REFUTED, "68位"), _finding("0位", 1, Verdict.REFUTED, "8位")]
    fixed = fix(
        "70位", findings, lambda text: [_finding(text, 0, Verdict.SUPPORTED)] if "68" in text else findings
    )
    assert fixed.text == "68位"


def test_apply_takes_edits_in_order() -> None:
    edits = [Suggestion(0, 1, "甲", "一二", "一二"), Suggestion(2, 3, "丙", "", "")]
    assert apply("甲乙丙丁", edits) == "一二乙丁"


def test_a_diff_is_one_that_patch_takes() -> None:
    assert (
        diff("a.txt", "甲\n乙\n", "甲\n丙\n") == "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n 甲\n-乙\n+丙\n"
    )
    last = diff("a.txt", "甲", "乙")
    assert last.endswith("-甲\n\\ No newline at end of file\n+乙\n\\ No newline at end of file\n")
    assert diff("a.txt", "甲\u2028乙\r\n", "甲\u2028丙\r\n").count("\n") == 5  # only a line feed ends a line
    assert diff("a.txt", "甲", "甲") == ""


def test_labelled_drafts_are_put_right_for_good() -> None:
    """Every edit ends in agreement, takes a refutation away, and leaves a second run nothing to do."""
    checker = Checker(load_claims(ROOT / "claims" / "kuaishou-poverty-relief-2020.toml"))
    lines = (ROOT / "tests" / "drafts" / "kuaishou.jsonl").read_text(encoding="utf-8").splitlines()
    edited = 0
    for line in lines[::3]:
        text = json.loads(line)["text"]
        findings = checker.check(text)
        fixed = fix(text, findings, checker.check)
        if not fixed.edits:
            assert fixed.text == text
            continue
        edited += 1
        after = checker.check(fixed.text)
        assert _refuted(after) <= _refuted(findings) - len(fixed.edits), text
        assert not fix(fixed.text, after, checker.check).edits, text
    assert edited > 10


def _refuted(findings: Sequence[Finding]) -> int:
    return sum(finding.verdict is Verdict.REFUTED for finding in findings)


def test_a_clause_that_begins_with_a_preposition_takes_no_scope_of_the_next() -> None:
    text = "2019年6月22日至2020年6月22日，在快手获得收入的用户达2750万人，其中贫困地区用户664万人。"
    checker = Checker(load_claims(ROOT / "claims"))
    assert fix(text, checker.check(text), checker.check).text == text.replace("2750", "2570")
