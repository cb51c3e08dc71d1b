"""An explanation as people and programs read it."""

from __future__ import annotations

from rich.cells import cell_len

from factcheck.report.explanation import as_object, lines
from factcheck.verdict.explanation import Explanation, Inherited, Part, Row, RunnerUp, Where

EXPLANATION = Explanation(
    claim="grain",
    rows=(
        Row(Part.SUBJECT, "青河县", "青河县", 0.95),
        Row(Part.PROPERTY, "粮食\n产量", "粮食总产量", 0.4),
        Row(Part.VALUE, "53.2万吨", "52.3万吨", 0.0),
        Row(Part.SCOPE, "", "", None),
    ),
    inherited=(Inherited(Part.SUBJECT, "青河县", Where.HEADING, 2, 5),),
    runners_up=(RunnerUp("wheat", 0.5, "指标不同"),),
)


def test_a_table_where_it_fits() -> None:
    assert list(lines(EXPLANATION)) == [
        "部分  相合     稿件        事实 grain",
        "对象  ✓ 0.95   青河县      青河县",
        "指标  ～ 0.40  粮食\\n产量  粮食总产量",
        "值    ✗        53.2万吨    52.3万吨",
        "范围  –        –           –",
        "沿用：对象“青河县”（标题）",
        "落选：wheat 0.50，指标不同",
    ]


def test_row_by_row_where_it_does_not() -> None:
    told = list(lines(EXPLANATION, 30))
    assert told[:2] == ["事实 grain：", "对象 ✓ 0.95 稿件：青河县 事实：青河县"]
    assert max(map(cell_len, lines(EXPLANATION, 80))) <= 80


def test_the_object() -> None:
    told = as_object(EXPLANATION)
    assert told["claim"] == "grain"
    assert told["inherited"] == [
        {"part": "subject", "text": "青河县", "where": "heading", "start": 2, "end": 5}
    ]
    assert told["runners_up"] == [{"claim": "wheat", "score": 0.5, "why": "指标不同"}]
    parts = told["parts"]
    assert isinstance(parts, list)
    assert parts[3] == {"part": "scope", "draft": "", "claim": "", "agreement": None}
