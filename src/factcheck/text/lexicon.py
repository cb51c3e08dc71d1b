"""Read the project's lexicons: plain data files beside the code, tab separated, ``#`` for comments."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


def read(package: str, name: str) -> str:
    """The text of ``data/<name>`` in ``package``; importlib.resources would take longer to load than to read."""
    data = get_data(package, f"data/{name}")
    assert data is not None  # every loader of files gives it
    return data.decode("utf-8")


def _lines(package: str, name: str) -> list[str]:
    return [line for line in read(package, name).split("\n") if line and line[0] != "#"]


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/<name>`` in ``package``, each split at its tabs; comments and blank lines left out."""
    return tuple([tuple(line.split("\t")) for line in _lines(package, name)])


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The first column of ``data/<name>`` as a set."""
    return frozenset([line.partition("\t")[0] for line in _lines(package, name)])
