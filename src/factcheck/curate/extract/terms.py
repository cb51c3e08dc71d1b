"""Terms and lists of an article: what something consists of, what is made, sold, learnt, taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.curate.extract.phrases import Enumeration, Phrase, Token, enumerations, phrases, read_tokens
from factcheck.curate.extract.proposal import Proposal
from factcheck.curate.extract.surroundings import iso
from factcheck.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.surroundings import Surroundings

_RANKED = ("分别", "依次")
_COPULAS = frozenset({"是", "为", "包括", "包含", "有", "涵盖", "不乏", "还有"})
_SHORTEST, _LONGEST = 2, 16


def proposals(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """Lists, and the nouns that a verb of the clause is about."""
    tokens = read_tokens(text, clause)
    light = words("factcheck.curate.extract", "light.txt")
    generic = words("factcheck.assertion", "generic.txt")
    covered: list[tuple[int, int]] = []
    for found in enumerations(tokens, text.folded):
        covered.append((found.members[0].start, found.members[-1].end))
        proposal = _list(text, around, clause, tokens, found)
        if clause.modality.bears_on(proposal.start):
            continue
        if proposal.properties or proposal.open or _all_names(clause, found):
            yield proposal
    for phrase in phrases(tokens, text.folded):
        if any(start <= phrase.start < end for start, end in covered):
            continue
        if clause.modality.bears_on(phrase.start):
            continue
        verb = _verb(tokens, phrase.before)
        if verb is None or verb.text in light or not _SHORTEST <= len(phrase.text) <= _LONGEST:
            continue
        if any(m.start <= phrase.start and phrase.end <= m.end for m in clause.mentions):
            continue
        following = tokens[phrase.after].kind if phrase.after < len(tokens) else ""
        relative = following == "O" and tokens[phrase.before] is verb and verb.start == clause.start
        if following in {"S", "E"} or (following == "O" and not relative and not _plain_verb(tokens, phrase)):
            continue
        counted = phrase.before >= 0 and tokens[phrase.before].kind == "Q"  # told with the figure
        if phrase.text in generic or counted:
            continue
        subject, sure = around.subject(clause, phrase.start)
        period, when = around.period(clause, phrase.start)
        yield Proposal(
            start=phrase.start,
            value=text.raw[phrase.start : phrase.end].strip("“”‘’\"'《》 "),
            quote=text.raw[verb.start : phrase.end][:14].strip(" ，,"),
            subject=subject,
            properties=(verb.text,),
            period=iso(period) if clause.dates else "",
            when=when if clause.dates else "",
            confidence=round(0.4 * (sure or 0.5), 2),
            doubts={"property": "补成完整的指标"},
        )


def _all_names(clause: Clause, found: Enumeration) -> bool:
    """Whether every member begins with a name: 清华大学…、中国社会科学院…."""
    return all(any(m.start == member.start for m in clause.mentions) for member in found.members)


def _plain_verb(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """学设计的毕业生: a verb right before, of one character, describes whoever follows."""
    return (
        phrase.before >= 0
        and tokens[phrase.before].kind in {"V", "W"}
        and len(tokens[phrase.before].text) == 1
    )


def _verb(tokens: Sequence[Token], before: int) -> Token | None:
    """The verb that the phrase behind token ``before`` is the object of; modifiers stand between."""
    at = before
    while at >= 0 and tokens[at].kind in {"X", "O", "A", "N", "Q", "S"}:
        if tokens[at].text in {",", "，"}:
            return None
        at -= 1
    return tokens[at] if at >= 0 and tokens[at].kind in {"V", "W"} else None


def _list(
    text: Text, around: Surroundings, clause: Clause, tokens: Sequence[Token], found: Enumeration
) -> Proposal:
    first = found.members[0]
    subject, sure = around.subject(clause, first.start)
    period, when = around.period(clause, first.start)
    names = [found.head] if found.head else []
    front = tokens[found.before] if found.before >= 0 else None
    if front is not None and (front.text in _COPULAS or front.kind in {"V", "W"}):
        before = text.folded[clause.start : front.start].rpartition(subject)[2] if subject else ""
        before = before.strip(" 的“”") or text.folded[clause.start : front.start]
        for word in (*_RANKED, *_COPULAS):
            before = before.removesuffix(word)
        names += [before.strip()[-14:] if front.text in _COPULAS else front.text]
    members = tuple(dict.fromkeys(text.raw[m.start : m.end].strip("“”‘’\"'《》 ") for m in found.members))
    ordered = any(word in text.folded[clause.start : first.start] for word in _RANKED) and len(members) > 1
    doubts = {"ordered": "次序有没有意义"} if ordered else {}
    if not names:
        doubts["property"] = "没有读出是什么的名单"
    return Proposal(
        start=first.start,
        value=members if len(members) > 1 else members[0],
        quote=text.raw[first.start : found.members[-1].end][:12].strip(" 、"),
        subject=subject,
        properties=tuple(name for name in names if name),
        scope=around.scope(clause, first.start),
        period=iso(period) if clause.dates else "",
        when=when if clause.dates else "",
        open=found.open and len(members) > 1,
        ordered=ordered,
        confidence=round(0.7 * (sure or 0.5), 2),
        doubts=doubts,
    )
