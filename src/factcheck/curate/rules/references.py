"""Ids that lead nowhere, or to two places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.model import Status
from factcheck.curate.rules import Hit
from factcheck.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.curate.opened import Opened


def duplicate_id(opened: Opened) -> Iterator[Hit]:
    """Two claims, or two different sources, go by one id. An id names one thing, in all files together."""
    first: dict[str, str] = {}
    for file in opened.files:
        for draft in file.contents.drafts:
            line = file.line("claims", draft.index, "id")
            if earlier := first.get(draft.claim.id):
                yield Hit(file.path, line, f"编号 {draft.claim.id} 已在 {earlier} 用过", draft.claim.id)
            first.setdefault(draft.claim.id, f"{file.path} 第 {line} 行")
        seen: set[str] = set()
        for index, source in enumerate(file.contents.sources):
            if source.id in seen or opened.sources[source.id] != source:
                line = file.line("sources", index, "id")
                yield Hit(file.path, line, f"来源编号 {source.id} 重复，说的不是同一个来源")
            seen.add(source.id)


def unknown_source(opened: Opened) -> Iterator[Hit]:
    """A claim names a source that no file describes: nobody can look the claim up."""
    known = list(opened.sources)
    for file in opened.files:
        for draft in file.contents.drafts:
            for name in draft.source_ids:
                if name not in opened.sources:
                    line = file.line("claims", draft.index, "source")
                    hint = did_you_mean(name, known) if known else "，文件里没有 [[sources]]"
                    yield Hit(file.path, line, f"没有编号为 {name} 的来源{hint}", draft.claim.id)


def unused_source(opened: Opened) -> Iterator[Hit]:
    """A source that no claim names: left over, or its claims were lost."""
    if any(problem.rule == "schema" for problem in opened.problems):
        return  # what could not be read may name it
    used = {name for file in opened.files for draft in file.contents.drafts for name in draft.source_ids}
    for file in opened.files:
        for index, source in enumerate(file.contents.sources):
            if source.id not in used:
                yield Hit(file.path, file.line("sources", index, "id"), f"来源 {source.id} 没有事实用到")


def dead_successor(opened: Opened) -> Iterator[Hit]:
    """``superseded_by`` leads to no claim, to a withdrawn one, or round in a circle."""
    for claim in opened.bank.claims:
        path, line = opened.place(claim, "superseded_by")
        seen, found = {claim.id}, claim
        while found.superseded_by:
            later = opened.bank.get(found.superseded_by)
            if later is None:
                if found is claim:
                    yield Hit(path, line, f"没有编号为 {found.superseded_by} 的事实", claim.id)
                break
            if later.status is Status.WITHDRAWN:
                yield Hit(path, line, f"取代它的 {later.id} 已撤回", claim.id)
                break
            if later.id in seen:
                yield Hit(path, line, "取代关系成了圈", claim.id)
                break
            seen.add(later.id)
            found = later


def alias_clash(opened: Opened) -> Iterator[Hit]:
    """One other name stands for two canonical names, or a canonical name is another's other name."""
    owner: dict[str, str] = {}
    for file in opened.files:
        for name, others in file.contents.aliases.items():
            line = file.places.get(("aliases", 0, name), 1)
            for other in others:
                if other == name:
                    yield Hit(file.path, line, f"“{name}”的别名里有它自己")
                elif owner.setdefault(other, name) != name:
                    yield Hit(file.path, line, f"“{other}”既是“{owner[other]}”又是“{name}”的别名")
                elif other in opened.bank.aliases:
                    yield Hit(file.path, line, f"“{other}”是“{name}”的别名，又自立为正名")
