"""Proposals as a claims file, new or added to one that a curator has worked on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.search import values
from factcheck.curate.toml import Written, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.claims.model import Claim, Source
    from factcheck.curate.extract.masthead import Masthead
    from factcheck.curate.extract.proposal import Proposal

# A curator who deletes a proposal leaves this line, and it does not come back.
UNWANTED = re.compile(r"^#\s*不用[：:]\s*(?P<ids>.+)$", re.MULTILINE)
_HEAD = """# 由 factcheck extract 起草，逐条核对之后才是事实。
# 每条上面的可信度是程序自己的把握；带“待核”的地方必须看原文，看过就删去这句注释。
# 不要的条目整条删去，并留一行“# 不用：编号”，再次提取时就不会回来。
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of a claims file after extraction, and what became of what was there."""

    text: str
    added: tuple[str, ...]
    kept: int
    changed: tuple[str, ...]  # the article now gives another value where the claim's id is proposed
    vanished: tuple[str, ...]  # the quote is no longer in the article


def new_file(masthead: Masthead, source_id: str, proposals: Sequence[Proposal], schema: str = "") -> Merged:
    """A claims file with the source block and every proposal."""
    source: dict[str, Written] = {
        "id": source_id,
        "title": masthead.title or "（没有标题）",
        "publisher": masthead.publisher,
        "published": masthead.published or "",
        "url": masthead.url,
    }
    remarks = {key: f"待核：{doubt}" for key, doubt in masthead.doubts.items()}
    named = with_ids(proposals)
    head = (f"#:schema {schema}\n" if schema else "") + _HEAD + "\nformat = 1\n"
    parts = [head, table("sources", source, remarks), *(_claim(*item, source_id) for item in named)]
    return Merged("\n".join(parts), tuple(name for name, _ in named), 0, (), ())


def merged(
    text: str, claims: Sequence[Claim], sources: Sequence[Source], article: str, proposals: Sequence[Proposal]
) -> Merged:
    """``text`` with what is new added at its end; nothing that stands there is touched."""
    known = {claim.id: claim for claim in claims}
    places = {(claim.locator, _bare(claim.quote)) for claim in claims if claim.quote}
    unwanted = {name for found in UNWANTED.finditer(text) for name in re.split(r"[、,，\s]+", found["ids"])}
    added: list[tuple[str, Proposal]] = []
    changed: list[str] = []
    plain = _bare(article)
    for name, proposal in with_ids(proposals):
        if (proposal.locator, _bare(proposal.quote)) in places or name in unwanted:
            continue
        if claim := known.get(name):
            given = proposal.value if isinstance(proposal.value, tuple) else (proposal.value,)
            if values(claim) != given and claim.quote and _bare(claim.quote) not in plain:
                changed.append(f"{name}（文件：{'、'.join(values(claim))}，文章：{'、'.join(given)}）")
            continue
        added.append((name, proposal))
    source_id = sources[0].id if sources else ""
    tables = "".join("\n" + _claim(name, proposal, source_id) for name, proposal in added)
    told = {entry.partition("（")[0] for entry in changed}
    vanished = [c.id for c in claims if c.quote and _bare(c.quote) not in plain and c.id not in told]
    end = "" if text.endswith("\n") or not tables else "\n"
    return Merged(
        text=text + end + tables,
        added=tuple(name for name, _ in added),
        kept=len(claims),
        changed=tuple(changed),
        vanished=tuple(vanished),
    )


def with_ids(proposals: Iterable[Proposal]) -> list[tuple[str, Proposal]]:
    """Each proposal with an id of its own; the second of one name is ``…-2``."""
    seen: dict[str, int] = {}
    named = []
    for proposal in proposals:
        count = seen[proposal.id] = seen.get(proposal.id, 0) + 1
        named.append((proposal.id if count == 1 else f"{proposal.id}-{count}", proposal))
    return named


def _claim(name: str, proposal: Proposal, source_id: str) -> str:
    found = proposal
    whole = bool(
        found.subject and found.properties
    )  # else the statement alone says it, for a person to complete
    parts: dict[str, Written] = {
        "id": name,
        "statement": found.statement,
        "source": source_id,
        "locator": found.locator,
        "quote": found.quote,
        "subject": (found.subject,) if found.subject else (),
        "property": found.properties,
        "value": found.value if whole else (),
        "ordered": found.ordered and whole,
        "open": found.open and whole,
        "scope": (found.scope,) if found.scope else (),
        "period": found.period,
        "topic": found.topic,
    }
    remarks = {key: f"待核：{doubt}" for key, doubt in found.doubts.items()}
    return f"# 可信度 {found.confidence:.2f}\n{table('claims', parts, remarks)}"


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
