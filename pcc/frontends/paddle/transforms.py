"""How transforms of functions run: inside the capture in progress, or as a compiled program of their own."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pcc.frontends.paddle import convert
from pcc.frontends.paddle.arguments import check_function
from pcc.frontends.paddle.callsite import is_library
from pcc.frontends.paddle.jit import Jitted
from pcc.frontends.paddle.private import in_dygraph_mode, paddle
from pcc.frontends.paddle.replace import standing
from pcc.frontends.paddle.surroundings import read_outside
from pcc.frontends.paddle.tracer import current

KEPT = 256  # compiled transforms
DEPTH = 4  # of functions that a function reads


@dataclass(frozen=True)
class Transformed:
    """A function made of another by a transform: `rule(fn, *options, args, kwargs)` is a call of it while capturing.

    Two are equal if they do the same, so that `pcc.grad(f)` written in a loop is compiled once.
    """

    rule: Callable[..., Any]
    fn: Callable[..., Any]
    options: tuple[Any, ...] = ()

    def __post_init__(self) -> None:
        check_function(self.fn)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return run(self.rule, self.fn, self.options, args, kwargs)

    @property
    def __name__(self) -> str:
        return _name(self.rule, self.fn)

    @property
    def __wrapped__(self) -> Callable[..., Any]:
        """The function, as decorators of Python have it."""
        return self.fn


def _name(rule: Callable[..., Any], fn: Any) -> str:
    return f"{rule.__name__.strip('_')} of {getattr(fn, '__name__', type(fn).__name__)}"


def run(rule: Callable[..., Any], fn: Callable[..., Any], options: tuple[Any, ...], *args: Any) -> Any:
    """`rule(fn, *options, *args)` in the capture in progress; outside, compiled once for each signature of `args`.

    What the function reads from outside and is no tensor (numbers of its closure, globals) is part of what it is
    compiled for, too.
    """
    if not in_dygraph_mode():
        return rule(fn, *options, *args)
    return _compiled(_Call(rule, fn, options))(*args)


def call(fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """The function in the capture in progress, with gradients: what is cut off from them is what it cuts off itself."""
    fn = standing(fn)
    if current().converting:
        fn = convert.converted(fn)
    with paddle.enable_grad():
        return fn(*args, **kwargs)


class _Call:
    """A rule with its function and options; equal to another if they do the same."""

    def __init__(self, rule: Callable[..., Any], fn: Callable[..., Any], options: tuple[Any, ...]) -> None:
        self.made: Any = functools.partial(rule, fn, *options)
        self.made.__name__ = _name(rule, fn)
        self.key = rule, _picture(fn, DEPTH), options

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Call) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@lru_cache(KEPT)
def _compiled(call: _Call) -> Jitted:
    return Jitted(call.made)


@dataclass(frozen=True, eq=False)
class _This:
    """An object that is equal to itself only."""

    it: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def _picture(value: Any, depth: int) -> Any:
    """A hashable picture of a value that a function reads: equal for two if they make no difference to what it does."""
    if isinstance(value, bool | int | float | complex | str | None):
        return type(value), repr(value)
    if depth and isinstance(value, list | tuple):
        return type(value), tuple(_picture(item, depth - 1) for item in value)
    if depth and isinstance(value, dict):
        return dict, tuple((repr(key), _picture(item, depth - 1)) for key, item in value.items())
    if isinstance(value, functools.partial):
        return functools.partial, _picture((value.func, value.args, value.keywords), depth)
    if isinstance(value, Transformed):
        return value.rule, value.options, _picture(value.fn, depth)
    if isinstance(value, types.MethodType):
        return _This(value.__self__), _picture(value.__func__, depth)
    if depth and isinstance(value, types.FunctionType) and not is_library(value.__code__.co_filename):
        return value.__code__, _picture(_read_by(value), depth - 1)
    return _This(value)


def _read_by(fn: types.FunctionType) -> list[Any]:
    """What a function reads from outside: its closure, its globals, its defaults."""
    return [*(_now(get) for _, get in read_outside(fn)), fn.__defaults__, fn.__kwdefaults__]


def _now(get: Callable[[], Any]) -> Any:
    try:
        return get()
    except ValueError:  # a name of a closure that is not assigned yet
        return None
