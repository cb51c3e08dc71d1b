"""Where reports go that do not go to an ordinary file."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from harness import run

CASE = Path(__file__).parent / "verify-pipe"
COMMAND = ("verify", str(CASE / "draft.txt"), "--claims", str(CASE / "claims.toml"), "--quiet")

pytestmark = pytest.mark.skipif(not Path("/dev/stderr").exists(), reason="no such devices here")


def test_a_device(tmp_path: Path) -> None:
    file = tmp_path / "both.txt"
    with file.open("wb") as out:
        command = [sys.executable, "-m", "factcheck", *COMMAND, "--format", "json=/dev/stderr"]
        assert subprocess.run(command, stdout=out, stderr=out, check=False).returncode == 1
    text = file.read_text(encoding="utf-8")
    assert "refuted [value]" in text
    assert '"schema": "factcheck/1"' in text
    assert run(*COMMAND, "--format", "sarif=/dev/null").status == 1
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk() -> None:
    outcome = run(*COMMAND, "--format", "json=/dev/full")
    assert outcome.status == 2
    assert outcome.stderr.startswith("/dev/full：写不了（")


def test_a_folder(tmp_path: Path) -> None:
    outcome = run(*COMMAND, "--format", f"json={tmp_path}")
    assert outcome.status == 2
    assert outcome.stderr.startswith(f"{tmp_path}：写不了（")


def test_a_file_is_replaced_through_its_link_and_keeps_its_mode(tmp_path: Path) -> None:
    file, link = tmp_path / "out.json", tmp_path / "link.json"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    assert run(*COMMAND, "--format", "json", "--output-file", str(link)).status == 1
    assert link.is_symlink()
    assert json.loads(file.read_text(encoding="utf-8"))["summary"]["refuted"] == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["link.json", "out.json"]  # noqa: PTH208  names are what counts
