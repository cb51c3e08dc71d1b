"""How a claims file is written: one order of keys, one form of digits. All of it ``--fix`` mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.decode import CLAIM_KEYS, SOURCE_KEYS
from factcheck.curate.rules import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.curate.opened import Opened

ORDER = {"sources": SOURCE_KEYS, "claims": CLAIM_KEYS}
# Keys of the curator's own words; statements, titles and quotes stay as they are.
FORMED = ("subject", "property", "value", "scope", "topic", "locator")

_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FULL_WIDTH |= {code: code - 0xFEE0 for code in (*range(0xFF41, 0xFF5B), 0xFF05, 0xFF0E)}


def plain_form(text: str) -> str:
    """Without spaces around, digits and Latin letters half width: １２．８％ is 12.8%."""
    return text.strip().translate(_FULL_WIDTH)


def key_order(opened: Opened) -> Iterator[Hit]:
    """The keys of a table in another order than id, statement, source, …: files are easier read alike."""
    for file in opened.files:
        tables: dict[tuple[str, int], list[str]] = {}
        for (array, index, key), _ in sorted(file.places.items(), key=lambda item: item[1]):
            if array in ORDER and key in ORDER[array]:
                tables.setdefault((array, index), []).append(key)
        for (array, index), keys in tables.items():
            if keys != sorted(keys, key=ORDER[array].index):
                wanted = "、".join(sorted(keys, key=ORDER[array].index))
                yield Hit(file.path, file.line(array, index), f"键的次序应是 {wanted}")


def form(opened: Opened) -> Iterator[Hit]:
    """A part with full-width digits or spaces around it: the same words in another form."""
    for claim in opened.bank.claims:
        for key in FORMED:
            part = getattr(claim, key)
            for text in (part,) if isinstance(part, str) else part:
                if plain_form(text) != text:
                    message = f"{key} 里的 {text!r} 请写作 {plain_form(text)!r}"
                    yield Hit(*opened.place(claim, key), message, claim.id)
