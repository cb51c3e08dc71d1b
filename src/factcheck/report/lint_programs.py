"""Problems of claims files for other programs: each as the report of drafts has it, and all formats by name."""

from __future__ import annotations

import json as stdlib_json
from collections import Counter
from typing import TYPE_CHECKING, TextIO
from xml.etree import ElementTree as ET

from factcheck.curate.problem import Severity
from factcheck.paths import relative
from factcheck.report import gitlab as code_quality
from factcheck.report import junit as suites
from factcheck.report import sarif as scanning
from factcheck.report.json import SCHEMA, dump
from factcheck.report.lint import (
    LEVELS,
    github,
    gravest_first,
    json,
    markdown,
    problem_object,
    said,
    summary,
    text,
)
from factcheck.report.words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factcheck.curate.problem import Problem
    from factcheck.report.lint import Linted

_SARIF = {Severity.WARNING: "warning", Severity.NOTE: "note"}
_GITLAB = {
    Severity.FATAL: "blocker",
    Severity.ERROR: "critical",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}
_RDJSON = {Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def jsonl(linted: Linted, out: TextIO) -> None:
    """One JSON object a line: ``run``, the ``problem`` lines, ``summary``."""
    claims = [{"path": file.path, "count": file.count} for file in linted.files]
    lines = [
        {"type": "run", "schema": SCHEMA, "claims": claims},
        *({"type": "problem", **problem_object(problem)} for problem in linted.problems),
        {"type": "summary", **summary(linted.problems)},
    ]
    for line in lines:
        out.write(stdlib_json.dumps(line, ensure_ascii=False) + "\n")


def sarif(linted: Linted, out: TextIO) -> None:
    """SARIF 2.1.0; the rules are those that tell of something."""
    results: list[dict[str, object]] = []
    for problem, mark in _marked(linted):
        region = {"region": {"startLine": problem.line}} if problem.line else {}
        place = {"artifactLocation": scanning.location(linted.here, problem.path), **region}
        results.append(
            {
                "ruleId": problem.rule,
                "level": _SARIF.get(problem.severity, "error"),
                "message": {"text": one_line(said(problem))},
                "locations": [{"physicalLocation": place}],
                "partialFingerprints": {"factcheck/v1": mark},
            }
        )
    dump(
        scanning.log(
            rules=[
                {"id": name, "shortDescription": {"text": linted.rules.get(name, name)}}
                for name in sorted({problem.rule for problem in linted.problems})
            ],
            results=results,
            artifacts=[scanning.location(linted.here, file.path) for file in linted.files],
            invocation={
                "executionSuccessful": not any(p.severity is Severity.FATAL for p in linted.problems)
            },
        ),
        out,
    )


def gitlab(linted: Linted, out: TextIO) -> None:
    """A Code Quality report."""
    issues = [
        code_quality.issue(
            said(problem),
            name=problem.rule,
            fingerprint=mark,
            severity=_GITLAB[problem.severity],
            path=relative(problem.path, linted.here),
            line=max(problem.line, 1),
        )
        for problem, mark in _marked(linted)
    ]
    dump(issues, out)


def junit(linted: Linted, out: TextIO) -> None:
    """A suite for each file, a case for each problem; what only reminds counts as skipped."""
    root = ET.Element("testsuites", name="factcheck lint")
    for path in dict.fromkeys([*(f.path for f in linted.files), *(p.path for p in linted.problems)]):
        suite = ET.Element("testsuite", name=suites.safe(path))
        counts: Counter[str] = Counter()
        for problem in linted.problems:
            if problem.path == path:
                counts[_case(suite, problem)] += 1
        suites.counted(
            suite,
            tests=counts.total(),
            failures=counts["failure"],
            errors=counts["error"],
            skipped=counts["skipped"],
        )
        root.append(suite)
    suites.finish(root, out)


def _case(suite: ET.Element, problem: Problem) -> str:
    path = suites.safe(problem.path)
    name = f"{problem.line} {problem.rule} {problem.claim}".rstrip()
    case = ET.SubElement(
        suite, "testcase", name=suites.safe(name), classname=path, file=path, line=str(problem.line)
    )
    tag = {Severity.FATAL: "error", Severity.ERROR: "failure"}.get(problem.severity, "skipped")
    child = ET.SubElement(case, tag, message=suites.safe(f"{LEVELS[problem.severity]}：{said(problem)}"))
    if tag != "skipped":
        child.set("type", problem.rule)
    return tag


def rdjson(linted: Linted, out: TextIO) -> None:
    """Diagnostics for reviewdog, the gravest first."""
    diagnostics = [
        {
            "message": one_line(said(problem)),
            "location": {
                "path": relative(problem.path, linted.here),
                **({"range": {"start": {"line": problem.line}}} if problem.line else {}),
            },
            "severity": _RDJSON.get(problem.severity, "ERROR"),
            "code": {"value": problem.rule},
        }
        for problem in gravest_first(linted.problems)
    ]
    dump({"source": {"name": "factcheck lint"}, "severity": "ERROR", "diagnostics": diagnostics}, out)


def _marked(linted: Linted) -> Iterator[tuple[Problem, str]]:
    """Each problem with a fingerprint that holds while lines move; like problems are told apart by their number."""
    seen: Counter[tuple[str, ...]] = Counter()
    for problem in linted.problems:
        parts = (relative(problem.path, linted.here), problem.rule, said(problem))
        yield problem, code_quality.digest(*parts, str(seen[parts]))
        seen[parts] += 1


WRITERS: Mapping[str, Callable[[Linted, TextIO], None]] = {
    "text": text,
    "json": json,
    "jsonl": jsonl,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "rdjson": rdjson,
    "markdown": markdown,
}
