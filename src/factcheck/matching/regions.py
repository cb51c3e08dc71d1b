"""Words that tell where something counts without naming a place: 全国, 全省, 邻市, 全网."""

from __future__ import annotations

from functools import cache

from factcheck.text.lexicon import rows


@cache
def region_words(kind: str) -> frozenset[str]:
    """Words that tell where without naming a place; ``kind`` as in ``data/regions.tsv``."""
    return frozenset(
        word for word, kinds in rows("factcheck.matching", "regions.tsv") if kind in kinds.split(",")
    )


def tells_region(text: str, kind: str) -> bool:
    """Whether a text has one of those words."""
    return any(word in text for word in region_words(kind))
