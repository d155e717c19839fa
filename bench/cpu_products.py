"""The CPU runtime library's GEMM and convolution against torch, oneDNN, MKL and OpenBLAS: GFLOP/s as Markdown tables.

    python bench/cpu_products.py [--threads 1] [--only NAME] [--rounds 15]

With one thread, CPU time is measured, so that a busy machine does not matter much; with more, wall time. The least of
interleaved rounds counts. oneDNN's and MKL's GEMM are those of the installed Paddle, loaded by file name; oneDNN's
convolution is torch's. A library is read when it is loaded, so imports stand in functions.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

# fmt: off
GEMMS = [
    (512, 512, 512), (1024, 1024, 1024), (2048, 2048, 2048), (256, 1024, 784), (2048, 1536, 512), (4096, 64, 64),
    (512, 512, 64), (64, 64, 64), (32, 32, 32), (1, 1024, 1024), (1024, 1, 1024), (16, 1024, 1024), (1024, 16, 1024),
    (256, 10, 1024), (8, 4096, 1024), (64, 64, 20000),
]
CONVOLUTIONS = [  # name, batch, channels, height = width, filters, kernel, stride, groups
    ("7x7 s2, 224", 1, 3, 224, 64, 7, 2, 1), ("3x3, 56", 1, 64, 56, 64, 3, 1, 1), ("3x3, 28", 1, 128, 28, 128, 3, 1, 1),
    ("3x3, 14", 1, 256, 14, 256, 3, 1, 1), ("3x3, 7", 1, 512, 7, 512, 3, 1, 1),
    ("3x3, 56, batch 8", 8, 64, 56, 64, 3, 1, 1), ("3x3, 7, batch 8", 8, 512, 7, 512, 3, 1, 1),
    ("3x3 s2, 56", 1, 128, 56, 128, 3, 2, 1), ("3x3 s2, 14", 1, 512, 14, 512, 3, 2, 1),
    ("1x1, 56", 1, 64, 56, 256, 1, 1, 1), ("1x1, 28", 1, 512, 28, 128, 1, 1, 1), ("1x1, 14", 1, 1024, 14, 256, 1, 1, 1),
    ("1x1, 7", 1, 2048, 7, 512, 1, 1, 1), ("1x1 s2, 56", 1, 256, 56, 512, 1, 2, 1),
    ("depthwise 3x3, 112", 1, 32, 112, 32, 3, 1, 32), ("depthwise 3x3 s2, 112", 1, 96, 112, 96, 3, 2, 96),
    ("depthwise 3x3, 56", 1, 144, 56, 144, 3, 1, 144), ("depthwise 3x3, 14", 1, 576, 14, 576, 3, 1, 576),
    ("depthwise 3x3, 7", 1, 960, 7, 960, 3, 1, 960), ("depthwise 5x5, 28", 1, 240, 28, 240, 5, 1, 240),
    ("depthwise 5x5 s2, 14", 1, 672, 14, 672, 5, 2, 672), ("3x3, 56, 32 groups", 1, 128, 56, 128, 3, 1, 32),
]
# fmt: on
Call = Callable[[], object]
Maker = Callable[[int, int, int, int, int, int], Call]
Timer = Callable[[dict[str, Call]], dict[str, float]]


def least(calls: dict[str, Call], rounds: int, clock: Callable[[], float]) -> dict[str, float]:
    """Seconds of each call: the least over interleaved rounds of runs of about 5 ms."""
    repeats: dict[str, int] = {}
    for name, call in calls.items():
        call()
        start = clock()
        call()
        repeats[name] = max(1, min(1000, int(5e-3 / max(clock() - start, 1e-7))))
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(rounds):
        for name, call in calls.items():
            start = clock()
            for _ in range(repeats[name]):
                call()
            best[name] = min(best[name], (clock() - start) / repeats[name])
    return best


def show(first: str, names: list[str], rows: Iterable[tuple[str, float, dict[str, Call]]], timer: Timer) -> None:
    """A table of GFLOP/s, and how long the best of ours takes in times of the best peer."""
    for number, (name, flops, calls) in enumerate(rows):
        times = timer(calls)
        own, peers = ([t for n, t in times.items() if n.startswith("own") == mine] for mine in (True, False))
        speeds = [f"{flops / times[n] / 1e9:.1f}" if n in times else "" for n in names]
        if number == 0:
            print(f"\n| {first} | " + " | ".join(names) + " | time / best peer |\n|" + " --- |" * (len(names) + 2))
        print(f"| {name} | " + " | ".join(speeds) + f" | {min(own) / min(peers):.2f} |", flush=True)


def peer_sgemm() -> dict[str, Maker]:
    """Makers of calls (m, n, k, a, b, c), row-major, of the BLAS that Paddle's wheel ships; none without Paddle."""
    spec = find_spec("paddle")
    if not spec or not spec.submodule_search_locations:
        return {}
    libs = Path(next(iter(spec.submodule_search_locations))) / "libs"
    ctypes.CDLL(str(libs / "libiomp5.so"), mode=ctypes.RTLD_GLOBAL)
    dnnl, mkl = ctypes.CDLL(str(libs / "libdnnl.so.3")), ctypes.CDLL(str(libs / "libmklml_intel.so"))
    i, f, p = ctypes.c_int64, ctypes.c_float, ctypes.c_void_p
    dnnl.dnnl_sgemm.argtypes = [ctypes.c_char, ctypes.c_char, i, i, i, f, p, i, p, i, f, p, i]
    mkl.cblas_sgemm.argtypes = [*[ctypes.c_int] * 6, f, p, ctypes.c_int, p, ctypes.c_int, f, p, ctypes.c_int]
    return {
        "oneDNN": lambda m, n, k, a, b, c: lambda: dnnl.dnnl_sgemm(b"N", b"N", m, n, k, 1.0, a, k, b, n, 0.0, c, n),
        "MKL": lambda m, n, k, a, b, c: lambda: mkl.cblas_sgemm(101, 111, 111, m, n, k, 1.0, a, k, b, n, 0.0, c, n),
    }


def gemm_calls(m: int, n: int, k: int, others: dict[str, Maker]) -> dict[str, Call]:
    import numpy as np
    import torch

    from pcc.codegen_cpu.target import host
    from pcc.runtime.cpu.gemm import Gemm, packed_size
    from pcc.runtime.cpu.library import library
    from pcc.runtime.cpu.microkernel import tile_of
    from tests.runtime.products import aligned, block

    run = library().function("pcc_gemm_f32", ctypes.POINTER(Gemm))
    pack = library().function("pcc_pack_b_f32", ctypes.c_void_p, *[ctypes.c_int64] * 4, ctypes.c_void_p)
    rng = np.random.default_rng(0)
    a, b = (rng.standard_normal((1, 1, *shape)).astype(np.float32) for shape in ((m, k), (k, n)))
    c = np.empty((1, 1, m, n), np.float32)
    packed = aligned(packed_size(tile_of(host(), "float"), n, k, False) // 4, c.dtype)
    pack(b.ctypes.data, n, 1, k, n, packed.ctypes.data)
    plain, ready = block(a, b, c), block(a, b, c, b_packed=1)
    ready.b = packed.ctypes.data
    ta, tb, tc = (torch.from_numpy(x[0, 0]) for x in (a, b, c))
    return {
        "own": lambda: run(plain),
        "own, B packed": lambda: (run(ready), packed),  # the parameters hold addresses only
        "torch": lambda: torch.mm(ta, tb, out=tc),
        "NumPy": lambda: np.matmul(a[0, 0], b[0, 0], out=c[0, 0]),
        **{x: make(m, n, k, a.ctypes.data, b.ctypes.data, c.ctypes.data) for x, make in others.items()},
    }


def convolution_calls(
    batch: int, channels: int, size: int, filters: int, kernel: int, stride: int, groups: int
) -> dict[str, Call]:
    import numpy as np
    import torch

    from pcc.runtime.cpu.conv import PANELS, PLAIN, WINOGRAD, Conv, filter_form
    from pcc.runtime.cpu.library import library
    from tests.runtime.convolutions import Case, block

    run = library().function("pcc_conv_f32", ctypes.POINTER(Conv))
    rng = np.random.default_rng(0)
    x = rng.standard_normal((batch, channels, size, size)).astype(np.float32)
    w = rng.standard_normal((filters, channels // groups, kernel, kernel)).astype(np.float32)
    case = Case((stride, stride), (1, 1), (kernel // 2, kernel // 2), groups)
    y = np.empty((batch, filters, *case.out((size, size), (kernel, kernel))), np.float32)

    def own(form: int) -> Call:
        parameters, packed = block(x, w, y, case, w_packed=form), packed_filters(w, groups, form)
        parameters.w = packed.ctypes.data
        return lambda: (run(parameters), packed, x, y)  # the parameters hold addresses only

    pixels = y[:, 0].size
    best = filter_form(w.shape[2:], case.stride, case.dilation, w.shape[1], filters // groups, groups, pixels)
    calls = {"own": own(PLAIN)} | ({"own, packed": own(PANELS)} if best != PLAIN else {})
    calls |= {"own, Winograd": own(WINOGRAD)} if best == WINOGRAD else {}
    tx, tw, attributes = torch.from_numpy(x), torch.from_numpy(w), (list(case.pad), list(case.stride), [1, 1], groups)
    tr = torch._C._nn.mkldnn_reorder_conv2d_weight(tw.to_mkldnn(), *attributes, list(x.shape))
    last, fused = tx.contiguous(memory_format=torch.channels_last), torch.ops.mkldnn._convolution_pointwise
    return calls | {
        "torch": lambda: torch.conv2d(tx, tw, None, stride, kernel // 2, 1, groups),
        "oneDNN, packed": lambda: fused(tx, tr, None, *attributes, "none", [], ""),
        "oneDNN, packed, NHWC": lambda: fused(last, tr, None, *attributes, "none", [], ""),
    }


def packed_filters(w: np.ndarray, groups: int, form: int) -> np.ndarray:
    from pcc.codegen_cpu.target import host
    from pcc.runtime.cpu import winograd
    from pcc.runtime.cpu.conv import PLAIN, WINOGRAD, packed_filters_size
    from pcc.runtime.cpu.library import library
    from pcc.runtime.cpu.microkernel import tile_of
    from tests.runtime.products import aligned

    if form == PLAIN:
        return w
    tile, pointer, integer = tile_of(host(), "float"), ctypes.c_void_p, ctypes.c_int64
    if form == WINOGRAD:
        out = aligned(winograd.packed_size(tile, *w.shape[:2]) // 4, w.dtype)
        pack = library().function("pcc_pack_winograd_f32", pointer, integer, integer, pointer)
        pack(w.ctypes.data, *w.shape[:2], out.ctypes.data)
    else:
        filters, k = w.shape[0] // groups, w[0].size
        out = aligned(packed_filters_size(tile, groups, filters, k) // 4, w.dtype)
        pack = library().function("pcc_pack_filters_f32", pointer, *[integer] * 3, pointer)
        pack(w.ctypes.data, groups, filters, k, out.ctypes.data)
    return out


def gemm_rows(only: str) -> Iterator[tuple[str, float, dict[str, Call]]]:
    others = peer_sgemm()
    for m, n, k in GEMMS:
        if only in f"{m}x{n}x{k}":
            yield f"{m} x {n} x {k}", 2.0 * m * n * k, gemm_calls(m, n, k, others)


def convolution_rows(only: str) -> Iterator[tuple[str, float, dict[str, Call]]]:
    for name, *case in CONVOLUTIONS:
        batch, channels, size, filters, kernel, stride, groups = case
        if only in name:
            pixels = ((size + 2 * (kernel // 2) - kernel) // stride + 1) ** 2
            flops = 2.0 * batch * filters * pixels * (channels // groups) * kernel**2
            yield name, flops, convolution_calls(*case)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # read by peers when they are loaded
        os.environ[name] = str(options.threads)
    import torch

    from pcc.runtime.cpu.library import library

    torch.set_num_threads(options.threads)
    library().function("pcc_pool_init", ctypes.c_int64)(options.threads)
    clock = time.thread_time if options.threads == 1 else time.perf_counter
    timer = lambda calls: least(calls, options.rounds, clock)  # noqa: E731
    with torch.no_grad():
        names = ["own", "own, B packed", "torch", "NumPy", "oneDNN", "MKL"]
        show("M x N x K", names, gemm_rows(options.only), timer)
        names = ["own", "own, packed", "own, Winograd", "torch", "oneDNN, packed", "oneDNN, packed, NHWC"]
        show("convolution", names, convolution_rows(options.only), timer)


if __name__ == "__main__":
    main()
