"""Dates of an article that are news themselves: when something began, was published, took place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.assertion.period import from_quantity
from factcheck.curate.extract.proposal import Proposal
from factcheck.curate.extract.surroundings import doubt_of, iso
from factcheck.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.assertion.reading import Clause, Text
    from factcheck.curate.extract.surroundings import Surroundings

_PACKAGE = "factcheck.curate.extract"
_DISPATCH = re.compile(r"[电讯]|消息")
_ASIDE = re.compile(r"(?:截至|截止|至|到)\s*$")
_TRIM = re.compile(r"^(?:起|以来|,|，|\s|早春|[初底末]|上午|下午|凌晨|清晨|傍晚|晚间?|当天|正式|的|间|,)+")
_VERB_LENGTH = 14
_BOUND = re.compile(r"^(?:自从?|从|于|在)|(?:起|以来|开始)$")
_NAMED = re.compile(r"\d|[月初底末起]|以来")  # a time that is named, and not only near: 今年, 近日
_YEAR = 366  # days


def proposals(text: Text, around: Surroundings, clause: Clause) -> Iterator[Proposal]:
    """A proposal for each date of a clause that gives no figure with it."""
    for date in clause.dates:
        period = from_quantity(date)
        if (
            period is None
            or period.low is None
            or period.as_of
            or date.low is None
            or _DISPATCH.match(text.folded, date.end)
        ):
            continue
        if clause.figures or _ASIDE.search(text.folded, clause.start, date.start):
            continue
        if period.high is not None and (period.days or 0) > _YEAR:
            continue  # a window is what other figures count in
        if date.low is None and date.day is None:
            continue  # a month of no known year
        if period.days != 1 and not _NAMED.search(date.text):
            continue  # 今年, 近日: when, of something told in other words
        if not _TRIM.sub("", text.folded[date.end : clause.end]).strip() and _figures_follow(text, clause):
            continue  # 2024年,公司营业收入…: when something was counted
        subject, sure = around.subject(clause, clause.end)
        said = _said(text, clause, date.end, subject)
        names: tuple[str, ...] = (said,) if said else ()
        made = None if text.folded[date.end : clause.end].strip() else around.made(clause)
        if made is not None:  # 10月16日,甲、乙联合发布《…》
            subject, sure = made
            names = _deed(text, clause, subject) or names
        elif said.startswith("是") and len(said) > 2:  # 5月18日是国际博物馆日
            subject, sure, names = said[1:], 1.0, ("日期",)
        doubts = {"property": "是什么事的时间"}
        if date.low is None:
            doubts["value"] = "没有年份"
        if doubt := doubt_of(subject, sure):
            doubts["subject"] = doubt
        yield Proposal(
            start=date.start,
            value=iso(period) if period.days == 1 and date.low else _start(text.raw[date.start : date.end]),
            quote=text.raw[date.start : min(clause.end, date.start + 12)].strip(" ，,"),
            subject=subject,
            properties=names,
            confidence=round(0.7 * (sure or 0.4), 2),
            doubts=doubts,
        )


def _figures_follow(text: Text, clause: Clause) -> bool:
    later = [other for other in text.clauses(clause.sentence) if other.start > clause.start]
    return bool(later and later[0].figures)


def _deed(text: Text, clause: Clause, made: str) -> tuple[str, ...]:
    """The day's property by the verb that brings out what is made: 发布日期."""
    end = text.folded.find(made, clause.start)
    at, verb = max(
        (text.folded.rfind(verb, clause.start, end), verb) for verb in words(_PACKAGE, "deeds.tsv")
    )
    return (f"{verb}日期", verb) if at >= 0 else ()


def _start(words: str) -> str:
    """The date alone: 自2018年起 is 2018年."""
    return _BOUND.sub("", words.replace(" ", "")) or words


def _said(text: Text, clause: Clause, start: int, subject: str) -> str:
    """What happened then: the words behind the date, or else the clause after it."""
    rest = _TRIM.sub("", text.folded[start : clause.end]).replace(subject, "").strip()
    if not rest:
        later = [c for c in text.clauses(clause.sentence) if c.start > clause.start]
        rest = text.folded[later[0].start : later[0].end] if later else ""
    return rest[:_VERB_LENGTH].strip(" “”‘’\"'，,")
