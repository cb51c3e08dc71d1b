"""Words: two tokenisers that cut alike, no file in the temporary folder read or written, nothing printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.tokens import _prefixed, is_word, tokenize, word_class

SENTENCES = [
    line
    for line in Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    if line[0] != "#"
]
TOLERANCE = 0.01  # share of sentences that the two may cut differently, and of words that they may class so
READ = """
import json, sys
from factcheck.text.tokens import _prefixed, is_word, tokenize, word_class
texts = json.load(sys.stdin)
told = [tokenize(text) for text in texts]
classes = {word: word_class(word) for words in told for word in words if is_word(word)}
unknown = {text: word_class(text) for text in texts if not is_word(text)}
loaded = {name.partition(".")[0] for name in sys.modules} & {"jieba", "rjieba"}
json.dump([told, classes, unknown, sorted(loaded)], sys.stdout)
"""


def run(tokenizer: str, temporary: Path, texts: list[str] = SENTENCES) -> subprocess.CompletedProcess[str]:
    """Read ``texts`` in a process of its own that has ``temporary`` for its temporary folder."""
    environment = os.environ | {"FACTCHECK_TOKENIZER": tokenizer, "PYTHONIOENCODING": "utf-8"}
    environment |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    return subprocess.run(
        [sys.executable, "-W", "error::SyntaxWarning", "-c", READ],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("tokenizer", ["jieba", "rjieba"])
def test_either_can_be_chosen_and_is_quiet(tokenizer: str, tmp_path: Path) -> None:
    pytest.importorskip(tokenizer)
    done = run(tokenizer, tmp_path)
    assert done.stderr == ""
    told, _, _, loaded = json.loads(done.stdout)
    assert ["".join(words) for words in told] == SENTENCES
    assert loaded == [tokenizer]
    assert list(tmp_path.iterdir()) == []


def test_both_cut_alike(tmp_path: Path) -> None:
    pytest.importorskip("rjieba")
    ours, theirs = (json.loads(run(name, tmp_path).stdout) for name in ("jieba", "rjieba"))
    pairs = zip(ours[0], theirs[0], strict=True)
    differ = [(left, right) for left, right in pairs if left != right]
    assert len(differ) <= TOLERANCE * len(SENTENCES), differ
    assert ours[1].keys() == theirs[1].keys()
    classes = [(word, ours[1][word], theirs[1][word]) for word in ours[1] if ours[1][word] != theirs[1][word]]
    assert len(classes) <= TOLERANCE * len(ours[1]), classes


@pytest.mark.parametrize("tokenizer", ["jieba", "rjieba"])
def test_a_word_that_the_dictionary_has_not_is_of_its_heads_class(tokenizer: str, tmp_path: Path) -> None:
    """With either tokeniser: else a draft is read otherwise where the other one is installed."""
    pytest.importorskip(tokenizer)
    told = json.loads(run(tokenizer, tmp_path, ["2023", "沈腾", "档有"]).stdout)
    assert told[2] == {"2023": "x", "沈腾": "zg", "档有": "v"}


def test_a_planted_cache_has_no_effect(tmp_path: Path) -> None:
    """jieba would read ``jieba.cache`` from the temporary folder, whoever wrote it there."""
    import marshal  # noqa: PLC0415

    planted = tmp_path / "jieba.cache"
    planted.write_bytes(marshal.dumps(({"快手福": 10**9, "苗": 1}, 10**9)))
    os.utime(planted, (4_000_000_000, 4_000_000_000))  # newer than any dictionary
    before = planted.read_bytes()
    done = run("jieba", tmp_path, ["快手福苗计划"])
    assert done.stderr == ""
    assert "快手福" not in json.loads(done.stdout)[0][0]
    assert planted.read_bytes() == before
    assert list(tmp_path.iterdir()) == [planted]


def test_another_name_is_an_error_that_says_so(tmp_path: Path) -> None:
    done = run("thulac", tmp_path, ["快手"])
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert "FACTCHECK_TOKENIZER=thulac" in last
    assert "jieba" in last and "rjieba" in last


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_words_make_up_the_text(text: str) -> None:
    assert "".join(tokenize(text)) == text


def test_the_dictionary_answers() -> None:
    assert is_word("贫困地区")
    assert is_word("增长")
    assert not is_word("福苗珐")
    assert word_class("北京") == "ns"
    assert word_class("增长") == "v"
    assert word_class("福苗珐") == "n"  # 珐: of its last character's class
    assert word_class("㐂㐂") == "x"


def test_the_dictionary_is_read_as_jieba_reads_it() -> None:
    jieba = pytest.importorskip("jieba")
    plain = jieba.Tokenizer()
    with plain.get_dict_file() as dictionary:
        rows = dictionary.read().decode("utf-8").split()
    assert _prefixed(rows[::3], list(map(int, rows[1::3]))) == plain.gen_pfdict(plain.get_dict_file())
