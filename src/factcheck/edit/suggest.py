"""What to write instead: the claim's value in the draft's own words, where that is one value and certain.

Only the number, the unit, the hedge, the date or the term that is wrong is replaced. A figure is read back
before it is suggested: it must agree with the claim's value (近6100万 does not with 6100万), and leave hedge,
unit and kind as they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.assertion.names import is_place
from factcheck.edit.dates import rewrite_date
from factcheck.edit.notation import rewrite
from factcheck.quantity import extract_quantities
from factcheck.quantity.lexicon import hedges
from factcheck.quantity.model import Hedge, Kind, Quantity
from factcheck.quantity.numerals import read as read_numeral
from factcheck.text.fold import fold
from factcheck.verdict.compare import Outcome, compare
from factcheck.verdict.finding import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.verdict.finding import Finding

_PLACE_LENGTHS = (2, 3, 4)
_BY_NUMBER = frozenset((Reason.VALUE, Reason.MAGNITUDE, Reason.SUPERSEDED))
_COUNTING = frozenset((Kind.CARDINAL, Kind.MONEY, Kind.DURATION))
_UNWRITABLE = frozenset((Kind.DATE, Kind.RATIO, Kind.ORDINAL))
_MORE = "多余"  # within a numeral: 3000多, 十余万
_MARKS = ("《》", "“”", "‘’", "「」", "『』")
_OPENING = "《“‘「『"
_MAGNITUDES = "十百千万亿兆 "


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``new`` for the stretch ``[start, end)`` of the document's text, which now reads ``old``."""

    start: int
    end: int
    old: str
    new: str
    phrase: str  # the whole of what the draft then says: 约2570万人
    is_term: bool = False  # a name or a word, no figure


def suggest(finding: Finding, text: str) -> Suggestion | None:
    """The one certain replacement for a refuted finding in ``text``, else ``None``."""
    if finding.verdict is not Verdict.REFUTED or finding.claim is None or not finding.expected:
        return None
    old, new = finding.text, _replacement(finding)
    if new is None or new == old:
        return None
    is_term = finding.reason is Reason.TERM
    if is_term and is_place(old) and _stands_in_chain(finding, text):
        return None
    place = text[finding.start : finding.end]
    if place == old:
        return Suggestion(finding.start, finding.end, old, new, new, is_term)
    # Markup stands within: only what differs is replaced, and only where that stands together.
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    wrong, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if not wrong or place.count(wrong) != 1 or old.count(wrong) != 1:
        return None
    start = finding.start + place.index(wrong)
    return Suggestion(start, start + len(wrong), wrong, right, new, is_term)


def _stands_in_chain(finding: Finding, text: str) -> bool:
    """Whether another place of which the claim tells nothing stands beside: both may be wrong (贵州黎平县)."""
    told = finding.claim.statement if finding.claim else ""
    before = (text[max(0, finding.start - n) : finding.start] for n in _PLACE_LENGTHS)
    after = (text[finding.end : finding.end + n] for n in _PLACE_LENGTHS)
    return any(is_place(fold(place)) and fold(place) not in told for place in (*before, *after))


def _common(left: str, right: str) -> int:
    """How many characters two texts begin with alike."""
    shorter = min(len(left), len(right))
    return next((at for at in range(shorter) if left[at] != right[at]), shorter)


def _replacement(finding: Finding) -> str | None:
    if finding.reason is Reason.TERM:
        if _only(finding.expected) is not None:
            return None  # the figure is right; what it counts is not
        one = finding.claim is not None and isinstance(finding.claim.value, str) and finding.claim.value
        return _in_marks(finding.expected, finding.text) if one == finding.expected else None
    if finding.reason is Reason.PERIOD:
        return _date(finding)
    said, true = _only(finding.text), _only(finding.expected)
    if said is None or true is None or said.kind in _UNWRITABLE or true.kind in _UNWRITABLE:
        return None
    if finding.reason in _BY_NUMBER:
        return _number(said, true)
    if finding.reason is Reason.UNIT:
        return _unit(said, true)
    if finding.reason is Reason.HEDGE:
        return _hedge(said, true)
    return None


def _in_marks(term: str, said: str) -> str:
    """The term within the marks of what was said: 《…》, “…”."""
    marks = f"{said[0]}{said[-1]}"
    return f"{marks[0]}{term}{marks[1]}" if marks in _MARKS and term[0] not in _OPENING else term


def _only(text: str) -> Quantity | None:
    """The quantity that the whole of ``text`` is."""
    read = extract_quantities(text)
    return read[0] if len(read) == 1 and read[0].text == text and read[0].number is not None else None


def _number(said: Quantity, true: Quantity) -> str | None:
    """The draft's words with the claim's number. A claim that is a bound itself needs the same bound."""
    if true.number is None or true.hedge not in (Hedge.NONE, said.hedge):
        return None
    models = [true.text[start:end] for start, end, _ in _numerals(true.text)]
    for start, end, part in _numerals(said.text):
        written = said.text[start:end]
        read = read_numeral(fold(written), 0)
        if read is None or not read.number or said.number is None:
            continue
        # What the words around the numeral make of it: a unit (斤), a percentage, a magnitude behind 多.
        value = true.number * read.number / said.number
        if part and value != value.to_integral_value():
            continue
        new = rewrite(value, written, models[0] if models else "", counting=said.kind in _COUNTING)
        if new is None:
            continue
        candidate = said.text[:start] + new + said.text[end:]
        again = _only(candidate)
        if again is not None and _agrees(again, true) and _alike(again, said):
            return candidate
    return None


def _agrees(one: Quantity, true: Quantity) -> bool:
    return one.number == true.number and compare(one, true).outcome is Outcome.AGREES


def _alike(one: Quantity, other: Quantity) -> bool:
    return (one.hedge, one.unit, one.kind) == (other.hedge, other.unit, other.kind)


def _date(finding: Finding) -> str | None:
    """The claim's date, where the finding is a date itself and not a figure of another time."""
    read = extract_quantities(finding.text)
    true = extract_quantities(finding.expected)
    if [one.text for one in read] != [finding.text] or [one.text for one in true] != [finding.expected]:
        return None
    low, high = true[0].low, true[0].high
    if read[0].kind is not Kind.DATE or not isinstance(low, date) or not isinstance(high, date):
        return None
    return rewrite_date(low, high, finding.text)


def _unit(said: Quantity, true: Quantity) -> str | None:
    """The draft's words with the claim's unit."""
    at = said.text.rfind(said.written_unit)
    if not said.written_unit or not true.written_unit or at <= 0:
        return None
    candidate = said.text[:at] + true.written_unit + said.text[at + len(said.written_unit) :]
    again = _only(candidate)
    if again is None or not _agrees(again, true):
        return None
    return candidate if (again.unit, again.hedge) == (true.unit, said.hedge) else None


def _hedge(said: Quantity, true: Quantity) -> str | None:
    """The draft's words with the claim's hedge, where the number is the same."""
    if said.number != true.number:
        return None
    start, end = _bare(said.text)
    true_start, true_end = _bare(true.text)
    candidate = true.text[:true_start] + said.text[start:end] + true.text[true_end:]
    again = _only(candidate)
    if again is None or again.hedge is not true.hedge or not _agrees(again, true):
        return None
    return candidate if (again.unit, again.kind) == (said.unit, said.kind) else None


def _bare(text: str) -> tuple[int, int]:
    """Where the hedge before a number ends, and where the one behind it begins."""
    folded = fold(text)
    before, after = hedges("before")[0], hedges("after")[0]
    start = max((len(word) for word in before if folded.startswith(word)), default=0)
    end = len(text) - max((len(word) for word in after if folded.endswith(word)), default=0)
    return start, end


def _numerals(text: str) -> Iterator[tuple[int, int, bool]]:
    """The numerals in a quantity's words, the later ones first.

    Of 3000多 and 十余万 only what stands before 多 and 余, which is told by ``True``.
    """
    folded = fold(text)
    found: list[tuple[int, int, bool]] = []
    at = 0
    while at < len(folded):
        read = read_numeral(folded, at)
        if read is None:
            at += 1
            continue
        written = folded[at : read.end].rstrip(_MAGNITUDES)
        if written[-1:] in _MORE and written[:-1]:
            found.append((at, at + len(written) - 1, True))
        else:
            found.append((at, read.end, False))
        at = max(read.end, at + 1)
    return reversed(found)
