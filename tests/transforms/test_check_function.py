"""The check of a user's function finds what is wrong with it."""

from __future__ import annotations

import pytest

import pcc
from pcc.frontends.paddle.private import paddle
from pcc.testing import CheckFailure, check_function

X, W = paddle.rand([2, 3]) + 0.5, paddle.randn([3, 4])


def test_a_right_function() -> None:
    check_function(lambda p, n: {"y": paddle.tanh(p["x"] @ p["w"]) * n}, ({"x": X, "w": W}, paddle.to_tensor(3)))


def test_a_wrong_rule() -> None:
    wrong = pcc.custom_jvp(paddle.sin)
    wrong.defjvp(lambda primals, tangents: (wrong(*primals), tangents[0]))
    with pytest.raises(CheckFailure, match="jvp of order 1: result 0 is off by"):
        check_function(wrong, (X,))


def test_a_derivative_that_is_cut_off() -> None:
    with pytest.raises(CheckFailure, match="jvp of order 1"):
        check_function(lambda x: x * paddle.sin(x).detach(), (X,))
