"""Cotangents in a captured program: the mark that asks for them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Any

from xdsl.ir import SSAValue

from pcc.dialects.errors import NotTransformable
from pcc.frontends.paddle.callsite import user_line
from pcc.frontends.paddle.complex_value import flattened
from pcc.frontends.paddle.marks import Mark, closed, kind_of, transform
from pcc.passes.base import Pass
from pcc.passes.jvp import Jvp
from pcc.passes.signature import dotted
from pcc.passes.subfunction import between as within
from pcc.passes.transpose import Transpose

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer
    from pcc.frontends.paddle.tracer import Tracer


def pulled(
    tracer: Tracer,
    asked: str,
    results: Sequence[Any],
    inside: Sequence[Any],
    given: Sequence[Any],
    wrt: Sequence[int],
    cotangents: Sequence[Any],
    between: Container[str] = (),
    before: Sequence[Pass] = (),
) -> list[Any]:
    """The cotangents of arguments from those of floating-point results.

    Args:
        results, cotangents: of the part of the program between marks, one for each.
        inside, given: what stands for its arguments, and what they are.
        wrt: the numbers of the arguments whose cotangents are wanted.
        between: ids of all values that lie between, as far as they are known.
        before: what runs first on that part.

    Raises:
        TransformError: from the importer, if some of these are out of reach.
    """
    count, first = len(results), len(inside)

    def passes(free: int) -> list[Pass]:
        tangents = range(first + free, first + free + len(wrt))
        return [*before, Jvp(dotted(wrt)), Transpose(dotted(tangents), dotted(range(count, 2 * count)))]

    expand = transform(count, first, passes)

    def make(importer: Importer, operands: Sequence[SSAValue]) -> Sequence[SSAValue]:
        _check_within(importer, operands, first, count, between)
        return expand(importer, operands)

    end = Mark(user_line(), asked, make)
    kinds = [kind_of(value) for value in (*results, *(given[n] for n in wrt))]
    return closed(tracer, end, [*results, *inside, *given, *cotangents], kinds)[count:]


def _check_within(
    importer: Importer, operands: Sequence[SSAValue], first: int, count: int, between: Container[str]
) -> None:
    """Raise NotTransformable if what lies between is partly in another block or segment of the program."""
    results, inside = operands[:count], operands[count : count + first]
    ops = within(importer.block, inside, results)
    there = {value for op in ops for value in op.results} | {*inside}
    read = {value for op in ops for value in op.operands} | {*results}
    for id, value in importer.values.items():
        parts = set(flattened(value if isinstance(value, list) else [value])) if id in between else set()
        if not parts.isdisjoint(read - there):
            problem = "what lies between the input and the result is partly outside of this loop, branch or program"
            raise NotTransformable(f"{problem}; ask for the gradient where both are computed")
