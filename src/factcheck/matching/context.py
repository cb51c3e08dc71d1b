"""What an assertion inherits: whom it speaks of, where and when, from the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_container, is_person, is_place
from factcheck.assertion.period import Period, read_period
from factcheck.text.tokens import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.facts import Fact
    from factcheck.quantity.model import Quantity

NAMED = 1.0  # the subject stands in the clause
SENTENCE = 0.95
PARAGRAPH = 0.85
DOCUMENT = 0.7
NEUTRAL = 0.75  # the claim names no subject
ABSENT = 0.45
# a rival stands nearer than the subject, or the subject is not named at all
RIVAL_PARAGRAPH = 0.3
RIVAL_SENTENCE = 0.1
RIVAL_CLAUSE = 0.0

REGIONAL = ("全省", "全市", "全县", "全区", "全镇", "全村", "我省", "我市", "本省", "本市", "省内", "市内")
OTHER_REGIONS = ("邻省", "邻市", "邻县", "外省", "外地", "兄弟省", "周边省")
NATIONAL = ("全国", "我国", "中国", "国内")
_SENTENCES_BACK = 6
_DATE_ALONE = 14  # characters of a clause that gives a date and nothing else (2月17日这一天)
_PARAGRAPHS_BACK = 4
_LEAD = 2  # the headline and the paragraph under it say what a text is about


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text around an assertion and how near it is."""

    nearness: float
    clauses: tuple[Clause, ...]


class Context:
    """Looks around in one text."""

    def __init__(
        self,
        text: Text,
        subjects: frozenset[str],
        scopes: frozenset[str] = frozenset(),
        kin: Mapping[str, str] | None = None,
        scoped: frozenset[str] = frozenset(),
    ) -> None:
        self._text = text
        self._subjects = subjects
        self._scopes = scopes
        self._kin = kin or {}
        self._scoped = scoped
        self._first_of: dict[int, int] = {}
        for number, (paragraph, _) in enumerate(text.sentences):
            self._first_of.setdefault(paragraph, number)

    @property
    def dateline(self) -> date | None:
        """The day the draft is dated, where that is known."""
        return self._text.dateline

    def units(self, clause: Clause) -> Iterator[Unit]:
        """The clause, then what stands around it, nearest first."""
        yield Unit(NAMED, (clause,))
        siblings = self._text.clauses(clause.sentence)
        at = siblings.index(clause)
        if at + 1 < len(siblings) and self._text.folded[clause.start] == "在":  # 在吉县,姚某… speaks of what follows
            yield Unit(SENTENCE, (siblings[at + 1],))
        for other in reversed(siblings[:at]):
            yield Unit(SENTENCE, (other,))
        if not clause.terms:
            for other in siblings[at + 1 :]:
                yield Unit(SENTENCE, (other,))
            after = clause.sentence + 1
            if after < len(self._text.sentences) and self._text.sentences[after][0] == clause.paragraph:
                yield Unit(SENTENCE, self._text.clauses(after))
        first = self._first_of[clause.paragraph]
        for number in range(clause.sentence - 1, max(first, clause.sentence - _SENTENCES_BACK) - 1, -1):
            yield Unit(PARAGRAPH, self._text.clauses(number))
        stop = self._first_of.get(max(0, clause.paragraph - _PARAGRAPHS_BACK), 0)
        for number in range(first - 1, stop - 1, -1):
            yield Unit(DOCUMENT, self._text.clauses(number))
        for number in range(min(stop, self._first_of.get(_LEAD, stop)) - 1, -1, -1):
            yield Unit(DOCUMENT, self._text.clauses(number))

    def rivals(self, clause: Clause, fact: Fact, assertion: Assertion | None = None) -> list[Mention]:
        """Names in the clause that could be a subject and that the claim does not speak of.

        A person is the rival of a person; a claim on no one in particular has organisations for rivals.
        """
        personal = any(map(is_person, fact.subjects))
        return [
            m
            for m in clause.mentions
            if (
                m.kind == "organization"
                or (m.kind == "person" and personal)
                or (m.kind == "known" and fact.subjects and m.name in self._subjects)
            )
            and (assertion is None or assertion.concerns(m))
            and not is_place(m.text)
            and m.name not in fact.names
            and m.name not in fact.text
            and m.text not in fact.text
            and not is_container(m.name)
            and not m.oblique
            and not any(m.name in self._kin.get(subject, "") for subject in fact.subjects)
        ]

    def subject(self, clause: Clause, fact: Fact, assertion: Assertion | None = None) -> float:
        """How surely the clause speaks of the claim's subject, 0 to 1."""
        rival = 1.0
        for unit in self.units(clause):
            here = assertion if unit.clauses == (clause,) else None
            names = [
                m
                for other in unit.clauses
                for m in other.mentions
                if m.name in fact.subjects
                and not self._only_modifies(other, m)
                and not self._other_edition(m, fact)
            ]
            if any(here is None or here.concerns(m) for m in names):
                return min(unit.nearness, rival)
            if unit.nearness == DOCUMENT and (fact.derived or not fact.subjects):
                break
            if any(self._foreign(other, fact, here, unit) for other in unit.clauses):
                rival = min(rival, _RIVALS[unit.nearness])
        return min(rival, ABSENT if fact.subjects and not fact.derived else NEUTRAL)

    def date_before(self, clause: Clause) -> tuple[Quantity, ...]:
        """The date that a clause of nothing else gives right before this one (10月16日,…)."""
        siblings = self._text.clauses(clause.sentence)
        at = siblings.index(clause)
        before = siblings[at - 1] if at else None
        return before.dates if before is not None and before.end - before.start <= _DATE_ALONE else ()

    def called(self, clause: Clause, fact: Fact) -> bool:
        """Whether the subject's name, a common noun too, stands in the clause or a little before it."""
        for unit in self.units(clause):
            if any(m.name in fact.called for other in unit.clauses for m in other.mentions):
                return True
        return False

    def kin_of(self, fact: Fact) -> str:
        """All the words of the claims on the fact's subject."""
        keys = fact.subjects or fact.claim.subject[:1]
        return "\n".join(self._kin.get(key, "") for key in keys)

    def elsewhere(self, assertion: Assertion, fact: Fact) -> bool:
        """Whether the figure counts in a place that the claim does not speak of.

        For a statistic any place told of last tells where it counts; for one programme or person only a
        place that is singled out (仅海南一地).
        """
        clause = assertion.clause
        for unit in self.units(clause):
            if unit.nearness < PARAGRAPH or (unit.nearness < SENTENCE and not self._spatial(fact)):
                break
            for other in reversed(unit.clauses):
                if other.start > clause.start:
                    continue
                told = self._place(assertion, other, fact)
                if told is not None:
                    return told
        return False

    def _place(self, assertion: Assertion, clause: Clause, fact: Fact) -> bool | None:
        """Whether a clause tells of another place; ``None`` when it tells of none."""
        folded = self._text.folded
        stretch = folded[clause.start : clause.end]
        places = [m for m in clause.mentions if is_place(m.text) and m.text not in NATIONAL]
        if clause is assertion.clause:
            places = [m for m in places if assertion.concerns(m)]
        if not self._spatial(fact):
            person = any(map(is_person, fact.subjects))
            places = [m for m in places if _singled_out(folded, clause, m) or (not person and folded[m.start - 1 : m.start] == "在")]
        if places:
            return not any(m.name in fact.text or m.text in fact.text for m in places)
        if not self._spatial(fact):
            return None
        if any(word in stretch for word in NATIONAL):
            return fact.local
        if any(word in stretch for word in OTHER_REGIONS):
            return True
        if any(word in stretch and word not in fact.text for word in REGIONAL):
            return True if fact.national or clause is assertion.clause else None
        return None

    def _spatial(self, fact: Fact) -> bool:
        """Whether the claim, or another one on its subject, counts somewhere in particular."""
        return fact.spatial or not self._scoped.isdisjoint(fact.subjects)

    def whole(self, clause: Clause) -> bool:
        """Whether the clause counts the whole of something (全国, 全平台)."""
        return _WHOLE.search(self._text.folded, clause.start, clause.end) is not None

    def narrowed(self, assertion: Assertion, fact: Fact) -> bool:
        """Whether the clause counts only a scope that other claims have and this one has not (贫困地区)."""
        clause = assertion.clause
        siblings = self._text.clauses(clause.sentence)
        stretches = [self._text.folded[clause.start : clause.end]]
        before = siblings.index(clause) - 1
        if before >= 0 and not siblings[before].figures:
            stretches.append(self._text.folded[siblings[before].start : siblings[before].end])
        return any(
            scope in stretch and scope not in fact.text for stretch in stretches for scope in self._scopes
        )

    def _other_edition(self, mention: Mention, fact: Fact) -> bool:
        """Whether the name is that of another year's report or event (2019年的快手扶贫报告)."""
        match = _EDITION.search(self._text.folded[max(0, mention.start - 7) : mention.start])
        return match is not None and match.group(1) not in fact.text and _ANY_YEAR.search(fact.text) is not None

    def _only_modifies(self, clause: Clause, mention: Mention) -> bool:
        """Whether the name only tells whose daughter company or rival is spoken of."""
        return _BELONGING.match(self._text.folded, mention.end, clause.end) is not None

    def _foreign(self, clause: Clause, fact: Fact, assertion: Assertion | None, unit: Unit) -> bool:
        """Whether the clause speaks of somebody else; what the source article names elsewhere is nobody else."""
        if self._unnamed(clause):
            return True
        if unit.nearness < NAMED and not fact.derived and self._other_work(clause, fact):
            return True
        if not fact.derived and self._unknown(clause, fact):
            return True
        rivals = self.rivals(clause, fact, assertion)
        if fact.derived and unit.nearness < NAMED:
            article = self._kin.get(fact.claim.path, "")
            rivals = [m for m in rivals if m.name not in article]
        return bool(rivals)

    def _other_work(self, clause: Clause, fact: Fact) -> bool:
        """Whether the clause speaks of a film, book or song that is not the claim's."""
        return any(
            m.kind == "title"
            and self._text.folded[m.start] == "《"
            and m.name not in fact.text
            and not is_container(m.name)
            for m in clause.mentions
        )

    def _unknown(self, clause: Clause, fact: Fact) -> bool:
        """Whether the clause opens with a name that neither dictionary nor claims know (喜购平台成交额)."""
        first = clause.terms[0] if clause.terms else None
        if first is None or first.weight < 1.0 or len(first.text) < 2 or is_word(first.text):
            return False
        if any(m.start <= first.start < m.end for m in clause.mentions):
            return False
        alone = len(clause.terms) == 1 and not clause.figures  # 喜购: as a label
        followed = self._text.folded.startswith(_KINDS, first.end)
        known = first.text in fact.text or first.text in self.kin_of(fact)
        return (first.naming or alone or followed) and not known

    def _unnamed(self, clause: Clause) -> bool:
        """Whether the clause speaks of somebody left unnamed (某企业, 邻村的合作社): nobody a claim is about."""
        return _SOMEBODY.search(self._text.folded, clause.start, clause.end) is not None

    def period(self, clause: Clause, before: int, fact: Fact | None = None) -> tuple[Period | None, bool]:
        """The window that holds for the clause, and whether its sentence states it.

        A single day in an earlier sentence is when something happened there, and the time of a sentence
        about something else is its own: neither is inherited.
        """
        own = read_period(self._text.folded, clause.dates, before) or read_period(
            self._text.folded, clause.dates
        )
        if own is not None:
            return own, True
        for unit in self.units(clause):
            if unit.nearness == NAMED or (unit.nearness == DOCUMENT and not unit.clauses[0].heading):
                continue
            if unit.nearness < SENTENCE and fact is not None and self._speaks_anew(clause, unit, fact):
                continue
            for other in reversed(unit.clauses):
                if other.start > clause.start and clause.terms:
                    continue
                found = read_period(self._text.folded, other.dates)
                if found is None:
                    continue
                if found.days == 1:
                    if unit.nearness < SENTENCE:
                        continue
                    return (found, True) if other.end - other.start <= _DATE_ALONE else (None, False)
                return found, unit.nearness == SENTENCE
        return None, False

    def _speaks_anew(self, clause: Clause, unit: Unit, fact: Fact) -> bool:
        """Whether the clause's sentence names the claim's subject and the earlier unit does not."""
        if not fact.subjects:
            return False
        here = self._text.clauses(clause.sentence)
        named = any(m.name in fact.subjects for c in here for m in c.mentions)
        return named and not any(m.name in fact.subjects for c in unit.clauses for m in c.mentions)

    def mentions(self, clause: Clause, names: Sequence[str]) -> float:
        """How near any of ``names`` stands: 1 in the clause, less around it, 0 when nowhere near."""
        folded = self._text.folded
        for unit in self.units(clause):
            for other in unit.clauses:
                if any(folded.find(word, other.start, other.end) >= 0 for word in names):
                    return unit.nearness
        return 0.0


def _singled_out(folded: str, clause: Clause, place: Mention) -> bool:
    before = folded[max(clause.start, place.start - 2) : place.start]
    return before.endswith(_ONLY) or folded.startswith(_ALONE, place.end)


_WHOLE = re.compile(r"全国|全网|全平台|全球|全社会|全行业|总共|一共")
_EDITION = re.compile(r"(\d{4})年?度?的?[《“]?$")
_ANY_YEAR = re.compile(r"(?:19|20)\d{2}")
_BELONGING = re.compile(
    r"[^,。]{0,4}?(?:全资|控股|参股)?(?:子公司|分公司|孙公司|竞争对手|对手|同行)|(?:同处|同为|同属)[^,。]{0,10}的"
)
_KINDS = ("平台", "公司", "集团", "科技", "商城", "快递", "物流", "机器人", "汽车", "银行", "大学", "医院")
_SOMEBODY = re.compile(r"某[\u4e00-\u9fff]|邻[村县市省镇]|隔壁|别家|另一家|老[赵钱孙李周吴郑王张刘陈杨黄](?![\u4e00-\u9fff]?[路街区])")
_ONLY = ("仅", "只", "单", "光", "仅在", "单在")
_ALONE = ("一地", "一省", "一市", "一县", "一村", "境内", "分会场", "站", "专场")
_RIVALS = {
    NAMED: RIVAL_CLAUSE,
    SENTENCE: RIVAL_SENTENCE,
    PARAGRAPH: RIVAL_PARAGRAPH,
    DOCUMENT: ABSENT,
}
