"""Whether a claim can be looked up: its source has an address and a day, its quote finds the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.curate.rules import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.curate.opened import Opened

LONGEST_QUOTE = 24  # characters: a phrase that finds the place, not a sentence that copies it

_STOP = re.compile(r"[。！？!?](?=.)")


def source_without_date(opened: Opened) -> Iterator[Hit]:
    """A source without ``published``: 今年 and 上月 in its words, and what came later, cannot be told."""
    for file in opened.files:
        for index, source in enumerate(file.contents.sources):
            if source.published is None:
                yield Hit(file.path, file.line("sources", index), f"来源 {source.id} 没有发布日期 published")


def source_without_address(opened: Opened) -> Iterator[Hit]:
    """A source without ``url``: a reader cannot follow it."""
    for file in opened.files:
        for index, source in enumerate(file.contents.sources):
            if not source.url:
                yield Hit(file.path, file.line("sources", index), f"来源 {source.id} 没有网址 url")


def bad_address(opened: Opened) -> Iterator[Hit]:
    """A source's ``url`` that is no web address."""
    for file in opened.files:
        for index, source in enumerate(file.contents.sources):
            if source.url and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", source.url):
                line = file.line("sources", index, "url")
                yield Hit(file.path, line, f"来源 {source.id} 的 {source.url!r} 不是网址")


def long_quote(opened: Opened) -> Iterator[Hit]:
    """A quote longer than a phrase: it finds the place in the source, it does not copy the source."""
    for claim in opened.bank.claims:
        if len(claim.quote) > LONGEST_QUOTE:
            message = f"引文 {len(claim.quote)} 字，请缩成 {LONGEST_QUOTE} 字以内的短语"
            yield Hit(*opened.place(claim, "quote"), message, claim.id)
        elif _STOP.search(claim.quote):
            yield Hit(*opened.place(claim, "quote"), "引文跨了两句，请只留一个短语", claim.id)
