"""In-place updates in captured programs (methods, views, branches, loops, inputs, buffers) equal eager Paddle."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from pcc.frontends.paddle.capture import capture
from pcc.frontends.paddle.errors import InplaceError
from pcc.frontends.paddle.private import Tensor, paddle
from tests.frontends.paddle_oracle import check

nn, F = paddle.nn, paddle.nn.functional


def rand(*shape: int, seed: int = 0) -> Any:
    return paddle.to_tensor(np.random.RandomState(seed).rand(*shape).astype("float32"))


def update_methods(x: Any) -> Any:
    y = x + 1
    y[0] = 5.0
    y.add_(x)
    paddle.tanh_(y)
    y.scale_(0.5)
    F.relu_(y)
    y.clip_(0.1, 0.3)
    return y * 2, paddle.concat([y, y]), y


def update_views(x: Any) -> Any:
    y = x * 1.0
    z, w, t = y[0], y[0:2, 1], y.T
    z.add_(y[1])
    w.scale_(3.0)
    t[2] = 0.5
    y[::2].exp_()
    r = y.reshape([-1])
    r[3:7] = 0.25
    d = y.detach()
    d.unsqueeze(0).add_(x)
    y.view([-1]).scale_(2.0)
    return y, z, w, t, r, d


def update_indexed(x: Any) -> Any:
    y = x * 1.0
    y[y > 0.5] = 0.0
    y[paddle.to_tensor([0, 2]), 1] = 7.0
    y[:, paddle.to_tensor([0, 2])] = x[:, :2]
    y[1].copy_(x[0])
    y[2].set_value(x[3])
    paddle.assign(x[0], output=y[3])
    y[0, ...] *= 2
    y.put_along_axis_(paddle.zeros([1, 6], "int64"), 0.5, 0)
    return y


def update_shape(x: Any) -> Any:
    y = x * 1.0
    y.reshape_([-1])
    return y, y.shape[0]


def update_in_branch(x: Any) -> Any:
    y = x * 1.0
    z = y[0]
    if x.sum() > 0:
        z.add_(x[1])
        y[1] += 1.0
    else:
        y[2] = 3.0
    z.scale_(2.0)
    y.add_(x)
    return y, z


def update_in_loop(x: Any) -> Any:
    y = x * 1.0
    z, i = y[0], paddle.zeros([], "int64")
    while i < 3:
        if i > 0:
            z.add_(x[1])
        else:
            y.add_(x)
        j = paddle.zeros([], "int64")
        while j < 2:
            z.scale_(1.5)
            y[1] += 1.0
            paddle.increment(j)
        y[i] = y[i] * 2 + i
        i = i + 1
    z.add_(z)
    return y, z, i


_relu_ = paddle._C_ops.relu_


def update_by_op(x: Any) -> Any:
    y = x - 0.5
    before = y * 2
    same = _relu_(y)
    paddle._C_ops.exp_(y)
    return before, y, same


def update_input(x: Any) -> Any:
    x[1] = 3.0
    x.add_(x)
    row = x[0]
    row.exp_()
    return row * 2


@pytest.mark.parametrize(
    "fn",
    [update_methods, update_views, update_indexed, update_shape, update_in_branch, update_in_loop, update_input],
    ids=lambda fn: fn.__name__,
)
def test_updates(fn: Any) -> None:
    check(fn, rand(4, 6))


def test_updates_by_ops_bound_before() -> None:
    captured = capture(update_by_op, (rand(4, 6),))
    assert captured.outputs[1].get_defining_op().name() == "pd_op.exp"


def test_update_of_input_is_reported() -> None:
    captured = check(lambda x, y: y.add_(x), rand(3), rand(3, seed=1))
    assert [place for place, _ in captured.input_updates] == [1]


class Counting(nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("calls", paddle.zeros([2]))
        self.register_buffer("sums", paddle.zeros([3]))

    def forward(self, x: Any) -> Any:
        self.calls += 1
        self.sums.add_(x)
        if x.sum() > 0:
            self.calls.scale_(2.0)
        return x.sum() * self.calls


def test_buffers() -> None:
    model = Counting()
    captured = capture(model, (rand(3),))
    assert [id(tensor) for tensor, _ in captured.buffer_updates] == [id(model.calls), id(model.sums)]
    assert isinstance(model.calls, Tensor)
    assert float(model.calls.sum()) == 0


def conditional_alias(x: Any) -> Any:
    y = x * 1.0
    z = y[0]
    if x.sum() > 0:
        y = y * 2
    else:
        y.add_(x)
    z.add_(z)
    return y + 1


def copy_by_reshape(x: Any) -> Any:
    y = x * 1.0
    flat = y.T.reshape([-1])
    y.add_(x)
    return y, flat


def update_under_strides(x: Any) -> Any:
    y = x * 1.0
    diagonal = paddle.as_strided(y, [4], [7])
    y.add_(x)
    return y, diagonal


def update_under_windows(x: Any) -> Any:
    y = x * 1.0
    windows = y.unfold(1, 3, 1)
    windows.add_(paddle.ones([1]))
    return y, windows


STRIDED = [update_under_strides, update_under_windows]


@pytest.mark.parametrize("fn", [conditional_alias, copy_by_reshape, *STRIDED], ids=lambda fn: fn.__name__)
def test_updates_that_cannot_be_followed(fn: Any) -> None:
    with pytest.raises(InplaceError, match=r"test_capture_updates.py:\d+: .*clone"):
        capture(fn, (rand(4, 6),))
