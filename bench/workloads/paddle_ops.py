"""Paddle's operations, for Paddle itself, to_static and pcc."""

from __future__ import annotations

from types import ModuleType, SimpleNamespace
from typing import Any

import paddle
import paddle.nn.functional as F


def batch_norm(x: Any, mean: Any, variance: Any, weight: Any, bias: Any) -> Any:
    return F.batch_norm(x, mean, variance, weight, bias, False)


def attention(q: Any, k: Any, v: Any) -> Any:
    weights = F.softmax(paddle.matmul(q * q.shape[-1] ** -0.5, k, transpose_y=True), -1)
    return paddle.matmul(weights, v)


def jet_backward(net: Any, x: Any, t: Any, parameters: Any) -> Any:
    u = net(x, t, parameters)
    ux, ut = paddle.grad(u, [x, t], create_graph=True)
    return u, ut, paddle.grad(ux, [x])[0]


def no_forward_mode(net: Any, x: Any, t: Any, parameters: Any) -> Any:
    raise NotImplementedError("Paddle has no forward mode")


def gradients_in_a_loop(loss: Any, parameters: Any, x: Any, y: Any) -> Any:
    """Paddle has no vmap: one backward pass a sample."""
    for parameter in parameters:
        parameter.stop_gradient = False
    rows = [paddle.grad(loss(parameters, x[i : i + 1], y[i : i + 1]), list(parameters)) for i in range(x.shape[0])]
    return [paddle.stack([row[j] for row in rows]) for j in range(len(parameters))]


def operations(pcc: ModuleType | None = None) -> SimpleNamespace:
    """The table; with pcc its transforms take the place of what Paddle lacks."""
    return SimpleNamespace(
        gelu=F.gelu,
        sigmoid=F.sigmoid,
        softmax=F.softmax,
        relu=F.relu,
        tanh=paddle.tanh,
        layer_norm=lambda x, w, b: F.layer_norm(x, [x.shape[-1]], w, b, 1e-5),
        batch_norm=batch_norm,
        conv3x3=lambda x, w: F.conv2d(x, w, padding=1),
        linear=F.linear,
        matmul=paddle.matmul,
        einsum=paddle.einsum,
        attention=attention,
        sum=paddle.sum,
        cumsum=lambda x: paddle.cumsum(x, 0),
        max_argmax=lambda x: (x.max(-1), x.argmax(-1)),
        argmax=lambda x: x.argmax(-1),
        maximum=paddle.maximum,
        minimum=paddle.minimum,
        at_least=lambda x, low: paddle.clip(x, min=low),
        where=lambda c, x, other: paddle.where(c, x, paddle.full_like(x, other)),
        one_hot=F.one_hot,
        float32=lambda x: x.astype("float32"),
        integer=lambda x: x.astype("int64"),
        reshape=paddle.reshape,
        transpose=paddle.transpose,
        concat=lambda parts: paddle.concat(parts, 1),
        jet_backward=jet_backward,
        jet_forward=forward_mode(pcc) if pcc else no_forward_mode,
        gradients_by_row=mapped_gradients(pcc) if pcc else gradients_in_a_loop,
        map_rows=lambda f, x: f(x),  # batched by hand
    )


def forward_mode(pcc: ModuleType) -> Any:
    def jet(net: Any, x: Any, t: Any, parameters: Any) -> Any:
        one = paddle.ones_like(x)
        u, ut = pcc.jvp(lambda t: net(x, t, parameters), (t,), (one,))
        ux = lambda x: pcc.jvp(lambda z: net(z, t, parameters), (x,), (one,))[1]  # noqa: E731
        return u, ut, pcc.jvp(ux, (x,), (one,))[1]

    return jet


def mapped_gradients(pcc: ModuleType) -> Any:
    return lambda loss, p, x, y: pcc.vmap(pcc.grad(loss), in_axes=(None, 0, 0))(p, x, y)
