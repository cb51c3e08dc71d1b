"""A rich console that takes text as it is: no markup, no emoji codes, no highlighting."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Mapping


def console(out: TextIO, variables: Mapping[str, str]) -> Console:
    """For a terminal at ``out``; width, ``NO_COLOR`` and ``TERM`` are taken from ``variables``.

    With ``NO_COLOR`` no escape sequence is written at all, bold and dim neither.
    """
    return Console(
        file=out,
        force_terminal=True,
        color_system=None if variables.get("NO_COLOR") else "auto",
        markup=False,
        emoji=False,
        highlight=False,
        _environ=variables,
    )
