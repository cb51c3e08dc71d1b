"""What the user may have meant by a word that nothing goes by."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def did_you_mean(word: str, known: Sequence[str], *, most: int = 1) -> str:
    """The nearest of ``known`` as the tail of a complaint, or all of them where none is near."""
    near = difflib.get_close_matches(word, known, n=most, cutoff=0.5)
    return f"，是不是 {'、'.join(near)}？" if near else f"，可用的有：{'、'.join(known)}"
