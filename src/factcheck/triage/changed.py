"""``--changed-since REV``: findings on lines that were changed, as git tells it.

Compared are the files as they lie there with the commit where REV and the present branch parted, so that
what others changed on REV since does not count. A file git does not track is new from end to end; so is one
whose lines are not the file's own (Word, PDF) once it differs at all.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from factcheck.triage.hidden import By, Hidden, TriageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.documents.model import Document
    from factcheck.triage.hidden import Notice
    from factcheck.verdict.finding import Finding

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BINARY = re.compile(rb"^Binary files ", re.MULTILINE)


class Changed:
    """The lines changed since a revision. Raises :class:`TriageError` where there is none such."""

    def __init__(self, revision: str, here: Path) -> None:
        self._here = here
        commit = _git(here, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            if _git(here, "rev-parse", "--git-dir") is None:
                raise TriageError("这个文件夹不在 git 仓库里，没有版本可比")
            raise TriageError(f"git 没有版本 {revision}；浅克隆请先取全历史（fetch-depth: 0）")
        self._base = commit.decode().strip()
        parted = _git(here, "merge-base", self._base, "HEAD")
        if parted:
            self._base = parted.decode().split()[0]

    def __call__(self, document: Document, findings: Sequence[Finding]) -> Iterator[Hidden]:
        lines = self._lines(document)
        for finding in findings:
            if lines is not None and not any(start <= finding.line < end for start, end in lines):
                yield Hidden(finding, By.UNCHANGED)

    def notices(self) -> Iterator[Notice]:
        """Nothing: what was not asked for needs no words."""
        yield from ()

    def _lines(self, document: Document) -> list[tuple[int, int]] | None:
        """The changed lines as ranges, or ``None`` for all of them."""
        if document.path == "-":
            return None
        path = self._here / document.path
        folder = path.resolve().parent
        # Without ``:(literal)`` a name such as 稿[1].txt would be a pattern.
        name = f":(literal){path.resolve().name}"
        if not _git(folder, "ls-files", "--error-unmatch", "--", name):
            return None
        diff = _git(
            folder,
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            self._base,
            "--",
            name,
        )
        if diff is None or _BINARY.search(diff):
            return None
        ranges = [(int(found[1]), int(found[2] or 1)) for found in _HUNK.finditer(diff)]
        if ranges and document.places:
            return None
        return [(start, start + count) for start, count in ranges]


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers, or ``None`` where it refuses."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError:
        raise TriageError("找不到 git，请先安装") from None
    return done.stdout if done.returncode == 0 else None
