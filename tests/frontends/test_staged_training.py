"""Programs that Paddle's ops cut carry gradients as eager ones do; what these ops have no gradient for is said."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.history import NoGradientWarning
from pcc.frontends.paddle.paddle_pullback import _Run
from pcc.frontends.paddle.private import paddle

nn, F = paddle.nn, paddle.nn.functional
pytestmark = pytest.mark.filterwarnings("ignore::pcc.frontends.paddle.program.LeftToPaddleWarning")


class Masked(nn.Layer):
    """A loss of some rows only, through a layer that keeps statistics."""

    def __init__(self) -> None:
        super().__init__()
        self.body, self.norm, self.head = nn.Linear(4, 8, bias_attr=False), nn.BatchNorm1D(8), nn.Linear(8, 3)

    def forward(self, x: Any, labels: Any) -> Any:
        some = labels > 0
        return F.cross_entropy(self.head(F.relu(self.norm(self.body(x)))[some]), labels[some])


def trained(jit: Any) -> list[Any]:
    """Losses of some steps, then all weights and statistics."""
    paddle.seed(0)
    model, random = Masked(), np.random.RandomState(0)
    optimizer, run = paddle.optimizer.SGD(0.1, parameters=model.parameters()), jit(model)
    losses = []
    for _ in range(4):
        x = paddle.to_tensor(random.randn(16, 4).astype("float32"))
        loss = run(x, paddle.to_tensor(random.randint(0, 3, 16)))
        loss.backward()
        optimizer.step()
        optimizer.clear_grad()
        losses.append(loss.numpy())
    return [*losses, *(t.numpy() for t in model.state_dict().values())]


def test_training_goes_through_ops_of_paddle(recwarn: pytest.WarningsRecorder) -> None:
    for got, want in zip(trained(pcc.jit), trained(lambda model: model), strict=True):
        np.testing.assert_allclose(got, want, rtol=2e-5, atol=1e-6)
    assert not [w for w in recwarn if issubclass(w.category, NoGradientWarning)]


def pooled(x: Any, ids: Any) -> Any:
    return paddle.geometric.segment_mean(x.exp(), ids).sin() * x[:3]


def aligned(x: Any, boxes: Any) -> Any:
    return paddle.vision.ops.roi_align(x.tanh(), boxes, paddle.to_tensor([2], dtype="int32"), 3).square()


def unique_beside(x: Any) -> Any:
    return (x + paddle.unique(x)[0]) * 2


def chosen(x: Any) -> Any:
    return x[x > 0].sum() * x, paddle.nonzero(x > 0)


@pytest.mark.parametrize(
    ("fn", "others"),
    [
        (pooled, [paddle.to_tensor([0, 0, 1, 2, 2])]),
        (unique_beside, []),
        (chosen, []),
    ],
)
@pytest.mark.parametrize("leaf", [True, False])
def test_gradients_are_those_of_eager_paddle(fn: Any, others: list[Any], leaf: bool) -> None:
    found = []
    for run in (pcc.jit(fn), fn):
        x = paddle.to_tensor(np.random.RandomState(3).randn(5, 4), dtype="float32", stop_gradient=False)
        results = paddle.utils.flatten(run(x if leaf else x * 1.5, *others))
        results[0].sum().backward()
        found.append((results, x.grad))
    (got, slope), (want, expected) = found
    assert [t.stop_gradient for t in got[:1]] == [t.stop_gradient for t in want[:1]]
    for g, w in zip([*got, slope], [*want, expected], strict=True):
        np.testing.assert_allclose(g.numpy(), w.numpy(), rtol=1e-5, atol=1e-6)


def test_boxes_get_no_gradient() -> None:
    x = paddle.to_tensor(np.random.RandomState(0).randn(1, 2, 8, 8), dtype="float32", stop_gradient=False)
    boxes = paddle.to_tensor([[0.0, 0.0, 5.0, 5.0], [1.0, 2.0, 7.0, 6.0]], stop_gradient=False)
    got, want = (paddle.grad(run(x, boxes).sum(), [x, boxes], allow_unused=True) for run in (pcc.jit(aligned), aligned))
    np.testing.assert_allclose(got[0].numpy(), want[0].numpy(), rtol=1e-4, atol=1e-5)
    assert got[1] is want[1] is None


def test_second_derivatives_through_an_op_of_paddle_are_refused() -> None:
    x = paddle.to_tensor([1.0, -2.0, 3.0], stop_gradient=False)
    with pytest.raises(OSError, match="second derivatives go through pd_op"):
        paddle.grad((pcc.jit(lambda x: x[x > 0].square().sum()))(x), x, create_graph=True)


def test_a_tensor_changed_in_between_is_an_error() -> None:
    x = paddle.to_tensor([1.0, -2.0, 3.0], stop_gradient=False)
    mask = x.detach() > 0
    loss = pcc.jit(lambda x, mask: paddle.masked_select(x, mask).sum())(x, mask)
    paddle.assign(paddle.logical_not(mask), mask)
    with pytest.raises((OSError, RuntimeError), match="changed in place after the call"):
        loss.backward()


def test_a_part_without_a_gradient_says_so_and_runs() -> None:
    def doubled(x: Any) -> Any:
        y = x.exp() * 2
        total = y[y > 1].sum()
        while total < 1000:
            total = total * 2
        return total, y

    x = paddle.to_tensor([1.0, -2.0, 3.0], stop_gradient=False)
    run = pcc.jit(doubled)
    with pytest.warns(NoGradientWarning, match="as often as data says"):
        results = [*run(x), *run(x)]
    assert all(result.stop_gradient for result in results)
    for got, want in zip(results, [*doubled(x)] * 2, strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-6)


def test_what_a_run_keeps_is_freed_with_its_results(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = list[Any]()
    start = _Run.__init__
    monkeypatch.setattr(_Run, "__init__", lambda self, *given: (runs.append(weakref.ref(self)), start(self, *given))[1])
    x = paddle.to_tensor([1.0, -2.0, 3.0], stop_gradient=False)
    result = pcc.jit(lambda x: x[x > 0] * 2)(x)
    assert runs[0]() is not None
    del result
    gc.collect()
    assert runs[0]() is None
