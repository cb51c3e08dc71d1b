"""Which one of all something is: 全球首个, 国内第一座, 第200枚金牌."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.matching.around import DOCUMENT, PARAGRAPH
from factcheck.quantity.numerals import read
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.view import SAME_PROPERTY, SURE_PROPERTY, View, denies

if TYPE_CHECKING:
    import re
    from decimal import Decimal

    from factcheck.verdict.judgement import Judgement

_COUNTED = "个例座家条款批位项艘台架颗支部套种只辆枚处口片"
_WHERE = r"(?P<where>全球|世界上?|全世界|国际|亚洲|国内|全国|我国|中国|全省|全市|行业|业内)?的?"
_PLACE = pattern(
    rf"{_WHERE}(?:(?P<first>首[{_COUNTED}]|头一[{_COUNTED}])|第(?P<number>[一二三四五六七八九十\d]+)[{_COUNTED}大]?)"
)
_NUMBERED = pattern(r"第([\d一二三四五六七八九十百]+)([枚次位个金名条座艘颗架])")
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
    """Whether the clause gives the subject the claim's place; another one, or a wider circle, contradicts it."""
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
    sure = view.subject >= PARAGRAPH and (view.prop >= SURE_PROPERTY or bool(view.hits))
    if len(said) != 1 or not sure or view.clause.negations:
        return None
    reason = Reason.VALUE if said[0].rank != told.rank else Reason.SCOPE
    return view.judgement(said[0].start, said[0].end, Verdict.REFUTED, reason)


def _place(found: re.Match[str]) -> Place:
    number = read(found["number"], 0) if found["number"] else None
    where = found["where"]
    among = _WIDER.get(where, _NATIONAL) if where else None
    rank = int(number.number) if number is not None else 1
    return Place(found.start(), found.end(), rank, among)


def _is_as_wide(said: Place, told: Place) -> bool:
    """Whether the draft's circle is no wider than the claim's: the first of the world is the country's too."""
    return said.among is None or told.among is None or said.among <= told.among


def numbered_otherwise(view: View) -> Span | None:
    """The number that the clause gives to what the claim's property numbers (第100枚金牌 for 第200枚金牌)."""
    told = {(_number(m[1]), m[2]) for name in view.fact.spellings for m in _NUMBERED.finditer(name)}
    said = list(_NUMBERED.finditer(view.folded, view.clause.start, view.clause.end))
    others = [m for m in said if any(m[2] == measure for _, measure in told)]
    if not others or any((_number(m[1]), m[2]) in told for m in others):
        return None
    return Span(others[0].start(), others[0].end())


def _number(written: str) -> Decimal | None:
    numeral = read(written, 0)
    return numeral.number if numeral else None
