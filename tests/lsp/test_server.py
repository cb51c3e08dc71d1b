"""A real client over stdio: what an editor sees while its user types."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pygls = pytest.importorskip("pygls", reason="the lsp extra is not installed")
from lsprotocol import types  # noqa: E402
from pygls.lsp.client import LanguageClient  # noqa: E402

import factcheck  # noqa: E402
from harness import run  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

CLAIMS = Path(__file__).parents[1] / "cli" / "verify-pipe" / "claims.toml"
WRONG = "# 𠮷祥\n\n𠮷祥：2023年，青河县粮食总产量为**53.2**万吨，接待游客310万人次。\n"
URI = "file:///%e7%a8%bf/a.md"  # as Neovim writes it: percent signs, small letters
SECONDS = 30


class Editor(LanguageClient):
    """Keeps what the server says."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[str] = asyncio.Queue()

    async def next(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.shown.get(), SECONDS)

    def open(self, text: str, uri: str = URI, language: str = "markdown") -> None:
        document = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def change(self, text: str, version: int, uri: str = URI) -> None:
        document = types.VersionedTextDocumentIdentifier(version, uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))


@asynccontextmanager
async def _session(folder: Path, encodings: list[str] | None = None) -> AsyncIterator[Editor]:
    editor = Editor()

    def published(params: types.PublishDiagnosticsParams) -> None:
        editor.shown.put_nowait(params)

    def message(params: types.ShowMessageParams) -> None:
        editor.messages.put_nowait(params.message)

    editor.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
    editor.feature(types.WINDOW_SHOW_MESSAGE)(message)
    source = str(Path(factcheck.__file__).parents[1])
    await editor.start_io(
        sys.executable,
        "-m",
        "factcheck",
        "lsp",
        "--claims",
        "claims.toml",
        cwd=folder,
        env={"PYTHONPATH": source},
    )
    general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
    await editor.initialize_async(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(general=general), root_uri=folder.as_uri()
        )
    )
    editor.initialized(types.InitializedParams())
    process: Any = editor._server
    try:
        yield editor
        await editor.shutdown_async(None)
        editor.exit(None)
        assert await asyncio.wait_for(process.wait(), SECONDS) == 0
    finally:
        if process.returncode is None:
            process.kill()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.toml").write_bytes(CLAIMS.read_bytes())
    return tmp_path


def _live(talk: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(talk, 4 * SECONDS))


def _at(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


# In UTF-16 the two characters 𠮷祥 are three units; the phrase is 53.2**万吨 with its marks.
PLACE = _at(2, 21, 29)


def test_diagnostics_come_as_the_user_types(folder: Path) -> None:
    async def talk() -> None:
        async with _session(folder) as editor:
            editor.open(WRONG)
            shown = await editor.next()
            (wrong,) = shown.diagnostics
            assert (wrong.range, wrong.severity, wrong.code) == (
                PLACE,
                types.DiagnosticSeverity.Error,
                "value",
            )
            assert wrong.source == "factcheck"
            assert "52.3万吨" in wrong.message
            assert "青河县统计局" in wrong.message
            assert wrong.code_description == types.CodeDescription("https://example.org/bulletin")
            for version in range(2, 6):  # a burst of keystrokes is checked once
                editor.change(WRONG.replace("53.2", "52.3") + "写" * version, version)
            shown = await editor.next()
            assert (shown.version, list(shown.diagnostics)) == (5, [])
            editor.change("甲𠮷\r2023年，青河县粮食总产量为53.2万吨。", 6)
            shown = await editor.next()
            assert shown.diagnostics[0].range == _at(1, 15, 21)
            close = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(URI))
            editor.text_document_did_close(close)
            assert list((await editor.next()).diagnostics) == []

    _live(talk())


def test_hover_tells_claim_and_source(folder: Path) -> None:
    async def talk() -> None:
        async with _session(folder) as editor:
            editor.open(WRONG)
            document = types.TextDocumentIdentifier(URI)
            hover = await editor.text_document_hover_async(types.HoverParams(document, types.Position(2, 24)))
            assert hover is not None
            assert hover.range == PLACE
            assert isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.kind == types.MarkupKind.PlainText
            assert hover.contents.value.splitlines() == [
                "不符：“53.2万吨”",
                "数值不符：稿件说“53.2万吨”，来源说“52.3万吨”",
                "事实（grain）：2023年青河县粮食总产量为52.3万吨。",
                "来源：《2023年国民经济和社会发展统计公报》 青河县统计局 2024-02-29 第2段 https://example.org/bulletin",
            ]
            where = types.Position(2, WRONG.splitlines()[2].index("310") + 1)
            hover = await editor.text_document_hover_async(types.HoverParams(document, where))
            assert hover is not None
            assert "相符" in str(hover.contents)
            hover = await editor.text_document_hover_async(types.HoverParams(document, types.Position(0, 0)))
            assert hover is None

    _live(talk())


def test_a_quick_fix_puts_the_right_value(folder: Path) -> None:
    async def talk() -> None:
        async with _session(folder) as editor:
            editor.open(WRONG)
            document = types.TextDocumentIdentifier(URI)
            context = types.CodeActionContext([])
            asked = types.CodeActionParams(document, PLACE, context)
            (action,) = await editor.text_document_code_action_async(asked) or []
            assert isinstance(action, types.CodeAction)
            assert (action.title, action.kind) == ("改为“52.3万吨”", types.CodeActionKind.QuickFix)
            assert action.edit is not None
            assert action.edit.changes is not None
            (edit,) = action.edit.changes[URI]
            line = WRONG.splitlines()[2].encode("utf-16-le")
            start, end = (2 * place.character for place in (edit.range.start, edit.range.end))
            fixed = (line[:start] + edit.new_text.encode("utf-16-le") + line[end:]).decode("utf-16-le")
            assert fixed == WRONG.splitlines()[2].replace("53.2", "52.3")
            elsewhere = types.CodeActionParams(document, _at(0, 0, 1), context)
            assert not await editor.text_document_code_action_async(elsewhere)

    _live(talk())


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 49), ("utf-32", 20), ("utf-16", 21)])
def test_columns_are_counted_as_the_editor_asks(folder: Path, encoding: str, start: int) -> None:
    async def talk() -> None:
        async with _session(folder, [encoding]) as editor:
            editor.open(WRONG)
            place = (await editor.next()).diagnostics[0].range
            assert place.start == types.Position(2, start)

    _live(talk())


def test_excuses_and_changed_claims_count(folder: Path) -> None:
    async def talk() -> None:
        async with _session(folder) as editor:
            editor.open(WRONG.strip() + " <!-- factcheck: ignore[value] 引用原话 -->\n")
            assert list((await editor.next()).diagnostics) == []
            editor.change(WRONG, 2)
            assert len((await editor.next()).diagnostics) == 1
            claims = folder / "claims.toml"
            text = claims.read_text(encoding="utf-8")
            claims.write_text("broken", encoding="utf-8")
            editor.change(WRONG + "\n", 3)
            assert len((await editor.next()).diagnostics) == 1
            assert "仍用先前的事实" in await asyncio.wait_for(editor.messages.get(), SECONDS)
            claims.write_text(text.replace("52.3", "53.2"), encoding="utf-8")
            editor.change(WRONG + "\n\n", 4)
            assert list((await editor.next()).diagnostics) == []

    _live(talk())


def test_a_text_without_a_name_is_read_as_the_editor_calls_it(folder: Path) -> None:
    async def talk() -> None:
        async with _session(folder) as editor:
            editor.open("`2023年，青河县粮食总产量为53.2万吨`", "untitled:1", "markdown")
            assert list((await editor.next()).diagnostics) == []
            editor.open("`2023年，青河县粮食总产量为53.2万吨`", "untitled:2", "plaintext")
            assert len((await editor.next()).diagnostics) == 1

    _live(talk())


def test_the_missing_extra_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setitem(sys.modules, "factcheck.lsp.server", None)
    outcome = run("lsp")
    assert outcome.status == 2
    assert "pip install 'factcheck-zh[lsp]'" in outcome.stderr


def test_broken_claims_end_it_with_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "claims.toml").write_text("broken", encoding="utf-8")
    outcome = run("lsp", "--claims", "claims.toml")
    assert outcome.status == 2
    assert outcome.stderr.startswith("claims.toml: ")
