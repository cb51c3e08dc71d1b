"""Claims files opened for inspection: everything that can be read, and every complaint about the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.assertion.names import NameIndex
from factcheck.claims.decode import Contents, decode
from factcheck.claims.derive import DeriveError, derived
from factcheck.claims.lifecycle import evidence
from factcheck.claims.load import claim_files, merged_aliases, parse, read_text
from factcheck.claims.model import Claim, ClaimBank, ClaimFile, ClaimsError, Source
from factcheck.claims.places import Place, places
from factcheck.claims.table import DecodeError
from factcheck.curate.problem import Problem, Severity
from factcheck.matching.compile import Compiler
from factcheck.matching.naming import name_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.matching.facts import Fact


@dataclass(frozen=True, slots=True)
class ClaimsText:
    """One claims file: its text, what it says, and where it says it."""

    path: str
    text: str
    contents: Contents
    places: dict[Place, int]

    def line(self, array: str, index: int, key: str = "") -> int:
        """The line of a key, or of its table's header where the key is missing."""
        return self.places.get((array, index, key)) or self.places.get((array, index, ""), 1)


class Opened:
    """Claims files read together, as far as they can be read."""

    def __init__(self, files: Sequence[ClaimsText], problems: Iterable[Problem]) -> None:
        self.files = files
        self.problems = list(problems)
        self._homes: dict[str, tuple[ClaimsText, int]] = {}
        self.sources: dict[str, Source] = {}
        for file in files:
            for source in file.contents.sources:
                self.sources.setdefault(source.id, source)
            for draft in file.contents.drafts:
                self._homes.setdefault(draft.claim.id, (file, draft.index))
        self.bank = self._bank()

    def _bank(self) -> ClaimBank:
        claims: dict[str, Claim] = {}
        for file in self.files:
            for draft in file.contents.drafts:
                known = [self.sources[name] for name in draft.source_ids if name in self.sources]
                first, *others = known or [draft.claim.source]
                claim = replace(draft.claim, source=first, other_sources=tuple(others), path=file.path)
                claims.setdefault(claim.id, claim)

        def tell(error: DeriveError) -> None:
            path, line = self.place(error.claim, "derive")
            self.problems.append(Problem(path, line, "derive", Severity.FATAL, error.problem, error.claim.id))

        return ClaimBank(
            claims=tuple(derived(claims, tell).values()),
            aliases=merged_aliases(file.contents for file in self.files),
            files=tuple(ClaimFile(file.path, len(file.contents.drafts)) for file in self.files),
        )

    def place(self, claim: Claim, key: str = "") -> tuple[str, int]:
        """File and line of a claim's key."""
        file, index = self._homes[claim.id]
        return file.path, file.line("claims", index, key)

    @cached_property
    def facts(self) -> dict[str, list[Fact]]:
        """The facts of every claim that may be evidence, by its id."""
        compiler = Compiler(self.bank, NameIndex(name_table(self.bank)))
        number, found = 0, {}
        for claim in evidence(self.bank):
            found[claim.id] = compiler.compile(claim, number)
            number += len(found[claim.id])
        return found


def open_files(paths: Iterable[str | Path]) -> Opened:
    """Open claims files and folders of them; what cannot be read becomes a fatal problem."""
    files: list[ClaimsText] = []
    problems: list[Problem] = []
    for path in _each_file(paths, problems):
        try:
            text = read_text(path)
            data = parse(str(path), text)
        except ClaimsError as error:
            problems.append(_unread(error))
            continue
        errors: list[DecodeError] = []
        try:
            contents = decode(data, errors.append)
        except DecodeError as error:
            errors.append(error)
            contents = Contents()
        files.append(ClaimsText(str(path), text, contents, places(text)))
        problems += [_schema(error, files[-1]) for error in errors]
    return Opened(files, problems)


def _each_file(paths: Iterable[str | Path], problems: list[Problem]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        try:
            for file in claim_files(Path(path)):
                if (real := file.resolve()) not in seen:
                    seen.add(real)
                    yield file
        except ClaimsError as error:
            problems.append(_unread(error))


def _unread(error: ClaimsError) -> Problem:
    return Problem(error.path, error.line or 0, "schema", Severity.FATAL, error.reason)


def _schema(error: DecodeError, file: ClaimsText) -> Problem:
    array, index = error.table or ("", 0)
    return Problem(file.path, file.line(array, index, error.name), "schema", Severity.FATAL, str(error))
