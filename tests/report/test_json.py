"""The JSON report is the contract, key by key."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from factcheck.report import json as report

if TYPE_CHECKING:
    from factcheck.report.run import Run


def test_the_whole_object(run: Run) -> None:
    out = io.StringIO()
    report.write(run, out)
    text = out.getvalue()
    assert "数值不符" in text, "Chinese is not escaped"
    assert json.loads(text) == {
        "schema": "factcheck/1",
        "claims": [{"path": "claims/a.toml", "count": 52}],
        "documents": [
            {
                "path": "稿件.txt",
                "findings": [
                    {
                        "start": 16,
                        "end": 21,
                        "line": 1,
                        "column": 17,
                        "text": "2750万",
                        "verdict": "refuted",
                        "reason": "value",
                        "claim": "earners-total",
                        "expected": "2570万人",
                        "found": "2750万",
                        "message": "数值不符：稿件说“2750万”，来源说“2570万人”",
                        "score": 0.93,
                        "sources": [
                            {
                                "title": "2020快手扶贫报告",
                                "publisher": "中国新闻网",
                                "published": "2020-10-17",
                                "url": "https://example.org/a/1.html",
                                "locator": "第5段",
                                "quote": "2570万",
                            },
                            {
                                "title": "另一篇",
                                "publisher": "",
                                "published": None,
                                "url": "",
                                "locator": "",
                                "quote": "",
                            },
                        ],
                    },
                    {
                        "start": 55,
                        "end": 57,
                        "line": 2,
                        "column": 3,
                        "text": "3家",
                        "verdict": "not_enough_evidence",
                        "reason": "no_claim",
                        "claim": None,
                        "expected": "",
                        "found": "3家",
                        "message": "没有可对照的事实",
                        "score": 0.93,
                        "sources": [],
                    },
                ],
            },
            {"path": "-", "findings": []},
        ],
        "summary": {"supported": 0, "refuted": 1, "not_enough_evidence": 1, "conflicting": 0},
        "errors": [{"path": "none.txt", "message": "找不到文件，请检查路径"}],
    }


def test_a_path_that_is_not_unicode_stays_valid_json() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace")
    report.dump({"path": "a\udcff.txt"}, out)
    out.flush()
    assert json.loads(raw.getvalue()) == {"path": "a\udcff.txt"}
