"""By which names a sentence tells whose figure it gives: a sentence with other names tells of another matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import SAYING, bare
from factcheck.matching.regions import region_words
from factcheck.text.tokens import is_word, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text

_NAMES = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz"})
_POINTING = frozenset("该此这那其本当同各每首全整单双新旧")  # what begins so is no name: 该片, 当季, 各县
_REGIONS = ("regional", "elsewhere")
_COUNTRY = "全国"


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
        if other is not clause and other.terms and other.terms[-1].text in SAYING:
            continue  # 某局局长某某介绍
        if found := tuple(dict.fromkeys(_names(text, other, before))):
            return found
    return ()


def placing(text: Text, clause: Clause) -> tuple[str, ...]:
    """The places that the sentence before names, of the same paragraph, for a sentence that names none."""
    number = clause.sentence - 1
    if any(m.kind == "place" for c in text.clauses(clause.sentence) for m in c.mentions) or number < 0:
        return ()
    if text.sentences[number][0] != clause.paragraph:
        return ()
    return tuple(m.name for c in text.clauses(number) for m in c.mentions if m.kind == "place")


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
    if _known(mine) > _known(matter.names) > set():
        return False  # which of the two is meant nobody knows
    near = text.folded[text.paragraphs[clause.paragraph].start : clause.end]
    named = all(
        name.text[: 2 if name.kind == "word" else None] in near
        or (name.text in matter.about and name.text in text.folded)
        for name in matter.names
        if name.kind != "region" and not (sure and name.kind == "word")
    )
    return named and all(place in text.folded for place in matter.places)


def _known(names: Sequence[Name]) -> set[str]:
    """Names of works, bodies and people, as the article or a quotation gives them."""
    return {name.text for name in names if name.kind in {"known", "title"}}


def _names(text: Text, clause: Clause, before: int) -> Iterator[Name]:
    mentions = [m for m in clause.mentions if m.end <= before]
    yield from (Name(bare(m.text), m.kind) for m in mentions)
    places = [place for place in _words(clause) if place[1] <= before]
    for number, (start, end, _) in enumerate(places):
        if any(m.start <= start < m.end for m in mentions):
            continue
        written = text.folded[start:end]
        if written == _COUNTRY or any(written in region_words(kind) for kind in _REGIONS):
            yield Name(written, "region")
            continue
        following = next(iter(places[number + 1 :]), None)
        led = following is not None and following[0] == end and following[2]
        named = word_class(written) in _NAMES if is_word(written) else led and written[0] not in _POINTING
        if len(written) > 1 and named:
            yield Name(written, "word")


def _words(clause: Clause) -> Iterator[tuple[int, int, bool]]:
    """The places of the words, and whether each names things; single characters side by side are one (酉 水)."""
    start = end = -1
    for term in clause.terms:
        single = term.end - term.start == 1
        if single and term.start == end:
            end = term.end
            continue
        if end > start + 1:
            yield start, end, False
        start, end = (term.start, term.end) if single else (-1, -1)
        if not single:
            yield term.start, term.end, term.naming
    if end > start + 1:
        yield start, end, False
