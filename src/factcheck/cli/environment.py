"""What the program touches of the process around it, in one object, so that tests can put their own."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

from factcheck.report.words import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping


class Environment(NamedTuple):
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
        # A stream that the parent closed is None to Python.
        stdout, stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
        for stream in (stdout, stderr):
            if isinstance(stream, io.TextIOWrapper):
                encoding = stream.encoding if stream.isatty() else "utf-8"
                # Python's own escapes for lone surrogates are also JSON's.
                stream.reconfigure(encoding=encoding, errors="backslashreplace")
        return cls(
            stdin=sys.stdin.buffer if sys.stdin else io.BytesIO(),
            stdout=stdout,
            stderr=stderr,
            here=_working_folder(),
            variables=os.environ,
            stdout_is_terminal=stdout.isatty(),
            stderr_is_terminal=stderr.isatty(),
        )

    def say(self, message: str) -> None:
        """One line to the person, beside the results; what a path or a key holds cannot break it."""
        self.stderr.write(f"{one_line(message)}\n")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _working_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:  # removed under our feet; its parents may still hold settings
        return Path(os.environ.get("PWD", os.sep))
