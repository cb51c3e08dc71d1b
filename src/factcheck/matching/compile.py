"""Make claims ready for comparison, curated parts first.

A claim whose parts the curator left out is read from its statement by the code that reads drafts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.assertion.figures import BETWEEN, IN_CLAUSE, IN_SENTENCE, UNIT_WEIGHT, read_assertions
from factcheck.assertion.modality import read_negations, stretches
from factcheck.assertion.names import (
    Mention,
    NameIndex,
    bare,
    is_container,
    is_organization,
    is_person,
    is_place,
    is_post,
    place_stem,
    title_of,
)
from factcheck.assertion.period import from_quantity, parse_iso, read_period
from factcheck.assertion.reading import Text, is_figure, part_terms
from factcheck.assertion.terms import is_proper
from factcheck.matching.facts import Fact, Said, TermValue, at_once
from factcheck.matching.regions import region_words
from factcheck.matching.vocabulary import Vocabulary
from factcheck.quantity import extract_quantities
from factcheck.quantity.model import Kind, Quantity
from factcheck.text.fold import fold
from factcheck.text.tokens import is_word, tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.period import Period
    from factcheck.assertion.reading import Clause
    from factcheck.claims.model import Claim, ClaimBank
    from factcheck.matching.facts import Value, Words

_ONES = frozenset({"nr", "ns", "nt", "nz", "x"})  # word classes
_ADVERBS = frozenset({"d", "t", "ad"})
_LOCAL = re.compile(r"[^\W\d_]{2,5}?(?=[省市县][^\W\d_]{2})")
STATEMENT_ONLY = 0.6  # a word of the statement that is in none of the curated parts explains that much


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
    return {name: canonical for name, canonical in table.items() if len(name) >= 2}


def _subject_told(claim: Claim) -> tuple[str, ...]:
    """The subject of a plain statement without parts."""
    from factcheck.matching.statement import read_statement, subject_names  # noqa: PLC0415  as below

    told = None if claim.value else read_statement(fold(claim.statement))
    return subject_names(told.subject) if told else ()


@lru_cache(maxsize=65536)
def strip_name(name: str) -> str:
    """A name folded, without quotation marks."""
    return bare(fold(name))


class Compiler:
    """Turns the claims of one bank into facts."""

    def __init__(self, bank: ClaimBank, names: NameIndex) -> None:
        self._names = names
        self._canonical = name_table(bank)
        self._spellings: dict[str, list[str]] = {}
        self._leading = frozenset(strip_name(claim.subject[0]) for claim in bank.claims if claim.subject)
        self._proper: dict[str, tuple[str, ...]] = {}  # of each source, the names that claims on it open with
        for claim in bank.claims:
            first = strip_name(claim.subject[0]) if claim.subject else ""
            if len(first) > 1 and _names_one(first):
                self._proper[claim.source.id] = (*self._proper.get(claim.source.id, ()), first)
        self._parts: dict[str, Words] = {}  # read once: claims share their subjects' names
        for name, canonical in self._canonical.items():
            self._spellings.setdefault(canonical, []).append(name)

    def compile(self, claim: Claim, number: int) -> list[Fact]:
        """The facts of a claim, numbered from ``number``: one, or one for each figure of a bare statement."""
        read = cache(lambda: Text(claim.statement, self._names, claim.source.published))
        if claim.value:
            return [self._curated(claim, read, number)]
        return self._from_statement(claim, read, number) or [self._worded(claim, read, number)]

    def _curated(self, claim: Claim, read: Callable[[], Text], number: int) -> Fact:
        fact = replace(self._bare(claim, read, number), value=self._value(claim), curated=True)
        denied = self._denied(fact.value)
        if not denied:
            return fact
        # The value is the statement itself: 不收礼金. One word of it (礼金) says nothing of the sort.
        properties = (denied, *(words for words in fact.properties if sum(w for _, w in words) > 1.0))
        return replace(fact, value=None, properties=properties)

    def _denied(self, value: Value) -> Words:
        """The words of what a value denies (不收礼金, 暂不办理客运业务); none where it denies nothing."""
        if not isinstance(value, TermValue) or value.is_list:
            return ()
        term = value.members[0][0]
        negation = next(iter(read_negations(stretches(term, 0, len(term), ()))), None)
        if negation is None or any(
            word_class(word) not in _ADVERBS for word in tokenize(term[: negation.start])
        ):
            return ()
        return self._words(term[negation.end :])

    def _worded(self, claim: Claim, read: Callable[[], Text], number: int) -> Fact:
        """The fact of a statement without figures, its parts read from its shape where it has a known one."""
        from factcheck.matching.statement import read_statement, subject_names  # noqa: PLC0415  for few claims

        bare_fact = self._bare(claim, read, number)
        told = read_statement(read().folded)
        if told is None or bare_fact.value is not None:
            return bare_fact
        names = subject_names(told.subject)
        return replace(
            bare_fact,
            subjects=frozenset(map(self._name, claim.subject or names)),
            called=frozenset(map(self._name, claim.subject or names)),
            subject_words=bare_fact.subject_words or tuple(map(self._words, names)),
            properties=bare_fact.properties if claim.property else (self._words(told.property),),
            spellings=bare_fact.spellings or (told.property,),
            value=TermValue(tuple(map(self._spell, told.value)), claim.ordered or told.ordered, told.open),
            expected="、".join(told.value),
        )

    def _bare(self, claim: Claim, read: Callable[[], Text], number: int) -> Fact:
        """What the claim's own parts say; its statement is read here only for parts that are missing."""
        properties = tuple(words for name in claim.property if (words := self._words(name)))
        if not properties:
            subject_free = tuple((t.text, t.weight) for c in _clauses(read()) for t in c.terms)
            properties = (subject_free,) if subject_free else ()
        if not claim.subject:
            subjects = _leading(m for c in _clauses(read()) for m in c.mentions)
        elif any(is_proper(strip_name(name)) for name in claim.subject):
            subjects = frozenset(self._name(name) for name in claim.subject)
        else:
            subjects = frozenset()
        value: Value = None
        period = parse_iso(claim.period) if claim.period else None
        if not claim.value:
            # A date that opens the statement says when; another one may be what it tells (于2024年5月18日发布).
            dates = [q for c in _clauses(read()) for q in c.dates if q.start > 0]
            value = from_quantity(dates[0]) if len(dates) == 1 else None
            period = period or _told(read())
        return Fact(
            number=number,
            claim=claim,
            subjects=subjects,
            properties=properties,
            called=frozenset(map(self._name, claim.subject)) | subjects,
            subject_words=tuple(words for name in claim.subject if (words := self._words(name))),
            context=(),
            spellings=tuple(fold(name) for name in claim.property),
            text="\n".join(map(fold, (claim.statement, *_parts(claim)))),
            scope=tuple(strip_name(name) for name in claim.scope),
            value=value,
            expected=claim.value if isinstance(claim.value, str) else "、".join(claim.value),
            period=period,
            said=cache(lambda: self._said(claim, read())),
            curated=False,
            anchors=self._anchors(claim),
        )

    def _anchors(self, claim: Claim) -> tuple[str, ...]:
        """What a text on the claim's subject names, where one of the subject's names is loose (学校, 新闻发布会)."""
        names = tuple(map(strip_name, claim.subject))
        loose = {name for name in names[1:] if name not in self._leading and _is_loose(name)}
        if not loose:
            return ()
        others = (name for name in names if name not in loose)
        anchors = (*others, *self._proper.get(claim.source.id, ()))
        return tuple(dict.fromkeys(place_stem(name) if is_place(name) else name for name in anchors))

    def _said(self, claim: Claim, text: Text) -> Said:
        """What the statement says beside that."""
        clauses, parts = _clauses(text), _parts(claim)
        mentions = [m for c in clauses for m in c.mentions]
        vocabulary = {t.text: STATEMENT_ONLY if claim.property else 1.0 for c in clauses for t in c.terms}
        for part in parts:
            for word, _ in self._words(part):
                vocabulary[word] = 1.0
        return Said(
            vocabulary=Vocabulary(vocabulary),
            names=frozenset(m.name for m in mentions)
            | frozenset(self._name(name) for part in (claim.subject, claim.scope) for name in part)
            | frozenset(m.name for part in parts for m in self._names.find(fold(part))),
            told=_told(text) if claim.period else None,
            negated=any(c.negations for c in clauses),
            modality=next((c.modality.kind for c in clauses if c.modality.kind), ""),
            placed=any(is_place(m.text) and m.text not in region_words("national") for m in mentions)
            or any(w in text.folded for w in region_words("national")),
        )

    def _from_statement(self, claim: Claim, read: Callable[[], Text], number: int) -> list[Fact]:
        facts: list[Fact] = []
        text = read()
        for sentence in range(len(text.sentences)):
            for assertion in read_assertions(text, sentence):
                bare = self._bare(claim, read, number + len(facts))
                words, around = fact_words(assertion)
                named = {word for name in bare.subjects for word, _ in self._words(name)}
                words = tuple((w, n) for w, n in words if w not in named) or words
                facts.append(
                    replace(
                        bare,
                        properties=bare.properties if claim.property else (words,),
                        context=around,
                        value=assertion.figure,
                        expected=assertion.figure.text,
                        period=bare.period or read_period(text.folded, assertion.clause.dates),
                        said=at_once(replace(bare.said(), modality=assertion.clause.modality.kind)),
                    )
                )
        return facts

    def _words(self, part: str) -> Words:
        """The words of one part, read as a draft's are."""
        known = self._parts.get(part)
        if known is None:
            terms = part_terms(fold(part), self._names)
            known = self._parts[part] = tuple((t.text, t.weight) for t in terms)
        return known

    def _name(self, name: str) -> str:
        stripped = strip_name(name)
        return self._canonical.get(stripped, stripped)

    def _value(self, claim: Claim) -> Value:
        if not isinstance(claim.value, str):
            return TermValue(_elided(tuple(map(self._spell, claim.value))), claim.ordered, claim.open)
        value = fold(claim.value)
        try:
            return parse_iso(value)
        except ValueError:
            pass
        quantities = extract_quantities(value, reference=claim.source.published, folded=True)
        figures = [q for q in quantities if is_figure(q) or q.kind is Kind.ORDINAL]
        if len(figures) == 1 and _covers(figures[0], value):
            return figures[0]
        dates = [q for q in quantities if q.kind is Kind.DATE]
        if len(dates) == 1 and _covers(dates[0], value):
            return from_quantity(dates[0])
        return TermValue((self._spell(claim.value),), claim.ordered, claim.open)

    def _spell(self, term: str) -> tuple[str, ...]:
        """A term and its other spellings, by the alias table or by leaving out what kind of place it is."""
        written = fold(term).strip("《》“”\"' 。")
        name = strip_name(term)
        canonical = self._canonical.get(name, name)
        spellings = [written, name, *self._spellings.get(canonical, ()), place_stem(written)]
        pieces = tokenize(written)
        if len(pieces) > 1 and all(map(is_place, pieces)):
            spellings += [pieces[-1], place_stem(pieces[-1])]  # 安徽合肥: 合肥 alone says it
        if is_post(written) and "、" in written:
            spellings += _posts(written)
        local = _LOCAL.match(written)
        if local and is_organization(written):
            spellings.append(written[local.end() :])  # 省卫生健康委 for 某某省卫生健康委
        return tuple(dict.fromkeys(spellings))


def _names_one(name: str) -> bool:
    """Whether a name has a person, a place, a body or a word that no dictionary knows in it."""
    if is_word(name):
        return False
    return is_person(name) or any(
        word_class(piece)[:2] in _ONES for piece in tokenize(name) if len(piece) > 1
    )


def _is_loose(name: str) -> bool:
    """Whether a name is a common noun that stands for many things: 学校, 帐篷, 新闻发布会."""
    pieces = tokenize(name)
    common = is_word(name) and word_class(name) in {"n", "vn", "l"}
    return common or (is_container(name) and len(pieces) <= 2 and all(map(is_word, pieces)))


def _elided(members: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The members of a list, each also without the head that all share (流量、电商 for 流量扶贫、电商扶贫)."""
    names = [member[0] for member in members]
    shortest = min(names, key=len)
    head = next(
        (end for n in range(len(shortest)) if all(x.endswith(end := shortest[n:]) for x in names)), ""
    )
    if len(names) < 2 or len(head) < 2 or len(shortest) < len(head) + 2:
        return members
    return tuple((*member, member[0].removesuffix(head)) for member in members)


def _posts(written: str) -> list[str]:
    """Each of several posts at one body (某集团党委书记、董事长), with and without the body's name."""
    first, *others = written.split("、")
    title = title_of(first)
    return [first, *(first.removesuffix(title) + other for other in others)]


def _clauses(text: Text) -> list[Clause]:
    return [clause for sentence in range(len(text.sentences)) for clause in text.clauses(sentence)]


def _told(text: Text) -> Period | None:
    """The window that a statement states first."""
    return next((p for c in _clauses(text) if (p := read_period(text.folded, c.dates))), None)


def _parts(claim: Claim) -> tuple[str, ...]:
    """All that the curator wrote beside the statement."""
    values = (claim.value,) if isinstance(claim.value, str) else claim.value
    return (*claim.property, *claim.scope, *claim.subject, *values)


def fact_words(assertion: Assertion) -> tuple[Words, Words]:
    """What a statement's figure measures: the words beside it, or in its clause; and those farther off."""
    for least in (BETWEEN, IN_SENTENCE, 0.0):
        near = tuple(
            (t.text, t.weight)
            for t, n in assertion.words
            if n >= least and (least < BETWEEN or n != IN_CLAUSE)
        )
        if sum(weight for _, weight in near) > UNIT_WEIGHT:
            break
    own = {word for word, _ in near}
    return near, tuple((t.text, t.weight * n) for t, n in assertion.words if t.text not in own)


def _covers(quantity: Quantity, value: str) -> bool:
    """Whether the quantity is all that the value says, but for a noun after it (12种特产)."""
    return quantity.start <= 1 and len(value) - quantity.end <= 6


def _leading(mentions: Iterable[Mention]) -> frozenset[str]:
    """The name a statement opens with: what it speaks of when no subject was given."""
    for mention in mentions:
        named = mention.kind in {"organization", "title", "person"} or (
            mention.kind == "known" and is_proper(mention.name)
        )
        if named and not is_container(mention.name):
            return frozenset({mention.name})
    return frozenset()
