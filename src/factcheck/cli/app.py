"""Commands, arguments and options as the user sees them; what they do is imported when they run."""

from __future__ import annotations

import re
from copy import copy
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck import __version__
from factcheck.claims.model import Status  # noqa: TC001  typer reads the annotation
from factcheck.cli import curating, editing, measuring, options
from factcheck.cli.common import Claims  # noqa: TC001
from factcheck.cli.help import Command, Group
from factcheck.cli.status import ExitStatus, UserError
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.environment import Environment

# The base of all complaints about usage; typer does not export it.
_UsageError: type[Any] = typer.BadParameter.__mro__[1]


class ClaimsFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本。")
    ] = False,
) -> None:
    """拿稿件逐条对照整理好的事实：相符、不符、证据不足，各有理由和来源。离线运行。

    \b
    例：
      factcheck verify 稿件.txt            核查一篇稿件
      factcheck list --search 收入         浏览事实
      factcheck show ID                    看一条事实的全部内容
    """


@app.command(cls=Command)
def verify(
    ctx: typer.Context,
    *,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="稿件（.txt .md .html .docx .pdf）、文件夹或通配符；- 是标准输入。"
        ),
    ],
    claims: Claims = None,
    source: options.Sources = None,
    explain: options.Explain = False,
    format_: options.Formats = None,
    output_file: options.OutputFile = None,
    fail_on: options.FailOnOption = None,
    encoding: options.Encoding = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    update_baseline: options.UpdateBaseline = False,
    changed_since: options.ChangedSince = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    color: options.ColorOption = None,
    no_progress: options.NoProgress = False,
    exclude: options.Exclude = None,
    stdin_filename: options.StdinFilename = None,
    list_files: options.ListFiles = False,
    fix: options.Fix = False,
    diff: options.Diff = False,
    annotate: options.Annotate = None,
) -> int:
    """核查稿件。

    \b
    例：
      factcheck verify 稿件.txt
      factcheck verify 稿件/ --claims 事实.toml --format json
      factcheck verify 稿件.txt --source 原文.txt
      cat 稿件.txt | factcheck verify -

    退出码：0 没有不符；1 有达到 --fail-on 的结论；2 有文件没能核查。
    """
    from factcheck.cli.verify import run  # noqa: PLC0415

    asked = options.Options(
        claims=tuple(claims or ()),
        sources=tuple(source or ()),
        explain=explain,
        formats=tuple(format_ or ()),
        output_file=output_file,
        fail_on=fail_on,
        encoding=encoding,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        baseline=baseline,
        update_baseline=update_baseline,
        changed_since=changed_since,
        quiet=quiet,
        verbose=verbose,
        color=color or options.Color.AUTO,
        progress=not no_progress,
        exclude=tuple(exclude or ()),
        stdin_filename=stdin_filename,
        list_files=list_files,
        fix=fix,
        diff=diff,
        annotate=annotate,
    )
    return run(ctx.obj, paths, asked)


@app.command("list", cls=Command)
def list_(
    ctx: typer.Context,
    *,
    topic: Annotated[str | None, typer.Option("--topic", metavar="TEXT", help="只列这一主题。")] = None,
    search: Annotated[
        str | None,
        typer.Option("--search", metavar="TEXT", help="按词查找：陈述、各部分、别名；容许写错一点。"),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="TEXT", help="只列这一来源（编号、标题或发布者）。")
    ] = None,
    status: Annotated[
        Status | None, typer.Option("--status", help="只列这一状态：确认、有争议、已撤回。")
    ] = None,
    expired: Annotated[
        bool, typer.Option("--expired", help="只列今天不在有效期内的，和已被取代的。")
    ] = False,
    claims: Claims = None,
    format_: Annotated[ClaimsFormat | None, typer.Option("--format", help="输出格式，默认 text。")] = None,
) -> int:
    """浏览事实：编号、值、时间、主题。

    \b
    例：
      factcheck list --topic 收入
      factcheck list --search 带头人
      factcheck list --expired
    """
    from factcheck.cli.browse import Filters, run_list  # noqa: PLC0415

    filters = Filters(topic=topic, words=search, source=source, status=status, expired=expired)
    return run_list(ctx.obj, filters, claims=claims or [], format_=format_)


@app.command(cls=Command)
def show(
    ctx: typer.Context,
    claim_id: Annotated[str, typer.Argument(metavar="ID", help="事实编号，见 factcheck list。")],
    claims: Claims = None,
    format_: Annotated[ClaimsFormat | None, typer.Option("--format", help="输出格式，默认 text。")] = None,
) -> int:
    """看一条事实的全部内容：各部分、别名、来源、引文。

    \b
    例：
      factcheck show earners-total
    """
    from factcheck.cli.browse import run_show  # noqa: PLC0415

    return run_show(ctx.obj, claim_id, claims=claims or [], format_=format_)


@app.command(cls=Command)
def explain(
    ctx: typer.Context,
    reason: Annotated[
        str | None,
        typer.Argument(
            metavar="REASON", autocompletion=options.complete_reason, help="理由，如 value；不写就列出全部。"
        ),
    ] = None,
) -> int:
    """说明一种理由：比什么、怎样算不符、怎么办，各有一个例子。

    \b
    例：
      factcheck explain magnitude
    """
    from factcheck.cli.explain import run  # noqa: PLC0415

    return run(ctx.obj, reason)


@app.command("config", cls=Command)
def config_(ctx: typer.Context) -> int:
    """看生效的配置，以及每一项从哪里来。"""
    from factcheck.cli.settings import run  # noqa: PLC0415

    return run(ctx.obj)


editing.add_to(app)
curating.add_to(app)
measuring.add_to(app)


def invoke(arguments: Sequence[str], environment: Environment) -> int:
    """Run one command line; usage that cannot be read becomes :class:`UserError`."""
    command = typer.main.get_command(_asked(arguments))
    try:
        status = command.main(list(arguments), prog_name="factcheck", standalone_mode=False, obj=environment)
    except _UsageError as error:
        if not arguments:
            environment.stderr.write(f"{error.message}\n")
            return ExitStatus.FAILED
        raise UserError(_usage(error)) from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    return int(status or 0)


def _asked(arguments: Sequence[str]) -> typer.Typer:
    """The program with the one command that is asked for, where it opens the line: each takes a millisecond."""
    commands = app.registered_commands
    asked = [
        info for info in commands if arguments[:1] == [info.name or getattr(info.callback, "__name__", "")]
    ]
    if not asked:
        return app
    only = copy(app)
    only.registered_commands = asked
    return only


def _usage(error: Any) -> str:
    """A complaint about usage in one Chinese line; ``error`` is one of typer's."""
    name = type(error).__name__
    command = error.ctx.command_path if error.ctx else "factcheck"
    message = str(error.format_message())
    if name == "NoSuchOption":
        near = f"，是不是 {error.possibilities[0]}？" if error.possibilities else ""
        message = f"没有选项 {error.option_name}{near}"
    elif name == "MissingParameter":
        message = f"缺少参数 {error.param.make_metavar(error.ctx) if error.param else ''}"
    elif found := re.search(r"No such command '(.*?)'", message):
        message = f"没有命令 {found[1]}{did_you_mean(found[1], error.ctx.command.list_commands(error.ctx))}"
    elif found := re.search(r"Invalid value for (.*): (.*) is not one of (.*?)\.$", message):
        message = f"{found[1]} 不能是 {found[2]}，只能是 {found[3]}".replace("'", "")
    elif found := re.search(r"Option (.*) requires an argument", message):
        message = f"选项 {found[1]} 缺少值".replace("'", "")
    elif found := re.search(r"unexpected extra argument\S* \((.*)\)", message):
        message = f"多出的参数：{found[1]}"
    return f"{message}（用法见 {command} --help）"
