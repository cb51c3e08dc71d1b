"""Progress for a person who waits: one line on standard error, wiped when the work is done."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.cli.environment import Environment

LONG = 1.0  # seconds of work before it is worth a line

T = TypeVar("T")


def progress(items: Sequence[T], environment: Environment) -> Iterator[T]:
    """``items`` as they are; told about on a terminal once the work has taken long."""
    start, shown = time.monotonic(), False
    try:
        for number, item in enumerate(items, 1):
            if environment.stderr_is_terminal and time.monotonic() - start > LONG:
                shown = True
                environment.stderr.write(f"\r正在核查 {number}/{len(items)}")
                environment.stderr.flush()
            yield item
    finally:
        if shown:
            environment.stderr.write("\r\x1b[K")
