"""Length-preserving folding: the same text in simplified characters and half-width signs.

Every character becomes exactly one character, so an offset into the folded text is an offset into the
user's own. Full-width ASCII becomes ASCII (``，`` → ``,``), corner brackets become ``“”``/``‘’``, and
traditional characters become simplified ones by OpenCC's character table.
"""

from __future__ import annotations

from functools import cache

from factcheck.text.lexicon import read

_SIGNS = {
    "　": " ",
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u202f": " ",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹁": "“",
    "﹂": "”",
    "＂": '"',
    "〈": "《",
    "〉": "》",
    "•": "·",
    "‧": "·",
    "・": "·",
    "〜": "~",
    "∼": "~",
    "–": "—",
    "―": "—",
    "─": "—",
    "−": "-",
    "∶": ":",
    "﹕": ":",
    "﹪": "%",
    "￥": "¥",
    "○": "〇",
    "◯": "〇",
    "﹐": ",",
}


@cache
def _table() -> dict[int, int]:
    lines = read("factcheck.text", "t2s.txt").splitlines()
    table: dict[int, int] = str.maketrans(*(line for line in lines if not line.startswith("#")))
    table.update({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    table.update({ord(old): ord(new) for old, new in _SIGNS.items()})
    return table


def fold(text: str) -> str:
    """Return ``text`` folded, of exactly the same length in code points."""
    return text.translate(_table())
