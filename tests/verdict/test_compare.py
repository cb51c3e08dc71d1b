"""The rules of comparison: every line of ``compare.tsv``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.quantity import Quantity, extract_quantities
from factcheck.verdict.compare import compare

TABLE = Path(__file__).with_name("compare.tsv")


class Row(NamedTuple):
    """One line of the table."""

    line: int
    claim: str
    draft: str
    outcome: str
    reason: str = ""
    departs: str = ""


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Row(n, *line.split("\t")) for n, line in enumerate(lines, 1) if line and line[0] != "#"]


def case(row: Row) -> object:
    marks = [pytest.mark.xfail(reason=row.departs, strict=True)] if row.departs else []
    return pytest.param(row, id=f"{row.line} {row.claim} {row.draft}", marks=marks)


def read(text: str) -> Quantity:
    """The one quantity of a text."""
    (quantity,) = extract_quantities(text)
    return quantity


@pytest.mark.parametrize("row", [case(row) for row in rows()])
def test_rule(row: Row) -> None:
    said = compare(read(row.draft), read(row.claim))
    assert said.outcome.value == row.outcome
    assert not row.reason or said.reason == row.reason


@pytest.mark.parametrize("written", sorted({text for row in rows() for text in (row.claim, row.draft)}))
def test_what_a_claim_says_it_supports(written: str) -> None:
    assert compare(read(written), read(written)).outcome.value == "agrees"


def test_the_table_covers_the_rules() -> None:
    pairs = [(row.claim, row.draft) for row in rows()]
    assert len(pairs) == len(set(pairs)) >= 200
