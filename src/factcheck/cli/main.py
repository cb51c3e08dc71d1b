"""Where a run starts and ends: the only place that knows exit codes and turns errors into lines."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.cli.status import ExitStatus, UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.environment import Environment


_YOUNG_OBJECTS = 100_000  # a run makes many small objects that live as long as it does: look for waste seldom


def main(argv: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Run the command line and return its exit status; nothing else exits, nothing escapes."""
    gc.set_threshold(_YOUNG_OBJECTS)
    arguments = list(sys.argv[1:] if argv is None else argv)
    if environment is None:
        from factcheck.cli.environment import Environment  # noqa: PLC0415

        environment = Environment.of_process()
        atexit.register(gc.freeze)  # what is left goes with the process: no last look for waste
    try:
        with redirect_stdout(environment.stdout), redirect_stderr(environment.stderr):
            status = _run(arguments, environment)
            environment.stdout.flush()
        return status
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        return _closed_pipe(environment)
    except SystemExit as exit_:  # typer's, for shell completion and, of all errors, for a closed pipe
        if isinstance(exit_.__context__, BrokenPipeError):
            return _closed_pipe(environment)
        return exit_.code if isinstance(exit_.code, int) else ExitStatus.OK
    except Exception as error:  # the one place that may: no traceback for users
        _explain(error, environment)
        return ExitStatus.FAILED


def _run(arguments: list[str], environment: Environment) -> int:
    if arguments == ["--version"]:  # the answer needs none of what follows
        environment.stdout.write(f"factcheck {__version__}\n")
        return ExitStatus.OK
    from factcheck.cli.app import invoke  # noqa: PLC0415

    return invoke(arguments, environment)


def _explain(error: Exception, environment: Environment) -> None:
    from factcheck.atomic import WriteError  # noqa: PLC0415
    from factcheck.claims.model import ClaimsError  # noqa: PLC0415
    from factcheck.config import ConfigError  # noqa: PLC0415
    from factcheck.documents.model import DocumentError  # noqa: PLC0415
    from factcheck.faults import why  # noqa: PLC0415
    from factcheck.text.tokens import TokenizerError  # noqa: PLC0415
    from factcheck.triage.hidden import TriageError  # noqa: PLC0415

    if environment.variables.get("FACTCHECK_DEBUG"):
        traceback.print_exception(error, file=environment.stderr)
    # These begin with the path, as every complaint of a file does.
    if isinstance(error, ClaimsError | ConfigError | DocumentError | TriageError | WriteError):
        environment.say(str(error))
    elif isinstance(error, UserError | TokenizerError):
        environment.say(f"factcheck: {error}")
    elif isinstance(error, OSError):  # the disk is full, a device is gone: nothing we wrote can help
        environment.say(f"factcheck: 读写出错（{why(error)}），请检查磁盘和权限")
        _drop_output(environment)
    else:
        environment.say(
            f"factcheck: 程序内部错误（{type(error).__name__}: {error}），不是稿件的问题，请报告；"
            "设 FACTCHECK_DEBUG=1 再运行可看到细节"
        )


def _closed_pipe(environment: Environment) -> ExitStatus:
    _drop_output(environment)
    return ExitStatus.CLOSED_PIPE


def _drop_output(environment: Environment) -> None:
    """Point a broken standard output nowhere, so that the interpreter's last flush does not complain."""
    if environment.stdout is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
