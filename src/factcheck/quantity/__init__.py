"""Quantities in Chinese press copy: every number with what its words say.

``extract_quantities`` reads figures with hedge and unit, rates, ranges, ordinals, durations and dates; see
``docs/quantities.md``. The reader itself is loaded at the first call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.quantity.model import Direction, Hedge, Kind, Quantity

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

__all__ = ["Direction", "Hedge", "Kind", "Quantity", "as_fraction", "extract_quantities"]


def extract_quantities(text: str, *, reference: date | None = None, folded: bool = False) -> list[Quantity]:
    """Return the quantities of ``text`` in order of their place; they never overlap.

    ``start`` and ``end`` are code-point offsets into ``text``. ``reference`` is the day against which 今年
    and dates without a year are read, by default that of the text's dateline (中新网2020年10月17日电).
    ``folded`` says that ``text`` has been through :func:`factcheck.text.fold.fold`. Any text can be read; no
    error is raised.
    """
    from factcheck.quantity.dateline import find_dateline  # noqa: PLC0415  loaded at first use:
    from factcheck.quantity.scan import scan  # noqa: PLC0415  importing stays cheap

    skeleton = text
    if not folded:
        from factcheck.text.fold import fold  # noqa: PLC0415

        skeleton = fold(text)
    return scan(text, skeleton, reference or find_dateline(skeleton))


def as_fraction(quantity: Quantity) -> tuple[Decimal | None, Decimal | None] | None:
    """``low`` and ``high`` of a percentage, ratio or multiple as parts of one; ``None`` for other kinds."""
    from factcheck.quantity.rates import as_fraction as convert  # noqa: PLC0415

    return convert(quantity)
