"""A date is written again with the parts and the signs of another one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.edit.dates import rewrite_date
from factcheck.quantity import extract_quantities

DAY = date(2020, 10, 6)
CASES = [
    ("2019年10月18日", "2020年10月6日"),
    ("10月18日", "10月6日"),
    ("2019年09月08日", "2020年10月06日"),
    ("十一月十八日", "十月六日"),
    ("二〇一九年十月十八日", "二〇二〇年十月六日"),
    ("2019-10-18", "2020-10-6"),
    ("2019/01/08", "2020/10/06"),
    ("2019年", "2020年"),
    ("2019年9月", "2020年10月"),
    ("8月18号", "10月6号"),
    ("２０１９年９月", "２０２０年１０月"),
]


@pytest.mark.parametrize(("written", "right"), CASES)
def test_parts_and_signs_stay(written: str, right: str) -> None:
    assert rewrite_date(DAY, DAY, written) == right


@pytest.mark.parametrize("written", ["去年", "2019年上半年", "10月初", "2018年至2019年", "", "第三季度"])
def test_what_is_not_in_parts_is_left(written: str) -> None:
    assert rewrite_date(DAY, DAY, written) is None


def test_no_more_is_said_than_is_known() -> None:
    month = date(2020, 8, 1), date(2020, 8, 31)
    assert rewrite_date(*month, "2019年9月") == "2020年8月"
    assert rewrite_date(*month, "2019年9月3日") is None
    year = date(2020, 1, 1), date(2020, 12, 31)
    assert rewrite_date(*year, "2019年") == "2020年"
    assert rewrite_date(*year, "2019年9月") is None
    assert rewrite_date(date(2019, 6, 22), date(2020, 6, 22), "6月22日") is None


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["2019年10月18日", "2019年09月08日", "二〇一九年十月十八日", "2019年十月十八日"]),
)
def test_what_is_written_is_read_back_as_the_same_day(day: date, written: str) -> None:
    text = rewrite_date(day, day, written)
    assert text is not None
    (read,) = extract_quantities(f"于{text}发布")
    assert (read.low, read.high) == (day, day)
