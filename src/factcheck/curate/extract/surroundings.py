"""Whom, when and where the words around a place speak of: what a proposed claim inherits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.assertion.period import Period, read_period
from factcheck.curate.extract.subjects import (
    acting_place,
    described,
    group,
    head_of_title,
    is_name,
    launched,
    spelling,
    whole_of,
)
from factcheck.matching.context import Context

if TYPE_CHECKING:
    from datetime import date

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.masthead import Body

SURE, LIKELY, GUESSED, TITLE = 1.0, 0.8, 0.5, 0.4
_AREA = re.compile(
    r"全国|国家级贫困地区|国家贫困地区|(?:中国)?贫困地区|贫困县|全[省市县区]"
    r"|农村地区|乡村地区|城镇地区|(?<=在)[一-鿿]{2,6}?(?:地区|省|市|县)"
)
_MOST_OF_A_YEAR = 300  # days
_SENTENCES_BACK = 20
_SEASON = re.compile(r"[春夏秋冬][天季]?$")
_SPEAKING = re.compile(r"\s*(?:介绍|说|表示|认为|指出|透露|告诉|称)")
_SCOPED = re.compile(r"(?:在|来自|面向|针对|帮助)$")


class Surroundings:
    """Looks around in one article."""

    def __init__(self, text: Text, names: frozenset[str], body: Body) -> None:
        self._text, self._names, self._body = text, names, body
        self._context = Context(text, names)
        self._years: dict[int, tuple[Period | None, str]] = {}
        self._of_title = head_of_title(text)

    def subject(self, clause: Clause, before: int, taken: str = "") -> tuple[str, float]:
        """Who or what is spoken of at ``before`` and how sure that is: the nearest before it but for ``taken``."""
        if own := self._told_of(clause, before, taken):
            return own, SURE
        if person := described(self._text, clause, before):
            return spelling(person), LIKELY
        if (topic := self._topic(clause)) and topic != taken:
            return topic, LIKELY
        for unit in self._context.units(clause):
            for other in reversed(unit.clauses):
                if other.start >= clause.start or not self._body.numbers[other.paragraph]:
                    continue
                if other.paragraph != clause.paragraph:  # only a name is carried that far
                    if name := self._named(other, other.end, taken):
                        return spelling(name), GUESSED
                elif found := self._told_of(other, other.end, taken):
                    return found, LIKELY
        return (self._of_title, TITLE) if self._of_title != taken else ("", 0.0)

    def _topic(self, clause: Clause) -> str:
        """Whom the whole sentence is about, where its first clause is his name alone: 许明,从事…."""
        first = self._text.clauses(clause.sentence)[0]
        name = next((m for m in first.mentions if m.kind in {"known", "person"}), None)
        alone = (
            name is not None
            and first.start < clause.start
            and name.end - name.start >= first.end - first.start - 1
        )
        return spelling(name) if name is not None and alone else ""

    def made(self, clause: Clause) -> tuple[str, float] | None:
        """The work or programme that a later clause of the sentence says was launched."""
        for other in self._text.clauses(clause.sentence):
            if other.start > clause.start and (new := launched(self._text, other, other.end)):
                return spelling(new), LIKELY
        return None

    def _told_of(self, clause: Clause, before: int, taken: str) -> str:
        """What a clause speaks of: a name, a group of people at its head, or else the whole of a place."""
        name = self._named(clause, before, taken)
        people = group(self._text, clause, before) or acting_place(self._text, clause, before)
        if people and (name is None or name.oblique or people[0] <= name.start):
            return people[1]
        return spelling(name) if name else whole_of(self._text, clause, before)

    def _named(self, clause: Clause, before: int, taken: str) -> Mention | None:
        """The name a clause speaks of: of what is launched in it, or else the first, 在 and 通过 aside."""
        if (new := launched(self._text, clause, before)) and not (taken and taken in new.text):
            return new
        names = [m for m in clause.mentions if m.end <= before and self._names_something(m, taken)]
        names = [m for m in names if not self._speaks(m)]
        first = names[0] if names and before < clause.end else None  # 发表在《…》上: no later clause is of it
        return next((m for m in names if not m.oblique and not self._within(m)), first)

    def _within(self, mention: Mention) -> bool:
        """Whether the name in its marks stands after 在."""
        return self._text.folded[: mention.start].endswith(("在《", "在“"))

    def period(self, clause: Clause, before: int, *, told: bool = False) -> tuple[Period | None, str]:
        """The window that holds here and its words: the clause's own, or one before in the paragraph.

        今年 holds under a heading until another time is told. ``told``: what is told in words, and not counted, is
        of 今年 or of a time that stands alone at the head of its sentence.
        """
        folded = self._text.folded
        own = read_period(folded, clause.dates, before) or read_period(folded, clause.dates)
        if own is not None:
            return (None, "") if self._is_yearless(own) else (whole_season(own), own.text)
        for unit in self._context.units(clause):
            for other in reversed(unit.clauses):
                if other.start >= clause.start or other.paragraph != clause.paragraph:
                    continue
                found = read_period(folded, other.dates)
                if found is None or self._is_yearless(found) or (found.days == 1 and not found.as_of):
                    continue
                if told and not _is_this_year(found) and not _is_frame(other, clause, found):
                    return None, ""
                return whole_season(found), found.text
        return self._this_year(clause)

    def _is_yearless(self, period: Period) -> bool:
        """Whether no year can be told: where the day of publication is known, 8月底 has one."""
        if not period.yearless or self._text.reference is None or period.days == 1:
            return period.yearless
        year = self._text.reference.year
        return period.high is None or period.high.year not in {year - 1, year}

    def _this_year(self, clause: Clause) -> tuple[Period | None, str]:
        """今年, told in an earlier paragraph under the same heading and by no other time since."""
        if clause.paragraph not in self._years:
            self._years[clause.paragraph] = self._find_this_year(clause)
        return self._years[clause.paragraph]

    def _find_this_year(self, clause: Clause) -> tuple[Period | None, str]:
        topic = self._body.topics[clause.paragraph]
        for sentence in range(clause.sentence - 1, max(-1, clause.sentence - _SENTENCES_BACK), -1):
            for other in reversed(self._text.clauses(sentence)):
                if self._body.topics[other.paragraph] != topic or not self._body.numbers[other.paragraph]:
                    return None, ""
                if found := read_period(self._text.folded, other.dates):
                    this_year = _is_this_year(found) and not self._is_yearless(found)
                    return (whole_season(found), found.text) if this_year else (None, "")
        return None, ""

    def scope(self, clause: Clause, before: int) -> str:
        """The area the clause counts in: 在国家级贫困地区, 全国."""
        for match in _AREA.finditer(self._text.folded, clause.start, clause.end):
            if match.start() < before or _SCOPED.search(self._text.folded, clause.start, match.start()):
                return match.group()
        return ""

    def _speaks(self, mention: Mention) -> bool:
        """Whether somebody only tells of something: what is told is not of them."""
        return _SPEAKING.match(self._text.folded, mention.end) is not None

    def _names_something(self, mention: Mention, taken: str) -> bool:
        if mention.text == taken or (taken in mention.text and taken):
            return False
        return mention.kind in {"known", "organization", "person"} and is_name(mention)


def doubt_of(subject: str, sure: float) -> str:
    """What a person must look at when a subject was found no more surely than that."""
    if not subject:
        return "没有读出说的是谁"
    if sure <= TITLE:
        return "对象取自标题"
    return "对象承自前文，离得远" if sure < LIKELY else ""


def whole_season(period: Period) -> Period:
    """The year of a season, which no calendar bounds: 2017年早春."""
    low, high = period.low, period.high
    if low is None or high is None or low.year != high.year or not _SEASON.search(period.text):
        return period
    return period._replace(low=low.replace(month=1, day=1), high=high.replace(month=12, day=31))


def _is_frame(dated: Clause, clause: Clause, period: Period) -> bool:
    """Whether a clause gives the time of the others in its sentence, and no state at a day: 2018年,…."""
    alone = any(dated.end - dated.start <= date.end - date.start + 2 for date in dated.dates)
    return dated.sentence == clause.sentence and alone and period.low is not None and period.high is not None


def _is_this_year(period: Period) -> bool:
    """Whether the whole of it is meant: 今年, 今年秋天; not 今年10月."""
    return (whole_season(period).days or 0) > _MOST_OF_A_YEAR and period.text.startswith(("今年", "本年"))


def iso(period: Period | None) -> str:
    """A window as a claims file writes it; ``""`` for none."""
    if period is None:
        return ""
    low, high = period.low, period.high
    if low is None:
        return f"../{_end(high)}" if high else ""
    if high is None:
        return f"{low.isoformat()}/.."
    if low == high:
        return low.isoformat()
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        return str(low.year) if low.year == high.year else f"{low.year}/{high.year}"
    if low.day == 1 and (low.year, low.month) == (high.year, high.month) and _last(high):
        return f"{low.year}-{low.month:02d}"
    return f"{low.isoformat()}/{high.isoformat()}"


def _end(day: date | None) -> str:
    if day is None:
        return ""
    return f"{day.year}-{day.month:02d}" if _last(day) else day.isoformat()


def _last(day: date) -> bool:
    from calendar import monthrange  # noqa: PLC0415

    return day.day == monthrange(day.year, day.month)[1]
