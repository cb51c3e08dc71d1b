"""From the paths a user names to files. Nothing is skipped in silence: a path gives files or an error."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.documents.ignore import Excluded, Ignored
from factcheck.documents.model import DocumentError
from factcheck.documents.read import KINDS, STDIN, SUFFIXES
from factcheck.faults import why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Drafts all the same, but in formats that are not read: a folder that holds one says so.
_UNREAD = {
    ".doc": "旧版 Word 文件",
    ".wps": " WPS 文件",
    ".rtf": " RTF 文件",
    ".odt": " OpenDocument 文件",
    ".pages": " Pages 文件",
}
_WILD = frozenset("*?[")


def find(paths: Iterable[str], exclude: Iterable[str] = ()) -> Iterator[str | DocumentError]:
    """The files that ``paths`` name, each once: files, patterns, and the drafts of folders, sorted.

    A folder's ignore files count for what is found in it; ``exclude`` counts for files named as well.
    """
    seen: set[str] = set()
    try:
        excluded = Excluded(exclude)
    except DocumentError as error:
        yield error
        return
    found = False
    for path in paths:
        for file in _expand(path, excluded):
            found = True
            key = file if file == STDIN or isinstance(file, DocumentError) else os.path.realpath(file)
            if key not in seen:
                seen.add(str(key))
                yield file
    if not found:
        yield DocumentError("--exclude", "排除了全部稿件，没有可查的，请检查写法")


def _expand(path: str, excluded: Excluded) -> Iterator[str | DocumentError]:
    if path == STDIN:
        yield path
    elif Path(path).is_dir():
        yield from _walk(path, excluded)
    elif _WILD & set(path) and not os.path.lexists(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  Path.glob takes no absolute pattern
        if not matches:
            yield DocumentError(path, "没有与之相配的文件，请检查路径")
        for match in matches:
            if Path(match).is_dir():
                # A pattern that ends in ** names the folders on the way as well as their files.
                if not path.endswith("**"):
                    yield from _walk(match, excluded)
            elif not excluded(match):
                yield match
    elif not excluded(path):
        yield path


def _walk(folder: str, excluded: Excluded) -> Iterator[str | DocumentError]:
    """The drafts below ``folder``; hidden files and folders (``.git``, ``._x.txt``) are not drafts."""
    errors: list[OSError] = []
    found = left_out = False
    ignored = Ignored(folder)

    def wanted(path: Path, *, is_folder: bool) -> bool:
        nonlocal left_out
        out = excluded(str(path), folder=is_folder) or ignored(str(path), folder=is_folder)
        left_out = left_out or out
        return not out

    try:
        for root, folders, names in os.walk(folder, onerror=errors.append):
            visible = sorted(name for name in folders if not name.startswith("."))
            folders[:] = [name for name in visible if wanted(Path(root) / name, is_folder=True)]
            for name in sorted(names):
                suffix = Path(name).suffix.lower()
                known = suffix in KINDS or suffix in _UNREAD
                if (
                    not known
                    or name.startswith((".", "~$"))
                    or not wanted(Path(root) / name, is_folder=False)
                ):
                    continue
                found = True
                path = str(Path(root) / name)
                yield DocumentError(path, _unread(suffix)) if suffix in _UNREAD else path
    except DocumentError as error:  # a broken ignore file: what it leaves out cannot be known
        yield error
        return
    for problem in errors:
        yield DocumentError(str(problem.filename), f"读不了文件夹（{why(problem)}），请检查权限")
    if not found and not errors:
        reason = "，都被忽略规则或 --exclude 排除了" if left_out else ""
        yield DocumentError(folder, f"文件夹里没有稿件（{'、'.join(SUFFIXES)}）{reason}，请检查路径")


def _unread(suffix: str) -> str:
    return f"是{_UNREAD[suffix]}，读不了，请另存为 .docx；不必查的可写进 .factcheckignore"
