"""Paths give text or one clear line each; folders are walked; nothing is skipped in silence."""

from __future__ import annotations

import io
import os
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
