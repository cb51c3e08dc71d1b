"""Posts beside their holders: which one a clause gives somebody, and whether it is still held."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.assertion.names import title_of
from factcheck.text.lexicon import rows
from factcheck.text.pattern import pattern
from factcheck.verdict.phrases import Filler

if TYPE_CHECKING:
    from factcheck.assertion.reading import Clause
    from factcheck.matching.facts import Fact

_HOLDS = pattern(r"(?:的?(?:身份|职务|职位))?(?:是|为|担任|任|系|出任|,|现任)")
_BODIES = ("organization", "media", "place")
GIVEN = pattern(r"(?:则|也|将|已|又|还|正式|继续|仍)*(?:是|为|担任|任|系|出任|现任|就任|当选|接任|继任)")
_LINK = pattern(r"(?:一职|职务)?(?:则|也|仍|继续)?(?:是|为|由|叫|名叫|:)$")
_WHICH = pattern(r"(?:首任|第[一二三四五六七八九十]+任|历任|[时前原]任?|代理?|名誉|常务|执行|候任|副)$")
_PAST = pattern(r"此前|之前|曾任|曾经|曾是|曾为|曾担任|原任|历任|前任|卸任|辞去|辞任|离任|不再")
_FORMER = ("时任", "原", "前", "曾任", "历任")
_HELD_NEAR = 20  # characters between a person and the post
_POST_IS = pattern(r"(?:职务|身份|职位|头衔|职称)(?:也|却|则|一直|仍)?(?:是|为)")


def other_post(folded: str, clause: Clause, fact: Fact) -> Filler | None:
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
        if not people and (told := _POST_IS.search(folded, clause.start, start)) and start - told.end() <= 4:
            return Filler(told.end(), end, folded[told.end() : end])
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
        holds = GIVEN.match(folded, end, clause.end)
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


def is_of_past(folded: str, at: int) -> bool:
    """Whether the post at that place is one that somebody had before (时任国家统计局局长)."""
    return folded[max(0, at - 2) : at].endswith(_FORMER)


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
    known = any(fact.tells_of(m) for m in clause.mentions if start <= m.start < title)
    return bodies[0].start if bodies and not known else None


@cache
def _titles() -> tuple[str, ...]:
    """Titles without their 副, the longest first; a founder may hold any post."""
    titles = (title for title, kind in rows("factcheck.text", "titles.tsv") if kind != "founder")
    return tuple(sorted((title for title in titles if title[0] != "副"), key=len)[::-1])
