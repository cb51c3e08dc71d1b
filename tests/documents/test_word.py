"""Word files: every part is read and named; what cannot be read says why."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from factcheck.documents.model import Document, DocumentError
from factcheck.documents.read import read
from factcheck.documents.word import WordError, open_package, read_package
from samples import retyped, word_file

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = io.BytesIO()


def _read(tmp_path: Path, data: bytes) -> Document:
    file = tmp_path / "稿.docx"
    file.write_bytes(data)
    return read(str(file), NOTHING)


def _place(document: Document, words: str) -> str:
    return document.where(document.text.index(words))


def test_every_part_is_read_and_named(tmp_path: Path) -> None:
    data = word_file(
        ["标题", "", [("用户", False), ("2570", True), ("万人", False)]],
        table=[["项目", "数值"], ["粮食", "52万吨"]],
        header="页眉的话",
        footer="页脚的话",
        footnote="脚注的话",
        box="文本框的话",
    )
    document = _read(tmp_path, data)
    assert "用户2570万人" in document.text
    assert "项目\t数值\n粮食\t52万吨\n" in document.text
    assert document.text.count("文本框的话") == 1  # not its copy for old programs
    assert _place(document, "标题") == "第1段"
    assert _place(document, "2570") == "第2段"  # empty paragraphs are not counted
    assert _place(document, "52万吨") == "表1第2行第2格"
    assert _place(document, "页眉") == "页眉"
    assert _place(document, "页脚") == "页脚"
    assert _place(document, "脚注") == "脚注1"
    assert _place(document, "文本框") == "文本框1"


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".dotm"])
def test_macros_and_templates_are_read(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"稿{suffix}"
    file.write_bytes(retyped(word_file(["用户2570万人"]), suffix))
    assert "用户2570万人" in read(str(file), NOTHING).text


def test_deleted_words_are_left_out_and_inserted_ones_read(tmp_path: Path) -> None:
    data = word_file(["用户甲乙人"])
    old = "<w:r><w:t>用户甲乙人</w:t></w:r>".encode()
    new = (
        "<w:r><w:t>用户</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>9万</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>8万</w:t></w:r></w:ins>"
        "<w:moveFrom w:id='3' w:author='a'><w:r><w:t>7万</w:t></w:r></w:moveFrom>"
        "<w:hyperlink w:anchor='x'><w:r><w:t>人</w:t><w:tab/><w:t>增</w:t></w:r></w:hyperlink>"
    ).encode()
    document = _read(tmp_path, _replaced(data, "word/document.xml", old, new))
    assert document.text == "用户8万人\t增\n"


def _replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.namelist():
            content = before.read(member)
            if member == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(member, content)
    return out.getvalue()


def test_stretches_lead_back_to_their_nodes() -> None:
    whole = read_package(open_package(word_file(["甲", [("乙", True), ("丙", False)]], header="丁")))
    for stretch in whole.stretches:
        assert whole.text[stretch.at : stretch.end] == stretch.node.text


def test_parts_that_are_not_read_are_told(tmp_path: Path) -> None:
    relation = (
        b'<Relationship Id="rIdChart" Target="charts/chart1.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"/></Relationships>'
    )
    data = _replaced(word_file(["甲"]), "word/_rels/document.xml.rels", b"</Relationships>", relation)
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/charts/chart1.xml", "<c/>")
    types = b'<Override PartName="/word/charts/chart1.xml" ContentType="application/xml"/></Types>'
    document = _read(tmp_path, _replaced(out.getvalue(), "[Content_Types].xml", b"</Types>", types))
    assert document.notes == ("图表里的文字没有核查",)
    assert _read(tmp_path, word_file(["甲"])).notes == ()


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "加了密码的 Word 文件或旧版 .doc"),
        (b"PK\x03\x04 and no archive", "不是完好的 Word 文件"),
        (b"\x89PNG\r\n\x1a\n", "是 PNG 图片，不是 Word 文件"),
        ("只是文字".encode(), "不是 Word 文件"),
        (word_file(["甲"])[:-200], "不是完好的 Word 文件"),
        (_replaced(word_file(["甲"]), "word/document.xml", b"</w:body>", b""), "不是完好的 Word 文件"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, data: bytes, cause: str) -> None:
    with pytest.raises(DocumentError) as caught:
        _read(tmp_path, data)
    assert cause in str(caught.value)
    assert "请" in str(caught.value)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(600):
                member.write(bytes(1 << 20))
    assert len(out.getvalue()) < 1 << 20
    with pytest.raises(DocumentError, match=r"600 MB.*压缩炸弹"):
        _read(tmp_path, out.getvalue())


def test_entities_are_refused() -> None:
    secret = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document '
    data = _replaced(word_file(["甲"]), "word/document.xml", b"<w:document ", secret)
    data = _replaced(data, "word/document.xml", "甲".encode(), b"[&x;]")
    with pytest.raises(WordError, match="DOCTYPE"):
        read_package(open_package(data))


def test_an_encrypted_member_is_told() -> None:
    data = bytearray(word_file(["甲"]))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(WordError, match="加了密码"):
        open_package(bytes(data))
