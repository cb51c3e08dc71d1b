"""Every assertion of an article that can be checked, as proposals in reading order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.assertion.names import NameIndex
from factcheck.assertion.reading import Text
from factcheck.curate.extract import constructions, dates, figures, names, terms
from factcheck.curate.extract.masthead import Masthead, read_body, read_masthead
from factcheck.curate.extract.surroundings import Surroundings

if TYPE_CHECKING:
    from datetime import date

    from factcheck.curate.extract.proposal import Proposal


def propose(raw: str, published: date | None = None) -> tuple[Masthead, list[Proposal]]:
    """The source block and the proposed claims of an article; no error is raised for any text.

    ``published``, where it is known, is the day that 今年 and dates without a year are read against.
    """
    known = names.names_of(raw)
    masthead = read_masthead(Text(raw, NameIndex(known)))
    text = Text(raw, NameIndex(known), published or masthead.published)
    body = read_body(text)
    around = Surroundings(text, frozenset(known.values()), body)
    found: list[Proposal] = []
    for sentence in range(len(text.sentences)):
        paragraph = text.sentences[sentence][0]
        if number := body.numbers[paragraph]:
            found += (
                replace(proposal, locator=f"第{number}段", topic=body.topics[paragraph])
                for proposal in _of_sentence(text, around, sentence)
            )
    return masthead, _without_repetitions(found)


def _of_sentence(text: Text, around: Surroundings, sentence: int) -> list[Proposal]:
    found = [
        *figures.proposals(text, around, sentence),
        *(
            proposal
            for clause in text.clauses(sentence)
            for reader in (dates.proposals, names.proposals, constructions.proposals, terms.proposals)
            for proposal in reader(text, around, clause)
        ),
    ]
    return sorted(filter(_tells, found), key=lambda proposal: proposal.start)


def _tells(proposal: Proposal) -> bool:
    """Whether the value says more than the subject, and is no half of a quotation (助农”活动)."""
    value = proposal.value
    if not isinstance(value, str):
        return True
    return value not in proposal.subject and value.count("“") == value.count("”")


def _without_repetitions(found: list[Proposal]) -> list[Proposal]:
    """Each thing once: what says the same value of the same subject, the surest of them."""
    best: dict[object, Proposal] = {}
    for proposal in found:
        key = (proposal.subject, proposal.value, proposal.period if proposal.confidence > 0.5 else "")
        if key not in best or proposal.confidence > best[key].confidence:
            best[key] = proposal
    return sorted(best.values(), key=lambda proposal: proposal.start)
