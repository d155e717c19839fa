"""Functions with derivatives that a user writes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.private import paddle


def scaled(factor: float) -> Any:
    """x ** 3, whose derivative is said to be that times a factor; of any order."""

    @pcc.custom_jvp
    def cube(x: Any) -> Any:
        return x**3.0

    @cube.defjvp
    def _(primals: tuple[Any], tangents: tuple[Any]) -> tuple[Any, Any]:
        (x,), (t,) = primals, tangents
        return cube(x), factor * cube(x) / x * t

    return cube


def close(got: Any, want: Any) -> None:
    np.testing.assert_allclose(got.numpy(), np.asarray(want), rtol=1e-5)


X = np.array([1.0, 2.0, -3.0], "float32")


def test_the_rule_counts_also_in_the_rule() -> None:
    cube, x, one = scaled(10.0), paddle.to_tensor(X), paddle.ones([3])
    close(cube(x), X**3)
    close(pcc.jvp(cube, (x,), (one,))[1], 10 * X**2)
    second = pcc.jvp(lambda x: pcc.jvp(cube, (x,), (one,))[1], (x,), (one,))[1]
    close(second, 10 * (10 * X**2 / X - X))


def test_a_call_of_another_shape_in_the_rule() -> None:
    @pcc.custom_jvp
    def total(x: Any) -> Any:
        return x.sum()

    @total.defjvp
    def _(primals: tuple[Any], tangents: tuple[Any]) -> tuple[Any, Any]:
        return total(primals[0]), 2.0 * total(tangents[0][:2])

    close(pcc.jvp(total, (paddle.to_tensor(X),), (paddle.to_tensor(X),))[1], 2.0 * X[:2].sum())


def test_arguments_without_tangents() -> None:
    power = pcc.custom_jvp(lambda n, x: x**n, nondiff_argnums=(0,))

    @power.defjvp
    def _(n: int, primals: tuple[Any], tangents: tuple[Any]) -> tuple[Any, Any]:
        return power(n, *primals), 100.0 * n * tangents[0]

    close(pcc.jvp(lambda x: power(3, x), (paddle.to_tensor(X),), (paddle.to_tensor(X),))[1], 300.0 * X)


def test_what_is_read_besides_must_not_move() -> None:
    w = paddle.ones([3])

    def outer(w: Any) -> Any:
        @pcc.custom_jvp
        def f(x: Any) -> Any:
            return x * w

        f.defjvp(lambda primals, tangents: (f(*primals), w * tangents[0]))
        return f(paddle.ones([3]))

    close(pcc.jit(outer)(w), np.ones(3))
    with pytest.raises(TransformError, match="is no argument; pass it"):
        pcc.jvp(outer, (w,), (w,))


def test_a_function_without_its_rule() -> None:
    with pytest.raises(TransformError, match=r"set it with square\.defjvp"):
        pcc.custom_jvp(paddle.square)(paddle.ones([2]))


def test_a_tangent_that_does_not_fit() -> None:
    f = pcc.custom_jvp(lambda x: x * 2.0)
    f.defjvp(lambda primals, tangents: (f(*primals), tangents[0].sum()))
    with pytest.raises(TransformError, match=r"a tangent of a float32\[3\] is float32\[\]"):
        f(paddle.to_tensor(X))


def test_a_reverse_rule_is_no_forward_rule() -> None:
    f = pcc.custom_vjp(lambda x: x * 2.0)
    f.defvjp(lambda x: (f(x), x), lambda x, cotangent: (cotangent * 7.0,))
    x = paddle.to_tensor(X)
    close(f(x), 2.0 * X)
    with pytest.raises(TransformError, match="has a reverse rule only"):
        pcc.jvp(f, (x,), (x,))
