"""Ordinary numbers that state no quantity: addresses, codes, clock times, scores, list numbering."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.quantity.lexicon import rows
from factcheck.text.pattern import pattern

if TYPE_CHECKING:
    import re

    from factcheck.quantity.numerals import Numeral
    from factcheck.quantity.state import State

_ADDRESS = pattern(r"(?:https?://|ftp://|www\.)[!-~]+")
_CODE = pattern(r"[A-Za-z0-9_.\-/:@#&=%?+·]*[A-Za-z0-9_](?:(?<=\d)(?:[百千万亿]+|转\d{1,6}))?")
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = pattern(rf"{_HOUR} ?:[0-5]\d(?::[0-5]\d)?(?!\d)(?: ?(?:-|—{{1,2}}|~|至|到) ?{_HOUR}:[0-5]\d)?")
_PHONE = pattern(
    r"(?:(?:\+?86[- ]?)?(?:0\d{2,3}[- ]\d{7,8}|1[3-9]\d[- ]?\d{4}[- ]?\d{4})|[48]00[- ]\d{3,4}[- ]\d{3,4}"
    r"|9[56]\d{3}(?:转\d{1,6})?|\d+(?:-\d+){2,})(?![\d.])"
)
_VERSION = pattern(r"\d+(?:\.\d+){2,}")
_WON = r"战胜|击败|[胜负平]|落败|大胜|逆转|力克|不敌|取胜|领先|落后|轻取|险胜|告负|获胜|打败|淘汰|的?比分"
_SCORE = pattern(
    r"\d{1,3}(?:\.\d+)? ?[:比] ?\d{1,3}(?:\.\d+)?(?![\d:])"
    r"|\d{1,2}-\d{1,2}(?![\d\-.%])"
    rf"(?:(?=\(\d{{1,2}}\))\(\d+\)|(?= ?(?:{_WON})))"
)
_PLAYED = pattern(
    r"比分(?:为|是|变成|锁定在|定格在|扳成|改写为)? ?$|\d:\d{1,2}[)、,] ?$|[胜负平][^,。;]{0,6}\($"
)
_PLAYED_ON = pattern(rf"[、,] ?\d{{1,2}} ?:|(?:[^\W\d_]{{0,4}}?)(?:{_WON})")
_HAN_HOUR = rf"(?:{_HOUR}|[零一二两三四五六七八九十]{{1,3}})"
_HAN_SIXTY = r"(?:[0-5]?\d|[零一二三四五六七八九十]{1,3})"
_HAN_CLOCK = pattern(
    rf"{_HAN_HOUR} ?许?[点时](?![间代速候期尚空评赞击燃亮名]|刻表)"
    rf"(?: ?(?:[整半许]|[一二三1-3]刻|{_HAN_SIXTY} ?分(?![之钟])(?: ?{_HAN_SIXTY} ?秒)?)"
    r"|(?<=点)[0-5]\d(?=[,。;、!?)\s]|$|[许左出到至开起后前]))?"
)
_DAYTIME = pattern(r"(?:[上下中]午|晚上|凌晨|[早清]晨|早上|傍晚|夜里|午后|[日号天晚早午夜])$")
_NUMBERING = pattern(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:、|\. ?(?!\d)|\)(?![万亿]))")
_SPELT = pattern(r"[〇零一二三四五六七八九点]{1,24}(?:(?=([A-Za-z]))|)")
_HYPHENED = pattern("-[A-Za-z]")  # 7-Eleven
_TYPED = pattern(r"[^\W\d_a-zA-Z](?<![为是到至达约降升了得于在和跌涨])")
_FIGURE_AHEAD = frozenset("0123456789")
_ID_LENGTH = 11  # so many bare digits are a number of a thing: telephone, card, order


@cache
def _words() -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Words that make a number a name: those before it, their last characters, those behind it, and makes."""
    places: dict[str, list[str]] = {"before": [], "after": [], "name": []}
    for word, place in rows("serials.tsv"):
        places[place].append(word)
    before = tuple(places["before"])
    return before, frozenset(word[-1] for word in before), tuple(places["after"]), tuple(places["name"])


def address(text: str, start: int) -> int | None:
    """Where the web address that begins at ``start`` ends."""
    found = _ADDRESS.match(text, start)
    return found.end() if found else None


def code(text: str, start: int) -> int:
    """Where the run of letters, digits and signs at ``start`` ends."""
    found = _PHONE.match(text, start) or _CODE.match(text, start)
    return found.end() if found else start + 1


def spelt(text: str, start: int) -> int:
    """Where the digits spelt out at ``start`` end, within 幺二三 or a plate (A七L六二U); 0 for a number."""
    found = _SPELT.match(text, start)
    return found.end() if found is not None and (text[start - 1] == "幺" or found[1]) else 0


def labelled(text: str, start: int) -> bool:
    """Whether a label such as 电话 or No. stands before ``start``."""
    words, ends, *_ = _words()
    at = start - 1 if start and text[start - 1] in ": " else start
    return at > 0 and text[at - 1] in ends and text.endswith(words, 0, at)


def named(text: str, end: int) -> bool:
    """Whether the number that ends at ``end`` is part of a name: 312国道, 10号线, 90后."""
    return text.startswith(_words()[2], end)


def of_make(text: str, start: int) -> bool:
    """Whether the bare number at ``start`` is the type of something: 波音737, 小米 11, 歼-20."""
    at = start - 1 if start and text[start - 1] in " -" else start
    if at and text.endswith(_words()[3], 0, at):
        return True
    return start > 1 and text[start - 1] == "-" and _TYPED.match(text, start - 2) is not None


def is_score(text: str, start: int, end: int) -> bool:
    """Whether two numbers with ∶ between them are the points of a game, not a ratio (25∶18、23∶25)."""
    before = text[max(0, start - 12) : start]
    return _PLAYED.search(before) is not None or _PLAYED_ON.match(text, end) is not None


def end_of_code(state: State, start: int, numeral: Numeral) -> int:
    """Where the code, clock time, score or version that begins with a number ends; 0 when it is a figure."""
    text, unit = state.text, state.words.unit
    following = text[numeral.end : numeral.end + 1]
    found: re.Match[str] | None = None
    if following in (":", "比"):
        found = _CLOCK.match(text, start) or _SCORE.match(text, start)
        return found.end() if found is not None else 0
    if following in ("/", "·", "+"):
        return code(text, start) if text[numeral.end + 1 : numeral.end + 2] in _FIGURE_AHEAD else 0
    if following == ".":
        found = _VERSION.match(text, start)
    elif _HYPHENED.match(text, numeral.end):
        return code(text, start)
    elif following in ("-", "", " ") or text[start - 1 : start] == "+":
        found = _PHONE.match(text, start) or _SCORE.match(text, start)
    if found is not None:
        return found.end()
    if numeral.raw and (
        (len(numeral.raw) >= _ID_LENGTH and unit(text, numeral.end) is None)
        or (len(numeral.raw) > 2 and numeral.raw[0] == "0")
    ):
        return code(text, start)
    letters = following.isascii() and (following.isalpha() or following in tuple("_@#"))
    behind_letters = (
        text[start - 1 : start] == " " and text[max(0, start - 2)].isascii() and text[start - 2].isalpha()
    )
    if (letters or behind_letters) and not numeral.scale and unit(text, numeral.end) is None:
        return code(text, start) if letters or state.words.currency_before(text, start) is None else 0
    return 0


def han_clock(text: str, start: int) -> int:
    """Where the clock time 8时30分, 下午三点半 ends; 0 when there is none."""
    found = _HAN_CLOCK.match(text, start)
    return found.end() if found else 0


def daytime(text: str, start: int) -> bool:
    """Whether a word for a part of the day stands before ``start``."""
    return _DAYTIME.search(text[max(0, start - 3) : start]) is not None


def numbering(text: str, start: int) -> int:
    """Where the list number at the start of a line or sentence ends (1. 一、 (2)); 0 when there is none."""
    at = start - 1 if start and text[start - 1] == "(" else start
    if at and text[at - 1] not in "\n\r。;:!? ":
        return 0
    found = _NUMBERING.match(text, start)
    if found is None or (found[0].endswith(")") and at == start):
        return 0
    return found.end()
