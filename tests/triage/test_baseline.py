"""A baseline knows findings by what they are, and forgets nothing it was not asked about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.documents.model import Document
from factcheck.triage.baseline import SCHEMA, load_baseline
from factcheck.triage.hidden import TriageError, sift
from factcheck.verdict.finding import Finding, Reason, Verdict

if TYPE_CHECKING:
    from pathlib import Path


def findings(text: str, part: str) -> list[Finding]:
    found, at = [], text.find(part)
    while at >= 0:
        line = text.count("\n", 0, at) + 1
        where = (at, at + len(part), line, 1)
        found.append(Finding(*where, part, Verdict.REFUTED, Reason.VALUE, None, "5万", part, "", 1.0))
        at = text.find(part, at + 1)
    return found


def run(file: Path, path: str, text: str, *, update: bool = False) -> tuple[int, list[str]]:
    """How many findings are still told, and the notices; with ``update`` the file is written."""
    baseline = load_baseline(str(file), str(file.parent), update=update)
    kept, _ = sift(Document(path, text, "utf-8"), findings(text, "6万"), [baseline])
    if update:
        file.write_text(baseline.dump(), encoding="utf-8")
    return len(kept), [notice.message for notice in baseline.notices()]


def test_only_what_is_new_is_told(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    assert run(file, "a.txt", "产量6万。\n", update=True) == (0, [])
    assert run(file, "a.txt", "新的一段。\n\n产量6万。\n") == (0, []), "lines may move"
    assert run(file, "a.txt", "产量6万。\n产量6万。\n") == (1, []), "a second time is new"
    assert run(file, "a.txt", "销量6万。\n")[0] == 1, "said of something else it is new"
    assert run(file, "b.txt", "产量6万。\n")[0] == 1, "in another draft it is new"


def test_it_does_not_matter_where_a_run_starts(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    (tmp_path / "稿件").mkdir()
    run(file, "稿件/a.txt", "产量6万。", update=True)
    baseline = load_baseline("../baseline.json", str(tmp_path / "稿件"), update=False)
    kept, _ = sift(Document("a.txt", "产量6万。", "utf-8"), findings("产量6万。", "6万"), [baseline])
    assert kept == ()


def test_what_is_gone_is_told(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    run(file, "a.txt", "产量6万。销量6万。", update=True)
    kept, notices = run(file, "a.txt", "产量6万。")
    assert kept == 0
    assert notices == ["基线里有 1 条已不再出现，可用 --update-baseline 收紧"]
    assert run(file, "a.txt", "产量6万。", update=True) == (0, [])
    assert run(file, "a.txt", "产量6万。") == (0, [])


def test_an_update_keeps_what_it_did_not_check(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    run(file, "a.txt", "产量6万。", update=True)
    run(file, "b.txt", "产量6万。", update=True)
    paths = [found["path"] for found in json.loads(file.read_text(encoding="utf-8"))["findings"]]
    assert paths == ["a.txt", "b.txt"]
    assert run(file, "a.txt", "产量6万。") == (0, [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"schema": "other/1", "findings": []}',
        f'{{"schema": "{SCHEMA}", "findings": [{{}}]}}'.encode(),
    ],
)
def test_a_file_that_is_no_baseline(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_bytes(data)
    with pytest.raises(TriageError, match=r"baseline\.json"):
        load_baseline(str(file), str(tmp_path), update=True)


def test_a_missing_baseline_is_only_right_when_it_is_being_made(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.json")
    load_baseline(missing, str(tmp_path), update=True)
    with pytest.raises(TriageError, match="--update-baseline"):
        load_baseline(missing, str(tmp_path), update=False)
