"""Where in a TOML text its tables and keys stand: the parser keeps no places, and complaints need them."""

from __future__ import annotations

import re
from collections import Counter

Place = tuple[str, int, str]  # array of tables, index in it, key; ("", 0, key) before any header

_HEADER = re.compile(r"[ \t]*(?P<open>\[\[?)[ \t]*(?P<name>[^\[\]\n#]+?)[ \t]*\]\]?")
_KEY = re.compile(r"""[ \t]*(?P<key>[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[^=\n"']*=""")
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""' + r"|'''.*?'''"
    r'|"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'"
    r"|#[^\n]*|[\[\]{}]|\n",
    re.DOTALL,
)


def places(text: str) -> dict[Place, int]:
    """The line, from 1, of every ``[[array]]`` header (key ``""``), ``[table]`` header and key.

    Text that is no TOML gives what can be made out; nothing is raised.
    """
    found: dict[Place, int] = {}
    seen: Counter[str] = Counter()
    table = ("", 0)
    at, line = 0, 1
    while at < len(text):
        if header := _HEADER.match(text, at):
            name = header["name"]
            table = (name, seen[name])
            seen[name] += 1
            found[*table, ""] = line
            at = header.end()
        elif key := _KEY.match(text, at):
            found.setdefault((*table, key["key"].strip("\"'")), line)
            at = key.end()
        at, line = _next_line(text, at, line)
    return found


def _next_line(text: str, at: int, line: int) -> tuple[int, int]:
    """Past the end of the value at ``at``: the next line break outside strings and brackets."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        mark = token.group()
        line += mark.count("\n")
        if mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        elif mark == "\n" and depth <= 0:
            return token.end(), line
    return len(text), line
