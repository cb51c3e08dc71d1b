"""An explanation for reading: a table of the parts, then what was inherited and who lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from factcheck.report.words import one_line
from factcheck.verdict.explanation import Part, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.verdict.explanation import Explanation, Row

PARTS = {
    Part.SUBJECT: "对象",
    Part.PROPERTY: "指标",
    Part.VALUE: "值",
    Part.SCOPE: "范围",
    Part.PERIOD: "时间",
}
_WHERE = {
    Where.SENTENCE: "同一句",
    Where.PARAGRAPH: "同一段",
    Where.DOCUMENT: "别的段落",
    Where.HEADING: "标题",
}
SURE, FAIR = 0.7, 0.3  # agreement from which a part is shown as agreeing, or as agreeing in part
GAP = "  "


def lines(explanation: Explanation, width: int | None = None) -> Iterator[str]:
    """The lines to write under a finding; a table that is wider than ``width`` cells is told row by row."""
    head = ("部分", "相合", "稿件", f"事实 {explanation.claim}".rstrip())
    table = list(_table([head, *map(_cells, explanation.rows)]))
    if width is not None and max(map(cell_len, table)) > width:
        table = [f"{head[3]}："]
        table += (
            f"{part} {sign} 稿件：{draft} 事实：{claim}"
            for part, sign, draft, claim in map(_cells, explanation.rows)
        )
    yield from table
    for one in explanation.inherited:
        yield f"沿用：{PARTS[one.part]}“{one_line(one.words)}”（{_WHERE[one.where]}）"
    for loser in explanation.runners_up:
        yield f"落选：{one_line(loser.claim)} {loser.score:.2f}，{loser.why}"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield GAP.join(cells).rstrip()


def _cells(row: Row) -> tuple[str, str, str, str]:
    return PARTS[row.part], _sign(row.agreement), one_line(row.draft) or "–", one_line(row.claim) or "–"


def _sign(agreement: float | None) -> str:
    if agreement is None:
        return "–"
    sign = "✓" if agreement >= SURE else "～" if agreement >= FAIR else "✗"
    return sign if agreement in (0.0, 1.0) else f"{sign} {agreement:.2f}"


def as_object(explanation: Explanation) -> dict[str, object]:
    """For JSON; offsets are code points of the document, shares 0 to 1 or ``null``."""
    return {
        "claim": explanation.claim or None,
        "parts": [
            {
                "part": row.part.value,
                "draft": row.draft,
                "claim": row.claim,
                "agreement": None if row.agreement is None else round(row.agreement, 2),
            }
            for row in explanation.rows
        ],
        "inherited": [
            {
                "part": one.part.value,
                "text": one.words,
                "where": one.where.value,
                "start": one.start,
                "end": one.end,
            }
            for one in explanation.inherited
        ],
        "runners_up": [
            {"claim": loser.claim, "score": loser.score, "why": loser.why} for loser in explanation.runners_up
        ],
    }
