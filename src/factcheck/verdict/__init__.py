"""Verdicts: which claim an assertion speaks of has been nominated; here its parts decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.claims.model import ClaimBank
    from factcheck.matching.article import Article
    from factcheck.verdict.checker import Checker
    from factcheck.verdict.finding import Finding


def check(
    text: str,
    claims: ClaimBank | None = None,
    *,
    sources: Sequence[Article] = (),
    reference: date | None = None,
    explained: bool = False,
) -> list[Finding]:
    """Every checkable assertion of ``text`` with its verdict, in reading order.

    ``claims`` comes from :func:`factcheck.load_claims`, ``sources`` from :func:`factcheck.read_source`;
    either may be left out. ``reference`` is the day of the draft, against which 今年 is read and claims are
    in force or not; by default its dateline, and today. ``explained`` findings have an ``explanation``.
    Offsets are code points of ``text``. Any text can be checked; no error is raised.
    """
    return _checker(claims, tuple(sources)).check(text, reference=reference, explained=explained)


_ready: list[tuple[ClaimBank | None, tuple[Article, ...], Checker]] = []  # at most one


def _checker(claims: ClaimBank | None, sources: tuple[Article, ...]) -> Checker:
    """The checker for these, kept for the next text: making it ready takes longer than checking a draft."""
    for bank, articles, checker in _ready:
        if bank is claims and articles == sources:
            return checker
    from factcheck.claims.model import ClaimBank  # noqa: PLC0415  loaded at first use: importing stays cheap
    from factcheck.verdict.checker import Checker  # noqa: PLC0415

    checker = Checker(claims if claims is not None else ClaimBank(()), sources)
    _ready[:] = [(claims, sources, checker)]
    return checker
