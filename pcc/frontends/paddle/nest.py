"""The tensors in the arguments and results of functions that are transformed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

from pcc.frontends.paddle.arguments import short_dtype
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.private import Tensor, Value, paddle
from pcc.frontends.paddle.tree import Keys, Leaf, Node, Tree, parts_of, put_together, take_apart


@dataclass(frozen=True)
class Nest:
    """Tensors, and the tree of containers that they are leaves of."""

    tree: Tree
    leaves: list[Any]

    @staticmethod
    def of(value: Any, numbers: bool = False) -> Nest:
        """`numbers`: Python floats are tensors, too, of the default dtype."""
        leaves: list[Any] = []
        tree = take_apart(value, lambda leaf: is_tensor(leaf) or (numbers and type(leaf) is float), leaves, _anything)
        return Nest(tree, [paddle.to_tensor(leaf) if type(leaf) is float else leaf for leaf in leaves])

    def filled(self, leaves: Sequence[Any]) -> Any:
        """The same containers with other leaves."""
        return put_together(self.tree, iter(leaves))

    def matched(self, other: Any, spread: type | tuple[type, ...] = object) -> Iterator[Any]:
        """The parts of a nest of like containers, one for each leaf. What is no container and of a type in `spread` is
        for all leaves below it.

        Raises:
            ValueError: it is built otherwise.
        """
        return _matched(self.tree, other, spread)


def is_tensor(value: Any) -> bool:
    return isinstance(value, Value | Tensor)


def is_float(value: Any) -> bool:
    return str(value.dtype).rpartition(".")[2] in _FLOATS


_FLOATS = frozenset({"float32", "float64", "float16", "bfloat16", "complex64", "complex128"})


def _anything(_: Any) -> None:
    """Other values are part of the tree."""


def _matched(tree: Tree, other: Any, spread: type | tuple[type, ...]) -> Iterator[Any]:
    if isinstance(tree, Leaf):
        yield other
    elif isinstance(tree, Node):
        found = parts_of(other)
        if found is None and isinstance(other, spread):
            parts: Any = [other] * len(tree.children)
        elif found is not None and _alike(tree, other) and set(found[0]) == set(tree.keys):
            by_key = dict(zip(*found, strict=True))
            parts = [by_key[key] for key in tree.keys]
        else:
            shown = _container(type(other), found[0]) if found is not None else f"{other!r:.60}"
            shown = kind_text(other) if is_tensor(other) else shown
            raise ValueError(f"{shown} is not built like the {_container(tree.kind, tree.keys)}")
        for child, part in zip(tree.children, parts, strict=True):
            yield from _matched(child, part, spread)


def _alike(node: Node, other: Any) -> bool:
    """Whether both are dicts, both have places, or both attributes."""
    return isinstance(other, dict) == issubclass(node.kind, dict)


def _container(kind: type, keys: Keys) -> str:
    """`tuple of 2`, `dict of a, b`."""
    return f"{kind.__name__} of {len(keys) if isinstance(keys, range) else ', '.join(map(str, keys))}"


def fitting(nest: Nest, given: Any, what: str, remedy: str) -> list[Any]:
    """What is given for each leaf, such as tangents; None for none, and for integers and bools. Numbers become tensors.

    Raises:
        TransformError: it is built otherwise, or is of another shape or dtype than its leaf.
    """
    try:
        found = list(nest.matched(given, spread=NoneType))
    except ValueError as error:
        raise TransformError(f"{what} does not fit: {error}", "", user_line()) from None
    return [_fitting(leaf, value, what, remedy) for leaf, value in zip(nest.leaves, found, strict=True)]


def _fitting(leaf: Any, value: Any, what: str, remedy: str) -> Any:
    value = paddle.to_tensor(float(value)) if type(value) in (int, float) else value
    if value is None or not is_float(leaf):
        return None
    if not is_tensor(value) or kind_text(value) != kind_text(leaf):
        shown = kind_text(value) if is_tensor(value) else f"a {type(value).__name__}"
        raise TransformError(f"{what} of a {kind_text(leaf)} is {shown}", remedy, user_line())
    return value


def kind_text(value: Any) -> str:
    """`float32[2, 3]`."""
    return f"{short_dtype(value.dtype)}{list(value.shape)}"
