"""What lies behind a finding, for those who ask: the parts side by side, what was inherited, and who lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Part(StrEnum):
    """The parts of an assertion and of a claim."""

    SUBJECT = "subject"
    PROPERTY = "property"
    VALUE = "value"
    SCOPE = "scope"
    PERIOD = "period"


class Where(StrEnum):
    """Where an assertion has a part from that it does not say itself."""

    SENTENCE = "sentence"  # another clause of the sentence
    PARAGRAPH = "paragraph"  # another sentence of the paragraph
    DOCUMENT = "document"  # another paragraph
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Row:
    """One part: the draft's words and the claim's, ``""`` where one leaves it open.

    ``agreement`` goes from 0 (another one) to 1 (the same); ``None`` where there is nothing to compare.
    """

    part: Part
    draft: str
    claim: str
    agreement: float | None


@dataclass(frozen=True, slots=True)
class Inherited:
    """A part that the asserting clause leaves out: the words that give it, at code points of the draft."""

    part: Part
    words: str
    where: Where
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A claim that was looked at and not taken; ``score`` is 0 to 1, ``why`` a few words in Chinese."""

    claim: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one finding came about; ``claim`` is the id of the claim compared, ``""`` where there is none."""

    claim: str
    rows: tuple[Row, ...]
    inherited: tuple[Inherited, ...]
    runners_up: tuple[RunnerUp, ...]

    def moved(self, span: Callable[[int, int], tuple[int, int]]) -> Explanation:
        """The same for a text in which ``span`` tells where each stretch stands."""
        inherited = []
        for one in self.inherited:
            start, end = span(one.start, one.end)
            inherited.append(replace(one, start=start, end=end))
        return replace(self, inherited=tuple(inherited))
