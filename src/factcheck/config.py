"""Settings from ``factcheck.toml`` or ``[tool.factcheck]`` in ``pyproject.toml``, nearest folder first."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from factcheck.suggest import did_you_mean

FORMATS = ("text", "json")
FAIL_ON = ("refuted", "conflicting", "not_enough_evidence", "never")
_KEYS = ("claims", "fail-on", "format", "encoding")


class ConfigError(Exception):
    """A configuration that cannot be used; the message is one line and names the file and the key."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the command line leaves open."""

    claims: tuple[str, ...] = ()  # paths as seen from the working folder
    fail_on: str = "refuted"
    format: str = "text"
    encoding: str | None = None
    path: str = ""  # where it was read from; "" when there is none


def load_config(here: Path) -> Config:
    """The settings in force in ``here``. Raises :class:`ConfigError`."""
    for folder in (here, *here.parents):
        # Named as seen from here: that is how the user will look for it.
        place = Path(os.path.relpath(folder, here))
        own, project = place / "factcheck.toml", place / "pyproject.toml"
        if (here / own).is_file():
            return _decode(own, _parse(here, own))
        if (here / project).is_file():
            tool = _parse(here, project).get("tool", {})
            if isinstance(tool, dict) and "factcheck" in tool:
                return _decode(project, tool["factcheck"])
    return Config()


def _parse(here: Path, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads((here / path).read_bytes().decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: 配置写法有误：{error}") from None
    except OSError as error:
        raise ConfigError(f"{path}: 读不了（{error.strerror}），请检查权限") from None


def _decode(path: Path, table: object) -> Config:
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: factcheck：应是一张表 [tool.factcheck]")
    for key in table:
        if key not in _KEYS:
            raise ConfigError(f"{path}: {key}：不认识的配置项{did_you_mean(key, _KEYS)}")
    claims = table.get("claims", [])
    claims = [claims] if isinstance(claims, str) else claims
    if not isinstance(claims, list) or not all(isinstance(item, str) and item for item in claims):
        raise ConfigError(f"{path}: claims：应是路径，或路径的数组")
    encoding = table.get("encoding")
    if not (encoding is None or isinstance(encoding, str)):
        raise ConfigError(f"{path}: encoding：应是字符串，如 gb18030")
    return Config(
        claims=tuple(str(path.parent / item) for item in claims),
        fail_on=_choice(path, table, "fail-on", FAIL_ON),
        format=_choice(path, table, "format", FORMATS),
        encoding=encoding,
        path=str(path),
    )


def _choice(path: Path, table: dict[str, object], key: str, known: tuple[str, ...]) -> str:
    value = table.get(key, known[0])
    if value not in known:
        raise ConfigError(f"{path}: {key}：只能是 {'、'.join(known)}，现在是 {value!r}")
    return str(value)
