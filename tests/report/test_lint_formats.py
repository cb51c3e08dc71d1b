"""What lint writes for other programs follows their formats, whatever a claims file holds."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from factcheck.claims.model import ClaimFile
from factcheck.curate.problem import Problem, Severity
from factcheck.report.lint import Linted
from factcheck.report.lint_programs import WRITERS

HOSTILE = "::error::%0A\n]]><x a='\"'/>|[x](javascript:1)`@all`\x1b[31m\ud800\ufffe🙂"
PATH = HOSTILE.replace("\ud800", "\udcff")  # as Python has the byte FF of a name that is no UTF-8
PROBLEMS = [
    Problem("claims/甲.toml", 3, "duplicate-id", Severity.ERROR, "编号重复", "a"),
    Problem("claims/甲.toml", 9, "duplicate-id", Severity.ERROR, "编号重复", "a"),
    Problem("claims/甲.toml", 4, "form", Severity.WARNING, HOSTILE, HOSTILE, fixable=True),
    Problem("claims/甲.toml", 5, "superseded", Severity.NOTE, "已被取代"),
    Problem(PATH, 0, "schema", Severity.FATAL, HOSTILE),
]


def written(name: str, problems: list[Problem]) -> str:
    out = io.StringIO()
    WRITERS[name](Linted(problems, (ClaimFile("claims/甲.toml", 2),), "/srv"), out)
    return out.getvalue()


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("problems", [PROBLEMS, []])
def test_hostile_text_stays_text(name: str, problems: list[Problem]) -> None:
    text = written(name, problems)
    text.encode("utf-8", "backslashreplace")
    assert "\x1b" not in text
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    elif name == "jsonl":
        assert [json.loads(line)["type"] for line in text.splitlines()][-1] == "summary"
    elif name == "junit":
        assert ET.fromstring(text).get("errors") == ("1" if problems else "0")
    elif name in ("text", "github"):
        assert len(text.splitlines()) == len(problems)


@pytest.mark.parametrize("problems", [PROBLEMS, []])
def test_sarif_follows_its_schema(problems: list[Problem]) -> None:
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(written("sarif", problems))
    Draft202012Validator(schema).validate(log)
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is not bool(problems)


def test_fingerprints_hold_while_lines_move() -> None:
    moved = [Problem(p.path, p.line + 7, p.rule, p.severity, p.message, p.claim) for p in PROBLEMS]
    marks = [
        [issue["fingerprint"] for issue in json.loads(written("gitlab", one))] for one in (PROBLEMS, moved)
    ]
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == len(PROBLEMS)
