"""The state of one capture: the program, the eager tensors it reads, and what in-place writes have replaced.

A `Tracer` also plays two parts that Paddle's own tracing asks for by name while it is installed: its parameter recorder
(`get`) and its in-place map (`InplaceMap`).
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pcc.frontends.paddle import private
from pcc.frontends.paddle.callsite import definition
from pcc.frontends.paddle.errors import CaptureError
from pcc.frontends.paddle.private import (
    Place,
    Program,
    Tensor,
    Value,
    current_place,
    data_op,
    dygraph_guard,
    eager_tracer,
    insert_at_end_of,
    insert_at_start,
    insertion_point,
    paddle,
    set_insertion_point,
)
from pcc.frontends.paddle.surroundings import Reading, Walk, read_by
from pcc.frontends.paddle.views import Memory

if TYPE_CHECKING:
    from pcc.frontends.paddle.marks import Mark


class InplaceMap:
    """value -> the value that replaced it, as a chain of single replacements by id."""

    def __init__(self) -> None:
        self._replaced: dict[str, tuple[Any, Any]] = {}

    def get(self, program: Any, value: Any) -> Any | None:
        """What `value` has become, None if it is unchanged (Paddle's AST conversion asks so)."""
        new = None
        while (link := self._replaced.get((value if new is None else new).id)) is not None:
            new = link[1]
        return new

    def add(self, program: Any, old: Any, new: Any) -> None:
        """Record that `old` has been replaced; Paddle's `x[i] = v` calls it."""
        if old.id != new.id:
            self._replaced[old.id] = old, new

    def snapshot(self) -> dict[str, tuple[Any, Any]]:
        """All replacements so far: id -> (old, new)."""
        return dict(self._replaced)

    def revert(self, snapshot: dict[str, tuple[Any, Any]]) -> None:
        """Forget the replacements since a snapshot."""
        self._replaced = dict(snapshot)

    @property
    def changed(self) -> bool:
        return bool(self._replaced)

    def save_checkpoint(self) -> None:
        """Paddle's `if` conversion keeps a branch's replacements to itself; control.py does that, and better."""

    def restore_checkpoint(self, saved: None) -> None:
        """See `save_checkpoint`."""


def current() -> Tracer:
    """The capture in progress. Raises CaptureError under Paddle's own static mode, which is none."""
    found = private.recorder_module._global_parameter_recorder
    if not isinstance(found, Tracer):
        raise CaptureError("this needs Paddle's dynamic mode, or pcc's capture", "call paddle.disable_static() first")
    return found


class Tracer:
    """One capture in progress."""

    def __init__(self) -> None:
        self.program: Any = Program()
        self.startup: Any = Program()
        self.parameters: dict[int, tuple[Any, Any]] = {}  # id(tensor) -> (Value, tensor); holds the tensor, so ids stay
        self._blanks: dict[int, tuple[Any, Any]] = {}  # the same of tensors without memory: the dropout state of an RNN
        self.layers: dict[int, Any] = {}
        self._attributes: dict[int, dict[str, Any]] = {}
        self.readings, self._walk = list[Reading](), Walk()  # of what is read beside the arguments
        self.inplace = InplaceMap()
        self.memory = Memory()
        self.place: Any = current_place()  # Paddle forgets it while tracing
        self._thread = threading.get_ident()
        self.eager = eager_tracer()
        self._paused = False
        self.marks: dict[str, Mark] = {}  # by the name of the op
        self.kept: list[Any] = []  # what the program has addresses of
        self.converting = False
        self.concretized: Any = None  # the first ConcretizationError, also when user code swallowed it

    def read_by(self, fn: Any, *args: Any) -> None:
        """Note what a call is going to read beside its tensors."""
        found, self._walk = read_by(fn, args)
        self.readings += found

    def enter(self, layer: Any) -> None:
        """Note that a Layer runs."""
        if id(layer) not in self.layers:
            self.layers[id(layer)] = layer
            self._attributes[id(layer)] = dict(vars(layer))
            self.readings += self._walk.of(layer)

    def check_attributes(self) -> None:
        """Raise CaptureError if a Layer keeps a traced tensor, which means nothing after the capture; takes it away."""
        for layer in self.layers.values():
            kept = [name for name, value in vars(layer).items() if isinstance(value, Value)]
            for name in kept:
                before = self._attributes[id(layer)]
                object.__setattr__(layer, name, before[name]) if name in before else object.__delattr__(layer, name)
            if kept:
                raise CaptureError(
                    f"{type(layer).__name__}.{kept[0]} is set to a traced tensor",
                    "return the tensor, or make the attribute a buffer: self.register_buffer(name, tensor)",
                    definition(layer),
                )

    def applies(self) -> bool:
        """Whether the calling code is being traced: on this thread, and not between `paused`."""
        return threading.get_ident() == self._thread and not self._paused

    @contextmanager
    def paused(self) -> Generator[None, None, None]:
        """Run eager Paddle in the middle of tracing."""
        self._paused = True
        try:
            with dygraph_guard(self.eager):
                yield
        finally:
            self._paused = False

    def input(self, place: int, tensor: Any) -> Any:
        """The Value of an argument."""
        return self._data(f"input_{place}", tensor)

    def get(self, program: Any, tensor: Any) -> Any:
        """The Value of an eager tensor that the program reads (Paddle's name: the parameter recorder asks so)."""
        known = self.parameters.get(id(tensor)) or self._blanks.get(id(tensor))
        if known is None:
            before = insertion_point()
            insert_at_end_of(self.program.global_block())
            insert_at_start()  # of the block of the insertion point
            if tensor._is_initialized():
                known = self.parameters[id(tensor)] = self._data(f"parameter_{len(self.parameters)}", tensor), tensor
            else:
                known = self._blanks[id(tensor)] = paddle.zeros(tensor.shape, tensor.dtype), tensor
            set_insertion_point(before)
        return known[0]

    def _data(self, name: str, tensor: Any) -> Any:
        value = data_op(name, list(tensor.shape), tensor.dtype, Place())
        value.stop_gradient = tensor.stop_gradient
        return value

    def read(self, operand: Any) -> Any:
        """The Value that an operand of an op stands for now; anything but tensors is returned as it is."""
        if isinstance(operand, Tensor):
            operand = self.get(None, operand)
        if self.inplace.changed and isinstance(operand, Value):
            new = self.inplace.get(None, operand)
            operand = operand if new is None else new
            self.memory.check_fresh(operand)
        return operand

    def write(self, target: Any, new: Any) -> Any:
        """Record that an in-place op replaced what `target` holds by `new`; returns `target`, as the op does."""
        for old, now in self.memory.spread(self.read(target), new):
            self.inplace.add(None, old, now)
        return target

    def rename(self, target: Any, new: Any) -> Any:
        """Record that `target` stands for another view of the same memory (`y.reshape_`); returns `target`."""
        self.inplace.add(None, self.read(target), new)
        return target
