"""One clause of the draft held against one claim: what of the claim stands in it, and where."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import is_place
from factcheck.assertion.opposites import opposition
from factcheck.assertion.terms import read_terms, similarity
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.text.tokens import is_word
from factcheck.verdict.judgement import Judgement

if TYPE_CHECKING:
    from factcheck.assertion.reading import Clause
    from factcheck.assertion.terms import Term
    from factcheck.matching.facts import Fact
    from factcheck.matching.vocabulary import Around
    from factcheck.verdict.finding import Reason, Verdict

SAME_PROPERTY = 0.55  # the property is the claim's, given the term is there too
SURE_PROPERTY = 0.75  # the property is the claim's, without the term

_ALTERS = "副原前亚准"  # before a term these make it another one: 副主任
_BEFORE_LOCAL = "由和与及跟、在被是为向对的从,:;。 "
_PARTICLES = frozenset("的了地得")
_LOOSE = 3  # characters more than the term itself within which its words make it up
_ALIKE = 0.8
_NO_NOUN = pattern("[^,的]{0,3}是")
_RATHER = pattern(r"而是|而非|反而|却|,是")


class View(NamedTuple):
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

    def judgement(
        self, start: int, end: int, verdict: Verdict, reason: Reason | None, note: str = ""
    ) -> Judgement:
        found = self.folded[start:end]
        return Judgement(start, end, verdict, reason, self.fact, found, self.score, note)


def property_hits(folded: str, clause: Clause, fact: Fact, words: Around) -> list[Span]:
    """Where the clause spells one of the claim's property names; of one character as whole words.

    ``words`` has the clause's own words and maybe others.
    """
    hits: list[Span] = []
    for name in fact.spellings if not fact.heads.isdisjoint(clause.heads) else ():
        if len(name) == 1:
            hits += [Span(t.start, t.end) for t in clause.terms if folded[t.start : t.end] == name]
            continue
        at = folded.find(name, clause.start, clause.end)
        while at >= 0 and _is_torn(folded, clause, at, at + len(name)):
            at = folded.find(name, at + 1, clause.end)
        if at >= 0:
            hits.append(Span(at, at + len(name)))
    if not hits:
        hits = _worded(clause, fact, words) or _headless(folded, clause, fact)
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    return [hit for i, hit in enumerate(hits) if not i or hit.start >= hits[i - 1].end]


def _is_torn(folded: str, clause: Clause, start: int, end: int) -> bool:
    """Whether a stretch is the end of a word and a particle (目的 in 醒目的, 项目的)."""
    return (
        start > clause.start
        and folded[start + 1 : end] in _PARTICLES
        and is_word(folded[start - 1 : start + 1])
    )


def other_property(view: View) -> Span | None:
    """The word that makes the property another one of its kind (亚军 for 冠军), where its own is not said."""
    if view.hits or any(t.text in view.fact.measured for t in view.clause.terms):
        return None
    heads = {words[-1][0] for words in view.fact.properties if words}
    return next(
        (Span(t.start, t.end) for t in view.clause.terms if opposition(t.text, heads) == "category"), None
    )


def is_altered(folded: str, clause: Clause, fact: Fact) -> bool:
    """Whether the clause says the property only as part of another one (副董事长, 前董事长)."""
    places = [folded.find(name, clause.start, clause.end) for name in fact.spellings if len(name) > 1]
    found = [at for at in places if at >= 0]
    return bool(found) and all(at > clause.start and folded[at - 1] in _ALTERS for at in found)


def _worded(clause: Clause, fact: Fact, around: Around) -> list[Span]:
    """The stretch that says the property in nearly all its words, where none of its names is spelled."""
    if around.likeness.keys().isdisjoint(fact.measured):
        return []
    for wanted in fact.phrases:
        if any(around.likeness.get(word, 0.0) < _ALIKE for word in wanted):
            continue
        said = [next((t for t in clause.terms if similarity(t.text, w) >= _ALIKE), None) for w in wanted]
        places = [t for t in said if t is not None]
        if len(places) == len(wanted):
            return [Span(min(t.start for t in places), max(t.end for t in places))]
    return []


def _headless(folded: str, clause: Clause, fact: Fact) -> list[Span]:
    """Where the clause says a property such as 学的手艺 or 卖出的商品 without its noun (学的是, 卖的全是)."""
    for verb in fact.verbs:
        at = folded.find(f"{verb}的", clause.start, clause.end)
        while at >= 0:
            end = at + len(verb) + 1
            if _NO_NOUN.match(folded, end, clause.end):
                return [Span(at, end)]
            at = folded.find(f"{verb}的", end, clause.end)
    return []


def locate(
    folded: str, clause: Clause, spellings: tuple[str, ...], called: frozenset[str] = frozenset()
) -> tuple[int, int] | None:
    """Where the clause says a term: in one of its spellings, or with all its words in one place.

    Inside a name of the subject (``called``: canonical names) it is part of the name.
    """
    head_said, wanted = not _heads(spellings).isdisjoint(clause.heads), term_words(spellings[0])
    worded = len(wanted) > 1 and clause.said.issuperset(wanted)
    if not head_said and not worded:
        return None
    names = [(m.start, m.end) for m in clause.mentions if m.name in called]

    def inside(start: int, end: int) -> bool:
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in names)

    spelled = [one for one in spellings if folded.find(one, clause.start, clause.end) >= 0]
    for spelling in sorted(spelled, key=len, reverse=True):
        at = folded.find(spelling, clause.start, clause.end)
        while at >= 0:
            end = at + len(spelling)
            altered = at > clause.start and folded[at - 1] in _ALTERS
            within = len(spelling) <= 2 and any(
                t.start <= at and end <= t.end and len(spelling) < t.end - t.start for t in clause.terms
            )
            if is_place(spelling) and _is_in_place(folded, clause, end):
                altered = True  # 多伦 in 多伦多县
            if spelling[0] in "省市县" and at > clause.start and folded[at - 1] not in _BEFORE_LOCAL:
                altered = True  # 青海省人民医院 for 甘肃省人民医院
            if not altered and not within and not inside(at, end):
                return at, at + len(spelling)
            at = folded.find(spelling, at + 1, clause.end)
    if not worded:
        return None
    said: list[Term] = []
    for word in wanted:
        term = next(
            (t for t in clause.terms if t.text == word and folded[t.start - 1 : t.start] not in {*_ALTERS}),
            None,
        )
        if term is None:
            return None
        said.append(term)
    start, end = min(t.start for t in said), max(t.end for t in said)
    return (start, end) if end - start <= len(spellings[0]) + _LOOSE and not inside(start, end) else None


def _is_in_place(folded: str, clause: Clause, end: int) -> bool:
    """Whether a place's name that ends there only begins a longer one, of what no dictionary has (多伦多县)."""
    following = next((folded[t.start : t.end] for t in clause.terms if t.start == end), "")
    return len(following) == 2 and is_place(f"某{following}") and not is_word(following)


@lru_cache(maxsize=4096)
def _heads(spellings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(spelling[:2] for spelling in spellings)


@lru_cache(maxsize=4096)
def term_words(spelling: str) -> tuple[str, ...]:
    """The canonical words of a claim's term; a draft is held against the same ones again and again."""
    return tuple(term.text for term in read_terms(spelling))


def denies(view: View, at: int) -> Span | None:
    """The negation that reaches the term at ``at``: 不是甲而是乙 and 并非甲却是乙 deny only 甲.

    Where the term is put to the subject's name, what the name's bearer does not do is another matter
    (某县护林员甲从不歇着).
    """
    for negation in view.clause.negations:
        bearer = any(
            m.name in view.fact.subjects and at < m.start < m.end == negation.start
            for m in view.clause.mentions
        )
        if bearer and not speaks_on(view, negation.end):
            continue
        turn = _RATHER.search(view.folded, negation.end, view.clause.end)
        if turn is None or at < turn.start():
            return negation
    return None


def speaks_on(view: View, start: int) -> bool:
    """Whether the clause from ``start`` on has the property, or any of the claim's words."""
    known = view.fact.vocabulary
    return any(hit.start >= start for hit in view.hits) or any(
        term.start >= start and known.says(term.text) for term in view.clause.terms
    )
