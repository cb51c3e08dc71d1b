"""A draft with its refuted values put right: only edits that the checker itself finds right are made."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.edit.suggest import suggest
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.edit.suggest import Suggestion
    from factcheck.verdict.finding import Finding

ROUNDS = 4  # an edit can spoil another one; after so many tries what is left is for people


@dataclass(frozen=True, slots=True)
class Fixed:
    """The text with ``edits`` made, and the refuted findings that were not put right."""

    text: str
    edits: tuple[Suggestion, ...]
    left: tuple[Finding, ...]


def fix(text: str, findings: Iterable[Finding], check: Callable[[str], Sequence[Finding]]) -> Fixed:
    """Put right in ``text`` what ``findings`` refute; ``check`` gives the findings of a changed text.

    An edit stays when its place is then supported, or a term there no longer refuted, and all of them only
    when as many refutations are gone and no other has come; so a second run has nothing to do.
    """
    refuted = [finding for finding in findings if finding.verdict is Verdict.REFUTED]
    before = sum(finding.verdict is Verdict.REFUTED for finding in check(text)) if refuted else 0
    edits = _apart(edit for finding in refuted if (edit := suggest(finding, text)) is not None)
    for _ in range(ROUNDS if edits else 0):
        changed = apply(text, edits)
        after = check(changed)
        kept = [edit for edit, start in zip(edits, _starts(edits), strict=True) if _holds(after, start, edit)]
        if len(kept) == len(edits):
            still = sum(finding.verdict is Verdict.REFUTED for finding in after)
            if still <= before - len(edits):
                break
            kept = []  # something that was right is refuted now: none of this is certain
        edits = kept
    else:
        edits = []  # no set of them was found right
    done = {edit.start for edit in edits}
    left = [f for f in refuted if not any(f.start <= start <= f.end for start in done)]
    return Fixed(apply(text, edits), tuple(edits), tuple(left))


def apply(text: str, edits: Sequence[Suggestion]) -> str:
    """``text`` with ``edits``, which are in order and apart from each other."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join(parts) + text[at:]


def diff(path: str, old: str, new: str) -> str:
    """A unified diff that ``git apply`` and ``patch`` take; ``""`` where nothing differs."""
    lines = difflib.unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Lines as diff knows them: only a line feed ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _apart(edits: Iterable[Suggestion]) -> list[Suggestion]:
    """The edits in order, without those that reach into an earlier one."""
    apart: list[Suggestion] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    return apart


def _starts(edits: Sequence[Suggestion]) -> list[int]:
    """Where each edit begins in the changed text."""
    starts, moved = [], 0
    for edit in edits:
        starts.append(edit.start + moved)
        moved += len(edit.new) - len(edit.old)
    return starts


def _holds(findings: Sequence[Finding], start: int, edit: Suggestion) -> bool:
    """Whether the edited place is right now; a term may be told of by a finding beside it (贵州|黎平县)."""
    end = start + len(edit.new)
    there = [finding for finding in findings if finding.start < end and start < finding.end]
    return all(finding.verdict is Verdict.SUPPORTED for finding in there) and bool(there or edit.is_term)
