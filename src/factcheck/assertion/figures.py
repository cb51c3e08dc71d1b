"""Figures with the words that say what they measure.

A word counts for a figure by where it stands: beside it, elsewhere in the clause, in an earlier clause of
the sentence (what the draft leaves out is inherited), or earlier in the paragraph.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.period import years_on
from factcheck.assertion.terms import Term, canonical, read_terms, weigh
from factcheck.quantity.model import Kind
from factcheck.text.pattern import pattern
from factcheck.text.segment import Span
from factcheck.text.tokens import word_class

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.assertion.names import Mention
    from factcheck.assertion.period import Period
    from factcheck.assertion.reading import Clause, Text
    from factcheck.quantity.model import Quantity

BESIDE = 1.0
BETWEEN = 0.7  # between two figures of one clause that nothing separates: may belong to either
COMPLETED = 0.9  # in the clause that a bare figure completes
IN_CLAUSE = 0.8
IN_SENTENCE = 0.6
IN_PARAGRAPH = 0.35

UNIT_WEIGHT = 0.4
_ANAPHOR = pattern(r"(?:这|该|此|上述)(?:一|个|项)?(?:数字|数据|数值|数额|指标|比例|比重|占比)")
_COUNTED = frozenset({Kind.CARDINAL, Kind.DURATION})
_MEASURED = frozenset(
    {"time", "length", "area", "volume", "mass", "power", "energy", "frequency", "pressure", "data"}
)
_SEPARATOR = pattern(r"[、/,;]|以及|(?<!普)(?<!涉)及|和|(?<!参)与|并|且|的")
# A change verb with 到 or 至 gives the level that was reached, not by how much.
_LEVEL = pattern(
    r"(?:增|增加|增长|上升|升|提升|提高|扩大|上涨|涨|下降|降|降低|减少|减|回落|跌|下跌|缩减|攀升|突破)(?:到|至|为)了?$"
)
_FROM = pattern(r"(?:由|从|自)[^由从自]{0,14}$")
_CHANGE = pattern(r"^[^,;。]{0,6}?(?:增|升|提|扩|涨|降|减|落|跌|缩|攀|到|至|变)")
_COMPARED = pattern(r"(?:比|较)(?:上|去|前|往|同|20|一)")
# 比星禾科技高31.3亿元, 建造周期短了72天
_MORE_THAN = pattern(r"(?:比[^,;。]{1,12}?[高多低少](?:出|了)?|[长短快慢早晚]了)$")
_DIFFERS = pattern(r"[增升提扩涨降减落跌缩多少高低]")
_LASTING = ("连续", "持续", "历时", "为期", "长达", "用时", "耗时", "工期")
# A deed that took so long, though no word says that it is told how long: 前后修了整整七年.
_TOOK = pattern(
    r"(?:持续|历时|为期|历经|[修建造干拍花用做跑走打播]|需要?|要|只要|只用)了?(?:整整|足足|将近|大约)?$"
)
_REACHED = pattern(r"内?(?:就|便|即|就能|便能|便可)?(?:可达|可到|到达|抵达|直达|能到|到)(?![的1-9])")
_NUMBERING = {"届": "届次", "期": "期次"}  # which one it is, as a property
_SPENT = "时长"  # the canonical word for how long something takes
_REST = ("另外", "另有", "其他", "其余", "还有", "此外")
_CHANGE_REACH = 12
_COMMA, _PARTS = pattern(","), pattern("[,、]")
_ITEM = pattern(r"、|以及|(?<!参)(?<!给)和|(?<!参)(?<!给)与|(?<!普)(?<!涉)及|(?<=》)(?=《)")
_FORMER = pattern("前者|后者")
RESPECTIVELY = "分别"
_CLAUSES_BACK = 12  # of one sentence, whose words are still heard


class Assertion(NamedTuple):
    """A figure and its words, each with how much it counts here (0 to 1)."""

    clause: Clause
    figure: Quantity
    words: tuple[tuple[Term, float], ...]
    elsewhere: tuple[Span, ...] = ()  # stretches of the clause that speak of the other items of a 分别 list
    baseline: bool = False  # what a change starts from: 由13.97亿增至14.12亿
    rest: bool = False  # what is left beside others just told of: 另外两名
    compared: bool = False  # by how much something differs from before: 比上年增加83万人
    lasting: bool = False  # a stretch of time that is what is told, not when: 连续15年

    @property
    def dated(self) -> bool:
        """Whether a date of its own stands right before the figure (2022年的79.3岁)."""
        return any(
            0 <= self.figure.start - day.end <= 1 and day.high is not None for day in self.clause.dates
        )

    def time(self, period: Period | None) -> Period | None:
        """When the figure was, where its clause tells of ``period``: what a change starts from, a year before."""
        if self.baseline and period is not None and not self.dated:
            return years_on(period, -1)
        return period

    def concerns(self, place: Mention) -> bool:
        """Whether a name of the clause bears on this figure."""
        return not any(span.start <= place.start < span.end for span in self.elsewhere)

    def says_elsewhere(self, folded: str, words: Sequence[str]) -> bool:
        """Whether the clause says any of ``words`` only of the other items of a 分别 list."""
        if not self.elsewhere:
            return False
        if not any(word in folded[span.start : span.end] for span in self.elsewhere for word in words):
            return False
        own = "".join(
            char
            for at, char in enumerate(folded[self.clause.start : self.clause.end], self.clause.start)
            if not any(span.start <= at < span.end for span in self.elsewhere)
        )
        return not any(word in own for word in words)


def read_assertions(text: Text, sentence: int) -> list[Assertion]:
    """The figures of a sentence with their words, in order."""
    clauses = text.clauses(sentence)
    found: list[Assertion] = []
    for number, clause in enumerate(clauses):
        if not clause.figures:
            continue
        nearby = clauses[max(0, number - _CLAUSES_BACK) : number]
        earlier = [(term, IN_SENTENCE) for other in reversed(nearby) for term in other.terms]
        earlier += [(term, IN_PARAGRAPH) for term in _before(text, sentence, clause.paragraph)]
        beside = _beside(text, sentence, clause) if _bare(text.folded, clause) else []
        listed = _respective(text.folded, clauses[:number], clause, found)
        asked = () if (question := text.question_before(sentence)) is None else (question,)
        items = listed or _former_latter(text.folded, (*asked, *clauses[:number]), clause)
        beside_it: dict[int, list[tuple[Term, float]]] = {}
        levels = [_LEVEL.search(text.folded, max(clause.start, f.start - 4), f.start) for f in clause.figures]
        for index, figure in enumerate(clause.figures):
            item = items.get(figure.start)
            beside_it[figure.start] = _own(text.folded, clause, index, beside_it)
            own = beside_it[figure.start] if item is None else item.with_words(beside_it[figure.start])
            level = levels[index]
            own = [
                (t, near) for t, near in own if not any(r and r.start() <= t.start < r.end() for r in levels)
            ]
            if not own and index and level:  # 由1枚增至9枚: both are levels of one thing
                own = list(found[-1].words) if found and found[-1].clause is clause else own
                own = [(term, near) for term, near in own if near >= BETWEEN and near != IN_CLAUSE]
            near_ids = {id(term) for term, _ in own}
            elsewhere = item.elsewhere if item else ()
            rest = [
                term
                for term in clause.terms
                if id(term) not in near_ids and not any(s.start <= term.start < s.end for s in elsewhere)
            ]
            spent = _spent(text.folded, clause, figure)
            words = [*own, *beside, *_unit(figure), *spent, *((term, IN_CLAUSE) for term in rest), *earlier]
            baseline = _baseline(text.folded, clause, figure)
            compared = _compared(text.folded, clause, index)
            lasting = text.folded.startswith(_LASTING, max(clause.start, figure.start - 2))
            lasting = lasting or bool(spent)
            rest_of = text.folded.startswith(_REST, max(clause.start, figure.start - 2))
            found.append(
                Assertion(clause, figure, tuple(words), elsewhere, baseline, rest_of, compared, lasting)
            )
    return found


def _bare(folded: str, clause: Clause) -> bool:
    """Whether the clause names nothing that its figure could measure (超过16538亿次; 一共六十八位; 同比增长5%)."""
    only = _measured(clause) or clause.figures  # 五年前,许明结缘快手
    return len(only) == 1 and not any(map(_names, _said(folded, clause)))


def _said(folded: str, clause: Clause) -> Sequence[Term]:
    """The clause's terms, but for those that only point back (这一数字升至…)."""
    back = _ANAPHOR.search(folded, clause.start, clause.end)
    if back is None:
        return clause.terms
    return [term for term in clause.terms if not back.start() <= term.start < back.end()]


def _names(term: Term) -> bool:
    """Whether a term names something, and not only a time (次年, 当晚)."""
    return term.naming and word_class(term.text) != "t"


def _tells(term: Term) -> bool:
    """Whether a term says something of its own, and not only when (点赞呢,超950亿次)."""
    return term.weight >= 1.0 and word_class(term.text) != "t"


def _measured(clause: Clause) -> list[Quantity]:
    return [figure for figure in clause.figures if figure.kind is not Kind.DURATION]


def _beside(text: Text, sentence: int, clause: Clause) -> list[tuple[Term, float]]:
    """The words of the clause that a bare figure completes: the last one before it that names anything.

    Where none of its sentence does, the clause after it, or what the sentence before told a figure of the
    same unit of (总诊疗量2.96亿人次。次年,增加到3.28亿人次).
    """
    clauses = text.clauses(sentence)
    number = clauses.index(clause)
    for other in reversed(clauses[:number]):
        if any(map(_names, other.terms)) or (not other.figures and any(map(_tells, other.terms))):
            return [(term, COMPLETED) for term in other.terms]
    following = next(iter(clauses[number + 1 :]), None)
    if following is None and sentence + 1 < len(text.sentences):
        following = text.clauses(sentence + 1)[0]
    if following is not None and following.paragraph == clause.paragraph and not _measured(following):
        return [(term, COMPLETED) for term in following.terms]
    question = text.question_before(sentence)
    if question is not None:  # 累计成交额呢?8.6亿元。
        return [(term, COMPLETED) for term in question.terms]
    if sentence and text.sentences[sentence - 1][0] == clause.paragraph:
        unit = clause.figures[0].unit
        for other in reversed(text.clauses(sentence - 1)):
            if any(figure.unit == unit for figure in _measured(other)):
                return [(term, COMPLETED) for term in other.terms]
    return []


def _baseline(folded: str, clause: Clause, figure: Quantity) -> bool:
    """Whether the figure is the old level of a change whose new level follows."""
    before = folded[clause.start : figure.start]
    after = folded[figure.end : figure.end + _CHANGE_REACH]
    return bool(_FROM.search(before)) and bool(_CHANGE.search(after))


def _compared(folded: str, clause: Clause, index: int) -> bool:
    """Whether the figure is how much something differs from before, and not the level it reached."""
    start = clause.figures[index - 1].end if index else clause.start
    if _MORE_THAN.search(folded, start, clause.figures[index].start):
        return True
    than = _COMPARED.search(folded, start, clause.figures[index].start)
    end = clause.figures[index].start
    if than is None or _LEVEL.search(folded, than.end(), end):
        return False
    return _DIFFERS.search(folded, than.end(), end) is not None


def _unit(figure: Quantity) -> list[tuple[Term, float]]:
    """A figure's unit as a word: 4.7万艘 says as much as 渔船4.7万."""
    if figure.kind is Kind.ORDINAL and figure.unit in _NUMBERING:
        return [(Term(_NUMBERING[figure.unit], figure.start, figure.end, 1.0), BESIDE)]
    if not figure.unit or figure.kind not in _COUNTED:
        return []
    unit = [(Term(f"/{figure.unit}", figure.start, figure.end, UNIT_WEIGHT), BESIDE)]
    noun = figure.written_unit.removeprefix("个")
    counts = figure.dimension.partition(":")[0] not in _MEASURED
    if counts and len(noun) > 1 and weigh(noun) >= 1.0:  # 200个岗位 names what it counts
        unit.append((Term(canonical(noun), figure.start, figure.end, 1.0), BESIDE))
    return unit


def _spent(folded: str, clause: Clause, figure: Quantity) -> list[tuple[Term, float]]:
    """How long something took, as a word, where only the deed is said (修了七年)."""
    if figure.kind is not Kind.DURATION:
        return []
    if not (_TOOK.search(folded, clause.start, figure.start) or _REACHED.match(folded, figure.end)):
        return []
    return [(Term(_SPENT, figure.start, figure.end, 1.0), BESIDE)]


def _before(text: Text, sentence: int, paragraph: int) -> Iterator[Term]:
    """The words of the sentence before this one in the same paragraph."""
    asked = text.question_before(sentence) is not None
    if asked or (sentence > 0 and text.sentences[sentence - 1][0] == paragraph):
        for clause in text.clauses(sentence - 1):
            yield from clause.terms


def _own(
    folded: str, clause: Clause, index: int, before: Mapping[int, list[tuple[Term, float]]]
) -> list[tuple[Term, float]]:
    """The words beside the figure of that index: up to the next figure or what separates the two.

    ``before`` has those of the figures before it, by place. A stretch of time (一年) beside a figure separates nothing.
    """
    figure = clause.figures[index]
    rivals = [f for f in clause.figures if f is figure or f.kind is not Kind.DURATION]
    index = rivals.index(figure)
    left = rivals[index - 1].end if index else clause.start
    if index and folded.startswith("(", left):  # 20个省(自治区)15个县
        left = max(left, folded.find(")", left, figure.start) + 1)
    right = rivals[index + 1].start if index + 1 < len(rivals) else clause.end
    cut_left, cut_right = left, right
    if index:
        separator = _last(_SEPARATOR, folded, left, figure.start)
        cut_left = separator if separator is not None else left
    if right != clause.end:
        # 736平方公里的森林: this 的 separates nothing
        separators = _SEPARATOR.search(folded, figure.end + folded.startswith("的", figure.end), right)
        cut_right = separators.start() if separators else right
    bracket = _bracket(folded, clause, figure)
    if bracket is not None:
        inside = [(t, BESIDE) for t in clause.terms if bracket.start < t.start < bracket.end]
        named = any(term.weight >= 1.0 for term, _ in inside)
        opening = left if named else max(left, _last(_SEPARATOR, folded, left, bracket.start) or left)
        return inside + [
            (t, BESIDE) for t in clause.terms if not named and opening <= t.start < bracket.start
        ]
    own: list[tuple[Term, float]] = []
    for term in _said(folded, clause):
        if not left <= term.start < right:
            continue
        if term.end <= figure.start:
            if term.start >= cut_left:
                own.append((term, BESIDE if not index or cut_left != left else BETWEEN))
        elif term.start < cut_right:
            own.append((term, BESIDE))
    if not own and index and not folded[figure.end : right].strip():
        return before.get(rivals[index - 1].start, [])  # 12.5万、13.1万 share the first one's words
    return own


def _bracket(folded: str, clause: Clause, figure: Quantity) -> Span | None:
    """The brackets in the clause that hold the figure."""
    start = folded.rfind("(", clause.start, figure.start)
    end = folded.find(")", figure.end, clause.end)
    if start < 0 or end < 0 or folded.find(")", start, figure.start) >= 0:
        return None
    # (其中甲2亿户、乙1亿户): between two figures an enumeration's mark parts them as well
    others = [other for other in clause.figures if start < other.start < end]
    at = others.index(figure)
    left = _last(_PARTS if at else _COMMA, folded, others[at - 1].end if at else start, figure.start)
    following = others[at + 1].start if at + 1 < len(others) else None
    parted = None if following is None else _PARTS.search(folded, figure.end, following)
    comma = parted.start() if parted else folded.find(",", figure.end, end)
    return Span(left - 1 if left else start, comma if comma >= 0 else end)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match.end()
    return found


class _Item(NamedTuple):
    words: list[tuple[Term, float]]
    elsewhere: tuple[Span, ...] = ()
    after: int | None = None  # where the figures begin whose own words tell something too

    def with_words(self, beside: Iterable[tuple[Term, float]]) -> list[tuple[Term, float]]:
        """Its words, and of those ``beside`` its figure the ones that stand among the figures (下降6.79个百分点)."""
        if self.after is None:
            return self.words
        mine = {term.start for term, _ in self.words}
        return [*self.words, *((t, n) for t, n in beside if t.start >= self.after and t.start not in mine)]


def _respective(
    folded: str, before: Sequence[Clause], clause: Clause, told: Sequence[Assertion]
) -> dict[int, _Item]:
    """甲和乙分别为A、B: the n-th name goes with the n-th figure; by where the figure starts.

    Where the names stand in the clause before, so it does with the n-th figure ``told`` there
    (收入12亿元、利润3亿元,同比分别增长8%、9%).
    """
    at = folded.find(RESPECTIVELY, clause.start, clause.end)
    figures = [figure for figure in clause.figures if figure.start > at]
    if at < 0 or len(figures) < 2:
        return {}
    tail = [t for t in clause.terms if t.start >= figures[-1].end]
    items = _items(folded, clause, at, len(figures), tail)
    if not items and before:  # 点赞与播放,分别超过…; 华东、华南的收入分别为…,增速分别为…
        again = folded.find(RESPECTIVELY, before[-1].start, before[-1].end)
        own = [t for t in clause.terms if t.start < at]
        if again >= 0 or not any(map(_names, own)):
            end = again if again >= 0 else before[-1].end
            items = _items(folded, before[-1], end, len(figures), [*tail, *own])
            items = items or _of_figures(told, before, len(figures))
    return {f.start: item._replace(after=at) for f, item in zip(figures, items, strict=False)}


def _of_figures(told: Sequence[Assertion], before: Sequence[Clause], count: int) -> list[_Item]:
    """What each figure of the clauses right before is told of, where they have so many in all."""
    measured: list[Assertion] = []
    for clause in reversed(before):
        measured[:0] = [a for a in told if a.clause is clause and a.figure.kind is not Kind.DURATION]
        if len(measured) >= count:
            break
    if len(measured) != count:
        return []
    return [
        _Item(
            [(t, BESIDE) for t, n in a.words if n >= BETWEEN and n != IN_CLAUSE and t.start != a.figure.start]
        )
        for a in measured
    ]


def _former_latter(folded: str, earlier: Sequence[Clause], clause: Clause) -> dict[int, _Item]:
    """甲与乙…,前者A,后者B: the name that 前者 or 后者 stands for goes with the clause's figure."""
    match = _FORMER.match(folded, clause.start, clause.end)
    if match is None or not clause.figures:
        return {}
    for other in reversed(earlier):
        items = _items(folded, other, other.end, 2, [])
        if items:
            item = items[0 if match.group() == "前者" else 1]
            own = [(t, BESIDE) for t in clause.terms if t.start >= match.end()]
            return {clause.figures[0].start: _Item([*item.words, *own], item.elsewhere)}
    return {}


def _cut(folded: str, clause: Clause, bounds: Sequence[int]) -> list[Term]:
    """The clause's words, those cut in two that a bound goes through (和县 in 省和县)."""
    terms: list[Term] = []
    for term in clause.terms:
        at = next((bound for bound in bounds if term.start < bound < term.end), None)
        terms += [term] if at is None else read_terms(folded, at, term.end)
    return terms


def _bracketed(folded: str, clause: Clause, at: int) -> bool:
    """Whether a place stands in brackets (县(市、区))."""
    return folded.rfind("(", clause.start, at) > folded.rfind(")", clause.start, at)


def _items(folded: str, clause: Clause, at: int, count: int, tail: list[Term]) -> list[_Item]:
    """The last ``count`` names of the enumeration before ``at``, each with the words that all share.

    What stands before the first name's last word and after the last name's first word is shared
    (居住在城镇和乡村的人口, 城镇居民和农村居民人均收入).
    """
    labels = [t for t in clause.terms if "~" in t.text]  # 60岁及以上
    marks = [
        m
        for m in _ITEM.finditer(folded, clause.start, at)
        if not _bracketed(folded, clause, m.start()) and not any(t.start <= m.start() < t.end for t in labels)
    ]
    bounds = [clause.start, *(m.end() for m in marks), at]
    if len(bounds) - 1 < count:
        return []
    bounds = bounds[-count - 1 :]
    spans = [Span(a, b) for a, b in pairwise(bounds)]
    items = [[t for t in _cut(folded, clause, bounds) if s.start <= t.start < s.end] for s in spans]
    if not all(items):
        return []
    common = {t.text for t in items[0]}.intersection(*({t.text for t in item} for item in items[1:]))
    cores = [[t for t in item if t.text not in common] or item for item in items]
    first, last = cores[0][-1], cores[-1][0]
    shared = [t for t in items[0] if t.start < first.start] + [t for t in items[-1] if t.start > last.start]
    shared += [t for t in clause.terms if t.start < bounds[0]] + tail
    own = [[first], *cores[1:-1], [last]]
    places = [Span(core[0].start, core[-1].end) for core in own]
    places[-1] = Span(last.start, max(last.end, cores[-1][-1].start))  # all but the head that all share
    return [
        _Item(
            [(t, BESIDE) for t in (*core, *shared)], tuple(place for m, place in enumerate(places) if m != n)
        )
        for n, core in enumerate(own)
    ]
