"""The planner and executor against a fixed list of the same passes, and the cache, on real Paddle graphs (GraphNet).

    python bench/scheduling.py PATH/graphs.jsonl.xz [--only NAME] [--limit N] [--check-contracts] [--json OUT]

The list is what compilers without contracts have: clean-ups (canonicalize, dce, cse) before, between and after
rewrites, each run whether or not it has work, and xDSL's verifier after each. pcc plans, skips, and verifies what
changed; its time includes planning. A pass runs once on a program, lowering on all its kernels.
Then each graph is built in one process, again in a second one, and with one op replaced in a third. Only a graph's
first segment counts; no graph is run. Exit status 0 if all bars hold.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.children import Limits, python, run_child
from bench.graphnet_child import load_module
from bench.table import Bar, columns, show_bars

WIDTHS = (52, 5, 7, 7, 7, 9, 9, 6, 8, 8, 6)
HEAD = ["graph", "ops", "runs", "of", "skipped", "list ms", "plan ms", "x", "cold s", "warm s", "x"]
Row = dict[str, Any]


def ask(graph: Row, loader: Path, folder: str, **task: Any) -> Row:
    """What one child process found; `died` if it did not finish."""
    os.environ["PCC_CACHE_DIR"] = folder
    command = python(str(Path(__file__).with_name("scheduling_child.py")))
    report = run_child(command, {"graph": graph, "loader": str(loader), **task}, Limits())
    return report.facts | ({"died": report.died} if report.died else {})


def measure(graph: Row, loader: Path, options: argparse.Namespace) -> Row:
    row: Row = {"graph": graph["name"]}
    with tempfile.TemporaryDirectory(prefix="scheduling-") as folder:
        row |= ask(graph, loader, folder, mode="compare", rounds=options.rounds)
        if options.check_contracts:
            row |= ask(graph, loader, folder, mode="contracts")
        for name in ("library", "cold", "warm"):  # the first build also makes the runtime library
            if name == "cold":
                clear(Path(folder))
            facts = ask(graph, loader, folder, mode="build")
            row |= {f"{name}_{key}": value for key, value in facts.items()}
        row |= ask(graph, loader, folder, mode="edit")
    return row


def clear(folder: Path) -> None:
    """Delete programs from a cache and keep the runtime library."""
    for path in (folder / "objects").iterdir():
        if b'"name": "runtime library"' not in path.read_bytes()[:4096]:
            path.unlink()


def cells(row: Row) -> list[str]:
    if "died" in row or "warm_build_s" not in row:
        return [row["graph"], *["-"] * (len(WIDTHS) - 1), str(row.get("died") or row.get("warm_died"))]
    times = [row["fixed"] * 1e3, row["planned"] * 1e3]
    return [
        row["graph"],
        *(str(row[key]) for key in ("ops", "plan_runs", "list_runs")),
        f"{row['list_skipped'] / row['list_runs']:.0%}",
        *(f"{t:.1f}" for t in times),
        f"{times[0] / times[1]:.1f}",
        f"{row['cold_build_s']:.3f}",
        f"{row['warm_build_s']:.3f}",
        f"{row['cold_build_s'] / row['warm_build_s']:.0f}",
        *([] if row["equal"] else ["final IR differs"]),
    ]


def bars(rows: list[Row]) -> list[Bar]:
    done = [row for row in rows if "warm_build_s" in row and "equal" in row and "died" not in row]
    whole = sum(row["list_runs"] for row in done)
    skipped = 1 - sum(row["plan_runs"] for row in done) / max(whole, 1)
    equal = sum(row["equal"] for row in done)
    speed = sum(row["fixed"] for row in done) / max(sum(row["planned"] for row in done), 1e-9)
    warm = statistics.median([row["cold_build_s"] / row["warm_build_s"] for row in done] or [0.0])
    ran = sum(row["warm_passes"] for row in done)
    edits = [row for row in done if not row["edit_cached"]]
    new = sum(row["edit_old"] == 0 for row in edits)
    one = sum(row["edit_kernels"] == 1 for row in edits)
    return [
        Bar("every graph is scheduled", f"{len(done)}/{len(rows)}", len(done) == len(rows)),
        Bar("equal final IR", f"{equal}/{len(done)}", equal == len(done)),
        Bar("pass runs skipped >= 60 %", f"{skipped:.1%} of {whole}", skipped >= 0.6),
        Bar("pass time >= 2x lower", f"{speed:.2f}x", speed >= 2),
        Bar("warm build >= 20x faster (median)", f"{warm:.0f}x", warm >= 20),
        Bar("passes run in warm builds = 0", str(ran), ran == 0),
        Bar(f"an edit compiles new kernels alone (one: {one})", f"{new}/{len(edits)}", new == len(edits)),
    ]


def graphs(options: argparse.Namespace) -> Iterator[Row]:
    reader = load_module(str(options.graphs.with_name("graphnet.py")), "graphnet_loader")
    chosen = (g for g in reader.read(options.graphs) if not options.only or any(o in g["name"] for o in options.only))
    for number, graph in enumerate(chosen):
        if options.limit and number >= options.limit:
            return
        yield graph


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", type=Path, help="graphs.jsonl.xz, with its loader graphnet.py beside it")
    parser.add_argument("--only", action="append", metavar="NAME", help="only graphs whose name contains NAME")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N graphs")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--check-contracts", action="store_true", help="also check every pass's contract")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    print(columns(HEAD, WIDTHS), flush=True)
    rows: list[Row] = []
    for graph in graphs(options):
        rows.append(measure(graph, options.graphs.with_name("graphnet.py"), options))
        print(columns(cells(rows[-1]), WIDTHS), flush=True)
        if options.json:
            options.json.write_text(json.dumps(rows, indent=1))
    print()
    return 0 if show_bars(bars(rows)) else 1


if __name__ == "__main__":
    sys.exit(main())
