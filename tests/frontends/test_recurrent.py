"""Recurrent layers: rows of different lengths, and dropout between layers while they are trained."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.private import paddle
from tests.frontends.paddle_oracle import leaves_of, rand

nn = paddle.nn
NEVER = 1e-12  # a probability that Paddle and pcc alike take for dropout, and that drops nothing
LENGTHS = [7, 3, 1, 5]


@pytest.mark.parametrize("lengths", [None, LENGTHS], ids=["whole", "lengths"])
@pytest.mark.parametrize("kind", [nn.LSTM, nn.GRU, nn.SimpleRNN])
def test_layers_with_dropout_between_them(kind: Any, lengths: Any) -> None:
    model, x = kind(8, 6, num_layers=3, dropout=NEVER, direction="bidirect"), rand(4, 7, 8)
    ends = lengths and paddle.to_tensor(lengths)
    for got, want in zip(*(leaves_of(run(x, sequence_length=ends)) for run in (pcc.jit(model), model)), strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), atol=1e-6)


def test_gradients_of_rows_of_different_lengths() -> None:
    model, x, ends = nn.GRU(8, 6, direction="bidirect"), rand(4, 7, 8), paddle.to_tensor(LENGTHS)
    found = []
    for run in (pcc.jit(model), model):
        out, last = run(x, sequence_length=ends)
        found.append(paddle.grad((out * out).sum() + last.sum(), model.parameters()))
    for got, want in zip(*found, strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-4, atol=1e-5)


def test_each_layer_drops_elements_of_its_own() -> None:
    """Cells that hand on what they are given: two layers of dropout leave a quarter, four times as large."""
    model = nn.SimpleRNN(64, 64, num_layers=3, dropout=0.5, activation="relu")
    for name, weight in model.named_parameters():
        weight.set_value(paddle.eye(64) if "weight_ih" in name else paddle.zeros_like(weight))
    out = pcc.jit(model)(paddle.ones([4, 16, 64]))[0].numpy()
    assert set(np.unique(out)) == {0.0, 4.0}
    assert np.mean(out > 0) == pytest.approx(0.25, abs=0.03)
