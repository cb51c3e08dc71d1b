"""Words of a text, by jieba's segmentation.

jieba is the reference and always works; ``rjieba`` cuts the same way, loads twenty times faster and is
used where it is installed. The environment variable ``FACTCHECK_TOKENIZER`` (``jieba`` or ``rjieba``)
picks either. jieba's cache in the shared temporary folder is neither read nor written: a file that
someone else left there would change the segmentation.
"""

from __future__ import annotations

import os
import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


_LEADING = frozenset("由比他她它我你您其再又也都还就才已均则将仅只后")  # before a verb
_LEAST = "最不"
_TRAILING = frozenset("了着过起")  # behind one


class Tokenizer(NamedTuple):
    """A segmentation and its dictionary."""

    cut: Callable[[str], list[str]]
    knows: Callable[[str], bool]
    tag: Callable[[str], str]


class TokenizerError(Exception):
    """``FACTCHECK_TOKENIZER`` names a tokeniser that does not exist or is not installed."""


def tokenize(text: str) -> list[str]:
    """The words of ``text`` in order; joined they give ``text`` back."""
    return [part for word in _tokenizer().cut(text) for part in _parted(word)]


@lru_cache(maxsize=65536)
def _parted(word: str) -> tuple[str, ...]:
    """A word, or those that were taken for one: 他种, 后种, 种起, 最不爱播 are in no dictionary and no names."""
    if word.startswith(_LEAST) and len(word) > len(_LEAST) and not is_word(word):
        return word[0], word[1], word[2:]
    if len(word) != 2 or not (word[0] in _LEADING or word[1] in _TRAILING) or is_word(word):
        return (word,)
    return word[0], word[1]


def is_word(text: str) -> bool:
    """Whether the dictionary has ``text``; a name that few texts mention it has not."""
    return _tokenizer().knows(text)


@lru_cache(maxsize=65536)
def word_class(word: str) -> str:
    """The dictionary's word class of ``word`` (n noun, v verb, ns place …, after ICTCLAS); ``x`` for none.

    A word that the dictionary does not have is of its last character's class: the head of a Chinese word
    stands last. (rjieba has a guess of its own, which jieba has not and which takes 20 ms to make ready.)
    """
    tokenizer = _tokenizer()
    known = next((part for part in (word, word[-1:]) if tokenizer.knows(part)), "")
    return tokenizer.tag(known) if known else "x"


def may_be(word: str, *classes: str) -> bool:
    """Whether ``word`` is of one of those classes, or the dictionary has it not, as it has few names."""
    return not is_word(word) or word_class(word).startswith(classes)


@cache
def _tokenizer() -> Tokenizer:
    wanted = os.environ.get("FACTCHECK_TOKENIZER", "")
    if wanted not in {"", "jieba", "rjieba"}:
        raise TokenizerError(f"FACTCHECK_TOKENIZER={wanted}：只能是 jieba 或 rjieba")
    if wanted != "jieba":
        try:
            return _rjieba()
        except ImportError:
            if wanted:
                raise TokenizerError("FACTCHECK_TOKENIZER=rjieba，但没有安装 rjieba") from None
    return _jieba()


def _rjieba() -> Tokenizer:
    import rjieba  # noqa: PLC0415 - loads a dictionary

    def tag(word: str) -> str:
        pairs: list[tuple[str, str]] = rjieba.tag(word)
        return pairs[0][1] if len(pairs) == 1 else "x"

    return Tokenizer(rjieba.cut, rjieba.has_word, tag)


def _jieba() -> Tokenizer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes and pkg_resources, on every newer Python
        import jieba  # noqa: PLC0415 - loads a dictionary

    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as dictionary:
        rows = dictionary.read().decode("utf-8").split()
    words = rows[::3]
    tokenizer.FREQ, tokenizer.total = _prefixed(words, list(map(int, rows[1::3])))
    tokenizer.initialized = True
    tags = dict(zip(words, rows[2::3], strict=True))
    return Tokenizer(
        tokenizer.lcut, lambda word: bool(tokenizer.FREQ.get(word)), lambda word: tags.get(word, "x")
    )


def _prefixed(words: list[str], counts: list[int]) -> tuple[dict[str, int], int]:
    """Each word with its count and each beginning of one with 0, and the sum: what jieba reads in twice the time."""
    table = dict(zip(words, counts, strict=True))
    for word in words:
        beginning = word[:-1]
        while beginning and beginning not in table:
            table[beginning] = 0
            beginning = beginning[:-1]
    return table, sum(counts)
