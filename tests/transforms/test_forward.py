"""`pcc.jvp`, `pcc.linearize`, `pcc.jet` on tensors, inside programs and each other, against differences in float64."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.private import paddle

STEP = 1e-6


@pytest.fixture(autouse=True)
def _double() -> Any:
    before = paddle.get_default_dtype()
    paddle.set_default_dtype("float64")
    paddle.seed(0)
    yield
    paddle.set_default_dtype(before)


def differences(f: Callable[..., Any], x: Any, v: Any) -> Any:
    return (f(x + STEP * v) - f(x - STEP * v)) / (2 * STEP)


def close(got: Any, want: Any, limit: float = 1e-6) -> None:
    assert list(got.shape) == list(want.shape)
    np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=limit, atol=limit)


def wave(x: Any) -> Any:
    return paddle.tanh(x) * x.sum() + paddle.sin(x)


def looped(x: Any) -> Any:
    i = paddle.zeros([], "int64")
    while i < 3:
        x = paddle.sin(x) * x
        i = i + 1
    return x


def branched(x: Any) -> Any:
    if x.sum() > 0:
        y = x * x
    else:
        y = x * 3.0
    return y


@pytest.mark.parametrize("f", [wave, looped, branched])
def test_value_and_tangent(f: Callable[..., Any]) -> None:
    x, v = paddle.rand([4, 3]), paddle.randn([4, 3])
    value, tangent = pcc.jvp(f, (x,), (v,))
    close(value, f(x))
    close(tangent, differences(f, x, v))


def test_orders_nest() -> None:
    x, v = paddle.randn([5]), paddle.randn([5])

    def along(f: Callable[..., Any]) -> Callable[..., Any]:
        return lambda x: pcc.jvp(f, (x,), (v,))[1]

    f: Callable[..., Any] = wave
    for _ in range(3):
        g = along(f)
        close(g(x), differences(f, x, v), 1e-5)
        f = g


def test_perturbations_stay_apart() -> None:
    """Siskind and Pearlmutter 2005: d/dx (x d/dy (x + y)) = 1."""
    one, x = paddle.ones([]), paddle.to_tensor(2.0)

    def outer(x: Any) -> Any:
        return x * pcc.jvp(lambda y: x + y, (one,), (one,))[1]

    assert float(pcc.jvp(outer, (x,), (one,))[1]) == 1.0


def test_inside_a_compiled_function_with_a_layer() -> None:
    net = paddle.nn.Sequential(paddle.nn.Linear(3, 8), paddle.nn.Tanh(), paddle.nn.Linear(8, 1))
    x, v = paddle.randn([6, 3]), paddle.randn([6, 3])

    @pcc.jit
    def residual(x: Any) -> Any:
        first, second = pcc.jvp(lambda x: pcc.jvp(net, (x,), (v,)), (x,), (v,))
        return first[0] + second[1]

    with paddle.no_grad():
        want = net(x) + differences(lambda x: differences(net, x, v * 1e2), x, v * 1e2) / 1e4
        close(residual(x), want, 1e-4)


def test_what_is_detached_does_not_move() -> None:
    x, v = paddle.randn([4]), paddle.randn([4])

    def under_no_grad(x: Any) -> Any:
        with paddle.no_grad():
            y = x * 3.0
        return y * x

    close(pcc.jvp(lambda x: x.detach() * x, (x,), (v,))[1], x * v)
    close(pcc.jvp(under_no_grad, (x,), (v,))[1], 3.0 * x * v)
    with paddle.no_grad():
        close(pcc.jvp(lambda x: x * x, (x,), (v,))[1], 2.0 * x * v)


def test_nests_integers_and_numbers() -> None:
    x = paddle.randn([3])
    primals = ({"x": x, "n": paddle.to_tensor(2)}, [0.5])
    tangents = ({"x": paddle.ones([3]), "n": None}, [1.0])
    value, tangent = pcc.jvp(lambda a, b: {"y": a["x"] * a["n"] * b[0], "n": a["n"]}, primals, tangents)
    close(value["y"], x)
    close(tangent["y"], 1.0 + 2.0 * x)
    assert tangent["n"] is None


def test_more_results() -> None:
    x = paddle.randn([3])
    value, tangent, more = pcc.jvp(lambda x: (x * x, {"x": x}), (x,), (x,), has_aux=True)
    close(value, x * x)
    close(tangent, 2.0 * x * x)
    close(more["x"], x)


def test_a_direction_of_nothing() -> None:
    x = paddle.randn([3])
    assert not pcc.jvp(wave, (x,), (None,))[1].any()


def test_linear_function() -> None:
    x, v = paddle.randn([4]), paddle.randn([4])
    value, push = pcc.linearize(wave, x)
    close(value, wave(x))
    close(push(v), differences(wave, x, v))
    close(push(2.0 * v), 2.0 * differences(wave, x, v))


def test_higher_orders_along_a_curve() -> None:
    x, zero = paddle.randn([3]), paddle.zeros([3])
    value, terms = pcc.jet(paddle.sin, (x,), ([paddle.ones([3]), zero, zero, zero],))
    for got, want in zip([value, *terms], [x.sin(), x.cos(), -x.sin(), -x.cos(), x.sin()], strict=True):
        close(got, want)
    curve = [paddle.randn([3]) for _ in range(2)]
    _, (first, second) = pcc.jet(paddle.exp, (x,), (curve,))
    close(first, x.exp() * curve[0])
    close(second, x.exp() * (curve[0] ** 2 + curve[1]))


def test_what_a_function_reads_is_seen() -> None:
    x, factor = paddle.ones([2]), 2.0

    def f(x: Any) -> Any:
        return x * factor

    assert float(pcc.jvp(f, (x,), (x,))[1][0]) == 2.0
    factor = 5.0
    assert float(pcc.jvp(f, (x,), (x,))[1][0]) == 5.0


X = (3,)


@pytest.mark.parametrize(
    ("tangents", "message"),
    [
        ((np.zeros(2),), "is a ndarray"),
        (({"a": 1.0},), "is a dict"),
        ((), "the tangent does not fit"),
        ("wrong", "as tuples"),
    ],
)
def test_tangents_that_do_not_fit(tangents: Any, message: str) -> None:
    with pytest.raises(TransformError, match=message) as error:
        pcc.jvp(wave, (paddle.ones(X),), tangents)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("kind", [([2], "float64"), ([3], "float32")])
def test_tangents_of_other_kinds(kind: tuple[list[int], str]) -> None:
    with pytest.raises(TransformError, match=r"test_forward.py:\d+: pcc.jvp: the tangent of a float64\[3\] is"):
        pcc.jvp(wave, (paddle.ones(X),), (paddle.ones(*kind),))


def test_what_paddle_runs_cannot_be_reached() -> None:
    with pytest.raises(TransformError, match="unique is left to Paddle"):
        pcc.jvp(paddle.unique, (paddle.ones(X),), (paddle.ones(X),))


def test_an_op_without_a_derivative() -> None:
    with pytest.raises(TransformError, match=r"pcc.jvp: .*test_forward.py:\d+: nextafter has no derivative rule"):
        pcc.jvp(lambda x: paddle.nextafter(x, x + 1.0), (paddle.ones(X),), (paddle.ones(X),))


def test_what_a_function_keeps_is_of_its_arguments() -> None:
    kept: list[Any] = []

    def f(x: Any) -> Any:
        kept.append(x * x)
        return x

    x, v = paddle.randn([3]), paddle.randn([3])
    close(pcc.jvp(lambda x: pcc.jvp(f, (x,), (v,))[0] + kept[-1], (x,), (v,))[1], v + 2.0 * x * v)
    with pytest.raises(TransformError, match="used outside"):
        pcc.jit(lambda x: pcc.vmap(f)(x) + kept[-1])(x)


def test_running_statistics() -> None:
    norms = [paddle.nn.BatchNorm1D(3) for _ in range(2)]
    x, v = paddle.randn([8, 3]), paddle.randn([8, 3])
    pcc.jvp(norms[0], (x,), (v,))
    norms[1](x)
    close(norms[0]._mean, norms[1]._mean)
    close(norms[0]._variance, norms[1]._variance)
