"""Claims files → :class:`ClaimBank`. Files are read together: a source may be shared between them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import tomli

from factcheck.claims.decode import Contents, decode
from factcheck.claims.model import Claim, ClaimBank, ClaimFile, ClaimsError, Source
from factcheck.claims.places import places
from factcheck.claims.table import DecodeError
from factcheck.faults import toml_fault, why
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 16 * 1024 * 1024  # bytes; hundreds of times a careful curator's file


def load_claims(*paths: str | Path) -> ClaimBank:
    """Read claims files, and folders of them (``*.toml``, recursively), as one bank.

    Raises :class:`ClaimsError` for anything that cannot be used: nothing is skipped.
    """
    texts = {str(file): read_text(file) for path in paths for file in claim_files(Path(path))}
    contents = {path: _decode(path, text) for path, text in texts.items()}
    sources = _sources(contents)
    claims: dict[str, Claim] = {}
    for path, found in contents.items():
        for draft in found.drafts:
            where = f"claims[{draft.index}]（{draft.claim.id}）"
            if earlier := claims.get(draft.claim.id):
                raise ClaimsError(
                    path,
                    f"{where}.id：重复的事实编号，{earlier.path} 里已有",
                    line_of(texts[path], draft.index),
                )
            unknown = next((name for name in draft.source_ids if name not in sources), None)
            if unknown is not None:
                hint = did_you_mean(unknown, list(sources)) if sources else "，文件里没有 [[sources]]"
                raise ClaimsError(
                    path,
                    f"{where}.source：没有编号为 {unknown!r} 的来源{hint}",
                    line_of(texts[path], draft.index),
                )
            first, *others = (sources[name] for name in draft.source_ids)
            claims[draft.claim.id] = replace(
                draft.claim, source=first, other_sources=tuple(others), path=path
            )
    if any(claim.derive for claim in claims.values()):
        claims = _derived(claims, contents, texts)
    return ClaimBank(
        claims=tuple(claims.values()),
        aliases=merged_aliases(contents.values()),
        files=tuple(ClaimFile(path, len(found.drafts)) for path, found in contents.items()),
    )


def claim_files(path: Path) -> list[Path]:
    """The file itself, or the ``*.toml`` files of a folder, in order. Raises :class:`ClaimsError`."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*.toml") if file.is_file())
        if not files:
            raise ClaimsError(path, "文件夹里没有 .toml 事实文件，请检查 --claims 的路径")
        return files
    return [path]


def read_text(path: Path) -> str:
    """A claims file as text. Raises :class:`ClaimsError` where it cannot be read or is far too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise ClaimsError(path, f"文件超过 {LARGEST >> 20} MB，不像事实文件；请检查路径，或拆成几个文件")
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise ClaimsError(path, "找不到事实文件，请检查路径") from None
    except UnicodeDecodeError as error:
        raise ClaimsError(path, f"不是 UTF-8（第 {error.start + 1} 字节），请另存为 UTF-8") from None
    except OSError as error:
        raise ClaimsError(path, f"读不了：{why(error)}，请检查权限") from None


def parse(path: str, text: str) -> dict[str, object]:
    """A claims file's tables. Raises :class:`ClaimsError` where it is no TOML."""
    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        reason, line = toml_fault(error)
        raise ClaimsError(path, f"TOML 写法有误：{reason}", line or text.count("\n") + 1) from None
    except (ValueError, RecursionError):  # an integer of thousands of digits, arrays within arrays
        raise ClaimsError(path, "TOML 写法有误：数字太长或括号套得太深") from None


def _decode(path: str, text: str) -> Contents:
    try:
        return decode(parse(path, text))
    except DecodeError as error:
        raise ClaimsError(path, str(error), error_line(text, error)) from None


def error_line(text: str, error: DecodeError) -> int | None:
    """The line of the key that ``error`` complains of, or of its table where the key is missing."""
    found = places(text)
    array, index = error.table or ("", 0)
    return found.get((array, index, error.name)) or found.get((array, index, ""))


def line_of(text: str, index: int, key: str = "") -> int | None:
    """The line of a key of the ``index``-th claim, or of its header."""
    found = places(text)
    return found.get(("claims", index, key)) or found.get(("claims", index, ""))


def _sources(contents: dict[str, Contents]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for path, found in contents.items():
        seen: set[str] = set()
        for index, source in enumerate(found.sources):
            # Two files may both describe one publication, as long as they agree.
            if source.id in seen or sources.get(source.id, source) != source:
                raise ClaimsError(path, f"sources[{index}].id：来源编号 {source.id!r} 重复")
            seen.add(source.id)
            sources[source.id] = source
    return sources


def _derived(
    claims: dict[str, Claim], contents: dict[str, Contents], texts: dict[str, str]
) -> dict[str, Claim]:
    from factcheck.claims.derive import DeriveError, derived  # noqa: PLC0415  few banks derive; it reads figures

    try:
        return derived(claims)
    except DeriveError as error:
        path = error.claim.path
        index = next(draft.index for draft in contents[path].drafts if draft.claim.id == error.claim.id)
        where = f"claims[{index}]（{error.claim.id}）.derive"
        raise ClaimsError(path, f"{where}：{error.problem}", line_of(texts[path], index, "derive")) from None


def merged_aliases(contents: Iterable[Contents]) -> dict[str, tuple[str, ...]]:
    """The alias tables of all files as one."""
    aliases: dict[str, tuple[str, ...]] = {}
    for found in contents:
        for name, others in found.aliases.items():
            aliases[name] = tuple(dict.fromkeys((*aliases.get(name, ()), *others)))
    return aliases
