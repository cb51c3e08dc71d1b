"""The exit status depends on what was found and what was asked, never on the format it is shown in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.config import FORMATS
from harness import run

CASE = Path(__file__).parent / "verify-pipe"
WRONG, RIGHT, OPEN = (
    "2023年，青河县粮食总产量为53.2万吨。",
    "2023年，青河县粮食总产量为52.3万吨。",
    "红山县有327座水库。",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(CASE / "claims.toml", tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (RIGHT, (), 0),
        (OPEN, (), 0),
        (WRONG, (), 1),
        (WRONG, ("--fail-on", "never"), 0),
        (WRONG, ("--fail-on", "conflicting"), 1),
        (OPEN, ("--fail-on", "conflicting"), 0),
        (OPEN, ("--fail-on", "not_enough_evidence"), 1),
        (RIGHT, ("--fail-on", "not_enough_evidence"), 0),
        ("", (), 2),
        (WRONG, ("missing.txt",), 2),
        (RIGHT, ("missing.txt", "--fail-on", "never"), 2),
        (RIGHT, ("--claims", "missing.toml"), 2),
    ],
)
def test_exit_status(text: str, options: tuple[str, ...], status: int, format_: str, terminal: bool) -> None:
    arguments = ("verify", "-", "--claims", "claims.toml", "--format", format_, *options)
    assert run(*arguments, stdin=text.encode(), terminal=terminal).status == status
