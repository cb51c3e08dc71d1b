"""A new folder works at once: its claims are clean, its draft has one error, nothing is ever overwritten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.status import ExitStatus
from harness import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run("init", "new").status == ExitStatus.OK
    monkeypatch.chdir(tmp_path / "new")
    return tmp_path / "new"


def test_the_new_folder_works_at_once(folder: Path) -> None:
    assert run("lint", "--fail-on", "warning").status == ExitStatus.OK
    outcome = run("verify", "drafts")
    assert outcome.status == ExitStatus.FOUND
    assert outcome.stdout.count("refuted") == 1
    assert "推算：20.1万吨 ÷ 52.3万吨 = 约38.43%" in outcome.stdout
    assert json.loads((folder / "claims" / "schema.json").read_text(encoding="utf-8"))["type"] == "object"
    assert (
        (folder / "claims" / "claims.toml").read_text(encoding="utf-8").startswith("#:schema ./schema.json\n")
    )


def test_the_schema_is_written_out() -> None:
    outcome = run("schema")
    assert json.loads(outcome.stdout)["$schema"].startswith("https://json-schema.org/")


def test_nothing_is_overwritten(folder: Path) -> None:
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    (folder / "factcheck.toml").unlink()
    del before[folder / "factcheck.toml"]
    outcome = run("init", ".")
    assert outcome.status == ExitStatus.FAILED
    assert "不覆盖" in outcome.stderr
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    outcome = run("init", "file/new")
    assert outcome.status == ExitStatus.FAILED
    assert "请检查路径和权限" in outcome.stderr
