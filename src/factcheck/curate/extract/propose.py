"""Every assertion of an article that can be checked, as proposals in reading order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.assertion.names import NameIndex
from factcheck.assertion.reading import Text
from factcheck.curate.extract import constructions, dates, deeds, figures, names, terms
from factcheck.curate.extract.masthead import Masthead, read_body, read_masthead
from factcheck.curate.extract.naming import names_of
from factcheck.curate.extract.surroundings import Surroundings

if TYPE_CHECKING:
    from datetime import date

    from factcheck.curate.extract.proposal import Proposal


def propose(raw: str, published: date | None = None) -> tuple[Masthead, list[Proposal]]:
    """The source block and the proposed claims of an article; no error is raised for any text.

    ``published``, where it is known, is the day that 今年 and dates without a year are read against.
    """
    known = names_of(raw)
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
    return masthead, _told_apart(_without_repetitions(found))


def _of_sentence(text: Text, around: Surroundings, sentence: int) -> list[Proposal]:
    clauses = text.clauses(sentence)
    said = [proposal for clause in clauses for proposal in constructions.proposals(text, around, clause)]
    counted = figures.proposals(text, around, sentence)
    found = [*said, *(it for it in counted if not (it.value[0] == "第" and _is_part(it, said)))]
    for clause in clauses:
        found += dates.proposals(text, around, clause)
        found += deeds.proposals(text, around, clause)
        found += names.proposals(text, around, clause)
        found += (it for it in terms.proposals(text, around, clause) if not _is_part(it, said))
    return sorted(filter(_tells, found), key=lambda proposal: proposal.start)


def _is_part(found: Proposal, said: list[Proposal]) -> bool:
    """Whether it stands inside what a construction says, or around it: 带动产业发展、增加|就业, 第二|故乡."""
    end = found.start + (len(found.value) if isinstance(found.value, str) else 1)
    return any(one.start < end and found.start < one.start + len(one.value) for one in said)


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


def _told_apart(found: list[Proposal]) -> list[Proposal]:
    """Of two values of one property the second is given the words before it as its property, or left out.

    Left out is only what was guessed: a second place of somebody.
    """
    seen: set[object] = set()
    told = []
    for proposal in found:
        key = (proposal.subject, proposal.properties[:1], proposal.period, proposal.scope)
        known = key in seen
        before = proposal.quote.partition(proposal.value)[0] if isinstance(proposal.value, str) else ""
        apart = len(before) > 1 and before not in proposal.properties
        if known and not apart and proposal.doubts.get("property"):
            continue
        seen.add(key)
        names = (before.strip(" “‘《"), *proposal.properties) if apart and known else proposal.properties
        told.append(replace(proposal, properties=names) if names != proposal.properties else proposal)
    return told
