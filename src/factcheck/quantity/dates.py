"""Dates as written: which year, months and days the words name, before the text around them is looked at.

Full and partial dates (2020年6月22日, 2020-06-22, 二〇二〇年, 2018年底, 三季度, 上世纪90年代) and ranges
(1—8月, 6月1日至5日, 2020—2022年). Notation as in GB/T 15835 and GB/T 7408. What is ambiguous is not read:
3-7-2017 could be March or July, 2011-12 a month or a season.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    import re

# A class of characters outside ASCII takes a tenth of a millisecond to compile, so patterns have few of them:
# what only looks like a number (三四, 十二三) is told by ``number``.
_HAN = "〇零一二三四五六七八九"
_TEN = "[一二三四五六七八九十]"
_NUMBER = rf"(?:\d{{1,2}}|{_TEN}{{1,3}})"
_FOUR = (
    rf"(?:[12]\d{{3}}|[一二][{_HAN}]{{3}}|[二两]千(?:零{_TEN}{{1,3}}|[一二]?十{_TEN}?|(?= ?年{_NUMBER}月)))"
)
_PART = (
    r"第?(?:[一二三](?:[、和至到~—-]第?)?[二三四]|[1-3][、和至到~—-]第?[2-4])季度|前?第?[一二三四1-4]季度|前[二两三23]个?季度|首季度?|Q[1-4](?!\d)|"
    r"[前头](?:\d{1,2}|[一二两三四五六七八九十]{1,2})个?月(?!饼)"
)
WITHIN_YEAR = pattern(
    rf"({_PART})|[上下前后]半年|[早初盛暮仲深晚隆寒严]?[春夏秋冬](?:季|天)?(?![节运分至游晚耕招闱茶粮菜笋装播灌收种])|"
    r"年?(?:[底末]|尾(?![号款气盘随数]))|年初|年中|初|全年"
)
_WITHIN_MONTH = r"(上旬|中旬|下旬|上半月|下半月|月?(?:底|末|初|尾(?![号款气盘随数]))|中(?=[,。;、 旬]|$))"
_HAN_DAY = rf"({_TEN}{{2,3}})(?=[,。;、!?)的 至到—-]|$)"
_YEAR = pattern(
    rf"({_FOUR}|\d\d|[{_HAN}]{{2}}|(?:\d{{3}}|[{_HAN}]{{3}})(?= ?年 ?{_NUMBER} ?月))"
    r" ?年(?![多来余级轻龄产代均夜货味会金薪费限])(?:度(?!假))?"
)
_MONTH = pattern(
    rf"({_NUMBER}) ?月份?(?![饼亮球季廿]|初{_TEN})"
    rf"(?: ?({_NUMBER}) ?[日号](?![线楼院店机台令文])| ?{_HAN_DAY}| ?{_WITHIN_MONTH})?"
)
_DAY = pattern(
    rf"({_NUMBER}) ?[日号](?![线楼院店机台令文码召元均产本报常夜益志程照子内游后以称])"
    r"(?!(?<=号)(?:[航站门馆厅坑矿井泊桥仓库厂炉舱船卫病窗选种墙街桩]|公[路馆]|别墅|地块|火箭|高速))"
)
_ISO = pattern(r"([12]\d{3})([-/.·])(0?[1-9]|1[0-2])\2(3[01]|[12]\d|0?[1-9])(?![\d.]\d|\d)")
_SPACED = pattern(r"([12]\d{3}) (0[1-9]|1[0-2]) (3[01]|[12]\d|0[1-9])(?!\d| \d)")
_REVERSED = pattern(r"(3[01]|[12]\d|0?[1-9])([-/.])(3[01]|[12]\d|0?[1-9])\2((?:19|20)\d\d)(?![\d.\-/])")
_DAY_OF_MONTH = pattern(r"(0[1-9])[-/](0[1-9]|[12]\d|3[01])(?=[,。;、!?)\s]|$)")
_YEAR_MONTH = pattern(r"((?:19|20)\d\d)([-/.])(0[1-9]|1[0-2])(?![\d./%万亿元]|-(?!(?:19|20)\d\d))")
_MONTH_YEAR = pattern(r"(0[1-9]|1[0-2](?!\.))[-/.]((?:19|20)\d\d)(?![\d./%万亿元]|-\d)")
TO = r" ?(?:-{1,2}|—{1,2}|~|至|到) ?"
_CONNECT = pattern(rf"(?:起?{TO}|(和|与))")
_NEXT_YEAR = pattern("次年|翌年|第二年")
_BETWEEN = pattern(r"(?:之间|间)")
_DAYS = pattern(rf" ?({_NUMBER}){TO}({_NUMBER}) ?[日号]")
_YEARS = pattern(
    rf"({_FOUR})(?:{TO}|/)([12]\d{{3}}|[一二][{_HAN}]{{3}}|\d\d) ?(?:年(?!级|代)度?|财年|学年|赛季)"
)
_BARE_YEARS = pattern(rf"((?:19|20)\d\d){TO}((?:19|20)\d\d)(?![\d年.%]| ?[个人名位家万亿元件条户次米吨余多])")
_LIFE = pattern(rf"(?<=\()(1[5-9]\d\d) ?年?{TO}((?:1[5-9]|20)\d\d) ?年?(?=\))")
_MONTHS = pattern(rf"({_NUMBER}){TO}({_NUMBER}) ?月份?(?![饼亮球])")
_MONTH_LIST = pattern(rf"({_NUMBER})、(?:({_NUMBER})、)?({_NUMBER}) ?月份?(?![饼亮球]| ?{_NUMBER} ?[日号])")
_SEASON = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 12)}
_COUNT = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HAN_VALUE = {char: max(0, index - 1) for index, char in enumerate(_HAN)} | {"两": 2}
_LONGEST = 16  # so far behind its beginning a written date has its month
_JOINED = frozenset("0123456789-/.")

Point = tuple[int, int | None]


class Span(NamedTuple):
    """Days from the ``first`` month and day to the ``last``.

    Day ``None`` means the whole month, year ``None`` that none is written.
    """

    end: int
    year: int | None
    first: Point
    last: Point
    last_year: int | None

    @property
    def in_month(self) -> bool:
        """Whether the span names a month or days, not a year or a part of one."""
        return self.first[0] == self.last[0] or self.first[1] not in (None, 1) or self.last[1] is not None


def number(written: str) -> int:
    """The value of a one or two digit number in either script; 0 for characters that are none (三四, 十二三)."""
    if written[0] <= "9":
        return int(written)
    tens, ten, ones = written.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return 0
    return (
        (_HAN_VALUE[tens] if tens else 1) * 10 + (_HAN_VALUE[ones] if ones else 0)
        if ten
        else _HAN_VALUE[tens]
    )


def spelt(written: str) -> int:
    """A number given digit by digit: 98, 九八, 二〇二〇."""
    return int("".join(char if char <= "9" else str(_HAN_VALUE[char]) for char in written))


def full_year(written: str) -> int:
    """A year as a number; two digits mean the century that puts it between 1950 and 2049."""
    if "千" in written:
        rest = written[2:].lstrip("零")
        return 2000 + (number(rest.replace("一十", "十")) if rest else 0)
    value = spelt(written)
    return value if len(written) > 2 else value + (1900 if value >= 50 else 2000)


def within_year(part: str) -> tuple[Point, Point]:
    """The months (and days) a word such as 上半年, 三季度 or 年底 names."""
    if part.startswith("首季"):
        return (1, 1), (3, None)
    if "季度" in part or part[0] == "Q":
        counts = [_COUNT[char] for char in part if char in _COUNT]
        return (1 if part[0] == "前" else 3 * counts[0] - 2, 1), (3 * counts[-1], None)
    if part[0] in "前头" and part.endswith("月"):
        return (1, 1), (min(12, number(part.strip("前头个月").replace("两", "二"))), None)
    if part in ("上半年", "前半年"):
        return (1, 1), (6, None)
    if part in ("下半年", "后半年"):
        return (7, 1), (12, None)
    if part.endswith(("底", "末", "尾")):
        return (12, 1), (12, None)
    if part.endswith("年中"):
        return (6, 1), (7, None)
    for season, (first, last) in _SEASON.items():
        if season in part:
            return (first, 1), (last, None)
    return ((1, 1), (2, None)) if part.endswith("初") else ((1, 1), (12, None))


def within_month(word: str) -> tuple[int, int | None]:
    """The first and last day of 上旬, 月底 and the like."""
    if word == "上旬" or word.endswith("初"):
        return 1, 10
    if word in ("中旬", "中"):
        return 11, 20
    if word == "下旬" or word.endswith(("底", "末", "尾")):
        return 21, None
    return (1, 15) if word == "上半月" else (16, None)


def _valid(month: int, day: int | None = None) -> bool:
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(2000, month)[1])


def _single(end: int, year: int | None, month: int, day: int) -> Span | None:
    return Span(end, year, (month, day), (month, day), year) if _valid(month, day) else None


def read_span(text: str, start: int, *, ends_range: bool = False) -> Span | None:
    """The date or partial date that begins at ``start``, without what stands around it."""
    found = _YEAR.match(text, start)
    if found is not None:
        return _in_year(text, full_year(found[1]), found.end())
    if text[start] <= "9":
        return _numeric(text, start, joined=not ends_range and text[start - 1 : start] in _JOINED)
    return _in_month(_MONTH.match(text, start))


def past_of(text: str, start: int) -> int:
    """Where the part of a year begins that stands at ``start``, perhaps behind a 的 (2020年的上半年)."""
    for char in " 的 ":
        start += text.startswith(char, start)
    return start


def _in_year(text: str, year: int, end: int) -> Span | None:
    """The part of ``year`` that is named at ``end``, or the whole."""
    start = past_of(text, end)
    part = WITHIN_YEAR.match(text, start)
    if part is not None:
        return Span(part.end(), year, *within_year(part[0]), year)
    month = _MONTH.match(text, start)
    if month is not None:
        return _in_month(month, year)
    months = _months(text, end + (text[end : end + 1] == " "))
    if months is not None:
        return months._replace(year=year, last_year=year)
    return Span(end, year, (1, 1), (12, None), year)


def _numeric(text: str, start: int, *, joined: bool) -> Span | None:
    """Dates written in digits and signs, unless ``joined`` to digits before, or a month in digits."""
    if not joined:
        found = _ISO.match(text, start) or _SPACED.match(text, start)
        if found is not None:
            groups = found.groups()
            return _single(found.end(), int(groups[0]), int(groups[-2]), int(groups[-1]))
        found = _DAY_OF_MONTH.match(text, start)
        if found is not None:
            return _single(found.end(), None, int(found[1]), int(found[2]))
        found = _REVERSED.match(text, start)
        if found is not None:
            day, month = int(found[1]), int(found[3])
            if day <= 12 and month <= 12 and day != month:
                return None
            if month > 12:
                day, month = month, day
            return _single(found.end(), int(found[4]), month, day)
        found = _MONTH_YEAR.match(text, start)
        if found is not None:
            year, month = int(found[2]), int(found[1])
            return Span(found.end(), year, (month, 1), (month, None), year)
        found = _YEAR_MONTH.match(text, start)
        if found is not None:
            year, month = int(found[1]), int(found[3])
            if (found[2] == "-" and month == year % 100 + 1) or (found[2] == "." and found[3][0] == "1"):
                return None
            return Span(found.end(), year, (month, 1), (month, None), year)
    return _in_month(_MONTH.match(text, start))


def _in_month(found: re.Match[str] | None, year: int | None = None) -> Span | None:
    """The month that ``_MONTH`` found, or the day or part of it."""
    if found is None:
        return None
    month, day = number(found[1]), found[2] or found[3]
    if day:
        return _single(found.end(), year, month, number(day))
    if not _valid(month):
        return None
    low, high = within_month(found[4]) if found[4] else (1, None)
    return Span(found.end(), year, (month, low), (month, high), year)


def read_range(text: str, start: int) -> Span | None:
    """The date or range of dates that begins at ``start``."""
    found = _YEARS.match(text, start) or _BARE_YEARS.match(text, start) or _LIFE.match(text, start)
    if found is not None:
        low = full_year(found[1])
        high = full_year(found[2]) if len(found[2]) > 2 else low - low % 100 + int(found[2])
        return Span(found.end(), low, (1, 1), (12, None), high) if low < high <= low + 200 else None
    if (months := _months(text, start)) is not None:
        return months
    if _MONTHS.match(text, start) is not None:
        return None
    span = read_span(text, start)
    if span is not None and span.first[1] == 1 and span.last == (span.first[0], None):
        days = _DAYS.match(text, span.end)
        if days is not None and 1 <= number(days[1]) < number(days[2]) <= 31:
            month = span.first[0]
            return Span(days.end(), span.year, (month, number(days[1])), (month, number(days[2])), span.year)
    joint = _CONNECT.match(text, span.end) if span is not None else None
    if span is None or joint is None:
        return span
    whole = _extend(text, span, joint.end())
    if whole is not None and joint[1]:
        between = _BETWEEN.match(text, whole.end)
        return whole._replace(end=between.end()) if between is not None else span
    return whole or span


def _months(text: str, start: int) -> Span | None:
    """1—8月; 5、6月 and 七、八、九月, which follow each other."""
    found = _MONTHS.match(text, start)
    if found is not None:
        low, high = number(found[1]), number(found[2])
        tail = _MONTH.match(text, found.start(2))
        rising = low < high and tail is not None and not tail[2]
    else:
        found = _MONTH_LIST.match(text, start) if "、" in text[start : start + 4] else None
        if found is None:
            return None
        listed = [number(written) for written in found.groups() if written]
        low, high = listed[0], listed[-1]
        rising = listed == list(range(low, high + 1))
    return (
        Span(found.end(), None, (low, 1), (high, None), None) if rising and 1 <= low <= high <= 12 else None
    )


def _into_next_year(text: str, left: Span, start: int) -> Span | None:
    """The range from ``left`` to a month or day of the year after (11月至次年3月)."""
    right = read_span(text, start, ends_range=True) if start < len(text) else None
    if right is None or right.year is not None:
        return None
    if left.last_year is not None:
        return Span(right.end, left.year, left.first, right.last, left.last_year + 1)
    return left._replace(end=right.end, last=right.last) if _order(right.last) < _order(left.first) else None


def _extend(text: str, left: Span, start: int) -> Span | None:
    """The range from ``left`` to what stands at ``start``, which may leave out the year and the month."""
    if start >= len(text):
        return None
    if (following := _NEXT_YEAR.match(text, start)) is not None:
        return _into_next_year(text, left, following.end())
    right = read_span(text, start, ends_range=True)
    if right is None:
        day = _DAY.match(text, start)
        if day is not None and left.first[1] is not None and left.first == left.last:
            last = number(day[1])
            if left.first[1] < last <= 31:
                return left._replace(end=day.end(), last=(left.first[0], last))
        return None
    year = right.year
    if year is None and left.last_year is not None:
        year = left.last_year + (1 if _order(right.last) < _order(left.first) else 0)
    first_year = left.year if left.year is not None else right.year
    if (
        year is not None
        and first_year is not None
        and (year, _order(right.last)) < (first_year, _order(left.first))
    ):
        return None
    return Span(right.end, first_year, left.first, right.last, year)


def impossible(text: str, start: int) -> int:
    """Where a date that no calendar has ends (2020年6月31日, 2月30日); 0 when there is none."""
    if text.find("月", start, start + _LONGEST) < 0:
        return 0
    year = _YEAR.match(text, start)
    found = _MONTH.match(text, start if year is None else past_of(text, year.end()))
    if found is None or not (found[2] or year):
        return 0
    return found.end() if read_span(text, start) is None else 0


def _order(point: Point) -> tuple[int, int]:
    return point[0], point[1] or 99


def part_of_year(text: str, start: int) -> Span | None:
    """一季度, 前三季度, Q3, 前8个月: a part of a year not written."""
    found = WITHIN_YEAR.match(text, start)
    if found is None or found[1] is None:
        return None
    return Span(found.end(), None, *within_year(found[0]), None)


def day_only(text: str, start: int) -> tuple[int, int] | None:
    """17日: where it ends and its day of the month."""
    found = _DAY.match(text, start)
    if found is None or not 1 <= number(found[1]) <= 31:
        return None
    return found.end(), number(found[1])


def days(text: str, start: int) -> tuple[int, int, int] | None:
    """10日 or 3日至5日, of a month not written: where it ends, the first day and the last."""
    first = day_only(text, start) if start < len(text) else None
    if first is None:
        found = _DAYS.match(text, start)
        if found is None or not 1 <= number(found[1]) < number(found[2]) <= 31:
            return None
        return found.end(), number(found[1]), number(found[2])
    joint = _CONNECT.match(text, first[0])
    last = (
        day_only(text, joint.end())
        if joint is not None and not joint[1] and joint.end() < len(text)
        else None
    )
    if last is None or last[1] <= first[1]:
        return first[0], first[1], first[1]
    return last[0], first[1], last[1]


def bounds(span: Span, year: int) -> tuple[date, date] | None:
    """The first and the last day of ``span`` when it begins in ``year``; ``None`` when no such day exists."""
    last_year = year if span.last_year is None or span.year is None else span.last_year
    first_month, first_day = span.first
    last_month, last_day = span.last
    if span.year is None and _order(span.last) < _order(span.first):
        last_year += 1
    try:
        low = date(year, first_month, first_day or 1)
        high = date(last_year, last_month, last_day or monthrange(last_year, last_month)[1])
    except ValueError:
        return None
    return (low, high) if low <= high else None


def likely_year(span: Span, reference: date) -> int:
    """The year of a date without one: that of ``reference``, or across the turn of the year its neighbour."""
    month = span.first[0]
    if span.last != span.first and span.last[0] - month >= 2:  # 上半年, 前三季度
        return reference.year
    if reference.month <= 2 and month >= 10:
        return reference.year - 1
    if reference.month >= 11 and month <= 2:
        return reference.year + 1
    return reference.year


def relative(rule: str, reference: date) -> tuple[date, date]:
    """The days that a rule of ``periods.tsv`` names, counted from ``reference``."""
    unit, *numbers = rule.split(" ")
    step = int(numbers[0])
    if unit == "days":
        return reference + timedelta(days=step), reference + timedelta(days=int(numbers[1]))
    if unit == "day":
        return reference + timedelta(days=step), reference + timedelta(days=step)
    if unit in ("week", "weekend"):
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=step)
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit == "year":
        return date(reference.year + step, 1, 1), date(reference.year + step, 12, 31)
    length = 3 if unit == "quarter" else 1
    index = (reference.year * 12 + reference.month - 1) // length + step
    first = index * length
    last = first + length - 1
    return (
        date(first // 12, first % 12 + 1, 1),
        date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1]),
    )
