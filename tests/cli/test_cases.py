"""Every folder beside this file is a case: input files, ``cmd``, and what must come of it.

``cmd`` holds the arguments, with ``VARIABLE=value`` before them; ``terminal`` as a variable stands for a
terminal at standard output. ``stdin`` is what standard input holds. ``expected.stdout``, ``expected.stderr``
and ``expected.status`` (0 if missing) are compared whole, and so is every file that ``expected.files`` holds
with the one of that name that the command wrote. UPDATE_CASES=1 writes them anew; read the diff.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from harness import Outcome, run

HERE = Path(__file__).parent
CASES = sorted(file.parent.name for file in HERE.glob("*/cmd"))


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "case"
    shutil.copytree(HERE / case, folder)
    monkeypatch.chdir(folder)
    words = shlex.split((folder / "cmd").read_text(encoding="utf-8"))
    variables = {}
    while words and "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        variables[name] = value
    stdin = folder / "stdin"
    terminal = bool(variables.pop("terminal", ""))
    data = stdin.read_bytes() if stdin.exists() else b""
    outcome = run(*words, stdin=data, terminal=terminal, variables=variables)
    if os.environ.get("UPDATE_CASES"):
        _update(HERE / case, outcome, folder)
    assert _without_scores(outcome.stdout) == _without_scores(_expected(folder, "stdout", ""))
    assert outcome.stderr == _expected(folder, "stderr", "")
    assert outcome.status == int(_expected(folder, "status", "0"))
    for file in HERE.glob(f"{case}/expected.files/*"):
        written = (folder / file.name).read_bytes().decode()
        assert _without_scores(written) == _without_scores(file.read_bytes().decode())


def _without_scores(text: str) -> str:
    """How sure a match was is no part of what these cases promise."""
    return re.sub(r'"score": [\d.]+', '"score": …', text)


def _expected(folder: Path, name: str, default: str) -> str:
    file = folder / f"expected.{name}"
    return file.read_bytes().decode() if file.exists() else default


def _update(folder: Path, outcome: Outcome, wrote: Path) -> None:
    for file in folder.glob("expected.files/*"):
        shutil.copy(wrote / file.name, file)
    status = f"{outcome.status}\n" if outcome.status else ""
    for name, text in (("stdout", outcome.stdout), ("stderr", outcome.stderr), ("status", status)):
        file = folder / f"expected.{name}"
        if text:
            file.write_bytes(text.encode())
        else:
            file.unlink(missing_ok=True)
