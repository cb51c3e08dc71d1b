"""Claims made ready for comparison: what one claim says of one thing, each part folded and in canonical words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.modality import may_negate
from factcheck.assertion.names import is_person, is_place, is_relative
from factcheck.assertion.period import Period
from factcheck.assertion.terms import GENERIC_WEIGHT
from factcheck.matching.regions import region_words, tells_region
from factcheck.quantity.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.assertion.names import Mention
    from factcheck.assertion.terms import Term
    from factcheck.claims.model import Claim
    from factcheck.matching.matters import Matter
    from factcheck.matching.vocabulary import Vocabulary

Words = tuple[tuple[str, float], ...]  # canonical word, weight
DateValue = Period


_LONGEST_VERB = 3


class TermValue(NamedTuple):
    """One or more terms; each is a tuple of equivalent spellings, the claim's own first."""

    members: tuple[tuple[str, ...], ...]
    ordered: bool = False
    open: bool = False

    @property
    def is_list(self) -> bool:
        return len(self.members) > 1 or self.ordered


Value = Quantity | DateValue | TermValue | None


class Said(NamedTuple):
    """What a claim's statement says beside the parts that an index needs."""

    vocabulary: Vocabulary  # words the claim explains, with how well
    names: frozenset[str]  # canonical names in the claim's words
    told: Period | None = None  # the window in the statement's own words, when the curator gave a finer one
    negated: bool = False
    modality: str = ""
    placed: bool = False  # the claim's words name a place or the whole country


def at_once(said: Said) -> Callable[[], Said]:
    """For a statement that has been read already."""
    return lambda: said


@dataclass(frozen=True)
class Fact:
    """One claim's parts, folded and in canonical words; ``said`` reads the statement when first called."""

    number: int
    claim: Claim
    subjects: frozenset[str]  # canonical names; any of them names the subject
    called: frozenset[str]  # canonical names of the subject, common nouns too
    subject_words: tuple[Words, ...]  # the subject's names as words, alternatives
    properties: tuple[Words, ...]  # alternatives
    context: Words  # words around the figure of a statement, farther off
    spellings: tuple[str, ...]  # the property as strings
    text: str  # all the claim's own words, folded
    scope: tuple[str, ...]
    value: Value
    expected: str
    period: Period | None
    said: Callable[[], Said]
    find_known: Callable[[], frozenset[str]]
    curated: bool
    # Where the subject has a loose name too (学校): names that a text on it has.
    anchors: tuple[str, ...] = ()
    lead: frozenset[str] = frozenset()  # of an article: words that tell what all of it is about
    matter: Matter | None = None  # of an article: whose figure its sentence gives
    baseline: bool = False  # of an article: what a change starts from (由53.1%升至64.7%)
    difference: bool = False  # of an article: by how much something differs from before (比上年增加3.2万人)
    derived: bool = False  # read from an article: the draft as a whole speaks of the same matter

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return self.said().vocabulary

    @cached_property
    def names(self) -> frozenset[str]:
        return self.said().names

    @cached_property
    def known(self) -> frozenset[str]:
        """The canonical names in its words that the bank knows."""
        return self.find_known()

    @cached_property
    def told(self) -> Period | None:
        return self.said().told

    @cached_property
    def negated(self) -> bool:
        return may_negate(self.text) and self.said().negated

    @cached_property
    def modality(self) -> str:
        return self.said().modality

    def tells_of(self, mention: Mention) -> bool:
        """Whether the claim's own words have the name, as written or in its canonical form."""
        return mention.name in self.text or mention.text in self.text

    def is_unknown(self, term: Term) -> bool:
        """Whether a word names something that none of the claim's words says."""
        return term.naming and term.weight >= 1.0 and not self.vocabulary.says(term.text)

    @cached_property
    def measured(self) -> frozenset[str]:
        """The words of all names of the property."""
        return frozenset(word for words in self.properties for word, _ in words)

    @cached_property
    def unit_word(self) -> str:
        """The unit of the claim's figure as the word that a draft's figure has for it: see read_assertions."""
        return f"/{self.value.unit}" if isinstance(self.value, Quantity) and self.value.unit else ""

    @cached_property
    def heads(self) -> frozenset[str]:
        """What the names of the property begin with: where none of it stands, no name does."""
        return frozenset(name[:2] for name in self.spellings)

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The names of the property that are more than one word."""
        names = (
            tuple(word for word, weight in words if weight >= GENERIC_WEIGHT) for words in self.properties
        )
        return tuple(name for name in names if len(name) > 1)

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """What the property's names tell of their nouns (学 of 学的手艺, 售卖 of 售卖的商品)."""
        told = (name.partition("的") for name in self.spellings)
        return tuple(dict.fromkeys(verb for verb, _, noun in told if noun and 0 < len(verb) <= _LONGEST_VERB))

    @cached_property
    def personal(self) -> bool:
        """Whether the claim is about a person."""
        return any(is_person(name) or is_relative(name) for name in (*self.subjects, *self.claim.subject))

    @cached_property
    def spatial(self) -> bool:
        """Whether the claim counts somewhere: then another place means another fact.

        A programme or a person is the same everywhere; a statistic, or a place itself, is not.
        """
        return not self.subjects or any(map(is_place, self.subjects))

    @cached_property
    def local(self) -> bool:
        """Whether the claim counts a part of the country, by its scope (全市) or the place it names."""
        if self.scope:
            return any(name in region_words("local") for name in self.scope)
        if any(name.startswith(tuple(region_words("local"))) for name in self.called):
            return True  # 全省铁路
        return self.said().placed and not tells_region(self.text, "national")

    @cached_property
    def national(self) -> bool:
        """Whether the claim counts the whole (全国, 全省, 全平台), which a draft need not say."""
        return any(name in region_words("national") or name.startswith("全") for name in self.scope)
