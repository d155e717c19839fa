"""Speed and peak memory of derivatives against Paddle, PyTorch, JAX and folx (float32, CPU).

    python bench/transforms.py [--only a,b10] [--ways pcc,folx] [--rounds 11] [--threads 1|2] [--json OUT]

A task (workloads/derivatives.py) runs in one process for each way to take its derivatives; all are alive together and
are asked in turn for a timed block. Each has so many cores as threads. The time that is judged is with one thread the
least CPU seconds of all calls, which others on a shared machine hardly move, else the median over rounds of a block's
median wall seconds, which asks for an idle machine; all are in the file. Memory is the most MiB that a process holds
during a later call above what it held before the first one, so that it counts compiled code and what a cache keeps, but
not what compiling left free: that is returned before. The first call's peak, compiling included, is in the file. What a
way loads once is loaded before, by a small task. All results of a task must agree with the first peer's. `x` is the
best peer's time over pcc's.
Exit status 0 if all bars hold.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.peers import GAP_S, PEER_SETTINGS, difference
from bench.record import Record
from bench.table import Bar, check_known, columns, show_bars
from bench.workers import Worker
from bench.workloads.derivatives import TASKS
from bench.workloads.ways import WAYS

AGREE = 1e-3  # of the largest element
NEAR = 2.0  # peers within so many times the best time count for memory
WIDTHS = (32, *([13] * len(WAYS)), 7)
Result = dict[str, Any]
Results = dict[str, Result]


def run_task(name: str, ways: list[str], options: argparse.Namespace, folder: Path) -> Results:
    """Each way's blocks, peaks and largest difference from the first peer that ran."""
    workers = {way: start(name, way, options.threads, folder) for way in ways}
    saved = {way: str(folder / f"{name}-{way}.npz") for way in ways}
    results = {way: worker.ask(save=saved[way]) for way, worker in workers.items()}
    live = [way for way in ways if "error" not in results[way]]
    reference = next((way for way in live if way != "pcc"), None)
    for way in live:
        results[way] |= {"blocks": [], "difference": difference(saved[way], saved[reference]) if reference else 0.0}
    for turn in range(options.rounds):
        for way in live if turn % 2 else reversed(live):
            time.sleep(GAP_S if options.threads > 1 else 0)
            results[way]["blocks"].append(workers[way].ask(seconds=options.seconds))
    for worker in workers.values():
        worker.stop()
    return results


def start(name: str, way: str, threads: int, folder: Path) -> Worker:
    caches = {"TORCHINDUCTOR_CACHE_DIR": str(folder / "inductor"), "PCC_CACHE_DIR": str(folder / f"pcc-{name}")}
    log = folder / f"{name}-{way}.log"
    return Worker("transforms_worker.py", name, way, threads=threads, log=log, **PEER_SETTINGS, **caches)


# ---- figures
def seconds(result: Result, threads: int) -> float:
    """The time that is judged."""
    if threads == 1:
        return least(result, "cpu")
    return statistics.median(block["median"] for block in result["blocks"])


def least(result: Result, clock: str) -> float:
    return min(block[clock] for block in result["blocks"])


def peers(results: Results) -> Results:
    return {way: result for way, result in results.items() if way != "pcc" and result.get("blocks")}


def best_peer(results: Results, threads: int) -> str | None:
    return min(peers(results), key=lambda way: seconds(results[way], threads), default=None)


def ratio(results: Results, threads: int) -> float | None:
    """The best peer's time over pcc's; None if pcc did not run."""
    best = best_peer(results, threads)
    if best is None or not results.get("pcc", {}).get("blocks"):
        return None
    return seconds(results[best], threads) / seconds(results["pcc"], threads)


def leanest_peer(results: Results, threads: int) -> str | None:
    """That with the least memory of those near the best time."""
    best = best_peer(results, threads)
    near = [
        w for w, r in peers(results).items() if best and seconds(r, threads) <= NEAR * seconds(results[best], threads)
    ]
    return min(near, key=lambda way: results[way]["mib"], default=None)


def time_cell(result: Result, threads: int) -> str:
    """Milliseconds / MiB."""
    if not result.get("blocks"):
        return "X" if "error" in result and "NotImplemented" not in result["error"] else "-"
    return f"{seconds(result, threads) * 1e3:.3g}/{result['mib']:.0f}"


def cells(name: str, results: Results, threads: int) -> list[str]:
    best, speed = best_peer(results, threads), ratio(results, threads)
    marks = ["*" if way == best else "" for way in WAYS]
    times = [mark + time_cell(results.get(way, {}), threads) for mark, way in zip(marks, WAYS, strict=True)]
    notes = [f"{way}: {r['error'][:60]}" for way, r in results.items() if time_cell(r, threads) == "X"]
    return [f"{name} {TASKS[name].title}", *times, f"{speed:.2f}x" if speed else "-", *notes]


# ---- bars
def bars(name: str, results: Results, threads: int) -> list[Bar]:
    """What is promised of a row: that all agree, pcc's speed, pcc's memory."""
    task, own, speed = TASKS[name], results.get("pcc", {}), ratio(results, threads)
    title = f"{name} {task.title}"
    if speed is None:
        return [Bar(f"{title}: >= {task.bar}x", own.get("error", "not run"), False)]
    best, lean = best_peer(results, threads), leanest_peer(results, threads)
    assert best
    assert lean
    worst = max((way for way in results if "difference" in results[way]), key=lambda way: results[way]["difference"])
    off = results[worst]["difference"]
    return [
        Bar(f"{title}: >= {task.bar}x", f"{speed:.2f}x {best}", speed >= task.bar),
        Bar(
            f"{title}: memory",
            f"{own['mib']:.0f} MiB, {lean} {results[lean]['mib']:.0f}",
            own["mib"] <= results[lean]["mib"],
        ),
        Bar(f"{title}: all agree to {AGREE:g}", f"{off:.0e} {worst}", off <= AGREE),
    ]


def sample_bar(results: Results, threads: int) -> Bar:
    """What a loop over samples costs in Paddle."""
    found = {
        way: seconds(results[way], threads) for way in ("paddle grad", "pcc") if results.get(way, {}).get("blocks")
    }
    speed = found["paddle grad"] / found["pcc"] if len(found) == 2 else 0.0
    return Bar("g per-sample gradients: >= 100x a loop in Paddle", f"{speed:.0f}x", speed >= 100)


def alone_bars(facts: Mapping[str, Any]) -> list[Bar]:
    """What is promised of pcc's derivatives without a peer (workloads/alone.py)."""
    if "error" in facts:
        return [Bar("pcc's derivatives alone", facts["error"], False)]
    times, compiling, ops = facts["jvp_over_forward"], facts["order4_s"], facts["laplacian_ops"]
    counts = " and ".join(f"{count} ops at d = {d}" for d, count in ops.items())
    return [
        Bar("jvp of an MLP <= 2.2x its forward", f"{times:.2f}x", times <= 2.2),
        Bar("order 4 of a 4-layer MLP compiles in <= 2 s", f"{compiling:.2f} s", compiling <= 2),
        Bar("a Laplacian's op count does not grow with d", counts, len(set(ops.values())) == 1),
    ]


def ask_alone(threads: int, folder: Path) -> Mapping[str, Any]:
    caches = {"PCC_CACHE_DIR": str(folder / "alone")}
    worker = Worker("transforms_alone.py", threads=threads, log=folder / "alone.log", **caches)
    facts = worker.ask()
    worker.stop()
    return facts


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(TASKS), help=f"of {','.join(TASKS)}")
    parser.add_argument("--ways", default=",".join(WAYS), help=f"of {','.join(WAYS)}")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--seconds", type=float, default=0.1, help="of a timed block; one call at least")
    parser.add_argument("--threads", type=int, default=1, choices=range(1, len(os.sched_getaffinity(0)) + 1))
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    check_known(parser, options.only, TASKS)
    check_known(parser, options.ways, WAYS)
    return options


def main(options: argparse.Namespace) -> int:
    found: dict[str, Results] = {}
    threads, ways = options.threads, options.ways.split(",")
    record = Record(options.json, threads=threads, rounds=options.rounds, seconds=options.seconds)
    with tempfile.TemporaryDirectory(prefix="transforms-") as name:
        folder = Path(name)
        print(f"milliseconds / peak MiB, {threads} threads; * the best peer, x its time over pcc's")
        print(columns(["task", *WAYS, "x"], WIDTHS), flush=True)
        for task in options.only.split(","):
            found[task] = run_task(task, ways, options, folder)
            print(columns(cells(task, found[task], threads), WIDTHS), flush=True)
            record.write(tasks=found)
        alone = ask_alone(threads, folder)
        record.write(tasks=found, alone=alone)
    print()
    return 0 if show_bars(all_bars(found, alone, threads)) else 1


def all_bars(found: dict[str, Results], alone: Mapping[str, Any], threads: int) -> list[Bar]:
    rows = [bar for name, results in found.items() for bar in bars(name, results, threads)]
    samples = [sample_bar(found["g"], threads)] if "g" in found else []
    return [*rows, *samples, *alone_bars(alone)]


if __name__ == "__main__":
    sys.exit(main(parse_options()))
