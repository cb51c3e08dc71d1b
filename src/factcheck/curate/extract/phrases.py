"""Noun phrases and enumerations of a clause, by the dictionary's word classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.text.lexicon import words
from factcheck.text.tokens import tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text

_SEPARATORS = frozenset({"、", "和", "与", "及", "以及", "跟", "》《"})
_QUOTES = frozenset("“”‘’\"'《》")
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
    return found


def _kind(word: str) -> str:
    if word in _SEPARATORS:
        return "S"
    if word in {"等", "等等"}:
        return "E"
    if word in {"的", "之"}:
        return "O"
    if word in words("factcheck.curate.extract", "verbs.txt"):
        return "W"
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
    token = tokens[at]
    if token.kind in {"N", "A"}:
        return True
    following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    return token.kind == "V" and at > 0 and tokens[at - 1].kind == "N" and following == "N"


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
        if et_cetera:
            end = _forward(tokens, at + 1)
            start = at + 1
            while start < end and tokens[start].kind == "O":
                start += 1
            head = folded[tokens[start].start : tokens[end - 1].end] if start < end else ""
        listed = len(members) > 1 or (members and et_cetera and head)
        if listed and all(1 <= len(member.text) <= LONGEST for member in members):
            yield Enumeration(tuple(members), et_cetera, head, first - 1)
        at += 1


def _backward(tokens: Sequence[Token], last: int) -> int:
    """Where the member that ends with token ``last`` begins."""
    at = last
    if tokens[at].kind == "V" and (not at or tokens[at - 1].kind not in {"N", "A"}):
        return at  # an activity by itself: 健身、游泳
    if tokens[at].kind == "V" and at and tokens[at - 1].kind in {"N", "A"}:
        at -= 1
    while at >= 0 and tokens[at].kind in {"N", "A"} | ({"V"} if _between_nouns(tokens, at) else set()):
        at -= 1
    return at + 1 if tokens[last].kind in {"N", "A", "V"} else last + 1


def _forward(tokens: Sequence[Token], first: int) -> int:
    """Past the member that begins with token ``first``."""
    at = first
    while at < len(tokens) and (
        tokens[at].kind in {"N", "A", "V"} or (tokens[at].kind == "O" and at > first)
    ):
        if tokens[at].kind == "V" and at > first and at + 1 < len(tokens) and tokens[at + 1].kind == "O":
            break  # 养殖|相关的课程
        at += 1
    while at > first and tokens[at - 1].kind == "O":
        at -= 1
    return at


def _between_nouns(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == "N" and tokens[at + 1].kind == "N"
