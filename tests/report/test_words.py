"""Whatever a draft holds, what is printed of it is one line that acts on nothing and loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.words import one_line


@given(st.text())
def test_one_line_is_one_line_and_encodes(text: str) -> None:
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    shown.encode()
    assert not set(shown) & set("\x1b\x08\x07\r\u202e\u2066")


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_plain_text_is_left_alone(text: str) -> None:
    assert one_line(text) == text
