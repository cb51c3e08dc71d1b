"""What time and arithmetic have done to a claim."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.lifecycle import in_force
from factcheck.claims.model import Status
from factcheck.curate.rules import Hit
from factcheck.quantity.model import Quantity
from factcheck.verdict.compare import Outcome, compare
from factcheck.verdict.standing import restated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.curate.opened import Opened

TO_CHECK = re.compile(r"#\s*待核(?:[：:]\s*(?P<what>.*))?")


def expired(opened: Opened) -> Iterator[Hit]:
    """The claim is past its ``valid_until`` today: it refutes nothing any more."""
    today = date.today()
    for claim in opened.bank.claims:
        if claim.valid_until and not in_force(claim, today) and claim.valid_until < today:
            message = f"已于 {claim.valid_until.isoformat()} 过期；更新它，或用 superseded_by 指向新的"
            yield Hit(*opened.place(claim, "valid_until"), message, claim.id)


def superseded(opened: Opened) -> Iterator[Hit]:
    """A claim that another has replaced: kept to catch the old figure, and not evidence for it."""
    for claim in opened.bank.claims:
        if claim.superseded_by:
            message = f"已被 {claim.superseded_by} 取代，只用来认出旧说法"
            yield Hit(*opened.place(claim, "superseded_by"), message, claim.id)


def superseded_in_use(opened: Opened) -> Iterator[Hit]:
    """A derived claim reckons with a superseded or disputed one."""
    for claim in opened.bank.claims:
        for other in opened.bank.claims if claim.derive else ():
            if not re.search(rf"(?<![^\s()+*/×÷]){re.escape(other.id)}(?![^\s()+*/×÷])", claim.derive):
                continue
            if other.superseded_by or other.status is Status.DISPUTED:
                what = "已被取代" if other.superseded_by else "有争议"
                yield Hit(*opened.place(claim, "derive"), f"推导用的 {other.id} {what}", claim.id)


def derived_otherwise(opened: Opened) -> Iterator[Hit]:
    """A derived claim's ``value`` is not what its ``derive`` comes to, not even rounded."""
    for claim in opened.bank.claims:
        if claim.derivation is None:
            continue
        for fact in opened.facts.get(claim.id, ()):
            value = fact.value
            if not isinstance(value, Quantity) or (
                compare(value, restated(value, fact)).outcome is not Outcome.AGREES
                and not _close(value, restated(value, fact))
            ):
                message = f"value 和推导的结果不合：{claim.derivation.calculation}"
                yield Hit(*opened.place(claim, "value"), message, claim.id)


def _close(value: Quantity, exact: Quantity) -> bool:
    return (
        value.number is not None
        and exact.number is not None
        and abs(value.number - exact.number) <= abs(exact.number) * Decimal("0.001")
    )


def to_check(opened: Opened) -> Iterator[Hit]:
    """A ``# 待核`` comment: a person was asked to look here and has not said that it is right."""
    for file in opened.files:
        for number, line in enumerate(file.text.split("\n"), 1):
            if found := TO_CHECK.search(line):
                yield Hit(file.path, number, f"还没有核：{found['what'] or line.split('#')[0].strip()}")
