"""Word files: body, tables, text boxes, notes, headers and footers as one text, each part under its name.

What an author has deleted with changes tracked is left out, what was inserted is read. A table row is a
line with tabs between its cells. Every stretch of the text keeps its node of the file, so that the place
of a finding can be marked in a copy.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from factcheck.documents.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Package
    from docx.opc.part import Part
    from lxml.etree import _Element as Element

MIB = 1024 * 1024
LARGEST_PACKAGE = 512 * MIB  # all parts unpacked, pictures included
LARGEST_XML = 48 * MIB  # one part of XML; a book of a million characters has about 20
MOST_PARTS = 20_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH, TABLE, ROW, CELL, RUN, TEXT = (_W + name for name in ("p", "tbl", "tr", "tc", "r", "t"))
TEXT_BOX = _W + "txbxContent"
# Deleted text, the old place of moved text, readings above characters, a text box repeated for old programs.
_LEFT_OUT = {_W + "del", _W + "moveFrom", _W + "rt", _W + "pPr", _W + "rPr", _MC + "Fallback"}
_SIGNS = {_W + "tab": "\t", _W + "ptab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_NOTES = {_W + "footnote": "脚注", _W + "endnote": "尾注"}
_SIDE_PARTS = {
    "footnotes": "脚注",
    "endnotes": "尾注",
    "header": "页眉",
    "footer": "页脚",
}  # by kind of relation

# Files with macros, and templates: the same as any other but for what their main part is called.
_MAIN = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)

# What holds words that are not read, by kind of relation; a picture mostly holds none.
_UNREAD = {"chart": "图表", "diagramData": "SmartArt", "aFChunk": "嵌入的文档", "oleObject": "嵌入的对象"}


class WordError(ValueError):
    """A file that is no readable Word file; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[at:end]`` of the whole is what ``node`` holds."""

    at: int
    end: int
    node: Element


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a Word file, its places, and the nodes it was read from."""

    text: str
    places: tuple[Place, ...]
    stretches: tuple[Stretch, ...]
    sides: tuple[tuple[Part, Element], ...]  # the parts beside the body, as parsed
    notes: tuple[str, ...] = ()  # what was not read, for the user to know


def open_package(data: bytes) -> Package:
    """The package, its size checked before it is unpacked. Raises :class:`WordError`, ``ImportError``."""
    from docx.opc.part import PartFactory  # noqa: PLC0415  an extra, and slow to load
    from docx.package import Package as Parts  # noqa: PLC0415
    from docx.parts.document import DocumentPart  # noqa: PLC0415

    _check_size(data)
    PartFactory.part_type_for.update(dict.fromkeys(_MAIN, DocumentPart))
    try:
        package: Package = cast("DocumentPart", Parts.open(io.BytesIO(data)).main_document_part).document
        return package
    except Exception as error:  # a broken package fails in as many ways as there are parts
        raise WordError(_broken(error)) from None


def read_package(package: Package) -> WordText:
    """All text of the package. Raises :class:`WordError`."""
    reading = _Reading()
    try:
        sides = list(_side_parts(package))
        for name, root in [("", package.element), *((name, root) for name, _, root in sides)]:
            _refuse_entities(root)
            reading.part(root, name)
    except WordError:
        raise
    except Exception as error:
        raise WordError(_broken(error)) from None
    return WordText(*reading.done(), tuple((part, root) for _, part, root in sides), _unread(package))


def _unread(package: Package) -> tuple[str, ...]:
    kinds = {relation.reltype.rpartition("/")[2] for relation in package.part.rels.values()}
    names = [name for kind, name in _UNREAD.items() if kind in kinds]
    return (f"{'、'.join(names)}里的文字没有核查",) if names else ()


def _side_parts(package: Package) -> Iterator[tuple[str, Part, Element]]:
    """Notes, then headers and footers, each part once and parsed."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415

    found: dict[str, tuple[str, Part]] = {}
    for relation in package.part.rels.values():
        name = _SIDE_PARTS.get(relation.reltype.rpartition("/")[2])
        if name is not None and not relation.is_external:
            part = relation.target_part
            found[str(part.partname)] = (name, part)
    order = list(_SIDE_PARTS.values())
    for name, part in sorted(found.values(), key=lambda item: (order.index(item[0]), str(item[1].partname))):
        element: Any = getattr(part, "element", None)
        yield name, part, parse_xml(part.blob) if element is None else element


def _broken(error: Exception) -> str:
    return f"不是完好的 Word 文件（{type(error).__name__}），请在 Word 里打开后另存一份"


def _refuse_entities(root: Element) -> None:
    """Words that only an entity spells would be lost; Word itself refuses such a file."""
    info: Any = root.getroottree().docinfo  # its type stub is incomplete
    if info.doctype:
        raise WordError("里面有 Word 不认的内容（DOCTYPE），没有读，请在 Word 里另存一份")


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise WordError(_broken(error)) from None
    if any(member.flag_bits & 1 for member in members):
        raise WordError("加了密码，请去掉密码再查")
    xml = max((m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0)
    total = sum(member.file_size for member in members)
    if len(members) > MOST_PARTS or total > LARGEST_PACKAGE or xml > LARGEST_XML:
        size = f"解开后有 {total // MIB} MB、{len(members)} 个部分"
        raise WordError(f"{size}，大得不像稿件（可能是压缩炸弹），没有打开；请检查文件")


class _Reading:
    """Collects text in the order of the file."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._places: list[Place] = []
        self._stretches: list[Stretch] = []
        self._at = 0
        self._last = "\n"
        self._paragraphs = self._tables = self._boxes = 0

    def done(self) -> tuple[str, tuple[Place, ...], tuple[Stretch, ...]]:
        return "".join(self._parts), tuple(self._places), tuple(self._stretches)

    def part(self, root: Element, name: str) -> None:
        """The body (without a name), or a part beside it, in which each note goes by its number."""
        notes = [note for note in root if note.tag in _NOTES]
        kept = [note for note in notes if note.get(_W + "type", "normal") == "normal"]
        for number, note in enumerate(kept, 1):
            self._blocks(note, f"{name}{number}", "\n")
        if not notes:
            self._blocks(root, name, "\n")

    def _blocks(self, parent: Element, name: str, separator: str) -> None:
        for child in parent:
            if child.tag == PARAGRAPH:
                self._paragraph(child, name, separator)
            elif child.tag == TABLE:
                self._table(child, name)
            elif child.tag not in _LEFT_OUT:
                self._blocks(child, name, separator)

    def _table(self, table: Element, name: str) -> None:
        if not name:
            self._tables += 1
        for number, row in enumerate(_below(table, ROW, TABLE), 1):
            for column, cell in enumerate(_below(row, CELL, TABLE), 1):
                if column > 1:
                    self._put("\t")
                place = name or f"表{self._tables}第{number}行第{column}格"
                self._blocks(cell, place, " ")
            self._put("\n")

    def _paragraph(self, paragraph: Element, name: str, separator: str) -> None:
        if self._last not in "\n\t":  # the second paragraph of a cell
            self._put(separator)
        start, words, boxes = self._at, "", []
        for node in _nodes(paragraph):
            if node.tag == TEXT_BOX:
                boxes.append(node)
            elif text := _SIGNS.get(str(node.tag)) or node.text:
                self._stretches.append(Stretch(self._at, self._at + len(text), node))
                self._put(text)
                words += text
        if words.strip():
            self._paragraphs += not name
            self._places.append(Place(start, name or f"第{self._paragraphs}段"))
        if separator == "\n":
            self._put(separator)
        for box in boxes:
            self._boxes += 1
            self._blocks(box, f"文本框{self._boxes}", "\n")

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)
        self._last = text[-1]


def _nodes(parent: Element) -> Iterator[Element]:
    """The nodes below a paragraph that hold text, and its text boxes, in order."""
    for child in parent:
        tag = child.tag
        if tag in (TEXT, _M + "t", TEXT_BOX) or tag in _SIGNS:
            yield child
        elif isinstance(tag, str) and tag not in _LEFT_OUT:
            yield from _nodes(child)


def _below(parent: Element, wanted: str, other: str) -> Iterator[Element]:
    """The nearest elements of one kind, also inside content controls and tracked changes."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif isinstance(child.tag, str) and child.tag != other and child.tag not in _LEFT_OUT:
            yield from _below(child, wanted, other)
