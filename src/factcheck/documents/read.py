"""From the paths a user names to documents. Nothing is skipped in silence: a path gives text or an error."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from factcheck.documents.encoding import EncodingError, decode
from factcheck.documents.model import Document, DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"
SUFFIXES = (".txt", ".md")

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


def find(paths: Iterable[str]) -> Iterator[str | DocumentError]:
    """The files that ``paths`` name, each once; folders give their drafts (``.txt``, ``.md``), sorted."""
    seen: set[str] = set()
    for path in paths:
        for file in _walk(path) if path != STDIN and Path(path).is_dir() else [path]:
            if isinstance(file, DocumentError):
                yield file
                continue
            key = file if file == STDIN else os.path.realpath(file)
            if key not in seen:
                seen.add(key)
                yield file


def read(path: str, stdin: BinaryIO, encoding: str | None = None) -> Document:
    """Read one file, or standard input for ``-``. Raises :class:`DocumentError`."""
    try:
        data = stdin.read() if path == STDIN else Path(path).read_bytes()
    except FileNotFoundError:
        raise DocumentError(path, "找不到文件，请检查路径") from None
    except PermissionError:
        raise DocumentError(path, "没有读取权限，请检查文件权限") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DocumentError(path, f"读不了（{reason}），请检查文件") from None
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise DocumentError(path, f"是{kind}，不是纯文本，请另存为 .txt 或 .md 再查")
    try:
        text, used = decode(data, encoding)
    except EncodingError as error:
        raise DocumentError(path, str(error)) from None
    if not text.strip():
        raise DocumentError(path, "是空的，没有可查的文字，请检查是否给错了文件")
    return Document(path, text, used)


def _walk(folder: str) -> Iterator[str | DocumentError]:
    """The drafts below ``folder``; hidden files and folders (``.git``, ``._x.txt``) are not drafts."""
    errors: list[OSError] = []
    found = False
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                found = True
                yield str(Path(root) / name)
    for error in errors:
        yield DocumentError(str(error.filename), f"读不了文件夹（{error.strerror}），请检查权限")
    if not found and not errors:
        yield DocumentError(folder, f"文件夹里没有稿件（{'、'.join(SUFFIXES)}），请检查路径")
