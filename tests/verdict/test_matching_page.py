"""The thresholds that docs/matching.md tells of stand where it says."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "matching.md"
ROW = re.compile(r"^\| (`[A-Z_`, ]+`) \|.*\| `([a-z_.]+)` \|$", re.MULTILINE)
ROWS = [
    (re.findall(r"\w+", names), module) for names, module in ROW.findall(PAGE.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("names", "module"), ROWS)
def test_thresholds_stand_where_the_page_says(names: list[str], module: str) -> None:
    assert [name for name in names if not hasattr(import_module(f"factcheck.{module}"), name)] == []


def test_the_table_is_read() -> None:
    assert len(ROWS) >= 20
