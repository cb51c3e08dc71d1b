"""Every rule has a file in ``rules/`` that breaks it: ``# ! rule`` stands on the lines it must tell of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.curate.lint import READING, RULES, lint
from factcheck.curate.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE_FILES = Path(__file__).parent / "rules"
NAMES = [rule.name for rule in RULES] + list(READING)


def marked(file: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if found := re.search(r"# ! (\S+)", line):
            yield number, found[1]


def test_every_rule_has_a_failing_file_and_says_what_it_is() -> None:
    assert {file.stem for file in RULE_FILES.glob("*.toml")} == {*NAMES, "passes"}
    assert len(set(NAMES)) == len(NAMES)
    assert all(rule.find.__doc__ and rule.title for rule in RULES)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_tells_of_the_marked_lines_and_no_others(name: str) -> None:
    file = RULE_FILES / f"{name}.toml"
    _, problems = lint([file])
    assert [(found.line, found.rule) for found in problems if found.rule == name] == list(marked(file))


def test_a_clean_bank_has_no_problem() -> None:
    opened, problems = lint([RULE_FILES / "passes.toml"])
    assert [problem.rule for problem in problems] == ["superseded"], "a note, and nothing else"
    assert len(opened.bank) == 6


@pytest.mark.parametrize("name", READING)
def test_what_no_command_reads_is_fatal_and_the_rest_is_still_looked_at(name: str) -> None:
    opened, problems = lint([RULE_FILES / f"{name}.toml"])
    assert {found.severity for found in problems if found.rule == name} == {Severity.FATAL}
    assert opened.files


def test_files_that_cannot_be_read_are_told_and_the_others_linted(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\nx = = 2\n", encoding="utf-8")
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as out:
        out.truncate(50 * 1024 * 1024)
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"format = 1 # \xe9\n")
    _, problems = lint([tmp_path, tmp_path / "none.toml", RULE_FILES / "form.toml"])
    told = {Path(found.path).name: found.message for found in problems if found.severity is Severity.FATAL}
    assert set(told) == {"broken.toml", "huge.toml", "latin.toml", "none.toml"}
    assert any(found.rule == "form" for found in problems)


def test_a_source_is_not_unused_because_its_claim_cannot_be_read(tmp_path: Path) -> None:
    text = (RULE_FILES / "unused-source.toml").read_text(encoding="utf-8")
    file = tmp_path / "a.toml"
    file.write_text(f"{text}\n[[claims]]\nid = 5\n", encoding="utf-8")
    assert {problem.rule for problem in lint([file])[1]} == {"schema"}


def test_one_file_named_twice_is_read_once() -> None:
    file = RULE_FILES / "passes.toml"
    assert lint([file, file, file.parent / "." / file.name])[1] == lint([file])[1]
