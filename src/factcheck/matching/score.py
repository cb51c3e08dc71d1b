"""Which claim a figure speaks of. Similarity nominates; the parts decide in :mod:`factcheck.verdict`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.assertion.figures import BETWEEN, COMPLETED, IN_CLAUSE
from factcheck.assertion.opposites import opposites, opposition
from factcheck.assertion.terms import GENERIC_WEIGHT, is_in_phrase
from factcheck.matching.around import PARAGRAPH, SENTENCE
from factcheck.matching.context import ABSENT, NEUTRAL
from factcheck.matching.scopes import where_of
from factcheck.matching.vocabulary import ALIKE, Around
from factcheck.quantity.model import Kind, Quantity
from factcheck.text.lexicon import rows, words
from factcheck.text.pattern import pattern
from factcheck.text.tokens import word_class

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.reading import Clause
    from factcheck.assertion.terms import Term
    from factcheck.matching.context import Context
    from factcheck.matching.facts import Fact, Words
    from factcheck.matching.vocabulary import Lexicon

    Placed = tuple[Term, float]  # a word and how near it stands

_LEVELS = {Kind.MONEY, Kind.CARDINAL}
_NAMES = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz", "t", "x", "eng"})
_COMPARING = pattern(r"[比较]|领先|落后|相差|[高多]出|[多少]了?\d")
_BASES = ("同比", "环比")
_DIFFERENCE = pattern(
    r"(?:[比较][^,;。]{1,12}?([高多大快长晚低少小慢短早])[^,;。\d]{0,3}|([多少])(?:了|出了?))$"
)
_PER = pattern(
    r"每(?:一|个)?(?:[年月周天日季斤吨亩升度]|公斤|千克|公顷|平方米|立方米|千瓦时|小时|分钟)|一(?:[斤吨亩度]|公斤)"
)
_NUMBER = pattern(r"\d+(?![\d年])")
_AS_WELL = str.maketrans({"日": "天", "千": "公", "克": "斤", **dict.fromkeys("每一个了到", "")})
# Which way something lies from another (北距, 向南, 东岸): what lies to the south lies not to the north.
_YEAR_ON_YEAR = "同比"
_AGAINST_YEAR = pattern(r"[比较](\d{4})年")
_EVENT = r"(?:通车|开通|建成|投用|投产|投运|启用|实施|改造|改建|扩建|合并|改革|搬迁|上线|运营)之?"
_BEFORE_IT = pattern(rf"过去|以往|原来|原先|从前|{_EVENT}前")
_SINCE = pattern(rf"如今|{_EVENT}后")
_COMPASS = pattern(r"[东南西北](?=[距临起至靠接依邻]|岸|侧|端)|(?<=[向往朝以])[东南西北]")
_OF_ALL = pattern(r"占[了到]?(?:全[国省市县区球]|世界)")
# Growing by 4.2 times is coming to 5.2 times as much.
_TIMES_OF = pattern(r"的(?:将?近|约|超过?)?$")
_TIMES_BY = pattern(r"(?:增长|增加|提高|上升|扩大|翻|多|高)[了出]?(?:将?近|约|超过?)?$")
_CHANGED = r"(?:增加|增长|提高|上升|上调|延长|扩大|减少|下降|降低|下调|缩短|缩小|压缩|缩减)"
_BY, _TO = pattern(rf"{_CHANGED}了$"), pattern(rf"{_CHANGED}(?:至|到|为)$")
_ALONE = pattern(r"(?:光是?|单单?是?|单凭|仅仅?|只)([^\W\d_a-zA-Z]{2,8}?)(?:这?一[项样种个家]|就|便)")
_EACH = pattern(r"[每各]一?[个家名县省市村户场次][^,\d]{0,8}$")
_RATES = frozenset("每各均")
_TIMES = frozenset({"单月", "单日", "单周", "每月", "每天", "每日", "每周", "日均", "月均", "周均"})
_YEARS_OLD = "岁"
_MORE = frozenset("高多大快长晚")
_SHARE = "占"  # the canonical word
HELD = 0.8  # likeness of a word that a longer one holds
SPELLED = 0.95  # how well a property is said by its name as a string
EXPLAINED_BY_UNIT = 0.6  # how much of what stands beside an age is explained
COUNTED = 0.75  # how well by its unit alone
SAID = 0.7  # share of the subject's words that says it
WORDED_SCOPE = 0.5  # most of its words stand in the sentence (女子U型场地技巧: U型场地技巧)
NAMED_SCOPE = 0.85  # the claim's own scope (贫困地区) stands in the sentence, or right before it

# What each part brings to the score of a pair.
WEIGHTS = {"property": 0.45, "subject": 0.25, "explained": 0.2, "scope": 0.1, "context": 0.1}
_SURELY_MORE = 1e-9  # than any rounding of sums


@dataclass(frozen=True, eq=False)
class Match:
    """A figure and a claim it may speak of; how well each part agrees (0 to 1) is worked out when asked for."""

    assertion: Assertion
    fact: Fact
    surroundings: Context = field(repr=False)
    words: Around = field(repr=False)  # those around the figure

    @cached_property
    def prop(self) -> float:
        """How much of the claim's property is said."""
        if tells_age(self):
            return SPELLED
        clause = self.assertion.clause
        said = property_agreement(self.words, self.fact, clause if len(clause.figures) == 1 else None)
        return max(said, COUNTED) if said < COUNTED and counts_subject(self) else said

    @cached_property
    def subject(self) -> float:
        """How surely the claim's subject is meant."""
        return subject_standing(self.assertion, self.fact, self.surroundings, self.words, self.scope)

    @cached_property
    def explained(self) -> float:
        """How much of the words beside the figure the claim explains; an age needs no words."""
        share = explained_share(self.told_of, self.fact)
        return max(share, EXPLAINED_BY_UNIT) if tells_age(self) else share

    @cached_property
    def told_of(self) -> list[Placed]:
        """The words of :attr:`own` without the subject's name in other words, and what others tell of it.

        这个土家族小伙涨粉5万; what an article's headline says tells nothing from another of its sentences.
        """
        fact = self.fact
        named = [m for m in self.assertion.clause.mentions if m.name in fact.called]
        if not (fact.personal or fact.lead or named):
            return self.own
        kin = self.surroundings.kin_of(fact) if fact.personal else ""
        about = fact.matter.about if fact.matter is not None else ""
        return [
            (t, n)
            for t, n in self.own
            if fact.vocabulary.says(t.text)
            or not (
                any(m.start <= t.start < m.end for m in named)
                or t.text in kin
                or t.text in fact.lead
                or (len(t.text) > 1 and t.text in about)
            )
        ]

    @cached_property
    def explained_counting(self) -> float:
        """The same of a figure that is the claim's: its unit counts as well."""
        share = explained_share(self.told_of, self.fact, agrees=True)
        return max(share, EXPLAINED_BY_UNIT) if tells_age(self) else share

    @cached_property
    def explained_beside(self) -> float:
        """The same of the words that are not the subject's name: that is always explained."""
        named = [m for m in self.assertion.clause.mentions if m.name in self.fact.called]
        beside = [(t, n) for t, n in self.own if not any(m.start <= t.start < m.end for m in named)]
        return explained_share(beside, self.fact)

    @cached_property
    def scope(self) -> float:
        """Whether the draft names the claim's scope, none, or another one."""
        return scope_agreement(self.assertion, self.fact, self.surroundings)

    @cached_property
    def context(self) -> float:
        """Agreement of the words farther off."""
        return coverage(self.words, (self.fact.context,))[0] if self.fact.context else 0.0

    @cached_property
    def own(self) -> list[Placed]:
        """The words of the figure's own stretch."""
        return _own(self.assertion, self.fact, self.surroundings.kin_of(self.fact))

    @cached_property
    def unsaid(self) -> float:
        """Weight of the claim's own particular words that the draft leaves out."""
        return unsaid(self.words, self.fact)

    @cached_property
    def opposed(self) -> str:
        """How a word beside the figure contradicts the claim's: see opposites."""
        if is_loss(self.assertion, self.fact) or differs_otherwise(self.assertion, self.fact):
            return "polarity"
        if self.otherwise is not None:
            return "category"
        return opposed(self.own, self.fact) or (
            "direction" if goes_otherwise(self.assertion, self.fact) else ""
        )

    @cached_property
    def otherwise(self) -> tuple[str, str] | None:
        """How draft and claim measure differently, in the words of each."""
        return measured_otherwise(self.assertion, self.fact)

    @cached_property
    def other_object(self) -> str:
        """A noun right after the figure that the claim does not know (上万斤核桃), or ""."""
        return other_object(self.assertion, self.fact)

    @cached_property
    def stranger(self) -> str:
        """What stands before the figure that the claim does not know: ``name``, ``noun`` or ""."""
        return stranger(self.assertion, self.fact, self.told_of)

    @cached_property
    def rated(self) -> bool:
        """Whether the figure is so much a time or for each (单月, 每个县), and the claim's is not."""
        return rated(self.assertion, self.fact)

    @cached_property
    def narrowed(self) -> bool:
        """Whether a word that the claim does not know narrows its property (海外营业收入, 月均收入)."""
        return narrowed(self.assertion, self.fact, self.told_of)

    @cached_property
    def score(self) -> float:
        return (
            WEIGHTS["property"] * self.prop
            + WEIGHTS["subject"] * self.subject
            + WEIGHTS["explained"] * self.explained
            + WEIGHTS["scope"] * max(self.scope, 0.0)
            + WEIGHTS["context"] * self.context
        )

    @property
    def most(self) -> float:
        """What the score may come to at most, told by the property alone."""
        return sum(WEIGHTS.values()) - WEIGHTS["property"] * (1.0 - self.prop) + _SURELY_MORE


def tells_age(match: Match) -> bool:
    """Whether the figure is how old somebody is, as the claim's is, and he is named (何某今年36岁)."""
    figure, value = match.assertion.figure, match.fact.value
    assert isinstance(value, Quantity)
    return figure.unit == value.unit == _YEARS_OLD and match.subject >= PARAGRAPH


def counts_subject(match: Match) -> bool:
    """Whether the figure counts what its unit says, as the claim's does, and nothing else is said (某班有14人)."""
    figure, fact = match.assertion.figure, match.fact
    if (
        not fact.subjects
        or not implied(fact)
        or f"/{figure.unit}" != fact.unit_word
        or figure.written_unit == "个"
    ):
        return False
    named = any(m.name in fact.called for m in match.assertion.clause.mentions)
    return named and all(fact.vocabulary.says(t.text) for t, _ in match.own if t.text != fact.unit_word)


def nearest(assertion: Assertion, lexicon: Lexicon) -> Around:
    """Each word around the figure with how much it counts at its nearest."""
    found: dict[str, float] = {}
    for term, nearness in assertion.words:
        if nearness > found.get(term.text, 0.0):
            found[term.text] = nearness
    return Around(found, lexicon)


def property_agreement(words: Around, fact: Fact, clause: Clause | None) -> float:
    """How much of the claim's property the words say; the best of its names counts, and one that ``clause`` spells."""
    if fact.subjects and fact.measured.isdisjoint(words.said.keys()):
        best, weight = 0.0, 0.0
    else:
        best, weight = coverage(words, fact.properties)
    if best < SPELLED and clause is not None and _is_spelled(fact, clause):
        best = SPELLED
    if fact.subjects or not fact.subject_words:
        return best
    # A common noun for a subject (流动人口) is said, not named: its words count with the property's.
    said, share = coverage(words, fact.subject_words)
    if implied(fact) and isinstance(fact.value, Quantity):
        return max(said, (best * weight + said * share) / (weight + share or 1.0))
    return (best * weight + said * share) / (weight + share or 1.0)


def _is_spelled(fact: Fact, clause: Clause) -> bool:
    """Whether the clause spells a name of the claim's property."""
    if fact.heads.isdisjoint(clause.heads):
        return False
    stretch = clause.folded[clause.start : clause.end]
    return any(len(name) >= 3 and _spells(stretch, name) for name in fact.spellings)


def _spells(clause: str, name: str) -> bool:
    """Whether the clause spells a property's name, and not only as the end of another (净利润 in 扣非净利润)."""
    at = clause.find(name)
    return at >= 0 and not is_in_phrase(clause, at, at + len(name))


def unsaid(words: Around, fact: Fact) -> float:
    """The weight of the claim's particular words that are nowhere around the figure."""
    groups = [fact.properties, () if fact.subjects else fact.subject_words]
    total = 0.0
    for group in groups:
        missing = [
            sum(
                weight
                for word, weight in alternative
                if weight >= 1.0
                and words.likeness.get(word, 0.0) < ALIKE
                and not opposition(word, words.keys())
            )
            for alternative in group
        ]
        total += min(missing, default=0.0)
    return total


def subject_standing(
    assertion: Assertion, fact: Fact, context: Context, words: Around, scope: float
) -> float:
    """How surely the claim's subject is meant: named around the figure, said in other words, or told by its scope."""
    standing = context.subject(assertion.clause, fact, assertion)
    if standing != ABSENT:
        return standing
    quoted = any(m.kind == "title" and m.name not in fact.text for m in assertion.clause.mentions)
    told = coverage(words, fact.subject_words)[0] >= SAID and not quoted and _same_numbers(assertion, fact)
    scoped = bool(fact.scope) and not fact.national and scope >= NAMED_SCOPE and context.scopes.tells(fact)
    return NEUTRAL if told or scoped else standing


def _same_numbers(assertion: Assertion, fact: Fact) -> bool:
    """Whether the clause has the numbers of the subject's name, if that has any (4号机组 is not 3号机组)."""
    numbers = [set(_NUMBER.findall(name)) for name in fact.claim.subject]
    stretch = set(_NUMBER.findall(assertion.clause.folded, assertion.clause.start, assertion.figure.start))
    return not any(numbers) or any(n <= stretch for n in numbers if n)


def implied(fact: Fact) -> bool:
    """Whether the property says no more than the unit does (人数, 户数, 总额, 占比)."""
    return any(all(weight <= GENERIC_WEIGHT for _, weight in words) for words in fact.properties)


def coverage(words: Around, alternatives: Iterable[Words]) -> tuple[float, float]:
    """The share of the words of the best alternative that ``words`` has, each as near as it stands; its weight."""
    best = heaviness = 0.0
    said = words.said
    for alternative in alternatives:
        total = got = 0.0
        for word, weight in alternative:
            total += weight
            got += weight * said.get(word, 0.0)
        if total and got / total >= best:
            best, heaviness = got / total, total
    return best, heaviness


def explained_share(own: Iterable[Placed], fact: Fact, *, agrees: bool = False) -> float:
    """How much of what stands beside the figure the claim's own words explain.

    The claim's unit tells something only of a figure that ``agrees``; of another one it says neither. (A statement
    without parts has it among the words of its property.)
    """
    total = got = 0.0
    for term, nearness in own:
        counts = term.text == fact.unit_word
        if counts and fact.curated and not agrees:
            continue
        known = 1.0 if counts and agrees else fact.vocabulary.get(term.text)
        if known is None:
            known = fact.vocabulary.closeness(term.text)
        total += term.weight * nearness
        got += term.weight * nearness * known
    return got / total if total else 0.6


def scope_agreement(assertion: Assertion, fact: Fact, context: Context) -> float:
    """1 when the draft names the claim's scope, 0 when it names none, -1 when it names another."""
    clause = assertion.clause
    if (not fact.scope or fact.national) and context.scopes.narrowed(assertion, fact):
        return -1.0
    elsewhere = context.scopes.elsewhere(assertion, fact)
    if fact.scope and not fact.national:
        elsewhere_said = assertion.says_elsewhere(context.text.folded, fact.scope)
        if elsewhere_said or context.scopes.is_parted(clause, fact):
            return -1.0
        near = context.mentions(clause, fact.scope)
        if near or (near := context.mentions(clause, where_of(fact.scope))) >= SENTENCE:
            return 0.5 * near if elsewhere else near
        if context.scopes.whole(clause):
            return -1.0
        if not elsewhere and context.scopes.is_worded(clause, fact.scope):
            return WORDED_SCOPE
    if elsewhere:
        return -1.0
    return 1.0 if fact.national or not fact.scope else 0.0


def _own(assertion: Assertion, fact: Fact, kin: str) -> list[Placed]:
    """The words of the figure's own stretch; where it has none, those of the clause that it completes.

    A name that only says where or through whom (在快手), or that the claims on the subject know as well,
    tells nothing of what is measured.
    """
    aside = [m for m in assertion.clause.mentions if m.oblique or (m.kind == "known" and m.name in kin)]
    aside = [m for m in aside if m.name not in fact.called]
    known = fact.vocabulary
    near = [(t, n) for t, n in assertion.words if n >= BETWEEN and n != IN_CLAUSE]
    if aside:
        near = [
            (t, n) for t, n in near if t.text in known or not any(m.start <= t.start < m.end for m in aside)
        ]
    own = [(t, n) for t, n in near if n != COMPLETED]
    # Of a named subject the property's own words are enough (2019年收入160万元).
    if any(t.naming or (t.text in fact.measured and not fact.spatial) for t, _ in own):
        return own
    start = assertion.figure.start
    return near + [(t, n) for t, n in assertion.words if n == IN_CLAUSE and t.end <= start]


def opposed(own: Iterable[Placed], fact: Fact) -> str:
    """How the words beside the figure contradict the claim's: ``direction``, ``polarity``, ``category`` or ""."""
    near = {t.text for t, _ in own}
    known = fact.vocabulary.keys()
    kinds = {
        kind
        for word in near
        if (kind := opposition(word, known))
        and not known & _opposites_said(word, near)
        and fact.vocabulary.likeness(word) < HELD  # 亏损 is said by 净亏损, though 盈利 is too
    }
    return next((kind for kind in ("category", "polarity", "direction") if kind in kinds), "")


def is_loss(assertion: Assertion, fact: Fact) -> bool:
    """Whether the figure is a loss and the claim's is none (归母净利润亏损9.37亿元, 掉了5000名粉丝)."""
    figure, clause = assertion.figure, assertion.clause
    kind = {Kind.MONEY: "money", Kind.CARDINAL: "count"}.get(figure.kind, "")
    losses = {row[0]: row[1] for row in rows("factcheck.matching", "losses.tsv")}
    said = max(
        (w for w in losses if clause.folded.endswith(w, clause.start, figure.start)), key=len, default=""
    )
    if not kind or losses.get(said) != kind:
        return False
    return not any(loss in fact.text for loss, sort in losses.items() if sort == kind)


def differs_otherwise(assertion: Assertion, fact: Fact) -> bool:
    """Whether the figure is by how much less and the claim's by how much more (比上年少182列), or the reverse."""
    figure, clause = assertion.figure, assertion.clause
    said = _DIFFERENCE.search(clause.folded, clause.start, figure.start)
    if said is None or not isinstance(fact.value, Quantity):
        return False
    told = _DIFFERENCE.search(fact.text, 0, max(0, fact.text.find(fact.value.text)))
    return told is not None and ((said[1] or said[2]) in _MORE) != ((told[1] or told[2]) in _MORE)


def goes_otherwise(assertion: Assertion, fact: Fact) -> bool:
    """Whether the figure is by how much something rose, and all that the claim says of its own is that it fell."""
    said, value = assertion.figure.direction, fact.value
    if not said or not isinstance(value, Quantity) or value.direction:
        return False
    told = {way for way in map(_direction, fact.spellings) if way}
    return len(told) == 1 and said not in told


@lru_cache(maxsize=4096)
def _direction(name: str) -> str:
    """Which way a property goes by a verb of its name (降幅, 增长率), "" for none or both."""
    ways = {
        row[1] for row in rows("factcheck.quantity", "directions.tsv") if len(row[0]) > 1 and row[0] in name
    }
    return next(iter(ways)) if len(ways) == 1 else ""


def measured_otherwise(assertion: Assertion, fact: Fact) -> tuple[str, str] | None:
    """How the figure and the claim's measure differently, in the words of each.

    So much for each of what (每月, 每年), of which whole (占全国, 占全省), to which side (北距, 南距), one before an
    event and the other since (通车前, 通车后), or one by how much something changed and the other what it came to
    (缩短了61天, 缩短至61天; 增长2倍, 是2倍).
    """
    figure, clause = assertion.figure, assertion.clause
    if not isinstance(fact.value, Quantity):
        return None
    if figure.basis == _YEAR_ON_YEAR and (against := _earlier_year(fact)):
        return figure.basis, against
    at = max(0, fact.text.find(fact.value.text.partition("/")[0]))  # 86元/公斤 is told as 每公斤86元
    begin = max(fact.text.rfind(mark, 0, at) for mark in ",;。") + 1
    for said in (_PER, _OF_ALL, _COMPASS):
        mine = [found[0] for found in said.finditer(clause.folded, clause.start, figure.start)]
        theirs = [found[0] for found in said.finditer(fact.text, begin, at)]
        if mine and theirs and _same_measure(mine[-1]) != _same_measure(theirs[-1]):
            return mine[-1], theirs[-1]
    if figure.kind is fact.value.kind is Kind.MULTIPLE:
        times = _TIMES_OF.search(clause.folded, clause.start, figure.start)
        told = _TIMES_OF.search(fact.text, begin, at)
        if (figure.direction and not times and told) or (times and _TIMES_BY.search(fact.text, begin, at)):
            return ("是几倍", "增长几倍") if times else ("增长几倍", "是几倍")
    for by, to in ((_BY, _TO), (_TO, _BY), (_BEFORE_IT, _SINCE), (_SINCE, _BEFORE_IT)):
        here = by.search(clause.folded, clause.start, figure.start)
        there = to.search(fact.text, 0, at)
        if here and there and not by.search(fact.text, 0, at):  # 通车后由原来的55分钟缩短为8分钟
            return here[0], there[0]
    return None


def _same_measure(words: str) -> str:
    """The words of a measure without those that say the same either way (每个月, 每月; 每千克, 每公斤)."""
    return words.translate(_AS_WELL)


def _opposites_said(word: str, near: set[str]) -> set[str]:
    """The opposites of ``word`` that stand beside it as well: then neither tells anything."""
    return {other for other in near if other != word and opposition(word, (other,))}


def other_object(assertion: Assertion, fact: Fact) -> str:
    """The noun right after the figure, where the claim's words do not hold it or anything like it."""
    end = assertion.figure.end
    if not fact.curated:
        return ""
    if assertion.clause.folded.startswith("的", end):  # 卖了4万元的桌布
        end += 1
    elif assertion.figure.kind is not Kind.CARDINAL:
        return ""
    found = _unknown_at(end, assertion, fact)
    about = any(m.start == end + len(found) and m.name in fact.called for m in assertion.clause.mentions)
    return "" if about else found  # 36岁的老将某某


def _unknown_at(place: int, assertion: Assertion, fact: Fact) -> str:
    """The word that begins there, where the claim does not know it."""
    return next((t.text for t, _ in assertion.words if t.start == place and fact.is_unknown(t)), "")


def narrowed(assertion: Assertion, fact: Fact, own: Collection[Placed]) -> bool:
    """Whether a word right before the property's own makes it another one: a part of it, a rate, a change."""
    figure, value = assertion.figure, fact.value
    alone = _ALONE.search(assertion.clause.folded, assertion.clause.start, figure.start)
    if alone is not None and alone[1] not in fact.text:
        return True  # 光热干面就卖了610万元: a part of what the claim counts
    level = figure.kind in _LEVELS and isinstance(value, Quantity) and not value.direction
    if level and assertion.compared and not _COMPARING.search(fact.text):
        return True  # 新增就业1269万人,比上年增加83万人
    if level and figure.direction:
        return not any(opposites(word) for word in fact.vocabulary)  # 收入增加19亿元 against 收入128亿元
    if figure.kind is Kind.PERCENT and _is_share_of_one(figure, own, fact):
        return True  # 占收入三成 against 收入增长2.8%
    if figure.basis and figure.basis not in fact.text and any(basis in fact.text for basis in _BASES):
        return True  # 环比增长6.3% against 同比增长17.3%
    rates = words("factcheck.matching", "rates.txt")
    known = fact.vocabulary
    here = assertion.clause.start
    said_here = any(t.text in fact.measured and here <= t.start < figure.start for t, _ in own)
    for (term, _), (following, _) in pairwise(sorted(own, key=lambda placed: placed[0].start)):
        if term.end > figure.start or term.text in known or (said_here and term.start < here):
            continue  # 新开工重大项目286个,竣工174个
        before_property = term.end == following.start and following.text in fact.measured
        names = term.naming and term.weight >= 1.0 and word_class(term.text) != "t"  # 当晚 tells when
        narrows = (names and before_property) or (term.text in rates and not _rated(fact, rates))
        if narrows and not known.says(term.text):
            return True
    return False


def _earlier_year(fact: Fact) -> str:
    """The year that the claim compares with, where it is not the one before its own (比2019年), or ""."""
    against = _AGAINST_YEAR.search(fact.text)
    end = fact.period.high if fact.period is not None else None
    return against[0] if against and end is not None and int(against[1]) != end.year - 1 else ""


def _is_share_of_one(figure: Quantity, own: Iterable[Placed], fact: Fact) -> bool:
    """Whether of the figure and the claim's one is a share, the other a change."""
    near = {term.text for term, _ in own if term.end <= figure.start}
    told = fact.measured
    share, change = _SHARE in near, bool(figure.direction) or any(map(_is_change, near))
    shared, changing = _SHARE in told, any(map(_is_change, told))
    return (share and not change and changing and not shared) or (
        change and not share and shared and not changing
    )


def _is_change(word: str) -> bool:
    return opposition(word, opposites(word)) == "direction"


def rated(assertion: Assertion, fact: Fact) -> bool:
    """Whether a rate's word stands before the figure, and the claim tells no rate."""
    figure, clause = assertion.figure, assertion.clause
    tells = (
        not _RATES.isdisjoint(fact.text) or _rated(fact, _TIMES) or (fact.period and fact.period.days == 1)
    )
    if figure.kind is Kind.PERCENT or tells:
        return False
    each = _EACH.search(clause.folded, clause.start, figure.start)
    return each is not None or any(
        t.text in _TIMES for t, n in assertion.words if n >= BETWEEN and t.end <= figure.start
    )


def _rated(fact: Fact, rates: Collection[str]) -> bool:
    """Whether the claim itself tells a rate."""
    return any(rate in fact.vocabulary or (len(rate) > 1 and rate in fact.text) for rate in rates)


def stranger(assertion: Assertion, fact: Fact, own: Iterable[Placed]) -> str:
    """Whether a word before the figure tells of something that the claim does not know.

    ``name`` where the word names one thing or one time (元旦档票房), ``noun`` where it is any other (汉族人口).
    """
    strange = [term.text for term, _ in own if term.end <= assertion.figure.start and fact.is_unknown(term)]
    end = assertion.figure.end
    if assertion.clause.folded.startswith("的", end) and (behind := _unknown_at(end + 1, assertion, fact)):
        strange.append(behind)  # 500人的微信群
    if any(word_class(word) in _NAMES for word in strange):
        return "name"
    return "noun" if strange else ""
