"""Mend what is mechanical in a claims file; comments, blank lines and all that is not mended stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomlkit

from factcheck.claims.places import places
from factcheck.curate.rules.style import FORMED, ORDER, plain_form

if TYPE_CHECKING:
    from collections.abc import MutableSequence


def fixed(text: str) -> str:
    """The text of a readable claims file with its style mended; unchanged where nothing is wrong."""
    return _in_order(_in_form(text))


def _in_form(text: str) -> str:
    document = tomlkit.parse(text)
    changed = False
    for table in document.get("claims", ()):
        for key in FORMED:
            value = table.get(key)
            if isinstance(value, str) and plain_form(value) != value:
                table[key] = plain_form(value)
                changed = True
            elif isinstance(value, list):
                changed |= _mend_list(value)
    return tomlkit.dumps(document) if changed else text


def _mend_list(names: MutableSequence[Any]) -> bool:
    changed = False
    for at in reversed(range(len(names))):
        form = plain_form(names[at])
        if form in {plain_form(other) for other in names[:at]}:
            del names[at]
            changed = True
        elif form != names[at]:
            names[at] = form
            changed = True
    return changed


def _in_order(text: str) -> str:
    """Sort the keys of each table; the comment lines above a key go with it."""
    lines = text.split("\n")
    tables: dict[tuple[str, int], dict[str, int]] = {}
    starts = set()
    for (array, index, key), line in places(text).items():
        if array in ORDER and key in ORDER[array]:
            tables.setdefault((array, index), {})[key] = line - 1
        else:
            starts.add(line - 1)
    for (array, _), keys in tables.items():
        order = ORDER[array]
        if list(keys) == sorted(keys, key=order.index):
            continue
        tops = {key: _top(lines, line) for key, line in keys.items()}
        end = min((start for start in starts if start > max(keys.values())), default=len(lines))
        bounds = [*sorted(tops.values()), _bottom(lines, max(keys.values()), end)]
        chunks = {
            key: lines[top : next(bound for bound in bounds if bound > top)] for key, top in tops.items()
        }
        ordered = [line for key in sorted(chunks, key=order.index) for line in chunks[key]]
        lines[bounds[0] : bounds[-1]] = ordered
    return "\n".join(lines)


def _top(lines: list[str], line: int) -> int:
    while lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line


def _bottom(lines: list[str], last_key: int, end: int) -> int:
    """The end of the last key's value: what follows up to the next header is blank lines and comments."""
    while end > last_key + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end
