"""Reverse-mode derivatives of Paddle functions: the transpose of their linear part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.marks import Mark, closed, kind_of, opened, transform
from pcc.frontends.paddle.moving import Moving, places, with_aux
from pcc.frontends.paddle.nest import Nest, fitting, is_float, is_tensor, kind_text
from pcc.frontends.paddle.private import in_dygraph_mode, paddle
from pcc.frontends.paddle.pullback import pulled
from pcc.frontends.paddle.tracer import current
from pcc.frontends.paddle.transforms import Transformed, call, run


def vjp(fn: Callable[..., Any], *primals: Any, has_aux: bool = False) -> tuple[Any, ...]:
    """`fn(*primals)`, and the function from a cotangent of the result to cotangents of the primals.

    Args:
        primals: tensors in tuples, lists and dicts; those of integers and bools get None.
        has_aux: `fn` returns (result, more), and only the result is differentiated.

    Returns:
        (result, pullback), and with `has_aux` also what more there is. The pullback takes a cotangent of the result's
        structure, None for zero, and gives a tuple.

    Raises:
        TransformError: a cotangent that does not fit, or an op without a derivative.
    """
    if not in_dygraph_mode():
        return linear_part(fn, has_aux, primals)
    result, aux = run(_value, fn, (has_aux,), primals)
    return (result, lambda cotangent: run(_pulled, fn, (has_aux,), primals, cotangent), *([aux] if has_aux else []))


def _value(fn: Callable[..., Any], has_aux: bool, primals: tuple[Any, ...]) -> tuple[Any, Any]:
    return with_aux(call(fn, *primals), has_aux, "pcc.vjp")


def _pulled(fn: Callable[..., Any], has_aux: bool, primals: tuple[Any, ...], cotangent: Any) -> tuple[Any, ...]:
    return linear_part(fn, has_aux, primals)[1](cotangent)


def linear_part(fn: Callable[..., Any], has_aux: bool, primals: tuple[Any, ...]) -> tuple[Any, ...]:
    nest = Nest.of(primals, numbers=True)
    inside = opened(current(), "pcc.vjp", nest.leaves)
    results = Nest.of(with_aux(call(fn, *nest.filled(inside)), has_aux, "pcc.vjp"), numbers=True)
    count = len(Nest.of(results.filled(results.leaves)[0]).leaves)
    back = Pullback(nest, inside, Nest(results.tree, results.leaves), count)
    end = Mark(user_line(), "pcc.vjp", transform(len(results.leaves), len(inside), lambda _: []))
    values = closed(current(), end, [*results.leaves, *inside, *nest.leaves], [kind_of(v) for v in results.leaves])
    result, aux = results.filled(values)
    return (result, back, aux) if has_aux else (result, back)


class Pullback:
    """From cotangents of the first `count` of the results to those of the primals."""

    def __init__(self, primals: Nest, inside: list[Any], results: Nest, count: int) -> None:
        self.primals, self.inside, self.results, self.count = primals, inside, results, count

    def __call__(self, cotangent: Any) -> tuple[Any, ...]:
        given = self._cotangents(cotangent)
        floats = [leaf for leaf in self.primals.leaves if is_float(leaf)]
        if not given or not floats:
            return self._filled([paddle.zeros_like(leaf) for leaf in floats])
        wrt = [place for place, leaf in enumerate(self.primals.leaves) if is_float(leaf)]
        results = [self.results.leaves[place] for place in given]
        primals = self.primals.leaves
        made = pulled(current(), "pcc.vjp", results, self.inside, primals, wrt, list(given.values()))
        return self._filled(made)

    def _filled(self, cotangents: Sequence[Any]) -> tuple[Any, ...]:
        given = iter(cotangents)
        return self.primals.filled([next(given) if is_float(leaf) else None for leaf in self.primals.leaves])

    def _cotangents(self, cotangent: Any) -> dict[int, Any]:
        """Those that are not zero, by the place of their result."""
        remedy = "give it the shape and dtype of the result, or None"
        found = fitting(self.results, (cotangent, None), "pcc.vjp: the cotangent", remedy)
        return {place: value for place, value in enumerate(found) if value is not None}


def grad(fn: Callable[..., Any], argnums: int | Sequence[int] = 0, has_aux: bool = False) -> Callable[..., Any]:
    """The function that gives the gradient of a scalar `fn`.

    Args:
        argnums: the arguments to differentiate by, each a nest of tensors; a tuple gives a tuple of gradients.
        has_aux: `fn` returns (result, more); the new function returns (gradient, more).

    Raises:
        TransformError: a result that is no scalar, arguments that are not floating-point, an op without a derivative.
    """
    return Transformed(_grad, fn, (places(argnums), has_aux))


def value_and_grad(
    fn: Callable[..., Any], argnums: int | Sequence[int] = 0, has_aux: bool = False
) -> Callable[..., Any]:
    """As `grad`, but the function returns (value, gradient); with `has_aux` ((value, more), gradient)."""
    return Transformed(_value_and_grad, fn, (places(argnums), has_aux))


def _grad(fn: Any, argnums: Any, has_aux: bool, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    value, gradient = _value_and_grad(fn, argnums, has_aux, args, kwargs, "pcc.grad")
    return (gradient, value[1]) if has_aux else gradient


def _value_and_grad(
    fn: Any,
    argnums: Any,
    has_aux: bool,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    asked: str = "pcc.value_and_grad",
) -> Any:
    part = Moving.of(fn, argnums, has_aux, args, kwargs, asked)
    value, back, aux = linear_part(part.returned, True, part.leaves)
    if not is_tensor(value) or list(value.shape) not in ([], [1]) or not is_float(value):
        shown = kind_text(value) if is_tensor(value) else f"a {type(value).__name__}"
        raise TransformError(f"{asked}: the result is {shown}, no scalar", "sum it, or use pcc.jacrev", user_line())
    gradient = part.nested(back(paddle.ones_like(value)))
    return ((value, aux) if has_aux else value), gradient
