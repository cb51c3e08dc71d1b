"""Put the dates that are read into the text's own time: open ends, years left out, reference dates.

A year that is left out is taken from the nearest date before it in the text, else from the reference date
(across the turn of the year, the one that is near); what counts as such a date says :func:`_year_of`. When
none is known the date keeps month and day and has no bounds.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.quantity import calendars, centuries, dates, lexicon
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.dates import Span
    from factcheck.quantity.state import State

# What a place must look like to be worth a closer look.
_NUMBER = "[0-9〇零一二两三四五六七八九十廿卅千]"
_HINT = pattern(
    rf"{_NUMBER}{{1,8}}(?: ?(?:-|—{{1,2}}|[~至到、和]) ?第?{_NUMBER}{{1,3}}){{0,2}} ?(?:[年日号世]|个?月|个?季)"
    r"|\d{4} ?[-—~至到/.· ]|0\d[-/]\d\d|\d{1,2}[-/.](?:\d{1,2}[-/.]|\d{4})|十[一二三四五]五"
)
_UNTIL = ("截至", "截止", "截止到", "截至到", "截止至", "截至目前")
_PART = pattern(
    r"(?:上半年|下半年|年[底末中内]|年尾(?![号款气盘随数])|年初(?![一二三四五六七八九十])|首季度?|Q[1-4])"
)
_PART_OF_MONTH = pattern(r"(上旬|中旬|下旬|月?[底末初])")
_NAMED = pattern(r"(19[5-9]\d|20[0-4]\d)(?=[^\W\d_]|、(?:19|20)\d\d|[》〕\])]| [^\W\d_]|[,。;:!?]?(?:\n|$))")
_WEEKDAY = pattern(r"(?:周|星期|礼拜)?([一二三四五六日天])")
_SINCE = pattern(r" ?(?:(?:开始)?以来|开始|起(?![义诉草来码飞步源点重]|到)|至今|到现在|迄今|以降)")
_BEFORE = pattern(r" ?(?:以前|之前|前(?![夕后期景往列茅身任半三两行进沿线途台来者一十1-9]))")
_AFTER = pattern(r" ?(?:以后|之后)")
_NEXT_YEAR = ("次年", "翌年", "第二年")
_CENTURY = pattern("[上本]个?世纪的?$")
_AHEAD = tuple("目提以之此先眼")  # 提前两个月
_YEAR_OR_NONE = ("", "年", ",", "。", "(")  # 今年头两个月, but not 镜头
_DAYS_COUNTED = frozenset("第近约超了期每余百千万续时隔共达满足逾长前后头最整多这那")  # 历时3日, 近7日
_DAY_BEHIND = frozenset("于在从至到和及与自、")
_NEAR = 400  # days: a date farther from the reference date than that is history, not the time of the report
_STATED = frozenset("为是有共达到约超了等于过近至:=(")  # before a number that counts something
# A two-digit year (08年, 98年) and a number of years look alike; what stands around them decides.
_YEAR_BEFORE = frozenset("从自在于至到截比较")
# 九八年 is no number of years, unlike 八九年, eight or nine of them.
_SPELT_YEAR = pattern("(?!五六|六七|七八|八九)[五六七八九][零〇一二三四五六七八九]")
_SPELL_BEFORE = frozenset("了近约达满共超历长任过已有期前后第续这那每又整作事立行逾足到第余各隔晚早头")
_SPELL_AFTER = (
    "来",
    "间",
    "的",
    "后",
    "前",
    "以",
    "多",
    "期",
    "时",
    "内",
    "里",
    "历",
    "之",
    "左",
    "上",
    "才",
    "了",
    "如",
)


def at_number(state: State, start: int) -> int:
    """Read the date that begins with the number at ``start``; 0 when there is none."""
    text = state.text
    if (other := calendars.read(text, start)) is not None:
        at, days = other
        return _put(state, at, days) if days is not None else at
    if _HINT.match(text, start) is None:
        return 0
    floor = state.found[-1].end if state.found else 0
    first, second = text[start - 1 : start], text[start - 2 : start - 1]
    ahead = (first in ("前", "第") and second not in _AHEAD) or (first == "头" and second in _YEAR_OR_NONE)
    begin = start - 1 if ahead and start > floor else start
    named = _CENTURY.search(text, max(0, start - 5), start)
    century = named.start() if named is not None else start
    decade = centuries.decade(text, century)
    if decade is not None:
        return _put(state, century, decade)
    whole = centuries.century(text, start)
    if whole is not None:
        return _put(state, start, whole)
    span = dates.part_of_year(text, begin) or dates.part_of_year(text, start)
    if span is None:
        begin = start
        span = dates.read_range(text, start)
    elif dates.part_of_year(text, begin) is None:
        begin = start
    if span is None:
        return _fixed(state, start) or _day(state, start) or dates.impossible(text, start)
    if span.year is not None and not _is_year(text, start):
        return 0
    return _put(state, begin, span)


def _is_year(text: str, start: int) -> bool:
    """Whether a two-digit number before a bare 年 is a year rather than a number of years."""
    if text[start + 2 : start + 3] not in ("年", " ") or (
        text[start + 2] == " " and text[start + 3 : start + 4] != "年"
    ):
        return True
    end = text.index("年", start) + 1
    if text.startswith("报", end):
        return False
    if text[start] in "0零〇" or text[start + 1] == "千":
        return True
    if _SPELT_YEAR.match(text, start):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] not in "0123456789" and not (after and after in "0123456789一二三四五六七八九十"):
        return after in ("底", "末", "初") and text[start] not in "十百" and "十" not in text[start:end]
    if after and (after in "0123456789底末初年上下一二三四十Q春夏秋冬"):
        return before not in _SPELL_BEFORE or after in "底末初"
    if before in _SPELL_BEFORE or after in _SPELL_AFTER:
        return False
    if before in _YEAR_BEFORE and before:
        return True
    value = dates.spelt(text[start : start + 2])
    clause_begins = not before or before in "\n,。;:!?、“(《 "
    return clause_begins and (15 <= value <= 30 or value >= 70) and "\u4e00" <= after <= "\u9fff"


def _put(state: State, start: int, span: Span) -> int:
    """Add a date; its bounds follow the words around it."""
    text, year = state.text, span.year
    if year is None:
        year = _year_of(state, span, after=text.endswith(_NEXT_YEAR, 0, start))
    else:
        state.year = span.last_year or year
    bounds = dates.bounds(span, year) if year is not None else None
    if span.in_month:
        state.month = span.last[0]
        state.day = bounds[1] if bounds is not None else None
    if year is None:
        if span.first[0] == span.last[0]:
            day = span.first[1] if span.first == span.last else None
            return _add(state, start, span.end, None, month=span.first[0], day=day)
        return _add(state, start, span.end, None, relative=text[start : span.end])
    return _add(state, start, span.end, bounds) if bounds is not None else span.end


def _year_of(state: State, span: Span, *, after: bool) -> int | None:
    """The year of a date without one; ``after`` says 次年: the year after the one named last.

    A month or a part of a year belongs to the year named last (2023年…，三季度). A day does not: a report on
    2023 is published on 17 January of another year; it takes the year of the last date with year and month,
    or of the reference date.
    """
    if after:
        return state.year + 1 if state.year is not None else None
    if span.first[1] in (None, 1) and span.last[1] is None and state.year is not None:
        return state.year
    day = state.day if state.day is not None and span.in_month else None
    if state.reference is not None and (day is None or abs((day - state.reference).days) > _NEAR):
        day = state.reference
    return dates.likely_year(span, day) if day is not None else None


def _add(
    state: State, start: int, end: int, bounds: tuple[date, date] | None, *, month: int | None = None,
    day: int | None = None, relative: str = "",
) -> int:  # fmt: skip
    """Add a date with the words that open it to one side (截至, 起, 以来, 以前); returns where it ends."""
    text = state.text
    low, high = bounds if bounds is not None else (None, None)
    if bounds is not None:
        state.last = bounds
    at = start - 1 if start and text[start - 1] == " " else start
    begin = next((at - len(word) for word in _UNTIL if text.endswith(word, 0, at)), start)
    if begin != start:
        low = None
    elif (found := _SINCE.match(text, end)) is not None:
        end, high = found.end(), None
        if start and text[start - 1] in "自从":
            begin = start - 1
    elif (found := _BEFORE.match(text, end)) is not None:
        if bounds is not None:
            # 2019年前 ends with 2018; the end of a period (年底前) and a day belong to what comes before.
            whole = text[end - 1] not in "底末" and bounds[0] != bounds[1]
            low, high = None, bounds[0] - timedelta(days=1) if whole else bounds[1]
        end = found.end()
    elif (found := _AFTER.match(text, end)) is not None:
        if bounds is not None:
            low, high = bounds[1] if bounds[0] == bounds[1] else bounds[1] + timedelta(days=1), None
        end = found.end()
    state.found.append(
        Quantity(
            begin,
            end,
            state.original[begin:end],
            low,
            high,
            low is not None,
            high is not None,
            Hedge.NONE,
            "",
            Kind.DATE,
            "date",
            month=month,
            day=day,
            relative=relative,
        )
    )  # fmt: skip
    return end


def _day(state: State, start: int) -> int:
    """17日, in the month named last; 17号 and 三日 only behind another date or at the start of a clause."""
    found = dates.day_only(state.text, start)
    if found is None:
        return 0
    end, day = found
    text = state.text
    before = text[start - 1 : start]
    if before and (before in _DAYS_COUNTED or before in "〕]"):
        return 0  # 〔2020〕15号
    if text[end - 1] == "号" or text[start] > "9":
        # 神舟十三号 and 连续三日 are no days of a month.
        inside = before >= "\u4e00" and before not in _DAY_BEHIND
        if inside or (state.month is None and state.reference is None):
            return 0
    within = state.day if state.month is not None else state.reference
    if within is None:
        return _add(state, start, end, None, month=state.month, day=day)
    try:
        exact = within.replace(day=day)
    except ValueError:
        return end
    return _add(state, start, end, (exact, exact))


def _fixed(state: State, start: int) -> int:
    """A period with a name of its own: “十四五”."""
    table, _ = lexicon.periods()
    rule = table.get(state.text[start : start + 3], "")
    if "/" not in rule or state.text[start + 3 : start + 4] in tuple("个岁人名天年万倍元分日号月"):
        return 0
    low, high = (date.fromisoformat(day) for day in rule.split("/"))
    quoted = start + 3 + (state.text[start + 3 : start + 4] == "”")
    if state.text.startswith("末", quoted):
        return _add(state, start, quoted + 1, (high.replace(month=1, day=1), high))
    return _add(state, start, quoted if _SINCE.match(state.text, quoted) else start + 3, (low, high))


_NAMED_DAY = tuple("节假生贫念易期止工次")  # what makes 日 a day of its own: 节日, 扶贫日, 交易日, 到期日


def at_word(state: State, start: int) -> int:
    """Words that name a period: 去年同期, 上月, 年底, 上半年; 0 when there is none."""
    table, lengths = lexicon.periods()
    text = state.text
    for length in lengths.get(text[start], ()):
        word = text[start : start + length]
        rule = table.get(word)
        if rule is not None and word[0] == "日" and text[max(0, start - 1) : start] in _NAMED_DAY:
            return 0  # 节日前夕, 国家扶贫日前夕
        if rule == "none":
            return start + len(word)
        if rule is not None and "/" not in rule:
            return _relative(state, start, start + len(word), rule)
    found = _PART.match(text, start)
    if found is None or text[start - 1 : start] in tuple("0123456789一二两三四五六七八九十几半每个近后"):
        return 0
    if found[0] == "年内":
        return found.end()
    return _put(state, start, dates.Span(found.end(), None, *dates.within_year(found[0]), None))


def _relative(state: State, start: int, end: int, rule: str) -> int:
    """Read on from a word such as 去年, 上周, 本月 to what it governs: 去年底, 上周三, 本月10日."""
    text = state.text
    unit, _, step = rule.partition(" ")
    if unit == "same":
        return _same(state, start, end, int(step))
    if unit == "year":
        year = state.reference.year + int(step) if state.reference is not None else None
        part = dates.WITHIN_YEAR.match(text, dates.past_of(text, end))
        inner: Span | None
        if part is not None:
            inner = dates.Span(part.end(), None, *dates.within_year(part[0]), None)
        else:
            inner = dates.read_range(text, end) if end < len(text) else None
        if inner is not None and inner.year is None:
            bounds = dates.bounds(inner, year) if year is not None else None
            if inner.in_month:  # 今年前8个月 names no month that a later day is in
                state.month = inner.last[0]
            if bounds is not None:
                if inner.in_month:
                    state.day = bounds[1] if step == "0" else None  # 去年12月 is for comparison
                return _add(state, start, inner.end, bounds)
            month = inner.first[0] if inner.first[0] == inner.last[0] else None
            day = inner.first[1] if inner.first == inner.last else None
            words = text[start : inner.end]
            return _add(state, start, inner.end, None, month=month, day=day, relative=words)
    if state.reference is None:
        governed = _governed(text, end, unit)
        return _add(state, start, governed, None, relative=text[start:governed])
    low, high = dates.relative(rule, state.reference)
    if unit == "week" and (weekday := _WEEKDAY.match(text, end)) is not None:
        low += timedelta(days=min(6, "一二三四五六日天".index(weekday[1])))
        return _add(state, start, weekday.end(), (low, low))
    if unit == "month":
        state.month, state.day = low.month, high
        within = _PART_OF_MONTH.match(text, end)
        if within is not None:
            first, last = dates.within_month(within[1])
            return _add(
                state, start, within.end(), (low.replace(day=first), low.replace(day=last or high.day))
            )
        if (listed := dates.days(text, end)) is not None and listed[2] <= high.day:
            bounds = low.replace(day=listed[1]), low.replace(day=listed[2])
            return _add(state, start, listed[0], bounds)
    return _add(state, start, end, (low, high))


def _governed(text: str, end: int, unit: str) -> int:
    """Where the day ends that 上周 or 本月 governs (上周三, 本月10日, 上月底); ``end`` where it governs none."""
    if unit == "week" and (weekday := _WEEKDAY.match(text, end)) is not None:
        return weekday.end()
    if unit == "month" and (within := _PART_OF_MONTH.match(text, end)) is not None:
        return within.end()
    days = dates.days(text, end) if unit == "month" else None
    return days[0] if days is not None else end


def _same(state: State, start: int, end: int, years: int) -> int:
    """同期, 去年同期: the period named last, so many years away."""
    if state.last is None:
        return _add(state, start, end, None, relative=state.text[start:end])
    keep = state.last
    low, high = (
        day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
        for day in keep
    )
    end = _add(state, start, end, (low, high))
    state.last = keep
    return end


def named_year(state: State, start: int) -> int:
    """A year within a name: 2020扶贫报告; 0 when the number is none."""
    found = _NAMED.match(state.text, start)
    if found is None or state.words.is_noun(state.text, found.end()):
        return 0
    year = int(found[1])
    alone = start == 0 and found.end() == len(state.text)
    if year % 100 == 0 or alone or state.text[start - 1 : start] in _STATED:
        return 0
    return _add(state, start, found.end(), (date(year, 1, 1), date(year, 12, 31)))
