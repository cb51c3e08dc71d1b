"""Folding keeps every offset: one character for one character, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.fold import fold

WRITTEN = [
    ("６６４万人，约占２５．８％。", "664万人,约占25.8%。"),
    ("「我的美麗家鄉」", "“我的美丽家乡”"),
    ("『祖藍』", "‘祖蓝’"),
    ("國家統計局發佈：總人口１４１１７８萬人", "国家统计局发布:总人口141178万人"),
    ("（３—５萬）", "(3—5万)"),
    ("二○二○年", "二〇二〇年"),
    ("百城縣長・直播助農", "百城县长·直播助农"),
    ("￥３０", "¥30"),
    ("〈短視頻〉", "《短视频》"),
    ("３〜５天", "3~5天"),
]


@pytest.mark.parametrize(("written", "meant"), WRITTEN)
def test_written_and_meant(written: str, meant: str) -> None:
    assert fold(written) == meant


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x2000, max_codepoint=0xFFFF)))
def test_length_is_kept_where_folding_has_work(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_characters_fold_by_themselves(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x7F)))
def test_plain_ascii_is_left_alone(text: str) -> None:
    assert fold(text) == text
