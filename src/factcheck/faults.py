"""What the system and the TOML reader say of a fault, in the user's words."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tomli import TOMLDecodeError

_SYSTEM = {
    errno.ENOENT: "路径不存在",
    errno.ENOTDIR: "路径当中有一段不是文件夹",
    errno.EISDIR: "是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘只读",
    errno.ENOSPC: "磁盘满了",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接成了圈",
}
_TOML = (
    (r"Expected '=' after a key.*", "键后面要有等号"),
    (r"Expected '(\]\]?)' at the end of .*", r"表头缺少 \1"),
    (r"Expected newline or end of document after a statement", "一行里多出了别的内容"),
    (r"Expected (.+)", r"缺少 \1"),
    (r"Invalid date or datetime", "没有这样的日期或时间"),
    (r"Invalid value", "值写得不对（文字要加引号）"),
    (r"Invalid statement|Invalid initial character for a key part", "键写得不对（有汉字的键要加引号）"),
    (r"Cannot overwrite a value|Duplicate inline table key .*", "同一个键写了两遍"),
    (r"Cannot declare .* twice", "同一个表写了两遍"),
    (r"Unclosed array", "数组没有写完，缺少 ]"),
    (r"Unclosed inline table", "内联表没有写完，缺少 }"),
    (r"Unterminated string|Illegal character '\\n'", "字符串没有写完，缺少引号"),
    (r"(?:Illegal|Found invalid) character (.*)", r"有不能用的字符 \1"),
    (r"Unescaped '\\' in a string", "字符串里的反斜杠要写成两个"),
)


def why(error: OSError) -> str:
    """Why the system could not do it."""
    return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)


def toml_fault(error: TOMLDecodeError) -> tuple[str, int | None]:
    """What is wrong with a TOML text, and in which line; ``None`` where that is its end."""
    found = re.fullmatch(
        r"(?P<reason>.*?)(?: \(at (?:line (?P<line>\d+), column \d+|end of document)\))?", str(error)
    )
    reason = found["reason"] if found else str(error)
    line = int(found["line"]) if found and found["line"] else None
    for pattern, words in _TOML:
        if match := re.fullmatch(pattern, reason):
            return match.expand(words), line
    return reason, line
