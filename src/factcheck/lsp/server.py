"""The server: texts in, diagnostics, hovers and quick fixes out.

Checking is done in one thread of its own, so that an editor never waits while its user types; what the
thread gives is shown only if the text is still the one that was checked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.documents.read import LARGEST_TEXT, TEXTS, kind_of, text_document
from factcheck.edit.suggest import suggest
from factcheck.lsp.positions import Positions
from factcheck.report.words import VERDICTS, citation, one_line, safe_url, sources
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.documents.model import Document
    from factcheck.report.run import Checked
    from factcheck.verdict.finding import Finding

Check = Callable[["Document"], "tuple[Checked, str]"]  # with what is wrong with the claims, if anything

PAUSE = 0.25  # seconds without a keystroke before a text is checked
SEVERITIES = {
    Verdict.REFUTED: types.DiagnosticSeverity.Error,
    Verdict.CONFLICTING: types.DiagnosticSeverity.Warning,
    Verdict.NOT_ENOUGH_EVIDENCE: types.DiagnosticSeverity.Information,
}
_LANGUAGES = {"markdown": "markdown", "html": "html"}


@dataclass(frozen=True, slots=True)
class _Result:
    """What was found in one version of a text."""

    version: int | None
    findings: tuple[Finding, ...]
    positions: Positions
    text: str

    def range(self, start: int, end: int) -> types.Range:
        """A stretch of the text as the editor counts."""
        return types.Range(types.Position(*self.positions.of(start)), types.Position(*self.positions.of(end)))

    def within(self, asked: types.Range) -> list[Finding]:
        """The findings that an editor's range touches."""
        start = self.positions.offset(asked.start.line, asked.start.character)
        end = self.positions.offset(asked.end.line, asked.end.character)
        return [one for one in self.findings if one.start <= end and start <= one.end]


class _Server(LanguageServer):
    """The protocol's state: the last result for every open text, and what is being checked."""

    def __init__(self, check: Check) -> None:
        # Whole texts: what is sent as a change is small beside the work of checking it.
        super().__init__("factcheck", __version__, types.TextDocumentSyncKind.Full)
        self._check = check
        self._open: set[str] = set()
        self._results: dict[str, _Result] = {}
        self._pending: dict[str, asyncio.Task[None]] = {}
        self._worker = ThreadPoolExecutor(max_workers=1)  # a checker is not made for two at a time
        self._told = ""

    def due(self, uri: str, pause: float = 0.0) -> None:
        """Check a text soon, instead of what was to be checked before."""
        self._open.add(uri)
        self.forget(uri)
        self._pending[uri] = asyncio.get_running_loop().create_task(self._after(uri, pause))

    def forget(self, uri: str) -> None:
        """Drop what is being done for a text."""
        task = self._pending.pop(uri, None)
        if task is not None:
            task.cancel()

    def close(self, uri: str) -> None:
        """A text was closed: nothing is shown for it any more."""
        self._open.discard(uri)
        self.forget(uri)
        self._results.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def _after(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            result = await self.current(uri)
        except Exception as error:  # nobody awaits this task: what goes wrong is told here or nowhere
            self._tell(f"程序内部错误（{type(error).__name__}: {error}），不是稿件的问题，请报告")
            return
        if result is not None:
            diagnostics = [_diagnostic(result, one) for one in result.findings if one.verdict in SEVERITIES]
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, diagnostics, result.version)
            )

    async def current(self, uri: str) -> _Result | None:
        """The result for a text as it is now; ``None`` where it has changed before it was there."""
        opened = self.workspace.get_text_document(uri)
        known = self._results.get(uri)
        if known is not None and known.version == opened.version and known.text == opened.source:
            return known
        text, version = opened.source, opened.version
        if len(text) > LARGEST_TEXT:
            self._tell(f"{_path(uri)}：太长，没有核查")
            return None
        document = text_document(_path(uri), text, _kind(uri, opened.language_id))
        loop = asyncio.get_running_loop()
        checked, trouble = await loop.run_in_executor(self._worker, self._check, document)
        self._tell(trouble)
        # Either the protocol's enumeration or, as the editor sent it, its value.
        encoding = types.PositionEncodingKind(self.workspace.position_encoding).value
        positions = Positions(text, encoding)
        result = _Result(version, checked.findings, positions, text)
        if uri not in self._open or self.workspace.get_text_document(uri).source != text:
            return None
        self._results[uri] = result
        return result

    def _tell(self, message: str) -> None:
        """Show a message once, until there is another one."""
        if message and message != self._told:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, one_line(message)))
        self._told = message


def serve(check: Check, stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Serve one editor over two streams until it ends the session."""
    make(check).start_io(stdin, stdout)


def make(check: Check) -> LanguageServer:
    """The server with everything it can do."""
    server = _Server(check)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: _Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.due(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: _Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.due(params.text_document.uri, PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: _Server, params: types.DidSaveTextDocumentParams) -> None:
        ls.due(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: _Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.close(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(ls: _Server, params: types.HoverParams) -> types.Hover | None:
        result = await ls.current(params.text_document.uri)
        found = result.within(types.Range(params.position, params.position)) if result else []
        if result is None or not found:
            return None
        # Plain text: what drafts and claims hold is never markup.
        contents = types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(map(_told, found)))
        return types.Hover(contents, result.range(found[0].start, found[0].end))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    async def actions(ls: _Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        result = await ls.current(uri)
        if result is None:
            return []
        made = [_fix(uri, result, finding) for finding in result.within(params.range)]
        return [action for action in made if action is not None]

    return server


def _diagnostic(result: _Result, finding: Finding) -> types.Diagnostic:
    url = next((safe_url(source.url) for source in sources(finding.claim)), "")
    return types.Diagnostic(
        range=result.range(finding.start, finding.end),
        message="\n".join([one_line(finding.message), *_cited(finding)]),
        severity=SEVERITIES[finding.verdict],
        code=str(finding.reason or finding.verdict),
        code_description=types.CodeDescription(url) if url else None,
        source="factcheck",
    )


def _told(finding: Finding) -> str:
    """What a hover says: verdict, why, the claim, its sources."""
    lines = [f"{VERDICTS[finding.verdict]}：“{finding.text}”", finding.message]
    if finding.claim is not None:
        lines.append(f"事实（{finding.claim.id}）：{finding.claim.statement}")
    return "\n".join([*map(one_line, lines), *_cited(finding)])


def _cited(finding: Finding) -> list[str]:
    return [f"来源：{cited}" for cited in citation(finding.claim)]


def _fix(uri: str, result: _Result, finding: Finding) -> types.CodeAction | None:
    edit = suggest(finding, result.text)
    if edit is None:
        return None
    change = types.TextEdit(result.range(edit.start, edit.end), edit.new)
    return types.CodeAction(
        title=one_line(f"改为“{edit.phrase}”"),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(result, finding)],
        is_preferred=True,
        edit=types.WorkspaceEdit(changes={uri: [change]}),
    )


def _path(uri: str) -> str:
    """A name for messages and for the newsroom's own rules: a path where the text is a file."""
    parts = urlsplit(uri)
    return unquote(parts.path) if parts.scheme == "file" else uri


def _kind(uri: str, language: str | None) -> str:
    """How a text is read: by its name, or by what the editor calls a text that has none."""
    kind = kind_of(PurePath(_path(uri)).name)
    if kind not in TEXTS or kind == "text":
        return _LANGUAGES.get(language or "", "text")
    return kind
