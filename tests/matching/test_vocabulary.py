"""Comparing a word with few others finds what comparing it with all of them does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.assertion.opposites import opposites
from factcheck.assertion.terms import similarity
from factcheck.matching.vocabulary import OPPOSITE, Around, Lexicon, Vocabulary

WORD = st.text("收入增长下降用户人数a1", min_size=1, max_size=5)
WORDS = st.dictionaries(WORD, st.sampled_from([0.35, 0.6, 1.0]), max_size=8)


@given(WORDS, WORD)
def test_a_vocabulary_knows_the_likest_word(words: dict[str, float], word: str) -> None:
    vocabulary = Vocabulary(words)
    likeness = {other: similarity(word, other) for other in words}
    assert vocabulary.likeness(word) == max(likeness.values(), default=0.0)
    assert vocabulary.closeness(word) == max((words[o] * like for o, like in likeness.items()), default=0.0)


@given(WORDS, st.sets(WORD, max_size=8))
def test_what_a_drafts_words_say_of_the_claims(words: dict[str, float], known: set[str]) -> None:
    around = Around(words, Lexicon(known))
    for word in known:
        said = [near * similarity(word, other) for other, near in words.items()]
        said += [words.get(other, 0.0) * OPPOSITE for other in opposites(word)]
        assert around.said.get(word, 0.0) == max(said, default=0.0)
        alike = max((similarity(word, other) for other in words), default=0.0)
        assert around.likeness.get(word, 0.0) == alike
