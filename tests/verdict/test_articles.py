"""Drafts held against a source article alone: see articles.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.matching.article import Article

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("articles.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("article", "draft", "told"), ROWS)
def test_draft(article: str, draft: str, told: str) -> None:
    findings = factcheck.verify(draft, sources=[Article("article.txt", article)])
    wanted = dict(one.split("=") for one in told.split("；") if one)
    if not wanted:
        assert not [(f.text, f.message) for f in findings if f.verdict.value == "refuted"]
    for words, verdict in wanted.items():
        at = draft.index(words)
        found = {f.verdict.value for f in findings if f.start < at + len(words) and at < f.end}
        assert found == {verdict}, (words, [(f.text, f.verdict.value, f.message) for f in findings])
