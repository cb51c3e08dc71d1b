"""The formats for other programs: each as its reader has it, and nothing from outside breaks out of it."""

from __future__ import annotations

import html
import importlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from factcheck.config import FORMATS
from factcheck.documents.model import Document
from factcheck.report.markdown import LONGEST, MARKER
from factcheck.report.run import Checked, Problem, Run
from factcheck.triage.hidden import By, Hidden, Notice
from factcheck.verdict.finding import Verdict

HOSTILE = "::error::%0A\n]]><x a='\"'/>|[x](javascript:1)`@all`#1\x1b[31m\u202e\ud800\ufffe🙂"
FOR_PROGRAMS = [name for name in FORMATS if name != "text"]


def written(name: str, run: Run) -> str:
    out = io.StringIO()
    importlib.import_module(f"factcheck.report.{name}").write(run, out)
    return out.getvalue()


@pytest.fixture
def hostile(run: Run) -> Run:
    item = run.documents[0]
    findings = tuple(replace(one, text=HOSTILE, message=HOSTILE) for one in item.findings)
    path = HOSTILE.replace("\ud800", "\udcff")  # as Python has the byte FF of a name that is no UTF-8
    checked = Checked(Document(path, item.document.text, "utf-8"), findings)
    return run._replace(documents=(checked,), errors=(Problem(path, HOSTILE),))


@pytest.mark.parametrize("name", FOR_PROGRAMS)
def test_the_same_run_gives_the_same_bytes(name: str, run: Run) -> None:
    assert written(name, run) == written(name, run)


@pytest.mark.parametrize("name", FOR_PROGRAMS)
def test_hostile_text_stays_text(name: str, hostile: Run) -> None:
    text = written(name, hostile)
    text.encode("utf-8", "backslashreplace")
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    elif name == "jsonl":
        for line in text.splitlines():
            json.loads(line)
    elif name == "junit":
        ET.fromstring(text)
    elif name == "github":
        assert all(line.startswith(("::error file=", "::notice file=")) for line in text.splitlines())
    elif name == "markdown":
        assert "\x1b" not in text
        assert "\n::error" not in text
        assert "](javascript" not in text
        assert "@all" not in text


def test_jsonl_says_the_same_as_json(run: Run) -> None:
    whole = json.loads(written("json", run))
    lines = [json.loads(line) for line in written("jsonl", run).splitlines()]
    findings = [line for line in lines if line["type"] == "finding"]
    expected = [
        {"type": "finding", "path": document["path"], **finding}
        for document in whole["documents"]
        for finding in document["findings"]
    ]
    assert findings == expected
    assert lines[0] == {"type": "run", "schema": whole["schema"], "claims": whole["claims"]}
    assert lines[-1] == {"type": "summary", **whole["summary"]}
    assert [line["path"] for line in lines if line["type"] == "document"] == ["稿件.txt", "-"]


def test_sarif_follows_its_schema(run: Run, hostile: Run) -> None:
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    hidden = Hidden(run.documents[0].findings[0], By.COMMENT, "已核实")
    item = run.documents[0]._replace(hidden=(hidden,), findings=run.documents[0].findings[1:])
    notice = Notice("稿件.txt", 3, "没有用上")
    for one in (run, hostile, run._replace(documents=(item,), notices=(notice,)), Run((), (), ())):
        validator.validate(json.loads(written("sarif", one)))


def test_sarif_says_where_and_what(run: Run) -> None:
    log = json.loads(written("sarif", run._replace(here="/srv")))["runs"][0]
    assert log["columnKind"] == "unicodeCodePoints"
    refuted, open_ = log["results"]
    place = refuted["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "%E7%A8%BF%E4%BB%B6.txt", "uriBaseId": "SRCROOT"}
    assert place["region"] == {
        **{"startLine": 1, "startColumn": 17, "endLine": 1, "endColumn": 22},
        **{"charOffset": 16, "charLength": 5, "snippet": {"text": "2750万"}},
    }
    assert (refuted["ruleId"], refuted["level"], open_["level"]) == ("value", "error", "note")
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == ["no_claim", "value"]
    replacement = refuted["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "2570万"}
    assert log["invocations"][0]["executionSuccessful"] is False


def fingerprints(run: Run) -> list[str]:
    results = json.loads(written("sarif", run))["runs"][0]["results"]
    return [result["partialFingerprints"]["factcheck/v1"] for result in results]


def test_fingerprints_hold_while_lines_move(run: Run) -> None:
    item = run.documents[0]
    moved = item.document._replace(text="新的一段。\n" + item.document.text)
    findings = tuple(
        replace(one, start=one.start + 6, end=one.end + 6, line=one.line + 1) for one in item.findings
    )
    assert fingerprints(run._replace(documents=(Checked(moved, findings),))) == fingerprints(run)
    twice = run._replace(documents=(item._replace(findings=item.findings[:1] * 2),))
    assert len(set(fingerprints(twice))) == 2


def test_github_puts_the_gravest_first(run: Run) -> None:
    item = run.documents[0]
    backwards = run._replace(documents=(item._replace(findings=item.findings[::-1]),))
    lines = written("github", backwards).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::notice"]
    assert lines[1] == (
        "::error file=稿件.txt,line=1,endLine=1,col=17,endColumn=22,title=不符 value::“2750万” "
        "数值不符：稿件说“2750万”，来源说“2570万人”（来源：《2020快手扶贫报告》 中国新闻网 2020-10-17 第5段 "
        "https://example.org/a/1.html；《另一篇》）"
    )


def test_github_escapes(run: Run) -> None:
    item = run.documents[0]
    odd = item._replace(document=item.document._replace(path="a,b:c%.txt"))
    finding = replace(item.findings[0], message="百分之5%\n::error::")
    line = written("github", run._replace(errors=(), documents=(odd._replace(findings=(finding,)),)))
    assert line.count("\n") == 1
    assert "file=a%2Cb%3Ac%25.txt," in line
    assert "百分之5%25\\n::error::" in line


def test_gitlab_issues(run: Run) -> None:
    unread, refuted, open_ = json.loads(written("gitlab", run))
    assert (unread["severity"], refuted["severity"], open_["severity"]) == ("blocker", "critical", "info")
    assert refuted["check_name"] == "factcheck/value"
    assert refuted["location"] == {"path": "稿件.txt", "lines": {"begin": 1}}
    assert len({issue["fingerprint"] for issue in (unread, refuted, open_)}) == 3
    assert json.loads(written("gitlab", Run((), (), ()))) == []


def test_junit_fails_what_the_run_fails(run: Run) -> None:
    root = ET.fromstring(written("junit", run))
    assert {name: root.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        **{"tests": "3", "failures": "1", "errors": "1", "skipped": "1"},
    }
    cases = {case.get("name"): [child.tag for child in case] for case in root.iter("testcase")}
    assert cases == {"1:17 “2750万”": ["failure"], "2:3 “3家”": ["skipped"], "读取稿件": ["error"]}
    strict = run._replace(failing=frozenset({Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE}))
    assert ET.fromstring(written("junit", strict)).get("failures") == "2"
    lenient = run._replace(failing=frozenset[Verdict]())
    assert ET.fromstring(written("junit", lenient)).get("failures") == "0"


def test_rdjson_counts_bytes(run: Run) -> None:
    item = run.documents[0]
    report: dict[str, Any] = json.loads(written("rdjson", run))
    found = report["diagnostics"][1]
    line = item.document.text.split("\n")[0].encode()
    where = found["location"]["range"]
    start, end = where["start"], where["end"]
    assert line[start["column"] - 1 : end["column"] - 1].decode() == "2750万"
    assert found["suggestions"] == [{"range": where, "text": "2570万"}]
    assert report["diagnostics"][0] == {
        "message": "找不到文件，请检查路径",
        "location": {"path": "none.txt"},
        "severity": "ERROR",
        "code": {"value": "unreadable"},
    }


def test_markdown_is_one_table(run: Run) -> None:
    lines = written("markdown", run).splitlines()
    assert lines[0] == MARKER
    assert lines[1] == "### 事实核查：相符 0，不符 1，证据不足 1，证据冲突 0"
    rows = [line for line in lines if line.startswith("| 稿件")]
    assert rows[0].startswith("| 稿件.txt:1 | ❌ 不符 | 2750万 | 数值不符：稿件说“2750万”")
    assert "[《2020快手扶贫报告》](<https://example.org/a/1.html>) 中国新闻网 2020-10-17" in rows[0]
    assert "- ⛔ 没能核查 none.txt：找不到文件，请检查路径" in lines


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ **c** ~~d~~ `e` ``f`` $g$ 3.14 报告:664万",
        "<b>x</b> <!-- y --> &amp; &#64; <https://x.example>",
        "[d](https://x.example) ![e](f) [g]: h [^1] | i \\| j \\",
        "https://x.example www.y.example :smile: a@b.example @all #1 - [ ] x",
        "# 标题",
    ],
)
def test_markdown_makes_nothing_of_a_draft(text: str, run: Run) -> None:
    item = run.documents[0]
    draft = item._replace(findings=(replace(item.findings[0], text=text),))
    source = written("markdown", run._replace(documents=(draft,)))
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source)
    cell = re.findall(r"<td>(.*?)</td>", page, re.DOTALL)[2]
    assert "<" not in cell
    assert html.unescape(cell).replace("\u200b", "") == text
    for sign in ("https://", "www.", ":smile:", "@all", "@b"):
        assert sign not in source.replace("(<https://", ""), "what GitHub would link, draw or notify"


def test_markdown_stays_short_enough_to_post(run: Run) -> None:
    item = run.documents[0]
    many = run._replace(documents=(item._replace(findings=item.findings * 2000),))
    text = written("markdown", many)
    assert len(text) < LONGEST + 2000
    assert "条没有列出" in text


def test_paths_are_relative_to_where_the_run_was(run: Run) -> None:
    item = run.documents[0]
    inside = item._replace(document=item.document._replace(path="/srv/稿/a b.txt"))
    outside = item._replace(document=item.document._replace(path="/etc/x.txt"))
    moved = run._replace(documents=(inside, outside), here="/srv", errors=())
    artifacts = json.loads(written("sarif", moved))["runs"][0]["artifacts"]
    assert [one["location"] for one in artifacts] == [
        {"uri": "%E7%A8%BF/a%20b.txt", "uriBaseId": "SRCROOT"},
        {"uri": "file:///etc/x.txt"},
    ]
    assert json.loads(written("gitlab", moved))[0]["location"]["path"] == "稿/a b.txt"
