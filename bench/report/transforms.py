"""The page that transforms.py's figures make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.report.charts import Ratio, ratio_bars
from bench.report.markdown import VERDICTS, Section, bar_table, bullets, paragraphs, prose, quoted, table
from bench.transforms import Results, alone_bars, bars, best_peer, least, ratio, sample_bar, time_cell
from bench.workloads.derivatives import TASKS
from bench.workloads.ways import WAYS

TITLE = "How many times as fast as the best peer pcc's derivatives are; a tick marks what is promised"
HEAD = ("task", "x", "best peer", "bar", "holds", "memory holds", "what limits it")
METHOD = """\
`bench/transforms.py` runs each task (float32, {threads} thread(s), tanh networks of 4 hidden layers of 64) in a
process for each way to take its derivatives, all with the same weights and points. They are alive together and are
asked in turn for blocks of {seconds:g} s of calls, for {rounds} rounds. The time of a way is {clock}. Memory is the
most that a process holds during a later call above what it held before its first one: with compiled code, and with
what a cache keeps; what a way loads once, for any task, is loaded before, and what compiling left free is returned.
The bar of memory is the leanest peer that is within twice the best time. All results of a task agree, to a
thousandth of the largest element at most."""
CLOCKS = {
    True: "the least of all calls, in CPU seconds, as others on a shared machine hardly move them",
    False: "the median over rounds of a block's median, in wall seconds",
}
WAYS_THERE = """\
Ways: pcc by `pcc.jvp`, `pcc.laplacian`, `pcc.hessian`, `pcc.vmap` of `pcc.jacrev` and of `pcc.grad`, and
`pcc.value_and_grad`, in `pcc.jit`; Paddle eagerly, by nested `paddle.grad` and by its own jvp; PyTorch by nested
`torch.autograd.grad`, and `torch.compile` over `torch.func`, reverse mode or jvp; `jax.jit` over nested jvp, over
gradients, and over jet; folx's forward Laplacian. X: it fails; -: it was not asked, or has no such thing.
`torch.compile` over jvp was tried on Burgers' residual, which it does not support, and on a Laplacian, which
crashes it. torch-jet is not among them: it needs Python 3.12."""


def section(record: Mapping[str, Any], limits: Mapping[str, str]) -> Section:
    tasks: dict[str, Results] = record["tasks"]
    threads = record["settings"]["threads"]
    ratios = [ratio_of(name, results, threads) for name, results in tasks.items() if ratio(results, threads)]
    others = [
        *([sample_bar(tasks["g"], threads)] if "g" in tasks else []),
        *alone_bars(record.get("alone", {"error": "not measured"})),
    ]
    text = paragraphs(
        "## Against peers",
        prose(METHOD, clock=CLOCKS[threads == 1], **record["settings"]),
        prose(WAYS_THERE),
        "![Speed ratios to the best peer](pictures/derivatives.svg)" if ratios else "",
        table(HEAD, "lrlrlll", [verdicts(name, results, threads, limits) for name, results in tasks.items()]),
        "Milliseconds a call / MiB; an asterisk marks the best peer:",
        table(("task", *WAYS), "l" + "r" * len(WAYS), [times(n, results, threads) for n, results in tasks.items()]),
        "The least wall milliseconds of all calls:",
        table(("task", *WAYS), "l" + "r" * len(WAYS), [fastest(name, results) for name, results in tasks.items()]),
        "## Alone",
        bar_table(others),
        bullets(failures(tasks)),
    )
    return Section(text, {"derivatives.svg": ratio_bars(TITLE, ratios)} if ratios else {})


def title(name: str) -> str:
    return f"{name} {TASKS[name].title}"


def ratio_of(name: str, results: Results, threads: int) -> Ratio:
    found, bar = ratio(results, threads) or 0.0, TASKS[name].bar
    return Ratio(title(name), found, f"{found:.2f}× {best_peer(results, threads)}", bar, found >= bar)


def verdicts(name: str, results: Results, threads: int, limits: Mapping[str, str]) -> list[str]:
    found, speed = bars(name, results, threads), ratio(results, threads)
    memory = f"{VERDICTS[found[1].holds]}: {found[1].measured}" if len(found) > 1 else "-"
    shown = f"{speed:.2f}" if speed else "-"
    limit = limits.get(TASKS[name].title, "")
    best = best_peer(results, threads) or "-"
    return [title(name), shown, best, f"{TASKS[name].bar:g}", VERDICTS[found[0].holds], memory, limit]


def times(name: str, results: Results, threads: int) -> list[str]:
    best = best_peer(results, threads)
    return [title(name), *("*" * (way == best) + time_cell(results.get(way, {}), threads) for way in WAYS)]


def fastest(name: str, results: Results) -> list[str]:
    there = [results.get(way, {}) for way in WAYS]
    return [title(name), *(f"{least(found, 'wall') * 1e3:.3g}" if found.get("blocks") else "-" for found in there)]


def failures(tasks: Mapping[str, Results]) -> Iterator[str]:
    for name, results in tasks.items():
        for way, found in results.items():
            if time_cell(found, 1) == "X":
                yield f"{title(name)} does not run with {way}: {quoted(found['error'])}"
