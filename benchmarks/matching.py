"""What a check costs, next to what the fast tokeniser alone takes on the same text, all in one run on one core.

    python benchmarks/matching.py [--seconds 2] [--banks 50 5000 50000]

The first table: characters a second of ``verify`` against the claims of ``claims/kuaishou-…toml`` and of
``rjieba.cut`` and ``rjieba.tokenize``, on news about other things, on figure-dense copy about other things, and on
copy about the claims; each text checked by itself, every rate the best of several rounds. ``×`` is how many times
the tokeniser's cut a check takes.

The second table: the cost of copy about the claims as the bank grows by made-up claims about other subjects, once
on matters that the copy never speaks of, once in the very words of the copy (which must be looked at, and lose).
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import rjieba

from factcheck import Claim, ClaimBank, load_claims
from factcheck.verdict.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).parents[1]
DRAFTS = ROOT / "tests" / "drafts"
PACK = ROOT / "claims" / "kuaishou-poverty-relief-2020.toml"
NEWS_LENGTH = 10  # sentences of a text put together from single ones

FIRST = "兰柳松桐桦梅竹菊荷莲枫榆槐杏桃梨棠樱茶麦"
SECOND = "溪岭塘湾浦洲屿坪垭峪泉渡桥铺寨堡冈原谷滩"
THIRD = "盛恒泰隆宏昌瑞祥丰裕"
KINDS = (
    "农机厂",
    "酒业",
    "陶瓷",
    "纺织",
    "药业",
    "水泥",
    "造船",
    "化工",
    "轴承",
    "钟表",
    "木业",
    "盐业",
    "制鞋",
)
OTHER = ("储罐容积", "锅炉台数", "轴承产量", "窑炉温度", "船坞长度", "原盐库存", "织机台数", "胶合板产量")
SAME = (
    "获得收入的用户",
    "生活视频",
    "点赞",
    "播放量",
    "扶贫专场",
    "贫困地区",
    "乡村创业者",
    "就业岗位",
    "成交额",
)


class Text(NamedTuple):
    """Texts of one sort."""

    name: str
    texts: tuple[str, ...]

    @property
    def length(self) -> int:
        return sum(map(len, self.texts))


def labelled(paths: Iterable[Path]) -> tuple[str, ...]:
    """The texts of labelled drafts."""
    lines = (line for path in sorted(paths) for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(str(json.loads(line)["text"]) for line in lines if line)


def samples() -> list[Text]:
    """What is checked."""
    lines = (ROOT / "tests" / "text" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if not line.startswith("#")]
    news = ["".join(sentences[at : at + NEWS_LENGTH]) for at in range(0, len(sentences), NEWS_LENGTH)]
    news += [
        path.read_text(encoding="utf-8") for path in sorted((DRAFTS / "sources" / "pairs").glob("*.txt"))
    ]
    return [
        Text("news about other things", tuple(news)),
        Text(
            "figures about other things", labelled(p for p in DRAFTS.rglob("*.jsonl") if p.parent != DRAFTS)
        ),
        Text("copy about the claims", labelled(DRAFTS.glob("*.jsonl"))),
    ]


def rate(run: Callable[[str], object], text: Text, seconds: float) -> float:
    """Characters a second in the best of the rounds that ``seconds`` have room for, and one at least."""
    best = 0.0
    end = perf_counter() + seconds
    while not best or perf_counter() < end:
        start = perf_counter()
        for one in text.texts:
            run(one)
        best = max(best, text.length / (perf_counter() - start))
    return best


def made_up(count: int, properties: Sequence[str], pattern: Claim) -> list[Claim]:
    """Claims about firms that do not exist."""
    found: list[Claim] = []
    for number, (third, second, first, kind) in enumerate(product(THIRD, SECOND, FIRST, KINDS)):
        if number == count:
            break
        subject, name, value = (
            f"{first}{second}{third}{kind}",
            properties[number % len(properties)],
            f"{1000 + number}个",
        )
        found.append(
            replace(
                pattern,
                id=f"made-up-{number}",
                statement=f"{subject}的{name}为{value}。",
                subject=(subject,),
                property=(name,),
                value=value,
                scope=(),
                period="2020",
                derive="",
                derivation=None,
            )
        )
    return found


def speeds(bank: ClaimBank, texts: Sequence[Text], seconds: float) -> None:
    """Print the first table."""
    check = Checker(bank).check
    print("| text | characters | verify | rjieba.cut | rjieba.tokenize | × cut | × tokenize |")
    print("|---|---|---|---|---|---|---|")
    for text in texts:
        ours, cut, pieces = (rate(run, text, seconds) for run in (check, rjieba.cut, rjieba.tokenize))
        print(
            f"| {text.name} | {text.length:,} | {ours:,.0f}/s | {cut:,.0f}/s | {pieces:,.0f}/s "
            f"| {cut / ours:.1f} | {pieces / ours:.1f} |",
            flush=True,
        )


def growth(bank: ClaimBank, text: Text, sizes: Sequence[int], seconds: float) -> None:
    """Print the second table."""
    print("| made-up claims speak of | claims | made ready in | a text of the copy | × the smallest bank |")
    print("|---|---|---|---|---|")
    own = bank.claims[: min(sizes)]  # the same of its own in every bank
    for name, properties in (("other matters", OTHER), ("the same matters", SAME)):
        ready: list[tuple[float, Checker]] = []
        for size in sizes:
            claims = (*own, *made_up(size - len(own), properties, own[0]))
            start = perf_counter()
            checker = Checker(replace(bank, claims=claims))
            ready.append((perf_counter() - start, checker))
        costs = [text.length / best / len(text.texts) for best in rates(ready, text, seconds)]
        for size, (taken, _), cost in zip(sizes, ready, costs, strict=True):
            print(
                f"| {name} | {size:,} | {taken:.1f} s | {cost * 1e3:.2f} ms | {cost / costs[0]:.2f} |",
                flush=True,
            )


def rates(ready: Sequence[tuple[float, Checker]], text: Text, seconds: float) -> list[float]:
    """The best rate of each bank, all measured by turns: what slows the machine down slows them alike."""
    best = [0.0] * len(ready)
    end = perf_counter() + seconds * len(ready)
    while not all(best) or perf_counter() < end:
        best = [
            max(so_far, rate(checker.check, text, 0))
            for so_far, (_, checker) in zip(best, ready, strict=True)
        ]
    return best


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seconds", type=float, default=2.0, help="how long each rate is measured")
    options.add_argument(
        "--banks", type=int, nargs="*", default=[50, 5_000, 50_000], help="numbers of claims"
    )
    given = options.parse_args()
    bank, texts = load_claims(PACK), samples()
    speeds(bank, texts, given.seconds)
    print()
    growth(bank, texts[-1], given.banks, given.seconds)


if __name__ == "__main__":
    main()
