"""Paddle models and what they are trained on: `MODELS[name]()` is a model and the arguments of its loss."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import paddle
from paddle import nn
from paddle.nn import functional as F
from paddle.vision import models as vision

WORDS, LENGTH, WIDTH, HEADS = 8000, 128, 256, 4


class Classifier(nn.Layer):
    """The cross entropy of a network's first result."""

    def __init__(self, network: nn.Layer) -> None:
        super().__init__()
        self.network = network

    def forward(self, images: Any, labels: Any) -> Any:
        made = self.network(images)
        return F.cross_entropy(made[0] if isinstance(made, list | tuple) else made, labels)


class Block(nn.Layer):
    """A decoder's block, norm first, with the fused attention."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.between = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.mixed, self.joined = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x: Any) -> Any:
        batch, length, _ = x.shape
        mixed = self.mixed(self.before(x)).reshape([batch, length, 3, HEADS, WIDTH // HEADS])
        seen = F.scaled_dot_product_attention(*mixed.unbind(2), is_causal=True)
        x = x + self.joined(seen.reshape([batch, length, WIDTH]))
        return x + self.down(F.gelu(self.up(self.between(x))))


class Language(nn.Layer):
    """Words to the cross entropy of the next ones, by way of `body`."""

    def __init__(self, body: nn.Layer, width: int = WIDTH) -> None:
        super().__init__()
        self.words, self.body, self.out = nn.Embedding(WORDS, WIDTH), body, nn.Linear(width, WORDS)

    def forward(self, words: Any, following: Any) -> Any:
        made = self.body(self.words(words))
        made = self.out(made[0] if isinstance(made, tuple) else made)
        return F.cross_entropy(made.reshape([-1, WORDS]), following.reshape([-1]))


def convolved(given: int, made: int) -> nn.Layer:
    return nn.Sequential(nn.Conv2D(given, made, 3, padding=1), nn.BatchNorm2D(made), nn.ReLU())


class Unet(nn.Layer):
    """A segmenting network of three levels."""

    def __init__(self) -> None:
        super().__init__()
        self.downs = nn.LayerList([convolved(3, 32), convolved(32, 64), convolved(64, 128)])
        self.ups = nn.LayerList([nn.Conv2DTranspose(128, 64, 2, 2), nn.Conv2DTranspose(64, 32, 2, 2)])
        self.joins = nn.LayerList([convolved(128, 64), convolved(64, 32)])
        self.out = nn.Conv2D(32, 1, 1)

    def forward(self, images: Any, masks: Any) -> Any:
        levels = [self.downs[0](images)]
        for down in self.downs[1:]:
            levels.append(down(F.max_pool2d(levels[-1], 2)))
        made = levels.pop()
        for level, up in enumerate(self.ups):
            made = self.joins[level](paddle.concat([up(made), levels.pop()], 1))
        return F.binary_cross_entropy_with_logits(self.out(made), masks)


def classifier(name: str, size: int = 224, batch: int = 2) -> tuple[nn.Layer, tuple[Any, ...]]:
    model = Classifier(getattr(vision, name)(pretrained=False))
    return model, (paddle.randn([batch, 3, size, size]), paddle.randint(0, 1000, [batch]))


def language(body: Callable[[], nn.Layer], width: int = WIDTH) -> tuple[nn.Layer, tuple[Any, ...]]:
    words = paddle.randint(0, WORDS, [8, LENGTH + 1])
    return Language(body(), width), (words[:, :-1], words[:, 1:])


def encoder() -> nn.Layer:
    layer = nn.TransformerEncoderLayer(WIDTH, HEADS, 4 * WIDTH, dropout=0.0, activation="gelu")
    return nn.TransformerEncoder(layer, 4)


MODELS: dict[str, Callable[[], tuple[nn.Layer, tuple[Any, ...]]]] = {
    **{
        name: partial(classifier, name)
        for name in (
            *("alexnet", "vgg11", "resnet18", "resnet50", "resnext50_32x4d", "densenet121", "googlenet"),
            *("mobilenet_v1", "mobilenet_v2", "mobilenet_v3_small", "shufflenet_v2_x1_0", "squeezenet1_1"),
        )
    },
    "inception_v3": partial(classifier, "inception_v3", 299),
    "unet": lambda: (Unet(), (paddle.randn([4, 3, 96, 96]), paddle.rand([4, 1, 96, 96]))),
    "encoder": partial(language, encoder),
    "decoder": partial(language, lambda: nn.Sequential(*(Block() for _ in range(4)), nn.LayerNorm(WIDTH))),
    "lstm": partial(language, lambda: nn.LSTM(WIDTH, WIDTH // 2, 2, direction="bidirect")),
    "gru": partial(language, lambda: nn.GRU(WIDTH, WIDTH)),
}
