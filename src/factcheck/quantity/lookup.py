"""What stands right before and right behind a place: hedges, units, currencies, verbs of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity import lexicon

if TYPE_CHECKING:
    from factcheck.quantity.lexicon import Unit
    from factcheck.quantity.model import Direction, Hedge



class Surroundings:
    """The word lists made ready for looking left and right of a place in a text."""

    def __init__(self) -> None:
        self._units, self._unit_lengths = lexicon.units()
        self._nouns = lexicon.nouns()
        self._before, self._before_lengths = lexicon.hedges("before")
        self._after, self._after_lengths = lexicon.hedges("after")
        self._currencies, self._currency_lengths = lexicon.currencies()
        self._directions, self._direction_lengths = lexicon.directions()

    def hedge_before(self, text: str, end: int) -> tuple[int, Hedge | None]:
        """Where the hedge that ends at ``end`` begins, and its meaning; ``(end, None)`` when there is none."""
        at = end - 1 if end and text[end - 1] == " " else end
        if not at:
            return end, None
        for length in self._before_lengths.get(text[at - 1], ()):
            if length <= at:
                word = text[at - length : at]
                if word in self._before:
                    meaning = self._before[word]
                    return (at - length, meaning) if meaning else (end, None)
        return end, None

    def hedge_after(self, text: str, start: int) -> tuple[int, Hedge | None]:
        """Where the hedge that begins at ``start`` ends, and its meaning; ``(start, None)`` when there is none."""
        at = start + 1 if text[start : start + 1] == " " else start
        for length in self._after_lengths.get(text[at : at + 1], ()):
            word = text[at : at + length]
            if word in self._after:
                meaning = self._after[word]
                return (at + len(word), meaning) if meaning else (start, None)
        return start, None

    def unit(self, text: str, start: int) -> tuple[int, str, Unit] | None:
        """The longest unit that begins at ``start`` (one space may stand before it): its end, form and meaning."""
        if text[start : start + 1] == " ":
            start += 1
        for length in self._unit_lengths.get(text[start : start + 1], ()):
            form = text[start : start + length]
            unit = self._units.get(form)
            if unit is None:
                continue
            end = start + len(form)
            if form[-1].isascii() and form[-1].isalpha():
                if end < len(text) and text[end].isascii() and text[end].isalnum():
                    continue
            elif text[end - 1 : end + 1] in self._nouns:
                if len(form) == 1:
                    return None
                continue
            return end, form, unit
        return None

    def is_noun(self, text: str, start: int) -> bool:
        """Whether a noun that merely starts like a measure word begins at ``start`` (种植户, 条件)."""
        return text[start : start + 2] in self._nouns

    def by_form(self, form: str) -> Unit:
        """The unit written ``form``, which must be in the list."""
        return self._units[form]

    def currency_before(self, text: str, end: int) -> tuple[int, Unit] | None:
        """The currency sign or code that ends at ``end`` (one space may stand between)."""
        at = end - 1 if end and text[end - 1] == " " else end
        if not at:
            return None
        for length in self._currency_lengths.get(text[at - 1], ()):
            word = text[at - length : at] if length <= at else ""
            if word in self._currencies:
                return at - length, self._currencies[word]
        return None

    def direction(self, text: str, end: int) -> Direction:
        """The direction of the verb of change that ends at ``end``."""
        for _ in range(2):
            while end and text[end - 1] in "了 达为约":
                end -= 1
            if not end:
                return ""
            for length in self._direction_lengths.get(text[end - 1], ()):
                word = text[end - length : end] if length <= end else ""
                found = self._directions.get(word)
                if found is not None:
                    return found if found == "up" or found == "down" else ""  # type: ignore[return-value]
            start, meaning = self.hedge_before(text, end)
            if meaning is None:
                return ""
            end = start
        return ""
