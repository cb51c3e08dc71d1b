"""What the command line tells the shell, and what the user can put right."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the shell is told; the same in every output format."""

    OK = 0
    FOUND = 1  # something at or above --fail-on
    FAILED = 2  # something could not be checked
    INTERRUPTED = 130  # Ctrl-C, as shells count
    CLOSED_PIPE = 141  # the reader went away, as shells count


class UserError(Exception):
    """Something the user can put right; the message is the one line to show."""
