"""When a source article was published, and what of it is no part of what it tells."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.documents.read import text_document
from factcheck.sources import article

DAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("标题\n中新社青河2024年2月29日电 今年接待游客310万人次。", DAY),
        ("标题\n本报青河2月29日电 今年接待游客310万人次。", None),
        ("标题\n2024-02-29 08:30\n今年接待游客310万人次。", DAY),
        ("标题\n发布时间：2024年2月29日 来源：青河日报\n今年接待游客310万人次。", DAY),
        ("标题\n2024/02/30\n今年接待游客310万人次。", None),
        ("标题\n2024年2月29日，青河县接待游客1万人次。", None),
        ("标题\n青河县接待游客310万人次。", None),
    ],
)
def test_the_day_it_was_published(text: str, published: date | None) -> None:
    assert article(text_document("a.txt", text, "text")).published == published


@pytest.mark.parametrize(
    "dateline",
    ["本报青河2月29日电", "中新网2月２９日电（记者 周小禾）", "青河晚报2月29日讯", "据新华社2月29日消息"],
)
def test_a_dateline_tells_nothing_of_the_matter(dateline: str) -> None:
    text = f"标题\n{dateline} 截至2月28日接待游客310万人次。\n3月1日电力恢复。"
    read = article(text_document("a.txt", text, "text")).text
    assert read == text.replace(dateline, " " * len(dateline))


def test_of_a_page_its_prose_is_read() -> None:
    read = article(text_document("a.md", "# 标题\n\n游客**310**万人次。\n", "markdown"))
    assert "游客310万人次。" in read.text
    assert read.path == "a.md"
