"""``factcheck export`` and ``factcheck import``: claims to a spreadsheet and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.atomic import write_text
from factcheck.claims.find import claims_paths
from factcheck.claims.model import ClaimsError
from factcheck.cli.status import ExitStatus, UserError
from factcheck.config import load_config
from factcheck.curate import csv_files, xlsx_files
from factcheck.curate.opened import open_files
from factcheck.curate.problem import Severity
from factcheck.curate.sheets import SheetError, from_tables, to_tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from factcheck.cli.environment import Environment

_KINDS: dict[str, ModuleType] = {".csv": csv_files, ".xlsx": xlsx_files}


def run_export(environment: Environment, file: str, *, claims: Sequence[str], force: bool) -> int:
    """Write the claims in force to a spreadsheet."""
    path = Path(file)
    kind = _kind(path)
    config = load_config(environment.here)
    opened = open_files(claims_paths(claims or config.claims, environment.here))
    for problem in opened.problems:
        if problem.severity is Severity.FATAL:
            raise ClaimsError(problem.path, problem.message, problem.line or None)
    targets = csv_files.files_of(path).values() if kind is csv_files else [path]
    _refuse([target for target in targets if target.exists()], force=force)
    try:
        written = kind.write(path, to_tables(item.contents for item in opened.files))
    except SheetError as error:
        raise UserError(str(error)) from None
    environment.say(f"写出 {len(opened.bank)} 条事实：{'、'.join(map(str, written))}")
    return ExitStatus.OK


def run_import(environment: Environment, file: str, output: str | None, *, force: bool) -> int:
    """Write a spreadsheet's claims as a claims file, to ``output`` or standard output."""
    path = Path(file)
    try:
        text = from_tables(_kind(path).read(path))
    except SheetError as error:
        raise UserError(str(error)) from None
    if output is None:
        environment.stdout.write(text)
        return ExitStatus.OK
    target = Path(output)
    _refuse([target] if target.exists() else [], force=force)
    write_text(target, text)
    environment.say(f"写出 {target}；接着：factcheck lint {target}")
    return ExitStatus.OK


def _kind(path: Path) -> ModuleType:
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise UserError(f"{path}：只认 .csv 和 .xlsx")
    return kind


def _refuse(there: Sequence[Path], *, force: bool) -> None:
    if there and not force:
        raise UserError(f"已有 {'、'.join(map(str, there))}，不覆盖；要换掉就加 --force")
