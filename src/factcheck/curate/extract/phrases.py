"""Noun phrases and enumerations of a clause, by the dictionary's word classes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.text.lexicon import words
from factcheck.text.tokens import tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text

_PACKAGE = "factcheck.curate.extract"
_SEPARATORS = frozenset({"、", "和", "与", "及", "以及", "跟", "》《"})
_QUOTES = frozenset("“”‘’\"'《》")
COPULAS = frozenset({"是", "为", "包括", "包含", "有", "涵盖", "不乏", "还有"})
_RELATED = frozenset({"相关", "有关"})
_PERSONS = frozenset("人者户商")  # 传承|人, 经营|者: the verb is part of the noun
_NOUNS = ("n", "vn", "an", "j", "l", "i", "s", "eng", "q")
_ADJECTIVES = ("a", "b", "z", "f", "h", "k")
LONGEST = 24  # characters of one phrase


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name or a number of a clause.

    ``kind``: N noun, A adjective, V verb, W verb of ``verbs.txt``, Q figure, D date, S separator of an
    enumeration, E 等, O 的, X anything else.
    """

    text: str
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of tokens that names something; ``before`` is the number of the token in front of it."""

    text: str
    start: int
    end: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Enumeration:
    """甲、乙和丙等: its members, whether it ends in 等, and the phrase that names them all, if any."""

    members: tuple[Phrase, ...]
    open: bool
    head: str
    before: int  # number of the token in front


def read_tokens(text: Text, clause: Clause) -> list[Token]:
    """The tokens of a clause; known names, quantities and dates are one token each."""
    names = [m for m in clause.mentions if m.kind != "place"]
    whole = [(q.start, q.end, "Q") for q in clause.figures] + [(q.start, q.end, "D") for q in clause.dates]
    whole += [(m.start, m.end, "N") for m in names]
    found: list[Token] = []
    position = clause.start
    for start, end, kind in [*sorted(whole), (clause.end, clause.end, "")]:
        if start < position:
            continue
        for word in tokenize(text.folded[position:start]):
            if word.strip() and word not in _QUOTES:
                found.append(Token(word, position, position + len(word), _kind(word)))
            position += len(word)
        if kind:
            found.append(Token(text.folded[start:end], start, end, kind))
        position = max(position, end)
    for verb, suffix in pairwise(found):
        if verb.kind in {"V", "W"} and suffix.text in _PERSONS and verb.end == suffix.start:
            found[found.index(verb)] = replace(verb, kind="N")
            found[found.index(suffix)] = replace(suffix, kind="N")
    return found


def is_preposition(token: Token) -> bool:
    """Whether the noun behind it is no object of the clause's verb: 向, 给, 为, 从."""
    return token.kind == "X" and word_class(token.text) == "p"


def _kind(word: str) -> str:
    if word in _SEPARATORS:
        return "S"
    if word in {"等", "等等"}:
        return "E"
    if word in {"的", "之"}:
        return "O"
    if word in words(_PACKAGE, "nouns.txt"):
        return "N"
    if word in _RELATED:
        return "A"
    verbs = words(_PACKAGE, "verbs.txt")
    if word in verbs or (
        len(word) == 4 and word[2:] in verbs and word_class(word[:2]).startswith(("a", "d"))
    ):
        return "W"  # 探索, 积极探索
    found = word_class(word)
    if found in {"vn", "x"} and not any(char.isalnum() for char in word):
        return "X"
    if found.startswith(("n", "eng")) or found in _NOUNS:
        return "N"
    if found in _ADJECTIVES:
        return "A"
    if found.startswith("v"):
        return "V"
    if found == "x" and any(char.isalnum() for char in word):
        return "N"
    return "X"


def phrases(tokens: Sequence[Token], folded: str) -> Iterator[Phrase]:
    """The noun phrases: adjectives and nouns, with a verb between two nouns as part of the name."""
    at = 0
    while at < len(tokens):
        if tokens[at].kind not in {"N", "A"}:
            at += 1
            continue
        end = at
        led = at > 0 and tokens[at - 1].kind == "W"
        while end < len(tokens) and _joins(tokens, end) and not (led and tokens[end].kind == "V"):
            end += 1
        while end > at and tokens[end - 1].kind == "A":
            end -= 1
        if end > at:
            yield _phrase(tokens, folded, at, end)
        at = max(end, at + 1)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].kind in {"N", "A"}:
        return True
    return _is_inside(tokens, at)


def _is_inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands between two nouns and may be part of one name: 发型|修剪|知识."""
    if not 0 < at < len(tokens) - 1 or tokens[at].kind != "V" or _links(tokens[at].text):
        return False
    return tokens[at - 1].kind == "N" and tokens[at + 1].kind == "N"


def _links(verb: str) -> bool:
    """Whether a verb only links, or its object is no fact by itself: 不乏, 设有, 让."""
    return verb in COPULAS or verb.endswith(("有", "是", "为")) or verb in words(_PACKAGE, "light.txt")


def _phrase(tokens: Sequence[Token], folded: str, start: int, end: int) -> Phrase:
    left, right = tokens[start].start, tokens[end - 1].end
    return Phrase(folded[left:right].strip("“”‘’\"'《》 "), left, right, start - 1, end)


def enumerations(tokens: Sequence[Token], folded: str) -> Iterator[Enumeration]:
    """Enumerations of two members and more, and 甲等乙, which names one example."""
    at = 0
    while at < len(tokens):
        if tokens[at].kind not in {"S", "E"} or not at:
            at += 1
            continue
        first = _backward(tokens, at - 1)
        members = [_phrase(tokens, folded, first, at)] if first < at else []
        while at < len(tokens) and tokens[at].kind == "S":
            end = _forward(tokens, at + 1)
            if end == at + 1:
                break
            members.append(_phrase(tokens, folded, at + 1, end))
            at = end
        et_cetera = at < len(tokens) and tokens[at].kind == "E"
        head = ""
        if et_cetera or is_relative(tokens, at):
            start = at + 1
            while start < len(tokens) and tokens[start].kind == "O":
                start += 1
            end = _forward(tokens, start)
            head = folded[tokens[start].start : tokens[end - 1].end] if start < end else ""
        listed = len(members) > 1 or (members and et_cetera and head)
        told = et_cetera or (first and _links(tokens[first - 1].text))
        if not told and _deeds(tokens, members[1:]):
            listed = False
        if listed and all(1 <= len(member.text) <= LONGEST for member in members):
            yield Enumeration(tuple(members), et_cetera, head, first - 1)
        at += 1


def is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether 相关的 stands there: what follows names all that was listed (种植、养殖相关的课程)."""
    return at + 1 < len(tokens) and tokens[at].text in _RELATED and tokens[at + 1].kind == "O"


def _deeds(tokens: Sequence[Token], members: Sequence[Phrase]) -> bool:
    """Whether a member is what somebody does, not what something is called: 增加当地就业."""
    return any(
        tokens[m.before + 1].kind in {"V", "W"} and m.after - m.before > 2  # more than the verb alone
        for m in members
    )


def _backward(tokens: Sequence[Token], last: int) -> int:
    """Where the member that ends with token ``last`` begins."""
    at = last
    if tokens[at].kind in {"V", "W"} and (not at or tokens[at - 1].kind not in {"N", "A"}):
        return at  # an activity by itself: 健身、游泳
    if tokens[at].kind == "V" and at and tokens[at - 1].kind in {"N", "A"}:
        at -= 1
    while at >= 0 and (tokens[at].kind in {"N", "A"} or _between_nouns(tokens, at)):
        at -= 1
    return at + 1 if tokens[last].kind in {"N", "A", "V"} else last + 1


def _forward(tokens: Sequence[Token], first: int) -> int:
    """Past the member that begins with token ``first``."""
    at = first
    while at < len(tokens) and (
        tokens[at].kind in {"N", "A", "V"} or (tokens[at].kind == "O" and at > first)
    ):
        following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if is_relative(tokens, at) or (tokens[at].kind == "V" and at > first and following in {"O", "A"}):
            break  # 养殖|相关的课程, 家乡|保持深厚的联系
        at += 1
    while at > first and tokens[at - 1].kind == "O":
        at -= 1
    return at


def _between_nouns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb is part of a name (发型|修剪|知识), not the clause's: 向用户|学习|知识."""
    if not _is_inside(tokens, at):
        return False
    before = at - 1
    while before >= 0 and tokens[before].kind in {"N", "A"}:
        before -= 1
    return before < 0 or not is_preposition(tokens[before])
