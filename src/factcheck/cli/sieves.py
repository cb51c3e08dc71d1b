"""Which findings this run keeps out of its reports, from options and configuration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli.status import UserError
from factcheck.triage.comments import Comments
from factcheck.triage.excuse import ExcuseError, named
from factcheck.triage.hidden import TriageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.cli.environment import Environment
    from factcheck.cli.options import Options
    from factcheck.config import Config
    from factcheck.triage.baseline import Baseline
    from factcheck.triage.hidden import Sieve


class Sieves(NamedTuple):
    """All in force, in order: excuses and the baseline see every finding, so that none seems unused."""

    all: tuple[Sieve, ...]
    baseline: Baseline | None


def build(options: Options, config: Config, environment: Environment) -> Sieves:
    """Make them ready. Raises :class:`UserError` and what the sieves raise."""
    here, today = environment.here, date.today()
    sieves: list[Sieve] = [Comments(today)]
    if config.suppress:
        from factcheck.triage.entries import Entries  # noqa: PLC0415

        sieves.append(Entries(config.suppress, config.path, str(here), today))
    baseline = None
    path = options.baseline or config.baseline
    if path:
        from factcheck.triage.baseline import load_baseline  # noqa: PLC0415

        baseline = load_baseline(path, str(here), update=options.update_baseline)
        sieves.append(baseline)
    elif options.update_baseline:
        raise UserError("--update-baseline：要用 --baseline 或配置指明基线文件")
    select = _reasons("--select", options.select or config.select)
    ignore = _reasons("--ignore", options.ignore or config.ignore)
    if select or ignore:
        from factcheck.triage.select import Selection  # noqa: PLC0415

        sieves.append(Selection(select, ignore))
    if options.changed_since:
        from factcheck.triage.changed import Changed  # noqa: PLC0415

        try:
            sieves.append(Changed(options.changed_since, here))
        except TriageError as error:
            raise UserError(f"--changed-since：{error}") from None
    return Sieves(tuple(sieves), baseline)


def _reasons(option: str, given: Iterable[str]) -> frozenset[str]:
    names = (name.strip() for text in given for name in text.replace("，", ",").split(","))
    try:
        return named(names)
    except ExcuseError as error:
        raise UserError(f"{option}：{error}") from None
