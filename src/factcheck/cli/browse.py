"""``factcheck list`` and ``factcheck show``: the claims, without a draft."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.lifecycle import in_force
from factcheck.claims.search import search
from factcheck.cli.common import open_bank
from factcheck.cli.status import ExitStatus, UserError
from factcheck.config import load_config
from factcheck.report import claims as views
from factcheck.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.model import Claim
    from factcheck.cli.environment import Environment


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims to list; what is not given keeps all."""

    topic: str | None = None
    words: str | None = None
    source: str | None = None
    status: str | None = None
    expired: bool = False


def run_list(
    environment: Environment, filters: Filters, *, claims: Sequence[str], format_: str | None
) -> int:
    """List the claims that pass every filter given."""
    config = load_config(environment.here)
    bank = open_bank(environment, config, claims)
    found = search(bank, filters.words) if filters.words else list(bank.claims)
    if (topic := filters.topic) is not None:
        topics = list(dict.fromkeys(claim.topic for claim in bank.claims if claim.topic))
        found = [claim for claim in found if fold(claim.topic) == fold(topic)]
        if topic not in topics:
            environment.say(f"没有主题 {topic}，现有：{'、'.join(topics) or '（都没有写主题）'}")
    if filters.source is not None:
        wanted = fold(filters.source).casefold()
        found = [claim for claim in found if _from(claim, wanted)]
    if filters.status is not None:
        found = [claim for claim in found if claim.status == filters.status]
    if filters.expired:
        today = date.today()
        found = [claim for claim in found if claim.superseded_by or not in_force(claim, today)]
    if (format_ or config.format) == "json":
        views.list_json(found, bank, environment.stdout)
    elif environment.stdout_is_terminal:
        views.list_table(found, environment.stdout, environment.variables)
    else:
        views.list_plain(found, environment.stdout)
    environment.say(views.list_summary(found, bank))
    return ExitStatus.OK


def run_show(environment: Environment, claim_id: str, *, claims: Sequence[str], format_: str | None) -> int:
    """Show one claim, whole."""
    config = load_config(environment.here)
    bank = open_bank(environment, config, claims)
    claim = bank.get(claim_id)
    if claim is None:
        near = difflib.get_close_matches(claim_id, [known.id for known in bank.claims], n=3, cutoff=0.4)
        hint = f"，是不是 {'、'.join(near)}？" if near else "，用 factcheck list 看全部编号"
        raise UserError(f"没有编号为 {claim_id} 的事实{hint}")
    if (format_ or config.format) == "json":
        views.show_json(claim, bank, environment.stdout)
    else:
        views.show_text(claim, bank, environment.stdout)
    return ExitStatus.OK


def _from(claim: Claim, wanted: str) -> bool:
    return any(
        wanted in fold(text).casefold()
        for source in (claim.source, *claim.other_sources)
        for text in (source.id, source.title, source.publisher, source.url)
    )
