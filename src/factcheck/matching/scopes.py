"""Where a figure of the draft counts: everywhere, in a place, or in a part that the claim does not speak of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_person, is_place, place_stem
from factcheck.assertion.terms import read_terms
from factcheck.matching.around import PARAGRAPH, SENTENCE
from factcheck.matching.regions import region_words, tells_region
from factcheck.text.lexicon import words
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause
    from factcheck.matching.around import Surroundings
    from factcheck.matching.facts import Fact

_ONLY = ("仅", "只", "单", "光", "仅在", "单在", "单是", "光是", "仅仅", "仅是", "只在")
_KIND = 3  # characters that may follow the name of a scope: 贫困|地区的
_BENEFITS = "帮助为给向替"
_ONE_OF_A_ROW = pattern(
    r"(?<![到了至过满])第 ?(?:[2-9]|1\d|[二三四五六七八九十]{1,3}) ?[场站轮批期]|(?:首|头一)[场站轮批期]|单场|末场"
)
_ROW_REACH = 3  # clauses back in which a session is named
_HELD_THERE = pattern(r"(?:隆重|正式|如期)?(?:举行|举办|召开|开幕|闭幕|落幕|揭幕|上演|开赛)")  # a venue
_ALONE = ("一地", "一省", "一市", "一县", "一村", "境内", "分会场", "站", "专场")


_MOST = 0.7  # share of a scope's words that says it


def is_where(scope: str) -> bool:
    """Whether a claim's scope may say where it counts (全国, 贫困地区), and not per what or when (户均, 首期)."""
    return scope not in words("factcheck.matching", "rates.txt") and not _ONE_OF_A_ROW.search(scope)


@lru_cache(maxsize=4096)
def scope_words(scope: str) -> tuple[str, ...]:
    """The words of a claim's scope."""
    return tuple(term.text for term in read_terms(scope))


def shared_scopes(facts: Iterable[Fact]) -> frozenset[str]:
    """The scopes that claims on several subjects have."""
    subjects: dict[str, set[frozenset[str]]] = {}
    for fact in facts:
        for scope in fact.scope:
            subjects.setdefault(scope, set()).add(fact.called)
    return frozenset(scope for scope, called in subjects.items() if not frozenset.intersection(*called))


class Scopes:
    """Looks for places and scopes in one text; ``scopes`` are those of the claims, ``scoped`` the subjects with any."""

    def __init__(
        self,
        around: Surroundings,
        scopes: frozenset[str],
        scoped: frozenset[str],
        shared: frozenset[str] = frozenset(),
    ) -> None:
        self._around = around
        self._folded = around.text.folded
        self._scopes = scopes
        self._scoped = scoped
        self._shared = shared
        self._read: dict[tuple[int, int], bool | None] = {}
        self._said: dict[int, list[tuple[str, int]]] = {}  # the scopes in a clause, each with its first place

    def is_worded(self, clause: Clause, scopes: Sequence[str]) -> bool:
        """Whether most of the words of one of the ``scopes`` stand in the sentence, up to the clause."""
        siblings = self._around.text.clauses(clause.sentence)
        said = frozenset[str]().union(*(c.said for c in siblings[: siblings.index(clause) + 1]))
        for scope in scopes:
            wanted = scope_words(scope)
            if len(wanted) > 2 and sum(word in said for word in wanted) >= _MOST * len(wanted):
                return True
        return False

    def tells(self, fact: Fact) -> bool:
        """Whether the claim's scope tells of whom it speaks: claims on others count elsewhere."""
        return self._shared.isdisjoint(fact.scope)

    def elsewhere(self, assertion: Assertion, fact: Fact) -> bool:
        """Whether the figure counts in a place that the claim does not speak of.

        For a statistic any place told of last tells where it counts; for one programme or person only a
        place that is singled out (仅海南一地).
        """
        clause = assertion.clause
        for unit in self._around.units(clause):
            if unit.nearness < PARAGRAPH or (unit.nearness < SENTENCE and not self._spatial(fact)):
                break
            for other in reversed(unit.clauses):
                if other.start > clause.start:
                    continue
                told = self._told(assertion, other, fact)
                if told is not None:
                    return told
        return False

    def _told(self, assertion: Assertion, clause: Clause, fact: Fact) -> bool | None:
        """As :meth:`_place`; what a clause says to the figures of others is read once for each claim."""
        if clause is assertion.clause:
            return self._place(assertion, clause, fact)
        key = clause.start, fact.number
        if key not in self._read:
            self._read[key] = self._place(assertion, clause, fact)
        return self._read[key]

    def _place(self, assertion: Assertion, clause: Clause, fact: Fact) -> bool | None:
        """Whether a clause tells of another place; ``None`` when it tells of none."""
        folded = self._folded
        stretch = folded[clause.start : clause.end]
        places = [
            m
            for m in clause.mentions
            if is_place(m.text)
            and m.text not in region_words("national")
            and not self._of_somebody(clause, m)
            and not _HELD_THERE.match(folded, m.end, clause.end)
        ]
        if clause is assertion.clause:
            places = [m for m in places if assertion.concerns(m)]
        if not self._spatial(fact):
            person = any(map(is_person, fact.subjects))
            places = [
                m
                for m in places
                if _singled_out(folded, clause, m) or (not person and folded[m.start - 1 : m.start] == "在")
            ]
        if places:
            inner = {m.start for m in clause.mentions if is_place(m.text)}
            places = [m for m in places if m.end not in inner]  # 南汀省汀江市 is the city
            about = fact.matter.about if fact.matter else ""
            return not any(
                fact.tells_of(m) or (stem := place_stem(m.text)) in fact.text or stem in about for m in places
            )
        if not self._spatial(fact):
            if clause is not assertion.clause or any(m.name in fact.called for m in clause.mentions):
                return None
            counts_all = tells_region(stretch, "national") and not tells_region(fact.text, "national")
            return counts_all or None  # 全国港口, where a claim is on one
        if tells_region(stretch, "national"):
            return fact.local
        if any(word in stretch and word not in fact.text for word in region_words("elsewhere")):
            return True
        regions = [word for word in region_words("regional") if word in stretch and word not in fact.text]
        if any(not _is_own(region, fact) for region in regions):
            return True if fact.national or clause is assertion.clause else None
        named = any(m.name in fact.called and is_place(m.name) for m in clause.mentions)
        elsewhere = any(word in stretch for word in region_words("regional"))
        return False if named and not elsewhere else None  # 澜州, by a name that no list of places has

    def _of_somebody(self, clause: Clause, place: Mention) -> bool:
        """Whether the place only tells where somebody is from (盖宝村的吴玉圣)."""
        if not self._folded.startswith("的", place.end):
            return False
        return any(m.start == place.end + 1 and is_person(m.text) for m in clause.mentions)

    def _spatial(self, fact: Fact) -> bool:
        """Whether the claim, or another one on its subject, counts somewhere in particular."""
        return fact.spatial or not self._scoped.isdisjoint(fact.subjects)

    def is_parted(self, clause: Clause, fact: Fact) -> bool:
        """Whether the sentence tells of a place's share in the claim's scope (贵州省的贫困地区用户, 单是贵州一省)."""
        siblings = self._around.text.clauses(clause.sentence)
        return any(
            is_place(m.text)
            and not fact.tells_of(m)
            and m.text not in region_words("national")
            and (
                _singled_out(self._folded, other, m)
                or self._folded.startswith(fact.scope, self._behind(m.end))
            )
            for other in siblings[: siblings.index(clause) + 1]
            for m in other.mentions
        )

    def _behind(self, end: int) -> int:
        """Where the words after a place's name begin, its kind and 的 left out (四川一省的)."""
        alone = next((word for word in _ALONE if self._folded.startswith(word, end)), "")
        end += len(alone)
        return end + self._folded.startswith("的", end)

    def whole(self, clause: Clause) -> bool:
        """Whether the clause counts the whole of something (全国, 全平台)."""
        stretch = self._folded[clause.start : clause.end]
        return tells_region(stretch, "whole")

    def narrowed(self, assertion: Assertion, fact: Fact) -> bool:
        """Whether the clause counts only a scope that other claims have and this one has not (贫困地区)."""
        clause = assertion.clause
        siblings = self._around.text.clauses(clause.sentence)
        at = siblings.index(clause)
        for other in reversed(siblings[max(0, at - _ROW_REACH) : at + 1]):
            if _is_one_of_a_row(self._folded, other, fact):
                return True
            if any(m.name in fact.called for m in other.mentions):
                break  # the session of something else
        before = at - 1
        if before >= 0 and not siblings[before].figures and self._has_scope(siblings[before], None, fact):
            return True
        return self._has_scope(clause, assertion, fact)

    def _has_scope(self, clause: Clause, assertion: Assertion | None, fact: Fact) -> bool:
        """Whether a scope that the claim has not stands in the clause, where it bears on the figure."""
        said = self._said.get(clause.start)
        if said is None:
            places = ((scope, self._folded.find(scope, clause.start, clause.end)) for scope in self._scopes)
            said = self._said[clause.start] = [(scope, at) for scope, at in places if at >= 0]
        for scope, at in said:
            if place_stem(scope) in fact.text:
                continue
            # 帮贫困地区推广特产: for whom; 贫困地区的山货: whose; neither is where something else is counted.
            for_it = at > 0 and self._folded[at - 1] in _BENEFITS
            end = at + len(scope)
            for_it = for_it or (assertion is None and "的" in self._folded[end : end + _KIND])
            if not for_it if assertion is None else self._bears(at, assertion):
                return True
        return False

    def _bears(self, at: int, assertion: Assertion) -> bool:
        """Whether a word of the figure's clause bears on it and not on another figure with words of its own."""
        if any(span.start <= at < span.end for span in assertion.elsewhere):
            return False
        start, end = assertion.figure.start, assertion.figure.end
        others = [f for f in assertion.clause.figures if f is not assertion.figure]
        if at > end:
            return not any(f.start > end for f in others) or "、" not in self._folded[end:at]
        nearest = max((f.end for f in others if at < f.start and f.end <= start), default=None)
        return nearest is None or not any(
            t.naming and nearest <= t.start < start for t in assertion.clause.terms
        )


def _is_one_of_a_row(folded: str, clause: Clause, fact: Fact) -> bool:
    """Whether the clause tells of one session of several, which the claim does not (第三场卖了906万元)."""
    found = _ONE_OF_A_ROW.search(folded, clause.start, clause.end)
    return found is not None and found[0] not in fact.text


def _is_own(region: str, fact: Fact) -> bool:
    """Whether 全县 can only mean the county that the claim, or its article, is about."""
    if fact.matter is not None and region[-1] in fact.matter.about:
        return True
    return any(is_place(name) and name[-1] in region for name in fact.subjects)


def _singled_out(folded: str, clause: Clause, place: Mention) -> bool:
    before = folded[max(clause.start, place.start - 2) : place.start]
    return before.endswith(_ONLY) or folded.startswith(_ALONE, place.end)


@cache
def where_of(scopes: tuple[str, ...]) -> tuple[str, ...]:
    """The places that the names of ``scopes`` begin with, where they are no places themselves (杭州 of 杭州亚运会)."""
    return tuple(
        place
        for scope in scopes
        if not is_place(scope)
        and "、" not in scope
        and (place := next((scope[:n] for n in range(len(scope) - 2, 1, -1) if is_place(scope[:n])), ""))
    )
