"""Find what is wrong with claims files before a draft meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.curate.opened import Opened, open_files
from factcheck.curate.problem import Problem, Severity
from factcheck.curate.rules import Rule, life, pairs, parts, references, sources, style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RULES = (
    Rule("duplicate-id", "编号重复", Severity.ERROR, references.duplicate_id),
    Rule("unknown-source", "来源编号查不到", Severity.ERROR, references.unknown_source),
    Rule("unused-source", "来源没有用到", Severity.WARNING, references.unused_source),
    Rule("dead-successor", "取代它的事实查不到、已撤回或成了圈", Severity.ERROR, references.dead_successor),
    Rule("alias-clash", "一个别名有两个正名", Severity.ERROR, references.alias_clash),
    Rule("source-without-date", "来源没有发布日期", Severity.WARNING, sources.source_without_date),
    Rule("source-without-address", "来源没有网址", Severity.WARNING, sources.source_without_address),
    Rule("bad-address", "来源的网址不是网址", Severity.ERROR, sources.bad_address),
    Rule("long-quote", "引文太长", Severity.ERROR, sources.long_quote),
    Rule("missing-part", "有值，没有对象或指标", Severity.ERROR, parts.missing_part),
    Rule("repeated-name", "一个名称写了两遍", Severity.WARNING, parts.repeated_name, fixable=True),
    Rule("unreadable-value", "值里有数，却读不成一个数", Severity.ERROR, parts.unreadable_value),
    Rule("statement-disagrees", "陈述和值、时间不一致", Severity.ERROR, parts.statement_disagrees),
    Rule("contradiction", "两条事实互相矛盾", Severity.ERROR, pairs.contradiction),
    Rule("near-duplicate", "两条事实说的是同一件事", Severity.WARNING, pairs.near_duplicate),
    Rule("never-matches", "任何稿件都对不到它", Severity.ERROR, pairs.never_matches),
    Rule("expired", "已过有效期", Severity.WARNING, life.expired),
    Rule("superseded", "已被取代", Severity.NOTE, life.superseded),
    Rule("superseded-in-use", "推导用了已被取代或有争议的事实", Severity.ERROR, life.superseded_in_use),
    Rule("derived-otherwise", "写的值和推导的结果不合", Severity.ERROR, life.derived_otherwise),
    Rule("to-check", "还留着“# 待核”", Severity.WARNING, life.to_check),
    Rule("key-order", "键的次序", Severity.WARNING, style.key_order, fixable=True),
    Rule("form", "全角数字、首尾空格", Severity.WARNING, style.form, fixable=True),
)
# What is told by reading itself, and not by a rule.
READING = {"schema": "写法不合格式", "derive": "推导算不出来"}


def lint(paths: Iterable[str | Path]) -> tuple[Opened, list[Problem]]:
    """Every problem of the claims files and folders at ``paths``, in their order."""
    opened = open_files(paths)
    problems = list(opened.problems)
    for rule in RULES:
        problems += [
            Problem(hit.path, hit.line, rule.name, rule.severity, hit.message, hit.claim, rule.fixable)
            for hit in rule.find(opened)
        ]
    files = [file.path for file in opened.files]
    return opened, sorted(
        problems,
        key=lambda problem: (files.index(problem.path) if problem.path in files else -1, problem.line),
    )
