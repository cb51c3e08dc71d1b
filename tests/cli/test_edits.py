"""``--fix`` and ``--annotate`` from end to end: what is in the files afterwards."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.documents.word import open_package
from harness import run

CLAIMS = Path(__file__).parent / "verify-pipe" / "claims.toml"
WRONG = "2023年，青河县粮食总产量为53.2万吨，接待游客310万人次。\r\n"
RIGHT = WRONG.replace("53.2", "52.3")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(CLAIMS, tmp_path / "claims.toml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_fixed_file_differs_in_the_value_alone_and_a_second_run_finds_nothing(
    folder: Path, encoding: str
) -> None:
    draft = folder / "a.txt"
    draft.write_bytes(WRONG.encode(encoding))
    outcome = run("verify", "a.txt", "--fix", "--claims", "claims.toml")
    assert outcome.status == 0
    assert draft.read_bytes() == RIGHT.encode(encoding)
    assert "supported “52.3万吨”" in outcome.stdout
    assert "a.txt: 已改 1 处" in outcome.stderr
    again = run("verify", "a.txt", "--fix", "--diff", "--claims", "claims.toml")
    assert (again.status, again.stdout) == (0, "")
    assert draft.read_bytes() == RIGHT.encode(encoding)


def test_diff_alone_writes_nothing(folder: Path) -> None:
    draft = folder / "a.txt"
    draft.write_bytes(WRONG.encode())
    outcome = run("verify", "a.txt", "--diff", "--claims", "claims.toml")
    assert outcome.status == 1
    assert "+2023年，青河县粮食总产量为52.3万吨" in outcome.stdout
    assert draft.read_bytes() == WRONG.encode()


def test_what_is_excused_is_not_changed(folder: Path) -> None:
    draft = folder / "a.md"
    text = WRONG.strip() + " <!-- factcheck: ignore[value] 引用原话 -->\n"
    draft.write_text(text, encoding="utf-8")
    assert run("verify", "a.md", "--fix", "--claims", "claims.toml").status == 0
    assert draft.read_text(encoding="utf-8") == text


def test_one_unreadable_draft_does_not_keep_the_others_from_being_fixed(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\x89PNG")
    (folder / "b.txt").write_bytes(WRONG.encode())
    outcome = run("verify", ".", "--fix", "--claims", "claims.toml")
    assert outcome.status == 2
    assert (folder / "b.txt").read_bytes() == RIGHT.encode()


def test_a_text_draft_loads_nothing_that_other_formats_need(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG, encoding="utf-8")
    code = (
        "import sys\nfrom factcheck.cli import main\n"
        "main(['verify', 'a.txt', '--claims', 'claims.toml'])\nprint(*sys.modules, file=sys.stderr)"
    )
    environment = {"PYTHONPATH": str(Path(factcheck.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    loaded = set(done.stderr.decode().split())
    assert not loaded & {"docx", "lxml", "pypdf", "pygls", "pathspec", "factcheck.edit.fix", "factcheck.lsp"}


class TestWord:
    """With the docx extra."""

    @pytest.fixture
    def draft(self, folder: Path) -> bytes:
        docx = pytest.importorskip("docx", reason="the docx extra is not installed")
        document = docx.Document()
        document.add_paragraph("青河县的2023年")
        document.add_paragraph(WRONG.strip())
        document.add_paragraph("全年新植树木12万株。")
        out = io.BytesIO()
        document.save(out)
        (folder / "稿.docx").write_bytes(out.getvalue())
        return out.getvalue()

    def test_findings_name_the_paragraph(self, draft: bytes) -> None:
        outcome = run("verify", "稿.docx", "--claims", "claims.toml")
        assert outcome.status == 1
        assert "“53.2万吨” 第2段：数值不符" in outcome.stdout

    def test_the_copy_says_verdict_reason_right_value_and_source(self, folder: Path, draft: bytes) -> None:
        import docx  # noqa: PLC0415

        outcome = run("verify", "稿.docx", "--annotate", "批注.docx", "--claims", "claims.toml")
        assert outcome.status == 1
        assert "已写好 批注.docx" in outcome.stderr
        assert (folder / "稿.docx").read_bytes() == draft
        comments = [comment.text for comment in docx.Document(str(folder / "批注.docx")).comments]
        assert comments[0].splitlines() == [
            "不符：“53.2万吨”",
            "第2段：数值不符：稿件说“53.2万吨”，来源说“52.3万吨”",
            "可改为：52.3万吨",
            "来源：《2023年国民经济和社会发展统计公报》 青河县统计局 2024-02-29 第2段 https://example.org/bulletin",
        ]
        assert [comment.splitlines()[0] for comment in comments[1:]] == ["证据不足：“12万株”"]

    def test_the_copy_of_a_file_with_macros_is_one(self, folder: Path, draft: bytes) -> None:
        from samples import retyped  # noqa: PLC0415

        (folder / "稿.docm").write_bytes(retyped(draft, ".docm"))
        outcome = run("verify", "稿.docm", "--annotate", "批注.docx", "--claims", "claims.toml")
        assert outcome.status == 2
        assert "要和稿件一样以 .docm 结尾" in outcome.stderr
        assert run("verify", "稿.docm", "--annotate", "批注.docm", "--claims", "claims.toml").status == 1
        copy = open_package((folder / "批注.docm").read_bytes())
        assert "macroEnabled" in copy.part.content_type
        assert len(list(copy.comments)) == 2

    def test_nothing_is_written_over(self, folder: Path, draft: bytes) -> None:
        for name in ("稿.docx", "别的.docx"):
            (folder / "别的.docx").write_bytes(b"mine")
            outcome = run("verify", "稿.docx", "--annotate", name, "--claims", "claims.toml")
            assert outcome.status == 2
            assert "已经在了" in outcome.stderr
        assert (folder / "稿.docx").read_bytes() == draft
        assert (folder / "别的.docx").read_bytes() == b"mine"

    def test_a_folder_that_is_not_there_is_told(self, folder: Path, draft: bytes) -> None:
        outcome = run("verify", "稿.docx", "--annotate", "none/批注.docx", "--claims", "claims.toml")
        assert outcome.status == 2
        assert "写不了" in outcome.stderr

    def test_word_drafts_are_not_fixed_but_the_user_is_told(self, folder: Path, draft: bytes) -> None:
        outcome = run("verify", "稿.docx", "--fix", "--claims", "claims.toml")
        assert outcome.status == 1
        assert "--annotate" in outcome.stderr
        assert (folder / "稿.docx").read_bytes() == draft
