"""Nests of tuples, lists, dicts, named tuples and dataclasses, taken apart into leaves and put together again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import SimpleNamespace
from typing import Any

Keys = range | tuple[Any, ...]


@dataclass(frozen=True)
class Leaf:
    """The place of the next leaf."""


@dataclass(frozen=True)
class Static:
    """A plain Python value that is part of the structure."""

    value: Any


@dataclass(frozen=True)
class Node:
    """A container: its kind, and its values by the keys of `parts_of`."""

    kind: type
    children: tuple[Tree, ...]
    keys: Keys


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
    parts = parts_of(nest)
    if parts is not None:
        children = tuple(take_apart(child, is_leaf, leaves, check_static) for child in parts[1])
        return Node(type(nest), children, parts[0])
    check_static(nest)
    return Static(nest)


def put_together(tree: Tree, leaves: Iterator[Any]) -> Any:
    """The nest of `tree` with the next leaves in its places."""
    if isinstance(tree, Leaf):
        return next(leaves)
    if isinstance(tree, Static):
        return tree.value
    return made_of(tree.kind, tree.keys, [put_together(child, leaves) for child in tree.children])


def parts_of(nest: Any) -> tuple[Keys, Collection[Any]] | None:
    """The keys and the values of a container; None of what is none.

    Keys are the places in a list, tuple or named tuple, those of a dict, and the names of the attributes of a dataclass
    or a SimpleNamespace.
    """
    kind = type(nest)
    if kind is list or kind is tuple or is_namedtuple(kind):
        return range(len(nest)), nest
    if isinstance(nest, dict):
        return tuple(nest), nest.values()
    if kind is SimpleNamespace:
        return tuple(vars(nest)), vars(nest).values()
    if not is_dataclass(kind):
        return None
    names = tuple(field.name for field in fields(nest) if hasattr(nest, field.name))
    return names, [getattr(nest, name) for name in names]


def made_of(kind: type, keys: Keys, children: Iterable[Any]) -> Any:
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
            object.__setattr__(made, str(key), child)
    return made
