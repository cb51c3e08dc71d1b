"""The notation of the case files: what a text means, written so that anyone can add a line.

A case is ``written<TAB>meant``. ``meant`` lists the quantities of the text in order, separated by " ; ";
empty means that none is read. One quantity is a value followed by the marks that apply, separated by spaces:

    664                      exactly that number
    [3,5] (3,5) [3,) (,5]    an interval; round brackets leave the end out
    2020-10-17               a day
    2019-06-22/2020-06-22  /2020-07-31  2018-01-01/    days from, to, or both
    --10-16  --10            a day or month of an unknown year
    ?今年                    a date that needs a reference date
    人 元 千克 %             the base unit
    :money                   a kind other than cardinal
    !over                    the hedge: about near over under at_least at_most vague
    =3000                    the written number, where the interval does not begin with it
    ^up ^down @同比 @环比 ~  direction, basis, incidental (an article: 一个新起点)

``#!reference 2020-10-17`` on a line of its own sets the reference date for the lines below, ``#!reference``
clears it. A space is written as ␣ where it would be lost at the end of a line.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from pathlib import Path

    from factcheck.quantity import Quantity


class Case(NamedTuple):
    """One line of a case file."""

    place: str
    written: str
    meant: str
    reference: date | None


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    reference: date | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#!reference"):
            given = line.removeprefix("#!reference").strip()
            reference = date.fromisoformat(given) if given else None
        elif line and not line.startswith("#"):
            written, _, meant = line.partition("\t")
            yield Case(f"{path.name}:{number}", written.replace("␣", " "), meant, reference)


def describe(quantities: list[Quantity]) -> str:
    """Write quantities in the notation above."""
    return " ; ".join(_describe(quantity) for quantity in quantities)


def _describe(quantity: Quantity) -> str:
    parts = [_value(quantity)]
    if quantity.unit:
        parts.append(quantity.unit)
    if quantity.kind.value != "cardinal":
        parts.append(f":{quantity.kind.value}")
    if quantity.hedge:
        parts.append(f"!{quantity.hedge.value}")
    if quantity.number is not None and quantity.number != quantity.low:
        parts.append(f"={_number(quantity.number)}")
    if quantity.direction:
        parts.append(f"^{quantity.direction}")
    if quantity.basis:
        parts.append(f"@{quantity.basis}")
    if quantity.incidental:
        parts.append("~")
    return " ".join(parts)


def _value(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if quantity.kind.value == "date":
        if low is None and high is None:
            if quantity.relative:
                return f"?{quantity.relative}"
            return "-" + "".join(f"-{part:02}" for part in (quantity.month, quantity.day) if part is not None)
        return str(low) if low == high else f"{low or ''}/{high or ''}"
    assert not isinstance(low, date) and not isinstance(high, date)
    if low == high and low is not None:
        return _number(low)
    first = "" if low is None else _number(low)
    last = "" if high is None else _number(high)
    return f"{'[' if quantity.low_inclusive else '('}{first},{last}{']' if quantity.high_inclusive else ')'}"


def _number(value: Decimal) -> str:
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain if len(plain) <= 24 else plain[:12] + "…"
