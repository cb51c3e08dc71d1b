"""Offsets and positions lead to each other, whatever the encoding agreed on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lsp.positions import Positions

TEXT = "甲𠮷乙\r\n丙\n\r丁\u2028戊"


@pytest.mark.parametrize(
    ("encoding", "position"), [("utf-16", (0, 3)), ("utf-8", (0, 7)), ("utf-32", (0, 2))]
)
def test_characters_are_counted_as_agreed(encoding: str, position: tuple[int, int]) -> None:
    positions = Positions(TEXT, encoding)
    assert positions.of(2) == position
    assert positions.offset(*position) == 2


def test_only_line_feed_and_carriage_return_end_a_line() -> None:
    positions = Positions(TEXT)
    assert positions.of(TEXT.index("丙")) == (1, 0)
    assert positions.of(TEXT.index("丁")) == (3, 0)
    assert positions.of(TEXT.index("戊")) == (3, 2)


def test_beyond_the_end_is_the_end() -> None:
    positions = Positions(TEXT)
    assert positions.offset(0, 99) == 3
    assert positions.offset(99, 0) == len(TEXT)
    assert positions.of(4) == positions.of(3)  # between carriage return and line feed


def test_a_position_inside_a_character_is_that_character() -> None:
    assert Positions(TEXT).offset(0, 2) == 1


@given(st.text(alphabet="甲𠮷a\r\n\u2028", max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_offset_comes_back(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert positions.offset(*positions.of(offset)) == offset
