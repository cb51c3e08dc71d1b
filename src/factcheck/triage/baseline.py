"""The findings a newsroom has accepted once, in a file: only new ones are told.

They are matched by what they are (:mod:`~factcheck.triage.content`), not by line. A finding that occurs
twice where the file has one is new once.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.faults import why
from factcheck.triage.content import Content, content
from factcheck.triage.hidden import By, Hidden, Notice, TriageError
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.documents.model import Document
    from factcheck.verdict.finding import Finding

SCHEMA = "factcheck-baseline/1"


class Baseline:
    """The accepted findings; with ``update`` every finding met is accepted."""

    def __init__(self, path: str, accepted: Mapping[Content, int], here: str, *, update: bool) -> None:
        self.path = path
        self._here = here
        self._folder = Path(here, path).parent
        self._accepted = Counter(accepted)
        self._update = update
        self._met: Counter[Content] = Counter()
        self._paths: set[str] = set()

    def __call__(self, document: Document, findings: Sequence[Finding]) -> Iterator[Hidden]:
        path = self._path_of(document.path)
        self._paths.add(path)
        for finding in findings:
            if finding.verdict is Verdict.SUPPORTED:
                continue
            what = content(path, document.text, finding)
            self._met[what] += 1
            if self._update or self._met[what] <= self._accepted[what]:
                yield Hidden(finding, By.BASELINE)

    def notices(self) -> Iterator[Notice]:
        """Whether the file accepts more than there is."""
        gone = (self._of_this_run(self._accepted) - self._met).total()
        if gone and not self._update:
            yield Notice(self.path, 0, f"基线里有 {gone} 条已不再出现，可用 --update-baseline 收紧")

    def dump(self) -> str:
        """The file anew: what was met, and what is accepted in drafts this run did not check."""
        kept = self._met + (self._accepted - self._of_this_run(self._accepted))
        findings = [{**what._asdict(), "count": count} for what, count in sorted(kept.items())]
        return json.dumps({"schema": SCHEMA, "findings": findings}, ensure_ascii=False, indent=1) + "\n"

    def _path_of(self, path: str) -> str:
        """A draft's path from the baseline's folder on, so that it does not matter where a run starts."""
        return (
            "stdin" if path == "-" else Path(os.path.relpath(Path(self._here, path), self._folder)).as_posix()
        )

    def _of_this_run(self, counted: Counter[Content]) -> Counter[Content]:
        return Counter({what: count for what, count in counted.items() if what.path in self._paths})


def load_baseline(path: str, here: str, *, update: bool) -> Baseline:
    """Read a baseline; one to be updated need not exist. Raises :class:`TriageError`."""
    try:
        data = json.loads(Path(here, path).read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise TriageError(f"{path}: 不认识的基线格式 {data['schema']!r}，本程序读 {SCHEMA}")
        accepted = {
            Content(**{name: str(found[name]) for name in Content._fields}): int(found["count"])
            for found in data["findings"]
        }
    except FileNotFoundError:
        if not update:
            raise TriageError(f"{path}: 找不到基线文件，先用 --update-baseline 建一个") from None
        accepted = {}
    except OSError as error:
        raise TriageError(f"{path}: 读不了基线文件（{why(error)}），请检查权限") from None
    except (ValueError, KeyError, TypeError):
        raise TriageError(f"{path}: 不是基线文件，请用 --update-baseline 重建") from None
    return Baseline(path, accepted, here, update=update)
