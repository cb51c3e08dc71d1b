"""What stands around a clause, nearest first, and the window of time that it inherits from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.period import Period, is_untold_year, read_period, years_on
from factcheck.text.lexicon import rows
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence
    from datetime import date

    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.facts import Fact
    from factcheck.quantity.model import Quantity

# How near a stretch of text stands to a clause.
NAMED = 1.0  # in the clause itself
SENTENCE = 0.95
PARAGRAPH = 0.85
DOCUMENT = 0.7

_PACKAGE = "factcheck.matching"
_CLAUSES_BACK = 12
_SENTENCES_BACK = 6
_COMPARED = pattern(r"而在?|相比|比|较|上年|去年|前年|上一年|前一年|此前")
_LATER = ("此后", "其后", "之后", "随后", "后来", "再后来")  # no longer at the time told of last
_THAT_YEAR = pattern(r"[那这同当]一?年(?!来|间|后|前|之)")  # the year told of last
_AT_FIRST = pattern(r"头一?年|首年|第一年|当[年时初]|那[年时]|起初|最初|开[馆业]时")
_CAME_TO_BE = pattern(r"(?:建|成立|创办|创立|设立|创建|诞生|落成|出生|生|始)于$")
_BEGAN = pattern(r"(?:正式|刚刚?|便|就|才)?(?:始建|成立|创办|创立|诞生|落成|出生)")
_IT_WAS = pattern(
    r"(?:(?:具体|确切)?(?:时间|日期|日子)|[那这]一?[天年日]?|当时)(?:就|正|便)?(?:是|为|在|定格在|定格于|定在|落在|选在)+"
)
_DONE = pattern(r"的?(?:事|早春|初春|春天|夏天|秋天|冬天|深秋|清晨|早晨|上午|下午|晚上|晚|凌晨|夜里)?")
_DATE_ALONE = 14  # characters of a clause that gives a date and nothing else (2月17日这一天)
_PARAGRAPHS_BACK = 4
_LEAD = 2  # the headline and the paragraph under it say what a text is about


class Unit(NamedTuple):
    """A stretch of text around an assertion and how near it is."""

    nearness: float
    clauses: tuple[Clause, ...]


class Surroundings:
    """Looks around in one text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._first_of: dict[int, int] = {}
        self._units: dict[int, tuple[Unit, ...]] = {}  # by where the clause starts
        self._before: dict[int, tuple[Unit, ...]] = {}  # by paragraph
        self._periods: dict[Hashable, tuple[Period | None, bool]] = {}
        for number, (paragraph, _) in enumerate(text.sentences):
            self._first_of.setdefault(paragraph, number)

    @property
    def dateline(self) -> date | None:
        """The day the draft is dated, where that is known."""
        return self.text.dateline

    def units(self, clause: Clause) -> Iterator[Unit]:
        """The clause, then what stands around it, nearest first."""
        found = self._units.get(clause.start)
        if found is None:
            found = self._units[clause.start] = (*self._near(clause), *self._far(clause.paragraph))
        return iter(found)

    def _near(self, clause: Clause) -> Iterator[Unit]:
        """The clause, what stands around it in its sentence, and the sentences before that in the paragraph."""
        yield Unit(NAMED, (clause,))
        siblings = self.text.clauses(clause.sentence)
        at = siblings.index(clause)
        # 在吉县,姚某… tells of what follows; a clause with a figure tells of its own.
        if at + 1 < len(siblings) and self.text.folded[clause.start] == "在" and not clause.figures:
            yield Unit(SENTENCE, (siblings[at + 1],))
        for other in reversed(siblings[max(0, at - _CLAUSES_BACK) : at]):
            yield Unit(SENTENCE, (other,))
        if not clause.terms:
            for other in siblings[at + 1 : at + 1 + _CLAUSES_BACK]:
                yield Unit(SENTENCE, (other,))
            after = clause.sentence + 1
            if after < len(self.text.sentences) and self.text.sentences[after][0] == clause.paragraph:
                yield Unit(SENTENCE, self.text.clauses(after))
        first = self._first_of[clause.paragraph]
        below = self._first_of.get(clause.paragraph + 1)
        if clause.heading and not clause.paragraph and below is not None:
            for number in range(clause.sentence + 1, below):
                yield Unit(SENTENCE, self.text.clauses(number))
            yield Unit(PARAGRAPH, self.text.clauses(below))  # a headline speaks of what stands under it
        for number in range(clause.sentence - 1, max(first, clause.sentence - _SENTENCES_BACK) - 1, -1):
            yield Unit(PARAGRAPH, self.text.clauses(number))

    def _far(self, paragraph: int) -> tuple[Unit, ...]:
        """The paragraphs before this one, and the lead."""
        found = self._before.get(paragraph)
        if found is None:
            first = self._first_of[paragraph]
            stop = self._first_of.get(max(0, paragraph - _PARAGRAPHS_BACK), 0)
            lead = min(stop, self._first_of.get(_LEAD, stop))
            numbers = (*range(first - 1, stop - 1, -1), *range(lead - 1, -1, -1))
            found = self._before[paragraph] = tuple(Unit(DOCUMENT, self.text.clauses(n)) for n in numbers)
        return found

    def dates(self, clause: Clause) -> tuple[Quantity, ...]:
        """The clause's dates, or else the one that a clause of nothing else gives right before it or after.

        10月16日,…发布; …得到首金,时间是2月6日.
        """
        if clause.dates:
            return clause.dates
        before, after = self.text.before(clause), self.text.after(clause)
        if before is not None and before.dates and before.end - before.start <= _DATE_ALONE:
            return before.dates
        told = after is not None and len(after.dates) == 1 and self._only_says_when(after)
        return after.dates if told and after is not None else ()

    def _only_says_when(self, clause: Clause) -> bool:
        """Whether all that the clause says is when something was (时间定格在8月27日, 那是2017年早春)."""
        day = clause.dates[0]
        folded = self.text.folded
        return bool(
            _IT_WAS.fullmatch(folded, clause.start, day.start)
            and _DONE.fullmatch(folded, day.end, clause.end)
        )

    def period(self, clause: Clause, before: int, fact: Fact | None = None) -> tuple[Period | None, bool]:
        """The window that holds for the clause, and whether its sentence states it.

        A single day in an earlier sentence is when something happened there, and the time of a sentence
        about something else is its own: neither is inherited.
        """
        asked = clause.start, before, fact.subjects if fact is not None else None
        found = self._periods.get(asked)
        if found is None:
            found = self._periods[asked] = self._period(clause, before, fact)
        return found

    def _period(self, clause: Clause, before: int, fact: Fact | None) -> tuple[Period | None, bool]:
        own = read_period(self.text.folded, clause.dates, before) or read_period(
            self.text.folded, clause.dates
        )
        if own is not None:
            return own, True
        if self.text.folded.startswith(_LATER, clause.start):
            return None, False
        siblings = self.text.clauses(clause.sentence)
        so_far = siblings[: siblings.index(clause) + 1]
        if any(is_untold_year(self.text.folded, day) for other in so_far for day in other.dates):
            return None, False
        that_year = _THAT_YEAR.search(self.text.folded, so_far[0].start, before) is not None
        at_first = _AT_FIRST.search(self.text.folded, clause.start, before) is not None
        shift = next((years for other in reversed(so_far) if (years := self._years_on(other))), 0)
        for unit in self.units(clause):
            if unit.nearness == NAMED or (unit.nearness == DOCUMENT and not self._is_heading(unit)):
                continue
            if (
                unit.nearness < SENTENCE
                and fact is not None
                and not that_year
                and self._speaks_anew(clause, unit, fact)
            ):
                continue
            # An earlier sentence begins with its time; what it names later it compares with (上年同期为13.7%).
            for other in reversed(unit.clauses) if unit.nearness >= SENTENCE else unit.clauses:
                if other.start > clause.start and clause.terms:
                    continue
                found = read_period(self.text.folded, other.dates)
                if found is None or (unit.nearness < SENTENCE and self._is_aside(other)):
                    continue
                if not (at_first or other.figures) and self._tells_how_old(other):
                    continue
                if unit.nearness < SENTENCE and found.high is None and found.low is not None:
                    continue  # 自2026年1月1日起执行
                if found.days == 1:
                    if unit.nearness < SENTENCE:
                        continue
                    return (found, True) if other.end - other.start <= _DATE_ALONE else (None, False)
                if shift and unit.nearness < SENTENCE:
                    return years_on(found, shift), True
                return found, unit.nearness == SENTENCE
        return None, False

    def _is_aside(self, clause: Clause) -> bool:
        """Whether the clause's time is not that of what is told later: some day to come, or one to compare with."""
        if clause.modality.kind:
            return True
        return bool(_COMPARED.match(self.text.folded, clause.start)) and self.text.before(clause) is not None

    def _tells_how_old(self, clause: Clause) -> bool:
        """Whether the clause's time is when something came to be (始建于13世纪): what follows is so today."""
        folded, day = self.text.folded, clause.dates[0]
        return bool(
            _CAME_TO_BE.search(folded, clause.start, day.start) or _BEGAN.match(folded, day.end, clause.end)
        )

    def _is_heading(self, unit: Unit) -> bool:
        first = unit.clauses[0]
        return first.heading and not self.text.is_field(first.sentence)

    def _years_on(self, clause: Clause) -> int:
        """How many years after the year told of last the clause puts itself (次年: 1), 0 where it does not."""
        stretch = self.text.folded[clause.start : clause.end]
        return next((int(years) for word, years in rows(_PACKAGE, "years_on.tsv") if word in stretch), 0)

    def _speaks_anew(self, clause: Clause, unit: Unit, fact: Fact) -> bool:
        """Whether the clause's sentence names the claim's subject and the earlier unit does not."""
        if not fact.subjects:
            return False
        here = self.text.clauses(clause.sentence)
        named = any(m.name in fact.subjects for c in here for m in c.mentions)
        return named and not any(m.name in fact.subjects for c in unit.clauses for m in c.mentions)

    def mentions(self, clause: Clause, names: Sequence[str]) -> float:
        """How near any of ``names`` stands: 1 in the clause, less around it, 0 when nowhere near."""
        folded = self.text.folded
        wanted = [word.split("、") for word in names]  # 田径、游泳 is said by 田径和游泳
        for unit in self.units(clause):
            for other in unit.clauses:
                if any(all(folded.find(p, other.start, other.end) >= 0 for p in parts) for parts in wanted):
                    return unit.nearness
        return 0.0
