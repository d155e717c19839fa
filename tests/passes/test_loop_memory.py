"""What a loop carries is written over where nothing reads it any more, and only there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import paddle
import pytest

import pcc

Values = Sequence[Any]
Step = Callable[[Any, Values], Values]


def row(n: Any) -> Any:
    return paddle.reshape(n, [1])


def fibonacci(_: Any, values: Values) -> Values:
    a, b, *rest = values
    return [b, a + 0.5 * b, *rest]


def turned(_: Any, values: Values) -> Values:
    return [*values[1:], values[0]]


def doubled(_: Any, values: Values) -> Values:
    a, _, c = values
    new = paddle.tanh(a + c)
    return [new, new, c * 0.5]


def kept(_: Any, values: Values) -> Values:
    a, b, c = values
    return [paddle.tanh(a + 1), a, b + c]


def staying(_: Any, values: Values) -> Values:
    _, b, c = values
    return [b, b, c * 0.5]


def written(n: Any, values: Values) -> Values:
    a, b, c = values
    return [paddle.scatter(a, row(n), paddle.reshape(b.sum(0), [1, 4])), b, c * 0.5]


def written_from_itself(n: Any, values: Values) -> Values:
    a, b, c = values
    moved = paddle.gather(a, row(3 - n))
    return [paddle.scatter(a, row(n), moved + 1), b, paddle.scatter(c, row(n), c[1:2])]


def read_after(n: Any, values: Values) -> Values:
    a, b, c = values
    new = paddle.scatter(a, row(n), b[:1])
    return [new, b + a, c * 0.5]


def added(n: Any, values: Values) -> Values:
    a, b, c = values
    return [paddle.index_add(a, paddle.concat([row(n), row(n)]), 0, b[:2]), paddle.tanh(b), c]


def summed(_: Any, values: Values) -> Values:
    a, b, c = values
    return [0.1 * a + a.sum(0, keepdim=True), 0.1 * b + b.sum(1, keepdim=True), c.T * 0.5]


def multiplied(_: Any, values: Values) -> Values:
    a, b, c = values
    return [paddle.tanh(a @ b), paddle.tanh(b @ a), paddle.tanh(c @ c)]


def branching(n: Any, values: Values) -> Values:
    a, b, c = values
    taken = paddle.static.nn.cond(n < 2, lambda: [a + b, b * 0.5], lambda: [b, a])
    return [*taken, c + a]


STEPS = (
    fibonacci,
    turned,
    doubled,
    kept,
    staying,
    written,
    written_from_itself,
    read_after,
    added,
    summed,
    multiplied,
    branching,
)


def looped(step: Step) -> Callable[..., Any]:
    def run(*values: Any) -> Any:
        start = [paddle.zeros([], "int64"), *values]
        return paddle.static.nn.while_loop(lambda n, *_: n < 4, lambda n, *v: [n + 1, *step(n, v)], start)[1:]

    return run


def plainly(step: Step, values: Values) -> list[Any]:
    for n in range(4):
        values = [paddle.assign(v) for v in step(paddle.to_tensor(n), values)]
    return list(values)


@pytest.mark.parametrize("step", STEPS)
def test_carried_values_are_those_of_a_plain_loop(step: Step) -> None:
    paddle.seed(3)
    values = [paddle.randn([4, 4]) for _ in range(3)]
    before = [v.numpy() for v in values]
    got = pcc.jit(looped(step), strict=True)(*values)
    for one, expected in zip(got, plainly(step, values), strict=True):
        np.testing.assert_allclose(one.numpy(), expected.numpy(), rtol=2e-5, atol=1e-6)
    for value, old in zip(values, before, strict=True):
        assert (value.numpy() == old).all()


@pytest.mark.parametrize(("step", "copies"), [(written, 0), (added, 0), (fibonacci, 2), (read_after, 1), (turned, 4)])
def test_what_is_copied_in_a_turn(step: Step, copies: int) -> None:
    """Tensors of 16 elements: none for what is written in place."""
    values = [paddle.randn([4, 4]) for _ in range(3)]
    loops = pcc.trace(looped(step))(*values).lower().compile().ir("loops")
    body = loops[loops.index("scf.while") : loops.index("scf.yield")]
    assert len(re.findall(r"memref.copy.*16xf32", body)) == copies


def test_products_are_added_up_in_place() -> None:
    def step(_: Any, values: Values) -> Values:
        a, b, c = values
        return [a + paddle.matmul(b, c, transpose_x=True), paddle.tanh(b), c]

    values = [paddle.randn([64, 64]) for _ in range(3)]
    loops = pcc.trace(looped(step))(*values).lower().compile().ir("loops")
    body = loops[loops.index("scf.while") : loops.index("scf.yield")]
    assert "pcc_gemm_f32" in body
    assert "4096xf32>) -> ()" not in "".join(line for line in body.splitlines() if "memref.copy" in line)
    for one, expected in zip(pcc.jit(looped(step))(*values), plainly(step, values), strict=True):
        np.testing.assert_allclose(one.numpy(), expected.numpy(), rtol=2e-4, atol=1e-4)
