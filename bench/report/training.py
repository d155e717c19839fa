"""The page that training.py's figures make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.report.charts import Ratio, ratio_bars
from bench.report.markdown import Section, bar_table, bullets, paragraphs, prose, quoted, table
from bench.training import HEAD, LEAST, bars, cells, ratio

TITLE = "How many times as fast as the better of Paddle's ways pcc trains; a tick marks what is promised"
METHOD = """\
`bench/training.py` takes training steps, forward and backward, of models of `paddle.vision` (two images) and of small
ones of its own (float32, {threads} threads, without dropout), each model in a process of its own. Eager Paddle,
`to_static` and `pcc.jit` take turns for {rounds} rounds with blocks of {seconds:g} s of steps. A time is the median
over rounds of a block's median; x is the median over rounds of the better Paddle's time over pcc's; off is how far
gradients are from eager Paddle's, relative to each weight's largest one: the median over weights, as batch
normalization of two images makes some of them a matter of rounding."""


def section(record: Mapping[str, Any], limits: Mapping[str, str]) -> Section:
    rows: Mapping[str, Mapping[str, Any]] = record["models"]
    found = {name: x for name, row in rows.items() if (x := ratio(row))}
    ratios = [Ratio(name, x, f"{x:.2f}×", LEAST, x >= LEAST) for name, x in found.items()]
    text = paragraphs(
        "## Training steps",
        prose(METHOD, **record["settings"]),
        bar_table(bars(rows)),
        "![Speed ratios to the better Paddle](pictures/training.svg)" if ratios else "",
        table(HEAD, "lrrrrrr", (cells(name, row)[: len(HEAD)] for name, row in rows.items())),
        bullets(f"{name} does not run: {quoted(row['error'])}" for name, row in rows.items() if "error" in row),
        prose(limits.get("training", "")),
    )
    return Section(text, {"training.svg": ratio_bars(TITLE, ratios)} if ratios else {})
