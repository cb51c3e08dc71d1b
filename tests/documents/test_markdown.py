"""Markdown: only prose is read, and every character of it is found again in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.markdown import prose

CASES = [
    ("增长**5**%。", "增长5%。"),
    ("# 标题 #\n正文", "标题\n正文"),
    ("---\ntitle: 增长9%\n---\n正文5%", "正文5%"),
    ("+++\ntitle = '增长9%'\n+++\n正文5%", "正文5%"),
    ("前\n\n```sh\nhead -n 5000\n```\n\n后", "前\n\n\n\n\n\n后"),
    ("前\n~~~\n5%\n```\n6%\n~~~\n后", "前\n\n\n\n\n\n后"),
    ("用 `sed -n 9p` 看", "用  看"),
    ("用 ``a ` b`` 看", "用  看"),
    ("半个`没有关上", "半个`没有关上"),
    ("<!-- 9% -->增长5%", "增长5%"),
    ("甲<!-- 9%\n8% -->乙", "甲乙"),
    ("[报告](https://a.cn/2020_(1).html)说5%", "报告说5%"),
    ("![图：5%](a.png)", "图：5%"),
    ("[报告][r]\n\n[r]: https://a.cn/2020", "报告\n\n"),
    ("见<https://a.cn/2020>。", "见。"),
    ("<b>664</b>万", "664万"),
    ("来自贫困地区的\n用户664万", "来自贫困地区的用户664万"),
    ("第一句。\n第二句", "第一句。\n第二句"),
    ("GDP grew\n5%", "GDP grew 5%"),
    ("- 用户664万\n- 增长5%", "用户664万\n增长5%"),
    ("1. 用户664万\n2. 增长5%", "用户664万\n增长5%"),
    ("> 用户664万", "用户664万"),
    ("| 项目 | 数值 |\n| --- | ---: |\n| 用户 | 664万 |", "项目\t数值\n\n用户\t664万"),
    ("    一段缩进的正文，664万。", "一段缩进的正文，664万。"),
    ("    x = 664", ""),
    (r"664\*万", "664*万"),
    ("3*5=15", "3*5=15"),
    ("snake_case_5", "snake_case_5"),
    ("标题\n====\n正文", "标题\n\n正文"),
    ("增长5%\r\n\r\n下降3%", "增长5%\n\n下降3%"),
    ("2020.5万人", "2020.5万人"),
]


@pytest.mark.parametrize(("text", "read"), CASES)
def test_what_is_read(text: str, read: str) -> None:
    assert prose(text).text.strip("\n") == read.strip("\n")


def test_offsets_are_those_of_the_file() -> None:
    text = "---\na: 1\n---\n# 题\n\n用户**2570**万人`x`，增5%。"
    read = prose(text)
    at = read.text.index("2570万人")
    start, end = read.span(at, at + 6)
    assert text[start:end] == "2570**万人"
    assert not read.verbatim(at, at + 6)
    assert read.verbatim(at, at + 4)


@given(st.text(alphabet="甲5%*_`~#->|[]()!<=\\ \t\r\n1.", max_size=60))
def test_every_character_leads_back_to_itself(text: str) -> None:
    read = prose(text)
    for at, char in enumerate(read.text):
        start, end = read.span(at, at + 1)
        assert 0 <= start <= end <= len(text)
        if char == "甲":
            assert text[start:end] == "甲"
    starts = [read.span(at, at + 1)[0] for at in range(len(read.text))]
    assert starts == sorted(starts)
