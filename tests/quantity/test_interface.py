"""The public functions: what they take, what they give, what importing them costs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from factcheck.quantity import Hedge, Kind, as_fraction, extract_quantities
from factcheck.text.fold import fold


@pytest.mark.parametrize("written", ["25%", "百分之二十五", "两成五", "四分之一", "每4人中有1人", "0.25倍"])
def test_rates_are_comparable(written: str) -> None:
    (found,) = extract_quantities(written)
    assert as_fraction(found) == (Decimal("0.25"), Decimal("0.25"))


@pytest.mark.parametrize("written", ["25人", "3个百分点", "2020年"])
def test_what_is_no_rate_is_no_fraction(written: str) -> None:
    (found,) = extract_quantities(written)
    assert as_fraction(found) is None


def test_an_open_rate_stays_open() -> None:
    (found,) = extract_quantities("超过三成")
    assert as_fraction(found) == (Decimal("0.3"), None)


def test_folded_text_gives_the_same() -> None:
    text = "約２９億條（3.6億元）"
    folded = extract_quantities(fold(text), folded=True)
    assert [(q.start, q.end, q.low, q.high) for q in folded] == [
        (q.start, q.end, q.low, q.high) for q in extract_quantities(text)
    ]
    assert extract_quantities(text)[0].text == "約２９億條"


def test_reference_date() -> None:
    (found,) = extract_quantities("今年前8个月", reference=date(2021, 6, 1))
    assert (found.low, found.high, found.relative) == (date(2021, 1, 1), date(2021, 8, 31), "")
    (found,) = extract_quantities("今年前8个月")
    assert (found.low, found.high, found.relative) == (None, None, "今年前8个月")


def test_month_and_day_without_a_year() -> None:
    (found,) = extract_quantities("中新网10月17日电")
    assert (found.low, found.month, found.day) == (None, 10, 17)


def test_units_keep_what_was_written() -> None:
    (found,) = extract_quantities("近6万斤")
    assert (found.unit, found.written_unit, found.dimension) == ("千克", "斤", "mass")
    assert (found.number, found.step, found.hedge) == (Decimal(30000), Decimal(5000), Hedge.NEAR)


def test_units_of_one_dimension_agree() -> None:
    for one, other in (
        ("1吨", "2000斤"),
        ("15亩", "1公顷"),
        ("1公里", "2里"),
        ("3年", "36个月"),
        ("2天", "48小时"),
    ):
        first, second = (extract_quantities(written)[0] for written in (one, other))
        assert (first.low, first.unit) == (second.low, second.unit)


def test_kinds_do_not_mix() -> None:
    kinds = [
        extract_quantities(written)[0].kind for written in ("3%", "3个百分点", "3倍", "3元", "第3", "3年")
    ]
    assert kinds == [
        Kind.PERCENT,
        Kind.PERCENTAGE_POINT,
        Kind.MULTIPLE,
        Kind.MONEY,
        Kind.ORDINAL,
        Kind.DURATION,
    ]


def test_importing_loads_neither_lexicon_nor_tokeniser() -> None:
    code = "import sys, factcheck.quantity; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"jieba", "rjieba", "rich", "typer", "factcheck.quantity.scan"} & set(loaded)
