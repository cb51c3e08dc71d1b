"""What ``verify`` does with drafts beside reporting: list them, put them right, write a commented copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.atomic import write_bytes
from factcheck.check import check_document
from factcheck.cli.status import ExitStatus, UserError
from factcheck.documents.model import DocumentError
from factcheck.documents.read import STDIN, TEXTS, kind_of, text_document
from factcheck.faults import why
from factcheck.report.words import VERDICTS, citation, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.cli.environment import Environment
    from factcheck.cli.options import Options
    from factcheck.documents.model import Document
    from factcheck.report.run import Run
    from factcheck.verdict.checker import Checker
    from factcheck.verdict.finding import Finding


def list_files(files: Sequence[str | DocumentError], environment: Environment) -> int:
    """The files that would be checked, one a line."""
    status = ExitStatus.OK
    for file in files:
        if isinstance(file, str) and (file == STDIN or Path(file).exists()):
            environment.stdout.write(f"{one_line(file)}\n")
        else:
            environment.say(
                str(file) if isinstance(file, DocumentError) else f"{file}: 找不到文件，请检查路径"
            )
            status = ExitStatus.FAILED
    return status


def guard(options: Options, files: Sequence[str | DocumentError]) -> None:
    """Refuse what would lose something or cannot be done. Raises :class:`UserError`."""
    drafts = [file for file in files if isinstance(file, str)]
    if options.fix and STDIN in drafts:
        raise UserError("--fix 改的是文件，不能改标准输入；只看怎么改请用 --diff")
    if options.annotate is None:
        return
    if len(files) != 1 or not drafts or kind_of(drafts[0]) != "word":
        raise UserError("--annotate 一次批注一篇 Word 稿件，请只给这一个文件")
    suffix = Path(drafts[0]).suffix.lower()
    if Path(options.annotate).suffix.lower() != suffix:  # Word opens no .docx that holds macros
        raise UserError(f"--annotate：{options.annotate} 要和稿件一样以 {suffix} 结尾")
    if Path(options.annotate).exists():
        raise UserError(f"--annotate：{options.annotate} 已经在了，怕覆盖别人的改动；请换个名字，或先删去")


def put_right(result: Run, checker: Checker, environment: Environment, options: Options) -> bool:
    """Show (``--diff``) and make (``--fix``) the certain edits; whether any file was written."""
    from factcheck.edit.fix import diff, fix  # noqa: PLC0415
    from factcheck.edit.write import write_draft  # noqa: PLC0415

    written = False
    for item in result.documents:
        document = item.document
        if kind_of(document.path) not in TEXTS:
            environment.say(f"{document.path}: 只改文本稿件（.txt、.md、.html），Word 稿件可用 --annotate")
            continue
        fixed = fix(document.text, item.findings, _checks(document, checker))
        if options.diff:
            shown = diff(document.path, document.text, fixed.text)
            environment.stdout.write(_harmless(shown) if environment.stdout_is_terminal else shown)
        told = [f"{'已改' if options.fix else '可改'} {len(fixed.edits)} 处"] if fixed.edits else []
        if fixed.edits and options.fix:
            write_draft(document.path, document.text, fixed.text, document.encoding)
            written = True
        if fixed.left:
            told.append(f"{len(fixed.left)} 处不符没有唯一确定的改法，请人工判断")
        if told and not options.quiet:
            environment.say(f"{document.path}: {'，'.join(told)}")
    return written


def annotate(result: Run, target: str, environment: Environment, options: Options) -> None:
    """Write the commented copy of the one Word draft. Raises :class:`UserError`."""
    from factcheck.documents.word import WordError  # noqa: PLC0415
    from factcheck.edit import annotate as word  # noqa: PLC0415

    for item in result.documents:
        try:
            data = Path(item.document.path).read_bytes()
        except OSError as error:
            raise UserError(f"{item.document.path}：读不了（{why(error)}），请检查文件") from None
        try:
            copy = word.annotate(data, item.document.text, item.findings, comment)
        except WordError as error:
            raise UserError(f"{item.document.path}：{error}") from None
        write_bytes(Path(target), copy)
        marked = sum(finding.verdict in word.COLORS for finding in item.findings)
        if not options.quiet:
            environment.say(f"已写好 {target}：批注 {marked} 处")


def comment(finding: Finding) -> str:
    """What a comment in a Word copy says, a line a paragraph."""
    from factcheck.edit.suggest import suggest  # noqa: PLC0415

    lines = [f"{VERDICTS[finding.verdict]}：“{finding.text}”", finding.message]
    edit = suggest(finding, " " * finding.start + finding.text)
    if edit is not None:
        lines.append(f"可改为：{edit.phrase}")
    lines += [f"来源：{cited}" for cited in citation(finding.claim)]
    return "\n".join(map(one_line, lines))


def _checks(document: Document, checker: Checker) -> Callable[[str], Sequence[Finding]]:
    """How a changed text of a draft is checked: read as the draft was."""
    kind = kind_of(document.path)

    def check(text: str) -> Sequence[Finding]:
        return check_document(checker, text_document(document.path, text, kind, document.encoding))

    return check


def _harmless(diff: str) -> str:
    """A diff for a terminal: what could act on it is shown by its code."""
    return "".join(f"{one_line(line)}\n" for line in diff.split("\n")[:-1])
