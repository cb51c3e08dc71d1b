"""``factcheck lsp``: the language server, fed with the claims in force."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcheck.cli.live import Live
from factcheck.cli.status import ExitStatus, UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.environment import Environment
    from factcheck.documents.model import Document
    from factcheck.report.run import Checked


def run(environment: Environment, *, claims: Sequence[str]) -> int:
    """Serve an editor on standard input and output until it says goodbye."""
    try:
        from factcheck.lsp.server import serve  # noqa: PLC0415
    except ImportError:
        raise UserError("语言服务器要先装附加组件：pip install 'factcheck-zh[lsp]'") from None
    live = Live(environment, claims)

    def check(document: Document) -> tuple[Checked, str]:
        live.refresh()
        return live.check(document).documents[0], live.trouble

    # The server closes what it writes to; standard output itself stays open for whoever started this.
    with os.fdopen(os.dup(environment.stdout.fileno()), "wb") as out:
        serve(check, environment.stdin, out)
    return ExitStatus.OK
