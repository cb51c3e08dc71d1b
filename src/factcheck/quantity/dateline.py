"""The day a dispatch says of itself: 中新网2020年10月17日电."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from factcheck.quantity.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.quantity.model import Quantity

_DISPATCH = re.compile(r"(?:电|讯|消息)[ (:,)]?")


def find_dateline(folded: str, quantities: Iterable[Quantity]) -> date | None:
    """The day of the first of the text's ``quantities`` that is a dateline; ``None`` where its year is not told."""
    for quantity in quantities:
        if quantity.kind is Kind.DATE and _DISPATCH.match(folded, quantity.end):
            return quantity.high if isinstance(quantity.high, date) else None
    return None
