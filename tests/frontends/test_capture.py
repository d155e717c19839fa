"""Captured programs, run by Paddle's own executor, equal eager Paddle exactly."""

from __future__ import annotations

import functools
import threading
from typing import Any, NamedTuple

import numpy as np
import pytest

from pcc.frontends.paddle import saved_model
from pcc.frontends.paddle.capture import ambient_key, capture, flatten
from pcc.frontends.paddle.errors import (
    ArgumentError,
    CaptureError,
    ConcretizationError,
    ProgramError,
    ResultError,
    SavedModelError,
    SourceLine,
)
from pcc.frontends.paddle.private import Tensor, Value, paddle
from tests.frontends.paddle_oracle import check, count, rand

nn, F = paddle.nn, paddle.nn.functional


class Pair(NamedTuple):
    one: Any
    two: Any


def names(captured: Any) -> list[str]:
    return [op.name() for op in captured.program.global_block().ops]


# ---- callables, arguments, results ----------------------------------------------------------------------------------


class Scaled:
    def __init__(self) -> None:
        self.factor = rand(6)

    def __call__(self, x: Any) -> Any:
        return x * self.factor

    def method(self, x: Any) -> Any:
        if x.sum() > 0:
            return x * self.factor
        return x


def test_callables() -> None:
    x, w = rand(4, 6), rand(6, 3)
    linear = nn.Linear(6, 3)
    for fn in (
        lambda x: x @ w + 1,
        lambda x: w.T @ x.T,
        functools.partial(lambda a, b: a + b, b=3.0),
        linear,
        linear.forward,
        Scaled(),
        Scaled().method,
        paddle.tanh,
    ):
        check(fn, x)


def test_code_without_source() -> None:
    space: dict[str, Any] = {"paddle": paddle}
    source = "def f(x):\n  return paddle.tanh(x) * 2\ndef g(x):\n  if x.sum() > 0:\n    return x\n  return -x"
    exec(compile(source, "<typed>", "exec"), space)
    check(space["f"], rand(3))
    with pytest.raises(ConcretizationError, match=r"<typed>:4: .*source code"):
        capture(space["g"], (rand(3),))


def test_nested_arguments_and_results() -> None:
    def fn(d: Any, t: Any, pair: Any, *rest: Any, k: int = 2, **named: Any) -> Any:
        return {
            "x": d["q"][0] + t[1],
            "y": Pair(pair.one * k, (pair.two, [rest[0], None, "s", 3, 2.5])),
            "z": named["w"],
        }

    x = rand(2, 3)
    captured = check(fn, {"q": [x, x]}, (1, x), Pair(x, x), x, k=3, w=x)
    assert len(captured.inputs) == 7
    result = captured.rebuild_result([0] * len(captured.outputs))
    assert isinstance(result["y"], Pair)
    assert result["y"].two[1][1:] == [None, "s", 3, 2.5]


def test_plain_results_and_repeated_tensors() -> None:
    x, linear = rand(4, 6), nn.Linear(6, 3)
    check(lambda x: None, x)
    check(lambda x: (x.shape[0], "k", len(x), x.ndim), x)
    check(lambda x: (x, x, linear.weight), x)
    captured = check(lambda a, b: (a + b, a), x, x)
    assert captured.inputs[0].id != captured.inputs[1].id


def test_ops_called_by_position() -> None:
    ops = paddle._C_ops

    def graph(x: Any, image: Any, weight: Any) -> Any:
        y = ops.matmul(x, x, False, True)
        y = ops.scale(y, 0.5, 0.25, True)
        y = ops.dropout(y, None, 0.1, True, "upscale_in_train", 0, False)
        z = ops.conv2d(image, weight, [1, 1], [1, 1], "EXPLICIT", [1, 1], 1, "NCHW")
        z = ops.pool2d(z, [2, 2], [2, 2], [0, 0], False, True, "NCHW", "avg", False, False, "EXPLICIT")
        parts = ops.split(z, [1, 3], 1)
        return ops.softmax(y, -1), ops.concat([parts[1], parts[0]], 1), ops.slice(y, [0], [0], [1], [1], [0])

    check(graph, rand(4, 6), rand(1, 3, 8, 8), rand(4, 3, 3, 3))


def test_parameters_are_the_tensors_themselves() -> None:
    linear, w = nn.Linear(6, 3), rand(3)
    captured = capture(lambda x: linear(x) * w, (rand(4, 6),))
    assert {id(tensor) for _, tensor in captured.parameters} == {id(linear.weight), id(linear.bias), id(w)}


@pytest.mark.parametrize(
    "dtype", ["bool", "int8", "uint8", "int16", "int32", "int64", "float16", "float32", "float64", "complex64"]
)
def test_dtypes(dtype: str) -> None:
    check(lambda x: (x.reshape([-1]), x[0], paddle.concat([x, x])), (rand(3, 4) * 3).astype(dtype))


def test_empty_and_scalar_tensors_and_bfloat16() -> None:
    check(lambda x: (x.sum(), paddle.concat([x, x]), x * 2), paddle.zeros([0, 3]))
    check(lambda x: (x * 2, x.reshape([1]), x.unsqueeze(0)), count(3).astype("float32"))
    captured = capture(lambda x: x * 2, (rand(3).astype("bfloat16"),))
    assert str(captured.outputs[0].dtype) == "paddle.bfloat16"


def test_key_tells_programs_apart() -> None:
    x, y = rand(2, 3), rand(2, 3)
    key = flatten((x, [1, y]), {"k": 0.0})[1]
    assert key == flatten((y, [1, x]), {"k": 0.0})[1]
    differing = [
        ((x, (1, y)), 0.0),
        ((x, [True, y]), 0.0),
        ((x, [1.0, y]), 0.0),
        ((x, [1, y]), -0.0),
        ((x, [1, x]), 0.0),
        ((x, [1, rand(3, 3)]), 0.0),
        ((x, [1, y.astype("float64")]), 0.0),
        ((x, [y, 1]), 0.0),
    ]
    keys = [flatten(args, {"k": k})[1] for args, k in differing]
    assert len({key, *keys}) == len(differing) + 1
    x.stop_gradient = False
    assert flatten((x, [1, y]), {"k": 0.0})[1] != key
    with paddle.no_grad():
        inside = ambient_key()
    assert inside != ambient_key()


def test_mode_of_layers_is_noted() -> None:
    model = nn.Sequential(nn.Linear(6, 6), nn.Dropout(0.5))
    captured = capture(lambda x: model(x) + 1, (rand(4, 6),))
    assert captured.holds()
    model.eval()
    assert not captured.holds()
    assert capture(model, (rand(4, 6),)).holds()


# ---- models ---------------------------------------------------------------------------------------------------------


def evaluated(layer: Any) -> Any:
    layer.eval()
    return layer


def test_batch_norm_updates_its_statistics() -> None:
    model = nn.Sequential(nn.Conv2D(3, 4, 3), nn.BatchNorm2D(4))
    captured = check(model, rand(2, 3, 8, 8))
    assert [id(tensor) for tensor, _ in captured.buffer_updates] == [id(model[1]._mean), id(model[1]._variance)]


@pytest.mark.parametrize("model", ["resnet18", "mobilenet_v3_small"])
def test_vision_models(model: str) -> None:
    check(evaluated(getattr(paddle.vision.models, model)()), rand(1, 3, 32, 32))


def test_attention_models() -> None:
    x = rand(2, 8, 32)
    check(evaluated(nn.TransformerEncoder(nn.TransformerEncoderLayer(32, 4, 64), 2)), x, paddle.zeros([8, 8]))
    check(evaluated(nn.TransformerDecoderLayer(32, 4, 64)), x, x)
    check(lambda q: F.scaled_dot_product_attention(q, q, q, is_causal=True), rand(1, 4, 2, 8))


def test_recurrent_models() -> None:
    x = rand(2, 5, 8)
    for model in (nn.LSTM(8, 16, 2), nn.GRU(8, 16, direction="bidirect"), nn.RNN(nn.LSTMCell(8, 16))):
        check(evaluated(model), x)


class Branching(nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Linear(6, 3)
        self.rest = nn.LayerList([nn.Linear(3, 3) for _ in range(2)])

    def forward(self, x: Any, flag: bool = True) -> Any:
        y = self.first(x)
        for layer in self.rest:
            y = layer(y) if flag else y
        if y.mean() > 0:
            y = F.relu(y)
        elif y.mean() > -1:
            y = y * 0.5
        else:
            y = -y
        return y


def test_layers_with_hooks_and_tensor_conditions() -> None:
    model, x = Branching(), rand(4, 6)
    model.first.register_forward_post_hook(lambda layer, inputs, output: output * 2)
    model.register_forward_pre_hook(lambda layer, inputs: (inputs[0] + 1,))
    check(model, x)
    check(model, x, flag=False)
    check(lambda x: model(x) + 1, x)


# ---- errors and state -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fn", "error", "words"),
    [
        (lambda x: int(x.sum()), ConcretizationError, "astype"),
        (lambda x: float(x.sum()), ConcretizationError, "astype"),
        (lambda x: x.numpy(), ConcretizationError, "outside"),
        (lambda x: x.sum().item(), ConcretizationError, "outside"),
        (lambda x: np.sin(x), ConcretizationError, "outside"),
        (lambda x: f"{x.sum():.2f}", ConcretizationError, "outside"),
        (lambda x: x if x.sum() > 0 else -x, ConcretizationError, "paddle.where"),
        (lambda x: list(range(x.sum().astype("int64"))), ConcretizationError, "Python argument"),
        (lambda x: x @ x, ProgramError, "matmul"),
        (lambda x: x.frobnicate(), ProgramError, "frobnicate"),
        (lambda x: {x}, ResultError, "type set"),
        (lambda x: (part for part in [x]), ResultError, "type generator"),
    ],
)
def test_errors_name_line_and_remedy(fn: Any, error: type[CaptureError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        capture(fn, (rand(4, 6),))
    where = caught.value.where
    assert where == SourceLine(__file__, fn.__code__.co_firstlineno)
    assert "\n" not in str(caught.value)


def test_arguments_that_have_no_key() -> None:
    with pytest.raises(ArgumentError, match="type set"):
        capture(lambda x, y: x, (rand(3), {1, 2}))


def test_own_errors_pass_and_paddle_is_restored() -> None:
    before = (dict(vars(Tensor)), dict(vars(Value)), dict(vars(paddle._C_ops)), paddle.grad, nn.Layer.__call__)

    def failing(x: Any) -> Any:
        y = x + 1
        y.add_(x)
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        capture(failing, (rand(3),))
    with pytest.raises(TypeError, match="missing"):
        capture(lambda a, b: a, (rand(3),))
    assert before == (dict(vars(Tensor)), dict(vars(Value)), dict(vars(paddle._C_ops)), paddle.grad, nn.Layer.__call__)
    assert paddle.in_dynamic_mode()
    assert float((rand(3) + 1).sum()) > 3


class Keeping(nn.Layer):
    def forward(self, x: Any) -> Any:
        self.cache = x * 2
        return x


def test_layers_may_not_keep_traced_tensors() -> None:
    model = Keeping()
    with pytest.raises(CaptureError, match=r"Keeping\.cache .*buffer"):
        capture(model, (rand(3),))
    assert not hasattr(model, "cache")


def test_every_op_has_its_line() -> None:
    def fn(x: Any) -> Any:
        y = paddle.tanh(x)
        return F.softmax(y * 2.0)

    captured = capture(fn, (rand(3),))
    first = fn.__code__.co_firstlineno
    lines = {op.name(): captured.location(op) for op in captured.program.global_block().ops[1:]}
    assert {name: line and line.line for name, line in lines.items()} == {
        "pd_op.tanh": first + 1,
        "pd_op.full": first + 2,
        "pd_op.scale": first + 2,
        "pd_op.softmax": first + 2,
    }


def test_threads() -> None:
    x, results = rand(3, 4), []

    def work(k: int) -> None:
        for _ in range(3):
            eager = float((x * k + 1).sum())
            captured = capture(lambda x: paddle.tanh(x) * k, (x,))
            results.append(len(names(captured)) == 4 and eager > 0)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 12


# ---- models on disk -------------------------------------------------------------------------------------------------


def test_saved_models(tmp_path: Any) -> None:
    model, path = evaluated(nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1D(3))), str(tmp_path / "model")
    paddle.jit.save(model, path, input_spec=[paddle.static.InputSpec([2, 4], "float32", "x")])
    captured = saved_model.load(path)
    assert len(captured.inputs) == len(captured.outputs) == 1
    assert len(captured.parameters) == 6
    weight = next(tensor for value, tensor in captured.parameters if list(value.shape) == [4, 3])
    np.testing.assert_array_equal(weight.numpy(), model[0].weight.numpy())
    with pytest.raises(SavedModelError, match="no file"):
        saved_model.load(path + "x")
    (tmp_path / "model.json").write_text('{"base": garbage')
    with pytest.raises(SavedModelError, match="cannot be loaded"):
        saved_model.load(path)
