"""Names in a text: those the claims know, and those any reader would take for a name.

Known names are found as strings, longest first. Others are recognised from lexicons (places,
organisations), from endings (…公司, …县), from quotation marks and, for people, from surnames.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.text.lexicon import rows, words
from factcheck.text.pattern import pattern
from factcheck.text.tokens import is_word, tokenize, word_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PACKAGE = "factcheck.text"
NameKind = Literal["known", "place", "organization", "media", "person", "title"]
_PLACE_ENDINGS = ("自治区", "自治州", "自治县", "省", "市", "县", "区", "州", "镇", "乡", "村")
QUOTED = pattern(r"《([^《》\n]{1,60})》|“([^“”\n。!?;,]{2,24})”|\"([^\"\n。!?;,]{2,24})\"")
_AUTHORITIES = ("局", "厅", "委", "委员会", "办公室", "管委会", "法院", "检察院")
SAYING = frozenset(("说", "表示", "介绍", "认为", "告诉", "透露", "称", "坦言", "指出", "回忆"))
_MARK = pattern(r"[“”‘’\"'《》·\s]")
_MARKS = {ord(mark): None for mark in "“”‘’\"'《》· \t\n\r"}
_HAN = pattern(r"[^\W\d_a-zA-Z]+")


class Mention(NamedTuple):
    """A name in a text. ``name`` is canonical; ``start``/``end`` are offsets into the folded text."""

    start: int
    end: int
    text: str
    name: str
    kind: NameKind
    oblique: bool = False  # after 在, 通过, 向 …: where or how something happens, not what is spoken of


_LONGEST_FOREIGN = 6
_OF_TWO = pattern(r"前者|后者")
_AND = frozenset({"和", "与", "、", "跟", "及", "以及", "同"})
_FUNCTION = frozenset(
    "说称指等在是为将对从于把被让使给和与及也都均就又再还已并而且或但因所以其此该这那来去到过了着的地得"
)
_OBLIQUE = ("在", "从", "向", "用", "通过", "借助", "依托", "靠", "对", "给", "到", "于", "据", "比", "较")


def oblique(text: str, start: int, mention: Mention) -> bool:
    """Whether the name stands after a preposition in ``text[start:]``."""
    return text[max(start, mention.start - 2) : mention.start].endswith(_OBLIQUE)


class NameIndex:
    """The names that a bank knows: name as written → canonical name.

    Quotation marks, middle dots and spaces do not count: ``百城县长·直播助农`` is ``“百城县长”直播助农``.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._canonical = {bare(name): canonical for name, canonical in names.items()}
        self._by_head: dict[str, list[str]] = {}
        for name in sorted(self._canonical, key=len, reverse=True):
            self._by_head.setdefault(name[:2], []).append(name)

    def find(self, text: str) -> list[Mention]:
        """All known names in ``text``, leftmost and longest, not overlapping."""
        skeleton = text.translate(_MARKS)
        hits = self._seek(skeleton)
        if not hits:
            return []
        hits.sort()
        # Mark number n stands before the skeleton's character at its own place less the n marks before it.
        gaps = [match.start() - n for n, match in enumerate(_MARK.finditer(text))]
        mentions: list[Mention] = []
        reached = 0
        for start, _, name in hits:
            if start >= reached:
                reached = start + len(name)
                left = start + bisect_right(gaps, start)
                right = reached - 1 + bisect_right(gaps, reached - 1) + 1
                mentions.append(Mention(left, right, text[left:right], self._canonical[name], "known"))
        return mentions

    def _seek(self, skeleton: str) -> list[tuple[int, int, str]]:
        """Where names stand: only those are looked for whose beginnings do."""
        hits: list[tuple[int, int, str]] = []
        for head in self._by_head.keys() & set(map(add, skeleton, skeleton[1:])):
            at = skeleton.find(head)
            while at >= 0:
                for name in self._by_head[head]:
                    if skeleton.startswith(name, at):
                        hits.append((at, -len(name), name))
                        break
                at = skeleton.find(head, at + 1)
        return hits


def bare(name: str) -> str:
    """A name without quotation marks, middle dots and spaces."""
    return name.translate(_MARKS)


@cache
def place_kinds() -> dict[str, str]:
    """Places by the names that the press gives them, with what kind of place each is."""
    return {row[0]: row[1] for row in rows(_PACKAGE, "places.tsv")}


@cache
def _organizations() -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
    """Organisations by every name, and the one or two characters that names begin with."""
    table: dict[str, tuple[str, str]] = {}
    for name, kind, *others in rows(_PACKAGE, "organizations.tsv"):
        for other in (name, *(others[0].split("|") if others else ())):
            if other:
                table.setdefault(other, (name, kind))
    return table, frozenset([name[:1] for name in table] + [name[:2] for name in table])


@lru_cache(maxsize=65536)
def is_container(name: str) -> bool:
    """Whether ``name`` is a document or occasion that tells of other things (公报, 普查, 发布会)."""
    return name.endswith(tuple(words(_PACKAGE, "container_endings.txt")))


@cache
def _titles() -> frozenset[str]:
    return words(_PACKAGE, "titles.tsv")


@lru_cache(maxsize=65536)
def _is_title(word: str) -> bool:
    """Whether a word is a title or ends as one (处处长, where the tokeniser cut 监督处 处长 otherwise)."""
    return word in _titles() or (len(word) > 2 and is_post(word))


@cache
def place_stem(name: str) -> str:
    """A place's name without what kind of place it is: 贵州省 → 贵州, 黎平县 → 黎平."""
    for ending in ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", *_PLACE_ENDINGS):
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name[: -len(ending)]
    return name


@lru_cache(maxsize=65536)
def is_place(word: str) -> bool:
    """Whether ``word`` names a place."""
    if word in place_kinds():
        return True
    not_places = words(_PACKAGE, "not_places.txt")
    if len(word) == 2 and word[1] in "山湖岛" and word_class(word) == "ns":
        return word not in not_places  # 黄山, 西湖
    if word in not_places or len(word) < 3 or not _HAN.fullmatch(word):
        return False
    return word.endswith(_PLACE_ENDINGS) and not any(word.endswith(other) for other in not_places)


def _makes_place(word: str, ending: str) -> bool:
    """Whether a word and a place's ending that the tokeniser cut apart make a place (北岭 省)."""
    return (not is_word(word) or word_class(word) == "ns") and is_place(word + ending)


def _ends_chain(pieces: Sequence[str], index: int) -> bool:
    """Whether a word right after a place is the next one of the chain, whatever else it means (黎平县 地坪 村)."""
    return len(pieces[index]) == 2 and pieces[index + 1] in {"村", "镇", "乡", "县"}


@lru_cache(maxsize=65536)
def is_person(word: str) -> bool:
    """Whether ``word`` may be a person's name: a surname and one or two characters more, or a foreign one."""
    if _is_transliterated(word):
        return True
    if not 2 <= len(word) <= 4 or not _HAN.fullmatch(word) or is_place(word):
        return False
    surnames = words(_PACKAGE, "surnames.txt")
    return (len(word) <= 3 and word[0] in surnames) or (len(word) >= 3 and word[:2] in surnames)


def _is_transliterated(word: str) -> bool:
    """Whether a word is written as foreign names are, and the dictionary has it for nothing else (巴赫, 马克龙)."""
    if not 2 <= len(word) <= _LONGEST_FOREIGN or not set(word) <= words(_PACKAGE, "transliteration.txt"):
        return False
    return not is_place(word) and (not is_word(word) or word_class(word).startswith("nr"))


def _foreign_pieces(pieces: Sequence[str], index: int) -> int:
    """How many pieces from there on make a foreign name (马克 龙), 0 for none."""
    letters = words(_PACKAGE, "transliteration.txt")
    count = 0
    while index + count < len(pieces) and set(pieces[index + count]) <= letters:
        count += 1
    while count and not _is_transliterated("".join(pieces[index : index + count])):
        count -= 1
    return count


def _makes_person(pieces: Sequence[str]) -> bool:
    """Whether the first two of the words that follow a title are a name cut in two (董事长 刘 建平, 大队长 严峻 峰)."""
    if (
        len(pieces) < 2
        or _HAN.fullmatch(pieces[1]) is None
        or pieces[0][0] not in words(_PACKAGE, "surnames.txt")
    ):
        return False
    if len(pieces[0]) == 2:
        return len(pieces[1]) == 1 and word_class(pieces[1])[0] in "nagvjz" and pieces[1] not in _FUNCTION
    return len(pieces[0]) == 1 and word_class(pieces[0])[0] == "n" and len(pieces[1]) <= 2


@lru_cache(maxsize=65536)
def _hints(word: str) -> bool:
    """Whether a word may be a name, begin one, or make one of a word beside it; a clause without such has no names."""
    return (
        word[:2] in _organizations()[1]
        or word in _PLACE_ENDINGS
        or _is_title(word)
        or is_place(word)
        or (is_person(word) and not is_word(word))
    )


def is_relative(name: str) -> bool:
    """Whether a name says somebody by who he is to another one (娇子的丈夫)."""
    return name.endswith(tuple(words(_PACKAGE, "relatives.txt")))


def _may_begin(pieces: Sequence[str], index: int) -> bool:
    """Whether a piece looks like a name's beginning, by itself or by what stands beside it."""
    if _hints(pieces[index]) or (index + 1 < len(pieces) and pieces[index + 1] in _PLACE_ENDINGS):
        return True
    return index > 0 and _is_title(pieces[index - 1])


def _name_at(pieces: Sequence[str], index: int, after_place: bool) -> tuple[NameKind | None, str, int]:
    """The name that begins with a piece: its kind (``None`` for no name), canonical form and number of pieces."""
    word = pieces[index]
    organizations, beginnings = _organizations()
    for length in (3, 2, 1) if word[:2] in beginnings else ():
        joined = "".join(pieces[index : index + length])
        if joined in organizations:
            name, group = organizations[joined]
            return "media" if group in {"media", "agency"} else "organization", name, length
    following = pieces[index + 1] if index + 1 < len(pieces) else ""
    if is_place(word):
        if len(following) > 1 and following.endswith(_AUTHORITIES):  # 浙江省林业局
            return "organization", word + following, 2
        return "place", place_stem(word), 1
    if following in _PLACE_ENDINGS and (
        _makes_place(word, following) or (after_place and _ends_chain(pieces, index))
    ):
        return "place", place_stem(word + following), 2
    if is_person(word):
        around = {*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2]}
        named = not is_word(word)
        if (around & _titles() and (named or word_class(word).startswith("nr"))) or (
            named and around & SAYING
        ):
            return "person", word, 1
    if index and _is_title(pieces[index - 1]) and (count := _foreign_pieces(pieces, index)):
        return "person", "".join(pieces[index : index + count]), count
    if index and _is_title(pieces[index - 1]) and _makes_person(pieces[index:]):
        return "person", word + following, 2
    return None, word, 1


_BEHIND_A_NAME = "在与对也"  # the tokeniser may take what follows a name of two characters for its third


def find_names(text: str, start: int, end: int, taken: Iterable[Mention] = ()) -> list[Mention]:
    """Names in ``text[start:end]`` beyond the ``taken`` ones, in order."""
    pieces = tokenize(text[start:end])
    quoted = [*QUOTED.finditer(text, start, end)]
    if not quoted and not any(map(_hints, pieces)):
        return []
    found: list[Mention] = []
    edges = sorted((mention.start, mention.end) for mention in taken)
    starts = [edge[0] for edge in edges]

    def free(left: int, right: int) -> bool:
        at = bisect_right(starts, left) - 1
        if at >= 0 and edges[at][1] > left:
            return False
        return at + 1 >= len(edges) or edges[at + 1][0] >= right

    ends = {mention.end for mention in taken if is_place(mention.text)}

    def after_place(at: int) -> bool:
        return at in ends or bool(found and found[-1].end == at and found[-1].kind == "place")

    for match in quoted:
        inner = match.group(1) or match.group(2) or match.group(3)
        if free(*match.span()):
            found.append(Mention(*match.span(), inner, inner, "title"))
    covered = [(mention.start, mention.end) for mention in found]
    positions: list[int] = []
    position = start
    for piece in pieces:
        positions.append(position)
        position += len(piece)
    index = 0
    while index < len(pieces):
        if not _may_begin(pieces, index):
            index += 1
            continue
        left = positions[index]
        kind, name, count = _name_at(pieces, index, after_place(left))
        word = "".join(pieces[index : index + count])
        if kind == "person" and len(word) > 2 and word[-1] in _BEHIND_A_NAME:
            name = word = word[:-1]  # 书记李希|在广州会场
        right = left + len(word)
        if kind is not None and free(left, right) and not any(a <= left < b for a, b in covered):
            found.append(Mention(left, right, word, name, kind))
        index += count
    found.sort(key=lambda mention: mention.start)
    return found


@cache
def _title_endings() -> tuple[str, ...]:
    return tuple(row[0] for row in rows(_PACKAGE, "titles.tsv") if row[1] != "other")


@lru_cache(maxsize=65536)
def is_post(term: str) -> bool:
    """Whether a term is a post or title (第一书记, 某省卫健委主任)."""
    return term.endswith(_title_endings())


def title_of(post: str) -> str:
    """The longest title that a post ends with (集团党委书记 → 党委书记), "" for none."""
    return max((title for title in _title_endings() if post.endswith(title)), key=len, default="")


@lru_cache(maxsize=65536)
def is_sole_post(term: str) -> bool:
    """Whether one person at a time holds the post (局长, not 副局长 nor 教授)."""
    for ending in words(_PACKAGE, "sole_posts.txt"):
        if term.endswith(ending):
            return not term[: -len(ending)].endswith("副")
    return False


def is_organization(term: str) -> bool:
    """Whether a term ends as the names of organisations do, or is a known one."""
    known = words(_PACKAGE, "organizations.tsv")
    return term in known or term.endswith(_organization_endings())


@cache
def _organization_endings() -> tuple[str, ...]:
    return tuple(words(_PACKAGE, "org_suffixes.txt"))


def of_two(folded: str, known: Sequence[Mention]) -> list[Mention]:
    """The mentions by 前者 and 后者: of the last two of the ``known`` names before that are told together (甲和乙)."""
    found: list[Mention] = []
    for match in _OF_TWO.finditer(folded):
        before = [m for m in known if m.end <= match.start()]
        pairs = [pair for pair in pairwise(before) if folded[pair[0].end : pair[1].start] in _AND]
        if pairs:
            meant = pairs[-1][match.group() == "后者"]
            found.append(meant._replace(start=match.start(), end=match.end(), text=match.group()))
    return found
