"""`pcc.jit` in training: `loss.backward()`, optimizers and `paddle.grad` against eager Paddle."""

from __future__ import annotations

import copy
import weakref
from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import paddle.nn.functional as F
import pytest

import pcc
from pcc.frontends.paddle.history import NoGradientWarning
from pcc.frontends.paddle.training import Call
from pcc.runtime.collector import paused


class Encoder(paddle.nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.embedding = paddle.nn.Embedding(11, 8)
        self.layer = paddle.nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0)
        self.out = paddle.nn.Linear(8, 3)

    def forward(self, tokens: Any) -> Any:
        return self.out(self.layer(self.embedding(tokens)).mean(1))


class Images(paddle.nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.norm = paddle.nn.Conv2D(3, 4, 3, padding=1), paddle.nn.BatchNorm2D(4)
        self.second, self.out = paddle.nn.Conv2D(4, 6, 3, stride=2), paddle.nn.Linear(6, 3)

    def forward(self, x: Any) -> Any:
        x = F.max_pool2d(F.relu(self.norm(self.first(x))), 2)
        return self.out(F.adaptive_avg_pool2d(F.gelu(self.second(x)), 1).flatten(1))


def mlp() -> paddle.nn.Layer:
    layers = [paddle.nn.Linear(6, 16), paddle.nn.LayerNorm(16), paddle.nn.GELU(), paddle.nn.Linear(16, 3)]
    return paddle.nn.Sequential(*layers)


def batch(kind: str) -> Any:
    rng = np.random.default_rng(1)
    if kind == "tokens":
        return paddle.to_tensor(rng.integers(0, 11, (4, 5)))
    return paddle.to_tensor(rng.standard_normal((4, 6) if kind == "rows" else (4, 3, 8, 8)))


def trained(net: Any, run: Callable[[Any], Any], x: Any) -> list[Any]:
    """Losses and weights of five steps."""
    step = paddle.optimizer.AdamW(1e-2, parameters=net.parameters())
    labels, losses = paddle.to_tensor([0, 2, 1, 2]), []
    for _ in range(5):
        loss = F.cross_entropy(run(x), labels)
        loss.backward()
        step.step()
        step.clear_grad()
        losses.append(loss.numpy())
    return [*losses, *(p.numpy() for p in net.parameters()), *(b.numpy() for b in net.buffers())]


@pytest.mark.parametrize(("make", "kind"), [(mlp, "rows"), (Encoder, "tokens"), (Images, "images")])
def test_five_steps_of_training(make: Callable[[], Any], kind: str) -> None:
    paddle.seed(3)
    net = make()
    net.to(dtype="float64")
    twin = copy.deepcopy(net)
    wanted = trained(twin, twin, batch(kind))
    found = trained(net, pcc.jit(net), batch(kind))
    for made, value in zip(found, wanted, strict=True):
        np.testing.assert_allclose(made, value, rtol=1e-6, atol=1e-9)


def test_single_precision() -> None:
    paddle.seed(3)
    net = mlp()
    twin, x = copy.deepcopy(net), batch("rows").astype("float32")
    for made, value in zip(trained(net, pcc.jit(net), x), trained(twin, twin, x), strict=True):
        np.testing.assert_allclose(made, value, rtol=1e-3, atol=1e-4)


def parameters(net: Any) -> Any:
    return net.parameters()


def residual(u: Callable[[Any], Any], x: Any) -> tuple[Any, ...]:
    """u'' + u of a network, its square's gradient by all weights."""
    value = u(x)
    (first,) = paddle.grad(value.sum(), x, create_graph=True)
    (second,) = paddle.grad(first.sum(), x, create_graph=True)
    return value, first, second, ((second + value) ** 2).mean()


def test_gradients_by_some_inputs_to_second_order() -> None:
    """A physics residual in eager code over a compiled network, and its gradient by weights."""
    paddle.seed(3)
    net = paddle.nn.Sequential(paddle.nn.Linear(1, 8), paddle.nn.Tanh(), paddle.nn.Linear(8, 1))
    net.to(dtype="float64")
    twin, made = copy.deepcopy(net), list[Any]()
    for network, run in ((twin, twin), (net, pcc.jit(net))):
        x: Any = paddle.to_tensor(np.linspace(0, 1, 5)[:, None], stop_gradient=False)
        *values, loss = residual(run, x)
        loss.backward()
        made.append([*(v.numpy() for v in values), *(p.grad.numpy() for p in parameters(network)), x.grad.numpy()])
    for wanted, found in zip(*made, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-8, atol=1e-10)


def test_what_is_cut_off_stays_so() -> None:
    @pcc.jit
    def f(x: Any, y: Any) -> Any:
        with paddle.no_grad():
            fixed = paddle.exp(x)
        return x * y.detach() + fixed, (x * 2).detach(), y + 1

    leaf: Any = lambda: paddle.to_tensor([1.0, 2.0], stop_gradient=False)  # noqa: E731
    x, y = leaf(), leaf()
    first, second, third = f(x, y)
    assert (first.stop_gradient, second.stop_gradient, third.stop_gradient) == (False, True, False)
    (first.sum() + third.sum()).backward()
    np.testing.assert_allclose(x.grad.numpy(), y.numpy())
    np.testing.assert_allclose(y.grad.numpy(), [1, 1])


def test_a_change_in_place_is_an_error() -> None:
    x = paddle.to_tensor([1.0, 2.0], stop_gradient=False)
    y = pcc.jit(paddle.exp)(x)
    y.add_(y)
    with pytest.raises(OSError, match="changed in place after the call"):
        y.sum().backward()


def test_without_gradients_nothing_changes() -> None:
    net = mlp()
    run, x = pcc.jit(net), batch("rows").astype("float32")
    with paddle.no_grad():
        assert run(x).stop_gradient
    assert not run(x).stop_gradient
    net.eval()
    assert run(x).stop_gradient
    assert run.program_of((x,), {}).plain is not None


@pytest.mark.parametrize("rows", [3, 300_000])
def test_what_no_gradient_leads_through_is_none(rows: int) -> None:
    x = paddle.ones([rows])
    x.stop_gradient = False
    signs = pcc.jit(lambda x: (x > 0).astype("float32"))(x)
    assert paddle.grad(signs, x, allow_unused=True) == [None]


@pytest.mark.parametrize(
    "fn",
    [
        lambda x: x.argmax(-1),
        lambda x: (x.argmax(-1), x.detach() * 2),
        lambda x: paddle.take_along_axis(x, x.argsort(-1), -1) > 0,
        lambda x: (x > 0, x * 2),
    ],
)
def test_results_stop_gradients_where_eager_ones_do(fn: Any) -> None:
    x = paddle.to_tensor([[3.0, -1.0, 2.0]], stop_gradient=False)
    got, want = (paddle.utils.flatten(run(x)) for run in (pcc.jit(fn), fn))
    assert [t.stop_gradient for t in got] == [t.stop_gradient for t in want]


def test_no_gradient_of_an_unused_result_reaches_a_node() -> None:
    """Paddle's own nodes crash where no gradient comes."""
    x, y = (paddle.to_tensor([1.0, 2.0], stop_gradient=False) for _ in range(2))
    one, _ = pcc.jit(lambda a, b: (a * 3, b * 2))(x, y * 2)
    one.sum().backward()
    assert x.grad.tolist() == [3.0, 3.0]
    assert y.grad.tolist() == [0.0, 0.0]


def test_spectral_norm() -> None:
    """Its hook leaves a weight that the program does not use, with a node of its own."""
    model = paddle.nn.utils.spectral_norm(paddle.nn.Linear(4, 4))
    pcc.jit(model)(paddle.ones([2, 4])).sum().backward()
    assert model.bias.grad.tolist() == [2.0] * 4


def test_integers_of_paddle_lose_no_gradient(recwarn: pytest.WarningsRecorder) -> None:
    x = paddle.to_tensor([1.0, 2.0, 2.0], stop_gradient=False)
    assert pcc.jit(lambda x: paddle.nonzero(x > 1))(x).tolist() == [[1], [2]]
    assert not [w for w in recwarn if issubclass(w.category, NoGradientWarning)]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Weak references to the calls that are made."""
    made, start = list[Any](), Call.__init__
    monkeypatch.setattr(Call, "__init__", lambda self, *given: (made.append(weakref.ref(self)), start(self, *given))[1])
    return made


def test_what_a_call_saves_is_freed_with_its_results(calls: list[Any]) -> None:
    x = paddle.ones([4])
    x.stop_gradient = False
    compiled = pcc.jit(lambda x: (x.exp(), x.sin().detach()))
    with paused():
        live, fixed = compiled(x)
        assert calls[0]() is not None
        del live
        assert calls[0]() is None
    assert fixed.stop_gradient


def test_what_a_call_saves_is_freed_where_one_follows_another(calls: list[Any]) -> None:
    """A node of Paddle's stays for ever once its function is asked for, unless a gradient goes through it."""
    x = paddle.ones([4])
    x.stop_gradient = False
    compiled = pcc.jit(lambda x: x.exp())
    with paused():
        compiled(compiled(x))
        assert [call() for call in calls] == [None, None]


class TwoHeads(paddle.nn.Layer):
    """Two results, and a weight that only one of them depends on, another that none does."""

    def __init__(self) -> None:
        super().__init__()
        self.body, self.one, self.other, self.cut = (paddle.nn.Linear(4, 4) for _ in range(4))

    def forward(self, x: Any) -> Any:
        body = self.body(x)
        return self.one(body) + self.cut(body).detach(), self.other(body)


@pytest.mark.parametrize("used", [[0], [1], [0, 1]])
def test_weights_that_no_used_result_depends_on_get_no_gradient(used: list[int]) -> None:
    """None, and not zeros, which an optimizer with weight decay would act on."""
    model, x = TwoHeads(), paddle.randn([3, 4])
    found = []
    for run in (model, pcc.jit(model)):
        model.clear_gradients()
        results = run(x)
        paddle.add_n([(results[n] ** 2).sum() for n in used]).backward()
        found.append({name: None if p.grad is None else p.grad.numpy() for name, p in model.named_parameters()})
    eager, compiled = found
    assert [name for name in eager if eager[name] is None] == [name for name in eager if compiled[name] is None]
    for name in eager:
        if eager[name] is not None:
            np.testing.assert_allclose(compiled[name], eager[name], rtol=1e-5, atol=1e-6)


def test_unused_results_in_second_derivatives() -> None:
    model, x = TwoHeads(), paddle.randn([3, 4])
    x.stop_gradient = False
    found = []
    for run in (model, pcc.jit(model)):
        first, _ = run(paddle.tanh(x))
        (slope,) = paddle.grad([(first**3).sum()], [x], create_graph=True)
        model.clear_gradients()
        (slope**2).sum().backward()
        found.append({name: None if p.grad is None else p.grad.numpy() for name, p in model.named_parameters()})
    eager, compiled = found
    assert compiled["other.weight"] is None
    for name in ("body.weight", "one.weight", "body.bias"):
        np.testing.assert_allclose(compiled[name], eager[name], rtol=1e-4, atol=1e-5)
