"""``factcheck config`` leaves no setting out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.config import KEYS
from harness import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_setting_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("config").stdout.splitlines()[1:]
    assert [line.partition(" = ")[0] for line in told] == list(KEYS)
