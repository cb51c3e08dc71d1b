"""Nothing is refuted in copy that speaks of somebody else, another place or time, of plans, or of no fact at all."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from factcheck import ClaimBank, Verdict, load_claims, verify

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).with_name("false_alarms")
PASSAGES = sorted(FOLDER.glob("*.txt"))
KNOWN = tomllib.loads((FOLDER / "known.toml").read_text(encoding="utf-8"))


@cache
def claims() -> ClaimBank:
    return load_claims(ROOT / "claims" / "kuaishou-poverty-relief-2020.toml")


def case(passage: Path) -> object:
    known = KNOWN.get(passage.stem)
    marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
    return pytest.param(passage, id=passage.stem, marks=marks)


@pytest.mark.parametrize("passage", [case(path) for path in PASSAGES])
def test_nothing_is_refuted(passage: Path) -> None:
    found = verify(passage.read_text(encoding="utf-8"), claims())
    assert [(f.text, f.message) for f in found if f.verdict is Verdict.REFUTED] == []


def test_there_are_passages() -> None:
    assert len(PASSAGES) >= 25
    assert {path.stem for path in PASSAGES} >= KNOWN.keys()
