"""What an excuse is, in a draft's comment or in the configuration: which findings, why, and until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcheck.suggest import did_you_mean
from factcheck.verdict.finding import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.verdict.finding import Finding


class ExcuseError(ValueError):
    """An excuse that cannot hold; the message says why and what to write."""


class Excuse(NamedTuple):
    """For findings of some reasons (of all, where none is named), up to and including a day."""

    reasons: frozenset[str]
    why: str
    until: date | None = None

    def covers(self, finding: Finding) -> bool:
        """Whether the excuse is for such a finding; what agrees with its source needs none."""
        if finding.verdict is Verdict.SUPPORTED:
            return False
        return not self.reasons or finding.reason in self.reasons

    def expired(self, today: date) -> bool:
        """Whether the last day is past."""
        return self.until is not None and today > self.until


def named(reasons: Iterable[str]) -> frozenset[str]:
    """Reasons by their names. Raises :class:`ExcuseError` for one that there is not."""
    names = frozenset(reasons)
    known = [reason.value for reason in Reason]
    for name in sorted(names):
        if name not in known:
            raise ExcuseError(f"没有理由 {name or '（空）'}{did_you_mean(name, known)}")
    return names


def excuse(reasons: Iterable[str], why: str, until: str | date | None) -> Excuse:
    """Check the parts of an excuse as they were written. Raises :class:`ExcuseError`."""
    names = named(reasons)
    if isinstance(until, str):
        try:
            until = date.fromisoformat(until)
        except ValueError:
            raise ExcuseError(f"期限 {until} 不是日期，请写成 2026-12-31 这样") from None
    if not why.strip():
        raise ExcuseError("没有写明原因，忽略不生效")
    return Excuse(names, why.strip(), until)
