"""The thresholds that docs/matching.md tells of stand where it says, and are what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest

from factcheck.verdict import options

PAGE = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (`[A-Z_`, ]+`) \| ([^|]*) \|.*\| `([a-z_.]+)` \|$", re.MULTILINE)
ROWS = [(re.findall(r"\w+", names), cell, module) for names, cell, module in ROW.findall(PAGE)]
DIGITS = re.compile(r"^\| (\d)(?: and more)? \| ([ .,\d]+) \| ([ .,\d]+) \|$", re.MULTILINE)
NUMBER = re.compile(r"(\d*\.?\d+)( %)?")


def told(cell: str) -> list[float]:
    """The numbers in a cell; whether it adds or takes away is told by the meaning."""
    return [float(number) / (100 if percent else 1) for number, percent in NUMBER.findall(cell)]


def held(value: object) -> list[float]:
    """The numbers that a constant holds, in order."""
    if isinstance(value, timedelta):
        return [value.days]
    if isinstance(value, Mapping):
        return held(value.values())
    if isinstance(value, Iterable):
        return [number for item in value for number in held(item)]
    return [float(str(value))]


@pytest.mark.parametrize(("names", "cell", "module"), ROWS)
def test_thresholds_are_what_the_page_says(names: list[str], cell: str, module: str) -> None:
    home = import_module(f"factcheck.{module}")
    if numbers := told(cell):
        assert numbers == pytest.approx(held(getattr(home, name) for name in names))
    else:
        assert all(hasattr(home, name) for name in names)


def test_the_gates_by_digits_are_what_the_page_says() -> None:
    rows = {int(digits): (told(curated), told(article)) for digits, curated, article in DIGITS.findall(PAGE)}
    gates = options.IDENTIFIED_BY_VALUE, options.IDENTIFIED_IN_ARTICLE
    assert rows == {digits: tuple(held(gate[digits]) for gate in gates) for digits in (1, 2, 3, 4)}


def test_the_table_is_read() -> None:
    assert len(ROWS) >= 30
