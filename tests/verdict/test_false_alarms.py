"""Nothing is refuted in copy that is right, or speaks of others, of plans, of no fact at all; wrong copy is."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from factcheck import ClaimBank, Verdict, load_claims, verify
from factcheck.sources import read_source
from factcheck.verdict.checker import Checker

HERE = Path(__file__).parent
FOLDER = HERE / "false_alarms"
PASSAGES = sorted(FOLDER.glob("*.txt"))
KNOWN = tomllib.loads((FOLDER / "known.toml").read_text(encoding="utf-8"))


@cache
def claims() -> ClaimBank:
    return load_claims(HERE.parents[1] / "claims" / "kuaishou-poverty-relief-2020.toml")


def case(passage: Path) -> object:
    known = KNOWN.get(passage.stem)
    marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
    return pytest.param(passage, id=passage.stem, marks=marks)


@pytest.mark.parametrize("passage", [case(path) for path in PASSAGES])
def test_nothing_is_refuted(passage: Path) -> None:
    found = verify(passage.read_text(encoding="utf-8"), claims())
    assert [(f.text, f.message) for f in found if f.verdict is Verdict.REFUTED] == []


BANKS = sorted((HERE.parents[0] / "drafts").glob("*/claims.toml"))
# The three provinces with most of one thing and of another: only the words around tell them apart.
CONFUSED = {("census", "statistics-of-other-things")}


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.parent.name)
def test_nothing_is_refuted_by_the_claims_on_another_subject(bank: Path) -> None:
    checker = Checker(load_claims(bank))
    refuted = {
        (bank.parent.name, passage.stem)
        for passage in PASSAGES
        for finding in checker.check(passage.read_text(encoding="utf-8"))
        if finding.verdict is Verdict.REFUTED
    }
    assert refuted <= CONFUSED


OUTLETS = HERE / "outlets"  # two articles on one event that say nothing contrary, and tempt to think so
# 612 people in camps beside 1260 moved out of three townships: only the words before tell them apart.
TAKEN_FOR_ONE = {("01-b.txt", "612人")}


def told_otherwise(source: Path, draft: Path) -> set[tuple[str, str]]:
    checker = Checker(ClaimBank(()), [read_source(source)])
    found = checker.check(draft.read_text(encoding="utf-8"))
    return {(draft.name, f.text) for f in found if f.verdict is Verdict.REFUTED}


@pytest.mark.parametrize("one", sorted(OUTLETS.glob("*-a.txt")), ids=lambda path: path.stem)
def test_two_outlets_do_not_refute_each_other(one: Path) -> None:
    other = OUTLETS / one.name.replace("-a", "-b")
    assert told_otherwise(one, other) | told_otherwise(other, one) <= TAKEN_FOR_ONE


def rows(name: str, width: int) -> list[object]:
    """The rows of a table, each filled up to ``width`` columns; one more says why the row is not met yet."""
    found: list[object] = []
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            row = (*line.split("\t"), *[""] * width)
            marks = [pytest.mark.xfail(reason=row[width], strict=True)] if row[width] else []
            found.append(pytest.param(*row[:width], id=f"{number} {row[0]}", marks=marks))
    return found


@pytest.mark.parametrize("draft", rows("right.tsv", 1))
def test_right_copy_is_not_refuted(draft: str) -> None:
    found = verify(draft, claims())
    assert [(f.text, f.message) for f in found if f.verdict is Verdict.REFUTED] == []


@pytest.mark.parametrize(("draft", "words"), rows("wrong.tsv", 2))
def test_wrong_copy_is_refuted_and_nothing_else(draft: str, words: str) -> None:
    start = draft.index(words)
    refuted = [f for f in verify(draft, claims()) if f.verdict is Verdict.REFUTED]
    assert [f.start < start + len(words) and start < f.end for f in refuted] == [True]


def test_there_are_passages() -> None:
    assert len(PASSAGES) >= 25
    assert {path.stem for path in PASSAGES} >= KNOWN.keys()
