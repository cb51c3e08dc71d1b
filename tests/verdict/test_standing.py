"""What the standing of claims makes of verdicts: superseded, expired, withdrawn, disputed, derived."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck import load_claims
from factcheck.assertion.names import NameIndex
from factcheck.claims.find import bundled
from factcheck.matching.compile import Compiler
from factcheck.matching.naming import name_table
from factcheck.verdict.checker import Checker
from factcheck.verdict.finding import Finding, Reason, Verdict
from factcheck.verdict.standing import rivals

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """format = 1

[[sources]]
id = "first"
title = "初步核算"
published = 2024-01-17

[[sources]]
id = "final"
title = "最终核实"
published = 2024-12-27
"""
CLAIM = """
[[claims]]
id = "{id}"
statement = "青河县2023年粮食总产量为{value}。"
source = "{source}"
subject = ["青河县"]
property = ["粮食总产量"]
value = "{value}"
period = "2023"
{more}
"""
DRAFT = "2023年，青河县粮食总产量{}。"


def claim(name: str, value: str, more: str = "", source: str = "first") -> str:
    return CLAIM.format(id=name, value=value, more=more, source=source)


def check(folder: Path, claims: str, draft: str, day: date | None = None) -> Finding:
    file = folder / "a.toml"
    file.write_text(HEAD + claims, encoding="utf-8")
    (finding,) = Checker(load_claims(file)).check(draft, reference=day)
    return finding


REVISED = claim("old", "52.3万吨", 'superseded_by = "new"') + claim("new", "53.1万吨", source="final")


@pytest.mark.parametrize(
    ("said", "verdict", "reason", "about"),
    [
        ("52.3万吨", Verdict.REFUTED, Reason.SUPERSEDED, "new"),
        ("53.1万吨", Verdict.SUPPORTED, None, "new"),
        ("约53万吨", Verdict.SUPPORTED, None, "new"),
        ("50.1万吨", Verdict.REFUTED, Reason.VALUE, "new"),
    ],
)
def test_a_superseded_figure_is_refuted_and_both_are_shown(
    tmp_path: Path, said: str, verdict: Verdict, reason: Reason | None, about: str
) -> None:
    finding = check(tmp_path, REVISED, DRAFT.format(said))
    assert (finding.verdict, finding.reason) == (verdict, reason)
    assert finding.claim and finding.claim.id == about
    if reason is Reason.SUPERSEDED:
        assert finding.message == (
            "已被取代：稿件说“52.3万吨”，来源说“53.1万吨”；“52.3万吨”是旧说法（old，《初步核算》，2024-01-17）"
        )


def test_a_draft_from_before_the_revision_could_not_know_it(tmp_path: Path) -> None:
    assert check(tmp_path, REVISED, DRAFT.format("52.3万吨"), date(2024, 3, 1)).verdict is Verdict.SUPPORTED


def test_the_chain_is_followed_and_a_circle_is_no_trouble(tmp_path: Path) -> None:
    chain = claim("a", "52.3万吨", 'superseded_by = "b"') + claim("b", "52.9万吨", 'superseded_by = "c"')
    finding = check(tmp_path, chain + claim("c", "53.1万吨"), DRAFT.format("52.3万吨"))
    assert finding.claim and finding.claim.id == "c"
    circle = claim("a", "52.3万吨", 'superseded_by = "b"') + claim("b", "52.9万吨", 'superseded_by = "a"')
    assert check(tmp_path, circle, DRAFT.format("52.3万吨")).verdict is Verdict.SUPPORTED


def test_a_superseded_term_is_refuted(tmp_path: Path) -> None:
    claims = """
[[claims]]
id = "old"
statement = "青河县县长是王建国。"
source = "first"
subject = ["青河县"]
property = ["县长"]
value = "王建国"
superseded_by = "new"
[[claims]]
id = "new"
statement = "青河县县长是李春梅。"
source = "final"
subject = ["青河县"]
property = ["县长"]
value = "李春梅"
"""
    finding = check(tmp_path, claims, "青河县县长王建国出席了会议。")
    assert (finding.verdict, finding.reason) == (Verdict.REFUTED, Reason.SUPERSEDED)
    assert check(tmp_path, claims, "青河县县长李春梅出席了会议。").verdict is Verdict.SUPPORTED


def test_a_withdrawn_claim_is_no_evidence(tmp_path: Path) -> None:
    claims = claim("old", "52.3万吨", 'status = "withdrawn"')
    for said in ("52.3万吨", "50.1万吨"):
        assert check(tmp_path, claims, DRAFT.format(said)).verdict is Verdict.NOT_ENOUGH_EVIDENCE


def test_an_expired_claim_refutes_nothing(tmp_path: Path) -> None:
    claims = claim("old", "52.3万吨", "valid_until = 2024-06-30")
    late, early = date(2024, 7, 1), date(2024, 6, 30)
    finding = check(tmp_path, claims, DRAFT.format("50.1万吨"), late)
    assert (finding.verdict, finding.reason) == (Verdict.NOT_ENOUGH_EVIDENCE, Reason.EXPIRED)
    assert check(tmp_path, claims, DRAFT.format("50.1万吨"), early).verdict is Verdict.REFUTED
    assert check(tmp_path, claims, DRAFT.format("50.1万吨")).reason is Reason.EXPIRED, "without a date: today"
    assert check(tmp_path, claims, DRAFT.format("52.3万吨"), late).verdict is Verdict.SUPPORTED


def test_the_dateline_is_the_day_of_the_draft(tmp_path: Path) -> None:
    claims = claim("old", "52.3万吨", "valid_until = 2024-06-30")
    file = tmp_path / "a.toml"
    file.write_text(HEAD + claims, encoding="utf-8")
    checker = Checker(load_claims(file))
    for month, verdict in (("3", Verdict.REFUTED), ("7", Verdict.NOT_ENOUGH_EVIDENCE)):
        draft = f"青河新闻网2024年{month}月5日电 {DRAFT.format('50.1万吨')}"
        assert {finding.verdict for finding in checker.check(draft)} == {verdict}


def test_a_disputed_claim_leaves_the_evidence_conflicting(tmp_path: Path) -> None:
    claims = claim("old", "52.3万吨", 'status = "disputed"')
    for said in ("52.3万吨", "50.1万吨"):
        finding = check(tmp_path, claims, DRAFT.format(said))
        assert (finding.verdict, finding.reason) == (Verdict.CONFLICTING, Reason.DISPUTED)


def test_two_claims_in_force_that_disagree_conflict(tmp_path: Path) -> None:
    claims = claim("a", "52.3万吨") + claim("b", "53.1万吨", source="final")
    for said in ("52.3万吨", "53.1万吨"):
        finding = check(tmp_path, claims, DRAFT.format(said))
        assert (finding.verdict, finding.reason) == (Verdict.CONFLICTING, Reason.DISPUTED)
        assert "52.3万吨" in finding.message and "53.1万吨" in finding.message
    assert check(tmp_path, claims, DRAFT.format("60万吨")).verdict is Verdict.REFUTED, "neither says so"


def test_terms_conflict_as_figures_do(tmp_path: Path) -> None:
    head = '[[claims]]\nid = "{0}"\nstatement = "青河县县长是{1}。"\nsource = "{2}"\n'
    parts = 'subject = ["青河县"]\nproperty = ["县长"]\nvalue = "{1}"\n'
    both = [("a", "王建国", "first"), ("b", "李春梅", "final")]
    claims = "".join((head + parts).format(*each) for each in both)
    for name in ("王建国", "李春梅"):
        finding = check(tmp_path, claims, f"青河县县长{name}出席了会议。")
        assert (finding.verdict, finding.reason) == (Verdict.CONFLICTING, Reason.DISPUTED)


def test_two_claims_that_agree_support(tmp_path: Path) -> None:
    claims = claim("a", "52.3万吨") + claim("b", "523000吨", source="final")
    assert check(tmp_path, claims, DRAFT.format("52.3万吨")).verdict is Verdict.SUPPORTED


SHARE = """
[[claims]]
id = "total"
statement = "2570万名用户在快手获得收入。"
source = "first"
subject = ["快手"]
property = ["获得收入的用户"]
value = "2570万人"
[[claims]]
id = "poor"
statement = "664万名贫困地区用户在快手获得收入。"
source = "first"
subject = ["快手"]
property = ["获得收入的用户"]
value = "664万人"
scope = ["贫困地区"]
[[claims]]
id = "share"
statement = "在快手获得收入的用户里，贫困地区用户占约四分之一。"
source = "first"
subject = ["快手"]
property = ["获得收入的用户中贫困地区用户占比", "贫困地区用户占", "贫困地区用户占比"]
derive = "poor / total"
"""


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("25.8%", Verdict.SUPPORTED),
        ("25.84%", Verdict.SUPPORTED),
        ("26%", Verdict.SUPPORTED),
        ("约四分之一", Verdict.SUPPORTED),
        ("超四分之一", Verdict.SUPPORTED),
        ("约26%", Verdict.SUPPORTED),
        ("25.9%", Verdict.REFUTED),
        ("28.5%", Verdict.REFUTED),
        ("约三分之一", Verdict.REFUTED),
        ("不足四分之一", Verdict.REFUTED),
    ],
)
def test_a_derived_claim_decides_and_shows_its_calculation(
    tmp_path: Path, said: str, verdict: Verdict
) -> None:
    finding = check(tmp_path, SHARE, f"在快手获得收入的用户中，贫困地区用户占{said}。")
    assert finding.verdict is verdict
    assert finding.claim and finding.claim.id == "share"
    assert "推算：664万人 ÷ 2570万人 = 约25.84%" in finding.message


def test_the_bundled_claims_do_not_contradict_each_other() -> None:
    bank = load_claims(bundled())
    compiler = Compiler(bank, NameIndex(name_table(bank)))
    facts = [fact for number, claim in enumerate(bank.claims) for fact in compiler.compile(claim, number)]
    assert [(left.claim.id, right.claim.id) for left, right in rivals(facts)] == []
