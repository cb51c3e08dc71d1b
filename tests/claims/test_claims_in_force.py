"""Which claims are used: what is asked for, else ./claims, else the pack that comes with the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import load_claims
from factcheck.claims.find import bundled, claims_paths

if TYPE_CHECKING:
    import pytest


def test_what_is_asked_for_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "claims"
    folder.mkdir()
    assert claims_paths([], tmp_path) == [bundled()], "a folder without claims is not taken for claims"
    (folder / "a.toml").touch()
    assert claims_paths([], tmp_path) == [Path("claims")]
    assert claims_paths(["x.toml"], tmp_path) == [Path("x.toml")]


def test_the_pack_loads() -> None:
    assert len(load_claims(bundled())) >= 60
