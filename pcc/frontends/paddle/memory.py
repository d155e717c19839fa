"""Paddle tensors as memory: fresh results, addresses of arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pcc.frontends.paddle.errors import CaptureError
from pcc.frontends.paddle.private import C_ops, core, paddle


def paddle_dtype(name: str) -> Any:
    """Paddle's dtype object by its name (`float32`)."""
    return getattr(paddle, name)


def empty(shape: Sequence[int], dtype: Any) -> Any:
    """An uninitialised CPU tensor."""
    return for_autograd(C_ops.empty(shape, dtype, _CPU))


def for_autograd(tensor: Any) -> Any:
    """With what Paddle's autograd keeps of a tensor, which results of its own ops have, and `paddle.grad` looks for."""
    tensor.stop_gradient = True
    return tensor


_CPU = core.CPUPlace()


def from_numpy(array: Any, dtype: str) -> Any:
    """A new CPU tensor of an array's numbers, in a dtype by its name."""
    return paddle.to_tensor(array, dtype=dtype, place=_CPU)


def random_state() -> Any:
    """Two numbers from Paddle's generator of the CPU, which `paddle.seed` resets, as int64."""
    generator = core.default_cpu_generator()
    numbers = [generator.random(), generator.random()]
    return paddle.to_tensor([n - (n >> 63 << 64) for n in numbers], dtype="int64", place=_CPU)


class TensorError(CaptureError, ValueError):
    """A tensor that a compiled program cannot read: freed, or on another device."""


def contiguous(tensors: Sequence[Any]) -> list[Any]:
    """The tensors in row-major order (copied only if they are not). Raises TensorError."""
    return [
        t if t.is_dense() and t.is_contiguous() and t._is_initialized() else _repaired(number, t)
        for number, t in enumerate(tensors)
    ]


def _repaired(number: int, tensor: Any) -> Any:
    if not tensor.is_dense():
        raise TensorError(f"tensor argument {number} is sparse", "pass x.to_dense()")
    if tensor.size == 0:  # it has no memory and needs none
        return tensor
    if not tensor._is_initialized():
        raise TensorError(f"tensor argument {number} has no memory", "it was freed or never filled; make a new one")
    return C_ops.assign(tensor)  # `contiguous()` would take the tensor itself off the memory that it is a view of
