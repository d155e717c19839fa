"""Compiled functions against Paddle eager: whole programs, segments around Paddle's ops, control flow, guards."""

from __future__ import annotations

import threading
import warnings
from collections import OrderedDict
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.frontends.paddle.history import NoGradientWarning
from pcc.frontends.paddle.private import core
from pcc.frontends.paddle.program import LeftToPaddleError
from pcc.frontends.paddle.signature import ambient_key, flatten

F = paddle.nn.functional


def close(fn: Any, *args: Any, jitted: Any = None) -> Any:
    """Run both; the compiled function."""
    jitted = jitted or pcc.jit(fn)
    with paddle.no_grad():
        ours, theirs = jitted(*args), fn(*args)
    ours, theirs = ([x] if isinstance(x, paddle.Tensor) else list(x) for x in (ours, theirs))
    for a, b in zip(ours, theirs, strict=True):
        assert a.dtype == b.dtype
        np.testing.assert_allclose(a.numpy(), b.numpy(), rtol=2e-5, atol=2e-6)
    return jitted


def test_a_network_is_one_segment() -> None:
    net = paddle.nn.Sequential(
        paddle.nn.Linear(20, 33),
        paddle.nn.GELU(),
        paddle.nn.LayerNorm(33),
        paddle.nn.Linear(33, 5),
        paddle.nn.Softmax(),
    )
    net.eval()
    jitted = close(net, paddle.randn([7, 20]))
    (program,) = jitted.programs.values()
    assert len(program.stages()) == 1


def test_results_that_are_arguments_are_copies() -> None:
    x = paddle.zeros([3])
    y, z = pcc.jit(lambda x: (x, x + 1))(x)
    y[0] = 100.0
    assert float(x[0]) == 0.0
    assert float(z[0]) == 1.0


def test_shapes_that_depend_on_data_go_on_after_paddle() -> None:
    def f(x: Any) -> Any:
        found = paddle.nonzero(x * 2.0)
        return (found + 1) * 2, x + 1

    with pytest.warns(UserWarning, match="nonzero is left to Paddle"):
        jitted = close(f, paddle.to_tensor([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0]]))
    close(f, paddle.to_tensor([[0.0, 0.0, 0.0], [0.0, 3.0, 0.0]]), jitted=jitted)
    with pytest.raises(LeftToPaddleError, match="nonzero"):
        pcc.jit(f, strict=True)(paddle.ones([2]))


@pytest.mark.parametrize("steps", [0, 1, 10])
def test_while_swaps_its_values(steps: int) -> None:
    def fibonacci(n: Any) -> Any:
        a, b, i = paddle.zeros([2]), paddle.ones([2]), paddle.zeros([], dtype="int64")
        while i < n:
            a, b = b, a + b
            i = i + 1
        return a, b

    close(fibonacci, paddle.to_tensor(steps))


def test_branches() -> None:
    def f(x: Any) -> Any:
        if x.sum() > 0:
            y = x * 0.1
        else:
            y = F.softmax(x) / 3.0
        return y + 1

    jitted = close(f, paddle.ones([4, 33]))
    close(f, -paddle.ones([4, 33]), jitted=jitted)


def test_numbers_that_shapes_need_are_guarded() -> None:
    jitted = pcc.jit(lambda x, n: x.reshape([n, 6, -1]) * 2)
    x = paddle.randn([4, 6, 8])
    shapes = [jitted(x, paddle.to_tensor(n)).shape for n in (4, 2, 4)]
    assert [list(s) for s in shapes] == [[4, 6, 8], [2, 6, 16], [4, 6, 8]]
    assert jitted.compiles == 2


def test_models_from_disk_take_any_batch(tmp_path: Any) -> None:
    net = paddle.nn.Sequential(paddle.nn.Conv2D(3, 8, 3), paddle.nn.BatchNorm2D(8), paddle.nn.Flatten())
    net.eval()
    spec = paddle.static.InputSpec([None, 3, 8, 8], "float32", "x")
    paddle.jit.save(net, str(tmp_path / "net"), input_spec=[spec])
    jitted = pcc.jit(paddle.jit.load(str(tmp_path / "net")))
    for batch in (2, 5):
        close(net, paddle.randn([batch, 3, 8, 8]), jitted=jitted)


def test_calls_from_threads() -> None:
    jitted = pcc.jit(lambda x: F.softmax(x).sum(0))
    inputs = [paddle.full([64, 100], float(i)) for i in range(8)]
    jitted(inputs[0])
    results: dict[int, float] = {}

    def run(i: int) -> None:
        results[i] = float(jitted(inputs[i])[0])

    threads = [threading.Thread(target=run, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(abs(value - 0.64) < 1e-5 for value in results.values())
    assert len(results) == 8


def test_results_of_many_calls_are_their_own() -> None:
    jitted = pcc.jit(lambda x: (x + 1, x.sum()))
    results = [jitted(paddle.full([3], float(i))) for i in range(50)]
    assert [[*more.tolist(), float(total)] for more, total in results] == [[i + 1.0] * 3 + [3.0 * i] for i in range(50)]


@pytest.mark.filterwarnings("ignore::pcc.frontends.paddle.history.RecompileWarning")
def test_a_call_that_is_almost_like_the_last() -> None:
    """Same function, then each time one thing else of the arguments."""
    fn = lambda x, y: (x * 2, x - y)  # noqa: E731
    x, y = paddle.randn([4, 6]), paddle.randn([4, 6])
    jitted = close(fn, x, y)
    close(fn, x, y, jitted=jitted)
    close(fn, x, x, jitted=jitted)
    close(fn, x, x.detach(), jitted=jitted)
    close(fn, paddle.randn([6, 4]).T, y, jitted=jitted)
    close(fn, x[:1], y, jitted=jitted)
    close(fn, x.astype("float64"), y.astype("float64"), jitted=jitted)
    close(fn, paddle.zeros([0, 6]), paddle.zeros([0, 6]), jitted=jitted)
    x.reshape_([2, 12])  # in place: the object of the last calls
    close(fn, x, y.reshape([2, 12]), jitted=jitted)
    assert jitted.compiles == 5  # not for views, transposed ones, nor one given twice to a program that changes nothing


def test_autocast_state_is_that_of_the_calling_thread() -> None:
    seen: list[Any] = []

    def other() -> None:
        core._get_amp_attrs()._amp_dtype = "float16"
        seen.append(ambient_key())

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert seen[0][-1] == "float16"
    assert ambient_key()[-1] == "float32"


def test_large_results_outlive_their_reuse() -> None:
    jitted = pcc.jit(lambda x: x + 1)
    x = paddle.zeros([1 << 20])
    kept = jitted(x)
    view = kept.reshape([-1])
    del kept
    other = jitted(x + 1)
    assert float(view[5]) == 1.0
    assert float(other[5]) == 2.0


def test_half_precision_products() -> None:
    x, w = paddle.randn([5, 33]).astype("bfloat16"), paddle.randn([33, 17]).astype("bfloat16")
    ours = pcc.jit(lambda x, w: F.relu(x @ w))(x, w).astype("float32")
    exact = F.relu(x.astype("float32") @ w.astype("float32"))
    np.testing.assert_allclose(ours.numpy(), exact.numpy(), rtol=1e-2, atol=1e-2)


def test_elements_and_a_fold_of_another_shape() -> None:
    def f(x: Any) -> Any:
        y = x * 2.0
        return y, y.reshape([2, 3, 5, 6]).sum([0, 3]), y.reshape([2, 3, 3, 10]).mean([0, 3])

    close(f, paddle.randn([2, 3, 6, 5]))


def test_training_statistics_of_a_large_image() -> None:
    def f(x: Any) -> Any:
        return F.batch_norm(x, paddle.zeros([8]), paddle.ones([8]), paddle.ones([8]), paddle.zeros([8]), training=True)

    close(f, paddle.randn([4, 8, 120, 120]))


def test_what_pcc_does_not_compile_of_complex_numbers_stays_with_paddle() -> None:
    def f(x: Any) -> Any:
        spectrum = paddle.fft.fft(x * 2.0)
        return paddle.prod(spectrum * spectrum, 1).real() / 1e9, spectrum.abs()

    with pytest.warns(UserWarning, match="left to Paddle"):
        close(f, paddle.randn([4, 8]))


def test_strided_argument_stays_a_view_and_is_updated_in_place() -> None:
    def step(x: Any) -> Any:
        x.add_(paddle.ones_like(x))
        return x * 2

    base = paddle.arange(12, dtype="float32").reshape([3, 4])
    view = paddle.as_strided(base, [4, 3], [1, 4])
    assert np.array_equal(pcc.jit(step)(view).numpy(), 2 * (np.arange(12).reshape(3, 4).T + 1))
    assert np.array_equal(base.numpy(), np.arange(12).reshape(3, 4) + 1)
    assert not view.is_contiguous()


class Branching(paddle.nn.Layer):
    """Control flow on its input."""

    def __init__(self) -> None:
        super().__init__()
        self.linear = paddle.nn.Linear(4, 4)

    def forward(self, x: Any) -> Any:
        y = self.linear(x)
        if y.sum() > 0:
            y = y * 2
        else:
            y = y - 1
        turn = paddle.zeros([], "int32")
        while turn < 3:
            y, turn = paddle.tanh(y) + 0.1, turn + 1
        return y


def test_saved_model_with_control_flow(tmp_path: Any) -> None:
    """Also after Paddle ran the loaded model, which marks the results in its program again; without a warning."""
    model = Branching()
    model.eval()
    paddle.jit.save(model, str(tmp_path / "net"), input_spec=[paddle.static.InputSpec([2, 4], "float32")])
    loaded = paddle.jit.load(str(tmp_path / "net"))
    loaded.eval()
    for sign in (1.0, -1.0):
        x = paddle.full([2, 4], sign)
        with warnings.catch_warnings():
            warnings.simplefilter("error", NoGradientWarning)
            assert np.allclose(pcc.jit(loaded)(x).numpy(), model(x).numpy(), atol=1e-6)
        assert np.allclose(loaded(x).numpy(), model(x).numpy(), atol=1e-6)


def test_nothing_of_nothing() -> None:
    nothing, some = paddle.zeros([0, 3]), paddle.ones([2, 3])
    for given in ((nothing, nothing), (nothing, some), (some, nothing)):
        close(lambda x, y: paddle.concat([x, y]), *given)
        close(lambda x, y: (paddle.concat([x, y]) * 2).sum(0), *given)
    close(lambda x, y: paddle.stack([x, y], 1) + 1, nothing, nothing)
    close(lambda x, y: (x @ y.T, x.max(1), x.sum(0), paddle.nn.functional.softmax(x)), nothing, some)


@dataclass
class Batch:
    x: Any
    scale: float = 2.0
    more: Any = None


@dataclass(frozen=True)
class Fixed:
    x: Any


class Output(OrderedDict[str, Any]):
    """A dict that gives its values as attributes, too."""

    def __getattr__(self, name: str) -> Any:
        return self[name]


def containers(x: Any) -> dict[str, Any]:
    return {
        "a dataclass": Batch(x, more=[x, 3]),
        "a frozen one": Fixed(x),
        "a namespace": SimpleNamespace(x=x, scale=2.0),
        "no attributes": SimpleNamespace(),
        "a kind of dict": Output(x=x, y=x * 2),
        "a dict": {"x": x},
    }


@pytest.mark.parametrize("name", containers(0))
def test_containers_come_and_go(name: str) -> None:
    def fn(nest: Any) -> Any:
        assert type(nest) is type(containers(0)[name])
        x = nest.get("x") if isinstance(nest, dict) else getattr(nest, "x", None)
        return containers((1.0 if x is None else x) * paddle.ones([2]))[name]

    jitted = pcc.jit(fn)
    for value in (1.0, 3.0):
        given = containers(paddle.full([2], value))[name]
        got, want = jitted(given), fn(given)
        assert type(got) is type(want)
        flat = lambda nest: [t.tolist() for t in flatten((nest,), {})[0]]  # noqa: E731
        assert flat(got) == flat(want)
    assert jitted.compiles == 1


def test_a_number_in_a_container_is_static() -> None:
    jitted = pcc.jit(lambda batch: batch.x * batch.scale)
    for scale in (2.0, 3.0, 2.0):
        assert jitted(Batch(paddle.ones([2]), scale)).tolist() == [scale] * 2
    assert jitted.compiles == 2
    assert jitted.history.reasons[-1] == "batch.scale is 3.0, it was 2.0"


def test_transforms_look_into_containers() -> None:
    def loss(batch: Batch) -> Any:
        return (batch.x**2 * batch.scale).sum()

    gradient = pcc.grad(loss)(Batch(paddle.to_tensor([1.0, 2.0])))
    assert type(gradient) is Batch
    assert gradient.x.tolist() == [4.0, 8.0]
