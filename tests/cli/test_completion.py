"""What the shell offers for formats and reasons."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("verify --format s", ["sarif"]),
        ("verify --format=ju", ["junit"]),
        ("verify --select value,m", ["value,magnitude"]),
        ("verify --ignore no", ["no_claim", "not_asserted"]),
        ("explain mag", ["magnitude"]),
    ],
)
def test_completion(words: str, offered: list[str]) -> None:
    variables = {
        **os.environ,
        "_FACTCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": f"factcheck {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    command = [sys.executable, "-m", "factcheck"]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert done.stdout.split() == offered
