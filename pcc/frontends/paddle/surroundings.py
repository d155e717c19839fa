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
import inspect
import types
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from operator import getitem, is_
from typing import Any, NamedTuple, cast

import numpy as np

from pcc.frontends.paddle.callsite import is_library
from pcc.frontends.paddle.private import Layer, Tensor
from pcc.frontends.paddle.tree import parts_of

DEPTH = 4  # of functions, objects and containers in each other
ITEMS = 32  # of a container
_NUMBERS = bool, int, float, complex, str, types.NoneType, np.generic
_WATCHED = (*_NUMBERS, types.FunctionType, Layer, Tensor, np.ndarray)
_WHOLE = (*_NUMBERS, Tensor, np.ndarray)  # nothing in them is looked at


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
        known = (r for r in readings if not isinstance(r.value, Tensor) or id(r.value) in read)
        self._readings = [reading for reading in known if _same(reading)]
        self._gets = [reading.get for reading in self._readings]
        self._values = [reading.value for reading in self._readings]

    def hold(self) -> bool:
        """Whether all is as it was."""
        try:
            return all(map(is_, [get() for get in self._gets], self._values)) or self.difference() is None
        except _GONE:
            return False

    def may_return(self) -> bool:
        """Whether only numbers differ, such as the mode of a Layer: they may be again what they were."""
        return all(_same(r) for r in self._readings if not isinstance(r.value, _NUMBERS))

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


def read_by(fn: Any, args: Iterable[Any] = ()) -> tuple[list[Reading], Walk]:
    """What a call of a function, method, Layer or other callable reads, and the walk, for what it meets later."""
    names: frozenset[str] = frozenset()
    while True:
        walk = Walk(names)
        found = [reading for value in (fn, *_objects_in(args)) for reading in walk.of(value, "an argument", DEPTH)]
        if walk.names == names:
            return found, walk
        names = walk.names


def _objects_in(nest: Any) -> Iterator[Any]:
    """What a nest of arguments holds beside containers."""
    parts = parts_of(nest)
    if parts is None:
        yield nest
        return
    for item in parts[1]:
        yield from _objects_in(item)


def read_outside(fn: types.FunctionType) -> Iterator[tuple[str, Callable[[], Any]]]:
    """The names of a function's closure and of the globals that it reads, and what gives their values now."""
    code = fn.__code__
    for name, cell in zip(code.co_freevars, fn.__closure__ or (), strict=True):
        yield name, partial(getattr, cell, "cell_contents")
    for name in sorted(globals_in(code).intersection(fn.__globals__)):
        yield name, partial(getitem, fn.__globals__, name)


_PARTS_OF_LAYERS = frozenset(vars(Layer())) - {"training"}


class Walk:
    """Through values, each once. Of objects the attributes in `names` are read, to which it adds those in code."""

    def __init__(self, names: frozenset[str] = frozenset()) -> None:
        self.names = names | {"training"}
        self._seen: dict[int, Any] = {}  # holds the values, so ids stay

    def of(self, value: Any, name: str = "", depth: int = DEPTH) -> Iterator[Reading]:
        """What is read of a value by this name."""
        if depth and id(value) not in self._seen and not isinstance(value, _WHOLE):
            self._seen[id(value)] = value
            yield from self._parts(value, name, depth)

    @functools.singledispatchmethod
    def _parts(self, value: Any, name: str, depth: int) -> Iterator[Reading]:
        """What a decorator has wrapped; else attributes of an object and its class, and what its methods read."""
        for wrapped in ("__wrapped__", "dygraph_function"):  # of decorators, and of Paddle's compiled functions
            if hasattr(value, wrapped):
                yield from self.of(getattr(value, wrapped), name, depth - 1)
                return
        yield from self._attributes(value, name, depth)

    def _attributes(self, value: Any, name: str, depth: int) -> Iterator[Reading]:
        for method in methods_in(type(value), self.names):
            yield from self.of(method, name, depth - 1)
        attributes = getattr(value, "__dict__", {})
        wanted = [key for key, held in attributes.items() if key in self.names or isinstance(held, Tensor)]
        yield from self._mapping(
            attributes, f"{name}.", [key for key in wanted if key not in _PARTS_OF_LAYERS], depth - 1
        )
        yield from self._numbers(value, type(value), name, attributes)

    @_parts.register(types.MethodType)
    def _of_method(self, method: types.MethodType, name: str, depth: int) -> Iterator[Reading]:
        for part in (method.__func__, method.__self__):
            yield from self.of(part, type(method.__self__).__name__, depth)

    @_parts.register(functools.partial)
    def _of_partial(self, made: functools.partial[Any], name: str, depth: int) -> Iterator[Reading]:
        for part in (made.func, made.args, made.keywords):
            yield from self.of(part, name, depth)

    @_parts.register(types.ModuleType)
    def _of_module(self, module: types.ModuleType, name: str, depth: int) -> Iterator[Reading]:
        if not is_library(getattr(module, "__file__", None) or ""):
            yield from self._mapping(vars(module), f"{name}.", self.names, depth - 1)

    @_parts.register(types.FunctionType)
    def _of_function(self, fn: types.FunctionType, name: str, depth: int) -> Iterator[Reading]:
        code = fn.__code__
        self.names |= names_in(code)
        if is_library(code.co_filename):
            return
        for outer, get in read_outside(fn):
            yield from self._one(outer, get, depth - 1)
        for defaults in (fn.__defaults__, fn.__kwdefaults__):
            yield from self.of(defaults, f"the defaults of {fn.__name__}", depth - 1)

    @_parts.register(cast(type, Layer))
    def _of_layer(self, layer: Any, _name: str, depth: int) -> Iterator[Reading]:
        name = type(layer).__name__
        yield from self._attributes(layer, name, depth)
        for held in (layer._parameters, layer._buffers, layer._sub_layers):
            for key, value in held.items():
                yield Reading(f"{name}.{key}", partial(getitem, held, key), value)
                yield from self.of(value)
        counted = {"Layers": layer._sub_layers} if layer._sub_layers else {}
        counted |= {"hooks before": layer._forward_pre_hooks, "hooks after": layer._forward_post_hooks}
        for what, held in counted.items():
            yield Reading(f"the number of {what} in {name}", held.__len__, len(held))

    @_parts.register(type)
    def _of_class(self, kind: type, name: str, _depth: int) -> Iterator[Reading]:
        yield from self._numbers(kind, kind, name, ())

    def _numbers(self, owner: Any, kind: type, name: str, hidden: Container[str]) -> Iterator[Reading]:
        """Numbers and tensors that an object or a class has of a class, if not `hidden` by its own."""
        for base in kind.__mro__:
            for key in self.names.intersection(vars(base)):
                if key not in hidden and isinstance(vars(base)[key], (Tensor, *_NUMBERS)):
                    yield Reading(f"{name}.{key}", partial(getattr, owner, key), getattr(owner, key))

    def _mapping(self, mapping: Mapping[str, Any], prefix: str, wanted: Iterable[str], depth: int) -> Iterator[Reading]:
        for name in wanted:
            if name in mapping:
                yield from self._one(prefix + name, partial(getitem, mapping, name), depth)

    @_parts.register(list)
    @_parts.register(tuple)
    @_parts.register(dict)
    def _of_container(self, value: Any, name: str, depth: int) -> Iterator[Reading]:
        if len(value) > ITEMS:
            return
        yield Reading(f"the length of {name}", value.__len__, len(value))
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from self._one(f"{name}[{key!r}]", partial(getitem, value, key), depth - 1)

    def _one(self, name: str, get: Callable[[], Any], depth: int) -> Iterator[Reading]:
        try:
            value = get()
        except _GONE:
            return
        inner = list(self.of(value, name, depth))
        if inner or isinstance(value, _WATCHED):
            yield Reading(name, get, value)
        yield from inner


@lru_cache(1024)
def methods_in(kind: type, names: frozenset[str]) -> list[types.FunctionType]:
    """Methods and properties of a class by these names, and what a call of its objects runs."""
    names |= {"forward" if issubclass(kind, Layer) else "__call__"}
    found = [inspect.getattr_static(kind, name, None) for name in names.intersection(dir(kind))]
    found = [method.fget if isinstance(method, property) else method for method in found]
    found = [getattr(method, "dygraph_function", method) for method in found]  # of those that are compiled themselves
    return [method for method in found if isinstance(method, types.FunctionType)]


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
