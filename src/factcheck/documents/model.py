"""What a document is, and what it is when it cannot be read."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.documents.prose import Prose


class Place(NamedTuple):
    """A part of a draft that people find by name rather than by line: 第3段, 表1第2行第3格, 第4页."""

    start: int  # where it begins in the document's text
    name: str


class Document(NamedTuple):
    """A draft as read: offsets count code points of ``text``, byte order mark left out, line ends kept.

    Of a Word or PDF file ``text`` is the text taken out of it; of every other file it is the whole file.
    """

    path: str  # as the user gave it; "-" is standard input
    text: str
    encoding: str  # the codec it was decoded with; "" where the format decides
    prose: Prose | None = None  # what is checked of a file with markup; None: all of ``text``
    places: tuple[Place, ...] = ()  # in order; empty where line and column are enough
    notes: tuple[str, ...] = ()  # what was not read, for the user to know

    def where(self, offset: int) -> str:
        """The name of the place at ``offset``, or ``""`` where line and column are enough."""
        index = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[index - 1].name if index else ""


class DocumentError(Exception):
    """A path that gives no text; the message is one line: path, cause, what to do."""

    def __init__(self, path: str, message: str) -> None:
        self.path, self.message = path, message
        super().__init__(f"{path}: {message}")
