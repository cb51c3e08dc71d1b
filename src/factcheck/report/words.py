"""How findings, sources and draft text are put into words, the same in every format for people."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from factcheck.triage.hidden import By
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.claims.model import Claim, ClaimFile, Source
    from factcheck.verdict.finding import Finding

VERDICTS = {
    Verdict.SUPPORTED: "相符",
    Verdict.REFUTED: "不符",
    Verdict.NOT_ENOUGH_EVIDENCE: "证据不足",
    Verdict.CONFLICTING: "证据冲突",
}

_UNLISTED = {
    By.COMMENT: "稿件里的注释注明忽略",
    By.CONFIG: "配置里注明忽略",
    By.BASELINE: "基线里已有",
    By.UNSELECTED: "理由不在所选之列",
    By.UNCHANGED: "不在改动的行上",
}

# Cc and Cf can move the cursor or reorder a line, Zl and Zp end one, Cs cannot be encoded.
_UNPRINTABLE = frozenset(("Cc", "Cf", "Zl", "Zp", "Cs"))
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def one_line(text: str) -> str:
    """``text`` with everything escaped that would end a line or act on a terminal."""
    return "".join(_escape(char) if unicodedata.category(char) in _UNPRINTABLE else char for char in text)


def _escape(char: str) -> str:
    if char in _NAMED:
        return _NAMED[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def sources(claim: Claim | None) -> tuple[Source, ...]:
    """The publications behind a claim, the one it was read from first."""
    return (claim.source, *claim.other_sources) if claim else ()


def citation(claim: Claim | None) -> list[str]:
    """One line a source: title, publisher, date, locator, address."""
    lines = []
    for source in sources(claim):
        locator = claim.locator if claim and source is claim.source else ""
        published = source.published.isoformat() if source.published else ""
        parts = (f"《{source.title}》", source.publisher, published, locator, source.url)
        lines.append(one_line(" ".join(part for part in parts if part)))
    return lines


def told(finding: Finding) -> str:
    """The draft's words, what is said of them, and on whose word: one line."""
    cited = "；".join(citation(finding.claim))
    return one_line(f"“{finding.text}” {finding.message}") + (f"（来源：{cited}）" if cited else "")


def safe_url(url: str) -> str:
    """``url`` where it may become a link: an address on the web, nothing that runs; else ``""``."""
    return url if re.match(r"https?://[^\s<>\"'`\\]+$", url, re.IGNORECASE) else ""


def tally(counts: dict[Verdict, int]) -> str:
    """``相符 3，不符 1，…``, every verdict named."""
    return "，".join(f"{VERDICTS[verdict]} {count}" for verdict, count in counts.items())


def unlisted(by: By) -> str:
    """Why findings are kept out of a report."""
    return _UNLISTED[by]


def left_out(counts: Mapping[By, int]) -> list[str]:
    """How many findings are kept out of a report, one line for each cause."""
    return [f"没有列出 {count} 条：{unlisted(by)}" for by, count in sorted(counts.items())]


def used(claims: tuple[ClaimFile, ...]) -> str:
    """Which claims were used, one phrase."""
    files = "、".join(f"{one_line(file.path)}（{file.count} 条）" for file in claims)
    return f"所用事实：{files}"


def place(path: str, finding: Finding) -> str:
    """``path:line:column``."""
    return f"{one_line(path)}:{finding.line}:{finding.column}"
