"""Claims for reading: a table on a terminal, tab-separated lines in a pipe, a card for one, JSON for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.claims.model import Status
from factcheck.claims.search import names_of, values
from factcheck.report.json import SCHEMA, dump, source_objects
from factcheck.report.words import citation, one_line, used

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.claims.model import Claim, ClaimBank

STATUSES = {Status.CONFIRMED: "已确认", Status.DISPUTED: "有争议", Status.WITHDRAWN: "已撤回"}


def list_plain(claims: Sequence[Claim], out: TextIO) -> None:
    """One claim a line: id, value, period, topic, statement, between tabs."""
    for claim in claims:
        cells = (claim.id, "、".join(values(claim)), claim.period, claim.topic, claim.statement)
        out.write("\t".join(map(one_line, cells)) + "\n")


def list_table(claims: Sequence[Claim], out: TextIO, variables: Mapping[str, str]) -> None:
    """A table as wide as the terminal; what does not fit is wrapped, never cut."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from factcheck.report.terminal import console  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("编号", "值", "时间", "主题"):
        table.add_column(heading, overflow="fold")
    for claim in claims:
        # A claim without a value of its own is its statement.
        value = "、".join(values(claim)) or claim.statement
        cells = (claim.id, value, claim.period, claim.topic)
        table.add_row(*(Text(one_line(cell), overflow="fold") for cell in cells))
    console(out, variables).print(table)


def list_summary(claims: Sequence[Claim], bank: ClaimBank) -> str:
    """How many are shown of how many, and from where."""
    return f"列出 {len(claims)} 条，共 {len(bank)} 条。{used(bank.files)}"


def list_json(claims: Sequence[Claim], bank: ClaimBank, out: TextIO) -> None:
    """All listed claims, whole, and the files they were read from."""
    files = [{"path": file.path, "count": file.count} for file in bank.files]
    dump({"schema": SCHEMA, "files": files, "claims": [_object(claim, bank) for claim in claims]}, out)


def show_json(claim: Claim, bank: ClaimBank, out: TextIO) -> None:
    """One claim, whole."""
    dump({"schema": SCHEMA, **_object(claim, bank)}, out)


def show_text(claim: Claim, bank: ClaimBank, out: TextIO) -> None:
    """One claim, whole: a labelled line for each part it has."""
    for label, text in _lines(claim, bank):
        if text:
            out.write(f"{label}：{one_line(text)}\n")


def _lines(claim: Claim, bank: ClaimBank) -> list[tuple[str, str]]:
    value = "、".join(values(claim)) + ("等" if claim.open else "") + ("（依次）" if claim.ordered else "")
    aliases = "；".join(f"{name} = {'、'.join(others)}" for name, others in names_of(claim, bank).items())
    return [
        ("编号", claim.id),
        ("事实", claim.statement),
        ("对象", "、".join(claim.subject)),
        ("指标", "、".join(claim.property)),
        ("值", value),
        ("推算", claim.derivation.calculation if claim.derivation else ""),
        ("范围", "、".join(claim.scope)),
        ("时间", claim.period),
        ("主题", claim.topic),
        *_life(claim),
        ("别名", aliases),
        *(("来源", line) for line in citation(claim)),
        ("引文", f"“{claim.quote}”" if claim.quote else ""),
        ("文件", claim.path),
    ]


def _life(claim: Claim) -> list[tuple[str, str]]:
    since, until, checked = (
        day.isoformat() if day else "" for day in (claim.valid_from, claim.valid_until, claim.checked_on)
    )
    return [
        ("状态", STATUSES[claim.status] if claim.status != Status.CONFIRMED else ""),
        ("有效", f"{since or '…'} 至 {until or '…'}" if since or until else ""),
        ("取代", f"已被 {claim.superseded_by} 取代" if claim.superseded_by else ""),
        ("核对", " ".join(filter(None, (claim.checked_by, checked)))),
    ]


def _object(claim: Claim, bank: ClaimBank) -> dict[str, object]:
    return {
        "id": claim.id,
        "statement": claim.statement,
        "subject": claim.subject,
        "property": claim.property,
        "value": claim.value,
        "scope": claim.scope,
        "period": claim.period,
        "topic": claim.topic,
        "ordered": claim.ordered,
        "open": claim.open,
        "derive": claim.derive,
        "calculation": claim.derivation.calculation if claim.derivation else "",
        "status": claim.status.value,
        "valid_from": claim.valid_from.isoformat() if claim.valid_from else None,
        "valid_until": claim.valid_until.isoformat() if claim.valid_until else None,
        "superseded_by": claim.superseded_by,
        "checked_by": claim.checked_by,
        "checked_on": claim.checked_on.isoformat() if claim.checked_on else None,
        "aliases": names_of(claim, bank),
        "sources": source_objects(claim),
        "path": claim.path,
    }
