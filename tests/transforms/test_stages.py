"""Passes chosen by name on a traced program."""

from __future__ import annotations

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.errors import ArgumentError, TransformError
from pcc.frontends.paddle.private import paddle


def test_a_pass_by_name() -> None:
    x, v = paddle.randn([3]), paddle.randn([3])
    first = pcc.trace(paddle.sin)(x).transform("jvp{wrt=0}")
    assert "pd.cos" in str(first)
    value, tangent = first(x, v)
    np.testing.assert_allclose(value.numpy(), x.sin().numpy(), rtol=1e-6)
    np.testing.assert_allclose(tangent.numpy(), (x.cos() * v).numpy(), rtol=1e-6)
    second = first.transform("jvp{wrt=0}")
    found = second(x, v, v)[-1]
    np.testing.assert_allclose(found.numpy(), (-x.sin() * v * v).numpy(), rtol=1e-5, atol=1e-6)


def test_parameters_are_arguments() -> None:
    net, x = paddle.nn.Linear(3, 2), paddle.randn([4, 3])
    derived = pcc.trace(net)(x).transform("jvp{wrt=1}")
    _, tangent = derived(*derived.tensors, paddle.ones([3, 2]))
    np.testing.assert_allclose(tangent.numpy(), (x @ paddle.ones([3, 2])).numpy(), rtol=1e-5)


def test_what_does_not_fit() -> None:
    x = paddle.ones([3])
    traced = pcc.trace(paddle.sin)(x)
    with pytest.raises(ArgumentError, match="the program takes"):
        traced.transform("jvp")(x)
    with pytest.raises(TransformError, match="unknown pass 'jpv'; did you mean 'jvp'"):
        traced.transform("jpv")
    with pytest.raises(TransformError, match="unique"):
        pcc.trace(paddle.unique)(x).transform("jvp")
