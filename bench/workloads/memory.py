"""Kernels that memory limits: each is one Paddle expression over arrays that leave the caches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray[Any, Any]
WIDTH = 1024  # floats of a row
ROWS = 256  # of one MiB


class Kernel(NamedTuple):
    """`body(paddle, *tensors)` and the arrays that it takes, by the number of rows of a large one."""

    title: str
    body: Callable[..., Any]
    inputs: Callable[[int], list[Array]]


def numbers(*shape: int) -> Array:
    """Evenly between -0.5 and 1.5, so that sums grow and do not cancel."""
    return np.random.default_rng(0).random(shape, np.float32) * 2 - np.float32(0.5)


def one(rows: int) -> list[Array]:
    return [numbers(rows, WIDTH)]


def two(rows: int) -> list[Array]:
    return [numbers(rows, WIDTH), numbers(rows, WIDTH)]


def scaled(rows: int) -> list[Array]:
    """A large array, and two rows: weights and biases."""
    return [numbers(rows, WIDTH), numbers(WIDTH), numbers(WIDTH)]


def images(rows: int) -> list[Array]:
    """64 channels of 64 x 64."""
    return [numbers(rows // ROWS, 64, 64, 64)]


def normalised(rows: int) -> list[Array]:
    """Images, and mean, variance, weight and bias of their channels."""
    return [*images(rows), numbers(64), numbers(64) + 1, numbers(64), numbers(64)]


def shuffled(rows: int) -> list[Array]:
    return [numbers(rows, WIDTH), np.random.default_rng(0).permutation(rows)]


def halves(rows: int) -> list[Array]:
    return [numbers(rows, WIDTH // 2), numbers(rows, WIDTH // 2)]


def column_and_row(rows: int) -> list[Array]:
    return [numbers(rows, 1), numbers(1, WIDTH)]


def norm(p: Any, x: Any, r: Any, w: Any, b: Any) -> Any:
    return p.nn.functional.layer_norm(x + r, [WIDTH], w, b)


def batch_norm(p: Any, x: Any, mean: Any, variance: Any, w: Any, b: Any) -> Any:
    return p.nn.functional.relu(p.nn.functional.batch_norm(x, mean, variance, w, b))


KERNELS = {
    "add": Kernel("x + y", lambda p, x, y: x + y, two),
    "chain": Kernel("relu(x * w + b)", lambda p, x, w, b: p.nn.functional.relu(x * w + b), scaled),
    "outer": Kernel("column + row", lambda p, x, y: x + y, column_and_row),
    "half": Kernel("cast to float16", lambda p, x: x.astype("float16"), one),
    "rows": Kernel("row sums", lambda p, x: x.sum(1), one),
    "columns": Kernel("column sums", lambda p, x: x.sum(0), one),
    "total": Kernel("total", lambda p, x: x.sum(), one),
    "argmax": Kernel("argmax of rows", lambda p, x: x.argmax(1), one),
    "softmax": Kernel("softmax of rows", lambda p, x: p.nn.functional.softmax(x), one),
    "norm": Kernel("layer_norm(x + r)", norm, lambda rows: [*two(rows), numbers(WIDTH), numbers(WIDTH)]),
    "batch norm": Kernel("relu(batch_norm(x))", batch_norm, normalised),
    "transpose": Kernel("transpose", lambda p, x: p.transpose(x, [1, 0]), one),
    "channels": Kernel("NCHW to NHWC", lambda p, x: p.transpose(x, [0, 2, 3, 1]), images),
    "gather": Kernel("gather of rows", lambda p, x, index: p.gather(x, index), shuffled),
    "concat": Kernel("concat of columns", lambda p, x, y: p.concat([x, y], 1), halves),
    "pool": Kernel("3x3 max pooling", lambda p, x: p.nn.functional.max_pool2d(x, 3, 1, 1), images),
    "cumsum": Kernel("cumsum of rows", lambda p, x: p.cumsum(x, 1), one),
}
