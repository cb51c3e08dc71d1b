"""Problems of claims files for people: a line each, Markdown, annotations for GitHub; and as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

from factcheck.curate.problem import Severity
from factcheck.paths import relative
from factcheck.report.github import command
from factcheck.report.json import SCHEMA, dump
from factcheck.report.markdown import LONGEST, MARKER, escape
from factcheck.report.words import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.model import ClaimFile
    from factcheck.curate.problem import Problem

LEVELS = {Severity.FATAL: "读不了", Severity.ERROR: "毛病", Severity.WARNING: "提醒", Severity.NOTE: "备注"}
NAMES = {
    Severity.FATAL: "fatal",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


@dataclass(frozen=True, slots=True)
class Linted:
    """What a report is made of; ``here`` is the folder that paths are told from."""

    problems: Sequence[Problem]
    files: Sequence[ClaimFile]
    here: str = ""
    rules: Mapping[str, str] = field(default_factory=dict)  # what each is for, by name


_GITHUB = {Severity.WARNING: "warning", Severity.NOTE: "notice"}


def text(linted: Linted, out: TextIO) -> None:
    """``path:line: level [rule] claim: message``."""
    for problem in linted.problems:
        place = f"{one_line(problem.path)}:{problem.line}" if problem.line else one_line(problem.path)
        out.write(f"{place}: {LEVELS[problem.severity]} [{problem.rule}] {one_line(said(problem))}\n")


def json(linted: Linted, out: TextIO) -> None:
    """One object with all problems and how many there are of each level."""
    dump(
        {
            "schema": SCHEMA,
            "claims": [{"path": file.path, "count": file.count} for file in linted.files],
            "problems": [problem_object(problem) for problem in linted.problems],
            "summary": summary(linted.problems),
        },
        out,
    )


def problem_object(problem: Problem) -> dict[str, object]:
    """One problem as JSON has it."""
    return {
        "path": problem.path,
        "line": problem.line or None,
        "rule": problem.rule,
        "severity": NAMES[problem.severity],
        "claim": problem.claim or None,
        "message": problem.message,
        "fixable": problem.fixable,
    }


def summary(problems: Sequence[Problem]) -> dict[str, int]:
    """How many problems there are of each level, the gravest first."""
    levels = sorted(Severity, reverse=True)
    return {NAMES[level]: sum(problem.severity is level for problem in problems) for level in levels}


def said(problem: Problem) -> str:
    """The message, with the claim that it is about."""
    return f"{problem.claim}: {problem.message}" if problem.claim else problem.message


def github(linted: Linted, out: TextIO) -> None:
    """One workflow command each, the gravest first: GitHub shows only the first ten of a level."""
    for problem in gravest_first(linted.problems):
        level = _GITHUB.get(problem.severity, "error")
        place = {"line": problem.line} if problem.line else {}
        title = f"factcheck lint {problem.rule}"
        file = relative(problem.path, linted.here)
        out.write(command(level, said(problem), file=file, **place, title=title))


def markdown(linted: Linted, out: TextIO) -> None:
    """Counts, then a table, the gravest first."""
    out.write(f"{MARKER}\n### 事实文件：{escape(tally(linted.problems, linted.files))}\n")
    rows = [
        f"| {escape(relative(one.path, linted.here))}:{one.line} | {LEVELS[one.severity]} | {one.rule} "
        f"| {escape(said(one))} |"
        for one in gravest_first(linted.problems)
    ]
    if rows:
        out.write("\n| 位置 | 轻重 | 规则 | 说明 |\n|---|---|---|---|\n")
    written = 0
    for number, row in enumerate(rows):
        written += len(row) + 1
        if written > LONGEST:
            out.write(f"\n还有 {len(rows) - number} 条没有列出，用 `factcheck lint` 看全。\n")
            break
        out.write(f"{row}\n")


def gravest_first(problems: Sequence[Problem]) -> list[Problem]:
    """In order but for how grave they are."""
    return sorted(problems, key=lambda problem: -problem.severity)


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
