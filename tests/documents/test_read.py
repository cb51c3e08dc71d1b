"""Paths give text or one clear line each; folders are walked; nothing is skipped in silence."""

from __future__ import annotations

import io
import os
import re
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from factcheck.documents.find import find
from factcheck.documents.model import Document, DocumentError
from factcheck.documents.read import read

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = io.BytesIO()


def test_folders_give_their_drafts_in_order_and_each_once(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.TXT", "sub/data.csv", ".git/d.txt", ".hidden.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("增长5%")
    found = list(find([str(tmp_path), str(tmp_path / "a.txt"), "-", "-"]))
    assert found == [*(str(tmp_path / name) for name in ("a.txt", "b.md", "sub/c.TXT")), "-"]


def test_a_folder_without_drafts_is_an_error(tmp_path: Path) -> None:
    (error,) = find([str(tmp_path)])
    assert isinstance(error, DocumentError)
    assert str(error) == f"{tmp_path}: 文件夹里没有稿件（.txt、.md、.html、.docx、.pdf），请检查路径"


def test_offsets_count_code_points_of_the_text_without_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "𠮷祥\r\n增长".encode())
    assert read(str(file), NOTHING) == Document(str(file), "𠮷祥\r\n增长", "utf-8")


def test_a_dash_is_standard_input() -> None:
    assert read("-", io.BytesIO("增长5%".encode())) == Document("-", "增长5%", "utf-8")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "是空的"),
        (" \r\n　".encode(), "是空的"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG 图片"),
        (b"PK\x03\x04rest", "Word 文件"),
        (b"%PDF-1.7\n", "PDF 文件"),
        (b"a\x00b\x01c\x00\x02", "二进制"),
    ],
)
def test_what_is_no_draft_says_so_and_what_to_do(tmp_path: Path, data: bytes, cause: str) -> None:
    file = tmp_path / "draft.txt"
    file.write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        read(str(file), NOTHING)
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert cause in message
    assert "请" in message
    assert "\n" not in message


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="找不到文件"):
        read(str(tmp_path / "none.txt"), NOTHING)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read anything")
def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.touch(mode=0)
    with pytest.raises(DocumentError, match="没有读取权限"):
        read(str(file), NOTHING)


def test_a_path_no_system_takes_is_an_error_not_a_crash() -> None:
    with pytest.raises(DocumentError, match="读不了"):
        read("a\0b.txt", NOTHING)


def test_a_file_of_gigabytes_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as out:
        out.truncate(2 << 30)  # a sparse file
    with pytest.raises(DocumentError, match="超过 16 MB"):
        read(str(file), NOTHING)


@pytest.mark.skipif(os.name == "nt", reason="no such device")
def test_a_device_that_never_ends_is_left(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="超过 16 MB"):
        read("/dev/zero", NOTHING)


def test_endless_standard_input_is_left() -> None:
    with pytest.raises(DocumentError, match=r"^-: 超过 16 MB"):
        read("-", io.BytesIO(bytes(17 << 20)))


def test_markdown_and_html_keep_the_whole_file_as_their_text(tmp_path: Path) -> None:
    for name, text, prose in (("a.md", "# 题\n`x`5%", "题\n5%"), ("a.HTM", "<p>增<b>5</b>%</p>", "增5%\n")):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        document = read(str(file), NOTHING)
        assert document.text == text
        assert document.prose is not None
        assert document.prose.text == prose


def test_a_page_without_words_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("<script>5%</script>")
    with pytest.raises(DocumentError, match="是空的"):
        read(str(file), NOTHING)


def test_a_page_is_read_as_it_declares_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes("<meta charset=gb2312><p>增5%".encode("gb18030"))
    assert read(str(file), NOTHING).encoding == "gb18030"
    file.write_bytes("<meta charset=gb2312><p>增5%".encode())
    assert read(str(file), NOTHING).encoding == "utf-8"


def test_a_name_gives_standard_input_its_format() -> None:
    document = read("-", io.BytesIO(b"`x`5%"), stdin_name="稿/a.md")
    assert (document.path, document.text) == ("稿/a.md", "`x`5%")
    assert document.prose is not None


@pytest.mark.parametrize(("name", "extra"), [("a.docx", "docx"), ("a.pdf", "pdf")])
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    for module in ("docx", "pypdf", *sys.modules):
        if module.partition(".")[0] in ("docx", "pypdf"):
            monkeypatch.setitem(sys.modules, module, None)
    file = tmp_path / name
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w"):
        pass
    file.write_bytes(b"%PDF-1.7" if extra == "pdf" else b"PK\x03\x04" + out.getvalue())
    with pytest.raises(DocumentError, match=re.escape(f"pip install 'factcheck-zh[{extra}]'")):
        read(str(file), NOTHING)
