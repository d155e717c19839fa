"""Memory for results that is used again after its tensor is gone.

The system takes large blocks back when they are freed and hands out untouched pages for new ones; touching those
costs more than many kernels (16 MB: 6 ms). So large results live in blocks of our own, which Paddle borrows through
DLPack and which come back here with the tensor's last reference. What is kept is bounded.
"""

from __future__ import annotations

import ctypes
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache, partial
from math import prod
from typing import Any

import numpy as np

from pcc.dialects.pd.base import Tensor
from pcc.frontends.paddle.dtypes import dtype_name
from pcc.frontends.paddle.memory import empty, for_autograd, paddle_dtype
from pcc.frontends.paddle.private import from_dlpack
from pcc.passes.memory_plan import PAGE

SMALLEST = 1 << 20  # bytes; up to this a fresh tensor is cheaper: the C library keeps small blocks by itself
GRAIN = 1 << 18  # block sizes are multiples of this
KEPT = 1 << 30  # bytes of free blocks that are kept
BATCH, BATCH_BYTES = 16, 1 << 18  # small results are made so many, of so many bytes in all, at a time


class Blocks:
    """Free blocks by size; `lend` gives an array whose memory returns when nothing refers to it any more.

    What is kept beyond `limit` bytes goes back to the system, sizes that returned longest ago first.
    """

    def __init__(self, limit: int = KEPT) -> None:
        self.limit, self.kept = limit, 0
        self._free = OrderedDict[int, list[Any]]()
        self._lock = threading.RLock()  # a garbage collection under it may give back

    def lend(self, size: int) -> Any:
        """An array of `size` bytes, uninitialised, from the start of a page, as Paddle's tensors."""
        size = -(-size // GRAIN) * GRAIN
        with self._lock:
            free = self._free.get(size)
            memory = free.pop() if free else None
            self.kept -= size if memory is not None else 0
        if memory is None:
            memory = np.empty(size + PAGE, np.uint8)
        address = -(-memory.ctypes.data // PAGE) * PAGE
        lease = _lease(size).from_address(address)
        weakref.finalize(lease, self._take_back, size, memory).atexit = False
        return np.frombuffer(lease, np.uint8)

    def _take_back(self, size: int, memory: Any) -> None:
        with self._lock:
            self._free.setdefault(size, []).append(memory)
            self._free.move_to_end(size)
            self.kept += size
            while self.kept > self.limit:
                oldest = next(iter(self._free))
                if self._free[oldest]:
                    self._free[oldest].pop()
                    self.kept -= oldest
                else:
                    del self._free[oldest]


@cache
def _lease(size: int) -> Any:
    """A type of `size` raw bytes whose objects can be watched."""
    return type("Lease", (ctypes.c_uint8 * size,), {})


@cache
def _blocks() -> Blocks:
    return Blocks()


def lend(size: int) -> Any:
    """An array of at least `size` bytes, uninitialised, from the start of a page, whose memory is used again."""
    return _blocks().lend(size)


def makers(types: Sequence[Tensor]) -> list[Callable[[], Any]]:
    """What makes uninitialised CPU tensors for the results of a program.

    In blocks are large ones, and those of some size if they are many: freed together, they go back to the system.
    """
    sizes = [prod(t.get_shape()) * _ITEM.get(dtype_name(t.element_type), 0) for t in types]
    most = SMALLEST if sum(sizes) <= SMALLEST else GRAIN - 1
    return [_maker(t, size, size > most) for t, size in zip(types, sizes, strict=True)]


def _maker(type_: Tensor, size: int, in_block: bool) -> Callable[[], Any]:
    extents, dtype = list(type_.get_shape()), dtype_name(type_.element_type)
    if not in_block:
        make = partial(empty, extents, paddle_dtype(dtype))
        return _ahead(make, min(BATCH, BATCH_BYTES // size) if size else 1)
    return lambda: for_autograd(from_dlpack(lend(size)[:size].view(dtype).reshape(extents)))


def _ahead(make: Callable[[], Any], count: int) -> Callable[[], Any]:
    """`make`, run `count` times in a row: after a kernel that filled the caches, one run costs as much as several."""
    ready: list[Any] = []

    def take() -> Any:
        try:
            return ready.pop()
        except IndexError:
            ready.extend(make() for _ in range(count - 1))
            return make()

    return take if count > 1 else make


_ITEM = {  # bytes of what NumPy, DLPack and Paddle all know
    name: np.dtype(name).itemsize
    for name in (
        *("float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint8", "bool"),
        *("complex64", "complex128"),
    )
}
