"""Progress is for a person who waits: on a terminal, once it has taken long, and wiped at the end."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli import progress as module
from factcheck.cli.environment import Environment

if TYPE_CHECKING:
    import pytest


def shown(*, terminal: bool) -> str:
    stderr = io.StringIO()
    environment = Environment(
        stdin=io.BytesIO(),
        stdout=io.StringIO(),
        stderr=stderr,
        here=Path(),
        variables={},
        stderr_is_terminal=terminal,
    )
    assert list(module.progress(["a", "b"], environment)) == ["a", "b"]
    return stderr.getvalue()


def test_short_work_shows_nothing() -> None:
    assert not shown(terminal=True)


def test_long_work_is_told_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONG", -1.0)
    assert shown(terminal=True) == "\r正在核查 1/2\r正在核查 2/2\r\x1b[K"
    assert not shown(terminal=False)
