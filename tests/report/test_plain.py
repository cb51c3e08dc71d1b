"""In a pipe a finding is one line, whole, whatever the draft holds."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.report import plain
from factcheck.report.words import one_line

if TYPE_CHECKING:
    from factcheck.report.run import Run


def test_one_line_a_finding(run: Run) -> None:
    out = io.StringIO()
    plain.write(run, out)
    assert out.getvalue().splitlines() == [
        "稿件.txt:1:17: refuted [value] “2750万” 数值不符：稿件说“2750万”，来源说“2570万人”"
        "（来源：《2020快手扶贫报告》 中国新闻网 2020-10-17 第5段 https://example.org/a/1.html；《另一篇》）",
        "稿件.txt:2:3: not_enough_evidence [no_claim] “3家” 没有可对照的事实",
    ]


def test_nothing_in_a_draft_ends_or_moves_the_line(run: Run) -> None:
    finding = run.documents[0].findings[0]
    hostile = "a\nb\r\tc\x1b[31md\u202ee\u2028f\x85g\ud800[bold]:smile:[/bold]" + "长" * 500
    line = plain.line("x\ny.txt", replace(finding, text=hostile, message="m\nn"))
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    assert "x\\ny.txt:1:17: " in line
    assert "[bold]:smile:[/bold]" + "长" * 500 in line
    line.encode()


def test_escapes_are_readable() -> None:
    assert one_line("a\n\t\x1b\u202e\U000e0001") == "a\\n\\t\\x1b\\u202e\\U000e0001"
    assert one_line("全角　空格，·“引号”") == "全角　空格，·“引号”"
