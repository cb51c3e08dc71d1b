"""Commands for those who keep claims, as the user sees them; what they do is imported when they run."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.help import Command


class LintFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class LintFailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


def lint(
    ctx: typer.Context,
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH...]", help="事实文件或文件夹。默认：配置、./claims、随带的事实库。"),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="改好机械的毛病：键的次序、全角数字、重复的名称。")
    ] = False,
    format_: Annotated[
        LintFormat, typer.Option("--format", show_default=False, help="输出格式，默认 text。")
    ] = LintFormat.TEXT,
    fail_on: Annotated[
        LintFailOn, typer.Option("--fail-on", show_default=False, help="多重的毛病算不通过，默认 error。")
    ] = LintFailOn.ERROR,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE", help="不查这条规则，可重复。")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="列出所有规则和说明。")] = False,
) -> int:
    """检查事实文件：写法、编号、来源、陈述与各部分是否一致、互相矛盾、永远对不上……

    \b
    例：
      factcheck lint claims/
      factcheck lint claims/ --fix
      factcheck lint --format github
    \b
    退出码：0 没有达到 --fail-on 的毛病；1 有；2 有文件读不了，别的命令也会拒绝它。
    """
    from factcheck.cli.lint import list_rules, run  # noqa: PLC0415

    if rules:
        return list_rules(ctx.obj)
    return run(ctx.obj, paths or [], fix=fix, format_=format_, fail_on=fail_on, ignore=ignore or [])


def add_to(app: typer.Typer) -> None:
    """Register the commands of this module."""
    for command in (lint,):
        app.command(cls=Command)(command)
