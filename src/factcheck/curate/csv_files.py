"""Tables as CSV: ``x.csv`` holds the claims, ``x.sources.csv`` and ``x.aliases.csv`` the rest.

A cell that a spreadsheet would take for a formula is written with an apostrophe in front, which reading
takes off again. Written as UTF-8 with a mark, as spreadsheets expect; GB18030 is read as well.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from factcheck.atomic import write_bytes
from factcheck.curate.sheets import TABLES, Rows, SheetError
from factcheck.faults import why

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
LARGEST_CELL = 1024 * 1024  # characters


def files_of(path: Path) -> dict[str, Path]:
    """The file of each table."""
    return {name: path if name == "claims" else path.with_suffix(f".{name}.csv") for name in TABLES}


def write(path: Path, tables: Mapping[str, Rows]) -> list[Path]:
    """Write the tables; the files written. Raises :class:`factcheck.atomic.WriteError`."""
    written = []
    for name, file in files_of(path).items():
        out = io.StringIO(newline="")
        csv.writer(out).writerows([[_guard(cell) for cell in row] for row in tables[name]])
        write_bytes(file, out.getvalue().encode("utf-8-sig"))
        written.append(file)
    return written


def read(path: Path) -> dict[str, Rows]:
    """Read the tables whose files are there. Raises :class:`SheetError`."""
    csv.field_size_limit(LARGEST_CELL)
    return {name: _read(file) for name, file in files_of(path).items() if name == "claims" or file.is_file()}


def _read(file: Path) -> Rows:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SheetError(f"{file}：读不了（{why(error)}），请检查路径和权限") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            raise SheetError(f"{file}：不是 UTF-8，也不是 GB18030；请另存为“CSV UTF-8”") from None
    try:
        return [
            [_plain(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True)
        ]
    except csv.Error as error:
        raise SheetError(f"{file}：CSV 写法有误：{error}") from None


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell
