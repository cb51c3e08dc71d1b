"""Who did what with whom: who launched a programme, held an event, brought out a work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.curate.extract.proposal import Proposal
from factcheck.curate.extract.subjects import unmarked
from factcheck.curate.extract.surroundings import iso
from factcheck.text.lexicon import rows
from factcheck.text.tokens import is_word, may_be, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.surroundings import Surroundings

_PACKAGE = "factcheck.curate.extract"
_REACH = 24  # characters from a joint deed to what is done
_BY = re.compile(
    r"由(?P<actor>[^,，。、\s]{2,16}?)(?:联合|共同)?(?P<verb>发起|启动|推出|举办|主办|承办|出品|发布|创办|执导)"
)
_WITH = "合作方"
_JOINT = re.compile(r"(?:联合|共同)(?P<verb>发布|主办|举办|承办|发起|推出|出品|启动|编制|开发|创办)")
_OF_THEIRS = re.compile(r"《[^《》\n]{2,40}》[一-鿿]{0,3}组?")  # 甲大学|《…》课题组: whose group it is
_NAMELESS = re.compile(r"\s*(?P<who>(?![他她它我你这那其])[一-鿿]{3,10}?)(?:还|也|又|已|正式|同时|率先)*\s*")
_LEADING = re.compile(r"^(?:近日|日前|当天|今天|昨日|据悉|由)[,，]?\s*")
# 海岭大学交通学院与市规划院; not 新闻与传播学院
_SIDE_BY_SIDE = re.compile(r"(?<=[院学司局会社所团心部网台业馆厂店校府委])(?:和|与|及)")


def proposals(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """快手启动“福苗计划”: the programme's launcher is 快手; so it is where it is 由快手启动."""
    names = {row[0]: row[1] for row in rows(_PACKAGE, "deeds.tsv")}
    for match in _BY.finditer(text.folded, clause.start, clause.end):
        done = [m for m in clause.mentions if m.end <= match.start() and m.kind in {"known", "title"}]
        if done and (name := names.get(match["verb"])):
            start, end = match.span("actor")
            yield Proposal(
                start=start,
                value=unmarked(text.raw[start:end]),
                quote=text.raw[start : min(match.end(), start + _REACH)],
                subject=unmarked(done[-1].text),
                properties=(name, match["verb"]),
                confidence=0.8,
            )
    joint = _jointly(text, clause, names)
    if joint is not None:
        yield joint
    for verb, name in names.items():
        for match in re.finditer(re.escape(verb), text.folded[clause.start : clause.end]):
            at = clause.start + match.start()
            actors = [m for m in clause.mentions if m.end <= at and _may_do(text, m)]
            done = [m for m in clause.mentions if m.start >= at + len(verb)]
            if name == _WITH and text.folded.startswith(tuple(names), at + len(verb)):
                continue  # 联合|发布 tells who made it, not with whom
            if joint is not None and joint.start <= at <= joint.start + _REACH:
                continue
            if name == _WITH and actors and done:
                actors, done = [done[0]], done[1:] or actors
            if not actors:
                before = [c for c in text.clauses(clause.sentence) if c.end <= clause.start]
                actors = [m for c in before for m in c.mentions if _may_do(text, m)]
            doer = unmarked(actors[-1].text) if actors else _doer(text, clause, at)
            if not (doer and done) or doer == done[0].name or (actors and actors[-1].name == done[0].name):
                continue
            period, when = around.period(clause, at, told=True)
            yield Proposal(
                start=at,
                value=doer,
                quote=text.raw[at : at + 12].split(" ")[0].split(",")[0],
                subject=unmarked(done[0].text),
                properties=(name, verb),
                period=iso(period),
                when=when,
                confidence=0.6,
                doubts={"value": "是不是它做的"},
            )


def _doer(text: Text, clause: Clause, at: int) -> str:
    """Who stands before the verb, where no lexicon knows the name: 星河影业|还推出…."""
    found = _NAMELESS.fullmatch(text.folded, clause.start, at)
    if found is None or is_word(found["who"]):
        return ""  # 博物馆|还推出: which one?
    return found["who"] if may_be(tokenize(found["who"])[-1], "n", "x") else ""


def _jointly(text: Text, clause: Clause, names: dict[str, str]) -> Proposal | None:
    """甲大学《…》课题组、乙研究院联合发布《…》: all who do it; nobody is dropped because no lexicon knows him."""
    found = _JOINT.search(text.folded, clause.start, clause.end)
    done = found and next((m for m in clause.mentions if m.start >= found.end()), None)
    if not found or done is None:
        return None
    who = _OF_THEIRS.sub("", text.folded[clause.start : found.start()])
    members = [_LEADING.sub("", part.strip()) for part in who.split("、")]
    if len(members) == 1:
        members = _SIDE_BY_SIDE.split(members[0])
    if len(members) < 2 or not all(2 <= len(member) <= 24 for member in members):
        return None
    name = names.get(found["verb"], f"{found['verb']}方")
    return Proposal(
        start=found.start(),
        value=tuple(members),
        quote=text.raw[found.start() : found.start() + 12].split(" ")[0],
        subject=unmarked(done.text),
        properties=(f"联合{name}", found.group()),
        confidence=0.7,
    )


def _may_do(text: Text, mention: Mention) -> bool:
    """Whether a name may be one who does something: a work is not (《企业扶贫蓝皮书》课题组联合发布…)."""
    return (
        mention.kind in {"known", "organization"} and text.folded[mention.start - 1 : mention.start] != "《"
    )
