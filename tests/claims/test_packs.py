"""The claims that come with the program: clean, on several subjects, each right and wrong in a draft."""

from __future__ import annotations

import pytest

from factcheck import load_claims
from factcheck.claims.find import bundled
from factcheck.curate.lint import lint
from factcheck.verdict.checker import Checker
from factcheck.verdict.finding import Verdict

CHECKER = Checker(load_claims(bundled()))

# sentence, and the claim that decides it
RIGHT = {
    "2022年，我国国内生产总值达1210207亿元。": "gdp",
    "2022年我国国内生产总值约121万亿元，同比增长3%。": "gdp-growth",
    "2022年第三产业增加值占国内生产总值的比重为52.8%。": "tertiary-share",
    "2022年第三产业增加值占国内生产总值的比重为52.78%。": "tertiary-share",
    "第七次全国人口普查显示，全国人口共14.1178亿人。": "people",
    "第七次全国人口普查显示，居住在城镇的人口占63.89%。": "towns-share",
    "珠穆朗玛峰最新高程为8848.86米。": "height",
    "2020年12月8日，珠穆朗玛峰最新高程公布。": "announced",
    "嫦娥五号带回月球样品1731克。": "samples",
    "嫦娥五号返回器在四子王旗着陆。": "landing-place",
}
WRONG = {
    "2022年，我国国内生产总值达1210207万元。": "gdp",
    "2022年第三产业增加值占国内生产总值的比重为58.2%。": "tertiary-share",
    "第七次全国人口普查显示，居住在城镇的人口占68.39%。": "towns-share",
    "珠穆朗玛峰最新高程为8844.43米。": "height",
    "嫦娥五号带回月球样品1713克。": "samples",
    "嫦娥五号历时32天。": "days",
}


def test_the_packs_are_clean() -> None:
    opened, problems = lint([bundled()])
    assert [f"{found.path}:{found.line} {found.rule} {found.claim}" for found in problems] == []
    assert len(opened.files) >= 4


@pytest.mark.parametrize(("sentence", "claim"), RIGHT.items())
def test_right_is_supported(sentence: str, claim: str) -> None:
    findings = CHECKER.check(sentence)
    assert {found.verdict for found in findings} == {Verdict.SUPPORTED}
    assert claim in {found.claim.id for found in findings if found.claim}


@pytest.mark.parametrize(("sentence", "claim"), WRONG.items())
def test_wrong_is_refuted(sentence: str, claim: str) -> None:
    assert (Verdict.REFUTED, claim) in {
        (found.verdict, found.claim.id) for found in CHECKER.check(sentence) if found.claim
    }
