"""What `pcc.explain` says of a call: ops, kernels, memory, compilations, cache hits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import paddle
import paddle.nn.functional as F
import pytest

import pcc
from pcc.frontends.paddle.explain import Explanation
from pcc.frontends.paddle.history import RecompileWarning
from pcc.frontends.paddle.program import LeftToPaddleWarning
from pcc.passes.quantity import sized
from pcc.runtime.cache import open_cache


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that is empty."""
    made = open_cache(tmp_path)
    monkeypatch.setattr("pcc.runtime.build.disk_cache", lambda: made)


def lines(explained: Explanation) -> dict[str, str]:
    return {line[:18].strip(): line[18:] for line in str(explained).splitlines() if line[:1] != " "}


def test_layer() -> None:
    class Mlp(paddle.nn.Layer):
        def __init__(self) -> None:
            super().__init__()
            self.hidden, self.last = paddle.nn.Linear(64, 256), paddle.nn.Linear(256, 10)

        def forward(self, x: paddle.Tensor) -> paddle.Tensor:
            return F.softmax(self.last(F.gelu(self.hidden(x))), -1)

    model = Mlp()
    model.eval()
    first, second = (pcc.explain(model)(paddle.ones([32, 64])) for _ in range(2))
    assert (first.ops, first.kernels, first.cache_hits, second.cache_hits) == (6, 3, 0, 1)
    memory = first.memory
    assert (memory.inputs, memory.outputs) == (32 * 64 * 4, 32 * 10 * 4)
    assert memory.parameters == 4 * (64 * 256 + 256 + 256 * 10 + 10)
    assert memory.arena == first.arena_bytes >= 32 * 256 * 4
    said = lines(second)
    assert said["memory"].startswith("inputs 8.19 kB, parameters 76.8 kB, results 1.28 kB, temporary 3")
    assert said["compiled"].startswith("once, in ")
    assert said["cache hits"] == "1 of 1 program"
    assert "1 x contraction: matmul add gelu" in str(second)


@pytest.mark.filterwarnings("ignore::pcc.frontends.paddle.program.LeftToPaddleWarning")
def test_data_dependent_shapes_compile_again() -> None:
    @pcc.jit
    def positive(x: Any) -> Any:
        return paddle.nonzero(paddle.tanh(x)) + 1

    positive(paddle.to_tensor([1.0, 0.0, 2.0]))
    positive(paddle.to_tensor([1.0, 0.0, 0.0]))
    with pytest.warns(
        RecompileWarning, match=r"third time: pd_op.nonzero gave a result of shape \[3, 1\], it was \[1, 1\]"
    ):
        explained = pcc.explain(positive)(paddle.to_tensor([1.0, 1.0, 1.0]))
    assert len(explained.left_to_paddle) == 1
    assert (explained.ops, explained.programs) == (2, 2)  # of this call, not of all compilations
    assert explained.compilations[1] == "pd_op.nonzero gave a result of shape [1, 1], it was [2, 1]"
    positive(paddle.to_tensor([5.0, 0.0, 7.0]))
    assert len(positive.history.reasons) == 3


@pytest.mark.filterwarnings("ignore::pcc.frontends.paddle.history.RecompileWarning")
def test_shapes_and_dtypes() -> None:
    @pcc.jit
    def scaled(x: Any) -> Any:
        return paddle.tanh(x * 2).sum(0)

    for shape in ([4, 8], [16, 8], [1, 8]):
        scaled(paddle.ones(shape))
    explained = pcc.explain(scaled)(paddle.ones([4, 8]).astype("float64"))
    assert (explained.ops, explained.kernels, explained.memory.arena) == (3, 1, 0)
    assert explained.compilations[0] == "the first call"
    shown = str(explained)
    assert "compiled          4 times" in shown
    assert "    2: x is float32[16, 8], it was float32[4, 8]\n" in shown
    assert "    4: x is float64[4, 8], it was float32[1, 8]\n" in shown


def test_guarded_values() -> None:
    fast = pcc.jit(lambda x, n: x.reshape([n, -1]).sum(0))
    x = paddle.ones([4, 8])
    fast(x, paddle.to_tensor(2))
    fast(x, paddle.to_tensor(4))
    explained = pcc.explain(fast)(x, paddle.to_tensor(2))
    assert explained.compilations[1:] == ["a tensor that shapes depend on is 4 instead of 2"]
    assert explained.memory.outputs == 16 * 4


def test_seconds_count_every_compilation() -> None:
    fast = pcc.jit(lambda x: paddle.nonzero(x) * 2)
    with pytest.warns(LeftToPaddleWarning):
        fast(paddle.ones([3]))
    spent = fast.history.seconds
    fast(paddle.to_tensor([0.0, 0.0, 1.0]))
    assert fast.history.seconds > spent
    seconds = pcc.explain(fast)(paddle.ones([3])).seconds
    assert sum(seconds.values()) == pytest.approx(fast.history.seconds)
    assert {"capture and import", "fuse", "llvm"} <= set(seconds)


def test_sizes() -> None:
    assert [sized(n) for n in (0, 999, 8192, 33_554_432, 5e9)] == ["0 B", "999 B", "8.19 kB", "33.6 MB", "5 GB"]
