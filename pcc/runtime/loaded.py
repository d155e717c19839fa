"""A program ready to run on NumPy arrays, with its weights. Needs neither Paddle nor the compiler."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from pcc.runtime.cuda.nvrtc import Resources
from pcc.runtime.errors import ArgumentError, OutOfMemoryError
from pcc.runtime.tensors import Array, TensorSpec


@dataclass(frozen=True)
class Signature:
    """What a program takes and gives, and its weights; it is called with the inputs, then the weights.

    updates: by number of a result after the outputs, the argument whose new value it is (running statistics).
    """

    inputs: tuple[TensorSpec, ...]
    weights: tuple[TensorSpec, ...]
    outputs: tuple[TensorSpec, ...]
    values: Mapping[str, Array] = field(repr=False)
    updates: tuple[str, ...] = ()

    def updated(self) -> list[TensorSpec]:
        by_name = {spec.name: spec for spec in (*self.inputs, *self.weights)}
        return [by_name[name] for name in self.updates]


class Runnable(Protocol):
    """A compiled program, called with the addresses of all inputs, then all results."""

    @property
    def arena_bytes(self) -> int: ...
    @property
    def resources(self) -> Mapping[str, Resources]:
        """What kernels take of a device, by their names there; none of a CPU."""
        ...

    def __call__(self, pointers: Sequence[int]) -> None: ...


class Loaded:
    """`loaded(x, y)` or `loaded(x, y=y)`: NumPy arrays in; out comes one array, or a tuple of several.

    Arrays must have exactly the shapes and dtypes of `inputs`. Calls may come from several threads.
    """

    def __init__(self, signature: Signature, executable: Runnable) -> None:
        self.signature, self._executable = signature, executable
        self._weights = [np.require(signature.values[s.name], requirements=["C", "A"]) for s in signature.weights]
        self._lock = threading.Lock()

    @property
    def inputs(self) -> tuple[TensorSpec, ...]:
        return self.signature.inputs

    @property
    def outputs(self) -> tuple[TensorSpec, ...]:
        return self.signature.outputs

    def __call__(self, *arrays: Any, **named: Any) -> Any:
        """Run. Raises ArgumentError, DeviceError, OutOfMemoryError."""
        bound = self._bind(arrays, named)
        given = [spec.check(array) for spec, array in zip(self.inputs, bound, strict=True)]
        specs = [*self.outputs, *self.signature.updated()]
        check_memory(self.signature, self._executable.arena_bytes)
        try:
            results = [spec.empty() for spec in specs]
            self._executable([a.ctypes.data for a in (*given, *self._weights, *results)])
        except OutOfMemoryError:
            raise
        except MemoryError:
            raise OutOfMemoryError("the program's memory could not be had; free some, or raise the limit") from None
        self._update(bound, results[len(self.outputs) :])
        outputs = results[: len(self.outputs)]
        return outputs[0] if len(outputs) == 1 else tuple(outputs)

    def __str__(self) -> str:
        shown = [", ".join(map(str, specs)) for specs in (self.inputs, self.outputs)]
        return f"({shown[0]}) -> ({shown[1]})"

    def _bind(self, arrays: Sequence[Any], named: Mapping[str, Any]) -> list[Any]:
        names = [spec.name for spec in self.inputs]
        given = dict(zip(names, arrays, strict=False))
        double, unknown = given.keys() & named.keys(), named.keys() - set(names)
        missing = [name for name in names if name not in given and name not in named]
        if double or unknown or missing or len(arrays) > len(names):
            raise ArgumentError(f"the program takes {', '.join(map(str, self.inputs)) or 'no arguments'}")
        given.update(named)
        return [given[name] for name in names]

    def _update(self, given: Sequence[Any], values: Sequence[Array]) -> None:
        """Store new values where the program keeps them: in its weights, or in the caller's arrays."""
        if not values:
            return
        by_name = dict(zip([spec.name for spec in self.inputs], given, strict=True))
        by_name.update(zip([spec.name for spec in self.signature.weights], self._weights, strict=True))
        with self._lock:
            for name, value in zip(self.signature.updates, values, strict=True):
                np.copyto(by_name[name], value)


def check_memory(signature: Signature, arena: int = 0) -> None:
    """Raises OutOfMemoryError if the program's tensors cannot fit this machine."""
    size = arena + sum(spec.nbytes for spec in (*signature.inputs, *signature.outputs, *signature.weights))
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    if size > machine:
        raise OutOfMemoryError(f"a run needs {size / 2**30:.1f} GiB, this machine has {machine / 2**30:.1f}")
