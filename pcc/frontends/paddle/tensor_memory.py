"""Where a Paddle tensor keeps its kind and its memory, so that a call reads them without asking Paddle for each.

These places are private to Paddle 3.3.1 (`phi::DenseTensor`, `phi::Allocation`, `egr::AutogradMeta`). Before they are
relied on, they are compared with Paddle's own answers (`known`), read through the system, which reports a wrong address
instead of ending the process. What a kind is in them, a tensor of that kind tells: no code of a dtype is written here.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from ctypes import addressof, c_int64, c_void_p, py_object
from functools import cache, partial
from operator import attrgetter
from typing import Any, BinaryIO

from pcc.frontends.paddle.memory import empty, paddle_dtype
from pcc.runtime.cpu.library import library
from pcc.runtime.cpu.tensor_objects import Entry, Fields

_FIELDS = Fields(
    items=tuple.__basicsize__,
    tensor=16,
    gradient=32,
    stops=56,
    block=224,
    memory=8,
    place=40,
    offset=136,
    host=0x100,  # AllocationType::CPU, device 0
)
_CLASS, _EXTENTS, _RANK, _DTYPE, _STRIDES = 0, 24, 96, 104, 144  # of a DenseTensor; its layout is behind its dtype
_WORDS = 29  # of a DenseTensor, up to its block
_WHOLE, _HALF = -1, (1 << 32) - 1
_public = attrgetter("shape", "dtype", "stop_gradient")


class Kinds:
    """The kinds of some tensors: what a program that was compiled for them relies on.

    Paddle is asked for them at first, when they are made and when they are first compared.
    """

    def __init__(self, tensors: Sequence[Any]) -> None:
        self._tensors = tuple(tensors)
        self._public = list(map(_public_kind, tensors))
        self._memory: _Table | None = None

    def hold(self) -> bool:
        """Whether the tensors still have the shapes, dtypes, strides and stop_gradient that they had."""
        if not self._tensors or (self._memory is not None and _alike()(*self._memory.arguments)):
            return True
        same = list(map(_public_kind, self._tensors)) == self._public
        if same and self._memory is None and known():
            self._memory = _Table(self._tensors, self._tensors)
        return same


class _Table:
    """Tensors by their addresses, and kinds, as the library takes them."""

    def __init__(self, tensors: Sequence[Any], kinds: Sequence[Any]) -> None:
        words = [word for tensor in kinds for word in _kind(tensor)]
        self._held = (c_void_p * len(tensors))(*map(id, tensors)), (c_int64 * len(words))(*words), tuple(tensors)
        self.objects, self.kinds = map(addressof, self._held[:2])
        self.arguments = self.objects, len(tensors), self.kinds, addressof(_FIELDS)


class Entering:
    """A call of the machine code at an address with tensors, `known` provided.

    `call` takes the address of an arena and two tuples, of tensors like `given`, and of results. It gives 0, and
    nothing ran, if one of those given or kept is of another kind, elsewhere than in the memory of the host, or without
    memory.
    """

    def __init__(self, program: int, given: Sequence[Any], kept: Sequence[Any], made: Sequence[Any]) -> None:
        table = _Table(kept, [*given, *kept, *made])
        counts = len(given), len(kept), len(made)
        entry = Entry(program, *counts, table.objects, table.kinds, addressof(_FIELDS))
        self._held = table, entry
        self.call = partial(_enter(), addressof(entry))


@cache
def _alike() -> Any:
    return library().function("pcc_alike", c_void_p, c_int64, c_void_p, c_void_p, result=c_int64)


@cache
def _enter() -> Any:
    return library().function("pcc_enter", c_void_p, c_void_p, py_object, py_object, result=c_int64)


def _public_kind(tensor: Any) -> Any:
    return *_public(tensor), tensor.is_dense() and tensor.strides


def _kind(tensor: Any) -> list[int]:
    """As the library reads it: see `pcc.runtime.cpu.tensor_objects`."""
    rank = len(tensor.shape)
    places = [_CLASS, _DTYPE, *(start + 8 * axis for start in (_EXTENTS, _STRIDES) for axis in range(rank))]
    (inner,) = _words(id(tensor) + _FIELDS.tensor, 1)
    words = _words(inner, _WORDS)
    triples = [number for place in places for number in (place, _WHOLE, words[place // 8])]
    return [id(type(tensor)), int(tensor.stop_gradient), len(places) + 1, *triples, _RANK, _HALF, rank]


def _words(address: int, count: int) -> Sequence[int]:
    return (c_int64 * count).from_address(address)[:]


@cache
def known() -> bool:
    """Whether Paddle's tensors keep everything in the places written here."""
    whole, trained = _of_dtype("int32", 4, 5, 6), _of_dtype("float32", 3)
    trained.stop_gradient = False
    try:
        with open("/proc/self/mem", "rb", buffering=0) as memory:
            read = partial(_through_system, memory)
            places = all(_agrees(t, read) for t in (whole, whole[2:], whole.transpose([2, 0, 1]), trained, trained[0]))
            dtypes = {read(read(id(t) + _FIELDS.tensor, 1)[0] + _DTYPE, 1) for t in map(_of_dtype, _DTYPES)}
    except (OSError, OverflowError, struct.error):  # there is no memory, or no such file
        return False
    return places and len(dtypes) == len(_DTYPES)


def _of_dtype(name: str, *shape: int) -> Any:
    return empty(shape, paddle_dtype(name))


def _through_system(memory: BinaryIO, address: int, count: int) -> tuple[int, ...]:
    memory.seek(address)
    return struct.unpack(f"{count}q", memory.read(8 * count))


def _agrees(tensor: Any, read: Callable[[int, int], Sequence[int]]) -> bool:
    """Whether what is read of a tensor is what Paddle says."""
    words = read(read(id(tensor) + _FIELDS.tensor, 1)[0], _WORDS)
    (gradient,) = read(id(tensor) + _FIELDS.gradient, 1)
    stops = not gradient or read(gradient + _FIELDS.stops, 1)[0] & _HALF != 0
    block = read(words[_FIELDS.block // 8], _FIELDS.place // 8 + 1)
    address = block[_FIELDS.memory // 8] + words[_FIELDS.offset // 8]
    rank = words[_RANK // 8] & _HALF
    extents, strides = (list(words[start // 8 :][:rank]) for start in (_EXTENTS, _STRIDES))
    place = block[_FIELDS.place // 8] & 0xFFFF
    found = extents, strides, stops, address, place
    return found == (tensor.shape, tensor.strides, tensor.stop_gradient, tensor.data_ptr(), _FIELDS.host)


_DTYPES = (
    *("float64", "float32", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool"),
    *("complex64", "complex128"),
)
