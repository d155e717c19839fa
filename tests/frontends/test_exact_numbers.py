"""Numbers of captured programs are those of eager Paddle, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from pcc.frontends.paddle.private import paddle
from tests.frontends.paddle_oracle import check, count, rand

F = paddle.nn.functional

NUMBERS = {
    "multiply": lambda x: x * 0.1,
    "add": lambda x: x + 0.1,
    "subtract from": lambda x: 0.1 - x,
    "divide": lambda x: x / 3.0,
    "divide by int": lambda x: x / 3,
    "divide number": lambda x: 3.0 / x,
    "power": lambda x: x**0.3,
    "power of number": lambda x: 0.3**x,
    "floor": lambda x: x // 0.3,
    "remainder": lambda x: x % 0.3,
    "clip": lambda x: paddle.clip(x, 0.1, 0.7),
    "scale": lambda x: (paddle.scale(x, 0.1, 0.2), paddle.scale(x, 0.1, 0.2, False), x * 1.0),
    "compare": lambda x: (x < 0.1, x == 0.1),
    "numpy": lambda x: (x * np.float64(0.1), x * np.float32(0.1)),
    "full_like": lambda x: paddle.full_like(x, 0.1),
    "to_tensor": lambda x: x * paddle.to_tensor(0.1, dtype=x.dtype),
    "to_tensor list": lambda x: x * paddle.to_tensor([0.1, 0.2, 0.3, 0.4], dtype=x.dtype),
    "pad": lambda x: F.pad(x, [1, 1], value=0.1),
    "where": lambda x: paddle.where(x > 0.5, x, 0.1),
    "quantile": lambda x: paddle.quantile(x, 0.3),
    "linspace": lambda x: paddle.linspace(0, 0.7, 5, dtype=x.dtype) + x.sum(),
}


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_numbers_are_exact(name: str, dtype: str) -> None:
    check(NUMBERS[name], rand(3, 4, dtype=dtype))


@pytest.mark.parametrize("dtype", ["int64", "int32"])
def test_integers_are_exact(dtype: str) -> None:
    x = paddle.to_tensor([1, 2, 3], dtype=dtype)
    check(lambda x: (x + 16777217, x * 16777217, 16777217 - x, x // 3, x % 3, x / 3, x * 0.5, x**2, -x, x << 2), x)
    check(lambda x: (paddle.clip(x, 1, 2), paddle.scale(x, 2, 3), x + True), x)


def test_integers_beyond_double_precision_are_exact() -> None:
    big = 2**53 + 1
    check(
        lambda x: (paddle.full([1], big, "int64") + x, paddle.to_tensor([big]) + x, paddle.full_like(x, big)), count(1)
    )


def test_half_precision_division_rounds_as_eager() -> None:
    check(lambda x: (x / 0.7, x * 0.1), rand(64, dtype="float16"))
