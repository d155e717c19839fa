"""Training steps of Paddle models, forward and backward: pcc.jit against Paddle, eager and to_static.

    python bench/training.py [--models resnet18,decoder] [--rounds 3] [--seconds 1] [--threads 2] [--json OUT]

Each model (workloads/training.py; float32, without dropout) has a process of its own, in which the engines take turns
with blocks of steps. A time is the median over rounds of a block's median step; x is the median over rounds of the
better Paddle's time over pcc's. `off` is the median over weights of how far gradients are from eager Paddle's, relative
to their largest element. Paddle has as many OpenMP threads as pcc. Exit status 0 if all bars hold.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.children import Limits, python, run_child
from bench.metrics import geometric_mean
from bench.record import Record
from bench.table import Bar, check_known, columns, show_bars

CHILD = str(Path(__file__).with_name("training_child.py"))
ENGINES = ("eager", "to_static", "pcc")
LEAST = 1.0
HEAD = ("model", "eager ms", "to_static ms", "pcc ms", "x", "compile s", "off")
WIDTHS = (20, 10, 13, 10, 8, 10, 8)
Row = Mapping[str, Any]


def run_model(name: str, options: argparse.Namespace) -> Row:
    task = {"model": name, "rounds": options.rounds, "seconds": options.seconds}
    report = run_child(python(CHILD), task, Limits())
    return {**report.facts, **({"error": f"{report.died} in {report.phase}"} if report.died else {})}


def milliseconds(row: Row, engine: str) -> float | None:
    return statistics.median(row["blocks"][engine]) * 1e3 if "blocks" in row else None


def ratio(row: Row) -> float | None:
    """The better Paddle's time over pcc's, the median over rounds."""
    if "blocks" not in row:
        return None
    best = min(("eager", "to_static"), key=lambda engine: statistics.median(row["blocks"][engine]))
    return statistics.median(a / b for a, b in zip(row["blocks"][best], row["blocks"]["pcc"], strict=True))


def cells(name: str, row: Row) -> list[str]:
    times = [milliseconds(row, engine) for engine in ENGINES]
    speed, own = ratio(row), row.get("pcc", {})
    return [
        name,
        *("-" if t is None else f"{t:.1f}" for t in times),
        f"{speed:.2f}" if speed else "-",
        f"{own['compile_s']:.1f}" if own else "-",
        f"{own['difference']:.0e}" if own else "-",
        *([row["error"]] if "error" in row else []),
    ]


def bars(rows: Mapping[str, Row]) -> list[Bar]:
    found = {name: ratio(row) for name, row in rows.items()}
    behind = [f"{name} {x:.2f}" if x else f"{name} fails" for name, x in found.items() if not x or x < LEAST]
    mean = geometric_mean([x for x in found.values() if x])
    held = f"{len(found) - len(behind)} of {len(found)}; not {', '.join(behind)}" if behind else f"all {len(found)}"
    return [
        Bar(f">= {LEAST:g}x the better Paddle on every model", held, not behind),
        Bar("geometric mean >= 2.0x", f"{mean:.2f}x", mean >= 2.0),
    ]


def parse_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    from bench.workloads.training import MODELS  # with Paddle, which the page of figures needs not

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", default=",".join(MODELS), help=f"of {','.join(MODELS)}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.0, help="of a timed block")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)), help="OpenMP threads of Paddle")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args(arguments)
    check_known(parser, options.models, MODELS)
    return options


def main(options: argparse.Namespace) -> int:
    os.environ["OMP_NUM_THREADS"] = str(options.threads)
    record = Record(options.json, threads=options.threads, rounds=options.rounds, seconds=options.seconds)
    rows: dict[str, Row] = {}
    print(columns(HEAD, WIDTHS), flush=True)
    for name in options.models.split(","):
        rows[name] = run_model(name, options)
        print(columns(cells(name, rows[name]), WIDTHS), flush=True)
        record.write(models=rows)
    print()
    return 0 if show_bars(bars(rows)) else 1


if __name__ == "__main__":
    sys.exit(main(parse_options()))
