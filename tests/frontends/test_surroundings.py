"""What a compiled function reads beside its arguments may change between calls; results are those of the function."""

from __future__ import annotations

import copy
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import paddle
import pytest
from paddle import nn

import pcc
from pcc.frontends.paddle.errors import CaptureError
from pcc.frontends.paddle.jit import TURNS

pytestmark = pytest.mark.filterwarnings("ignore::pcc.frontends.paddle.history.RecompileWarning")
FACTOR = np.float32(2.0)
SETTINGS = SimpleNamespace(shift=1.0, table={"power": 2}, unread=0)


def scaled(x: Any) -> Any:
    return x * FACTOR


def shifted(x: Any) -> Any:
    return scaled(x) ** SETTINGS.table["power"] + SETTINGS.shift


class Model(nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.inner, self.scale, self.factor, self.calls = nn.Linear(4, 4), paddle.ones([4]), 2.0, 0
        self.blocks = [nn.Linear(4, 4)]

    def forward(self, x: Any) -> Any:
        self.calls += 1
        return self.blocks[0](self.inner(x)) * self.scale * self._times()

    def _times(self) -> float:
        return self.factor


class Stack(nn.Layer):
    """Layers in a container that itself is never called, and numbers of the class."""

    shift = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.layers, self._power = nn.LayerList([nn.Linear(4, 4), nn.Dropout(0.5)]), 2

    @property
    def power(self) -> int:
        return self._power

    def forward(self, x: Any) -> Any:
        for layer in self.layers:
            x = layer(x)
        return x**self.power + self.shift * MODULE.scale


MODULE = ModuleType("settings")
MODULE.scale = 1.0  # type: ignore[attr-defined]


class Batch:
    """An argument that is no container."""

    def __init__(self) -> None:
        self.x, self.weight = rand(3), 2.0


class Solver:
    """An object that is no Layer, with one."""

    def __init__(self) -> None:
        self.model, self.weight = Model(), 0.5

    def residual(self, x: Any) -> Any:
        return self.model(x) * self.weight


def rand(*shape: int) -> Any:
    return paddle.to_tensor(np.random.default_rng(0).standard_normal(shape), "float32")


def again(fn: Any, jitted: Any, x: Any) -> int:
    """How often it was compiled, after two calls that must give what the function gives."""
    with paddle.no_grad():
        for _ in range(2):
            np.testing.assert_allclose(jitted(x).numpy(), fn(x).numpy(), rtol=2e-5, atol=2e-6)
    return jitted.compiles


@pytest.mark.parametrize("change", [(SETTINGS, "shift", 3.0), (SETTINGS, "table", {"power": 3})])
def test_globals(change: tuple[Any, str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    jitted = pcc.jit(shifted)
    assert again(shifted, jitted, rand(3)) == 1
    monkeypatch.setattr(SETTINGS, "unread", 1)
    monkeypatch.setitem(globals(), "FACTOR", np.float32(1.0) + np.float32(1.0))  # another object, the same number
    assert again(shifted, jitted, rand(3)) == 1
    monkeypatch.setattr(*change)
    assert again(shifted, jitted, rand(3)) == 2
    monkeypatch.setitem(globals(), "FACTOR", 5.0)
    assert again(shifted, jitted, rand(3)) == 3
    monkeypatch.setitem(globals(), "scaled", lambda x: x - 1)
    assert again(shifted, jitted, rand(3)) == 4
    monkeypatch.setitem(SETTINGS.table, "power", 1)
    assert again(shifted, jitted, rand(3)) == 5
    assert jitted.history.reasons[-1].startswith("SETTINGS.table['power'] was")


def test_closures() -> None:
    weight, power, steps = rand(4, 4), 2, [1.0]

    def fn(x: Any) -> Any:
        return (x @ weight) ** power * sum(steps)

    jitted = pcc.jit(fn)
    assert again(fn, jitted, rand(2, 4)) == 1
    weight.set_value(weight * 2)
    assert again(fn, jitted, rand(2, 4)) == 1
    weight = rand(4, 4) + 1
    assert again(fn, jitted, rand(2, 4)) == 2
    power = 3
    assert again(fn, jitted, rand(2, 4)) == 3
    steps.append(2.0)
    assert again(fn, jitted, rand(2, 4)) == 4


CHANGES = {
    "a number": lambda model: setattr(model, "factor", 3.0),
    "a tensor": lambda model: setattr(model, "scale", rand(4)),
    "a Layer": lambda model: setattr(model, "inner", nn.Linear(4, 4)),
    "a Layer in a list": lambda model: model.blocks.__setitem__(0, nn.Linear(4, 4)),
    "a weight": lambda model: setattr(model.inner, "weight", paddle.create_parameter([4, 4], "float32")),
    "a weight that is gone": lambda model: setattr(model.inner, "bias", None),
    "frozen weights": lambda model: [setattr(p, "stop_gradient", True) for p in model.parameters()],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_layers(change: Any) -> None:
    solver = Solver()
    jitted, bound = pcc.jit(solver.model), pcc.jit(solver.residual)
    for fn, compiled in ((solver.model, jitted), (solver.residual, bound)):
        assert again(fn, compiled, rand(2, 4)) == 1
    change(solver.model)
    for fn, compiled in ((solver.model, jitted), (solver.residual, bound)):
        assert again(fn, compiled, rand(2, 4)) == 2
    solver.weight = 4.0
    assert again(solver.model, jitted, rand(2, 4)) == 2
    assert again(solver.residual, bound, rand(2, 4)) == 3


def test_weights_of_another_dtype() -> None:
    model = Model()
    jitted = pcc.jit(model)
    again(model, jitted, rand(2, 4))
    model.to(dtype="float64")
    model.blocks[0].to(dtype="float64")
    model.scale = model.scale.astype("float64")
    again(model, jitted, rand(2, 4).astype("float64"))
    with pytest.raises(CaptureError, match="f32 and f64"):
        jitted(rand(2, 4))


def test_weights_that_are_trained_from_now_on() -> None:
    model = nn.Linear(4, 4)
    for parameter in model.parameters():
        parameter.stop_gradient = True
    jitted = pcc.jit(model)
    assert jitted(rand(2, 4)).stop_gradient
    for parameter in model.parameters():
        parameter.stop_gradient = False
    jitted(rand(2, 4)).sum().backward()
    np.testing.assert_allclose(model.weight.grad.numpy(), np.repeat(rand(2, 4).numpy().sum(0)[:, None], 4, 1), 1e-6)


def test_transposed_tensors_of_a_closure() -> None:
    stored = rand(4, 3)
    stored.stop_gradient = False
    view = stored.T

    def fn(x: Any) -> Any:
        return x @ view

    assert not view.is_contiguous()
    jitted = pcc.jit(fn)
    assert again(fn, jitted, rand(2, 3)) == 1
    with paddle.no_grad():
        stored.set_value(stored * 2)
    assert again(fn, jitted, rand(2, 3)) == 1
    jitted(rand(2, 3)).sum().backward()
    np.testing.assert_allclose(stored.grad.numpy(), np.repeat(rand(2, 3).numpy().sum(0)[None], 4, 0), 1e-6)


STACKS = {
    "an element": lambda stack: stack.layers.__setitem__(0, nn.Linear(4, 4)),
    "one more": lambda stack: stack.layers.append(nn.Linear(4, 4)),
    "what a property reads": lambda stack: setattr(stack, "_power", 3),
    "an attribute before the class's": lambda stack: setattr(stack, "shift", 3.0),
    "a hook": lambda stack: stack.layers[0].register_forward_post_hook(lambda layer, given, result: result * 2),
    "a mode inside": lambda stack: (stack.layers[1].train(), setattr(stack.layers[1], "p", 0.0)),
}


@pytest.mark.parametrize("change", STACKS.values(), ids=STACKS)
def test_containers_of_layers(change: Any) -> None:
    stack = Stack()
    stack.eval()
    jitted = pcc.jit(stack)
    assert again(stack, jitted, rand(2, 4)) == 1
    change(stack)
    assert again(stack, jitted, rand(2, 4)) == 2


def test_classes_and_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    stack = Stack()
    stack.eval()
    jitted = pcc.jit(stack)
    assert again(stack, jitted, rand(2, 4)) == 1
    monkeypatch.setattr(Stack, "shift", 2.0)
    assert again(stack, jitted, rand(2, 4)) == 2
    monkeypatch.setattr(MODULE, "scale", 2.0)
    assert again(stack, jitted, rand(2, 4)) == 3


def test_objects_among_the_arguments() -> None:
    batch = Batch()
    fn = lambda y: pick(batch, y)  # noqa: E731
    pick = lambda batch, y: batch.x * y * batch.weight  # noqa: E731
    jitted = pcc.jit(pick)
    called = lambda y: jitted(batch, y)  # noqa: E731
    for change in (lambda: None, lambda: setattr(batch, "x", rand(3) + 1), lambda: setattr(batch, "weight", 5.0)):
        change()
        for _ in range(2):
            np.testing.assert_allclose(called(rand(3)).numpy(), fn(rand(3)).numpy(), rtol=1e-6)
    assert jitted.compiles == 3


def test_turns_of_training_and_evaluation_compile_once_each() -> None:
    stack = Stack()
    jitted = pcc.jit(stack)
    for _ in range(3):
        stack.train()
        jitted(rand(2, 4))
        stack.eval()
        again(stack, jitted, rand(2, 4))
    assert jitted.compiles == 2
    for power in range(10):
        stack._power = power
        again(stack, jitted, rand(2, 4))
    assert sum(map(len, jitted._turns.values())) == TURNS


def test_a_copy_of_a_model_has_its_own_weights() -> None:
    model = Model()
    model.compiled = pcc.jit(model.forward)
    with paddle.no_grad():
        model.compiled(rand(2, 4))
        copied = copy.deepcopy(model)
        copied.inner.weight.set_value(copied.inner.weight * 2)
        for each in (model, copied):
            np.testing.assert_allclose(each.compiled(rand(2, 4)).numpy(), each(rand(2, 4)).numpy(), rtol=1e-5)


def test_weight_norm_put_on_later() -> None:
    layer = nn.Linear(4, 4)
    jitted = pcc.jit(layer)
    assert again(layer, jitted, rand(2, 4)) == 1
    nn.utils.weight_norm(layer)
    with paddle.no_grad():
        layer.weight_g.set_value(layer.weight_g * 3)
        for _ in range(3):
            np.testing.assert_allclose(jitted(rand(2, 4)), rand(2, 4) @ layer.weight + layer.bias, rtol=1e-5, atol=1e-6)
    assert jitted.compiles == 2
    again(layer, jitted, rand(2, 4))


def test_what_the_function_itself_counts_is_no_change() -> None:
    model = Model()
    jitted = pcc.jit(model)
    assert again(model, jitted, rand(2, 4)) == 1
    model.calls = 100
    assert again(model, jitted, rand(2, 4)) == 1
