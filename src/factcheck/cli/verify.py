"""``factcheck verify``: documents through the checker into a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from factcheck.atomic import write_text
from factcheck.check import check_document
from factcheck.cli import edits, output
from factcheck.cli.evidence import EvidenceError, gather
from factcheck.cli.progress import progress
from factcheck.cli.sieves import build
from factcheck.cli.status import ExitStatus, UserError
from factcheck.config import load_config
from factcheck.documents.encoding import EncodingError, check_encoding
from factcheck.documents.find import find
from factcheck.documents.model import DocumentError
from factcheck.documents.read import read
from factcheck.report.run import GRAVITY, Checked, Problem, Run
from factcheck.report.words import left_out, place, tally, told, unlisted, used
from factcheck.triage.hidden import Notice, sift
from factcheck.verdict.checker import Checker
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.cli.environment import Environment
    from factcheck.cli.options import Options
    from factcheck.cli.output import Target
    from factcheck.cli.sieves import Sieves
    from factcheck.config import Config


class Source(NamedTuple):
    """Where drafts come from beside the file system, and how they are decoded."""

    stdin: BinaryIO
    codec: str | None
    stdin_name: str | None


def run(environment: Environment, paths: Sequence[str], options: Options) -> int:
    """Check ``paths`` and report; the status tells whether anything failed or could not be checked."""
    config = load_config(environment.here)
    codec = _codec(options.encoding or config.encoding)
    failing = _failing(options.fail_on or config.fail_on)
    targets = output.plan(options.formats, options.output_file, config.format, environment.variables)
    sieves = build(options, config, environment)
    files = list(find(paths, options.exclude))
    if options.list_files:
        return edits.list_files(files, environment)
    edits.guard(options, files)
    if options.diff:  # has standard output to itself
        targets = [target for target in targets if target.file != output.STDOUT]
    try:
        evidence = gather(environment, config, options, files)
    except EvidenceError as error:
        result = Run((), (), error.problems)
    else:
        checker = Checker(evidence.bank, evidence.articles)
        output.guard(targets, _inputs(files, checker, config, options))
        shown = options.progress and not options.quiet
        waited = progress(files, environment) if shown else files
        source = Source(environment.stdin, codec, options.stdin_filename)
        result = _check(checker, waited, source, sieves, explained=options.explain)
        if (options.fix or options.diff) and edits.put_right(result, checker, environment, options):
            # What is told, and what the baseline takes, is how the drafts are now.
            sieves = build(options, config, environment)
            result = _check(checker, files, source, sieves, explained=options.explain)
        if options.annotate is not None:
            edits.annotate(result, options.annotate, environment, options)
    result = result._replace(failing=failing, here=str(environment.here))
    for problem in result.errors:
        environment.say(f"{problem.path}: {problem.message}")
    if options.verbose:
        _detail(environment, result, config)
    if sieves.baseline and options.update_baseline and result.claims:
        write_text(Path(sieves.baseline.path), sieves.baseline.dump())
    output.write(result, targets, environment, options)
    if not options.quiet:
        _sum_up(environment, result, targets, options)
    return _status(result)


def _check(
    checker: Checker,
    files: Iterable[str | DocumentError],
    source: Source,
    sieves: Sieves,
    *,
    explained: bool,
) -> Run:
    documents: list[Checked] = []
    problems: list[Problem] = []
    for file in files:
        try:
            if isinstance(file, DocumentError):
                raise file
            document = read(file, source.stdin, source.codec, stdin_name=source.stdin_name)
        except DocumentError as error:
            problems.append(Problem(error.path, error.message))
        else:
            found = check_document(checker, document, explained=explained)
            kept, hidden = sift(document, found, sieves.all)
            documents.append(Checked(document, kept, hidden))
    unread = [Notice(item.document.path, 0, note) for item in documents for note in item.document.notes]
    notices = (notice for sieve in sieves.all for notice in sieve.notices())
    return Run(checker.files, tuple(documents), tuple(problems), (*unread, *notices))


def _inputs(
    files: Iterable[str | DocumentError], checker: Checker, config: Config, options: Options
) -> list[str]:
    """Everything this run reads."""
    read_ = [file for file in files if isinstance(file, str)]
    settings = [path for path in (config.path, options.baseline or config.baseline) if path]
    return [*read_, *(file.path for file in checker.files), *options.sources, *settings]


def _detail(environment: Environment, result: Run, config: Config) -> None:
    environment.say(f"配置：{config.path or '没有配置文件，都是默认'}")
    for item in result.documents:
        document, hidden = item.document, item.hidden
        counts = f"{len(item.findings)} 条结论，{len(hidden)} 条没有列出"
        environment.say(f"{document.path}：{document.encoding or '按格式读取'}，{counts}")
        for one in hidden:
            environment.say(
                f"没有列出（{unlisted(one.by)}）：{place(document.path, one.finding)} {told(one.finding)}"
            )


def _sum_up(environment: Environment, result: Run, targets: Sequence[Target], options: Options) -> None:
    """What a person wants to know beside the results, unless a program reads them at standard output."""
    for notice in result.notices:
        line = f":{notice.line}" if notice.line else ""
        environment.say(f"{notice.path}{line}: {notice.message}")
    main = next((target for target in targets if target.file == output.STDOUT), None)
    told_of = output.on_screen(environment, options) and main == output.Target("text")
    for_people = main is None or main.format in ("text", "github")
    if for_people and not told_of and result.claims:
        environment.say(tally(result.counts()))
        for line in left_out(result.hidden()):
            environment.say(line)
        environment.say(used(result.claims))
    for target in targets:
        if target.file != output.STDOUT:
            environment.say(f"已写好 {target.file}（{target.format}）")


def _failing(fail_on: str) -> frozenset[Verdict]:
    if fail_on == "never":
        return frozenset()
    return frozenset(GRAVITY[: GRAVITY.index(Verdict(fail_on)) + 1])


def _status(result: Run) -> ExitStatus:
    if result.errors:
        return ExitStatus.FAILED
    counts = result.counts()
    return ExitStatus.FOUND if any(counts[verdict] for verdict in result.failing) else ExitStatus.OK


def _codec(name: str | None) -> str | None:
    try:
        if name is not None:
            check_encoding(name)
    except EncodingError as error:
        raise UserError(f"--encoding：{error}") from None
    return name
