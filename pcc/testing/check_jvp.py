"""Check the derivatives of an op on its samples: first and second order, in float64, against finite differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

import numpy as np
from xdsl.dialects.builtin import ModuleOp, f64

from pcc.dialects.pd.base import PdOp, Sample, dtype_of, is_float
from pcc.frontends.paddle.capture import Captured
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.segment import Segment
from pcc.passes.jvp import Jvp
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.testing.check_op import Typed, check_wide, exact
from pcc.testing.failures import NoReference, WrongValue
from pcc.testing.inputs import Array, draw, numbers
from pcc.testing.run import Compiled, results_of

ORDERS = 3
STEP, LIMIT = 1e-6, 1e-5  # of differences; the error that is allowed, relative to the derivative or to 1


def check_jvp(kind: type[PdOp], number: int) -> float | None:
    """Check one sample of an op class, with its floats as float64.

    Returns:
        The largest error of both orders; None if nothing in it has a derivative.

    Raises:
        CheckFailure: a tangent that differs from Paddle's own differences, or whose tangent differs from its.
        NotDifferentiable: the op has no rule.
    """
    label, sample = f"{kind.name} sample {number}, derivative", in_float64(kind.SAMPLES[number])
    tensors = draw(sample.specs, label)
    captured, segment = check_wide(kind, sample, tensors, label)
    return Check.of(sample, captured, segment, tensors, label).worst()


def in_float64(sample: Sample) -> Sample:
    """Without special values, which have no derivative."""
    wide = [replace(s, dtype="float64", special=False) if "float" in s.dtype else s for s in sample.specs]
    return replace(sample, specs=tuple(wide))


class Check:
    """One program, its arguments, and directions for those that a user gave."""

    def __init__(self, sample: Sample, module: ModuleOp, arrays: Sequence[Array], given: int, label: str) -> None:
        self.sample, self.module, self.arrays, self.given, self.label = sample, module, list(arrays), given, label
        self.results = results_of(module)
        arguments = main_of(module).body.block.args
        self.floats = [n for n, a in enumerate(arguments) if is_float(dtype_of(a))]
        rng = np.random.default_rng(crc32(label.encode()))
        zeros = lambda n: np.zeros_like(arrays[n])  # noqa: E731
        draw_one = lambda n: np.asarray(rng.standard_normal(arrays[n].shape)) if n < given else zeros(n)  # noqa: E731
        self.directions = [[draw_one(n).astype(arrays[n].dtype) for n in self.floats] for _ in range(ORDERS)]

    @classmethod
    def of(cls, sample: Sample, captured: Captured, segment: Segment, tensors: Sequence[Any], label: str) -> Check:
        """Of a sample's program, which was imported whole."""
        return cls(sample, segment.module, arguments_at(captured, segment, tensors), len(tensors), label)

    def worst(self, orders: int = 2) -> float | None:
        """The largest error of derivatives up to an order; None if nothing has one.

        The first is compared with Paddle's differences and our own, the others with differences of the one before.
        """
        if not any(is_float(dtype_of(r)) for r in self.results) or not any(n < self.given for n in self.floats):
            return None
        shown = range(len(self.paddle(self.arrays)))  # without running statistics, which are results here
        where = [n for n in shown if dtype_of(self.results[n]) == f64]  # differences of others say nothing
        if not where:
            return None
        module, worst, before = self.module.clone(), 0.0, self.order(self.module, 0, where)
        paddles = self.paddles(where, before(self.arrays))
        for order, direction in enumerate(self.directions[:orders], 1):
            module = derived(module)
            tangents = self.order(module, order, where)
            found = tangents(self.arrays)
            if order == 1:
                worst = self.compare(found, *paddles, "Paddle's ")
            wanted = self.differences(before, direction)
            worst = max(worst, self.compare(found, wanted, 0.0, f"order {order}, "))
            before = tangents
        return worst

    def order(self, module: ModuleOp, order: int, where: Sequence[int]) -> Callable[[Sequence[Array]], list[Array]]:
        """The tangents of an order along the first directions, from that many times derived code, by the arguments."""
        compiled = Compiled(module.clone())
        floats = [n for n, r in enumerate(self.results) if is_float(dtype_of(r))]

        def tangents(arrays: Sequence[Array]) -> list[Array]:
            given, moving = list(arrays), [arrays[n] for n in self.floats]
            for direction in self.directions[:order]:  # earlier directions do not move
                more = [*direction, *(np.zeros_like(a) for a in moving[len(direction) :])]
                given, moving = given + more, moving + more
            results = compiled(given)
            last = len(results) - len(floats)
            return [results[last + floats.index(n) if order else n] for n in where]

        return tangents

    def paddles(self, where: Sequence[int], found: Sequence[Array]) -> tuple[list[Array], float]:
        """Paddle's differences, and how precise they can be: some of its kernels compute in float32."""

        def at(moved: Sequence[Array]) -> list[Array]:
            results = self.paddle(moved)
            return [numbers(*results[n]) for n in where]

        apart = [np.abs(a - b) for a, b in zip(at(self.arrays), found, strict=True)]
        noise = max((float(np.nanmax(a)) for a in apart if a.size), default=0.0)
        return self.differences(at, self.directions[0]), noise / STEP

    def paddle(self, arrays: Sequence[Array]) -> list[Typed]:
        found = exact(self.sample, [paddle.to_tensor(a) for a in arrays[: self.given]])
        if found is None:
            raise NoReference(f"{self.label}: Paddle cannot compute it in float64, and it has no reference")
        return found

    def differences(self, function: Callable[[Sequence[Array]], list[Array]], along: Sequence[Array]) -> list[Array]:
        """Of a function of the arguments, along directions."""
        sides: list[list[Array]] = []
        for sign in (1, -1):
            moved = list(self.arrays)
            for n, step in zip(self.floats, along, strict=True):
                moved[n] = moved[n] + sign * STEP * step
            sides.append(function(moved))
        return [(a - b) / (2 * STEP) for a, b in zip(*sides, strict=True)]

    def compare(self, got: Sequence[Array], want: Sequence[Array], noise: float, what: str) -> float:
        worst = 0.0
        for number, (a, b) in enumerate(zip(got, want, strict=True)):
            error = np.abs(a - b) / (1 + np.abs(b))
            error = np.where(np.isnan(a) & np.isnan(b), 0.0, np.where(np.isnan(error), np.inf, error))
            worst = max(worst, float(error.max(initial=0.0)))
            if worst > LIMIT + noise:
                raise WrongValue(f"{self.label}: {what}tangent {number} is off by {worst:.3g}")
        return worst


def arguments_at(captured: Captured, segment: Segment, tensors: Sequence[Any]) -> list[Array]:
    """What a program that was imported whole is given: a user's tensors, parameters, constants."""
    given = [*tensors, *(tensor for _, tensor in captured.parameters)]
    return [t.numpy() for t in given] + [c.array for c in segment.literals.values()]


def derived(module: ModuleOp) -> ModuleOp:
    """The program with its tangent, verified."""
    Execution(main_of(module)).run([Jvp()])
    module.verify()
    return module
