"""`jit`: a Paddle function or Layer that runs as compiled programs, one per signature."""
from __future__ import annotations

import functools
import threading
import warnings
from collections.abc import Callable
from time import perf_counter
from typing import Any

from pcc.frontends.paddle.capture import ambient_key, capture, flatten
from pcc.frontends.paddle.export import export
from pcc.frontends.paddle.memory import contiguous
from pcc.frontends.paddle.program import Program
from pcc.frontends.paddle.signature import Key
from pcc.runtime.collector import paused
from pcc.runtime.compiled import Artifact

RECOMPILES_WARNED = 3  # compiles of one function from which on each one is reported


class RecompileWarning(UserWarning):
    """A function was compiled again; the message names what differed from the call before."""


class Jitted:
    """A function compiled per signature at its first call; calls may come from several threads.

    `compiles` counts compilations, `compile_seconds` their time, `programs` holds the compiled programs by key.
    """

    def __init__(self, fn: Callable[..., Any], strict: bool = False, keep_text: bool = False) -> None:
        self.fn, self.strict, self.keep_text = fn, strict, keep_text
        self.programs: dict[Key, Program] = {}
        self.compiles, self.compile_seconds = 0, 0.0
        self._lock = threading.RLock()
        if hasattr(fn, "__name__"):
            functools.update_wrapper(self, fn)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        leaves, key = flatten(args, kwargs)
        key = (key, ambient_key())
        program = self.programs.get(key)
        if program is None or not program.captured.holds():
            program = self._compile(key, args, kwargs)
        return program(contiguous(leaves))

    def to_artifact(self, *args: Any, **kwargs: Any) -> Artifact:
        """The program for these arguments as `pcc.save` writes it."""
        return export(self.fn, args, kwargs)

    def _compile(self, key: Key, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Program:
        with self._lock:
            program = self.programs.get(key)
            if program is not None and program.captured.holds():
                return program
            start = perf_counter()
            last = next(reversed(self.programs), None)
            self._count(describe_difference(last, key) if last is not None else "a Layer changed its mode")
            with paused():
                program = Program(capture(self.fn, args, kwargs), self.strict, self.keep_text, self._count)
                program.compile(contiguous(flatten(args, kwargs)[0]))
            self.programs[key] = program
            self.compile_seconds += perf_counter() - start
            return program

    def _count(self, difference: str) -> None:
        self.compiles += 1
        if self.compiles >= RECOMPILES_WARNED:
            name = getattr(self.fn, "__name__", type(self.fn).__name__)
            warnings.warn(RecompileWarning(f"{name} is compiled for the {self.compiles}. time: {difference}"), stacklevel=4)


def describe_difference(old: Any, new: Any) -> str:
    """The first field in which two keys differ."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        if len(old) != len(new):
            return f"{len(new)} entries instead of {len(old)}: {new} instead of {old}"
        for number, (a, b) in enumerate(zip(old, new, strict=True)):
            if a != b:
                nested = isinstance(a, tuple) and isinstance(b, tuple) and any(isinstance(x, tuple) for x in (*a, *b))
                return describe_difference(a, b) if nested else f"argument {number} is {b} instead of {a}"
    return f"{new} instead of {old}" if old != new else "a Layer changed its mode"


def jit(fn: Callable[..., Any] | None = None, *, strict: bool = False) -> Any:
    """A compiled version of a Paddle function, Layer or bound method: same arguments, same results.

    It is compiled at its first call and once more for every new combination of shapes, dtypes and static arguments.
    Results carry no gradient.

    Args:
        fn: the function; without it, `jit` is a decorator: `@pcc.jit(strict=True)`.
        strict: raise LeftToPaddleError where an op would be left to Paddle, instead of warning once.
    """
    return functools.partial(jit, strict=strict) if fn is None else Jitted(fn, strict)
