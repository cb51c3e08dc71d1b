"""Put the dates that are read into the text's own time: open ends, years left out, reference dates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.quantity import dates, lexicon
from factcheck.quantity.model import Hedge, Kind, Quantity

if TYPE_CHECKING:
    from factcheck.quantity.dates import Span
    from factcheck.quantity.state import State

_DATE_HINT = re.compile(r"[0-9〇零一二三四五六七八九十]{1,8} ?[年月日号季]|\d{4} ?[-—~至到/.]|(?:第[一二三四1-4]|[一二三四1-4]|[两二三23]个?)季度|\d{1,2} ?(?:-|—{1,2}|~|至|到) ?\d{1,2} ?[月日号]|[一二三四五六七八九十]{1,3} ?(?:-|—{1,2}|~|至|到) ?[一二三四五六七八九十]{1,3} ?[月日]|十[一二三四五]五")
_UNTIL = ("截至", "截止", "截止到", "截至到", "截止至")
_YEAR_PERIOD = re.compile(r"(?:上半年|下半年|年底|年末|年初|年中|年内|首季|Q[1-4])")
_SPAN_YEAR = re.compile(r"(?:的? ?(?:上半年|下半年|前?第?[一二三四1-4]季度|前[二两三23]个?季度|Q[1-4]|底|末|初|年底|年末|年初|全年))")
_NAMED = re.compile(r"(19[5-9]\d|20[0-4]\d)(?=[\u4e00-\u9fff》A-Za-z])")


def at_number(state: State, start: int) -> int:
    """Read the date that begins with the number at ``start``; 0 when there is none."""
    text = state.text
    if _DATE_HINT.match(text, start) is None:
        return 0
    span = dates.read_range(text, start)
    if span is None:
        char = text[start]
        if char == "十" and text[start + 2 : start + 3] == "五":
            return _fixed(state, start)
        before = text[start - 1 : start]
        if before in ("前", "第"):
            span = dates.quarter(text, start - 1)
            if span is not None:
                return _put(state, start - 1, span)
        span = dates.quarter(text, start)
        if span is not None:
            return _put(state, start, span)
        return _day(state, start)
    return _put(state, start, span)


def _put(state: State, start: int, span: Span) -> int:
    """Add a date; its bounds follow the words around it."""
    year = span.year
    if year is None:
        year = _year_of(state, span)
    else:
        state.year = span.last_year or year
    if span.first[0] is not None:
        state.month = span.last[0]
    if year is None:
        _add(state, start, span.end, None, month=span.first[0], day=span.first[1] if span.first == span.last else None)
        return span.end
    bounds = dates.bounds(span, year)
    if bounds is None:
        return span.end
    _add(state, start, span.end, bounds)
    return span.end


def _year_of(state: State, span: Span) -> int | None:
    if state.year is not None:
        return state.year
    if state.reference is not None:
        return dates.nearest_year(span, state.reference)
    return None


def _add(
    state: State, start: int, end: int, bounds: tuple[date, date] | None, *, month: int | None = None,
    day: int | None = None, relative: str = "",
) -> None:  # fmt: skip
    text = state.text
    low: date | None
    high: date | None
    low, high = bounds or (None, None)
    if bounds is not None:
        state.last = bounds
    begin = start
    at = start - 1 if start and text[start - 1] == " " else start
    for word in _UNTIL:
        if text.startswith(word, at - len(word)) and at >= len(word):
            begin = at - len(word)
            low = None
    if begin == start:
        since = dates.since(text, end)
        if since is not None:
            end, high = since, None
            if start and text[start - 1] in "自从":
                begin = start - 1
        elif (earlier := dates.before(text, end)) is not None:
            end = earlier
            if bounds is not None:
                low, high = None, bounds[0] - timedelta(days=1) if bounds[0] != bounds[1] else bounds[0]
        elif (later := dates.after(text, end)) is not None:
            end = later
            if bounds is not None:
                low, high = bounds[1] if bounds[0] == bounds[1] else bounds[1] + timedelta(days=1), None
    state.found.append(
        Quantity(begin, end, state.original[begin:end], low, high, low is not None, high is not None, Hedge.NONE, "",
                 Kind.DATE, "date", month=month, day=day, relative=relative)  # fmt: skip
    )


def _day(state: State, start: int) -> int:
    """17日, with the month named last."""
    found = dates.day_only(state.text, start)
    if found is None:
        return 0
    end, day = found
    text = state.text
    if text[end - 1] == "号" or text[start - 1 : start] in ("第", "近", "约", "超"):
        return 0
    year, month = state.year, state.month
    if year is None or month is None:
        if state.reference is None:
            _add(state, start, end, None, month=month, day=day)
            return end
        year, month = state.reference.year, state.reference.month
    try:
        exact = date(year, month, day)
    except ValueError:
        return end
    _add(state, start, end, (exact, exact))
    return end


def _fixed(state: State, start: int) -> int:
    """A period with a name of its own: “十四五”."""
    table, _ = lexicon.periods()
    word = state.text[start : start + 3]
    rule = table.get(word)
    if rule is None or "/" not in rule or state.text[start + 3 : start + 4] in ("个", "岁", "人", "名", "天", "年", "万"):
        return 0
    low, high = rule.split("/")
    _add(state, start, start + 3, (date.fromisoformat(low), date.fromisoformat(high)))
    return start + 3


def at_word(state: State, start: int) -> int:
    """Words that name a period: 去年同期, 上月, 年底, 上半年; 0 when there is none."""
    table, lengths = lexicon.periods()
    text = state.text
    for length in lengths.get(text[start], ()):
        rule = table.get(text[start : start + length])
        if rule is not None:
            return _relative(state, start, start + length, rule)
    found = _YEAR_PERIOD.match(text, start)
    if found is None or text[start - 1 : start] in tuple("0123456789一二两三四五六七八九十几半每"):
        return 0
    if found[0] == "年内":
        return found.end()
    first, last = dates.within_year(found[0])
    return _put(state, start, dates.Span(found.end(), None, first, last, None))


def _relative(state: State, start: int, end: int, rule: str) -> int:
    text = state.text
    word = text[start:end]
    unit, _, step = rule.partition(" ")
    if unit == "same":
        if state.last is None:
            _add(state, start, end, None, relative=word)
            return end
        low, high = state.last
        years = int(step)
        try:
            bounds = low.replace(year=low.year + years), high.replace(year=high.year + years)
        except ValueError:
            bounds = low.replace(year=low.year + years), high.replace(year=high.year + years, day=28)
        keep = state.last
        _add(state, start, end, bounds)
        state.last = keep
        return end
    year = state.reference.year + int(step) if unit == "year" and state.reference else None
    if unit == "year":
        part = _SPAN_YEAR.match(text, end)
        inner = None
        if part is not None:
            words = part[0].lstrip("的 ")
            inner = dates.Span(part.end(), year, *dates.within_year(words), year)
        else:
            inner = dates.read_range(text, end)
            if inner is not None and inner.year is not None:
                inner = None
        if inner is not None:
            if year is not None:
                bounds_ = dates.bounds(inner._replace(year=year, last_year=year), year)
                if bounds_ is not None:
                    state.month = inner.last[0]
                    state.year = year
                    _add(state, start, inner.end, bounds_)
                return inner.end
            _add(state, start, inner.end, None, month=inner.first[0], day=inner.first[1], relative=word)
            return inner.end
    if state.reference is None:
        _add(state, start, end, None, relative=word)
        return end
    _add(state, start, end, dates.relative(rule, state.reference))
    return end


def named_year(state: State, start: int) -> int:
    """A year within a name: 2020扶贫报告; 0 when the number is none."""
    found = _NAMED.match(state.text, start)
    if found is None:
        return 0
    year = int(found[1])
    _add(state, start, found.end(), (date(year, 1, 1), date(year, 12, 31)))
    state.year = year
    return found.end()
