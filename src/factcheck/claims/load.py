"""Claims files → :class:`ClaimBank`. Files are read together: a source may be shared between them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from factcheck.claims.decode import Contents, DecodeError, decode
from factcheck.claims.model import Claim, ClaimBank, ClaimFile, ClaimsError, Source
from factcheck.suggest import did_you_mean


def load_claims(*paths: str | Path) -> ClaimBank:
    """Read claims files, and folders of them (``*.toml``, recursively), as one bank.

    Raises :class:`ClaimsError` for anything that cannot be used: nothing is skipped.
    """
    texts = {str(file): _read(file) for path in paths for file in _files(Path(path))}
    contents = {path: _decode(path, text) for path, text in texts.items()}
    sources = _sources(contents)
    claims: dict[str, Claim] = {}
    for path, found in contents.items():
        for draft in found.drafts:
            line = _line(texts[path], "claims", draft.index)
            where = f"claims[{draft.index}]（{draft.claim.id}）"
            if earlier := claims.get(draft.claim.id):
                raise ClaimsError(path, f"{where}.id：重复的事实编号，{earlier.path} 里已有", line)
            unknown = next((name for name in draft.source_ids if name not in sources), None)
            if unknown is not None:
                hint = did_you_mean(unknown, list(sources)) if sources else "，文件里没有 [[sources]]"
                raise ClaimsError(path, f"{where}.source：没有编号为 {unknown!r} 的来源{hint}", line)
            first, *others = (sources[name] for name in draft.source_ids)
            claims[draft.claim.id] = replace(
                draft.claim, source=first, other_sources=tuple(others), path=path
            )
    return ClaimBank(
        claims=tuple(claims.values()),
        aliases=_aliases(contents),
        files=tuple(ClaimFile(path, len(found.drafts)) for path, found in contents.items()),
    )


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*.toml") if file.is_file())
        if not files:
            raise ClaimsError(path, "文件夹里没有 .toml 事实文件，请检查 --claims 的路径")
        return files
    return [path]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise ClaimsError(path, "找不到事实文件，请检查路径") from None
    except UnicodeDecodeError as error:
        raise ClaimsError(path, f"不是 UTF-8（第 {error.start + 1} 字节），请另存为 UTF-8") from None
    except OSError as error:
        raise ClaimsError(path, f"读不了：{error.strerror}，请检查权限") from None


def _decode(path: str, text: str) -> Contents:
    try:
        return decode(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        reason = re.sub(r" \(at [^)]*\)$", "", str(error))
        raise ClaimsError(path, f"TOML 写法有误：{reason}", line) from None
    except DecodeError as error:
        line_of = _line(text, *error.table) if error.table else None
        raise ClaimsError(path, str(error), line_of) from None


def _line(text: str, array: str, index: int) -> int | None:
    """The line of the ``index``-th ``[[array]]`` header; the parser itself keeps no places."""
    headers = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if re.match(rf"\s*\[\[\s*{array}\s*\]\]", line)
    ]
    return headers[index] if index < len(headers) else None


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


def _aliases(contents: dict[str, Contents]) -> dict[str, tuple[str, ...]]:
    aliases: dict[str, tuple[str, ...]] = {}
    for found in contents.values():
        for name, others in found.aliases.items():
            aliases[name] = tuple(dict.fromkeys((*aliases.get(name, ()), *others)))
    return aliases
