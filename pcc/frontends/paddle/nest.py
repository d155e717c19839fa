"""The tensors in the arguments and results of functions that are transformed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

from pcc.frontends.paddle.arguments import short_dtype
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.private import Tensor, Value, paddle
from pcc.frontends.paddle.tree import Leaf, Node, Tree, fields_of, put_together, take_apart


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
        names = fields_of(other)
        if not isinstance(other, dict | list | tuple) and names is None and isinstance(other, spread):
            parts: Any = [other] * len(tree.children)
        elif isinstance(other, dict) and issubclass(tree.kind, dict) and set(other) == set(tree.keys):
            parts = [other[key] for key in tree.keys]
        elif names is not None and not isinstance(other, dict) and names == tree.keys:
            parts = [getattr(other, name) for name in names]
        elif isinstance(other, list | tuple) and not tree.keys and len(other) == len(tree.children):
            parts = other
        else:
            wanted = _container(tree.kind, tree.keys or tree.children)
            shown = _container(type(other), other) if isinstance(other, dict | list | tuple) else f"{other!r:.60}"
            raise ValueError(f"{kind_text(other) if is_tensor(other) else shown} is not built like the {wanted}")
        for child, part in zip(tree.children, parts, strict=True):
            yield from _matched(child, part, spread)


def _container(kind: type, parts: Collection[Any]) -> str:
    """`tuple of 2`, `dict of a, b`."""
    named = issubclass(kind, dict) or not issubclass(kind, list | tuple)
    return f"{kind.__name__} of {', '.join(map(str, parts)) if named else len(parts)}"


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
