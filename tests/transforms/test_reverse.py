"""Reverse mode, Jacobians and Hessians against Paddle's own gradients and each other, in float64."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.errors import GradientError, TransformError
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.program import LeftToPaddleWarning


@pytest.fixture(autouse=True)
def _double() -> Any:
    before = paddle.get_default_dtype()
    paddle.set_default_dtype("float64")
    paddle.seed(0)
    yield
    paddle.set_default_dtype(before)


def close(got: Any, want: Any) -> None:
    assert list(got.shape) == list(want.shape)
    np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-9, atol=1e-11)


def point(*shape: int) -> Any:
    x = paddle.randn(shape)
    x.stop_gradient = False
    return x


def bowl(x: Any) -> Any:
    return (paddle.tanh(x) * x).sum()


# ---- vjp and grad
def test_gradient() -> None:
    x = point(5)
    want = paddle.grad(bowl(x), x)[0]
    close(pcc.grad(bowl)(x), want)
    value, found = pcc.value_and_grad(bowl)(x)
    close(value, bowl(x))
    close(found, want)


def test_a_compiled_transform() -> None:
    x = point(5)
    close(pcc.jit(pcc.grad(bowl))(x), pcc.grad(bowl)(x))


def test_pullback() -> None:
    x, ct = point(3), paddle.randn([3])
    value, back = pcc.vjp(lambda x, n: {"y": paddle.sin(x) * n, "n": n}, x, paddle.to_tensor(2))
    close(value["y"], 2.0 * paddle.sin(x))
    found, none = back({"y": ct, "n": None})
    close(found, 2.0 * paddle.cos(x) * ct)
    assert none is None
    assert not back(None)[0].any()


def test_arguments_and_more_results() -> None:
    x, y = point(3), point(3)
    first, second = pcc.grad(lambda x, y: (x * x * y).sum(), argnums=(0, -1))(x, y)
    close(first, 2.0 * x * y)
    close(second, x * x)
    (value, more), found = pcc.value_and_grad(lambda p, n: ((p["x"] ** n).sum(), "more"), has_aux=True)({"x": x}, 3)
    close(found["x"], 3.0 * x * x)
    close(value, (x**3).sum())
    assert more == "more"


def test_weights_as_an_argument() -> None:
    """Per-sample gradients, as a loop over samples gives them."""
    w, x = point(3, 2), point(4, 3)

    def loss(w: Any, x: Any) -> Any:
        return paddle.tanh(x @ w).sum()

    each = pcc.vmap(pcc.grad(loss), in_axes=(None, 0))(w, x)
    for row, found in zip(x, each, strict=True):
        close(found, paddle.grad(loss(w, row), w)[0])


def test_a_custom_reverse_rule() -> None:
    @pcc.custom_vjp
    def f(x: Any, n: int) -> Any:
        return x * x

    f.defvjp(lambda x, n: (f(x, n), (x, n)), lambda kept, ct: (ct * kept[0] * 7.0, None))
    x = point(3)
    close(pcc.grad(lambda x: f(x, 3).sum())(x), 7.0 * x)
    close(pcc.vmap(pcc.grad(lambda x: f(x, 3)))(x), 7.0 * x)
    close(pcc.grad(lambda x: (pcc.grad(lambda x: f(x, 3).sum())(x) * x).sum())(x), 14.0 * x)


def test_a_custom_forward_rule_backwards() -> None:
    f = pcc.custom_jvp(lambda x: x * x)
    f.defjvp(lambda primals, tangents: (f(*primals), 5.0 * primals[0] * tangents[0]))
    x = point(3)
    close(pcc.grad(lambda x: f(x).sum())(x), 5.0 * x)


# ---- matrices of derivatives
def curve(x: Any) -> Any:
    return paddle.stack([paddle.sin(x).sum(), (x * x * x).sum()])


def test_jacobians() -> None:
    x = point(3)
    want = paddle.stack([paddle.cos(x), 3.0 * x * x])
    for jacobian in (pcc.jacfwd(curve), pcc.jacrev(curve), pcc.jacfwd(curve, chunk_size=2)):
        close(jacobian(x), want)
    by_parts = pcc.jacfwd(lambda p: {"s": p["x"] * p["y"].sum()})({"x": x, "y": x})["s"]
    close(by_parts["y"], x.unsqueeze(1).expand([3, 3]))
    found, more = pcc.jacrev(lambda x: (curve(x), x), has_aux=True)(x)
    close(found, want)
    close(more, x)


@pytest.mark.parametrize("outer", [pcc.jacfwd, pcc.jacrev])
@pytest.mark.parametrize("inner", [pcc.jacfwd, pcc.jacrev])
def test_hessians(outer: Callable[..., Any], inner: Callable[..., Any]) -> None:
    x, v = point(4), paddle.randn([4])
    first = paddle.grad(bowl(x), x, create_graph=True)[0]
    want = paddle.stack([paddle.grad(first[n], x, retain_graph=True)[0] for n in range(4)])
    close(outer(inner(bowl))(x), want)
    close(pcc.hessian(bowl)(x), want)
    close(pcc.hvp(bowl, (x,), (v,)), want @ v)
    close(pcc.laplacian(bowl)(x), paddle.trace(want))


@pytest.mark.parametrize("outer", [pcc.jacfwd, pcc.jacrev])
@pytest.mark.parametrize("inner", [pcc.jacfwd, pcc.jacrev])
def test_hessians_by_several_arguments(outer: Callable[..., Any], inner: Callable[..., Any]) -> None:
    """Each derivative has arguments of its own, though they stand for the same tensors."""
    x, y = point(3), point(3)

    def f(x: Any, y: Any) -> Any:
        return (x * x * y).sum() + (y**3).sum()

    want = [[paddle.diag(2 * y), paddle.diag(2 * x)], [paddle.diag(2 * x), paddle.diag(6 * y)]]
    for found in (outer(inner(f, (0, 1)), (0, 1))(x, y), pcc.hessian(f, (0, 1))(x, y)):
        for row, wanted in zip(found, want, strict=True):
            for block, expected in zip(row, wanted, strict=True):
                close(block, expected)


# ---- paddle.grad in a program
def residual(net: Any, x: Any) -> tuple[Any, ...]:
    u = net(x)
    du = paddle.grad(u, x, create_graph=True)[0]
    u_xx = paddle.grad(du[:, 0:1], x, create_graph=True)[0][:, 0:1]
    loss = ((du[:, 1:] + u * du[:, :1] - 0.01 * u_xx) ** 2).mean()
    return u, du, u_xx, loss, *paddle.grad(loss, net.parameters())


def test_a_physics_residual_and_its_gradient() -> None:
    net = paddle.nn.Sequential(paddle.nn.Linear(2, 16), paddle.nn.Tanh(), paddle.nn.Linear(16, 1))
    x = point(8, 2)
    for got, want in zip(pcc.jit(residual, strict=True)(net, x), residual(net, x), strict=True):
        close(got, want)


def test_forward_and_reverse_together() -> None:
    x, v = point(4), paddle.randn([4])

    def f(x: Any) -> Any:
        return paddle.grad(pcc.jvp(bowl, (x,), (v,))[1], x)[0]

    close(pcc.jit(f)(x), pcc.hvp(bowl, (x,), (v,)))


def test_inputs_that_depend_on_each_other() -> None:
    def f(x: Any) -> Any:
        h = x * x
        return paddle.grad((h * x).sum(), [x, h], grad_outputs=[paddle.to_tensor(2.0)])

    x = point(3)
    for got, want in zip(pcc.jit(f)(x), f(x), strict=True):
        close(got, want)


def test_parts_of_a_split() -> None:
    def f(x: Any) -> Any:
        first, second = paddle.split(x * x, 2)
        return paddle.grad((first * second).sum(), x)[0]

    x = point(4)
    close(pcc.jit(f, strict=True)(x), f(x))


def test_inputs_without_a_path() -> None:
    x = point(3)
    assert pcc.jit(lambda x: paddle.grad((x * x).sum(), [x, x * 2.0], allow_unused=True)[1])(x) is None


def test_what_paddle_runs_may_be_a_constant_of_the_gradient() -> None:
    def f(x: Any) -> Any:
        count = paddle.nonzero(x.detach() > 0.0).sum().astype(x.dtype)
        return paddle.grad((x * x * count).sum(), x)[0]

    x = point(5)
    with pytest.warns(LeftToPaddleWarning):
        found = pcc.jit(f)(x)
    close(found, f(x))


def across_a_loop(x: Any) -> Any:
    u, s = x * x, paddle.zeros_like(x)
    i = paddle.zeros([], "int64")
    while i < 2:
        s = s + paddle.grad((u * 3.0).sum(), x)[0]
        i = i + 1
    return s


@pytest.mark.parametrize(
    ("f", "error", "message"),
    [
        (lambda x: (x * x).sum().backward(), GradientError, "use paddle.grad"),
        (lambda x: paddle.grad((x * x).sum(), x * 2)[0], GradientError, "allow_unused"),
        (lambda x: paddle.grad((x * x).sum(), x.detach())[0], GradientError, "stop_gradient"),
        (across_a_loop, TransformError, "partly outside of this loop"),
        (pcc.grad(lambda x: x), TransformError, r"the result is float64\[3\], no scalar"),
        (pcc.grad(bowl, argnums=2), TransformError, "argnums has 2"),
        (lambda x: pcc.grad(bowl)(x.astype("int64")), TransformError, "by floating-point tensors"),
        (
            lambda x: pcc.vjp(paddle.sin, x)[1](x[:2]),
            TransformError,
            r"the cotangent of a float64\[3\] is float64\[2\]",
        ),
        (
            lambda x: pcc.vjp(lambda x: (x, x), x)[1](x),
            TransformError,
            r"float64\[3\] is not built like the tuple of 2",
        ),
        (pcc.grad(lambda x: x.sum(), has_aux=True), TransformError, r"returns \(result, more\)"),
    ],
)
def test_what_is_refused(f: Callable[[Any], Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message) as found:
        pcc.jit(f)(point(3))
    assert "\n" not in str(found.value)


def stepped(x: Any) -> Any:
    s, i = x, paddle.zeros([], "int64")
    while i < 3:
        s = s * x
        i = i + 1
    if s.sum() > 0:
        s = s * 2
    return paddle.grad(s.sum(), x)[0]


def test_gradients_through_control_flow_and_what_is_cut_off() -> None:
    def cut(x: Any) -> Any:
        with paddle.no_grad():
            y = x * 2
        return paddle.grad((y * x * x.detach()).sum(), x)[0]

    x = point(4, 6)
    close(pcc.jit(cut)(x), cut(x))
    close(pcc.jit(stepped)(x), stepped(x))
