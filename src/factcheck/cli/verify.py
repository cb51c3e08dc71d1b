"""``factcheck verify``: documents through the checker into a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.check import check_document
from factcheck.claims.model import ClaimsError
from factcheck.cli.common import open_bank
from factcheck.cli.main import ExitStatus, UserError
from factcheck.cli.progress import progress
from factcheck.config import load_config
from factcheck.documents.encoding import EncodingError, check_encoding
from factcheck.documents.find import find
from factcheck.documents.model import DocumentError
from factcheck.documents.read import read
from factcheck.report.run import Checked, Problem, Run
from factcheck.report.words import tally, used
from factcheck.verdict.checker import Checker
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.claims.model import ClaimBank
    from factcheck.cli.environment import Environment
    from factcheck.report.run import Report

# From the gravest down; --fail-on names the least of them that fails a run.
_GRAVITY = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH_EVIDENCE)


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
    format_ = format_ or config.format
    try:
        bank = open_bank(environment, config, claims)
    except ClaimsError as error:
        # Not even in part: with claims missing, "no evidence" would be said where there is some.
        result = Run((), (), (Problem(error.path, error.problem),))
    else:
        files = list(find(paths))
        result = _check(bank, files if quiet else progress(files, environment), environment, codec)
    for problem in result.errors:
        environment.say(f"{problem.path}: {problem.message}")
    _report(format_, environment, quiet)(result, environment.stdout)
    if format_ == "text" and not environment.stdout_is_terminal and not quiet and result.claims:
        environment.say(tally(result.counts()))
        environment.say(used(result.claims))
    return _status(result, fail_on or config.fail_on)


def _check(
    bank: ClaimBank, files: Iterable[str | DocumentError], environment: Environment, codec: str | None
) -> Run:
    checker = Checker(bank)
    documents: list[Checked] = []
    problems: list[Problem] = []
    for file in files:
        try:
            if isinstance(file, DocumentError):
                raise file
            document = read(file, environment.stdin, codec)
        except DocumentError as error:
            problems.append(Problem(error.path, error.message))
        else:
            documents.append(Checked(document, check_document(checker, document)))
    return Run(bank.files, tuple(documents), tuple(problems))


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
