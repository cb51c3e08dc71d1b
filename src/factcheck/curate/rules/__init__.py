"""One function for each thing that can be wrong with claims; its docstring is its documentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.curate.opened import Opened
    from factcheck.curate.problem import Severity


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule found something, and what, in one Chinese line."""

    path: str
    line: int
    message: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: name, title for people, how bad a hit is, what finds hits, whether ``--fix`` mends them."""

    name: str
    title: str
    severity: Severity
    find: Callable[[Opened], Iterator[Hit]]
    fixable: bool = False
