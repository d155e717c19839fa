"""The arguments of a call in words: their names, and what of them selects a compiled program."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from pcc.frontends.paddle.errors import ArgumentError
from pcc.frontends.paddle.private import Tensor
from pcc.frontends.paddle.signature import ambient_key
from pcc.frontends.paddle.tree import parts_of


def check_function(fn: Any) -> Any:
    """The function itself. Raises ArgumentError for what cannot be called."""
    if not callable(fn):
        raise ArgumentError(f"pcc compiles a function, Layer or method; this is of type {type(fn).__name__}")
    return fn


def named_arguments(
    fn: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    """Every argument with the name of its parameter, in the order of `flatten`."""
    try:
        parameters = list(inspect.signature(getattr(fn, "forward", fn)).parameters.values())
    except (TypeError, ValueError):
        parameters = []
    for number, arg in enumerate(args):
        known = number < len(parameters) and parameters[number].kind is not inspect.Parameter.VAR_POSITIONAL
        yield parameters[number].name if known else f"x{number}", arg
    yield from sorted(kwargs.items())


def short_dtype(dtype: Any) -> str:
    """`float32`, of Paddle's dtype or PIR's."""
    return str(dtype).rsplit(".", 1)[-1].lower()


def described(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> dict[str, str]:
    """What selects the program of a call: `{"x": "float32[3]", "batch.mask": "bool[3]", "step": "2", ...}`."""
    found: dict[str, str] = {}
    for name, argument in named_arguments(fn, args, kwargs):
        found.update(_places(name, argument))
    names = ("the default dtype", "gradients enabled", "autocast level", "autocast dtype")
    return {**found, **{name: str(value) for name, value in zip(names, ambient_key(), strict=True)}}


def _places(name: str, nest: Any) -> Iterator[tuple[str, str]]:
    if isinstance(nest, Tensor):
        grad = "" if nest.stop_gradient else " with gradient"
        yield name, f"{short_dtype(nest.dtype)}{list(nest.shape)}{grad}"
    elif (parts := parts_of(nest)) is not None:
        if isinstance(parts[0], range):
            yield name, f"a {type(nest).__name__} of {len(nest)}"
        for key, item in zip(*parts, strict=True):
            yield from _places(f"{name}.{key}", item)
    elif isinstance(nest, np.ndarray):
        yield name, f"the NumPy array {np.array2string(nest, threshold=6)} (only tensors may vary)"
    else:
        yield name, repr(nest)[:60]


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """The first thing that differs between two descriptions of calls."""
    for place in (*new, *old):
        if old.get(place) != new.get(place):
            return f"{place} is {new.get(place, 'absent')}, it was {old.get(place, 'absent')}"
    return "it differs in the mode of a Layer, a NumPy array, or which of its tensors are the same one"
