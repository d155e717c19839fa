"""Nests of tuples, lists, dicts, named tuples and dataclasses, taken apart into leaves and put together again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import SimpleNamespace
from typing import Any


@dataclass(frozen=True)
class Leaf:
    """The place of the next leaf."""


@dataclass(frozen=True)
class Static:
    """A plain Python value that is part of the structure."""

    value: Any


@dataclass(frozen=True)
class Node:
    """A container: `kind` makes it again from its children; `keys` are those of a dict, or names of attributes."""

    kind: type
    children: tuple[Tree, ...]
    keys: tuple[Any, ...] = ()


Tree = Leaf | Static | Node


def is_namedtuple(kind: type) -> bool:
    return issubclass(kind, tuple) and hasattr(kind, "_fields")


def take_apart(
    nest: Any, is_leaf: Callable[[Any], bool], leaves: list[Any], check_static: Callable[[Any], None]
) -> Tree:
    """The tree of `nest`; appends its leaves in order. `check_static` raises on values that may not be kept."""
    if is_leaf(nest):
        leaves.append(nest)
        return Leaf()
    kind = type(nest)
    if kind in (list, tuple) or is_namedtuple(kind):
        return Node(kind, tuple(take_apart(child, is_leaf, leaves, check_static) for child in nest))
    keys = tuple(nest) if isinstance(nest, dict) else fields_of(nest)
    if keys is not None:
        parts = nest.values() if isinstance(nest, dict) else (getattr(nest, key) for key in keys)
        return Node(kind, tuple(take_apart(part, is_leaf, leaves, check_static) for part in parts), keys)
    check_static(nest)
    return Static(nest)


def put_together(tree: Tree, leaves: Iterator[Any]) -> Any:
    """The nest of `tree` with the next leaves in its places."""
    if isinstance(tree, Leaf):
        return next(leaves)
    if isinstance(tree, Static):
        return tree.value
    return made_of(tree.kind, tree.keys, [put_together(child, leaves) for child in tree.children])


def fields_of(value: Any) -> tuple[str, ...] | None:
    """Names of the attributes by which an object is a container: a dataclass, a SimpleNamespace; None of others."""
    if isinstance(value, SimpleNamespace):
        return tuple(vars(value))
    known = is_dataclass(value) and not isinstance(value, type)
    return tuple(field.name for field in fields(value) if hasattr(value, field.name)) if known else None


def made_of(kind: type, keys: Sequence[Any], children: Iterable[Any]) -> Any:
    """A container of a kind; no `__init__` runs but those of lists and tuples, as the values were in one before."""
    if issubclass(kind, list | tuple):
        return kind(*children) if is_namedtuple(kind) else kind(children)
    new: Any = kind.__new__
    made = new(kind)
    put: Any = OrderedDict.__setitem__ if issubclass(kind, OrderedDict) else dict.__setitem__
    for key, child in zip(keys, children, strict=True):
        if issubclass(kind, dict):
            put(made, key, child)
        if not issubclass(kind, dict) or is_dataclass(kind):
            object.__setattr__(made, key, child)
    return made
