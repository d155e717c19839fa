"""Attention in blocks of rows: against Paddle, with masks of all shapes, and without memory for all weights."""

from __future__ import annotations

from typing import Any

import numpy as np
import paddle
import pytest

import pcc

HEADS, ROWS, KEYS = 4, 384, 512
WEIGHTS = 2 * HEADS * ROWS * KEYS * 4  # bytes


def attention(q: Any, k: Any, v: Any, mask: Any = None) -> Any:
    scores = paddle.matmul(q, k, transpose_y=True) * 0.25
    weights = paddle.nn.functional.softmax(scores if mask is None else scores + mask)
    return paddle.matmul(weights, v)


def packed(x: Any) -> Any:
    """Queries, keys and values in one tensor [batch, row, 3, head, column], as an encoder's projection makes them."""
    q, k, v = (x[:, :, part].transpose([0, 2, 1, 3]) for part in range(3))
    return attention(q, k, v).transpose([0, 2, 1, 3]).flatten(2)


def arena(function: Any, *args: Any) -> int:
    """Bytes between arguments and results; the results are checked."""
    jitted = pcc.jit(function)
    with paddle.no_grad():
        np.testing.assert_allclose(jitted(*args).numpy(), function(*args).numpy(), rtol=1e-4, atol=1e-5)
    (program,) = jitted.programs.values()
    return sum(stage.build.executable.arena_bytes for stage in program.stages())


@pytest.mark.parametrize(
    "mask", [None, (2, HEADS, ROWS, KEYS), (2, 1, 1, KEYS), (1, 1, ROWS, KEYS), (ROWS, KEYS), (KEYS,), (HEADS, ROWS, 1)]
)
def test_masks(mask: tuple[int, ...] | None) -> None:
    shapes = ((2, HEADS, rows, 24) for rows in (ROWS, KEYS, KEYS))
    masks = [] if mask is None else [paddle.randn(mask)]
    assert arena(attention, *map(paddle.randn, shapes), *masks) < WEIGHTS / 2


@pytest.mark.parametrize(("batch", "rows"), [((8,), 577), ((), 1024), ((1, 1), 1000), ((3, 2, 2), 320)])
def test_shapes(batch: tuple[int, ...], rows: int) -> None:
    q, k, v = (paddle.randn([*batch, rows, columns]) for columns in (16, 16, 40))
    whole = int(np.prod(batch, initial=1)) * rows * rows * 4
    assert arena(attention, q, k, v) < whole / 2


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("columns", [40, 112])  # values near enough to be read where they are, and packed ones
def test_blocks_that_share_matrices(columns: int, dtype: str) -> None:
    q, k, v = (paddle.randn([8, 4, 320, c]).astype(dtype) for c in (16, 16, columns))
    assert arena(attention, q, k, v) < 32 * 320 * 320 * 4 / 2


def test_strided_operands() -> None:
    assert arena(packed, paddle.randn([2, KEYS, 3, HEADS, 16])) < 2 * HEADS * KEYS * KEYS * 4 / 2


def causal_by_arange(q: Any, k: Any, v: Any) -> Any:
    scores = paddle.matmul(q, k, transpose_y=True)
    rows, columns = paddle.arange(scores.shape[-2]).unsqueeze(1), paddle.arange(scores.shape[-1])
    weights = paddle.nn.functional.softmax(paddle.where(columns <= rows, scores, paddle.full_like(scores, -1e9)))
    return paddle.matmul(weights, v)


def causal_by_triu(q: Any, k: Any, v: Any) -> Any:
    scores = paddle.matmul(q, k, transpose_y=True)
    mask = paddle.triu(paddle.full(scores.shape[-2:], -1e9), 1)
    return paddle.matmul(paddle.nn.functional.softmax(scores + mask), v)


def lower_triangle(q: Any, k: Any, v: Any) -> Any:
    return paddle.matmul(paddle.tril(paddle.matmul(q, k, transpose_y=True)) * 0.01, v)


def flipped(q: Any, k: Any, v: Any) -> Any:
    scores = paddle.matmul(q, k.flip(1), transpose_y=True)
    return paddle.matmul(paddle.nn.functional.softmax(scores), v.flip([1]))


def reversed_rows(q: Any, k: Any, v: Any) -> Any:
    return paddle.matmul(paddle.nn.functional.softmax(paddle.matmul(q, k, transpose_y=True).flip(1)), v)


def two_readers(q: Any, k: Any, v: Any) -> Any:
    weights = paddle.nn.functional.softmax(paddle.matmul(q, k, transpose_y=True))
    return paddle.matmul(weights, v), weights.mean()


@pytest.mark.parametrize(
    "function", [causal_by_arange, causal_by_triu, lower_triangle, flipped, reversed_rows, two_readers]
)
def test_what_depends_on_the_place_is_right_in_every_block(function: Any) -> None:
    q, k, v = (paddle.randn([3, 512, 16]) for _ in range(3))
    with paddle.no_grad():
        found, wanted = pcc.jit(function)(q, k, v), function(q, k, v)
    pairs = zip(found, wanted, strict=True) if isinstance(wanted, tuple) else [(found, wanted)]
    for one, other in pairs:
        np.testing.assert_allclose(one.numpy(), other.numpy(), rtol=1e-4, atol=1e-4)
