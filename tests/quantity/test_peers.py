"""Numbers held against other readers of Chinese numbers, where they are installed (the ``peers`` extra).

A peer may be wrong: ``peers.txt`` lists where it is, or where its convention is another, and why.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quantity import Kind, extract_quantities
from quantity.notation import cases

HERE = Path(__file__).parent
TABLES = sorted(HERE.glob("*.tsv"))
# Digits side by side (七八十, 三五天) are an estimate here and a number to cn2an.
NUMERAL = re.compile(
    r"[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千万亿拾佰仟点]{2,}|\d+(?:\.\d+)?[万亿]"
)
PLACED = re.compile(r"[十百千万亿拾佰仟]")
SIDE_BY_SIDE = re.compile(r"[一二两三四五六七八九]{2}|[零〇点]$|两$")


def departures(peer: str) -> set[str]:
    """What the table says of a peer."""
    lines = (HERE / "peers.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[1] for row in rows if row[0] == peer}


@settings(deadline=None)  # the first call loads the peer
@given(st.integers(10, 10**12 - 1), st.sampled_from(["low", "up"]))
def test_numerals_that_cn2an_writes_are_read_back(number: int, mode: str) -> None:
    cn2an = pytest.importorskip("cn2an")
    written = cn2an.an2cn(number, mode) + "人"
    assert [(q.text, q.number) for q in extract_quantities(written)] == [(written, Decimal(number))]


@settings(deadline=None)
@given(st.decimals(1, 10**6, places=2, allow_nan=False, allow_infinity=False))
def test_money_that_cn2an_writes_is_read_back(amount: Decimal) -> None:
    cn2an = pytest.importorskip("cn2an")
    written = cn2an.an2cn(str(amount), "rmb")
    assert [(q.number, q.unit) for q in extract_quantities(written)] == [(amount, "元")]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_cn2an_reads_the_numerals_of_the_cases_alike(table: Path) -> None:
    cn2an = pytest.importorskip("cn2an")
    known, differ = departures("cn2an"), set()
    for case in cases(table):
        for written in NUMERAL.findall(case.written):
            if not PLACED.search(written) or SIDE_BY_SIDE.search(written):
                continue
            try:
                theirs = Decimal(str(cn2an.cn2an(written, "smart")))
            except (ValueError, TypeError, KeyError):
                continue
            ours = [q.number for q in extract_quantities(written + "人")]
            if ours[:1] != [theirs]:
                differ.add(written)
    assert differ <= known


def test_jionlp_reads_the_sums_of_the_cases_alike() -> None:
    jionlp = pytest.importorskip("jionlp")
    known, differ = departures("jionlp"), set()
    for case in cases(HERE / "units.tsv"):
        ours = [q for q in extract_quantities(case.written, reference=case.reference) if q.kind is Kind.MONEY]
        if len(ours) != 1 or ours[0].number is None:
            continue
        theirs = [
            found["detail"]["num"] for found in jionlp.ner.extract_money(case.written, with_parsing=True)
        ]
        if len(theirs) == 1 and isinstance(theirs[0], str) and Decimal(theirs[0]) != ours[0].number:
            differ.add(case.written)
    assert differ <= known
