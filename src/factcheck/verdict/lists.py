"""Decide statements whose value is a list: which members, in what order, and who comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.figures import RESPECTIVELY
from factcheck.matching.around import DOCUMENT
from factcheck.quantity.model import Hedge, Kind
from factcheck.text.lexicon import rows
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.slots import find_filler
from factcheck.verdict.view import SAME_PROPERTY, SURE_PROPERTY, View, denies, locate, other_property

if TYPE_CHECKING:
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.facts import Fact, TermValue
    from factcheck.text.segment import Span
    from factcheck.verdict.judgement import Judgement

LONG_TERM = 4  # characters of a member that is seldom said of anything else
_ONLY = pattern(r"(?<!不)(?:只有|仅有|只包括|仅包括|只|仅|独家|单独)")
_PART = pattern(r"其中|另|其[余他]|还有|[再又]|第$|前$|之一")
_ORDER = pattern(r"依次|顺序|先后")
_MOST = pattern(r"最[^近后新终初东西南北,]{1,10}?(?:是|为)(?!.*(?:之一|等|都|也))")
_TOP = frozenset({"位居第一", "夺冠"})  # canonical words
_NUMBERS = "一二三四五六七八九123456789"
_RANK = pattern(r"第 ?([一二三四五六七八九1-9])(?![\d十届次期号条批季轮个])")
_ET_CETERA = pattern(r"等")
_ITEM = pattern(r"、|/|以及|和|(?<!参)与|(?<!普)(?<!涉)及|,|(?<=》)(?=《)|(?<=”)(?=“)")
_LIST_OPENING = pattern(r"是|为|:|有|包括|依次|分别|涵盖|含|即")


def judge_list(view: View, value: TermValue) -> Judgement | None:
    clause, folded = view.clause, view.folded
    located = [locate(folded, clause, member, view.fact.called) for member in value.members]
    present = [(place, rank) for rank, place in enumerate(located) if place is not None]
    rank = _rank_said(folded, clause)
    speaks = view.prop >= SURE_PROPERTY or bool(view.hits) or len(present) > 1
    speaks = speaks or (rank is not None and view.prop >= SAME_PROPERTY and _ranked(view.fact, value))
    long = any(end - start >= LONG_TERM for (start, end), _ in present)
    speaks = speaks or (long and view.prop >= SAME_PROPERTY)
    if not present:
        if (counted := _counted(view, value)) is not None:
            return counted
        if (view.prop < SURE_PROPERTY and not view.hits) or view.subject < DOCUMENT or clause.negations:
            return None
        filler = find_filler(view, value)
        return (
            None if filler is None else view.judgement(filler.start, filler.end, Verdict.REFUTED, Reason.LIST)
        )
    if not speaks or (view.subject < DOCUMENT and view.prop < 0.85 and len(present) < 2):
        return None
    counts = any(figure.kind is not Kind.ORDINAL for figure in clause.figures)
    if len(present) == 1 and counts and not view.hits:
        return None  # 净利润418亿元 is what is told of the member
    present.sort()
    start, end = present[0][0][0], max(place[1] for place, _ in present)
    denied = denies(view, start)
    if denied is not None and not view.fact.negated:
        return view.judgement(
            min(start, denied.start), max(end, denied.end), Verdict.REFUTED, Reason.POLARITY
        )
    items = _items(folded, clause, view.hits, present)
    numbers = [(q.start, q.end) for q in (*clause.figures, *clause.dates)]
    strangers = [
        item
        for item in items
        if not any(_overlaps(item, place) for place, _ in present)
        and not any(_is(item, n) for n in numbers)
        and not _shortened(folded[item[0] : item[1]], value)
        and any(term.weight >= 1.0 for term in clause.terms if item[0] <= term.start < item[1])  # not 之列
        and not _is_said(view, item)
    ]
    if not view.hits and folded.startswith("的", end):  # 快手、清华和社科院的报告 tells whose it is
        strangers = []
    replaced = len(items) == len(value.members) and len(strangers) < len(items)
    # Before one of a row that is ranked there is no room for another, though the row goes on.
    ranked = value.ordered and bool(strangers) and strangers[0][1] <= present[-1][0][0]
    if strangers and len(items) > 1 and (not value.open or replaced or ranked):
        item = strangers[0]
        return view.judgement(*item, Verdict.REFUTED, Reason.LIST)
    ranks = [rank for _, rank in present]
    ordered = value.ordered or (
        _ORDER.search(view.fact.text) and _ORDER.search(folded, clause.start, clause.end)
    )
    if len(present) > 1 and ranks != sorted(ranks) and ordered:
        return view.judgement(start, end, Verdict.REFUTED, Reason.ORDER)
    if len(present) == 1 and rank is not None and _ranked(view.fact, value):
        if ranks[0] == rank - 1:
            return view.judgement(start, end, Verdict.SUPPORTED, None)
        return view.judgement(start, end, Verdict.REFUTED, Reason.ORDER)
    if (other := other_property(view)) is not None:
        return view.judgement(min(start, other.start), max(end, other.end), Verdict.REFUTED, Reason.PROPERTY)
    if len(present) < len(value.members) and _ONLY.search(folded, clause.start, clause.end):
        return view.judgement(start, end, Verdict.REFUTED, Reason.LIST)
    return view.judgement(start, end, Verdict.SUPPORTED, None)


def _counted(view: View, value: TermValue) -> Judgement | None:
    """How many there are of what a complete list names (7个办赛城市, of six)."""
    clause = view.clause
    listed = view.folded.startswith(":", clause.end)  # 四个方向:甲、乙、丙、丁 is told by its members
    if value.open or listed or view.subject < DOCUMENT or clause.negations:
        return None
    for figure in clause.figures:
        named = view.folded.startswith(
            view.fact.spellings, figure.end + view.folded.startswith("的", figure.end)
        )
        whole = figure.kind is Kind.CARDINAL and figure.hedge is Hedge.NONE and figure.low == figure.high
        if named and whole and not _PART.search(view.folded, clause.start, figure.start):
            right = figure.number == len(value.members)
            verdict, reason = (Verdict.SUPPORTED, None) if right else (Verdict.REFUTED, Reason.VALUE)
            return view.judgement(figure.start, figure.end, verdict, reason)
    return None


def is_crossed(text: Text, view: View, start: int, end: int) -> bool:
    """Whether 甲和乙分别是A和B gives the claim's term, which stands there, to another name than its subject's."""
    clause, folded = view.clause, view.folded
    at = folded.find(RESPECTIVELY, clause.start, start)
    if at < 0:
        return False
    naming = clause if any(m.end <= at for m in clause.mentions) else text.before(clause) or clause
    names = pieces(folded, naming.start, min(at, naming.end))
    terms = pieces(folded, at, clause.end)
    mine = [
        n
        for n, (a, b) in enumerate(names)
        for m in naming.mentions
        if m.name in view.fact.called and a <= m.start < b
    ]
    told = [n for n, (a, b) in enumerate(terms) if a <= start and end <= b]
    return len(names) == len(terms) > 1 and len(mine) == len(told) == 1 and mine != told


def pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of an enumeration."""
    marks = [(m.start(), m.end()) for m in _ITEM.finditer(folded, start, end)]
    return list(zip([start, *(b for _, b in marks)], [*(a for a, _ in marks), end], strict=True))


def _rank_said(folded: str, clause: Clause) -> int | None:
    """The rank that the clause gives (高居第一, 排名第二), counted from 1."""
    match = _RANK.search(folded, clause.start, clause.end)
    if match is not None:
        return _NUMBERS.index(match.group(1)[0]) % 9 + 1
    if any(term.text in _TOP for term in clause.terms) or _MOST.search(folded, clause.start, clause.end):
        return 1
    stretch = folded[clause.start : clause.end]
    places = [int(place) for word, place in rows("factcheck.assertion", "ranks.tsv") if word in stretch]
    return min(places, default=None)


def _ranked(fact: Fact, value: TermValue) -> bool:
    """Whether the claim's list is a ranking: said so, or read from its words (依次, 最…)."""
    return value.ordered or _ORDER.search(fact.text) is not None


def _items(
    folded: str, clause: Clause, hits: list[Span], present: list[tuple[tuple[int, int], int]]
) -> list[tuple[int, int]]:
    """The items of the enumeration that holds the members found."""
    first, last = present[0][0], max(place for place, _ in present)
    opening = max([clause.start, *(hit.end for hit in hits if hit.end <= first[0])])
    for match in _LIST_OPENING.finditer(folded, opening, first[0]):
        opening = match.end()
    closing = clause.end
    et_cetera = _ET_CETERA.search(folded, last[1], clause.end)
    if et_cetera is not None:
        closing = et_cetera.start()
    # Before the first member found and after the last one only short pieces are items, not other words.
    return [
        (a, b)
        for a, b in pieces(folded, opening, closing)
        if a < b and (any(_overlaps((a, b), place) for place, _ in present) or b - a <= 10)
    ]


def _shortened(item: str, value: TermValue) -> bool:
    """Whether the item is a member in fewer words (男士发型修剪 for 男士发型修剪基础知识)."""
    return len(item) >= LONG_TERM and any(item in spelling for member in value.members for spelling in member)


def _is_said(view: View, item: tuple[int, int]) -> bool:
    """Whether an item only says what the claim says beside its list (被更多人看见、欣赏、购买)."""
    said = [t.text for t in view.clause.terms if item[0] <= t.start < item[1]]
    return any(hit.start <= item[0] and item[1] <= hit.end for hit in view.hits) and all(
        map(view.fact.vocabulary.says, said)
    )


def _is(item: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether the item is a number and hardly anything else."""
    return min(item[1], number[1]) - max(item[0], number[0]) > (item[1] - item[0]) / 2


def _overlaps(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]
