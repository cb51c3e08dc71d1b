"""What is suggested for a refuted figure, and where nothing is."""

from __future__ import annotations

import pytest

from factcheck.claims.model import Claim, Source
from factcheck.edit.suggest import suggest
from factcheck.verdict.finding import Finding, Reason, Verdict


def _finding(text: str, expected: str, reason: Reason = Reason.VALUE, start: int = 0) -> Finding:
    claim = Claim("c", "…", Source("s", "题"), value=expected)
    return Finding(
        start, start + len(text), 1, 1, text, Verdict.REFUTED, reason, claim, expected, text, "…", 1.0
    )


def _suggested(text: str, expected: str, reason: Reason = Reason.VALUE) -> str | None:
    made = suggest(_finding(text, expected, reason), text)
    return None if made is None else text[: made.start] + made.new + text[made.end :]


CASES = [
    ("2750万人", "2570万人", "2570万人"),
    ("约2750万人", "2570万人", "约2570万人"),
    ("约2.8亿元", "2.57亿元", "约2.57亿元"),
    ("二点五亿元", "2.57亿元", "二点五七亿元"),
    ("两千七百五十万名", "2570万人", "两千五百七十万名"),
    ("70位", "68位", "68位"),
    ("七十位", "68位", "六十八位"),
    ("664亿人", "664万人", "664万人"),
    ("27,500,000人", "2570万人", "25,700,000人"),
    ("53.2%", "52.3%", "52.3%"),
    ("百分之五十三点二", "52.3%", "百分之五十二点三"),
    ("60斤", "35公斤", "70斤"),
    ("超39亿次", "超29亿次", "超29亿次"),
    ("40多个", "50多个", "50多个"),
    ("十多万人", "20多万人", "二十多万人"),
    ("18余万人", "19余万人", "19余万人"),
    ("700万人左右", "664万人", "664万人左右"),
    ("￥2750万", "2570万元", "￥2570万"),
    ("-3.5%", "-2.5%", "-2.5%"),
]


@pytest.mark.parametrize(("text", "expected", "suggested"), CASES)
def test_the_value_in_the_words_of_the_draft(text: str, expected: str, suggested: str) -> None:
    assert _suggested(text, expected) == suggested


@pytest.mark.parametrize(
    ("text", "expected", "reason", "suggested"),
    [
        ("68户", "68位", Reason.UNIT, "68位"),
        ("约3.6亿美元", "3.6亿元", Reason.UNIT, "约3.6亿元"),
        ("剪纸", "麦秸画", Reason.TERM, "麦秸画"),
        ("《我的美丽乡村》", "我的美丽家乡", Reason.TERM, "《我的美丽家乡》"),
        ("“全民抗疫”", "全民战疫", Reason.TERM, "“全民战疫”"),
        ("《美丽乡村》", "《美丽家乡》", Reason.TERM, "《美丽家乡》"),
        ("664亿", "664万", Reason.MAGNITUDE, "664万"),
        ("52.3万吨", "53.1万吨", Reason.SUPERSEDED, "53.1万吨"),
        ("不到50位", "超过50位", Reason.HEDGE, "超过50位"),
        ("近五十名", "50名以上", Reason.HEDGE, "五十名以上"),
        ("不足664万", "664万", Reason.HEDGE, "664万"),
        ("2019年10月18日", "2020-10-16", Reason.PERIOD, "2020年10月16日"),
        ("十月十八日", "2020年10月16日", Reason.PERIOD, "十月十六日"),
    ],
)
def test_a_unit_a_hedge_a_date_or_a_term(text: str, expected: str, reason: Reason, suggested: str) -> None:
    assert _suggested(text, expected, reason) == suggested


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("39亿次", "超29亿次", Reason.VALUE),  # the claim gives a bound, no value
        ("3万至5万人", "4万人", Reason.VALUE),  # two values
        ("三分之一", "四分之一", Reason.VALUE),
        ("几十位", "68位", Reason.VALUE),
        ("近1亿元", "6100万元", Reason.VALUE),  # 近6100万 would be just below it
        ("不到10枚", "15枚", Reason.VALUE),
        ("超过1亿人", "1411778724人", Reason.VALUE),
        ("68位", "68位", Reason.PROPERTY),  # which part is wrong is not certain
        ("68位", "68位", Reason.PERIOD),  # a figure of another year: the year is elsewhere
        ("2019年10月18日", "2020年10月", Reason.PERIOD),
        ("68位", "", Reason.VALUE),
        ("近60位", "超过50位", Reason.HEDGE),
        ("68位", "六十多位和七位", Reason.VALUE),
    ],
)
def test_nothing_where_no_one_value_is_certain(text: str, expected: str, reason: Reason) -> None:
    assert _suggested(text, expected, reason) is None


def test_only_what_is_refuted() -> None:
    for verdict in set(Verdict) - {Verdict.REFUTED}:
        finding = _finding("70位", "68位")
        object.__setattr__(finding, "verdict", verdict)
        assert suggest(finding, "70位") is None


def test_markup_within_is_kept_where_the_number_stands_together() -> None:
    page = "<b>2750万</b>人"
    finding = _finding("2750万人", "2570万人")
    object.__setattr__(finding, "end", len(page))
    made = suggest(finding, page)
    assert made is not None
    assert page[: made.start] + made.new + page[made.end :] == "<b>2570万</b>人"
    page = "27<b>50</b>万人"
    object.__setattr__(finding, "end", len(page))
    assert suggest(finding, page) is None
