"""Decide statements whose value is a term, a list or a date: who, where, which, whether at all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_organization, is_person, is_place, is_post, is_sole_post, title_of
from factcheck.assertion.opposites import opposition
from factcheck.assertion.period import Period, Relation, from_quantity, in_year_of, relate
from factcheck.matching.around import DOCUMENT, NAMED, PARAGRAPH
from factcheck.matching.context import ABSENT, NEUTRAL
from factcheck.matching.facts import Fact, TermValue
from factcheck.matching.score import coverage, property_agreement
from factcheck.quantity.model import Quantity
from factcheck.text.tokens import tokenize
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.lists import judge_list
from factcheck.verdict.slots import find_filler, is_past, is_same_post, misquoted, post_beside, told_venue
from factcheck.verdict.view import (
    SAME_PROPERTY,
    SURE_PROPERTY,
    View,
    denies,
    is_altered,
    locate,
    property_hits,
)

if TYPE_CHECKING:
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.context import Context
    from factcheck.matching.vocabulary import Around
    from factcheck.text.segment import Span

SAID_SUBJECT = 0.6  # share of a common noun's words that says the subject
WHOLE_STATEMENT = 0.8  # share of a statement's words that says it
_LONG_TERM = 4
_BEFORE = 5  # characters of a clause that only says when
_NO_BOUNDS = 1_000_000
_FORMER = ("时任", "原", "前", "曾任", "历任")
_NAME_LENGTH = 3  # a term so long hardly stands beside its subject by chance
_PRONOUN = re.compile(r"(?:他|她|其|也|还|并|同时|又|兼)(?:也|还|同时|便)?(?:是|担任|任|为|发起|创办)?")
_BY_WHOM = re.compile(r"(?:是|由|正是)(?:他|她)")
_WORK = re.compile(r"(?:它|该[片书剧作]|这[部本][片书剧]?)(?:也|还|又)?")
_QUOTES = frozenset("《“")
_NONE = re.compile(r"任何|过?一[个位名场次项条件家户种批]|半[个点]|从未|尚未|并未|没有|毫无|毫不")


def judge_clause(text: Text, clause: Clause, fact: Fact, context: Context, words: Around) -> Judgement | None:
    """What the clause says of the fact's term, list or date; ``None`` when it does not speak of it."""
    if not context.may_name(fact) and not _says_value(text.folded, clause, fact):
        return None
    hits = property_hits(text.folded, clause, fact, words)
    if hits and isinstance(fact.value, TermValue):
        hits, words = _outside(text.folded, clause, fact.value, hits, words)
    agreement = property_agreement(words, fact, clause)
    if agreement < SAME_PROPERTY and not hits and not _touches(text.folded, clause, fact):
        return None
    if is_altered(text.folded, clause, fact):
        return None
    subject = context.subject(clause, fact)
    if subject < ABSENT:
        return _swapped(text, clause, fact, context, words)
    if not fact.subjects and fact.subject_words:
        said = coverage(words, fact.subject_words)[0] >= SAID_SUBJECT
        if not said and not context.called(clause, fact):
            return None
    view = View(text.folded, clause, fact, subject, agreement, hits, context.kin_of(fact))
    if clause.modality.kind and clause.modality.kind != fact.modality:
        return None
    if isinstance(fact.value, Period):
        return _date(view, fact.value, context)
    if fact.period is not None and _is_of_other_year(clause, fact.period, context):
        return None
    if isinstance(fact.value, TermValue):
        found = judge_list(view, fact.value) if fact.value.is_list else _term(view, fact.value, context)
        return found or _denied(view)
    if isinstance(fact.value, Quantity):
        return _denied(view) if fact.value.number else None
    return _whole(view, context)


def _is_of_other_year(clause: Clause, told: Period, context: Context) -> bool:
    """Whether the sentence puts itself into another year than the claim's."""
    said, explicit = context.period(clause, clause.end)
    if said is None or not explicit or said.yearless or said.days == 1:
        return False  # a day in a report is when it was said
    early = said.high and told.low and said.high.year < told.low.year
    late = said.low and told.high and said.low.year > told.high.year
    return bool(early or late)


def _says_value(folded: str, clause: Clause, fact: Fact) -> bool:
    """Whether the clause says the claim's term, or quotes a title that may be it."""
    if not isinstance(fact.value, TermValue):
        return False
    return not _QUOTES.isdisjoint(clause.heads) or any(
        locate(folded, clause, member, fact.called) for member in fact.value.members
    )


def _outside(
    folded: str, clause: Clause, value: TermValue, hits: list[Span], words: Around
) -> tuple[list[Span], Around]:
    """The property's places that are no part of the claim's term (校区 in 南湖校区), and the words without those."""
    terms = [place for member in value.members if (place := locate(folded, clause, member))]
    left = [hit for hit in hits if not any(a <= hit.start and hit.end <= b for a, b in terms)]
    if left or not terms:
        return left, words
    inside = {t.text for t in clause.terms if any(a <= t.start < b for a, b in terms)}
    return left, words.without(inside)


def _touches(folded: str, clause: Clause, fact: Fact) -> bool:
    """Whether a clause that says nothing of the property may still hold the claim's value, or another of its kind."""
    if not isinstance(fact.value, TermValue):
        return False
    first = fact.value.members[0][0]
    if is_post(first) or is_place(first) or told_venue(folded, clause, first):
        return True
    return any(locate(folded, clause, member, fact.called) for member in fact.value.members)


def _swapped(text: Text, clause: Clause, fact: Fact, context: Context, words: Around) -> Judgement | None:
    """Another person given what the claim gives to one: all else is the claim's, the person is not."""
    if (
        not isinstance(fact.value, TermValue)
        or fact.value.is_list
        or clause.modality.kind
        or clause.negations
    ):
        return None
    if not any(is_person(name) for name in fact.subjects):
        return None
    others = [m for m in context.rivals.named(clause, fact) if is_person(m.text)]
    found = locate(text.folded, clause, fact.value.members[0])
    value = fact.value.members[0][0]
    if len(others) != 1 or found is None or len(value) < _NAME_LENGTH or is_place(value):
        return None
    other = others[0]
    agreement = property_agreement(words, fact, clause)
    if is_post(value):
        holds = is_sole_post(value) and _beside(found, other) and not _is_of_past(text.folded, found[0])
        return _another(fact, other, agreement) if holds and _tells_where(value) else None
    spelled = any(hit.end - hit.start > 1 for hit in property_hits(text.folded, clause, fact, words))
    return _another(fact, other, agreement) if agreement >= SURE_PROPERTY or spelled else None


def _another(fact: Fact, other: Mention, score: float) -> Judgement:
    return Judgement(other.start, other.end, Verdict.REFUTED, Reason.SUBJECT, fact, other.text, score)


def _beside(found: tuple[int, int], person: Mention) -> bool:
    return found[1] == person.start or person.end == found[0]


def _tells_where(post: str) -> bool:
    """Whether a post tells the body or the place where it is held (澜州市市长, not 驻村第一书记)."""
    body = post.removesuffix(title_of(post))
    return any(is_organization(word) or is_place(word) for word in (body, *tokenize(body)))


def _is_of_past(folded: str, at: int) -> bool:
    """Whether the post at that place is one that somebody had before (时任国家统计局局长)."""
    return folded[max(0, at - 2) : at].endswith(_FORMER)


def _term(view: View, value: TermValue, context: Context) -> Judgement | None:
    if is_post(value.members[0][0]) or any(map(is_sole_post, view.fact.spellings)):
        text = view.fact.text
        opening = max(0, view.clause.start - _BEFORE)  # 在此之前,林某任储能事业部总裁
        if is_past(text, 0, len(text)) != is_past(view.folded, opening, view.clause.end):
            return None
    found = locate(view.folded, view.clause, value.members[0], view.fact.called)
    if found is None and view.hits and view.subject >= PARAGRAPH and not view.clause.negations:
        found = _meant(view, value, context)
    if found is not None and not _holds_another(view, *found):
        held = is_post(value.members[0][0]) and any(
            _beside(found, m) for m in view.clause.mentions if m.name in view.fact.subjects
        )
        if not held and not _speaks_of(view, value.members[0][0]):
            return None
        judgement = _present(view, *found)
        return replace(judgement, bare=view.prop < SAME_PROPERTY and not view.hits)
    first = value.members[0][0]
    value_tells = is_post(first) or is_place(first) or told_venue(view.folded, view.clause, first)
    title = misquoted(view.folded, view.clause, value.members[0], unmistakable=True)
    if title is not None and not view.clause.negations:
        return view.judgement(title.start, title.end, Verdict.REFUTED, Reason.TERM)
    if view.subject < DOCUMENT or (view.prop < SURE_PROPERTY and not view.hits and not value_tells):
        return None
    if view.clause.negations and not view.fact.negated:
        return None
    filler = find_filler(view, value)
    if filler is None:
        return None
    return view.judgement(filler.start, filler.end, Verdict.REFUTED, Reason.TERM)


def _holds_another(view: View, start: int, end: int) -> bool:
    """Whether the claim tells who holds a post, and the clause gives the person there another one."""
    posts = [name for name in view.fact.spellings if is_post(name)]
    if not any(map(is_sole_post, posts)) or not is_person(view.folded[start:end]):
        return False
    post = post_beside(view.folded, view.clause, start, end)
    return bool(post) and not any(is_same_post(post, own) for own in posts)


def _meant(view: View, value: TermValue, context: Context) -> tuple[int, int] | None:
    """The clause's pronoun or left-out subject, where it stands for the claim's term (他是…的发起人, 它被选作…)."""
    work = _WORK.match(view.folded, view.clause.start, view.clause.end)
    opening = (
        work
        or _PRONOUN.match(view.folded, view.clause.start, view.clause.end)
        or _BY_WHOM.search(view.folded, view.clause.start, view.hits[0].start)
    )
    if opening is None:
        return None
    for unit in context.units(view.clause):
        for other in reversed(unit.clauses):
            if other.start >= view.clause.start:
                continue
            named = [m for m in other.mentions if (_is_work(view.folded, m) if work else _is_somebody(m))]
            if named:
                said = {named[-1].text, named[-1].name}
                end = max(opening.end(), *(hit.end for hit in view.hits))
                return (opening.start(), end) if said & set(value.members[0]) else None
    return None


def _is_work(folded: str, mention: Mention) -> bool:
    return mention.kind == "title" or folded[mention.start] == "《" or folded[mention.start - 1] == "《"


def _is_somebody(mention: Mention) -> bool:
    return is_person(mention.text) or mention.kind == "person"


def _speaks_of(view: View, value: str) -> bool:
    """Whether a clause that holds the claim's term says of it what the claim says."""
    if view.subject >= DOCUMENT:
        long = len(value) >= _LONG_TERM or (len(value) >= _NAME_LENGTH and view.subject == NAMED)
        telling = long and not is_person(value)  # a person may be spoken of in many ways
        told = telling and not view.clause.figures
        return view.prop >= SAME_PROPERTY or bool(view.hits) or told
    return False


def _present(view: View, start: int, end: int) -> Judgement:
    """The claim's term is there: right, unless one of the two denies it."""
    denied = denies(view, start)
    if denied is None or view.fact.negated:
        return view.judgement(start, end, Verdict.SUPPORTED, None)
    return view.judgement(min(start, denied.start), max(end, denied.end), Verdict.REFUTED, Reason.POLARITY)


def _denied(view: View) -> Judgement | None:
    """The claim's matter denied outright: 还没有办过一场专场, 对电商课程毫无兴趣."""
    subject, prop = (
        (PARAGRAPH, SAME_PROPERTY) if isinstance(view.fact.value, Quantity) else (NEUTRAL, SURE_PROPERTY)
    )
    if view.fact.negated or not view.clause.negations or view.clause.figures:
        return None
    negation = view.clause.negations[0]
    none = _NONE.search(view.folded, negation.start, view.clause.end)
    plain = (
        none is not None
        and none.group() == "没有"
        and not _NONE.search(view.folded, none.end(), view.clause.end)
    )
    if plain and not view.hits and view.prop < SURE_PROPERTY:
        return None  # 没有白忙 denies something else
    if view.subject < subject or view.prop < prop or none is None:
        return None
    return view.judgement(negation.start, view.clause.end, Verdict.REFUTED, Reason.POLARITY)


def _whole(view: View, context: Context) -> Judgement | None:
    """A statement that has no value of its own: the draft says it, says the opposite, or of another day."""
    clause, fact = view.clause, view.fact
    if view.subject < DOCUMENT or view.prop < WHOLE_STATEMENT or clause.figures:
        return None
    words = {term.text for term in clause.terms}
    turned = any(opposition(w, fact.vocabulary.keys()) in {"direction", "polarity"} for w in words)
    verdict = Verdict.SUPPORTED
    if bool(clause.negations) != fact.negated or turned:
        verdict = Verdict.REFUTED
    reason = Reason.POLARITY if verdict is Verdict.REFUTED else None
    if reason is None and fact.period is not None and fact.period.days == 1:
        dates = clause.dates or context.date_before(clause)
        days = [day for day in dates if _length(day) == 1]
        if days and not any(_same_date(day, fact.period) for day in days):
            return view.judgement(days[0].start, days[0].end, Verdict.REFUTED, Reason.PERIOD)
    return view.judgement(clause.start, clause.end, verdict, reason)


def _date(view: View, value: Period, context: Context) -> Judgement | None:
    """A date right or wrong; of a subject named earlier, only where the clause has no figure or name of its own.

    Its date is theirs (快手发布报告。2020年7月,福苗计划开展…; 2016年起卖芒果,2019年收入160万元).
    """
    if view.subject < DOCUMENT or (view.prop < SURE_PROPERTY and not view.hits):
        return None
    if any(opposition(term.text, view.fact.vocabulary.keys()) for term in view.clause.terms):
        return None  # 开幕 on the day of 闭幕
    wrong: Quantity | None = None
    dates = view.clause.dates or context.date_before(view.clause)
    for quantity in sorted(dates, key=_length):  # 8月18日晚披露2024年半年报
        if wrong is not None and _length(quantity) > _length(wrong):
            break
        agrees = _same_date(quantity, value)
        if agrees:
            return view.judgement(quantity.start, quantity.end, Verdict.SUPPORTED, None)
        if agrees is False and wrong is None:
            wrong = quantity
    if wrong is None:
        return None
    other = view.clause.figures or context.rivals.names_another(view.clause, view.fact)
    if (other and view.subject < NAMED) or (view.clause.figures and not view.hits):
        return None
    return view.judgement(wrong.start, wrong.end, Verdict.REFUTED, Reason.PERIOD)


def _length(quantity: Quantity) -> int:
    """How many days a date may be, the most for one without bounds."""
    said = from_quantity(quantity)
    return said.days if said is not None and said.days else _NO_BOUNDS


def _same_date(quantity: Quantity, value: Period) -> bool | None:
    """Whether a date is the claim's, to the day, or given more roughly; ``None`` when that cannot be told.

    A draft may say 10月 for 10月16日; one that is finer than the claim says what the claim does not know.
    """
    said = from_quantity(quantity)
    if said is None:
        return None
    said = in_year_of(said, value)
    if said.low is None and value.low is not None:
        return None  # 截至2020年7月 is until when something was counted, not when it was
    if said.high is None and said.low is not None and value.high is not None:
        return value.low is None or value.low <= said.low <= value.high
    if said.low is None or said.high is None or value.low is None or value.high is None:
        return relate(said, value, None) is not Relation.OTHER
    if said.low <= value.low and value.high <= said.high:
        return True
    return None if value.low <= said.low and said.high <= value.high else False
