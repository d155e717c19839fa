"""JAX's operations."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import jax
import jax.numpy as jnp


def layer_norm(x: Any, w: Any, b: Any) -> Any:
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred * centred).mean(-1, keepdims=True) + 1e-5) * w + b


def batch_norm(x: Any, mean: Any, variance: Any, weight: Any, bias: Any) -> Any:
    scale = weight * jax.lax.rsqrt(variance + 1e-5)
    return x * scale[None, :, None, None] + (bias - mean * scale)[None, :, None, None]


def attention(q: Any, k: Any, v: Any) -> Any:
    weights = jax.nn.softmax(jnp.einsum("bhqd,bhkd->bhqk", q, k) * q.shape[-1] ** -0.5, -1)
    return jnp.einsum("bhqk,bhkd->bhqd", weights, v)


def jet_backward(net: Any, x: Any, t: Any, parameters: Any) -> Any:
    total = lambda x, t: net(x, t, parameters).sum()  # noqa: E731
    uxx = jax.grad(lambda x: jax.grad(total, 0)(x, t).sum())(x)
    return net(x, t, parameters), jax.grad(total, 1)(x, t), uxx


def jet_forward(net: Any, x: Any, t: Any, parameters: Any) -> Any:
    one = jnp.ones_like(x)
    u, ut = jax.jvp(lambda t: net(x, t, parameters), (t,), (one,))
    ux = lambda x: jax.jvp(lambda z: net(z, t, parameters), (x,), (one,))[1]  # noqa: E731
    return u, ut, jax.jvp(ux, (x,), (one,))[1]


def operations() -> SimpleNamespace:
    return SimpleNamespace(
        gelu=lambda x: jax.nn.gelu(x, approximate=False),
        sigmoid=jax.nn.sigmoid,
        softmax=jax.nn.softmax,
        relu=jax.nn.relu,
        tanh=jnp.tanh,
        layer_norm=layer_norm,
        batch_norm=batch_norm,
        conv3x3=lambda x, w: jax.lax.conv_general_dilated(x, w, (1, 1), "SAME"),
        linear=lambda x, w, b: x @ w + b,
        matmul=jnp.matmul,
        einsum=jnp.einsum,
        attention=attention,
        sum=jnp.sum,
        cumsum=lambda x: jnp.cumsum(x, 0),
        max_argmax=lambda x: (x.max(-1), x.argmax(-1)),
        argmax=lambda x: x.argmax(-1),
        maximum=jnp.maximum,
        minimum=jnp.minimum,
        at_least=jnp.maximum,
        where=jnp.where,
        one_hot=jax.nn.one_hot,
        float32=lambda x: x.astype(jnp.float32),
        integer=lambda x: x.astype(jnp.int32),
        reshape=jnp.reshape,
        transpose=jnp.transpose,
        concat=lambda parts: jnp.concatenate(parts, 1),
        jet_backward=jet_backward,
        jet_forward=jet_forward,
        gradients_by_row=lambda loss, p, x, y: jax.vmap(jax.grad(loss), (None, 0, 0))(p, x[:, None], y[:, None]),
        map_rows=lambda f, x: jax.vmap(f)(x[:, None])[:, 0],
    )
