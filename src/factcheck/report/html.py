"""For colleagues: one HTML file with nothing beside it. The draft as written, verdicts marked, reasons given.

The page reads whole without JavaScript: a mark leads to its finding, boxes at the top filter by verdict.
Everything from outside is escaped, and a content security policy lets nothing run but the page's own script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from importlib.resources import files
from itertools import pairwise
from string import Template
from typing import TYPE_CHECKING, TextIO

from factcheck import __version__
from factcheck.report.run import GRAVITY
from factcheck.report.words import VERDICTS, one_line, safe_url, sources, unlisted, used
from factcheck.verdict.finding import Verdict
from factcheck.verdict.reasons import page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.claims.model import Claim
    from factcheck.report.run import Checked, Run
    from factcheck.verdict.explanation import Explanation
    from factcheck.verdict.finding import Finding

_ORDER = (*GRAVITY, Verdict.SUPPORTED)
_KEYS = (
    "键盘：<kbd>j</kbd> 下一条，<kbd>k</kbd> 上一条，<kbd>1</kbd>–<kbd>4</kbd> 按结论筛选，"
    "<kbd>0</kbd> 全部，<kbd>Esc</kbd> 关闭说明"
)
# What would reorder or hide the words around it: shown by its code. Line ends and tabs stay.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def write(run: Run, out: TextIO) -> None:
    """Write the page; ``out`` must encode as UTF-8."""
    style, script = _part("page.css"), _part("page.js")
    names = "、".join(one_line(item.document.path) for item in run.documents)
    out.write(
        Template(_part("page.html")).substitute(
            title=escape(f"事实核查：{names}" if names else "事实核查"),
            version=__version__,
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
            body="\n".join(_body(run)),
        )
    )


def _part(name: str) -> str:
    return files("factcheck.report").joinpath("page", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _body(run: Run) -> Iterator[str]:
    counts = run.counts()
    yield f"<header><h1>事实核查</h1><p>核查 {len(run.documents)} 篇。{escape(used(run.claims))}</p>"
    if run.errors:
        yield '<ul class="trouble" role="alert">'
        for error in run.errors:
            yield f"<li>没能核查 {_line(error.path)}：{_line(error.message)}</li>"
        yield "</ul>"
    if run.notices:
        yield '<ul class="trouble notes">'
        for notice in run.notices:
            line = f" 第 {notice.line} 行" if notice.line else ""
            yield f"<li>{_line(notice.path)}{line}：{_line(notice.message)}</li>"
        yield "</ul>"
    yield '<fieldset class="filter"><legend>显示</legend>'
    for verdict in _ORDER:
        yield (
            f'<label class="{verdict}"><input type="checkbox" id="show-{verdict}" value="{verdict}" checked> '
            f"{VERDICTS[verdict]} <b>{counts[verdict]}</b></label>"
        )
    yield f'</fieldset><p class="keys">{_KEYS}</p></header><main>'
    number = 0
    for item in run.documents:
        yield from _document(item, number)
        number += len(item.findings)
    yield f"</main><footer>factcheck {__version__}</footer>"


def _document(item: Checked, before: int) -> Iterator[str]:
    yield f'<section class="document"><h2>{_line(item.document.path)}</h2><div class="columns">'
    yield f'<article class="draft">{"".join(_draft(item, before))}</article>'
    if item.findings:
        yield '<ol class="findings">'
        for number, finding in enumerate(item.findings, before + 1):
            yield _finding(item, finding, number)
        yield "</ol>"
    else:
        yield f"<p>{'没有要列出的结论' if item.hidden else '没有可核查的陈述'}。</p>"
    yield "</div>"
    if item.hidden:
        yield f"<details><summary>没有列出 {len(item.hidden)} 条</summary><ul>"
        for hidden in item.hidden:
            why = f"：{_line(hidden.why)}" if hidden.why else ""
            place = f"第 {hidden.finding.line} 行 “{_line(hidden.finding.text)}”"
            yield f"<li>{place} {VERDICTS[hidden.finding.verdict]}（{unlisted(hidden.by)}{why}）</li>"
        yield "</ul></details>"
    yield "</section>"


def _draft(item: Checked, before: int) -> Iterator[str]:
    """The text cut where findings start and end; a stretch in several belongs to the gravest."""
    text, findings = item.document.text, item.findings
    cuts = sorted({0, len(text), *(cut for one in findings for cut in (one.start, one.end))})
    told: set[int] = set()
    active: list[int] = []
    waiting = sorted(range(len(findings)), key=lambda at: findings[at].start)
    for start, end in pairwise(cuts):
        while waiting and findings[waiting[0]].start <= start:
            active.append(waiting.pop(0))
        active = [at for at in active if findings[at].end > start]
        words = _words(text[start:end])
        if not active:
            yield words
            continue
        at = min(active, key=lambda at: _ORDER.index(findings[at].verdict))
        # The other findings that start here can still be led to.
        for other in active:
            if other != at and other not in told and findings[other].start == start:
                told.add(other)
                number = before + other + 1
                verdict = findings[other].verdict
                yield f'<span class="anchor {verdict}" id="m{number}" data-finding="f{number}"></span>'
        yield _mark(findings[at], before + at + 1, words, first=at not in told, last=findings[at].end == end)
        told.add(at)


def _mark(finding: Finding, number: int, words: str, *, first: bool, last: bool) -> str:
    place = f' id="m{number}"' if first else ""
    shown = f' data-number="{number}"' if last else ""
    title = f"{VERDICTS[finding.verdict]}：{finding.message}"
    return (
        f'<a class="mark {finding.verdict}"{place}{shown} href="#f{number}" data-finding="f{number}"'
        f' aria-describedby="f{number}" title="{_line(title)}">{words}</a>'
    )


def _finding(item: Checked, finding: Finding, number: int) -> str:
    known = page(finding.reason) if finding.reason else None
    verdict = VERDICTS[finding.verdict] + (f" · {known.title}" if known else "")
    place = item.document.where(finding.start) or f"第 {finding.line} 行"
    return "".join(
        (
            f'<li class="finding {finding.verdict}" id="f{number}">',
            f'<a class="where" href="#m{number}">{escape(place)}</a>',
            f'<p><span class="verdict">{number} {verdict}</span></p>',
            f'<p class="said">“{_line(finding.text)}”</p><p>{_line(finding.message)}</p>',
            *_evidence(finding.claim),
            *_account(finding.explanation),
            "</li>",
        )
    )


def _evidence(claim: Claim | None) -> Iterator[str]:
    if claim is None:
        return
    yield f'<p class="claim">事实 <code>{_line(claim.id)}</code>：{_line(claim.statement)}</p>'
    for source in sources(claim):
        title = f"《{_line(source.title)}》"
        url = safe_url(source.url)
        linked = f'<a href="{escape(url)}" rel="noopener noreferrer">{title}</a>' if url else title
        own = source is claim.source
        published = source.published.isoformat() if source.published else ""
        parts: Sequence[str] = (source.publisher, published, claim.locator if own else "")
        quoted = f"，原文“{_line(claim.quote)}”" if own and claim.quote else ""
        rest = " ".join(_line(part) for part in parts if part)
        yield f'<p class="source">来源：{linked} {rest}{quoted}</p>'


def _account(explanation: Explanation | None) -> Iterator[str]:
    if explanation is None:
        return
    from factcheck.report.explanation import lines  # noqa: PLC0415  few ask for it

    yield '<details class="account"><summary>逐项对照</summary><ul>'
    yield from (f"<li>{escape(line)}</li>" for line in lines(explanation, width=0))
    yield "</ul></details>"


def _words(text: str) -> str:
    """A stretch of the draft, its line ends kept, what is invisible and acts on others shown by its code."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = re.split(f"({_CONTROLS.pattern})", plain)
    return "".join(_control(part) if _CONTROLS.fullmatch(part) else escape(part) for part in parts)


def _control(char: str) -> str:
    return f'<span class="control">{escape(one_line(char))}</span>'


def _line(text: str) -> str:
    return escape(one_line(text))
