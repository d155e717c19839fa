"""How near pcc's memory-bound kernels come to what memory gives, and what a second thread gains, busy cores included.

    python bench/memory.py [--only NAME] [--rounds 5] [--megabytes 128] [--json OUT]

A kernel's bytes are those of its inputs and results, each once; calls take sets of inputs in turn, so that none is in a
cache. Its ceiling is a loop that only reads and writes, in the same ratio (ceilings.py), with the better of ordinary
and streaming stores. One process for one thread and one for all of them, as pcc's threads follow the cores that a
process may use; the parent asks them in turn for timed blocks, of kernel and ceiling, then for blocks while an endless
loop runs on every core. Figures are medians over rounds of ratios within a round. The cases of peers.py are there for
what computes. Bars: 85 % of the ceiling, with one thread and with all; for calls of 1 ms and more 1.7x by the second
thread, left open where the ceiling itself is nearer than that, and never slower than one thread (by 5 %, which is
noise), busy cores or not. Exit status 0 if all bars hold.
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

from bench.busy import busy
from bench.ceilings import ceiling_of
from bench.record import Record
from bench.table import Bar, columns, show_bars
from bench.workers import Worker
from bench.workloads.cases import CASES
from bench.workloads.memory import KERNELS

SHARE, GAIN, LEAST_S = 0.85, 1.7, 1e-3
SAME = 0.95  # what is measured twice differs by so much
GAP_S = 0.02  # pcc's threads sleep by then
WIDTHS = (28, 9, 9, 7, 7, 6, 7, 7, 6, 6, 6, 7)
HEAD = ("kernel", "one: ms", "all: ms", "GB/s", "of", "", "GB/s", "of", "", "x", "busy x", "ceiling")
Row = dict[str, Any]
THREADS = ("one", "all")
Workers = Mapping[str, Worker]  # by THREADS


def run(name: str, workers: Workers, options: argparse.Namespace) -> Row:
    """One kernel's or case's times in all rounds, with one thread and with all."""
    kind, title = ("kernel", KERNELS[name].title) if name in KERNELS else ("case", f"{name} {CASES[name].title}")
    row: Row = {"title": title}
    for threads, worker in workers.items():
        row |= worker.ask(**{kind: name})
        row[threads] = {"idle": [], "busy": [], "ceilings": []}
    if "error" in row:
        return row
    if kind == "kernel":
        row["ceiling"] = ceiling_of(row["read"], row["written"])
    for turn in range(options.rounds):
        take_turn(row, dict(sorted(workers.items(), reverse=turn % 2 == 0)), options.seconds)
        if "error" in row:
            break
    return row


def take_turn(row: Row, workers: Workers, seconds: float) -> None:
    """A block of each number of threads, each beside its ceiling, and one on busy cores."""
    for threads, worker in workers.items():
        time.sleep(GAP_S)
        keep(row, threads, "idle", worker.ask(seconds=seconds))
        if "ceiling" in row:
            keep(row, threads, "ceilings", worker.ask(ceiling=row["ceiling"], seconds=seconds))
    with busy(workers["all"].cores):
        for threads, worker in workers.items():
            keep(row, threads, "busy", worker.ask(seconds=seconds))


def keep(row: Row, threads: str, what: str, answer: Row) -> None:
    if "error" in answer:
        row["error"] = answer["error"]
    row[threads][what].append(answer)


def seconds(row: Row, threads: str) -> float:
    return statistics.median(block["median"] for block in row[threads]["idle"])


def speed(row: Row, threads: str) -> float:
    """Bytes a second of a kernel."""
    return (row["read"] + row["written"]) / seconds(row, threads)


def best_stores(row: Row, threads: str) -> str:
    """The kind of stores whose ceiling is higher."""
    blocks = row[threads]["ceilings"]
    return max(blocks[0], key=lambda kind: statistics.median(block[kind] for block in blocks))


def ceiling(row: Row, threads: str) -> float:
    """Bytes a second of a kernel's ceiling."""
    kind = best_stores(row, threads)
    return statistics.median(block[kind] for block in row[threads]["ceilings"])


def share(row: Row, threads: str) -> float:
    """A kernel's share of its ceiling."""
    kind, size = best_stores(row, threads), row["read"] + row["written"]
    pairs = zip(row[threads]["idle"], row[threads]["ceilings"], strict=True)
    return statistics.median(size / block["median"] / limit[kind] for block, limit in pairs)


def gain(row: Row, where: str) -> float:
    """One thread's time over that of all; on busy cores by means, as calls then wait for a core or do not."""
    measure = "median" if where == "idle" else "mean"
    pairs = zip(row["one"][where], row["all"][where], strict=True)
    return statistics.median(one[measure] / both[measure] for one, both in pairs)


def possible_gain(row: Row) -> float:
    """How far the ceiling of all threads is from one thread's kernel; infinite for what computes."""
    return ceiling(row, "all") / speed(row, "one") if "ceiling" in row else float("inf")


def cells(row: Row) -> list[str]:
    if "error" in row:
        return [row["title"], *["-"] * (len(HEAD) - 1), row["error"]]
    times = [f"{seconds(row, threads) * 1e3:.3f}" for threads in THREADS]
    gains = [f"{gain(row, where):.2f}" for where in ("idle", "busy")]
    if "ceiling" not in row:
        return [row["title"], *times, *["-"] * 6, *gains, "-"]
    near = [cell for threads in THREADS for cell in near_cells(row, threads)]
    return [row["title"], *times, *near, *gains, row["ceiling"]]


def near_cells(row: Row, threads: str) -> list[str]:
    return [
        f"{speed(row, threads) / 1e9:.1f}",
        f"{ceiling(row, threads) / 1e9:.1f}",
        f"{share(row, threads):.0%}",
    ]


def bars(row: Row) -> list[Bar]:
    """What is promised of a row; open where pcc lacks a transform yet."""
    title, found = row["title"], list[Bar]()
    if "error" in row:
        return [Bar(title, row["error"], None if "next issue" in row["error"] else False)]
    if "ceiling" in row:
        shares = [share(row, threads) for threads in THREADS]
        measured = "{:.0%} with one thread, {:.0%} with all".format(*shares)
        found.append(Bar(f"{title}: >= {SHARE:.0%} of {row['ceiling']}", measured, min(shares) >= SHARE))
    if seconds(row, "one") >= LEAST_S:
        found.append(Bar(f"{title}: all threads >= {GAIN}x", *gained(row)))
        found.append(Bar(f"{title}: never slower than one", *never_slower(row)))
    return found


def gained(row: Row) -> tuple[str, bool | None]:
    """What a second thread gains; open if even the ceiling is nearer than the bar."""
    ratio, possible = gain(row, "idle"), possible_gain(row)
    if ratio < GAIN and possible < GAIN:
        return f"{ratio:.2f}x, of {possible:.2f}x that memory gives", None
    return f"{ratio:.2f}x", ratio >= GAIN


def never_slower(row: Row) -> tuple[str, bool]:
    idle, among_others = gain(row, "idle"), gain(row, "busy")
    return f"{idle:.2f}x, {among_others:.2f}x on busy cores", min(idle, among_others) >= SAME


def parse_options() -> argparse.Namespace:
    names = [*KERNELS, *CASES]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(names), help=f"of {','.join(names)}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.25, help="of a timed block")
    parser.add_argument("--megabytes", type=int, default=128, help="of a large array; more than the last cache holds")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    options.only = options.only.split(",")
    unknown = [name for name in options.only if name not in names]
    if unknown:
        parser.error(f"no {', '.join(unknown)}: there are {', '.join(names)}")
    return options


def main(options: argparse.Namespace) -> int:
    rows: dict[str, Row] = {}
    counts = dict(zip(THREADS, (1, len(os.sched_getaffinity(0))), strict=True))
    record = Record(options.json, threads=counts["all"], rounds=options.rounds, megabytes=options.megabytes)
    with tempfile.TemporaryDirectory(prefix="memory-") as folder:
        log, size = Path(folder) / "log", str(options.megabytes)
        workers = {name: Worker("memory_worker.py", str(n), size, threads=n, log=log) for name, n in counts.items()}
        print(f"one thread and {counts['all']}; GB/s of what the ceiling gives, with one and with all")
        print(columns(HEAD, WIDTHS), flush=True)
        for name in options.only:
            rows[name] = run(name, workers, options)
            print(columns(cells(rows[name]), WIDTHS), flush=True)
            record.write(kernels=rows)
        for worker in workers.values():
            worker.stop()
    print()
    return 0 if show_bars([bar for row in rows.values() for bar in bars(row)]) else 1


if __name__ == "__main__":
    sys.exit(main(parse_options()))
