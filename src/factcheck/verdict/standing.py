"""What the standing of a claim makes of a verdict: superseded, expired, disputed, contradicted, derived.

The comparison knows nothing of this: facts are offered to it so that it can compare them as they are, and
what it says is then settled.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from factcheck.assertion.period import Period
from factcheck.claims.derive import written_size
from factcheck.claims.lifecycle import in_force, successor
from factcheck.claims.model import Status
from factcheck.matching.facts import TermValue
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.verdict.compare import Outcome, compare
from factcheck.verdict.finding import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from factcheck.claims.model import ClaimBank
    from factcheck.matching.facts import Fact
    from factcheck.matching.score import Match
    from factcheck.verdict.judgement import Judgement

ROUNDING = Decimal("0.03")  # a draft's rounding of a derived value may move it that far
_DECIDED = {Verdict.SUPPORTED, Verdict.REFUTED}


class Standing:
    """The standing of all facts of one bank."""

    def __init__(self, bank: ClaimBank, facts: Sequence[Fact]) -> None:
        self._bank = bank
        self._of_claim: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            self._of_claim[fact.claim.id].append(fact)
        self._rivals: dict[int, list[Fact]] = defaultdict(list)
        for left, right in rivals(facts):
            self._rivals[left.number].append(right)
            self._rivals[right.number].append(left)

    def offer(self, matches: Iterable[Match], day: date) -> list[Match]:
        """The matches worth comparing; a superseded fact only where the draft gives its figure and no later.

        Derived values are offered as exact as the draft states its own.
        """
        offered: list[Match] = []
        for match in matches:
            fact, figure = match.fact, match.assertion.figure
            if not isinstance(fact.value, Quantity):
                offered.append(match)
                continue
            later = self._later(fact, day)
            if later and not (_agrees(figure, fact) and not any(_agrees(figure, other) for other in later)):
                continue
            if fact.claim.derivation is not None:
                match = replace(match, fact=replace(fact, value=restated(figure, fact)))  # noqa: PLW2901
            offered.append(match)
        return offered

    def settle(self, judgement: Judgement, day: date, figure: Quantity | None = None) -> Judgement:
        """The judgement as the standing of its claim leaves it; ``figure`` is the draft's, if any."""
        fact = judgement.fact
        if fact is None or judgement.verdict not in _DECIDED:
            return judgement
        if later := self._later(fact, day):
            return _superseded(judgement, fact, later[0])
        if judgement.verdict is Verdict.REFUTED and not in_force(fact.claim, day):
            return judgement._replace(verdict=Verdict.NOT_ENOUGH_EVIDENCE, reason=Reason.EXPIRED)
        if fact.claim.status is Status.DISPUTED:
            note = (
                "这条事实有争议" if judgement.verdict is Verdict.SUPPORTED else "稿件与它不同，但它本身有争议"
            )
            return judgement._replace(verdict=Verdict.CONFLICTING, reason=Reason.DISPUTED, note=note)
        for rival in self._rivals.get(fact.number, ()):
            if (
                in_force(rival.claim, day)
                and in_force(fact.claim, day)
                and _against(judgement, figure, rival)
            ):
                return _conflicting(judgement, rival)
        if fact.claim.derivation is not None and not judgement.note:
            return judgement._replace(note=f"推算：{fact.claim.derivation.calculation}")
        return judgement

    def settle_all(self, told: Sequence[Judgement], day: date) -> list[Judgement]:
        """The judgements on one clause, each settled; a superseded fact gives way to what replaced it."""
        supported = {j.fact.number for j in told if j.fact and j.verdict is Verdict.SUPPORTED}
        settled: list[Judgement] = []
        for judgement in told:
            later = self._later(judgement.fact, day) if judgement.fact else []
            if later and (
                judgement.verdict is Verdict.REFUTED or any(fact.number in supported for fact in later)
            ):
                continue
            contradicted = judgement.fact and any(
                rival.number in supported and in_force(rival.claim, day)
                for rival in self._rivals.get(judgement.fact.number, ())
            )
            if contradicted and judgement.verdict is Verdict.REFUTED:
                continue  # the rival that agrees tells of the conflict
            settled.append(self.settle(judgement, day))
        return settled

    def _later(self, fact: Fact, day: date) -> list[Fact]:
        """The facts of the claim that stands in place of this fact's on ``day``."""
        if not fact.claim.superseded_by:
            return []
        later = successor(fact.claim, self._bank, day)
        return self._of_claim[later.id] if later else []


def rivals(facts: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Pairs of facts that say different things of one: equal parts, values that exclude each other."""
    groups: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.spellings and fact.value is not None and not fact.claim.superseded_by:
            period = (fact.period.low, fact.period.high) if fact.period else None
            scope = frozenset(fact.scope[:1])
            groups[fact.subjects or fact.subject_words, fact.spellings[0], scope, period].append(fact)
    return [
        (left, right)
        for group in groups.values()
        for at, left in enumerate(group)
        for right in group[at + 1 :]
        if left.claim is not right.claim
        and _exclude(left, right)
        and (left.negated, left.modality) == (right.negated, right.modality)
    ]


def _exclude(left: Fact, right: Fact) -> bool:
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return all(
            compare(*pair).outcome is Outcome.CONTRADICTS
            for pair in ((left.value, right.value), (right.value, left.value))
        )
    if isinstance(left.value, Period) and isinstance(right.value, Period):
        return (left.value.low, left.value.high) != (right.value.low, right.value.high)
    if isinstance(left.value, TermValue) and isinstance(right.value, TermValue):
        single = not (left.value.is_list or right.value.is_list or left.value.open or right.value.open)
        return single and not set(left.value.members[0]) & set(right.value.members[0])
    return False


def _agrees(figure: Quantity, fact: Fact) -> bool:
    return isinstance(fact.value, Quantity) and compare(figure, fact.value).outcome is Outcome.AGREES


def _against(judgement: Judgement, figure: Quantity | None, rival: Fact) -> bool:
    """Whether the rival fact says the opposite of the judgement."""
    if isinstance(rival.value, Quantity) and figure is not None:
        wanted = Outcome.CONTRADICTS if judgement.verdict is Verdict.SUPPORTED else Outcome.AGREES
        return compare(figure, rival.value).outcome is wanted
    return judgement.verdict is Verdict.SUPPORTED


def _superseded(judgement: Judgement, fact: Fact, later: Fact) -> Judgement:
    source = fact.claim.source
    published = f"，{source.published.isoformat()}" if source.published else ""
    note = (
        f"“{fact.expected or fact.claim.statement}”是旧说法（{fact.claim.id}，《{source.title}》{published}）"
    )
    return judgement._replace(verdict=Verdict.REFUTED, reason=Reason.SUPERSEDED, fact=later, note=note)


def _conflicting(judgement: Judgement, rival: Fact) -> Judgement:
    note = f"《{rival.claim.source.title}》说“{rival.expected}”（{rival.claim.id}）"
    return judgement._replace(verdict=Verdict.CONFLICTING, reason=Reason.DISPUTED, note=note)


def restated(figure: Quantity, fact: Fact) -> Quantity:
    """A derived value, rounded as the draft rounds: 25.8% of a share that is 25.836…%."""
    value, derivation = fact.value, fact.claim.derivation
    assert isinstance(value, Quantity) and derivation is not None
    exact = derivation.exact * written_size(value)
    if value.kind is Kind.RATIO:
        exact /= 100
    number = Decimal(exact.numerator) / Decimal(exact.denominator)
    if figure.hedge is Hedge.NONE and figure.kind is value.kind and figure.step:
        rounded = (number / figure.step).quantize(Decimal(1), ROUND_HALF_UP) * figure.step
        if abs(rounded - number) <= abs(number) * ROUNDING:
            number = rounded
    return replace(value, number=number, low=number, high=number, hedge=Hedge.NONE, step=figure.step)
