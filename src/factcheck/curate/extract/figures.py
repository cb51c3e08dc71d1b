"""Figures of an article: each with what it counts, whom, when and where."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.assertion.figures import read_assertions
from factcheck.curate.extract.phrases import read_tokens
from factcheck.curate.extract.proposal import NTH, Proposal
from factcheck.curate.extract.surroundings import SURE, doubt_of, iso
from factcheck.quantity.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.surroundings import Surroundings
    from factcheck.quantity.model import Quantity

LONGEST_QUOTE = 12
_COUNTED = re.compile(r"个(?P<noun>[一-鿿]{2,6})$")  # 12个|乡镇
_CUT = re.compile(r"[、，,;；:：()]")
_LINK = re.compile(
    r"(?:已经|一共|总共|共计|达到|超过|突破|约为|仅有|仅在|[已共达为是有超约仅就便了的至近计将]|数达)+$"
)
# Which, not how many; who, not how many.
_NO_FIGURE = re.compile(r"[一二三四五六七八九十]期(?:工厂|工程|项目|建设|厂|线)|[两二三]人(?=[一-鿿])")
_RECURRING = re.compile(
    r"[一-鿿]{2,10}?(?:日|节|论坛|博览会|大会|大赛|运动会)(?![一-鿿]*[日节])"
)  # 第48个|国际博物馆日
_MEASURES = ("长", "宽", "高", "深", "重", "厚")
_RELATING = re.compile(r"占|同比|环比|[比较]|增长|下降|减少")
_OPENING = re.compile(
    r"^(?:[”“‘’\"'》\s的]|其中|此外|另外|同时|还|也|并|且|全年|来自|据\S{0,4}|目前|在|已经?|共)+"
)


def proposals(text: Text, around: Surroundings, sentence: int) -> Iterator[Proposal]:
    """One proposal for each figure that the sentence asserts, and for each ordinal."""
    counted = ""  # what the last figure counts
    for assertion in read_assertions(text, sentence):
        found = _proposal(text, around, assertion.clause, assertion.figure)
        if found.properties and _RELATING.match(found.properties[0]):
            if counted and counted not in found.properties[0]:  # 研发投入9.6亿元, 占营业收入6.7%
                found = replace(found, properties=(f"{counted}{found.properties[0]}", *found.properties))
        elif found.properties:
            counted = found.properties[0]
        if _NO_FIGURE.match(text.folded, assertion.figure.start):
            continue
        if not assertion.clause.modality.bears_on(assertion.figure.start):
            yield found
    for clause in text.clauses(sentence):
        for quantity in text.quantities:
            inside = clause.start <= quantity.start and quantity.end <= clause.end
            if inside and quantity.kind is Kind.ORDINAL and quantity.number and quantity.number > 1:
                yield _proposal(text, around, clause, quantity)


def _proposal(text: Text, around: Surroundings, clause: Clause, figure: Quantity) -> Proposal:
    subject, sure = around.subject(clause, figure.start)
    period, when = around.period(clause, figure.start)
    if sure < SURE and (place := _place(text, clause, figure)):
        subject, sure = place, SURE  # 青河县网络零售额: the place is whose figure it is
    counted = _COUNTED.search(text.raw[figure.start : figure.end])
    end = figure.start + counted.start("noun") if counted else figure.end
    names = _properties(text, clause, figure, subject, counted["noun"] if counted else "")
    if figure.text.endswith("岁"):
        names = ("年龄",)
    if figure.kind is Kind.ORDINAL and (which := _RECURRING.match(text.folded, figure.end)):
        subject, sure, names = which.group(), SURE, (NTH, "届数")
    doubts: dict[str, str] = {}
    if doubt := doubt_of(subject, sure):
        doubts["subject"] = doubt
    if not names:
        doubts["property"] = "没有读出是什么的数"
    if period is None and clause.dates:
        doubts["period"] = "时间没有读全"
    if not figure.written_unit and figure.kind is Kind.CARDINAL:
        doubts["value"] = "原文没有写单位"
    return Proposal(
        start=figure.start,
        value=text.raw[figure.start : end].replace(" ", ""),
        quote=_quote(text, clause, figure),
        subject=subject,
        properties=names,
        scope=around.scope(clause, clause.end),
        period=iso(period),
        when=when,
        confidence=round(0.9 * (sure or 0.4) - 0.1 * len(doubts), 2),
        doubts=doubts,
    )


def _place(text: Text, clause: Clause, figure: Quantity) -> str:
    """The place that what stands before the figure begins with."""
    places = [m for m in clause.mentions if m.kind == "place" and m.end < figure.start]
    at = clause.start
    for quantity in clause.dates:
        at = max(at, quantity.end) if quantity.end < figure.start else at
    return next((m.text for m in places if not _OPENING.sub("", text.folded[at : m.start]).strip(" ,，")), "")


def _properties(text: Text, clause: Clause, figure: Quantity, subject: str, noun: str) -> tuple[str, ...]:
    """What is counted, by what stands before the figure and behind it: 点赞数, 邀请市长及县长."""
    others = [q for q in (*clause.figures, *clause.dates) if q is not figure]
    left = max([clause.start, *(q.end for q in others if q.end <= figure.start)])
    cuts = [match.end() for match in _CUT.finditer(text.folded, left, figure.start)]
    before = text.folded[cuts[-1] if cuts else left : figure.start]
    if subject:
        before = before.rpartition(subject)[2]
    before = _LINK.sub("", _OPENING.sub("", before)).strip("“”‘’\"' ")
    after = f"{noun}{_behind(text, clause, figure)}"
    whole = [f"{before}{after}", before, after] if before and after else [before or after]
    names = tuple(dict.fromkeys(n for n in whole if 1 < len(n) <= LONGEST_PROPERTY or n in _MEASURES))
    return names or _shared(text, clause, left, subject)


def _shared(text: Text, clause: Clause, left: int, subject: str) -> tuple[str, ...]:
    """What several figures have in common, or the clause before names: 覆盖20个省51个县; 膜的厚度,为45纳米."""
    first = min((q.start for q in clause.figures), default=left)
    before = _CUT.split(text.folded[clause.start : first])[-1]
    if first >= left or not before.strip():
        siblings = [c for c in text.clauses(clause.sentence) if c.end <= clause.start and not c.figures]
        before = text.folded[siblings[-1].start : siblings[-1].end] if siblings else ""
    if subject:
        before = before.rpartition(subject)[2]
    name = _LINK.sub("", _OPENING.sub("", before)).strip("“”‘’\"' ,")
    return (name,) if 1 < len(name) <= LONGEST_PROPERTY else ()


LONGEST_PROPERTY = 20


def _behind(text: Text, clause: Clause, figure: Quantity) -> str:
    """The noun that the figure counts: 位|市长及县长, 户|贫困户增收."""
    counted: list[str] = []
    for token in read_tokens(text, clause):
        if token.start < figure.end or (token.kind == "O" and not counted):
            continue
        if token.kind not in {"N", "A", "S"} and not (token.kind == "V" and counted):
            break
        if token.kind == "S" and not counted:
            break
        counted.append(token.text)
        if sum(map(len, counted)) >= 8 or (token.kind == "V" and len(token.text) > 1):
            break
    return "".join(counted).strip('、和与及“”"')


def _quote(text: Text, clause: Clause, figure: Quantity) -> str:
    """The figure with as much of what follows as makes a short phrase."""
    end = min(clause.end, figure.start + LONGEST_QUOTE)
    cut = _CUT.search(text.folded, figure.end, end)
    end = max(figure.end, cut.start() if cut else end)
    start = clause.start if end - clause.start <= LONGEST_QUOTE else figure.start
    return text.raw[start:end].strip(" ，,、”“")
