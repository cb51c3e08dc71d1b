"""``factcheck explain``: what a reason means, from its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.cli.status import ExitStatus, UserError
from factcheck.suggest import did_you_mean
from factcheck.verdict.reasons import page, pages

if TYPE_CHECKING:
    from factcheck.cli.environment import Environment
    from factcheck.verdict.reasons import Page


def run(environment: Environment, name: str | None) -> int:
    """Write one page, or the list of all reasons."""
    if name is None:
        for known in pages().values():
            environment.stdout.write(f"{known.reason:<14}{known.title}\n")
        return ExitStatus.OK
    found = page(name)
    if found is None:
        raise UserError(f"没有理由 {name}{did_you_mean(name, list(pages()))}")
    environment.stdout.write(_text(found))
    return ExitStatus.OK


def _text(page_: Page) -> str:
    lines = [f"{page_.reason}：{page_.title}", "", page_.text, "", f"怎么办：{page_.advice}", ""]
    lines += [f"事实：{claim['statement']}" for claim in page_.claims]
    lines += [f"正例：{page_.passes}", f"反例：{page_.fails}"]
    return "\n".join(lines) + "\n"
