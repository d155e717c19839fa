"""`pcc.vmap` against a loop, with jvp, with control flow, with random numbers; and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.private import paddle


def close(got: Any, want: Any) -> None:
    assert list(got.shape) == list(want.shape)
    np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-5, atol=1e-6)


def layer(x: Any, w: Any) -> Any:
    return paddle.tanh(x @ w)


X, W = paddle.randn([4, 3]), paddle.randn([3, 2])


def test_axes() -> None:
    want = layer(X, W)
    close(pcc.vmap(layer, in_axes=(0, None))(X, W), want)
    close(pcc.vmap(layer, in_axes=(-1, None), out_axes=1)(X.T, W), want.T)
    close(pcc.vmap(lambda a: layer(a["x"], W), in_axes=({"x": 1},), out_axes=-1)({"x": X.T}), want.T)
    close(pcc.vmap(lambda x, *, y: x + y)(X, y=X), 2.0 * X)


def test_nested() -> None:
    a, b = paddle.randn([3, 5]), paddle.randn([4, 5])
    outer = pcc.vmap(pcc.vmap(lambda x, y: (x * y).sum(), in_axes=(None, 0)), in_axes=(0, None))
    close(outer(a, b), a @ b.T)


def test_results_that_are_the_same_in_all_calls() -> None:
    found = pcc.vmap(lambda x: {"x": x, "w": W.sum()}, out_axes={"x": 0, "w": None})(X)
    close(found["w"], W.sum())
    close(pcc.vmap(lambda: W.sum(), axis_size=3)(), W.sum().expand([3]))


def test_with_jvp() -> None:
    along = pcc.vmap(lambda x: pcc.jvp(lambda x: (x * x).sum(), (x,), (x,))[1])
    close(along(X), 2.0 * (X * X).sum(1))
    moved = pcc.jvp(pcc.vmap(lambda x: (x * x).sum()), (X,), (X,))[1]
    close(moved, 2.0 * (X * X).sum(1))


def test_laplacian() -> None:
    def u(x: Any) -> Any:
        return (x**3.0).sum() + x[0] * x[1]

    close(pcc.vmap(pcc.laplacian(u))(X), 6.0 * X.sum(1))


def doubled(n: Any, x: Any) -> Any:
    i = paddle.zeros([], "int64")
    while i < n:
        x = x * 2.0
        i = i + 1
    return x


def branched(x: Any) -> Any:
    if x.sum() > 0:
        y = x * 2.0
    else:
        y = x
    return y


def test_control_flow() -> None:
    close(pcc.vmap(doubled)(paddle.to_tensor([1, 3, 0]), paddle.ones([3])), paddle.to_tensor([2.0, 8.0, 1.0]))
    close(pcc.vmap(branched)(X), paddle.where(X.sum(1, keepdim=True) > 0, 2.0 * X, X))


def test_random_numbers() -> None:
    def noisy(x: Any) -> Any:
        return x + paddle.rand([8])

    rows = {how: pcc.vmap(noisy, randomness=how)(paddle.zeros([3])).numpy() for how in ("different", "same")}
    assert len({row.tobytes() for row in rows["different"]}) == 3
    assert len({row.tobytes() for row in rows["same"]}) == 1
    assert len({row.tobytes() for row in pcc.vmap(lambda: paddle.rand([8]), axis_size=3)().numpy()}) == 3
    with pytest.raises(TransformError, match="draws random numbers"):
        pcc.vmap(noisy, randomness="error")(paddle.zeros([3]))


def test_numbers_drawn_before_are_the_same() -> None:
    found = pcc.jit(lambda x: (lambda n: pcc.vmap(lambda y: y + n)(x))(paddle.rand([8])))(paddle.zeros([3]))
    assert len({row.tobytes() for row in found.numpy()}) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: pcc.vmap(layer)(X, W), "different sizes: 3, 4"),
        (lambda: pcc.vmap(layer, in_axes=(2, None))(X, W), r"in_axes has 2 for a tensor of shape \[4, 3\]"),
        (lambda: pcc.vmap(layer, in_axes=(0,))(X, W), "not built like the tuple of 2"),
        (lambda: pcc.vmap(layer, in_axes=None)(X, W), "give axis_size"),
        (lambda: pcc.vmap(lambda x: x)(2.0), r"a tensor of shape \[\]"),
        (lambda: pcc.vmap(lambda x: x, out_axes=None)(X), "differs from call to call"),
        (lambda: pcc.vmap(lambda x: x, out_axes=3)(X), "out_axes has 3"),
        (lambda: pcc.vmap(paddle.nonzero)(X), "nonzero is left to Paddle"),
        (lambda: pcc.vmap(lambda x: x, randomness="any")(X), "choose from different, same, error"),
    ],
)
def test_what_does_not_fit(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(TransformError, match=message) as error:
        call()
    assert "\n" not in str(error.value)


def test_products_in_batches_of_batches() -> None:
    """A product whose other factor alone is batched, three times over, beside products of both."""
    x, y = paddle.randn([2, 3]).astype("float64"), paddle.randn([2, 3]).astype("float64")

    def total(u: Any) -> Any:
        return (u @ u.t() @ u).sum()

    def mixed(u: Any, w: Any) -> Any:
        return pcc.vmap(pcc.grad(total))(paddle.stack([w, u * w])).sum(0)

    def along(t: Any) -> Any:
        return pcc.jvp(lambda w: pcc.jacfwd(lambda u: mixed(u, w))(x), (y,), (t,))[1]

    close(pcc.vmap(along)(paddle.stack([x, y, x * y])), paddle.stack([along(t) for t in (x, y, x * y)]))
