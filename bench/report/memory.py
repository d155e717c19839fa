"""The part of the page that memory.py's figures make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.memory import SHARE, THREADS, Row, bars, ceiling, gain, near_cells, possible_gain, seconds, share
from bench.report.charts import Ratio, ratio_bars
from bench.report.markdown import VERDICTS, Section, bullets, paragraphs, prose, quoted, table

TITLE = "Bytes a second of kernels over those of their ceilings, {threads}; a tick marks what is promised"
METHOD = """\
`bench/memory.py` runs kernels on arrays of {megabytes} MiB, in one process with one thread and in another with
{threads}; they take turns for {rounds} rounds. A kernel's bytes are those of its inputs and results, each once;
calls take sets of inputs in turn, so that none is in a cache. Its ceiling is a loop that only reads and writes in
the same ratio, with the better of ordinary and streaming stores, measured beside it in each round. On busy cores an
endless loop runs on each core meanwhile. Shares and ratios are medians over rounds. Where memory gives a second
thread less than its bar asks for, that bar is open, and memory's own ratio stands beside it."""
BELOW = """\
Kernels that memory limits: GB/s of what the ceiling gives, with one thread and with {threads}; x is one
thread's time over that of all, of what memory gives. What holds: the share, the second thread, never slower;
the last two for calls of 1 ms and more."""
KERNELS_HEAD = ("kernel", "ceiling", *["GB/s", "of", "share"] * 2, "x", "of", "x, busy", "holds", "what limits it")
CASES_HEAD = ("case", "one thread, ms", "all, ms", "x", "x, busy", "holds")


def section(record: Mapping[str, Any], limits: Mapping[str, str]) -> Section:
    rows: dict[str, Row] = {name: row for name, row in record["kernels"].items() if "error" not in row}
    kernels = [(name, row) for name, row in rows.items() if "ceiling" in row]
    cases = [row for row in rows.values() if "ceiling" not in row]
    failed = [f"{row['title']}: {quoted(row['error'])}" for row in record["kernels"].values() if "error" in row]
    pictures = dict(drawn([row for _, row in kernels])) if kernels else {}
    threads = record["settings"]["threads"]
    text = paragraphs(
        "## Memory and threads",
        prose(METHOD, **record["settings"]),
        verdicts(list(record["kernels"].values())),
        *(f"![Shares of the ceilings]({'pictures/' + name})" for name in pictures),
        prose(BELOW, threads=threads),
        table(KERNELS_HEAD, "ll" + "r" * 10 + "l", [[*kernel_row(row), limits.get(name, "")] for name, row in kernels]),
        "The workloads of `bench/peers.py`:",
        table(CASES_HEAD, "lrrrrr", map(case_row, cases)),
        bullets(f"Not measured: {why}" for why in failed),
    )
    return Section(text, pictures)


def drawn(kernels: list[Row]) -> Iterator[tuple[str, str]]:
    """A picture for one thread and one for all."""
    for threads, words in zip(THREADS, ("one thread", "all threads"), strict=True):
        ratios = [ratio_of(row, threads) for row in kernels]
        yield f"memory-{threads}.svg", ratio_bars(TITLE.format(threads=words), ratios)


def ratio_of(row: Row, threads: str) -> Ratio:
    found = share(row, threads)
    note = f"{found:.0%} of {ceiling(row, threads) / 1e9:.1f} GB/s ({row['ceiling']})"
    return Ratio(row["title"], found, note, SHARE, found >= SHARE)


def verdicts(rows: list[Row]) -> str:
    held = [bar.holds for row in rows for bar in bars(row)]
    return f"Bars that hold: {held.count(True)} of {len(held)}; missed: {held.count(False)}; open: {held.count(None)}."


def kernel_row(row: Row) -> list[str]:
    near = [cell for threads in THREADS for cell in near_cells(row, threads)]
    return [row["title"], row["ceiling"], *near, *gains(row, f"{possible_gain(row):.2f}")]


def case_row(row: Row) -> list[str]:
    return [row["title"], *(f"{seconds(row, threads) * 1e3:.3f}" for threads in THREADS), *gains(row)]


def gains(row: Row, *between: str) -> list[str]:
    """What all threads gain, idle and busy, and what became of the row's bars in turn."""
    found = [VERDICTS[bar.holds] for bar in bars(row)]
    return [f"{gain(row, 'idle'):.2f}", *between, f"{gain(row, 'busy'):.2f}", ", ".join(found) or "-"]
