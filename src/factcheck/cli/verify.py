"""``factcheck verify``: documents through the checker into a report."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from factcheck.cli.common import open_bank
from factcheck.cli.main import ExitStatus, UserError
from factcheck.config import load_config
from factcheck.documents.encoding import EncodingError, check_encoding
from factcheck.documents.model import DocumentError
from factcheck.documents.read import find, read
from factcheck.report.run import Checked, Run
from factcheck.report.words import one_line, tally, used
from factcheck.verdict.checker import Checker
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.cli.environment import Environment
    from factcheck.report.run import Report

# From the gravest down; --fail-on names the least of them that fails a run.
_GRAVITY = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH_EVIDENCE)
_LONG = 1.0  # seconds of work before progress is worth a line


def run(
    environment: Environment,
    paths: Sequence[str],
    *,
    claims: Sequence[str],
    format_: str | None,
    fail_on: str | None,
    encoding: str | None,
    quiet: bool,
) -> int:
    """Check ``paths`` and report; the status tells whether anything failed or could not be checked."""
    config = load_config(environment.here)
    codec = _codec(encoding or config.encoding)
    bank = open_bank(environment, config, claims)
    checker = Checker(bank)
    documents: list[Checked] = []
    errors: list[DocumentError] = []
    files = list(find(paths))
    for file in files if quiet else _progress(files, environment):
        try:
            if isinstance(file, DocumentError):
                raise file
            document = read(file, environment.stdin, codec)
        except DocumentError as error:
            errors.append(error)
            continue
        documents.append(Checked(document, tuple(checker.check(document.text))))
    result = Run(bank.files, tuple(documents), tuple(errors))
    for error in errors:
        environment.say(one_line(str(error)))
    chosen = format_ or config.format
    _report(chosen, environment, quiet)(result, environment.stdout)
    if chosen == "text" and not environment.stdout_is_terminal and not quiet:
        environment.say(f"{tally(result.counts())}\n{used(result.claims)}")
    return _status(result, fail_on or config.fail_on)


def _status(result: Run, fail_on: str) -> ExitStatus:
    if result.errors:
        return ExitStatus.FAILED
    if fail_on == "never":
        return ExitStatus.OK
    failing = _GRAVITY[: _GRAVITY.index(Verdict(fail_on)) + 1]
    counts = result.counts()
    return ExitStatus.FOUND if any(counts[verdict] for verdict in failing) else ExitStatus.OK


def _report(name: str, environment: Environment, quiet: bool) -> Report:
    if name == "json":
        from factcheck.report import json  # noqa: PLC0415

        return json.write
    if environment.stdout_is_terminal:
        from factcheck.report import text  # noqa: PLC0415

        return text.Text(environment.variables, summary=not quiet)
    from factcheck.report import plain  # noqa: PLC0415

    return plain.write


def _codec(name: str | None) -> str | None:
    try:
        if name is not None:
            check_encoding(name)
    except EncodingError as error:
        raise UserError(f"--encoding：{error}") from None
    return name


def _progress(
    files: Sequence[str | DocumentError], environment: Environment
) -> Iterable[str | DocumentError]:
    """``files``, telling a person who waits how far it has come."""
    return _counted(files, environment) if environment.stderr_is_terminal else files


def _counted(files: Sequence[str | DocumentError], environment: Environment) -> Iterator[str | DocumentError]:
    start, shown = time.monotonic(), False
    for number, file in enumerate(files, 1):
        if time.monotonic() - start > _LONG:
            shown = True
            environment.stderr.write(f"\r正在核查 {number}/{len(files)}")
            environment.stderr.flush()
        yield file
    if shown:
        environment.stderr.write("\r\x1b[K")
