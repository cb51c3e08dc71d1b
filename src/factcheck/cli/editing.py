"""The commands for those who write: ``watch`` and ``lsp``, as the user sees them."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.common import Claims  # noqa: TC001  typer reads the annotation
from factcheck.cli.help import Command
from factcheck.cli.options import Encoding  # noqa: TC001


def watch(
    ctx: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="一个稿件文件。")],
    claims: Claims = None,
    encoding: Encoding = None,
) -> int:
    """盯住一篇稿件：每次存盘就再查一遍，结果总在一屏之内，最要紧的在前。

    \b
    例：
      factcheck watch 稿件.txt
    """
    from factcheck.cli.watch import run  # noqa: PLC0415

    return run(ctx.obj, draft, claims=claims or [], encoding=encoding)


def lsp(ctx: typer.Context, claims: Claims = None) -> int:
    """语言服务器：在编辑器里边写边查。由编辑器启动，设置见 docs/editors.md。

    \b
    例：
      factcheck lsp --claims 事实/
    """
    from factcheck.cli.lsp import run  # noqa: PLC0415

    return run(ctx.obj, claims=claims or [])


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    for command in (watch, lsp):
        app.command(cls=Command)(command)
