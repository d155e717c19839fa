"""Run captured programs with Paddle's own executor, and compare with eager Paddle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from pcc.frontends.paddle.capture import Captured, capture, flatten
from pcc.frontends.paddle.private import paddle


def rand(*shape: int, dtype: str = "float32", seed: int = 0) -> Any:
    return paddle.to_tensor(np.random.RandomState(seed).rand(*shape).astype(dtype))


def count(n: int) -> Any:
    return paddle.to_tensor(n)


def execute(captured: Captured, tensors: list[Any]) -> list[np.ndarray]:
    """The outputs, then the final values of changed buffers and inputs; works on copies of all tensors."""
    pairs = [*zip(captured.inputs, tensors, strict=True), *captured.parameters]
    copies = [tensor.clone() for _, tensor in pairs]  # alive while the executor reads them
    names = [value.get_defining_op().attrs()["name"] for value, _ in pairs]
    feed = {name: tensor.value().get_tensor() for name, tensor in zip(names, copies, strict=True)}
    updates = [value for _, value in (*captured.buffer_updates, *captured.input_updates)]
    paddle.enable_static()
    try:
        with paddle.static.scope_guard(paddle.static.Scope()):
            executor = paddle.static.Executor(paddle.CPUPlace())
            return executor.run(captured.program, feed=feed, fetch_list=[*captured.outputs, *updates])
    finally:
        paddle.disable_static()


def leaves_of(nest: Any) -> list[Any]:
    return paddle.utils.flatten(nest)


def check(fn: Callable[..., Any], *args: Any, atol: float = 0.0, **kwargs: Any) -> Captured:
    """Capture `fn`, run it, and compare results, changed inputs and buffers with eager Paddle; exactly by default."""
    captured = capture(fn, args, kwargs)
    leaves, _ = flatten(args, kwargs)
    values = execute(captured, leaves)
    count, changed = len(captured.outputs), len(captured.buffer_updates)
    result = captured.rebuild_result(values[:count])
    buffers = [tensor.clone() for tensor, _ in captured.buffer_updates]
    copies = [_copy(arg) for arg in args]
    expected = fn(*copies, **kwargs)
    for got, want in zip(leaves_of(result), leaves_of(expected), strict=True):
        _compare(got, want, atol)
    for (tensor, _), got, before in zip(captured.buffer_updates, values[count:], buffers, strict=False):
        _compare(got, tensor, atol)
        tensor.set_value(before)
    copied, _ = flatten(tuple(copies), kwargs)
    for (place, _), got in zip(captured.input_updates, values[count + changed :], strict=True):
        _compare(got, copied[place], atol)
    return captured


def _copy(arg: Any) -> Any:
    if not isinstance(arg, paddle.Tensor):
        return arg
    copy = arg.detach().clone()
    copy.stop_gradient = arg.stop_gradient
    return copy


def _compare(got: Any, want: Any, atol: float) -> None:
    if not isinstance(want, paddle.Tensor):
        assert (type(got), got) == (type(want), want)
        return
    want = want.numpy()
    assert (got.dtype, got.shape) == (want.dtype, want.shape)
    if atol:
        np.testing.assert_allclose(got, want, rtol=0, atol=atol)
    else:
        np.testing.assert_array_equal(got, want)
