"""Read the project's lexicons: plain data files beside the code, tab separated, ``#`` for comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/<name>`` in ``package``, each split at its tabs; comments and blank lines left out."""
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.split("\n") if line and line[0] != "#")


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The first column of ``data/<name>`` as a set."""
    return frozenset(row[0] for row in rows(package, name))
