"""Mending keeps comments, order of tables and everything that was right."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.curate.fix import fixed
from factcheck.curate.lint import RULES, lint

RULE_FILES = Path(__file__).parent / "rules"

BEFORE = '''# claims of a county
format = 1

[[sources]]  # the bulletin
title = "公报"
# its id
id = "s"

[[claims]]
source = "s"  # who says so
# the year
period = "2023"
statement = """
青河县有１２个镇。
"""
id = "towns"
value = "１２个"
property = [
  "镇",   # as usual
  "镇 ",
  "乡镇",
]
# end of the claim

# aliases follow
[aliases]
"青河县" = ["青河"]
'''
AFTER = '''# claims of a county
format = 1

[[sources]]  # the bulletin
# its id
id = "s"
title = "公报"

[[claims]]
id = "towns"
statement = """
青河县有１２个镇。
"""
source = "s"  # who says so
property = [
  "镇",   # as usual
  "乡镇",
]
value = "12个"
# the year
period = "2023"
# end of the claim

# aliases follow
[aliases]
"青河县" = ["青河"]
'''


def test_keys_are_sorted_with_their_comments() -> None:
    assert fixed(BEFORE) == AFTER
    assert fixed(AFTER) == AFTER


@pytest.mark.parametrize("name", [rule.name for rule in RULES if rule.fixable])
def test_what_is_called_fixable_is_fixed(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(fixed((RULE_FILES / f"{name}.toml").read_text(encoding="utf-8")), encoding="utf-8")
    assert name not in {problem.rule for problem in lint([file])[1]}


@pytest.mark.parametrize("file", sorted(RULE_FILES.glob("*.toml")), ids=lambda file: file.stem)
def test_nothing_else_changes(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if file.stem not in {rule.name for rule in RULES if rule.fixable}:
        assert fixed(text) == text
