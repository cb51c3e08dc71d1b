"""``factcheck lint``: claims files through the rules into a report, and through the mender first if asked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.atomic import rewrite
from factcheck.claims.find import claims_paths
from factcheck.cli import output
from factcheck.cli.status import ExitStatus, UserError
from factcheck.config import load_config
from factcheck.curate.lint import READING, RULES, lint
from factcheck.curate.problem import Problem, Severity
from factcheck.report.lint import LEVELS, Linted, tally
from factcheck.report.lint_programs import WRITERS
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.environment import Environment
    from factcheck.curate.opened import Opened

_FAILING = {"error": Severity.ERROR, "warning": Severity.WARNING}


def run(
    environment: Environment,
    paths: Sequence[str],
    *,
    fix: bool,
    formats: Sequence[str],
    output_file: str | None,
    fail_on: str,
    ignore: Sequence[str],
) -> int:
    """Inspect ``paths``, or the claims in force; the status is the same in every format."""
    known = [rule.name for rule in RULES]
    for name in ignore:
        if name not in known:
            raise UserError(f"--ignore：没有规则 {name}{did_you_mean(name, known)}")
    targets = output.plan(formats, output_file, "", environment.variables, WRITERS)
    config = load_config(environment.here)
    files = claims_paths(paths or config.claims, environment.here)
    opened, problems = lint(files)
    output.guard(targets, [file.path for file in opened.files])
    if fix and (mended := _mend(opened)):
        environment.say(f"已改好 {len(mended)} 个文件：{'、'.join(mended)}")
        opened, problems = lint(files)
    problems = [problem for problem in problems if problem.rule not in ignore]
    titles = READING | {rule.name: rule.title for rule in RULES}
    linted = Linted(problems, opened.bank.files, str(environment.here), titles)
    for target in targets:
        if target.file == output.STDOUT:
            WRITERS[target.format](linted, environment.stdout)
        else:
            output.write_file(target.file, partial(WRITERS[target.format], linted))
            environment.say(f"已写好 {target.file}（{target.format}）")
    if all(target.file != output.STDOUT or target.format in ("text", "github") for target in targets):
        environment.say(tally(problems, opened.bank.files))
    return _status(problems, fail_on)


def list_rules(environment: Environment) -> int:
    """Every rule by name, with its title."""
    for rule in RULES:
        mended = "，--fix 可改" if rule.fixable else ""
        level = LEVELS[rule.severity]
        environment.stdout.write(f"{rule.name:<24}{rule.title}（{level}{mended}）\n")
    for name, title in READING.items():
        environment.stdout.write(f"{name:<24}{title}（读不了）\n")
    return ExitStatus.OK


def _mend(opened: Opened) -> list[str]:
    """Mend the files that every command reads; the paths of those that changed."""
    from factcheck.curate.fix import fixed  # noqa: PLC0415  brings a TOML writer that inspection does without

    changed = []
    broken = {problem.path for problem in opened.problems if problem.severity is Severity.FATAL}
    for file in opened.files:
        if file.path in broken:
            continue
        text = fixed(file.text)
        if text != file.text:
            rewrite(Path(file.path), text)
            changed.append(file.path)
    return changed


def _status(problems: Sequence[Problem], fail_on: str) -> ExitStatus:
    worst = max((problem.severity for problem in problems), default=None)
    if worst is Severity.FATAL:
        return ExitStatus.FAILED
    failing = _FAILING.get(fail_on)
    return ExitStatus.FOUND if worst and failing and worst >= failing else ExitStatus.OK
