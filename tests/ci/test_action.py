"""The GitHub action's own script, run by bash as a runner would, with hostile inputs too."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
VERIFY = ACTION["runs"]["steps"][-1]
CASE = ROOT / "tests" / "cli" / "verify-pipe"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")


@dataclass(frozen=True)
class Ran:
    status: int
    stdout: str
    stderr: str
    summary: str
    output: str


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    folder = tmp_path / "newsroom"
    (folder / "稿件").mkdir(parents=True)
    shutil.copy(CASE / "draft.txt", folder / "稿件" / "a b.txt")
    shutil.copytree(CASE, folder / "claims", ignore=shutil.ignore_patterns("*.txt", "cmd", "expected.*"))
    return folder


def act(folder: Path, **inputs: str) -> Ran:
    """Run the step as GitHub does: inputs become its variables, its files are given by name."""
    given = {name: str(known.get("default", "")) for name, known in ACTION["inputs"].items()} | inputs
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in VERIFY["env"].items()
    }
    commands = folder.parent / "bin"
    commands.mkdir(exist_ok=True)
    command = commands / "factcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    summary, output = folder.parent / "summary", folder.parent / "output"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", VERIFY["run"]],
        cwd=folder,
        env={
            **variables,
            "PATH": f"{commands}:/usr/bin:/bin",
            "PYTHONPATH": str(ROOT / "src"),
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_OUTPUT": str(output),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    texts = [file.read_text(encoding="utf-8") if file.exists() else "" for file in (summary, output)]
    return Ran(done.returncode, done.stdout, done.stderr, *texts)


def test_annotations_summary_and_status(newsroom: Path) -> None:
    ran = act(newsroom, paths="稿件")
    assert ran.status == 1, ran.stderr
    assert ran.stdout.startswith("::error file=稿件/a b.txt,line=1,")
    assert "| 稿件/a b.txt:1 |" in ran.summary
    assert ran.output == "status=1\n"


def test_every_input(newsroom: Path) -> None:
    inputs = {
        "paths": "稿件/a b.txt\n\n",
        "claims": "claims/claims.toml",
        "fail-on": "never",
        "sarif": "out.sarif",
        "html": "报告 一.html",
        "summary": "false",
    }
    ran = act(newsroom, **inputs)
    assert ran.status == 0, ran.stderr
    assert ran.summary == ""
    assert (newsroom / "out.sarif").exists()
    assert (newsroom / "报告 一.html").exists()
    assert set(inputs) | {"changed-since", "python-version"} == set(ACTION["inputs"])


@pytest.mark.parametrize("hostile", ["$(touch bad)", "`touch bad`", "; touch bad", "--version", "-o\nbad"])
def test_inputs_are_never_script(hostile: str, newsroom: Path) -> None:
    for name in ("paths", "claims", "changed-since", "fail-on"):
        ran = act(newsroom, **{"paths": "稿件", name: hostile})
        assert ran.status == 2
        assert not (newsroom / "bad").exists()


def test_nothing_of_a_workflow_is_put_into_a_script() -> None:
    assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]
