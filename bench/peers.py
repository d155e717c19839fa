"""pcc against Paddle eager, to_static, PyTorch eager, torch.compile and jax.jit on the workloads a-m (float32, CPU).

    python bench/peers.py [--cases a,b,i2] [--rounds 5] [--threads 2] [--json OUT]

One process for each peer, so that OpenMP runtimes never share one; the parent asks them in turn for a timed block and
waits until their threads sleep. A time is the median over rounds of a block's median. `x` is the best peer's time over
pcc's; each case has its bar (workloads/cases.py). Compile seconds are CPU seconds of the first call less a later
one's, caches empty, after a trivial function has been compiled; where a bar compares them, the median of STARTS
processes that take turns. `warm` is the same of processes that find pcc's cache filled. Exit status 0 if all bars hold.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.record import Record
from bench.table import Bar, check_known, columns, show_bars
from bench.workers import Worker
from bench.workloads.cases import CASES

PEERS = ("pcc", "paddle", "to_static", "torch", "torch.compile", "jax.jit")
STARTS = 5  # processes, as one compiles a case only once
GAP_S = 0.25  # OpenMP workers spin for so long after a call
WIDTHS = (28, *([13] * len(PEERS)), 7, 8)
PEER_SETTINGS = {"JAX_PLATFORMS": "cpu", "TORCHINDUCTOR_FORCE_DISABLE_CACHES": "1"}
Result = dict[str, Any]


def start_worker(peer: str, threads: int, folder: Path) -> Worker:
    caches = {"TORCHINDUCTOR_CACHE_DIR": str(folder / "inductor"), "PCC_CACHE_DIR": str(folder / "pcc")}
    return Worker("peer_worker.py", peer, threads=threads, log=folder / f"{peer}.log", **PEER_SETTINGS, **caches)


def run_case(name: str, workers: dict[str, Worker], rounds: int, seconds: float, folder: Path) -> dict[str, Result]:
    """Each peer's seconds, compile seconds and largest difference from the first of PyTorch, Paddle that ran."""
    saved = {peer: str(folder / f"{name}-{peer}.npz") for peer in workers}
    results = {peer: worker.ask(case=name, save=saved[peer]) for peer, worker in workers.items()}
    live = [peer for peer in workers if "error" not in results[peer]]
    for peer in live:
        results[peer]["blocks"] = []
    for turn in range(rounds):
        for peer in live if turn % 2 else reversed(live):
            time.sleep(GAP_S)
            answer = workers[peer].ask(seconds=seconds)
            results[peer]["blocks"].append(answer.get("seconds", float("nan")))
    reference = next((peer for peer in ("torch", "paddle", *live) if peer in live), None)
    for peer in live:
        results[peer]["seconds"] = statistics.median(results[peer]["blocks"])
        results[peer]["difference"] = difference(saved[peer], saved[str(reference)])
    return results


def difference(one: str, other: str) -> float:
    """The largest |a - b| / max |b| of the worst result; nan if their shapes differ."""
    with np.load(one) as a, np.load(other) as b:
        pairs = [(a[key], b[key]) for key in b.files if key in a.files]
        if len(a.files) != len(b.files) or any(x.size != y.size for x, y in pairs):
            return float("nan")
        return max(float(np.abs(x.ravel() - y.ravel()).max() / max(np.abs(y).max(), 1e-30)) for x, y in pairs)


def best_peer(results: dict[str, Result]) -> str | None:
    times = {peer: r["seconds"] for peer, r in results.items() if peer != "pcc" and "seconds" in r}
    return min(times, key=lambda peer: times[peer]) if times else None


def ratio(results: dict[str, Result]) -> float | None:
    """The best peer's time over pcc's, the median over rounds; None if pcc did not run."""
    best = best_peer(results)
    if best is None or "blocks" not in results.get("pcc", {}):
        return None
    pairs = zip(results[best]["blocks"], results["pcc"]["blocks"], strict=True)
    return statistics.median(peer / own for peer, own in pairs)


def cells(name: str, results: dict[str, Result]) -> list[str]:
    best, speed = best_peer(results), ratio(results)
    times = [time_cell(results[peer], peer == best) if peer in results else "-" for peer in PEERS]
    off = results.get("pcc", {}).get("difference")
    notes = [f"{peer}: {r['error'][:80]}" for peer, r in results.items() if "error" in r]
    return [
        f"{name} {CASES[name].title}",
        *times,
        f"{speed:.2f}x" if speed else "-",
        f"{off:.0e}" if off is not None else "-",
        *notes,
    ]


def time_cell(result: Result, best: bool) -> str:
    return f"{'*' if best else ''}{result['seconds'] * 1e3:.4g}" if "seconds" in result else "-"


def case_bar(name: str, results: dict[str, Result]) -> Bar:
    """The case's bar; open (no verdict) where a transform that pcc does not have yet is missing."""
    speed, case = ratio(results), CASES[name]
    why = results.get("pcc", {}).get("error", "not run")
    if case.most_us and speed is not None:
        took = results["pcc"]["seconds"] * 1e6
        return Bar(f"{name} {case.title} <= {case.most_us:g} us", f"{took:.2f} us", took <= case.most_us)
    measured = why if speed is None else f"{speed:.2f}x {best_peer(results)}"
    holds = None if "next issue" in measured else speed is not None and speed >= case.bar
    return Bar(f"{name} {case.title} >= {case.bar}x", measured, holds)


def compile_bars(found: dict[str, dict[str, Result]]) -> list[Bar]:
    """What compiling may take: on every row against jax.jit's."""
    return [
        compile_bar(f"{what} <= {most}x jax.jit's CPU time on every row", key, most, found)
        for what, key, most in (("first call", "compile_s", 1.5), ("first call, cache filled", "warm_s", 0.5))
    ]


def compile_bar(promise: str, key: str, most: float, found: dict[str, dict[str, Result]]) -> Bar:
    pairs = {
        name: results["pcc"][key] / results["jax.jit"]["compile_s"]
        for name, results in found.items()
        if key in results.get("pcc", {}) and "compile_s" in results.get("jax.jit", {})
    }
    over = [f"{name} {value:.1f}x" for name, value in pairs.items() if value > most]
    return Bar(promise, f"{len(pairs) - len(over)} of {len(pairs)}; not {', '.join(over)}" if over else "all", not over)


def show_compile_times(found: dict[str, dict[str, Result]]) -> None:
    print("\nCPU seconds to compile (first call less a later one)")
    print(columns(["case", *PEERS, "warm"], WIDTHS))
    for name, results in found.items():
        times = [seconds_cell(results.get(peer, {}).get("compile_s")) for peer in PEERS]
        warm = seconds_cell(results.get("pcc", {}).get("warm_s"))
        print(columns([f"{name} {CASES[name].title}", *times, warm], WIDTHS))


def seconds_cell(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.2f}"


def ask_compile_times(found: dict[str, dict[str, Result]], threads: int, folder: Path) -> None:
    """`compile_s` of pcc and jax.jit, and pcc's `warm_s`, as medians over processes."""
    times: dict[tuple[str, str, str], list[float]] = {}
    for start in range(STARTS):
        own = folder / f"start-{start}"
        own.mkdir()
        for peer, key in (("pcc", "compile_s"), ("jax.jit", "compile_s"), ("pcc", "warm_s")):
            worker = start_worker(peer, threads, own)
            for name, results in found.items():
                answer = worker.ask(case=name) if "seconds" in results.get(peer, {}) else {}
                if "compile_s" in answer:
                    times.setdefault((name, peer, key), []).append(answer["compile_s"])
            worker.stop()
    for (name, peer, key), seconds in times.items():
        found[name][peer][key] = statistics.median(seconds)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", default=",".join(CASES), help=f"of {','.join(CASES)}")
    parser.add_argument("--peers", default=",".join(PEERS), help=f"of {','.join(PEERS)}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.25, help="of a timed block")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    check_known(parser, options.cases, CASES)
    check_known(parser, options.peers, PEERS)
    return options


def main(options: argparse.Namespace) -> int:
    names: Sequence[str] = options.cases.split(",")
    found: dict[str, dict[str, Result]] = {}
    record = Record(options.json, threads=options.threads, rounds=options.rounds, seconds=options.seconds)
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        workers = {peer: start_worker(peer, options.threads, Path(folder)) for peer in options.peers.split(",")}
        print(f"milliseconds, {options.threads} threads; * the best peer, x its time over pcc's, off: pcc's difference")
        print(columns(["case", *PEERS, "x", "off"], WIDTHS), flush=True)
        for name in names:
            found[name] = run_case(name, workers, options.rounds, options.seconds, Path(folder))
            print(columns(cells(name, found[name]), WIDTHS), flush=True)
            record.write(cases=found)
        for worker in workers.values():
            worker.stop()
        if {"pcc", "jax.jit"} <= set(workers):
            ask_compile_times(found, options.threads, Path(folder))
            record.write(cases=found)
    show_compile_times(found)
    print()
    return 0 if show_bars([*(case_bar(name, found[name]) for name in names), *compile_bars(found)]) else 1


if __name__ == "__main__":
    sys.exit(main(parse_options()))
