"""Claims are found by what they say, by other names, and by words that are nearly right."""

from __future__ import annotations

import pytest

from factcheck.claims.model import Claim, ClaimBank, Source
from factcheck.claims.search import names_of, search

SOURCE = Source("s", "来源")
SHOW = Claim(
    "show", "中央电视台的直播带货卖了1.2亿元。", SOURCE, subject=("直播",), value="1.2亿元", quote="万人空巷"
)
DANCE = Claim("dance", "村民跳曳步舞。", SOURCE, property=("舞蹈",), topic="乡村")
TWO = Claim("two", "爱发的是生活和三农。", SOURCE, value=("生活", "三农"))
BANK = ClaimBank((SHOW, DANCE, TWO), {"中央电视台": ("央视", "CCTV"), "曳步舞": ("鬼步舞",), "甲": ("乙",)})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("直播带货", [SHOW]),
        ("show", [SHOW]),
        ("央视", [SHOW]),
        ("cctv", [SHOW]),
        ("１．２亿", [SHOW]),
        ("中央電視台", [SHOW]),
        ("万人空巷", [SHOW]),
        ("鬼步舞", [DANCE]),
        ("乡村", [DANCE]),
        ("三农", [TWO]),
        ("直播 央视", [SHOW]),
        ("直播代货", [SHOW]),
        ("直播间带货", [SHOW]),
        ("火星", []),
    ],
)
def test_search(words: str, found: list[Claim]) -> None:
    assert search(BANK, words) == found


def test_names_of_a_claim_are_those_it_mentions() -> None:
    assert names_of(SHOW, BANK) == {"中央电视台": ("央视", "CCTV")}
