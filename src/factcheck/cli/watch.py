"""``factcheck watch``: one draft on one screen, checked again whenever it or its claims change."""

from __future__ import annotations

import io
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.live import Live, stamp
from factcheck.cli.status import ExitStatus, UserError
from factcheck.documents.model import DocumentError
from factcheck.documents.read import STDIN, read
from factcheck.report.run import Checked, Run
from factcheck.report.words import one_line, tally, used

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from factcheck.cli.environment import Environment

POLL = 0.3  # seconds: a save is seen at once, and an idle watch costs next to nothing
PATIENCE = 4  # polls for which a draft may be gone: editors write a new file and rename it

# The terminal's other screen, so that what was there before is there afterwards; no cursor on it.
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
_HOME, _REST_OF_LINE, _REST_OF_SCREEN = "\x1b[H", "\x1b[K", "\x1b[J"


def run(environment: Environment, draft: str, *, claims: Sequence[str], encoding: str | None) -> int:
    """Watch ``draft`` until interrupted, which is the way to end it."""
    if draft == STDIN or Path(draft).is_dir():
        raise UserError("watch 一次看一个稿件文件，不能是文件夹或标准输入")
    if not stamp(draft):  # gone later it may be, for a moment; missing from the start is a slip
        raise UserError(f"{draft}：找不到文件，请检查路径")
    watch = _Watch(environment, draft, claims, encoding)
    try:
        if environment.stdout_is_terminal:
            environment.stdout.write(_ENTER)
        with suppress(KeyboardInterrupt):
            watch.forever()
        return ExitStatus.OK
    finally:
        if environment.stdout_is_terminal:
            environment.stdout.write(_LEAVE)
            environment.stdout.flush()


class _Watch:
    """The draft, the claims, and what the last check gave."""

    def __init__(
        self, environment: Environment, draft: str, claims: Sequence[str], encoding: str | None
    ) -> None:
        self._environment = environment
        self._draft = draft
        self._live = Live(environment, claims)
        self._encoding = encoding or self._live.config.encoding
        self._checks = 0
        self._result: Run | None = None
        self._trouble = ""

    def forever(self) -> None:
        """Check, show, wait for a change, and again."""
        draft = shown = None
        gone = 0
        while True:
            seen = stamp(self._draft)
            gone = 0 if seen else gone + 1
            due = draft is None or (seen != draft and not 0 < gone < PATIENCE)
            if self._live.refresh() or due:
                draft, shown = seen, None
                self._check()
            size = shutil.get_terminal_size()
            if shown is None or (shown != size and self._environment.stdout_is_terminal):
                shown = size
                self._show(size)
            time.sleep(POLL)

    def _check(self) -> None:
        self._checks += 1
        try:
            self._result = self._live.check(read(self._draft, io.BytesIO(), self._encoding))
            self._trouble = ""
        except DocumentError as error:
            self._result, self._trouble = None, str(error)

    def _show(self, size: os.terminal_size) -> None:
        head = [
            f"{self._draft}  第 {self._checks} 次核查（Ctrl-C 结束）",
            *filter(None, (self._live.trouble, self._trouble)),
        ]
        if self._result is not None:
            head.append(f"{tally(self._result.counts())}。{used(self._result.claims)}")
        out = self._environment.stdout
        if self._environment.stdout_is_terminal:
            lines = screen(head, self._result, size, self._environment.variables)
            out.write(_HOME + f"{_REST_OF_LINE}\r\n".join(lines) + _REST_OF_LINE + _REST_OF_SCREEN)
        else:
            from factcheck.report import plain  # noqa: PLC0415

            if self._result is not None:
                plain.write(self._result, out)
            for line in head:
                self._environment.say(line)
        out.flush()


def screen(
    head: Sequence[str], result: Run | None, size: os.terminal_size, variables: Mapping[str, str]
) -> list[str]:
    """What fits on one screen: the gravest findings first, and how many did not fit."""
    from rich.cells import chop_cells  # noqa: PLC0415  for a terminal alone

    lines = [row for line in head for row in chop_cells(one_line(line), size.columns)]
    room = size.lines - len(lines) - 1
    problems = [] if result is None else result.problems()
    lines.append("")
    for number, (item, finding) in enumerate(problems, 1):
        rows = _rows(Checked(item.document, (finding,)), size, variables)
        last = number == len(problems)
        if sum(height for _, height in rows) > room - (0 if last else 1):
            lines.append(f"……还有 {len(problems) - number + 1} 条")
            break
        lines += [row for row, _ in rows]
        room -= sum(height for _, height in rows)
    if result is not None and not problems:
        lines.append("没有不符或存疑的地方。")
    return lines[: size.lines]


def _rows(item: Checked, size: os.terminal_size, variables: Mapping[str, str]) -> list[tuple[str, int]]:
    """The report on one finding, each line with how many rows of the terminal it takes."""
    from rich.text import Text as Styled  # noqa: PLC0415

    from factcheck.report.text import Text  # noqa: PLC0415

    block = io.StringIO()
    width = {"COLUMNS": str(size.columns), "LINES": str(size.lines)}
    Text({**variables, **width}, summary=False)(Run((), (item,), ()), block)
    lines = block.getvalue().rstrip("\n").split("\n")
    return [(line, max(1, -(-Styled.from_ansi(line).cell_len // size.columns))) for line in [*lines, ""]]
