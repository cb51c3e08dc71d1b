"""How fast quantities are read, next to other readers of Chinese numbers that happen to be installed.

    python benchmarks/quantity.py [--megabytes 10]

Throughput is the best of several runs over the labelled drafts of this repository, which hold a figure every
16 characters, in characters a second of processor time. ``cn2an`` rewrites numerals only, ``jionlp`` extracts
money only, ``recognizers_text_number`` reads numbers only; the whole extractor of this package reads all of
them with units, hedges, ranges and dates.
"""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from factcheck.quantity import extract_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

DRAFTS = Path(__file__).parents[1] / "tests" / "drafts"


def sample() -> str:
    """The texts of all labelled drafts."""
    lines = [
        line for path in sorted(DRAFTS.rglob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    return "\n".join(str(draft["text"]) for line in lines if (draft := json.loads(line)).get("text"))


def best(run: Callable[[str], object], text: str, repeats: int = 3) -> float:
    """Characters a second of the fastest of ``repeats`` runs."""
    run(text[:1000])  # load what is loaded at first use
    seconds = []
    for _ in range(repeats):
        start = process_time()
        run(text)
        seconds.append(process_time() - start)
    return len(text) / min(seconds)


def others() -> dict[str, Callable[[str], object]]:
    """Peers that can be imported here."""
    found: dict[str, Callable[[str], object]] = {}

    def peer(name: str, module: str, make: Callable[[Any], Callable[[str], object]]) -> None:
        try:
            found[name] = make(import_module(module))
        except ImportError:
            print(f"{name:34} not installed")

    peer("cn2an.transform (numerals)", "cn2an", lambda m: lambda text: m.transform(text, "cn2an"))
    peer("jionlp.ner.extract_money", "jionlp", lambda m: m.ner.extract_money)
    peer(
        "recognizers_text_number (zh-cn)",
        "recognizers_number",
        lambda m: lambda text: m.recognize_number(text, m.Culture.Chinese),
    )
    return found


def main() -> None:
    """Print one line a reader."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--megabytes", type=int, default=0, help="also read one text of so many megabytes")
    given = options.parse_args()
    text = sample()
    print(f"{len(text):,} characters, {len(extract_quantities(text)):,} quantities")
    print(f"{'factcheck.extract_quantities':34} {best(extract_quantities, text):12,.0f} characters a second")
    for name, run in others().items():
        part = text[:20_000]
        lines = part.splitlines()
        speed = best(lambda _, run=run, lines=lines: [run(line) for line in lines], part, 1)  # type: ignore[misc]
        print(f"{name:34} {speed:12,.0f} characters a second")
    if given.megabytes:
        long = text * (given.megabytes * 1_000_000 // len(text.encode()) + 1)
        start = process_time()
        extract_quantities(long)
        print(f"{len(long.encode()) / 1e6:.0f} MB in one call: {process_time() - start:.1f} s")


if __name__ == "__main__":
    main()
