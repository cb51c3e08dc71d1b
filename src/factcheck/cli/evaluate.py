"""``factcheck evaluate``: labelled drafts through the checker, and figures out of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.common import open_bank
from factcheck.cli.progress import progress
from factcheck.cli.status import ExitStatus, UserError
from factcheck.config import load_config
from factcheck.documents.model import DocumentError
from factcheck.evaluation.checkers import Checkers
from factcheck.evaluation.labelled import LabelError, labelled_files, read_labelled
from factcheck.evaluation.measure import tally
from factcheck.report.json import SCHEMA, dump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.environment import Environment
    from factcheck.evaluation.labelled import Draft
    from factcheck.evaluation.measure import Measurement


def run(
    environment: Environment, paths: Sequence[str], *, claims: Sequence[str], errors: bool, format_: str
) -> int:
    """Measure the checker on ``paths``; nothing is measured where a part cannot be read."""
    try:
        files = labelled_files(map(Path, paths))
        drafts = _read(files)
    except LabelError as error:
        for problem in error.problems:
            environment.say(problem)
        return ExitStatus.FAILED
    config = load_config(environment.here)
    checkers = Checkers(lambda: open_bank(environment, config, claims))
    try:
        checked = [(draft, checkers.check(draft)) for draft in progress(drafts, environment)]
    except DocumentError as error:
        raise UserError(f"来源文章 {error.path}：{error.message}") from None
    measured = {file: tally(pair for pair in checked if pair[0].path == file) for file in files}
    _write(environment, measured, tally(checked), errors=errors, format_=format_)
    return ExitStatus.OK


def _read(files: Sequence[Path]) -> list[Draft]:
    """The drafts of all files. Raises :class:`LabelError` with the faults of all."""
    drafts: list[Draft] = []
    problems: list[str] = []
    for file in files:
        try:
            drafts += read_labelled(file)
        except LabelError as error:
            problems += error.problems
    if problems:
        raise LabelError(problems)
    return drafts


def _write(
    environment: Environment,
    files: dict[Path, Measurement],
    total: Measurement,
    *,
    errors: bool,
    format_: str,
) -> None:
    if format_ == "json":
        from factcheck.evaluation import objects  # noqa: PLC0415

        measured = [{"path": str(path), **objects.measurement(found)} for path, found in files.items()]
        wrong = {
            "errors": [objects.miss(outcome) for outcome in total.misses],
            "refuted_beside": [objects.beside(stray) for stray in total.beside],
        }
        report = {"schema": SCHEMA, "files": measured, "total": objects.measurement(total)}
        dump({**report, **(wrong if errors else {})}, environment.stdout)
        return
    from factcheck.evaluation import report as lines  # noqa: PLC0415

    shown = [*lines.figures(files, total), *(lines.misses(total) if errors else ())]
    environment.stdout.writelines(f"{line}\n" for line in shown)
