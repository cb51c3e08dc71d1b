"""Labelled drafts: one JSON object a line, each with the verdicts that a careful editor would give.

The format is told in ``docs/evaluation.md``. A file is read whole or not at all: a figure over a part of a
set would be mistaken for one over the set.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.faults import why
from factcheck.verdict.finding import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class LabelError(Exception):
    """Labelled files that cannot be used; ``problems`` has a line for each fault: path, line, what it is."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of a draft and what is to be said of it; offsets are code points of the draft's text."""

    start: int
    end: int
    span: str
    verdict: Verdict
    reason: str  # of a refuted one: the reason an editor would name first; else, or where none is given, ""
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One labelled draft; ``claims`` or ``source`` is the file to check it against, if it names one."""

    path: Path
    line: int
    id: str
    text: str
    phenomenon: str
    labels: tuple[Label, ...]
    claims: Path | None
    source: Path | None


def labelled_files(paths: Iterable[Path]) -> list[Path]:
    """The files that ``paths`` name, each once; of a folder every ``.jsonl`` below it.

    Raises:
        LabelError: a path names nothing, or a folder holds no such file.
    """
    found: dict[Path, Path] = {}
    problems = []
    for path in paths:
        files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
        if not files:
            problems.append(f"{path}: 文件夹里没有标注文件（.jsonl），请检查路径")
        for file in files:
            if file.is_file():
                found.setdefault(file.resolve(), file)
            else:
                problems.append(f"{file}: 找不到文件，请检查路径")
    if problems:
        raise LabelError(problems)
    return list(found.values())


def read_labelled(path: Path) -> list[Draft]:
    """The drafts of a labelled file, in order.

    Raises:
        LabelError: the file cannot be read, is empty, or has lines that are no labelled drafts; all told.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise LabelError([f"{path}: 读不了（{why(error)}），请检查路径和权限"]) from None
    except UnicodeDecodeError:
        raise LabelError([f"{path}: 不是 UTF-8，标注文件要存成 UTF-8"]) from None
    drafts: list[Draft] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            draft = _draft(path, number, line)
            if (first := seen.setdefault(draft.id, number)) != number:
                raise ValueError(f"编号 {draft.id} 与第 {first} 行重复")
        except ValueError as error:
            problems.append(f"{path}:{number}: {error}")
        else:
            drafts.append(draft)
    if not drafts and not problems:
        problems.append(f"{path}: 没有一条标注")
    if problems:
        raise LabelError(problems)
    return drafts


def _draft(path: Path, number: int, line: str) -> Draft:
    """One line. Raises :class:`ValueError` with what is wrong, for the user."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"不是 JSON（第 {error.colno} 列：{error.msg}）") from None
    except RecursionError:
        raise ValueError("嵌套得太深") from None
    if not isinstance(row, dict):
        raise ValueError("不是 JSON 对象")
    text = _string(row, "text")
    expect = row.get("expect")
    if not isinstance(expect, list) or not all(isinstance(label, dict) for label in expect):
        raise ValueError("expect 要是对象的列表")
    return Draft(
        path=path,
        line=number,
        id=str(row.get("id", number)),
        text=text,
        phenomenon=str(row.get("phenomenon", "")),
        labels=tuple(_labels(text, expect)),
        claims=_beside(path, row, "claims"),
        source=_beside(path, row, "source"),
    )


def _labels(text: str, expect: list[dict[str, Any]]) -> Iterator[Label]:
    for label in expect:
        span = _string(label, "span")
        times = text.count(span)
        if times != 1:
            where = "不在稿件里" if not times else f"在稿件里出现 {times} 次，要只出现一次"
            raise ValueError(f"片段“{span}”{where}")
        verdict, reason = label.get("verdict"), label.get("reason") or ""
        if verdict not in set(Verdict):
            raise ValueError(f"片段“{span}”的 verdict 是 {verdict}，只能是 {'、'.join(Verdict)}")
        if reason and reason not in set(Reason):
            raise ValueError(f"片段“{span}”的 reason 是 {reason}，见 factcheck explain")
        start = text.index(span)
        why = str(label.get("why") or "")
        yield Label(start, start + len(span), span, Verdict(verdict), str(reason), why)


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key} 要是不空的字符串")
    return value


def _beside(path: Path, row: dict[str, Any], key: str) -> Path | None:
    """The file that a draft names, relative to its own."""
    if not row.get(key):
        return None
    file = path.parent / _string(row, key)
    if not file.exists():
        raise ValueError(f"{key}：找不到 {file}")
    return file
