"""What stands right before and behind a place: units, hedges, currencies, verbs of change, fixed words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity import lexicon
from factcheck.quantity.han import CHARS
from factcheck.text.tokens import tokenize

if TYPE_CHECKING:
    from factcheck.quantity.lexicon import Unit
    from factcheck.quantity.model import Direction, Hedge

_NUMERALS = frozenset(CHARS + "0123456789")
_FILLERS = "了 达为约"  # between a verb of change and its figure: 增长了约5%
_MEASURES = frozenset(
    ("time", "time:month", "length", "mass", "area", "volume", "multiple", "percent", "percentage_point")
)
_BUILDS = tuple("提最扩缩放增加变较更全")  # with 高, 大, 小 and 国 they make other words
_READ_BACK = 6  # characters that tell 节约 (saved) from 持续约 (lasted about)


class Surroundings:
    """The word lists made ready for looking left and right of a place in a text.

    One for each scan: it remembers its last answer.
    """

    def __init__(self) -> None:
        self._units, self._unit_lengths = lexicon.units()
        self._nouns = lexicon.nouns()
        self._words = lexicon.words()
        self._before, self._before_lengths = lexicon.hedges("before")
        self._after, self._after_lengths = lexicon.hedges("after")
        self._currencies, self._currency_lengths = lexicon.currencies()
        self._directions, self._direction_lengths = lexicon.directions()
        self._negatives = lexicon.negatives()
        self._with_digits = lexicon.negatives_with_digits()
        self._asked: tuple[str, int] = ("", -1)
        self._answer: tuple[int, str, Unit] | None = None

    def hedge_before(self, text: str, end: int) -> tuple[int, Hedge | None]:
        """Where the hedge that ends at ``end`` begins, and its meaning; ``(end, None)`` for none."""
        at = end - 1 if end and text[end - 1] == " " else end
        if at:
            for length in self._before_lengths.get(text[at - 1], ()):
                word = text[at - length : at] if length <= at else ""
                if word in self._before:
                    meaning = self._before[word]
                    if meaning is not None:
                        return at - length, meaning
                    if _is_last_word(word, text[max(0, at - _READ_BACK) : at]):
                        return end, None
        return end, None

    def hedge_after(self, text: str, start: int) -> tuple[int, Hedge | None]:
        """Where the hedge that begins at ``start`` ends, and its meaning; ``(start, None)`` for none."""
        at = start + 1 if text[start : start + 1] == " " else start
        for length in self._after_lengths.get(text[at : at + 1], ()):
            word = text[at : at + length]
            if word in self._after:
                meaning = self._after[word]
                return (at + len(word), meaning) if meaning is not None else (start, None)
        return start, None

    def unit(self, text: str, start: int) -> tuple[int, str, Unit] | None:
        """The longest unit at ``start`` (a space may stand before it): its end, form and meaning."""
        asked, at = self._asked
        if at == start and asked is text:
            return self._answer  # ranges, amounts and the figure itself ask for the same place
        self._asked = (text, start)
        self._answer = self._unit(text, start)
        return self._answer

    def _unit(self, text: str, start: int) -> tuple[int, str, Unit] | None:
        if text[start : start + 1] == " ":
            start += 1
        for length in self._unit_lengths.get(text[start : start + 1], ()):
            form = text[start : start + length]
            unit = self._units.get(form)
            if unit is None:
                continue
            end = start + len(form)
            if form[-1].isascii() and form[-1].isalpha():
                if text[end : end + 1].isascii() and text[end : end + 1].isalnum():
                    continue
            elif text[end - 1 : end + 1] in self._nouns and text[end : end + 2] not in self._words:
                continue
            return end, form, unit
        return None

    def by_form(self, form: str) -> Unit:
        """The unit written ``form``, which must be in the list."""
        return self._units[form]

    def _is_measured(self, text: str, begin: int, end: int) -> bool:
        """Whether 高三 between ``begin`` and ``end`` is no form at school: 提高三成, 楼高三米, 最高三家."""
        unit = self.unit(text, end)
        return unit is not None and (unit[2].dimension in _MEASURES or text[begin - 1 : begin] in _BUILDS)

    def is_noun(self, text: str, start: int) -> bool:
        """Whether a noun that merely starts like a measure word begins at ``start`` (种植户, 条件)."""
        return text[start : start + 2] in self._nouns

    def currency_before(self, text: str, end: int) -> tuple[int, Unit] | None:
        """Where the currency that ends at ``end`` begins (a space may stand between), and its unit."""
        at = end - 1 if end and text[end - 1] == " " else end
        if at:
            for length in self._currency_lengths.get(text[at - 1], ()):
                word = text[at - length : at] if length <= at else ""
                if word in self._currencies:
                    return at - length, self._currencies[word]
        return None

    def direction(self, text: str, end: int) -> Direction:
        """The direction of the verb of change that ends at ``end``; a hedge may stand between."""
        for _ in range(2):
            while end and text[end - 1] in _FILLERS:
                end -= 1
            if not end:
                return ""
            for length in self._direction_lengths.get(text[end - 1], ()):
                word = text[end - length : end] if length <= end else ""
                if word in self._directions:
                    return self._directions[word]
            end, meaning = self.hedge_before(text, end)
            if meaning is None:
                return ""
        return ""

    def may_be_number_free(self, text: str, start: int) -> bool:
        """Whether digits at ``start`` can belong to a word without number (双11)."""
        return (
            text[start : start + 2] in self._with_digits or text[start - 1 : start + 1] in self._with_digits
        )

    def number_free(self, text: str, start: int) -> int:
        """The end of the word without number that holds the numeral at ``start``, 0 when none does.

        Negative when the word begins before the numeral (统一, 万一): then nothing else can be read there.
        """
        if start and text[start - 1] in _NUMERALS:
            return 0
        best = 0
        for pair in (text[start : start + 2], text[start - 1 : start + 1] if start else ""):
            for word, offset, yields in self._negatives.get(pair, ()):
                begin, end = start - offset, start - offset + len(word)
                if end < abs(best) or (end == -best) or begin < 0 or not text.startswith(word, begin):
                    continue
                if text[end - 1] in _NUMERALS and text[end : end + 1] in _NUMERALS:
                    continue
                if yields and self._is_measured(text, begin, end):
                    continue
                best = -end if offset else end
        return best


def _is_last_word(word: str, stretch: str) -> bool:
    """Whether ``stretch`` really ends in ``word``, not in another word and a hedge (募集约, 持续约)."""
    return word == stretch or tokenize(stretch)[-1].endswith(word)
