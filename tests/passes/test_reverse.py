"""Reverse mode of whole functions: against paddle.grad, twice, and in a forward and a backward part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import paddle
import paddle.nn.functional as F
import pytest
from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.frontends.paddle.capture import capture
from pcc.frontends.paddle.importer import import_segment
from pcc.passes.linearize import Linearize
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.testing.check_op import arguments_of
from pcc.testing.check_vjp import difference, reverse
from pcc.testing.inputs import Array
from pcc.testing.run import results_of, run


def mlp(x: Any, w: Any, v: Any, gain: Any, shift: Any) -> Any:
    hidden = F.layer_norm(F.gelu(x @ w), [6], gain, shift)
    return F.softmax(hidden @ v + x[:, :3], -1)


def attention(x: Any, w: Any, out: Any) -> Any:
    q, k, v = (part.reshape([2, 5, 2, 4]).transpose([0, 2, 1, 3]) for part in paddle.split(x @ w, 3, -1))
    scores = q @ k.transpose([0, 1, 3, 2]) / 2.0 + paddle.triu(paddle.full([5, 5], -1e9, "float64"), 1)
    mixed = (F.softmax(scores, -1) @ v).transpose([0, 2, 1, 3]).reshape([2, 5, 8])
    return F.layer_norm(x + mixed @ out, [8])


def convolutions(x: Any, w: Any, v: Any, gain: Any, shift: Any) -> Any:
    y = F.conv2d(x, w, stride=2, padding=1)
    mean, variance = paddle.zeros([4], "float64"), paddle.ones([4], "float64")
    y = F.relu(F.batch_norm(y, mean, variance, gain, shift, training=True))
    y = F.max_pool2d(y, 2, 1) + F.adaptive_avg_pool2d(y, [4, 4])
    y = F.avg_pool2d(y, 4, 2, 1, exclusive=False)  # of 16, whose reciprocal is one in float32, which Paddle takes
    return F.conv2d(y, v, groups=2).mean([2, 3])


FUNCTIONS: list[tuple[Callable[..., Any], Sequence[tuple[int, ...]]]] = [
    (mlp, [(4, 5), (5, 6), (6, 3), (6,), (6,)]),
    (attention, [(2, 5, 8), (8, 24), (8, 8)]),
    (convolutions, [(2, 3, 9, 10), (4, 3, 3, 3), (2, 2, 1, 2), (4,), (4,)]),
]


def program(f: Callable[..., Any], shapes: Sequence[tuple[int, ...]]) -> tuple[ModuleOp, list[Array]]:
    """The program of a function of float64 tensors, and the tensors: those that it creates, too."""
    rng = np.random.default_rng(len(shapes))
    arrays = [rng.standard_normal(shape) for shape in shapes]
    captured = capture(lambda *args: f(*args), tuple(map(paddle.to_tensor, arrays)))
    segment, _, _ = import_segment(captured, 0, arguments_of(captured))
    assert segment.left is None
    return segment.module, [*arrays, *(c.array for c in segment.literals.values())]


CASES = pytest.mark.parametrize(("f", "shapes"), FUNCTIONS, ids=lambda v: getattr(v, "__name__", ""))


@CASES
def test_first_order_is_that_of_paddle(f: Callable[..., Any], shapes: Sequence[tuple[int, ...]]) -> None:
    module, arrays = program(f, shapes)
    tensors = [paddle.to_tensor(a, stop_gradient=False) for a in arrays[: len(shapes)]]
    wanted = f(*tensors)
    cotangent = np.random.default_rng(1).standard_normal(wanted.shape)
    gradients = paddle.grad(wanted, tensors, paddle.to_tensor(cotangent))
    results = results_of(module)
    others = [np.zeros(r.type.get_shape()) for r in results[1:]]  # type: ignore[attr-defined]
    found = run(reverse(module), [*arrays, cotangent, *others])
    np.testing.assert_allclose(found[0], wanted.numpy(), rtol=1e-10, atol=1e-12)
    for made, gradient in zip(found[len(results) :], gradients, strict=False):
        np.testing.assert_allclose(made, gradient.numpy(), rtol=1e-9, atol=1e-11)


@CASES
def test_second_order(f: Callable[..., Any], shapes: Sequence[tuple[int, ...]]) -> None:
    """Forward over reverse, and reverse over reverse, in one inner product."""
    module, arrays = program(f, shapes)
    backward = reverse(module)
    cotangents = [np.random.default_rng(2).standard_normal(r.type.get_shape()) for r in results_of(module)]  # type: ignore[attr-defined]
    assert difference(backward, [*arrays, *cotangents], f.__name__) < 1e-9


@CASES
def test_forward_and_backward_part(f: Callable[..., Any], shapes: Sequence[tuple[int, ...]]) -> None:
    """Both together give what the whole gives; fewer numbers are saved than the forward part computes."""
    module, arrays = program(f, shapes)
    count = len(results_of(module))
    cotangents = [np.random.default_rng(3).standard_normal(r.type.get_shape()) for r in results_of(module)]  # type: ignore[attr-defined]
    whole = reverse(module)
    wanted = run(whole.clone(), [*arrays, *cotangents])
    of = range(len(arrays), len(arrays) + count)
    derived = range(count, len(results_of(whole)))
    step = Linearize(of=".".join(map(str, of)), results=".".join(map(str, derived)))
    Execution(main_of(whole)).run([step])
    whole.verify()
    forward, backward = (op for op in whole.body.block.ops if isinstance(op, FuncOp))
    reads = backward.attributes["reads"].get_values()  # type: ignore[attr-defined]
    first = run(alone(forward), arrays)
    sources = [*arrays, *first]
    found = run(alone(backward), [*(sources[n] for n in reads), *cotangents])
    for made, whole_one in zip([*first[:count], *found], wanted, strict=True):
        np.testing.assert_allclose(made, whole_one, rtol=1e-9, atol=1e-11)


def alone(func: FuncOp) -> ModuleOp:
    copy = func.clone()
    copy.sym_name = type(copy.sym_name)("main")
    return ModuleOp([copy])
