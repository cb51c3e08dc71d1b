"""Folders, patterns and ignore files: what is found, what is left out, nothing in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.documents.find import find
from factcheck.documents.model import DocumentError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def _make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("增长5%", encoding="utf-8")


def _found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [str(item) for item in find(paths, exclude)]


def test_every_kind_of_draft_is_found_in_a_folder(folder: Path) -> None:
    _make(folder, "a/1.txt", "a/2.md", "a/3.HTML", "a/4.docx", "a/5.pdf", "a/6.htm", "a/7.csv", "a/~$4.docx")
    assert _found("a") == ["a/1.txt", "a/2.md", "a/3.HTML", "a/4.docx", "a/5.pdf", "a/6.htm"]


def test_drafts_that_cannot_be_read_are_told(folder: Path) -> None:
    _make(folder, "a/1.txt", "a/2.doc", "a/3.wps")
    first, doc, wps = find(["a"])
    assert first == "a/1.txt"
    assert isinstance(doc, DocumentError) and "旧版 Word" in doc.message and ".docx" in doc.message
    assert isinstance(wps, DocumentError)


def test_ignore_files_count_from_the_root_of_the_project_down(folder: Path) -> None:
    _make(folder, "a/1.txt", "a/2.txt", "a/old/3.txt", "a/b/4.txt", "a/b/2.txt", "out/5.txt")
    (folder / ".gitignore").write_text("out/\n2.txt\n")
    (folder / "a" / ".factcheckignore").write_text("# 存档\nold/\n")
    (folder / "a" / "b" / ".gitignore").write_text("!2.txt\n")
    assert _found(".") == ["a/1.txt", "a/b/2.txt", "a/b/4.txt"]
    assert _found("a") == ["a/1.txt", "a/b/2.txt", "a/b/4.txt"]


def test_factcheckignore_has_the_last_word(folder: Path) -> None:
    _make(folder, "1.txt", "2.txt")
    (folder / ".gitignore").write_text("*.txt\n")
    (folder / ".factcheckignore").write_text("!1.txt\n")
    assert _found(".") == ["1.txt"]


def test_files_that_are_named_are_checked_even_if_ignored(folder: Path) -> None:
    _make(folder, "1.txt")
    (folder / ".gitignore").write_text("*.txt\n")
    assert _found("1.txt") == ["1.txt"]


def test_exclude_counts_for_files_that_are_named_as_well(folder: Path) -> None:
    _make(folder, "a/1.txt", "a/2.txt", "b/1.txt")
    assert _found("a", "b/1.txt", exclude=("1.txt",)) == ["a/2.txt"]
    assert _found("a", "b", exclude=("/b", "2.txt")) == ["a/1.txt", "b: " + _empty]


_empty = "文件夹里没有稿件（.txt、.md、.html、.docx、.pdf），都被忽略规则或 --exclude 排除了，请检查路径"


def test_leaving_out_everything_is_told(folder: Path) -> None:
    _make(folder, "1.txt")
    assert _found("1.txt", exclude=("*.txt",)) == ["--exclude: 排除了全部稿件，没有可查的，请检查写法"]
    (folder / ".gitignore").write_text("*.txt\n")
    assert _found(".") == [f".: {_empty}"]


def test_patterns_are_expanded_where_the_shell_did_not(folder: Path) -> None:
    _make(folder, "a/1.txt", "a/b/2.txt", "a/b/3.md", "a/[1].txt")
    assert _found("a/**/*.txt") == ["a/1.txt", "a/[1].txt", "a/b/2.txt"]
    assert _found("a/[1].txt") == ["a/[1].txt"]  # a file of that name comes first
    assert _found("a/**") == ["a/1.txt", "a/[1].txt", "a/b/2.txt", "a/b/3.md"]
    assert _found("*.docx") == ["*.docx: 没有与之相配的文件，请检查路径"]


def test_a_broken_pattern_is_told(folder: Path) -> None:
    _make(folder, "a/1.txt")
    (folder / "a" / ".gitignore").write_text("!\n")
    (told,) = find(["a"])
    assert isinstance(told, DocumentError)
    assert told.path.endswith(".gitignore")
    (told,) = find(["a"], exclude=("!",))
    assert str(told).startswith("--exclude: 写法有误")
