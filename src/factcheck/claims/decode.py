"""From the tables of one claims file to typed structs; every complaint names the key path and the claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from factcheck.claims.model import Claim, Source
from factcheck.claims.table import DecodeError, Table, Tell, fail, strings
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMAT = 1
SOURCE_KEYS = ("id", "title", "publisher", "published", "url")
CLAIM_KEYS = (
    *("id", "statement", "source", "locator", "quote", "subject", "property", "value", "derive"),
    *("ordered", "open", "scope", "period", "topic"),
    *("status", "valid_from", "valid_until", "superseded_by", "checked_by", "checked_on"),
)
FILE_KEYS = ("format", "sources", "claims", "aliases")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim whose sources are still ids: they may be defined in another file of the same load."""

    claim: Claim
    source_ids: tuple[str, ...]
    index: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What one claims file says."""

    sources: tuple[Source, ...] = ()
    drafts: tuple[Draft, ...] = ()
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)


def decode(data: dict[str, object], tell: Tell = fail) -> Contents:
    """Decode a parsed file. Raises :class:`DecodeError` at the first thing that is not as it should be.

    With ``tell``, what is wrong with a table or a key is told and left out, and reading goes on.
    """
    for key in data:
        if key not in FILE_KEYS:
            tell(DecodeError(key, f"不认识的键{did_you_mean(key, FILE_KEYS)}"))
    if "format" not in data:
        raise DecodeError("format", f"缺少格式版本，请在文件开头写上 format = {FORMAT}")
    if type(data["format"]) is not int or data["format"] != FORMAT:
        raise DecodeError("format", f"不认识的格式版本 {data['format']!r}，本程序读 format = {FORMAT}")
    return Contents(
        sources=tuple(_each(data, "sources", _source, tell)),
        drafts=tuple(_each(data, "claims", _claim, tell)),
        aliases=dict(_aliases(data.get("aliases", {}), tell)),
    )


def _each(data: dict[str, object], name: str, read: Callable[[Table], T], tell: Tell) -> Iterator[T]:
    tables = data.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        tell(DecodeError(name, f"应是表的数组，每条写作 [[{name}]]"))
        return
    for index, table in enumerate(tables):
        try:
            yield read(Table(table, name, index))
        except DecodeError as error:
            tell(error)


def _source(table: Table) -> Source:
    table.known(SOURCE_KEYS)
    return Source(
        id=table.identifier(),
        title=table.text("title", required=True),
        publisher=table.text("publisher"),
        published=table.date("published"),
        url=table.text("url"),
    )


def _claim(table: Table) -> Draft:
    table.known(CLAIM_KEYS)
    sources = table.names("source", required=True)
    claim = Claim(
        id=table.identifier(),
        statement=table.text("statement", required=True),
        source=Source(id=sources[0], title=""),
        locator=table.text("locator"),
        quote=table.text("quote"),
        subject=table.names("subject"),
        property=table.names("property"),
        value=table.value("value"),
        scope=table.names("scope"),
        period=table.period("period"),
        topic=table.text("topic"),
        ordered=table.flag("ordered"),
        open=table.flag("open"),
        derive=table.text("derive"),
        status=table.status("status"),
        valid_from=table.date("valid_from"),
        valid_until=table.date("valid_until"),
        superseded_by=table.identifier("superseded_by", required=False),
        checked_by=table.text("checked_by"),
        checked_on=table.date("checked_on"),
    )
    if (claim.ordered or claim.open) and isinstance(claim.value, str):
        raise table.error("ordered" if claim.ordered else "open", "只用于列表，请把 value 写成数组")
    if claim.valid_from and claim.valid_until and claim.valid_from > claim.valid_until:
        raise table.error("valid_until", "早于 valid_from")
    if claim.superseded_by == claim.id:
        raise table.error("superseded_by", "不能是自己")
    return Draft(claim, sources, table.index)


def _aliases(table: object, tell: Tell) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not isinstance(table, dict):
        tell(DecodeError("aliases", '应是一张表：[aliases]，每行写作 "正名" = ["别名"]'))
        return
    for name, given in table.items():
        if others := strings([given] if isinstance(given, str) else given):
            yield name, others
        else:
            tell(DecodeError(f"aliases.{name}", "应是不空的字符串或字符串数组", ("aliases", 0), name))
