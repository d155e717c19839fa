"""Higher derivatives of Paddle functions along a curve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pcc.frontends.paddle.arguments import check_function
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.forward import jvp
from pcc.frontends.paddle.transforms import call, run


def jet(fn: Callable[..., Any], primals: Sequence[Any], series: Sequence[Sequence[Any]]) -> tuple[Any, list[Any]]:
    """Higher derivatives along a curve.

    Args:
        primals: where the curve is at t = 0, a tensor for each argument.
        series: for each argument the derivatives of the curve at t = 0, from the first on; the same number for all.

    Returns:
        (result, derivatives of the result along the curve, from the first on)

    Raises:
        TransformError: series that do not fit, or an op without a derivative.
    """
    check_function(fn)
    if len(primals) != len(series) or len({len(terms) for terms in series}) > 1:
        raise TransformError("pcc.jet takes one series for each primal, all as long", "", user_line())
    return run(_jet, fn, (), tuple(primals), tuple(map(tuple, series)))


def _jet(fn: Any, primals: tuple[Any, ...], series: tuple[tuple[Any, ...], ...]) -> tuple[Any, list[Any]]:
    coefficients = [primals, *zip(*series, strict=True)]
    orders = range(1, len(coefficients))
    return call(fn, *primals), [_along(fn, order)(*coefficients[: order + 1]) for order in orders]


def _along(fn: Any, order: int) -> Callable[..., Any]:
    """The derivative of that order along a curve, as a function of the curve's derivatives up to that order.

    The derivative of a function of x0, ..., xk along the curve is its derivative in the direction (x1, ..., xk+1).
    """
    if order == 0:
        return lambda primals: call(fn, *primals)

    def derivative(*terms: Any) -> Any:
        return jvp(_along(fn, order - 1), terms[:-1], terms[1:])[1]

    return derivative
