"""What drafts are held against: curated claims, source articles, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims.model import ClaimBank, ClaimsError
from factcheck.cli.common import open_bank
from factcheck.cli.status import UserError
from factcheck.documents.find import find
from factcheck.documents.model import DocumentError
from factcheck.documents.read import STDIN, read
from factcheck.report.run import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.cli.environment import Environment
    from factcheck.cli.options import Options
    from factcheck.config import Config
    from factcheck.matching.article import Article


class EvidenceError(Exception):
    """Some of it cannot be used; ``problems`` has all."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{problem.path}: {problem.message}" for problem in problems))


class Evidence(NamedTuple):
    """All that decides in one run."""

    bank: ClaimBank
    articles: tuple[Article, ...] = ()


def gather(environment: Environment, config: Config, options: Options, drafts: Sequence[object]) -> Evidence:
    """Read everything. A source given alone is all there is: the claims that lie about are not meant then.

    Raises:
        EvidenceError: some of it cannot be used. With evidence missing, drafts are not checked even in part:
            "no evidence" would be said where there is some.
        UserError: standard input is wanted twice.
    """
    if STDIN in options.sources and (STDIN in drafts or options.sources.count(STDIN) > 1):
        raise UserError("--source -：标准输入只能读一次，请把来源或稿件存成文件")
    problems: list[Problem] = []
    bank = ClaimBank(())
    if options.claims or not options.sources:
        try:
            bank = open_bank(environment, config, options.claims)
        except ClaimsError as error:
            problems.append(Problem(error.path, error.problem))
    articles = list(_articles(environment, options, problems)) if options.sources else []
    if problems:
        raise EvidenceError(problems)
    return Evidence(bank, tuple(articles))


def _articles(environment: Environment, options: Options, problems: list[Problem]) -> Iterator[Article]:
    from factcheck.sources import article  # noqa: PLC0415  most runs have none

    for file in find(options.sources):
        try:
            if isinstance(file, DocumentError):
                raise file
            yield article(read(file, environment.stdin))
        except DocumentError as error:
            problems.append(Problem(error.path, error.message))
