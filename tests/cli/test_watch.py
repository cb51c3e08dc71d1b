"""``factcheck watch``: a real process on a real terminal, and what fits on a screen."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import factcheck
from factcheck import load_claims
from factcheck.cli.watch import screen
from factcheck.documents.model import Document
from factcheck.report.run import Checked, Run
from factcheck.verdict.checker import Checker
from harness import run

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

CLAIMS = Path(__file__).parent / "verify-pipe" / "claims.toml"
WRONG = "2023年，青河县粮食总产量为53.2万吨。\n"
RIGHT = WRONG.replace("53.2", "52.3")
SECONDS = 30


class Terminal:
    """``factcheck watch`` on a terminal of 24 rows."""

    def __init__(self, folder: Path) -> None:
        import fcntl  # noqa: PLC0415
        import struct  # noqa: PLC0415
        import termios  # noqa: PLC0415

        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        environment["PYTHONPATH"] = str(Path(factcheck.__file__).parents[1])
        self.process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "watch", "稿.txt", "--claims", "claims.toml"],
            cwd=folder,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, "TERM": "xterm", "NO_COLOR": "1"},
            start_new_session=True,
        )
        os.close(slave)
        os.set_blocking(self._master, False)

    def wait_for(self, words: str) -> str:
        """Read until ``words`` come; what was shown since the last call."""
        until = time.monotonic() + SECONDS
        shown = ""
        while time.monotonic() < until:
            shown += self.read()
            if words in shown:
                time.sleep(0.2)
                return shown + self.read()
            time.sleep(0.05)
        raise AssertionError(f"{words!r} did not come; shown: {shown!r}")

    def read(self) -> str:
        """What was shown since the last call."""
        shown = b""
        while True:
            try:
                shown += os.read(self._master, 65536)
            except OSError:
                return shown.decode(errors="replace")


def test_every_save_is_checked_and_the_terminal_is_left_as_it_was(tmp_path: Path) -> None:
    shutil.copy(CLAIMS, tmp_path / "claims.toml")
    draft = tmp_path / "稿.txt"
    draft.write_text(WRONG, encoding="utf-8")
    terminal = Terminal(tmp_path)
    try:
        assert "53.2万吨" in terminal.wait_for("第 1 次核查")
        new = tmp_path / "new"  # as editors save: a new file takes the name
        new.write_text(RIGHT, encoding="utf-8")
        new.replace(draft)
        terminal.wait_for("没有不符")
        draft.unlink()
        terminal.wait_for("找不到文件")
        draft.write_text(WRONG, encoding="utf-8")
        terminal.wait_for("不符 1")
        claims = (tmp_path / "claims.toml").read_text(encoding="utf-8")
        (tmp_path / "claims.toml").write_text("broken", encoding="utf-8")
        terminal.wait_for("仍用先前的事实")
        (tmp_path / "claims.toml").write_text(claims.replace("52.3", "53.2"), encoding="utf-8")
        terminal.wait_for("没有不符")
        terminal.process.send_signal(signal.SIGINT)
        assert "\x1b[?1049l" in terminal.wait_for("\x1b[?1049l")
        assert terminal.process.wait(SECONDS) == 0
    finally:
        terminal.process.kill()


def test_nothing_is_written_while_nothing_changes(tmp_path: Path) -> None:
    shutil.copy(CLAIMS, tmp_path / "claims.toml")
    (tmp_path / "稿.txt").write_text(WRONG, encoding="utf-8")
    terminal = Terminal(tmp_path)
    try:
        terminal.wait_for("第 1 次核查")
        time.sleep(1)
        assert terminal.read() == ""
    finally:
        terminal.process.kill()


def _result(repeated: int) -> Run:
    text = WRONG * repeated
    bank = load_claims(CLAIMS)
    return Run(
        bank.files, (Checked(Document("稿.txt", text, "utf-8"), tuple(Checker(bank).check(text))),), ()
    )


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (40, 12), (20, 8), (200, 60)])
def test_a_screen_is_never_longer_than_the_terminal(columns: int, lines: int) -> None:
    shown = screen(
        ["稿.txt  第 1 次核查"], _result(40), os.terminal_size((columns, lines)), {"TERM": "xterm"}
    )
    rows = [re.sub(r"\x1b\[[0-9;]*m", "", row) for row in shown]
    assert len(rows) <= lines
    left = next(row for row in rows if row.startswith("……还有"))
    told = sum("不符" in row and "稿.txt:" in row for row in rows)
    assert left == f"……还有 {40 - told} 条"


def test_what_cannot_be_watched_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for draft, why in (("-", "一次看一个稿件文件"), (".", "一次看一个稿件文件"), ("none.txt", "找不到文件")):
        outcome = run("watch", draft, "--claims", str(CLAIMS))
        assert outcome.status == 2
        assert why in outcome.stderr
