"""Measurements for people: tables of figures, then, where asked for, every miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from factcheck.report.words import VERDICTS, one_line
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.evaluation.labelled import Draft
    from factcheck.evaluation.measure import Beside, Measurement
    from factcheck.evaluation.outcome import Outcome
    from factcheck.evaluation.scores import Scores
    from factcheck.verdict.finding import Finding

GAP = "  "
READING = (
    "片段与“不符”的结论重叠就算判为不符；否则与“相符”重叠算相符，与“证据冲突”重叠算冲突；都没有算证据不足。"
)


def figures(files: Mapping[Path, Measurement], total: Measurement) -> Iterator[str]:
    """The figures as lines: each file where there are several, then all together."""
    if len(files) > 1:
        yield from _files(files)
        yield ""
    scores = total.scores()
    yield f"{total.drafts} 篇稿件，{scores.total} 处标注"
    yield from _verdicts(scores)
    share = _percent(scores.accuracy, scores.total)
    yield f"宏平均 F1 {scores.macro_f1:.3f}，判对 {scores.right} 处（{share}）"
    if total.beside:
        yield f"标注以外另有 {len(total.beside)} 处判为不符，不计入以上各项"
    yield ""
    yield from _confusion(scores)
    yield ""
    yield from _phenomena(total)
    if reasons := list(_reasons(total)):
        yield ""
        yield from reasons
    yield ""
    yield READING


def misses(measured: Measurement) -> Iterator[str]:
    """Every labelled span read wrongly, and every refutation outside them: what was found there and why."""
    for outcome in measured.misses:
        yield from _miss(outcome)
    for stray in measured.beside:
        yield from _stray(stray)


def _files(files: Mapping[Path, Measurement]) -> Iterator[str]:
    rows = [("文件", "篇", "处", "判对", "宏平均F1", *_of_refuted())]
    for path, measured in files.items():
        scores = measured.scores()
        rows.append((one_line(str(path)), str(measured.drafts), *_row(scores)))
    yield from _table(rows)


def _phenomena(total: Measurement) -> Iterator[str]:
    rows = [("现象", "处", "判对", "宏平均F1", *_of_refuted())]
    rows += ((one_line(name) or "（未写）", *_row(scores)) for name, scores in total.by_phenomenon().items())
    yield from _table(rows)


def _of_refuted() -> tuple[str, ...]:
    return ("不符准确率", "不符召回率", "不符F1")


def _row(scores: Scores) -> tuple[str, ...]:
    share = _percent(scores.accuracy, scores.total)
    return (str(scores.total), share, f"{scores.macro_f1:.3f}", *_three(scores, Verdict.REFUTED))


def _verdicts(scores: Scores) -> Iterator[str]:
    rows = [("结论", "标注", "判为", "准确率", "召回率", "F1")]
    for verdict in scores.verdicts:
        counts = str(scores.labelled(verdict)), str(scores.predicted(verdict))
        rows.append((VERDICTS[verdict], *counts, *_three(scores, verdict)))
    yield from _table(rows)


def _confusion(scores: Scores) -> Iterator[str]:
    shown = scores.verdicts
    rows = [("标注＼判为", *(VERDICTS[verdict] for verdict in shown))]
    rows += (
        (VERDICTS[expected], *(str(scores.table[expected, predicted]) for predicted in shown))
        for expected in shown
    )
    yield from _table(rows)


def _reasons(total: Measurement) -> Iterator[str]:
    found = total.by_reason()
    if not found:
        return
    rows = [("理由", "标注", "判为不符", "理由相同", "另给的理由")]
    for name, scores in found.items():
        others = "、".join(f"{other} {count}" for other, count in scores.others.most_common())
        rows.append((name, str(scores.labelled), str(scores.refuted), str(scores.same), others))
    yield from _table(rows)


def _three(scores: Scores, verdict: Verdict) -> tuple[str, str, str]:
    labelled, predicted = scores.labelled(verdict), scores.predicted(verdict)
    return (
        _percent(scores.precision(verdict), predicted),
        _percent(scores.recall(verdict), labelled),
        f"{scores.f1(verdict):.3f}" if labelled or predicted else "–",
    )


def _percent(share: float, of: int) -> str:
    return f"{share:.1%}" if of else "–"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Columns as wide as they need: the first one from the left, figures from the right."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [first + " " * (widths[0] - cell_len(first))]
        cells += (
            " " * (width - cell_len(cell)) + cell for cell, width in zip(others, widths[1:], strict=True)
        )
        yield GAP.join(cells).rstrip()


def _miss(outcome: Outcome) -> Iterator[str]:
    label = outcome.label
    reason = f" [{label.reason}]" if label.reason else ""
    yield _head(outcome.draft)
    yield f"  “{one_line(label.span)}”"
    yield f"  标注：{VERDICTS[label.verdict]}{reason}{_told(label.why)}"
    yield f"  判为：{VERDICTS[outcome.predicted]}"
    yield from _found(outcome.findings)


def _stray(stray: Beside) -> Iterator[str]:
    yield _head(stray.draft)
    yield "  标注以外判为不符："
    yield from _found([stray.finding])


def _head(draft: Draft) -> str:
    return one_line(f"{draft.path}:{draft.line}: {draft.id} {draft.phenomenon}".rstrip())


def _found(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        reason = f" [{finding.reason}]" if finding.reason else ""
        claim = f"（{finding.claim.id} {finding.score:.2f}）" if finding.claim else ""
        said = one_line(f"“{finding.text}” {finding.message}{claim}")
        yield f"  - {finding.line}:{finding.column} {VERDICTS[finding.verdict]}{reason} {said}"
    if not findings:
        yield "  - 这里没有结论"


def _told(why: str) -> str:
    return f"（{one_line(why)}）" if why else ""
