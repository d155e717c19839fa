"""Forward-mode derivatives of Paddle functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pcc.frontends.paddle.arguments import check_function
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.errors import TransformError
from pcc.frontends.paddle.marks import Mark, closed, kind_of, opened, transform
from pcc.frontends.paddle.moving import with_aux
from pcc.frontends.paddle.nest import Nest, fitting, is_float
from pcc.frontends.paddle.private import paddle
from pcc.frontends.paddle.tracer import current
from pcc.frontends.paddle.transforms import call, run
from pcc.passes.jvp import Jvp
from pcc.passes.signature import dotted


def jvp(
    fn: Callable[..., Any], primals: Sequence[Any], tangents: Sequence[Any], has_aux: bool = False
) -> tuple[Any, ...]:
    """The value of `fn(*primals)` and its derivative along `tangents`, in one pass forwards.

    Args:
        fn: a function of tensors in tuples, lists and dicts, or a Layer.
        primals: its arguments.
        tangents: a direction of the same structure, shapes and dtypes; None for a part that does not move, as integers
            and bools never do.
        has_aux: `fn` returns (result, more), and only the result is differentiated.

    Returns:
        (result, tangent of the result), and with `has_aux` also what more there is. The tangent has the result's
        structure, with None for integers and bools.

    Raises:
        TransformError: tangents that do not fit, or an op without a derivative.
    """
    check_function(fn)
    if not isinstance(primals, list | tuple) or not isinstance(tangents, list | tuple):
        raise TransformError("pcc.jvp takes primals and tangents as tuples", "write (x,)", user_line())
    return run(_jvp, fn, (has_aux,), tuple(primals), tuple(tangents))


def _jvp(fn: Callable[..., Any], has_aux: bool, primals: tuple[Any, ...], tangents: tuple[Any, ...]) -> tuple[Any, ...]:
    tracer, nest = current(), Nest.of(primals, numbers=True)
    directions = fitting(nest, tangents, "pcc.jvp: the tangent", "give it the shape and dtype of its primal, or None")
    inside = opened(tracer, "pcc.jvp", nest.leaves)
    results = Nest.of(with_aux(call(fn, *nest.filled(inside)), has_aux, "pcc.jvp"), numbers=True)
    floats = [leaf for leaf in results.leaves if is_float(leaf)]
    wrt = dotted(place for place, direction in enumerate(directions) if direction is not None)
    moving = [direction for direction in directions if direction is not None]
    end = Mark(
        user_line(), "pcc.jvp", transform(len(results.leaves), len(inside), lambda _: [Jvp(wrt)] if moving else [])
    )
    kinds = [kind_of(leaf) for leaf in (*results.leaves, *(floats if moving else []))]
    made = closed(tracer, end, [*results.leaves, *inside, *nest.leaves, *moving], kinds)
    made += [] if moving else [paddle.zeros_like(leaf) for leaf in made if is_float(leaf)]
    return _joined(results, made[: len(results.leaves)], made[len(results.leaves) :], has_aux)


def linearize(fn: Callable[..., Any], *primals: Any) -> tuple[Any, Callable[..., Any]]:
    """`fn(*primals)`, and the linear function that gives its tangent for tangents of the primals.

    Raises:
        TransformError: as `jvp`.
    """
    result = run(_value, check_function(fn), (), primals)
    return result, lambda *tangents: jvp(fn, primals, tangents)[1]


def _value(fn: Callable[..., Any], primals: tuple[Any, ...]) -> Any:
    return call(fn, *primals)


def _joined(results: Nest, values: Sequence[Any], tangents: Sequence[Any], has_aux: bool) -> tuple[Any, ...]:
    given = iter(tangents)
    moved = results.filled([next(given) if is_float(leaf) else None for leaf in results.leaves])
    result, aux = results.filled(values)
    return (result, moved[0], aux) if has_aux else (result, moved[0])
