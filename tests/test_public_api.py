"""Checking from Python: claims, source articles, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import factcheck
from factcheck import Verdict

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = """format = 1
[[sources]]
id = "bulletin"
title = "公报"
[[claims]]
id = "grain"
statement = "2023年青河县粮食总产量为52.3万吨。"
source = "bulletin"
subject = ["青河县"]
property = ["粮食总产量"]
value = "52.3万吨"
period = "2023"
"""
ARTICLE = "青河县的游客\n2023年，青河县接待游客310万人次。\n"
DRAFT = "2023年，青河县粮食总产量为53.2万吨，接待游客310万人次。"


@pytest.fixture
def bank(tmp_path: Path) -> factcheck.ClaimBank:
    file = tmp_path / "claims.toml"
    file.write_text(CLAIMS, encoding="utf-8")
    return factcheck.load_claims(file)


def verdicts(findings: list[factcheck.Finding]) -> dict[str, Verdict]:
    return {finding.text: finding.verdict for finding in findings}


def test_against_claims(bank: factcheck.ClaimBank) -> None:
    found = verdicts(factcheck.verify(DRAFT, bank))
    assert found == {"53.2万吨": Verdict.REFUTED, "310万人次": Verdict.NOT_ENOUGH_EVIDENCE}


def test_against_an_article_and_both(bank: factcheck.ClaimBank, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    source = factcheck.read_source(file)
    alone = verdicts(factcheck.verify(DRAFT, sources=[source]))
    assert alone == {
        "2023年": Verdict.SUPPORTED,
        "53.2万吨": Verdict.NOT_ENOUGH_EVIDENCE,
        "310万人次": Verdict.SUPPORTED,
    }
    both = verdicts(factcheck.verify(DRAFT, bank, sources=[source]))
    assert both == alone | {"53.2万吨": Verdict.REFUTED}


def test_other_claims_are_other_claims(bank: factcheck.ClaimBank) -> None:
    factcheck.verify(DRAFT, bank)
    assert Verdict.REFUTED not in verdicts(factcheck.verify(DRAFT)).values()


def test_explained(bank: factcheck.ClaimBank) -> None:
    assert all(finding.explanation for finding in factcheck.verify(DRAFT, bank, explained=True))


def test_a_source_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(factcheck.DocumentError, match="找不到文件"):
        factcheck.read_source(tmp_path / "none.txt")
