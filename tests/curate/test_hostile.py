"""Whatever a claims file holds: one line for each complaint, never an exception, and a file as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims.load import load_claims
from factcheck.claims.model import ClaimsError
from factcheck.curate.fix import fixed
from factcheck.curate.lint import lint

CLEAN = (Path(__file__).parent / "rules" / "passes.toml").read_text(encoding="utf-8")
LINES = CLEAN.splitlines()
JUNK = [
    "[[claims]]",
    "[aliases]",
    "value = 3",
    "value = []",
    "derive = 'wheat / wheat'",
    'id = "wheat"',
    "= =",
    "'''",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(LINES)), st.sampled_from([*JUNK, ""])), max_size=4))
def test_a_damaged_file_is_told_of(tmp_path: Path, damage: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for at, junk in damage:
        lines[at : at + 1] = [junk]
    file = tmp_path / "a.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    _, problems = lint([file])
    assert all("\n" not in problem.message for problem in problems)
    try:
        load_claims(file)
    except ClaimsError as error:
        assert "\n" not in str(error)
        assert problems, "what cannot be loaded is no clean file"


@pytest.mark.parametrize("text", ["", "format = 1", "format = 1\n[[claims]]\n", CLEAN.replace("\n", "\r\n")])
def test_mending_survives_odd_files(text: str) -> None:
    assert fixed(text) == text


def test_a_broken_file_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harness import run  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.toml"
    file.write_text("format = 1\n[[claims]]\nvalue = '１'\n", encoding="utf-8")
    before = file.read_bytes()
    assert run("lint", "--fix", "a.toml").status == 2
    assert file.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.toml"]


def test_mark_and_line_ends_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from harness import run  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.toml"
    text = CLEAN.replace('value = "53.1万吨"', 'value = "５３.1万吨"')
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert run("lint", "--fix", "a.toml").status == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + CLEAN.replace("\n", "\r\n").encode()
