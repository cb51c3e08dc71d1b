"""The labelled sets as a regression test: no figure of ``floors.toml`` may be fallen below.

UPDATE_FLOORS=1 raises every floor to what is measured, cut to two places; it lowers none.
"""

from __future__ import annotations

import math
import os
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from factcheck.claims.load import load_claims
from factcheck.evaluation.checkers import Checkers
from factcheck.evaluation.labelled import labelled_files, read_labelled
from factcheck.evaluation.measure import measure
from factcheck.verdict.finding import Verdict

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SETS = [file.relative_to(HERE).as_posix() for file in labelled_files([HERE])]
# A draft that speaks of somebody else, another time or no fact at all: nothing in it may be refuted.
UNTOUCHED = ("other_company", "other_year", "ordinary_number")


@cache
def checkers() -> Checkers:
    return Checkers(lambda: load_claims(HERE.parents[1] / "claims"))


def floors() -> dict[str, dict[str, float]]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def test_every_set_has_its_floors() -> None:
    assert sorted(floors()) == sorted(SETS)


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls(name: str) -> None:
    scores = measure([HERE / name], checkers().check).scores()
    measured = {"macro_f1": scores.macro_f1, "refuted_precision": scores.precision(Verdict.REFUTED)}
    if os.environ.get("UPDATE_FLOORS"):
        raise_floors(name, measured)
    fallen = {key: measured[key] for key, floor in floors()[name].items() if measured[key] < floor}
    assert not fallen


@pytest.mark.parametrize("phenomenon", UNTOUCHED)
def test_what_is_somebody_elses_is_left_alone(phenomenon: str) -> None:
    drafts = [d for d in read_labelled(HERE / "kuaishou-dev.jsonl") if d.phenomenon == phenomenon]
    assert drafts
    refuted = [
        (draft.id, finding.text, finding.message)
        for draft in drafts
        for finding in checkers().check(draft)
        if finding.verdict is Verdict.REFUTED
    ]
    assert not refuted


def raise_floors(name: str, measured: dict[str, float]) -> None:
    text = FLOORS.read_text(encoding="utf-8")
    for key, value in measured.items():
        floor = max(floors()[name][key], math.floor(value * 100) / 100)
        place = re.compile(rf'(\["{re.escape(name)}"\][^\[]*?\n{key} = )[\d.]+')
        text = place.sub(rf"\g<1>{floor:.2f}", text)
    FLOORS.write_text(text, encoding="utf-8")
