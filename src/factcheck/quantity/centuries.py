"""Decades and centuries: 上世纪90年代, 八十年代末, 18世纪, 20世纪初."""

from __future__ import annotations

from factcheck.quantity.dates import Span, number
from factcheck.text.pattern import pattern

_LONGEST = 16  # characters that the words of either take: 二十一 世纪的 2010 年代
_NINE = "[一二三四五六七八九]"
_DECADE = pattern(
    rf"(?:((?:[上本]个?|1\d|2[01]|十{_NINE}|二十一?) ?世纪)的? ?)?"
    rf"((?:1[89]|20)\d0|\d0|{_NINE}{{1,2}}十) ?年代(?![表码理])"
    r"([初末]期?|[前中后]期)?"
)
_CENTURY = pattern(
    rf"(\d{{1,2}}|十{_NINE}|二十一?) ?世纪(?! ?(?:\d0|{_NINE}十) ?年代)"
    r"([前后上下]半叶|中叶|[初末]|)"
)


def decade(text: str, start: int) -> Span | None:
    """上世纪90年代, 19世纪70年代, 八十年代: ten years."""
    found = _DECADE.match(text, start) if "年代" in text[start : start + _LONGEST] else None
    if found is None:
        return None
    century, written = found[1], found[2]
    tens = number(written[-2:]) if written[-1] == "十" else number(written)
    more = tens - number(written[0]) * 10 if len(written) == 3 else 0  # 七八十年代
    if more not in (0, 10):
        return None
    if tens > 100:
        base, tens = tens, 0
    elif century is None:
        base = 1900 if tens >= 30 else 2000
    elif century[0] in "上本":
        base = 1900 if century[0] == "上" else 2000
    else:
        base = (number(century[:-2].strip()) - 1) * 100
    first, last = base + tens - more, base + tens + 9
    part = found[3] or ""
    if part[:1] in ("初", "前"):
        last = first + 3
    elif part[:1] in ("末", "后"):
        first = last - 3
    return Span(found.end(), first, (1, 1), (12, None), last)


def century(text: str, start: int) -> Span | None:
    """18世纪, 20世纪末: a hundred years, or a third or half of them."""
    found = _CENTURY.match(text, start) if "世纪" in text[start : start + _LONGEST] else None
    if found is None or not 1 < number(found[1]) <= 21:
        return None
    first, part = (number(found[1]) - 1) * 100, found[2]
    years = {"初": (0, 19), "末": (80, 99), "中叶": (30, 69)}
    low, high = years.get(part, (0, 49) if part[:1] in "前上" and part else (50, 99) if part else (0, 99))
    return Span(found.end(), first + low, (1, 1), (12, None), first + high)
