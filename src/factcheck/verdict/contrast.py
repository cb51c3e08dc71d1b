"""Of two figures of an article, the one whose own words the draft says, though it gives the other one.

发送旅客39.4万人次, where the article has 发送旅客36.9万人次,到达旅客39.4万人次.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.assertion.figures import BESIDE, IN_CLAUSE
from factcheck.assertion.period import Relation
from factcheck.matching.matters import known_names, naming
from factcheck.matching.vocabulary import Vocabulary
from factcheck.quantity.model import Quantity
from factcheck.text.pattern import pattern
from factcheck.verdict.finding import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.assertion.figures import Assertion
    from factcheck.matching.facts import Fact
    from factcheck.matching.score import Match
    from factcheck.verdict.options import Option

SET_APART = 0.59  # share of the words that only the one meant has, that the draft says
SET_APART_BEFORE = 0.65  # the same where the other follows in its sentence, and may leave out what it says
TOLD = 0.5  # share of all the words of the one meant, where the other is of before
LEFT_UNSAID = 0.34  # share of the words that only the other has, at most
LEFT_UNSAID_AFTER = 0.8  # the same where the one meant follows in the other's sentence
SAME_WORD = 0.8  # likeness of two words that tell nothing apart
_CHANGES = {"增长", "下降"}  # canonical: by how much is another thing than how much
_BEFORE = pattern(
    r"(?<![比较与于])(?:上一?届|去年|上年|前年|[一二三四五六七八九十\d]+年前|此前|原来|过去|上一[年季次]|当时)"
)
_LAST_YEAR = "去年"
_BODIES = {"known", "organization"}


def meant_instead(agreeing: Sequence[Option], against: Sequence[Option]) -> Option | None:
    """The figure whose own words the draft says, where those that agree with the draft's are told of others."""
    levels = [o for o in against if o.comparison.reason is not Reason.POLARITY and not o.match.fact.baseline]
    return next(
        (
            other
            for other in sorted(levels, key=lambda o: -o.match.score)
            if other.match.prop > 0 and all(_is_told_of(other, same) for same in agreeing)
        ),
        None,
    )


def _is_told_of(other: Option, same: Option) -> bool:
    """Whether the draft says what sets the other figure apart from the one that it gives, and not the reverse.

    A figure of the same sentence that follows leaves out what the one before it says (总产量X,其中玉米Y): of those
    words the draft may say some.
    """
    if is_less_timely(other, same):
        return False
    mine, theirs = _property(other), _property(same)
    said = _said(other.match.assertion)
    own = _apart(mine, theirs)
    if is_of_before(same) and not is_of_before(other) and not speaks_of_before(other.match):
        return _share(said, mine) >= TOLD
    if _names_apart(other, same):
        return _share(said, mine) >= SET_APART
    if not own and not _apart(theirs, mine):  # 毛利率为18.3%,上年同期为13.7%
        return other.relation is Relation.SAME and same.relation is Relation.OTHER and other.explicit
    one_sentence = other.match.fact.claim is same.match.fact.claim
    follows = one_sentence and other.match.fact.number > same.match.fact.number
    least = SET_APART_BEFORE if one_sentence and not follows else SET_APART
    if _share(_without(said, theirs), own) < least or any(
        word in _CHANGES and not said.says(word) for word in own
    ):
        return False
    return _share(said, _apart(theirs, mine)) <= (LEFT_UNSAID_AFTER if follows else LEFT_UNSAID)


def is_less_timely(other: Option, same: Option) -> bool:
    """Whether ``same`` is of the very time that the draft tells of, and ``other`` is not."""
    return same.relation is Relation.SAME and other.relation in {Relation.LOOSE, Relation.OTHER}


def is_of_before(option: Option) -> bool:
    """Whether the article gives the figure only to compare: what something was before (上届为1570万元)."""
    fact = option.match.fact
    assert isinstance(fact.value, Quantity)
    at = max(0, fact.text.find(fact.value.text))
    start = max(fact.text.rfind(mark, 0, at) for mark in ",;。0123456789") + 1
    return fact.baseline or _tells_of_before(fact.text, start, at, fact)


def speaks_of_before(match: Match) -> bool:
    """Whether the draft's sentence tells, up to the figure, of what was before (去年8月,…)."""
    assertion, text = match.assertion, match.surroundings.text
    start = text.sentences[assertion.clause.sentence][1].start
    return assertion.baseline or _tells_of_before(text.folded, start, assertion.figure.start, match.fact)


def _tells_of_before(folded: str, start: int, end: int, fact: Fact) -> bool:
    """Whether a stretch speaks of an earlier time than the article is about: 去年 is none in a yearly report."""
    yearly = _is_on_last_year(fact)
    return any(not (yearly and found[0] == _LAST_YEAR) for found in _BEFORE.finditer(folded, start, end))


def _is_on_last_year(fact: Fact) -> bool:
    about, published = fact.matter.about if fact.matter else "", fact.claim.source.published
    return _LAST_YEAR in about or (published is not None and f"{published.year - 1}年" in about)


def _names_apart(other: Option, same: Option) -> bool:
    """Whether the draft names whom the article gives the other figure, and the article names somebody else for this."""
    match = other.match
    text, assertion = match.surroundings.text, match.assertion
    said = known_names(naming(text, assertion.clause, assertion.figure.start))
    mine, theirs = (known_names(m.names) if (m := o.match.fact.matter) else set[str]() for o in (other, same))
    return bool(said & mine) and bool(theirs) and said.isdisjoint(theirs)


def _said(assertion: Assertion) -> Vocabulary:
    """The words beside a figure; all of its clause, where nothing else is counted in its unit.

    Not those that only tell what sort of body it is (储能设备商澜石能源).
    """
    clause = assertion.clause
    alone = sum(q.unit == assertion.figure.unit for q in clause.figures) == 1
    told = [t for t, near in assertion.words if near >= BESIDE or (alone and near == IN_CLAUSE)]
    starts = {m.start for m in clause.mentions if m.kind in _BODIES}
    aside: set[int] = set()
    for term in sorted(clause.terms, key=lambda t: -t.end):
        if term.end in starts:
            starts.add(term.start)
            aside.add(term.start)
    return Vocabulary({t.text: 1.0 for t in told if t.start not in aside})


def _property(option: Option) -> dict[str, float]:
    """The article's words beside its figure, each with its weight."""
    words = option.match.fact.properties
    unit = option.match.fact.unit_word
    return {w: weight for w, weight in words[0] if w != unit} if words else {}


def _apart(mine: Mapping[str, float], theirs: Mapping[str, float]) -> dict[str, float]:
    """The words that one figure has and another has not."""
    others = Vocabulary(theirs)
    return {word: weight for word, weight in mine.items() if others.likeness(word) < SAME_WORD}


def _without(said: Vocabulary, words: Mapping[str, float]) -> Vocabulary:
    """What is said but ``words``: 进出口总额 is no 出口, where the other figure is that of 进出口总额 itself."""
    others = Vocabulary(words)
    return Vocabulary({word: near for word, near in said.items() if others.likeness(word) < SAME_WORD})


def _share(said: Vocabulary, words: Mapping[str, float]) -> float:
    """The share of ``words`` that are said."""
    total = sum(words.values())
    return sum(weight for word, weight in words.items() if said.says(word)) / total if total else 0.0
