"""Who is meant: a pronoun, the holder of a post, another person than the claim's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.names import is_organization, is_person, is_place, is_post, is_sole_post, title_of
from factcheck.matching.facts import TermValue
from factcheck.matching.score import property_agreement
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.text.tokens import tokenize
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.posts import is_of_past, is_same_post, post_beside
from factcheck.verdict.view import SURE_PROPERTY, View, locate, property_hits

if TYPE_CHECKING:
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.context import Context
    from factcheck.matching.facts import Fact
    from factcheck.matching.vocabulary import Around

NAME_LENGTH = 3  # a term so long hardly stands beside its subject by chance
_CALLED = pattern(r"(?:,|也|就|正)?(?:名叫|叫作|叫做|叫|是|为|:)$")
_PRONOUN = pattern(r"(?:他|她|其|也|还|并|同时|又|兼)(?:也|还|同时|便)?(?:是|担任|任|为|发起|创办)?")
_BY_WHOM = pattern(r"(?:是|由|正是)(?:他|她)")
_WORK = pattern(r"(?:它|该[片书剧作]|这[部本][片书剧]?)(?:也|还|又)?")


def judge_swapped(
    text: Text, clause: Clause, fact: Fact, context: Context, words: Around
) -> Judgement | None:
    """Another person given what the claim gives to one: all else is the claim's, the person is not."""
    if (
        not isinstance(fact.value, TermValue)
        or fact.value.is_list
        or clause.modality.kind
        or clause.negations
    ):
        return None
    if not any(is_person(name) for name in fact.subjects):
        return _given_to_another(text, clause, fact, context, words)
    others = [m for m in context.rivals.named(clause, fact) if is_person(m.text)]
    found = locate(text.folded, clause, fact.value.members[0])
    value = fact.value.members[0][0]
    if len(others) != 1 or found is None or len(value) < NAME_LENGTH:
        return None
    other = others[0]
    agreement = property_agreement(words, fact, clause)
    if is_place(value):  # 盖宝村的第一书记许明, where the claims tell of the village's own
        post = _CALLED.sub("", text.folded[found[1] : other.start].removeprefix("的"))
        return (
            _another(fact, other, agreement) if is_sole_post(post) and post in context.kin_of(fact) else None
        )
    if is_post(value):
        holds = is_sole_post(value) and is_beside(found, other) and not is_of_past(text.folded, found[0])
        return _another(fact, other, agreement) if holds and _tells_where(value) else None
    spelled = any(hit.end - hit.start > 1 for hit in property_hits(text.folded, clause, fact, words))
    return _another(fact, other, agreement) if agreement >= SURE_PROPERTY or spelled else None


def _given_to_another(
    text: Text, clause: Clause, fact: Fact, context: Context, words: Around
) -> Judgement | None:
    """Another body given what bears a name of its own, an event or a programme, and the claim gives to one."""
    assert isinstance(fact.value, TermValue)
    value = fact.value.members[0][0]
    found = locate(text.folded, clause, fact.value.members[0])
    named = found is not None and any(m.start <= found[0] < m.end for m in clause.mentions)
    others = [m for m in context.rivals.named(clause, fact) if m.kind == "organization"]
    body = is_place(value) or (is_organization(value) and "》" not in value)
    if not named or len(others) != 1 or len(value) <= NAME_LENGTH or body:
        return None
    agreement = property_agreement(words, fact, clause)
    hits = property_hits(text.folded, clause, fact, words)
    return _another(fact, others[0], agreement) if agreement >= SURE_PROPERTY and hits else None


def _another(fact: Fact, other: Mention, score: float) -> Judgement:
    return Judgement(other.start, other.end, Verdict.REFUTED, Reason.SUBJECT, fact, other.text, score)


def is_beside(found: tuple[int, int], person: Mention) -> bool:
    return found[1] == person.start or person.end == found[0]


def _tells_where(post: str) -> bool:
    """Whether a post tells the body or the place where it is held (澜州市市长, not 驻村第一书记)."""
    body = post.removesuffix(title_of(post))
    return any(is_organization(word) or is_place(word) for word in (body, *tokenize(body)))


_RANKS = ("常务副", "副", "代理", "代", "名誉", "执行", "候任")
_WON = ("冠军", "金牌", "夺冠", "胜者", "获胜")
_BEATS = (
    "战胜",
    "击败",
    "力克",
    "淘汰",
    "险胜",
    "完胜",
    "横扫",
    "轻取",
    "逆转",
    "力压",
    "战胜了",
    "击败了",
    "淘汰了",
)
_TAKES_IT = pattern(r"担任|出任|兼任|接任")


def holds_another(view: View, start: int, end: int) -> bool:
    """Whether the claim tells who holds a post, and the clause gives the person there another one."""
    posts = [name for name in view.fact.spellings if is_post(name)]
    if not any(map(is_sole_post, posts)) or not is_person(view.folded[start:end]):
        return False
    if view.hits and _TAKES_IT.match(view.folded, end) and "由" in view.folded[view.hits[0].end : start]:
        return False  # 组委会主任由市体育局局长段某担任
    post = post_beside(view.folded, view.clause, start, end)
    return bool(post) and not any(is_same_post(post, own) for own in posts)


def held_otherwise(view: View, start: int, end: int) -> Span | None:
    """Where the clause gives the person another rank of the post in the claim's own body (某会副主席 for 主席)."""
    post = post_beside(view.folded, view.clause, start, end)
    at = start - len(post)
    if not post or not view.folded.startswith(post, at):
        return None
    of_the_body = any(m.end == at and m.name in view.fact.called for m in view.clause.mentions)
    rank, title = _ranked(post)
    held = [own for own in map(_ranked, view.fact.spellings) if own[1] == title]
    return Span(at, end) if of_the_body and held and all(own != rank for own, _ in held) else None


def _ranked(post: str) -> tuple[str, str]:
    """The rank of a post (代理 of 代理主席), "" for none, and its title; 前 and 原 tell of another time."""
    title = title_of(post)
    head = post.removesuffix(title)
    rank = next((r for r in _RANKS if title.startswith(r) or head.endswith(r)), "")
    return rank, title.removeprefix(rank)


def is_beaten(view: View, start: int) -> bool:
    """Whether the winner that the claim tells of is the one beaten here (乙战胜甲夺得冠军)."""
    won = any(word in name for name in view.fact.spellings for word in _WON)
    return won and view.folded.endswith(_BEATS, view.clause.start, start)


def is_held_elsewhere(view: View, start: int) -> bool:
    """Whether the post is that of a place which claims know, but not of this person (盖宝村的第一书记)."""
    end = start - view.folded.startswith("的", start - 1)
    place = next((m for m in view.clause.mentions if m.end == end and m.kind == "known"), None)
    return place is not None and is_place(place.text) and place.name not in view.kin


def meant(view: View, value: TermValue, context: Context) -> tuple[int, int] | None:
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
