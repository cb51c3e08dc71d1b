"""Claims files as text: what the program writes for people to go on with."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.decode import CLAIM_KEYS, SOURCE_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

Written = str | bool | date | tuple[str, ...]


def table(array: str, values: Mapping[str, Written], remarks: Mapping[str, str] | None = None) -> str:
    """One ``[[array]]`` table, keys in their order, what is empty left out; ``remarks`` stand behind keys.

    A remark on a key that is not there stands on a line of its own.
    """
    remarks = dict(remarks or {})
    keys = {"sources": SOURCE_KEYS, "claims": CLAIM_KEYS}[array]
    lines = [f"[[{array}]]"]
    for key in keys:
        remark = remarks.pop(key, "")
        value = values.get(key)
        if value in (None, "", (), False):
            lines += [f"# {remark}（{key}）"] if remark else []
        else:
            assert value is not None
            lines.append(f"{key} = {literal(value)}{f'  # {remark}' if remark else ''}")
    return "\n".join(lines) + "\n"


def aliases_table(aliases: Mapping[str, tuple[str, ...]]) -> str:
    """The ``[aliases]`` table, empty text where there are none."""
    if not aliases:
        return ""
    return (
        "\n".join(["[aliases]", *(f"{literal(name)} = {literal(aliases[name])}" for name in aliases)]) + "\n"
    )


def literal(value: Written) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{', '.join(map(literal, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
