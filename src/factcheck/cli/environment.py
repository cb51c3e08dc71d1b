"""What the program touches of the process around it, in one object, so that tests can put their own."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from factcheck.report.words import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Environment:
    """Streams, variables and the working folder of one run."""

    stdin: BinaryIO
    stdout: TextIO
    stderr: TextIO
    here: Path
    variables: Mapping[str, str]
    stdout_is_terminal: bool = False
    stderr_is_terminal: bool = False

    @classmethod
    def of_process(cls) -> Environment:
        """The real one. Into pipes everything is UTF-8, whatever the locale; nothing fails to encode."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                encoding = stream.encoding if stream.isatty() else "utf-8"
                # Python's own escapes for lone surrogates are also JSON's.
                stream.reconfigure(encoding=encoding, errors="backslashreplace")
        return cls(
            stdin=sys.stdin.buffer,
            stdout=sys.stdout,
            stderr=sys.stderr,
            here=Path.cwd(),
            variables=os.environ,
            stdout_is_terminal=sys.stdout.isatty(),
            stderr_is_terminal=sys.stderr.isatty(),
        )

    def say(self, message: str) -> None:
        """One line to the person, beside the results; what a path or a key holds cannot break it."""
        self.stderr.write(f"{one_line(message)}\n")
