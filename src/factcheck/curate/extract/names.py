"""Names of an article: who holds which post, what lies where, what something is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.assertion.names import bare, is_person, is_place
from factcheck.curate.extract.naming import QUOTED, is_vague_word
from factcheck.curate.extract.proposal import Proposal
from factcheck.curate.extract.subjects import is_name, unmarked
from factcheck.curate.extract.surroundings import GUESSED, iso
from factcheck.text.lexicon import rows, words
from factcheck.text.tokens import is_word, tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.surroundings import Surroundings

_PACKAGE = "factcheck.curate.extract"
_NO_PLACES = ("地区", "农村", "乡村")
_EVERYWHERE = frozenset({"全国", "中国", "我国", "各地", "全球", "世界", "全省", "全市", "全县"})
_LEVELS = (
    ("省", "所在省"),
    ("自治区", "所在自治区"),
    ("市", "所在市"),
    ("县", "所在县"),
    ("区", "所在区"),
    ("镇", "所在镇"),
    ("乡", "所在乡"),
    ("村", "所在村"),
)
_PLACE = re.compile(r"(?![的驻等])[一-鿿]{1,3}?(?:[省市县镇乡村]|(?<!地)区)(?![委长民级子庄里])")
_OF_POST = re.compile(r"(?:驻村|扶贫|常务|副|原|前){0,3}$")
_IN_FRONT = 24  # characters looked at before a name
_STOP = re.compile(r"[,，。、；;：:!！?？\n]")
_FOUNDER = re.compile(r"(?P<of>[^,，。、\s]{2,12})的(?P<role>发起人|创始人|创办人|负责人|董事长|导演|作者)")
_ATTRIBUTE = re.compile(r"([^的\s,，]{1,5})(?:小伙|青年|姑娘|族人|老人|大叔)$")
_INTRODUCED = re.compile(
    r"(?:名为|题为|叫|叫做|称为|推出|举办|启动|发起|打造|成为|创建|创办|开设|拍摄|创作|主演)了?(?:一[一-鿿])?$"
)
_ACTIVITY = re.compile(r"[一二三四五六七八九十两]|^[没不无有]")


def proposals(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """Posts of people, places in places, names of things, of one clause."""
    yield from _founders(text, clause)
    yield from _posts(text, clause)
    yield from _filled(text, around, clause)
    yield from _places(text, around, clause)
    yield from _titles(text, around, clause)


def _founders(text: Text, clause: Clause) -> Iterator[Proposal]:
    """侗族七仙女团队的发起人、…吴玉圣: who founded, leads, heads something."""
    for match in _FOUNDER.finditer(text.folded, clause.start, clause.end):
        person = next((m for m in clause.mentions if m.start >= match.end() and _is_someone(m)), None)
        if person is not None:
            subject = _plain(re.sub(r"^(?:例如|其中|包括|作为|是)", "", match["of"]))
            yield _told(text, (person.start, person.end), subject, (match["role"],), 0.6)


def _posts(text: Text, clause: Clause) -> Iterator[Proposal]:
    """第一书记吴玉圣: his post, and where he holds it."""
    titles = sorted((row[0] for row in rows("factcheck.text", "titles.tsv")), key=len, reverse=True)
    for mention in clause.mentions:
        if not _is_someone(mention):
            continue
        base = max(clause.start, mention.start - _IN_FRONT)
        before = text.folded[base : mention.start].rstrip(" “")
        if role := _ATTRIBUTE.search(before):
            name = "民族" if role[1].endswith("族") else "身份"
            span = (base + role.start(1), base + role.end(1))
            yield _told(text, span, mention.text, (name,), 0.6)
            continue
        if title := next((title for title in titles if before.endswith(title)), "") or _calling(before):
            end = base + len(before)
            own = _OF_POST.search(before[: -len(title)])
            start = end - len(title) - (len(own.group()) if own else 0)
            yield _told(text, (start, end), mention.text, ("职务", "担任"), 0.8)


def _calling(before: str) -> str:
    """What somebody is, by how the word in front ends: 邮递员, 绣花工."""
    word = next(reversed(tokenize(before)), "") if before else ""
    return word if len(word) >= 3 and word[-1] in "员师工手匠医" else ""


def _filled(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """导演为冯绍安, 发起人是吴玉圣: who fills a role."""
    titles = tuple(row[0] for row in rows("factcheck.text", "titles.tsv"))
    for mention in clause.mentions:
        before = text.folded[clause.start : mention.start].rstrip(" “")
        role = before[:-1]
        if not _is_someone(mention) or before[-1:] not in {"为", "是"} or not role.endswith(titles):
            continue
        name = max((title for title in titles if role.endswith(title)), key=len)
        subject, sure = around.subject(clause, clause.start + len(role) - len(name))
        if subject and subject != mention.text:
            yield _told(text, (mention.start, mention.end), subject, (name,), round(0.8 * sure, 2))


def _is_someone(mention: Mention) -> bool:
    return mention.kind in {"known", "person"} and is_person(mention.text) and is_name(mention)


def _places(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """Each place of the clause, of whom it speaks; of two side by side the second lies in the first."""
    places = _chain(text, clause)
    people = [m for m in clause.mentions if _is_someone(m)]
    for index, (start, end) in enumerate(places):
        name = text.raw[start:end]
        if name in _EVERYWHERE:
            continue
        follower = places[index + 1] if index + 1 < len(places) and places[index + 1][0] == end else None
        label = next((label for ending, label in _LEVELS if name.endswith(ending)), "所在地")
        if follower:
            yield _told(text, (start, end), text.raw[slice(*follower)], (label, "位于"), 0.7)
            continue
        later = next((m.text for m in people if m.start >= end), "")
        subject, sure = (later, 0.8) if later else around.subject(clause, start)
        if sure == GUESSED:
            continue  # somewhere, but nobody is told to be there
        if subject and (subject in name or name in subject):
            continue
        dated = max((date.end for date in clause.dates if date.end <= start), default=clause.start)
        if subject or text.folded[dated:start].strip(" ,"):
            yield _told(text, (start, end), subject, (label, "地点"), round(0.6 * (sure or 0.4), 2))


def _chain(text: Text, clause: Clause) -> list[tuple[int, int]]:
    """Places, a village or county that no lexicon knows read from its ending behind another place."""
    spans: list[tuple[int, int]] = []
    for mention in clause.mentions:
        start, end = mention.start, mention.end
        if (
            mention.kind != "place"
            or mention.text.endswith(_NO_PLACES)
            or mention.text.startswith(("驻", "等"))
        ):
            continue
        if start > clause.start and end - start > 2 and is_place(text.folded[start - 1 : start + 1]):
            spans.append((start - 1, start + 1))  # 山西|吉县, which a dictionary cuts 山|西吉县
            start += 1
        spans.append((start, end))
    starts = {start for start, _ in spans}
    for _, end in list(spans):
        at = end
        while match := _PLACE.match(text.folded, at, clause.end):
            if at in starts or (is_word(match.group()) and not word_class(match.group()).startswith("ns")):
                break  # 浙江|乡村, 东省|地区
            starts.add(at)
            spans.append((at, match.end()))
            at = match.end()
    return sorted(spans)


def _titles(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """A name in quotation marks: what a report, an activity, a place is called."""
    groups = tuple(words(_PACKAGE, "groups.txt"))
    for match in QUOTED.finditer(text.folded, clause.start, clause.end):
        behind = re.match(
            r"[一-鿿]{2,3}组|计划|项目|活动|报告|行动|工程|专场", text.folded[match.end() : clause.end]
        )
        before = text.folded[clause.start : match.start()].rstrip()
        if before.endswith("”") or text.folded.startswith("“", match.end()):
            continue  # “甲”“乙”: a list
        if before.endswith("、") or text.folded.find(match.group()) < match.start():
            continue  # one of a list, or named before
        introduced = _INTRODUCED.search(before) or (match[2] and _is_apposed(before, match[2]))
        done = any(
            text.folded.find(row[0], clause.start, match.start()) >= 0 for row in rows(_PACKAGE, "deeds.tsv")
        )
        if done and not match[1] and bare(match[2]) in {m.name for m in clause.mentions}:
            continue  # who did it is told already
        if "+" in match.group() or before.endswith(groups) or not (match[1] or behind or introduced):
            continue  # 快手用户“侗族七仙女”: one who is named, not what something is called
        inner = next((text.raw[slice(*match.span(group))] for group in (1, 2) if match[group]), "")
        subject, sure = around.subject(clause, match.start(), taken=bare(inner))
        title, _, subtitle = inner.partition("——")
        if match[1] and title and subtitle:  # the second half of a title says what it is
            subject, sure = subtitle.replace(" ", ""), 0.8
        elif done and sure == GUESSED:
            continue  # who made it is told
        elif not subject:
            continue
        value = inner
        if match[1] and behind and behind.group().endswith("组"):
            value = f"《{inner}》{behind.group()}"
            owner = next((m for m in clause.mentions if m.end == match.start()), None)
            body = _BODY.search(before) or (owner and re.search(re.escape(owner.text), before))
            subject, sure = (body.group(), 1.0) if body else (subject, sure)
        period, when = around.period(clause, match.start(), told=True)
        yield Proposal(
            start=match.start(),
            value=value.replace(" ", ""),
            quote=inner[:12].strip(),
            subject=subject,
            properties=(behind.group() if behind else "名称", "名为"),
            period=iso(period),
            when=when,
            confidence=round(0.5 * (sure or 0.5), 2),
            doubts={"property": "它是什么的名称"},
        )


# The whole name of a body, as it ends right before its group: 清华大学新闻与传播学院.
_BODY = re.compile(
    r"(?:^|(?<=[、,，和及]))[一-鿿]{2,20}(?:大学|学院|研究院|科学院|研究所|中心|公司|协会|学会)$"
)


def _is_apposed(before: str, name: str) -> bool:
    """Whether the noun in front says what is named so: 打卡地“云端餐厅”; not 直播“带货”, 相信“努力有用”."""
    words_before = tokenize(before)
    noun = words_before[-1] if words_before else ""
    if not word_class(noun).startswith(("n", "uv", "s")) or _ACTIVITY.search(name) or is_vague_word(name):
        return False
    first = tokenize(name)[0]
    acts = word_class(first if is_word(first) else first[0]).startswith(("v", "p", "d"))
    return len(name) > 2 and not acts


def _told(text: Text, span: tuple[int, int], subject: str, names: tuple[str, ...], sure: float) -> Proposal:
    start, end = span
    return Proposal(
        start=start,
        value=unmarked(text.raw[start:end]),
        quote=text.raw[start:end] + _STOP.split(text.raw[end : start + 8])[0].rstrip(),
        subject=subject,
        properties=names,
        confidence=sure,
        doubts={} if sure >= 0.7 else {"property": "关系是推断的"},
    )


def _plain(name: str) -> str:
    return unmarked(name.strip())
