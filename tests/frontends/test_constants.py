"""Shapes and numbers that the program computes are known when it is imported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import paddle.nn.functional as F
import pytest

from pcc.dialects.pd.base import tensor
from pcc.frontends.paddle.capture import capture
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.importer import import_segment
from pcc.frontends.paddle.jit import jit

CASES: dict[str, Callable[[Any], Any]] = {
    "reshape by an extent": lambda x: x.reshape([paddle.shape(x)[1], -1]),
    "arithmetic on extents": lambda x: x.reshape([paddle.shape(x)[1] * paddle.shape(x)[0] // 2, 2]),
    "expand": lambda x: paddle.expand(x.unsqueeze(0), [paddle.shape(x)[0], -1, -1]),
    "zeros": lambda x: paddle.concat([x, paddle.zeros([2, paddle.shape(x)[1]])]),
    "slice bounds": lambda x: x[: paddle.shape(x)[0] - 1, paddle.shape(x)[1] // 2 :],
    "tile": lambda x: paddle.tile(x, [paddle.shape(x)[0], 1]),
    "sections": lambda x: paddle.split(x, [1, paddle.shape(x)[1] - 1], 1),
    "arange": lambda x: x + paddle.arange(paddle.shape(x)[1]).astype("float32"),
    "element count": lambda x: x.reshape([paddle.numel(x)]),
    "condition": lambda x: paddle.where(paddle.shape(x)[0] > 2, x, -x),
    "split shape": lambda x: x.reshape(list(reversed(paddle.unbind(paddle.shape(x))))),
    "as a result": lambda x: (paddle.shape(x), x + 1, paddle.to_tensor([1, 5, 7])),
    "interpolation size": lambda x: F.pad(x, [0, int(x.shape[1]) // 2, 0, 0]),
}


@pytest.mark.parametrize("name", CASES)
def test_static(name: str) -> None:
    function, x = CASES[name], paddle.rand([3, 4])
    got, want = jit(function, strict=True)(x), function(x)
    flat = lambda r: list(r) if isinstance(r, list | tuple) else [r]  # noqa: E731
    for a, b in zip(flat(got), flat(want), strict=True):
        assert a.dtype == b.dtype
        np.testing.assert_array_equal(a.numpy(), b.numpy())


def test_large_numbers_are_arguments() -> None:
    table = paddle.arange(300, dtype="int64").reshape([300, 1]).numpy()
    captured = capture(lambda x: paddle.assign(table) + x, (paddle.ones([300, 2], "int64"),))
    known = {v.id: tensor(list(v.shape), element_type(v.dtype)) for v in captured.inputs}
    segment, _, _ = import_segment(captured, 0, known)
    assert [c.array.shape for c in segment.literals.values()] == [(300, 1)]
    assert "299" not in str(segment.module)


def test_shape_from_data_is_left_to_paddle() -> None:
    captured = capture(lambda x, n: x.reshape([n, -1]), (paddle.rand([3, 4]), paddle.to_tensor(2)))
    known = {v.id: tensor(list(v.shape), element_type(v.dtype)) for v in captured.inputs}
    segment, _, _ = import_segment(captured, 0, known)
    assert segment.left is not None
    assert "known at compile time" in str(segment.left)


def test_tensors_from_outside_in_a_list() -> None:
    x, y = paddle.to_tensor([1.0, 2.0]), paddle.to_tensor([3.0, 4.0])
    for join in (paddle.stack, paddle.concat, paddle.add_n):
        found = jit(lambda z, join=join: join([x, y]) * z.sum())(y)
        assert np.array_equal(found.numpy(), (join([x, y]) * 7.0).numpy())
