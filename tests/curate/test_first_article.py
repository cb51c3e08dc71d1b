"""Extraction held against the curated claims of the article they were made from.

The article is its publisher's and not part of this project: FACTCHECK_ARTICLE names a copy of its text
(the address stands in the claims file).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.claims.load import load_claims
from factcheck.curate.extract.measure import measure
from factcheck.curate.extract.propose import propose

CLAIMS = Path(__file__).parents[2] / "claims" / "kuaishou-poverty-relief-2020.toml"
ARTICLE = os.environ.get("FACTCHECK_ARTICLE", "")


@pytest.mark.skipif(not ARTICLE, reason="FACTCHECK_ARTICLE names no copy of the article")
def test_nineteen_of_twenty_curated_claims_are_proposed() -> None:
    _, proposals = propose(Path(ARTICLE).read_text(encoding="utf-8"))
    found = measure(load_claims(CLAIMS), proposals)
    assert found.recall >= 0.95, [claim.id for claim in found.missed]
    assert found.precision >= 0.9
    assert found.subjects >= 0.9 * found.found
    assert found.properties >= 0.9 * found.found
    assert found.periods >= 0.9 * found.with_period
