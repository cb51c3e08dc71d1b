"""What an article says by its turn of phrase: 成为…的“新农具”, 把…当做…, 对…有…作用, 帮助…拓宽…."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.curate.extract.phrases import is_preposition, read_tokens
from factcheck.curate.extract.proposal import Proposal
from factcheck.curate.extract.subjects import unmarked
from factcheck.curate.extract.surroundings import doubt_of, iso
from factcheck.text.lexicon import rows, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.phrases import Token
    from factcheck.curate.extract.surroundings import Surroundings

_PACKAGE = "factcheck.curate.extract"
_QUOTED = re.compile(r"“([^“”\n,，。!?;]{2,12})”")
_BECOMES = re.compile(
    r"(?P<verb>成为|成了|变成|化身为?|变身为?|称为|称作|称之为|誉为|叫做|堪称|[是为])(?P<of>[^是为]{0,24}的|一[一-鿿]|)$"
)
_NO_NOUN = re.compile(r"\s*(?:$|[、和与及,，]|以及)")
_CAUSING = re.compile(r"[让使令把将](?P<who>.{2,16}?)(?:真正|逐渐|逐步|正|也|都|已|变|被)*$")
_AND = re.compile(r"\s*(?:以及|和|及|与|也是|更是|又是|还是)(?P<of>[^是为]{2,20})的$")
_ROLE = re.compile(
    r"对(?P<what>[^,，;]{2,30}?)(?:有着?|起到|起了|具有|发挥|产生)了?(?P<how>[^,，;]{0,10}的)?"
    r"(?P<value>[一-鿿]{0,4}(?:作用|影响|意义|效果))"
)
# 学设计的毕业生; not 大学的, 学习的, 学校的
_STUDIES = re.compile(
    r"(?<![大中小科文数化医哲法理工留放开上入教自])(?:学|攻读|主修)"
    r"(?!生(?![态物命])|[习校会院者历术科员位业费期年问到好过])(?P<field>[一-鿿]{2,8})的(?=(?P<who>[一-鿿]{2,10}))"
)
_END_OF_WHO = re.compile(r"和|与|一同|一起|共同|[，,]")
_TOGETHER = re.compile(
    r"(?:和|与|跟|同)(?P<whom>[^,，;和与跟同]{2,16}?)(?P<how>一同|一起|结伴)(?P<verb>[一-鿿]{2})"
)
_MAINLY = re.compile(r"(?P<what>[一-鿿]{2,16})以(?:各种|各类)?(?P<value>[^,，;以]{2,16}?)为主")
_PLAIN = re.compile(r"[一-鿿A-Za-z0-9•·+]+")
_PRONOUNS = re.compile(r"[它其他她我你]们?|这[里些个]?|那[里些个]?|自己|此处|此")
_ONE = re.compile(r"^一[座个家种条间栋片处]")
_TOWARDS = ("到", "往", "向", "进", "给", "入")
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class _Said:
    """What a construction says: where its value stands, of whom or what, how surely, and what of it."""

    span: tuple[int, int]
    subject: str
    sure: float
    names: tuple[str, ...]
    governed: bool = False  # by 把 or 将


def proposals(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """What the constructions of one clause say."""
    for reader in (_called, _taken, _effects, _studies, _companions, _mainly, _by_tokens):
        for said in reader(text, around, clause):
            if not clause.modality.bears_on(said.span[0]) or _governs(text, clause, said):
                yield _proposal(text, around, clause, said)


def _governs(text: Text, clause: Clause, said: _Said) -> bool:
    """Whether 将 is no plan but what governs the object: 将特产推广到全国, 将老宅改造成民宿."""
    marker = text.folded[clause.modality.at : clause.modality.at + 2]
    return said.governed and marker[:1] == "将" and marker != "将把"


def _proposal(text: Text, around: Surroundings, clause: Clause, said: _Said) -> Proposal:
    start, end = said.span
    value = text.raw[start:end].strip(" “”‘’\"'")
    period, when = around.period(clause, start, told=True)
    doubt = doubt_of(said.subject, said.sure)
    return Proposal(
        start=start,
        value=value,
        quote=value[:14],
        subject=said.subject,
        properties=tuple(dict.fromkeys(name.replace(" ", "") for name in said.names if name)),
        period=iso(period),
        when=when,
        confidence=round(0.6 * (said.sure or 0.4), 2),
        doubts={"subject": doubt} if doubt else {},
    )


def _called(text: Text, around: Surroundings, clause: Clause) -> Iterator[_Said]:
    """让直播成为实现振兴的“新农具”, 以及辅助治理的“新工具”: what something becomes, in quotation marks."""
    for match in _QUOTED.finditer(text.folded, clause.start, clause.end):
        before = text.folded[clause.start : match.start()].rstrip()
        if not _NO_NOUN.match(text.folded[match.end() : clause.end]):
            continue  # 是石庄村的“一肩挑”村书记
        if became := _BECOMES.search(before):
            subject, sure = _becoming(text, around, clause, clause.start + became.start())
            names: tuple[str, ...] = (became["of"].rstrip("的"), became["verb"])
        elif (also := _AND.fullmatch(before)) and (first := _called_before(text, around, clause)):
            subject, sure = first.subject, 0.8
            names = (also["of"], *first.names[-1:])
        else:
            continue
        names = tuple(name for name in names if 1 < len(name) <= _LONGEST + 4) or ("称为",)
        yield _Said(match.span(1), subject, sure, names)


def _called_before(text: Text, around: Surroundings, clause: Clause) -> _Said | None:
    earlier = [c for c in text.clauses(clause.sentence) if c.end <= clause.start]
    return next(iter(_called(text, around, earlier[-1])), None) if earlier else None


def _becoming(text: Text, around: Surroundings, clause: Clause, at: int) -> tuple[str, float]:
    """Who or what becomes something at ``at``: what is made to, what stands before it, or what is spoken of."""
    before = text.folded[clause.start : at].strip()
    caused = _CAUSING.search(before)
    words_of = caused["who"] if caused else before
    named = next((m for m in clause.mentions if m.end <= at and m.text in words_of), None)
    if named is not None:
        return named.name if named.kind == "known" else unmarked(named.text), 1.0
    if _PLAIN.fullmatch(words_of) and 2 <= len(words_of) <= 8 and not _PRONOUNS.match(words_of):
        tokens = [t for t in read_tokens(text, clause) if t.end <= at]
        if caused or all(t.kind in "NA" for t in tokens):
            return words_of, 0.8
    return around.subject(clause, at)


def _taken(text: Text, around: Surroundings, clause: Clause) -> Iterator[_Said]:
    """把这里当做第二故乡, 将老宅改造成民宿, 被评为示范村."""
    for match in _taking().finditer(text.folded, clause.start, clause.end):
        of = next(row[1] for row in rows(_PACKAGE, "becoming.tsv") if row[0] == match["verb"])
        what = (match["what"] or "").strip("“” ")
        who = match["who"] or ""
        span = match.span("value")
        if _PRONOUNS.match(match["value"]):
            span, who = match.span("who"), ""  # 当作自己的孩子
        elif who.endswith(tuple(words(_PACKAGE, "vague.txt"))) or match["value"][0] in "最更很":
            span, who = (span[0], match.end("who")), ""  # 视为自我实现的途径, 最好的课堂
        if span[0] < 0:
            continue
        if who:
            subject, sure = who, 0.8
        elif of == "of" and what and not _PRONOUNS.match(what):
            subject, sure = _ONE.sub("", what.rpartition("的")[2] or what), 0.8
        else:
            subject, sure = around.subject(clause, match.start())
        yield _Said(span, subject, sure, (match["verb"],), governed=bool(what))


@cache
def _taking() -> re.Pattern[str]:
    verbs = "|".join(sorted(words(_PACKAGE, "becoming.tsv"), key=len, reverse=True))
    return re.compile(
        rf"(?:[把将](?P<what>[^,，;]{{1,16}}?)|被[^,，;]{{0,10}}?)(?P<verb>{verbs})了?"
        r"(?P<value>[^,，;的“”\d]{2,16})(?:的(?P<who>[^,，;的“”]{2,10}))?(?!的?“)"
    )


def _effects(text: Text, around: Surroundings, clause: Clause) -> Iterator[_Said]:
    """县长直播对打通销售有积极的推动作用."""
    for match in _ROLE.finditer(text.folded, clause.start, clause.end):
        before = re.sub(r"[“”‘’\s]", "", text.folded[clause.start : match.start()])
        if 2 <= len(before) <= 10 and not _PRONOUNS.match(before):
            subject, sure = before, 0.8
        else:
            subject, sure = around.subject(clause, match.start())
        bare = len(match["value"]) == 2 and match["how"]
        span = (match.start("how") if bare else match.start("value"), match.end("value"))
        what = match["what"].strip()
        yield _Said(span, subject, sure, (what[-20:],))


def _studies(text: Text, around: Surroundings, clause: Clause) -> Iterator[_Said]:
    """学设计的大学毕业生小林, 学建筑的丈夫: the field of whoever is named behind it."""
    titles = sorted((row[0] for row in rows("factcheck.text", "titles.tsv")), key=len, reverse=True)
    for match in _STUDIES.finditer(text.folded, clause.start, clause.end):
        who = _END_OF_WHO.split(match["who"])[0]
        end = match.start("who") + len(who)
        named = next((m for m in clause.mentions if match.start("who") <= m.start and m.end == end), None)
        title = next(
            (
                t
                for t in (*titles, *words("factcheck.text", "relatives.txt"))
                if who.startswith(t) and 2 <= len(who) - len(t) <= 3
            ),
            "",
        )
        subject = (named.name or named.text) if named else who.removeprefix(title)
        yield _Said(match.span("field"), subject, 0.8, ("学的专业", "学"))


def _companions(text: Text, around: Surroundings, clause: Clause) -> Iterator[_Said]:
    """小林和丈夫一同回乡: with whom somebody does something."""
    for match in _TOGETHER.finditer(text.folded, clause.start, clause.end):
        start = match.end("whom") - len(match["whom"].rpartition("的")[2])
        if _PRONOUNS.match(text.folded, start):
            continue
        subject, sure = around.subject(clause, match.start())
        names = (f"{match['how']}{match['verb']}", f"{match['how']}{match['verb']}的人")
        yield _Said((start, match.end("whom")), subject, sure, names)


def _mainly(text: Text, around: Surroundings, clause: Clause) -> Iterator[_Said]:
    """最爱买的商品以护肤品为主."""
    for match in _MAINLY.finditer(text.folded, clause.start, clause.end):
        subject, sure = around.subject(clause, match.start("value"))
        name = match["what"].rpartition(subject)[2] if subject else match["what"]
        yield _Said(match.span("value"), subject, sure, (name or match["what"],))


def _by_tokens(text: Text, around: Surroundings, clause: Clause) -> Iterator[_Said]:
    """帮助农户拓宽渠道, 为特产带货, 针对基层人员提供培训, 把文化传递到山外, 探索…的新路径."""
    tokens = read_tokens(text, clause)
    for at, token in enumerate(tokens):
        readers = (_helped, _served, _means) if token.kind != "O" else (_way,)
        found = next((it for reader in (*readers, _moved) if (it := reader(tokens, at, text.folded))), None)
        if found is None:
            continue
        span, names = found
        if 2 <= span[1] - span[0] <= _LONGEST and not _PRONOUNS.match(text.folded, span[0]):
            subject, sure = around.subject(clause, span[0])
            yield _Said(span, subject, sure, names, governed=token.text in {"把", "将"})


_Found = tuple[tuple[int, int], tuple[str, ...]]


def _helped(tokens: Sequence[Token], at: int, folded: str) -> _Found | None:
    """帮助|农户|拓宽|销售渠道: what those who are helped come to do."""
    if tokens[at].text not in words(_PACKAGE, "helping.txt"):
        return None
    verb = _past(tokens, at + 1, "NA")
    end = _past(tokens, verb + 1, "NAVWS")
    if verb == at + 1 or verb >= len(tokens) or tokens[verb].kind not in "VW" or end == verb + 1:
        return None
    if end < len(tokens) or tokens[end - 1].kind == "S":
        return None  # only what ends the clause is whole
    whom = folded[tokens[at].start : tokens[verb - 1].end]
    return (tokens[verb].start, tokens[end - 1].end), (whom, tokens[at].text)


def _served(tokens: Sequence[Token], at: int, folded: str) -> _Found | None:
    """为|当地特产|带货, 针对|基层人员|提供|培训: for whom or what something is done, at a clause's end."""
    if tokens[at].text not in {"为", "替", "针对", "面向"} or not is_preposition(tokens[at]):
        return None
    last = tokens[-1]
    if tokens[-2].kind in "VW" and tokens[-2].start > tokens[at].end and last.kind == "N":
        verb, end = tokens[-2], len(tokens) - 2
        names = (f"{verb.text}{last.text}", f"{last.text}对象")
    elif last.kind in "VW" or last.text in words(_PACKAGE, "nouns.txt"):
        verb, end = last, len(tokens) - 1
        names = (verb.text, f"{tokens[at].text}其{verb.text}")
    else:
        return None
    start = end
    while start > at + 1 and tokens[start - 1].kind in "NAX" and not is_preposition(tokens[start - 1]):
        start -= 1
    if start >= end or tokens[start - 1].kind not in "OXQ" or tokens[end - 1].kind != "N":
        return None
    return (tokens[start].start, tokens[end - 1].end), names


def _means(tokens: Sequence[Token], at: int, folded: str) -> _Found | None:
    """通过|直播连麦|解决|农民实际问题: by what means something is done."""
    if tokens[at].text not in {"通过", "利用", "借助", "依托", "运用"}:
        return None
    verb = _past(tokens, at + 1, "NA")
    end = _past(tokens, verb + 1, "NAV")
    if verb == at + 1 or verb + 1 >= len(tokens) or tokens[verb].kind not in "VW" or end < len(tokens):
        return None
    done = folded[tokens[verb].start : tokens[-1].end][: _LONGEST + 4]
    return (tokens[at + 1].start, tokens[verb - 1].end), (f"{done}的方式", done)


def _moved(tokens: Sequence[Token], at: int, folded: str) -> _Found | None:
    """把|…文化|传递|到|山外: what is brought where."""
    if tokens[at].text not in {"把", "将"}:
        return None
    verb = _past(tokens, at + 1, "NAO")
    if verb + 2 > len(tokens) - 1 or tokens[verb].kind not in "VW" or tokens[verb + 1].text not in _TOWARDS:
        return None
    start = next((n + 1 for n in range(verb - 1, at, -1) if tokens[n].kind == "O"), at + 1)
    if start >= verb:
        return None
    where = folded[tokens[verb].start : tokens[-1].end]
    return (tokens[start].start, tokens[verb - 1].end), (where[:_LONGEST], tokens[verb].text)


def _way(tokens: Sequence[Token], at: int, folded: str) -> _Found | None:
    """探索|用直播|实现|治理现代化|的|新路径: a word that says nothing without what stands before 的."""
    end = _past(tokens, at + 1, "NA")
    if end != len(tokens) or end == at + 1 or tokens[-1].text not in words(_PACKAGE, "vague.txt"):
        return None
    inner = at - 1
    while inner >= 0 and tokens[inner].kind in "NA":
        inner -= 1
    if inner < 1 or tokens[inner].kind not in "VW" or inner == at - 1:
        return None
    outer = inner - 1
    while outer >= 0 and (tokens[outer].kind in "NAS" or is_preposition(tokens[outer])):
        outer -= 1
    if outer < 0 or tokens[outer].kind not in "VW" or tokens[outer].text in words(_PACKAGE, "light.txt"):
        return None
    return (tokens[inner].start, tokens[-1].end), (tokens[outer].text,)


def _past(tokens: Sequence[Token], at: int, kinds: str) -> int:
    while at < len(tokens) and tokens[at].kind in kinds:
        at += 1
    return at
