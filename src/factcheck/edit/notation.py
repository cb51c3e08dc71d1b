"""Write a number the way another one was: ``二点五亿`` stays Chinese, ``27,500,000`` keeps its commas.

A notation is taken from a numeral as it stands in a draft. What is written in it is read back as the same
value (:mod:`factcheck.quantity`); the tests hold it to that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from factcheck.text.fold import fold

_ARABIC = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<word> ?[十百千万亿兆]*)")
_MIXED = re.compile(r"\d+(?P<first> ?亿 ?)\d+(?P<second> ?万)")
_CHINESE = re.compile(
    r"[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+(?P<word>[十百千万亿]*))?"
)
_FORMAL = re.compile(
    r"[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]+(?:点[零〇壹贰叁肆伍陆柒捌玖]+(?P<word>[拾佰仟万亿]*))?"
)
_TWO_PLAIN = re.compile(r"二(?=[千万亿])")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12, "拾": 1, "佰": 2, "仟": 3}

_DIGITS = "零一二三四五六七八九"
_FORMAL_SIGNS = str.maketrans("一二两三四五六七八九十百千", "壹贰贰叁肆伍陆柒捌玖拾佰仟")
_WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
_TRADITIONAL = str.maketrans("万亿两贰叁陆", "萬億兩貳參陸")
_HIGHEST = Decimal(10) ** 16
_MOST_DECIMALS = 4  # in front of a magnitude: 2.5731亿 reads well, 2.573125亿 does not
_LARGEST_HEAD = Decimal(100_000)  # 16538亿 reads well, 1653800万 does not


class Script(StrEnum):
    """In which signs a number is written."""

    ARABIC = "arabic"  # 2570万, 25,700,000
    MIXED = "mixed"  # 1亿2700万
    CHINESE = "chinese"  # 两千五百七十万, 二点五七亿
    FORMAL = "formal"  # 贰仟伍佰柒拾万


@dataclass(frozen=True, slots=True)
class Notation:
    """How a number is written."""

    script: Script
    word: str = ""  # the magnitude behind the digits, with its space: "万", " 亿"; simplified and half width
    grouped: bool = False
    wide: bool = False  # full-width digits
    two: bool = False  # 两 rather than 二 where it leads
    zero: str = "零"
    traditional: bool = False
    decimal: bool = False  # Chinese with a point before the magnitude: 二点五亿

    @property
    def power(self) -> int:
        """The power of ten of the magnitude."""
        return sum(_POWERS[char] for char in self.word.strip())


def notation_of(written: str, *, counting: bool = True) -> Notation | None:
    """The notation of a whole numeral, ``None`` where it is none that can be written again.

    ``counting`` says that it counts something, so that a lone two is 两.
    """
    plain = fold(written)
    wide = written[:1] != plain[:1] and plain[:1].isdigit()
    traditional = bool(set("萬億兩貳參陸") & set(written))
    if _MIXED.fullmatch(plain):
        return Notation(Script.MIXED, wide=wide, traditional=traditional)
    if found := _ARABIC.fullmatch(plain):
        grouped = "," in found["digits"]
        return Notation(Script.ARABIC, found["word"].rstrip(), grouped, wide, traditional=traditional)
    for pattern, script in ((_CHINESE, Script.CHINESE), (_FORMAL, Script.FORMAL)):
        if found := pattern.fullmatch(plain):
            if len(plain) > 1 and not set(plain) & _POWERS.keys() and "点" not in plain:
                return None  # digits one by one (二〇二〇): a year or a code
            return Notation(
                script,
                found["word"] or "",
                two=counting and not _TWO_PLAIN.search(plain),
                zero="〇" if "〇" in plain else "零",
                traditional=traditional,
                decimal="点" in plain,
            )
    return None


def write(value: Decimal, notation: Notation) -> str | None:
    """``value`` in ``notation``, exactly; ``None`` where the notation cannot say it."""
    if value < 0 or value >= _HIGHEST:
        return None
    text: str | None
    if notation.script is Script.ARABIC:
        text = _arabic(value, notation)
    elif notation.script is Script.MIXED:
        text = _mixed(value)
    else:
        text = _chinese(value, notation)
    if text is None:
        return None
    if notation.wide:
        text = text.translate(_WIDE)
    return text.translate(_TRADITIONAL) if notation.traditional else text


def rewrite(value: Decimal, written: str, model: str = "", *, counting: bool = True) -> str | None:
    """``value`` in the notation of ``written``; its magnitude gives way to ``model``'s where it does not fit.

    ``model`` is a numeral that says the same value (the claim's own). ``None`` where nothing fits.
    """
    notation = notation_of(written, counting=counting)
    if notation is None:
        return None
    if notation.script is not Script.ARABIC and not notation.decimal:
        return write(value, notation)
    own = _head(written)
    if _fits(value, notation, own):
        return write(value, notation)
    other = notation_of(model) if model else None
    if other is None:
        return None
    gap = " " if notation.word.startswith(" ") else ""
    word = gap + other.word.strip() if other.word.strip() else ""
    fallback = replace(notation, word=word, grouped=notation.grouped and not word)
    return write(value, fallback) if _fits(value, fallback, None) else None


def _head(written: str) -> Decimal | None:
    """The number before the magnitude, of Arabic numerals."""
    found = _ARABIC.fullmatch(fold(written))
    return Decimal(found["digits"].replace(",", "")) if found else None


def _fits(value: Decimal, notation: Notation, own: Decimal | None) -> bool:
    """Whether the magnitude suits the value: not 0.0029亿, not 290000万, not 25700000 for a draft's 2750."""
    head = value.scaleb(-notation.power)
    if not notation.power:
        if own is None or value != value.to_integral_value() or value % 10_000:
            return True
        return len(f"{value:f}".partition(".")[0]) <= len(f"{own:f}".partition(".")[0]) + 1
    least = Decimal(1) if own is None or own >= 1 else Decimal("0.001")
    return least <= head < _LARGEST_HEAD and _decimals(head) <= _MOST_DECIMALS


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


def _arabic(value: Decimal, notation: Notation) -> str:
    head = _plain(value.scaleb(-notation.power))
    whole, point, fraction = head.partition(".")
    if notation.grouped:
        whole = f"{int(whole):,}"
    return whole + point + fraction + notation.word


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _mixed(value: Decimal) -> str | None:
    if value != value.to_integral_value() or value % 10_000:
        return None
    above, below = divmod(int(value) // 10_000, 10_000)
    return (f"{above}亿" if above else "") + (f"{below}万" if below else "") or None


def _chinese(value: Decimal, notation: Notation) -> str | None:
    power = notation.power if notation.decimal else 0
    head = value.scaleb(-power)
    whole = int(head)
    if head == whole:  # 三亿, not 三点〇亿
        whole, word, fraction = int(value), "", ""
    else:
        word, fraction = notation.word, _plain(head).partition(".")[2]
    text = _positional(whole)
    if notation.script is Script.CHINESE and notation.two and not fraction:
        text = "两" if text == "二" else re.sub(r"^二(?=[千万亿])", "两", text)
    if fraction:
        text += "点" + "".join(_DIGITS[int(digit)] for digit in fraction)
    if notation.script is Script.FORMAL:
        text = re.sub(r"^十", "一十", text).translate(_FORMAL_SIGNS)
        word = word.translate(_FORMAL_SIGNS)
    return text.replace("零", notation.zero) + word


def _positional(value: int) -> str:
    """一千零五, 十二, 六百六十四万五千三百, 二亿零五十万."""
    if value == 0:
        return _DIGITS[0]
    text = ""
    for power, word in ((12, "万亿"), (8, "亿"), (4, "万"), (0, "")):
        group = value // 10**power % 10_000
        if not group:
            continue
        low = text and (group < 1000 or value // 10 ** (power + 4) % 10_000 == 0)
        text += ("零" if low else "") + _group(group) + word
    # 五万亿 is one word; before more 亿 it is 五万…亿: 五万二千亿
    text = re.sub(r"万亿(?=.*[^零]亿)", "万", text)
    return re.sub(r"^一十", "十", text)


def _group(value: int) -> str:
    text = ""
    for power, word in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit:
            skipped = text and not value // 10 ** (power + 1) % 10
            text += ("零" if skipped else "") + _DIGITS[digit] + word
    return text
