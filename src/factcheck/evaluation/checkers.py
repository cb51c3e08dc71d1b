"""A checker for every set of claims and source article that labelled drafts name, each made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.load import load_claims
from factcheck.claims.model import ClaimBank
from factcheck.sources import read_source
from factcheck.verdict.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.evaluation.labelled import Draft
    from factcheck.verdict.finding import Finding


class Checkers:
    """Checks labelled drafts; ``default`` gives the claims for drafts that name neither claims nor source."""

    def __init__(self, default: Callable[[], ClaimBank]) -> None:
        self._default = default
        self._made: dict[tuple[Path | None, Path | None], Checker] = {}

    def check(self, draft: Draft) -> list[Finding]:
        """The findings of one draft.

        Raises:
            ClaimsError: the claims cannot be used.
            DocumentError: the source article cannot be read.
        """
        wanted = (draft.claims, draft.source)
        if wanted not in self._made:
            self._made[wanted] = self._make(*wanted)
        return self._made[wanted].check(draft.text)

    def _make(self, claims: Path | None, source: Path | None) -> Checker:
        bank = ClaimBank(())
        if claims is not None:
            bank = load_claims(claims)
        elif source is None:
            bank = self._default()
        articles = [read_source(source)] if source is not None else []
        return Checker(bank, articles)
