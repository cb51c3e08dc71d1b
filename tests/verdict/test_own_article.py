"""The article that the bundled claims were made from, and their own statements, checked against them: nothing is wrong.

The article is its publisher's and not part of this project: FACTCHECK_ARTICLE names a copy of its text.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck import load_claims, verify

CLAIMS = Path(__file__).parents[2] / "claims"
ARTICLE = os.environ.get("FACTCHECK_ARTICLE", "")


@pytest.mark.skipif(not ARTICLE, reason="FACTCHECK_ARTICLE names no copy of the article")
@pytest.mark.parametrize("spaced", [True, False])
def test_an_article_is_borne_out_by_its_own_claims(spaced: bool) -> None:
    text = Path(ARTICLE).read_text(encoding="utf-8")
    found = verify(text if spaced else text.replace(" ", ""), load_claims(CLAIMS))
    assert [f"{f.text}: {f.message}" for f in found if f.verdict == "refuted"] == []
    assert sum(f.verdict == "supported" for f in found) >= 0.95 * len(found)


def test_no_statement_of_the_pack_is_refuted_by_it() -> None:
    bank = load_claims(CLAIMS)
    refuted = [
        (claim.id, finding.message)
        for claim in bank.claims
        for finding in verify(claim.statement, bank)
        if finding.verdict == "refuted"
    ]
    assert refuted == []
