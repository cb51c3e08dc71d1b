"""The options of ``verify``: how the user writes each, and all of them together for the code that acts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from factcheck.config import FORMATS


class FailOn(StrEnum):
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NEVER = "never"


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Options(NamedTuple):
    """What was asked; what is ``None`` or empty is left to the configuration."""

    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    explain: bool = False
    formats: tuple[str, ...] = ()  # NAME, or NAME=FILE
    output_file: str | None = None
    fail_on: str | None = None
    encoding: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    update_baseline: bool = False
    changed_since: str | None = None
    quiet: bool = False
    verbose: bool = False
    color: Color = Color.AUTO
    progress: bool = True
    exclude: tuple[str, ...] = ()
    stdin_filename: str | None = None
    list_files: bool = False
    fix: bool = False
    diff: bool = False
    annotate: str | None = None


Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source", metavar="ARTICLE", help="对照的来源文章，可重复；没有同时给 --claims 就只对照它们。"
    ),
]
Explain = Annotated[
    bool,
    typer.Option(
        "--explain", help="每条结论附上各部分的对照：稿件、事实、是否相合，沿用了什么，哪些事实落选。"
    ),
]


def complete_format(incomplete: str) -> list[str]:
    """The formats that begin so, for the shell."""
    return [name for name in FORMATS if name.startswith(incomplete)]


def complete_reason(incomplete: str) -> list[str]:
    """The reasons that begin so, for the shell; of a list the last one is completed."""
    from factcheck.verdict.finding import Reason  # noqa: PLC0415

    before, comma, begun = incomplete.rpartition(",")
    return [f"{before}{comma}{reason}" for reason in Reason if reason.startswith(begun)]


Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME[=FILE]",
        autocompletion=complete_format,
        help="输出格式：text、json、jsonl、sarif、github、gitlab、junit、rdjson、markdown、html、claimreview。"
        "写 =FILE 就另存一份，可重复。默认 text，在 GitHub Actions 里是 github。",
    ),
]
OutputFile = Annotated[
    str | None, typer.Option("--output-file", "-o", metavar="FILE", help="结果写进文件，不写到标准输出。")
]
FailOnOption = Annotated[
    FailOn | None, typer.Option("--fail-on", help="达到哪种结论时退出码为 1，默认 refuted。")
]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="稿件编码，默认自动判断。")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="REASON",
        autocompletion=complete_reason,
        help="只列这些理由的结论，逗号分隔；见 factcheck explain。",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="REASON", autocompletion=complete_reason, help="不列这些理由的结论，逗号分隔。"
    ),
]
Baseline = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help="不列基线文件里已有的结论。")
]
UpdateBaseline = Annotated[
    bool, typer.Option("--update-baseline", help="把现有的结论记进基线文件，以后只报新的。")
]
ChangedSince = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="REV", help="只列 git 版本 REV 之后改动过的行上的结论。"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="只列结果，不写小结、提示和进度。")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="还写明所用配置、每篇的编码和没有列出的结论。")
]
ColorOption = Annotated[Color | None, typer.Option("--color", help="终端颜色，默认 auto：看输出是不是终端。")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="不显示进度。")]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="PATTERN", help="不查与之相配的文件，写法同 .gitignore，可重复。"),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename", metavar="NAME", help="标准输入当作这个文件：按扩展名读，结果里用这个名字。"
    ),
]
ListFiles = Annotated[bool, typer.Option("--list-files", help="只列出会查哪些文件，不核查。")]
Fix = Annotated[
    bool, typer.Option("--fix", help="把不符的值改成来源的值（只改文本稿件，只改有唯一确定改法的）。")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="只显示 --fix 会怎么改，不写文件；与 --fix 同用则又看又改。")
]
Annotate = Annotated[
    str | None,
    typer.Option(
        "--annotate", metavar="OUT.docx", help="另存一份 Word 稿，标出不符和没有依据的数字，附批注。"
    ),
]
