"""Scores of games in a text: 108:106, 2比1, 21-16. Times of day (19:30) and proportions (1:1000) are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.reading import Text

_SCORE = pattern(
    r"(?<![\d.:%年月日时点分比-])(\d{1,3}) ?[:比—-] ?(\d{1,3})"
    r"(?![\d.%:比—-]|[年月日时点秒号]|小时|万|亿)"
)
_CONTEST = pattern(
    r"[胜负败赢输]|比分|不敌|领先|落后|淘汰|横扫|力克|逆转|战平|逼平|打平|握手言和|告捷|晋级|扳|半场|末节|首节|加时|抢七|主场|客场|决赛|球队|比赛"
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
    if not _CONTEST.search(text.folded, start, end):
        return
    for found in _SCORE.finditer(text.folded, start, end):
        left, right = int(found[1]), int(found[2])
        hour = left < 24 and len(found[2]) == 2 and right < 60
        if hour and ":" in found[0] and _HOUR.search(text.folded, start, found.start()):
            continue
        yield Score(found.start(), found.end(), found[0], (left, right))
