"""What Paddle's gradients take for a constant, `loss.backward()` does, too; pcc's own transforms differentiate it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import pcc
from pcc.dialects import pd
from pcc.frontends.paddle.private import paddle
from pcc.testing.inputs import draw

F = paddle.nn.functional
CASES = [(name, n) for name, kind in sorted(pd.ops().items()) if kind.FIXED for n in range(min(len(kind.SAMPLES), 4))]


def gradients(run: Any, tensors: list[Any]) -> list[Any]:
    """Of the sum of all results: by each floating-point tensor, or None."""
    copies = [t.detach().clone() for t in tensors]
    moving = [t for t in copies if t.is_floating_point()]
    for t in moving:
        t.stop_gradient = False
    results = [t for t in paddle.utils.flatten(run(*copies)) if not t.stop_gradient]
    return paddle.grad(results, moving, allow_unused=True) if results else [None] * len(moving)


@pytest.mark.parametrize(("name", "number"), CASES)
def test_fixed_operands_get_no_gradient(name: str, number: int) -> None:
    sample = pd.ops()[name].SAMPLES[number]
    tensors = draw(sample.specs, name)

    def call(*tensors: Any) -> Any:
        return sample.call(paddle, *tensors)

    got, want = (gradients(run, tensors) for run in (pcc.jit(call), call))
    assert [g is None for g in got] == [w is None for w in want]


def distilled(student: Any, teacher: Any) -> Any:
    return F.kl_div(F.log_softmax(student, -1), F.softmax(teacher, -1)) + (teacher * student).mean()


def test_a_label_that_depends_on_what_is_trained() -> None:
    tensors = [paddle.to_tensor(np.random.RandomState(n).randn(4, 5), dtype="float32") for n in range(2)]

    def inside(student: Any, teacher: Any) -> Any:
        student.stop_gradient = teacher.stop_gradient = False
        return paddle.grad(distilled(student, teacher), [student, teacher])

    want = gradients(distilled, tensors)
    for got in (gradients(pcc.jit(distilled), tensors), pcc.jit(inside)(*tensors)):
        for g, w in zip(got, want, strict=True):
            np.testing.assert_allclose(g.numpy(), w.numpy(), rtol=1e-5, atol=1e-7)


def test_transforms_differentiate_what_paddle_does_not() -> None:
    x, y, w = (paddle.to_tensor(np.random.RandomState(n).rand(4), dtype="float64") for n in range(3))
    slope = pcc.grad(lambda w: paddle.lerp(x, y, w).sum())(w)
    np.testing.assert_allclose(slope.numpy(), (y - x).numpy())
