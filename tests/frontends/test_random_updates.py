"""Random programs of views and in-place updates, against eager Paddle: who shares memory with whom, and when."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.frontends.paddle.errors import InplaceError

KEPT = 6  # tensors alive at once
REFUSED = {24, 48}


def program(seed: int) -> Callable[..., tuple[Any, ...]]:
    """A function of two tensors that makes views of copies of them and updates some in place."""
    draw = random.Random(seed)
    steps = [(draw.choice(STEPS), *(draw.random() for _ in range(4))) for _ in range(draw.randint(3, 9))]

    def run(x: Any, y: Any) -> tuple[Any, ...]:
        alive = [x * 1.0, y + 0.0]
        for step, one, other, axis, place in steps:
            tensor = alive[int(one * len(alive))]
            made = step(tensor, alive[int(other * len(alive))], int(axis * len(tensor.shape)), place)
            alive = [*alive, *([made] if made is not None else [])][-KEPT:]
        return tuple(alive)

    return run


def _part(t: Any, other: Any, axis: int, place: float) -> Any:
    return t[(slice(None),) * axis + (slice(int(place * t.shape[axis]), None),)]


def _set(t: Any, other: Any, axis: int, place: float) -> None:
    t[(slice(None),) * axis + (int(place * t.shape[axis]),)] = 2.5 * place


def _add(t: Any, other: Any, axis: int, place: float) -> None:
    t.add_(other if other.shape == t.shape else paddle.full(t.shape, 0.5))


def _scale(t: Any, other: Any, axis: int, place: float) -> None:
    t.scale_(1.5)


STEPS: list[Callable[[Any, Any, int, float], Any]] = [
    _part, _part, _set, _set, _add, _add, _scale,
    lambda t, other, axis, place: t.reshape([-1]),
    lambda t, other, axis, place: t.transpose(list(range(len(t.shape)))[::-1]),
    lambda t, other, axis, place: paddle.tanh(t),
]  # fmt: skip


@pytest.mark.parametrize("seed", range(100))
def test_random_updates(seed: int) -> None:
    """The same results, or a refusal where it is open whether a reshape shares memory."""
    function, rng = program(seed), np.random.default_rng(seed)
    arrays = [rng.standard_normal(shape).astype("float32") for shape in ((3, 4), (2, 3, 4))]
    if seed in REFUSED:
        with pytest.raises(InplaceError, match="memory shared with a result of reshape"):
            pcc.jit(function)(*map(paddle.to_tensor, arrays))
        return
    wanted, found = (f(*map(paddle.to_tensor, arrays)) for f in (function, pcc.jit(function)))
    for got, want in zip(found, wanted, strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-6, atol=1e-6)
