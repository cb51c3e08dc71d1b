"""What a clause puts in the place where a claim's term belongs, told by the term's kind.

A place stands in a chain of places (X黎平县盖宝村), a post beside its holder (第一书记X), a name beside the
property; any other term is found by the grammar around the property.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.assertion.names import bare, is_organization, is_person, is_place, is_post, title_of
from factcheck.matching.around import SENTENCE
from factcheck.text.lexicon import rows
from factcheck.text.segment import Span
from factcheck.text.tokens import is_word
from factcheck.verdict.phrases import Filler, clean, differs, headed, is_like, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause
    from factcheck.matching.facts import Fact, TermValue
    from factcheck.verdict.view import View

_FIGURE_OF_SPEECH = re.compile(
    r"[类种些]|最|也|都|更|已|正|颇|很|还|就|这|那|其|该|同样|较|十分|非常|深?受|不[只仅光止]|大量|许多|不少|众多"
)
_LIES = re.compile(r"(?:就|也|都)?(?:坐落)?(?:在|位于|来自|属于?|地处|隶属)")
_TITLE = re.compile(r"《[^《》\n]{1,60}》|“[^“”\n]{2,40}”")
_VENUES = ("馆", "中心", "体育场", "广场", "剧院", "大厦", "酒店", "公园", "会堂", "礼堂", "球场", "剧场")
_HELD = re.compile(r"(?:在|于)(?P<venue>[^,]{2,16}?)(?:举行|举办|召开|开幕|闭幕|上演|开赛|启动|进行)")
_HOLDS = re.compile(r"(?:的?(?:身份|职务|职位))?(?:是|为|担任|任|系|出任|,|现任)")
_BODIES = ("organization", "media", "place")
_GIVEN = re.compile(r"(?:则|也|将|已|又|还|正式|继续|仍)*(?:是|为|担任|任|系|出任|现任|就任|当选|接任|继任)")
_LINK = re.compile(r"(?:一职|职务)?(?:则|也|仍|继续)?(?:是|为|由|叫|名叫|:)$")
_WHICH = re.compile(r"(?:首任|第[一二三四五六七八九十]+任|历任|[时前原]任?|代理?|名誉|常务|执行|候任|副)$")
_PAST = re.compile(r"此前|之前|曾任|曾经|曾是|曾为|曾担任|原任|历任|前任|卸任|辞去|辞任|离任|不再")
_HELD_NEAR = 20  # characters between a person and the post
_POST_IS = re.compile(r"(?:职务|身份|职位|头衔|职称)(?:也|却|则|一直|仍)?(?:是|为)")
SAME_TITLE = 55.0  # likeness (0 to 100) of two titles that differ by a slip
UNMISTAKABLE_TITLE = 75.0  # of two long ones: nothing else has such a title
_LONG_TITLE = 8


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
    typed = (
        is_person(found.text) or is_place(found.text) or is_post(found.text) or is_organization(found.text)
    )
    if not typed and (found.text in view.kin or _FIGURE_OF_SPEECH.match(found.text)):
        return None  # another claim on the subject says it, or it names nothing
    return found


def _find(view: View, value: TermValue) -> Filler | None:
    folded, clause, fact, hits = view.folded, view.clause, view.fact, view.hits
    spellings = [spelling for member in value.members for spelling in member]
    if all(is_place(member[0]) for member in value.members):
        return _place(view, spellings[0])
    if is_post(spellings[0]):
        return _post(folded, clause, fact)
    title = misquoted(folded, clause, spellings)
    if title is not None:
        return title
    named = _named(folded, clause, fact, spellings[0], hits)
    if named is not None:
        return named
    if told_venue(folded, clause, spellings[0]):
        held = _HELD.search(folded, clause.start, clause.end)
        venue = held and clean(folded, *held.span("venue"))
        if venue and differs(venue, fact):
            return venue
    told = phrase(folded, clause, fact, hits) if hits else None
    if told and not is_like(told.text, spellings[0]):
        told = None
    if told and is_organization(spellings[0]) and is_word(told.text) and not is_organization(told.text):
        told = None  # 设计时速 tells of no designer
    return told or headed(folded, clause, fact, spellings, view.kin)


def told_venue(folded: str, clause: Clause, value: str) -> bool:
    """Whether the clause says where something is held, as the claim's value does."""
    return value.endswith(_VENUES) and _HELD.search(folded, clause.start, clause.end) is not None


def _unexplained(mention: Mention, fact: Fact) -> bool:
    return mention.name not in fact.text and mention.text not in fact.text


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
        from rapidfuzz import fuzz  # noqa: PLC0415  few drafts quote a title where a claim has its term

        likeness = max(fuzz.ratio(inner, title) for title in titles)
        if len(inner) >= shortest and wanted <= likeness < 100:
            return Filler(match.start(), match.end(), match.group())
    return None


def _place(view: View, value: str) -> Filler | None:
    """Another place of the claim's kind: in the chain that ends at the subject, or beside the property."""
    folded, clause, fact = view.folded, view.clause, view.fact
    places = [m for m in clause.mentions if is_place(m.text)]
    rank = _rank(value)
    anchors = [
        m for m in clause.mentions if m.name in fact.subjects or (m.kind == "place" and m.text in fact.text)
    ]
    for mention in places:
        if not _unexplained(mention, fact) or _rank(mention.text) != rank:
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
    return before.endswith(("在", "位于", "来自", "属于", "地处", "属", "隶属", "归", "到", "回到", "是"))


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("factcheck.text", "places.tsv")}


def _rank(place: str) -> str:
    kind = _kinds().get(place)
    if kind is not None:
        return "county" if kind in {"county", "district"} else kind
    if place.endswith(("省", "自治区")):
        return "province"
    if place.endswith(("村", "镇", "乡")):
        return place[-1]
    return "county" if place.endswith(("县", "区")) else "city"


def _post(folded: str, clause: Clause, fact: Fact) -> Filler | None:
    """Another title beside the person; 副厅长 is another one than 厅长."""
    people = [m for m in clause.mentions if m.name in fact.subjects]
    for title in _titles():
        at = folded.find(title, clause.start, clause.end)
        if at < 0:
            continue
        end = at + len(title)
        deputy = folded[at - 1 : at] == "副"
        start = at - 1 if deputy else at
        elsewhere = None if deputy else _held_elsewhere(folded, clause, fact, start)
        if re.search(f"副{title}" if deputy else f"(?<!副){title}", fact.text):
            if elsewhere is None:
                continue
            start = elsewhere
        for person in people:
            gap = folded[person.end : start] if person.end <= start else folded[end : person.start]
            linked = person.end <= start and (_HOLDS.match(gap) or _POST_IS.search(gap))
            if not gap.strip() or (linked and len(gap) <= _HELD_NEAR):
                return Filler(start, end, folded[start:end])
    return None


def post_beside(folded: str, clause: Clause, start: int, end: int) -> str:
    """The post that the clause gives to the person named there (首任校长季某; 聘任季某为总经理), "" for none."""
    link = _LINK.search(folded, clause.start, start)
    head = link.start() if link else start
    before = max((t for t in _titles() if folded.endswith(t, clause.start, head)), key=len, default="")
    if before:
        at = head - len(before)
    else:
        holds = _GIVEN.match(folded, end, clause.end)
        told = folded[holds.end() : min(clause.end, holds.end() + _HELD_NEAR)] if holds else ""
        places = [(told.find(title), -len(title), title) for title in _titles() if title in told]
        if not holds or not places:
            return ""
        at, _, before = min(places)
        at += holds.end()
    which = _WHICH.search(folded, clause.start, at)
    return (which.group() if which else "") + before


def is_past(folded: str, start: int, end: int) -> bool:
    """Whether the words there tell of a post that somebody no longer holds."""
    return _PAST.search(folded, start, end) is not None


def is_same_post(post: str, other: str) -> bool:
    """Whether two posts are one, whatever body each tells (党委书记 and 校党委书记; not 首任校长 and 校长)."""
    which = [_WHICH.search(p.removesuffix(title_of(p))) for p in (post, other)]
    if bool(which[0]) != bool(which[1]):
        return False
    return post.endswith(title_of(other)) or other.endswith(title_of(post))


def _held_elsewhere(folded: str, clause: Clause, fact: Fact, title: int) -> int | None:
    """Where the name of another body begins right before the title at that place (农业农村部种植业司司长)."""
    start = title
    for term in reversed([t for t in clause.terms if t.end <= title]):
        if term.end != start or not term.naming:
            break
        start = term.start
    bodies = [m for m in clause.mentions if start <= m.start < title and m.kind in _BODIES]
    known = any(
        m.name in fact.text or m.text in fact.text for m in clause.mentions if start <= m.start < title
    )
    return bodies[0].start if bodies and not known else None


@cache
def _titles() -> tuple[str, ...]:
    """Titles without their 副, the longest first."""
    return tuple(
        sorted((row[0] for row in rows("factcheck.text", "titles.tsv") if row[0][0] != "副"), key=len)[::-1]
    )


def _named(folded: str, clause: Clause, fact: Fact, value: str, hits: list[Span]) -> Filler | None:
    """Another organisation, person or title where the claim has one, beside the property, or the post that is held."""
    if is_person(value) and not hits:
        hits = [Span(m.start, m.end) for m in clause.mentions if m.name in fact.subjects and is_post(m.text)]
    if not hits:
        return None
    if is_organization(value):
        wanted = {"organization", "media"}
    elif is_person(value):
        wanted = {"person", "known"}
    else:
        return None
    rivals = [m for m in clause.mentions if m.kind in wanted and _unexplained(m, fact)]
    if wanted == {"person", "known"}:
        rivals = [m for m in rivals if is_person(m.text)]
        rivals = [m for m in rivals if any(m.start == hit.end for hit in hits)] or rivals
    if len(rivals) != 1:
        return None
    mention = rivals[0]
    beside = any(abs(mention.end - hit.start) <= 12 or abs(mention.start - hit.end) <= 4 for hit in hits)
    return Filler(mention.start, mention.end, mention.text) if beside else None
