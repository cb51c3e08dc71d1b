"""From the tables of one claims file to typed structs; every complaint names the key path and the claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from factcheck.claims.model import Claim, Source
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1
SOURCE_KEYS = ("id", "title", "publisher", "published", "url")
CLAIM_KEYS = (
    *("id", "statement", "source", "locator", "quote", "subject", "property", "value"),
    *("scope", "period", "topic", "ordered", "open"),
)
FILE_KEYS = ("format", "sources", "claims", "aliases")

_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
PERIOD = re.compile(rf"(?P<one>{_DATE})|(?P<start>{_DATE}|\.\.)/(?P<end>{_DATE}|\.\.)")

T = TypeVar("T")


class DecodeError(Exception):
    """What is wrong, at which key; ``table`` is the array and index it stands in, to find the line by."""

    def __init__(self, key: str, problem: str, table: tuple[str, int] | None = None) -> None:
        self.table = table
        super().__init__(f"{key}：{problem}" if key else problem)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim whose sources are still ids: they may be defined in another file of the same load."""

    claim: Claim
    source_ids: tuple[str, ...]
    index: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What one claims file says."""

    sources: tuple[Source, ...] = ()
    drafts: tuple[Draft, ...] = ()
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)


def decode(data: dict[str, object]) -> Contents:
    """Decode a parsed file. Raises :class:`DecodeError` at the first thing that is not as it should be."""
    for key in data:
        if key not in FILE_KEYS:
            raise DecodeError(key, f"不认识的键{did_you_mean(key, FILE_KEYS)}")
    if "format" not in data:
        raise DecodeError("format", f"缺少格式版本，请在文件开头写上 format = {FORMAT}")
    if type(data["format"]) is not int or data["format"] != FORMAT:
        raise DecodeError("format", f"不认识的格式版本 {data['format']!r}，本程序读 format = {FORMAT}")
    return Contents(
        sources=tuple(_each(data, "sources", _source)),
        drafts=tuple(_each(data, "claims", _claim)),
        aliases=_aliases(data.get("aliases", {})),
    )


def _each(data: dict[str, object], name: str, read: Callable[[_Table], T]) -> list[T]:
    tables = data.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise DecodeError(name, f"应是表的数组，每条写作 [[{name}]]")
    return [read(_Table(table, name, index)) for index, table in enumerate(tables)]


def _source(table: _Table) -> Source:
    table.known(SOURCE_KEYS)
    return Source(
        id=table.identifier(),
        title=table.text("title", required=True),
        publisher=table.text("publisher"),
        published=table.date("published"),
        url=table.text("url"),
    )


def _claim(table: _Table) -> Draft:
    table.known(CLAIM_KEYS)
    sources = table.names("source", required=True)
    claim = Claim(
        id=table.identifier(),
        statement=table.text("statement", required=True),
        source=Source(id=sources[0], title=""),
        locator=table.text("locator"),
        quote=table.text("quote"),
        subject=table.names("subject"),
        property=table.names("property"),
        value=table.value("value"),
        scope=table.names("scope"),
        period=table.period("period"),
        topic=table.text("topic"),
        ordered=table.flag("ordered"),
        open=table.flag("open"),
    )
    if (claim.ordered or claim.open) and isinstance(claim.value, str):
        raise table.error("ordered" if claim.ordered else "open", "只用于列表，请把 value 写成数组")
    return Draft(claim, sources, table.index)


def _aliases(table: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise DecodeError("aliases", '应是一张表：[aliases]，每行写作 "正名" = ["别名"]')
    aliases = {}
    for name, given in table.items():
        others = _strings([given] if isinstance(given, str) else given)
        if not others:
            raise DecodeError(f"aliases.{name}", "应是不空的字符串或字符串数组")
        aliases[name] = others
    return aliases


def _strings(value: object) -> tuple[str, ...]:
    """A list of strings that each say something, as a tuple; empty for anything else."""
    if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
        return tuple(value)
    return ()


class _Table:
    """One ``[[sources]]`` or ``[[claims]]`` table, read key by key."""

    def __init__(self, values: dict[str, object], array: str, index: int) -> None:
        self._values, self._array, self.index = values, array, index

    def error(self, key: str, problem: str) -> DecodeError:
        own = self._values.get("id")
        name = f"（{own}）" if isinstance(own, str) else ""
        return DecodeError(f"{self._array}[{self.index}]{name}.{key}", problem, (self._array, self.index))

    def known(self, keys: tuple[str, ...]) -> None:
        for key in self._values:
            if key not in keys:
                raise self.error(key, f"不认识的键{did_you_mean(key, keys)}")

    def text(self, key: str, *, required: bool = False) -> str:
        if key not in self._values:
            if required:
                raise self.error(key, "缺少这一项")
            return ""
        value = self._values[key]
        if not isinstance(value, str):
            raise self.error(key, f"应是字符串，现在是{_kind(value)}")
        if not value.strip():
            raise self.error(key, "不能为空" if required else "不能为空，没有就删去这一项")
        return value

    def identifier(self) -> str:
        value = self.text("id", required=True)
        if not re.fullmatch(r"""[^\s/\\"']+""", value):
            raise self.error("id", f"{value!r} 里不能有空格、引号和斜杠")
        return value

    def names(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        value = self._values.get(key)
        if isinstance(value, list):
            if names := _strings(value):
                return names
            raise self.error(key, "应是字符串数组，至少一项，每项不空")
        text = self.text(key, required=required)
        return (text,) if text else ()

    def value(self, key: str) -> str | tuple[str, ...]:
        value = self._values.get(key)
        if isinstance(value, list):
            return self.names(key)
        # A number is kept as written; a bool is an int to Python but not to a reader.
        if isinstance(value, int | Decimal | date) and not isinstance(value, bool | datetime):
            return str(value)
        return self.text(key)

    def flag(self, key: str) -> bool:
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"应是 true 或 false，现在是{_kind(value)}")
        return value

    def date(self, key: str) -> date | None:
        value = self._values.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        raise self.error(key, f"应是不带引号的日期，如 2020-10-17，现在是{_kind(value)}")

    def period(self, key: str) -> str:
        value = self._values.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if type(value) is int:
            value = str(value)
        text = value if isinstance(value, str) else self.text(key)
        if problem := text and _period_problem(text):
            raise self.error(key, f"{text!r} {problem}")
        return text


def _period_problem(text: str) -> str:
    shape = PERIOD.fullmatch(text)
    if not shape or text == "../..":
        return "不是时间段，可写 2020、2020-08、2020-08-01、2019-06-22/2020-06-22 或 ../2020-08（截至）"
    ends = [end for end in shape.groups() if end and end != ".."]
    for end in ends:
        try:
            date.fromisoformat(end + "-01-01"[len(end) - 4 :] if len(end) < 10 else end)
        except ValueError:
            return f"里的 {end} 不是历法上的日期"
    if len(ends) == 2 and ends[0][: len(ends[1])] > ends[1][: len(ends[0])]:
        return "的开头晚于结尾"
    return ""


_KINDS: tuple[tuple[type, str], ...] = (
    *((bool, "布尔值"), (int, "整数"), (Decimal, "小数"), (str, "字符串"), (list, "数组"), (dict, "表")),
    *((datetime, "日期时间"), (date, "日期")),
)


def _kind(value: object) -> str:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "别的类型")
