"""Tensors that share memory: a program that changes one in place would not see the change in the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import InplaceError

if TYPE_CHECKING:
    from pcc.frontends.paddle.capture import Captured

_WORK = 10_000  # of NumPy's search for a common element; tensors for which that is not enough count as sharing one


class _Place(NamedTuple):
    """Where a tensor lies: its first byte, the one behind its last, the tensor, its name."""

    start: int
    end: int
    tensor: Any
    name: str


def check_apart(captured: Captured, leaves: Sequence[Any]) -> None:
    """Raise InplaceError if a program, given these tensors, changes one that shares memory with another."""
    if not captured.buffer_updates and not captured.input_updates:
        return
    changed = {id(leaves[place]) for place, _ in captured.input_updates}
    changed |= {id(buffer) for buffer, _ in captured.buffer_updates}
    given = [_place(leaf, f"tensor argument {number}") for number, leaf in enumerate(leaves)]
    kept = [_place(tensor, f"the captured tensor {tensor.name}") for _, tensor in captured.parameters]
    for a, b in _neighbours([*given, *kept]):
        a, b = (a, b) if id(a.tensor) in changed else (b, a)
        if id(a.tensor) in changed and _share(a.tensor, b.tensor):
            problem = f"{a.name} is changed in place and shares memory with {b.name}"
            remedy = "give the function only one of them" if a.tensor is b.tensor else "clone() one of them before"
            raise InplaceError(problem, remedy, user_line())


def _place(tensor: Any, name: str) -> _Place:
    if not tensor.size or not tensor.is_dense():
        return _Place(0, 0, tensor, name)
    last = sum((extent - 1) * stride for extent, stride in zip(tensor.shape, tensor.strides, strict=True))
    return _Place(tensor.data_ptr(), tensor.data_ptr() + (last + 1) * tensor.element_size(), tensor, name)


def _neighbours(places: list[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Pairs of which one begins before the other ends."""
    places.sort(key=lambda place: place[:2])
    for number, place in enumerate(places):
        for other in places[number + 1 :]:
            if other.start >= place.end:
                break
            yield place, other


class _Bytes:
    """A tensor's memory as NumPy asks for it."""

    def __init__(self, tensor: Any) -> None:
        size = tensor.element_size()
        self.__array_interface__ = {
            "version": 3,
            "shape": tuple(tensor.shape),
            "typestr": f"|V{size}",
            "data": (tensor.data_ptr(), True),
            "strides": tuple(stride * size for stride in tensor.strides),
        }


def _share(a: Any, b: Any) -> bool:
    try:
        exact: Any = np.shares_memory
        return exact(*(np.asarray(_Bytes(tensor)) for tensor in (a, b)), max_work=_WORK)
    except np.exceptions.TooHardError:
        return True
