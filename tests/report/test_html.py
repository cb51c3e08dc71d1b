"""The HTML report: whole without JavaScript, alive with it, and nothing from outside is markup."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chromium import EXECUTABLE, Page
from factcheck.claims.model import Claim, ClaimFile, Source
from factcheck.documents.model import Document
from factcheck.report import html
from factcheck.report.run import Checked, Problem, Run
from factcheck.triage.hidden import By, Hidden, Notice
from factcheck.verdict.explanation import Explanation, Part, Row
from factcheck.verdict.finding import Finding, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOSTILE = (
    '<script>document.title="bad"</script>"><img src=x onerror=\'document.title="bad"\'>\r\n'
    "</article></main>&amp; $body ${title} {{x}} <!-- --> \u202e倒写\u202c\x00\x1b[31m 2750万用户<b>粗</b>\n"
)
EVIL = '"><script>document.title="bad"</script>'


@pytest.fixture
def hostile() -> Run:
    """A draft, a claim, a source and paths that try to be more than text; findings that overlap."""
    source = Source("s", EVIL, EVIL, url="javascript:alert(1)")
    claim = Claim(id="evil", statement=EVIL, source=source, locator=EVIL, quote=EVIL)

    def finding(part: str, verdict: Verdict, reason: Reason | None) -> Finding:
        start = HOSTILE.index(part)
        line = HOSTILE.count("\n", 0, start) + 1
        column = start - (HOSTILE.rfind("\n", 0, start) + 1) + 1
        end = start + len(part)
        return Finding(start, end, line, column, part, verdict, reason, claim, EVIL, part, EVIL, 1.0)

    findings = (
        finding("<script>", Verdict.NOT_ENOUGH_EVIDENCE, Reason.NO_CLAIM),
        finding("2750万用户<b>", Verdict.SUPPORTED, None),
        finding("2750万", Verdict.REFUTED, Reason.VALUE),
    )
    return Run(
        claims=(ClaimFile(EVIL, 1),),
        documents=(Checked(Document(EVIL, HOSTILE, "utf-8"), findings),),
        errors=(Problem(EVIL, EVIL),),
        notices=(Notice(EVIL, 3, EVIL),),
    )


class Reader(HTMLParser):
    """Collects tags, links and the text of the draft."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.draft = ""
        self._depth = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if tag == "article":
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.draft += data


def written(run: Run) -> str:
    out = io.StringIO()
    html.write(run, out)
    return out.getvalue()


def test_the_draft_is_there_as_written(run: Run) -> None:
    page = written(run)
    reader = Reader(page)
    text = run.documents[0].document.text.replace("\r\n", "\n")
    assert reader.draft.startswith(text)
    assert "数值不符：稿件说“2750万”" in page
    assert '<a href="https://example.org/a/1.html" rel="noopener noreferrer">《2020快手扶贫报告》</a>' in page
    assert "没能核查 none.txt" in page
    assert "证据冲突 <b>0</b>" in page


def test_the_file_needs_nothing_else(run: Run) -> None:
    assert not re.search(r"<(?:link|img|iframe|script src|base)|@import|url\(", written(run))


def test_an_account_is_given_where_asked_for(run: Run) -> None:
    item = run.documents[0]
    account = Explanation("earners-total", (Row(Part.VALUE, "<2750万>", "2570万人", 0.0),), (), ())
    asked = item._replace(findings=(replace(item.findings[0], explanation=account),))
    page = written(run._replace(documents=(asked,)))
    assert "<li>值 ✗ 稿件：&lt;2750万&gt; 事实：2570万人</li>" in page
    assert '<details class="account">' not in written(run)


def test_what_is_hidden_is_told(run: Run) -> None:
    item = run.documents[0]
    hidden = Hidden(item.findings[0], By.COMMENT, "作者已<核>实")
    page = written(run._replace(documents=(item._replace(findings=item.findings[1:], hidden=(hidden,)),)))
    assert "没有列出 1 条" in page
    assert "作者已&lt;核&gt;实" in page


def test_nothing_from_outside_is_markup(hostile: Run) -> None:
    reader = Reader(written(hostile))
    assert reader.tags.count("script") == 1
    assert "img" not in reader.tags
    assert reader.tags.count("b") == 4, "the four counts at the top"
    assert all(link.startswith("#") for link in reader.links)
    shown = HOSTILE.replace("\r\n", "\n")
    for char in "\u202e\u202c\x00\x1b":
        shown = shown.replace(char, f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")
    assert reader.draft == shown


def test_every_finding_can_be_led_to(hostile: Run) -> None:
    page = written(hostile)
    for number in (1, 2, 3):
        assert page.count(f'id="m{number}"') == 1
        assert page.count(f'id="f{number}"') == 1


@given(
    st.text("字<&\"'\n", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(1, 6), st.sampled_from(list(Verdict))), max_size=5),
)
def test_whatever_overlaps_the_draft_is_whole(text: str, spans: list[tuple[int, int, Verdict]]) -> None:
    findings = tuple(
        Finding(start, min(start + length, len(text)), 1, 1, "", verdict, None, None, "", "", "", 1.0)
        for start, length, verdict in sorted(spans, key=lambda span: span[:2])
        if start < len(text)
    )
    page = written(Run((), (Checked(Document("a.txt", text, "utf-8"), findings),), ()))
    assert Reader(page).draft == text
    for number in range(1, len(findings) + 1):
        assert page.count(f'id="m{number}"') == 1


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Page]:
    if EXECUTABLE is None:
        pytest.skip("no Chromium here")
    with Page(tmp_path / "profile") as page:
        yield page


def show(browser: Page, run: Run, tmp_path: Path, fragment: str = "") -> None:
    file = tmp_path / "报告 #1.html"
    file.write_bytes(written(run).encode())
    browser.open(file, fragment)


def test_in_a_browser(browser: Page, run: Run, tmp_path: Path) -> None:
    show(browser, run, tmp_path)
    tip = "document.getElementById('tip')"
    assert browser.value(f"{tip}.hidden")

    browser.mouse(".mark.refuted", click=False)
    assert "2570万人" in browser.value(f"{tip}.textContent")
    browser.mouse("h1", click=False)
    assert browser.value(f"{tip}.hidden"), "hovering opens, leaving closes"

    browser.mouse(".mark.refuted")
    browser.mouse("h1", click=False)
    assert not browser.value(f"{tip}.hidden"), "a click keeps it"
    assert browser.value("document.querySelector('.finding.current').id") == "f1"
    browser.press("Escape")
    assert browser.value(f"{tip}.hidden")

    visible = "[...document.querySelectorAll('.finding')].filter(one => one.offsetParent).map(one => one.id)"
    assert browser.value(visible) == ["f1", "f2"]
    browser.mouse("label.refuted")
    assert browser.value(visible) == ["f2"]
    browser.press("j")
    assert browser.value("document.activeElement.id") == "m2", "keys pass over what is filtered out"
    browser.press("1")
    assert browser.value(visible) == ["f1", "f2"]
    browser.press("j")
    assert browser.value("document.activeElement.id") == "m1"
    browser.press("k")
    assert browser.value("document.activeElement.id") == "m2"
    assert not complaints(browser)


def test_in_a_browser_without_javascript(browser: Page, run: Run, tmp_path: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    show(browser, run, tmp_path)
    browser.mouse(".mark.refuted")
    assert browser.value("location.hash") == "#f1"
    assert browser.value("document.querySelector(':target').id") == "f1"
    browser.mouse("label.refuted")
    assert browser.value("document.getElementById('f1').offsetParent === null")


def test_dark_and_print(browser: Page, run: Run, tmp_path: Path) -> None:
    show(browser, run, tmp_path)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = browser.value(ground)
    dark = {"name": "prefers-color-scheme", "value": "dark"}
    browser.call("Emulation.setEmulatedMedia", features=[dark])
    assert browser.value(ground) != light
    browser.call("Emulation.setEmulatedMedia", media="print", features=[dark])
    assert browser.value(ground) == "rgb(255, 255, 255)"
    assert browser.value("getComputedStyle(document.querySelector('.findings')).overflow") == "visible"


def test_a_hostile_draft_in_a_browser(browser: Page, hostile: Run, tmp_path: Path) -> None:
    show(browser, hostile, tmp_path)
    assert "<script>" in browser.value("document.querySelector('.draft').textContent")
    for _ in range(3):
        browser.press("j")
    browser.mouse(".finding#f2 .where")
    assert browser.value("document.title").startswith("事实核查")
    assert browser.value("document.querySelectorAll('script, img').length") == 1
    requests = [e["params"]["request"]["url"] for e in browser.events if "request" in e.get("params", {})]
    assert [url for url in requests if not url.startswith("file:")] == []
    assert not complaints(browser)


def complaints(browser: Page) -> list[object]:
    """Exceptions, and what the content security policy had to stop."""
    kinds = ("Log.entryAdded", "Runtime.exceptionThrown")
    return [event for event in browser.events if event.get("method") in kinds]
