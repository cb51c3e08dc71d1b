"""One place owns errors and exit codes: nothing escapes it, whatever happens inside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.cli import app
from factcheck.cli.status import ExitStatus
from harness import run

COMMAND = [sys.executable, "-m", "factcheck"]


def raising(error: BaseException) -> object:
    def fail(*_: object) -> int:
        raise error

    return fail


def test_an_internal_error_is_one_line_that_asks_to_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "invoke", raising(ZeroDivisionError("oh\nno")))
    outcome = run("list")
    assert outcome.status == ExitStatus.FAILED
    assert outcome.stderr.startswith("factcheck: 程序内部错误（ZeroDivisionError: oh\\nno）")
    assert outcome.stderr.count("\n") == 1
    assert "请报告" in outcome.stderr


def test_an_unknown_tokenizer_is_the_users_to_put_right() -> None:
    variables = {**os.environ, "FACTCHECK_TOKENIZER": "thulac", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [*COMMAND, "verify", "-"],
        input="一年收入664万元。".encode(),
        env=variables,
        capture_output=True,
        check=False,
    )
    assert done.returncode == ExitStatus.FAILED
    assert done.stderr.decode() == "factcheck: FACTCHECK_TOKENIZER=thulac：只能是 jieba 或 rjieba\n"


def test_debug_shows_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "invoke", raising(ZeroDivisionError()))
    assert "Traceback" in run("list", variables={"FACTCHECK_DEBUG": "1"}).stderr


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "invoke", raising(KeyboardInterrupt()))
    outcome = run("list")
    assert (outcome.status, outcome.stderr) == (ExitStatus.INTERRUPTED, "")


def test_a_closed_pipe_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "invoke", raising(BrokenPipeError()))
    outcome = run("list")
    assert (outcome.status, outcome.stderr) == (ExitStatus.CLOSED_PIPE, "")


def test_without_arguments_the_help_and_a_failure() -> None:
    outcome = run()
    assert (outcome.status, outcome.stdout) == (ExitStatus.FAILED, "")
    assert outcome.stderr == run("--help").stdout


@pytest.mark.parametrize("command", [(), ("verify",), ("list",), ("show",)])
def test_help_is_chinese_throughout(command: tuple[str, ...]) -> None:
    outcome = run(*command, "--help")
    assert outcome.status == ExitStatus.OK
    assert "用法：factcheck" in outcome.stdout
    for english in ("Usage", "Options:", "Show ", "Install ", "required", "default"):
        assert english not in outcome.stdout


def test_completion_offers_commands() -> None:
    variables = {
        **os.environ,
        "_FACTCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": "factcheck ",
        "COMP_CWORD": "1",
    }
    done = subprocess.run(COMMAND, env=variables, capture_output=True, text=True, check=False)
    assert {"verify", "list", "show"} <= set(done.stdout.split())


def test_the_reader_may_go_away(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("红山县有327座水库。\n" * 2000, encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "verify", str(draft)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert process.returncode == ExitStatus.CLOSED_PIPE
    assert b"Traceback" not in errors
    assert b"Exception" not in errors


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interrupt_from_outside() -> None:
    with subprocess.Popen(
        [*COMMAND, "verify", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        # Standard input is read once everything is set up, so what it takes shows that it waits.
        assert process.stdin
        process.stdin.write(b"x" * 200_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        assert process.stderr
        errors = process.stderr.read()
    assert process.returncode == ExitStatus.INTERRUPTED
    assert b"Traceback" not in errors


def test_a_pipe_is_utf8_whatever_the_locale() -> None:
    variables = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run([*COMMAND, "--help"], env=variables, capture_output=True, check=True)
    assert "用法" in done.stdout.decode("utf-8")


def modules(*arguments: str) -> set[str]:
    """What is imported by a run with these arguments."""
    program = (
        "import sys\nfrom factcheck.cli import main\n"
        f"status = main({list(arguments)!r})\nprint(*sys.modules, file=sys.stderr)\nsys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_browsing_loads_neither_words_nor_numbers() -> None:
    # Only claims derived from others need numbers read, and these have none.
    loaded = modules("list", "--claims", str(Path(__file__).parent / "list-pipe" / "claims.toml"))
    heavy = {"jieba", "rjieba", "rich", "rapidfuzz", "factcheck.text.tokens", "factcheck.quantity.scan"}
    assert not loaded & heavy
    assert not {name for name in loaded if name.startswith(("factcheck.matching", "factcheck.assertion"))}


def test_the_version_needs_next_to_nothing() -> None:
    loaded = modules("--version")
    assert not loaded & {"typer", "rich", "tomllib", "factcheck.claims.load", "factcheck.text.fold"}


def test_the_version_is_that_of_the_project() -> None:
    assert run("--version").stdout == run("--version", "list").stdout == f"factcheck {__version__}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "list"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == ExitStatus.FAILED
    assert "读写出错" in done.stderr.decode()
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the shell there closes no streams")
@pytest.mark.parametrize(("redirection", "status"), [("<&-", 2), (">&-", 0), ("2>&-", 0)])
def test_closed_streams(redirection: str, status: int) -> None:
    command = "verify -" if redirection == "<&-" else "list"
    line = f'"$0" -m factcheck {command} {redirection}'
    done = subprocess.run(["sh", "-c", line, sys.executable], capture_output=True, check=False)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
