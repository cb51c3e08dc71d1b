"""HTML → prose: the main text, every character with its place in the file.

Parsers that build a tree (selectolax, lxml) do not tell where a text stands in the source, and that place
is what an editor needs; so the markup is only cut into tokens here, in one pass that is linear in the file,
and HTML needs no extra package. What the tree would add, repaired nesting, moves no words of an article.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import NamedTuple

from factcheck.documents.prose import Prose, ProseBuilder
from factcheck.text.lexicon import rows


def _elements(kind: str) -> frozenset[str]:
    """The elements of one kind in ``data/html_elements.tsv``."""
    lines = rows("factcheck.documents", "html_elements.tsv")
    return frozenset(name for found, names in lines if found == kind for name in names.split(" "))


_APART, _RAW, _BLOCKS, _CELLS, _VOID = map(_elements, ("apart", "raw", "block", "cell", "void"))
_HOMES = {"article": 2, "main": 1}
_KEPT_SPACE = frozenset(("pre", "listing"))
_FOLLOWED = _APART | _HOMES.keys() | _KEPT_SPACE

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<[!?][^>]*(?:>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^'\">])*)(?:>|\Z)",
    re.S,
)
_SIGN = re.compile(
    r"(?P<space>[ \t\r\n\f]+)|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)
_HIDDEN = re.compile(r"\shidden(?:[\s=/]|$)|display\s*:\s*none", re.I)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{1,40})", re.I)
_MOST = 0.5  # the share of the words that makes <article> or <main> the main text
_HAN_OR_SIGN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class _Event(NamedTuple):
    """A stretch of text, or what a tag stands for between two stretches."""

    start: int
    end: int
    home: int  # how sure the place is the main text: 2 in <article>, 1 in <main>
    sign: str  # "" for text, "\n" or "\t" for a tag that parts
    kept_space: bool


def prose(text: str) -> Prose:
    """The main text of a page: ``<article>``, else ``<main>``, else all but navigation and the like."""
    events = list(_Walk(text).events())
    sizes: Counter[int] = Counter()
    for event in events:
        if not event.sign:
            sizes[event.home] += len(text[event.start : event.end].strip())
    total = sum(sizes.values())
    home = next((level for level in (2, 1) if sum(sizes[n] for n in sizes if n >= level) > total * _MOST), 0)
    built = ProseBuilder()
    for event in events:
        if event.home < home:
            continue
        if not event.sign:
            _text(built, text, event)
        elif built.last not in ("", "\n") and not (event.sign == "\t" and built.last == "\t"):
            built.put(event.sign, event.start, event.end)
    return built.build()


def declared_encoding(data: bytes) -> str | None:
    """The codec that a page names for itself; GB 2312 means its superset, as in browsers."""
    found = _DECLARED.search(data[:2048])
    name = found[1].decode("ascii").lower() if found else None
    return {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950"}.get(name, name) if name else None


class _Walk:
    """The tokens of a page, with the elements that matter kept on a stack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[str] = []
        self._open: Counter[str] = Counter()
        self._hidden: list[str] = []  # elements since one that is hidden by its attributes

    def events(self) -> list[_Event]:
        events: list[_Event] = []
        text, at = self._text, 0
        while (token := _TOKEN.search(text, at)) is not None:
            self._add(events, at, token.start(), "")
            at = token.end()
            name = (token["name"] or "").lower()
            if name in _RAW and not token["close"]:
                at = self._raw_end(name, at)
            elif name:
                sign = "\n" if name in _BLOCKS else "\t" if name in _CELLS and not token["close"] else ""
                self._follow(name, token)
                if sign:
                    self._add(events, token.start(), at, sign)
        self._add(events, at, len(text), "")
        return events

    def _add(self, events: list[_Event], start: int, end: int, sign: str) -> None:
        if start >= end or self._hidden or any(self._open[name] for name in _APART):
            return
        home = max((level for name, level in _HOMES.items() if self._open[name]), default=0)
        kept = any(self._open[name] for name in _KEPT_SPACE)
        events.append(_Event(start, end, home, sign, kept))

    def _raw_end(self, name: str, at: int) -> int:
        closed = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.I).search(self._text, at)
        return closed.end() if closed else len(self._text)

    def _follow(self, name: str, token: re.Match[str]) -> None:
        """Keep track of what is open; an end tag closes everything up to its start."""
        if name in _VOID:
            return
        if self._hidden:
            self._follow_hidden(name, closing=bool(token["close"]))
        elif not token["close"] and _HIDDEN.search(token["rest"]):
            self._hidden.append(name)
        elif name in _FOLLOWED:
            if not token["close"]:
                self._stack.append(name)
                self._open[name] += 1
            while token["close"] and self._open[name]:
                last = self._stack.pop()
                self._open[last] -= 1
                if last == name:
                    break

    def _follow_hidden(self, name: str, *, closing: bool) -> None:
        if name != self._hidden[0]:  # only elements of the same name can hide its end
            return
        if closing:
            self._hidden.pop()
        else:
            self._hidden.append(name)


def _text(built: ProseBuilder, text: str, event: _Event) -> None:
    if event.kept_space:
        built.keep(text, event.start, event.end)
        return
    at = event.start
    for sign in _SIGN.finditer(text, event.start, event.end):
        built.keep(text, at, sign.start())
        at = sign.end()
        if not sign["space"]:
            meant = unescape(sign[0])
            built.put(meant, *sign.span()) if meant != sign[0] else built.keep(text, *sign.span())
        elif built.last not in ("", "\n", "\t", " ") and not _wraps_chinese(text, built.last, sign):
            built.put(" ", *sign.span())
    built.keep(text, at, event.end)


def _wraps_chinese(text: str, last: str, space: re.Match[str]) -> bool:
    """Whether the space is a line end between Chinese characters, which no reader sees as a space."""
    following = text[space.end() : space.end() + 1]
    lines = "\n" in space[0] or "\r" in space[0]
    return (
        lines and bool(_HAN_OR_SIGN.match(last)) and (following == "<" or bool(_HAN_OR_SIGN.match(following)))
    )
