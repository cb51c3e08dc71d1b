"""Texts made to be slow: each must be read in time linear in its length."""

from __future__ import annotations

from time import process_time

import pytest

from factcheck.quantity import extract_quantities

LENGTH = 100_000
LIMIT = 10.0  # seconds; the slowest takes about one here


@pytest.mark.parametrize(
    "pattern",
    [
        "1",
        "亿",
        "零",
        "一二三四五六七八九",
        "1,",
        "一 百 ",
        "百分之",
        "1年",
        "每1人",
        "1-",
        "2020-",
        "http://",
        "约",
        "今年",
        "一万",
        "1、",
        "三、",
        "第1至",
        "1元1角至",
        "农历1月",
        "康熙1年",
        "高一",
    ],
)
def test_linear(pattern: str) -> None:
    text = (pattern * (LENGTH // len(pattern) + 1))[:LENGTH]
    start = process_time()
    extract_quantities(text)
    assert process_time() - start < LIMIT


def test_twice_as_long_takes_twice_as_long() -> None:
    line = "2023年营收12.3亿元，同比增长8.5%；净利润约1.2亿元，员工超3000人，第七个工作日。"
    times = []
    for repeat in (500, 2000):
        start = process_time()
        extract_quantities(line * repeat)
        times.append(process_time() - start)
    assert times[1] < times[0] * 4 * 2 + 0.05
