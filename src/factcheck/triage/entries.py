"""Excuses in the configuration, for drafts that hold no comments: a file, words of the draft, and why.

[[suppress]]
file = "稿件/*.docx"
text = "2750万用户"
reasons = ["value"]      # all, where left out
why = "平台后来更正，已请作者补来源"
until = 2026-12-31       # for good, where left out
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.suggest import did_you_mean
from factcheck.triage.excuse import ExcuseError, excuse
from factcheck.triage.hidden import By, Hidden, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.documents.model import Document
    from factcheck.triage.excuse import Excuse
    from factcheck.verdict.finding import Finding

_KEYS = ("file", "text", "reasons", "why", "until")


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``[[suppress]]`` table; ``file`` is a pattern as seen from the working folder."""

    file: str
    text: str
    excuse: Excuse


class Entries:
    """The excuses of a configuration file, named by its ``path``."""

    def __init__(self, entries: Sequence[Entry], path: str, here: str, today: date) -> None:
        self._entries, self._path, self._here, self._today = entries, path, here, today
        self._used: set[int] = set()
        self._met: set[int] = set()  # those whose files were checked in this run

    def __call__(self, document: Document, findings: Sequence[Finding]) -> Iterator[Hidden]:
        hidden: set[int] = set()
        path = os.path.relpath(Path(self._here, document.path), self._here)
        for number, entry in enumerate(self._entries):
            if path != entry.file and not fnmatchcase(path, entry.file):
                continue
            self._met.add(number)
            if entry.excuse.expired(self._today):
                continue
            places = list(_places(document.text, entry.text))
            for finding in findings:
                touched = any(finding.start < end and start < finding.end for start, end in places)
                if touched and entry.excuse.covers(finding):
                    self._used.add(number)
                    if id(finding) not in hidden:
                        hidden.add(id(finding))
                        yield Hidden(finding, By.CONFIG, entry.excuse.why)

    def notices(self) -> Iterator[Notice]:
        """The entries that ran out, and those that hid nothing in the files they name."""
        for number, entry in enumerate(self._entries):
            # Path.glob takes no pattern that is absolute.
            exists = glob(entry.file, root_dir=self._here)  # noqa: PTH207
            if number not in self._met and exists:
                continue  # another run's business
            what = f"suppress[{number}]（{entry.file}，“{entry.text}”）"
            if entry.excuse.expired(self._today):
                message = f"{what}：忽略的期限 {entry.excuse.until} 已过，请复核后删去或延期"
                yield Notice(self._path, 0, message)
            elif number not in self._used:
                yield Notice(self._path, 0, f"{what}：这条忽略没有用上，可以删去")


def decode_entries(tables: object, folder: Path) -> tuple[Entry, ...]:
    """The ``[[suppress]]`` tables of a configuration in ``folder``. Raises :class:`ExcuseError`."""
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ExcuseError("suppress：应是表的数组，每条写作 [[suppress]]")
    return tuple(_entry(table, f"suppress[{number}]", folder) for number, table in enumerate(tables))


def _entry(table: dict[str, object], where: str, folder: Path) -> Entry:
    for key in table:
        if key not in _KEYS:
            raise ExcuseError(f"{where}.{key}：不认识的键{did_you_mean(key, _KEYS)}")
    words = {key: table.get(key, "") for key in ("file", "text", "why")}
    for key, value in words.items():
        if not isinstance(value, str) or not value.strip():
            raise ExcuseError(f"{where}.{key}：要写，而且是不空的字符串")
    reasons, until = table.get("reasons", []), table.get("until")
    if not isinstance(reasons, list) or not all(isinstance(name, str) for name in reasons):
        raise ExcuseError(f'{where}.reasons：应是字符串数组，如 ["value"]')
    if until is not None and type(until) is not date:
        raise ExcuseError(f"{where}.until：应是不带引号的日期，如 2026-12-31")
    try:
        read = excuse(reasons, str(words["why"]), until)
    except ExcuseError as error:
        raise ExcuseError(f"{where}.reasons：{error}") from None
    return Entry(os.path.normpath(folder / str(words["file"])), str(words["text"]), read)


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)
