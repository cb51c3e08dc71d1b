"""A number is written again in the notation of another one, and read back as the same value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.edit.notation import Notation, notation_of, rewrite, write
from factcheck.quantity import extract_quantities

CASES = [
    # written, value, model → rewritten
    ("2750万", "25700000", "2570万", "2570万"),
    ("2750 万", "25700000", "2570万", "2570 万"),
    ("27,500,000", "25700000", "2570万", "25,700,000"),
    ("27500000", "25700000", "2570万", "25700000"),
    ("２７５０万", "25700000", "2570万", "２５７０万"),
    ("2750萬", "25700000", "2570万", "2570萬"),
    ("二点五亿", "257000000", "2.57亿", "二点五七亿"),
    ("二点五亿", "300000000", "3亿", "三亿"),
    ("三亿", "257000000", "2.57亿", "两亿五千七百万"),
    ("二亿", "257000000", "2.57亿", "二亿五千七百万"),
    ("两千七百五十万", "25700000", "2570万", "两千五百七十万"),
    ("二千七百五十万", "25700000", "2570万", "二千五百七十万"),
    ("贰仟柒佰伍拾万", "25700000", "2570万", "贰仟伍佰柒拾万"),
    ("壹佰", "10", "10", "壹拾"),
    ("六十", "12", "12", "十二"),
    ("三", "2", "2", "两"),
    ("1亿2700万", "125700000", "1.257亿", "1亿2570万"),
    ("664亿", "6640000", "664万", "664万"),
    ("664万", "66400000000", "664亿", "664亿"),
    ("2570", "25700000", "2570万", "2570万"),
    ("2.9亿", "257310000", "25731万", "2.5731亿"),
    ("70", "68", "68", "68"),
    ("0.3亿", "25000000", "0.25亿", "0.25亿"),
    ("9.9", "5.2", "5.2", "5.2"),
    ("一百零五万", "1005000", "100.5万", "一百万五千"),
    ("一百零五", "2005", "2005", "两千零五"),
]


@pytest.mark.parametrize(("written", "value", "model", "expected"), CASES)
def test_rewriting(written: str, value: str, model: str, expected: str) -> None:
    assert rewrite(Decimal(value), written, model) == expected


@pytest.mark.parametrize("written", ["二〇二〇", "几十", "3000多", "40k", "三四", "", "万"])
def test_what_is_no_plain_numeral_has_no_notation(written: str) -> None:
    assert notation_of(written) is None or written == "万"


def test_a_notation_that_cannot_say_the_value_says_nothing() -> None:
    notation = notation_of("1亿2700万")
    assert notation is not None
    assert write(Decimal("12345"), notation) is None
    assert rewrite(Decimal("2900001"), "5亿") is None


ARABIC = ("2,750", "2750", "2750万", "2.5 亿", "1.65万亿", "２７５０万", "2750萬", "1亿2700万")
CHINESE = ("两千", "二千", "二点五亿", "二点五", "贰仟", "一百〇五", "三百万")
NOTATIONS = [notation_of(text) for text in (*ARABIC, *CHINESE)]


@given(
    st.sampled_from(NOTATIONS),
    st.one_of(
        st.integers(1, 10**6),
        st.integers(1, 9999).map(lambda n: n * 10**4),
        st.integers(1, 10**6).map(lambda n: n * 10**8),
        st.integers(1, 10**15),
    ),
    st.integers(0, 4),
)
def test_what_is_written_is_read_back_as_the_same_value(
    notation: Notation | None, whole: int, places: int
) -> None:
    assert notation is not None
    value = Decimal(whole).scaleb(-places)
    text = write(value, notation)
    if text is None:
        return
    read = extract_quantities(f"增收{text}元")
    assert [quantity.number for quantity in read] == [value], text
