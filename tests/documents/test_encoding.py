"""Every encoding of the Chinese press is told from the others, or refused; never taken for another."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.encoding import EncodingError, check_encoding, decode

SIMPLIFIED = (
    "据国家统计局发布的数据，2023年国内生产总值超过126万亿元，比上年增长5.2%。",
    "本报北京10月16日电",
    "快手大数据研究院发布《我的美丽家乡》报告",
    "来自贫困地区的用户数达664万 。",
    "全国20个省份的83名创业者参加了培训，他们大多来自农村，回乡办起了合作社。\r\n目前已带动近万户增收。\r\n",
    "一、增收\n二、就业",
    "“短视频+直播”带来5000名粉丝",
)
TRADITIONAL = (
    "據統計處公布的數字，二零二三年本地生產總值實質增長百分之三點二，較去年回升。",
    "中央社台北十六日電",
    "快手大數據研究院發布《我的美麗家鄉》報告",
    "來自貧困地區的用戶數達664萬。",
    "行政院長表示，今年第三季經濟成長率為2.3%，失業率降至3.4%，創下23年來新低。\r\n",
    "一、增收\n二、就業與創業",
    "「短影音＋直播」帶來五千名粉絲",
)
LONG = {"simplified": "\n".join(SIMPLIFIED * 8), "traditional": "\n".join(TRADITIONAL * 8)}
ANY = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
CASES = [
    *((text, encoding) for text in (*SIMPLIFIED, *TRADITIONAL, *LONG.values()) for encoding in ANY),
    *((text, "cp950") for text in (*TRADITIONAL, LONG["traditional"])),
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_text_comes_back_whole(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("text", [LONG["simplified"], LONG["traditional"]])
@pytest.mark.parametrize("length", [10, 15, 25, 40])
def test_every_excerpt_is_read_right_or_refused(text: str, length: int) -> None:
    encodings = (*ANY, "cp950") if text == LONG["traditional"] else ANY
    refused = total = 0
    for start in range(0, len(text) // 4):
        excerpt = text[start : start + length]
        for encoding in encodings:
            total += 1
            try:
                assert decode(excerpt.encode(encoding))[0] == excerpt
            except EncodingError:
                refused += 1
    assert refused <= total * 0.03


def test_hong_kong_characters_are_read_as_big5() -> None:
    text = "深水埗的劏房住戶說：「租金升咗一成，政府應增加資源，協助基層市民。」"
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "增长5%。\r\n".encode(encoding)) == ("增长5%。\r\n", encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "cp950", "utf-16-le", "utf-16-be", "utf-8"])
def test_ascii_alone_is_ascii(encoding: str) -> None:
    assert decode("GDP grew 5.2% in 2023.\n".encode(encoding))[0] == "GDP grew 5.2% in 2023.\n"


@pytest.mark.parametrize(
    "data",
    [
        "增长5%，创新高".encode()[:-1],  # cut in the middle of a character
        "été à Paris, où l'économie recule".encode("latin-1"),
        bytes(range(128, 256)) * 3,
    ],
    ids=["cut", "latin-1", "noise"],
)
def test_what_cannot_be_told_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(EncodingError, match="--encoding"):
        decode(data)


def test_binary_is_named() -> None:
    with pytest.raises(EncodingError, match="二进制"):
        decode(b"\x00\x01\x02\x03\xff\xfe\x00\x00binary\x00")


def test_the_user_overrules() -> None:
    assert decode("一二".encode("gb18030"), "gbk") == ("一二", "gbk")
    assert decode(codecs.BOM_UTF8 + "一二".encode(), "utf-8") == ("一二", "utf-8")
    with pytest.raises(EncodingError, match="第 3 字节起不是 utf-8"):
        decode("一二".encode("gb18030"), "utf-8")


@pytest.mark.parametrize("name", ["utf-9", "base64", "rot13", ""])
def test_only_text_codecs_are_encodings(name: str) -> None:
    with pytest.raises(EncodingError, match="不认识的编码"):
        check_encoding(name)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except EncodingError:
        return
    assert text.encode(encoding) == data or data.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x84\x31\x95\x33")
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")
