"""Real model graphs as CUDA: lowered, compiled by NVRTC, and the small ones run under the shim. Needs no GPU.

    python bench/gpu/graphs.py GRAPHS.jsonl.xz [--shard 1/8] [--smallest 20 --run] [--json OUT]

Of each graph: kernels, CPU ms of NVRTC a kernel, bytes that did not fit in registers, routines that the host's library
computes. With --run the graphs run under the shim, too, and must agree with the CPU's code: told is the largest
relative difference of norms of results. Exit status 1 if a graph fails.
"""

from __future__ import annotations

import argparse
import collections
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np
import paddle
from xdsl.dialects.builtin import ModuleOp

from bench.graphnet_child import listed, load_module
from pcc.frontends.paddle.capture import capture
from pcc.frontends.paddle.program import Program
from pcc.runtime.build import Build
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.nvrtc import compile_text
from pcc.runtime.cuda.program import routines
from pcc.runtime.program_facts import ProgramFacts
from pcc.testing.cuda.shim import Shim

AGREE = 1e-4  # of the norm of a result


class Making:
    """A builder of programs for the shim, which notes what NVRTC says of each."""

    def __init__(self, run: bool) -> None:
        self.run, self.noted = run, collections.Counter[str]()
        self.milliseconds, self.spilled = list[float](), dict[str, int]()

    def __call__(self, module: ModuleOp) -> Build:
        program = compile_for_device(module)
        if program.kernels:
            start = time.process_time()
            made = compile_text(program.source)
            self.milliseconds += [(time.process_time() - start) * 1e3 / len(program.kernels)] * len(program.kernels)
            self.spilled |= {name: known.spilled for name, known in made.resources.items() if known.spilled}
        self.noted.update(step.name for step in routines(program.steps) if not step.is_product)
        facts = ProgramFacts(program.arena_bytes, "", (), ())
        return Build(Shim(program).run if self.run else _nothing, facts, False)  # type: ignore[arg-type]


def _nothing(addresses: object) -> None:
    """For programs that are only compiled."""


def difference(found: Any, wanted: Any) -> float:
    pairs = zip(listed(found), listed(wanted), strict=True)
    worst = 0.0
    for a, b in pairs:
        got, want = (np.nan_to_num(t.astype("float64").numpy()) for t in (a, b))
        worst = max(worst, float(np.linalg.norm(got - want) / max(np.linalg.norm(want), 1e-30)))
    return worst


def look(loader: Any, graph: dict[str, Any], run: bool) -> dict[str, Any]:
    """Compile a graph; run it, too."""
    import pcc

    dtypes = [graph["tensors"][name]["dtype"] for name in graph["args"]]
    tensors = [paddle.to_tensor(a, dtype=d) for a, d in zip(loader.inputs(graph), dtypes, strict=True)]
    function, making = loader.build(graph), Making(run)
    with paddle.no_grad():
        program = Program(capture(function, tuple(tensors), {}), builder=making)
        program.compile(tensors)
        found: dict[str, Any] = {"difference": difference(program(tensors), pcc.jit(function)(*tensors))} if run else {}
    return {
        **found, "kernels": len(making.milliseconds), "ms": statistics.median(making.milliseconds or [0.0]),
        "spilled": making.spilled, "routines": dict(making.noted),
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", type=Path)
    parser.add_argument("--shard", default="1/1")
    parser.add_argument("--smallest", type=int, help="only so many of them, by the size of their tensors")
    parser.add_argument("--run", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    loader = load_module(str(options.graphs.parent / "graphnet.py"), "graphnet_loader")
    part, parts = map(int, options.shard.split("/"))
    graphs = list(loader.read(options.graphs))[part - 1 :: parts]
    if options.smallest:
        graphs = sorted(graphs, key=_elements)[: options.smallest]
    found = dict[str, Any]()
    for graph in graphs:
        name = graph["name"]
        try:
            found[name] = look(loader, graph, options.run)
        except Exception as problem:  # told, and counted as a failure
            found[name] = {"problem": f"{type(problem).__name__}: {str(problem)[:200]}"}
        print(name, found[name], flush=True)
        if options.json:
            options.json.write_text(json.dumps(found, indent=1))
    return summary(found)


def _elements(graph: dict[str, Any]) -> int:
    return sum(
        int(np.prod([d or 1 for d in graph["tensors"][name]["shape"]]))
        for name in graph["tensors"]
        if graph["tensors"][name]["shape"] is not None
    )


def summary(found: dict[str, Any]) -> int:
    good = [f for f in found.values() if "problem" not in f]
    ran = [f["difference"] for f in good if "difference" in f]
    wrong = [d for d in ran if not d <= AGREE]
    spilled = {k: v for f in good for k, v in f["spilled"].items()}
    milliseconds = [f["ms"] for f in good for _ in range(f["kernels"])] or [0.0]
    print(f"{len(good)} of {len(found)} graphs compile; {len(milliseconds)} kernels, {len(spilled)} of them spill")
    print(f"NVRTC: median {statistics.median(milliseconds):.0f} CPU ms a kernel; by the host: {_by_host(good)}")
    print(f"{len(ran)} graphs ran, {len(wrong)} of them differ by more than {AGREE}")
    return int(len(good) < len(found) or bool(wrong))


def _by_host(good: list[dict[str, Any]]) -> str:
    counted = sum((collections.Counter(f["routines"]) for f in good), collections.Counter[str]())
    return ", ".join(f"{count} {name}" for name, count in counted.most_common()) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
