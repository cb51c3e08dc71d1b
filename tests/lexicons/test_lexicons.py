"""The lexicons keep to the grammar written at the top of each, and do not contradict one another."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from itertools import chain

import pytest

from factcheck.text.fold import fold

ASSERTION = ("synonyms.tsv", "stopwords.txt", "generic.txt", "modality.tsv", "negation.tsv", "antonyms.tsv")
TEXT = ("places.tsv", "organizations.tsv", "surnames.txt", "titles.tsv", "org_suffixes.txt")
ALL = [("factcheck.assertion", name) for name in ASSERTION] + [("factcheck.text", name) for name in TEXT]

MODALITIES = {"plan", "forecast", "question", "condition", "opinion", "wish", "hypothetical", "fiction"}
SCOPES = {"predicate", "noun", "never"}
OPPOSITIONS = {"direction", "polarity", "category"}
PLACES = {"country", "province", "city", "county", "region"}
ORGANIZATIONS = {"company", "platform", "media", "university", "agency", "bank", "association"}
PROFESSIONS = {"academic", "media", "sport", "culture", "medical", "legal", "crew"}
TITLES = {"party", "government", "company", "founder", "other"} | PROFESSIONS


def raw(package: str, name: str) -> str:
    return (files(package) / "data" / name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """Return the entries of the lexicon ``name``, split at tabs; comments and empty lines left out."""
    package = "factcheck.assertion" if name in ASSERTION else "factcheck.text"
    return [line.split("\t") for line in raw(package, name).splitlines() if line and not line.startswith("#")]


def words(name: str) -> list[str]:
    """Return the words that the lexicon ``name`` lists, as often as it lists them."""
    entries = rows(name)
    if name == "synonyms.tsv":
        return list(chain.from_iterable([canonical, *others.split(" ")] for canonical, others in entries))
    if name == "organizations.tsv":
        return [word for entry in entries for word in (entry[0], *"".join(entry[2:]).split("|")) if word]
    if name == "antonyms.tsv":
        return list(chain.from_iterable(entry[:2] for entry in entries))
    return [entry[0] for entry in entries]


def repeated(items: list[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]


@pytest.mark.parametrize(("package", "name"), ALL)
def test_file_explains_itself_and_is_clean(package: str, name: str) -> None:
    text = raw(package, name)
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\ufeff" not in text
    for line in text.splitlines():
        assert line == line.strip() or line.startswith("#"), line
        assert "  " not in line or line.startswith("#"), line


@pytest.mark.parametrize("name", [*ASSERTION, *TEXT])
def test_words_are_folded(name: str) -> None:
    listed = words(name)
    assert [word for word in listed if fold(word) != word] == []


@pytest.mark.parametrize("name", sorted({*ASSERTION, *TEXT} - {"antonyms.tsv", "places.tsv"}))
def test_no_word_twice(name: str) -> None:
    assert repeated(words(name)) == []


@pytest.mark.parametrize("name", ["stopwords.txt", "generic.txt", "surnames.txt", "org_suffixes.txt"])
def test_word_lists_hold_one_word_a_line(name: str) -> None:
    assert [entry for entry in rows(name) if len(entry) != 1 or " " in entry[0]] == []


def test_synonym_classes_hold_two_words_or_more() -> None:
    for entry in rows("synonyms.tsv"):
        assert len(entry) == 2, entry
        assert entry[1].split(" ")[0], entry


def test_stopwords_stand_apart() -> None:
    stopwords = set(words("stopwords.txt"))
    assert stopwords & set(words("synonyms.tsv")) == set()
    assert stopwords & set(words("generic.txt")) == set()


@pytest.mark.parametrize(
    ("name", "kinds"), [("modality.tsv", MODALITIES), ("negation.tsv", SCOPES), ("titles.tsv", TITLES)]
)
def test_cues_have_a_known_kind(name: str, kinds: set[str]) -> None:
    for entry in rows(name):
        assert 2 <= len(entry) <= 3, entry
        assert entry[1] in kinds, entry
    assert {entry[1] for entry in rows(name)} == kinds


def test_antonyms_are_distinct_pairs_of_a_known_kind() -> None:
    pairs = rows("antonyms.tsv")
    for entry in pairs:
        assert len(entry) == 3, entry
        assert entry[0] != entry[1], entry
        assert entry[2] in OPPOSITIONS, entry
    assert repeated(["/".join(sorted(entry[:2])) for entry in pairs]) == []


def test_no_antonyms_within_a_synonym_class() -> None:
    class_of = {
        word: canonical
        for canonical, others in rows("synonyms.tsv")
        for word in [canonical, *others.split(" ")]
    }
    pairs = [(one, other) for one, other, _ in rows("antonyms.tsv")]
    assert [pair for pair in pairs if class_of.get(pair[0], "") == class_of.get(pair[1], "-")] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("收入", "利润"), ("营业收入", "净利润"), ("观看", "点赞"), ("播放", "点赞"), ("销量", "销售额"),
        ("成交额", "成交量"), ("同比", "环比"), ("户", "人"), ("贫困户", "贫困人口"), ("出口额", "进口额"),
        ("男性", "女性"), ("城镇", "乡村"), ("研发投入", "研发费用"), ("金牌", "银牌"), ("日活", "月活"),
        ("常住人口", "户籍人口"), ("总经理", "董事长"), ("工业增加值", "规上工业增加值"),
        ("票房", "观影人次"), ("发送旅客", "货运量"), ("累计", "单场"), ("培训", "培养"),
    ],
)  # fmt: skip
def test_different_measures_stay_apart(one: str, other: str) -> None:
    for canonical, others in rows("synonyms.tsv"):
        assert not {one, other} <= {canonical, *others.split(" ")}, canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("带货", "售出"), ("挣到钱", "获得收入"), ("点赞数", "获赞"), ("GMV", "成交额"),
        ("GDP", "国内生产总值"), ("走进", "覆盖"), ("公布", "面世"), ("营收", "营业收入"),
        ("社零", "社会消费品零售总额"),
    ],
)  # fmt: skip
def test_press_variants_are_joined(one: str, other: str) -> None:
    assert any({one, other} <= {canonical, *others.split(" ")} for canonical, others in rows("synonyms.tsv"))


LOOK_ALIKES = ["不仅", "不但", "不断", "不少", "不同", "未来", "非常", "非遗", "无疑", "无论", "不足", "不到"]


@pytest.mark.parametrize("word", LOOK_ALIKES)
def test_look_alikes_of_negation_are_marked(word: str) -> None:
    assert dict(entry[:2] for entry in rows("negation.tsv"))[word] == "never"


def test_places_have_a_kind_and_a_known_parent() -> None:
    entries = rows("places.tsv")
    names = {entry[0] for entry in entries}
    for entry in entries:
        assert 2 <= len(entry) <= 3, entry
        assert entry[1] in PLACES, entry
        if entry[1] in ("province", "city", "county"):
            assert len(entry) == 3, entry
            assert entry[2] in names, entry
    assert repeated(["\t".join(entry) for entry in entries]) == []
    assert len([entry for entry in entries if entry[1] == "county"]) >= 400
    assert len([entry for entry in entries if entry[1] == "country"]) >= 120


def test_organizations_have_a_known_kind() -> None:
    entries = rows("organizations.tsv")
    for entry in entries:
        assert 2 <= len(entry) <= 3, entry
        assert entry[1] in ORGANIZATIONS, entry
    assert len(entries) >= 500


def test_common_surnames_come_first() -> None:
    surnames = words("surnames.txt")
    assert set(surnames[:10]) == set("王李张刘陈杨黄赵吴周")
    assert {"欧阳", "司马", "诸葛", "上官"} <= set(surnames)
    assert max(map(len, surnames)) == 2
