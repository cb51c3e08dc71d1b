"""The fixes of SARIF and the suggestions of rdjson, made by another program as their formats say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness import run

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS = Path(__file__).parents[1] / "cli" / "verify-pipe" / "claims.toml"
# What makes columns differ: characters of four bytes, of two UTF-16 units, markup within the value, both ends of line.
DRAFT = (
    "# 𠮷祥 résumé\r\n\r\n𠮷：2023年，青河县粮食总产量为**53.2**万吨，\r\n"
    "🙂全县2023年接待游客三千一百万人次。\n2023年，青河县接待游客301万人次。"
)
FIXED = DRAFT.replace("53.2", "52.3").replace("三千一百万", "三百一十万").replace("301万", "310万")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(CLAIMS, tmp_path / "claims.toml")
    (tmp_path / "稿 1.md").write_bytes(DRAFT.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reported(name: str) -> Any:
    outcome = run("verify", "稿 1.md", "--claims", "claims.toml", "--format", name)
    assert outcome.status == 1
    return json.loads(outcome.stdout)


def regions(log: Any) -> Iterator[tuple[dict[str, int], str]]:
    for result in log["runs"][0]["results"]:
        for fix in result.get("fixes", ()):
            ((replacement,),) = [change["replacements"] for change in fix["artifactChanges"]]
            yield replacement["deletedRegion"], replacement["insertedContent"]["text"]


def test_sarif_by_lines_and_columns(folder: Path) -> None:
    lines = DRAFT.split("\n")
    for region, new in reversed(list(regions(reported("sarif")))):
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = (
            line[: region["startColumn"] - 1] + new + line[region["endColumn"] - 1 :]
        )
    assert "\n".join(lines) == FIXED


def test_sarif_by_offsets(folder: Path) -> None:
    text = DRAFT
    for region, new in reversed(list(regions(reported("sarif")))):
        end = region["charOffset"] + region["charLength"]
        text = text[: region["charOffset"]] + new + text[end:]
    assert text == FIXED


def test_rdjson_by_bytes(folder: Path) -> None:
    lines = DRAFT.encode().split(b"\n")
    suggestions = [s for found in reported("rdjson")["diagnostics"] for s in found.get("suggestions", ())]
    for suggestion in suggestions:
        start, end = suggestion["range"]["start"], suggestion["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"] - 1]
        new = suggestion["text"].encode()
        lines[start["line"] - 1] = line[: start["column"] - 1] + new + line[end["column"] - 1 :]
    assert b"\n".join(lines).decode() == FIXED


def test_the_same_as_fix(folder: Path) -> None:
    assert run("verify", "稿 1.md", "--claims", "claims.toml", "--fix").status == 0
    assert (folder / "稿 1.md").read_bytes().decode() == FIXED
