"""Problems of claims files: a line each for people, JSON for programs, annotations for GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.curate.problem import Severity
from factcheck.report.github import command
from factcheck.report.json import SCHEMA, dump
from factcheck.report.words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.claims.model import ClaimFile
    from factcheck.curate.problem import Problem

LEVELS = {Severity.FATAL: "读不了", Severity.ERROR: "毛病", Severity.WARNING: "提醒", Severity.NOTE: "备注"}
_NAMES = {
    Severity.FATAL: "fatal",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}

_GITHUB = {Severity.WARNING: "warning", Severity.NOTE: "notice"}


def text(problems: Sequence[Problem], files: Sequence[ClaimFile], out: TextIO) -> None:
    """``path:line: level [rule] claim: message``."""
    for problem in problems:
        place = f"{one_line(problem.path)}:{problem.line}" if problem.line else one_line(problem.path)
        claim = f"{problem.claim}: " if problem.claim else ""
        message = one_line(f"{claim}{problem.message}")
        out.write(f"{place}: {LEVELS[problem.severity]} [{problem.rule}] {message}\n")


def json(problems: Sequence[Problem], files: Sequence[ClaimFile], out: TextIO) -> None:
    """One object with all problems and how many there are of each level."""
    dump(
        {
            "schema": SCHEMA,
            "claims": [{"path": file.path, "count": file.count} for file in files],
            "problems": [
                {
                    "path": problem.path,
                    "line": problem.line or None,
                    "rule": problem.rule,
                    "severity": _NAMES[problem.severity],
                    "claim": problem.claim or None,
                    "message": problem.message,
                    "fixable": problem.fixable,
                }
                for problem in problems
            ],
            "summary": {
                _NAMES[level]: sum(problem.severity is level for problem in problems)
                for level in sorted(Severity, reverse=True)
            },
        },
        out,
    )


def github(problems: Sequence[Problem], files: Sequence[ClaimFile], out: TextIO) -> None:
    """One workflow command each, the gravest first: GitHub shows only the first ten of a level."""
    for problem in sorted(problems, key=lambda problem: -problem.severity):
        level = _GITHUB.get(problem.severity, "error")
        place = {"line": problem.line} if problem.line else {}
        claim = f"{problem.claim}: " if problem.claim else ""
        title = f"factcheck lint {problem.rule}"
        out.write(command(level, f"{claim}{problem.message}", file=problem.path, **place, title=title))


WRITERS: Mapping[str, Callable[[Sequence[Problem], Sequence[ClaimFile], TextIO], None]] = {
    "text": text,
    "json": json,
    "github": github,
}


def tally(problems: Sequence[Problem], files: Sequence[ClaimFile]) -> str:
    """How many files and claims were looked at, and how many problems of each level there are."""
    counted = "，".join(
        f"{LEVELS[level]} {sum(problem.severity is level for problem in problems)}"
        for level in sorted(Severity, reverse=True)
        if level or any(problem.severity is level for problem in problems)
    )
    fixable = sum(problem.fixable for problem in problems)
    hint = f"（其中 {fixable} 处 --fix 可改）" if fixable else ""
    return f"检查 {len(files)} 个文件 {sum(file.count for file in files)} 条事实：{counted}{hint}"
