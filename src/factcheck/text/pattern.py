"""Regular expressions that are compiled when they are first used.

A class of Chinese characters takes a tenth of a millisecond to compile, all expressions of a run together as long as
its claims take to read; and of one page's checks about half of them are ever asked.
"""

from __future__ import annotations

import re
from typing import cast


class _Pattern:
    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        """The compiled expression's own ``match``, ``search`` …, kept here from then on."""
        asked = getattr(re.compile(self._source), name)
        setattr(self, name, asked)
        return asked


def pattern(source: str) -> re.Pattern[str]:
    """What ``re.compile(source)`` gives, made at its first use; what is wrong with it shows then."""
    return cast("re.Pattern[str]", _Pattern(source))
