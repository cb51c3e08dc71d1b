"""Words of which one cannot stand for the other: 增长 and 下降, 城镇 and 农村."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.assertion.terms import canonical
from factcheck.text.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Collection


@cache
def _pairs() -> dict[str, dict[str, str]]:
    """Word → its opposites → the kind of opposition."""
    table: dict[str, dict[str, str]] = {}
    for left, right, kind in rows("factcheck.assertion", "antonyms.tsv"):
        for one, other in ((left, right), (right, left)):
            for form in {one, canonical(one)}:
                table.setdefault(form, {}).update({other: kind, canonical(other): kind})
    return table


@cache
def opposites(word: str) -> tuple[str, ...]:
    """The words that say the same thing the other way round (涨粉: 掉粉); not those of another thing."""
    return tuple(other for other, kind in _pairs().get(word, {}).items() if kind != "category")


def opposition(word: str, others: Collection[str]) -> str:
    """How ``word`` stands against ``others``: ``direction``, ``polarity``, ``category``, or "" when it does not.

    A word that the others hold themselves is opposed to none of them.
    """
    if word in others:
        return ""
    opposites = _pairs().get(word)
    if not opposites:
        return ""
    return next((kind for other, kind in opposites.items() if other in others and other != word), "")
