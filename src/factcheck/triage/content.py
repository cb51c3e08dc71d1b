"""What a finding is, whatever the line it stands on: the same words with the same verdict are the same."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.verdict.finding import Finding

_CLAUSE = re.compile(r"[，。；！？\r\n]")
_SENTENCE = re.compile(r"[。；！？\r\n]")


class Content(NamedTuple):
    """All that tells one finding from another, but for its place."""

    path: str  # as reports for machines write it
    verdict: str
    reason: str
    claim: str
    expected: str
    text: str
    clause: str  # the words around it, up to the nearest punctuation


def content(path: str, text: str, finding: Finding) -> Content:
    """The content of a finding in the draft ``text``."""
    return Content(
        path=path,
        verdict=finding.verdict.value,
        reason=finding.reason.value if finding.reason else "",
        claim=finding.claim.id if finding.claim else "",
        expected=finding.expected,
        text=finding.text,
        clause=_around(text, finding, _CLAUSE),
    )


def fingerprints(path: str, text: str, findings: Iterable[Finding]) -> list[str]:
    """A hash for each finding, 32 hexadecimal digits; equal contents are told apart by their order."""
    seen: Counter[Content] = Counter()
    prints = []
    for finding in findings:
        what = content(path, text, finding)
        seen[what] += 1
        data = "\0".join((*what, str(seen[what])))
        prints.append(hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return prints


def sentence(text: str, finding: Finding) -> str:
    """The words of the draft that say what the finding is of."""
    return _around(text, finding, _SENTENCE)


def _around(text: str, finding: Finding, edges: re.Pattern[str]) -> str:
    line = text.rfind("\n", 0, finding.start) + 1
    edge = edges.search(text, finding.end)
    start = finding.start - len(edges.split(text[line : finding.start])[-1])
    return text[start : edge.start() if edge else len(text)].strip()
