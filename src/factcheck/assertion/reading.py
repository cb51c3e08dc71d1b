"""Read a text into clauses with everything a comparison needs, and its figures into assertions.

Drafts, statements of claims and source articles are all read by this code.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from operator import add, attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factcheck.assertion.modality import (
    Modality,
    Stretch,
    openings_of_stories,
    read_modality,
    read_negations,
    stretches,
)
from factcheck.assertion.names import Mention, NameIndex, find_names, is_place, oblique, of_two
from factcheck.assertion.terms import Term, is_in_phrase, read_terms
from factcheck.quantity import extract_quantities
from factcheck.quantity.dateline import find_dateline
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.text.fold import fold
from factcheck.text.pattern import pattern
from factcheck.text.segment import Paragraph, Sentence, Span, segment

if TYPE_CHECKING:
    from datetime import date

_Placed = TypeVar("_Placed", Quantity, Mention)
_start = attrgetter("start")


@dataclass(frozen=True, eq=False)
class Clause:
    """A clause as read: its words, names, figures and dates, and, when asked, whether it asserts anything."""

    start: int
    end: int
    sentence: int  # number of its sentence in the text
    paragraph: int
    heading: bool
    question: bool
    expected: str  # the modality that the clause before it ends with: 业内预计,…; 按计划,…
    story: bool  # an earlier clause of its sentence puts it into a story: 剧中,林某…;他培养的…
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Quantity, ...]
    dates: tuple[Quantity, ...]
    folded: str = field(repr=False)  # the whole text

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words, without their places."""
        return frozenset(term.text for term in self.terms)

    @cached_property
    def heads(self) -> frozenset[str]:
        """What may begin a word in it: every character, alone and with the next one."""
        stretch = self.folded[self.start : self.end]
        return frozenset((*stretch, *map(add, stretch, stretch[1:])))

    @cached_property
    def negations(self) -> tuple[Span, ...]:
        """Where it negates."""
        return tuple(read_negations(self._words))

    @cached_property
    def modality(self) -> Modality:
        """What keeps it from asserting, if anything does."""
        if self.story:
            return Modality("fiction", self.start)
        if self.expected:
            return Modality(self.expected, self.start)
        return read_modality(self.folded, self.start, self.end, self._words, question=self.question)

    @cached_property
    def _words(self) -> list[Stretch]:
        """Its words outside names and figures."""
        holes = [(m.start, m.end) for m in self.mentions if m.kind != "place"]
        holes += [(figure.start, figure.end) for figure in self.figures]
        return stretches(self.folded, self.start, self.end, sorted(holes))


class _Told(NamedTuple):
    """What is known of a clause before it is read: how its sentence and the clauses before it tell it."""

    heading: bool
    question: bool
    expected: str
    story: bool


@dataclass(slots=True)
class Text:
    """A text under reading. Sentences are read when asked for, once."""

    raw: str
    names: NameIndex
    reference: date | None = None
    folded: str = field(init=False)
    paragraphs: list[Paragraph] = field(init=False)
    sentences: list[tuple[int, Sentence]] = field(init=False)
    quantities: list[Quantity] = field(init=False)
    known: list[Mention] = field(init=False)
    dateline: date | None = field(init=False)
    _clauses: dict[int, tuple[Clause, ...]] = field(init=False, default_factory=dict)
    _names: dict[int, frozenset[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.folded = fold(self.raw)
        self.paragraphs = segment(self.folded)
        self.sentences = [
            (number, sentence)
            for number, paragraph in enumerate(self.paragraphs)
            for sentence in paragraph.sentences
        ]
        self.dateline = self.reference or find_dateline(self.folded)
        quantities = extract_quantities(self.folded, reference=self.dateline, folded=True)
        self.quantities = [_as_count(self.folded, quantity) for quantity in quantities]
        self.known = [
            m for m in self.names.find(self.folded) if not is_in_phrase(self.folded, m.start, m.end)
        ]
        if standing := of_two(self.folded, self.known):
            self.known = sorted((*self.known, *standing), key=_start)

    def clauses(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of the sentence of that number."""
        found = self._clauses.get(sentence)
        if found is None:
            found = self._clauses[sentence] = tuple(self._read(sentence))
        return found

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The quantities of every kind that lie within a stretch."""
        return _within(self.quantities, start, end)

    def dates_in(self, start: int, end: int) -> list[Quantity]:
        """The dates that lie within a stretch."""
        return [q for q in self.quantities_in(start, end) if q.kind is Kind.DATE]

    def names_in(self, sentence: int) -> frozenset[str]:
        """The names in the sentence of that number."""
        found = self._names.get(sentence)
        if found is None:
            found = self._names[sentence] = frozenset(
                mention.name for clause in self.clauses(sentence) for mention in clause.mentions
            )
        return found

    def completing(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses beside it that make one statement with it: a frame before, a predicate after.

        在…的方向里,流量、电商都有; 流量、电商,是…的方向.
        """
        siblings = self.clauses(clause.sentence)
        at = siblings.index(clause)
        before = siblings[at - 1 : at] if at else ()
        frames = [
            c
            for c in before
            if not c.figures and (self.is_label(c) or _FRAME.fullmatch(self.folded, c.start, c.end))
        ]
        after = () if _COPULA.search(self.folded, clause.start, clause.end) else siblings[at + 1 : at + 2]
        predicates = [c for c in after if _PREDICATE.match(self.folded, c.start, c.end)]
        return (*frames, *predicates)

    def before(self, clause: Clause) -> Clause | None:
        """The clause right before it in its sentence."""
        siblings = self.clauses(clause.sentence)
        at = siblings.index(clause)
        return siblings[at - 1] if at else None

    def after(self, clause: Clause) -> Clause | None:
        """The clause right after it in its sentence."""
        siblings = self.clauses(clause.sentence)
        at = siblings.index(clause) + 1
        return siblings[at] if at < len(siblings) else None

    def question_before(self, sentence: int) -> Clause | None:
        """The question that the sentence right before this one asks: its last clause."""
        if not sentence or not self.sentences[sentence - 1][1].question:
            return None
        return self.clauses(sentence - 1)[-1]

    def is_field(self, sentence: int) -> bool:
        """Whether a sentence is one field of a table or a profile (建设单位:南江高铁公司)."""
        return self.is_label(self.clauses(sentence)[0])

    def is_label(self, clause: Clause) -> bool:
        """Whether the clause is what a field is called."""
        return clause.end - clause.start <= _LONGEST_LABEL and self.folded.startswith(":", clause.end)

    def figures(self, sentence: int) -> list[Quantity]:
        """The figures of a sentence: what it counts or measures, dates left out."""
        _, found = self.sentences[sentence]
        return [q for q in self.quantities_in(found.start, found.end) if is_figure(q)]

    def _read(self, number: int) -> list[Clause]:
        paragraph, sentence = self.sentences[number]
        heading = self.paragraphs[paragraph].heading
        last = sentence.clauses[-1]
        # 一年约有660万人获得收入,你身边有吗? asks by its last clause alone; …,是真的吗? and …,还是…? by all.
        doubts = _DOUBTS.search(self.folded, last.start, last.end) or self.folded.startswith(
            "还是", last.start
        )
        asks = sentence.clauses if doubts else (last,)
        clauses: list[Clause] = []
        story = False
        for span in sentence.clauses:
            asking = sentence.question and span in asks
            before = clauses[-1] if clauses else None
            expected = self._expected(before) if before is not None else ""
            told = _Told(heading, asking, expected, story)
            clauses.append(self._clause(number, paragraph, span, told))
            story = story or self.folded.startswith(openings_of_stories(), span.start)
        return clauses

    def _expected(self, clause: Clause) -> str:
        """The modality that a clause ends with and the next one has (业内预计), "" for none."""
        ends = self.folded.endswith
        cue = next((cue for cue in _EXPECTS if ends(cue, clause.start, clause.end)), "")
        if not cue or _HELD_AGAINST.search(self.folded, clause.start, clause.end - len(cue)):
            return ""  # 营收低于市场预期,…
        return _EXPECTS[cue]

    def _clause(self, number: int, paragraph: int, span: Span, told: _Told) -> Clause:
        quantities = self.quantities_in(span.start, span.end)
        known = _within(self.known, span.start, span.end)
        named = [q for q in quantities if any(_inside(q, m) for m in known)]
        quantities = [q for q in quantities if q not in named]
        others = find_names(self.folded, span.start, span.end, known)
        quantities = [q for q in quantities if not any(m.kind == "title" and _inside(q, m) for m in others)]
        others = [m for m in others if not any(q.start < m.end and m.start < q.end for q in quantities)]
        mentions = [
            m._replace(oblique=True) if oblique(self.folded, span.start, m) and not is_place(m.text) else m
            for m in sorted(known + others, key=lambda m: m.start)
        ]
        named_at = {m.start for m in known}
        figures = [
            q
            for q in quantities
            if is_figure(q) or is_rank(self.folded, q) or (q.kind is Kind.ORDINAL and q.end in named_at)
        ]
        labels = [
            q
            for n, q in enumerate(figures)
            if is_label(self.folded, q, last=n + 1 == len(figures))
            or (n and is_condition(self.folded, figures[n - 1], q))
        ]
        figures = [q for q in figures if q not in labels]
        labels += [q for q in named if is_figure(q) and is_label(self.folded, q, last=True)]
        dates = [q for q in quantities if q.kind is Kind.DATE]
        return Clause(
            start=span.start,
            end=span.end,
            sentence=number,
            paragraph=paragraph,
            heading=told.heading,
            question=told.question,
            expected=told.expected,
            story=told.story,
            terms=tuple(cut_terms(self.folded, span, known, [*figures, *dates], labels)),
            mentions=tuple(mentions),
            figures=tuple(figures),
            dates=tuple(dates),
            folded=self.folded,
        )


def _as_count(folded: str, quantity: Quantity) -> Quantity:
    """The last of so many in a row as how many there are: 连续第八年 is eight years, 第11次蝉联 eleven times."""
    start, end = quantity.start, quantity.end
    if quantity.kind is not Kind.ORDINAL or quantity.written_unit not in _IN_A_ROW:
        return quantity
    if not (folded.endswith("连续", 0, start) or folded.startswith(_AGAIN, end)):
        return quantity
    counted = extract_quantities(quantity.text.removeprefix("第"), folded=True)
    whole = len(counted) == 1 and counted[0].end == end - start - 1
    return replace(counted[0], text=quantity.text, start=start, end=end) if whole else quantity


def is_figure(quantity: Quantity) -> bool:
    """Whether a quantity is something a draft asserts, and not a date, a rank or an article (一个)."""
    article = quantity.number == 1 and quantity.text.startswith("一") and quantity.kind is Kind.CARDINAL
    return quantity.kind not in {Kind.DATE, Kind.ORDINAL} and not quantity.incidental and not article


_LONGEST_LABEL = 8
_IN_A_ROW = frozenset("次年届")
_AGAIN = ("蝉联", "卫冕", "连任")
_EXPECTS = dict.fromkeys(
    ("预计", "预测", "估计", "预期", "预判", "展望", "预估"), "forecast"
) | dict.fromkeys(("按计划", "按照计划", "按规划", "根据规划", "根据计划"), "plan")
_HELD_AGAINST = pattern(
    r"(?:[高低好优逊强弱大小多少快慢]于|超[过出]?|[不未]及|不如|符合|达到|[比较])[^,]{0,8}$"
)
_DOUBTS = pattern(r"(?:信|真|对|是|实|准确|正确|错|可能|靠谱)[^,]{0,3}$|是不是|对不对|是否")
_COPULA = pattern(r"[是为]")
_FRAME = pattern(r"[^是为]{2,}(?:[里中内的上]|当中|之间|方面|时候?)$")
_PREDICATE = pattern(
    r"(?:[也都均则就正便还]|同样|如今|现在|目前|后来|最终|一起|共同|双双)*(?:是|为|成了|成为|当选|属于?|位列|名列|[在被])"
)

# 过亿元, 破万: a threshold that something passes; with digits it would be a figure.
_THRESHOLD = pattern(r"(?:超过|突破|[跨越迈]?过|超|破|逾)[百千万亿]+")


def is_condition(folded: str, counted: Quantity, bound: Quantity) -> bool:
    """Whether a bound only tells what is counted before it (11个省份的GDP超过1万亿元)."""
    between = folded[counted.end : bound.start]
    if counted.kind is Kind.DURATION:
        return False  # 一年里拍的视频超过29亿条 counts the videos
    return "的" in between and "," not in between and bool(_BOUND.match(bound.text)) and _round(bound)


def _round(quantity: Quantity) -> bool:
    return quantity.number is not None and len(quantity.number.normalize().as_tuple().digits) == 1


_BOUNDS = pattern(r"(?:None|[\d.E+]+)~(?:None|[\d.E+]+)")
_BOUND = pattern(r"超过|突破|高于|低于|不足|过")


def part_terms(part: str, names: NameIndex) -> list[Term]:
    """The words of one part of a claim (folded), cut as a draft's are: at known names and at groups (60岁以上)."""
    quantities = extract_quantities(part, folded=True) if any(map(_maybe_digit, part)) else []
    known = names.find(part)
    if not quantities and not known:
        return read_terms(part)
    labels = [q for q in quantities if is_figure(q) and is_label(part, q, last=True)]
    holes = [
        q
        for q in quantities
        if q not in labels
        and (is_figure(q) or q.kind is Kind.DATE or _is_leading(part, q))
        and not any(_inside(q, m) for m in known)
    ]
    return cut_terms(part, Span(0, len(part)), known, holes, labels)


def cut_terms(
    folded: str, span: Span, known: list[Mention], holes: list[Quantity], labels: list[Quantity]
) -> list[Term]:
    """The words of a stretch: none in the holes, one for each label, and cuts where a name begins or ends."""
    cuts = {m.start for m in known} | {m.end for m in known} | {span.end}
    holes = sorted([*holes, *labels], key=lambda q: q.start)
    terms: list[Term] = []
    position = span.start
    for edge, hole in sorted([(cut, None) for cut in cuts] + [(q.start, q) for q in holes], key=_edge):
        if edge > position:
            terms += read_terms(folded, position, edge)
            position = edge
        if hole is not None and hole.end > position:
            if hole in labels:
                terms.append(Term(label_word(hole), hole.start, hole.end, 1.0))
            # 一年来点赞: 来 belongs to what stands before it
            position = hole.end + (hole.kind is Kind.DURATION and folded.startswith("来", hole.end))
    return terms


def _is_leading(text: str, quantity: Quantity) -> bool:
    """Whether a rank only tells how many lead (前三名): of what, the other words tell."""
    return quantity.kind is Kind.ORDINAL and text[quantity.start - 1 : quantity.start] == "前"


def _maybe_digit(char: str) -> bool:
    return char.isdigit() or char in "一二两三四五六七八九十百千万亿半几数"


def _inside(quantity: Quantity, mention: Mention) -> bool:
    return mention.start <= quantity.start and quantity.end <= mention.end


def _edge(cut: tuple[int, Quantity | None]) -> tuple[int, bool]:
    return cut[0], cut[1] is not None


def is_rank(folded: str, quantity: Quantity) -> bool:
    """Whether an ordinal says where something stands (位居第二), and does not only name it (第二产业)."""
    return quantity.kind is Kind.ORDINAL and bool(
        _RANKED.search(folded[max(0, quantity.start - 12) : quantity.start])
    )


_RANKED = pattern(r"(?:位居|位列|名列|排名|排在|排行|跻身|居|列|排)[^,、]{0,8}$")


def is_label(folded: str, quantity: Quantity, *, last: bool) -> bool:
    """Whether a figure only names a group (60岁及以上人口, 过亿元的影片, 每10万人) and measures nothing itself."""
    vague = quantity.low != quantity.high
    if quantity.unit == "岁":  # 0至14岁、15至59岁人口
        after = folded[quantity.end : quantity.end + 2].removeprefix("、")
        return vague and after[:1].isalnum()
    if quantity.start and folded[quantity.start - 1] == "每":
        return True
    after = folded[quantity.end : quantity.end + 1]
    if after in {"×", "*"} or folded[quantity.start - 1 : quantity.start] in {"×", "*"}:
        return True
    if _THRESHOLD.match(quantity.text):
        return True
    return vague and not last and after == "的" and quantity.hedge is not Hedge.VAGUE


def label_word(quantity: Quantity) -> str:
    """A group's figure as one word, whatever its wording: 60岁以上 and 60岁及以上 are the same."""
    return f"{quantity.low}~{quantity.high}{quantity.unit}"


def label_bounds(word: str) -> str:
    """The bounds of a group told by a figure (``60~None``), whatever its unit; "" for any other word."""
    found = _BOUNDS.match(word)
    return found[0] if found else ""


def _within(items: list[_Placed], start: int, end: int) -> list[_Placed]:
    """The items that lie within a stretch, of items in order that do not overlap."""
    if not items or items[-1].start < start:
        return []
    left = bisect_left(items, start, key=_start)
    found = []
    for item in islice(items, left, None):
        if item.end > end:
            break
        found.append(item)
    return found
