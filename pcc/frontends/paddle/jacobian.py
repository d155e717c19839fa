"""Jacobians and Hessians of Paddle functions: derivatives along a basis, batched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pcc.frontends.paddle.batching import along_basis
from pcc.frontends.paddle.forward import jvp
from pcc.frontends.paddle.moving import Moving, places
from pcc.frontends.paddle.nest import Nest, is_float
from pcc.frontends.paddle.reverse import Pullback, grad, linear_part
from pcc.frontends.paddle.transforms import Transformed


def jacfwd(
    fn: Callable[..., Any], argnums: int | Sequence[int] = 0, has_aux: bool = False, chunk_size: int | None = None
) -> Callable[..., Any]:
    """The function that gives the Jacobian of `fn` by forward mode, one direction for each element of the arguments.

    Args:
        argnums: the arguments to differentiate by; a tuple gives a tuple of Jacobians for each result.
        has_aux: `fn` returns (result, more); so does the new function, (Jacobian, more).
        chunk_size: how many directions go at a time, all by default: fewer take less memory.

    Returns:
        A function of the same arguments; for a result of shape R and an argument of shape A the Jacobian is [*R, *A].
    """
    return Transformed(_jacfwd, fn, (places(argnums), has_aux, chunk_size))


def _jacfwd(
    fn: Callable[..., Any],
    argnums: int | tuple[int, ...],
    has_aux: bool,
    chunk: int | None,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> Any:
    part = Moving.of(fn, argnums, has_aux, args, kwargs, "pcc.jacfwd")
    columns = [_columns(part.result, part.leaves, place, chunk) for place in range(len(part.leaves))]
    rows = zip(*(column.leaves for column in columns), strict=True)
    jacobian = columns[0].filled([part.nested(row) for row in rows])
    return (jacobian, part.aux()) if has_aux else jacobian


def _columns(fn: Callable[..., Any], leaves: tuple[Any, ...], place: int, chunk: int | None) -> Nest:
    """The derivatives by the elements of one leaf, in the structure of the result."""

    def push(direction: Any) -> Any:
        return jvp(fn, leaves, tuple(direction if n == place else None for n in range(len(leaves))))[1]

    nest, shape = along_basis(push, leaves[place], chunk), leaves[place].shape
    return Nest(nest.tree, [_moved_last(column, shape) for column in nest.leaves])


def _moved_last(column: Any, shape: Sequence[int]) -> Any:
    """[n, *R] -> [*R, *A]"""
    return column.transpose([*range(1, len(column.shape)), 0]).reshape([*column.shape[1:], *shape])


def jacrev(
    fn: Callable[..., Any], argnums: int | Sequence[int] = 0, has_aux: bool = False, chunk_size: int | None = None
) -> Callable[..., Any]:
    """The function that gives the Jacobian of `fn` by reverse mode, one pass for each element of the result.

    Arguments and results are those of `pcc.jacfwd`.
    """
    return Transformed(_jacrev, fn, (places(argnums), has_aux, chunk_size))


def _jacrev(
    fn: Any, argnums: Any, has_aux: bool, chunk: int | None, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    part = Moving.of(fn, argnums, has_aux, args, kwargs, "pcc.jacrev")
    value, back, aux = linear_part(part.returned, True, part.leaves)
    results = Nest.of(value)
    rows = [_rows(back, results, place, chunk, part) for place in range(len(results.leaves))]
    jacobian = results.filled(rows)
    return (jacobian, aux) if has_aux else jacobian


def _rows(back: Pullback, results: Nest, place: int, chunk: int | None, part: Moving) -> Any:
    """The derivatives of one leaf of the result."""
    leaf = results.leaves[place]
    if not is_float(leaf):
        return None

    def pull(direction: Any) -> tuple[Any, ...]:
        return back(results.filled([direction if n == place else None for n in range(len(results.leaves))]))

    rows = along_basis(pull, leaf, chunk).leaves
    return part.nested([row.reshape([*leaf.shape, *row.shape[1:]]) for row in rows])


def hessian(fn: Callable[..., Any], argnums: int | Sequence[int] = 0, has_aux: bool = False) -> Callable[..., Any]:
    """The function that gives the second derivatives of `fn`, forward over reverse: [*R, *A, *A].

    Arguments and results are those of `pcc.jacfwd(pcc.jacrev(fn))`.
    """
    return jacfwd(jacrev(fn, argnums, has_aux), argnums, has_aux)


def hvp(fn: Callable[..., Any], primals: Sequence[Any], tangents: Sequence[Any]) -> Any:
    """The Hessian of a scalar `fn` at `primals` times `tangents`, without the Hessian; by the first argument if the
    primals are several.
    """
    return jvp(grad(fn), primals, tangents)[1]
