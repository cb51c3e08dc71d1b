"""What a document is, and what it is when it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as read: offsets count code points of ``text``, byte order mark left out, line ends kept."""

    path: str  # as the user gave it; "-" is standard input
    text: str
    encoding: str  # the codec it was decoded with


class DocumentError(Exception):
    """A path that gives no text; the message is one line: path, cause, what to do."""

    def __init__(self, path: str, message: str) -> None:
        self.path, self.message = path, message
        super().__init__(f"{path}: {message}")
