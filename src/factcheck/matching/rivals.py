"""Who else a clause may speak of: another organisation, person or work than the claim's subject."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factcheck.assertion.names import (
    SAYING,
    is_container,
    is_organization,
    is_person,
    is_place,
    is_post,
    place_stem,
)
from factcheck.assertion.terms import is_body, is_listed, is_structure
from factcheck.matching.around import NAMED, SENTENCE
from factcheck.matching.editions import edition_heads
from factcheck.matching.facts import TermValue
from factcheck.matching.regions import region_words
from factcheck.quantity.model import Quantity
from factcheck.text.lexicon import words
from factcheck.text.pattern import pattern
from factcheck.text.tokens import is_word, word_class

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.assertion.figures import Assertion
    from factcheck.assertion.names import Mention
    from factcheck.assertion.reading import Clause, Text
    from factcheck.matching.around import Unit
    from factcheck.matching.facts import Fact

_EDITION = pattern(r"(\d{4})年?度?的?[《“]?$")
_AUTHORITY = ("局", "厅", "委", "委员会", "办", "办公室", "政府", "中心")
_POST_REACH = 8
_LONGEST_TITLE = 4
_LONGEST_LABEL = 6
_LONGEST_NAME = 4  # words
_NO_NAME = frozenset("vpdrcumqy")  # classes of words that no name begins with
_ANY_YEAR = pattern(r"(?:19|20)\d{2}")
_BELONGING = pattern(
    r"[二三四五2-5]期|[^,。]{0,4}?(?:全资|控股|参股)?(?:子公司|分公司|孙公司|竞争对手|对手|同行)|(?:同处|同为|同属)[^,。]{0,10}的"
)
_NUMBERING = pattern(r"[A-Za-z]{1,2}\d{1,2}")  # P3, Q1: a number of what follows
_PREDICATED = pattern(r"(?:是|为|系|由|:)$")  # before a body: it is what the clause tells (出品方是甲研究院)
_IS_WHO = pattern(r"[^,的]{2}(?:是|为|系|由|:)[^,是为系由:]*$")
_POINTING = frozenset("该此这本其")  # 该船 is the one just named
_PARTICLES = frozenset("在得了着过的起把被给没不还也就都若论据按")  # 排在头: words taken for one, and no name
_SAY = frozenset("说看谈讲")  # 先说, 再看: what is spoken of comes behind
_ORGANISERS = ("组委会", "组织委员会", "筹委会", "执委会", "秘书处", "新闻中心", "指挥部")
_STRUCTURE = 5  # characters that tell a structure, whatever stands before its name (北距|港珠澳大桥)
_ALL_OF = pattern(r"(?:各|所有|全部|全体)(?:[个支家]|参[赛展会])?的?([^\W\d_]{2,3})")
_SOMEBODY = pattern(r"某[^\W\d_a-zA-Z]|邻[村县市省镇]|那边|隔壁|别家|另一家")
_ONE_OF_THEM = pattern(r"(?:有?一[位名]|有[位名个])(?=[^\W\d_])")  # 一位副县长卖得最多: no sum of all is his
_TELLS = pattern("|".join(sorted(SAYING | {"感慨", "看来"})))
_SOME_PERSON = pattern(r"[三四五六七八九十]个人的|老[赵钱孙李周吴郑王张刘陈杨黄](?![^\W\d_a-zA-Z]?[路街区])")


class _Others(NamedTuple):
    """Who else a clause may speak of, before any claim is looked at."""

    names: tuple[Mention, ...]
    works: tuple[Mention, ...]  # films, books and songs
    unknown: str  # an opening name that the dictionary has not
    measured: str  # the word right after it, where that is all that makes it a name (喜购用户)
    unnamed: bool  # somebody left unnamed (某企业, 邻村的合作社): nobody a claim is about
    one: bool  # one of many, left unnamed: nobody that a claim on them all is about
    person: bool  # the same of people (老周, 四个人的): nobody that a claim on a person is about
    label: str  # all that the clause says, where that is a short name (国庆档)


class Rivals:
    """Looks for rivals of a claim's subject in one text."""

    def __init__(self, text: Text, subjects: frozenset[str], kin: Mapping[str, str]) -> None:
        self._folded = text.folded
        self._subjects = subjects
        self._kin = kin
        self._kinds = tuple(words("factcheck.text", "company_kinds.txt"))
        self._read: dict[int, _Others] = {}
        self._tells: dict[int, bool] = {}

    def named(self, clause: Clause, fact: Fact, assertion: Assertion | None = None) -> list[Mention]:
        """Names in the clause that could be a subject and that the claim does not speak of.

        A person is the rival of a person; a claim on no one in particular has organisations for rivals.
        """
        names = self._others(clause).names
        if not names:
            return []
        folded = self._folded
        value = fact.value.members[0][0] if isinstance(fact.value, TermValue) else ""
        told = bool(value) and not fact.personal and is_person(value)
        does = told and not any(map(is_post, fact.spellings))
        body = bool(value) and is_organization(value)
        return [
            m
            for m in names
            if (fact.personal or not self._is_somebody(m))
            and not (told and is_person(m.text))  # who it is that a claim tells of somebody
            and not (does and self._is_ones_body(m))
            and not (body and is_organization(m.name) and _PREDICATED.search(folded, clause.start, m.start))
            and (m.kind != "known" or fact.subjects)
            and (assertion is None or assertion.concerns(m))
            and not fact.tells_of(m)
            and not _is_authority(m.name, fact)
            and not _organises(m.name, fact)
            and (
                self._is_of_its_kind(m, fact)
                or not any(_is_told(m.name, self._kin.get(subject, "")) for subject in fact.subjects)
            )
            and m.name not in (fact.known if m.kind == "known" else fact.names)
        ]

    def _is_ones_body(self, mention: Mention) -> bool:
        """Whether a body is named only for somebody's post there (国际奥委会主席某某)."""
        return any(is_post(self._folded[mention.end : mention.end + n]) for n in range(2, _LONGEST_TITLE + 1))

    def _is_told_of(self, clause: Clause, mention: Mention) -> bool:
        """Whether a person is only who somebody is (旗手为马龙、冯雨), and not whom the clause is about."""
        return (
            is_person(mention.text) and _IS_WHO.search(self._folded, clause.start, mention.start) is not None
        )

    def names_another(self, clause: Clause, fact: Fact) -> bool:
        """Whether the clause names somebody or something that it may speak of and that is not the subject."""
        return any(m.name not in fact.subjects for m in self._others(clause).names)

    def _is_of_its_kind(self, mention: Mention, fact: Fact) -> bool:
        """Whether the name is that of another subject of claims, of this one's kind (4号机组 for 3号机组)."""
        name = mention.name
        return name in self._subjects and any(
            len(s) > 2 and s[-1] == name[-1] and s not in name and name not in s for s in fact.subjects
        )

    def _is_somebody(self, mention: Mention) -> bool:
        """Whether the name is a person's: a known one needs a post right before it (市长周明渊)."""
        if mention.kind == "known" and is_person(mention.text):
            return is_post(self._folded[max(0, mention.start - _POST_REACH) : mention.start])
        return mention.kind == "person"

    def stand_in(self, clause: Clause, fact: Fact, assertion: Assertion | None, unit: Unit) -> bool:
        """Whether the clause speaks of somebody else; what the source article names elsewhere is nobody else."""
        others = self._others(clause)
        if _is_another_of_the_kind(others.label, fact) or self._is_all_of_the_kind(clause, fact):
            return True
        if others.unnamed or (others.person and any(map(is_person, fact.subjects))):
            return True
        if (
            others.one
            and unit.nearness >= SENTENCE
            and not fact.personal
            and isinstance(fact.value, Quantity)
        ):
            return True
        if not fact.derived:
            if unit.nearness < NAMED and any(m.name not in fact.text for m in others.works):
                return True
            unknown = others.unknown
            if others.measured and others.measured not in fact.measured:
                unknown = ""
            told = f"{fact.text}\n{kin_of(fact, self._kin)}" if unknown else ""
            if unknown and unknown not in told and unknown[-_STRUCTURE:] not in told:
                return True
        rivals = self.named(clause, fact, assertion)
        if unit.nearness < NAMED:
            counts = isinstance(fact.value, Quantity)
            rivals = [
                m for m in rivals if not (self._is_told_of(clause, m) or (counts and self._is_ones_body(m)))
            ]
        if fact.derived and unit.nearness < NAMED:
            article = self._kin.get(fact.claim.path, "")
            rivals = [m for m in rivals if m.name not in article]
        return bool(rivals)

    def _is_all_of_the_kind(self, clause: Clause, fact: Fact) -> bool:
        """Whether the clause tells of all things of the subject's kind (各代表团, 所有公司)."""
        found = _ALL_OF.search(self._folded, clause.start, clause.end)
        return found is not None and any(
            len(name) > len(kind) and name.endswith(kind)
            for kind in (found[1], found[1][:2])
            for name in fact.subjects
        )

    def tells(self, clause: Clause) -> bool:
        """Whether the clause names anything that could be a claim's subject or stand in its place."""
        found = self._tells.get(clause.start)
        if found is None:
            found = self._tells[clause.start] = (
                any(self._others(clause))
                or any(m.kind == "known" or m.name in self._subjects for m in clause.mentions)
                or not clause.heads.isdisjoint(edition_heads())
            )
        return found

    def _label(self, clause: Clause) -> str:
        """What a clause says that is nothing but a short name, else ""."""
        label = self._folded[clause.start : clause.end].strip()
        named = 3 <= len(label) <= _LONGEST_LABEL and not clause.figures and not clause.dates
        return label if named and not is_word(label) else ""

    def is_other_edition(self, mention: Mention, fact: Fact) -> bool:
        """Whether the name is that of another year's report or event (2019年的快手扶贫报告)."""
        match = _EDITION.search(self._folded[max(0, mention.start - 7) : mention.start])
        return (
            match is not None and match.group(1) not in fact.text and _ANY_YEAR.search(fact.text) is not None
        )

    def is_somebodys(self, clause: Clause, mention: Mention, fact: Fact) -> bool:
        """Whether a name is that of somebody else: left unnamed (邻省北岭的铁路), or right before it (抖音的专场)."""
        whose = self._folded.startswith("的", mention.start - 1)
        if whose and any(
            m.end == mention.start - 1 and m.kind == "organization" for m in self.named(clause, fact)
        ):
            return True
        unknown = self._others(clause).unknown
        if (
            unknown
            and unknown not in fact.text
            and self._folded.endswith(unknown, clause.start, mention.start)
        ):
            return True  # 白礁核电站3号机组
        if not self._others(clause).unnamed:
            return False
        common = is_word(mention.text) and word_class(mention.text) == "n"
        return (common or whose) and _SOMEBODY.search(self._folded, clause.start, mention.start) is not None

    def only_modifies(self, clause: Clause, mention: Mention) -> bool:
        """Whether the name only tells whose daughter company, rival or second stage is spoken of."""
        return _BELONGING.match(self._folded, mention.end, clause.end) is not None

    def _others(self, clause: Clause) -> _Others:
        found = self._read.get(clause.start)
        if found is None:
            unknown, measured = self._unknown(clause)
            found = self._read[clause.start] = _Others(
                names=tuple(m for m in clause.mentions if self._may_act(m)),
                works=tuple(
                    m
                    for m in clause.mentions
                    if m.kind == "title" and self._folded[m.start] == "《" and not is_container(m.name)
                ),
                unknown=unknown,
                measured=measured,
                unnamed=_SOMEBODY.search(self._folded, clause.start, clause.end) is not None,
                one=_ONE_OF_THEM.search(self._folded, clause.start, clause.end) is not None
                and _TELLS.search(self._folded, clause.start, clause.end) is None,
                person=_SOME_PERSON.search(self._folded, clause.start, clause.end) is not None,
                label=self._label(clause),
            )
        return found

    def _may_act(self, mention: Mention) -> bool:
        """Whether a name may be what a clause speaks of."""
        acts = mention.kind in {"organization", "person"} or (
            mention.kind == "known" and (mention.name in self._subjects or self._is_agent(mention))
        )
        if not acts or mention.oblique or is_container(mention.name):
            return False
        regions = region_words("national") | region_words("local")
        return not is_place(mention.text) and mention.text not in regions

    def _is_agent(self, mention: Mention) -> bool:
        """Whether a body that the claims only mention is what acts: 由某局出资."""
        return self._folded[mention.start - 1 : mention.start] in {"由", "被"} and is_organization(
            mention.name
        )

    def _unknown(self, clause: Clause) -> tuple[str, str]:
        """The name that opens the clause and that the dictionary has not (喜购平台成交额), or "".

        Two characters may be any two words that the tokeniser took for one (先说, 车多): then only what
        follows makes a name of them, and the word right after it is told.
        """
        first = clause.terms[0] if clause.terms else None
        if first is not None and (body := self._unknown_body(clause)):
            return body, ""
        if first is None or first.weight < 1.0 or len(first.text) < 2 or first.text[0] in _POINTING:
            return "", ""
        if is_word(first.text) or first.text[-1] in _SAY:
            return "", ""
        if is_listed(first.text) or _NUMBERING.fullmatch(first.text):
            return "", ""
        if any(m.start <= first.start < m.end for m in clause.mentions):
            return "", ""
        tail = self._folded[first.end : clause.end]
        when = word_class(tail) == "f"  # 下播之后
        alone = len(clause.terms) == 1 and not clause.figures and not when  # 喜购: as a label
        if alone or self._folded.startswith(self._kinds, first.end):
            return first.text, ""
        if not first.naming or word_class(first.text) == "t" or not _PARTICLES.isdisjoint(first.text):
            return "", ""
        if len(first.text) > 2:
            return first.text, ""
        following = next((t.text for t in clause.terms if t.start == first.end), "")
        return (first.text, following) if following else ("", "")

    def _unknown_body(self, clause: Clause) -> str:
        """The body that opens the clause by a name that the tokeniser cut up (北 岬 船厂), or ""."""
        start = end = clause.terms[0].start
        for term in islice(clause.terms, _LONGEST_NAME):
            if term.start != end:
                break
            kind, named = self._folded[term.start : term.end], self._folded[start:end]
            built = is_structure(kind)
            if len(named) >= 2 and (built or is_body(kind)):
                name = self._folded[start : term.end]
                known = (is_word(named) and not (built and _is_where(named))) or any(
                    (m.start < term.end and start < m.end)
                    or (m.start == term.end and not m.text[0].isdigit())  # 短视频平台快手
                    for m in clause.mentions
                )
                return "" if known else name
            written = self._folded[term.start : term.end]
            common = len(written) > 1 and is_word(written) and not _is_where(written)
            if common or word_class(written)[0] in _NO_NAME:
                break  # 共设车站, 这座车站
            end = term.end
        return ""


def _is_where(word: str) -> bool:
    """Whether a word is a place's name, listed or only known to the tokeniser (海沧)."""
    return is_place(word) or word_class(word) == "ns"


def _is_another_of_the_kind(label: str, fact: Fact) -> bool:
    """Whether a label names another thing of the subject's kind (国庆档 for 暑期档)."""
    if not label or label in fact.text:
        return False
    return any(len(s) > 2 and s[-1] == label[-1] for s in fact.subjects)


def _is_told(name: str, kin: str) -> bool:
    """Whether claims tell of a name, in full or but for what kind of thing it is (白芦 for 白芦站)."""
    return name in kin or (len(name) > 2 and name[:-1] in kin)


def _is_authority(name: str, fact: Fact) -> bool:
    """Whether an authority tells of the claim's own place (临洛市邮政管理局 of 临洛市)."""
    return name.endswith(_AUTHORITY) and any(
        name.startswith((p, place_stem(p))) for p in (*fact.subjects, *fact.scope) if is_place(p)
    )


def _organises(name: str, fact: Fact) -> bool:
    """Whether a body is the one that organises what the claim is about (杭州亚运会组委会)."""
    return name.endswith(_ORGANISERS) and any(name.startswith(subject) for subject in fact.subjects)


def kin_of(fact: Fact, kin: Mapping[str, str]) -> str:
    """All the words of the claims on the fact's subject."""
    keys = fact.subjects or fact.claim.subject[:1]
    return "\n".join(kin.get(key, "") for key in keys)
