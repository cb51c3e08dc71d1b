"""For programs that read line by line: one JSON object a line, its ``type`` telling what it is.

``run`` comes first (schema and claims), then for each document ``document`` and its ``finding`` lines, then
``error`` for what could not be read, ``notice``, and ``summary`` last.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from factcheck.report.json import SCHEMA, finding_object, hidden_object, notice_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.run import Run


def write(run: Run, out: TextIO) -> None:
    """Write ``run`` as JSON Lines, UTF-8 and not ASCII-escaped; ``out`` must encode as UTF-8."""
    for line in _lines(run):
        out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _lines(run: Run) -> Iterator[dict[str, object]]:
    claims = [{"path": file.path, "count": file.count} for file in run.claims]
    yield {"type": "run", "schema": SCHEMA, "claims": claims}
    for item in run.documents:
        path = item.document.path
        yield {"type": "document", "path": path}
        for finding in item.findings:
            yield {"type": "finding", "path": path, **finding_object(finding)}
        for hidden in item.hidden:
            yield {"type": "hidden", "path": path, **hidden_object(hidden)}
    for error in run.errors:
        yield {"type": "error", "path": error.path, "message": error.message}
    for notice in run.notices:
        yield {"type": "notice", **notice_object(notice)}
    yield {"type": "summary", **{str(verdict): count for verdict, count in run.counts().items()}}
