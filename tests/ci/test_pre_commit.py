"""The pre-commit hook, run by pre-commit itself from a clone of this repository: it installs the package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "cli" / "verify-pipe"
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: factcheck
        files: ^稿件/.*\\.(txt|md)$
      - id: factcheck-lint
        args: [--fail-on, never]
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("pre_commit") is None, reason="no pre-commit here"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a repository"),
]


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_a_commit_with_an_error_is_stopped(tmp_path: Path) -> None:
    clone, newsroom = tmp_path / "clone", tmp_path / "newsroom"
    git(tmp_path, "clone", "-q", str(ROOT), str(clone))
    drafts, claims = newsroom / "稿件", newsroom / "claims"
    drafts.mkdir(parents=True)
    claims.mkdir()
    shutil.copy(CASE / "claims.toml", claims)
    (newsroom / "README.md").write_text("2023年，青河县粮食总产量为53.2万吨。\n", encoding="utf-8")
    draft = drafts / "a b.txt"
    config = CONFIG.format(repo=clone, rev=git(clone, "rev-parse", "HEAD"))
    (newsroom / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(newsroom, "init", "-q")

    def hook(text: str) -> subprocess.CompletedProcess[str]:
        draft.write_text(text, encoding="utf-8")
        git(newsroom, "add", ".")
        variables = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH",)}
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--verbose"],
            cwd=newsroom,
            env={**variables, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    wrong = hook("2023年，青河县粮食总产量为53.2万吨。\n")
    if "CalledProcessError" in wrong.stdout:
        pytest.skip(f"the package could not be installed here: {wrong.stdout[-300:]}")
    assert wrong.returncode == 1, wrong.stdout
    assert "稿件/a b.txt:1:16: refuted [value]" in wrong.stdout
    assert "README.md" not in wrong.stdout
    right = hook("2023年，青河县粮食总产量为52.3万吨。\n")
    assert right.returncode == 0, right.stdout
    (claims / "more.toml").write_text("format = 1\n[[claims]]\nid = 'x'\n", encoding="utf-8")
    broken = hook("2023年，青河县粮食总产量为52.3万吨。\n")
    assert broken.returncode == 1
    assert "more.toml" in broken.stdout
