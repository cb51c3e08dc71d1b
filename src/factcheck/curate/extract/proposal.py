"""What extraction proposes: a claim with its parts, how sure it is, and what a person must look at."""

from __future__ import annotations

from dataclasses import dataclass, field

NTH = "第几个"  # the property of what recurs: 第48个国际博物馆日


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed claim. ``start`` is where its value stands in the article, code points."""

    start: int
    value: str | tuple[str, ...]
    quote: str
    subject: str = ""
    properties: tuple[str, ...] = ()
    scope: str = ""
    period: str = ""  # ISO, as in a claims file
    when: str = ""  # the period in the article's words
    locator: str = ""
    topic: str = ""
    open: bool = False
    ordered: bool = False
    confidence: float = 0.5
    doubts: dict[str, str] = field(default_factory=dict)  # key → what to look at there

    @property
    def statement(self) -> str:
        """One plain sentence put together from the parts."""
        value = "、".join(self.value) if isinstance(self.value, tuple) else self.value
        name = self.properties[0] if self.properties else ""
        if name == NTH:
            return f"这是{value}{self.subject}。"
        of = f"{self.subject}的" if self.subject and name else self.subject
        where = f"{self.scope}，" if self.scope and self.scope not in f"{self.subject}{name}" else ""
        when = f"{self.when}，" if self.when and self.when != value else ""
        return f"{when}{where}{of}{name}是{value}{'等' if self.open else ''}。"

    @property
    def id(self) -> str:
        """A readable id from subject and property; the same article gives the same id."""
        parts = (_plain(self.subject), _plain(self.properties[0] if self.properties else ""))
        name = "-".join(filter(None, parts))
        return name or _plain(self.quote) or "事实"


def _plain(text: str) -> str:
    """Letters and digits only, at most a dozen: what an id may hold and a person can read."""
    return "".join(char for char in text if char.isalnum())[:12]
