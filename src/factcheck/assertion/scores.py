"""Scores of games in a text: 108:106, 2比1, 21-16. Times of day (19:30) and proportions (1:1000) are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.lexicon import words
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.reading import Text

_SCORE = pattern(
    r"(?<![\d.:%年月日时点分比-])(\d{1,3}) ?[:比—-] ?(\d{1,3})"
    r"(?![\d.%:比—-]|[年月日时点秒号]|小时|万|亿)"
)
_HOUR = pattern(r"(?:[日号天晨早晚上下午夜点于至到]|时间|开赛|开始) ?$")


class Score(NamedTuple):
    """A score as written, and its two sides."""

    start: int
    end: int
    text: str
    sides: tuple[int, int]

    def is_same(self, other: Score) -> bool:
        """Whether the sides are the same, whichever is named first."""
        return sorted(self.sides) == sorted(other.sides)


def read_scores(text: Text, start: int, end: int) -> Iterator[Score]:
    """The scores that stand between two places of a text; only what is told of a contest has any."""
    stretch = text.folded[start:end]
    if not any(word in stretch for word in words("factcheck.assertion", "contests.txt")):
        return
    for found in _SCORE.finditer(text.folded, start, end):
        left, right = int(found[1]), int(found[2])
        hour = left < 24 and len(found[2]) == 2 and right < 60
        if hour and ":" in found[0] and _HOUR.search(text.folded, start, found.start()):
            continue
        yield Score(found.start(), found.end(), found[0], (left, right))
