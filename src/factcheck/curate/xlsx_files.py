"""Tables as an XLSX workbook, a sheet each; every cell is text: nothing becomes a date or a formula."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from factcheck.atomic import write_bytes
from factcheck.curate.sheets import TABLES, Rows, SheetError, plain_cell
from factcheck.faults import why

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NEEDED = "读写 .xlsx 要装 openpyxl：pip install 'factcheck-zh[xlsx]'；或者改用 .csv"
LARGEST = 64 * 1024 * 1024  # bytes unpacked; a small file can hold a very large sheet


def write(path: Path, tables: Mapping[str, Rows]) -> list[Path]:
    """Write one workbook. Raises :class:`SheetError`: openpyxl is missing, a character not allowed."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415  an extra
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415
        from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415
    except ImportError:
        raise SheetError(NEEDED) from None
    book = Workbook()
    for number, (name, rows) in enumerate(tables.items()):
        sheet = book.active if number == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = name
        for row_number, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                if not text:
                    continue
                try:
                    cell = sheet.cell(row_number, column, text)
                except IllegalCharacterError:
                    raise SheetError(f"{name} 表第 {row_number} 行：有表格里不能写的控制字符") from None
                cell.data_type, cell.number_format = "s", "@"
                cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)
                if row_number == 1:
                    cell.font = Font(bold=True)
        sheet.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    write_bytes(path, out.getvalue())
    return [path]


def read(path: Path) -> dict[str, Rows]:
    """Read a workbook; a sheet of another name is left alone. Raises :class:`SheetError`."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  an extra
    except ImportError:
        raise SheetError(NEEDED) from None
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                raise SheetError(f"{path}：解开后超过 {LARGEST >> 20} MB，不像事实表")
        book = load_workbook(path, data_only=True)
    except OSError as error:
        raise SheetError(f"{path}：读不了（{why(error)}），请检查路径和权限") from None
    except SheetError:
        raise
    except Exception:  # openpyxl raises whatever its parsers do
        raise SheetError(f"{path}：不是能读的 .xlsx 文件") from None
    tables = {
        sheet.title: [[plain_cell(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
        if sheet.title in TABLES
    }
    if "claims" not in tables:
        raise SheetError(f"{path}：没有名为 claims 的工作表")
    return tables
