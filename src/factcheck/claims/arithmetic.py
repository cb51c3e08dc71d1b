"""Arithmetic over amounts that keep their units: exact, and only where the kinds allow it.

``+ - * /`` (also ``× ÷``) and parentheses over names and plain numbers; a minus stands between spaces, since
names hold hyphens. Shares are kept in percent.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factcheck.quantity.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST = 64  # parts of one expression
_LARGEST = 4096  # bits of a number; far beyond any figure in print

_TOKEN = re.compile(r"\s*(?:(?P<sign>[()+*/×÷]|-(?=\s))|(?P<name>[^\s()+*/×÷]+))")
_NUMBER = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?")
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}
_SHOWN = {"*": " × ", "/": " ÷ ", "+": " + ", "-": " - "}
_SHARES = {Kind.PERCENT, Kind.PERCENTAGE_POINT}
_BARE = {Kind.CARDINAL, Kind.MULTIPLE}


class AmountError(Exception):
    """An expression that cannot be read or worked out; the message says why."""


class Amount(NamedTuple):
    """A number of something. ``number`` is in ``unit``, a share's in percent; ``text`` is for people."""

    number: Fraction
    kind: Kind
    unit: str = ""
    text: str = ""

    @property
    def plain(self) -> bool:
        """Whether it counts nothing in particular: a number, a share, a multiple."""
        return self.kind in _SHARES or (self.kind in _BARE and not self.unit)


class Expression(NamedTuple):
    """Names, numbers and signs, in reverse Polish order, and as they were written."""

    steps: tuple[str, ...]
    written: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What has to be known to work it out."""
        return tuple(
            dict.fromkeys(step for step in self.written if step not in "()+-*/" and not _is_number(step))
        )


def read(text: str) -> Expression:
    """Read an expression. Raises :class:`AmountError`."""
    written = [(match["sign"] or match["name"]) for match in _TOKEN.finditer(text.strip())]
    written = [{"×": "*", "÷": "/"}.get(part, part) for part in written]
    if len(written) > LONGEST:
        raise AmountError(f"算式太长，最多 {LONGEST} 项")
    steps: list[str] = []
    waiting: list[str] = []
    operand_next = True
    for part in written:
        if part == "(" or part not in "()+-*/":
            if not operand_next:
                raise AmountError(f"{part} 前面缺少运算符（+ - * /，减号两边要有空格）")
            (waiting if part == "(" else steps).append(part)
            operand_next = part == "("
            continue
        if operand_next:
            raise AmountError(f"{part} 前面缺少事实编号或数")
        while waiting and waiting[-1] != "(" and (part == ")" or _RANK[waiting[-1]] >= _RANK[part]):
            steps.append(waiting.pop())
        if part != ")":
            waiting.append(part)
            operand_next = True
        elif not waiting:
            raise AmountError("多出一个右括号")
        else:
            waiting.pop()
    if operand_next:
        raise AmountError("算式没有写完")
    if "(" in waiting:
        raise AmountError("少一个右括号")
    return Expression((*steps, *reversed(waiting)), tuple(written))


def work_out(expression: Expression, known: Mapping[str, Amount]) -> Amount:
    """The value of the expression; ``text`` is the calculation in words, without its result.

    Raises :class:`AmountError` where kinds do not go together, on division by zero and on numbers
    beyond any figure in print.
    """
    stack: list[Amount] = []
    for step in expression.steps:
        if step in _RANK:
            right, left = stack.pop(), stack.pop()
            stack.append(_APPLY[step](left, right))
            number = stack[-1].number
            if max(number.numerator.bit_length(), number.denominator.bit_length()) > _LARGEST:
                raise AmountError("算出的数太大")
        else:
            stack.append(known[step] if step in known else Amount(Fraction(step), Kind.CARDINAL))
    shown = "".join(
        _SHOWN.get(part, known[part].text if part in known else part) for part in expression.written
    )
    return stack.pop()._replace(text=shown)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _add(left: Amount, right: Amount) -> Amount:
    left, right = _alike(left, right, "相加")
    return left._replace(number=left.number + right.number)


def _subtract(left: Amount, right: Amount) -> Amount:
    whole = left.kind is Kind.CARDINAL and left.plain  # 1 - share is a share again
    left, right = _alike(left, right, "相减")
    points = left.kind is Kind.PERCENT and not whole
    return left._replace(
        number=left.number - right.number, kind=Kind.PERCENTAGE_POINT if points else left.kind
    )


def _multiply(left: Amount, right: Amount) -> Amount:
    if left.plain and not right.plain:
        left, right = right, left
    if not right.plain and Kind.MONEY in {left.kind, right.kind} and left.kind is not right.kind:
        left, right = (left, right) if left.kind is Kind.MONEY else (right, left)  # a price times a count
        return left._replace(number=left.number * right.number)
    if not right.plain:
        raise AmountError(f"{left.text}和{right.text}的单位不能相乘")
    return left._replace(number=left.number * _factor(right))


def _divide(left: Amount, right: Amount) -> Amount:
    if not right.number:
        raise AmountError("除以零")
    if right.plain and not left.plain:
        return left._replace(number=left.number / _factor(right))
    if left.unit == right.unit and (left.kind is right.kind or (left.plain and right.plain)):
        times = _factor(left) / _factor(right) if left.plain else left.number / right.number
        if abs(times) <= 1:
            return Amount(times * 100, Kind.PERCENT, "%")
        return Amount(times, Kind.MULTIPLE, "倍")
    if left.plain:
        raise AmountError(f"{left.text or '数'}不能除以带单位的{right.text}")
    return left._replace(number=left.number / right.number)  # so many 元 for each 分钟


_APPLY: dict[str, Callable[[Amount, Amount], Amount]] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
}


def _factor(amount: Amount) -> Fraction:
    return amount.number / 100 if amount.kind in _SHARES else amount.number


def _alike(left: Amount, right: Amount, done: str) -> tuple[Amount, Amount]:
    """Both in one unit; a plain number beside a share is one too."""
    if left.kind in _SHARES and right.plain:
        right = right if right.kind in _SHARES else Amount(right.number * 100, Kind.PERCENT, "%", right.text)
        return left, right
    if right.kind in _SHARES and left.plain:
        return Amount(left.number * 100, Kind.PERCENT, "%", left.text), right
    if (left.kind, left.unit) != (right.kind, right.unit):
        raise AmountError(f"{left.text or '数'}和{right.text or '数'}不能{done}")
    return left, right
