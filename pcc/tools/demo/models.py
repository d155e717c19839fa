"""The demo's programs, as a user of Paddle would write them: one function per model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import paddle
from paddle import nn
from paddle.nn import functional as F

einsum: Callable[..., Any] = paddle.einsum  # its stub lets it give None


@dataclass(frozen=True)
class Model:
    """A program and one set of arguments; `input` says in words what it takes."""

    input: str
    run: Callable[..., Any]
    args: tuple[Any, ...]


def resnet18() -> Model:
    return _vision(paddle.vision.models.resnet18(), 224)


def mobilenet_v3() -> Model:
    return _vision(paddle.vision.models.mobilenet_v3_large(), 224)


def detection() -> Model:
    """The trunk of a detector: ResNet-50 without its classifier, at detection size."""
    trunk = paddle.vision.models.resnet50(num_classes=0, with_pool=False)
    return _vision(trunk, 320)


def bert() -> Model:
    layer = nn.TransformerEncoderLayer(768, 12, 3072, dropout=0.1, activation="gelu")
    encoder = nn.TransformerEncoder(layer, 6)
    return Model("1 × 128 × 768", _eval(encoder), (paddle.randn([1, 128, 768]),))


def lstm() -> Model:
    network = nn.LSTM(128, 256, num_layers=2)
    return Model("8 × 64 × 128", _eval(network), (paddle.randn([8, 64, 128]),))


def pinn() -> Model:
    """u(x, t) of a physics-informed network."""
    widths = [2, 64, 64, 64, 64]
    hidden = [part for a, b in pairwise(widths) for part in (nn.Linear(a, b), nn.Tanh())]
    network = nn.Sequential(*hidden, nn.Linear(widths[-1], 1))
    return Model("4096 points (x, t)", network, (paddle.rand([4096, 2]),))


class MixtureOfExperts(nn.Layer):
    """Top-2 gating with expert capacity: tokens are dispatched, computed and combined by einsum, as in GShard."""

    def __init__(self, width: int, hidden: int, experts: int, capacity: int) -> None:
        super().__init__()
        self.experts, self.capacity = experts, capacity
        self.gate = nn.Linear(width, experts, bias_attr=False)
        self.rise = self.create_parameter([experts, width, hidden])
        self.fall = self.create_parameter([experts, hidden, width])

    def forward(self, x: Any) -> Any:
        weight, expert = paddle.topk(F.softmax(self.gate(x), -1), 2)  # [t, 2] each
        weight = weight / weight.sum(-1, keepdim=True)
        chosen = F.one_hot(expert, self.experts)  # [t, 2, e]
        place = (paddle.cumsum(chosen.sum(1), 0) - 1).unsqueeze(1) * chosen  # of the token in its expert's queue
        fits = chosen * (place < self.capacity).astype(x.dtype)
        slot = F.one_hot(place.astype("int64").clip(0, self.capacity - 1), self.capacity)  # [t, 2, e, c]
        combine = einsum("tk,tke,tkec->tec", weight, fits, slot)
        inside = einsum("tec,td->ecd", (combine > 0).astype(x.dtype), x)
        hidden = F.gelu(einsum("ecd,edh->ech", inside, self.rise))
        return einsum("tec,ech,ehd->td", combine, hidden, self.fall)


def mixture_of_experts() -> Model:
    layer = MixtureOfExperts(width=256, hidden=512, experts=8, capacity=96)
    return Model("256 tokens × 256", layer, (paddle.randn([256, 256]),))


def box_iou(a: Any, b: Any) -> Any:
    """Intersection over union of every box of a [n, 4] with every box of b [m, 4]; corners x0, y0, x1, y1. [n, m]."""
    low = paddle.maximum(a[:, None, :2], b[None, :, :2])
    high = paddle.minimum(a[:, None, 2:], b[None, :, 2:])
    overlap = (high - low).clip(min=0).prod(-1)
    area_a, area_b = ((x[:, 2:] - x[:, :2]).prod(-1) for x in (a, b))
    return overlap / (area_a[:, None] + area_b[None, :] - overlap)


def iou() -> Model:
    def boxes() -> Any:
        corner = paddle.rand([1000, 2])
        return paddle.concat([corner, corner + paddle.rand([1000, 2]) + 0.01], -1)

    return Model("1000 × 1000 boxes", box_iou, (boxes(), boxes()))


def _vision(network: Any, pixels: int) -> Model:
    return Model(f"1 × 3 × {pixels} × {pixels}", _eval(network), (paddle.randn([1, 3, pixels, pixels]),))


def _eval(layer: Any) -> Any:
    layer.eval()
    return layer
