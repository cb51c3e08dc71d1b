"""A bank goes to a spreadsheet and comes back the same; what is wrong there is told with its row."""

from __future__ import annotations

import builtins
import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.decode import decode
from factcheck.claims.find import bundled
from factcheck.claims.load import parse
from factcheck.cli.status import ExitStatus
from factcheck.curate import csv_files, xlsx_files
from factcheck.curate.opened import open_files
from factcheck.curate.sheets import TABLES, Rows, SheetError, from_tables, to_tables
from harness import run

if TYPE_CHECKING:
    from types import ModuleType

    from factcheck.claims.decode import Contents

TESTS = Path(__file__).parents[1]
BANKS = [*bundled().glob("*.toml"), *TESTS.glob("drafts/*/claims.toml"), TESTS / "curate/rules/passes.toml"]
TRICKY = r"""
format = 1
[[sources]]
id = "s"
title = "a,b\"c\nd"
[aliases]
"=SUM(A1)" = ["'x", "-1", "甲\n乙"]
[[claims]]
id = "one"
statement = "=1+1 is \"two\"\\n\ttab"
source = "s"
value = ["甲"]
ordered = true
[[claims]]
id = "two"
statement = "+86 １２３"
source = ["s"]
subject = ["甲", "乙\n丙", "\\"]
value = 6.30
period = 2020
checked_on = 2024-02-29
status = "disputed"
superseded_by = "one"
[[claims]]
id = "three"
statement = "@x"
source = "s"
value = "甲\n乙"
"""


def contents_of(text: str) -> Contents:
    return decode(parse("a.toml", text))


def readers() -> list[ModuleType]:
    return [csv_files, xlsx_files]


@pytest.mark.parametrize("kind", readers(), ids=["csv", "xlsx"])
@pytest.mark.parametrize("file", BANKS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_round_trip_loses_nothing(file: Path, kind: ModuleType, tmp_path: Path) -> None:
    before = open_files([file]).files[0].contents
    path = tmp_path / f"a.{'csv' if kind is csv_files else 'xlsx'}"
    kind.write(path, to_tables([before]))
    assert contents_of(from_tables(kind.read(path))) == before


@pytest.mark.parametrize("kind", readers(), ids=["csv", "xlsx"])
def test_nothing_is_taken_for_a_formula_or_a_list(kind: ModuleType, tmp_path: Path) -> None:
    before = contents_of(TRICKY)
    path = tmp_path / f"a.{'csv' if kind is csv_files else 'xlsx'}"
    kind.write(path, to_tables([before]))
    assert contents_of(from_tables(kind.read(path))) == before
    if kind is csv_files:
        assert "\n=" not in path.read_text(encoding="utf-8-sig").replace('"', "")


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf")), min_size=1, max_size=8
).filter(lambda text: text.strip() != "")


@given(members=st.lists(TEXT, min_size=1, max_size=4), quote=TEXT)
def test_any_words_come_back(members: list[str], quote: str) -> None:
    claim: dict[str, Any] = {"id": "a", "statement": "x", "source": "s", "quote": quote, "value": members}
    before = decode({"format": 1, "sources": [{"id": "s", "title": "t"}], "claims": [claim]})
    assert contents_of(from_tables(to_tables([before]))) == before


def rows(*claims: list[str]) -> dict[str, Rows]:
    head = ["id", "statement", "source", "value", "ordered", "checked_on"]
    return {"claims": [head, *claims], "sources": [["id", "title"], ["s", "t"]]}


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        (rows(["a", "x", "s", "3", "", "2024-2-30"]), "claims 表第 2 行 checked_on：'2024-2-30' 不是日期"),
        (rows(["a", "x", "s", "3", "对", ""]), "claims 表第 2 行 ordered：只能是 是 或空着，现在是 '对'"),
        (rows(["", "", ""], ["a b", "x", "s"]), "claims 表第 3 行：claims[0]（a b）.id"),
        (rows(["a", "", "s"]), "claims 表第 2 行：claims[0]（a）.statement：缺少这一项"),
        ({"claims": [["id", "statment"]]}, "claims 表第 1 行第 2 列：不认识的列 statment"),
        ({"claims": [["id", "id"]]}, "claims 表第 1 行第 2 列：列 id 写了两遍"),
        ({"aliases": [["name", "others"], ["甲", ""]]}, "aliases 表第 2 行：name 和 others 都要写"),
    ],
)
def test_what_is_wrong_is_told_with_its_row(tables: dict[str, Rows], says: str) -> None:
    with pytest.raises(SheetError) as caught:
        from_tables(tables)
    assert str(caught.value).startswith(says)


def test_what_a_spreadsheet_makes_of_cells_is_understood(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "claims"
    from datetime import datetime  # noqa: PLC0415

    sheet.append(["id", "statement", "source", "value", "period", "checked_on", "ordered"])
    sheet.append(["a", "x", "s", 12, 2020.0, datetime(2024, 2, 29), None])
    sources = book.create_sheet("sources")
    sources.append(["id", "title"])
    sources.append(["s", "t"])
    book.create_sheet("我的笔记").append(["x"])
    book.save(tmp_path / "a.xlsx")
    (draft,) = contents_of(from_tables(xlsx_files.read(tmp_path / "a.xlsx"))).drafts
    assert (draft.claim.value, draft.claim.period, str(draft.claim.checked_on)) == (
        "12",
        "2020",
        "2024-02-29",
    )


def test_csv_as_spreadsheets_save_it_is_read(tmp_path: Path) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["id", "statement", "source"], ["甲", "县有12镇。", "s"]])
    (tmp_path / "a.csv").write_bytes(out.getvalue().encode("gb18030"))
    (tmp_path / "a.sources.csv").write_text("id,title\ns,公报\n", encoding="utf-8-sig")
    (draft,) = contents_of(from_tables(csv_files.read(tmp_path / "a.csv"))).drafts
    assert draft.claim.statement == "县有12镇。"


def test_commands_go_there_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = str(TESTS / "curate/rules/passes.toml")
    for name in ("a.csv", "a.xlsx"):
        assert run("export", name, "--claims", source).status == ExitStatus.OK
        assert "不覆盖" in run("export", name, "--claims", source).stderr
        assert run("export", name, "--claims", source, "--force").status == ExitStatus.OK
        assert run("import", name, "-o", f"{name}.toml").status == ExitStatus.OK
        assert run("import", name, "-o", f"{name}.toml").status == ExitStatus.FAILED
        assert run("lint", f"{name}.toml", "--fail-on", "warning").status == ExitStatus.OK
    assert {file.name for file in tmp_path.glob("*.csv")} == {
        f"a{end}.csv" for end in ("", ".sources", ".aliases")
    }
    assert set(TABLES) == {"claims", "sources", "aliases"}


@pytest.mark.parametrize("name", ["none.csv", "none.xlsx", "a.ods", "bad.xlsx", "bad.csv"])
def test_what_is_no_table_is_one_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "bad.csv").write_bytes(b'id,statement\n"\xff\xff\xff')
    outcome = run("import", name, "-o", "x.toml")
    assert outcome.status == ExitStatus.FAILED
    assert outcome.stderr.count("\n") == 1 and "内部错误" not in outcome.stderr
    assert not (tmp_path / "x.toml").exists()


def test_a_missing_extra_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "openpyxl":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    outcome = run("export", "a.xlsx", "--claims", str(TESTS / "curate/rules/passes.toml"))
    assert outcome.status == ExitStatus.FAILED
    assert "pip install 'factcheck-zh[xlsx]'" in outcome.stderr
