"""Write a number in the notations of Chinese press copy: the other direction of what the package reads."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("万亿两", "萬億兩")
_FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def chinese(number: int) -> str:
    """一亿二千三百万零四百五: the everyday Chinese numeral, with zeros where a place is skipped."""
    if number == 0:
        return "零"
    parts: list[str] = []
    for magnitude, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, magnitude)
        if not section:
            if parts and number and not parts[-1].endswith("零"):
                parts.append("零")
            continue
        if magnitude == 10**8 and section >= 10**4:
            text = chinese(section)
        else:
            text = _section(section)
            if parts and section < 1000 and not parts[-1].endswith("零"):
                text = "零" + text
        parts.append(text + name)
    return "".join(parts).rstrip("零").replace("零零", "零")


def _section(section: int) -> str:
    written, skipped = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, section = divmod(section, place)
        if digit:
            written += ("零" if skipped and written else "") + _DIGITS[digit] + name
            skipped = False
        else:
            skipped = True
    return written


def spoken(number: int) -> str:
    """As above, with 两 for 二 before 千, 万 and 亿 and 十 for a leading 一十."""
    written = chinese(number)
    for name in "千万亿":
        written = written.replace(f"二{name}", f"两{name}") if not written.startswith("十") else written
    written = written.replace("十两", "十二")
    return written.removeprefix("一") if written.startswith("一十") else written


def notations(number: int) -> list[str]:
    """All notations of a whole number."""
    written = chinese(number)
    every = [
        str(number),
        f"{number:,}",
        str(number).translate(_FULL_WIDTH),
        f"{number:,}".translate(_FULL_WIDTH),
        written,
        written.translate(_TRADITIONAL),
        written.replace("零", "〇") if number else "〇",
    ]
    if len(written) > 1:
        every.append(written.translate(_FORMAL))
    every.append(spoken(number))
    high, low = divmod(number, 10**8)
    middle, rest = divmod(low, 10**4)
    if number >= 10**4:
        every.append(f"{Decimal(number) / 10**4:f}万")
        if not rest and high and middle:
            every.append(f"{high}亿{middle}万")
    if number >= 10**8:
        every.append(f"{Decimal(number) / 10**8:f}亿")
        every.append(f"{Decimal(number) / 10**8:f} 億".translate(_FULL_WIDTH))
    return every
