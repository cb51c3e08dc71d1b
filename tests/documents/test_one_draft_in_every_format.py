"""One draft as text, Word, PDF and HTML gives the same findings: files as another program writes them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest

import factcheck
from factcheck.check import check_document
from factcheck.documents.read import read
from factcheck.verdict.checker import Checker

pytest.importorskip("docx", reason="the docx extra is not installed")
pytest.importorskip("pypdf", reason="the pdf extra is not installed")
SOFFICE = shutil.which("soffice")
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_the_findings_are_the_same(tmp_path: Path) -> None:
    assert SOFFICE is not None
    shutil.copy(ROOT / "docs" / "example" / "draft.txt", tmp_path / "a.txt")
    for form, source in (("docx:MS Word 2007 XML", "a.txt"), ("pdf", "a.docx"), ("html", "a.docx")):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
        subprocess.run([*command, str(tmp_path / source)], check=True, capture_output=True, timeout=180)
    claims = factcheck.load_claims(ROOT / "claims" / "kuaishou-poverty-relief-2020.toml")
    checker = Checker(claims)
    told = {}
    for suffix in ("txt", "docx", "pdf", "html"):
        document = read(str(tmp_path / f"a.{suffix}"), io.BytesIO())
        # Programs put spaces between digits and Chinese, and HTML its own marks; the findings stay.
        told[suffix] = [
            (found.text.replace(" ", ""), found.verdict, found.reason)
            for found in check_document(checker, document)
        ]
    assert len(told["txt"]) > 20
    assert told["docx"] == told["txt"]
    assert told["html"] == told["txt"]
    assert told["pdf"] == told["txt"]
