"""ClaimReview holds only what the published vocabulary has, each value of a kind it allows."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.report.claimreview import write

if TYPE_CHECKING:
    from factcheck.report.run import Run

TYPES: dict[str, dict[str, list[str]]] = json.loads(
    (Path(__file__).parent / "schema-org.json").read_text(encoding="utf-8")
)["types"]
REQUIRED = {"claimReviewed", "itemReviewed", "reviewRating", "author"}


def report(run: Run) -> dict[str, Any]:
    out = io.StringIO()
    write(run, out)
    loaded: dict[str, Any] = json.loads(out.getvalue())
    return loaded


def check(node: dict[str, Any]) -> None:
    allowed = TYPES[node["@type"]]
    for name, given in node.items():
        if name == "@type":
            continue
        kinds = allowed[name]
        for value in given if isinstance(given, list) else [given]:
            if isinstance(value, dict):
                assert value["@type"] in kinds
                check(value)
            elif isinstance(value, int):
                assert {"Number", "Integer"} & set(kinds)
            elif kinds == ["Date"]:
                assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
            elif kinds == ["URL"]:
                assert value.startswith("http")
            else:
                assert value and "Text" in kinds


def test_what_is_decided_is_reviewed_in_the_vocabulary(run: Run) -> None:
    data = report(run)
    assert data["@context"] == "https://schema.org"
    (review,) = data["@graph"]
    assert set(review) >= REQUIRED
    check(review)
    assert review["claimReviewed"].startswith("据报告，在快手获得收入的用户数达2750万，")
    assert review["itemReviewed"]["text"] == "2750万"
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["reviewRating"]["alternateName"] == "不符"
    assert [source["headline"] for source in review["citation"]] == ["2020快手扶贫报告", "另一篇"]
