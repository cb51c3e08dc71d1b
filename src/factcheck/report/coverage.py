"""Coverage of drafts by claims, both ways: lines for people, JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.claims.search import values
from factcheck.report.json import SCHEMA, dump, finding_object
from factcheck.report.words import one_line, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.curate.coverage import Coverage

Covered = tuple[str, "Coverage"]  # path of the draft, what it covers


def text(drafts: Sequence[Covered], out: TextIO) -> None:
    """For each draft: what has no claim, then what the draft leaves out, then the two counts."""
    for path, found in drafts:
        for finding in found.uncovered:
            out.write(f"{place(path, finding)}: 没有事实可依 “{one_line(finding.text)}”\n")
        for claim in found.omitted:
            value = "、".join(values(claim))
            out.write(
                one_line(f"{path}: 没有写到 [{claim.topic}] {claim.id} {value} {claim.statement}") + "\n"
            )
        total = found.covered + len(found.uncovered)
        about = f"；写到的主题（{'、'.join(found.topics)}）" if found.topics else "；没有写到任何主题"
        known = found.used + len(found.omitted)
        used = f"共 {known} 条事实，写到 {found.used} 条" if found.topics else ""
        out.write(one_line(f"{path}: {total} 处说法，{found.covered} 处有事实可依{about}{used}") + "\n")


def json(drafts: Sequence[Covered], out: TextIO) -> None:
    """One object with all drafts."""
    dump(
        {
            "schema": SCHEMA,
            "documents": [
                {
                    "path": path,
                    "covered": found.covered,
                    "uncovered": [finding_object(finding) for finding in found.uncovered],
                    "topics": found.topics,
                    "used": found.used,
                    "omitted": [
                        {
                            "id": claim.id,
                            "topic": claim.topic,
                            "value": claim.value,
                            "statement": claim.statement,
                        }
                        for claim in found.omitted
                    ],
                }
                for path, found in drafts
            ],
        },
        out,
    )
