"""`jit`: a Paddle function or Layer that runs as compiled programs, one per signature."""

from __future__ import annotations

import functools
import inspect
import threading
from collections.abc import Callable
from typing import Any

from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.errors import NotTransformable
from pcc.frontends.paddle.arguments import check_function, described, difference
from pcc.frontends.paddle.capture import Captured, ambient_key, capture, flatten
from pcc.frontends.paddle.dtypes import is_inexact
from pcc.frontends.paddle.errors import ArgumentError
from pcc.frontends.paddle.export import export
from pcc.frontends.paddle.history import History
from pcc.frontends.paddle.private import in_dygraph_mode, paddle
from pcc.frontends.paddle.program import Program
from pcc.frontends.paddle.repeated_call import UNLIKE, RepeatedCall
from pcc.frontends.paddle.signature import Key
from pcc.frontends.paddle.tracebacks import shortened
from pcc.runtime.build import Build, build
from pcc.runtime.builders import builder_for
from pcc.runtime.collector import paused
from pcc.runtime.compiled import Artifact
from pcc.runtime.tuning import tuned

TURNS = 4  # programs of one key


class Jitted:
    """A function compiled per signature at its first call; calls may come from several threads.

    `history` is that of its compilations, `programs` holds the compiled programs by key.
    """

    def __init__(
        self, fn: Callable[..., Any], strict: bool = False, builder: Callable[[ModuleOp], Build] = build
    ) -> None:
        self.fn, self.strict, self.builder = fn, strict, builder
        self.programs: dict[Key, Program] = {}
        self.history = History(getattr(fn, "__name__", type(fn).__name__))
        self._lock, self._last = threading.RLock(), dict[str, str]()
        self._turns: dict[Key, list[Program]] = {}  # those that served a key before its program, and may again
        self._recent: Callable[[tuple[Any, ...]], Any] | None = None
        if hasattr(fn, "__name__"):
            functools.update_wrapper(self, fn, updated=())

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not in_dygraph_mode():  # inside another capture: a part of that program
            return self.fn(*args, **kwargs)
        try:
            recent = self._recent
            if recent is not None and not kwargs and (result := recent(args)) is not UNLIKE:
                return result
            leaves, key = flatten(args, kwargs)
            key = (key, ambient_key())
            program = self.programs.get(key)
            if program is None or not program.captured.holds():
                program = self._turned(key, program) or self._compile(key, args, kwargs)
            if program.repeated is None and program.called:  # one call only needs none
                program.repeated = RepeatedCall.of(program, args, kwargs)
            self._recent = program.repeated
            return program(leaves)
        except Exception as error:
            raise shortened(error)  # noqa: B904  it is the same error

    def __reduce__(self) -> Any:
        """A copy, of a model that has it, compiles anew: its own weights are others."""
        return type(self), (self.fn, self.strict, self.builder)

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        """As a decorator of a method, bound to its object."""
        return self if instance is None else functools.partial(self, instance)

    @property
    def dygraph_function(self) -> Callable[..., Any]:
        """What the conversion of control flow asks for, as of Paddle's own compiled functions."""
        return self.fn

    def __getattr__(self, name: str) -> Any:
        """What else the function or Layer has: `parameters`, `eval`, `state_dict`, ..."""
        if name == "fn" or name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.fn, name)

    def __repr__(self) -> str:
        return f"<pcc.jit of {self.history.name}, compiled {self.compiles} time{'s' * (self.compiles != 1)}>"

    @property
    def __signature__(self) -> inspect.Signature:
        return inspect.signature(getattr(self.fn, "forward", self.fn))

    @property
    def compiles(self) -> int:
        """How often it was compiled."""
        return len(self.history.reasons)

    def program_of(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Program | None:
        """The compiled program that serves a call, if there is one yet."""
        return self.programs.get((flatten(args, kwargs)[1], ambient_key()))

    def to_artifact(self, *args: Any, **kwargs: Any) -> Artifact:
        """The program for these arguments as `pcc.save` writes it."""
        return export(self.fn, args, kwargs)

    def _turned(self, key: Key, program: Program | None) -> Program | None:
        """A program of before that holds again, as training and evaluation take turns; `program` waits for its own."""
        with self._lock:
            turns = self._turns.setdefault(key, [])
            found = next((each for each in turns if each.captured.holds()), None)
            if program is not None and program not in turns and program.captured.surroundings.may_return():
                turns.append(program)
                del turns[:-TURNS]
            if found is not None:
                self.programs[key] = found
            return found

    def _compile(self, key: Key, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Program:
        with self._lock:
            program = self.programs.get(key)
            if program is not None and program.captured.holds():
                return program
            last, self._last = self._last, described(self.fn, args, kwargs)
            change = program.captured.change() if program is not None else difference(last, self._last)
            self.history.add(change if last else "the first call")
            with paused():
                with self.history.timed():
                    captured = capture(self.fn, args, kwargs)
                leaves = flatten(args, kwargs)[0]
                captured.cuts = _wants_gradient(captured, leaves)
                program = Program(captured, self.strict, self.builder, self.history)
                if not (captured.cuts and self._train(program, leaves)):
                    program.compile(leaves)
            self.programs[key] = program
            return program

    def _train(self, program: Program, leaves: list[Any]) -> bool:
        """Whether results carry gradients; if they should and cannot, a warning."""
        try:
            with self.history.timed():
                return program.train(leaves, program.imported(leaves))
        except NotTransformable as error:
            self.history.without_gradient(str(error))
            return False


def _wants_gradient(captured: Captured, leaves: list[Any]) -> bool:
    """Whether results carry a gradient; of weights alone not in inference, known by `eval()` or `no_grad()`."""
    weights = not captured.layers or any(layer.training for layer in captured.layers)
    moved = not all(tensor.stop_gradient for tensor in (*leaves, *(t for _, t in captured.parameters if weights)))
    carrying = any(is_inexact(value.dtype) and not value.stop_gradient for value in captured.outputs)
    return paddle.is_grad_enabled() and moved and carrying


def jit(fn: Callable[..., Any] | None = None, *, strict: bool = False, tune: bool = False, target: str = "cpu") -> Any:
    """A compiled version of a Paddle function, Layer or bound method: same arguments, same results.

    It is compiled at its first call and once more for every new combination of shapes, dtypes and static arguments.
    Results carry gradients as the function's do, to any order: `loss.backward()`, `paddle.grad`. Weights of Layers that
    are all in `eval()` get none.

    Args:
        fn: the function; without it, `jit` is a decorator: `@pcc.jit(strict=True)`.
        strict: raise LeftToPaddleError where an op would be left to Paddle, instead of warning once.
        tune: measure a few ways to compile it on this machine, and keep the fastest; the next process remembers which.
        target: "cpu", "cuda" for the first CUDA device, or "cuda:1" for the second. Tensors on the device are used
            where they are, those of the host are copied there and back.

    Raises:
        ArgumentError: there is no such target, or it cannot be tuned.
        DeviceError: at the first call, if there is no device.
    """
    if fn is None:
        return functools.partial(jit, strict=strict, tune=tune, target=target)
    if tune and target != "cpu":
        raise ArgumentError("only what runs on the CPU can be tuned", "drop tune=True")
    return Jitted(check_function(fn), strict, tuned if tune else builder_for(target))
