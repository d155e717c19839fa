"""The workloads a-m, each written once. `o` is a framework's table of operations (paddle_ops, torch_ops, jax_ops)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
Make = Callable[..., Array]


@dataclass(frozen=True)
class Case:
    """A workload: its title, its body over (o, *arrays), the arrays that `inputs(make)` gives, and its bar.

    `make(*shape, scale)` draws float32 normals. `differentiated` inputs come first and take gradients; `needs` names
    transforms that only some frameworks have. `bar` is what pcc's speed over the best peer's must be; `most_us`, where
    it is given, is instead what a call may take.
    """

    title: str
    body: Callable[..., Any]
    inputs: Callable[[Make], list[Array]]
    bar: float = 1.0
    most_us: float = 0.0
    differentiated: int = 0
    needs: tuple[str, ...] = ()


def arrays(case: Case) -> list[Array]:
    """The case's inputs, float32, the same in every process."""
    rng = np.random.default_rng(0)
    return case.inputs(lambda *shape, scale=1.0: (rng.standard_normal(shape) * scale).astype(np.float32))


def layers(make: Make, *widths: int) -> list[Array]:
    """Weights, then biases, of a stack of linear layers."""
    pairs = list(pairwise(widths))
    return [make(a, b, scale=a**-0.5) for a, b in pairs] + [make(b, scale=0.1) for _, b in pairs]


def stack(o: Any, activation: Callable[[Any], Any], x: Any, parameters: Any) -> Any:
    """Linear layers with an activation between them."""
    depth = len(parameters) // 2
    for i in range(depth - 1):
        x = activation(o.linear(x, parameters[i], parameters[depth + i]))
    return o.linear(x, parameters[depth - 1], parameters[-1])


def elementwise(o: Any, x: Any, w: Any, b: Any) -> Any:
    return o.gelu(x * w + b) * o.sigmoid(x)


def softmax(o: Any, x: Any) -> Any:
    return o.softmax(x)


def layer_norm(o: Any, x: Any, r: Any, w: Any, b: Any) -> Any:
    return o.layer_norm(x + r, w, b)


def row_sums(o: Any, x: Any) -> Any:
    return o.sum(x, 1)


def column_sums(o: Any, x: Any) -> Any:
    return o.sum(x, 0)


def total(o: Any, x: Any) -> Any:
    return o.sum(x)


def mlp(o: Any, x: Any, *parameters: Any) -> Any:
    return stack(o, o.relu, x, parameters)


def encoder(o: Any, x: Any, wqkv: Any, bqkv: Any, wo: Any, bo: Any, g1: Any, e1: Any, *rest: Any) -> Any:
    """A post-norm transformer layer: [8, 256, 512], 8 heads, feed-forward 2048."""
    w1, b1, w2, b2, g2, e2 = rest
    heads = o.transpose(o.reshape(o.linear(x, wqkv, bqkv), [8, 256, 3, 8, 64]), [2, 0, 3, 1, 4])
    mixed = o.reshape(o.transpose(o.attention(heads[0], heads[1], heads[2]), [0, 2, 1, 3]), [8, 256, 512])
    x = o.layer_norm(x + o.linear(mixed, wo, bo), g1, e1)
    return o.layer_norm(x + o.linear(o.gelu(o.linear(x, w1, b1)), w2, b2), g2, e2)


def attention(o: Any, q: Any, k: Any, v: Any) -> Any:
    return o.attention(q, k, v)


def pinn(o: Any) -> Callable[..., Any]:
    return lambda x, t, parameters: stack(o, o.tanh, o.concat([x, t]), parameters)


def pinn_forward(o: Any, x: Any, t: Any, *parameters: Any) -> Any:
    """u, u_t, u_xx by nested forward mode."""
    return o.jet_forward(pinn(o), x, t, parameters)


def pinn_backward(o: Any, x: Any, t: Any, *parameters: Any) -> Any:
    """u, u_t, u_xx by double backward."""
    return o.jet_backward(pinn(o), x, t, parameters)


def per_sample_gradients(o: Any, x: Any, y: Any, *parameters: Any) -> Any:
    def loss(parameters: Any, x: Any, y: Any) -> Any:
        gap = stack(o, o.tanh, x, parameters) - y
        return o.sum(gap * gap)

    return o.gradients_by_row(loss, parameters, x, y)


def mapped_forward(o: Any, x: Any, *parameters: Any) -> Any:
    return o.map_rows(lambda row: stack(o, o.tanh, row, parameters), x)


def mixture_of_experts(o: Any, x: Any, wg: Any, w1: Any, w2: Any) -> Any:
    """Top-2 gating of 1024 tokens to 8 experts of capacity 256, by einsum (GShard)."""
    experts, capacity = 8, 256
    gates = o.softmax(o.matmul(x, wg))
    first = o.one_hot(o.argmax(gates), experts)
    second = o.one_hot(o.argmax(gates - first * 1e9), experts)
    place1, place2 = o.cumsum(first) - 1, o.cumsum(second) - 1 + o.sum(first, 0)
    first, second = first * o.float32(place1 < capacity), second * o.float32(place2 < capacity)
    g1, g2 = o.sum(gates * first, 1), o.sum(gates * second, 1)
    both = o.at_least(g1 + g2, 1e-9)
    slot1 = o.one_hot(o.integer(o.sum(place1 * first, 1)), capacity)
    slot2 = o.one_hot(o.integer(o.sum(place2 * second, 1)), capacity)
    combine = o.einsum("se,sc->sec", (g1 / both)[:, None] * first, slot1)
    combine = combine + o.einsum("se,sc->sec", (g2 / both)[:, None] * second, slot2)
    inside = o.einsum("sec,sm->ecm", o.float32(combine > 0), x)
    hidden = o.relu(o.einsum("ecm,emf->ecf", inside, w1))
    return o.einsum("sec,ecm->sm", combine, o.einsum("ecf,efm->ecm", hidden, w2))


def iou(o: Any, a: Any, b: Any) -> Any:
    """Best overlap of each box of `a` with those of `b`: its index (-1 at most 0.5) and value."""
    low, high = o.maximum(a[:, None, :2], b[None, :, :2]), o.minimum(a[:, None, 2:], b[None, :, 2:])
    size = o.at_least(high - low, 0.0)
    shared = size[..., 0] * size[..., 1]
    area_a, area_b = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1]), (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    best, index = o.max_argmax(shared / (area_a[:, None] + area_b[None] - shared))
    return o.where(best > 0.5, index, -1), best


def residual_block(o: Any, x: Any, w1: Any, w2: Any, *norms: Any) -> Any:
    h = o.relu(o.batch_norm(o.conv3x3(x, w1), *norms[:4]))
    return o.relu(x + o.batch_norm(o.conv3x3(h, w2), *norms[4:]))


def encoder_inputs(make: Make) -> list[Array]:
    wide, tall = {"scale": 512**-0.5}, {"scale": 2048**-0.5}
    first = [
        make(8, 256, 512),
        make(512, 1536, **wide),
        make(1536, scale=0.1),
        make(512, 512, **wide),
        make(512, scale=0.1),
    ]
    second = [make(512, 2048, **wide), make(2048, scale=0.1), make(2048, 512, **tall), make(512, scale=0.1)]
    return [*first, make(512), make(512), *second, make(512), make(512)]


def boxes(make: Make) -> list[Array]:
    """Two sets of 500 boxes [x0, y0, x1, y1] on a page of some 512 units."""

    def some() -> Array:
        corner, size = np.abs(make(500, 2, scale=256)), np.abs(make(500, 2, scale=64)) + 1
        return np.concatenate([corner, corner + size], 1)

    return [some(), some()]


def block_inputs(make: Make) -> list[Array]:
    def norm() -> list[Array]:
        return [make(64), abs(make(64)) + 0.5, make(64), make(64)]  # mean, variance, weight, bias

    return [make(8, 64, 56, 56), make(64, 64, 3, 3, scale=1 / 24), make(64, 64, 3, 3, scale=1 / 24), *norm(), *norm()]


def moe_inputs(make: Make) -> list[Array]:
    weights = [make(8, 256, 1024, scale=256**-0.5), make(8, 1024, 256, scale=1024**-0.5)]
    return [make(1024, 256), make(256, 8, scale=256**-0.5), *weights]


def pinn_inputs(make: Make) -> list[Array]:
    return [abs(make(4096, 1)), abs(make(4096, 1)), *layers(make, 2, 64, 64, 64, 64, 1)]


START = Case("start-up", row_sums, lambda make: [make(16, 16)])
CASES = {
    "a": Case("elementwise", elementwise, lambda make: [make(4096, 1024), make(1024), make(1024)], bar=2.2),
    "b": Case("softmax", softmax, lambda make: [make(4096, 1024)], bar=1.4),
    "c": Case(
        "layer_norm + residual",
        layer_norm,
        lambda make: [make(4096, 1024), make(4096, 1024), make(1024), make(1024)],
        bar=2.0,
    ),
    "d1": Case("row sums", row_sums, lambda make: [make(4096, 1024)], bar=1.1),
    "d2": Case("column sums", column_sums, lambda make: [make(4096, 1024)], bar=1.6),
    "d3": Case("total", total, lambda make: [make(4096, 1024)], bar=1.1),
    "e": Case("MLP 784-1024-1024-10", mlp, lambda make: [make(256, 784), *layers(make, 784, 1024, 1024, 10)]),
    "f": Case("encoder layer", encoder, encoder_inputs, bar=1.15),
    "g": Case("attention", attention, lambda make: [make(8, 8, 512, 64) for _ in "qkv"], bar=1.3),
    "h": Case("MLP, batch 1", mlp, lambda make: [make(1, 16), *layers(make, 16, 64, 64, 1)], most_us=6.0),
    "i": Case("PINN, forward mode", pinn_forward, pinn_inputs, needs=("jvp",)),
    "i2": Case("PINN, double backward", pinn_backward, pinn_inputs, differentiated=2),
    "j": Case(
        "per-sample gradients",
        per_sample_gradients,
        lambda make: [make(512, 32), make(512, 1), *layers(make, 32, 64, 64, 1)],
        needs=("vmap", "grad"),
    ),
    "j2": Case("mapped forward", mapped_forward, lambda make: [make(512, 32), *layers(make, 32, 64, 64, 1)]),
    "k": Case("MoE, top-2 einsum", mixture_of_experts, moe_inputs, bar=1.3),
    "l": Case("IoU of 500 x 500 boxes", iou, boxes, bar=6.0),
    "m": Case("ResNet block", residual_block, block_inputs),
}
