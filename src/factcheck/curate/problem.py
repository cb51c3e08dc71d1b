"""What lint says of a claims file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How bad: a note never fails a run; for a fatal problem no command would read the file."""

    NOTE = 0
    WARNING = 1
    ERROR = 2
    FATAL = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, at its place. ``line`` counts from 1; 0 where the whole file is meant."""

    path: str
    line: int
    rule: str
    severity: Severity
    message: str
    claim: str = ""
    fixable: bool = False
