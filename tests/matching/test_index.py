"""Facts that are counted in groups are nominated as if each were counted by itself."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

import pytest

from factcheck.assertion.figures import read_assertions
from factcheck.assertion.names import NameIndex
from factcheck.assertion.reading import Text
from factcheck.claims.model import Claim, ClaimBank, Source
from factcheck.matching.compile import Compiler
from factcheck.matching.index import Index
from factcheck.matching.naming import name_table
from factcheck.matching.score import nearest

if TYPE_CHECKING:
    from factcheck.matching.facts import Fact

SOURCE = Source(id="年报", title="年报")
FIRMS = ("兰溪酒业", "柳塘纺织", "松岭药业", "兰溪化工", "桐湾造船")
MATTERS = ("营业收入", "净利润", "门店数量", "员工人数", "客户满意度", "新增用户", "用户投诉")
YEARS = tuple(map(str, range(2009, 2021)))
DRAFTS = (
    "兰溪酒业去年营业收入为128亿元，净利润12亿元。",
    "公司新增用户300万人，员工人数达到5200人，门店数量增至800家。",
    "柳塘纺织和松岭药业的客户满意度分别为91%和88%，用户投诉下降。",
    "天气晴朗，气温20度。",
    "桐湾造船营业收入、净利润、门店数量、员工人数、客户满意度、新增用户和用户投诉共7项。",
)


def facts_of(bank: ClaimBank) -> tuple[list[Fact], NameIndex]:
    names = NameIndex(name_table(bank))
    compiler = Compiler(bank, names)
    facts: list[Fact] = []
    for claim in bank.claims:
        facts += compiler.compile(claim, len(facts))
    return facts, names


def one_by_one(facts: list[Fact], words: dict[str, float], subjects: list[str], modulus: int) -> list[int]:
    """The rule itself: every fact weighed, the heaviest 16 series of those wanted."""
    shared: dict[int, float] = defaultdict(float)
    weights: list[dict[str, float]] = []
    for fact in facts:
        known: dict[str, float] = {}
        for part in (*fact.properties, *fact.subject_words, fact.context):
            for word, weight in part:
                known[word] = max(weight, known.get(word, 0.0))
        weights.append(known)
    for word, near in words.items():
        for number, known in enumerate(weights):
            if word in known:
                shared[number] += known[word] * near
    chosen = {number: weight for number, weight in shared.items() if weight >= 0.35}
    for name in subjects:
        for fact in facts:
            if name in fact.subjects:
                chosen[fact.number] = shared.get(fact.number, 0.0) + 1.0
    best: dict[object, list[int]] = {}
    for number in sorted(chosen, key=lambda one: round(chosen[one], 9), reverse=True):
        fact = facts[number]
        if number % modulus == 0:
            continue
        series = fact.subjects, fact.subject_words, fact.properties, fact.context
        if series in best or len(best) < 16:
            best.setdefault(series, []).append(number)
    return [number for numbers in best.values() for number in numbers]


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("modulus", [2, 3, 1000])
def test_groups_nominate_what_single_facts_do(draft: str, modulus: int) -> None:
    claims = tuple(
        Claim(
            id=f"{firm}-{matter}-{year}",
            statement=f"{firm}{year}年{matter}为{number}00万元。",
            source=SOURCE,
            subject=(firm,),
            property=(matter,),
            value=f"{number}00万{'元' if number % 3 else '人'}",
            period=year,
        )
        for number, (matter, firm, year) in enumerate(product(MATTERS, FIRMS, YEARS), 1)
    )
    facts, names = facts_of(ClaimBank(claims))
    index = Index(facts)
    text = Text(draft, names)
    for assertion in read_assertions(text, 0):
        words = nearest(assertion, index.lexicon)
        subjects = sorted(name for name in FIRMS if name in draft)
        found = index.nominate(
            words, subjects, [index.figures], wanted=lambda fact: fact.number % modulus != 0
        )
        assert [fact.number for fact in found] == one_by_one(facts, words, subjects, modulus)
