"""Nests of tuples, lists, dicts and named tuples, taken apart into leaves and put together again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
    """A container: `kind` makes it again from its children, `keys` are those of a dict."""

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
    if isinstance(nest, dict):
        children = tuple(take_apart(child, is_leaf, leaves, check_static) for child in nest.values())
        return Node(dict, children, tuple(nest))
    check_static(nest)
    return Static(nest)


def put_together(tree: Tree, leaves: Iterator[Any]) -> Any:
    """The nest of `tree` with the next leaves in its places."""
    if isinstance(tree, Leaf):
        return next(leaves)
    if isinstance(tree, Static):
        return tree.value
    children = [put_together(child, leaves) for child in tree.children]
    if tree.kind is dict:
        return dict(zip(tree.keys, children, strict=True))
    return tree.kind(*children) if is_namedtuple(tree.kind) else tree.kind(children)
