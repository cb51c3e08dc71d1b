"""What the README shows of the command line is what the command line says; UPDATE_CASES=1 writes it anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(?<=<!-- shown -->\n```\n)\$ factcheck ([^\n]*)\n.*?(?=```\n)", re.DOTALL)


def real(block: re.Match[str]) -> str:
    """The block with what the command says today."""
    command = [sys.executable, "-m", "factcheck", *block[1].split()]
    done = subprocess.run(command, capture_output=True, check=False, cwd=README.parent)
    assert done.returncode in {0, 1}, done.stderr.decode()
    return f"$ factcheck {block[1]}\n{done.stdout.decode()}"


def test_commands_are_shown_as_they_are() -> None:
    shown = README.read_text(encoding="utf-8")
    current, blocks = BLOCK.subn(real, shown)
    if os.environ.get("UPDATE_CASES"):
        README.write_text(current, encoding="utf-8")
    assert blocks >= 3
    assert shown == current
