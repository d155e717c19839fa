"""Tensors that share memory with one that a compiled function changes in place: an error, never an old number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.frontends.paddle.errors import InplaceError


def grid() -> Any:
    return paddle.arange(24, dtype="float32").reshape([4, 6])


def changed(x: Any, y: Any) -> Any:
    x.add_(paddle.ones_like(x))
    return y * 2


def by_closure(x: Any, y: Any) -> Any:
    return pcc.jit(lambda x: changed(x, y))(x)


def both_kept(x: Any, y: Any) -> Any:
    return pcc.jit(lambda: changed(x, y))()


PAIRS: dict[str, Callable[[Any], tuple[Any, Any]]] = {
    "a row": lambda x: (x, x[1]),
    "the whole of a row": lambda x: (x[1], x),
    "the same object": lambda x: (x, x),
    "the same memory": lambda x: (x, x.detach()),
    "transposed": lambda x: (x, x.T),
    "rows that meet": lambda x: (x[:3], x[2:]),
}


CASES = [(name, call) for name in PAIRS for call in (pcc.jit(changed), by_closure, both_kept)]
CASES.remove(("the same object", both_kept))  # two names of a closure for one tensor: the change is seen


@pytest.mark.parametrize(("pair", "call"), CASES)
def test_shared_memory_is_an_error(pair: str, call: Any) -> None:
    x = grid()
    given = PAIRS[pair](x)
    with pytest.raises(InplaceError, match=r"test_overlap.py:\d+: .* is changed in place and shares memory with"):
        call(*given)
    np.testing.assert_array_equal(x.numpy(), grid().numpy())


@pytest.mark.parametrize("call", [pcc.jit(changed), by_closure])
@pytest.mark.parametrize(
    "pair",
    [
        lambda x: (x[:, :3], x[:, 3:]),  # they interleave, and have no element in common
        lambda x: (x[:2], x[2:]),
        lambda x: (x[0], x[1]),
        lambda x: (x, x.clone()),
        lambda x: (x, paddle.zeros([0, 6])),
    ],
)
def test_memory_apart(pair: Any, call: Any) -> None:
    x, expected = grid(), grid()
    got, want = call(*pair(x)), changed(*pair(expected))
    np.testing.assert_array_equal(got.numpy(), want.numpy())
    np.testing.assert_array_equal(x.numpy(), expected.numpy())


def test_each_call_is_looked_at() -> None:
    jitted, x = pcc.jit(changed), grid()
    jitted(x, grid())
    with pytest.raises(InplaceError):
        jitted(x, x.detach())


def test_what_is_only_read_may_share() -> None:
    x = grid()
    np.testing.assert_array_equal(pcc.jit(lambda x, y: x + y)(x, x.T.T).numpy(), x.numpy() * 2)


def test_traces_look_too() -> None:
    x = grid()
    with pytest.raises(InplaceError):
        pcc.trace(changed)(x, x.detach())
