"""Check the batching of an op on its samples: many calls at once against one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any
from zlib import crc32

import numpy as np
from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.pd.base import PdOp, Sample, dtype_of, is_float
from pcc.frontends.paddle.capture import Captured
from pcc.frontends.paddle.segment import Segment
from pcc.passes.base import Transform
from pcc.passes.jvp import Jvp
from pcc.passes.vmap import Vmap
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.testing.check_jvp import in_float64
from pcc.testing.check_op import check_wide
from pcc.testing.compare import allowed, compare
from pcc.testing.failures import WrongType, WrongValue
from pcc.testing.inputs import Array, draw, numbers
from pcc.testing.run import Compiled, results_of, run

CALLS, AGAIN = 3, 2  # calls of a batch, batches of a batch of batches
LIMIT = 1e-9  # the error of derivatives in float64 that is allowed
Axes = Sequence[int | None]  # of the arguments that a user gave; None: the same in all calls


def check_vmap(kind: type[PdOp], number: int) -> float:
    """Check one sample of an op class: every argument alone along every axis, all together, and batches of batches.

    Returns:
        The largest error.

    Raises:
        CheckFailure: a result that differs from that of single calls.
        NotBatchable: the op has no rule.
    """
    calls = Calls.of(kind, kind.SAMPLES[number], f"{kind.name} sample {number}, batched")
    given = range(calls.given)
    alone = [[axis if n == m else None for n in given] for m in given for axis in calls.axes(m)]
    together: list[list[Axes]] = [[[0] * calls.given, [-1] * calls.given]]
    first, others = [0 if n == 0 else None for n in given], [None if n == 0 else -1 for n in given]
    twice = together + [[first, others]] * (calls.given > 1)
    return max([calls.error([axes]) for axes in [*alone, *together[0]]] + [calls.error(levels) for levels in twice])


def check_vmap_and_jvp(kind: type[PdOp], number: int) -> float:
    """Check in the same way, in float64, the derivative of a batch, and a batch of derivatives."""
    sample = in_float64(kind.SAMPLES[number])
    return Calls.of(kind, sample, f"{kind.name} sample {number}, batched derivative").derivatives()


@dataclass(frozen=True)
class Calls:
    """A program, and its arguments in several calls, of which a user gave the first few."""

    sample: Sample
    module: ModuleOp
    arrays: list[list[Array]]
    given: int
    label: str

    @staticmethod
    def of(kind: type[PdOp], sample: Sample, label: str) -> Calls:
        drawn = several(sample, label)
        return Calls.of_program(sample, *check_wide(kind, sample, drawn[0], label), drawn, label)

    @staticmethod
    def of_program(sample: Sample, captured: Captured, segment: Segment, drawn: list[list[Any]], label: str) -> Calls:
        """Of a sample's program, which was imported whole, with the arguments of all calls."""
        rest = [tensor.numpy() for _, tensor in captured.parameters] + [c.array for c in segment.literals.values()]
        arrays = [[*(t.numpy() for t in tensors), *rest] for tensors in drawn]
        return Calls(sample, segment.module, arrays, len(sample.specs), label)

    @cached_property
    def single(self) -> Compiled:
        """The program of one call."""
        return Compiled(self.module.clone())

    def axes(self, number: int) -> range:
        """Where an argument can have the calls."""
        return range(self.arrays[0][number].ndim + 1)

    def error(self, levels: Sequence[Axes]) -> float:
        """The largest error of a batch, or of a batch of batches, each with its axes, against single calls."""
        sizes = [CALLS, AGAIN][: len(levels)]
        steps = [Vmap(text(axes, len(self.arrays[0])), size) for axes, size in zip(levels, sizes, strict=True)]
        got = run(transformed(self.module, *steps), self.stacked(levels, sizes))
        singles = {at: self.single(self.call(levels, at)) for at in product(*map(range, sizes))}
        return self.compare(got, singles, sizes, f"over {', '.join(text(axes) for axes in levels)}", None)

    def call(self, levels: Sequence[Axes], at: Sequence[int]) -> list[Array]:
        """The arguments of one call: an argument differs along the levels that have it."""

        def number(n: int) -> int:
            moves = [
                place if n < self.given and axes[n] is not None else 0 for axes, place in zip(levels, at, strict=True)
            ]
            return sum(m * step for m, step in zip(moves, (1, CALLS), strict=False))

        return [self.arrays[number(n)][n] for n in range(len(self.arrays[0]))]

    def stacked(self, levels: Sequence[Axes], sizes: Sequence[int]) -> list[Array]:
        """The arguments of all calls."""

        def whole(n: int, outer: tuple[int, ...]) -> Array:
            level = len(levels) - len(outer) - 1
            if level < 0:
                return self.call(levels, outer)[n]
            axis = levels[level][n] if n < self.given else None
            parts = [whole(n, (place, *outer)) for place in range(sizes[level] if axis is not None else 1)]
            return parts[0] if axis is None else np.stack(parts, axis)

        return [whole(n, ()) for n in range(len(self.arrays[0]))]

    def derivatives(self) -> float:
        """The largest error of both orders, along random directions."""
        count, axes = len(self.arrays[0]), [0] * self.given
        floats = [n for n in range(self.given) if self.arrays[0][n].dtype.kind == "f"]
        rng = np.random.default_rng(crc32(self.label.encode()))
        along = [[np.asarray(rng.standard_normal(a[n].shape)) for n in floats] for a in self.arrays[:CALLS]]
        jvp = Jvp(".".join(map(str, floats)))
        if not floats:
            return 0.0
        single = Compiled(transformed(self.module, jvp))
        singles = {(n,): single([*self.arrays[n], *along[n]]) for n in range(CALLS)}
        moved = [np.stack(parts) for parts in zip(*along, strict=True)]
        given = [*self.stacked([axes], [CALLS]), *moved]
        one, other = Vmap(text(axes, count), CALLS), Vmap(f"{text(axes, count)}{'.0' * len(floats)}", CALLS)
        worst = 0.0
        for name, steps in (("of a batch", (one, jvp)), ("in a batch", (jvp, other))):
            got = run(transformed(self.module, *steps), given)
            worst = max(worst, self.compare(got, singles, [CALLS], name, LIMIT))
        return worst

    def compare(
        self, got: Sequence[Array], singles: dict[tuple[int, ...], list[Array]], sizes: Sequence[int], how: str,
        limit: float | None,
    ) -> float:  # fmt: skip
        """The largest error of results with the calls in front, outermost first."""
        worst, types = 0.0, [dtype_of(v) for v in results_of(self.module)]
        inputs = [dtype_of(a) for a in main_of(self.module).body.block.args]
        for n, result in enumerate(got):
            dtype, name = types[n % len(types)], f"{self.label} {how}, result {n}"
            single = next(iter(singles.values()))[n]
            if result.shape != (*sizes[::-1], *single.shape):
                raise WrongType(f"{name}: {list(result.shape)} for {sizes} calls with {list(single.shape)}")
            usual = allowed(self.sample.tolerance, [*inputs, dtype]) if is_float(dtype) else 0.0
            for at, wanted in singles.items():
                one, want = (numbers(a, dtype) for a in (result[at[::-1]], wanted[n]))
                worst = max(worst, compare(one, want, limit or usual, WrongValue, f"{name}, call {list(at)}"))
        return worst


def several(sample: Sample, label: str) -> list[list[Any]]:
    """The arguments of all calls of batches of batches."""
    return [draw(sample.specs, f"{label}, call {n}") for n in range(CALLS * AGAIN)]


def text(axes: Axes, count: int = 0) -> str:
    """Axes as an option of the pass, of at least so many arguments."""
    return ".".join(["-" if axis is None else str(axis) for axis in axes] + ["-"] * (count - len(axes)))


def transformed(module: ModuleOp, *steps: Transform) -> ModuleOp:
    """A program after some transformations, verified."""
    made = module.clone()
    Execution(main_of(made)).run(steps)
    made.verify()
    return made
