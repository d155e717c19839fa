"""Captured programs, run by Paddle's own executor, equal eager Paddle exactly."""
from __future__ import annotations

import numpy as np

from pcc.frontends.paddle.capture import Captured, capture
from pcc.frontends.paddle.private import paddle


def execute(captured: Captured, tensors: list[paddle.Tensor]) -> list[np.ndarray]:
    """The outputs, then the final values of changed buffers and inputs, by Paddle's executor; tensors are copied."""
    pairs = [*zip(captured.inputs, tensors, strict=True), *captured.parameters]
    copies = [tensor.clone() for _, tensor in pairs]  # alive while the executor reads them
    names = [value.get_defining_op().attrs()["name"] for value, _ in pairs]
    feed = {name: tensor.value().get_tensor() for name, tensor in zip(names, copies)}
    updates = [value for _, value in (*captured.buffer_updates, *captured.input_updates)]
    paddle.enable_static()
    try:
        with paddle.static.scope_guard(paddle.static.Scope()):
            executor = paddle.static.Executor(paddle.CPUPlace())
            return executor.run(captured.program, feed=feed, fetch_list=[*captured.outputs, *updates])
    finally:
        paddle.disable_static()


def test_batch_norm_updates_its_statistics() -> None:
    model = paddle.nn.Sequential(paddle.nn.Conv2D(3, 4, 3), paddle.nn.BatchNorm2D(4))
    x = paddle.rand([1, 3, 8, 8])
    captured = capture(model, (x,))
    result, mean, variance = execute(captured, [x])
    assert np.array_equal(result, model(x).numpy())
    assert [tensor is buffer for (tensor, _), buffer in zip(captured.buffer_updates, (model[1]._mean, model[1]._variance))]
    assert np.array_equal(mean, model[1]._mean.numpy())
    assert np.array_equal(variance, model[1]._variance.numpy())
