"""Tensor conditions: functions rewritten by Paddle's AST conversion, so that `if x > 0` becomes an op.

Paddle's own call conversion looks through thousands of library functions for every call and leaves functions that
are not in
their module's namespace (local functions, closures) unconverted; `converted` decides by the file that a function
comes from.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable
from typing import Any

from pcc.frontends.paddle.callsite import is_generated, is_library
from pcc.frontends.paddle.private import (
    Layer,
    ast_cache,
    ast_convert,
    convert_call,
    dy2static,
    patch_method_guard,
)
from pcc.frontends.paddle.replace import Patches

_BUILTINS = (len, zip, range, enumerate, print)  # Paddle has its own of these for tensors


def converted(fn: Any) -> Any:
    """`fn` with tensor conditions as ops; `fn` itself where there is nothing to convert or no source code."""
    if isinstance(fn, functools.partial):
        return functools.partial(converted(fn.func), *fn.args, **fn.keywords)
    if isinstance(fn, types.MethodType):
        function = _function(fn.__func__)
        return fn if function is fn.__func__ else types.MethodType(function, fn.__self__)
    if isinstance(fn, types.FunctionType):
        return _function(fn)
    if any(fn is builtin for builtin in _BUILTINS):
        return convert_call(fn)
    if isinstance(fn, type | Layer) or not callable(fn):
        return fn
    wrapped = getattr(fn, "dygraph_function", None)  # a function under paddle.jit.to_static
    if wrapped is not None:
        return converted(wrapped)
    call = type(fn).__call__
    return converted(types.MethodType(call, fn)) if isinstance(call, types.FunctionType) else fn


def _function(fn: types.FunctionType) -> Callable[..., Any]:
    file = fn.__code__.co_filename
    if is_library(file) or is_generated(file) or inspect.isgeneratorfunction(fn):
        return fn
    if fn.__name__ == "<lambda>":
        return _lambda(fn)
    try:
        inspect.getsource(fn)
    except (OSError, TypeError):
        return fn
    ast_cache.clear()  # Paddle keys it by source text: a copy of the text in another file would get this file's lines
    try:
        return ast_convert(fn)
    except Exception:  # Paddle's conversion knows only part of Python; such a function runs as it is
        return fn


def _lambda(fn: types.FunctionType) -> Callable[..., Any]:
    """A lambda, which Paddle cannot convert, with the functions that it calls converted."""
    callees = {name: fn.__globals__[name] for name in fn.__code__.co_names if name in fn.__globals__}
    functions = {name: converted(callee) for name, callee in callees.items() if _is_function(callee)}
    cells = tuple(map(_cell, fn.__closure__ or ()))
    copy = types.FunctionType(fn.__code__, {**fn.__globals__, **functions}, fn.__name__, fn.__defaults__, cells)
    copy.__kwdefaults__ = fn.__kwdefaults__
    return copy


def _cell(cell: types.CellType) -> types.CellType:
    try:
        return types.CellType(converted(cell.cell_contents)) if _is_function(cell.cell_contents) else cell
    except ValueError:  # not yet assigned
        return cell


def _is_function(value: Any) -> bool:
    """A Python function, also bound, partial, or compiled by Paddle or by pcc."""
    plain = isinstance(value, types.FunctionType | types.MethodType | functools.partial)
    return plain or getattr(type(value), "dygraph_function", None) is not None


def install(patches: Patches) -> None:
    """Make converted code call `converted`, and Layers run their converted `forward`."""
    patches.replace(dy2static, "Call", converted)
    patches.replace(dy2static, "AsDtype", _as_dtype)
    plain = Layer.__call__

    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        forward = converted(self.forward)
        if forward is self.forward or forward == self.forward:
            return plain(self, *args, **kwargs)
        with patch_method_guard(self, "forward", forward):
            return plain(self, *args, **kwargs)

    patches.replace(Layer, "__call__", call)


_PLAIN_TYPES = {"bool": bool, "int": int, "float": float, "complex": complex}


def _as_dtype(value: Any, name: str) -> Any:
    """`int(value)` and its like in converted code; Paddle makes a cast of them, to 32 bits."""
    return _PLAIN_TYPES[name](value)
