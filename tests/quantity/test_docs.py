"""The tables of docs/quantities.md say what the code does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from factcheck.quantity import extract_quantities
from quantity.notation import describe

PAGE = Path(__file__).parents[2] / "docs" / "quantities.md"
ROW = re.compile(r"\| (.+) \| `(.+)` \|")


def _rows() -> list[tuple[str, str, date | None]]:
    rows = []
    reference: date | None = None
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"With (\S+) as reference date", line):
            reference = date.fromisoformat(found[1])
        elif line.startswith(("Without one", "#")):
            reference = None
        elif found := ROW.fullmatch(line):
            rows.append((found[1], found[2].replace("—", "") if found[2] == "—" else found[2], reference))
    return rows


@pytest.mark.parametrize(("written", "meant", "reference"), _rows())
def test_row(written: str, meant: str, reference: date | None) -> None:
    assert describe(extract_quantities(written, reference=reference)) == meant
