"""Terms and lists of an article: what something consists of, what is made, sold, learnt, taught."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_person
from factcheck.curate.extract.phrases import (
    COPULAS,
    Enumeration,
    Phrase,
    Token,
    enumerations,
    is_preposition,
    is_relative,
    phrases,
    read_tokens,
)
from factcheck.curate.extract.proposal import Proposal
from factcheck.curate.extract.surroundings import GUESSED, iso
from factcheck.text.lexicon import rows, words
from factcheck.text.tokens import word_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.surroundings import Surroundings

_PACKAGE = "factcheck.curate.extract"
_REACHING = frozenset({"达", "达到", "超", "超过", "突破", "占", "约", "近", "逾"})
_DURATIONS = ("年", "月", "天", "日", "小时", "分钟")  # 从事农技推广十余年: no figure of what stands before
_RANKED = ("分别", "依次")
_SHORTEST, _LONGEST = 2, 16


def proposals(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """Lists, and the nouns that a verb of the clause is about."""
    tokens = read_tokens(text, clause)
    covered: list[tuple[int, int]] = []
    for found in enumerations(tokens, text.folded):
        covered.append((found.members[0].start, found.members[-1].end))
        proposal = _list(text, around, clause, tokens, found)
        if clause.modality.bears_on(proposal.start) or _accompanies(tokens, found):
            continue
        if proposal.properties or proposal.open or _all_names(clause, found):
            yield proposal
    for phrase in (_with_related(tokens, found, text.folded) for found in phrases(tokens, text.folded)):
        if any(start <= phrase.start < end for start, end in covered):
            continue
        if clause.modality.bears_on(phrase.start) or not _says_something(clause, tokens, phrase):
            continue
        verb = _verb(tokens, phrase.before)
        if verb is not None and verb.text not in words(_PACKAGE, "light.txt"):
            yield from _object(text, around, clause, verb, phrase)


def _object(
    text: Text, around: Surroundings, clause: Clause, verb: Token, phrase: Phrase
) -> Iterator[Proposal]:
    subject, sure = around.subject(clause, phrase.start)
    if not subject or sure == GUESSED:  # whom it speaks of is anybody's guess
        return
    period, when = around.period(clause, phrase.start, told=True)
    yield Proposal(
        start=phrase.start,
        value=text.raw[phrase.start : phrase.end].strip("“”‘’\"'《》 "),
        quote=text.raw[verb.start : phrase.end][:14].strip(" ，,"),
        subject=subject,
        properties=(verb.text,),
        period=iso(period),
        when=when,
        confidence=round(0.4 * sure, 2),
        doubts={"property": "补成完整的指标"},
    )


def _says_something(clause: Clause, tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun phrase may be a value: not what a figure or a list is of, not a generic or vague word."""
    if not _SHORTEST <= len(phrase.text) <= _LONGEST or is_vague(tokens, phrase):
        return False
    if word_class(tokens[phrase.before + 1].text) == "f":  # 返乡|后
        return False
    described = phrase.before >= 0 and tokens[phrase.before].kind == "O"
    if described and any(m.end == phrase.end and is_person(m.text) for m in clause.mentions):
        return False  # 学考古的讲解员李想: whom it describes
    if any(m.start <= phrase.start and phrase.end <= m.end for m in clause.mentions):
        return False
    if phrase.before >= 0 and tokens[phrase.before].kind == "Q":  # told with the figure
        return False
    rest = tokens[phrase.after :]
    following = rest[0].kind if rest else ""
    if following in {"V", "W"}:
        return False  # 打通|农产品|销售: it does something itself, or is part of what is done
    behind = next((t for t in rest if t.kind != "X"), None)
    counts = behind is not None and behind.kind == "Q" and not behind.text.endswith(_DURATIONS)
    if behind is not None and (counts or behind.text in COPULAS or behind.text in _REACHING):
        return False  # 视频总数|超29亿条, 类型分别|是…: what is counted, what is listed
    if any(m.start >= phrase.end and m.kind == "title" for m in clause.mentions) and following != "O":
        return False  # 网红打卡地“云端餐厅”: the name is the value
    verb = _verb(tokens, phrase.before)
    if (
        verb is not None
        and verb.text in words(_PACKAGE, "helping.txt")
        and (rest or any(token.kind == "V" for token in tokens[phrase.before + 1 : phrase.after]))
    ):
        return False  # 帮助|老年人学习购票, 帮助|农户…: what they then do is the fact
    relative = following == "O" and tokens[phrase.before] is verb and verb.start == clause.start
    return not (
        following in {"S", "E"} or (following == "O" and not relative and not _plain_verb(tokens, phrase))
    )


def is_vague(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a generic word, an activity, or ends in a word that tells nothing by itself."""
    head = tokens[phrase.after - 1].text
    return (
        phrase.text in words("factcheck.assertion", "generic.txt")
        or head in words(_PACKAGE, "vague.txt")
        or head in words(_PACKAGE, "nouns.txt")
    )


def _with_related(tokens: Sequence[Token], phrase: Phrase, folded: str) -> Phrase:
    """健康相关的课程: what it relates to belongs to the phrase."""
    first = phrase.before - 1
    if first < 1 or not is_relative(tokens, first):
        return phrase
    while first > 0 and tokens[first - 1].kind in {"N", "A"}:
        first -= 1
    start = tokens[first].start
    return replace(phrase, text=folded[start : phrase.end], start=start, before=first - 1)


def _accompanies(tokens: Sequence[Token], found: Enumeration) -> bool:
    """甲与乙保持…: two who do something together are no list of anything."""
    first, last = found.members[0], found.members[-1]
    joint = tokens[first.after].text in {"与", "跟"}
    return joint and last.after < len(tokens) and tokens[last.after].kind in {"V", "W"}


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
    """The verb that the phrase behind token ``before`` is the object of; modifiers stand between.

    提供了一场来自乡土的…普及: what stands before 的 only modifies, the verb before it counts.
    """
    at = before
    while at >= 0 and tokens[at].kind in {"X", "O", "A", "N", "Q", "S"}:
        if tokens[at].text in {",", "，"} or is_preposition(tokens[at]):
            return None
        at -= 1
    if at < 0 or tokens[at].kind not in {"V", "W"}:
        return None
    outer = at - 1
    if any(token.kind == "O" for token in tokens[at : before + 1]):
        while outer >= 0 and tokens[outer].kind == "X" and not is_preposition(tokens[outer]):
            outer -= 1
        if 0 <= outer < at - 1 and tokens[outer].kind in {"V", "W"}:
            return tokens[outer]
    return tokens[at]


def _list(
    text: Text, around: Surroundings, clause: Clause, tokens: Sequence[Token], found: Enumeration
) -> Proposal:
    first = found.members[0]
    subject, sure = around.subject(clause, first.start)
    period, when = around.period(clause, first.start, told=True)
    names = [found.head] if found.head else []
    front = tokens[found.before] if found.before >= 0 else None
    if front is not None and (front.text in COPULAS or front.kind in {"V", "W"}):
        before = text.folded[clause.start : front.start].rpartition(subject)[2] if subject else ""
        before = before.strip(" 的“”") or text.folded[clause.start : front.start]
        for word in (*_RANKED, *COPULAS):
            before = before.removesuffix(word)
        names += [before.strip()[-14:] if front.text in COPULAS else front.text]
    written = [text.raw[m.start : m.end] for m in found.members]
    role = next((row for row in rows(_PACKAGE, "deeds.tsv") if written[-1].endswith(row[0])), None)
    if role is not None:  # 甲、乙出品, 丙联合发布《…》: what they make is named after them
        written[-1] = written[-1].removesuffix(role[0])
        names = [role[1], role[0]]
        subject, sure = around.made(clause) or (subject, sure)
    apart = [part for one in written for part in one.split("”“")]
    members = tuple(dict.fromkeys(one.strip("“”‘’\"'《》 ") for one in apart))
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
        period=iso(period),
        when=when,
        open=found.open and len(members) > 1,
        ordered=ordered,
        confidence=round(0.7 * (sure or 0.5), 2),
        doubts=doubts,
    )
