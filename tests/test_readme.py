"""What the READMEs show of the command line, and the figures they tell, are what comes out.

UPDATE_CASES=1 writes both anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.claims.load import load_claims
from factcheck.config import FORMATS
from factcheck.evaluation.checkers import Checkers
from factcheck.evaluation.measure import measure
from factcheck.evaluation.scores import Scores
from factcheck.verdict.finding import Verdict
from harness import run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
READMES = (ROOT / "README.md", ROOT / "README.en.md")
BLOCK = re.compile(r"(?<=<!-- shown -->\n```\n)\$ factcheck ([^\n]*)\n.*?(?=```\n)", re.DOTALL)
# A row of the table of figures: what it is, six figures, the paths that ``factcheck evaluate`` is given.
ROW = re.compile(r"^(?P<what>\| [^|\n]+ \|)(?: [\d.%]+ \|){6} `(?P<paths>tests/[^`\n]+)` \|$", re.MULTILINE)


@cache
def said(command: str) -> str:
    """What the command line says to a command today."""
    arguments = [sys.executable, "-m", "factcheck", *command.split()]
    done = subprocess.run(arguments, capture_output=True, check=False, cwd=ROOT)
    assert done.returncode in {0, 1}, done.stderr.decode()
    return done.stdout.decode()


def real(block: re.Match[str]) -> str:
    return f"$ factcheck {block[1]}\n{said(block[1])}"


@cache
def checkers() -> Checkers:
    return Checkers(lambda: load_claims(ROOT / "claims"))


@cache
def counts(file: Path) -> Counter[tuple[Verdict, Verdict]]:
    return measure([file], checkers().check).scores().table


def measured(row: re.Match[str]) -> str:
    """The row with what is measured today."""
    files = {file for pattern in row["paths"].split() for file in ROOT.glob(pattern)}
    scores = Scores(sum(map(counts, files), Counter()))
    shares = [
        f"{share(verdict):.1%}"
        for verdict in (Verdict.REFUTED, Verdict.SUPPORTED)
        for share in (scores.precision, scores.recall)
    ]
    figures = " | ".join([str(scores.total), f"{scores.macro_f1:.3f}", *shares])
    return f"{row['what']} {figures} | `{row['paths']}` |"


def held_to(readme: Path, pattern: re.Pattern[str], today: Callable[[re.Match[str]], str]) -> int:
    """How many places of the page match; each must say what ``today`` makes of it."""
    shown = readme.read_text(encoding="utf-8")
    current, places = pattern.subn(today, shown)
    if os.environ.get("UPDATE_CASES"):
        readme.write_text(current, encoding="utf-8")
    assert shown == current
    return places


@pytest.mark.parametrize(("readme", "blocks"), [(READMES[0], 4), (READMES[1], 2)], ids=["zh", "en"])
def test_commands_are_shown_as_they_are(readme: Path, blocks: int) -> None:
    assert held_to(readme, BLOCK, real) >= blocks


@pytest.mark.parametrize("readme", READMES, ids=["zh", "en"])
def test_figures_are_as_measured(readme: Path) -> None:
    assert held_to(readme, ROW, measured) >= 6


@pytest.mark.parametrize("readme", READMES, ids=["zh", "en"])
def test_links_lead_somewhere(readme: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", readme.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_every_command_and_format_is_told_in_english() -> None:
    text = READMES[1].read_text(encoding="utf-8")
    commands = re.findall(r"^  ([a-z]+) {2,}\S", run("--help").stdout.split("命令：")[1], re.MULTILINE)
    assert len(commands) >= 15
    assert [name for name in commands if f"`factcheck {name}" not in text] == []
    assert [name for name in FORMATS if f"`{name}`" not in text] == []
