"""`if` and `while` on tensors, captured, equal eager Paddle exactly."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from pcc.frontends.paddle.capture import capture
from pcc.frontends.paddle.errors import ControlFlowError
from pcc.frontends.paddle.private import paddle
from tests.frontends.paddle_oracle import check, count, rand


def power_loop(x: Any, n: Any) -> Any:
    i, s = paddle.zeros([], "int64"), x
    while i < n:
        s = paddle.tanh(s) * 0.3
        i = i + 1
    return s


def break_loop(x: Any, n: Any) -> Any:
    s = x
    for _ in range(n):
        if s.sum() > 30:
            break
        s = s * 1.5
    return s


def and_or(x: Any) -> Any:
    if (x.sum() > 0 and x.max() < 5) or not x.min() > 0:
        return x + 1
    return x


def list_in_loop(x: Any, n: Any) -> Any:
    parts, k = [], paddle.zeros([], "int64")
    while k < n:
        parts.append(x * k)
        k = k + 1
    return paddle.stack(parts)


def float_in_loop(x: Any, n: Any) -> Any:
    total, k, z = 0.0, 0, x * 1
    while k < n:
        total = total + x.sum()
        if total > 3:
            z.add_(x)
        k = k + 1
    return total, z


def local_functions(x: Any) -> Any:
    def inner(y: Any) -> Any:
        if y.min() < 0.5:
            y = y + 1
        return y

    return inner(x) * (x if x.sum() > 0 else -x)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("fn", [power_loop, break_loop, list_in_loop, float_in_loop], ids=lambda fn: fn.__name__)
def test_loops(fn: Any, dtype: str) -> None:
    check(fn, rand(3, 4, dtype=dtype), count(3))


def test_ops_of_a_loop_have_their_lines() -> None:
    loop = capture(power_loop, (rand(3), count(3)))
    body = next(op for op in loop.program.global_block().ops if op.name() == "pd_op.while").blocks()
    tanh = next(op for block in body for op in block.ops if op.name() == "pd_op.tanh")
    assert str(loop.location(tanh)) == f"{__file__}:{power_loop.__code__.co_firstlineno + 3}"


def test_conditions() -> None:
    x = rand(3, 4)
    check(and_or, x)
    check(local_functions, x)
    check(lambda x: local_functions(x) + 1, x)
    check(break_loop, x, count(9))


def test_autocast_does_what_eager_does() -> None:
    def mixed(x: Any) -> Any:
        with paddle.amp.auto_cast(level="O1", dtype="bfloat16"):
            return paddle.matmul(x, x.T)

    check(mixed, rand(4, 6))


def growing(x: Any, n: Any) -> Any:
    k = 0
    while k < n:
        x = paddle.concat([x, x])
        k += 1
    return x


def returning_early(x: Any) -> Any:
    for k in range(3):
        if x.sum() > k * 10:
            return x * k
    return x - 1


def test_conditions_that_cannot_be_captured() -> None:
    with pytest.raises(ControlFlowError, match="before the loop"):
        capture(growing, (rand(4, 6), count(2)))
    with pytest.raises(ControlFlowError, match="return it once"):
        capture(returning_early, (rand(4, 6),))


def test_numpys_functions_beside_tensor_conditions() -> None:
    def f(x: Any) -> Any:
        if x.sum() > 0:
            x = x * 2.0
        return x + paddle.to_tensor(np.diag([1.0, 2.0]).astype("float32"))

    check(f, paddle.ones([2, 2]))
