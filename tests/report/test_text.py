"""On a terminal: the draft's own words with the place marked, at any width, with or without colour."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from factcheck.report.text import Text

if TYPE_CHECKING:
    from factcheck.report.run import Run

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(run: Run, **variables: str) -> str:
    out = io.StringIO()
    Text({"TERM": "xterm-256color", **variables})(run, out)
    return out.getvalue()


def test_words_place_verdict_reason_source_and_summary(run: Run) -> None:
    assert shown(run, COLUMNS="80", TERM="dumb") == (
        "稿件.txt:1:17  不符\n"
        "  据报告，在快手获得收入的用户数达2750万，[bold]来自[/bold] :smile:…\n"
        "                                  ^^^^^^\n"
        "  数值不符：稿件说“2750万”，来源说“2570万人”\n"
        "  来源：《2020快手扶贫报告》 中国新闻网 2020-10-17 第5段 https://example.org/a/1.html\n"
        "  来源：《另一篇》\n"
        "\n"
        "稿件.txt:2:3  证据不足\n"
        "  另有3家公司。\n"
        "      ^^^\n"
        "  没有可对照的事实\n"
        "\n"
        "-: 没有可核查的陈述\n"
        "\n"
        "核查 2 篇，1 个没能核查：相符 0，不符 1，证据不足 1，证据冲突 0\n"
        "所用事实：claims/a.toml（52 条）\n"
    )


def test_colour_unless_asked_not_to(run: Run) -> None:
    assert "\x1b[1;31m不符" in shown(run)
    assert "\x1b" not in shown(run, NO_COLOR="1"), "no bold either"
    assert "\x1b" not in shown(run, TERM="dumb")


@pytest.mark.parametrize("columns", [4, 13, 20, 40, 200])
def test_at_any_width_nothing_is_lost(run: Run, columns: int) -> None:
    text = ANSI.sub("", shown(run, COLUMNS=str(columns)))
    assert text.count("^") == 9, "every cell of 2750万 and 3家 is marked, on whatever row it falls"
    flat = re.sub(r"[\s^]", "", text)
    assert "数值不符：稿件说“2750万”，来源说“2570万人”" in flat
    assert "[bold]来自[/bold]:smile:" in flat
    assert "https://example.org/a/1.html" in text, "an address is not broken"
    rows = [row for row in text.splitlines() if "《" not in row and ":" not in row and "核查" not in row]
    assert all(cell_len(row) <= max(columns, 6) for row in rows if "所用" not in row)
