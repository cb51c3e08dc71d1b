"""Turn a numeral with its unit into a quantity: sign, currency, hedges, direction and interval."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import hedging, lists
from factcheck.quantity.lexicon import Unit
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

NO_UNIT = Unit("", "", Decimal(1))
RATIO = Unit("", "ratio", Decimal(1))
PERCENT = Unit("%", "percent", Decimal(1))
MULTIPLE = Unit("倍", "multiple", Decimal(1))

_KINDS = {
    "percent": Kind.PERCENT,
    "percentage_point": Kind.PERCENTAGE_POINT,
    "multiple": Kind.MULTIPLE,
    "ratio": Kind.RATIO,
    "money": Kind.MONEY,
    "time": Kind.DURATION,
}
_ARTICLE = frozenset(("count", "kind", "people", "event", "place", "times"))
_CLAUSES = ("来自", "关于", "针对", "充满", "属于", "涉及", "有着", "由", "以", "让", "被")
_ACHIEVED = frozenset("项个道种起")
_ACHIEVEMENT = pattern(r"(?!大关|关口|以上|以下)[^\W\d_a-zA-Z]")
_SIGNS = frozenset("负-下上的")
_BORNE = ("正", "胜", "担", "减", "肩", "背", "增")  # before 负 in words: 减负2.6万亿元, 肩负三项任务
_COUNTED = frozenset("仅只共第达为唯每")
_MAGNITUDES = frozenset("百千万亿")
# 超过总股本的30%: the hedge stands before the whole that a share is of.
_SHARES = ("percent", "ratio")
_SHARE_OF = pattern(
    r"(?:超过了?|超出|不超过|不足|不到(?!位)|不低于|低于|高于|接近|约占|将近)([^\W\d_]{1,8}的)$"
)
_SHARE_BACK = 12
_DEGREE = "度"
_POWER = pattern(r"(?:[发用供输耗售购省节充]电|电量|电能|绿电)[^温热冷高低]{0,8}$")
_POWER_BACK = 12
_DEGREES = ("度", "°")
_SCALE = pattern("([摄华]氏)(?:温度)?$")
_NO_MINUS_BEHIND = pattern(r"[0-9A-Za-z\-—)%~]")
_CLAUSE_END = pattern(r"[。;!?\n,]")
_PERIOD_WORDS = ("来", "以来", "间", "里", "期间")
_THAN = pattern(r" ?([大高长重远小低少短轻近])")
_LARGER = "大高长重远"
_BOUND_GAP = pattern(r"[ ,、]{0,2}(?:的?同时|并且|而且|且|但|又|和)?[ ,]{0,2}")


def kind_of(unit: Unit) -> Kind:
    """The kind that a unit's dimension makes a number."""
    return _KINDS.get(unit.dimension.partition(":")[0], Kind.CARDINAL)


def scaled(read: Numeral, factor: Decimal) -> Numeral:
    """``read`` times ``factor``; a negative factor turns the interval round."""
    if factor == 1:
        return read
    low, high, open_low, open_high = read.low * factor, read.high * factor, read.open_low, read.open_high
    if factor < 0:
        low, high, open_low, open_high = high, low, open_high, open_low
    return read._replace(
        low=low, high=high, open_low=open_low, open_high=open_high, number=read.number * factor,
        step=read.step * abs(factor),
    )  # fmt: skip


def figure(state: State, start: int, read: Numeral, unit: Unit, form: str) -> int:
    """Add the figure whose numeral begins at ``start`` and whose unit (``form``) ends at ``read.end``.

    Returns where the figure ends, which is behind the hedge that follows it.
    """
    text, words = state.text, state.words
    begin, end = start, read.end
    floor = state.found[-1].end if state.found else 0
    begin, negative = sign(text, begin)
    if begin < floor or (begin == floor and floor and text[begin] == "-"):
        begin, negative = start, False  # 五元六角-六元: what joins two figures is no sign
    if not unit.dimension or unit.dimension.startswith("money"):
        currency = words.currency_before(text, begin)
        if currency is not None and currency[0] >= floor:
            begin = currency[0]
            if not unit.dimension or form == "元":
                unit = currency[1]
                form = form or unit.base
            if not negative and (signed := sign(text, begin))[0] >= floor:
                begin, negative = signed
    elif form in _DEGREES and (scale := _SCALE.search(text, max(0, begin - 4), begin)) is not None:
        unit = words.by_form(scale[1] + "度")
        begin, negative = sign(text, scale.start())
    elif form == _DEGREE and _POWER.search(text, max(0, begin - _POWER_BACK), begin) is not None:
        unit = words.by_form("度电")  # 累计发电1386亿度
    kind = kind_of(unit)
    at, before = _hedge_before(state, start, begin, read, unit)
    if at < floor or (
        form in _ACHIEVED and text.startswith(("突破", "破"), at) and _ACHIEVEMENT.match(text, end)
    ):
        before = None  # 突破20项关键技术: twenty are solved, not passed
    else:
        begin = at
    end, after = words.hedge_after(text, end)
    if before is None and text[begin - 1 : begin] in ("比", " ") and text.endswith(("比", "比 "), 0, begin):
        than = _THAN.match(text, end)
        if than is not None and text.rindex("比", 0, begin) >= floor:
            before = Hedge.OVER if than[1] in _LARGER else Hedge.UNDER
            begin, end = text.rindex("比", 0, begin), than.end()
    if before is Hedge.NEAR and kind is Kind.DURATION and _is_period(text, end, read, form):
        before = None
    read = scaled(read, -unit.factor if negative else unit.factor)
    low, high, low_inclusive, high_inclusive, hedge = hedging.interval(read, before, after)
    direction = words.direction(text, begin)
    basis = _basis(text, begin) if kind is not Kind.CARDINAL or direction else ""
    exact = read.low == read.high or read.hedge is not Hedge.NONE
    incidental = (
        text[start] == "一" and read.number == 1 and not hedge and unit.dimension in _ARTICLE and form != "人"
        and text[start - 1 : start] not in _COUNTED and end - start <= 3
    )  # fmt: skip
    if incidental and text.startswith(_CLAUSES, end):
        return end  # 一场来自乡土的普及: an article before a clause counts nothing
    found = Quantity(
        begin, end, state.original[begin:end], low, high, low_inclusive, high_inclusive, hedge, unit.base,
        kind, unit.dimension, read.number if exact else None, read.step, direction, basis, form, incidental,
    )  # fmt: skip
    if state.found and state.found[-1].end >= begin - 8:
        found = lists.settle(state, found, unit, read.scale)
        joined = _joined(state, state.found[-1], found)
        if joined is not None:
            previous = state.found.pop()
            found = previous if joined is previous else joined
    state.found.append(found)
    return end


def sign(text: str, begin: int) -> tuple[int, bool]:
    """Where the minus sign before ``begin`` stands, and whether there is one."""
    previous = text[begin - 1 : begin]
    if previous == " " and text[begin - 2 : begin - 1] == "负":
        begin, previous = begin - 1, "负"
    if previous not in _SIGNS:
        return begin, False
    if previous == "负" and text[begin - 2 : begin - 1] not in _BORNE:
        return begin - 1, True
    if previous == "-" and not (begin > 1 and _NO_MINUS_BEHIND.match(text[begin - 2])):
        return begin - 1, True
    if previous == "下" and text[max(0, begin - 2) : begin] == "零下":
        return begin - 2, True
    if previous == "上" and text[max(0, begin - 2) : begin] == "零上":
        return begin - 2, False
    if previous == "的" and text[max(0, begin - 2) : begin] == "负的":
        return begin - 2, True
    return begin, False


def _hedge_before(
    state: State, start: int, begin: int, read: Numeral, unit: Unit
) -> tuple[int, Hedge | None]:
    """The hedge before the figure; 过 bends only what begins with a bare magnitude or a half (过万, 过半)."""
    text = state.text
    at, before = state.words.hedge_before(text, begin)
    if before is None and text[begin - 1 : begin] in ("过", "破"):
        if text[start] in _MAGNITUDES or (unit is RATIO and read.low * 2 == 1):
            return begin - 1, Hedge.OVER
        return begin, None
    if before is None and text[begin - 1 : begin] == "的" and unit.dimension in _SHARES:
        whole = _SHARE_OF.search(text, max(0, begin - _SHARE_BACK), begin)
        if whole is not None:
            _, before = state.words.hedge_before(text, whole.start(1))
    return at, before


def _is_period(text: str, end: int, read: Numeral, form: str) -> bool:
    """近五年 is the five years up to now; nearly twenty is meant only where nothing makes it a period."""
    return text.startswith(_PERIOD_WORDS, end) or (
        read.number <= 10 and form in ("年", "个月", "天", "日", "周")
    )


def _basis(text: str, start: int) -> str:
    """同比 or 环比, whichever stands last in the clause before ``start``."""
    window = text[max(0, start - 14) : start]
    if "比" not in window:
        return ""
    window = _CLAUSE_END.split(window)[-1]
    year, month = window.rfind("同比"), window.rfind("环比")
    if year < 0 and month < 0:
        return ""
    return "同比" if year > month else "环比"


def _joined(state: State, first: Quantity, second: Quantity) -> Quantity | None:
    """One figure out of two neighbours, or ``None``.

    The same figure again in brackets (141178万人(14.1178亿人)) adds nothing; a lower and an upper bound side
    by side (60岁以上80岁以下, 大于10小于20) make one interval.
    """
    text = state.text
    if second.kind is Kind.DATE or first.kind is Kind.DATE or first.end > second.start:
        return None
    if (
        second.start == first.end + 1
        and text[first.end] == "("
        and text[second.end : second.end + 1] == ")"
        and (first.low, first.high, first.dimension) == (second.low, second.high, second.dimension)
    ):
        return first
    if first.dimension not in ("", second.dimension) and second.dimension != "":
        return None
    unit = second if second.unit else first
    for lower, upper in ((first, second), (second, first)):
        if lower.high is None and upper.low is None and lower.low is not None and upper.high is not None:
            gap = _BOUND_GAP.fullmatch(text, first.end, second.start)
            if gap is None or lower.low >= upper.high:  # type: ignore[operator]
                return None
            if "," in gap[0] and text[first.end - 1] not in "上下大小高低":
                return None
            return Quantity(
                first.start, second.end, state.original[first.start : second.end], lower.low,
                upper.high, lower.low_inclusive, upper.high_inclusive, Hedge.NONE, unit.unit, unit.kind,
                unit.dimension, None, second.step, first.direction, first.basis, unit.written_unit,
            )  # fmt: skip
    return None
