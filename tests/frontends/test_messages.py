"""What a newcomer reads: each mistake gives one line with what to do, from the user's line, without Paddle's noise."""

from __future__ import annotations

import inspect
import subprocess
import sys
import traceback
import warnings
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.frontends.paddle.errors import ArgumentError, CaptureError
from pcc.frontends.paddle.history import NoGradientWarning, RecompileWarning
from pcc.frontends.paddle.program import LeftToPaddleError, LeftToPaddleWarning

HERE = __file__
OTHER_SHAPES = "import paddle, pcc\ng = pcc.jit(lambda x: paddle.unique(x[1:]) + 1)\nprint(g(paddle.ones([4])).shape)\n"


def times(x: Any, y: Any) -> Any:
    return paddle.matmul(x, y)


def ones(*shape: int) -> Any:
    return paddle.ones(list(shape))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: pcc.jit(times)(ones(3, 4), ones(3, 4)), "dimension of Input(X)"),
        (lambda: pcc.jit(paddle.exp)(np.ones(3, "float32")), "pass a tensor instead of a NumPy array"),
        (lambda: pcc.jit(times)(ones(3, 3), ones(3, 3).astype("float64")), "of f32 and f64: cast one"),
        (lambda: pcc.jit(times)(ones(3, 4)), "missing 1 required positional argument: 'y'"),
        (
            lambda: pcc.jit(lambda x: x.astype("float32"))(ones(3).astype("float8_e4m3fn")),
            "tensors of float8_e4m3fn are not compiled; use float64",
        ),
        (lambda: pcc.jit(lambda x: x * float(x.sum()))(ones(3)), "float(x) needs the numbers of a traced tensor"),
        (lambda: pcc.jit(lambda x: object())(ones(3)), "a value of type object; return tensors"),
        (lambda: pcc.jit(paddle.exp(ones(3))), "compiles a function, Layer or method; this is of type Tensor"),
        (lambda: pcc.explain(ones(3)), "compiles a function, Layer or method"),
        (lambda: pcc.trace(3), "compiles a function, Layer or method; this is of type int"),
        (lambda: pcc.trace(times)(ones(3, 4), ones(3, 4)), "dimension of Input(X)"),
        (lambda: pcc.jit(times)(ones(3, 3), ones(3, 3).to_sparse_coo(2)), "argument 1 is sparse; pass x.to_dense()"),
        (lambda: pcc.jit(paddle.unique, strict=True)(ones(3)), "call jit without strict=True"),
    ],
)
def test_a_mistake_is_one_line_with_a_remedy_and_a_short_traceback(call: Any, said: str) -> None:
    with pytest.raises(CaptureError) as caught:
        call()
    error = caught.value
    assert said in str(error)
    assert "\n" not in str(error)
    shown = "".join(traceback.format_exception(error))
    assert "direct cause" not in shown
    assert "/paddle/" not in str(error)
    frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    assert sum(name != HERE for name in frames) <= 3  # jit, or explain that calls it, and its check


def test_the_users_own_errors_keep_the_users_frames_only() -> None:
    def mine(x: Any) -> Any:
        raise KeyError(f"no {x.shape[0]}")

    with pytest.raises(KeyError, match="no 3") as caught:
        pcc.jit(mine)(ones(3))
    names = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert names[-1] == "mine"
    assert len(names) == 3


def test_the_third_compile_says_what_differed() -> None:
    jitted = pcc.jit(lambda batch, step: batch["x"] * step)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        jitted({"x": ones(2)}, 1)
        jitted({"x": ones(3)}, 1)
    with pytest.warns(RecompileWarning, match=r"third time: batch\.x is float32\[4\], it was float32\[3\]"):
        jitted({"x": ones(4)}, 1)


@pytest.mark.parametrize(("what", "said"), [(2, "step is 2, it was 1"), (1, "gradients enabled is False, it was True")])
def test_other_differences_are_named(what: int, said: str) -> None:
    jitted = pcc.jit(lambda x, step: x * step)
    jitted(ones(2), step=0)
    jitted(ones(2), step=1)
    with paddle.set_grad_enabled(what != 1), pytest.warns(RecompileWarning, match=said):
        jitted(ones(2), step=what)


def test_what_is_left_to_paddle_is_said_once_at_the_users_line() -> None:
    def f(x: Any) -> Any:
        return paddle.unique(x) + 1

    with pytest.warns(LeftToPaddleWarning, match="^pd_op.unique is left to Paddle: pcc has no such op$") as caught:
        pcc.jit(f)(ones(3))
    assert [w.filename for w in caught] == [HERE]
    with pytest.raises(LeftToPaddleError, match=f"^{HERE}:"):
        pcc.jit(f, strict=True)(ones(3))


def test_lost_gradients_are_said_but_not_in_inference() -> None:
    class Values(paddle.nn.Linear):
        def forward(self, input: Any) -> Any:
            total = super().forward(input).sum()
            while total < 10:
                total = total * total + 1
            return total

    layer = Values(3, 3)
    with pytest.warns(NoGradientWarning, match="as often as data says.*; train with Values itself"):
        pcc.jit(layer)(ones(1, 3))
    with warnings.catch_warnings():
        warnings.simplefilter("error", NoGradientWarning)
        with paddle.no_grad():
            pcc.jit(layer)(ones(1, 3))
        layer.eval()
        pcc.jit(layer)(ones(1, 3))


@pytest.mark.parametrize("of", [paddle.nn.Linear(3, 3), paddle.nn.Linear(3, 3).forward, lambda input: input])
def test_what_is_jitted_takes_what_it_took(of: Any) -> None:
    """Paddle's `Model` and `recompute` ask."""
    assert list(inspect.signature(pcc.jit(of)).parameters) == ["input"]
    assert "input" in inspect.getfullargspec(pcc.jit(of)).args


def test_a_jitted_layer_has_what_the_layer_has() -> None:
    layer = paddle.nn.Linear(3, 3)
    jitted = pcc.jit(layer)
    jitted.eval()
    assert not layer.training
    assert jitted.parameters()[0] is layer.weight
    assert repr(jitted) == "<pcc.jit of Linear, compiled 0 times>"
    assert not hasattr(jitted, "nothing_like_that")


def test_jitted_functions_call_each_other() -> None:
    @pcc.jit
    def signed(x: Any) -> Any:
        if x.sum() > 0:
            return x * 2
        return -x

    outer = pcc.jit(lambda x: signed(x) + 1)
    for x in (ones(3), -ones(3)):
        assert paddle.allclose(outer(x), ones(3) * 3 if float(x[0]) > 0 else ones(3) * 2)
    assert signed.compiles == 0


class Dropping(paddle.nn.Layer):
    def __init__(self) -> None:
        super().__init__()
        self.scale = self.create_parameter([3])

    @pcc.jit
    def forward(self, x: Any) -> Any:
        return paddle.nn.functional.dropout(x * self.scale + 1, 0.5, training=self.training)


def test_a_method_can_be_decorated() -> None:
    layer = Dropping()
    with paddle.no_grad():
        kept = layer(ones(64, 3)).numpy() != 0
        assert 0 < kept.mean() < 1
        layer.eval()
        wanted = (layer.scale + 1).expand([64, 3])
        assert paddle.allclose(layer(ones(64, 3)), wanted)
        assert paddle.allclose(pcc.jit(layer)(ones(64, 3)), wanted)


def test_a_traced_program_refuses_other_arguments() -> None:
    compiled = pcc.trace(lambda x: x + 1)(ones(2, 3)).lower().compile()
    for wrong in (ones(4), ones(2, 3).astype("float64")):
        with pytest.raises(ArgumentError, match=r"traced for \(float32\[2, 3\]\), not"):
            compiled(wrong)
    with pytest.raises(ArgumentError):
        compiled()
    with pytest.raises(ValueError, match="no level 'lvm'; there are pd, kernel, loops, llvm"):
        compiled.ir("lvm")


def test_a_product_with_integers_is_what_eager_paddle_computes() -> None:
    x, y = paddle.rand([3, 4]), paddle.arange(8).reshape([4, 2])
    assert paddle.allclose(pcc.jit(times)(x, y), times(x, y))


def test_empty_tensors_are_computed() -> None:
    assert pcc.jit(lambda x: x + 1)(ones(0, 3)).shape == [0, 3]


def test_public_names_are_listed_and_guessed() -> None:
    assert {"explain", "jit", "jvp", "load", "save", "trace"} <= {*dir(pcc)}
    with pytest.raises(AttributeError, match="has no attribute 'jitt'") as caught:
        _ = pcc.jitt  # type: ignore[attr-defined]
    assert caught.value.obj is pcc


def test_paddles_log_lines_stay_away() -> None:
    child = subprocess.run(
        [sys.executable, "-c", OTHER_SHAPES], capture_output=True, text=True, timeout=120, check=True
    )
    noise = [line for line in child.stderr.splitlines() if "ccache" not in line and "warning_message" not in line]
    assert [line.split(": ")[1] for line in noise if "Warning" in line] == ["LeftToPaddleWarning"]
    assert len(noise) <= 2
