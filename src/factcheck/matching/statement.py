"""Read a plain statement without figures into subject, property and value: 甲的乙是丙, 甲由丙执导, 甲位于丙.

Only the shapes that curators write are read; a statement of another shape keeps its words and no value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_person
from factcheck.text.lexicon import rows
from factcheck.text.pattern import pattern
from factcheck.text.tokens import tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Collection

_AGENT = pattern(r"^(?P<subject>.{2,40}?),?由(?P<rest>.{4,60})$")
_JOINTLY = pattern(r"(?:联合|共同|负责|牵头|独家|在[^\W\d_a-zA-Z]{2,10})+$")
_PLACE = pattern(
    r"^(?P<subject>.{2,40}?)(?P<property>位于|坐落于|坐落在|落户|来自)(?P<value>[^\W\d_a-zA-Z]{2,20})$"
)
_VENUE = pattern(
    r"^(?P<subject>.{2,40}?)(?:于[^在]{2,16})?在(?P<value>[^\W\d_a-zA-Z]{2,20})(?P<property>举行|举办|召开|开幕|闭幕|启动|成立)$"
)
_COPULA = pattern(r"^(?P<left>.{2,40}?)(?:依次|分别)?(?P<copula>是|为|叫|名叫|名为)(?P<right>.{1,60})$")
_LEADING_TIME = pattern(r"^(?:截至)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[末底初])?,?")
_QUOTED = pattern(r"《[^《》]+》|“[^“”]+”")
_LIST = pattern(r"、|以及|(?<=》)(?=《)")
_AND = pattern(r"(?<!参)[和与及]")
_FIGURE = pattern(r"\d[\d.,]*(?:[%‰]|[万亿]|元|个|人|件|$)")
_OPEN = pattern(r"等(?:[一二三四五六七八九十\d]*[个种类项]?[^\W\d_a-zA-Z]{0,6})?$")
_ORDERED = pattern(r"依次|先后|前[一二三四五六七八九十\d]+[名位]")
_NOT_A_VALUE = pattern(r"[,;:]|的是$|了$")


@dataclass(frozen=True, slots=True)
class Statement:
    """The parts of a statement, as written."""

    subject: str
    property: str
    value: tuple[str, ...]
    ordered: bool
    open: bool


def read_statement(folded: str) -> Statement | None:
    """The parts of a folded statement of one clause, or ``None`` where it has none of the known shapes."""
    text = _LEADING_TIME.sub("", folded.strip().rstrip("。.!")).strip()
    for shape in (_PLACE, _VENUE):
        match = shape.match(text)
        if match is not None:
            return _statement(match["subject"], match["property"], match["value"], text)
    match = _AGENT.match(text)
    if match is not None:
        return _agent(match["subject"], match["rest"], text)
    match = _COPULA.match(text)
    if match is None or _NOT_A_VALUE.search(match["right"]) or "不" in match["left"][-1:]:
        return None
    left, right = match["left"], match["right"]
    post = _titled(right)
    if post and _is_name(left):
        return _statement(left, "职务", right, text)
    subject, name = _split(left)
    return _statement(subject, name, right, text) if name else None


def _agent(subject: str, rest: str, text: str) -> Statement | None:
    """甲由丙执导: the last word is what was done, the rest who did it."""
    pieces = tokenize(rest)
    if len(pieces) < 2 or not word_class(pieces[-1]).startswith("v"):
        return None
    return _statement(subject, pieces[-1], _JOINTLY.sub("", "".join(pieces[:-1])), text)


def subject_names(subject: str) -> tuple[str, ...]:
    """The names in a subject as written: the title it quotes, or what its last 的 leads to, or the whole."""
    quoted = tuple(match.group()[1:-1] for match in _QUOTED.finditer(subject))
    return quoted or (subject.rpartition("的")[2],)


def _statement(subject: str, name: str, value: str, text: str) -> Statement | None:
    members, is_open = _members(value)
    if any(_FIGURE.search(member) for member in members):
        return None  # a figure's statement is read as one
    return Statement(subject.strip("的 ,"), name, members, _ORDERED.search(text) is not None, is_open)


def _members(value: str) -> tuple[tuple[str, ...], bool]:
    """The members of a list, or the one term; and whether the list is left open by 等."""
    is_open = "、" in value and _OPEN.search(value) is not None
    if is_open:
        value = _OPEN.sub("", value)
    if _LIST.search(value):
        pieces = [piece for part in _LIST.split(value) for piece in _AND.split(part)]
    else:
        halves = _AND.split(value)
        pieces = halves if len(halves) == 2 and all(2 <= len(half) <= 12 for half in halves) else [value]
    return tuple(piece.strip() for piece in pieces if piece.strip()), is_open


def _split(left: str) -> tuple[str, str]:
    """甲的乙 into 甲 and 乙; without 的, the last noun is the property (禾砚智能董事长)."""
    if "的" in left:
        subject, _, name = left.rpartition("的")
        return subject, name
    pieces = tokenize(left)
    taken = 1
    if len(pieces) > 2 and len(pieces[-1]) == 1:
        taken = 2
    name = "".join(pieces[-taken:])
    noun = word_class(pieces[-1])[0] in "nvxl"
    return ("".join(pieces[:-taken]), name) if noun and len(pieces) > taken else ("", "")


def _titled(value: str) -> bool:
    return _ends(value, {row[0] for row in rows("factcheck.text", "titles.tsv")})


def _ends(value: str, titles: Collection[str]) -> bool:
    return any(value.endswith(title) for title in titles)


def _is_name(left: str) -> bool:
    """Whether what stands before 是 names a person, with or without what is told of him (通报情况的陆怀远)."""
    return is_person(left.rpartition("的")[2])
