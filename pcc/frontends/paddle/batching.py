"""`vmap`: a Paddle function of one example as a function of a batch of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import prod
from typing import TYPE_CHECKING, Any

from xdsl.ir import SSAValue

from pcc.dialects.pd.base import dtype_of
from pcc.dialects.pd.creation import BasisOp
from pcc.dialects.pd.shape import ReshapeOp
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.dtypes import is_complex_dtype
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.marks import Mark, closed, kind_of, opened, transform
from pcc.frontends.paddle.nest import Nest
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.tracer import current
from pcc.frontends.paddle.transforms import Transformed, call
from pcc.frontends.paddle.tree import put_together
from pcc.passes.vmap import Vmap

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer

RANDOMNESS = ("different", "same", "error")


def vmap(
    fn: Callable[..., Any],
    in_axes: Any = 0,
    out_axes: Any = 0,
    axis_size: int | None = None,
    randomness: str = "different",
) -> Callable[..., Any]:
    """The function that applies `fn` to every slice of its arguments along an axis, at once and without a loop.

    Args:
        in_axes: the axis of each argument that `fn` does not see, negative from the end; None for an argument that is
            the same in all calls. One for all, or a tuple with one for each positional argument, in which dicts, lists
            and tuples stand for those of the argument. Keyword arguments have axis 0.
        out_axes: where the axis is in the results, in the same way; None for one that is the same in all calls.
        axis_size: the number of calls, needed if no argument has the axis.
        randomness: whether random ops draw `different` numbers in each call or the `same`; or are an `error`.

    Raises:
        TransformError: axes that do not fit the arguments, axes of different sizes, an op that cannot be batched.
    """
    if randomness not in RANDOMNESS:
        raise TransformError(
            f"pcc.vmap: randomness is {randomness!r}", f"choose from {', '.join(RANDOMNESS)}", user_line()
        )
    return Transformed(_vmap, fn, (Nest.of(in_axes).tree, Nest.of(out_axes).tree, axis_size, randomness))


def _vmap(
    fn: Callable[..., Any],
    in_axes: Any,
    out_axes: Any,
    axis_size: int | None,
    randomness: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> Any:
    nest = Nest.of((args, kwargs), numbers=True)
    axes = list(_axes(nest, (put_together(in_axes, iter(())), 0), "in_axes", inserted=0))
    size = _size(nest.leaves, axes, axis_size)
    batched = [(leaf, axis) for leaf, axis in zip(nest.leaves, axes, strict=True) if axis is not None]
    kinds = [([*leaf.shape[:axis], *leaf.shape[axis + 1 :]], leaf.dtype) for leaf, axis in batched]
    arguments, passed = [leaf for leaf, _ in batched], [str(axis) for _, axis in batched]
    if not arguments:  # marks are between values
        arguments, kinds, passed = [paddle.zeros([])], [([], paddle.float32)], ["-"]
    inside = opened(current(), "pcc.vmap", arguments, kinds)
    stand = iter(inside)
    seen = [leaf if axis is None else next(stand) for leaf, axis in zip(nest.leaves, axes, strict=True)]
    positional, named = nest.filled(seen)
    results = Nest.of(call(fn, *positional, **named), numbers=True)
    outs = list(_axes(results, put_together(out_axes, iter(())), "out_axes", inserted=1))
    shown = ".".join("-" if axis is None else str(axis) for axis in outs)
    step = lambda free: [Vmap(".".join([*passed, *["-"] * free]), size, shown, randomness)]  # noqa: E731
    end = Mark(user_line(), "pcc.vmap", transform(len(results.leaves), len(inside), step))
    made = [(_with_axis(leaf.shape, axis, size), leaf.dtype) for leaf, axis in zip(results.leaves, outs, strict=True)]
    return results.filled(closed(current(), end, [*results.leaves, *inside, *arguments], made))


def _with_axis(shape: Any, axis: int | None, size: int) -> list[int]:
    return list(shape) if axis is None else [*shape[:axis], size, *shape[axis:]]


def _axes(nest: Nest, given: Any, what: str, inserted: int) -> Iterator[int | None]:
    """The axis of every leaf, none negative."""
    try:
        found = list(nest.matched(given))
    except ValueError as error:
        raise TransformError(f"pcc.vmap: {what} do not fit: {error}", "", user_line()) from None
    for leaf, axis in zip(nest.leaves, found, strict=True):
        rank = len(leaf.shape) + inserted
        if axis is not None and (not isinstance(axis, int) or not -rank <= axis < rank):
            problem = f"pcc.vmap: {what} has {axis!r} for a tensor of shape {list(leaf.shape)}"
            raise TransformError(problem, "give the number of one of its axes, or None", user_line())
        yield axis if axis is None else axis % rank


def _size(leaves: list[Any], axes: list[int | None], axis_size: int | None) -> int:
    sizes = {leaf.shape[axis] for leaf, axis in zip(leaves, axes, strict=True) if axis is not None}
    sizes |= {axis_size} if axis_size is not None else set()
    if not sizes:
        raise TransformError("pcc.vmap: no argument has the axis", "give axis_size", user_line())
    if len(sizes) > 1:
        found = ", ".join(map(str, sorted(sizes)))
        raise TransformError(
            f"pcc.vmap: the axis has different sizes: {found}", "all arguments need the same", user_line()
        )
    return sizes.pop()


def along_basis(fn: Callable[..., Any], leaf: Any, chunk: int | None = None) -> Nest:
    """A function of a tensor with n elements, applied to its basis: results of shape [n, ...]."""
    basis, count = _basis(leaf)
    step = min(chunk or count, count) or 1
    parts = [Nest.of(_vmap(fn, _ZERO, _ZERO, None, "error", (basis[n : n + step],), {})) for n in range(0, count, step)]
    return Nest(parts[0].tree, [_joined(column) for column in zip(*(part.leaves for part in parts), strict=True)])


def summed_along_basis(fn: Callable[..., Any], leaf: Any, asked: str) -> Nest:
    """The sum of the results of `along_basis`, which is carried instead of them where `fn` is linear in them."""
    basis, count = _basis(leaf)
    inside = opened(current(), asked, [basis], [kind_of(leaf)])
    results = Nest.of(fn(*inside))
    sums = ".".join("+" * len(results.leaves))
    step = lambda free: [Vmap(".".join("0" + "-" * free), count, sums, "error")]  # noqa: E731
    end = Mark(user_line(), asked, transform(len(results.leaves), 1, step))
    made = closed(current(), end, [*results.leaves, *inside, basis], [kind_of(value) for value in results.leaves])
    return Nest(results.tree, made)


def _basis(leaf: Any) -> tuple[Any, int]:
    """The unit vectors of a tensor's space, and their number."""
    if is_complex_dtype(leaf.dtype):
        remedy = "make it of two real tensors, paddle.complex(x, y), or of a complex result its parts"
        raise TransformError("a matrix of derivatives of complex tensors", remedy, user_line())
    count = prod(leaf.shape)

    def make(importer: Importer, operands: Sequence[SSAValue]) -> list[SSAValue]:
        basis = importer.add(BasisOp, num_rows=count, num_columns=count, dtype=dtype_of(operands[0]))
        return [basis if len(leaf.shape) == 1 else importer.add(ReshapeOp, basis, shape=[count, *leaf.shape])]

    (basis,) = closed(current(), Mark(user_line(), "a basis", make), [leaf], [([count, *leaf.shape], leaf.dtype)])
    return basis, count


_ZERO = Nest.of(0).tree


def _joined(parts: tuple[Any, ...]) -> Any:
    return parts[0] if len(parts) == 1 else paddle.concat(list(parts))
