"""What an article says of itself: title, outlet, day; which lines are its body, under which headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.text.lexicon import rows, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.reading import Text

_PACKAGE = "factcheck.curate.extract"
_DATELINE = re.compile(
    r"^[^\n\d]{0,12}?(?P<outlet>[\u4e00-\u9fff]{2,16}?)\s*"
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:电|讯|消息)",
)
_OUTLET = re.compile(r"[\u4e00-\u9fff]{1,8}(?:网|社|报|台)")
_AHEAD = re.compile(r"计划|预计|将|拟|力争|到$")
_TITLE = 60  # characters; a longer first line is the first paragraph
_OWN = frozenset({"本报", "本网", "本台", "本刊", "本社"})
_NAMED = re.compile(r"[^|｜]{1,10}[|｜]")  # 快手|…: the channel an aggregator puts before a title


@dataclass(frozen=True, slots=True)
class Masthead:
    """The source block of an article; ``doubts`` says, by key, what was guessed or not found."""

    title: str
    publisher: str
    published: date | None
    doubts: dict[str, str]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """For each paragraph of the text: its number among the body's (0: not body) and its heading."""

    numbers: tuple[int, ...]
    topics: tuple[str, ...]


def read_masthead(text: Text) -> Masthead:
    """Title, outlet and day of publication, as far as the article says them."""
    lines = [line.strip() for line in text.raw.splitlines() if line.strip()]
    title = _NAMED.sub("", lines[0], count=1) if lines else ""
    doubts = {} if not lines or is_title(text) else {"title": "文中没有标题，这是第一行"}
    found = next((m for line in lines[:6] if (m := _DATELINE.match(line))), None)
    publisher = _outlet(found["outlet"]) if found else ""
    if not publisher:
        doubts["publisher"] = "文中没有写明出处"
    published = _published(text, found, doubts)
    doubts["url"] = "补上网址"
    return Masthead(title, publisher, published, doubts)


def _published(text: Text, found: re.Match[str] | None, doubts: dict[str, str]) -> date | None:
    latest = max((day.year for day in _days(text)), default=None)
    if found is None:
        doubts["published"] = "文中没有电头，请补上发布日期"
        return None
    year = int(found["year"]) if found["year"] else latest
    if year is None:
        doubts["published"] = f"电头只有 {found['month']}月{found['day']}日，没有年份"
        return None
    if not found["year"]:
        doubts["published"] = "年份是照文中最晚的年份推断的"
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        doubts["published"] = "电头的日期不是历法上的日期"
        return None


def _days(text: Text) -> Iterator[date]:
    """The days that the article tells of as past or present; plans lie ahead of it."""
    for sentence in range(len(text.sentences)):
        for clause in text.clauses(sentence):
            for quantity in clause.dates:
                if (
                    isinstance(quantity.high, date)
                    and not clause.modality.kind
                    and not _AHEAD.search(text.folded, clause.start, quantity.start)
                ):
                    yield quantity.high


def read_body(text: Text) -> Body:
    """Which paragraphs are body: not the title and its repetitions, headings, or what a page puts around."""
    around = words(_PACKAGE, "boilerplate.txt")
    numbers: list[int] = []
    topics: list[str] = []
    seen: set[str] = set()
    count, topic = 0, ""
    for index, paragraph in enumerate(text.paragraphs):
        line = text.folded[paragraph.start : paragraph.end].strip().strip("【】")
        title = index == 0 and is_title(text)
        boilerplate = title or line in seen or line.strip(":：") in around
        if boilerplate or (paragraph.heading and "\t" not in line):  # a row of a table tells something
            if not boilerplate:
                topic = _topic(text.raw[paragraph.start : paragraph.end].strip())
            numbers.append(0)
        else:
            count += 1
            numbers.append(count)
        seen.add(line)
        topics.append(topic)
    return Body(tuple(numbers), tuple(topics))


def is_title(text: Text) -> bool:
    """Whether the article begins with its title: a short line that is no sentence."""
    first = text.paragraphs[0]
    line = text.folded[first.start : first.end].strip().strip("【】")
    return first.heading or (len(line) <= _TITLE and not line.endswith("。"))


def _topic(heading: str) -> str:
    """The last part of a heading, short enough to browse by."""
    parts = [part.strip() for part in re.split(r"[,，:：;；。！!？?]", heading) if part.strip()]
    return parts[-1][:12] if parts else ""


def _outlet(words: str) -> str:
    """The outlet at the head of a dateline, whole where the lexicon has it, without the place behind it."""
    known = {
        spelling: name
        for name, kind, *others in rows("factcheck.text", "organizations.tsv")
        if kind in {"media", "agency"}
        for spelling in (name, *(others[0].split("|") if others else ()))
    }
    for length in range(len(words), 1, -1):
        if words[:length] in known:
            return known[words[:length]]
    found = _OUTLET.match(words)
    return found.group() if found and found.group() not in _OWN else ""
