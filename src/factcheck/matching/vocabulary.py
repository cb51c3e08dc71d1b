"""Words held against words: how like they are, and what the words of a draft say of those of the claims.

Words without two characters in common, or a single one at the end, are not alike at all (see
:func:`factcheck.assertion.terms.similarity`), so that each is compared with few others. What a word says of all the
claims' is worked out once.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.assertion.opposites import opposites
from factcheck.assertion.terms import similarity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

ALIKE = 0.6  # likeness of two words that say the same
OPPOSITE = 0.8  # how well a word is said by its opposite
_REMEMBERED = 65536  # words of drafts


class Vocabulary(dict[str, float]):
    """Words, each with how much it counts (0 to 1)."""

    def __init__(self, words: Mapping[str, float]) -> None:
        super().__init__(words)
        self._by_part: dict[str, list[str]] = {}

    def likeness(self, word: str) -> float:
        """How like ``word`` the likest of the words is, whatever it counts, 0 to 1."""
        return max((similarity(word, other) for other in self.akin(word)), default=0.0)

    def says(self, word: str) -> bool:
        """Whether ``word`` or one that says the same is among the words."""
        return word in self or self.likeness(word) >= ALIKE

    def closeness(self, word: str) -> float:
        """The same, each likeness for as much as the word counts."""
        return max((self[other] * similarity(word, other) for other in self.akin(word)), default=0.0)

    def akin(self, word: str) -> Iterator[str]:
        """The words that have a part of ``word``, some more than once."""
        if not self._by_part:
            for other in self:
                for part in _parts(other):
                    self._by_part.setdefault(part, []).append(other)
        return chain.from_iterable(self._by_part.get(part, ()) for part in _parts(word))


def _parts(word: str) -> list[str]:
    """The pairs of neighbouring characters of a word, and the last one of a word of one or two."""
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    return pairs if len(word) > 2 else [*pairs, word[-1:]]


class Lexicon:
    """The words of all claims."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = Vocabulary(dict.fromkeys(words, 1.0))
        self.alike = lru_cache(_REMEMBERED)(self._alike)

    def _alike(self, word: str) -> tuple[tuple[tuple[str, float], ...], tuple[str, ...]]:
        """The claims' words that ``word`` is like, each with how much; and those that it is an opposite of."""
        found = {other: similarity(other, word) for other in set(self._words.akin(word))}
        return (
            tuple((other, likeness) for other, likeness in found.items() if likeness),
            tuple(other for other in opposites(word) if other in self._words),
        )


class Around(dict[str, float]):
    """Words of the draft, each with how near it stands (1 beside the figure), and what they say of the claims'."""

    def __init__(self, words: Mapping[str, float], lexicon: Lexicon) -> None:
        super().__init__(words)
        self._lexicon = lexicon

    def without(self, words: Collection[str]) -> Around:
        """The same but for ``words``."""
        return Around({word: near for word, near in self.items() if word not in words}, self._lexicon)

    @cached_property
    def said(self) -> Mapping[str, float]:
        """How well the nearest words say each word of the claims, 0 to 1; 掉粉 speaks of what 涨粉 speaks of."""
        said: dict[str, float] = {}
        for word, near in self.items():
            alike, opposed = self._lexicon.alike(word)
            for other, likeness in alike:
                if near * likeness > said.get(other, 0.0):
                    said[other] = near * likeness
            for other in opposed:
                if near * OPPOSITE > said.get(other, 0.0):
                    said[other] = near * OPPOSITE
        return said

    @cached_property
    def likeness(self) -> Mapping[str, float]:
        """How like each word of the claims the likest of the words is, wherever it stands, 0 to 1."""
        found: dict[str, float] = {}
        for word in self:
            for other, likeness in self._lexicon.alike(word)[0]:
                if likeness > found.get(other, 0.0):
                    found[other] = likeness
        return found
