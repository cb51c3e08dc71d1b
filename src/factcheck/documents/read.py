"""From a path to a document: size and kind are checked first, then the reader of the kind is called."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from factcheck.documents.encoding import EncodingError, decode
from factcheck.documents.model import Document, DocumentError
from factcheck.faults import why

if TYPE_CHECKING:
    from factcheck.documents.prose import Prose

STDIN = "-"
KINDS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "word",
    ".docm": "word",  # with macros, which are never run
    ".dotx": "word",
    ".dotm": "word",
    ".pdf": "pdf",
}
SUFFIXES = (".txt", ".md", ".html", ".docx", ".pdf")
TEXTS = frozenset(("text", "markdown", "html"))

MIB = 1024 * 1024
LARGEST = {"word": 256 * MIB, "pdf": 256 * MIB}  # with pictures
LARGEST_TEXT = 16 * MIB  # bytes or characters: some five million characters, longer than any draft

_MAGIC = (
    (b"\x89PNG", " PNG 图片"),
    (b"\xff\xd8\xff", " JPEG 图片"),
    (b"GIF8", " GIF 图片"),
    (b"PK\x03\x04", "压缩包或 Word 文件（.docx）"),
    (b"%PDF-", " PDF 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件（.doc）"),
    (b"{\\rtf", " RTF 文件"),
    (b"\x1f\x8b", " gzip 压缩文件"),
    (b"7z\xbc\xaf", " 7z 压缩文件"),
    (b"Rar!", " RAR 压缩文件"),
    (b"\x7fELF", "程序文件"),
)
_OWN_MAGIC = {"word": b"PK\x03\x04", "pdf": b"%PDF-"}
_OLE = b"\xd0\xcf\x11\xe0"


def kind_of(path: str) -> str:
    """The format of a file by its name; a name that tells nothing means plain text."""
    return KINDS.get(Path(path).suffix.lower(), "text")


def read(
    path: str, stdin: BinaryIO, encoding: str | None = None, *, stdin_name: str | None = None
) -> Document:
    """Read one file, or standard input for ``-``, which ``stdin_name`` gives a name and so a format.

    Raises :class:`DocumentError`.
    """
    name = stdin_name or path if path == STDIN else path
    kind = kind_of(name)
    data = _bytes(path, stdin, LARGEST.get(kind, LARGEST_TEXT))
    _check_magic(name, kind, data)
    if kind == "word":
        document = _word(name, data)
    elif kind == "pdf":
        document = _pdf(name, data)
    else:
        try:
            text, used = decode(data, encoding or _declared(kind, data))
        except EncodingError as error:
            raise DocumentError(name, str(error)) from None
        document = text_document(name, text, kind, used)
    checked = document.text if document.prose is None else document.prose.text
    if len(document.text) > LARGEST_TEXT:
        raise DocumentError(name, _too_large(LARGEST_TEXT))
    if not checked.strip():
        raise DocumentError(name, "是空的，没有可查的文字，请检查是否给错了文件")
    return document


def text_document(path: str, text: str, kind: str, encoding: str = "utf-8") -> Document:
    """A text as a document of a kind in ``TEXTS``."""
    return Document(path, text, encoding, _prose(text, kind))


def _prose(text: str, kind: str) -> Prose | None:
    if kind == "markdown":
        from factcheck.documents import markdown  # noqa: PLC0415  only what this file needs

        return markdown.prose(text)
    if kind == "html":
        from factcheck.documents import html  # noqa: PLC0415

        return html.prose(text)
    return None


def _bytes(path: str, stdin: BinaryIO, limit: int) -> bytes:
    try:
        if path == STDIN:
            data = stdin.read(limit + 1)
        else:
            with Path(path).open("rb") as file:
                # Told by the size, a file of gigabytes is not even read; told while reading, a device ends.
                data = b"" if os.fstat(file.fileno()).st_size > limit else file.read(limit + 1)
                if not data and os.fstat(file.fileno()).st_size:
                    raise DocumentError(path, _too_large(limit))
    except FileNotFoundError:
        raise DocumentError(path, "找不到文件，请检查路径") from None
    except PermissionError:
        raise DocumentError(path, "没有读取权限，请检查文件权限") from None
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else error
        raise DocumentError(path, f"读不了（{reason}），请检查文件") from None
    if len(data) > limit:
        raise DocumentError(path, _too_large(limit))
    return data


def _too_large(limit: int) -> str:
    return f"超过 {limit // MIB} MB，大得不像稿件，没有读；请检查是否给错了文件，或拆开再查"


def _check_magic(name: str, kind: str, data: bytes) -> None:
    """Refuse what is plainly something else than its name says."""
    found = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    own = _OWN_MAGIC.get(kind)
    if kind == "word" and data.startswith(_OLE):
        raise DocumentError(name, "是加了密码的 Word 文件或旧版 .doc，请去掉密码，或另存为 .docx 再查")
    if own is None and found is not None:
        hint = ""
        if data.startswith(tuple(_OWN_MAGIC.values())):
            hint = "；若是 Word 或 PDF 稿件，扩展名要用 .docx、.pdf"
            hint += "（标准输入加 --stdin-filename 稿件.docx）" if name == STDIN else ""
        raise DocumentError(name, f"是{found}，不是纯文本，请另存为 .txt 或 .md 再查{hint}")
    if own is not None and data and own not in data[:1024]:
        what = f"是{found}，" if found else ""
        raise DocumentError(name, f"{what}不是 {'Word' if kind == 'word' else 'PDF'} 文件，请检查扩展名")


def _declared(kind: str, data: bytes) -> str | None:
    """What an HTML page says of its encoding, where that reads it; UTF-8 needs no saying."""
    if kind != "html":
        return None
    from factcheck.documents.html import declared_encoding  # noqa: PLC0415

    name = declared_encoding(data)
    if name is None or _decodes(data, "utf-8") or not _decodes(data, name):
        return None
    return name


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        decode(data, encoding)
    except EncodingError:
        return False
    return True


def _word(name: str, data: bytes) -> Document:
    from factcheck.documents import word  # noqa: PLC0415

    try:
        whole = word.read_package(word.open_package(data))
    except ImportError:
        raise DocumentError(name, missing_extra("Word", "docx")) from None
    except word.WordError as error:
        raise DocumentError(name, str(error)) from None
    return Document(name, whole.text, "", places=whole.places, notes=whole.notes)


def _pdf(name: str, data: bytes) -> Document:
    from factcheck.documents import pdf  # noqa: PLC0415

    try:
        text, places, notes = pdf.read_pdf(data)
    except ImportError:
        raise DocumentError(name, missing_extra("PDF", "pdf")) from None
    except pdf.PdfError as error:
        raise DocumentError(name, str(error)) from None
    return Document(name, text, "", places=places, notes=notes)


def missing_extra(what: str, extra: str) -> str:
    """What to say where an optional package is not installed."""
    return f"读 {what} 稿件要先装附加组件：pip install 'factcheck-zh[{extra}]'"
