"""Claims for commands that keep running: read again when their files change, with what excuses findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.check import check_document
from factcheck.claims.model import ClaimsError
from factcheck.cli.common import open_bank
from factcheck.cli.options import Options
from factcheck.cli.sieves import build
from factcheck.config import load_config
from factcheck.report.run import Checked, Run
from factcheck.triage.hidden import sift
from factcheck.verdict.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.environment import Environment
    from factcheck.documents.model import Document

Stamp = tuple[int, ...]


class Live:
    """A checker that stays up to date. Raises what opening the claims raises, but only at first."""

    def __init__(self, environment: Environment, asked: Sequence[str]) -> None:
        self._environment = environment
        self._asked = asked
        self.config = load_config(environment.here)
        self._open()
        self.trouble = ""  # what is wrong with the claims since; then the old ones stay

    def _open(self) -> None:
        self.bank = open_bank(self._environment, self.config, self._asked)
        self._checker = Checker(self.bank)
        self._stamps = self._stamped()

    def _stamped(self) -> list[Stamp]:
        return [stamp(file.path) for file in self.bank.files]

    def refresh(self) -> bool:
        """Read the claims again if their files have changed; whether they had."""
        stamps = self._stamped()
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        try:
            self._open()
            self.trouble = ""
        except ClaimsError as error:
            self.trouble = f"{error}（仍用先前的事实）"
        return True

    def check(self, document: Document) -> Run:
        """One draft checked, what the newsroom has excused kept out."""
        sieves = build(Options(), self.config, self._environment)
        kept, hidden = sift(document, check_document(self._checker, document), sieves.all)
        return Run(self.bank.files, (Checked(document, kept, hidden),), ())


def stamp(path: str) -> Stamp:
    """What changes when a file does; empty while there is none."""
    try:
        told = Path(path).stat()
    except (OSError, ValueError):
        return ()
    return told.st_mtime_ns, told.st_size, told.st_ino
