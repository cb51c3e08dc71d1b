"""What the grammar around a property puts in its place.

After a copula (传承的非遗是X), as the object of a verb (携手X), as its agent (由X出品), or as another
modifier of the same head (餐饮公司 for 旅游公司).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import is_organization, is_person, is_place
from factcheck.assertion.terms import GENERIC_WEIGHT, read_terms, weigh
from factcheck.matching.facts import TermValue
from factcheck.quantity.model import Kind
from factcheck.text.pattern import pattern
from factcheck.text.tokens import is_word, tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.assertion.reading import Clause
    from factcheck.matching.facts import Fact
    from factcheck.text.segment import Span

_COPULA = pattern(
    r"^(?:的|者|人|方|单位|机构|们|专业|内容|类型|对象|商品|项目|课程|主要|全部|全都|全|都|则|也|就|便|正|均|,)*"
    r"(?:[^,是为叫:]{0,6}(?=是|为|叫))?"
    r"(?:是|为|系|叫做|叫作|叫|名叫|名为|题为|包括|包含|有|来自|产生于|诞生于|出自|归属|花落|属于|位于|(?<!的)在|以|:)"
    r"(?:由|自|于|来自|了|一名|一位|一个|一家|的是)?(?P<filler>.+)$"
)
_OBJECT = pattern(r"^(?:了|的是|着|过|到|出|出了|起|起了)?(?P<filler>[^的了,]{1,8})(?:的[^的,]{0,8})?$")
_BY = pattern(
    r"(?:由|被)(?P<filler>[^由被]{2,24}?)(?:等|联合|共同|携手|合作|独家|牵头|负责|一手|主导|参与)*$"
)
_AT = pattern(r"[在于从自](?P<filler>[^\W\d_a-zA-Z]{2,16}?)(?:隆重|正式|如期|顺利|盛大)?$")
_FOR = pattern(r"(?:为|向|给)(?P<filler>[^\W\d_a-zA-Z]{2,12}?)$")
_MAINLY = pattern(r"以(?P<filler>.{1,16}?)(?:为主|居多|打头)")
_ENDING = pattern(r"(?:的|了|等.*|之一|们|人|呢|吧|为主)$")
_OPENING = pattern(r"^(?:了|的是|的|是|着|过|和|与|由|一名|一位|一个|一家|以|其|各种|各类|多种|种种)")
_NOT_A_TERM = pattern(r"^以?及(?![格时])|[,。:;!?]|[之行]列$|之[中内]$|什么|哪|谁|如何|怎|[^美旧新]的.")
_LONGEST_FILLER = 16
# Heads of one character that make a class of terms: 土家族, 麦秸画.
_PREDICATE = pattern(r"[得很较越]|\d点")  # 面很广, 列得清楚, 上午9点
_WHERE_WHEN = frozenset("sft")  # word classes: 家门口, 中间, 上午
_NAMED_AS = pattern(r"[是为叫:][^,。]{0,2}$")
_NUMBER = pattern(r"\d+|[一二三四五六七八九十百]+")
_COUNTS = frozenset("mqr")
_ASPECTS = frozenset("了过着")
_MODIFIERS = frozenset("nvxjbslm")
_HEADS = frozenset("族画剧戏酒茶菜节奖杯队")


class Filler(NamedTuple):
    """The draft's words in the claim's slot."""

    start: int
    end: int
    text: str


def phrase(folded: str, clause: Clause, fact: Fact, hits: list[Span]) -> Filler | None:
    """Any other term, by the grammar around the property."""
    for hit in hits:
        after = folded[hit.end : _before_span(clause, hit.end)]
        mainly = _MAINLY.search(folded, hit.end, clause.end)
        if mainly is not None:
            filler = clean(folded, mainly.start("filler"), mainly.end("filler"))
            return filler if filler is not None and differs(filler, fact) else None
        match = _COPULA.match(after) or _OBJECT.match(after)
        if match is not None:
            filler = clean(folded, hit.end + match.start("filler"), hit.end + match.end("filler"))
            if filler is not None and not _goes_on(folded, filler) and differs(filler, fact):
                return filler
        match = next(
            (m for shape in (_BY, _AT, _FOR) if (m := shape.search(folded[clause.start : hit.start]))),
            None,
        )
        if match is not None:
            start = clause.start + match.start("filler")
            filler = clean(folded, start, clause.start + match.end("filler"))
            if filler is not None and not _goes_on(folded, filler) and differs(filler, fact):
                return filler
    return None


def _before_span(clause: Clause, start: int) -> int:
    """Where the clause ends but for how many years it says (从事中学教学工作十余年)."""
    last = clause.figures[-1] if clause.figures else None
    closes = last is not None and last.end == clause.end and last.start > start
    return last.start if last and closes and last.kind is Kind.DURATION and last.unit == "月" else clause.end


def headed(folded: str, clause: Clause, fact: Fact, spellings: list[str], kin: str) -> Filler | None:
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
            for before in reversed(clause.terms[:number]):
                if before.end != start or term.end - start >= len(spellings[0]) + 2:
                    break
                start = before.start
        elif not word.endswith(head) or word == head:
            continue
        modifier = folded[start : term.end - len(head)]
        strange = [
            w
            for w in tokenize(modifier)
            if w not in fact.text
            and w not in kin
            and weigh(w) > GENERIC_WEIGHT
            and word_class(w)[0] in _MODIFIERS
        ]
        following = clause.terms[number + 1 : number + 2]
        goes_on = any(t.start == term.end and t.naming and t.weight > GENERIC_WEIGHT for t in following)
        if not strange or (goes_on and word_class(strange[0])[0] == "v"):
            continue  # 拨通课题组电话 speaks of no other 课题组
        return Filler(start, term.end, folded[start : term.end])
    return None


def is_like(folded: str, told: Filler, term: str) -> bool:
    """Whether a filler may be what a claim's term is: a thing for a thing, and no quotation torn apart."""
    filler = told.text
    if any(filler.count(left) != filler.count(right) for left, right in ("“”", "‘’", "《》")):
        return False
    if _PREDICATE.search(filler):
        return False
    words = tokenize(filler)
    if len(words) > 1 and (word_class(words[0]) == "d" or word_class(words[-1]) == "f"):
        return False  # 轮番上架, 方里
    if all(word_class(word)[0] in _COUNTS for word in words):
        return False  # 两样
    if _is_deed(words) and not (_is_deed(tokenize(term)) or _is_named_as(folded, told.start)):
        return False
    return is_place(term) or is_person(filler) or word_class(filler)[0] not in _WHERE_WHEN


def _is_deed(words: Sequence[str]) -> bool:
    """Whether the words tell what is done (盘子公布, 算过一笔账): they end with a verb, or with its object."""
    if len(words) < 2:
        return False
    begun = word_class(words[0])[0] == "v" and words[1] in _ASPECTS
    return begun or (word_class(words[-1]) == "v" and len(words[-1]) > 1 and is_word(words[-1]))


def _goes_on(folded: str, filler: Filler) -> bool:
    """Whether the words tell what is going on (正在铺开), and not where."""
    return folded[filler.start - 1 : filler.start] == "在" and word_class(filler.text)[0] == "v"


def clean(folded: str, start: int, end: int) -> Filler | None:
    opening = _OPENING.match(folded[start:end])
    while opening:
        start += opening.end()
        opening = _OPENING.match(folded[start:end])
    ending = _ENDING.search(folded[start:end])
    while ending and end > start:
        end = start + ending.start()
        ending = _ENDING.search(folded[start:end])
    text = folded[start:end]
    body, of, _ = text.partition("的")
    if of and is_organization(body):  # 某大学新闻学院的课题组
        text, end = body, start + len(body)
    elif _is_named_as(folded, start) and (head := _behind_deed(text)):
        text, start = head, end - len(head)
    if not 2 <= len(text) <= _LONGEST_FILLER or _NOT_A_TERM.search(text):
        return None
    return Filler(start, end, text)


def _is_named_as(folded: str, start: int) -> bool:
    """Whether a word before that place says what something is."""
    return _NAMED_AS.search(folded, max(0, start - 4), start) is not None


def _behind_deed(text: str) -> str:
    """The noun of 从外地请来的大学生, which the deed before it says more of; "" where there is no such thing."""
    before, _, head = text.rpartition("的")
    deed = before and word_class(tokenize(before)[-1])[0] == "v"
    return head if deed and len(head) > 1 else ""


def _numbered_otherwise(text: str, term: str) -> bool:
    """Whether two names are one but for the number in them."""
    thing = _NUMBER.sub("", text)
    return thing != text and thing == _NUMBER.sub("", term) and text != term and len(thing) > 1


def differs(filler: Filler, fact: Fact) -> bool:
    """Whether the filler says none of what the claim's words say, or numbers the thing otherwise (6号船, 16号船)."""
    value = fact.value
    if isinstance(value, TermValue) and any(_numbered_otherwise(filler.text, m[0]) for m in value.members):
        return True
    terms = read_terms(filler.text)
    if all(term.weight <= GENERIC_WEIGHT or word_class(term.text)[0] == "d" for term in terms):
        return False
    heavy = [term for term in terms if term.weight > GENERIC_WEIGHT]
    unknown = [term for term in heavy if not fact.vocabulary.says(term.text)]
    if is_organization(filler.text) and heavy and heavy[0] in unknown:
        return True  # 北京大学新闻学院 for 清华大学新闻学院
    return len(unknown) * 2 >= len(heavy) > 0
