"""Claims files become typed claims, or one line that names file, place, claim and what is wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck import load_claims
from factcheck.claims.model import ClaimFile, ClaimsError, Source

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """format = 1

[[sources]]
id = "stats"
title = "统计公报"
publisher = "国家统计局"
published = 2024-02-29
url = "https://example.org/gb"

[[sources]]
id = "yearbook"
title = "统计年鉴"

"""
MINIMAL = '[[claims]]\nid = "gdp"\nstatement = "2023年国内生产总值超126万亿元。"\nsource = "stats"\n'


def write(folder: Path, text: str, name: str = "a.toml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_whole_claim(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        HEAD
        + """[aliases]
"国家统计局" = ["统计局"]
"国内生产总值" = "GDP"

[[claims]]
id = "cities"
statement = "增长最快的依次是甲、乙、丙等市。"
source = ["stats", "yearbook"]
locator = "第3段"
quote = "依次是"
subject = "城市"
property = ["增长最快", "增速领先"]
value = ["甲市", "乙市", "丙市"]
scope = ["全省"]
period = "2023"
topic = "经济"
ordered = true
open = true
""",
    )
    bank = load_claims(file)
    (claim,) = bank.claims
    stats = Source("stats", "统计公报", "国家统计局", date(2024, 2, 29), "https://example.org/gb")
    assert (claim.source, claim.other_sources) == (stats, (Source("yearbook", "统计年鉴"),))
    assert (claim.subject, claim.property) == (("城市",), ("增长最快", "增速领先"))
    assert claim.value == ("甲市", "乙市", "丙市")
    assert (claim.locator, claim.quote, claim.scope) == ("第3段", "依次是", ("全省",))
    assert (claim.period, claim.topic, claim.ordered, claim.open) == ("2023", "经济", True, True)
    assert bank.aliases == {"国家统计局": ("统计局",), "国内生产总值": ("GDP",)}
    assert bank.files == (ClaimFile(str(file), 1),)
    assert bank.get("cities") is claim
    assert bank.get("none") is None


@pytest.mark.parametrize(
    ("written", "value"),
    [("68", "68"), ("6.30", "6.30"), ('"68位"', "68位"), ("2020-08-01", "2020-08-01"), ('["甲"]', ("甲",))],
)
def test_a_value_is_kept_as_written(tmp_path: Path, written: str, value: object) -> None:
    assert load_claims(write(tmp_path, f"{HEAD}{MINIMAL}value = {written}\n")).claims[0].value == value


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2020", "2020"),
        ("2020-08-01", "2020-08-01"),
        ('"2020-08"', "2020-08"),
        ('"2019-06-22/2020-06-22"', "2019-06-22/2020-06-22"),
        ('"2019/2020-06"', "2019/2020-06"),
        ('"../2020-08"', "../2020-08"),
        ('"2018/.."', "2018/.."),
    ],
)
def test_periods(tmp_path: Path, written: str, period: str) -> None:
    assert load_claims(write(tmp_path, f"{HEAD}{MINIMAL}period = {written}\n")).claims[0].period == period


def test_files_are_read_together(tmp_path: Path) -> None:
    write(tmp_path, HEAD, "sources.toml")
    write(tmp_path, "format = 1\n" + MINIMAL + '[aliases]\n"甲" = ["乙"]\n', "sub/claims.toml")
    other = write(tmp_path, 'format = 1\n[aliases]\n"甲" = ["乙", "丙"]\n', "elsewhere/b.toml")
    bank = load_claims(str(tmp_path / "sources.toml"), tmp_path / "sub", other)
    assert [claim.source.id for claim in bank.claims] == ["stats"]
    assert [file.count for file in bank.files] == [0, 1, 0]
    assert bank.aliases == {"甲": ("乙", "丙")}


def test_a_mark_and_windows_line_ends_are_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbf" + (HEAD + MINIMAL).replace("\n", "\r\n").encode())
    assert len(load_claims(file)) == 1


ERRORS = {
    "syntax": ("format = 1\nx = = 2\n", "第 2 行：TOML 写法有误"),
    "no format": ("[aliases]\n", "format：缺少格式版本，请在文件开头写上 format = 1"),
    "another format": ("format = 2\n", "format：不认识的格式版本 2，本程序读 format = 1"),
    "a true format": ("format = true\n", "format：不认识的格式版本 True"),
    "unknown table": ("format = 1\n[[claim]]\n", "claim：不认识的键，是不是 claims？"),
    "not an array": ("format = 1\n[claims]\nid = 1\n", "claims：应是表的数组，每条写作 [[claims]]"),
    "unknown key": (
        HEAD + MINIMAL + 'perod = "2020"\n',
        "第 18 行：claims[0]（gdp）.perod：不认识的键，是不是 period？",
    ),
    "far key": (HEAD + MINIMAL + 'zzz = "2020"\n', "zzz：不认识的键，可用的有：id、statement"),
    "no id": (HEAD + '[[claims]]\nstatement = "x"\nsource = "stats"\n', "第 14 行：claims[0].id：缺少这一项"),
    "no statement": (
        HEAD + '[[claims]]\nid = "x"\nsource = "stats"\n',
        "claims[0]（x）.statement：缺少这一项",
    ),
    "no source": (HEAD + '[[claims]]\nid = "x"\nstatement = "y"\n', "claims[0]（x）.source：缺少这一项"),
    "empty statement": (
        HEAD + '[[claims]]\nid = "x"\nsource = "stats"\nstatement = " "\n',
        "claims[0]（x）.statement：不能为空",
    ),
    "empty list": (HEAD + MINIMAL + "scope = []\n", "（gdp）.scope：应是字符串数组，至少一项，每项不空"),
    "wrong type": (HEAD + MINIMAL + "topic = 3\n", "（gdp）.topic：应是字符串，现在是整数"),
    "wrong item": (HEAD + MINIMAL + 'subject = ["a", 3]\n', "（gdp）.subject：应是字符串数组"),
    "wrong flag": (HEAD + MINIMAL + 'open = "yes"\n', "（gdp）.open：应是 true 或 false，现在是字符串"),
    "order of one": (HEAD + MINIMAL + "ordered = true\n", "（gdp）.ordered：只用于列表，请把 value 写成数组"),
    "true value": (HEAD + MINIMAL + "value = true\n", "（gdp）.value：应是字符串，现在是布尔值"),
    "infinite value": (HEAD + MINIMAL + "value = inf\n", "（gdp）.value：Infinity 不是数"),
    "path in id": (HEAD + MINIMAL.replace("gdp", "../gdp"), "'../gdp' 里不能有空格、引号和斜杠"),
    "dots as id": (HEAD + MINIMAL.replace("gdp", ".."), "'..' 里不能有空格、引号和斜杠，也不能只有点号"),
    "control in id": (HEAD + MINIMAL.replace("gdp", r"a\u0000"), "里不能有空格"),
    "impossible date": (HEAD.replace("02-29", "02-30"), "第 7 行：TOML 写法有误"),
    "endless number": (f"format = 1\nx = {'9' * 9999}\n", "数字太长或括号套得太深"),
    "deep arrays": (f"format = 1\nx = {'[' * 99999}\n", "数字太长或括号套得太深"),
    "unknown status": (
        HEAD + MINIMAL + 'status = "true"\n',
        "第 18 行：claims[0]（gdp）.status：只能是 confirmed、disputed、withdrawn，现在是 'true'",
    ),
    "quoted validity": (HEAD + MINIMAL + 'valid_until = "2024"\n', "（gdp）.valid_until：应是不带引号的日期"),
    "validity backwards": (
        HEAD + MINIMAL + "valid_from = 2024-02-01\nvalid_until = 2024-01-01\n",
        "（gdp）.valid_until：早于 valid_from",
    ),
    "its own successor": (HEAD + MINIMAL + 'superseded_by = "gdp"\n', "（gdp）.superseded_by：不能是自己"),
    "space in id": (HEAD + MINIMAL.replace("gdp", "g d"), "'g d' 里不能有空格、引号和斜杠"),
    "bad period": (
        HEAD + MINIMAL + 'period = "2020年"\n',
        "（gdp）.period：'2020年' 不是时间段，可写 2020、",
    ),
    "no such day": (HEAD + MINIMAL + 'period = "2021-02-29"\n', "里的 2021-02-29 不是历法上的日期"),
    "period backwards": (HEAD + MINIMAL + 'period = "2021/2020-05"\n', "的开头晚于结尾"),
    "no ends": (HEAD + MINIMAL + 'period = "../.."\n', "不是时间段"),
    "quoted date": (
        'format = 1\n[[sources]]\nid = "a"\ntitle = "b"\npublished = "2020-10-17"\n',
        "第 5 行：sources[0]（a）.published：应是不带引号的日期，如 2020-10-17，现在是字符串",
    ),
    "no title": ('format = 1\n[[sources]]\nid = "a"\n', "sources[0]（a）.title：缺少这一项"),
    "unknown source": (
        HEAD + MINIMAL.replace('"stats"', '"stat"'),
        "第 14 行：claims[0]（gdp）.source：没有编号为 'stat' 的来源，是不是 stats？",
    ),
    "no sources": ("format = 1\n" + MINIMAL, "文件里没有 [[sources]]"),
    "double claim": (HEAD + MINIMAL * 2, "第 18 行：claims[1]（gdp）.id：重复的事实编号"),
    "twice the source": (HEAD + HEAD.replace("format = 1", ""), "sources[2].id：来源编号 'stats' 重复"),
    "alias of nothing": ('format = 1\n[aliases]\n"甲" = []\n', "aliases.甲：应是"),
    "alias type": ('format = 1\n[aliases]\n"甲" = 3\n', "aliases.甲：应是不空的字符串或字符串数组"),
    "aliases type": ("format = 1\naliases = 3\n", "aliases：应是一张表"),
}


@pytest.mark.parametrize(("text", "says"), ERRORS.values(), ids=ERRORS)
def test_every_error_names_file_place_and_claim(tmp_path: Path, text: str, says: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ClaimsError) as caught:
        load_claims(file)
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert says in message
    assert "\n" not in message


def test_an_id_is_unique_across_files(tmp_path: Path) -> None:
    first = write(tmp_path, HEAD + MINIMAL)
    second = write(tmp_path, "format = 1\n" + MINIMAL, "b.toml")
    with pytest.raises(ClaimsError, match=r"b\.toml: 第 2 行：claims\[0\]（gdp）\.id：重复") as caught:
        load_claims(first, second)
    assert f"{first} 里已有" in str(caught.value)


def test_a_source_described_twice_must_agree(tmp_path: Path) -> None:
    same = write(tmp_path, HEAD + MINIMAL), write(tmp_path, HEAD, "b.toml")
    assert len(load_claims(*same)) == 1
    other = write(tmp_path, HEAD.replace("统计公报", "别的公报"), "c.toml")
    with pytest.raises(ClaimsError, match=r"c\.toml.*'stats' 重复"):
        load_claims(*same, other)


def test_paths_that_give_no_claims(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="找不到事实文件"):
        load_claims(tmp_path / "none.toml")
    with pytest.raises(ClaimsError, match=r"文件夹里没有 \.toml 事实文件"):
        load_claims(tmp_path)
    (tmp_path / "gbk.toml").write_bytes("# 事实\n".encode("gbk"))
    with pytest.raises(ClaimsError, match="不是 UTF-8"):
        load_claims(tmp_path)


def test_a_file_far_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    with file.open("wb") as out:
        out.truncate(50 * 1024 * 1024)
    with pytest.raises(ClaimsError, match="文件超过 16 MB"):
        load_claims(file)


def test_the_life_of_a_claim(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        HEAD
        + MINIMAL
        + """status = "disputed"
valid_from = 2024-02-29
valid_until = 2024-12-31
superseded_by = "gdp-final"
checked_by = "林"
checked_on = 2024-03-01
""",
    )
    (claim,) = load_claims(file).claims
    assert (claim.status, claim.superseded_by, claim.checked_by) == ("disputed", "gdp-final", "林")
    assert (claim.valid_from, claim.valid_until) == (date(2024, 2, 29), date(2024, 12, 31))
    assert claim.checked_on == date(2024, 3, 1)
