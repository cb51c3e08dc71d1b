"""What the rules of comparison decide, before it becomes a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.matching.facts import Fact
    from factcheck.verdict.explanation import Explanation
    from factcheck.verdict.finding import Reason, Verdict


class Judgement(NamedTuple):
    """A verdict before it becomes a finding: what was decided, on which claim, and why."""

    start: int
    end: int
    verdict: Verdict
    reason: Reason | None
    fact: Fact | None
    found: str
    score: float
    note: str = ""
    explanation: Explanation | None = None  # only where asked for
    bare: bool = False  # the claim's term is said, and nothing of what it is
    does: bool = False  # somebody is said to do the claim's deed: whatever else he is, he did not
