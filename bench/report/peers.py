"""The part of the page that peers.py's figures make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.peers import PEERS, best_peer, case_bar, compile_bars, ratio, time_cell
from bench.report.charts import Ratio, ratio_bars
from bench.report.markdown import VERDICTS, Section, bar_table, bullets, paragraphs, prose, quoted, table
from bench.workloads.cases import CASES

Results = dict[str, dict[str, Any]]
TITLE = "How many times as fast as the best peer pcc is; a tick marks what is promised"
HEAD = ("case", "x", "best peer", "bar", "holds", "what limits it")
METHOD = """\
`bench/peers.py` runs each workload (float32, {threads} threads) in a process for each peer, so that no two share an
OpenMP runtime. The processes take turns, for {rounds} rounds, with blocks of {seconds:g} s of calls, and wait
before each block until the others' threads sleep. A time is the median over rounds of a block's median call; x is
the median over rounds of the best peer's time over pcc's in the same round; off is pcc's largest difference from
PyTorch, relative to the largest element. An asterisk marks the best peer."""


def section(record: Mapping[str, Any], limits: Mapping[str, str]) -> Section:
    cases: dict[str, Results] = record["cases"]
    ratios = [bar_of(name, results) for name, results in cases.items() if ratio(results)]
    held = [case_bar(name, results).holds for name, results in cases.items()]
    text = paragraphs(
        "## Against other compilers",
        prose(METHOD, **record["settings"]),
        f"Bars that hold: {held.count(True)} of {len(held)}; missed: {held.count(False)}; open: {held.count(None)}.",
        "![Speed ratios to the best peer](pictures/peers.svg)" if ratios else "",
        table(HEAD, "lrlrrl", (verdict_row(name, results, limits) for name, results in cases.items())),
        "Milliseconds a call:",
        table(("case", *PEERS, "off"), "lrrrrrrr", map(time_row, cases, cases.values())),
        "CPU seconds to compile (the first call's less a later one's, caches empty; warm: pcc's with a filled cache):",
        table(("case", *PEERS, "warm"), "lrrrrrrr", map(compile_row, cases, cases.values())),
        bar_table(compile_bars(cases)),
        bullets(failures(cases)),
    )
    return Section(text, {"peers.svg": ratio_bars(TITLE, ratios)} if ratios else {})


def title(name: str) -> str:
    return f"{name} {CASES[name].title}"


def bar_of(name: str, results: Results) -> Ratio:
    found = ratio(results) or 0.0
    note = f"{found:.2f}× {best_peer(results)}"
    promised = None if CASES[name].most_us else CASES[name].bar
    return Ratio(title(name), found, note, promised, case_bar(name, results).holds)


def verdict_row(name: str, results: Results, limits: Mapping[str, str]) -> list[str]:
    found, bar, case = ratio(results), case_bar(name, results), CASES[name]
    speed = f"{found:.2f}" if found else "-"
    return [
        title(name),
        speed,
        best_peer(results) or "-",
        f"{case.most_us:g} us" if case.most_us else f"{case.bar:g}",
        VERDICTS[bar.holds],
        limits.get(name, ""),
    ]


def time_row(name: str, results: Results) -> list[str]:
    best, off = best_peer(results), results.get("pcc", {}).get("difference")
    times = [time_cell(results.get(peer, {}), peer == best) for peer in PEERS]
    return [title(name), *times, "-" if off is None else f"{off:.0e}"]


def compile_row(name: str, results: Results) -> list[str]:
    seconds = [results.get(peer, {}).get("compile_s") for peer in PEERS] + [results.get("pcc", {}).get("warm_s")]
    return [title(name), *("-" if found is None else f"{found:.2f}" for found in seconds)]


def failures(cases: Mapping[str, Results]) -> Iterator[str]:
    for name, results in cases.items():
        for peer, found in results.items():
            if "error" in found:
                yield f"{title(name)} does not run with {peer}: {quoted(found['error'])}"
