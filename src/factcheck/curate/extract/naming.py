"""What an article names: organisations, people, programmes and works."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.assertion.names import NameIndex, bare, is_person
from factcheck.assertion.reading import Text
from factcheck.curate.extract.subjects import is_name
from factcheck.text.fold import fold
from factcheck.text.lexicon import words
from factcheck.text.tokens import is_word, may_be, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTED = re.compile(r"《([^《》\n]{2,40})》|“([^“”\n。!?;]{2,20})”")
_PLACE_ENDINGS = "省市县区镇乡村"
_NAMING = frozenset({"organization", "person"})
_AFTER_PERSON = re.compile(r"[\s在的,，把说是曾从、;；。等和与及也用从]|介绍|表示|带领|$")
_ROLE = re.compile(
    r"(?:小伙|青年|姑娘|老人|村民|农民|书记|主任|[局县市校院馆厂店社团队会组所站]长|经理|教授|医生|老师|教练|导演"
    r"|儿子|女儿|丈夫|妻子|父亲|母亲|[一-鿿](?:员|师|家|者|手|户|工|生))(?=(?P<name>[一-鿿]{2,3}))"
)
_SPEAKER = re.compile(r"(?:^|[,，。;\n、]|的)(?P<name>[一-鿿]{2,3})(?=也?是|曾|说|介绍|表示|告诉)")
_CALLED_SO = re.compile(
    r"的[一-鿿]{0,4}(?:毕业生|大学生|主播|创业者|小伙|姑娘|青年|学员)(?P<name>[一-鿿]{2,3})(?=和|与|、|,|，|说)"
)
_ALONE = re.compile(r"(?:^|[。!?;\n])\s*([一-鿿]{2,3})\s*,")  # 许明,从事农技推广
_DIGITS = tuple("0123456789")  # 1.3|万人
_ALSO_WORDS = frozenset("和万于向从方时常年应关成同全相")  # surnames that more often are other words
_NO_END = frozenset("的了着过在和与及是也")


def names_of(raw: str) -> dict[str, str]:
    """What the article names: organisations, people, programmes and works in quotation marks; name → name."""
    folded = fold(raw)
    text = Text(raw, NameIndex({}))
    found = {
        bare(mention.text): bare(mention.name)
        for sentence in range(len(text.sentences))
        for clause in text.clauses(sentence)
        for mention in clause.mentions
        if mention.kind in _NAMING
        and len(bare(mention.text)) >= 2
        and is_name(mention)
        and not folded.endswith(_DIGITS, 0, mention.start)
    }
    endings = tuple(words("factcheck.text", "programme_endings.txt"))
    for match in QUOTED.finditer(folded):
        inner = match[1] or match[2]
        follows = folded[match.end() : match.end() + 2]
        named = match[1] or inner.endswith(endings) or follows in endings
        if named and not any(sign in inner for sign in "+?,，"):
            found[bare(inner)] = bare(inner)
    found |= {name: name for name in (*_after_roles(folded), *_met_often(folded))}
    for match in _CALLED_SO.finditer(folded):  # 毕业生娇子: a name that begins with no surname
        if may_be(match["name"], "n", "x") and not is_vague_word(match["name"]):
            found.setdefault(match["name"], match["name"])
    for match in _ALONE.finditer(folded):
        if is_person(match[1]) and may_be(match[1], "nr", "x"):
            found[match[1]] = match[1]
    return {name: canonical for name, canonical in found.items() if len(name) >= 2}


def _after_roles(folded: str) -> Iterator[str]:
    """People named behind who they are (讲解员李想), or before what they are or say (摆贝村的潘发勇也是…)."""
    apart = {word for word in tokenize(folded) if not is_word(word)}
    for match in _ROLE.finditer(folded):
        for length in (3, 2):
            name = match["name"][:length]
            after = name in apart or _AFTER_PERSON.match(folded, match.start("name") + length)
            if len(name) == length and after and _is_somebody(name):
                yield name
                break
    for match in _SPEAKER.finditer(folded):
        if _is_somebody(match["name"]):
            yield match["name"]


def _met_often(folded: str) -> Iterator[str]:
    """People named more than once: words that begin with a surname and are no other word."""
    counts = Counter(word for word in tokenize(folded) if len(word) in {2, 3})
    for word, count in counts.items():
        if count > 1 and not is_word(word) and _is_somebody(word) and not _place_begins(word, folded):
            yield word


def _place_begins(word: str, folded: str) -> bool:
    """Whether a word is part of the name of a place: 陈疃|镇."""
    return any(f"{word}{ending}" in folded for ending in _PLACE_ENDINGS)


def _is_somebody(name: str) -> bool:
    if name[0] in _ALSO_WORDS and is_word(name[1:]):
        return False  # 和|地区
    return is_person(name) and may_be(name, "nr") and name[-1] not in _NO_END


def is_vague_word(word: str) -> bool:
    """Whether a word is too general to be a name."""
    return word in words("factcheck.assertion", "generic.txt") or word in words(
        "factcheck.curate.extract", "nouns.txt"
    )
