"""`jit`: a Paddle function or Layer that runs as compiled programs, one per signature."""
from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from typing import Any

from pcc.frontends.paddle.capture import Captured, capture, flatten
from pcc.frontends.paddle.dtypes import dtype_name
from pcc.frontends.paddle.importer import Imported, import_program
from pcc.frontends.paddle.memory import empty, paddle_dtype
from pcc.runtime.build import Build, build


class Program:
    """One compiled program: pointers of Paddle tensors in, Paddle tensors out."""

    def __init__(self, captured: Captured) -> None:
        self.captured = captured
        self.imported: Imported = import_program(captured)
        returned = self.imported.module.body.block.first_op.body.block.last_op  # type: ignore[union-attr]
        self.results = [(list(v.type.get_shape()), paddle_dtype(dtype_name(v.type.element_type))) for v in returned.operands]  # type: ignore
        self.pd_text = str(self.imported.module)
        self.build: Build = build(self.imported.module, keep_text=True)

    def __call__(self, leaves: list[Any]) -> Any:
        inputs = [leaf if leaf.is_contiguous() else leaf.contiguous() for leaf in leaves]
        outputs = [empty(shape, dtype) for shape, dtype in self.results]
        pointers = [t.data_ptr() for t in (*inputs, *self.imported.parameters, *outputs)]
        self.build.executable(pointers)
        return self.captured.rebuild_result(outputs[: len(self.captured.outputs)])


class Jitted:
    """A function compiled per signature at its first call."""

    def __init__(self, fn: Callable[..., Any]) -> None:
        self.fn = fn
        self.programs: dict[Any, Program] = {}
        self._lock = threading.Lock()
        if hasattr(fn, "__name__"):
            functools.update_wrapper(self, fn)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        leaves, key = flatten(args, kwargs)
        program = self.programs.get(key)
        if program is None or not program.captured.holds():
            program = self._compile(key, args, kwargs)
        return program(leaves)

    def _compile(self, key: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Program:
        with self._lock:
            program = self.programs[key] = Program(capture(self.fn, args, kwargs))
        return program


def jit(fn: Callable[..., Any]) -> Jitted:
    """A compiled version of `fn`: same arguments, same results."""
    return Jitted(fn)


