"""The words that say what a clause is about, in a form that two writers share.

Function words go, synonyms become one canonical word, and every word gets a weight: how much it helps to
tell one fact from another.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.text.lexicon import rows, words
from factcheck.text.tokens import is_word, tokenize, word_class

_PACKAGE = "factcheck.assertion"
_ADDED = 10  # characters that a longer word may have before the shorter one
_LONGEST_PHRASE = 7  # words; no synonym phrase is cut into more
GENERIC_WEIGHT = 0.4
SINGLE_WEIGHT = 0.5  # a word of one character: 省, 县, 户 tell something, but not much
_COUNTING_TAILS = ("总数", "数量", "总量", "人数", "次数", "数", "量", "总额", "金额")
_PUNCTUATION = frozenset(" \t,.;:!?。、·—-~/|()[]{}<>《》“”‘’\"'+*=@#&^_`…【】\\$%¥℃°")


# Word classes of names and of words that tell one thing from another: nouns, places, times, 国产/同城, unknown words.
_NAMING = frozenset("nstjbxfliz")
_LOCAL = frozenset("省市县区州")
_NAMES = frozenset({"ns", "nz", "nr", "nrt", "nt", "x"})


class Term(NamedTuple):
    """A content word: canonical form, the place of the word in the text, its weight (0 to 1)."""

    text: str
    start: int
    end: int
    weight: float
    naming: bool = False  # a noun or another word that names or distinguishes things, not a verb or adverb


@cache
def _canonical() -> dict[str, str]:
    table: dict[str, str] = {}
    for canonical, *others in rows(_PACKAGE, "synonyms.tsv"):
        for word in (canonical, *" ".join(others).split()):
            table[word] = canonical
    return table


@cache
def _whole() -> tuple[dict[str, str], frozenset[str]]:
    """What is read as one word however it is cut, and how such words begin: phrases of the synonyms, short antonyms."""
    short = {word: word for row in rows(_PACKAGE, "antonyms.tsv") for word in row[:2] if len(word) in {2, 3}}
    table = short | _canonical()
    return table, frozenset(word[:2] for word in table)


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """The canonical form of ``word``: its synonym class, or itself without a counting tail (点赞数 → 点赞)."""
    table = _canonical()
    found = table.get(word)
    if found is not None:
        return found
    for tail in _COUNTING_TAILS:
        if len(word) >= len(tail) + 2 and word.endswith(tail):
            stem = word[: -len(tail)]
            return table.get(stem, stem)
    return word


@cache
def _denials() -> frozenset[str]:
    """Words that deny; whether a clause denies is read apart from what it is about."""
    return frozenset(row[0] for row in rows(_PACKAGE, "negation.tsv") if not row[1].startswith("never"))


@lru_cache(maxsize=65536)
def weigh(word: str) -> float:
    """How much ``word`` tells, from 0 (a function word) to 1."""
    if (
        word in words(_PACKAGE, "stopwords.txt")
        or word in _denials()
        or not word.strip()
        or set(word) <= _PUNCTUATION
    ):
        return 0.0
    if word in words(_PACKAGE, "generic.txt"):
        return GENERIC_WEIGHT
    return SINGLE_WEIGHT if len(word) == 1 else 1.0


def is_body(word: str) -> bool:
    """Whether a word says what kind of organisation a name before it names (大学, 科技, 平台)."""
    return word in words("factcheck.text", "company_kinds.txt") or word in words(
        "factcheck.text", "org_suffixes.txt"
    )


def is_structure(word: str) -> bool:
    """Whether a word says what kind of structure a name before it names (大桥, 隧道)."""
    return word in words("factcheck.text", "structures.txt")


def _is_name(word: str) -> bool:
    """Whether a word that a body's name begins with is a name: the dictionary's, or one that it does not know."""
    known = len(word) > 1 and word_class(word) in _NAMES
    return known or (len(word) == 2 and not is_word(word)) or (len(word) == 3 and word[-1] in _LOCAL)


@cache
def is_proper(name: str) -> bool:
    """Whether ``name`` names one thing (福苗计划, 满江红) and not a kind of thing (流动人口, 总票房).

    Its last word tells: a word that names a measure or a group of things makes a common noun, but not one that
    names a kind of body behind a name (东岭大学, 澜石科技).
    """
    if name.endswith(tuple(words("factcheck.text", "programme_endings.txt"))):
        return True
    pieces = tokenize(name)
    if (
        len(pieces) > 1
        and is_body(pieces[-1])
        and _is_name(pieces[0])
        and not any(map(is_body, pieces[1:-1]))
    ):
        return True
    heads = {name, pieces[-1], "".join(pieces[-2:])}
    generic = words(_PACKAGE, "generic.txt")
    return not any(head in _canonical() or head in generic for head in heads)


def is_listed(word: str) -> bool:
    """Whether the lexicons have ``word``, a phrase that the dictionary may not have (扣非净利润)."""
    return word in _whole()[0]


def is_in_phrase(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` only ends a longer word that says another thing (净利润 in 扣非净利润)."""
    table = _canonical()
    longer = {table.get(text[start - k : end], "") for k in range(1, min(start, _ADDED) + 1)} - {""}
    return bool(longer - {canonical(text[start:end])})


def read_terms(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The terms of ``text[start:end]`` (folded) in order, offsets into ``text``."""
    pieces = tokenize(text[start:end])
    table, heads = _whole()
    terms: list[Term] = []
    index, position = 0, start
    last = len(pieces) - 1
    while index <= last:
        taken, found = 1, ""
        word = joined = pieces[index]
        if index < last and (word if len(word) > 1 else word + pieces[index + 1])[:2] in heads:
            for count, piece in enumerate(pieces[index + 1 : index + _LONGEST_PHRASE], 2):
                joined += piece
                if joined in table:
                    taken, found, word = count, table[joined], joined
        said, weight, naming = (
            _listed(tuple(pieces[index : index + taken]), found) if found else _weighed(word)
        )
        if weight:
            terms.append(Term(said, position, position + len(word), weight, naming))
        index += taken
        position += len(word)
    return terms


@lru_cache(maxsize=65536)
def _weighed(word: str) -> tuple[str, float, bool]:
    """The canonical form of a word, how much it tells, and whether it names things."""
    sort = word_class(word)
    naming = sort[0] in _NAMING or sort == "vn" or word in words(_PACKAGE, "nouns.txt")
    return canonical(word), weigh(word), naming


@lru_cache(maxsize=4096)
def _listed(parts: tuple[str, ...], found: str) -> tuple[str, float, bool]:
    """The same for a listed phrase: 预算收入 is a noun, whatever its last word is alone."""
    naming = any(word_class(part)[0] in _NAMING for part in parts) or word_class("".join(parts)) == "vn"
    return found, weigh(found), naming


@lru_cache(maxsize=262144)
def similarity(left: str, right: str) -> float:
    """How far two canonical words say the same thing, 0 to 1."""
    if left == right:
        return 1.0
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) >= 2 and short in long:
        return 0.8 if long.startswith(short) or long.endswith(short) else 0.6
    if len(short) == 1:
        return 0.5 if long.endswith(short) and len(long) == 2 else 0.0
    if len(short) >= 2 and len(long) <= 4 and short[:2] == long[:2]:
        return 0.6
    return 0.0
