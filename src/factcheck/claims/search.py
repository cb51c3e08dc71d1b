"""Find claims by words: in the statement, the parts, the quote, or another name of what they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.text.fold import fold

if TYPE_CHECKING:
    from factcheck.claims.model import Claim, ClaimBank

NEAR = 65  # of 100: about one character in three may be wrong


def search(bank: ClaimBank, words: str) -> list[Claim]:
    """Claims that contain every word of ``words``; where there are none, the nearest, best first."""
    wanted = _plain(words).split()
    texts = [(claim, _plain("\n".join(_texts(claim, bank)))) for claim in bank.claims]
    exact = [claim for claim, text in texts if all(word in text for word in wanted)]
    return exact or _near(_plain(words), texts)


def names_of(claim: Claim, bank: ClaimBank) -> dict[str, tuple[str, ...]]:
    """The alias table's entries that concern this claim: canonical name → other names."""
    text = "\n".join((claim.statement, *claim.subject, *claim.property, *claim.scope, *values(claim)))
    return {
        name: others
        for name, others in bank.aliases.items()
        if any(known in text for known in (name, *others))
    }


def values(claim: Claim) -> tuple[str, ...]:
    """The value as a list: of one where it is single, of none where it is not given."""
    if isinstance(claim.value, tuple):
        return claim.value
    return (claim.value,) if claim.value else ()


def _texts(claim: Claim, bank: ClaimBank) -> list[str]:
    names = [name for entry in names_of(claim, bank).items() for name in (entry[0], *entry[1])]
    parts = (*claim.subject, *claim.property, *values(claim), *claim.scope)
    return [claim.id, claim.statement, *parts, claim.period, claim.topic, claim.quote, *names]


def _near(wanted: str, texts: list[tuple[Claim, str]]) -> list[Claim]:
    from rapidfuzz import fuzz  # noqa: PLC0415  plain browsing does without it

    scored = [(fuzz.partial_ratio(wanted, text, score_cutoff=NEAR), claim) for claim, text in texts]
    return [claim for score, claim in sorted(scored, key=lambda pair: -pair[0]) if score]


def _plain(text: str) -> str:
    return fold(text).casefold()
