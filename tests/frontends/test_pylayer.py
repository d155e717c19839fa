"""User-written gradients (`PyLayer`) and Paddle's own compiled functions inside compiled functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest
from paddle import nn
from paddle.autograd import PyLayer

import pcc
from pcc.frontends.paddle.errors import ProgramError


class Rounded(PyLayer):
    """The straight-through estimator, with a factor that shows whose gradient it is."""

    @staticmethod
    def forward(ctx: Any, x: Any, factor: float = 3.0) -> Any:
        ctx.factor = factor
        return paddle.round(x)

    @staticmethod
    def backward(ctx: Any, cotangent: Any) -> Any:
        return cotangent * ctx.factor


class Scaled(PyLayer):
    """Two tensors, one of which needs no gradient, and two results; what is saved is no argument."""

    @staticmethod
    def forward(ctx: Any, x: Any, y: Any) -> Any:
        ctx.save_for_backward(x.exp(), y)
        ctx.total = y.sum()
        return x * y, x + 1

    @staticmethod
    def backward(ctx: Any, first: Any, second: Any) -> Any:
        grown, y = ctx.saved_tensor()
        return first * grown + second * ctx.total, first * y


class Picked(PyLayer):
    @staticmethod
    def forward(ctx: Any, x: Any) -> Any:
        index = x.argmax()
        shifted = x - 1
        ctx.mark_non_differentiable(shifted)
        ctx.save_for_backward(index)
        return x * 2, shifted, index

    @staticmethod
    def backward(ctx: Any, cotangent: Any, *_: Any) -> Any:
        (index,) = ctx.saved_tensor()
        return cotangent * (index + 5).astype("float32")


def two(x: Any) -> Any:
    first, second = Scaled.apply(x, x * 2)
    return first + second * 3


def some(x: Any) -> Any:
    doubled, shifted, index = Picked.apply(x)
    return doubled + shifted + index.astype("float32")


FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "one": lambda x: Rounded.apply(x) * 2,
    "a number": lambda x: Rounded.apply(x, 5.0) * 2,
    "by name": lambda x: Rounded.apply(x, factor=7.0) ** 2,
    "two": two,
    "marks": some,
    "in a row": lambda x: Rounded.apply(Rounded.apply(x * 1.5) * x),
}


def gradient(fn: Callable[[Any], Any]) -> tuple[Any, Any]:
    x = paddle.to_tensor([0.3, 1.7, -2.2])
    x.stop_gradient = False
    y = fn(x)
    (y * y).sum().backward()
    return y.numpy(), x.grad.numpy()


@pytest.mark.parametrize("fn", FUNCTIONS.values(), ids=FUNCTIONS)
def test_gradients_are_the_users(fn: Callable[[Any], Any]) -> None:
    for got, want in zip(gradient(pcc.jit(fn)), gradient(fn), strict=True):
        np.testing.assert_allclose(got, want, rtol=1e-6)


def test_transforms_take_it() -> None:
    loss = lambda x: (Rounded.apply(x) * 2).sum()  # noqa: E731
    x = paddle.to_tensor([[0.3, 1.7], [2.0, 1.0]])
    np.testing.assert_array_equal(pcc.grad(loss)(x).numpy(), np.full((2, 2), 6.0))
    np.testing.assert_array_equal(pcc.vmap(pcc.grad(loss))(x).numpy(), np.full((2, 2), 6.0))
    inside = pcc.jit(lambda x: paddle.grad(loss(x), x)[0])
    x.stop_gradient = False
    np.testing.assert_array_equal(inside(x).numpy(), np.full((2, 2), 6.0))


def test_results_without_gradients() -> None:
    x = paddle.to_tensor([0.3, 1.7])
    x.stop_gradient = False
    doubled, shifted, index = pcc.jit(Picked.apply)(x)
    assert (doubled.stop_gradient, shifted.stop_gradient, index.stop_gradient) == (False, True, True)


def test_a_name_for_apply_is_refused() -> None:
    apply = Rounded.apply
    with pytest.raises(ProgramError, match=r"write Function.apply\(x\), not a name that holds Function.apply"):
        pcc.jit(lambda x: apply(x) * 2)(paddle.ones([2]))


class Static(nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.inner, self.factor = nn.Linear(3, 3), 2.0

    @paddle.jit.to_static
    def forward(self, x: Any) -> Any:
        return self.inner(x) * self.factor


@paddle.jit.to_static
def signed(x: Any) -> Any:
    if x.sum() > 0:
        return x * 2
    return x - 1


def test_functions_that_paddle_compiles() -> None:
    model, x = Static(), paddle.ones([2, 3])
    model.eval()
    jitted = pcc.jit(lambda x: model(x) + 1)
    with paddle.no_grad():
        for factor in (2.0, 3.0):
            model.factor = factor
            expected = model.inner(x) * factor + 1
            np.testing.assert_allclose(jitted(x).numpy(), expected.numpy(), rtol=1e-6)
            np.testing.assert_allclose(pcc.jit(model)(x).numpy(), expected.numpy() - 1, rtol=1e-6)
        for y in (x, -x):
            np.testing.assert_array_equal(pcc.jit(lambda x: signed(x) + 1)(y).numpy(), signed(y).numpy() + 1)
