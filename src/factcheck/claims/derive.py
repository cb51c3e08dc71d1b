"""Work out claims that follow from others: ``derive = "earners-poor-areas / earners-total"``.

A derived value is exact; it is shown with four significant digits and 约 where it does not end sooner.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from factcheck.claims.arithmetic import Amount, AmountError, Expression, read, work_out
from factcheck.claims.model import Claim, Derivation, Status
from factcheck.quantity import extract_quantities
from factcheck.quantity.lexicon import units
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DIGITS = 4  # significant digits of a value that does not end
_ENDS_WITHIN = 6  # significant digits up to which a value that ends is written out
_FIGURES = {
    Kind.CARDINAL,
    Kind.MONEY,
    Kind.PERCENT,
    Kind.PERCENTAGE_POINT,
    Kind.RATIO,
    Kind.MULTIPLE,
    Kind.DURATION,
}


class DeriveError(Exception):
    """A derivation that cannot be worked out: which claim's, and why."""

    def __init__(self, claim: Claim, problem: str) -> None:
        self.claim, self.problem = claim, problem
        super().__init__(f"{claim.id}：{problem}")


def derived(
    claims: Mapping[str, Claim], tell: Callable[[DeriveError], None] | None = None
) -> dict[str, Claim]:
    """``claims`` with the values of derived ones worked out, in the same order.

    Raises :class:`DeriveError` for an expression that cannot be read, an unknown id, a cycle, kinds that do
    not go together, or a division by zero; with ``tell``, each is told and the claim stays without.
    """

    def fail(error: DeriveError) -> None:
        if tell is None:
            raise error
        tell(error)

    expressions: dict[str, Expression] = {}
    for claim in claims.values():
        if claim.derive:
            try:
                expressions[claim.id] = _read(claim, claims)
            except DeriveError as error:
                fail(error)
    found = dict(claims)
    amounts: dict[str, Amount] = {}
    for name in _order(expressions, claims, fail):
        claim = claims[name]
        try:
            amounts[name] = _work_out(claim, expressions[name], claims, amounts)
        except DeriveError as error:
            fail(error)
            continue
        shown = shown_value(amounts[name])
        derivation = Derivation(amounts[name].number, f"{amounts[name].text} = {shown}")
        found[name] = replace(claim, value=claim.value or shown, derivation=derivation)
        amounts[name] = amounts[name]._replace(text=shown)
    return found


def _read(claim: Claim, claims: Mapping[str, Claim]) -> Expression:
    try:
        expression = read(claim.derive)
    except AmountError as problem:
        raise DeriveError(claim, f"{claim.derive!r} {problem}") from None
    for name in expression.names:
        if name not in claims:
            near = did_you_mean(name, list(claims))
            raise DeriveError(claim, f"没有编号为 {name} 的事实{near if '是不是' in near else ''}")
        if claims[name].status is Status.WITHDRAWN:
            raise DeriveError(claim, f"{name} 已撤回，不能用来推导")
    return expression


def _order(
    expressions: Mapping[str, Expression], claims: Mapping[str, Claim], fail: Callable[[DeriveError], None]
) -> list[str]:
    """The derived claims, each after those it needs; those that need each other are told and left out."""
    waiting = dict(expressions)
    while True:
        graph = {name: [n for n in found.names if n in waiting] for name, found in waiting.items()}
        try:
            return list(TopologicalSorter(graph).static_order())
        except CycleError as error:
            circle: list[str] = error.args[1][::-1]
            fail(DeriveError(claims[circle[0]], f"推导成了圈：{' → '.join(circle)}"))
            waiting = {name: found for name, found in waiting.items() if name not in circle}


def _work_out(
    claim: Claim, expression: Expression, claims: Mapping[str, Claim], amounts: Mapping[str, Amount]
) -> Amount:
    try:
        known = {name: amounts.get(name) or _amount(claims[name]) for name in expression.names}
        return work_out(expression, known)
    except AmountError as problem:
        raise DeriveError(claim, f"{claim.derive}：{problem}") from None


def _amount(claim: Claim) -> Amount:
    """What a claim's value is worth in arithmetic. Raises :class:`AmountError`."""
    if claim.derive:
        raise AmountError(f"{claim.id} 自己没有推导出来")
    text = claim.value if isinstance(claim.value, str) else ""
    read_from = extract_quantities(text or claim.statement)
    figures = [found for found in read_from if not found.incidental and found.kind in _FIGURES]
    if isinstance(claim.value, tuple) or len(figures) != 1:
        raise AmountError(f"{claim.id} 的值不是一个数")
    figure = figures[0]
    if figure.hedge is not Hedge.NONE or figure.number is None or figure.low != figure.high:
        raise AmountError(f"{claim.id} 的值“{figure.text}”是概数，不能用来推导")
    number = Fraction(figure.number) * (100 if figure.kind is Kind.RATIO else 1) / written_size(figure)
    return Amount(number, _kind(figure), _unit(figure), figure.text)


def _kind(figure: Quantity) -> Kind:
    return Kind.PERCENT if figure.kind is Kind.RATIO else figure.kind


def _unit(figure: Quantity) -> str:
    """The unit a figure is reckoned in: minutes stay minutes, 名 and 位 are 人."""
    if _kind(figure) is Kind.PERCENT:
        return "%"
    return figure.written_unit if written_size(figure) != 1 else figure.unit


def written_size(figure: Quantity) -> Fraction:
    """The written unit in base units; a share's is one."""
    unit = units()[0].get(figure.written_unit)
    return Fraction(unit.factor) if unit and figure.kind not in {Kind.PERCENT, Kind.RATIO} else Fraction(1)


def shown_value(amount: Amount) -> str:
    """An amount as press copy writes it: 约25.84%, 1906万人, 约46.92万元."""
    number, unit = amount.number, amount.unit
    if amount.kind is Kind.PERCENTAGE_POINT:
        unit = "个百分点"
    magnitude = ""
    if amount.kind is not Kind.PERCENT:
        for size, word in ((Fraction(10**8), "亿"), (Fraction(10**4), "万")):
            if abs(number) >= size:
                number, magnitude = number / size, word
                break
    written = _decimal(number, _ENDS_WITHIN)
    if Fraction(written) == number:
        return f"{written:f}{magnitude}{unit}"
    return f"约{_decimal(number, DIGITS):f}{magnitude}{unit}"


def _decimal(number: Fraction, digits: int) -> Decimal:
    """``number`` rounded half up to so many significant digits, without trailing zeros."""
    if not number:
        return Decimal(0)
    exponent = len(str(abs(number.numerator))) - len(str(number.denominator))
    exponent += abs(number) >= Fraction(10) ** exponent
    scaled = abs(number) * Fraction(10) ** (digits - exponent)
    rounded = Decimal(int(scaled + Fraction(1, 2))).scaleb(exponent - digits).normalize()
    return rounded if number > 0 else -rounded
