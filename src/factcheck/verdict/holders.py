"""Who holds which post: the draft held against what source articles say of the same people.

A post that one person holds, and that an article gives to somebody else, is refuted where the article gives the
draft's person another one; so is the person's own post at another body, or with 副 for without.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import is_sole_post, title_of
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason, Verdict
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.posts import GIVEN
from factcheck.verdict.wording import may_be_one, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.article import Reading
    from factcheck.verdict.wording import Word

_HELD_BY = pattern(r"(?:[就正]?[是为])?")
_AND = pattern(r"[兼和、]?")
_BODY = pattern(r"[^、,;:。的了是为任由兼\s]{2,12}$")
_LONGEST_TITLE = 8
_DEPUTY, _RANKS = "副", frozenset("副总")


class _Holding(NamedTuple):
    """Somebody's post as a clause tells it."""

    person: str
    title: str  # 局长, 副局长
    body: str  # what stands before it (市体育局), "" for nothing
    start: int
    end: int
    clause: Clause


class Holders:
    """The posts that articles give to people."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings

    @cached_property
    def _told(self) -> list[tuple[Reading, _Holding]]:
        return [
            (reading, holding)
            for reading in self._readings
            for sentence in range(len(reading.text.sentences))
            for clause in reading.text.clauses(sentence)
            for holding in _holdings(reading.text, clause)
        ]

    def judge(self, text: Text, clause: Clause) -> list[Judgement]:
        """A refutation of each post in the clause that an article gives to another one."""
        if clause.modality.kind or clause.negations or not self._readings:
            return []
        return [found for mine in _holdings(text, clause) if (found := self._judge(text, mine)) is not None]

    def _judge(self, text: Text, mine: _Holding) -> Judgement | None:
        own = [(reading, h) for reading, h in self._told if h.person == mine.person]
        if not own or not is_sole_post(mine.title.removeprefix(_DEPUTY)):
            return None
        same = [(reading, h) for reading, h in own if h.title == mine.title]
        if any(_may_be_same_body(mine.body, h.body) for _, h in same):
            return None
        others = same or [
            (reading, h)
            for reading, h in self._told
            if h.title == mine.title and h.person != mine.person and _may_be_same_body(mine.body, h.body)
        ]
        if not same and not others:
            others = [(r, h) for r, h in own if _is_deputy(mine, h) and _may_be_same_body(mine.body, h.body)]
        if not others:
            return None
        reading, told = others[0]
        folded = reading.text.folded
        fact = replace(reading.fact(told.clause, 0), expected=folded[told.start : told.end])
        found = text.folded[mine.start : mine.end]
        return Judgement(mine.start, mine.end, Verdict.REFUTED, Reason.TERM, fact, found, 1.0)


def _may_be_same_body(mine: str, theirs: str) -> bool:
    """Whether two bodies may be one: neither told by one of them, or alike."""
    if not mine or not theirs:
        return True
    return mine.endswith(theirs) or theirs.endswith(mine) or may_be_one(mine, theirs)


def _is_deputy(mine: _Holding, theirs: _Holding) -> bool:
    """Whether one of two titles of a person is the other's deputy."""
    short, long = sorted((mine.title, theirs.title), key=len)
    return long == _DEPUTY + short


def _holdings(text: Text, clause: Clause) -> Iterator[_Holding]:
    """The posts that the clause gives to people: 局长甲, 甲是局长, 局长是甲."""
    words = list(read_words(text, clause))
    for at, word in enumerate(words):
        if word.kind != "person":
            continue
        posts = _posts_before(text, words[:at], word.start)
        if not posts and GIVEN.match(text.folded, word.end, clause.end):
            posts = _posts_before(text, words[at + 1 :], clause.end)
        for post in posts:
            yield _holding(text, clause, word, post)


def _posts_before(text: Text, words: Sequence[Word], end: int) -> list[Word]:
    """The posts that stand one by one (董事长兼总经理) right before a place, or are said to be held there (局长是)."""
    found: list[Word] = []
    for word in reversed(words):
        if found and word.start >= end:
            continue  # 新闻 of 副局长、新闻发言人
        between = text.folded[word.end : end]
        if word.kind != "post" or not (_AND.fullmatch(between) if found else _HELD_BY.fullmatch(between)):
            break
        found.append(word)
        title = title_of(text.folded[max(0, word.end - _LONGEST_TITLE) : word.end])
        end = min(word.start, word.end - len(title))
    return found


def _holding(text: Text, clause: Clause, person: Word, post: Word) -> _Holding:
    folded = text.folded
    title = title_of(post.text) or post.text
    start = post.end - len(title)
    rank = folded[max(clause.start, start - 1) : start]
    if rank in _RANKS and not title.startswith(rank):
        start, title = start - 1, rank + title
    body = _BODY.search(folded, clause.start, start)
    return _Holding(
        person.text,
        title,
        body[0] if body else "",
        min(person.start, body.start() if body else start),
        max(person.end, post.end),
        clause,
    )
