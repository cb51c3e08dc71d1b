"""What each part of the matching brings: one part is switched off at a time, and the labelled sets are measured.

    python benchmarks/ablation.py [PART …]

Prints, as the table of ``docs/matching.md``, macro-F1 and the precision and recall of ``refuted`` over all
labelled drafts (``tests/drafts``), and how many findings are refuted in the passages of
``tests/verdict/false_alarms``, where none should be. A few minutes on one core.

Parts are functions, replaced from outside by ones that have no opinion. They are looked for by name in all the
modules of PACKAGES, wherever they stand; what is not found is told of and left out.
"""

from __future__ import annotations

import pkgutil
import sys
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

from factcheck import Verdict, load_claims
from factcheck.assertion.modality import Modality
from factcheck.evaluation.checkers import Checkers
from factcheck.evaluation.labelled import labelled_files
from factcheck.evaluation.measure import measure
from factcheck.verdict.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
PACKAGES = ("factcheck.assertion", "factcheck.matching", "factcheck.verdict")


def always(value: object) -> Callable[..., object]:
    """A function that answers the same whatever it is asked."""
    return lambda *_args, **_kwargs: value


def first_only(original: Callable[..., Iterator[object]]) -> Callable[..., Iterator[object]]:
    """What ``original`` yields first, and no more."""
    return lambda *args: iter([next(original(*args))])


class Switch(NamedTuple):
    """A function, or a method as ``Class.method``, and what stands in for it; ``made`` of the original if told."""

    name: str
    instead: Callable[..., Any]
    made: bool = False


ALIKE = Switch("similarity", lambda left, right: float(left == right))
PARTS: dict[str, tuple[Switch, ...]] = {
    "inheritance: words around the clause": (Switch("Surroundings.units", first_only, made=True),),
    "subject standing": (Switch("Context.subject", always(1.0)),),
    "rivals: somebody else named nearer": (Switch("Rivals.stand_in", always(False)),),
    "scope and place": (Switch("scope_agreement", always(1.0)), Switch("scope_holds", always(True))),
    "place alone": (Switch("Scopes.elsewhere", always(False)),),
    "period": (Switch("Surroundings.period", always((None, False))),),
    "explained share": (Switch("explained_share", always(1.0)),),
    "strangers": (Switch("stranger", always(False)),),
    "words left unsaid": (Switch("unsaid", always(0.0)),),
    "other object behind the figure": (Switch("other_object", always("")),),
    "slips of the pen": (Switch("is_slip", always(False)),),
    "supporters: easier gates for the same figure": (Switch("value_gates", always(((0.7, 0.55, 0.4),))),),
    "synonyms": (Switch("_canonical", always({})),),
    "likeness of words": (ALIKE,),
    "opposites": (Switch("opposition", always("")), Switch("opposites", always(()))),
    "negation": (Switch("read_negations", always([])),),
    "modality": (Switch("read_modality", always(Modality())),),
    "分别": (Switch("_respective", always({})),),
    "rounding": (Switch("_rounds", always(False)),),
    "terms, lists and dates": (Switch("judge_clause", always(None)),),
    "told right elsewhere": (Switch("is_given", always(False)),),
    "an article's nearest figure": (Switch("_is_nearer", always(False)),),
    "days and ordinals of articles": (Switch("judge_parallels", always([])),),
    "names of articles": (Switch("judge_names", always([])),),
    "two figures of an article told apart": (Switch("meant_instead", always(None)),),
    "other matters than the article's": (Switch("is_same_matter", always(True)),),
    "whole clauses of articles": (Switch("judge_retold", always([])),),
    "rows of articles": (Switch("judge_rows", always([])),),
    "posts of articles": (Switch("_posts_before", always([])),),
    "scores of articles": (Switch("judge_scores", always([])),),
    "what keeps an article's figure from supporting": (Switch("is_doubted", always(False)),),
    "claims told apart by one word": (Switch("is_told_apart", always(False)),),
    "clauses that speak of something new": (Switch("_speaks_anew", always(False)),),
    "terms beside an unknown figure": (Switch("_asserted", lambda _clauses, _figures, terms: terms),),
}


def modules() -> list[ModuleType]:
    """All modules of the packages."""
    found = [import_module(name) for name in PACKAGES]
    return found + [
        import_module(module.name)
        for package in tuple(found)
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]


def places(name: str) -> list[tuple[object, str]]:
    """Who holds the function of that name: the class, or the module that defines it and those that import it."""
    owner, _, method = name.rpartition(".")
    top = owner or name
    homes = [vars(m)[top] for m in modules() if getattr(vars(m).get(top), "__module__", "") == m.__name__]
    if not homes:
        return []
    if owner:
        return [(homes[0], method)] if method in vars(homes[0]) else []
    return [(module, name) for module in modules() if vars(module).get(name) is homes[0]]


def forget() -> None:
    """Empty what functions remember, so that nothing read under another setting is used."""
    for module in modules():
        for value in vars(module).values():
            if not isinstance(value, FunctionType) and hasattr(value, "cache_clear"):
                value.cache_clear()


def figures() -> tuple[float, float, float, int]:
    """Macro-F1, precision and recall of refuted, findings refuted where none should be."""
    forget()
    checkers = Checkers(lambda: load_claims(ROOT / "claims"))
    scores = measure(labelled_files([ROOT / "tests" / "drafts"]), checkers.check).scores()
    checker = Checker(load_claims(ROOT / "claims" / "kuaishou-poverty-relief-2020.toml"))
    alarms = sum(
        finding.verdict is Verdict.REFUTED
        for path in sorted((ROOT / "tests" / "verdict" / "false_alarms").glob("*.txt"))
        for finding in checker.check(path.read_text(encoding="utf-8"))
    )
    return scores.macro_f1, scores.precision(Verdict.REFUTED), scores.recall(Verdict.REFUTED), alarms


def without(part: str) -> tuple[float, float, float, int]:
    """The figures with one part switched off. Raises :class:`LookupError` where it is not to be found."""
    with ExitStack() as off:
        for switch in PARTS[part]:
            found = places(switch.name)
            if not found:
                raise LookupError(switch.name)
            for owner, name in found:
                original = vars(owner)[name]
                instead = switch.instead(original) if switch.made else switch.instead
                off.enter_context(patch.object(owner, name, instead))
        try:
            return figures()
        finally:
            forget()


def main() -> None:
    """Print the table."""
    whole = figures()
    print("| without | macro-F1 | precision of refuted | recall of refuted | false alarms |")
    print("|---|---|---|---|---|")
    print(f"| (nothing) | {whole[0]:.3f} | {whole[1]:.3f} | {whole[2]:.3f} | {whole[3]} |")
    for part in sys.argv[1:] or PARTS:
        try:
            told = without(part)
        except LookupError as missing:
            print(f"{part}: {missing} is no longer to be found", file=sys.stderr)
            continue
        cells = " | ".join(
            f"{now:.3f} ({now - then:+.3f})" for now, then in zip(told[:3], whole[:3], strict=True)
        )
        print(f"| {part} | {cells} | {told[3]} |", flush=True)


if __name__ == "__main__":
    main()
