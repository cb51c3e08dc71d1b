"""What the scan knows while it walks: the text, what it found, and the dates it has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from factcheck.quantity.lookup import Surroundings
    from factcheck.quantity.model import Quantity


class State:
    """The walk over one text."""

    __slots__ = ("day", "found", "last", "month", "original", "reference", "text", "words", "year")

    def __init__(self, original: str, text: str, reference: date | None, words: Surroundings) -> None:
        self.original = original
        self.text = text
        self.reference = reference
        self.words = words
        self.found: list[Quantity] = []
        self.year: int | None = None  # the year written last
        self.month: int | None = None  # the month written last
        self.day: date | None = (
            None  # the last day of the date written last with year and month, as far as known
        )
        self.last: tuple[date, date] | None = None  # the period named last
