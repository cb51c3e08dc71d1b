"""Read the numeral at one place: what it says, exactly, and how far it goes.

Arabic (1,234,567 · 23.21 亿 · 1亿2700万 · 40k · 3.2 billion), Chinese (:mod:`factcheck.quantity.han`), and
what the language puts around either: 十余万, 3000多, 10来个, 几十, 数百万, 上万. Notation as in GB/T 15835.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.quantity import han
from factcheck.quantity.han import CHARS, TEN, powers
from factcheck.quantity.model import Hedge
from factcheck.text.pattern import pattern

ONE = Decimal(1)
_MAX_DIGITS = 24  # longer runs are serial numbers, not figures
_MAX_POWER = 24

# 10分之9,100分之5 are two fractions
_ARABIC = pattern(r"(\d{1,3}(?:,\d{3})+(?!\d|分之)|\d+)(\.\d+)?")
# 3 000 000: with spaces only where a group that begins with a nought can be nothing else.
_SPACED_GROUPS = pattern(r"([1-9]\d{0,2}(?: \d{3}){0,4} 0\d{2}(?: \d{3}){0,4})(?![\d,:/]| \d)(\.\d+)?")
_EXPONENT = pattern(r"(?:[eE]([+-]?\d{1,2})|\^([+-]?\d{1,2}))(?![A-Za-z0-9_.])")
# The first character of 千瓦时, 千克, 百分点 and 兆赫 belongs to the unit, not to the number.
_NOT_UNIT = r"(?!(?<=千)[瓦克米卡赫]|(?<=百)(?: ?分 ?[点之]|帕)|(?<=兆)[瓦赫字帕比])"
_UNIT_AHEAD = pattern("千[瓦克米卡赫]|百分点|兆[瓦赫字帕比]")
_MAGNITUDE = pattern(rf" {{0,3}}((?:[十百千万亿兆佰仟]{_NOT_UNIT})+)")
# A capital right before a noun is a name (4K超高清), before a unit or a sign a magnitude (15K元).
_ENGLISH = pattern(
    r" ?(trillion|billion|million|thousand|tn|bn|mn|[kw](?![A-Za-z0-9/])"
    r"|[KMW](?![A-Za-z0-9/]|[^\W\d_a-zA-Z](?<![元块以左多的个人到至])))"
)
_ENGLISH_POWER = {
    "trillion": 12, "billion": 9, "million": 6, "thousand": 3, "tn": 12, "bn": 9, "mn": 6,
    "k": 3, "K": 3, "M": 6, "w": 4, "W": 4,
}  # fmt: skip
_MIXED = pattern(r" ?[零〇]?(\d+(?:\.\d+)?)(?: ?([十百千万亿兆]+))?")
_LAST_DIGITS = pattern(r"\d{2,7}(?![\d.%/:]| ?[年月日号])")
_CLAIMED = frozenset(
    "年月日号时点:/-%.,"
)  # behind a bare digit: a date or a rate, not the end of this numeral
_DATE_AHEAD = pattern(r"\d{1,4} ?[年月日]")
_MORE = pattern(r" ?([多余来几])(?: ?([十百千万亿兆]+))?|个(多?)(亿)|\+(?![0-9A-Za-z+])")
_CHINESE = pattern(
    rf"[{CHARS}几]+(?:点[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]+(?:[百千佰仟]?[万亿兆]+)?)?"
)
_POINT = pattern(r"点(\d{1,9})(?![\d.%]|[^\W\d_a-zA-Z])")
_HOURS = 24
_SPACED = pattern(rf"[{CHARS}](?: {{0,3}}[{CHARS}几点]){{1,48}}")
_SEVERAL = pattern("[零〇]?几[十百千]?")
_VAGUE = pattern(r"([几数])([十百千万亿]+)")
_ABOVE = pattern(r"上([十百千][万亿]+|万亿|[百千万亿])")

_LETTER_BEHIND = pattern(r"(?![A-Za-z0-9])")
_CONTINUES = frozenset("十百千万亿兆佰仟多余来几个kKMtBbmwWeE^+ ")
_MIXES = frozenset("0123456789 〇零一二两三四五六七八九")
_AFTER_LAI = frozenset("个名位人户家条件次岁天年斤亩里米公元块种项所座万号")  # 10来个, but not 10来自北京
_GROUP_AHEAD = frozenset(f" {digit}" for digit in range(10))
_NAMES = frozenset("陆伍拾")  # alone these are surnames and verbs: 陆地, 队伍, 收拾
_AFTER_NAMES = frozenset("元圆角分点 ") | {""}
_FEW = tuple("个天句位名人年月次家杯口日步条处")  # 三两个 are two or three, 三两 alone a weight
_WEIGHED = frozenset("黄银白重肉酒,。 ") | {""}


class Numeral(NamedTuple):
    """A numeral as read: ``low`` and ``high`` differ where the words are vague (四五百, 几十, 十余)."""

    end: int
    low: Decimal
    high: Decimal
    number: Decimal  # as written, without what 多, 余 or 几 may add
    step: Decimal  # one step of the last significant digit
    hedge: Hedge
    open_low: bool
    open_high: bool
    scale: int  # the power of ten of the last magnitude written (万 → 4), 0 when none
    head: Decimal  # the value before the last magnitude: 5 for 5万, for ranges such as 3-5万
    arabic: bool
    raw: str  # the digits when the numeral is nothing but digits ("2020", "二〇二〇"), else ""


def exact(
    end: int, value: Decimal, step: Decimal, *, scale: int = 0, head: Decimal | None = None,
    arabic: bool = False, raw: str = "",
) -> Numeral:  # fmt: skip
    """A numeral that says one value."""
    head = value if head is None else head
    return Numeral(end, value, value, value, step, Hedge.NONE, False, False, scale, head, arabic, raw)


def vague(end: int, low: Decimal, high: Decimal, step: Decimal, *, open_high: bool) -> Numeral:
    """A numeral that says an order of magnitude."""
    return Numeral(end, low, high, low, step, Hedge.VAGUE, False, open_high, 0, low, False, "")


def of_place(place: int) -> Decimal:
    """One step of the digit at the power ``place``."""
    return TEN[place] if place >= 0 else Decimal((0, (1,), place))


def read(text: str, start: int) -> Numeral | None:
    """The numeral at ``start`` in either script; ``None`` for none, and for one too long to be a figure."""
    char = text[start : start + 1]
    if not char:
        return None
    if char.isascii():
        return read_arabic(text, start) if char.isdigit() else None
    return read_chinese(text, start) if char in CHARS or char == "几" else None


def read_arabic(text: str, start: int) -> Numeral | None:
    """The numeral that begins with an ASCII digit at ``start``; ``None`` for serials and ill-formed ones."""
    found = _ARABIC.match(text, start)
    if found is None or found.end() - start > _MAX_DIGITS:
        return None
    if text[found.end() : found.end() + 2] in _GROUP_AHEAD:
        found = _SPACED_GROUPS.match(text, start) or found
    written, fraction = found.groups()
    end = found.end()
    whole = written.replace(",", "").replace(" ", "")
    value = Decimal(whole + fraction) if fraction else Decimal(whole)
    raw = "" if fraction or len(whole) < len(written) else whole
    step = of_place(1 - len(fraction) if fraction else len(whole) - len(whole.rstrip("0")) if value else 0)
    following = text[end : end + 1]
    if not following or following not in _CONTINUES:
        return exact(end, value, step, arabic=True, raw=raw)
    if following in "mMbB" and start and text[start - 1] in "$€£" and _LETTER_BEHIND.match(text, end + 1):
        power = 6 if following in "mM" else 9  # US$300m
        return exact(end + 1, value * TEN[power], step * TEN[power], scale=power, head=value, arabic=True)
    if following in "eE^":
        return _raised(text, end, value, step)
    power = 0
    if (magnitude := _MAGNITUDE.match(text, end)) is not None:
        power, end = powers(magnitude[1]), magnitude.end()
    elif (english := _ENGLISH.match(text, end)) is not None:
        power, end = _ENGLISH_POWER[english[1]], english.end()
    if power > _MAX_POWER:
        return None
    head = value
    if power:
        value, step, raw = value * TEN[power], step * TEN[power], ""
        if text[end : end + 1] in _MIXES:
            mixed = _mixed(text, end, value, power)
            if mixed is not None:
                end, value, step, power = mixed
            elif "0" <= text[end] <= "9" and not _DATE_AHEAD.match(text, end):
                return None
    return _more(text, exact(end, value, step, scale=power, head=head, arabic=True, raw=raw))


def _raised(text: str, end: int, value: Decimal, step: Decimal) -> Numeral:
    """Scientific notation and powers: 2.5e5, 2^5."""
    found = _EXPONENT.match(text, end)
    if found is None:
        return exact(end, value, step, arabic=True)
    if found[1]:
        factor = Decimal(10) ** int(found[1])
        return exact(found.end(), value * factor, step * factor, arabic=True)
    return exact(found.end(), value ** int(found[2]) if value else value, ONE, arabic=True)


def _mixed(text: str, end: int, value: Decimal, power: int) -> tuple[int, Decimal, Decimal, int] | None:
    """Go on behind a magnitude: the 2700万 of 1亿2700万, the 5 of 1万5, the 五百万 of 1亿零五百万."""
    step: Decimal | None = None
    while (found := _MIXED.match(text, end)) is not None:
        digits, magnitude = found.groups()
        whole, _, fraction = digits.partition(".")
        if magnitude is None:
            # A lone digit counts the next lower place (1万5), more digits themselves (1万5000, 1万600).
            if text[end] == " " or fraction or text[found.end() : found.end() + 1] in _CLAIMED:
                break
            if len(digits) == 1:
                # 8百8十8: behind 十 the ones themselves, and behind 零 (1千零1) too.
                step = ONE if "零" in found[0] or "〇" in found[0] else TEN[power - 1]
            elif 2 <= len(digits) <= power:
                step = ONE
            else:
                break
            value, end, power = value + Decimal(digits) * step, found.end(), 0
            break
        lower = powers(magnitude)
        amount = Decimal(digits) * TEN[min(lower, power)]
        if lower >= power or amount >= TEN[power]:
            break
        zeros = -len(fraction) if fraction else len(whole) - len(whole.rstrip("0"))
        value, step, end, power = value + amount, of_place(lower + zeros), found.end(), lower
    if step is not None:
        return end, value, step, power
    tail = _CHINESE.match(text, end)
    parsed = han.parse(tail[0].lstrip("零〇")) if tail is not None and len(tail[0]) > 1 else None
    if (
        tail is None
        or parsed is None
        or parsed.low != parsed.high
        or parsed.sequence
        or parsed.low >= TEN[power]
    ):
        return None
    end, value, step = tail.end(), value + parsed.low, of_place(parsed.place)
    if (last := _LAST_DIGITS.match(text, end)) is not None and len(last[0]) <= parsed.place:
        end, value, step = last.end(), value + Decimal(last[0]), ONE  # 200亿零四千230
    return end, value, step, 0


def _more(text: str, numeral: Numeral) -> Numeral:
    """Take 多, 余, 来, 个亿 and + into the numeral: 3000多, 十余万, 一千多万, 10来个, 3个多亿, 100+."""
    found = _MORE.match(text, numeral.end)
    if found is None:
        return numeral
    if found[0] == "+":
        return numeral._replace(end=found.end(), hedge=Hedge.AT_LEAST, raw="")
    word, magnitude = found[1], found[2]
    if found[4]:
        word, magnitude = found[3], found[4]
        if numeral.scale or (word and numeral.step < 1):
            return numeral
    if word == "来" and magnitude is None and text[found.end() : found.end() + 1] not in _AFTER_LAI:
        return numeral
    if word == "几":  # 10几个, 20几万: the last nought is open
        if numeral.scale or numeral.raw[-1:] != "0":
            return numeral
        power = powers(magnitude) if magnitude is not None else 0
        low, high = numeral.number + 1, numeral.number + 9
        return numeral._replace(
            end=found.end(), low=low * TEN[power], high=high * TEN[power], number=numeral.number * TEN[power],
            step=TEN[power], hedge=Hedge.VAGUE, scale=power, head=low, raw="",
        )  # fmt: skip
    power = powers(magnitude) if magnitude is not None else 0
    number, step, head = numeral.number * TEN[power], numeral.step * TEN[power], numeral.head
    low, high, hedge, is_open = number, number + step, Hedge.OVER, True
    if word == "来":
        low, high, hedge, is_open = number - number / 20, number + number / 20, Hedge.ABOUT, False
    elif not word:
        high, hedge, is_open = number, Hedge.NONE, False
    return Numeral(
        found.end(), low, high, number, step, hedge, is_open, is_open, power or numeral.scale,
        numeral.number if power else head, numeral.arabic, "",
    )  # fmt: skip


def read_chinese(text: str, start: int) -> Numeral | None:
    """The numeral that begins with a Chinese character at ``start``; ``None`` when it is ill-formed."""
    found = _CHINESE.match(text, start)
    if found is None:
        return None
    run, end = found[0], found.end()
    if run == "三两" and text[end : end + 1] in _FEW:
        return vague(end, Decimal(2), Decimal(3), ONE, open_high=False)
    if len(run) > 1 and (_UNIT_AHEAD.match(text, end - 1) or (run[-1] == "两" and _weighs(text, run, end))):
        run, end = run[:-1], end - 1
    elif run in _NAMES and text[end : end + 1] not in _AFTER_NAMES:
        return None
    parsed = han.parse(run)
    following = text[end : end + 2]
    if (following[:1] == " " or following == "点 ") and (spaced := _SPACED.match(text, start)) is not None:
        joined = spaced[0].replace(" ", "")
        wider = han.parse(joined) if spaced.end() > end and joined[-1] != "点" else None
        if wider is not None and not wider.sequence and (wider.low == wider.high or "几" in joined):
            run, end, parsed = joined, spaced.end(), wider
    if parsed is None and "点" in run:
        run = run.partition("点")[0]
        end, parsed = start + len(run), han.parse(run)
    if parsed is None:
        return None
    step = of_place(parsed.place)
    if parsed.low != parsed.high:
        number = parsed.low
        if "几" in run:  # 二十几万 is written about twenty
            base = han.parse(_SEVERAL.sub("", run) or "〇")
            number = base.low if base is not None else number
        return Numeral(
            end,
            parsed.low,
            parsed.high,
            number,
            step,
            Hedge.VAGUE,
            False,
            False,
            parsed.scale,
            parsed.head,
            False,
            "",
        )
    point = _POINT.match(text, end) if parsed.low > _HOURS else None
    if point is not None:  # 一百点123; 十点30 is a clock time
        value = parsed.low + Decimal(f"0.{point[1]}")
        return exact(point.end(), value, of_place(-len(point[1])))
    raw = str(int(parsed.low)).zfill(len(run)) if parsed.sequence else ""
    return _more(text, exact(end, parsed.low, step, scale=parsed.scale, head=parsed.head, raw=raw))


def _weighs(text: str, run: str, end: int) -> bool:
    """Whether the last 两 of ``run`` is the weight: 三十两, but not 一两个."""
    return run[-2] != "一" or text[end : end + 1] in _WEIGHED


def run_end(text: str, start: int) -> int:
    """Where the run of numeral characters at ``start`` ends: what a reader that abstains steps over."""
    found = _CHINESE.match(text, start)
    return found.end() if found is not None else start + 1


def read_vague(text: str, start: int) -> Numeral | None:
    """几十, 数百万, 上万, 成千上万 at ``start``: an order of magnitude, [N, 10N); 几十 is 20 to 99."""
    for words, (low, high) in _CROWDS.items():
        if text.startswith(words, start):
            return vague(start + len(words), TEN[low], TEN[high], TEN[low], open_high=True)
    found = _ABOVE.match(text, start)
    if found is not None:
        power = powers(found[1])
        return vague(found.end(), TEN[power], TEN[power + 1], TEN[power], open_high=True)
    found = _VAGUE.match(text, start)
    if found is None or (power := powers(found[2])) > _MAX_POWER:
        return None
    end = found.end()
    if text[end : end + 1] in ("多", "余"):
        end += 1
    low_value = TEN[power] * 2 if found[1] == "几" else TEN[power]
    if found[1] == "几" and power == 1:
        return vague(end, low_value, Decimal(99), TEN[1], open_high=False)
    return vague(end, low_value, TEN[power + 1], TEN[power], open_high=True)


_CROWDS = {
    "成千上万": (3, 5), "成百上千": (2, 4), "成千上百": (2, 4), "数以百计": (2, 3), "数以千计": (3, 4),
    "数以万计": (4, 5), "数以十万计": (5, 6), "数以百万计": (6, 7), "数以千万计": (7, 8), "数以亿计": (8, 9),
}  # fmt: skip
