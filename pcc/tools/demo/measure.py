"""Measures one model: compile, compare with Paddle eager, time against eager and to_static."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import paddle

import pcc
from pcc.codegen_cpu.target import host
from pcc.frontends.paddle.program import LeftToPaddleWarning
from pcc.runtime.cpu.library import library
from pcc.tools.demo import models
from pcc.tools.demo.catalogue import TITLES
from pcc.tools.demo.measurement import Kernel, Measurement
from pcc.tools.demo.models import Model
from pcc.tools.demo.timing import interleaved

TOLERANCE = 1e-3  # a result that is further from Paddle's, relative to its largest number, is a failure
SEED = 0

Call = Callable[[], Any]
Progress = Callable[[str], None]


def measure(name: str, progress: Progress) -> Measurement:
    """Everything about one model, without gradients. `progress` is told what is being done."""
    progress("making the model")
    paddle.seed(SEED)
    warnings.simplefilter("ignore", LeftToPaddleWarning)  # the table says it
    model: Model = getattr(models, name)()
    with paddle.no_grad():
        return _measured(name, model, progress)


def _measured(name: str, model: Model, progress: Progress) -> Measurement:
    found = Measurement(name, TITLES[name], model.input)
    progress("loading the CPU library, compiled once per machine")
    _ = library(host()).symbols
    progress("compiling")
    jitted = pcc.jit(model.run)
    explained = pcc.explain(jitted)(*model.args)
    found.ops = explained.ops + len(explained.left_to_paddle)
    found.left = [str(left) for left in explained.left_to_paddle]
    found.kernels = [Kernel(kernel.kind, list(kernel.ops), list(kernel.results)) for kernel in explained.fused]
    found.arena_bytes = explained.arena_bytes
    found.compile_s, found.steps = explained.compile_seconds, explained.seconds
    progress("comparing")
    found.error = difference(jitted(*model.args), model.run(*model.args))
    if not found.error <= TOLERANCE:
        found.failure = f"differs from Paddle by {found.error:.1e} of the largest number"
    calls: dict[str, Call] = {"pcc": lambda: jitted(*model.args), "eager": lambda: model.run(*model.args)}
    try:
        calls["to_static"] = _to_static(model)
    except Exception as error:  # a peer's failure is a finding, not the demo's
        found.absent["to_static"] = one_line(error)
    progress("timing")
    found.seconds = interleaved(calls)
    return found


def _to_static(model: Model) -> Call:
    """The model under Paddle's own compiler, warmed up. It takes no variadic arguments, so it gets a list."""

    def of_list(args: list[Any]) -> Any:
        return model.run(*args)

    static = paddle.jit.to_static(of_list, full_graph=True)
    static(list(model.args))
    return lambda: static(list(model.args))


def difference(result: Any, expected: Any) -> float:
    """max |result - expected| / max |expected|, over all tensors of a nest; infinite if shapes or dtypes differ."""
    pairs = list(zip(_arrays(result), _arrays(expected), strict=True))
    if any(a.shape != b.shape or a.dtype != b.dtype for a, b in pairs):
        return math.inf
    return max((_relative(a.astype(np.float64), b.astype(np.float64)) for a, b in pairs), default=0.0)


def _relative(result: Any, expected: Any) -> float:
    size = float(np.max(np.abs(expected), initial=0.0))
    gap = float(np.max(np.abs(result - expected), initial=0.0))
    return gap / size if size else gap


def _arrays(nest: Any) -> Iterator[Any]:
    if isinstance(nest, Sequence):
        for part in nest:
            yield from _arrays(part)
    else:
        yield nest.numpy()


def one_line(error: BaseException) -> str:
    """`Type: message`, on one line of at most 200 characters."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:200].rstrip(": ")
