"""Runs one command line as a process would, with streams and variables of the test's own."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from factcheck.cli import main
from factcheck.cli.environment import Environment


@dataclass(frozen=True)
class Outcome:
    status: int
    stdout: str
    stderr: str


def run(
    *arguments: str, stdin: bytes = b"", terminal: bool = False, variables: dict[str, str] | None = None
) -> Outcome:
    """Run ``factcheck`` with ``arguments`` in the current folder."""
    raw = io.BytesIO(), io.BytesIO()
    stdout, stderr = (
        io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="") for stream in raw
    )
    environment = Environment(
        stdin=io.BytesIO(stdin),
        stdout=stdout,
        stderr=stderr,
        here=Path.cwd(),
        variables={"TERM": "xterm-256color", "COLUMNS": "80", **(variables or {})},
        stdout_is_terminal=terminal,
        stderr_is_terminal=terminal,
    )
    status = main(arguments, environment)
    stdout.flush()
    stderr.flush()
    return Outcome(status, raw[0].getvalue().decode(), raw[1].getvalue().decode())
