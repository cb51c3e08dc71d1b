"""Excuses in drafts and configuration: what they cover, and that one which does nothing is told about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.model import Document
from factcheck.triage.comments import Comments
from factcheck.triage.entries import Entries, Entry, decode_entries
from factcheck.triage.excuse import Excuse, ExcuseError
from factcheck.triage.hidden import By, sift
from factcheck.verdict.finding import Finding, Reason, Verdict

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 6, 1)


def finding(
    text: str, part: str, reason: Reason = Reason.VALUE, verdict: Verdict = Verdict.REFUTED
) -> Finding:
    start = text.index(part)
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Finding(start, start + len(part), line, column, part, verdict, reason, None, "", part, "", 1.0)


def hidden_by_comments(text: str, *findings: Finding, path: str = "a.md") -> tuple[list[str], list[str]]:
    comments = Comments(TODAY)
    _, hidden = sift(Document(path, text, "utf-8"), findings, [comments])
    return [one.finding.text for one in hidden], [f"{n.line}：{n.message}" for n in comments.notices()]


@pytest.mark.parametrize(
    ("comment", "hides"),
    [
        ("<!-- factcheck: ignore[value] 已核实 -->", True),
        ("<!--factcheck:ignore[value]已核实-->", True),
        ("<!-- factcheck：ignore[value] 已核实 -->", True),
        ("<!-- factcheck: ignore[period, value] 已核实 -->", True),
        ("<!-- factcheck: ignore[period，value] 已核实 -->", True),
        ("<!-- factcheck: ignore 都已核实 -->", True),
        ("<!-- factcheck: ignore[value] until=2026-06-01 今天还有效 -->", True),
        ("<!-- factcheck: ignore[value] 今天还有效 until=2026-06-01 -->", True),
        ("<!-- factcheck: ignore[value]\n  写了两行 -->", True),
        ("<!-- factcheck: ignore[period] 别的理由 -->", False),
        ("<!-- factcheck: ignore[value] -->", False),
        ("<!-- factcheck: ignore[value] until=2026-05-31 昨天到期 -->", False),
        ("<!-- factcheck: ignore[value] 到期写在后面 until=2026-05-31 -->", False),
        ("<!-- factcheck: ignore[value] until=明天 日期不对 -->", False),
        ("<!-- factcheck: ignore[valeu] 写错了 -->", False),
        ("<!-- factcheck: ignroe[value] 写错了 -->", False),
        ("<!-- factcheck: ignore[value] 没有写完", False),
        ("<!-- FactCheck: ignore[value] 大小写不论 -->", True),
        ("<!-- 说说 factcheck -->", False),
    ],
)
def test_what_a_comment_hides(comment: str, hides: bool) -> None:
    text = f"粮食产量53.2万吨。{comment}\n"
    hidden, notices = hidden_by_comments(text, finding(text, "53.2万吨"))
    assert hidden == (["53.2万吨"] if hides else [])
    assert bool(notices) == (not hides and "说说" not in comment), (
        "a comment of ours that does nothing is told"
    )


def test_a_comment_holds_for_its_line_or_alone_for_the_next() -> None:
    text = (
        "第一行1万。<!-- factcheck: ignore 本行 -->\n"
        "第二行2万。\n"
        "<!-- factcheck: ignore[value] 下一行 -->\n"
        "<!-- factcheck: ignore[period] 两条叠着 -->\n"
        "\n"
        "第六行3万。\n"
        "第七行4万。\n"
    )
    findings = [finding(text, part) for part in ("1万", "2万", "3万", "4万")]
    hidden, notices = hidden_by_comments(text, *findings)
    assert hidden == ["1万", "3万"]
    assert notices == ["4：这条忽略没有用上，可以删去"]


NOTE = "<!-- factcheck: ignore[value] 已核实 -->"


@pytest.mark.parametrize(
    ("text", "hides"),
    [
        (f"<div><p>甲1万。</p><p>乙<b>2万</b>。{NOTE}</p><p>丙3万。</p></div>", ["2万"]),
        (f"<div><p>甲1万。</p><p>乙2万。</p>{NOTE}<p>丙3万。</p></div>", ["2万"]),
        (f"<div>{NOTE}<p>甲1万。</p><p>乙2万。</p><p>丙3万。</p></div>", ["1万"]),
        (f"<p>甲1万。</p>\n<p>乙2万。</p> {NOTE}\n<p>丙3万。</p>", ["2万"]),
        (f"<p>甲1万。</p>\n{NOTE}\n<p class='x'>\n乙2万。</p>\n<p>丙3万。</p>", ["2万"]),
    ],
)
def test_in_html_a_comment_holds_for_one_block(text: str, hides: list[str]) -> None:
    findings = [finding(text, part) for part in ("1万", "2万", "3万")]
    assert hidden_by_comments(text, *findings, path="a.html") == (hides, [])


def test_what_agrees_needs_no_excuse() -> None:
    text = "1万。<!-- factcheck: ignore 多余 -->"
    supported = Finding(0, 2, 1, 1, "1万", Verdict.SUPPORTED, None, None, "", "1万", "", 1.0)
    assert hidden_by_comments(text, supported) == ([], ["1：这条忽略没有用上，可以删去"])


PIECES = (
    *("53万。", "第一书记。", "\n", "\n\n", "`", "```\n", "<!--", "-->", " 原因", "<!-- 别的 -->"),
    *("<!-- factcheck: ignore[value] 原因 -->", "<!-- factcheck: ignore -->", "factcheck: ignore[value] x"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_comment_of_ours_hides_or_is_told(pieces: list[str]) -> None:
    text = "".join(pieces)
    places = [found.start() for found in re.finditer("53万", text)]
    findings = [
        replace(finding(text, "53万"), start=at, end=at + 3, line=text.count("\n", 0, at) + 1)
        for at in places
    ]
    comments = Comments(TODAY)
    kept, hidden = sift(Document("a.html", text, "utf-8"), findings, [comments])
    ours = [
        one
        for one in re.findall(r"<!--(.*?)(?:-->|\Z)", text, re.DOTALL)
        if one.strip().startswith("factcheck")
    ]
    told = list(comments.notices())
    assert len(kept) + len(hidden) == len(findings)
    assert len(told) <= len(ours)
    if ours and not hidden:
        assert len(told) == len(ours)


def test_a_stray_tick_does_not_undo_an_excuse() -> None:
    text = "一个 ` 号。\n\n53万。<!-- factcheck: ignore 已核实 -->\n\n又一个 ` 号。\n"
    assert hidden_by_comments(text, finding(text, "53万")) == (["53万"], [])


def test_a_comment_in_code_is_only_an_example() -> None:
    text = "写法是 `<!-- factcheck: ignore 例子 -->`，53万。\n```\n54万<!-- factcheck: ignore 例子 -->\n```\n"
    assert hidden_by_comments(text, finding(text, "53万"), finding(text, "54万")) == ([], [])


def test_a_comment_where_there_are_none_is_told() -> None:
    text = "53万。<!-- factcheck: ignore 没用 -->"
    hidden, notices = hidden_by_comments(text, finding(text, "53万"), path="a.txt")
    assert not hidden
    assert "factcheck.toml" in notices[0]


def test_the_reason_is_kept() -> None:
    text = "53万。<!-- factcheck: ignore[value] 统计局已更正 until=2030-01-01 -->"
    _, hidden = sift(Document("a.html", text, "utf-8"), [finding(text, "53万")], [Comments(TODAY)])
    assert [(one.by, one.why) for one in hidden] == [(By.COMMENT, "统计局已更正")]


def entries(*given: Entry, here: Path) -> Entries:
    return Entries(given, "factcheck.toml", str(here), TODAY)


def test_entries_go_by_file_and_words(tmp_path: Path) -> None:
    text = "产量53万吨，又说53万吨，游客53万。"
    document = Document(str(tmp_path / "稿件" / "a.docx"), text, "")
    findings = [finding(text, "53万吨"), finding(text, "53万。")]
    used = Entry("稿件/*.docx", "产量53万吨", Excuse(frozenset({"value"}), "已请作者补来源"))
    elsewhere = Entry("别处/*.docx", "游客53万", Excuse(frozenset(), "别的文件"))
    unused = Entry("稿件/a.docx", "没有这句", Excuse(frozenset(), "多余"))
    late = Entry("稿件/a.docx", "游客53万", Excuse(frozenset(), "到期了", date(2026, 5, 31)))
    sieve = entries(used, elsewhere, unused, late, here=tmp_path)
    kept, hidden = sift(document, findings, [sieve])
    assert [one.text for one in kept] == ["53万。"]
    assert [(one.by, one.why) for one in hidden] == [(By.CONFIG, "已请作者补来源")]
    told = [notice.message for notice in sieve.notices()]
    assert len(told) == 3
    assert told[0].startswith("suppress[1]（别处/*.docx，“游客53万”）：这条忽略没有用上")
    assert told[1].startswith("suppress[2]（稿件/a.docx，“没有这句”）：这条忽略没有用上")
    assert told[2].startswith("suppress[3]（稿件/a.docx，“游客53万”）：忽略的期限 2026-05-31 已过")


def test_an_entry_for_a_file_of_another_run_is_not_unused(tmp_path: Path) -> None:
    (tmp_path / "b.docx").touch()
    sieve = entries(Entry("b.docx", "53万", Excuse(frozenset(), "另一篇")), here=tmp_path)
    sift(Document("a.docx", "53万", ""), [], [sieve])
    assert not list(sieve.notices())


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ({"text": "x", "why": "y"}, "suppress[0].file"),
        ({"file": "a", "text": "x"}, "suppress[0].why"),
        ({"file": "a", "text": "", "why": "y"}, "suppress[0].text"),
        (
            {"file": "a", "text": "x", "why": "y", "reason": ["value"]},
            "suppress[0].reason：不认识的键，是不是 reasons",
        ),
        ({"file": "a", "text": "x", "why": "y", "reasons": ["valeu"]}, "没有理由 valeu，是不是 value"),
        ({"file": "a", "text": "x", "why": "y", "reasons": "value"}, "suppress[0].reasons"),
        ({"file": "a", "text": "x", "why": "y", "until": "2026-12-31"}, "suppress[0].until"),
    ],
)
def test_entries_that_cannot_be_used(table: dict[str, object], complaint: str, tmp_path: Path) -> None:
    with pytest.raises(ExcuseError) as caught:
        decode_entries([table], tmp_path)
    assert complaint in str(caught.value)
