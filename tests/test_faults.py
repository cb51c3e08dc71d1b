"""Faults that the system and the TOML reader tell are told in the user's words."""

from __future__ import annotations

import errno

import pytest
import tomli

from factcheck.faults import toml_fault, why

BROKEN = [
    ("a", "键后面要有等号", None),
    ("a = 1\nb c = 2", "键后面要有等号", 2),
    ("[[claims]", "表头缺少 ]]", None),
    ("[a", "表头缺少 ]", None),
    ("a = 1 2", "一行里多出了别的内容", 1),
    ("a = 2024-02-31", "没有这样的日期或时间", 1),
    ("a = 中", "值写得不对（文字要加引号）", 1),
    ("a =", "值写得不对（文字要加引号）", None),
    ("编号 = 1", "键写得不对（有汉字的键要加引号）", 1),
    ("a = 1\na = 2\n", "同一个键写了两遍", 2),
    ("[a]\n[a]", "同一个表写了两遍", 2),
    ("a = [1, 2", "数组没有写完，缺少 ]", None),
    ('a = "x', "字符串没有写完，缺少引号", None),
    ('a = "x\ny"', "字符串没有写完，缺少引号", 1),
    ('a = "\\q"', "字符串里的反斜杠要写成两个", 1),
]


@pytest.mark.parametrize(("text", "reason", "line"), BROKEN)
def test_toml(text: str, reason: str, line: int | None) -> None:
    with pytest.raises(tomli.TOMLDecodeError) as caught:
        tomli.loads(text)
    found = toml_fault(caught.value)
    assert found[0] == reason
    assert line is None or found[1] == line


def test_the_system() -> None:
    assert why(FileNotFoundError(errno.ENOENT, "No such file or directory")) == "路径不存在"
    assert why(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert why(OSError("odd")) == "odd"
