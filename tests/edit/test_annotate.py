"""A copy of a Word draft with comments: exact places, formatting kept, opened by another program."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from factcheck.documents.word import open_package, read_package
from factcheck.edit.annotate import annotate
from factcheck.verdict.finding import Finding, Verdict
from samples import word_file

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as Package

docx = pytest.importorskip("docx", reason="the docx extra is not installed")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOFFICE = shutil.which("soffice")


def _finding(text: str, words: str, verdict: Verdict = Verdict.REFUTED) -> Finding:
    start = text.index(words)
    return Finding(start, start + len(words), 1, 1, words, verdict, None, None, "", words, "", 1.0)


def _annotated(data: bytes, *words: str, verdict: Verdict = Verdict.REFUTED) -> Package:
    text = read_package(open_package(data)).text
    out = annotate(
        data, text, [_finding(text, one, verdict) for one in words], lambda finding: f"说：{finding.text}\n二"
    )
    assert read_package(open_package(out)).text == text  # not a character is lost or moved
    package: Package = docx.Document(io.BytesIO(out))
    return package


def _runs(package: Package, paragraph: int = 0) -> list[tuple[str, str | None, bool]]:
    """Text, highlight and boldness of every run that holds text."""
    found = []
    for run in package.paragraphs[paragraph].runs:
        mark = run._r.find(f"{W}rPr/{W}highlight")
        if run.text:
            found.append((run.text, None if mark is None else mark.get(f"{W}val"), bool(run.bold)))
    return found


def _commented(package: Package) -> dict[str, str]:
    """The words of the body between the marks of each comment, by the comment's text."""
    found = {}
    for comment in package.comments:
        inside, words = False, ""
        for element in package.element.body.iter():
            if element.get(f"{W}id") == str(comment.comment_id):
                inside = element.tag == f"{W}commentRangeStart" or (
                    inside and element.tag != f"{W}commentRangeEnd"
                )
            elif inside and element.tag == f"{W}t":
                words += element.text or ""
        found[comment.text] = words
    return found


def test_runs_are_split_at_the_exact_characters_and_keep_their_formatting() -> None:
    package = _annotated(word_file([[("用户27", False), ("50万人，增", True), ("5%。", False)]]), "2750万人")
    assert _runs(package) == [
        ("用户", None, False),
        ("27", "red", False),
        ("50万人", "red", True),
        ("，增", None, True),
        ("5%。", None, False),
    ]
    assert _commented(package) == {"说：2750万人\n二": "2750万人"}
    (comment,) = package.comments
    assert (comment.author, comment.timestamp) == ("factcheck", None)


def test_two_places_of_one_run() -> None:
    package = _annotated(word_file(["用户2750万人，粮食53万吨"]), "2750万人", "53万吨")
    assert [text for text, mark, _ in _runs(package) if mark] == ["2750万人", "53万吨"]
    assert list(_commented(package).values()) == ["2750万人", "53万吨"]


def test_what_overlaps_is_marked_once_and_commented_twice() -> None:
    package = _annotated(word_file(["用户2750万人"]), "用户2750", "2750万人")
    assert [text for text, mark, _ in _runs(package) if mark] == ["用户", "2750", "万人"]
    assert list(_commented(package).values()) == ["用户2750", "2750万人"]


@pytest.mark.parametrize(
    ("verdict", "color"), [(Verdict.NOT_ENOUGH_EVIDENCE, "yellow"), (Verdict.CONFLICTING, "magenta")]
)
def test_the_colour_tells_the_verdict(verdict: Verdict, color: str) -> None:
    package = _annotated(word_file(["用户2750万人"]), "2750万人", verdict=verdict)
    assert _runs(package)[1] == ("2750万人", color, False)


def test_what_is_supported_is_left_alone() -> None:
    package = _annotated(word_file(["用户2750万人"]), "2750万人", verdict=Verdict.SUPPORTED)
    assert _runs(package) == [("用户2750万人", None, False)]
    assert not list(package.comments)


def test_the_authors_own_highlight_stays() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("用户2750万人")
    run.font.highlight_color = docx.enum.text.WD_COLOR_INDEX.GREEN
    out = io.BytesIO()
    document.save(out)
    package = _annotated(out.getvalue(), "2750万人")
    assert [mark for _, mark, _ in _runs(package)] == ["darkGreen", "darkGreen"]
    assert len(list(package.comments)) == 1


EVERYWHERE = word_file(
    ["开头", [("用户2750", False), ("万人", True), ("。", False)]],
    table=[["粮食", "53万吨"]],
    header="页眉说31万",
    footer="页脚说32万",
    footnote="脚注说33万",
    box="文本框说34万",
)


def test_what_stands_beside_the_body_is_marked_there_and_commented_in_the_body() -> None:
    package = _annotated(EVERYWHERE, "53万吨", "31万", "32万", "33万", "34万")
    assert len(_commented(package)) == 5
    assert _commented(package)["说：53万吨\n二"] == "53万吨"
    assert "开头" in _commented(package)["说：31万\n二"]
    header = package.sections[0].header.paragraphs[0]
    assert [run.text for run in header.runs] == ["页眉说", "31万"]
    notes = next(part for part in package.part.package.iter_parts() if "footnotes" in part.partname)
    assert 'w:val="red"' in notes.blob.decode()


def test_tabs_and_breaks_within_a_run_stay_where_they_are() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("甲\t2750万\n53万吨\t乙")
    out = io.BytesIO()
    document.save(out)
    package = _annotated(out.getvalue(), "2750万", "53万吨")
    assert package.paragraphs[0].text == "甲\t2750万\n53万吨\t乙"
    assert [text for text, mark, _ in _runs(package) if mark] == ["2750万", "53万吨"]


def test_the_authors_own_comments_stay() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    first, second = paragraph.add_run("用户"), paragraph.add_run("2750万人")
    document.add_comment([first], "作者的话", author="作者")
    document.add_comment([second], "再核一下", author="作者")
    out = io.BytesIO()
    document.save(out)
    package = _annotated(out.getvalue(), "2750万人")
    assert [comment.author for comment in package.comments] == ["作者", "作者", "factcheck"]
    assert len({comment.comment_id for comment in package.comments}) == 3
    assert _commented(package)["说：2750万人\n二"] == "2750万人"


def test_words_that_are_tracked_or_linked_are_split_where_they_stand() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for wrapper in ('w:ins w:id="1" w:author="a"', 'w:hyperlink w:anchor="x"'):
        run = f"<w:r><w:rPr><w:b/></w:rPr><w:t>用户{len(wrapper)}万人。</w:t></w:r>"
        name = wrapper.split()[0]
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        paragraph._p.append(docx.oxml.parse_xml(f"<{wrapper} {space}>{run}</{name}>"))
    out = io.BytesIO()
    document.save(out)
    package = _annotated(out.getvalue(), "27万人", "24万人")
    for name in ("ins", "hyperlink"):
        (parent,) = package.element.body.iter(f"{W}{name}")
        texts = [[text.text for text in run.iter(f"{W}t")] for run in parent.iter(f"{W}r")]
        assert [text for text in texts if text][1][0].endswith("万人")
        assert len(list(parent.iter(f"{W}b"))) == 3


def test_the_same_draft_gives_the_same_copy() -> None:
    text = read_package(open_package(EVERYWHERE)).text
    findings = [_finding(text, "53万吨"), _finding(text, "33万")]
    assert annotate(EVERYWHERE, text, findings, str) == annotate(EVERYWHERE, text, findings, str)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_and_renders_the_copy(tmp_path: Path) -> None:
    text = read_package(open_package(EVERYWHERE)).text
    findings = [_finding(text, words) for words in ("2750万人", "53万吨", "31万", "33万", "34万")]
    copy = tmp_path / "copy.docx"
    copy.write_bytes(annotate(EVERYWHERE, text, findings, lambda finding: f"不符：{finding.text}"))
    assert SOFFICE is not None
    for form in ("odt", "pdf"):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(copy)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    content = zipfile.ZipFile(tmp_path / "copy.odt").read("content.xml").decode()
    assert content.count("<office:annotation ") == len(findings)
    assert "不符：2750万人" in content
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF-")
