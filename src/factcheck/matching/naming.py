"""The names that the claims of a bank go by: which are one, which are loose, how a term may be spelled."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.assertion.names import (
    QUOTED,
    bare,
    is_container,
    is_organization,
    is_person,
    is_place,
    is_post,
    place_stem,
    title_of,
)
from factcheck.assertion.terms import is_proper
from factcheck.text.fold import fold
from factcheck.text.pattern import pattern
from factcheck.text.tokens import is_word, may_be, tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.claims.model import Claim, ClaimBank

_ONES = ("nr", "ns", "nt", "nz", "x")  # word classes
_TEAMS = ("队", "选手", "运动员", "健儿", "军团", "代表队", "体育健儿")
_LOCAL = pattern(r"[^\W\d_]{2,5}?(?=[省市县][^\W\d_]{2})")


def name_table(bank: ClaimBank) -> dict[str, str]:
    """Every name that the claims give as a subject or alias, or a person whom they tell of, folded → canonical.

    Two names of one claim's subject are one name when one holds the other (快手福苗计划, 福苗计划); else each
    stands for itself, and the claim may be about either (盖宝村, 吴玉圣).
    """
    table: dict[str, str] = {}
    for canonical, others in bank.aliases.items():
        for name in (canonical, *others):
            table[strip_name(name)] = strip_name(canonical)
    for claim in bank.claims:
        names = [strip_name(name) for name in claim.subject or _subject_told(claim)]
        for name in names:
            same = next((other for other in names if other in name or name in other), name)
            table.setdefault(name, table.get(same, same))
    for claim in bank.claims:
        for value in (claim.value,) if isinstance(claim.value, str) else claim.value:
            if is_person(value) and not is_word(value):
                table.setdefault(value, value)
    table = {_between(name): canonical for name, canonical in table.items()} | table
    for name, canonical in [*table.items()]:
        for other in _same_team(name):
            table.setdefault(other, canonical)
    loosened = {_loosened(name): canonical for name, canonical in table.items() if not is_proper(name)}
    return {
        name: canonical
        for name, canonical in {**loosened, **table}.items()
        if len(name) >= 2 and name != "的"
    }


def _same_team(name: str) -> tuple[str, ...]:
    """What else a country's delegation is called (中国选手 for 中国体育代表团)."""
    country = name.removesuffix("代表团").removesuffix("体育")
    sent = name.endswith("代表团") and is_place(country)
    return tuple(country + team for team in _TEAMS) if sent else ()


def _between(name: str) -> str:
    """A name of what lies between two places, as it is said (深圳到中山 for 深圳至中山)."""
    start, to, end = name.partition("至")
    places = to and any(is_place(start[-n:]) for n in (2, 3)) and any(is_place(end[:n]) for n in (2, 3))
    return f"{start}到{end}" if places else name


def _loosened(name: str) -> str:
    """A common noun with 的 before its head: 贫困地区的用户."""
    pieces = tokenize(name)
    whole = len(pieces) < 2 or "的" in name or len(pieces[-1]) < 2 or not is_word(pieces[-1])
    return name if whole else "".join((*pieces[:-1], "的", pieces[-1]))


def _subject_told(claim: Claim) -> tuple[str, ...]:
    """The subject of a plain statement without parts."""
    from factcheck.matching.statement import read_statement, subject_names  # noqa: PLC0415  as below

    told = None if claim.value else read_statement(fold(claim.statement))
    return subject_names(told.subject) if told else ()


_OF_HERE = frozenset("省市县区镇村校院")  # 市人社局 is that of any town


@lru_cache(maxsize=65536)
def strip_name(name: str) -> str:
    """A name folded, without quotation marks."""
    return bare(fold(name))


def is_quoted(name: str, text: str) -> bool:
    """Whether ``text`` puts a name, or how it begins, in quotation marks (“远璟和畅”号): then it names one thing."""
    return any(strip_name(name).startswith(strip_name(found[0])) for found in QUOTED.finditer(text))


class Anchors:
    """Names that a text on a claim's matter has, where one of its subject's names is loose (学校, 新闻发布会)."""

    def __init__(self, bank: ClaimBank) -> None:
        self._leading = frozenset(strip_name(claim.subject[0]) for claim in bank.claims if claim.subject)
        self._aliases: dict[str, list[str]] = {}  # of each name, what else the one thing is called
        for name, others in bank.aliases.items():
            called = [
                other for other in map(strip_name, others) if not (_is_loose(other) or other[0] in _OF_HERE)
            ]
            self._aliases.setdefault(strip_name(name), []).extend(called)
        self._proper: dict[str, tuple[str, ...]] = {}  # of each source, the names that claims on it open with
        for claim in bank.claims:
            first = strip_name(claim.subject[0]) if claim.subject else ""
            if len(first) > 1 and _names_one(first):
                self._proper[claim.source.id] = (*self._proper.get(claim.source.id, ()), first)

    def of(self, claim: Claim) -> tuple[str, ...]:
        """The names for one claim; none where all its subject's names are its own."""
        names = tuple(map(strip_name, claim.subject))
        loose = {name for name in names[1:] if name not in self._leading and _is_loose(name)}
        if not loose:
            return ()
        others = (name for name in names if name not in loose)
        called = (*others, *self._proper.get(claim.source.id, ()))
        anchors = (*called, *(alias for name in called for alias in self._aliases.get(name, ())))
        return tuple(dict.fromkeys(place_stem(name) if is_place(name) else name for name in anchors))


def _names_one(name: str) -> bool:
    """Whether a name has a person, a place, a body or a word that no dictionary knows in it."""
    if is_word(name):
        return False
    pieces = [piece for piece in tokenize(name) if len(piece) > 1]
    return is_person(name) or any(may_be(piece, *_ONES) for piece in pieces)


def _is_loose(name: str) -> bool:
    """Whether a name is a common noun that stands for many things: 学校, 帐篷, 新闻发布会."""
    pieces = tokenize(name)
    common = is_word(name) and word_class(name) in {"n", "vn", "l"}
    return common or (is_container(name) and len(pieces) <= 2 and all(map(is_word, pieces)))


class Spellings:
    """How a claim's term may be spelled in a draft, by a bank's alias table (name → canonical) and by its kind."""

    def __init__(self, canonical: Mapping[str, str]) -> None:
        self._canonical = canonical
        self._others: dict[str, list[str]] = {}
        for name, same in canonical.items():
            self._others.setdefault(same, []).append(name)

    def of(self, term: str) -> tuple[str, ...]:
        """A term and its other spellings, by the alias table or by leaving out what kind of place it is."""
        written = fold(term).strip("《》“”\"' 。")
        name = strip_name(term)
        canonical = self._canonical.get(name, name)
        spellings = [written, name, *self._others.get(canonical, ()), place_stem(written)]
        pieces = tokenize(written)
        if len(pieces) > 1 and all(map(is_place, pieces)):
            spellings += [pieces[-1], place_stem(pieces[-1])]  # 安徽合肥: 合肥 alone says it
        if is_post(written) and "、" in written:
            spellings += _posts(written)
        local = _LOCAL.match(written)
        if local and is_organization(written):
            spellings.append(written[local.end() :])  # 省卫生健康委 for 某某省卫生健康委
        return tuple(dict.fromkeys(spellings))

    def of_list(self, terms: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """The members of a list, each also without the head that all share (流量、电商 for 流量扶贫、电商扶贫)."""
        members = tuple(map(self.of, terms))
        names = [member[0] for member in members]
        shortest = min(names, key=len, default="")
        head = next(
            (end for n in range(len(shortest)) if all(x.endswith(end := shortest[n:]) for x in names)), ""
        )
        if len(names) < 2 or not head or len(shortest) < len(head) + 2:
            return members
        return tuple((*member, member[0].removesuffix(head)) for member in members)


def _posts(written: str) -> list[str]:
    """Each of several posts at one body (某集团党委书记、董事长), with and without the body's name."""
    first, *others = written.split("、")
    title = title_of(first)
    return [first, *(first.removesuffix(title) + other for other in others)]
