"""HTML: the main text is read as a browser shows it, and every character is found again in the file."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.html import declared_encoding, prose

CASES = [
    ("<p>增长<b>5</b>%。</p>", "增长5%。"),
    ("<p>2570&#19975;人</p>", "2570万人"),
    ("<p>甲&nbsp;乙&amp;丙&lt;5%</p>", "甲\xa0乙&丙<5%"),
    ("<p>AT&T 增长5%</p>", "AT&T 增长5%"),
    ("<p>增长<5%</p>", "增长<5%"),
    ("<h1>题</h1><p>甲</p><p>乙<br>丙</p>", "题\n甲\n乙\n丙"),
    ("<p>来自贫困地区的\n    用户664万</p>", "来自贫困地区的用户664万"),
    ("<p>GDP grew\n 5%</p>", "GDP grew 5%"),
    ("<script>var a = '增长9%';</script><style>p{width:9%}</style><p>5%</p>", "5%"),
    ("<!-- 增长9% --><p>5%</p>", "5%"),
    ("<head><title>题 9%</title></head><body><p>5%</p></body>", "5%"),
    ("<nav>第9名</nav><p>5%</p><footer>电话9</footer>", "5%"),
    ("<div>推荐 9%</div><article><p>增长百分之五以上</p></article>", "增长百分之五以上"),
    ("<article>短</article><div>正文在文章标签外面，很长很长</div>", "短\n正文在文章标签外面，很长很长"),
    ("<p hidden>9%</p><p>5%</p><div style='display: none'><div>9%</div>8%</div>", "5%"),
    ("<table><tr><td>用户</td><td>664万</td></tr><tr><td>增长<td>5%</table>", "用户\t664万\n增长\t5%"),
    ("<a title='a > b' href=x>甲</a>", "甲"),
    ("<pre>  甲\n  乙</pre>", "  甲\n  乙"),
    ("<p>没有关上的<b>标签", "没有关上的标签"),
]


@pytest.mark.parametrize(("text", "read"), CASES)
def test_what_is_read(text: str, read: str) -> None:
    assert prose(text).text.rstrip("\n") == read


def test_offsets_are_those_of_the_file() -> None:
    text = "<html><body>\n<p>用户<b>2570</b>&#19975;人，增5%。</p>"
    read = prose(text)
    start, end = read.span(2, 8)
    assert text[start:end] == "2570</b>&#19975;人"
    assert not read.verbatim(2, 8)
    assert read.verbatim(2, 6)


@given(st.text(alphabet="甲5<>/!-&;#\"'= \n\tpbdivta", max_size=80))
def test_every_character_leads_back_to_itself(text: str) -> None:
    read = prose(text)
    for at, char in enumerate(read.text):
        start, end = read.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        if char == "甲":
            assert text[start:end] == "甲"


@pytest.mark.parametrize(
    "piece",
    ["<", "<a ", "<a '", "<!--", "<!", "&", "<nav>", "</p>", "<p hidden>", "<script>", " \n", "</script"],
)
def test_hostile_pages_are_read_in_linear_time(piece: str) -> None:
    started = time.perf_counter()
    prose(piece * 100_000)
    assert time.perf_counter() - started < 5


def test_a_page_may_name_its_encoding() -> None:
    assert (
        declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
        == "gb18030"
    )
    assert declared_encoding(b"<meta charset=utf-8>") == "utf-8"
    assert declared_encoding(b"<p>") is None
