"""What of a call selects a compiled program: the structure, static values, and the kinds of its tensors.

`flatten` runs on every call that is not like the last, so it is one recursive function that appends to two lists.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from pcc.frontends.paddle.errors import ArgumentError
from pcc.frontends.paddle.private import DataType, Layer, Parameter, Tensor, core, paddle
from pcc.frontends.paddle.tree import made_of, parts_of

Key = tuple[Any, ...]


def flatten(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[list[Any], Key]:
    """The tensors among the arguments, in order, and a hashable key of all the rest.

    Args:
        args, kwargs: of a call; tuples, lists, dicts, named tuples and dataclasses are looked into, other values are
            static.

    Returns:
        The tensors, and a key that is equal for two calls exactly if one program serves both: same structure, equal
        static values of equal types, tensors of the same shapes, dtypes, stop_gradient, and repeated in the same
        places.

    Raises:
        ArgumentError: a value that is neither tensor, container nor hashable.
    """
    leaves: list[Any] = []
    key: list[Any] = []
    for arg in args:
        _walk(arg, leaves, key)
    for name in sorted(kwargs) if len(kwargs) > 1 else kwargs:
        key.append(name)
        _walk(kwargs[name], leaves, key)
    if len(leaves) > 1 and len(set(map(id, leaves))) != len(leaves):
        first = {id(leaf): place for place, leaf in reversed(list(enumerate(leaves)))}
        key.append(tuple(first[id(leaf)] for leaf in leaves))
    return leaves, tuple(key)


def ambient_key() -> Key:
    """The state of Paddle outside a call that changes what a program means: default dtype, gradient mode, autocast."""
    lower = _AMP._amp_dtype
    level = 0 if lower == "float32" else int(_AMP._amp_level)  # float32: it is off; the level is slow to read
    return (paddle.get_default_dtype(), core._has_grad(), level, lower)


_AMP = core._get_amp_attrs()  # one object reads the state of whichever thread asks


def rebuild(nest: Any, value_of: Callable[[Any], Any]) -> Any:
    """A copy of an argument nest with every tensor replaced by `value_of(tensor)`, in the order of `flatten`."""
    parts = None if isinstance(nest, Tensor) else parts_of(nest)
    if parts is not None:
        return made_of(type(nest), parts[0], [rebuild(item, value_of) for item in parts[1]])
    return value_of(nest) if isinstance(nest, Tensor) else nest


def _walk(nest: Any, leaves: list[Any], key: list[Any]) -> None:
    kind = type(nest)
    if kind is Tensor or kind is Parameter:
        leaves.append(nest)
        key.append((*nest.shape, nest.dtype, nest.stop_gradient))
    elif kind in _PLAIN:
        key.append(nest)
        key.append(kind)
    elif kind is float or kind is complex:
        key.append(repr(nest))  # tells 0.0 from -0.0, and nan equals nan
        key.append(kind)
    elif isinstance(nest, np.ndarray):
        key.append((np.ndarray, nest.shape, nest.dtype.str, nest.tobytes()))
    elif (parts := parts_of(nest)) is not None:
        key.append((kind, parts[0]))
        for item in parts[1]:
            _walk(item, leaves, key)
    else:
        key.append(_static(nest))


_PLAIN = frozenset({int, bool, str, type(None), bytes, DataType})


def _static(value: Any) -> Any:
    try:
        hash(value)
    except TypeError as error:
        raise ArgumentError(
            f"an argument of type {type(value).__name__} is neither a tensor, a container nor hashable",
            "pass its tensors in tuples, lists, dicts or dataclasses and the rest as numbers and strings",
        ) from error
    return (type(value), value, value.training) if isinstance(value, Layer) else (type(value), value)
