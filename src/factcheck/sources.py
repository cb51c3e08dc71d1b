"""Source articles from files: read as drafts are, to be held against them without a curated claim."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from factcheck.assertion.names import NameIndex
from factcheck.assertion.reading import Text
from factcheck.documents.read import read
from factcheck.matching.article import Article

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.documents.model import Document


def read_source(path: str | Path) -> Article:
    """Read a source article from a file of any format a draft may have, to give to :func:`factcheck.verify`.

    Raises:
        DocumentError: the file gives no text; the message is one line: path, cause, what to do.
    """
    return article(read(str(path), BytesIO()))


def article(document: Document) -> Article:
    """``document`` as a source; published on the day of its own dateline, where it has one with its year."""
    text = document.text if document.prose is None else document.prose.text
    return Article(document.path, text, Text(text, NameIndex({})).dateline)
