"""What pycuda lacks of CUDA's driver: graphs, and memory by its address alone. On the same library and handles."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

from pcc.runtime.errors import DeviceError


@cache
def _driver() -> ctypes.CDLL:
    return ctypes.CDLL("libcuda.so.1")


def _check(status: int) -> None:
    if status:
        text = ctypes.c_char_p()
        _driver().cuGetErrorString(status, ctypes.byref(text))
        raise DeviceError(f"CUDA: {(text.value or b'error').decode()} ({status})")


_DEVICE_ORDINAL, _MEMORY_TYPE, _ON_DEVICE = 9, 2, 2  # CU_POINTER_ATTRIBUTE_...; CU_MEMORYTYPE_DEVICE


def device_of_memory(address: int) -> int | None:
    """The number of the device that an address is of; None for what the driver does not know, which is the host's."""
    kind, number, at = ctypes.c_uint(), ctypes.c_int(), ctypes.c_ulonglong(address)
    unknown = _driver().cuPointerGetAttribute(ctypes.byref(kind), _MEMORY_TYPE, at)
    if unknown or kind.value != _ON_DEVICE:
        return None
    _check(_driver().cuPointerGetAttribute(ctypes.byref(number), _DEVICE_ORDINAL, at))
    return number.value


def move(target: int, source: int, count: int) -> None:
    """Copy bytes between memory of the host or of devices."""
    if count:
        _check(_driver().cuMemcpy(ctypes.c_ulonglong(target), ctypes.c_ulonglong(source), ctypes.c_size_t(count)))


class Graph:
    """What `record` asks of a stream, as one graph, whose launch is one call."""

    def __init__(self, stream: Any, record: Callable[[], None]) -> None:
        self._stream, self._executable = ctypes.c_void_p(stream.handle), ctypes.c_void_p()
        graph = self._captured(record)
        _check(_driver().cuGraphInstantiateWithFlags(ctypes.byref(self._executable), graph, ctypes.c_ulonglong(0)))
        _check(_driver().cuGraphDestroy(graph))

    def _captured(self, record: Callable[[], None]) -> ctypes.c_void_p:
        graph = ctypes.c_void_p()
        _check(_driver().cuStreamBeginCapture_v2(self._stream, 1))
        try:
            record()
        finally:
            _check(_driver().cuStreamEndCapture(self._stream, ctypes.byref(graph)))
        return graph

    def update(self, record: Callable[[], None]) -> None:
        """The same nodes with other addresses."""
        graph, told = self._captured(record), ctypes.create_string_buffer(64)
        _check(_driver().cuGraphExecUpdate_v2(self._executable, graph, told))
        _check(_driver().cuGraphDestroy(graph))

    def launch(self) -> None:
        _check(_driver().cuGraphLaunch(self._executable, self._stream))

    def __del__(self) -> None:
        if self._executable:
            _driver().cuGraphExecDestroy(self._executable)
