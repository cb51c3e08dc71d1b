"""Write a changed draft back: its encoding, byte order mark and line ends kept, whole or not at all."""

from __future__ import annotations

import codecs
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "gb18030": "\ufeff".encode("gb18030"),
}


class WriteError(Exception):
    """A file that was not written; the message says why and what to do. The file is as it was."""


def write_text(path: str, old: str, new: str, encoding: str) -> None:
    """Put ``new`` in the place of ``old``, the text read from ``path`` in ``encoding``.

    Raises :class:`WriteError`, also where the file has changed meanwhile or would not come back the same
    outside the edits.
    """
    try:
        data = Path(path).read_bytes()
        mark = _MARKS.get(encoding, b"")
        mark = mark if mark and data.startswith(mark) else b""
        if mark + old.encode(encoding) != data:
            raise WriteError("没有改：文件刚刚变过，或按这个编码写回去会和原来不一样，请再查一次")
        write_bytes(path, mark + new.encode(encoding))
    except UnicodeEncodeError:
        raise WriteError(f"没有改：{encoding} 里没有要写的字，请另存为 UTF-8") from None
    except OSError as error:
        raise WriteError(f"写不了（{error.strerror}），没有改；请检查文件和文件夹的权限") from None


def write_bytes(path: str, data: bytes) -> None:
    """Write a file through a temporary one beside it; a link's target is written, permissions stay.

    Raises ``OSError``; then the file is as it was.
    """
    target = Path(path).resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
