"""Help wholly in Chinese: what typer writes in English around our own words is put into Chinese."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_HELP = (
    (r"Usage: ", "用法："),
    (r"\{([A-Z.]+)\}", r"\1"),
    (r"Arguments:", "参数："),
    (r"Options:", "选项："),
    (r"Commands:", "命令："),
    (r"  \[required\]", "  [必填]"),
    (r"Show this message and exit\.", "显示帮助。"),
    (r"Install completion for the current shell\.", "为当前 shell 安装自动补全。"),
    (
        r"Show completion for the current shell, to copy it or customize the\s+installation\.",
        "显示补全脚本。",
    ),
)


def _in_chinese(text: str) -> str:
    for english, chinese in _HELP:
        text = re.sub(english, chinese, text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


class Command(TyperCommand):
    """A command whose help is wholly in Chinese."""

    def get_help(self, ctx: Any) -> str:
        return _in_chinese(super().get_help(ctx))


class Group(TyperGroup):
    """The program, its help wholly in Chinese."""

    def get_help(self, ctx: Any) -> str:
        return _in_chinese(super().get_help(ctx))
