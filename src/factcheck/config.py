"""Settings from ``factcheck.toml`` or ``[tool.factcheck]`` in ``pyproject.toml``, nearest folder first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import tomli

from factcheck.faults import toml_fault, why
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from factcheck.triage.entries import Entry

FORMATS = (
    *("text", "json", "jsonl", "sarif", "github", "gitlab"),
    *("junit", "rdjson", "markdown", "html", "claimreview"),
)
FAIL_ON = ("refuted", "conflicting", "not_enough_evidence", "never")
KEYS = ("claims", "fail-on", "format", "encoding", "select", "ignore", "baseline", "suppress")


class ConfigError(Exception):
    """A configuration that cannot be used; the message is one line and names the file and the key."""


class Config(NamedTuple):
    """What the command line leaves open."""

    claims: tuple[str, ...] = ()  # paths as seen from the working folder
    fail_on: str = "refuted"
    format: str = ""  # "" where none is named: what suits the place
    encoding: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None  # as seen from the working folder
    suppress: tuple[Entry, ...] = ()
    path: str = ""  # where it was read from; "" when there is none
    given: frozenset[str] = frozenset()  # the keys it sets


def load_config(here: Path) -> Config:
    """The settings in force in ``here``. Raises :class:`ConfigError`."""
    for folder in (here, *here.parents):
        # Named as seen from here: that is how the user will look for it.
        place = Path(os.path.relpath(folder, here))
        own, project = place / "factcheck.toml", place / "pyproject.toml"
        if (here / own).is_file():
            return _decode(own, _own_table(_parse(here, own)))
        if (here / project).is_file():
            tool = _parse(here, project).get("tool", {})
            if isinstance(tool, dict) and "factcheck" in tool:
                return _decode(project, tool["factcheck"])
    return Config()


def _parse(here: Path, path: Path) -> dict[str, object]:
    try:
        return tomli.loads((here / path).read_bytes().decode("utf-8-sig"))
    except tomli.TOMLDecodeError as error:
        reason, line = toml_fault(error)
        where = f"第 {line} 行：" if line else ""
        raise ConfigError(f"{path}: {where}配置写法有误：{reason}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: 不是 UTF-8（第 {error.start + 1} 字节），请另存为 UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{path}: 读不了（{why(error)}），请检查权限") from None


def _own_table(parsed: dict[str, object]) -> object:
    """The settings of a ``factcheck.toml``: its keys, or a table copied from a ``pyproject.toml`` with its heading."""
    tool = parsed.get("tool")
    return (
        tool["factcheck"]
        if parsed.keys() == {"tool"} and isinstance(tool, dict) and "factcheck" in tool
        else parsed
    )


def _decode(path: Path, table: object) -> Config:
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: factcheck：应是一张表 [tool.factcheck]")
    for key in table:
        if key not in KEYS:
            raise ConfigError(f"{path}: {key}：不认识的配置项{did_you_mean(key, KEYS)}")
    baseline = _text(path, table, "baseline", "baseline.json")
    return Config(
        claims=tuple(str(path.parent / item) for item in _texts(path, table, "claims", "路径")),
        fail_on=_choice(path, table, "fail-on", FAIL_ON),
        format=_choice(path, table, "format", FORMATS) if "format" in table else "",
        encoding=_text(path, table, "encoding", "gb18030"),
        select=_texts(path, table, "select", "理由"),
        ignore=_texts(path, table, "ignore", "理由"),
        baseline=str(path.parent / baseline) if baseline else None,
        suppress=_suppress(path, table["suppress"]) if "suppress" in table else (),
        path=str(path),
        given=frozenset(table),
    )


def _text(path: Path, table: dict[str, object], key: str, example: str) -> str | None:
    value = table.get(key)
    if not (value is None or isinstance(value, str)):
        raise ConfigError(f"{path}: {key}：应是字符串，如 {example}")
    return value


def _texts(path: Path, table: dict[str, object], key: str, what: str) -> tuple[str, ...]:
    value = table.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(item, str) and item for item in values):
        raise ConfigError(f"{path}: {key}：应是{what}，或{what}的数组")
    return tuple(values)


def _suppress(path: Path, tables: object) -> tuple[Entry, ...]:
    from factcheck.triage.entries import decode_entries  # noqa: PLC0415  few configurations have any
    from factcheck.triage.excuse import ExcuseError  # noqa: PLC0415

    try:
        return decode_entries(tables, path.parent)
    except ExcuseError as error:
        raise ConfigError(f"{path}: {error}") from None


def _choice(path: Path, table: dict[str, object], key: str, known: tuple[str, ...]) -> str:
    value = table.get(key, known[0])
    if value not in known:
        raise ConfigError(f"{path}: {key}：只能是 {'、'.join(known)}，现在是 {value!r}")
    return str(value)
