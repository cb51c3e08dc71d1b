"""``--changed-since`` from end to end, in a repository made for it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from harness import run

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


def test_only_what_was_changed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = HERE / "verify-pipe"
    shutil.copy(case / "claims.toml", tmp_path)
    draft = tmp_path / "稿件.txt"
    draft.write_text("2023年，青河县粮食总产量为53.2万吨。\n青河县接待游客310万人次。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "first")):
        subprocess.run([*git, *arguments], check=True)
    command = ("verify", "稿件.txt", "--claims", "claims.toml", "--changed-since", "HEAD")
    assert run(*command).status == 0, "the old error was there before"
    with draft.open("a", encoding="utf-8") as file:
        file.write("2023年，青河县接待游客301万人次。\n")
    outcome = run(*command)
    assert outcome.status == 1
    assert [line.split(": ")[0] for line in outcome.stdout.splitlines()] == ["稿件.txt:3:14"]
    assert "不在改动的行上" in outcome.stderr
    outcome = run(*command[:-1], "none")
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("factcheck: --changed-since：git 没有版本 none")
