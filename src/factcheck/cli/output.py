"""Where a run is written: formats, files, and what the person is told beside them."""

from __future__ import annotations

import io
import os
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO, cast

from factcheck.atomic import WriteError, write_text
from factcheck.cli.status import UserError
from factcheck.config import FORMATS
from factcheck.faults import why
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from factcheck.cli.environment import Environment
    from factcheck.cli.options import Options
    from factcheck.report.run import Report, Run

STDOUT = "-"


class Target(NamedTuple):
    """One report to write: its format and its file, :data:`STDOUT` for standard output."""

    format: str
    file: str = STDOUT


def plan(
    formats: Iterable[str],
    output_file: str | None,
    configured: str,
    variables: Mapping[str, str],
    known: Collection[str] = FORMATS,
) -> list[Target]:
    """The reports to write. Raises :class:`UserError` where two would go to one place.

    A format without a file is what standard output (or ``--output-file``) gets; without any, that is the
    configured one, or what suits the place.
    """
    targets = [_target(text, known) for text in formats]
    main = [target for target in targets if target.file == STDOUT]
    others = [target for target in targets if target.file != STDOUT]
    if len(main) > 1:
        names = "、".join(target.format for target in main)
        raise UserError(f"--format：标准输出只能有一种格式，现在有 {names}；其余的写成 名称=文件")
    in_actions = variables.get("GITHUB_ACTIONS") == "true" and output_file is None
    name = main[0].format if main else configured or ("github" if in_actions else "text")
    targets = [Target(name, output_file or STDOUT), *others]
    files = [os.path.realpath(target.file) for target in targets if target.file != STDOUT]
    for number, file in enumerate(files):
        if file in files[:number]:
            raise UserError(f"两种格式不能写进同一个文件 {os.path.relpath(file)}")
    return targets


def _target(text: str, known: Collection[str]) -> Target:
    name, sign, file = text.partition("=")
    if name not in known:
        raise UserError(f"--format：没有格式 {name}{did_you_mean(name, list(known))}")
    if sign and not file:
        raise UserError(f"--format：{name}= 后面缺文件名")
    return Target(name, file or STDOUT)


def guard(targets: Iterable[Target], inputs: Iterable[str]) -> None:
    """Refuse to write over what is read. Raises :class:`UserError`."""
    taken = {os.path.realpath(path) for path in inputs if path != STDOUT}
    for target in targets:
        if target.file != STDOUT and os.path.realpath(target.file) in taken:
            raise UserError(f"{target.file}：这是要读的文件，结果不能写在它上面，请换一个文件名")


def write(run: Run, targets: Sequence[Target], environment: Environment, options: Options) -> None:
    """Write every report. Raises :class:`WriteError` for a file that cannot be written."""
    for target in targets:
        if target.file == STDOUT:
            _report(target.format, environment, options)(run, environment.stdout)
        else:
            write_file(target.file, partial(_module(target.format), run))


def on_screen(environment: Environment, options: Options) -> bool:
    """Whether text at standard output is laid out for a person rather than for a pipe."""
    return environment.stdout_is_terminal or options.color == "always"


def _report(name: str, environment: Environment, options: Options) -> Report:
    if name == "text" and on_screen(environment, options):
        from factcheck.report import text  # noqa: PLC0415

        return text.Text(_colors(environment.variables, options.color), summary=not options.quiet)
    return _module(name)


def _module(name: str) -> Report:
    """The ``write`` of a format's module; for text that is the one made for pipes."""
    module = import_module(f"factcheck.report.{'plain' if name == 'text' else name}")
    return cast("Report", module.write)


def _colors(variables: Mapping[str, str], color: str) -> Mapping[str, str]:
    if color == "auto":
        return variables
    others = {name: value for name, value in variables.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return {**others, "NO_COLOR" if color == "never" else "FORCE_COLOR": "1"}


def write_file(file: str, report: Callable[[TextIO], None]) -> None:
    """Write a report to a file, whole or not at all. Raises :class:`WriteError`."""
    out = io.StringIO()
    report(out)
    path = Path(file)
    if not path.is_relative_to("/dev") and (path.is_file() or not path.exists()):
        write_text(path, out.getvalue())
        return
    # A device or a pipe cannot be put in place of itself, nor may the file behind /dev/stderr be.
    try:
        with path.open("ab") as stream:
            stream.write(out.getvalue().encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise WriteError(f"{path}：写不了（{why(error)}），请换一个文件") from None
