"""PyTorch's operations."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import torch
import torch.nn.functional as F
from torch.func import grad, jvp, vmap


def linear(x: Any, w: Any, b: Any) -> Any:
    return torch.addmm(b, x, w) if x.dim() == 2 else x @ w + b


def batch_norm(x: Any, mean: Any, variance: Any, weight: Any, bias: Any) -> Any:
    return F.batch_norm(x, mean, variance, weight, bias, False, 0.0, 1e-5)


def jet_backward(net: Any, x: Any, t: Any, parameters: Any) -> Any:
    """Double backward on the tape, the quicker way in eager mode."""
    x, t = x.detach().requires_grad_(), t.detach().requires_grad_()
    u, one = net(x, t, parameters), torch.ones_like(x)
    ux, ut = torch.autograd.grad(u, [x, t], one, create_graph=True)
    return u, ut, torch.autograd.grad(ux, [x], one)[0]


def jet_functional(net: Any, x: Any, t: Any, parameters: Any) -> Any:
    """Double backward as torch.compile can take it."""
    total = lambda x, t: net(x, t, parameters).sum()  # noqa: E731
    uxx = grad(lambda x: grad(total, 0)(x, t).sum())(x)
    return net(x, t, parameters), grad(total, 1)(x, t), uxx


def jet_forward(net: Any, x: Any, t: Any, parameters: Any) -> Any:
    one = torch.ones_like(x)
    u, ut = jvp(lambda t: net(x, t, parameters), (t,), (one,))
    ux = lambda x: jvp(lambda z: net(z, t, parameters), (x,), (one,))[1]  # noqa: E731
    return u, ut, jvp(ux, (x,), (one,))[1]


def operations(compiled: bool) -> SimpleNamespace:
    return SimpleNamespace(
        gelu=F.gelu,
        sigmoid=torch.sigmoid,
        softmax=lambda x: torch.softmax(x, -1),
        relu=torch.relu,
        tanh=torch.tanh,
        layer_norm=lambda x, w, b: F.layer_norm(x, (x.shape[-1],), w, b, 1e-5),
        batch_norm=batch_norm,
        conv3x3=lambda x, w: F.conv2d(x, w, padding=1),
        linear=linear,
        matmul=torch.matmul,
        einsum=torch.einsum,
        attention=F.scaled_dot_product_attention,
        sum=torch.sum,
        cumsum=lambda x: torch.cumsum(x, 0),
        max_argmax=lambda x: x.max(-1),
        argmax=lambda x: x.argmax(-1),
        maximum=torch.maximum,
        minimum=torch.minimum,
        at_least=lambda x, low: torch.clamp(x, min=low),
        where=torch.where,
        one_hot=lambda x, n: F.one_hot(x, n).to(torch.float32),
        float32=lambda x: x.to(torch.float32),
        integer=lambda x: x.to(torch.int64),
        reshape=torch.reshape,
        transpose=torch.permute,
        concat=lambda parts: torch.cat(parts, 1),
        jet_backward=jet_functional if compiled else jet_backward,
        jet_forward=jet_forward,
        gradients_by_row=lambda loss, p, x, y: vmap(grad(loss), (None, 0, 0))(p, x[:, None], y[:, None]),
        map_rows=lambda f, x: vmap(f)(x[:, None])[:, 0],
    )
