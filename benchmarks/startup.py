"""How long whole commands take, as ratios to a bare ``import jieba; jieba.initialize()`` in the same run.

Usage: python benchmarks/startup.py [rounds]. Exits 1 when a ratio is above its limit. Rounds are interleaved
and the fastest of each counts, so that a busy machine slows both sides of a ratio alike.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

DRAFT = Path(__file__).parents[1] / "docs" / "example" / "draft.txt"
FACTCHECK = [sys.executable, "-m", "factcheck"]
YARDSTICK = [sys.executable, "-c", "import jieba; jieba.initialize()"]
# name → command, segmenter, highest ratio allowed
COMMANDS: dict[str, tuple[list[str], str, float]] = {
    "verify, rjieba": ([*FACTCHECK, "verify", str(DRAFT)], "rjieba", 0.5),
    "verify, jieba": ([*FACTCHECK, "verify", str(DRAFT)], "jieba", 1.5),
    "list": ([*FACTCHECK, "list"], "", 0.35),
}


def seconds(command: list[str], segmenter: str = "") -> float:
    """Wall-clock seconds of one run, from bytecode, as an installed program runs."""
    variables = {**os.environ, "FACTCHECK_TOKENIZER": segmenter} if segmenter else dict(os.environ)
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    done = subprocess.run(command, env=variables, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode()}")
    return taken


def main() -> int:
    """Print a line for each command; 1 when one is slower than it may be."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for command, segmenter, _limit in COMMANDS.values():
        seconds(command, segmenter)  # writes the bytecode
    best = dict.fromkeys(("yardstick", *COMMANDS), float("inf"))
    for _ in range(rounds):
        best["yardstick"] = min(best["yardstick"], seconds(YARDSTICK))
        for name, (command, segmenter, _limit) in COMMANDS.items():
            best[name] = min(best[name], seconds(command, segmenter))
    print(f"{'import jieba; jieba.initialize()':34}{best['yardstick']:7.3f} s")
    slow = False
    for name, (_command, _segmenter, limit) in COMMANDS.items():
        ratio = best[name] / best["yardstick"]
        slow |= ratio > limit
        print(f"{name:34}{best[name]:7.3f} s {ratio:6.2f}x, at most {limit}x{'  TOO SLOW' * (ratio > limit)}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
