"""One run with everything in it that a report must be able to tell."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims.model import Claim, ClaimFile, Source
from factcheck.documents.model import Document
from factcheck.report.run import Checked, Problem, Run
from factcheck.verdict.finding import Finding, Reason, Verdict

SOURCE = Source("cns", "2020快手扶贫报告", "中国新闻网", date(2020, 10, 17), "https://example.org/a/1.html")
OTHER = Source("daily", "另一篇")
CLAIM = Claim(
    id="earners-total",
    statement="一年间共有2570万人靠快手有了收入。",
    source=SOURCE,
    other_sources=(OTHER,),
    locator="第5段",
    quote="2570万",
)
DRAFT = "据报告，在快手获得收入的用户数达2750万，[bold]来自[/bold] :smile: 贫困地区。\r\n另有3家公司。\n"


def finding(part: str, verdict: Verdict, reason: Reason | None, claim: Claim | None, message: str) -> Finding:
    start = DRAFT.index(part)
    line_start = DRAFT.rfind("\n", 0, start) + 1
    return Finding(
        start=start,
        end=start + len(part),
        line=DRAFT.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        text=part,
        verdict=verdict,
        reason=reason,
        claim=claim,
        expected="2570万人" if claim else "",
        found=part,
        message=message,
        score=0.93,
    )


@pytest.fixture
def run() -> Run:
    """A document with one refuted and one undecided finding, one without any, and one that was not read."""
    refuted = finding(
        "2750万", Verdict.REFUTED, Reason.VALUE, CLAIM, "数值不符：稿件说“2750万”，来源说“2570万人”"
    )
    nothing = finding("3家", Verdict.NOT_ENOUGH_EVIDENCE, Reason.NO_CLAIM, None, "没有可对照的事实")
    return Run(
        claims=(ClaimFile("claims/a.toml", 52),),
        documents=(
            Checked(Document("稿件.txt", DRAFT, "utf-8"), (refuted, nothing)),
            Checked(Document("-", "今天天气好。", "utf-8"), ()),
        ),
        errors=(Problem("none.txt", "找不到文件，请检查路径"),),
    )
