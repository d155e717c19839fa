"""The sum of second derivatives, without the Hessian."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from pcc.frontends.paddle.batching import summed_along_basis
from pcc.frontends.paddle.forward import jvp
from pcc.frontends.paddle.moving import Moving, places
from pcc.frontends.paddle.nest import Nest
from pcc.frontends.paddle.transforms import Transformed


def laplacian(fn: Callable[..., Any], argnums: int | Sequence[int] = 0) -> Callable[..., Any]:
    """The function that gives the sum of the second derivatives of `fn` by each element of its argument.

    Args:
        fn: a function of one point, of shape [d] or any other; `pcc.vmap(pcc.laplacian(fn))` takes a batch of them.
        argnums: the arguments whose elements count.

    Returns:
        A function of the same arguments whose result has the shape of `fn`'s.
    """
    return Transformed(_laplacian, fn, (places(argnums),))


def _laplacian(fn: Any, argnums: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    part = Moving.of(fn, argnums, False, args, kwargs, "pcc.laplacian")
    sums = [_second_sum(part, place) for place in range(len(part.leaves))]
    return sums[0].filled([reduce(lambda a, b: a + b, terms) for terms in zip(*(s.leaves for s in sums), strict=True)])


def _second_sum(part: Moving, place: int) -> Nest:
    """The second derivatives by the elements of one leaf, summed."""

    def second(direction: Any) -> Any:
        along = tuple(direction if n == place else None for n in range(len(part.leaves)))
        return jvp(lambda *leaves: jvp(part.result, leaves, along)[1], part.leaves, along)[1]

    return summed_along_basis(second, part.leaves[place], "pcc.laplacian")
