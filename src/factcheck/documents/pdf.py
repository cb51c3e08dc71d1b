"""PDF files: the text layer, page by page, with the lines of a page put together to paragraphs again.

A PDF knows lines, not paragraphs: a line that fills the measure and ends no sentence goes on in the next.
"""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from factcheck.documents.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL_LINE = 0.75  # of the longest line of the page
SHORTEST_MEASURE = 12  # characters; in narrower columns nothing is put together
_ENDS = frozenset("。！？!?；;：:…”』」")


class PdfError(ValueError):
    """A PDF that gives no text; the message says why and what to do."""


def read_pdf(data: bytes) -> tuple[str, tuple[Place, ...], tuple[str, ...]]:
    """Text, pages, and notes on pages without text. Raises :class:`PdfError`, ``ImportError``."""
    import pypdf  # noqa: PLC0415  an extra, and slow to load

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells the terminal of every oddity of a file
    try:
        pages = list(_pages(pypdf.PdfReader(io.BytesIO(data))))
    except PdfError:
        raise
    except Exception as error:  # a broken file fails in as many ways as there are objects
        raise PdfError(f"不是完好的 PDF 文件（{type(error).__name__}），请重新导出一份") from None
    text, places, empty = "", [], []
    parts: list[str] = []
    at = 0
    for number, page in enumerate(pages, 1):
        text = _paragraphs(page)
        if not text.strip():
            empty.append(number)
            continue
        places.append(Place(at, f"第{number}页"))
        parts.append(text + "\n")
        at += len(text) + 1
    if not parts:
        raise PdfError("没有文字层（可能是扫描件），请先做文字识别，或换用 .docx、.txt")
    notes = [f"第{'、'.join(map(str, empty))}页没有文字（可能是图片），没有核查"] if empty else []
    return "".join(parts), tuple(places), tuple(notes)


def _pages(reader: object) -> Iterator[str]:
    import pypdf  # noqa: PLC0415

    assert isinstance(reader, pypdf.PdfReader)
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfError("加了密码，请去掉密码再查")
    except pypdf.errors.DependencyError:
        raise PdfError("加了密码，请去掉密码再查") from None
    for page in reader.pages:
        yield page.extract_text()


def _paragraphs(page: str) -> str:
    lines = [line.strip() for line in page.splitlines()]
    measure = max(map(len, lines), default=0)
    text = ""
    goes_on = False
    for line in lines:
        if not line:
            continue
        if text:
            text += _joint(text[-1], line[0]) if goes_on else "\n"
        text += line
        goes_on = len(line) >= measure * FULL_LINE and measure >= SHORTEST_MEASURE and line[-1] not in _ENDS
    return text


def _joint(last: str, first: str) -> str:
    return " " if last.isascii() and first.isascii() and not (last.isdigit() and first.isdigit()) else ""
