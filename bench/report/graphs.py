"""The part of the page that graphnet.py's figures make."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from bench.graphnet import ENGINES, Row, bars, notes, outcome, static_speedup
from bench.graphnet_child import REQUIRED_LEVEL
from bench.metrics import LEVELS, Outcome, es_score, geometric_mean, s_score
from bench.report.charts import sorted_curves
from bench.report.markdown import Section, bar_table, bullets, paragraphs, prose, quoted, table

TITLE = "How many times as fast as Paddle's to_static pcc is, by graph"
BELOW = "graphs, each series from its slowest to its fastest"
METHOD = """\
`bench/graphnet.py` runs real Paddle graphs (GraphNet, arXiv 2510.24035), each in a process of its own, pcc with
{pcc_threads} threads, Paddle with {paddle_threads}. A graph that Paddle cannot run, or answers differently the
second time, is left out. The engines take turns with blocks of calls, for at most {budget:g} s a graph; a time is
the median over blocks. oneDNN is `to_static` compiled under Paddle's flag for it: it is timed in the same turns,
and is no baseline of the bars."""
STEPS = (0.0, 0.8, 1.0, 1.2, 2.0, 5.0, 10.0, float("inf"))
QUANTILES = ("least", "10 %", "25 %", "median", "75 %", "90 %", "greatest")
HEAD = ("graph", "status", "ops", "kernels", "compile s", *ENGINES, "x", "x onednn", "notes")


def section(record: Mapping[str, Any], limits: Mapping[str, str]) -> Section:
    rows: list[Row] = sorted(record["graphs"], key=lambda row: (static_speedup(row) or 0.0, row["name"]))
    kept = [row for row in rows if row["status"] != "left out"]
    series = {"to_static": found(kept, static_speedup), "to_static with oneDNN": found(kept, onednn_speedup)}
    series = {name: ratios for name, ratios in series.items() if ratios}
    text = paragraphs(
        "## Real graphs",
        prose(METHOD, **record["settings"]),
        bar_table(bars(kept, timed=True)),
        limits.get("graphs", ""),
        "![Speed ratios to to_static, sorted](pictures/graphs.svg)" if series else "",
        "pcc's speed over that of",
        table(("", "graphs", "geometric mean", *QUANTILES), "l" + "r" * 9, map(spread_row, series, series.values())),
        "Graphs by pcc's speed over that of",
        table(("", *step_names()), "l" + "r" * (len(STEPS) - 1), map(count_row, series, series.values())),
        "GraphNet's scores by tolerance t:",
        score_table([outcome(row) for row in kept]),
        "Left out:" if len(kept) < len(rows) else "",
        bullets(f"{row['name']}: {quoted(row['left_out'])}" for row in rows if row["status"] == "left out"),
        "All graphs, the slowest against `to_static` first, milliseconds a call:",
        table(HEAD, "llrrrrrrrrrl", map(graph_row, kept)),
    )
    return Section(text, {"graphs.svg": sorted_curves(TITLE, BELOW, series)} if series else {})


def onednn_speedup(row: Row) -> float | None:
    """The time of to_static with oneDNN over pcc's, where its answer is right."""
    seconds = row.get("seconds", {})
    right = REQUIRED_LEVEL in row.get("onednn_correct_at", ())
    return seconds["onednn"] / seconds["pcc"] if right and {"onednn", "pcc"} <= seconds.keys() else None


def found(rows: Sequence[Row], ratio: Callable[[Row], float | None]) -> list[float]:
    return [value for value in map(ratio, rows) if value]


def spread_row(name: str, ratios: Sequence[float]) -> list[str]:
    cuts = statistics.quantiles(ratios, n=20, method="inclusive") if len(ratios) > 1 else [ratios[0]] * 19
    spread = [min(ratios), cuts[1], cuts[4], statistics.median(ratios), cuts[14], cuts[17], max(ratios)]
    return [name, str(len(ratios)), *(f"{ratio:.2f}x" for ratio in (geometric_mean(ratios), *spread))]


def step_names() -> list[str]:
    inner = [f"{low:g}x to {high:g}x" for low, high in pairwise(STEPS[1:-1])]
    return [f"under {STEPS[1]:g}x", *inner, f"{STEPS[-2]:g}x and more"]


def count_row(name: str, ratios: Sequence[float]) -> list[str]:
    return [name, *(str(sum(low <= ratio < high for ratio in ratios)) for low, high in pairwise(STEPS))]


def score_table(outcomes: Sequence[Outcome]) -> str:
    scores = (("S(t)", s_score), ("ES(t)", es_score))
    rows = [[name, *(f"{of(outcomes, t):.3f}" for t in LEVELS)] for name, of in scores]
    return table(("t", *map(str, LEVELS)), "l" + "r" * len(LEVELS), rows)


def graph_row(row: Row) -> list[str]:
    seconds = row.get("seconds", {})
    times = [f"{seconds[engine] * 1e3:.2f}" if engine in seconds else "-" for engine in ENGINES]
    ratios = [f"{ratio:.2f}" if ratio else "-" for ratio in (static_speedup(row), onednn_speedup(row))]
    counts = [str(row.get(key, "-")) for key in ("ops", "kernels")]
    compile_s = f"{row['compile_s']:.2f}" if "compile_s" in row else "-"
    return [row["name"], row["status"], *counts, compile_s, *times, *ratios, "; ".join(remarks(row))]


def remarks(row: Row) -> Iterator[str]:
    return map(quoted, notes(row, row.get("left", [])))
