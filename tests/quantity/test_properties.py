"""What holds for any number in any notation, and for any text at all."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quantity import Hedge, Kind, as_fraction, extract_quantities
from quantity.writing import chinese, notations

numbers = st.one_of(
    st.integers(1, 9999), st.integers(1, 10**12), st.integers(1, 999).map(lambda n: n * 10**6)
)
WORDS = (
    "至 到 - — ~ , ， . / : % 约 近 超 不足 以上 左右 百分之 分之 去年 同期 截至 起 的 A http:// ( ) 人次 "
    "、 次年 本月 零上 载 ∶ 个多 百分点 至次年 起至 "
    "美元 公里 翻 番 上万 季度 又 负 $ ¥ 十四五 上世纪 年代 2020 12 31 零下 ℃ 中有 打对 半年 最近 同比"
)
pieces = st.lists(
    st.sampled_from(
        [
            *"0123456789零一二两三四五六七八九十百千万亿点几数半多余第每年月日号时分成折倍个人元廿壹陆 ",
            *WORDS.split(),
        ]
    ),
    max_size=30,
).map("".join)


@given(numbers)
def test_every_notation_reads_back(number: int) -> None:
    for written in notations(number):
        found = extract_quantities(f"共{written}人。")
        value = Decimal(number)
        assert [(q.low, q.high, q.unit) for q in found] == [(value, value, "人")], written


@given(
    numbers,
    st.sampled_from([("约", Hedge.ABOUT), ("近", Hedge.NEAR), ("超", Hedge.OVER), ("不足", Hedge.UNDER)]),
)
def test_hedges_keep_the_number(number: int, hedge: tuple[str, Hedge]) -> None:
    for written in notations(number):
        (found,) = extract_quantities(f"共有{hedge[0]}{written}人")
        assert (found.number, found.hedge) == (Decimal(number), hedge[1]), written


@given(st.decimals(min_value=0, max_value=10000, places=2))
def test_rates(value: Decimal) -> None:
    whole, _, fraction = f"{value:f}".partition(".")
    spelled = f"百分之{chinese(int(whole))}点{''.join('零一二三四五六七八九'[int(d)] for d in fraction)}"
    for written in (f"{value}%", f"{value}％", f"百分之{value}", spelled):
        (found,) = extract_quantities(f"占{written}。")
        assert (found.low, found.kind) == (value, Kind.PERCENT), written
        assert as_fraction(found) == (value / 100, value / 100)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["-", "—", "~", "至", "到", "～", "–"]))
def test_ranges(first: int, second: int, sign: str) -> None:
    low, high = sorted((first, second))
    if low == high:
        return
    for written in (f"{low}{sign}{high}人", f"{low}人{sign}{high}人", f"{chinese(low)}人至{chinese(high)}人"):
        found = extract_quantities(f"招收{written}，")
        assert [(q.low, q.high) for q in found] == [(Decimal(low), Decimal(high))], written


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates(day: date) -> None:
    digits = "〇一二三四五六七八九"
    year = "".join(digits[int(char)] for char in str(day.year))
    month, of_month = (
        chinese(n).removeprefix("一") if 10 <= n < 20 else chinese(n) for n in (day.month, day.day)
    )
    for written in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y.%m.%d}",
        f"{year}年{month}月{of_month}日",
    ):
        found = extract_quantities(f"于{written}发布")
        assert [(q.low, q.high, q.kind) for q in found] == [(day, day, Kind.DATE)], written


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(1, 2000))
def test_date_ranges(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    for sign in ("至", "—", "到", "-"):
        written = f"{first.year}年{first.month}月{first.day}日{sign}{last.year}年{last.month}月{last.day}日"
        (found,) = extract_quantities(written)
        assert (found.low, found.high) == (first, last)


@settings(max_examples=400, deadline=None)  # the dictionary may load within an example
@given(pieces)
def test_any_text_can_be_read(text: str) -> None:
    end = 0
    for quantity in extract_quantities(text, reference=date(2020, 10, 17)):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        end = quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high  # type: ignore[operator]
        if quantity.kind is Kind.DATE:
            assert all(bound is None or isinstance(bound, date) for bound in (quantity.low, quantity.high))
        else:
            assert all(bound is None or isinstance(bound, Decimal) for bound in (quantity.low, quantity.high))
            assert quantity.low is not None or quantity.high is not None


@given(st.text(max_size=60))
def test_no_text_is_refused(text: str) -> None:
    extract_quantities(text)
