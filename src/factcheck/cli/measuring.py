"""``evaluate`` as the user sees it; what it does is imported when it runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.common import Claims  # noqa: TC001  typer reads the annotation
from factcheck.cli.help import Command


class EvaluateFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def evaluate(
    ctx: typer.Context,
    *,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="标注文件（.jsonl），或放标注文件的文件夹。")
    ],
    claims: Claims = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="还逐条列出判错的：标注什么，判成什么，为什么。")
    ] = False,
    format_: Annotated[
        EvaluateFormat, typer.Option("--format", show_default=False, help="输出格式，默认 text。")
    ] = EvaluateFormat.TEXT,
) -> int:
    """在标注稿上量准确率和召回率：按结论、现象、理由，附混淆表。

    稿件写明 claims 或 source 的，用它自己的事实文件或来源文章；其余用 --claims 给的。

    \b
    例：
      factcheck evaluate 标注.jsonl --claims 事实.toml
      factcheck evaluate tests/drafts/ --errors
      factcheck evaluate 标注.jsonl --format json
    \b
    退出码：0 量好了，不论高低；2 有标注、事实或来源读不了。
    """
    from factcheck.cli.evaluate import run  # noqa: PLC0415

    return run(ctx.obj, paths, claims=claims or [], errors=errors, format_=format_)


def add_to(app: typer.Typer) -> None:
    """Register the command of this module."""
    app.command(cls=Command)(evaluate)
