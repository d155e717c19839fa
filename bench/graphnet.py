"""pcc on real Paddle graphs (GraphNet, arXiv 2510.24035): correctness, coverage, speed, compile time.

    python bench/graphnet.py PATH/graphs.jsonl.xz [--only NAME] [--limit N] [--shard 1/4] [--onednn] [--json OUT]

The loader `graphnet.py` beside the data reads it. Each graph runs in a child process. Paddle runs it first, eagerly
and twice; where it cannot within 12 GiB and 120 s, crashes, or its answers differ (at t = -3), the graph is listed and
left out. Random numbers that a graph draws (drop path) are drawn once and given to all. Then pcc, then Paddle's
`to_static` as the baseline, then all three timed in turn (at most --budget seconds), and for a graph that does not
match at t = -3 a float64 run. For the scores S(t) and ES(t) see metrics.py; they take `to_static` as the baseline, or
eager where `to_static` itself fails. With --onednn, `to_static` with oneDNN is timed in turn with the others; it is no
baseline. Paddle has as many OpenMP threads as pcc, or --threads: by itself it takes one.
Compile seconds are what pcc's first call takes over its second; the JSON has what `pcc.explain` reports beside them.
Exit status 0 if all bars hold.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.children import GIB, Limits, Report, python, run_child
from bench.graphnet_child import REQUIRED_LEVEL, load_module
from bench.metrics import LEVELS, Outcome, es_score, geometric_mean, s_score
from bench.record import Record
from bench.table import Bar, columns, show_bars

CHILD = str(Path(__file__).with_name("graphnet_child.py"))
PADDLE_PHASES = ("start", "inputs", "eager", "eager again")
LIMITS = Limits(
    seconds=dict.fromkeys(PADDLE_PHASES, 120.0),
    memory=dict.fromkeys(PADDLE_PHASES, 12 * GIB),
)
SLOWER = 1.05
Row = dict[str, Any]
HEADER = (
    "graph",
    "status",
    "ops",
    "compiled",
    "kernels",
    "compile s",
    "max error",
    "t",
    "eager ms",
    "static ms",
    "oneDNN ms",
    "pcc ms",
    "x",
)
WIDTHS = (46, 9, 5, 8, 7, 9, 9, 3, 9, 9, 9, 9, 6)
ENGINES = ("eager", "to_static", "onednn", "pcc")


def run_graph(graph: dict[str, Any], options: argparse.Namespace, loader: str) -> Row:
    """Run one graph; if oneDNN or to_static takes the child down, run it again without that."""
    task = {"graph": graph, "loader": loader, "compiler": options.compiler}
    task["budget_s"] = 0 if options.no_timing else options.budget
    task["skip"] = [] if options.onednn else ["onednn"]
    report = run_child(python(CHILD), task, LIMITS)
    if report.died and options.onednn:  # what it breaks may break later
        lost, task["skip"] = f"{report.died} in {report.phase}", ["onednn"]
        report = run_child(python(CHILD), task, LIMITS)
        report.facts["onednn_error"] = lost
    if report.died and report.phase.startswith("to_static"):
        lost = report.died
        report = run_child(python(CHILD), {**task, "skip": [*task["skip"], "to_static"]}, LIMITS)
        report.facts["static_error"] = lost
    return row_of(graph["name"], report)


def row_of(name: str, report: Report) -> Row:
    """A child's report with a status: ok, differs, failed, crashed or left out."""
    row: Row = {"name": name, **report.facts}
    if report.died and report.phase in PADDLE_PHASES:
        row["left_out"] = report.died
    elif report.died and report.phase != "float64":
        row |= {"failure": "runtime", "why": f"{report.died} in {report.phase}"}
    elif report.died:
        row["float64_error"] = report.died
    return row | {"status": status_of(row)}


def status_of(row: Row) -> str:
    if "left_out" in row:
        return "left out"
    if "failure" in row:
        return "crashed" if row["failure"] == "runtime" else "failed"
    return "ok" if REQUIRED_LEVEL in row["correct_at"] else "differs"


def speedup(row: Row) -> float | None:
    """Baseline time over pcc's."""
    seconds = row.get("seconds", {})
    baseline = seconds.get("to_static", seconds.get("eager"))
    return baseline / seconds["pcc"] if baseline and "pcc" in seconds else None


def static_speedup(row: Row) -> float | None:
    return speedup(row) if "to_static" in row.get("seconds", {}) else None


def outcome(row: Row) -> Outcome:
    return Outcome(speedup(row), frozenset(row.get("correct_at", ())), row.get("failure", ""))


def farther(row: Row) -> float:
    """How many times as far from the float64 run as Paddle; infinite if unknown, 1 if both are infinitely far (NaN)."""
    if "far" not in row:
        return math.inf
    if math.isinf(row["far"]) and math.isinf(row["paddle_far"]):
        return 1.0
    return row["far"] / row["paddle_far"] if row["paddle_far"] else (math.inf if row["far"] else 0.0)


def cells(row: Row) -> list[str]:
    seconds, left, ops = row.get("seconds", {}), row.get("left", []), row.get("ops")
    times = [f"{seconds[name] * 1e3:.2f}" if name in seconds else "-" for name in ENGINES]
    ratio = static_speedup(row)
    met = row.get("correct_at")
    return [
        row["name"],
        row["status"],
        *("-" if ops is None else f"{value}" for value in (ops, f"{share(row):.1%}", row.get("kernels"))),
        f"{row['compile_s']:.2f}" if "compile_s" in row else "-",
        f"{row['max_error']:.1e}" if row.get("max_error") is not None else "-",
        "-" if not met else str(min(met)),
        *times,
        f"{ratio:.2f}" if ratio else "-",
        *notes(row, left),
    ]


def notes(row: Row, left: Sequence[Sequence[str]]) -> Iterator[str]:
    """What the columns cannot say."""
    yield from (str(row[key]) for key in ("left_out", "why", "explain_error", "float64_error") if key in row)
    if "static_error" in row:
        yield f"to_static: {row['static_error']}"
    if "onednn_error" in row:
        yield f"oneDNN: {row['onednn_error']}"
    elif REQUIRED_LEVEL not in row.get("onednn_correct_at", [REQUIRED_LEVEL]):
        yield "oneDNN: wrong"
    if row["status"] == "differs" and "far" in row:
        yield f"{farther(row):.2g}x as far from float64 as Paddle"
    if left:
        yield "left to Paddle: " + ", ".join(f"{op} ({n})" for op, n in Counter(op for op, *_ in left).most_common())


def share(row: Row) -> float:
    """The share of imported ops that pcc compiled."""
    return 1 - len(row.get("left", ())) / row["ops"] if row.get("ops") else math.nan


def bars(rows: Sequence[Row], timed: bool) -> list[Bar]:
    """The bars that the design sets, over the graphs that Paddle runs."""
    count = max(len(rows), 1)
    differing = [row for row in rows if row["status"] == "differs"]
    explained = [row for row in rows if row.get("ops")]
    ops, left = sum(row["ops"] for row in explained), sum(len(row["left"]) for row in explained)
    whole = sum(not row["left"] for row in explained)
    matching = sum(row["status"] == "ok" for row in rows)
    worst = max((farther(row) for row in differing), default=0.0)
    compile_s = statistics.median([row["compile_s"] for row in rows if "compile_s" in row] or [math.nan])
    ran = sum("failure" not in row for row in rows)
    found = [
        Bar("every graph that Paddle runs, runs", f"{ran}/{len(rows)}", bool(rows) and ran == len(rows)),
        Bar(
            "none crashes",
            str(sum(row["status"] == "crashed" for row in rows)),
            all(r["status"] != "crashed" for r in rows),
        ),
        Bar(f"match at t = {REQUIRED_LEVEL} >= 97 %", f"{matching / count:.1%}", matching / count >= 0.97),
        Bar("every other one <= 2x as far from float64 as Paddle", f"{worst:.2g}x of {len(differing)}", worst <= 2),
        Bar(
            "op instances compiled >= 98 %", f"{1 - left / max(ops, 1):.2%} of {ops}", bool(ops) and left <= 0.02 * ops
        ),
        Bar("graphs with nothing left to Paddle >= 90 %", f"{whole / count:.1%}", whole / count >= 0.9),
        Bar("median compile <= 1.5 s", f"{compile_s:.2f} s", compile_s <= 1.5),
    ]
    return [*found, *speed_bars(rows)] if timed else found


def speed_bars(rows: Sequence[Row]) -> list[Bar]:
    ratios = [ratio for ratio in map(static_speedup, rows) if ratio]
    mean, score = geometric_mean(ratios), s_score([outcome(row) for row in rows], 0)
    slower = sum(ratio < 1 / SLOWER for ratio in ratios) / max(len(ratios), 1)
    return [
        Bar("geometric mean >= 2.0x to_static", f"{mean:.3f}x", mean >= 2.0),
        Bar("S(0) >= 1.9", f"{score:.3f}", score >= 1.9),
        Bar("slower than to_static by 5 % on < 3 % of graphs", f"{slower:.1%}", slower < 0.03),
    ]


def summarise(rows: Sequence[Row], timed: bool) -> bool:
    """Print what was left out, what was left to Paddle, the scores and the bars; whether all bars hold."""
    kept = [row for row in rows if row["status"] != "left out"]
    print(f"\n{len(rows)} graphs, {len(rows) - len(kept)} left out as Paddle does not run them:")
    for row in rows:
        if row["status"] == "left out":
            print(f"  {row['name']}: {row['left_out']}")
    kinds = Counter(op for row in kept for op, *_ in row.get("left", ()))
    if kinds:
        print("left to Paddle: " + ", ".join(f"{op} {n}" for op, n in kinds.most_common()))
    if timed:
        outcomes = [outcome(row) for row in kept]
        print("\n     t  " + "".join(f"{t:8d}" for t in LEVELS))
        for name, of in (("S(t)", s_score), ("ES(t)", es_score)):
            print(f"{name:>6}  " + "".join(f"{of(outcomes, t):8.3f}" for t in LEVELS))
    print()
    return show_bars(bars(kept, timed))


def select(graphs: Iterator[dict[str, Any]], options: argparse.Namespace) -> list[dict[str, Any]]:
    part, parts = options.shard
    named = [g for g in graphs if not options.only or any(name in g["name"] for name in options.only)]
    return named[part - 1 :: parts][: options.limit]


def shard(text: str) -> tuple[int, int]:
    part, parts = (int(number) for number in text.split("/"))
    if not 1 <= part <= parts:
        raise ValueError(text)
    return part, parts


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", type=Path, help="graphs.jsonl.xz, with its loader graphnet.py beside it")
    parser.add_argument(
        "--only", action="append", metavar="NAME", help="only graphs whose name contains NAME (repeatable)"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="at most N graphs")
    parser.add_argument("--shard", type=shard, default=(1, 1), metavar="I/N", help="the I-th of N parts")
    parser.add_argument("--jobs", type=int, default=1, help="graphs at a time; more than 1 disturbs the timing")
    parser.add_argument(
        "--budget", type=float, default=10.0, metavar="S", help="seconds of timing a graph (default 10)"
    )
    cores = len(os.sched_getaffinity(0))
    parser.add_argument("--threads", type=int, default=cores, help=f"OpenMP threads of Paddle (default {cores})")
    parser.add_argument("--onednn", action="store_true", help="time to_static with oneDNN as well")
    parser.add_argument("--no-timing", action="store_true", help="correctness and coverage only")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write all rows there")
    parser.add_argument("--compiler", default="pcc", choices=("pcc", "to_static"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    for path in (options.graphs, options.graphs.with_name("graphnet.py")):
        if not path.is_file():
            parser.error(f"no file {path}")
    return options


def main() -> int:
    options = parse_options()
    loader = str(options.graphs.resolve().with_name("graphnet.py"))
    graphs = select(load_module(loader, "graphnet_loader").read(options.graphs), options)
    if not graphs:
        print("no graph has such a name", file=sys.stderr)
        return 2
    print(columns(HEADER, WIDTHS), flush=True)
    rows: list[Row] = []
    os.environ["OMP_NUM_THREADS"] = str(options.threads)
    threads = {"pcc_threads": len(os.sched_getaffinity(0)), "paddle_threads": options.threads}
    record = Record(options.json, **threads, budget=options.budget)
    with ThreadPoolExecutor(options.jobs) as pool:
        for row in pool.map(lambda graph: run_graph(graph, options, loader), graphs):
            rows.append(row)
            print(columns(cells(row), WIDTHS), flush=True)
            record.write(graphs=rows)
    return 0 if summarise(rows, not options.no_timing) else 1


if __name__ == "__main__":
    sys.exit(main())
