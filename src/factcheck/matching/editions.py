"""Which edition of something a clause tells of: numbered (第八届), or by where an event is held (巴黎奥运会)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_place, place_stem
from factcheck.quantity import extract_quantities
from factcheck.quantity.model import Quantity
from factcheck.text.lexicon import words
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from factcheck.assertion.reading import Clause
    from factcheck.matching.around import Surroundings
    from factcheck.matching.facts import Fact

_NUMBERED = ("届", "次会议", "次全会")
_LAST_ONE = pattern(r"(?<![比较与同于过及])(?:上一?|往|前几|前一|下一?)届")
_LONGEST_PLACE = 6
_WHICH_EVENT = pattern(r"(?:[夏冬]季|国际)$")
_ANYWHERE = frozenset({"中国", "亚洲", "欧洲", "世界"})  # 中国车展 is no place's

Edition = tuple[str, "Decimal | str"]  # what it is one of; its number, or where it is held


class Editions:
    """Holds the editions that one text tells of against those of claims."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._folded = around.text.folded

    def is_another(self, clause: Clause, fact: Fact) -> bool:
        """Whether the clause tells of another edition than the claim (第八届 for 第九届, 北京冬奥会 for 巴黎奥运会)."""
        before = _LAST_ONE.search(self._folded, clause.start, clause.end)
        if before is not None and before[0] not in fact.text:
            return True
        said = self._said(clause)
        told = _told(fact) if said else said
        kinds = {kind for kind, _ in said} & {kind for kind, _ in told}
        if any(not {e for e in said if e[0] == kind} & told for kind in kinds):
            return True
        held, ours = _held(said), _held(told)
        return bool(held and ours) and held.isdisjoint(ours)

    def is_framed_by_another(self, clause: Clause, fact: Fact) -> bool:
        """Whether the last edition told of before the clause is not the claim's (东京奥运会上,中国代表团…)."""
        if not _told(fact) or self._tells(clause, fact):
            return False
        siblings = self._around.text.clauses(clause.sentence)
        before = siblings[: siblings.index(clause)]
        last = next((c for c in reversed(before) if self._tells(c, fact)), None)
        if last is None and not any(self._says_where(c, fact) for c in (*before, clause)):
            units = self._around.units(clause)
            far = (c for unit in units for c in reversed(unit.clauses) if c.start < clause.start)
            last = next((c for c in far if self._tells_of_event(c, fact)), None)
        return last is not None and self.is_another(last, fact)

    def _said(self, clause: Clause) -> frozenset[Edition]:
        if clause.heads.isdisjoint(edition_heads()):
            return frozenset()
        return _editions(self._folded[clause.start : clause.end])

    def _tells(self, clause: Clause, fact: Fact) -> bool:
        """Whether the clause tells of an edition of what the claim tells one of."""
        kinds = {kind for kind, _ in self._said(clause)}
        return self._tells_of_event(clause, fact) or not kinds.isdisjoint(kind for kind, _ in _told(fact))

    def _tells_of_event(self, clause: Clause, fact: Fact) -> bool:
        """Whether both tell of an event by the place where it is held."""
        return bool(_held(self._said(clause)) and _held(_told(fact)))

    def _says_where(self, clause: Clause, fact: Fact) -> bool:
        """Whether the clause names the place of the claim's event (四年前在平昌)."""
        places = (str(where) for _, where in _held(_told(fact)))
        return any(self._folded.find(where, clause.start, clause.end) >= 0 for where in places)


@cache
def edition_heads() -> frozenset[str]:
    """How the words begin that a clause about an edition has."""
    return frozenset(kind[:2] for kind in (*_NUMBERED, *words("factcheck.text", "events.txt")))


def _told(fact: Fact) -> frozenset[Edition]:
    """The editions that a claim tells of; which one it is may itself be what is claimed (大会的届次是第46届)."""
    told, value = _editions(fact.text), fact.value
    return frozenset(e for e in told if not isinstance(value, Quantity) or e[1] != value.number)


def _held(editions: frozenset[Edition]) -> frozenset[Edition]:
    """Those of the editions that are told by a place."""
    return frozenset(edition for edition in editions if isinstance(edition[1], str))


@lru_cache(maxsize=4096)
def _editions(text: str) -> frozenset[Edition]:
    return frozenset((*_numbered_in(text), *_held_in(text)))


def _numbered_in(text: str) -> Iterator[Edition]:
    """The editions that a text numbers, each with what is numbered."""
    if not any(kind in text for kind in _NUMBERED):
        return
    for quantity in extract_quantities(text, folded=True):
        for kind in _NUMBERED:
            if quantity.number is not None and text.startswith(kind, quantity.end - 1):
                yield kind, quantity.number


def _held_in(text: str) -> Iterator[Edition]:
    """The events of a text that the name of a place stands before, each with the place."""
    for event in words("factcheck.text", "events.txt"):
        at = text.find(event)
        while at >= 0:
            before = _WHICH_EVENT.sub("", text[max(0, at - _LONGEST_PLACE) : at])
            where = next((before[-n:] for n in range(2, len(before) + 1) if is_place(before[-n:])), "")
            if where and where not in _ANYWHERE:
                yield event, place_stem(where)
            at = text.find(event, at + len(event))
