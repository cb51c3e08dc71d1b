"""Parts of a whole and changes by a factor: 四分之一, 百分之二十五, 每4人中有1人, 过半, 1∶4, 七五折, 翻两番.

A fraction whose denominator is 100, 1000 or 10000 is a percentage (百分之二十五, 千分之三: 25 and 0.3); every
other one is a ratio, given as a part of one.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.quantity import han, numerals, ranges, serials
from factcheck.quantity.emit import MULTIPLE, NO_UNIT, PERCENT, RATIO, figure, scaled
from factcheck.quantity.model import Hedge, Kind
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    from factcheck.quantity.lexicon import Unit
    from factcheck.quantity.model import Quantity
    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_OF = pattern(r" {0,3}分 {0,3}之 {0,3}(负? ?)")
_OF_HUNDRED = pattern(r"(?<=[百佰])分(?=[0-9一二三四五六七八九十百])()")  # 百分三十
_AND = pattern(r" ?又 ?")
_ONE_IN = pattern(r"[个位名]?人?(?:之中|当中|中|里)面?就有一")  # 四个人里就有一位, of whichever four
_THESE = ("这", "那", "其")
_EVERY = pattern(
    r"(?:[^\W\d_a-zA-Z]{0,4}?(?:之中|当中|中|里),? ?(?:就|便|才|只|平均|至少|都|约|大约|仅)*(?:会|能)?有?着? ?"
    r"|[^\W\d_a-zA-Z]{0,3}?[就便才只]有 ?|有 ?)"
)
_DOUBLED = pattern(r"翻了?(?:([一两二三四]?)番(?![茄号])|[一1]倍)")
_DOUBLING = pattern(r"翻了?(?:将近|接近|近|大?约|超过|超|逾|不止|至少|不到|不足)$")
_DOUBLING_AHEAD = ("番", "倍")
_MOST_DOUBLINGS = 9
_DISCOUNT = pattern(r"([1-9一二三四五六七八九]) ?([1-9一二三四五六七八九]) ?折(?![射叠扣合旧返磨腾算])")
_SLASH = pattern(r"(?!(?:19|20)\d\d ?/)(\d{1,6})( ?)/\2(\d{1,6})(?![\d/.\-月]| /)")
_COLON = pattern(r"(\d+(?:\.\d+)?) ?([:比]) ?(\d+(?:\.\d+)?)(?![\d:])")
_ANNOUNCED = pattern(r"比例|比率|之比|配比|比值|[别生女]比|杠杆率|汇率|兑换|按照|浓度|比[为是]|按$")
_HAN_COLON = pattern(rf"([{han.CHARS}]+) ?比 ?([{han.CHARS}]+)(?![{han.CHARS}大小高低多少成倍])")
_OF_AHEAD, _AND_AHEAD, _DISCOUNT_AHEAD = ("分", " "), ("又", " "), ("折", " ")
_ANNOUNCED_BEHIND = pattern(r"的?(?:比例|比率|配比|之比)")
_PHYSICAL = frozenset(("mass", "length", "area", "volume", "time"))
_SURE = frozenset("斤克吨米升亩磅秒")
_HUNDREDTH = Decimal("0.01")
_PART_OF = tuple("的约近占超为是")  # 3/16 alone could be a day
_HALF_OF = frozenset("过近超逾")
_DIGITS = "零一二三四五六七八九"
_HUNDREDTHS = {Decimal(100): Decimal(1), Decimal(1000): Decimal("0.1"), Decimal(10000): Decimal("0.01")}
_HALF = Decimal("0.5")


def as_fraction(quantity: Quantity) -> tuple[Decimal | None, Decimal | None] | None:
    """``low`` and ``high`` of a rate as parts of one, so that 25%, 四分之一 and 两成五 can be compared.

    ``None`` when the quantity is neither a percentage, a ratio nor a multiple. Fractions that do not end
    (三分之一) are exact to 28 digits.
    """
    if quantity.kind not in (Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE):
        return None
    scale = Decimal("0.01") if quantity.kind is Kind.PERCENT else Decimal(1)
    low, high = quantity.low, quantity.high
    return (
        low * scale if isinstance(low, Decimal) else None,
        high * scale if isinstance(high, Decimal) else None,
    )


def at_number(state: State, start: int, numeral: Numeral) -> int:
    """Read the rate that begins with ``numeral``; where it ends, 0 when there is none."""
    text = state.text
    following = text[numeral.end : numeral.end + 1]
    if following in _OF_AHEAD:
        fraction = _fraction(text, numeral)
        if fraction is not None:
            return _put_fraction(state, start, *fraction)
    if following in _AND_AHEAD and (whole := _mixed(text, numeral)) is not None:
        return figure(state, start, whole, NO_UNIT, "")
    if following in _DOUBLING_AHEAD and (times := _doubling(text, start, numeral)):
        doubled = numerals.exact(numeral.end + 1, Decimal(2) ** times, Decimal(1))
        return figure(state, start, doubled, MULTIPLE, following)
    if text.startswith("一半", start):
        return figure(state, start, numerals.exact(start + 2, _HALF, _HALF), RATIO, "")
    discount = _DISCOUNT.match(text, start) if following in _DISCOUNT_AHEAD else None
    if discount is not None:
        value = "".join(
            digit if digit.isascii() else str(_DIGITS.index(digit)) for digit in discount.groups()
        )
        numeral = numerals.exact(discount.end(), Decimal(value), Decimal(1))
        return figure(state, start, numeral, PERCENT, "折")
    if text[start - 1 : start] == "每":
        return _every(state, start - 1, numeral)
    if text[start - 1 : start] not in _THESE and _ONE_IN.match(text, numeral.end):
        return _every(state, start, numeral)
    return 0


def _doubling(text: str, start: int, numeral: Numeral) -> int:
    """How many times a hedged 翻了近两番 or 翻了近一倍 doubles; 0 for anything else."""
    if numeral.hedge or not 1 <= numeral.number <= _MOST_DOUBLINGS or numeral.number % 1:
        return 0
    if text[numeral.end] == "倍" and numeral.number != 1:
        return 0
    return int(numeral.number) if _DOUBLING.search(text[max(0, start - 5) : start]) else 0


def _fraction(text: str, whole: Numeral) -> tuple[Numeral, Decimal, bool] | None:
    """Behind a denominator: the numerator, the factor to it, and whether it is a percentage."""
    found = _OF.match(text, whole.end) or _OF_HUNDRED.match(text, whole.end)
    if found is None or whole.low != whole.high or not whole.low:
        return None
    part = numerals.read(text, found.end())
    if part is None:
        return None
    sign = -1 if found[1] else 1
    factor = _HUNDREDTHS.get(whole.low)
    return (part, factor * sign, True) if factor is not None else (part, sign / whole.low, False)


def _put_fraction(state: State, start: int, part: Numeral, factor: Decimal, percent: bool) -> int:
    """Add a fraction, or the range that begins with it: 百分之二十至三十, 千分之三至千分之五."""
    joint = ranges.TO.match(state.text, part.end)
    other = numerals.read(state.text, joint.end()) if joint is not None else None
    if other is not None:
        again = _fraction(state.text, other)
        if again is not None and again[1] == factor:
            other = again[0]
        if other.low > part.high:
            part = ranges.join(part, other)
    whole = scaled(part, factor)
    if percent and (part.number != 1 or _measure(state, part.end) is None):
        return figure(state, start, whole, PERCENT, "")
    return _put_part(state, start, scaled(whole, _HUNDREDTH) if percent else whole)


def _put_part(state: State, start: int, part: Numeral) -> int:
    """Add a part of one, or of a unit: 四分之一公里."""
    unit = _measure(state, part.end)
    if unit is not None:
        return figure(state, start, part._replace(end=unit[0]), unit[2], unit[1])
    return figure(state, start, part, RATIO, "")


def _measure(state: State, end: int) -> tuple[int, str, Unit] | None:
    """The unit at ``end`` that parts are counted in: 千分之一秒, but not 百分之八十里."""
    unit = state.words.unit(state.text, end)
    if unit is None or unit[2].dimension not in _PHYSICAL:
        return None
    return unit if len(unit[1]) > 1 or unit[1] in _SURE else None


def _mixed(text: str, whole: Numeral) -> Numeral | None:
    """A whole number with a fraction: 三百五十又三分之一, 1 3/5."""
    if whole.low != whole.high:
        return None
    if text.startswith(" ", whole.end) and (slash := _SLASH.match(text, whole.end + 1)) is not None:
        below = Decimal(slash[3])
        value = whole.number + Decimal(slash[1]) / below if below else whole.number
        return numerals.exact(slash.end(), value, Decimal(1)) if below else None
    found = _AND.match(text, whole.end)
    slash = _SLASH.match(text, found.end()) if found is not None else None
    if slash is not None and Decimal(slash[3]):
        return numerals.exact(slash.end(), whole.number + Decimal(slash[1]) / Decimal(slash[3]), Decimal(1))
    denominator = numerals.read(text, found.end()) if found is not None else None
    fraction = _fraction(text, denominator) if denominator is not None else None
    if denominator is None or fraction is None:
        return None
    value = whole.number + fraction[0].number / denominator.number
    return numerals.exact(fraction[0].end, value, Decimal(1))


def _every(state: State, start: int, whole: Numeral) -> int:
    """每4人中就有1位: what the second number counts, to each of the first."""
    text = state.text
    unit = state.words.unit(text, whole.end)
    found = _EVERY.match(text, unit[0] if unit else whole.end)
    part = numerals.read(text, found.end()) if found is not None else None
    second = state.words.unit(text, part.end) if part is not None else None
    if part is None or second is None or whole.low != whole.high or part.high > whole.low or not whole.low:
        return 0
    of = unit[2].dimension if unit is not None else "count"
    if second[2].dimension not in (of, "count") and (of, second[2].dimension) != ("count", "people"):
        return 0
    return figure(state, start, scaled(part, 1 / whole.low)._replace(end=second[0]), RATIO, "")


def at_slash(state: State, start: int) -> int:
    """1/3 at ``start``; 0 for days (6/22, 08/08)."""
    found = _SLASH.match(state.text, start)
    if found is None or state.text[start - 1 : start] in ("/", "."):
        return 0
    above, below = found[1], found[3]
    if "0" in (above[0], below[0]) or above == below:
        return 0
    if 1 < int(above) <= 12 < int(below) <= 31 and state.text[start - 1 : start] not in _PART_OF:
        return 0
    return _put_quotient(state, start, found.end(), above, below)


def at_colon(state: State, start: int) -> int:
    """1∶4 at ``start``, where the sign or the words before make it a ratio; 0 for scores and clock times."""
    found = _COLON.match(state.text, start)
    if found is None or not Decimal(found[3]):
        return 0
    if not _announced(state.text, start, found.end()):
        proportion = state.original[found.start(2)] == "∶" and not serials.is_score(
            state.text, start, found.end()
        )
        if not proportion:
            return 0
    return _put_quotient(state, start, found.end(), found[1], found[3])


def at_han_colon(state: State, start: int) -> int:
    """一百零五比一百 at ``start``: a ratio where the words around say so, else a score that is stepped over."""
    text = state.text
    found = _HAN_COLON.match(text, start)
    above, below = (han.parse(written) for written in found.groups()) if found is not None else (None, None)
    if found is None or above is None or below is None or not below.low:
        return 0
    if _announced(text, start, found.end()):
        value = above.low / below.low
        return figure(state, start, numerals.exact(found.end(), value, value), RATIO, "")
    return found.end()


def _announced(text: str, start: int, end: int) -> bool:
    """Whether the words around make two numbers a ratio."""
    return bool(
        _ANNOUNCED.search(text[max(0, start - 8) : start]) or _ANNOUNCED_BEHIND.match(text[end : end + 4])
    )


def _put_quotient(state: State, start: int, end: int, above: str, below: str) -> int:
    value = Decimal(above) / Decimal(below)
    return _put_part(state, start, numerals.exact(end, value, value))


def at_half(state: State, start: int) -> int:
    """半数, 过半, 半成, 半折, 半百 at ``start``, the place of 半; 0 when there is none."""
    text = state.text
    whole = text.startswith("半数", start)
    if whole or text[start - 1 : start] in _HALF_OF:
        return figure(state, start, numerals.exact(start + 1 + whole, _HALF, _HALF), RATIO, "")
    for word, value, unit in (("半成", 5, PERCENT), ("半折", 50, PERCENT), ("半百", 50, NO_UNIT)):
        if text.startswith(word, start) and text[start + 2 : start + 3] not in ("品", "立"):
            numeral = numerals.exact(start + 2, Decimal(value), Decimal(5))
            return figure(state, start, numeral, unit, word[1] if unit is PERCENT else "")
    return 0


def at_word(state: State, start: int) -> int:
    """翻番, 翻两番, 翻一倍, 打对折 at ``start``; 0 when there is none. Doubling twice makes four times."""
    text = state.text
    if text.startswith("对折", start):
        return figure(state, start, numerals.exact(start + 2, Decimal(50), Decimal(50)), PERCENT, "折")
    found = _DOUBLED.match(text, start)
    if found is None:
        return 0
    times = _DIGITS.index((found[1] or "一").replace("两", "二"))
    value = Decimal(2) ** times
    numeral = numerals.exact(found.end(), value, Decimal(1))
    if text[found.end() : found.end() + 1] == "多":  # 翻了一番多, not yet the next doubling; 翻了一倍多
        numeral = numeral._replace(
            end=found.end() + 1,
            high=value * 2 if found[0][-1] == "番" else value + 1,
            hedge=Hedge.OVER,
            open_low=True,
            open_high=True,
        )
    return figure(state, start, numeral, MULTIPLE, found[0])
