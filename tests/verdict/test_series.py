"""One thing told for many years: whichever year a draft speaks of is found, however long the series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck import load_claims, verify
from factcheck.curate.lint import lint
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from pathlib import Path

FIRST, YEARS = 1961, 60
HEAD = """format = 1
[[sources]]
id = "s"
title = "统计年鉴"
publisher = "青河县统计局"
published = 2024-02-29
url = "https://example.org/a"
"""


@pytest.fixture
def series(tmp_path: Path) -> Path:
    file = tmp_path / "series.toml"
    file.write_text(HEAD + "".join(map(claim, range(FIRST, FIRST + YEARS))), encoding="utf-8")
    return file


def visitors(year: int) -> str:
    return f"{100 + (year - FIRST) * 7}.3万人次"


def claim(year: int) -> str:
    return f"""
[[claims]]
id = "visitors-{year}"
statement = "{year}年青河县接待游客{visitors(year)}。"
source = "s"
subject = ["青河县"]
property = ["接待游客"]
value = "{visitors(year)}"
period = "{year}"
"""


@pytest.mark.parametrize("year", [FIRST, FIRST + YEARS // 2, FIRST + YEARS - 1])
def test_every_year_is_found(series: Path, year: int) -> None:
    bank = load_claims(series)
    for said, verdict in ((visitors(year), Verdict.SUPPORTED), ("88.8万人次", Verdict.REFUTED)):
        (finding,) = verify(f"{year}年，青河县接待游客{said}。", bank)
        assert finding.verdict is verdict
        assert finding.claim is not None
        assert finding.claim.id == f"visitors-{year}"


def test_another_years_figure_is_known_for_what_it_is(series: Path) -> None:
    (finding,) = verify(f"2000年，青河县接待游客{visitors(1999)}。", load_claims(series))
    assert (finding.verdict, finding.reason) == (Verdict.REFUTED, "period")


def test_a_series_is_clean(series: Path) -> None:
    _, problems = lint([series])
    assert not problems
