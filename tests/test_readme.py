"""What the README shows of the command line is what the command line says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"<!-- help -->\n```\n\$ factcheck (.*?--help)\n(.*?)```\n", re.DOTALL)
SHOWN = BLOCK.findall(README.read_text(encoding="utf-8"))


def test_the_main_commands_are_shown() -> None:
    assert [arguments for arguments, _ in SHOWN] == ["--help", "verify --help"]


@pytest.mark.parametrize(("arguments", "shown"), SHOWN)
def test_help_is_shown_as_it_is(arguments: str, shown: str) -> None:
    command = [sys.executable, "-m", "factcheck", *arguments.split()]
    assert shown == subprocess.run(command, capture_output=True, check=True).stdout.decode()
