"""By which names a sentence tells whose figure it gives: a sentence with other names tells of another matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import SAYING, bare, is_place, place_stem
from factcheck.assertion.terms import is_body
from factcheck.matching.regions import region_words
from factcheck.text.pattern import pattern
from factcheck.text.tokens import is_word, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text

_NAMES = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz"})
_REGIONS = ("regional", "elsewhere")
_COUNTRY = "全国"
_PHASE = pattern(r"[一二三四五六1-6]期(?!间)")
_SAYING = tuple(SAYING)


class Name(NamedTuple):
    """A name as written, and its kind: that of its mention, ``region`` (全市), or ``word`` of any other."""

    text: str
    kind: str


class Matter(NamedTuple):
    """Whose figure a sentence of an article gives."""

    names: tuple[Name, ...] = ()  # the nearest before the figure
    places: tuple[str, ...] = ()  # what the sentence before names, where this one names no place
    about: str = ""  # the article's headline and how it begins


def naming(text: Text, clause: Clause, before: int) -> tuple[Name, ...]:
    """The names nearest before a place: those of the clause, or of the last one of its sentence that has any."""
    siblings = text.clauses(clause.sentence)
    for other in reversed(siblings[: siblings.index(clause) + 1]):
        if other is not clause and says(text, other):
            continue
        found = tuple(dict.fromkeys(_names(text, other, before)))
        if found and (other is clause or not all(map(_is_kind_of_thing, found))):
            return found
    return ()


def _is_kind_of_thing(name: Name) -> bool:
    """Whether a word with a name in it tells what something is, and of nobody else what follows (锂离子电池)."""
    return name.kind == "word" and word_class(name.text) == "nz"


def says(text: Text, clause: Clause) -> bool:
    """Whether the clause only tells who says what follows (某局局长某某介绍)."""
    return text.folded.endswith(_SAYING, clause.start, clause.end)


def placing(text: Text, clause: Clause) -> tuple[str, ...]:
    """The places that clauses of the sentence before open with, of the same paragraph, for one that names none."""
    number = clause.sentence - 1
    if any(m.kind == "place" for c in text.clauses(clause.sentence) for m in c.mentions) or number < 0:
        return ()
    if text.sentences[number][0] != clause.paragraph:
        return ()
    return tuple(
        m.name for c in text.clauses(number) for m in c.mentions if m.kind == "place" and m.start == c.start
    )


def is_same_matter(text: Text, clause: Clause, before: int, told: str, matter: Matter, *, sure: bool) -> bool:
    """Whether what ``clause`` tells before a place names nobody but whom a sentence of an article tells of.

    Nor may it leave out whom that sentence names: beside it, in its paragraph, or, where the whole article is
    about that, anywhere. ``told`` is the article's sentence. Where the figure's own words leave no doubt (``sure``),
    words that only look like names may be missing.
    """
    mine = naming(text, clause, before)
    if any(name.text not in told and name.text not in matter.about for name in mine if name.kind != "region"):
        return False
    regions = {name.text for name in mine if name.kind == "region"}
    theirs = {name.text for name in matter.names if name.kind == "region"}
    if (regions and theirs and regions.isdisjoint(theirs)) or (_COUNTRY in regions ^ theirs):
        return False
    here, there = known_names(mine), known_names(matter.names)
    if here > there > set() or (here and there and here.isdisjoint(there)):
        return False  # another one, or nobody knows which
    near = text.folded[text.paragraphs[clause.paragraph].start : clause.end]
    sentence = text.folded[text.sentences[clause.sentence][1].start : before]
    if not _is_same_phase(sentence, near, told, matter.about):
        return False
    named = all(
        (place_stem(name.text) if name.kind == "place" else name.text[: 2 if name.kind == "word" else None])
        in near
        or (name.text in matter.about and name.text in text.folded)
        for name in matter.names
        if name.kind != "region" and not (sure and name.kind == "word")
    )
    return named and all(place in text.folded for place in matter.places)


def _is_same_phase(said: str, near: str, told: str, about: str) -> bool:
    """Whether both tell of one phase (二期), as far as they tell of any."""
    mine, theirs = set(_PHASE.findall(said)), set(_PHASE.findall(told))
    if mine and theirs:
        return not mine.isdisjoint(theirs)
    return all(phase in about for phase in mine) and all(p in near or p in about for p in theirs)


def known_names(names: Sequence[Name]) -> set[str]:
    """Names of works, bodies and people, as the article or a quotation gives them."""
    return {name.text for name in names if name.kind in {"known", "title"}}


def _names(text: Text, clause: Clause, before: int) -> Iterator[Name]:
    mentions = [m for m in clause.mentions if m.end <= before]
    yield from (Name(bare(m.text), m.kind) for m in mentions)
    places = [place for place in _words(clause) if place[1] <= before]
    for number, (start, end) in enumerate(places):
        if any(m.start <= start < m.end for m in mentions):
            continue
        written = text.folded[start:end]
        if written == _COUNTRY or any(written in region_words(kind) for kind in _REGIONS):
            yield Name(written, "region")
            continue
        following = next(iter(places[number + 1 :]), None)
        head = text.folded[following[0] : following[1]] if following and following[0] == end else ""
        if len(written) > 1 and (_is_name(written) if is_word(written) else _is_kind(head)):
            yield Name(written, "word")


def _is_name(word: str) -> bool:
    """Whether a word of the dictionary names one thing: its classes tell, but of places only those that are some."""
    sort = word_class(word)
    return is_place(word) if sort == "ns" else sort in _NAMES


def _is_kind(word: str) -> bool:
    """Whether a word says what kind of thing a name before it names: 科技, 大学, 大桥."""
    return is_body(word) or word_class(word) in _NAMES


def _words(clause: Clause) -> Iterator[tuple[int, int]]:
    """The places of the words; single characters side by side are one that was cut (酉 水)."""
    start = end = -1
    for term in clause.terms:
        single = term.end - term.start == 1
        if single and term.start == end:
            end = term.end
            continue
        if end > start + 1:
            yield start, end
        start, end = (term.start, term.end) if single else (-1, -1)
        if not single:
            yield term.start, term.end
    if end > start + 1:
        yield start, end
