"""Whom a clause speaks of: a name, what it tells was launched, or a group of people (贫困地区用户)."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_person
from factcheck.curate.extract.phrases import read_tokens
from factcheck.text.lexicon import rows, words
from factcheck.text.tokens import is_word, may_be, word_class

if TYPE_CHECKING:
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.phrases import Token

_PACKAGE = "factcheck.curate.extract"
_TOGETHER = "合作方"  # a verb that only tells with whom
_LONGEST = 8  # characters of a noun phrase that may be a subject
_SITES = ("遗址", "墓地", "机场", "车站", "景区")
_EVERYWHERE = frozenset({"全国", "中国", "我国", "全省", "全市", "全县", "全球"})
_WHOLE = re.compile(r"全([省市县区州镇乡村])")
_PLACE = re.compile(r"[一-鿿]{2,3}[省市县](?=[一-鿿])")
_REACH = 12  # characters from the verb to what is launched: 面向全国发起…
_LINKS = frozenset("达有为是占超共至约")  # 用户达3亿: the group is what is counted, not who does something


def launched(text: Text, clause: Clause, before: int) -> Mention | None:
    """The programme, event or work that somebody launches in the clause before ``before``: 快手发起“福苗计划”."""
    for mention in reversed([m for m in clause.mentions if m.end <= before and m.kind in {"known", "title"}]):
        near = text.folded[max(clause.start, mention.start - _REACH) : mention.start]
        if mention.start > clause.start and any(verb in near for verb in _launching()):
            return mention
    return None


@cache
def _launching() -> tuple[str, ...]:
    return tuple(row[0] for row in rows(_PACKAGE, "deeds.tsv") if row[1] != _TOGETHER and row[0] != "获得")


def group(text: Text, clause: Clause, before: int) -> tuple[int, str] | None:
    """Where the clause names a group which then does something, and the group: 贫困地区用户|最爱….

    A name right behind it is the one that is meant (快手用户“侗族七仙女”).
    """
    tokens = [token for token in read_tokens(text, clause) if token.end <= before]
    while tokens and not _in_phrase(tokens[0]) and tokens[0].kind in "XD":
        tokens = tokens[1:]
    end = next((n for n, token in enumerate(tokens) if not _in_phrase(token)), len(tokens))
    endings = tuple(words(_PACKAGE, "groups.txt"))
    for last in reversed(range(end)):
        start, stop = tokens[0].start, tokens[last].end
        phrase = text.folded[start:stop]
        if not phrase.endswith(endings) or (phrase in endings and phrase[-1] != "者"):
            # 公司 alone is one named before
            continue
        if not any(_does(token) for token in tokens[last + 1 :]):
            continue
        behind = (m for m in clause.mentions if stop <= m.start and m.end <= before)
        named = next((m for m in behind if not text.folded[stop : m.start].strip()), None)
        return start, spelling(named) if named else text.raw[start:stop].replace(" ", "")
    return None


def acting_place(text: Text, clause: Clause, before: int) -> tuple[int, str] | None:
    """The place at the head of a clause, where it does something: 榕江县|免费培训…."""
    place = next((m for m in clause.mentions if m.kind == "place" and m.end < before), None)
    tokens = [token for token in read_tokens(text, clause) if token.end <= before]
    while tokens and tokens[0].kind in "XD" and not word_class(tokens[0].text).startswith(("p", "r")):
        tokens = tokens[1:]
    if place is None or not tokens or tokens[0].start != place.start or place.text in _EVERYWHERE:
        return None
    later = [token for token in tokens if token.start >= place.end]
    acts = bool(later) and (later[0].kind in "VWX" or word_class(later[0].text).startswith(("v", "d", "ad")))
    return (place.start, place.text) if acts else None


def _in_phrase(token: Token) -> bool:
    return token.kind in "NASO" or word_class(token.text) == "m"  # 三四|线城市


def _does(token: Token) -> bool:
    is_verb = token.kind in "VW" or word_class(token.text).startswith("v")
    return is_verb and token.text[0] not in _LINKS


def described(text: Text, clause: Clause, after: int) -> Mention | None:
    """Whom a clause describes before it names him: 卖出上万斤苹果的…第一书记|姚晓奎."""
    people = (m for m in clause.mentions if m.start >= after and is_person(m.text) and is_name(m))
    return next((m for m in people if "的" in text.folded[after : m.start]), None)


def is_name(mention: Mention) -> bool:
    """Not a word of the dictionary that only begins like a surname: 解决, 成为."""
    return mention.kind != "person" or may_be(mention.text, "nr", "x")


def whole_of(text: Text, clause: Clause, before: int) -> str:
    """The place that the clause counts the whole of: 全省 is the province named last."""
    told = [*_WHOLE.finditer(text.folded, clause.start, before)]
    if not told:
        return ""
    earlier = (
        m
        for n in range(clause.sentence, -1, -1)
        for c in reversed(text.clauses(n))
        for m in reversed(c.mentions)
    )
    places = (m for m in earlier if m.kind == "place" and m.end <= told[-1].start())
    wholes = (m.text[: m.text.find(told[-1][1]) + 1] for m in places)  # 东屏省|青澳市
    return next((name for name in wholes if len(name) > 2), "")


def head_of_title(text: Text) -> str:
    """What the headline begins with: a name, a place, or else its first noun phrase."""
    if not text.paragraphs or not text.paragraphs[0].heading:
        return ""
    clause = text.clauses(0)[0]
    tokens = read_tokens(text, clause)
    named = list(takewhile(lambda t: t.kind in "NA" or (t.kind == "X" and not is_word(t.text)), tokens))
    phrase = text.folded[clause.start : named[-1].end] if named else ""
    quoted = next(
        (m for m in clause.mentions if m.end == clause.start + len(phrase) and m.kind in {"title", "known"}),
        None,
    )
    if quoted is not None:  # 台风“松雀”
        return spelling(quoted)
    opening = next((m for m in clause.mentions if m.start == clause.start and is_name(m)), None)
    sites = (*_SITES, *words("factcheck.text", "programme_endings.txt"))
    if opening is not None and not phrase.endswith(sites):  # 固阳遗址 is more than 固阳
        return spelling(opening)
    if place := _PLACE.match(phrase):  # 平原省|秋粮
        return place.group()
    if len(phrase) <= _LONGEST:
        return phrase
    bodies = tuple(words("factcheck.text", "org_suffixes.txt"))
    ends = (token.end for token in reversed(named))  # 云岭博物馆|新馆开馆
    return next((p for end in ends if (p := text.folded[clause.start : end]).endswith((*bodies, *sites))), "")


def spelling(mention: Mention) -> str:
    """A name as a claim gives it."""
    if mention.kind == "place":
        return mention.text
    return mention.name or unmarked(mention.text)


def unmarked(name: str) -> str:
    """A name without the marks that stand around the whole of it."""
    return name[1:-1] if name[:1] + name[-1:] in ("“”", "‘’", '""', "《》") else name
