"""Which encoding bytes are in: decided where it can be, refused where it cannot.

Strict UTF-8 comes first: other Chinese encodings are practically never valid UTF-8. Between GB18030, Big5
and UTF-16 without a mark, validity decides nothing (nearly all Big5 text is valid GB18030), so each reading
is scored by how much of it a newspaper would print. On 40-character excerpts of press text the right
reading scores ≥ 0.9 and leads by ≥ 0.3; charset-normalizer alone is wrong about, or gives up on, one in ten
excerpts of ten characters. It therefore only has a say, as a second opinion, where the lead is small.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from factcheck.text.fold import fold

CLEAR_LEAD = 0.25
SMALL_LEAD = 0.1
PLAUSIBLE = 0.7

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The UTF-32 mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
# cp950 is Big5 as Windows writes it; Hong Kong's additions are tried where it fails.
_CANDIDATES = (("gb18030",), ("cp950", "big5hkscs"), ("utf-16-le",), ("utf-16-be",))
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\x1a")
_PRESS_SIGNS = frozenset("、。〈〉《》「」『』【】〔〕—…“”‘’·〇％，：；！？（）～　")


class EncodingError(ValueError):
    """Bytes that are not text in a known encoding; the message says why and what to do."""


class _Reading(NamedTuple):
    score: float
    encoding: str
    text: str


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of ``data``, its byte order mark left out, and the codec used.

    ``encoding`` overrules detection. Raises :class:`EncodingError`.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name)
    utf8 = _try(data, "utf-8")
    if utf8 is not None and not _CONTROLS & set(utf8):
        return utf8, "utf-8"
    readings = sorted(filter(None, map(_read, [data] * len(_CANDIDATES), _CANDIDATES)), reverse=True)
    best = _decided(data, readings)
    if best is not None:
        return best.text, best.encoding
    if utf8 is not None and "\0" not in utf8:
        return utf8, "utf-8"
    if b"\0" in data:
        raise EncodingError("是二进制文件（含空字节），不是文本，请另存为 .txt 或 .md")
    raise EncodingError("判断不出编码，请用 --encoding 指明（如 gb18030、big5、utf-16）")


def check_encoding(name: str) -> None:
    """Raise :class:`EncodingError` unless ``name`` is a codec that gives text."""
    try:
        "".encode(name)
    except LookupError:
        message = f"不认识的编码 {name!r}，常用的有 utf-8、gb18030、big5、utf-16"
        raise EncodingError(message) from None


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    check_encoding(encoding)
    try:
        return data.decode(encoding).removeprefix("\ufeff"), encoding
    except UnicodeDecodeError as error:
        where = f"第 {error.start + 1} 字节起不是 {encoding}"
        raise EncodingError(f"{where}，请检查文件，或用 --encoding 指明别的编码") from None
    except UnicodeError:
        raise EncodingError(f"不是 {encoding} 文本，请用 --encoding 指明别的编码") from None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _read(data: bytes, codecs_: tuple[str, ...]) -> _Reading | None:
    for name in codecs_:
        text = _try(data, name)
        if text is not None:
            return _Reading(_press_share(text), name, text)
    return None


def _press_share(text: str) -> float:
    """How much of what is not ASCII is common Chinese: a first-level GB 2312 character once simplified."""
    if _CONTROLS & set(text):
        return 0.0
    signs = [char for char in fold(text) if char > "\x7f"]
    return sum(map(_common, signs)) / len(signs) if signs else 1.0


def _common(char: str) -> bool:
    if char in _PRESS_SIGNS:
        return True
    code = char.encode("gb2312", errors="ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def _decided(data: bytes, readings: list[_Reading]) -> _Reading | None:
    """The reading that is plausible and ahead of the others, if there is one."""
    if not readings or readings[0].score < PLAUSIBLE:
        return None
    best = readings[0]
    lead = best.score - (readings[1].score if len(readings) > 1 else 0.0)
    if lead >= CLEAR_LEAD or (lead >= SMALL_LEAD and _second_opinion(data) == best.encoding):
        return best
    return None


def _second_opinion(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  loaded only for the rare close call

    match = from_bytes(data, cp_isolation=["gb18030", "cp950", "big5hkscs", "utf_16_le", "utf_16_be"]).best()
    return match.encoding.replace("_", "-") if match else None
