"""Every line of the case files: what is written, and what it must mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.quantity import extract_quantities
from quantity.notation import Case, cases, describe

FILES = sorted(Path(__file__).parent.glob("*.tsv"))


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case.place} {case.written}") for path in FILES for case in cases(path)]
)
def test_case(case: Case) -> None:
    found = extract_quantities(case.written, reference=case.reference)
    assert describe(found) == case.meant


def test_spans_are_the_words() -> None:
    """Offsets point into the text as it was given, in order and without overlap."""
    for path in FILES:
        for case in cases(path):
            end = 0
            for quantity in extract_quantities(case.written, reference=case.reference):
                assert quantity.text == case.written[quantity.start : quantity.end]
                assert end <= quantity.start < quantity.end
                end = quantity.end
