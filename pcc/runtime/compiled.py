"""A program ready to run on NumPy arrays, with its weights. Needs no Paddle."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from xdsl.dialects.builtin import ModuleOp

from pcc.runtime.build import Build, main_of
from pcc.runtime.builders import builder_for
from pcc.runtime.errors import ArgumentError, CompileError, DeviceError, OutOfMemoryError
from pcc.runtime.tensors import Array, TensorSpec


@dataclass(frozen=True)
class Artifact:
    """A program with all that a run needs, as `pcc.save` writes it.

    module: its function `main`, of `pd` ops, takes the inputs, then the weights.
    updates: by number of a result after the outputs, the argument whose new value it is (running statistics).
    """

    module: ModuleOp
    inputs: tuple[TensorSpec, ...]
    weights: tuple[TensorSpec, ...]
    outputs: tuple[TensorSpec, ...]
    values: Mapping[str, Array] = field(repr=False)
    updates: tuple[str, ...] = ()

    def updated(self) -> list[TensorSpec]:
        by_name = {spec.name: spec for spec in (*self.inputs, *self.weights)}
        return [by_name[name] for name in self.updates]


class Compiled:
    """`compiled(x, y)` or `compiled(x, y=y)`: NumPy arrays in; out comes one array, or a tuple of several.

    Arrays must have exactly the shapes and dtypes of `inputs`. Calls may come from several threads. `target` is "cpu",
    or "cuda" for the first CUDA device.
    """

    def __init__(self, artifact: Artifact, target: str = "cpu") -> None:
        self.artifact, self._builder = artifact, builder_for(target)
        self._build = self._made(keep_text=False)
        self._weights = [np.require(artifact.values[s.name], requirements=["C", "A"]) for s in artifact.weights]
        self._lock = threading.Lock()

    @property
    def inputs(self) -> tuple[TensorSpec, ...]:
        return self.artifact.inputs

    @property
    def outputs(self) -> tuple[TensorSpec, ...]:
        return self.artifact.outputs

    def __call__(self, *arrays: Any, **named: Any) -> Any:
        """Run. Raises ArgumentError, OutOfMemoryError."""
        bound = self._bind(arrays, named)
        given = [spec.check(array) for spec, array in zip(self.inputs, bound, strict=True)]
        specs = [*self.outputs, *self.artifact.updated()]
        check_memory(self.artifact, self._build.executable.arena_bytes)
        try:
            results = [spec.empty() for spec in specs]
            self._build.executable([a.ctypes.data for a in (*given, *self._weights, *results)])
        except MemoryError:
            raise OutOfMemoryError("the program's memory could not be had; free some, or raise the limit") from None
        self._update(bound, results[len(self.outputs) :])
        outputs = results[: len(self.outputs)]
        return outputs[0] if len(outputs) == 1 else tuple(outputs)

    def ir(self, level: str) -> str:
        """The text at a level: pd, kernel, loops or llvm; of a program for a device pd, threads or cuda."""
        if level not in self._texts:
            raise ArgumentError(f"no level '{level}'; there are {', '.join(self._texts)}")
        return self._texts[level]

    def __str__(self) -> str:
        shown = [", ".join(map(str, specs)) for specs in (self.inputs, self.outputs)]
        return f"({shown[0]}) -> ({shown[1]})"

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {**self._made(keep_text=True).texts, "pd": str(self.artifact.module)}

    def _made(self, keep_text: bool) -> Build:
        module = self.artifact.module.clone()
        for name in ("arg_attrs", "res_attrs"):
            main_of(module).properties.pop(name, None)
        try:
            return self._builder(module, keep_text=keep_text)
        except MemoryError:
            raise OutOfMemoryError("compiling the program needs more memory than there is") from None
        except (CompileError, DeviceError, OutOfMemoryError):
            raise
        except Exception as error:
            raise CompileError(f"the program cannot be compiled: {error} ({type(error).__name__})") from error

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
        by_name.update(zip([spec.name for spec in self.artifact.weights], self._weights, strict=True))
        with self._lock:
            for name, value in zip(self.artifact.updates, values, strict=True):
                np.copyto(by_name[name], value)


def check_memory(program: Artifact, arena: int = 0) -> None:
    """Raises OutOfMemoryError if the program's tensors cannot fit this machine."""
    size = arena + sum(spec.nbytes for spec in (*program.inputs, *program.outputs, *program.weights))
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    if size > machine:
        raise OutOfMemoryError(f"a run needs {size / 2**30:.1f} GiB, this machine has {machine / 2**30:.1f}")
