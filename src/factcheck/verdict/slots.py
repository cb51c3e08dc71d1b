"""What a clause puts in the place where a claim's term belongs.

The place is found from the words of the property: after a copula (传承的非遗是X), as the object of a verb
(携手X), as its agent (由X出品), beside a title (第一书记X), or in a chain of places (X黎平县盖宝村).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from factcheck.assertion.names import bare, is_person, is_place
from factcheck.assertion.terms import GENERIC_WEIGHT, read_terms, similarity, weigh
from factcheck.text.lexicon import rows, words
from factcheck.text.segment import Span
from factcheck.text.tokens import tokenize, word_class

if TYPE_CHECKING:
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause
    from factcheck.matching.facts import Fact, TermValue

_COPULA = re.compile(
    r"^(?:的|者|人|方|单位|机构|们|专业|内容|类型|对象|商品|项目|课程|主要|全部|全都|全|都|则|也|就|便|正|均|,)*"
    r"(?:[^,是为叫:]{0,6}(?=是|为|叫))?"
    r"(?:是|为|系|叫做|叫作|叫|名叫|名为|题为|包括|包含|有|来自|属于|位于|在|以|:)"
    r"(?:由|自|于|来自|了|一名|一位|一个|一家|的是)?(?P<filler>.+)$"
)
_FIGURE_OF_SPEECH = re.compile(r"最|也|都|更|已|正|颇|很|还|就|这|那|其")
_TITLE = re.compile(r"《[^《》\n]{1,60}》|“[^“”\n]{2,40}”")
_OBJECT = re.compile(r"^(?:了|的是|着|过|到|出|出了)?(?P<filler>[^的了,]{1,8})(?:的)?$")
_BY = re.compile(
    r"(?:由|被)(?P<filler>[^由被]{2,24}?)(?:等|联合|共同|携手|合作|独家|牵头|负责|一手|主导|参与)*$"
)
_AT = re.compile(r"(?:在|于)(?P<filler>[\u4e00-\u9fff]{2,16}?)(?:隆重|正式|如期|顺利|盛大)?$")
_FOR = re.compile(r"(?:为|向|给)(?P<filler>[\u4e00-\u9fff]{2,12}?)$")
_MAINLY = re.compile(r"以(?P<filler>.{1,16}?)(?:为主|居多|打头)")
_ENDING = re.compile(r"(?:的|了|等.*|之一|们|人|呢|吧|为主)$")
_OPENING = re.compile(r"^(?:了|的是|的|是|着|过|和|与|由|一名|一位|一个|一家|以|其)")
_NOT_A_TERM = re.compile(r"[,。:;!?]|什么|哪|谁|如何|怎|[^美旧新]的.")
_LONGEST_FILLER = 16
_ALIKE = 0.8
# Heads of one character that make a class of terms: 土家族, 麦秸画.
_MODIFIERS = frozenset("nvxjbsl")
_HEADS = frozenset("族画剧戏酒茶菜节奖杯队")
SAME_TITLE = 55.0  # likeness (0 to 100) of two titles that differ by a slip


@dataclass(frozen=True, slots=True)
class Filler:
    """The draft's words in the claim's slot."""

    start: int
    end: int
    text: str


def property_hits(folded: str, clause: Clause, fact: Fact) -> list[Span]:
    """Where the clause spells one of the claim's property names; those of one character as whole words only."""
    hits: list[Span] = []
    for name in fact.spellings:
        if len(name) == 1:
            hits += [Span(t.start, t.end) for t in clause.terms if folded[t.start : t.end] == name]
            continue
        at = folded.find(name, clause.start, clause.end)
        if at >= 0:
            hits.append(Span(at, at + len(name)))
    if not hits:
        hits = _worded(clause, fact)
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    return [hit for i, hit in enumerate(hits) if not i or hit.start >= hits[i - 1].end]


def _worded(clause: Clause, fact: Fact) -> list[Span]:
    """The stretch that says the property in nearly all its words, where none of its names is spelled."""
    for words in fact.properties:
        wanted = [word for word, weight in words if weight >= GENERIC_WEIGHT]
        said = [next((t for t in clause.terms if similarity(t.text, w) >= _ALIKE), None) for w in wanted]
        places = [t for t in said if t is not None]
        if len(wanted) >= 2 and len(places) == len(wanted):
            return [Span(min(t.start for t in places), max(t.end for t in places))]
    return []


def find_filler(
    folded: str, clause: Clause, fact: Fact, value: TermValue, hits: list[Span], kin: str
) -> Filler | None:
    """What stands in the claim's slot instead of its term, or ``None`` where nothing clearly does."""
    found = _find(folded, clause, fact, value, hits, kin)
    if found is None or any(q.start < found.end and found.start < q.end for q in (*clause.figures, *clause.dates)):
        return None
    quoted = found.text[0] in "《“"
    if not quoted and any(m.name in fact.called and m.start < found.end and found.start < m.end for m in clause.mentions):
        return None
    typed = is_person(found.text) or is_place(found.text) or is_post(found.text) or is_organization(found.text)
    if not typed and (found.text in kin or _FIGURE_OF_SPEECH.match(found.text)):
        return None  # another claim on the subject says it, or it names nothing
    return found


def _find(
    folded: str, clause: Clause, fact: Fact, value: TermValue, hits: list[Span], kin: str
) -> Filler | None:
    spellings = [spelling for member in value.members for spelling in member]
    if all(is_place(member[0]) for member in value.members):
        return _place(folded, clause, fact, spellings[0], hits)
    if is_post(spellings[0]):
        return _post(folded, clause, fact)
    title = _misquoted(folded, clause, spellings)
    if title is not None:
        return title
    named = _named(folded, clause, fact, spellings[0], hits)
    if named is not None:
        return named
    if told_venue(folded, clause, spellings[0]):
        held = _HELD.search(folded, clause.start, clause.end)
        venue = held and _clean(folded, *held.span("venue"))
        if venue and _differs(venue, fact):
            return venue
    return (_plain(folded, clause, fact, hits) if hits else None) or _headed(folded, clause, fact, spellings, kin)


def is_post(term: str) -> bool:
    """Whether a term is a post or title (第一书记, 某省卫健委主任)."""
    return any(term.endswith(row[0]) for row in rows("factcheck.text", "titles.tsv"))


def told_venue(folded: str, clause: Clause, value: str) -> bool:
    """Whether the clause says where something is held, as the claim's value does."""
    return value.endswith(_VENUES) and _HELD.search(folded, clause.start, clause.end) is not None


_VENUES = ("馆", "中心", "体育场", "广场", "剧院", "大厦", "酒店", "公园", "会堂", "礼堂", "球场", "剧场")
_HELD = re.compile(r"(?:在|于)(?P<venue>[^,]{2,16}?)(?:举行|举办|召开|开幕|闭幕|上演|开赛|启动|进行)")


def is_organization(term: str) -> bool:
    """Whether a term ends as the names of organisations do, or is a known one."""
    known = {row[0] for row in rows("factcheck.text", "organizations.tsv")}
    return term in known or term.endswith(tuple(words("factcheck.text", "org_suffixes.txt")))


def _unexplained(mention: Mention, fact: Fact) -> bool:
    return mention.name not in fact.text and mention.text not in fact.text


def _misquoted(folded: str, clause: Clause, spellings: list[str]) -> Filler | None:
    """A title in quotation marks that is the claim's but for a word or two."""
    for match in _TITLE.finditer(folded, clause.start, clause.end):
        inner = bare(match.group())
        titles = [bare(t.group()) for s in spellings for t in _TITLE.finditer(s)] or [bare(s) for s in spellings]
        likeness = max(fuzz.ratio(inner, title) for title in titles)
        if len(inner) >= 4 and SAME_TITLE <= likeness < 100:
            return Filler(match.start(), match.end(), match.group())
    return None


def _place(folded: str, clause: Clause, fact: Fact, value: str, hits: list[Span]) -> Filler | None:
    """Another place of the claim's kind: in the chain that ends at the subject, or the only one beside the property."""
    places = [m for m in clause.mentions if is_place(m.text)]
    rank = _rank(value)
    anchors = [
        m for m in clause.mentions if m.name in fact.subjects or (m.kind == "place" and m.text in fact.text)
    ]
    for mention in places:
        if not _unexplained(mention, fact) or _rank(mention.text) != rank:
            continue
        chained = any(
            mention.end <= a.start and not folded[mention.end : a.start].strip("省市县的 ") for a in anchors
        )
        if chained or hits or _says_where(folded, clause, fact, mention):
            return Filler(mention.start, mention.end, mention.text)
    return None


def _chained(folded: str, place: Mention, anchor: Mention) -> bool:
    """Whether a place leads to a name, with or without a post between (黎平县盖宝村; 盖宝村第一书记吴某)."""
    gap = folded[place.end : anchor.start].strip("省市县的 ")
    return place.end <= anchor.start and (not gap or is_post(gap))


def _says_where(folded: str, clause: Clause, fact: Fact, mention: Mention) -> bool:
    start = mention.start
    for place in reversed([m for m in clause.mentions if m.end <= start]):
        if place.end == start and is_place(place.text):  # 四川理县: what stands before the whole chain counts
            start = place.start
    named = max((m.end for m in clause.mentions if m.name in fact.called and m.end <= start), default=clause.start)
    for term in clause.terms:  # 吴某老家在四川 tells of his home, not of the village
        if named <= term.start < start and term.naming and term.weight >= 1.0 and term.text not in fact.vocabulary:
            return False
    before = folded[max(clause.start, start - 3) : start]
    return before.endswith(("在", "位于", "来自", "属于", "地处", "属", "隶属", "归", "到", "回到", "是"))


def _rank(place: str) -> str:
    kinds = {row[0]: row[1] for row in rows("factcheck.text", "places.tsv")}
    kind = kinds.get(place)
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
        if re.search(f"副{title}" if deputy else f"(?<!副){title}", fact.text):
            continue
        for person in people:
            gap = folded[person.end : start] if person.end <= start else folded[end : person.start]
            linked = person.end <= start and _HOLDS.match(gap)
            if not gap.strip() or (linked and len(gap) <= 16):
                return Filler(start, end, folded[start:end])
    return None


@cache
def _titles() -> tuple[str, ...]:
    """Titles without their 副, the longest first."""
    return tuple(sorted((row[0] for row in rows("factcheck.text", "titles.tsv") if row[0][0] != "副"), key=len)[::-1])


_HOLDS = re.compile(r"(?:的?(?:身份|职务|职位))?(?:是|为|担任|任|系|出任|,|现任)")


def _named(folded: str, clause: Clause, fact: Fact, value: str, hits: list[Span]) -> Filler | None:
    """Another organisation, person or title where the claim has one, beside the property."""
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
    if len(rivals) != 1:
        return None
    mention = rivals[0]
    beside = any(abs(mention.end - hit.start) <= 12 or abs(mention.start - hit.end) <= 4 for hit in hits)
    return Filler(mention.start, mention.end, mention.text) if beside else None


def _plain(folded: str, clause: Clause, fact: Fact, hits: list[Span]) -> Filler | None:
    """Any other term, by the grammar around the property."""
    for hit in hits:
        after = folded[hit.end : clause.end]
        mainly = _MAINLY.search(folded, hit.end, clause.end)
        if mainly is not None:
            filler = _clean(folded, mainly.start("filler"), mainly.end("filler"))
            return filler if filler is not None and _differs(filler, fact) else None
        match = _COPULA.match(after) or _OBJECT.match(after)
        if match is not None:
            filler = _clean(folded, hit.end + match.start("filler"), hit.end + match.end("filler"))
            if filler is not None and _differs(filler, fact):
                return filler
        match = next(
            (m for pattern in (_BY, _AT, _FOR) if (m := pattern.search(folded[clause.start : hit.start]))), None
        )
        if match is not None:
            start = clause.start + match.start("filler")
            filler = _clean(folded, start, clause.start + match.end("filler"))
            if filler is not None and _differs(filler, fact):
                return filler
    return None


def _headed(folded: str, clause: Clause, fact: Fact, spellings: list[str], kin: str) -> Filler | None:
    """A term with the claim's head and another modifier: 餐饮公司 for 旅游公司, 苗族 for 土家族."""
    pieces = tokenize(spellings[0])
    whole = len(pieces) == 1
    if whole and (len(pieces[0]) < 3 or pieces[0][-1] not in _HEADS):
        return None
    head = pieces[0][-1] if whole else pieces[-1]
    for number, term in enumerate(clause.terms):
        word = folded[term.start : term.end]
        start = term.start
        if word == head and number and clause.terms[number - 1].end == term.start:
            while number and clause.terms[number - 1].end == start and term.end - start < len(spellings[0]) + 2:
                number -= 1
                start = clause.terms[number].start
        elif not word.endswith(head) or word == head:
            continue
        modifier = folded[start : term.end - len(head)]
        strange = [
            w
            for w in tokenize(modifier)
            if w not in fact.text and w not in kin and weigh(w) > GENERIC_WEIGHT and word_class(w)[0] in _MODIFIERS
        ]
        if not strange:
            continue
        return Filler(start, term.end, folded[start : term.end])
    return None


def _clean(folded: str, start: int, end: int) -> Filler | None:
    opening = _OPENING.match(folded[start:end])
    while opening:
        start += opening.end()
        opening = _OPENING.match(folded[start:end])
    ending = _ENDING.search(folded[start:end])
    while ending and end > start:
        end = start + ending.start()
        ending = _ENDING.search(folded[start:end])
    text = folded[start:end]
    if not 2 <= len(text) <= _LONGEST_FILLER or _NOT_A_TERM.search(text):
        return None
    return Filler(start, end, text)


def _differs(filler: Filler, fact: Fact) -> bool:
    """Whether the filler says none of what the claim's words say."""
    terms = read_terms(filler.text)
    if all(term.weight <= GENERIC_WEIGHT or word_class(term.text)[0] == "d" for term in terms):
        return False
    heavy = [term for term in terms if term.weight > GENERIC_WEIGHT]
    unknown = [
        term
        for term in heavy
        if max((similarity(term.text, word) for word in fact.vocabulary), default=0.0) < 0.6
    ]
    return len(unknown) * 2 >= len(heavy) > 0
