"""What the pages of ``docs/`` show is what comes out, and what they offer for CI can be used as it is.

A block after ``<!-- case: NAME -->`` shows the command, output and messages of that case of ``tests/cli``.
UPDATE_CASES=1 writes it anew.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from factcheck.config import FORMATS
from factcheck.triage.entries import decode_entries
from factcheck.triage.excuse import Excuse
from harness import run

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cli"
PAGES = sorted((ROOT / "docs").glob("*.md"))
SHOWN = re.compile(r"(<!-- case: (?P<case>\S+) -->\n```\n)(?P<text>.*?)(?=```\n)", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def shown(case: str) -> str:
    folder = CASES / case
    words = (folder / "cmd").read_text(encoding="utf-8").split()
    command = " ".join(word for word in words if not re.match(r"\w+=", word))
    outputs = [folder / f"expected.{name}" for name in ("stdout", "stderr")]
    texts = (file.read_text(encoding="utf-8") for file in outputs if file.exists())
    return f"$ factcheck {command}\n{''.join(texts)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_comes_out(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_CASES"):
        text = SHOWN.sub(lambda found: found[1] + shown(found["case"]), text)
        page.write_text(text, encoding="utf-8")
    for found in SHOWN.finditer(text):
        assert found["text"] == shown(found["case"]), found["case"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def listed(kind: str) -> list[object]:
    """The rows of a table of docs/design.md: a package, and the names that the row tells."""
    table = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split(f"| package | {kind} |\n")[1]
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", table.split("\n\n")[0], re.MULTILINE)
    return [pytest.param(package, re.findall(r"`([\w.]+)`", told), id=package) for package, told in rows]


@pytest.mark.parametrize(("package", "told"), listed("modules"))
def test_the_map_names_every_module(package: str, told: list[str]) -> None:
    modules = {path.stem for path in (ROOT / "src" / "factcheck" / package).glob("*.py")}
    assert sorted(told) == sorted(modules - {"__init__"})


@pytest.mark.parametrize(("package", "told"), listed("data"))
def test_the_map_names_every_data_file(package: str, told: list[str]) -> None:
    files = (ROOT / "src" / "factcheck" / package / "data").iterdir()
    assert sorted(told) == sorted(path.name for path in files if path.is_file())


def test_the_map_names_every_package() -> None:
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("## The map")[1].split("```")[1]
    home = ROOT / "src" / "factcheck"
    names = [path.parent.name for path in home.glob("*/__init__.py")]
    names += [path.stem for path in home.glob("[!_]*.py")]
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == []


def test_every_format_is_described() -> None:
    text = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    assert not [name for name in FORMATS if f"`{name}`" not in text]


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_gitlab_job_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    yaml = pytest.importorskip("yaml")
    job = yaml.safe_load(blocks("ci.md", "yaml")[2])["factcheck"]
    monkeypatch.chdir(tmp_path)
    shutil.copytree(
        CASES / "verify-pipe", "claims", ignore=shutil.ignore_patterns("*.txt", "cmd", "expected.*")
    )
    Path("稿件").mkdir()
    shutil.copy(CASES / "verify-pipe" / "draft.txt", "稿件")
    install, verify = job["script"]
    assert install == "pip install 'factcheck-zh[docx,pdf]'"
    program, *arguments = shlex.split(verify)
    assert program == "factcheck"
    assert run(*arguments).status == 1
    for report in job["artifacts"]["reports"].values():
        assert Path(report).stat().st_size


def test_the_workflow_gives_the_action_what_it_takes() -> None:
    yaml = pytest.importorskip("yaml")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = yaml.safe_load(blocks("ci.md", "yaml")[1])["jobs"]["factcheck"]["steps"]
    given = next(step["with"] for step in steps if "factcheck" in step["uses"])
    assert set(given) <= set(action["inputs"])


def test_the_hooks_that_are_offered_exist() -> None:
    yaml = pytest.importorskip("yaml")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    offered = yaml.safe_load(blocks("ci.md", "yaml")[0])["repos"][0]["hooks"]
    assert {hook["id"] for hook in offered} == {hook["id"] for hook in hooks}


def test_the_suppress_entry_can_be_read(tmp_path: Path) -> None:
    (entry,) = decode_entries(tomllib.loads(blocks("suppress.md", "toml")[0])["suppress"], tmp_path)
    assert isinstance(entry.excuse, Excuse)
