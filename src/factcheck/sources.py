"""Source articles from files: read as drafts are, to be held against them without a curated claim."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.assertion.names import NameIndex
from factcheck.assertion.reading import Text
from factcheck.documents.read import read
from factcheck.matching.article import Article

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.documents.model import Document

# 本报青河2月29日电(记者 周小禾): who wrote when, before the first sentence begins; not 3月1日电力恢复.
_DATELINE = re.compile(
    r"^[^\n。！？；，,;]{0,24}[0-9０-９]{1,2}日(?:[^\s\d。，,;；（(]{2,6}专(?=电))?"
    r"(?:电(?![力网动价商影视话台信子器站厂])|讯(?![问速息号])|消息)"
    r"(?:[ \u3000]*[（(][^）)\n]{1,30}[）)])?",
    re.MULTILINE,
)
# 发布时间：2024-02-29 08:30 来源：青河日报: a line of its own, as web pages have it.
_BYLINE = re.compile(
    r"^[ \u3000]*(?:发布时间|发布日期|时间|日期)?[：: \u3000]*"
    r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[ \u3000T]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
    r"[ \u3000|]*(?:(?:来源|作者|编辑|责编|记者)[^\n。]{0,40})?$",
    re.MULTILINE,
)
_HEAD = 6  # lines among which a byline is looked for


def read_source(path: str | Path) -> Article:
    """Read a source article from a file of any format a draft may have, to give to :func:`factcheck.verify`.

    Raises:
        DocumentError: the file gives no text; the message is one line: path, cause, what to do.
    """
    return article(read(str(path), BytesIO()))


def article(document: Document) -> Article:
    """``document`` as a source; published on the day of its own dateline or byline, where one gives the year.

    The dateline itself is blanked: its day is when the article was written, not when what it tells happened.
    """
    text = document.text if document.prose is None else document.prose.text
    published = Text(text, NameIndex({})).dateline or _byline(text)
    dateline = found[0] if (found := _DATELINE.search(text)) else ""
    blanked = text.replace(dateline, " " * len(dateline), 1)
    return Article(document.path, blanked, published, dateline)


def _byline(text: str) -> date | None:
    found = _BYLINE.search("\n".join(text.split("\n")[:_HEAD]))
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:  # no such day
        return None
