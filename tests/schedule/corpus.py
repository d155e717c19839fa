"""Programs that show what passes do to each other: FileCheck tests of passes, random programs, and a few of purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import paddle
import paddle.nn.functional as F
from xdsl.dialects.builtin import ModuleOp, StringAttr

from pcc.dialects.text import parse_module
from pcc.frontends.paddle.capture import capture
from pcc.frontends.paddle.program import Program
from pcc.passes.base import plannable
from pcc.passes.lower_to_loops import InLoops
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.schedule.goals import CpuExecutable
from pcc.schedule.planner import toward
from pcc.testing.check_passes import Lab
from tests.passes.test_lit_execution import cases, module_of
from tests.passes.test_random_programs import BASIC, program

GOAL = CpuExecutable.wants
KINDS = {name: kind for name, kind in toward(GOAL, plannable()).items() if name not in CpuExecutable.avoids}
LARGE = [1 << 17]
PURPOSE: list[tuple[Callable[..., Any], list[list[int]], str]] = [
    (lambda x: F.scaled_dot_product_attention(x, x, x), [[1, 8, 2, 4]], "bfloat16"),
    (lambda x, y: F.linear(x, y).sum() + F.linear(x, y).mean(), [[8, 8], [8, 8]], "bfloat16"),
    (lambda x: F.softmax(x, 0) + F.softmax(x, 0), [LARGE], "float32"),
    (lambda x: F.softmax(x, 0) + F.log_softmax(x, 0), [[5, 7]], "float32"),
    (lambda x: (paddle.tanh(x)[:2], paddle.exp(x)[:2]), [[4]], "float32"),
    (lambda x: F.softmax(x, 0)[:7], [LARGE], "float32"),
    (lambda x: x.sum() + x.sum(), [LARGE], "float32"),
    (lambda x: paddle.mean(x) * paddle.sum(x), [LARGE], "float32"),
    (lambda x: (paddle.tanh(x)[:, :2] + paddle.tanh(x)[:, 2:], paddle.tanh(x)[:, :2]), [[6, 4]], "float32"),
    (lambda x: F.silu(x)[:2] * F.silu(x)[2:], [[4, 8]], "float32"),
    (lambda x, y: paddle.prod(paddle.clip(x[:, None] - y[None], 0.0)[..., :2], -1), [[5, 2], [3, 2]], "float32"),
    (lambda x, y: (w := paddle.clip(x[:, None] - y, 0.0))[..., 0] * w[..., 1], [[5, 2], [3, 2]], "float32"),
    (lambda x: F.layer_norm(x, [8]).transpose([1, 0]).transpose([1, 0]), [[4, 8]], "float32"),
    (lambda x: F.gelu(x).astype("float32").reshape([8, 4]).reshape([4, 8]), [[4, 8]], "float32"),
    (lambda x: paddle.nonzero(F.softmax(x, 0)) + 1, [[4, 8]], "float32"),
    (lambda x: paddle.fft.rfft(F.softmax(x, 0)).real() + 1, [[4, 8]], "float32"),
    (lambda x: paddle.static.nn.cond(x.sum() > 0, lambda: F.softmax(x, 0), lambda: x * 2), [[4, 8]], "float32"),
    (lambda x: (t := paddle.tanh(x), t * 2)[0][:2] + 1, [[4, 8]], "float32"),
    (lambda x: paddle.split(F.sigmoid(x), 2, 1)[0] + 1, [[4, 8]], "float32"),
]

NARROW = """func.func @main(%x: tensor<5x8xbf16>, %v: tensor<8xbf16>) -> tensor<5xbf16> {
  %0 = pd.mv %x, %v : (tensor<5x8xbf16>, tensor<8xbf16>) -> tensor<5xbf16>
  func.return %0 : tensor<5xbf16>
}"""


def imported(fn: Callable[..., Any], shapes: list[list[int]], dtype: str = "float32") -> ModuleOp:
    """A function's first segment."""
    args = [paddle.ones(shape).astype(dtype) for shape in shapes]
    return Program(capture(fn, tuple(args))).imported(args)[0].module


def kernels(fn: Callable[..., Any], shapes: list[list[int]], dtype: str = "float32") -> Iterator[ModuleOp]:
    """The kernel functions that a function becomes, each a program of its own."""
    module = imported(fn, shapes, dtype)
    steps = CpuExecutable().plan()
    for kernel, _ in Execution(main_of(module)).grow([step for step in steps if InLoops not in step.gives]):
        made = kernel.clone()
        made.properties["sym_name"] = StringAttr("main")
        yield ModuleOp([made])


def captured() -> dict[str, Callable[[], ModuleOp]]:
    """What imports each program that is a Paddle function, by name."""
    made = {f"purpose {n}": partial(imported, *example) for n, example in enumerate(PURPOSE)}
    return made | {f"random {seed}": partial(_random, seed) for seed in range(20)}


def _random(seed: int) -> ModuleOp:
    made = program(seed, BASIC)
    return imported(made, made.inputs)


@cache
def corpus() -> tuple[Lab, dict[str, str]]:
    """A lab, and the canonical texts of its programs by name."""
    lab = Lab()
    found = {f"{file}@{name}": lab.add(module_of(file, name)) for file, name in sorted({c[:2] for c in cases()})}
    found["narrow"] = lab.add(parse_module(NARROW))
    found |= {f"kernel {n}": lab.add(made) for n, made in enumerate(kernels(*PURPOSE[1]))}
    found |= {name: lab.add(make()) for name, make in captured().items()}
    return lab, found
