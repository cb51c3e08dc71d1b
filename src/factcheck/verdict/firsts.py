"""Claims whose value says which one of all something is: 全球首个, 国内第一座, 世界第二."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.matching.around import DOCUMENT, PARAGRAPH
from factcheck.quantity.numerals import read
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.view import SAME_PROPERTY, SURE_PROPERTY, View, denies

if TYPE_CHECKING:
    import re

    from factcheck.verdict.judgement import Judgement

_COUNTED = "个例座家条款批位项艘台架颗支部套种只辆枚处口片"
_WHERE = r"(?P<where>全球|世界上?|全世界|国际|亚洲|国内|全国|我国|中国|全省|全市|行业|业内)?的?"
_PLACE = pattern(
    rf"{_WHERE}(?:(?P<first>首[{_COUNTED}]|头一[{_COUNTED}])|第(?P<number>[一二三四五六七八九十\d]+)[{_COUNTED}大]?)"
)
_WIDER = {"全球": 3, "世界": 3, "世界上": 3, "全世界": 3, "国际": 3, "亚洲": 2}
_NATIONAL = 1


class Place(NamedTuple):
    """Which one of all something is said to be, and where it is said."""

    start: int
    end: int
    rank: int
    among: int | None  # how wide the circle is in which it is told; ``None`` where none is named


def place_of(value: str) -> Place | None:
    """The place that a claim's value gives, where it gives nothing else."""
    found = _PLACE.fullmatch(value)
    return _place(found) if found else None


def judge_place(view: View, told: Place) -> Judgement | None:
    """Whether the clause gives the subject the claim's place; only another place contradicts it."""
    if view.subject < DOCUMENT or (view.prop < SAME_PROPERTY and not view.hits):
        return None
    said = [_place(m) for m in _PLACE.finditer(view.folded, view.clause.start, view.clause.end)]
    same = next((place for place in said if place.rank == told.rank and _is_as_wide(place, told)), None)
    if same is not None:
        denied = denies(view, same.start)
        if denied is None or view.fact.negated:
            return view.judgement(same.start, same.end, Verdict.SUPPORTED, None)
        start, end = min(denied.start, same.start), max(denied.end, same.end)
        return view.judgement(start, end, Verdict.REFUTED, Reason.POLARITY)
    others = [place for place in said if place.rank != told.rank]
    sure = view.subject >= PARAGRAPH and (view.prop >= SURE_PROPERTY or bool(view.hits))
    if len(said) != 1 or not others or not sure or view.clause.negations:
        return None
    return view.judgement(others[0].start, others[0].end, Verdict.REFUTED, Reason.VALUE)


def _place(found: re.Match[str]) -> Place:
    number = read(found["number"], 0) if found["number"] else None
    where = found["where"]
    among = _WIDER.get(where, _NATIONAL) if where else None
    rank = int(number.number) if number is not None else 1
    return Place(found.start(), found.end(), rank, among)


def _is_as_wide(said: Place, told: Place) -> bool:
    """Whether the draft's circle is no wider than the claim's: the first of the world is the country's too."""
    return said.among is None or told.among is None or said.among <= told.among
