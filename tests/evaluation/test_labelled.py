"""Labelled files are read whole or not at all, and every fault in them is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.evaluation.labelled import LabelError, labelled_files, read_labelled
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from pathlib import Path

GOOD: dict[str, object] = {
    "id": "a1",
    "text": "青河县有水库327座。",
    "phenomenon": "wrong_digit",
    "expect": [{"span": "327座", "verdict": "refuted", "reason": "value", "why": "372"}],
}


def written(folder: Path, *rows: object, name: str = "drafts.jsonl") -> Path:
    file = folder / name
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_a_draft_with_its_labels(tmp_path: Path) -> None:
    (tmp_path / "claims.toml").touch()
    (draft,) = read_labelled(written(tmp_path, "", GOOD | {"claims": "claims.toml"}))
    (label,) = draft.labels
    assert (draft.id, draft.line, draft.phenomenon) == ("a1", 2, "wrong_digit")
    assert (draft.claims, draft.source) == (tmp_path / "claims.toml", None)
    assert (label.verdict, label.reason, label.why) == (Verdict.REFUTED, "value", "372")
    assert draft.text[label.start : label.end] == label.span == "327座"


def test_line_ends_inside_a_text_are_its_own(tmp_path: Path) -> None:
    (draft,) = read_labelled(written(tmp_path, GOOD | {"text": "甲\u2028乙 327座"}))
    assert "\u2028" in draft.text


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("{", "不是 JSON"),
        ("[]", "不是 JSON 对象"),
        ("[" * 100_000, "嵌套得太深"),
        (GOOD | {"text": ""}, "text 要是不空的字符串"),
        (GOOD | {"expect": {}}, "expect 要是对象的列表"),
        (GOOD | {"expect": [{"verdict": "refuted"}]}, "span 要是不空的字符串"),
        (GOOD | {"expect": [{"span": "328座", "verdict": "refuted"}]}, "“328座”不在稿件里"),
        (GOOD | {"text": "327座、327座"}, "“327座”在稿件里出现 2 次"),
        (GOOD | {"expect": [{"span": "327座", "verdict": "wrong"}]}, "verdict 是 wrong，只能是 supported"),
        (GOOD | {"expect": [{"span": "327座", "verdict": "refuted", "reason": "x"}]}, "reason 是 x"),
        (GOOD | {"claims": "none.toml"}, "claims：找不到"),
        (GOOD | {"source": 5}, "source 要是不空的字符串"),
    ],
)
def test_a_bad_line_is_told_with_its_place(row: object, complaint: str, tmp_path: Path) -> None:
    file = written(tmp_path, GOOD | {"id": "other"}, row)
    with pytest.raises(LabelError) as caught:
        read_labelled(file)
    (problem,) = caught.value.problems
    assert problem.startswith(f"{file}:2: ")
    assert complaint in problem


def test_all_bad_lines_are_told(tmp_path: Path) -> None:
    with pytest.raises(LabelError) as caught:
        read_labelled(written(tmp_path, "{", GOOD, GOOD, "1"))
    assert [problem.split(": ")[0][-1] for problem in caught.value.problems] == ["1", "3", "4"]
    assert "编号 a1 与第 2 行重复" in caught.value.problems[1]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xff\xfe", "稿".encode("gb18030")])
def test_a_file_without_labelled_drafts(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "drafts.jsonl"
    file.write_bytes(data)
    with pytest.raises(LabelError):
        read_labelled(file)


def test_a_folder_gives_its_files_each_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = written(tmp_path, GOOD, name="a.jsonl"), written(tmp_path / "b", GOOD)
    assert labelled_files([second, tmp_path]) == [second, first]


def test_a_folder_without_any(tmp_path: Path) -> None:
    with pytest.raises(LabelError) as caught:
        labelled_files([tmp_path, tmp_path / "missing.jsonl"])
    assert len(caught.value.problems) == 2
