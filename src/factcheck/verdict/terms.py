"""Decide statements whose value is a term, a list or a date: who, where, which, whether at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.modality import may_negate
from factcheck.assertion.names import is_organization, is_person, is_place, is_post, is_sole_post
from factcheck.assertion.opposites import opposition
from factcheck.assertion.period import Period
from factcheck.assertion.terms import GENERIC_WEIGHT, is_proper
from factcheck.matching.around import DOCUMENT, NAMED, PARAGRAPH
from factcheck.matching.context import ABSENT, NEUTRAL
from factcheck.matching.facts import Fact, TermValue
from factcheck.matching.score import coverage, property_agreement
from factcheck.quantity.model import Quantity
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.text.tokens import tokenize, word_class
from factcheck.verdict.dates import is_of_other_year, judge_date, length, same_date
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.firsts import judge_place, numbered_otherwise, place_of
from factcheck.verdict.lists import is_crossed, judge_list
from factcheck.verdict.people import (
    NAME_LENGTH,
    held_otherwise,
    holds_another,
    is_beaten,
    is_beside,
    is_held_elsewhere,
    judge_swapped,
    meant,
)
from factcheck.verdict.posts import is_past
from factcheck.verdict.slots import find_filler, framed, misquoted, says_where, told_venue
from factcheck.verdict.view import (
    SAME_PROPERTY,
    SURE_PROPERTY,
    View,
    denies,
    is_altered,
    locate,
    other_property,
    property_hits,
    speaks_on,
    term_words,
)

if TYPE_CHECKING:
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.context import Context
    from factcheck.matching.vocabulary import Around
    from factcheck.verdict.judgement import Judgement
    from factcheck.verdict.phrases import Filler

SAID_SUBJECT = 0.6  # share of a common noun's words that says the subject
WHOLE_STATEMENT = 0.8  # share of a statement's words that says it
_LONG_TERM = 4
_BEFORE = 5  # characters of a clause that only says when
_QUOTES = frozenset("《“")
_GOES_ON = pattern(r"(?:名叫|叫作|叫做|叫|正是|就是|便是|是|即|为)")
_ALL = pattern(r"全部|全都|全是|全为|清一色|无一例外")
_SOME = pattern(
    r"(?:只有|仅有|大约|约|近|超过|不到|不足)?(?:一半|半数|大半|过半|[一二三四五六七八九]成|部分|少数|个别|多数)"
)
_TURN = pattern(r"(?:却|则|并|也|都|竟|反而)+")
_NONE = pattern(r"任何|过?一[个位名场次项条件家户种批]|半[个点]|从未|尚未|并未|没有|毫无|毫不")


def judge_clause(text: Text, clause: Clause, fact: Fact, context: Context, words: Around) -> Judgement | None:
    """What the clause says of the fact's term, list or date; ``None`` when it does not speak of it."""
    if not context.may_name(fact) and not _says_value(text.folded, clause, fact):
        return None
    hits = property_hits(text.folded, clause, fact, words) or _opened(text, clause, fact, words)
    if hits and isinstance(fact.value, TermValue):
        hits, words = _outside(text.folded, clause, fact.value, hits, words)
    agreement = property_agreement(words, fact, clause)
    if agreement < SAME_PROPERTY and not hits and not _touches(text.folded, clause, fact):
        return None
    if is_altered(text.folded, clause, fact):
        return _of_another_rank(View(text.folded, clause, fact, NAMED, agreement, hits, ""))
    subject = context.subject(clause, fact)
    if subject < ABSENT:
        return judge_swapped(text, clause, fact, context, words)
    if not fact.subjects and fact.subject_words:
        said = coverage(words, fact.subject_words)[0] >= SAID_SUBJECT
        if not said and not context.called(clause, fact):
            return None
        if _names_others(clause, fact):
            return None
    view = View(text.folded, clause, fact, subject, agreement, hits, context.kin_of(fact))
    if clause.modality.kind and clause.modality.kind != fact.modality:
        return None
    if isinstance(fact.value, Period):
        return judge_date(view, fact.value, context)
    if fact.period is not None and is_of_other_year(clause, fact.period, context):
        return None
    if isinstance(fact.value, TermValue):
        found = judge_list(view, fact.value) if fact.value.is_list else _term(view, fact.value, context)
        return found or _denied(view)
    if isinstance(fact.value, Quantity):
        return _denied(view) if fact.value.number else None
    return _whole(view, context)


def _of_another_rank(view: View) -> Judgement | None:
    """The claim's person given another rank of the post (副主席 for 主席)."""
    value = view.fact.value
    if not isinstance(value, TermValue) or view.clause.modality.kind or view.clause.negations:
        return None
    found = locate(view.folded, view.clause, value.members[0], view.fact.called)
    if found is None or not is_person(value.members[0][0]):
        return None
    rank = held_otherwise(view, *found)
    return view.judgement(rank.start, rank.end, Verdict.REFUTED, Reason.TERM) if rank else None


def _names_others(clause: Clause, fact: Fact) -> bool:
    """Whether the clause names another group that claims are about, and not the claim's own (三四线城市用户)."""
    named = [
        m
        for m in clause.mentions
        if m.kind == "known"
        and not m.oblique
        and not (is_proper(m.name) or is_person(m.text) or is_post(m.text) or is_post(m.name))
    ]
    return bool(named) and not (named[0].name in fact.called or fact.tells_of(named[0]))


def _opened(text: Text, clause: Clause, fact: Fact, words: Around) -> list[Span]:
    """The clause's beginning, where it goes on from one that ends with the property (发起某队的,是某某)."""
    if not _GOES_ON.match(text.folded, clause.start, clause.end):
        return []
    before = text.before(clause)
    if before is None:
        return []
    said = text.folded[before.start : before.end].rstrip(" ,")
    names = tuple(name for name in fact.spellings if len(name) > 1)
    opens = said.endswith(names) or (said.endswith("的") and property_hits(text.folded, before, fact, words))
    return [Span(clause.start, clause.start)] if opens else []


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


def _term(view: View, value: TermValue, context: Context) -> Judgement | None:
    first = value.members[0][0]
    if (place := place_of(first)) is not None:
        return judge_place(view, place)
    if is_post(first) or any(map(is_sole_post, view.fact.spellings)):
        text = view.fact.text
        opening = max(0, view.clause.start - _BEFORE)  # 在此之前,林某任储能事业部总裁
        if is_past(text, 0, len(text)) != is_past(view.folded, opening, view.clause.end):
            return None
    found = locate(view.folded, view.clause, value.members[0], view.fact.called)
    if found is None and view.hits and view.subject >= PARAGRAPH and not view.clause.negations:
        found = meant(view, value, context)
    if found is not None and (rank := held_otherwise(view, *found)) is not None:
        return view.judgement(rank.start, rank.end, Verdict.REFUTED, Reason.TERM)
    if found is not None and not holds_another(view, *found):
        held = is_post(first) and any(
            is_beside(found, m) for m in view.clause.mentions if m.name in view.fact.subjects
        )
        near = DOCUMENT if view.folded[view.clause.start] in "他她" else PARAGRAPH
        placed = is_place(first) and view.subject >= near and says_where(view, *found)
        if not held and not placed and not _speaks_of(view, first):
            return None
        if is_post(first) and is_held_elsewhere(view, found[0]):
            return None
        if (other := numbered_otherwise(view)) is not None:
            return view.judgement(other.start, other.end, Verdict.REFUTED, Reason.VALUE)
        if is_beaten(view, found[0]):
            return view.judgement(*found, Verdict.REFUTED, Reason.TERM)
        if is_crossed(context.text, view, *found):
            return view.judgement(*found, Verdict.REFUTED, Reason.TERM)
        if not view.fact.negated and (denied := _denied_after(context.text, view.clause)):
            return view.judgement(found[0], denied.end, Verdict.REFUTED, Reason.POLARITY)
        if (part := _part_of_all(view)) is not None:
            return view.judgement(
                min(part.start, found[0]), max(part.end, found[1]), Verdict.REFUTED, Reason.SCOPE
            )
        if (meant_else := other_property(view)) is not None:
            return view.judgement(
                min(found[0], meant_else.start),
                max(found[1], meant_else.end),
                Verdict.REFUTED,
                Reason.PROPERTY,
            )
        judgement = _present(view, *found)
        return judgement._replace(bare=view.prop < SAME_PROPERTY and not view.hits)
    value_tells = is_post(first) or is_place(first) or told_venue(view.folded, view.clause, first)
    title = misquoted(view.folded, view.clause, value.members[0], unmistakable=True)
    if title is not None and not view.clause.negations:
        return view.judgement(title.start, title.end, Verdict.REFUTED, Reason.TERM)
    if view.clause.negations and not view.fact.negated:
        return None
    if (in_frame := framed(view, first)) is not None:
        return view.judgement(in_frame.start, in_frame.end, Verdict.REFUTED, Reason.TERM)
    if view.subject < DOCUMENT or (view.prop < SURE_PROPERTY and not view.hits and not value_tells):
        return None
    filler = find_filler(view, value)
    if filler is None:
        return None
    judgement = view.judgement(filler.start, filler.end, Verdict.REFUTED, Reason.TERM)
    return judgement._replace(does=_does(view, filler))


def _does(view: View, filler: Filler) -> bool:
    """Whether the filler is somebody who does what the claim tells another did (由主席甲宣布开幕)."""
    deeds = [view.folded[hit.start : hit.end] for hit in view.hits if hit.start == filler.end]
    who = is_person(filler.text) or is_organization(filler.text)
    return who and any(word_class(tokenize(deed)[0]).startswith("v") for deed in deeds)


def _part_of_all(view: View) -> Span | None:
    """Where the clause says of a part what the claim says of all (员工只有一半是贫困户, 全部来自)."""
    if not _ALL.search(view.fact.text):
        return None
    found = _SOME.search(view.folded, view.clause.start, view.clause.end)
    return Span(*found.span()) if found else None


def _denied_after(text: Text, clause: Clause) -> Span | None:
    """Where the next clause denies what this one only names (Excel一类的课,却没有人愿意学)."""
    following = text.after(clause)
    if following is None or following.figures or following.mentions or not following.negations:
        return None
    if any(word_class(text.folded[t.start : t.end]).startswith("v") for t in clause.terms):
        return None
    negation = following.negations[0]
    turn = _TURN.match(text.folded, following.start, following.end)
    return negation if negation.start == (turn.end() if turn else following.start) else None


def _speaks_of(view: View, value: str) -> bool:
    """Whether a clause that holds the claim's term says of it what the claim says."""
    if view.subject >= DOCUMENT:
        long = len(value) >= _LONG_TERM or (len(value) >= NAME_LENGTH and view.subject == NAMED)
        telling = long and not is_person(value)  # a person may be spoken of in many ways
        told = telling and not view.clause.figures and not _tells_of_others(view)
        return view.prop >= SAME_PROPERTY or bool(view.hits) or told or _says_nothing_else(view)
    return False


def _tells_of_others(view: View) -> bool:
    """Whether the clause has several nouns that the claim does not know (城市商户 for 贫困地区农户)."""
    known = view.fact.vocabulary
    names = [(m.start, m.end) for m in view.clause.mentions]
    strange = [
        t
        for t in view.clause.terms
        if t.naming and t.weight >= 1.0 and not known.says(t.text) and t.text not in view.kin
    ]
    return sum(not any(a <= t.start < b for a, b in names) for t in strange) > 1


def _says_nothing_else(view: View) -> bool:
    """Whether all that the clause says is in the claim's own words, and more than its term."""
    heavy = [t for t in view.clause.terms if t.weight > GENERIC_WEIGHT]
    known = view.fact.vocabulary
    return len(heavy) > 1 and not view.clause.figures and all(known.says(t.text) for t in heavy)


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
    if view.subject < subject or (view.prop < prop and not _says_what(view)):
        return None
    negation = view.clause.negations[0]
    none = _NONE.findall(view.folded, negation.start, view.clause.end)
    if not none or (none == ["没有"] and not speaks_on(view, negation.end)):
        return None  # 没有白忙 denies something else
    return view.judgement(negation.start, view.clause.end, Verdict.REFUTED, Reason.POLARITY)


def _says_what(view: View) -> bool:
    """Whether the clause names the property and what the claim's term is, in less than all its words (岗位)."""
    value = view.fact.value
    if not view.hits or not isinstance(value, TermValue):
        return False
    return any(words[-1] in view.clause.said for member in value.members if (words := term_words(member[0])))


def _whole(view: View, context: Context) -> Judgement | None:
    """A statement that has no value of its own: the draft says it, says the opposite, or of another day."""
    clause, fact = view.clause, view.fact
    if view.subject < DOCUMENT or view.prop < WHOLE_STATEMENT or clause.figures:
        return None
    words = {term.text for term in clause.terms}
    turned = any(opposition(w, fact.vocabulary.keys()) in {"direction", "polarity"} for w in words)
    if fact.negated and not clause.negations and may_negate(view.folded[clause.start : clause.end]):
        return None  # 摊位费分文不收 denies in a word of its own
    if bool(clause.negations) != fact.negated or turned:
        return view.judgement(clause.start, clause.end, Verdict.REFUTED, Reason.POLARITY)
    if fact.period is not None and fact.period.days == 1:
        days = [day for day in context.dates(clause) if length(day) == 1]
        if days and not any(same_date(day, fact.period) for day in days):
            return view.judgement(days[0].start, days[0].end, Verdict.REFUTED, Reason.PERIOD)
    return view.judgement(clause.start, clause.end, Verdict.SUPPORTED, None)
