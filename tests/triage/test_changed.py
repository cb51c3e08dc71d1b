"""Findings on changed lines, asked of a real repository."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from factcheck.documents.model import Document, Place
from factcheck.triage.changed import Changed
from factcheck.triage.hidden import TriageError, sift
from factcheck.verdict.finding import Finding, Reason, Verdict

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository whose draft has since changed in its second of three lines."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "稿[1].txt").write_text("一万。\n二万。\n三万。\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    (tmp_path / "稿[1].txt").write_text("一万。\n两万。\n三万。\n", encoding="utf-8")
    return tmp_path


def told(folder: Path, path: str, revision: str = "HEAD", places: tuple[Place, ...] = ()) -> list[int]:
    text = (folder / path).read_text(encoding="utf-8", errors="replace")
    lines = range(1, text.count("\n") + 1)
    findings = [
        Finding(n, n + 1, n, 1, "", Verdict.REFUTED, Reason.VALUE, None, "", "", "", 1.0) for n in lines
    ]
    document = Document(path, text, "utf-8", places=places)
    return [one.line for one in sift(document, findings, [Changed(revision, folder)])[0]]


def test_only_changed_lines(folder: Path) -> None:
    assert told(folder, "稿[1].txt") == [2]


def test_committed_changes_count_from_the_revision(folder: Path) -> None:
    git(folder, "commit", "-qam", "second")
    assert told(folder, "稿[1].txt") == []
    assert told(folder, "稿[1].txt", "HEAD~1") == [2]


def test_what_the_other_branch_changed_since_does_not_count(folder: Path) -> None:
    git(folder, "checkout", "-q", "-b", "mine")
    git(folder, "commit", "-qam", "mine")
    git(folder, "checkout", "-q", "main")
    (folder / "稿[1].txt").write_text("一万。\n二万。\n叁万。\n", encoding="utf-8")
    git(folder, "commit", "-qam", "theirs")
    git(folder, "checkout", "-q", "mine")
    assert told(folder, "稿[1].txt", "main") == [2]


def test_an_untracked_file_is_new_throughout(folder: Path) -> None:
    (folder / "new.txt").write_text("一万。\n二万。\n", encoding="utf-8")
    assert told(folder, "new.txt") == [1, 2]


def test_a_file_without_lines_of_its_own_is_new_once_it_differs(folder: Path) -> None:
    assert told(folder, "稿[1].txt", places=(Place(0, "第1段"),)) == [1, 2, 3]
    git(folder, "commit", "-qam", "second")
    assert told(folder, "稿[1].txt", places=(Place(0, "第1段"),)) == []


def test_only_taken_away_lines(folder: Path) -> None:
    (folder / "稿[1].txt").write_text("一万。\n三万。\n", encoding="utf-8")
    assert told(folder, "稿[1].txt") == []


@pytest.mark.parametrize("revision", ["none", "--help", "", "HEAD:x", "-p"])
def test_a_revision_that_is_none(revision: str, folder: Path) -> None:
    with pytest.raises(TriageError, match="没有版本"):
        Changed(revision, folder)


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(TriageError, match="git 仓库"):
        Changed("HEAD", tmp_path)
