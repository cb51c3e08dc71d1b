"""The setups that ``docs/editors.md`` offers, as far as they can be tried here."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

PAGE = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")
CLAIMS = Path(__file__).parents[1] / "cli" / "verify-pipe" / "claims.toml"
NVIM = shutil.which("nvim")

# Before 0.8 there was no vim.lsp.start; what it does can be said in its words.
SHIM = """
vim.lsp.start = vim.lsp.start or function(config)
  vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
end
"""
DRIVE = """
vim.cmd("edit 稿.md")
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.diagnostic.get(0)[1]
local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, false)[1]
local out = { words = line:sub(found.col + 1, found.end_col), message = found.message }
local at = { line = found.lnum, character = select(2, vim.str_utfindex(line, found.col)) }
local params = {
  textDocument = vim.lsp.util.make_text_document_params(0),
  range = { start = at, ["end"] = at },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 20000)
for _, answer in pairs(answers) do
  local action = answer.result[1]
  out.title = action.title
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
end
out.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\\n")
io.stdout:write(vim.json and vim.json.encode(out) or vim.fn.json_encode(out))
vim.cmd("qall!")
"""


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_setups_are_no_longer_than_promised() -> None:
    assert len(_block("json").splitlines()) <= 10
    assert len(_block("lua").splitlines()) <= 10
    settings = json.loads(_block("json"))
    assert [settings["glspc.server.command"], *settings["glspc.server.commandArguments"]] == [
        "factcheck",
        "lsp",
    ]


@pytest.mark.skipif(NVIM is None or os.name == "nt", reason="Neovim is not installed")
def test_neovim_shows_and_fixes(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="the lsp extra is not installed")
    (tmp_path / "claims").mkdir()
    shutil.copy(CLAIMS, tmp_path / "claims")
    (tmp_path / "稿.md").write_text("𠮷：2023年，青河县粮食总产量为53.2万吨。\n", encoding="utf-8")
    program = tmp_path / "bin" / "factcheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    program.chmod(0o755)
    script = tmp_path / "init.lua"
    script.write_text(SHIM + _block("lua"), encoding="utf-8")
    drive = tmp_path / "drive.lua"
    drive.write_text(DRIVE, encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(factcheck.__file__).parents[1]),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [str(NVIM), "--headless", "-n", "-i", "NONE", "-u", str(script), "-c", f"luafile {drive}"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    out = json.loads(done.stdout.decode())
    assert out["words"] == "53.2万吨"
    assert "52.3万吨" in out["message"]
    assert out["title"] == "改为“52.3万吨”"
    assert out["text"] == "𠮷：2023年，青河县粮食总产量为52.3万吨。"
