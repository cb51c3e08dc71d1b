"""Whether the parts of a claim are there, can be read, and say what its statement says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.period import Period, Relation, from_quantity, relate
from factcheck.claims.search import values
from factcheck.curate.rules import Hit
from factcheck.matching.facts import TermValue
from factcheck.matching.naming import strip_name
from factcheck.quantity import extract_quantities
from factcheck.quantity.model import Kind, Quantity
from factcheck.text.fold import fold
from factcheck.verdict.compare import Outcome, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.claims.model import Claim
    from factcheck.curate.opened import Opened
    from factcheck.matching.facts import Fact

_SAID = 50  # of 100: how much of a term the statement has to say; the curator may say it in other words


def missing_part(opened: Opened) -> Iterator[Hit]:
    """A value without a subject or property: the value is the curator's, what it is of would be guessed."""
    for claim in opened.bank.claims:
        if claim.value and not (claim.subject and claim.property):
            lacking = [name for name in ("subject", "property") if not getattr(claim, name)]
            yield Hit(*opened.place(claim, "value"), f"写了 value，却没有 {'、'.join(lacking)}", claim.id)


def repeated_name(opened: Opened) -> Iterator[Hit]:
    """One name twice in a list of names; the second says nothing."""
    for claim in opened.bank.claims:
        for key in ("subject", "property", "scope"):
            names = getattr(claim, key)
            if len(set(names)) < len(names):
                twice = next(name for at, name in enumerate(names) if name in names[:at])
                yield Hit(*opened.place(claim, key), f"{key} 里“{twice}”写了两遍", claim.id)


def unreadable_value(opened: Opened) -> Iterator[Hit]:
    """A value that looks like a number and cannot be read as one: it would be compared as words."""
    for claim in opened.bank.claims:
        if not isinstance(claim.value, str) or not claim.value:
            continue
        fact = next(iter(opened.facts.get(claim.id, ())), None)
        if fact is None or not isinstance(fact.value, TermValue):
            continue
        figures = [q for q in extract_quantities(claim.value) if not q.incidental]
        read = sum(q.end - q.start for q in figures)
        if figures and (read * 2 >= len(claim.value) or len(figures) > 1 or claim.value[0] in "0123456789"):
            message = f"值“{claim.value}”里有数，却读不成一个数；只写一个数、概数词和单位"
            if not claim.value[0].isdigit() or read * 2 >= len(claim.value):
                yield Hit(*opened.place(claim, "value"), message, claim.id)


def statement_disagrees(opened: Opened) -> Iterator[Hit]:
    """The statement does not say the value, or another time than ``period``: one of the two is wrong."""
    for claim in opened.bank.claims:
        fact = next(iter(opened.facts.get(claim.id, ())), None)
        if fact is None or not claim.value:
            continue
        missing = _unsaid(claim, fact)
        if missing:
            yield Hit(*opened.place(claim, "statement"), f"陈述里没有说到值“{missing}”", claim.id)
        elif other := _other_time(claim, fact):
            message = f"陈述里的时间“{other}”和 period = {claim.period} 不合"
            yield Hit(*opened.place(claim, "period"), message, claim.id)


def _unsaid(claim: Claim, fact: Fact) -> str:
    """The value, or the first of its members, that the statement does not say."""
    said = extract_quantities(claim.statement, reference=claim.source.published)
    if isinstance(fact.value, Quantity):
        agree = (compare(quantity, fact.value).outcome for quantity in said)
        agrees = Outcome.AGREES in agree or any(
            q.kind is fact.value.kind and (q.low, q.high) == (fact.value.low, fact.value.high) for q in said
        )
        return "" if agrees or claim.derivation is not None else "、".join(values(claim))
    if isinstance(fact.value, Period):
        periods = [from_quantity(quantity) for quantity in said if quantity.kind is Kind.DATE]
        near = any(p and relate(p, fact.value, None) is not Relation.OTHER for p in periods)
        return "" if near else "、".join(values(claim))
    if isinstance(fact.value, TermValue):
        statement = strip_name(claim.statement)
        for written, spellings in zip(values(claim), fact.value.members, strict=True):
            if not any(_says(statement, spelling) for spelling in spellings):
                return written
    return ""


def _says(statement: str, term: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415  only where the plain words are not there

    plain = strip_name(fold(term))
    return plain in statement or fuzz.partial_ratio(plain, statement) >= _SAID


def _other_time(claim: Claim, fact: Fact) -> str:
    """A date of the statement (but for its names) outside the period, where all its dates are outside."""
    if fact.period is None or not claim.period:
        return ""
    statement = claim.statement
    for name in claim.subject:
        statement = statement.replace(name, "")
    dates = [
        (quantity.text, period)
        for quantity in extract_quantities(statement, reference=claim.source.published)
        if quantity.kind is Kind.DATE and (period := from_quantity(quantity)) is not None
    ]
    outside = [text for text, period in dates if _apart(period, fact.period)]
    return outside[0] if dates and len(outside) == len(dates) else ""


def _apart(left: Period, right: Period) -> bool:
    """Whether two windows share no day; an end that is open reaches everywhere."""
    low = max(filter(None, (left.low, right.low)), default=None)
    high = min(filter(None, (left.high, right.high)), default=None)
    return low is not None and high is not None and low > high
