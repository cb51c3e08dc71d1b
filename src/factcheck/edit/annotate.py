"""A copy of a Word draft with what is not supported marked, and a comment on each that says why.

Runs are split at the exact characters and keep their formatting. Word has comments only in the body: what
stands in a header, footer, note or text box is marked where it stands, and its comment hangs on the nearest
place of the body (the reference mark of the note, the frame of the box, the first paragraph).
"""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.documents.word import PARAGRAPH, RUN, TEXT, TEXT_BOX, WordError, open_package, read_package
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docx.document import Document as Package
    from lxml.etree import _Element as Element

    from factcheck.documents.word import Stretch
    from factcheck.verdict.finding import Finding

AUTHOR, INITIALS = "factcheck", "核"
# The gravest last: it colours what two findings share.
COLORS = {
    Verdict.NOT_ENOUGH_EVIDENCE: "yellow",
    Verdict.CONFLICTING: "magenta",
    Verdict.REFUTED: "red",
}
_GRAVITY = list(COLORS)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES, _HIGHLIGHT = _W + "rPr", _W + "highlight"
# What stands behind w:highlight in w:rPr: the schema fixes the order.
_AFTER_HIGHLIGHT = frozenset(
    _W + name
    for name in (
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
        *("specVanish", "oMath", "rPrChange"),
    )
)


def annotate(data: bytes, text: str, findings: Sequence[Finding], comment: Callable[[Finding], str]) -> bytes:
    """The Word file ``data`` with ``findings`` (offsets into its ``text``) marked; always the same bytes.

    ``comment`` gives a comment's text, a line a paragraph. Supported findings are left alone.
    Raises :class:`~factcheck.documents.word.WordError` and ``ImportError``.
    """
    package = open_package(data)
    whole = read_package(package)
    if whole.text != text:
        raise WordError("刚刚变过，没有批注，请再查一次")
    marked = [finding for finding in findings if finding.verdict in COLORS]
    runs = _isolate(whole.stretches, marked)
    for start, end, run in runs:
        here = [f.verdict for f in marked if f.start < end and start < f.end]
        _highlight(run, COLORS[max(here, key=_GRAVITY.index)])
    for finding in marked:
        own = [run for start, end, run in runs if finding.start < end and start < finding.end]
        _comment(package, own, comment(finding))
    for part, root in whole.sides:
        if not hasattr(part, "element"):  # a part that python-docx keeps as bytes
            part._blob = _serialized(root)
    out = io.BytesIO()
    package.save(out)
    return _undated(out.getvalue())


def _isolate(stretches: Sequence[Stretch], findings: Sequence[Finding]) -> list[tuple[int, int, Element]]:
    """The text of the findings cut into runs of its own: start, end and run of each piece."""
    cuts = sorted({cut for finding in findings for cut in (finding.start, finding.end)})
    pieces: list[tuple[int, int, Element]] = []
    for stretch in stretches:
        parent = stretch.node.getparent()
        if stretch.node.tag != TEXT or parent is None or parent.tag != RUN:
            continue
        if not any(finding.start < stretch.end and stretch.at < finding.end for finding in findings):
            continue
        bounds = [stretch.at, *(cut for cut in cuts if stretch.at < cut < stretch.end), stretch.end]
        runs = _split(parent, stretch.node, [bound - stretch.at for bound in bounds])
        pieces += [
            (start, end, run)
            for start, end, run in zip(bounds, bounds[1:], runs, strict=False)
            if any(finding.start < end and start < finding.end for finding in findings)
        ]
    return pieces


def _split(run: Element, node: Element, bounds: Sequence[int]) -> list[Element]:
    """Cut a run so that every stretch of ``node`` between ``bounds`` is the only content of a run."""
    text = node.text or ""
    content = [child for child in run if child.tag != _PROPERTIES]
    at = content.index(node)
    before, after = content[:at], content[at + 1 :]
    pieces: list[Element] = []
    for start, end in pairwise(bounds):
        piece = deepcopy(node) if pieces else node
        piece.text = text[start:end]
        piece.set(_SPACE, "preserve")
        pieces.append(piece)
    groups = [group for group in (before, *([piece] for piece in pieces), after) if group]
    homes = [run]
    for _ in groups[1:]:
        home = _like(run)
        homes[-1].addnext(home)
        homes.append(home)
    for home, group in zip(homes, groups, strict=True):
        for child in group:
            home.append(child)
    first = 1 if before else 0
    return homes[first : first + len(pieces)]


def _like(run: Element) -> Element:
    """An empty run of the same formatting."""
    made = run.makeelement(RUN)
    for name, value in run.attrib.items():
        made.set(name, value)
    properties = run.find(_PROPERTIES)
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _highlight(run: Element, color: str) -> None:
    """Mark a run, unless the author has; the comment shows the place all the same."""
    properties = run.find(_PROPERTIES)
    if properties is None:
        properties = run.makeelement(_PROPERTIES)
        run.insert(0, properties)
    if properties.find(_HIGHLIGHT) is not None:
        return
    mark = properties.makeelement(_HIGHLIGHT, {_W + "val": color})
    after = next((child for child in properties if child.tag in _AFTER_HIGHLIGHT), None)
    if after is None:
        properties.append(mark)
    else:
        after.addprevious(mark)


def _comment(package: Package, runs: Sequence[Element], text: str) -> None:
    from docx.text.run import Run  # noqa: PLC0415  loaded already, by the package

    anchors = [_anchor(package, run) for run in runs] or [_first_run(package)]
    first, last = (Run(run, package._body) for run in (anchors[0], anchors[-1]))  # type: ignore[arg-type]
    made = package.add_comment([first, last], text, author=AUTHOR, initials=INITIALS)
    del made._comment_elm.attrib[_W + "date"]  # the same draft gives the same copy


def _anchor(package: Package, run: Element) -> Element:
    """The run of the body that a comment on ``run`` hangs on."""
    while (box := next(run.iterancestors(TEXT_BOX), None)) is not None:
        run = next(box.iterancestors(RUN))
    for kind in ("footnote", "endnote"):
        note = next(run.iterancestors(_W + kind), None)
        if note is not None:
            number = note.get(_W + "id")
            marks = package.element.body.iter(_W + kind + "Reference")
            mark = next((mark for mark in marks if mark.get(_W + "id") == number), None)
            parent = None if mark is None else mark.getparent()
            return _first_run(package) if parent is None else _anchor(package, parent)
    inside = any(ancestor is package.element for ancestor in run.iterancestors())
    return run if inside else _first_run(package)


def _first_run(package: Package) -> Element:
    """A run at the beginning of the body, made where there is none."""
    body: Element = package.element.body
    paragraph = next(body.iter(PARAGRAPH), None)
    if paragraph is None:
        paragraph = package.add_paragraph()._p
    run = next((child for child in paragraph if child.tag == RUN), None)
    if run is None:
        run = paragraph.makeelement(RUN)
        paragraph.append(run)
    return run


def _serialized(root: Element) -> bytes:
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _undated(data: bytes) -> bytes:
    """The archive without the time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            made = zipfile.ZipInfo(member.filename)
            made.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(made, old.read(member))
    return out.getvalue()
