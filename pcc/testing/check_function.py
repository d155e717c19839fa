"""Check the transforms of a function at some arguments: derivatives against differences, batches against a loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

import pcc
from pcc.frontends.paddle.nest import Nest, is_float
from pcc.frontends.paddle.private import paddle
from pcc.testing.failures import WrongValue

STEP = 1e-6  # of differences
CALLS = 3  # of a batch


def check_function(fn: Callable[..., Any], args: Sequence[Any], order: int = 2, tolerance: float = 1e-5) -> None:
    """Check jvp up to an order, vjp, vmap along the first and last axis, vmap of jvp and jvp of vmap of `fn` at `args`.

    Args:
        fn: a function of tensors, smooth at `args`.
        args: tensors, and tuples, lists and dicts of them; floats are taken as float64.
        tolerance: relative to the largest element of a result, or to 1.

    Raises:
        WrongValue: something differs; the message says what and by how much.
        TransformError: a transform does not exist.
    """
    nest = Nest.of(tuple(args), numbers=True)
    leaves = [leaf.astype("float64") if is_float(leaf) else leaf for leaf in nest.leaves]
    Check(nest, leaves, tolerance, np.random.default_rng(0)).run(lambda *given: fn(*nest.filled(given)), order)


class Check:
    """Functions of a list of tensors."""

    def __init__(self, nest: Nest, leaves: list[Any], tolerance: float, rng: np.random.Generator) -> None:
        self.nest, self.leaves, self.tolerance, self.rng = nest, leaves, tolerance, rng
        self.along = [self.like(leaf) if is_float(leaf) else None for leaf in leaves]

    def run(self, fn: Callable[..., Any], order: int) -> None:
        along, moved = self.along, fn
        for number in range(1, order + 1):
            inner, moved = moved, derivative(moved, along)
            self.compare(f"jvp of order {number}", moved(*self.leaves), self.differences(inner))
        self.dot(fn)
        pushed = derivative(fn, along)
        for axis in (0, -1):
            self.batched(f"vmap over axis {axis}", fn, axis)
        self.batched("vmap of jvp", pushed, 0)
        self.jvp_of_vmap(fn)

    def like(self, leaf: Any) -> Any:
        return paddle.to_tensor(self.rng.standard_normal(leaf.shape), dtype=leaf.dtype)

    def differences(self, fn: Callable[..., Any]) -> Any:
        sides = []
        for sign in (1, -1):
            moved = [x if v is None else x + sign * STEP * v for x, v in zip(self.leaves, self.along, strict=True)]
            sides.append(Nest.of(pcc.jit(fn)(*moved)))
        plus, minus = sides
        pairs = zip(plus.leaves, minus.leaves, strict=True)
        return plus.filled([(a - b) / (2 * STEP) if is_float(a) else None for a, b in pairs])

    def dot(self, fn: Callable[..., Any]) -> None:
        """<ct, J v> = <J' ct, v>"""
        moved = pcc.jvp(fn, self.leaves, self.along)[1]
        cotangent = Nest.of(moved)
        given = cotangent.filled([self.like(leaf) for leaf in cotangent.leaves])
        pulled = pcc.vjp(fn, *self.leaves)[1](given)
        forward = sum(float((c * t).sum()) for c, t in zip(Nest.of(given).leaves, cotangent.leaves, strict=True))
        pairs = zip(pulled, self.along, strict=True)
        backward = sum(float((c * v).sum()) for c, v in pairs if v is not None)
        self.compare("vjp, its product with a direction", paddle.to_tensor(backward), paddle.to_tensor(forward))

    def batched(self, what: str, fn: Callable[..., Any], axis: int) -> None:
        calls = self.calls()
        stacked = [paddle.stack(list(column), axis) for column in zip(*calls, strict=True)]
        self.compare(what, pcc.vmap(fn, in_axes=axis)(*stacked), self.looped(fn, calls))

    def jvp_of_vmap(self, fn: Callable[..., Any]) -> None:
        calls = self.calls()
        stacked = [paddle.stack(list(column)) for column in zip(*calls, strict=True)]
        along = [None if v is None else paddle.stack([v] * CALLS) for v in self.along]
        moved = pcc.jvp(pcc.vmap(fn), stacked, along)[1]
        self.compare("jvp of vmap", moved, self.looped(derivative(fn, self.along), calls))

    def calls(self) -> list[list[Any]]:
        """The arguments, and some near them."""
        near = [[x + 1e-2 * self.like(x) if is_float(x) else x for x in self.leaves] for _ in range(CALLS - 1)]
        return [self.leaves, *near]

    def looped(self, fn: Callable[..., Any], calls: list[list[Any]]) -> Any:
        found = [Nest.of(pcc.jit(fn)(*call)) for call in calls]
        return found[0].filled([paddle.stack(list(column)) for column in zip(*(n.leaves for n in found), strict=True)])

    def compare(self, what: str, got: Any, want: Any) -> None:
        for number, (a, b) in enumerate(zip(Nest.of(got).leaves, Nest.of(want).leaves, strict=True)):
            x, y = a.numpy(), b.numpy()
            if x.shape != y.shape:
                raise WrongValue(f"{what}: result {number} has shape {list(x.shape)}, not {list(y.shape)}")
            error = np.abs(x - y).max(initial=0.0) / max(1.0, np.abs(y).max(initial=0.0))
            if not error <= self.tolerance:
                raise WrongValue(f"{what}: result {number} is off by {error:.3g}")


def derivative(fn: Callable[..., Any], along: Sequence[Any]) -> Callable[..., Any]:
    """Of a function, along a direction."""
    return lambda *leaves: pcc.jvp(fn, leaves, along)[1]
