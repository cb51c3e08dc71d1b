"""Which files are not drafts: ``.gitignore``, ``.factcheckignore`` and ``--exclude``, as git reads them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.documents.model import DocumentError
from factcheck.faults import why

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".factcheckignore")  # the later one has the last word


class Ignored:
    """The ignore files from the root of a project (git work tree, else working folder) down to a file."""

    def __init__(self, folder: str) -> None:
        self._specs: dict[Path, list[GitIgnoreSpec]] = {}
        start = Path(folder).resolve()
        chain = (start, *start.parents)
        here = Path.cwd()
        top = next((place for place in chain if (place / ".git").exists()), here if here in chain else start)
        self._top = top

    def __call__(self, path: str, *, folder: bool = False) -> bool:
        """Whether ``path`` is ignored; the nearest file that speaks decides. Raises ``DocumentError``."""
        full = Path(os.path.realpath(Path(path).parent)) / Path(path).name
        for place in full.parents:
            name = full.relative_to(place).as_posix() + ("/" if folder else "")
            for spec in reversed(self._of(place)):
                told = spec.check_file(name).include
                if told is not None:
                    return told
            if place == self._top:
                break
        return False

    def _of(self, place: Path) -> list[GitIgnoreSpec]:
        if place not in self._specs:
            files = [place / name for name in IGNORE_FILES]
            self._specs[place] = [_load(file) for file in files if file.is_file()]
        return self._specs[place]


class Excluded:
    """The patterns of ``--exclude``, as in an ignore file of the working folder."""

    def __init__(self, patterns: Iterable[str]) -> None:
        lines = list(patterns)
        self._spec = _compile(lines, "--exclude") if lines else None

    def __call__(self, path: str, *, folder: bool = False) -> bool:
        """Whether ``path`` is excluded, itself or by a folder it is in."""
        if self._spec is None:
            return False
        full = Path(os.path.abspath(path))  # noqa: PTH100  no links are to be followed here
        here = Path.cwd()
        name = full.relative_to(here if full.is_relative_to(here) else full.anchor).as_posix()
        return self._spec.match_file(name + ("/" if folder else ""))


def _load(file: Path) -> GitIgnoreSpec:
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="surrogateescape")
    except OSError as error:
        raise DocumentError(str(file), f"读不了（{why(error)}），请检查权限") from None
    return _compile(text.splitlines(), str(file))


def _compile(lines: list[str], where: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  only where something is ignored

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise DocumentError(where, f"写法有误（{error}），请按 .gitignore 的规则改") from None
