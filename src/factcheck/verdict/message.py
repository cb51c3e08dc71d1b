"""The one line that explains a judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.verdict.finding import Reason, Verdict

if TYPE_CHECKING:
    from factcheck.verdict.judgement import Judgement

_WHY = {
    Reason.VALUE: "数值不符",
    Reason.MAGNITUDE: "数量级不符",
    Reason.HEDGE: "概数用词不符",
    Reason.UNIT: "单位不符",
    Reason.PERIOD: "时间不符",
    Reason.SUBJECT: "对象不符",
    Reason.SCOPE: "范围不符",
    Reason.PROPERTY: "指标不符",
    Reason.TERM: "说法不符",
    Reason.LIST: "名单不符",
    Reason.ORDER: "次序不符",
    Reason.POLARITY: "正反不符",
    Reason.SUPERSEDED: "已被取代",
    Reason.DISPUTED: "来源说法不一",
}
_OPEN = {
    Reason.NO_CLAIM: "没有可对照的事实",
    Reason.NOT_ASSERTED: "不是对事实的陈述",
    Reason.SCOPE: "所指范围与来源不同，无法据此判断",
    Reason.PERIOD: "所指时间与来源不同，无法据此判断",
    Reason.HEDGE: "来源没有这么具体，无法据此判断",
    Reason.EXPIRED: "事实不在有效期内，无法据此判断",
}


def explain(judgement: Judgement) -> str:
    """One line in Chinese: what the draft says, what the source says."""
    fact = judgement.fact
    if judgement.verdict is Verdict.NOT_ENOUGH_EVIDENCE or fact is None:
        line = _OPEN.get(judgement.reason or Reason.NO_CLAIM, _OPEN[Reason.NO_CLAIM])
        return f"{line}；最接近的是：{fact.claim.statement}" if fact else line
    note = f"；{judgement.note}" if judgement.note else ""
    if judgement.verdict is Verdict.SUPPORTED:
        return f"与来源一致：{fact.claim.statement.rstrip('。') if note else fact.claim.statement}{note}"
    why = _WHY.get(judgement.reason or Reason.VALUE, "不符")
    if judgement.reason is Reason.PERIOD and judgement.note:
        return f"{why}：{judgement.note}"
    same = judgement.verdict is Verdict.REFUTED and judgement.found == fact.expected
    if same or not fact.expected or judgement.reason is Reason.SUBJECT:  # what is wrong is not the value
        return f"{why}：稿件说“{judgement.found}”，来源说的是：{fact.claim.statement.rstrip('。')}{note}"
    return f"{why}：稿件说“{judgement.found}”，来源说“{fact.expected}”{note}"
