"""Every reason has a page, and what its page gives as examples is so."""

from __future__ import annotations

import pytest

from factcheck.claims.decode import decode
from factcheck.claims.model import ClaimBank
from factcheck.verdict.checker import Checker
from factcheck.verdict.finding import Finding, Reason, Verdict
from factcheck.verdict.reasons import Page, pages


def check(page: Page, sentence: str) -> list[Finding]:
    source = {"id": "bulletin", "title": "公报"}
    claims = [{"id": f"c{n}", "source": "bulletin", **claim} for n, claim in enumerate(page.claims)]
    drafts = decode({"format": 1, "sources": [source], "claims": claims}).drafts
    return Checker(ClaimBank(tuple(draft.claim for draft in drafts))).check(sentence)


def test_every_reason_has_a_page() -> None:
    assert list(pages()) == [reason.value for reason in Reason]


@pytest.mark.parametrize("name", list(Reason))
def test_the_passing_example_passes(name: Reason) -> None:
    page = pages()[name]
    found = check(page, page.passes)
    assert Verdict.SUPPORTED in {finding.verdict for finding in found}
    assert name not in {finding.reason for finding in found} - {Reason.NO_CLAIM}


@pytest.mark.parametrize("name", list(Reason))
def test_the_failing_example_gets_the_reason(name: Reason) -> None:
    page = pages()[name]
    found = [finding for finding in check(page, page.fails) if finding.reason is name]
    assert found
    assert Verdict.SUPPORTED not in {finding.verdict for finding in found}
