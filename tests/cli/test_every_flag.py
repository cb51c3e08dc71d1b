"""Every format and every flag of ``verify`` has a case in a folder beside this file."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from factcheck.config import FORMATS
from factcheck.report.lint_programs import WRITERS
from harness import run

COMMANDS = [shlex.split(file.read_text(encoding="utf-8")) for file in Path(__file__).parent.glob("*/cmd")]
WORDS = {word.partition("=")[0] for words in COMMANDS if "verify" in words for word in words}


def test_every_flag_has_a_case() -> None:
    flags = set(re.findall(r"^ +(?:-\w, )?(--[\w-]+)", run("verify", "--help").stdout, re.MULTILINE))
    assert len(flags) > 20
    assert flags - WORDS == set()


def test_every_format_has_a_case() -> None:
    assert set(FORMATS) - WORDS == set()


def test_every_format_of_lint_has_a_case() -> None:
    told = {word for words in COMMANDS if "lint" in words for word in words}
    assert set(WRITERS) - told == set()
