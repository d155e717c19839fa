"""What Paddle's own kernel cannot be asked: ignored labels in reduced losses, where it writes beyond its result."""

from __future__ import annotations

import numpy as np
import paddle
import pytest

import pcc


@pytest.mark.parametrize("reduction", ["mean", "sum"])
@pytest.mark.parametrize("weighted", [False, True])
def test_nll_loss_ignores(reduction: str, weighted: bool) -> None:
    rng = np.random.default_rng(0)
    scores, weight = rng.normal(size=(33, 5)), rng.uniform(0.5, 2, 5)
    label = rng.integers(0, 5, 33)

    def loss(x: paddle.Tensor, y: paddle.Tensor, w: paddle.Tensor) -> paddle.Tensor:
        chosen = w if weighted else None
        return paddle.nn.functional.nll_loss(x, y, chosen, ignore_index=2, reduction=reduction)

    got = float(pcc.jit(loss)(*map(paddle.to_tensor, (scores, label, weight))))
    factor = np.where(label == 2, 0, weight[label] if weighted else 1)
    total = -(scores[np.arange(33), label] * factor).sum()
    assert got == pytest.approx(total / factor.sum() if reduction == "mean" else total, rel=1e-12)


def test_nll_loss_of_nothing() -> None:
    loss = pcc.jit(lambda x, y: paddle.nn.functional.nll_loss(x, y, ignore_index=1))
    assert float(loss(paddle.ones([4, 3]), paddle.ones([4], "int64"))) == 0
