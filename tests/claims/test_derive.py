"""Derived claims: exact arithmetic with units, and one clear line for what cannot be worked out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from factcheck import load_claims
from factcheck.claims.model import ClaimsError

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'format = 1\n[[sources]]\nid = "s"\ntitle = "公报"\n'
VALUES = {
    "total": "2570万人",
    "poor-areas": "664万人",
    "sales": "6100万元",
    "minutes": "130分钟",
    "zero": "0人",
    "likes": "超950亿次",
    "views": "1.5亿次",
    "share": "25%",
    "old-share": "20.5%",
    "goods": "山货",
    "day": "2020-10-16",
    "price": "12元",
    "pieces": "300件",
}


def derive(folder: Path, **expressions: str) -> dict[str, tuple[object, object]]:
    lines = [HEAD]
    for name, value in VALUES.items():
        lines.append(f'[[claims]]\nid = "{name}"\nstatement = "x"\nsource = "s"\nvalue = "{value}"\n')
    for name, expression in expressions.items():
        lines.append(f'[[claims]]\nid = "{name}"\nstatement = "y"\nsource = "s"\nderive = "{expression}"\n')
    file = folder / "a.toml"
    file.write_text("".join(lines), encoding="utf-8")
    return {
        claim.id: (claim.value, claim.derivation.calculation)
        for claim in load_claims(file).claims
        if claim.derivation
    }


@pytest.mark.parametrize(
    ("expression", "value", "calculation"),
    [
        ("poor-areas / total", "约25.84%", "664万人 ÷ 2570万人 = 约25.84%"),
        ("total - poor-areas", "1906万人", "2570万人 - 664万人 = 1906万人"),
        ("1 - poor-areas / total", "约74.16%", "1 - 664万人 ÷ 2570万人 = 约74.16%"),
        ("(total + poor-areas) / 2", "1617万人", "(2570万人 + 664万人) ÷ 2 = 1617万人"),
        ("total ÷ poor-areas", "约3.87倍", "2570万人 ÷ 664万人 = 约3.87倍"),
        ("sales / minutes", "约46.92万元", "6100万元 ÷ 130分钟 = 约46.92万元"),
        ("share - old-share", "4.5个百分点", "25% - 20.5% = 4.5个百分点"),
        ("share + old-share", "45.5%", "25% + 20.5% = 45.5%"),
        ("total * share", "642.5万人", "2570万人 × 25% = 642.5万人"),
        ("total / share", "1.028亿人", "2570万人 ÷ 25% = 1.028亿人"),
        ("price * pieces", "3600元", "12元 × 300件 = 3600元"),
        ("share / old-share", "约1.22倍", "25% ÷ 20.5% = 约1.22倍"),
    ],
)
def test_arithmetic_keeps_the_units(tmp_path: Path, expression: str, value: str, calculation: str) -> None:
    assert derive(tmp_path, x=expression)["x"] == (value, calculation)


def test_the_value_is_exact_and_may_build_on_another(tmp_path: Path) -> None:
    derive(tmp_path, third="share-of-poor * 3", **{"share-of-poor": "poor-areas / total"})
    claim = load_claims(tmp_path / "a.toml").get("third")
    assert claim and claim.derivation and claim.derivation.exact == Fraction(664 * 300, 2570)


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("total / none", "没有编号为 none 的事实"),
        ("totl / 2", "没有编号为 totl 的事实，是不是 total？"),
        ("total / zero", "total / zero：除以零"),
        ("1 / (share - share)", "除以零"),
        ("x + 1", "推导成了圈：x → x"),
        ("total + sales", "2570万人和6100万元不能相加"),
        ("total + 1", "2570万人和数不能相加"),
        ("total * poor-areas", "单位不能相乘"),
        ("share / total", "25%不能除以带单位的2570万人"),
        ("likes / views", "likes 的值“超950亿次”是概数"),
        ("goods / views", "goods 的值不是一个数"),
        ("day / 2", "day 的值不是一个数"),
        ("total /", "算式没有写完"),
        ("total total", "total 前面缺少运算符"),
        ("(total", "少一个右括号"),
        ("total)", "多出一个右括号"),
        ("/ total", "/ 前面缺少事实编号或数"),
        ("(" * 5000, "算式太长"),
        ("9" * 5000, "没有编号为 999"),
        ("*".join(["9999999999"] * 33), "算式太长"),
    ],
)
def test_what_cannot_be_worked_out_is_one_line(tmp_path: Path, expression: str, says: str) -> None:
    with pytest.raises(ClaimsError) as caught:
        derive(tmp_path, x=expression)
    line = HEAD.count("\n") + 5 * len(VALUES) + 5
    where = f"第 {line} 行：claims[{len(VALUES)}]（x）.derive："
    assert str(caught.value).startswith(f"{tmp_path / 'a.toml'}: {where}")
    assert says in str(caught.value)


def test_a_circle_of_two_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"推导成了圈：(x → y → x|y → x → y)"):
        derive(tmp_path, x="y / 2", y="x * 2")


def test_a_long_chain_is_no_trouble(tmp_path: Path) -> None:
    chain = {f"c{n}": f"c{n - 1} + total" if n else "total" for n in range(2000)}
    assert derive(tmp_path, **chain)["c1999"][0] == "514亿人"


def test_numbers_that_double_without_end_are_refused(tmp_path: Path) -> None:
    chain = {f"c{n}": f"c{n - 1} * c{n - 1}" if n else "share * 99999" for n in range(60)}
    with pytest.raises(ClaimsError, match="算出的数太大"):
        derive(tmp_path, **chain)


def test_a_withdrawn_claim_derives_nothing(tmp_path: Path) -> None:
    derive(tmp_path, x="total / 2")
    file = tmp_path / "a.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('id = "total"', 'id = "total"\nstatus = "withdrawn"')
    )
    with pytest.raises(ClaimsError, match="total 已撤回，不能用来推导"):
        load_claims(file)
