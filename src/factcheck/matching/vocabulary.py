"""Words with how much each counts, asked how like another word they are."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.assertion.terms import similarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Vocabulary(dict[str, float]):
    """Words, each with how much it counts (0 to 1).

    Words without a common character are not alike at all, so that a word is compared with few others.
    """

    def __init__(self, words: Mapping[str, float]) -> None:
        super().__init__(words)
        self._by_character: dict[str, list[str]] = {}

    def likeness(self, word: str) -> float:
        """How like ``word`` the likest of the words is, whatever it counts, 0 to 1."""
        return max((similarity(word, other) for other in self._akin(word)), default=0.0)

    def closeness(self, word: str) -> float:
        """The same, each likeness for as much as the word counts."""
        return max((self[other] * similarity(word, other) for other in self._akin(word)), default=0.0)

    def _akin(self, word: str) -> Iterable[str]:
        """The words that have a character of ``word``, some more than once."""
        if not self._by_character:
            for other in self:
                for character in other:
                    self._by_character.setdefault(character, []).append(other)
        return chain.from_iterable(self._by_character.get(character, ()) for character in word)
