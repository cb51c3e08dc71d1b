"""Write a file whole or not at all."""

from __future__ import annotations

import codecs
import os
from contextlib import suppress
from pathlib import Path

from factcheck.faults import why


class WriteError(Exception):
    """A file that cannot be written; the message is one line and names it."""


def write_text(path: Path, text: str) -> None:
    """Put ``text`` at ``path`` as UTF-8, through links, keeping permissions. Raises :class:`WriteError`."""
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def rewrite(path: Path, text: str) -> None:
    """Put ``text`` in place of a file's own, with the mark and the line ends that file has.

    Raises :class:`WriteError`.
    """
    try:
        before = path.read_bytes()
    except OSError as error:
        raise WriteError(f"{path}：读不了（{why(error)}），请检查权限") from None
    data = text.encode("utf-8", "backslashreplace")
    if b"\r\n" in before:
        data = data.replace(b"\n", b"\r\n")
    write_bytes(path, (codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b"") + data)


def write_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``: the old file stays until the new one is whole. Raises :class:`WriteError`."""
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    if target.exists() and not os.access(target, os.W_OK):  # its folder would let it be replaced all the same
        raise WriteError(f"{path}：是只读文件，没有改；请先改它的权限")
    try:
        draft.write_bytes(data)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o7777)
        draft.replace(target)
    except OSError as error:
        raise WriteError(f"{path}：写不了（{why(error)}），请检查文件夹和权限") from None
    finally:
        with suppress(OSError):
            draft.unlink()
