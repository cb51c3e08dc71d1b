"""``factcheck coverage``: drafts and claims held against each other, for what either leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.check import check_document
from factcheck.cli.common import open_bank
from factcheck.cli.status import ExitStatus
from factcheck.config import load_config
from factcheck.curate.coverage import cover
from factcheck.documents.find import find
from factcheck.documents.model import DocumentError
from factcheck.documents.read import read
from factcheck.report import coverage as views
from factcheck.verdict.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.environment import Environment


def run(environment: Environment, paths: Sequence[str], *, claims: Sequence[str], format_: str) -> int:
    """Report coverage of each draft; what cannot be read is told, the others are still looked at."""
    bank = open_bank(environment, load_config(environment.here), claims)
    checker = Checker(bank)
    drafts: list[views.Covered] = []
    failed = False
    for file in find(paths):
        try:
            if isinstance(file, DocumentError):
                raise file
            document = read(file, environment.stdin)
        except DocumentError as error:
            environment.say(str(error))
            failed = True
            continue
        drafts.append((document.path, cover(check_document(checker, document), bank)))
    write = views.json if format_ == "json" else views.text
    write(drafts, environment.stdout)
    return ExitStatus.FAILED if failed else ExitStatus.OK
