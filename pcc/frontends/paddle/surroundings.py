"""What a captured function reads beside its arguments, and whether that is still the same.

A program holds the numbers that were there when it was captured, and the memory of the tensors. If a number is changed
since, a weight replaced by another tensor, a Layer put into another mode, a function redefined, it is captured anew.
Looked at is what the function's code names: its closure, its globals, attributes of Layers that ran and of the objects
and containers in all these, through functions that it calls. Not seen are containers of more than ITEMS items changed
in place, and what library code reads.
"""

from __future__ import annotations

import dis
import functools
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from operator import getitem, is_
from typing import Any, NamedTuple

import numpy as np

from pcc.frontends.paddle.callsite import is_library
from pcc.frontends.paddle.private import Layer, Tensor

DEPTH = 4  # of functions, objects and containers in each other
ITEMS = 32  # of a container
_NUMBERS = bool, int, float, complex, str, types.NoneType
_WATCHED = (*_NUMBERS, types.FunctionType, Layer, Tensor, np.ndarray)
_WHOLE = (*_NUMBERS, Tensor, np.ndarray, type, types.ModuleType)  # nothing in them is looked at


class Reading(NamedTuple):
    """Where something is read, under which name, and what was there."""

    name: str
    get: Callable[[], Any]
    value: Any


class Surroundings:
    """Of `readings`, taken before the capture, those that matter: numbers, functions, Layers, and `tensors` that the
    program reads. What the function itself changed while it was captured does not count.
    """

    def __init__(self, readings: Iterable[Reading], tensors: Iterable[Any]) -> None:
        read = {id(tensor) for tensor in tensors}
        named = {(id(r.value), r.name): r for r in readings if not isinstance(r.value, Tensor) or id(r.value) in read}
        self._readings = [reading for reading in named.values() if _same(reading)]
        self._gets = [reading.get for reading in self._readings]
        self._values = [reading.value for reading in self._readings]

    def hold(self) -> bool:
        """Whether all is as it was."""
        try:
            return all(map(is_, [get() for get in self._gets], self._values)) or self.difference() is None
        except _GONE:
            return False

    def difference(self) -> str | None:
        """The first reading that differs, in words."""
        return next((f"{r.name} was replaced or changed" for r in self._readings if not _same(r)), None)


_GONE = AttributeError, LookupError, ValueError  # ValueError: a cell of a closure that is empty


def _same(reading: Reading) -> bool:
    try:
        now, before = reading.get(), reading.value
    except _GONE:
        return False
    return now is before or (type(now) is type(before) and isinstance(now, _NUMBERS) and repr(now) == repr(before))


def read_by(function: Any) -> list[Reading]:
    """All that a function, method, Layer or other callable reads, and what it calls; of a Layer, with its mode."""
    return list(_Walk().of(function, "", frozenset(), DEPTH))


class _Walk:
    """Through values, each once. `names`: what the code that reads a value names, so perhaps attributes of it."""

    def __init__(self) -> None:
        self._seen: dict[int, Any] = {}  # holds the values, so ids stay

    def of(self, value: Any, name: str, names: Collection[str], depth: int) -> Iterator[Reading]:
        """What is read of a value."""
        if not depth or id(value) in self._seen or isinstance(value, _WHOLE):
            return
        self._seen[id(value)] = value
        if isinstance(value, types.FunctionType):
            yield from self._function(value, depth - 1)
        elif isinstance(value, types.MethodType):
            yield from self.of(value.__func__, name, names, depth)
            inner = getattr(value.__func__, "__code__", None)
            yield from self.of(value.__self__, type(value.__self__).__name__, names_in(inner) if inner else (), depth)
        elif isinstance(value, functools.partial):
            for part in (value.func, value.args, value.keywords):
                yield from self.of(part, name, names, depth)
        elif isinstance(value, Layer):
            yield from self._layer(value, names, depth - 1)
        elif isinstance(value, list | tuple | dict):
            yield from self._container(value, name, names, depth - 1)
        elif hasattr(value, "__wrapped__"):
            yield from self.of(value.__wrapped__, name, names, depth)
        elif hasattr(value, "__dict__"):
            yield from self._mapping(vars(value), f"{name}.", names, names, depth - 1)

    def _function(self, fn: types.FunctionType, depth: int) -> Iterator[Reading]:
        code = fn.__code__
        if is_library(code.co_filename):
            return
        names = names_in(code)
        for name, cell in zip(code.co_freevars, fn.__closure__ or (), strict=True):
            yield from self._one(name, partial(getattr, cell, "cell_contents"), names, depth)
        yield from self._mapping(fn.__globals__, "", globals_in(code), names, depth)
        yield from self.of(fn.__defaults__, f"the defaults of {fn.__name__}", names, depth)
        yield from self.of(fn.__kwdefaults__, f"the defaults of {fn.__name__}", names, depth)

    def _layer(self, layer: Any, names: Collection[str], depth: int) -> Iterator[Reading]:
        kind, attributes = type(layer), vars(layer)
        named = {"training", *names, *names_in_class(kind)}
        for held in (layer._parameters, layer._buffers, layer._sub_layers):
            for name, value in held.items():
                yield Reading(f"{kind.__name__}.{name}", partial(getitem, held, name), value)
        wanted = [name for name, value in attributes.items() if name in named or isinstance(value, Tensor)]
        yield from self._mapping(attributes, f"{kind.__name__}.", wanted, named, depth)

    def _mapping(
        self, mapping: Mapping[str, Any], prefix: str, wanted: Collection[str], names: Collection[str], depth: int
    ) -> Iterator[Reading]:
        for name in wanted:
            if name in mapping:
                yield from self._one(prefix + name, partial(getitem, mapping, name), names, depth)

    def _container(self, value: Any, name: str, names: Collection[str], depth: int) -> Iterator[Reading]:
        if len(value) > ITEMS:
            return
        yield Reading(f"the length of {name}", value.__len__, len(value))
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from self._one(f"{name}[{key!r}]", partial(getitem, value, key), names, depth)

    def _one(self, name: str, get: Callable[[], Any], names: Collection[str], depth: int) -> Iterator[Reading]:
        try:
            value = get()
        except _GONE:
            return
        inner = list(self.of(value, name, names, depth))
        if inner or isinstance(value, _WATCHED):
            yield Reading(name, get, value)
        yield from inner


@lru_cache(1024)
def names_in_class(kind: type) -> frozenset[str]:
    """Names in `forward`, and in methods of the class that it names."""
    found, pending = frozenset[str](), ["forward"]
    while pending:
        method = getattr(kind, pending.pop(), None)
        if isinstance(method, types.FunctionType):
            names = names_in(method.__code__) - found
            found |= names
            pending += names
    return found


@lru_cache(1024)
def names_in(code: types.CodeType) -> frozenset[str]:
    """Attributes and globals that code names, with the functions in it."""
    inner = (names_in(constant) for constant in code.co_consts if isinstance(constant, types.CodeType))
    return frozenset(code.co_names).union(*inner)


@lru_cache(1024)
def globals_in(code: types.CodeType) -> frozenset[str]:
    """Globals that code reads, with the functions in it."""
    own = {step.argval for step in dis.get_instructions(code) if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    inner = (globals_in(constant) for constant in code.co_consts if isinstance(constant, types.CodeType))
    return frozenset(own).union(*inner)
