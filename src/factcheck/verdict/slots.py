"""What a clause puts in the place where a claim's term belongs, told by the term's kind.

A place stands in a chain of places (X黎平县盖宝村), a post beside its holder (第一书记X), a name beside the
property; any other term is found by the grammar around the property.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.assertion.names import bare, is_organization, is_person, is_place, is_post, place_kinds
from factcheck.assertion.terms import similarity
from factcheck.matching.around import PARAGRAPH, SENTENCE
from factcheck.text.fold import fold
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.text.tokens import is_word, tokenize, word_class
from factcheck.verdict.phrases import Filler, clean, differs, headed, is_like, phrase
from factcheck.verdict.posts import other_post
from factcheck.verdict.view import SURE_PROPERTY, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause
    from factcheck.matching.facts import Fact, TermValue

_FIGURE_OF_SPEECH = pattern(
    r"[类种些]|最|也|都|更|已|正|颇|很|还|就|这|那|其|该|同样|较|十分|非常|深?受|不[只仅光止]|大量|许多|不少|众多"
)
_LIES = pattern(r"(?:就|也|都)?(?:坐落)?(?:在|位于|来自|属于?|地处|隶属)")
_TITLE = pattern(r"《[^《》\n]{1,60}》|“[^“”\n]{2,40}”")
_PREDICATED = pattern(r"的,?(?:正|就|便)?是")  # 发起某队的,是第一书记某某
_TOLD = pattern(r"[^,是为叫]{0,4}[是叫]")  # right after a property: what it is follows
_NUMERALS = pattern(r"[一二三四五六七八九十百\d]")
_BEST = "最"
_FRAME = 6  # characters behind a claim's term that its frame is read from
_IS = pattern(r"(?:,)?(?:也|则|正|就)?(?:是|为)(?:一?[名位个])?")
_SCORE = pattern(r"(?<![\d:比])\d{1,3}(?:比|:)\d{1,3}(?![\d:比])")
_VENUES = ("馆", "中心", "体育场", "广场", "剧院", "大厦", "酒店", "公园", "会堂", "礼堂", "球场", "剧场")
_HELD = pattern(r"(?:在|于)(?P<venue>[^,]{2,16}?)(?:举行|举办|召开|开幕|闭幕|上演|开赛|启动|进行)")
SAME_TITLE = 55.0  # likeness (0 to 100) of two titles that differ by a slip
UNMISTAKABLE_TITLE = 75.0  # of two long ones: nothing else has such a title
_LONG_TITLE = 8
SAME_WORD = 0.8  # likeness of a word that says one of the property's


def find_filler(view: View, value: TermValue) -> Filler | None:
    """What stands in the claim's slot instead of its term, or ``None`` where nothing clearly does."""
    clause, fact = view.clause, view.fact
    found = _find(view, value)
    if found is None or any(
        q.start < found.end and found.start < q.end for q in (*clause.figures, *clause.dates)
    ):
        return None
    quoted = found.text[0] in "《“"
    if not quoted and any(
        m.name in fact.called and m.start < found.end and found.start < m.end for m in clause.mentions
    ):
        return None
    known = [m for m in clause.mentions if m.kind == "known" and m.text != found.text]
    if any(m.start <= found.start and found.end <= m.end for m in known):
        return None  # a part of another name
    if any(spelling in found.text for member in value.members for spelling in member):
        return None  # 体育局局长段启明 for 段启明
    if any(_BEST in spelling for member in value.members for spelling in member):
        return None  # what is called the best is not told by a name
    if found.text[0] in "这那该此":
        return None  # 这个县 is the one spoken of
    numbers = _NUMERALS.findall(value.members[0][0])
    if numbers and numbers == _NUMERALS.findall(found.text):
        return None  # 游进前八名 for 进入前八
    if not _typed(found.text) and (_is_told(found.text, view.kin) or _FIGURE_OF_SPEECH.match(found.text)):
        return None  # another claim on the subject says it, or it names nothing
    return found


def _is_told(text: str, kin: str) -> bool:
    """Whether other claims on the subject have a term; 6号船 is not in 16号船."""
    at = kin.find(text)
    while at > 0 and text[0].isdigit() and kin[at - 1].isdigit():
        at = kin.find(text, at + 1)
    return at >= 0


def _typed(text: str) -> bool:
    """Whether a text is a name of some kind."""
    return is_person(text) or is_place(text) or is_post(text) or is_organization(text)


def _find(view: View, value: TermValue) -> Filler | None:
    folded, clause, fact, hits = view.folded, view.clause, view.fact, view.hits
    spellings = [spelling for member in value.members for spelling in member]
    if all(is_place(member[0]) for member in value.members):
        return _place(view, spellings[0])
    if is_post(spellings[0]):
        return other_post(folded, clause, fact)
    if _SCORE.fullmatch(spellings[0]):
        return _other_score(folded, clause, spellings[0])
    title = misquoted(folded, clause, spellings) or _retitled(folded, clause, fold(fact.expected))
    if title is not None:
        return title
    said = hits or _said_by(view)
    named = _named(folded, clause, fact, spellings[0], said if is_person(spellings[0]) else hits)
    if named is not None:
        return named
    if told_venue(folded, clause, spellings[0]):
        held = _HELD.search(folded, clause.start, clause.end)
        venue = held and clean(folded, *held.span("venue"))
        if venue and differs(venue, fact):
            return venue
    told = phrase(folded, clause, fact, said) if said else None
    if told and not hits and not (_typed(told.text) or _TOLD.match(folded, said[0].end, clause.end)):
        told = None  # 机制已经建立
    if told and not is_like(folded, told, spellings[0]):
        told = None
    if told and is_organization(spellings[0]) and is_word(told.text) and not is_organization(told.text):
        told = None  # 设计时速 tells of no designer
    return told or headed(folded, clause, fact, spellings, view.kin)


def framed(view: View, value: str) -> Filler | None:
    """Another word where the claim has its term before one noun, beside the subject (羽毛球运动员马龙).

    What stands behind the term in the claim's statement is the frame: 乒乓球|运动员.
    """
    folded, clause, fact = view.folded, view.clause, view.fact
    at = fact.text.find(value)
    behind = tokenize(fact.text[at + len(value) : at + len(value) + _FRAME]) if at >= 0 else []
    frame = behind[0] if behind else ""
    if len(frame) < 2 or not word_class(frame).startswith("n"):
        return None
    for mention in clause.mentions:
        if mention.name not in fact.subjects:
            continue
        end = mention.start if folded.endswith(frame, clause.start, mention.start) else -1
        told = _IS.match(folded, mention.end, clause.end)
        if end < 0 and told and (place := folded.find(frame, told.end(), clause.end)) >= 0:
            end = place + len(frame)
        start = end - len(frame)
        word = next((t for t in clause.terms if t.end == start), None)
        strange = word is not None and word.weight >= 1.0 and not fact.vocabulary.says(word.text)
        if end >= 0 and word is not None and strange and (not told or word.start == told.end()):
            return Filler(word.start, word.end, folded[word.start : word.end])
    return None


def _other_score(folded: str, clause: Clause, value: str) -> Filler | None:
    """The one score that the clause gives, where it is not the claim's, nor that told from the other side (0比3)."""
    said = list(_SCORE.finditer(folded, clause.start, clause.end))
    told = _points(value)
    if len(said) != 1 or _points(said[0][0]) in (told, told[::-1]):
        return None
    return Filler(said[0].start(), said[0].end(), said[0][0])


def _points(score: str) -> list[str]:
    return score.replace("比", ":").split(":")


def _said_by(view: View) -> list[Span]:
    """The last word that says the property, where no one place says it and it surely is said."""
    if view.prop < SURE_PROPERTY or view.subject < PARAGRAPH:
        return []
    names = view.clause.mentions  # “跑向山村” says nothing of 起跑
    said = [
        t
        for t in view.clause.terms
        if any(similarity(t.text, w) >= SAME_WORD for w in view.fact.measured)
        and not any(m.start <= t.start < m.end for m in names)
    ]
    return [Span(said[-1].start, said[-1].end)] if said else []


def told_venue(folded: str, clause: Clause, value: str) -> bool:
    """Whether the clause says where something is held, as the claim's value does."""
    return value.endswith(_VENUES) and _HELD.search(folded, clause.start, clause.end) is not None


def misquoted(
    folded: str, clause: Clause, spellings: Sequence[str], *, unmistakable: bool = False
) -> Filler | None:
    """A title in quotation marks that is the claim's but for a word or two; ``unmistakable``, a long one."""
    wanted, shortest = (UNMISTAKABLE_TITLE, _LONG_TITLE) if unmistakable else (SAME_TITLE, 4)
    for match in _TITLE.finditer(folded, clause.start, clause.end):
        inner = bare(match.group())
        titles = [bare(t.group()) for s in spellings for t in _TITLE.finditer(s)] or [
            bare(s) for s in spellings
        ]
        if len(inner) >= shortest and wanted <= max(map(partial(_likeness, inner, wanted), titles)) < 100:
            return Filler(match.start(), match.end(), match.group())
    return None


def _retitled(folded: str, clause: Clause, value: str) -> Filler | None:
    """Another title before the same noun: 《乙》课题组 for 《甲》课题组."""
    told = _TITLE.match(value)
    if told is None or told.end() == len(value):
        return None
    for match in _TITLE.finditer(folded, clause.start, clause.end):
        end = match.end() + len(value) - told.end()
        if folded[match.end() : end] == value[told.end() :] and bare(match.group()) != bare(told.group()):
            return Filler(match.start(), end, folded[match.start() : end])
    return None


def _likeness(left: str, least: float, right: str) -> float:
    """How like two titles are, 0 to 100; 0 where their characters are too different for ``least``."""
    shared = sum(min(left.count(char), right.count(char)) for char in set(left))
    if left == right or 200.0 * shared < least * (len(left) + len(right)):
        return 100.0 * (left == right)
    from rapidfuzz import fuzz  # noqa: PLC0415  few drafts quote a title that is nearly a claim's

    return fuzz.ratio(left, right)


def _place(view: View, value: str) -> Filler | None:
    """Another place of the claim's kind: in the chain that ends at the subject, or beside the property."""
    folded, clause, fact = view.folded, view.clause, view.fact
    places = [m for m in clause.mentions if is_place(m.text)]
    rank = _rank(value)
    anchors = [
        m for m in clause.mentions if m.name in fact.subjects or (m.kind == "place" and m.text in fact.text)
    ]
    for mention in places:
        if fact.tells_of(mention) or _rank(mention.text) != rank:
            continue
        chained = any(_leads_to(folded, mention, anchor) for anchor in anchors)
        near = view.subject >= SENTENCE or _LIES.fullmatch(
            folded, clause.start, _chain(clause, mention.start)
        )
        said = near and _says_where(folded, clause, fact, mention)
        if chained or view.hits or said:
            return Filler(mention.start, mention.end, mention.text)
    return None


def _leads_to(folded: str, place: Mention, anchor: Mention) -> bool:
    """Whether a place stands before a name, with nothing between but a post (地坪村第一书记吴某)."""
    gap = folded[place.end : anchor.start].strip("省市县的 ")
    return place.end <= anchor.start and (not gap or is_post(gap))


def _chain(clause: Clause, start: int) -> int:
    """Where the chain of places begins that the place at ``start`` ends: 四川理县."""
    for place in reversed([m for m in clause.mentions if m.end <= start]):
        if place.end == start and is_place(place.text):
            start = place.start
    return start


def says_where(view: View, start: int, end: int) -> bool:
    """Whether the clause says of the subject that it is at the place that stands there (她生活在某县)."""
    place = next((m for m in view.clause.mentions if m.start <= start and end <= m.end), None)
    return place is not None and _says_where(view.folded, view.clause, view.fact, place)


def _says_where(folded: str, clause: Clause, fact: Fact, mention: Mention) -> bool:
    start = _chain(clause, mention.start)
    named = max(
        (m.end for m in clause.mentions if m.name in fact.called and m.end <= start), default=clause.start
    )
    for term in clause.terms:  # 吴某老家在四川 tells of his home, not of the village
        if (
            named <= term.start < start
            and term.naming
            and term.weight >= 1.0
            and term.text not in fact.vocabulary
        ):
            return False
    before = folded[max(clause.start, start - 3) : start]
    return before.endswith(
        ("在", "位于", "来自", "属于", "地处", "属", "隶属", "归", "到", "回到", "回", "是")
    )


def _rank(place: str) -> str:
    kind = place_kinds().get(place)
    if kind is not None:
        return "county" if kind in {"county", "district"} else kind
    if place.endswith(("省", "自治区")):
        return "province"
    if place.endswith(("村", "镇", "乡")):
        return place[-1]
    return "county" if place.endswith(("县", "区")) else "city"


def _named(folded: str, clause: Clause, fact: Fact, value: str, hits: list[Span]) -> Filler | None:
    """Another organisation, person or title where the claim has one, beside the property, or the post that is held."""
    if is_person(value) and not hits:
        hits = [Span(m.start, m.end) for m in clause.mentions if m.name in fact.subjects and is_post(m.text)]
    if not hits and any(folded[clause.start : clause.end].strip() == m.text for m in clause.mentions):
        hits = [Span(clause.start, clause.start)]  # 党委书记:沈某; 校长是谁?梁某
    if not hits:
        return None
    if is_organization(value):
        wanted = {"organization", "media"}
    elif is_person(value):
        wanted = {"person", "known"}
    else:
        return None
    rivals = [m for m in clause.mentions if m.kind in wanted and not fact.tells_of(m)]
    if wanted == {"person", "known"}:
        rivals = [m for m in rivals if is_person(m.text)]
        rivals = [m for m in rivals if any(m.start == hit.end for hit in hits)] or rivals
    if len(rivals) != 1:
        return None
    mention = rivals[0]
    beside = any(
        abs(mention.end - hit.start) <= 12
        or abs(mention.start - hit.end) <= 4
        or _PREDICATED.search(folded, hit.end, mention.start)
        for hit in hits
    )
    return Filler(mention.start, mention.end, mention.text) if beside else None
