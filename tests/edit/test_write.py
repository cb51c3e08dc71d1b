"""A draft is written back as it was, but for the edits, or not at all."""

from __future__ import annotations

import codecs
import os
from typing import TYPE_CHECKING

import pytest

from factcheck.atomic import WriteError
from factcheck.documents.encoding import decode
from factcheck.edit.write import write_draft

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "据国家统计局发布的数据，2023年国内生产总值超过126万亿元，比上年增长5.2%。\r\n全年粮食产量再创新高。\n"
MARKS = [
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("gb18030", b""),
    ("gb18030", "\ufeff".encode("gb18030")),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-16-le", b""),
]


@pytest.mark.parametrize(("encoding", "mark"), MARKS)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, mark: bytes) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(mark + TEXT.encode(encoding))
    text, used = decode(file.read_bytes())
    write_draft(str(file), text, text.replace("5.2", "5.3"), used)
    assert file.read_bytes() == mark + TEXT.replace("5.2", "5.3").encode(encoding)
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("甲", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    write_draft(str(link), "甲", "乙", "utf-8")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "乙"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_has_changed_meanwhile_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("丙", encoding="utf-8")
    with pytest.raises(WriteError, match="没有改"):
        write_draft(str(file), "甲", "乙", "utf-8")
    assert file.read_text(encoding="utf-8") == "丙"


def test_what_the_encoding_cannot_say_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("一".encode("cp950"))
    with pytest.raises(WriteError, match="UTF-8"):
        write_draft(str(file), "一", "这", "cp950")
    assert file.read_bytes() == "一".encode("cp950")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="读不了"):
        write_draft(str(tmp_path / "none.txt"), "甲", "乙", "utf-8")


def test_a_file_that_is_only_to_be_read_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("甲", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # the superuser may write anywhere
    with pytest.raises(WriteError, match="只读"):
        write_draft(str(file), "甲", "乙", "utf-8")
    assert file.read_text(encoding="utf-8") == "甲"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_takes_no_files_leaves_the_draft(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("甲", encoding="utf-8")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="写不了"):
            write_draft(str(file), "甲", "乙", "utf-8")
        assert file.read_text(encoding="utf-8") == "甲"
    finally:
        tmp_path.chmod(0o700)
