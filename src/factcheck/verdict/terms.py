"""Decide statements whose value is a term, a list or a date: who, where, which, in what order, whether at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_person, is_place
from factcheck.assertion.opposites import opposition
from factcheck.assertion.period import Period, Relation, from_quantity, relate
from factcheck.assertion.terms import read_terms
from factcheck.matching.context import ABSENT, DOCUMENT, NAMED, PARAGRAPH
from factcheck.matching.facts import Fact, TermValue
from factcheck.matching.score import coverage, property_agreement
from factcheck.quantity.model import Quantity
from factcheck.verdict.figures import Judgement
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.slots import find_filler, is_post, property_hits, told_venue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.context import Context
    from factcheck.text.segment import Span

SAID_SUBJECT = 0.6  # share of a common noun's words that says the subject
WHOLE_STATEMENT = 0.8  # share of a statement's words that says it
SAME_PROPERTY = 0.55  # the property is the claim's, given the term is there too
SURE_PROPERTY = 0.75  # the property is the claim's, without the term
_LONG_TERM = 4
_NAME_LENGTH = 3  # a term so long hardly stands beside its subject by chance

_ALTERS = "副原前亚准"  # before a term these make it another one: 副主任
_LOOSE = 3  # characters more than the term itself within which its words make it up

_PRONOUN = re.compile(r"(?:他|她|其|也|还|并|同时|又|兼)(?:也|还|同时|便)?(?:是|担任|任|为|发起|创办)?")
_NONE = re.compile(r"任何|过?一[个位名场次项条件家户种批]|半[个点]|从未|尚未|并未|没有")
_RATHER = re.compile(r"而是|而非")
_ONLY = re.compile(r"只有|仅有|只包括|仅包括|只|仅|独家|单独")
_ORDER = re.compile(r"依次|顺序|先后")
_FIRST = re.compile(r"第一|首位|榜首|居首|头一个|头名|最受|首选|冠军|头号|之首")
_NUMBERS = "一二三四五六七八九123456789"
_RANK = re.compile(r"第 ?([一二三四五六七八九1-9])(?![\d十届次期号条批季轮个])")
_ET_CETERA = re.compile(r"等")
_ITEM = re.compile(r"、|以及|和|(?<!参)与|(?<!普)(?<!涉)及|跟|,|(?<=》)(?=《)")
_LIST_OPENING = re.compile(r"是|为|:|有|包括|依次|分别|涵盖|含|即")


@dataclass(frozen=True, slots=True)
class _View:
    """One clause held against one fact."""

    folded: str
    clause: Clause
    fact: Fact
    subject: float
    prop: float
    hits: list[Span]
    kin: str  # all the words of the claims on the same subject

    @property
    def score(self) -> float:
        return 0.5 * self.subject + 0.5 * self.prop

    def judgement(self, start: int, end: int, verdict: Verdict, reason: Reason | None, note: str = "") -> Judgement:
        found = self.folded[start:end]
        return Judgement(start, end, verdict, reason, self.fact, found, self.score, note)


def judge_clause(text: Text, clause: Clause, fact: Fact, context: Context, words: dict[str, float]) -> Judgement | None:
    """What the clause says of the fact's term, list or date; ``None`` when it does not speak of it."""
    subject = context.subject(clause, fact)
    if subject < ABSENT:
        return _swapped(text, clause, fact, context, words)
    if not fact.subjects and fact.subject_words:
        said = coverage(words, fact.subject_words)[0] >= SAID_SUBJECT
        if not said and not context.called(clause, fact):
            return None
    hits = property_hits(text.folded, clause, fact)
    agreement = property_agreement(words, fact, text.folded[clause.start : clause.end])
    view = _View(text.folded, clause, fact, subject, agreement, hits, context.kin_of(fact))
    if clause.modality.kind and clause.modality.kind != fact.modality:
        return None
    if isinstance(fact.value, Period):
        return _date(view, fact.value, context.date_before(clause))
    if isinstance(fact.value, TermValue):
        return _list(view, fact.value) if fact.value.is_list else _term(view, fact.value, context)
    if isinstance(fact.value, Quantity):
        return _denied(view)
    return _whole(view)


def _swapped(
    text: Text, clause: Clause, fact: Fact, context: Context, words: dict[str, float]
) -> Judgement | None:
    """Another person given what the claim gives to one: all else is the claim's, the person is not."""
    if not isinstance(fact.value, TermValue) or fact.value.is_list or clause.modality.kind or clause.negations:
        return None
    if not any(is_person(name) for name in fact.subjects):
        return None
    others = [m for m in context.rivals(clause, fact) if is_person(m.text)]
    found = locate(text.folded, clause, fact.value.members[0])
    value = fact.value.members[0][0]
    if len(others) != 1 or found is None or len(value) < _NAME_LENGTH or is_post(value) or is_place(value):
        return None
    agreement = property_agreement(words, fact, text.folded[clause.start : clause.end])
    spelled = any(hit.end - hit.start > 1 for hit in property_hits(text.folded, clause, fact))
    if agreement < SURE_PROPERTY and not spelled:
        return None
    other = others[0]
    return Judgement(other.start, other.end, Verdict.REFUTED, Reason.SUBJECT, fact, other.text, agreement)


def _term(view: _View, value: TermValue, context: Context) -> Judgement | None:
    found = locate(view.folded, view.clause, value.members[0], view.fact.called)
    if found is None and view.hits and view.subject >= PARAGRAPH and not view.clause.negations:
        found = _meant(view, value, context)
    if found is not None:
        if not _speaks_of(view, value.members[0][0]):
            return None
        return _present(view, *found)
    first = value.members[0][0]
    value_tells = is_post(first) or is_place(first) or told_venue(view.folded, view.clause, first)
    if view.subject < DOCUMENT or (view.prop < SURE_PROPERTY and not view.hits and not value_tells):
        return None
    if view.clause.negations and not view.fact.negated:
        return None
    filler = find_filler(view.folded, view.clause, view.fact, value, view.hits, view.kin)
    if filler is None:
        return None
    return view.judgement(filler.start, filler.end, Verdict.REFUTED, Reason.TERM)


def _meant(view: _View, value: TermValue, context: Context) -> tuple[int, int] | None:
    """The clause's pronoun or left-out subject, where it stands for the claim's term (他是…的发起人)."""
    opening = _PRONOUN.match(view.folded, view.clause.start, view.clause.end)
    if opening is None:
        return None
    for unit in context.units(view.clause):
        for other in reversed(unit.clauses):
            if other.start >= view.clause.start:
                continue
            people = [m for m in other.mentions if is_person(m.text) or m.kind == "person"]
            if people:
                said = {people[-1].text, people[-1].name}
                return (opening.start(), opening.end()) if said & set(value.members[0]) else None
    return None


def _speaks_of(view: _View, value: str) -> bool:
    """Whether a clause that holds the claim's term says of it what the claim says."""
    if view.subject >= DOCUMENT:
        long = len(value) >= _LONG_TERM or (len(value) >= _NAME_LENGTH and view.subject == NAMED)
        telling = long and not is_person(value)  # a person may be spoken of in many ways
        told = telling and not view.clause.figures
        return view.prop >= SAME_PROPERTY or bool(view.hits) or told
    return False


def _present(view: _View, start: int, end: int) -> Judgement:
    """The claim's term is there: right, unless one of the two denies it."""
    denied = _denies(view, start)
    if denied is None or view.fact.negated:
        return view.judgement(start, end, Verdict.SUPPORTED, None)
    return view.judgement(min(start, denied.start), max(end, denied.end), Verdict.REFUTED, Reason.POLARITY)


def _denies(view: _View, at: int) -> Span | None:
    """The negation that reaches the term at ``at``: 不是甲而是乙 denies only 甲."""
    for negation in view.clause.negations:
        turn = _RATHER.search(view.folded, negation.end, view.clause.end)
        if turn is None or at < turn.start():
            return negation
    return None


def _denied(view: _View) -> Judgement | None:
    """A figure's fact denied outright: 还没有办过一场专场."""
    if view.fact.negated or view.subject < PARAGRAPH or not view.clause.negations or view.clause.figures:
        return None
    number = view.fact.value.number if isinstance(view.fact.value, Quantity) else None
    if not number:
        return None
    negation = view.clause.negations[0]
    if view.prop < SAME_PROPERTY or not _NONE.search(view.folded, negation.start, view.clause.end):
        return None
    return view.judgement(negation.start, view.clause.end, Verdict.REFUTED, Reason.POLARITY)


def _whole(view: _View) -> Judgement | None:
    """A statement that has no value of its own: the draft says it, or says the opposite."""
    clause, fact = view.clause, view.fact
    if view.subject < DOCUMENT or view.prop < WHOLE_STATEMENT or clause.figures:
        return None
    words = {term.text for term in clause.terms}
    turned = any(opposition(w, fact.vocabulary.keys()) in {"direction", "polarity"} for w in words)
    verdict = Verdict.SUPPORTED
    if bool(clause.negations) != fact.negated or turned:
        verdict = Verdict.REFUTED
    reason = Reason.POLARITY if verdict is Verdict.REFUTED else None
    return view.judgement(clause.start, clause.end, verdict, reason)


def _list(view: _View, value: TermValue) -> Judgement | None:
    clause, folded = view.clause, view.folded
    located = [locate(folded, clause, member, view.fact.called) for member in value.members]
    present = [(place, rank) for rank, place in enumerate(located) if place is not None]
    rank = _rank_said(folded, clause)
    speaks = view.prop >= SURE_PROPERTY or bool(view.hits) or len(present) > 1
    speaks = speaks or (rank is not None and view.prop >= SAME_PROPERTY and _ranked(view.fact, value))
    if not present:
        if (view.prop < SURE_PROPERTY and not view.hits) or view.subject < DOCUMENT or clause.negations:
            return None
        filler = find_filler(folded, clause, view.fact, value, view.hits, view.kin)
        return None if filler is None else view.judgement(filler.start, filler.end, Verdict.REFUTED, Reason.LIST)
    if not speaks or (view.subject < DOCUMENT and view.prop < 0.85 and len(present) < 2):
        return None
    present.sort()
    start, end = present[0][0][0], max(place[1] for place, _ in present)
    denied = _denies(view, start)
    if denied is not None and not view.fact.negated:
        return view.judgement(min(start, denied.start), max(end, denied.end), Verdict.REFUTED, Reason.POLARITY)
    items = _items(folded, clause, view.hits, present)
    numbers = [(q.start, q.end) for q in (*clause.figures, *clause.dates)]
    strangers = [
        item
        for item in items
        if not any(_overlaps(item, place) for place, _ in present) and not any(_is(item, n) for n in numbers)
    ]
    replaced = len(items) == len(value.members) and len(strangers) < len(items)
    if strangers and len(present) >= 1 and len(items) > 1 and (not value.open or replaced):
        item = strangers[0]
        return view.judgement(*item, Verdict.REFUTED, Reason.LIST)
    ranks = [rank for _, rank in present]
    if len(present) > 1 and ranks != sorted(ranks) and (value.ordered or _ORDER.search(view.fact.text)):
        if _ORDER.search(folded, clause.start, clause.end) or value.ordered:
            return view.judgement(start, end, Verdict.REFUTED, Reason.ORDER)
    if len(present) == 1 and rank is not None and _ranked(view.fact, value):
        if ranks[0] == rank - 1:
            return view.judgement(start, end, Verdict.SUPPORTED, None)
        return view.judgement(start, end, Verdict.REFUTED, Reason.ORDER)
    if len(present) < len(value.members) and _ONLY.search(folded, clause.start, clause.end):
        return view.judgement(start, end, Verdict.REFUTED, Reason.LIST)
    return view.judgement(start, end, Verdict.SUPPORTED, None)


def _rank_said(folded: str, clause: Clause) -> int | None:
    """The rank that the clause gives (高居第一, 排名第二), counted from 1."""
    match = _RANK.search(folded, clause.start, clause.end)
    if match is not None:
        return _NUMBERS.index(match.group(1)[0]) % 9 + 1
    return 1 if _FIRST.search(folded, clause.start, clause.end) else None


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
    pieces: list[tuple[int, int]] = []
    start = opening
    for match in _ITEM.finditer(folded, opening, closing):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, closing))
    # Before the first member found and after the last one only short pieces are items, not other words.
    return [
        (a, b)
        for a, b in pieces
        if a < b and (any(_overlaps((a, b), place) for place, _ in present) or b - a <= 10)
    ]


def _is(item: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether the item is a number and hardly anything else."""
    return min(item[1], number[1]) - max(item[0], number[0]) > (item[1] - item[0]) / 2


def _overlaps(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _date(view: _View, value: Period, before: Sequence[Quantity]) -> Judgement | None:
    if view.subject < PARAGRAPH or (view.prop < SURE_PROPERTY and not view.hits):
        return None
    wrong: Quantity | None = None
    for quantity in view.clause.dates or before:
        agrees = _same_date(quantity, value)
        if agrees:
            return view.judgement(quantity.start, quantity.end, Verdict.SUPPORTED, None)
        if agrees is False:
            wrong = wrong or quantity
    if wrong is None:
        return None
    return view.judgement(wrong.start, wrong.end, Verdict.REFUTED, Reason.PERIOD)


def _same_date(quantity: Quantity, value: Period) -> bool | None:
    """Whether a date is the claim's, at whatever precision it is given; ``None`` when that cannot be told."""
    said = from_quantity(quantity)
    if said is not None and said.high is None and said.low is not None and value.high is not None:
        return value.low is None or value.low <= said.low <= value.high
    if said is not None:
        relation = relate(said, value, None)
        if relation is Relation.UNKNOWN:
            return None
        return relation is not Relation.OTHER
    return None


def locate(
    folded: str, clause: Clause, spellings: tuple[str, ...], called: frozenset[str] = frozenset()
) -> tuple[int, int] | None:
    """Where the clause says a term: in one of its spellings, or with all its words in one place.

    Inside a name of the subject (``called``: canonical names) it is part of the name.
    """
    names = [(m.start, m.end) for m in clause.mentions if m.name in called]

    def inside(start: int, end: int) -> bool:
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in names)

    for spelling in sorted(spellings, key=len, reverse=True):
        at = folded.find(spelling, clause.start, clause.end)
        while at >= 0:
            end = at + len(spelling)
            altered = at > clause.start and folded[at - 1] in _ALTERS
            within = len(spelling) <= 2 and any(t.start <= at and end <= t.end and len(spelling) < t.end - t.start for t in clause.terms)
            if not altered and not within and not inside(at, end):
                return at, at + len(spelling)
            at = folded.find(spelling, at + 1, clause.end)
    wanted = read_terms(spellings[0])
    if len(wanted) < 2:
        return None
    places = [next((t for t in clause.terms if t.text == term.text), None) for term in wanted]
    said = [term for term in places if term is not None]
    if len(said) < len(wanted):
        return None
    start, end = min(t.start for t in said), max(t.end for t in said)
    return (start, end) if end - start <= len(spellings[0]) + _LOOSE and not inside(start, end) else None
