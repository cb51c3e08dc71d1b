"""For a pull-request comment or a step summary: counts, then a table, the gravest first.

Nothing of the draft is markup: punctuation is escaped, and a zero-width space after ``@``, ``#`` and the
colon of ``:smile:`` keeps a comment from notifying people, linking issues and showing pictures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from factcheck.paths import relative
from factcheck.report.words import VERDICTS, one_line, safe_url, sources, tally, used
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.run import Checked, Run
    from factcheck.verdict.finding import Finding

MARKER = "<!-- factcheck -->"  # by which a bot finds the comment to renew
LONGEST = 60_000  # characters; GitHub refuses comments of more than 65,536
_SIGNS = {Verdict.REFUTED: "❌", Verdict.CONFLICTING: "⚠️", Verdict.NOT_ENOUGH_EVIDENCE: "❔"}
# Signs that mark anywhere in a line, and those that make an address of what follows.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#!|~&$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
# What GitHub looks for in the finished text: people, issues, :smile:.
_CALLS = re.compile(r"@|#|:(?=[\w+\\-]+:)")


def write(run: Run, out: TextIO) -> None:
    """Write Markdown as GitHub and GitLab read it."""
    for line in _lines(run):
        out.write(f"{line}\n")


def _lines(run: Run) -> Iterator[str]:
    problems = run.problems()
    yield MARKER
    yield f"### 事实核查：{tally(run.counts())}"
    yield ""
    for error in run.errors:
        yield f"- ⛔ 没能核查 {escape(error.path)}：{escape(error.message)}"
    for notice in run.notices:
        line = f" 第 {notice.line} 行" if notice.line else ""
        yield f"- ℹ️ {escape(notice.path)}{line}：{escape(notice.message)}"
    if run.errors or run.notices:
        yield ""
    if problems:
        yield "| 位置 | 结论 | 稿件 | 说明 | 来源 |"
        yield "|---|---|---|---|---|"
    written = 0
    for number, (item, finding) in enumerate(problems):
        row = _row(run, item, finding)
        written += len(row) + 1
        if written > LONGEST:
            yield ""
            yield f"还有 {len(problems) - number} 条没有列出，用 `factcheck verify --format html` 看全。"
            break
        yield row
    if problems:
        yield ""
    if hidden := run.hidden().total():
        yield f"另有 {hidden} 条按设置未列出。"
        yield ""
    yield escape(used(run.claims))


def _row(run: Run, item: Checked, finding: Finding) -> str:
    cells = (
        f"{escape(relative(item.document.path, run.here))}:{finding.line}",
        f"{_SIGNS[finding.verdict]} {VERDICTS[finding.verdict]}",
        escape(finding.text),
        escape(finding.message),
        "<br>".join(_sources(finding)),
    )
    return f"| {' | '.join(cells)} |"


def _sources(finding: Finding) -> Iterator[str]:
    for source in sources(finding.claim):
        published = source.published.isoformat() if source.published else ""
        title, url = escape(f"《{source.title}》"), safe_url(source.url)
        linked = f"[{title}](<{url}>)" if url and "|" not in url else title
        yield " ".join(part for part in (linked, escape(source.publisher), escape(published)) if part)


def escape(text: str) -> str:
    """``text`` as it is, whatever Markdown would make of it; always one line."""
    escaped = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _CALLS.sub(lambda sign: f"{sign[0]}&#8203;", escaped)
