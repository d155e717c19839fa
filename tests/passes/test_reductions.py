"""Reductions in fused kernels, and cut into parts, give what NumPy gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from xdsl.ir import SSAValue

from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.running import LogcumsumexpOp
from pcc.testing.run import run
from tests.passes.program import program


def check(
    shape: Sequence[int], body: Callable[[Any, Any], Sequence[Any]], wanted: Callable[[Any], Sequence[Any]]
) -> None:
    x = np.random.default_rng(0).uniform(-1, 1, shape).astype(np.float32)
    for got, want in zip(run(program(shape, body), [x]), wanted(x.astype(np.float64)), strict=True):
        np.testing.assert_allclose(got, want, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize(
    ("shape", "axes"), [((4, 70), [1]), ((3, 5, 7), [1]), ((40, 50), [0]), ((2, 3, 4, 5), [1, 2]), ((3, 1, 33), [0, 1])]
)
@pytest.mark.parametrize("keep", [False, True])
def test_a_sum_and_what_it_sums_are_both_results(shape: Sequence[int], axes: list[int], keep: bool) -> None:
    def body(b: Builder, x: SSAValue) -> Sequence[SSAValue]:
        e = b.exp(x)
        return [e, b.add(b.sum(e, axes, keep), 1.0)]

    check(shape, body, lambda x: [np.exp(x), np.exp(x).sum(tuple(axes), keepdims=keep) + 1])


@pytest.mark.parametrize(
    ("shape", "axes"), [((3, 400, 100), []), ((2, 70001), [1]), ((70000, 3), [0]), ((300, 2, 500), [0, 2])]
)
def test_large_reductions(shape: Sequence[int], axes: list[int]) -> None:
    def body(b: Builder, x: SSAValue) -> Sequence[SSAValue]:
        y = b.mul(x, x)
        return [b.sum(y, axes), b.mean(y, axes, keepdim=True), b.max(x, axes)]

    over = tuple(axes) or None
    check(shape, body, lambda x: [(x * x).sum(over), (x * x).mean(over, keepdims=True), x.max(over)])


@pytest.mark.parametrize("shape", [(2, 513, 600), (3, 64, 2048), (2, 3, 90, 1000)])
def test_columns_of_far_rows(shape: Sequence[int]) -> None:
    def body(b: Builder, x: SSAValue) -> Sequence[SSAValue]:
        y = b.max(x, [-2])
        return [b.add(b.mean(b.mul(x, x), [-2]), 1.0), y]

    check(shape, body, lambda x: [(x * x).mean(-2) + 1, x.max(-2)])
    check(shape, lambda b, x: [b.sum(x, [1])], lambda x: [x.sum(1)])


def test_softmax_of_one_long_row() -> None:
    def body(b: Builder, x: SSAValue) -> Sequence[SSAValue]:
        e = b.exp(b.sub(x, b.max(x, [1], keepdim=True)))
        return [b.div(e, b.sum(e, [1], keepdim=True))]

    check((1, 200_000), body, lambda x: [np.exp(x) / np.exp(x).sum()])


def test_sums_of_two_forms_that_wait_for_each_other() -> None:
    """`a` needs `c`, and `d` needs `b`: a with b, and c with d, would each be one pass that waits for the other."""

    def body(b: Builder, x: SSAValue) -> Sequence[SSAValue]:
        c = b.sum(x, [0], keepdim=True)
        a, other = b.sum(b.mul(x, c), [0]), b.sum(b.mul(x, x), [0])
        d = b.sum(b.mul(x, other), [0], keepdim=True)
        return [b.add(b.mul(x, a), b.mul(c, d))]

    check((3,), body, lambda x: [x * (x * x.sum()).sum() + x.sum() * (x * (x * x).sum()).sum()])


@pytest.mark.parametrize("n", [3, 70])
def test_a_running_logsumexp_that_begins_with_nothing(n: int) -> None:
    x = np.full((2, n + 2), -np.inf, np.float32)
    x[:, n:] = 1, 2
    options = {"axis": 1, "flatten": False, "exclusive": False, "reverse": False}
    (got,) = run(program(x.shape, lambda b, v: [b.op(LogcumsumexpOp, v, **options)]), [x])
    np.testing.assert_array_equal(got[:, :n], np.full((2, n), np.finfo(np.float32).min))
    np.testing.assert_allclose(got[:, n:], np.broadcast_to(np.logaddexp.accumulate([1.0, 2.0]), (2, 2)), rtol=1e-6)
