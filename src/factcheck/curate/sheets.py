"""Claims files as tables for a spreadsheet, and back without loss.

Three tables: claims, sources, aliases. A list stands in one cell, a member a line. A single value that is a
list ends in a line break. Line breaks and backslashes inside a member are written ``\\n`` and ``\\\\``.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.decode import CLAIM_KEYS, FORMAT, SOURCE_KEYS, decode
from factcheck.claims.model import Claim, Status
from factcheck.claims.table import DecodeError
from factcheck.curate.toml import Written, aliases_table, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.claims.decode import Contents, Draft

Rows = list[list[str]]

ALIAS_KEYS = ("name", "others")
TABLES: Mapping[str, tuple[str, ...]] = {"claims": CLAIM_KEYS, "sources": SOURCE_KEYS, "aliases": ALIAS_KEYS}
_LISTS = {"source", "subject", "property", "scope", "others"}
_DATES = {"published", "valid_from", "valid_until", "checked_on"}
_FLAGS = {"ordered", "open"}
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: 00:00:00)?")


class SheetError(Exception):
    """A table that cannot be read as claims; the message names table, row and column."""


def to_tables(files: Iterable[Contents]) -> dict[str, Rows]:
    """The three tables of all files together, the header row first."""
    claims: Rows = [list(CLAIM_KEYS)]
    sources: Rows = [list(SOURCE_KEYS)]
    aliases: Rows = [list(ALIAS_KEYS)]
    seen: set[str] = set()
    for contents in files:
        claims += [_claim_row(draft) for draft in contents.drafts]
        for source in contents.sources:
            if source.id not in seen:
                seen.add(source.id)
                sources.append([_cell(getattr(source, key)) for key in SOURCE_KEYS])
        aliases += [[_escape(name), _list(others)] for name, others in contents.aliases.items()]
    return {"claims": claims, "sources": sources, "aliases": aliases}


def _claim_row(draft: Draft) -> list[str]:
    values = {field.name: getattr(draft.claim, field.name) for field in fields(Claim)}
    values["source"] = draft.source_ids
    if values["status"] is Status.CONFIRMED:
        values["status"] = ""
    row = []
    for key in CLAIM_KEYS:
        value = values[key]
        single_list = key == "value" and isinstance(value, tuple) and len(value) == 1
        row.append(_cell(value) + ("\n" if single_list else ""))
    return row


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _list(value)
    return _escape(str(value)) if value else ""


def _list(members: Sequence[str]) -> str:
    return "\n".join(map(_escape, members))


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), text)


def plain_cell(value: object) -> str:
    """What a spreadsheet made of a cell, as text: a day is a day again, 12.0 is 12."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{Decimal(repr(value)).normalize():f}"
    return str(value)


def from_tables(tables: Mapping[str, Rows]) -> str:
    """The text of a claims file. Raises :class:`SheetError`."""
    found = {name: _records(name, tables.get(name, [])) for name in TABLES}
    aliases = _aliases(found["aliases"])
    data: dict[str, object] = {
        "format": FORMAT,
        "sources": [record for _, record in found["sources"]],
        "claims": [record for _, record in found["claims"]],
        "aliases": aliases,
    }
    _check(data, found)
    parts = [f"format = {FORMAT}\n"]
    parts += [table("sources", record) for _, record in found["sources"]]
    parts += [aliases_table(aliases)] if aliases else []
    parts += [table("claims", record) for _, record in found["claims"]]
    return "\n".join(parts)


Record = dict[str, Written]


def _records(name: str, rows: Rows) -> list[tuple[int, Record]]:
    """The rows of a table as records, each with its row number, empty rows left out."""
    if not rows:
        return []
    header = [cell.strip().lstrip("\ufeff") for cell in rows[0]]
    keys = TABLES[name]
    for column, key in enumerate(header, 1):
        if key and key not in keys:
            raise SheetError(f"{name} 表第 1 行第 {column} 列：不认识的列 {key}，可用的有：{'、'.join(keys)}")
        if key and header.index(key) != column - 1:
            raise SheetError(f"{name} 表第 1 行第 {column} 列：列 {key} 写了两遍")
    records: list[tuple[int, Record]] = []
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        record: Record = {}
        for key, cell in zip(header, row, strict=False):
            if key and cell.strip():
                record[key] = _value(name, number, key, cell)
        records.append((number, record))
    return records


def _value(name: str, number: int, key: str, cell: str) -> Written:
    cell = cell.replace("\r\n", "\n")
    if key in _DATES:
        found = _DATE.fullmatch(cell.strip())
        try:
            assert found is not None
            return date(*map(int, found.groups()))
        except (AssertionError, ValueError):
            raise SheetError(
                f"{name} 表第 {number} 行 {key}：{cell.strip()!r} 不是日期，写作 2020-10-17"
            ) from None
    if key in _FLAGS:
        if cell.strip().casefold() in {"是", "true", "1", "yes", "y"}:
            return True
        if cell.strip().casefold() in {"否", "false", "0", "no", "n"}:
            return False
        raise SheetError(f"{name} 表第 {number} 行 {key}：只能是 是 或空着，现在是 {cell.strip()!r}")
    if key in _LISTS or (key == "value" and "\n" in cell):
        return tuple(_unescape(part) for part in cell.split("\n") if part.strip())
    return _unescape(cell)


def _aliases(records: list[tuple[int, Record]]) -> dict[str, tuple[str, ...]]:
    aliases: dict[str, tuple[str, ...]] = {}
    for number, record in records:
        name, others = record.get("name"), record.get("others")
        if not isinstance(name, str) or not isinstance(others, tuple):
            raise SheetError(f"aliases 表第 {number} 行：name 和 others 都要写")
        aliases[name] = tuple(dict.fromkeys((*aliases.get(name, ()), *others)))
    return aliases


def _check(data: dict[str, object], found: Mapping[str, list[tuple[int, Record]]]) -> None:
    """Read the records as a claims file is read; a complaint names the row."""
    try:
        decode({key: _plain(value) for key, value in data.items()})
    except DecodeError as error:
        array, index = error.table or ("claims", 0)
        rows = found.get(array, [])
        row = f"{array} 表第 {rows[index][0]} 行" if index < len(rows) else f"{array} 表"
        raise SheetError(f"{row}：{error}") from None


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value
