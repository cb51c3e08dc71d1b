"""For people at a terminal: the draft's own words with the place marked, verdict, reason, source, summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len
from rich.text import Text as Styled

from factcheck.report.terminal import console
from factcheck.report.words import VERDICTS, citation, left_out, one_line, place, tally, used
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import Console

    from factcheck.report.run import Checked, Run
    from factcheck.verdict.finding import Finding

AROUND = 24  # characters of the draft shown on either side of the place
INDENT = "  "
STYLES = {
    Verdict.SUPPORTED: "green",
    Verdict.REFUTED: "bold red",
    Verdict.NOT_ENOUGH_EVIDENCE: "yellow",
    Verdict.CONFLICTING: "bold magenta",
}


@dataclass(frozen=True, slots=True)
class Text:
    """The report of one terminal."""

    variables: Mapping[str, str]
    summary: bool = True

    def __call__(self, run: Run, out: TextIO) -> None:
        screen = console(out, self.variables)
        for item in run.documents:
            for finding in item.findings:
                _finding(screen, item, finding)
            if not item.findings and not item.hidden and self.summary:
                screen.print(Styled(f"{one_line(item.document.path)}: 没有可核查的陈述\n"))
        if self.summary:
            checked = f"核查 {len(run.documents)} 篇"
            failed = f"，{len(run.errors)} 个没能核查" if run.errors else ""
            screen.print(Styled(f"{checked}{failed}：{tally(run.counts())}", style="bold"))
            for line in left_out(run.hidden()):
                screen.print(Styled(line))
            screen.print(Styled(used(run.claims)), soft_wrap=True)


def _finding(screen: Console, item: Checked, finding: Finding) -> None:
    style = STYLES[finding.verdict]
    head = Styled(f"{place(item.document.path, finding)}  ")
    head.append(VERDICTS[finding.verdict], style=style)
    screen.print(head, soft_wrap=True)
    for words, marks in _excerpt(item.document.text, finding, screen.width - len(INDENT)):
        screen.print(Styled(INDENT + words, no_wrap=True), soft_wrap=True)
        if marks:
            screen.print(Styled(INDENT + marks, style=style, no_wrap=True), soft_wrap=True)
    _indented(screen, one_line(finding.message))
    if finding.explanation is not None:
        from factcheck.report import explanation  # noqa: PLC0415  seldom asked for

        for line in explanation.lines(finding.explanation, screen.width - len(INDENT)):
            _indented(screen, line)
    for cited in citation(finding.claim):
        screen.print(Styled(f"{INDENT}来源：{cited}", style="dim"), soft_wrap=True)
    screen.print()


def _indented(screen: Console, text: str) -> None:
    for line in Styled(text).wrap(screen, max(screen.width - len(INDENT), 2), overflow="fold"):
        screen.print(Styled(INDENT).append_text(line), soft_wrap=True)


def _excerpt(text: str, finding: Finding, width: int) -> Iterator[tuple[str, str]]:
    """The place and a little around it, in rows of at most ``width`` cells, each with its row of marks."""
    line_start = text.rfind("\n", 0, finding.start) + 1
    line_end = text.find("\n", finding.end) % (len(text) + 1)  # -1: the last line ends with the text
    start, end = max(line_start, finding.start - AROUND), min(line_end, finding.end + AROUND)
    row, marks = ("…", " ") if start > line_start else ("", "")
    for at, char in enumerate(text[start:end].rstrip("\r"), start):
        shown = one_line(char)
        if row and len(marks) + cell_len(shown) > width:
            yield row, marks.rstrip()
            row = marks = ""
        row += shown
        marks += ("^" if finding.start <= at < finding.end else " ") * cell_len(shown)
    yield row + ("…" if end < line_end else ""), marks.rstrip()
