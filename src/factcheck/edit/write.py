"""Write a changed draft back: its encoding, byte order mark and line ends kept."""

from __future__ import annotations

import codecs
from pathlib import Path

from factcheck.atomic import WriteError, write_bytes
from factcheck.faults import why

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "gb18030": "\ufeff".encode("gb18030"),
}


def write_draft(path: str, old: str, new: str, encoding: str) -> None:
    """Put ``new`` in the place of ``old``, the text that was read from ``path`` in ``encoding``.

    Raises :class:`~factcheck.atomic.WriteError`, also where the file has changed meanwhile or would not come
    back the same outside the edits; then it is as it was.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise WriteError(f"{path}: 读不了（{why(error)}），没有改；请检查文件") from None
    mark = _MARKS.get(encoding, b"")
    mark = mark if mark and data.startswith(mark) else b""
    if mark + old.encode(encoding) != data:
        raise WriteError(f"{path}: 没有改：文件刚刚变过，或按 {encoding} 写回去会和原来不同，请再查一次")
    try:
        changed = new.encode(encoding)
    except UnicodeEncodeError:
        raise WriteError(f"{path}: 没有改：{encoding} 里没有要写的字，请另存为 UTF-8") from None
    write_bytes(Path(path), mark + changed)
