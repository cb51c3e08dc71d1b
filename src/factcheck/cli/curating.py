"""Commands for those who keep claims, as the user sees them; what they do is imported when they run."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.common import Claims  # noqa: TC001  typer reads the annotation
from factcheck.cli.help import Command
from factcheck.cli.options import OutputFile  # noqa: TC001


class PlainFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


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
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[=FILE]",
            help="输出格式：text、json、jsonl、sarif、github、gitlab、junit、rdjson、markdown。"
            "写 =FILE 就另存一份，可重复。默认 text，在 GitHub Actions 里是 github。",
        ),
    ] = None,
    output_file: OutputFile = None,
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
    return run(
        ctx.obj,
        paths or [],
        fix=fix,
        formats=format_ or [],
        output_file=output_file,
        fail_on=fail_on,
        ignore=ignore or [],
    )


def extract(
    ctx: typer.Context,
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="报道原文（.txt、.md、.html、.docx、.pdf）；- 是标准输入。"),
    ],
    *,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="写进事实文件；已有的文件只往后添，不改原有的。"),
    ] = None,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", show_default=False, help="来源标题。")
    ] = "",
    publisher: Annotated[
        str, typer.Option("--publisher", metavar="TEXT", show_default=False, help="来源发布者。")
    ] = "",
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", show_default=False, help="发布日期，如 2020-10-17。")
    ] = "",
    url: Annotated[str, typer.Option("--url", metavar="URL", show_default=False, help="来源网址。")] = "",
) -> int:
    """从一篇报道起草事实文件：每个可以核查的说法一条，要人看的地方标“待核”。

    \b
    例：
      factcheck extract 报道.txt -o claims/报道.toml --url https://…
      factcheck lint claims/报道.toml
    """
    from factcheck.cli.extract import Said, run  # noqa: PLC0415

    return run(ctx.obj, article, output, Said(title, publisher, published, url))


def init(
    ctx: typer.Context,
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", show_default=False, help="文件夹，默认是这里。")
    ] = ".",
) -> int:
    """建一个可以开始的文件夹：带注释的事实文件、配置、一篇稿件、CI 片段。不覆盖已有的文件。

    \b
    例：
      factcheck init 我的核查
    """
    from factcheck.cli.init import run  # noqa: PLC0415

    return run(ctx.obj, folder)


def schema(ctx: typer.Context) -> int:
    """写出事实文件的 JSON Schema，供编辑器补全和检查。

    \b
    例：
      factcheck schema > claims/schema.json
    """
    from factcheck.cli.init import schema as text  # noqa: PLC0415

    ctx.obj.stdout.write(text())
    return 0


def coverage(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="稿件或文件夹；- 是标准输入。")],
    *,
    claims: Claims = None,
    format_: Annotated[
        PlainFormat, typer.Option("--format", show_default=False, help="输出格式，默认 text。")
    ] = PlainFormat.TEXT,
) -> int:
    """稿件和事实互相有没有遗漏：稿件里没有事实可依的说法，所写主题里稿件没有写到的事实。

    \b
    例：
      factcheck coverage 稿件.txt
    """
    from factcheck.cli.coverage import run  # noqa: PLC0415

    return run(ctx.obj, paths, claims=claims or [], format_=format_)


Force = Annotated[bool, typer.Option("--force", help="换掉已有的文件。")]


def export(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="要写的 .csv 或 .xlsx。")],
    *,
    claims: Claims = None,
    force: Force = False,
) -> int:
    """把事实写成表格（CSV、XLSX），给习惯用表格的人。

    \b
    例：
      factcheck export 事实.xlsx
      factcheck import 事实.xlsx -o claims/事实.toml
    """
    from factcheck.cli.exchange import run_export  # noqa: PLC0415

    return run_export(ctx.obj, file, claims=claims or [], force=force)


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="要读的 .csv 或 .xlsx。")],
    *,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="要写的事实文件，默认写到标准输出。")
    ] = None,
    force: Force = False,
) -> int:
    """把表格（CSV、XLSX）写回事实文件；一来一回什么也不丢。

    \b
    例：
      factcheck import 事实.xlsx -o claims/事实.toml
    """
    from factcheck.cli.exchange import run_import  # noqa: PLC0415

    return run_import(ctx.obj, file, output, force=force)


def add_to(app: typer.Typer) -> None:
    """Register the commands of this module."""
    for command in (init, extract, lint, coverage, export, import_, schema):
        app.command(command.__name__.rstrip("_"), cls=Command)(command)
