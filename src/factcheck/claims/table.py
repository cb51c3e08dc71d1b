"""One table of a claims file, read key by key; what is not as it should be is told with its key."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import NoReturn

from factcheck.claims.model import Status
from factcheck.suggest import did_you_mean

_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
PERIOD = re.compile(rf"(?P<one>{_DATE})|(?P<start>{_DATE}|\.\.)/(?P<end>{_DATE}|\.\.)")


class DecodeError(Exception):
    """What is wrong, at which key; ``table`` and ``name`` tell array, index and key, to find the line by."""

    def __init__(self, key: str, problem: str, table: tuple[str, int] | None = None, name: str = "") -> None:
        self.table, self.name = table, name or key
        super().__init__(f"{key}：{problem}" if key else problem)


Tell = Callable[[DecodeError], None]


def fail(error: DecodeError) -> NoReturn:
    """Stop at the first thing that is wrong."""
    raise error


def strings(value: object) -> tuple[str, ...]:
    """A list of strings that each say something, as a tuple; empty for anything else."""
    if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
        return tuple(value)
    return ()


class Table:
    """One ``[[sources]]`` or ``[[claims]]`` table, read key by key."""

    def __init__(self, values: dict[str, object], array: str, index: int) -> None:
        self._values, self._array, self.index = values, array, index

    def error(self, key: str, problem: str) -> DecodeError:
        own = self._values.get("id")
        name = f"（{own}）" if isinstance(own, str) else ""
        return DecodeError(
            f"{self._array}[{self.index}]{name}.{key}", problem, (self._array, self.index), key
        )

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

    def identifier(self, key: str = "id", *, required: bool = True) -> str:
        value = self.text(key, required=required)
        if not value and not required:
            return ""
        if not re.fullmatch(r"""[^\s/\\"']+""", value) or not value.isprintable() or not value.strip("."):
            raise self.error(key, f"{value!r} 里不能有空格、引号和斜杠，也不能只有点号")
        return value

    def names(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        value = self._values.get(key)
        if isinstance(value, list):
            if names := strings(value):
                return names
            raise self.error(key, "应是字符串数组，至少一项，每项不空")
        text = self.text(key, required=required)
        return (text,) if text else ()

    def value(self, key: str) -> str | tuple[str, ...]:
        value = self._values.get(key)
        if isinstance(value, list):
            return self.names(key)
        # A number is kept as written; a bool is an int to Python but not to a reader.
        if isinstance(value, Decimal) and not value.is_finite():
            raise self.error(key, f"{value} 不是数")
        if isinstance(value, int | Decimal | date) and not isinstance(value, bool | datetime):
            return str(value)
        return self.text(key)

    def flag(self, key: str) -> bool:
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"应是 true 或 false，现在是{_kind(value)}")
        return value

    def status(self, key: str) -> Status:
        value = self.text(key) or Status.CONFIRMED
        if value not in list(Status):
            raise self.error(key, f"只能是 {'、'.join(Status)}，现在是 {value!r}")
        return Status(value)

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
