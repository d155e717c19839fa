"""Correctness and speed of prepared programs on a GPU, against torch.compile and jax.jit on the same arrays.

    python bench/gpu/measure.py FOLDER [--only a,b] [--peers torch,torch.compile,jax] [--json OUT]

FOLDER is what bench/gpu/prepare.py made; Paddle, xDSL and LLVM are not needed. Results must agree with PyTorch's in
float64 on the device. A time is the median over rounds, in which all ways take turns, of the mean of a run of calls
between two events of the device; results go to memory that was full of NaN before. The ceiling of bandwidth is
PyTorch's copy of 512 MiB in this process. Bytes are those of inputs and results, each once.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import torch
import torch._dynamo

from bench.workloads import torch_ops
from bench.workloads.cases import Case
from bench.workloads.gpu import GPU_CASES
from pcc.runtime.cuda.binary import read_binary
from pcc.runtime.cuda.device import LoadedProgram, code_for
from pcc.runtime.cuda.executor import run
from pcc.runtime.cuda.program import Launch

DTYPES = {"f32": torch.float32, "f64": torch.float64, "i32": torch.int32, "i64": torch.int64, "i1": torch.bool}
TARGET_S = 0.02  # of one run of calls
PEERS = ("torch", "torch.compile", "jax")
Way = Callable[[], Any]


def draw(case: Case) -> list[Any]:
    """The case's inputs, on the device."""
    generator = torch.Generator("cuda").manual_seed(0)
    normal = lambda shape: torch.randn(shape, generator=generator, device="cuda")  # noqa: E731
    made = case.inputs(lambda *shape, scale=1.0: normal(shape) * scale)
    return [a if isinstance(a, torch.Tensor) else torch.from_numpy(a).cuda() for a in made]


class Pcc:
    """A prepared program on tensors of PyTorch's, without copies."""

    def __init__(self, folder: Path, name: str, inputs: Sequence[Any]) -> None:
        prepared = read_binary(folder / f"{name}.pcc")
        assert prepared is not None
        program = prepared.binary.program
        start = time.perf_counter()
        self.loaded = LoadedProgram(program, code_for(prepared.binary.code, 0))
        self.load_s = time.perf_counter() - start
        self.results = [torch.empty(s.shape, dtype=DTYPES[s.dtype], device="cuda") for s in program.results]
        for result in self.results:
            result.view(torch.uint8).fill_(0xFF) if result.dim() else result.fill_(-1)
        self.addresses = [t.data_ptr() for t in (*inputs, *self.results)]
        torch.cuda.synchronize()

    def __call__(self) -> None:
        self.loaded(self.addresses)


def error(found: Sequence[Any], wanted: Any) -> float:
    """The largest relative difference of norms."""
    wanted = [wanted] if isinstance(wanted, torch.Tensor) else list(wanted)
    worst = 0.0
    for got, want in zip(found, wanted, strict=True):
        gap, size = (got.double() - want.double()).norm().item(), want.double().norm().item()
        worst = max(worst, gap / max(size, 1e-30)) if gap == gap else float("nan")
    return worst


def seconds(way: Way, stream: Any, calls: int) -> float:
    """Of one call, by events around a run of them."""
    first, last = (torch.cuda.Event(enable_timing=True) for _ in range(2))
    torch.cuda.synchronize()
    first.record(stream)
    for _ in range(calls):
        way()
    last.record(stream)
    last.synchronize()
    return first.elapsed_time(last) / 1e3 / calls


def wall(way: Way, calls: int) -> float:
    """Of one call of a way with streams of its own, which `way` waits for."""
    start = time.perf_counter()
    for _ in range(calls - 1):
        way()
    way().block_until_ready() if calls else None
    return (time.perf_counter() - start) / calls


def jax_way(case: Case, inputs: Sequence[Any]) -> Way:
    import jax

    from bench.workloads import jax_ops

    table = jax_ops.operations()
    jax.config.update("jax_default_matmul_precision", "highest")
    run = jax.jit(lambda *args: case.body(table, *args))
    given = [jax.dlpack.from_dlpack(t) for t in inputs]
    return lambda: jax.tree_util.tree_leaves(run(*given))[0]


def ways_of(case: Case, inputs: Sequence[Any], peers: Sequence[str]) -> tuple[dict[str, Way], dict[str, str]]:
    """What runs the case, by peer; why the others do not."""
    eager, made, failed = torch_ops.operations(False), dict[str, Way](), dict[str, str]()
    for peer in peers:
        try:
            if peer == "torch":
                way: Way = lambda: case.body(eager, *inputs)  # noqa: E731
            elif peer == "jax":
                way = jax_way(case, inputs)
            else:
                table = torch_ops.operations(True)
                run = torch.compile(lambda *args, table=table: case.body(table, *args))
                way = lambda run=run: run(*inputs)  # noqa: E731
            way()
            torch.cuda.synchronize()
            made[peer] = way
        except Exception as problem:  # a peer that cannot is told, not hidden
            failed[peer] = f"{type(problem).__name__}: {str(problem).splitlines()[0][:100]}"
    return made, failed


def measure(name: str, folder: Path, peers: Sequence[str], rounds: int, steps: bool) -> dict[str, Any]:
    torch._dynamo.reset()
    case = GPU_CASES[name]
    inputs = draw(case)
    ours = Pcc(folder, name, inputs)
    ours()
    ours.loaded.stream.synchronize()
    wanted = case.body(torch_ops.operations(False), *(t.double() if t.is_floating_point() else t for t in inputs))
    found: dict[str, Any] = {"title": case.title, "error": error(ours.results, wanted), "load_s": ours.load_s}
    del wanted
    made, found["failed"] = ways_of(case, inputs, peers)
    own_stream = torch.cuda.ExternalStream(ours.loaded.stream.handle)
    timers = {
        "pcc": lambda calls: seconds(ours, own_stream, calls),
        **{
            peer: (lambda calls, way=way: wall(way, calls)) if peer == "jax" else
            (lambda calls, way=way: seconds(way, torch.cuda.current_stream(), calls))
            for peer, way in made.items()
        },
    }  # fmt: skip
    calls = {peer: max(1, min(200, int(TARGET_S / max(timer(3), 1e-6)))) for peer, timer in timers.items()}
    times: dict[str, list[float]] = {peer: [] for peer in timers}
    for _ in range(rounds):
        for peer, timer in timers.items():
            times[peer].append(timer(calls[peer]))
    found["seconds"] = {peer: statistics.median(t) for peer, t in times.items()}
    found["bytes"] = sum(t.numel() * t.element_size() for t in (*inputs, *ours.results))
    start = time.perf_counter()
    for _ in range(1000):
        ours()
    found["host_us"] = (time.perf_counter() - start) * 1e3
    ours.loaded.stream.synchronize()
    if steps:
        for step, took in by_step(ours):
            print(f"       {took * 1e6:8.1f} us  {step}")
    return found


def by_step(ours: Pcc) -> list[tuple[str, float]]:
    """What each step of a straight program does, and its seconds when it runs again and again."""
    loaded, arguments = ours.loaded, [*ours.addresses, int(ours.loaded.arena)]
    stream, told = torch.cuda.ExternalStream(loaded.stream.handle), list[tuple[str, float]]()
    for step in loaded.program.steps:
        alone = replace(loaded.program, steps=(step,))
        name = loaded.program.kernels[step.kernel].name if isinstance(step, Launch) else getattr(step, "name", "copy")
        with loaded.current():
            told.append((name, seconds(lambda alone=alone: run(alone, loaded, arguments), stream, 50)))
    return told


def ceiling() -> float:
    """Bytes per second of a copy, those read and those written."""
    x = torch.randn(1 << 27, device="cuda")
    y = torch.empty_like(x)
    return (
        2
        * x.numel()
        * 4
        / statistics.median(seconds(lambda: y.copy_(x), torch.cuda.current_stream(), 10) for _ in range(7))
    )


def show(name: str, found: dict[str, Any], copy: float) -> str:
    times = found["seconds"]
    best = min((t for peer, t in times.items() if peer != "pcc"), default=float("nan"))
    shown = " ".join(f"{peer} {t * 1e6:9.1f}" for peer, t in times.items())
    rate = found["bytes"] / times["pcc"]
    return (
        f"{name:4} {found['title']:24} error {found['error']:.0e}  us: {shown}  {best / times['pcc']:5.2f}x  "
        f"{rate / 1e9:5.0f} GB/s {rate / copy:4.0%}  host {found['host_us']:.1f} us {found['failed'] or ''}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only")
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", action="store_true", help="what each step of a program takes, too")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    origin = json.loads((options.folder / "origin.json").read_text())
    device = torch.cuda.get_device_properties(0)
    copy, found = ceiling(), {}
    print(f"{device.name}, copy {copy / 1e9:.0f} GB/s, torch {torch.__version__}, pcc {origin['revision']}", flush=True)
    for name in options.only.split(",") if options.only else origin["cases"]:
        try:
            found[name] = measure(
                name, options.folder, [p for p in options.peers.split(",") if p], options.rounds, options.steps
            )
            print(show(name, found[name], copy), flush=True)
        except Exception as problem:
            found[name] = {"problem": f"{type(problem).__name__}: {problem}"}
            print(f"{name:4} {found[name]['problem']}", flush=True)
        torch.cuda.empty_cache()
        if options.json:
            head = {"device": device.name, "copy": copy, "origin": origin, "torch": torch.__version__}
            options.json.write_text(json.dumps({**head, "cases": found}, indent=1))


if __name__ == "__main__":
    main()
