"""Paths as other programs write them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def relative(path: str, here: str) -> str:
    """``path`` with forward slashes, and without ``here`` before it where it lies below."""
    if path == "-":
        return "stdin"
    file = Path(path)
    if file.is_absolute() and here and file.is_relative_to(here):
        file = file.relative_to(here)
    return file.as_posix()


def uri(path: str) -> str:
    """A path from :func:`relative` as a URI reference; names that are not UTF-8 keep their bytes."""
    text = quote(os.fsencode(path))
    return f"file://{text}" if path.startswith("/") else text
