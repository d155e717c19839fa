"""Make docs/gpu.md from what bench/gpu/measure.py wrote; every number on the page is from there.

python bench/gpu/page.py bench/gpu/results/h200.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from bench.report.markdown import table

MEMORY = ("add", "a", "b", "c", "d1", "d2", "d3", "b2", "b3", "t", "n", "s")  # what memory limits
LEAST = 0.85  # of a copy's bandwidth
INTRODUCTION = """\
Made by `bench/gpu/page.py`. `bench/gpu/prepare.py` made the programs and their machine code on a machine without a GPU;
`bench/gpu/measure.py` ran them on one without Paddle, against PyTorch, torch.compile and jax.jit on the same arrays
(float32, products in full precision). A time is the median over rounds of a run of calls between two events; x is the
best peer's time over pcc's. GB/s count inputs and results once; % is of PyTorch's copy in the same process. Results
agree with PyTorch's in float64 on the device: error is the relative difference of norms. host is what a call takes of a
core."""


def rows(cases: Mapping[str, Any], copy: float, peers: list[str]) -> list[list[str]]:
    made: list[list[str]] = []
    for name, found in cases.items():
        times = found["seconds"]
        best = min((peer for peer in times if peer != "pcc"), key=times.__getitem__)
        rate = found["bytes"] / times["pcc"]
        share = f"{rate / copy:.0%}" if name in MEMORY else "-"
        shown = [f"{times[peer] * 1e6:.1f}" if peer in times else "-" for peer in ("pcc", *peers)]
        x = f"{times[best] / times['pcc']:.2f}"
        made.append(
            [
                found["title"],
                x,
                best,
                *shown,
                f"{rate / 1e9:.0f}",
                share,
                f"{found['error']:.0e}",
                f"{found['host_us']:.1f}",
            ]
        )
    return made


def page(record: Mapping[str, Any]) -> str:
    cases, copy = record["cases"], record["copy"]
    peers = ["torch", "torch.compile", "jax"]
    slow = [c["title"] for n, c in cases.items() if n in MEMORY and c["bytes"] / c["seconds"]["pcc"] < LEAST * copy]
    behind = [
        c["title"]
        for c in cases.values()
        if min(t for p, t in c["seconds"].items() if p != "pcc") < c["seconds"]["pcc"]
    ]
    facts = [
        ["Device", record["device"]], ["Date", record["date"]], ["Copy", f"{copy / 1e9:.0f} GB/s"],
        ["pcc", f"revision {record['origin']['revision']}"], ["PyTorch", record["torch"]],
    ]  # fmt: skip
    head = ["case", "x", "best peer", "pcc us", *(f"{p} us" for p in peers), "GB/s", "%", "error", "host us"]
    figures = table(head, "lrl" + "r" * 8, rows(cases, copy, peers))
    parts = [
        "# On a GPU", INTRODUCTION, table(["", ""], "ll", facts), figures,
        f"Of what memory limits, below {LEAST:.0%} of a copy: {', '.join(slow) or 'none'}.",
        f"Slower than the best peer: {', '.join(behind) or 'none'}.", record.get("notes", ""),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "gpu.md").write_text(page(json.loads(Path(sys.argv[1]).read_text())), encoding="utf-8")
