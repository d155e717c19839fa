"""Random ops under jit: distributions, and what a seed rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

from pcc.frontends.paddle.jit import jit

COUNT = 200_003
CASES: list[tuple[str, Callable[[], Any], float, float, float, float]] = [  # name, call, mean, deviation, least, most
    ("uniform", lambda: paddle.uniform([COUNT], min=-1.0, max=3.0), 1.0, 4 / 12**0.5, -1.0, 3.0),
    ("uniform float64", lambda: paddle.uniform([COUNT], "float64", 0.0, 1.0), 0.5, 1 / 12**0.5, 0.0, 1.0),
    ("normal", lambda: paddle.normal(2.0, 3.0, [COUNT]), 2.0, 3.0, -20.0, 24.0),
    ("normal float64", lambda: paddle.randn([COUNT], "float64"), 0.0, 1.0, -8.0, 8.0),
    ("randint", lambda: paddle.randint(-3, 7, [COUNT]), 1.5, (99 / 12) ** 0.5, -3, 6),
    ("bernoulli", lambda: paddle.bernoulli(paddle.full([COUNT], 0.3)), 0.3, 0.21**0.5, 0, 1),
    ("dropout", lambda: paddle.nn.functional.dropout(paddle.ones([COUNT]), 0.25), 1.0, 3**-0.5, 0, 4 / 3 + 1e-6),
    ("exponential", lambda: (paddle.ones([COUNT]) * 1).exponential_(2.0), 0.5, 0.5, 0, 20.0),
]


@pytest.mark.parametrize(("name", "call", "mean", "deviation", "least", "most"), CASES, ids=[c[0] for c in CASES])
def test_distribution(
    name: str, call: Callable[[], Any], mean: float, deviation: float, least: float, most: float
) -> None:
    paddle.seed(11)
    x = jit(call, strict=True)().numpy().astype(np.float64)
    error = deviation / COUNT**0.5
    assert abs(x.mean() - mean) < 5 * error
    assert abs(x.std() - deviation) < 10 * error
    assert least <= x.min() <= x.max() <= most
    assert abs(np.corrcoef(x[:-1], x[1:])[0, 1]) < 5 / COUNT**0.5


def test_a_seed_repeats_and_calls_differ() -> None:
    fn = jit(lambda: paddle.rand([1000]), strict=True)
    paddle.seed(5)
    first, second = fn().numpy(), fn().numpy()
    paddle.seed(5)
    assert (fn().numpy() == first).all()
    assert (first != second).mean() > 0.99


def test_ops_of_one_program_differ() -> None:
    one, other = jit(lambda: (paddle.rand([1000]), paddle.rand([1000])), strict=True)()
    assert abs(np.corrcoef(one.numpy(), other.numpy())[0, 1]) < 0.2


def test_numbers_do_not_depend_on_the_shape_of_loops() -> None:
    flat = jit(lambda: paddle.rand([300 * 77]), strict=True)
    square = jit(lambda: paddle.rand([300, 77]).transpose([1, 0]) * 1.0, strict=True)
    paddle.seed(1)
    numbers = flat().numpy()
    paddle.seed(1)
    assert (square().numpy().T.ravel() == numbers).all()


WEIGHTS = (0.5, 0.0, 2.0, 1.5)


def test_multinomial_draws_by_weight() -> None:
    weights = paddle.to_tensor(WEIGHTS)
    drawn = jit(lambda w: paddle.multinomial(w, COUNT, replacement=True), strict=True)(weights).numpy()
    shares = np.bincount(drawn, minlength=4) / COUNT
    assert np.abs(shares - np.array(WEIGHTS) / 4).max() < 5 * 0.5 / COUNT**0.5
    assert shares[1] == 0


def test_multinomial_without_replacement_draws_one_after_another() -> None:
    rows = 50_000
    weights = paddle.to_tensor([WEIGHTS] * rows)
    drawn = jit(lambda w: paddle.multinomial(w, 2), strict=True)(weights).numpy()
    assert (drawn[:, 0] != drawn[:, 1]).all()
    chance = np.array(WEIGHTS) / 4
    second = sum(p * np.where(np.arange(4) == n, 0, chance) / (1 - p) for n, p in enumerate(chance))
    for place, want in enumerate((chance, second)):
        shares = np.bincount(drawn[:, place], minlength=4) / rows
        assert np.abs(shares - want).max() < 5 * 0.5 / rows**0.5


@pytest.mark.parametrize("hard", [True, False])
def test_gumbel_softmax_is_largest_by_chance(hard: bool) -> None:
    rows = 50_000
    logits = paddle.to_tensor([[0.0, 1.0, -1.0]] * rows)
    drawn = jit(lambda x: paddle.nn.functional.gumbel_softmax(x, 0.7, hard), strict=True)(logits).numpy()
    assert np.allclose(drawn.sum(1), 1, atol=1e-5)
    shares = np.bincount(drawn.argmax(1), minlength=3) / rows
    assert np.abs(shares - np.exp([0, 1, -1]) / np.exp([0, 1, -1]).sum()).max() < 5 * 0.5 / rows**0.5
    assert not hard or set(np.unique(drawn)) == {0.0, 1.0}
