"""Every line of the case files: what is written, and what it must mean.

The drafts are checked whole, so that the cases hold however the reading is divided.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from factcheck import ClaimBank, Verdict, extract_quantities, load_claims, verify
from factcheck.assertion.names import is_person, is_place
from factcheck.assertion.opposites import opposition
from factcheck.assertion.period import parse_iso, read_period, relate
from factcheck.matching.statement import read_statement
from factcheck.quantity import Kind
from factcheck.text.fold import fold

HERE = Path(__file__).parent
DRAFTS = ("modality", "negation", "respectively", "inheritance", "others")
_READ_FIRST = (Verdict.REFUTED, Verdict.SUPPORTED)


@cache
def claims() -> ClaimBank:
    return load_claims(HERE / "claims.toml")


def cases(name: str, width: int) -> list[object]:
    """The rows of ``name``.tsv, each filled up to ``width`` columns; one more says why the row is not met yet."""
    found: list[object] = []
    for number, line in enumerate((HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = (*line.split("\t"), *[""] * width)
        marks = [pytest.mark.xfail(reason=row[width], strict=True)] if row[width] else []
        found.append(pytest.param(*row[:width], id=f"{name}:{number} {row[0]} {row[1]}", marks=marks))
    return found


@pytest.mark.parametrize(
    ("draft", "words", "verdict", "reason"), [row for name in DRAFTS for row in cases(name, 4)]
)
def test_draft(draft: str, words: str, verdict: str, reason: str) -> None:
    text = draft.replace("⏎", "\n")
    start = text.index(words)
    over = [f for f in verify(text, claims()) if f.start < start + len(words) and start < f.end]
    said = {finding.verdict for finding in over}
    predicted = next((v for v in _READ_FIRST if v in said), Verdict.NOT_ENOUGH_EVIDENCE)
    assert predicted == verdict, [finding.message for finding in over]
    assert not reason or reason in {finding.reason for finding in over}


@pytest.mark.parametrize(("written", "claim", "published", "relation"), cases("periods", 4))
def test_period(written: str, claim: str, published: str, relation: str) -> None:
    dates = [quantity for quantity in extract_quantities(written) if quantity.kind is Kind.DATE]
    said = read_period(written, dates)
    window = None if claim == "-" else parse_iso(claim)
    day = None if published == "-" else date.fromisoformat(published)
    assert relate(said, window, day).value == relation


@pytest.mark.parametrize("written", ["", "2020-13", "2020-02-30", "去年", "../..", "2021/2020", "2020/01/02"])
def test_what_is_no_period_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_iso(written)


@pytest.mark.parametrize(("word", "others", "kind"), cases("opposites", 3))
def test_opposition(word: str, others: str, kind: str) -> None:
    assert opposition(word, others.split()) == kind


@pytest.mark.parametrize(("written", "subject", "name", "value"), cases("statements", 4))
def test_statement(written: str, subject: str, name: str, value: str) -> None:
    told = read_statement(fold(written))
    assert told is None if not subject else told is not None
    if told is not None:
        assert (told.subject, told.property, "、".join(told.value)) == (subject, name, value)


@pytest.mark.parametrize(("word", "kinds"), cases("names", 2))
def test_name(word: str, kinds: str) -> None:
    assert [
        kind for kind, says in (("place", is_place), ("person", is_person)) if says(word)
    ] == kinds.split()
