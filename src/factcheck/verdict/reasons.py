"""What each reason means, for people: the pages of ``reasons.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import tomli

from factcheck.verdict.finding import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Page:
    """One reason explained, with a sentence that its claims support and one that gets the reason."""

    reason: Reason
    title: str
    text: str
    advice: str
    claims: tuple[Mapping[str, object], ...]  # their parts, as a claims file has them
    passes: str
    fails: str


def page(name: str) -> Page | None:
    """The page of the reason of that name, or ``None``."""
    return pages().get(name)


@cache
def pages() -> dict[str, Page]:
    """All pages, by reason, in the order of :class:`Reason`."""
    text = files("factcheck.verdict").joinpath("reasons.toml").read_text(encoding="utf-8")
    tables = tomli.loads(text)
    return {
        reason.value: Page(
            reason=reason,
            title=table["title"],
            text="".join(table["text"].split("\n")),
            advice=table["advice"],
            claims=tuple(table["claims"]),
            passes=table["passes"],
            fails=table["fails"],
        )
        for reason in Reason
        if (table := tables.get(reason.value)) is not None
    }
