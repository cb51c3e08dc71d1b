"""PDF files: text by pages, lines put together; what has no text says so."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from factcheck.documents.model import Document, DocumentError
from factcheck.documents.read import read
from samples import pdf_file

if TYPE_CHECKING:
    from pathlib import Path

pypdf = pytest.importorskip("pypdf", reason="the pdf extra is not installed")

pypdf = pytest.importorskip("pypdf", reason="the pdf extra is not installed")
LINES = [
    "报告的标题",
    "二〇二三年青河县粮食总产量为五十二点三万",
    "吨，比上年增长百分之五。全年接待游客310",
    "万人次。",
]


def _read(tmp_path: Path, data: bytes) -> Document:
    file = tmp_path / "稿.pdf"
    file.write_bytes(data)
    return read(str(file), io.BytesIO())


def test_lines_are_put_together_and_pages_named(tmp_path: Path) -> None:
    document = _read(tmp_path, pdf_file([LINES, ["第二页的话"]]))
    assert document.text == "报告的标题\n" + "".join(LINES[1:]) + "\n第二页的话\n"
    assert document.where(document.text.index("310")) == "第1页"
    assert document.where(document.text.index("第二页")) == "第2页"
    assert document.notes == ()


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    document = _read(tmp_path, pdf_file([["甲"], [], ["乙"]]))
    assert document.notes == ("第2页没有文字（可能是图片），没有核查",)
    assert document.where(document.text.index("乙")) == "第3页"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (pdf_file([[]]), "没有文字层"),
        (b"%PDF-1.7\nbroken", "不是完好的 PDF 文件"),
        (pdf_file([LINES])[:300], "不是完好的 PDF 文件"),
        (b"PK\x03\x04", "不是 PDF 文件"),
        ("文字".encode(), "不是 PDF 文件"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, data: bytes, cause: str) -> None:
    with pytest.raises(DocumentError) as caught:
        _read(tmp_path, data)
    assert cause in str(caught.value)
    assert "请" in str(caught.value)


def test_a_password_is_told(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([LINES])))
    writer.encrypt("密码", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(DocumentError, match="加了密码"):
        _read(tmp_path, out.getvalue())
