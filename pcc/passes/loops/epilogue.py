"""What follows a matrix product element by element, as a function of a block of its result.

A library routine calls it when a block of C is final and still in cache; it reads C and writes over it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.passes.loops.emitter import INDEX, Emitter, Scalar


@dataclass(frozen=True)
class Layout:
    """Where element (batch, m, n) of the product lies in its result: strides in elements, batch = x * inner + y."""

    batches: int
    inner: int
    m: int
    n: int
    c_batch0: int
    c_batch1: int
    c_row: int


def emit_blocks(k: Emitter, bounds: Sequence[SSAValue], final: SSAValue, target: SSAValue, layout: Layout) -> None:
    """The loops over the block within `bounds` that store `final`, which is computed from C, over C (`target`)."""
    _nest(k, layout, tuple(Scalar(bound, INDEX) for bound in bounds), lambda at: _element(k, final, at, target))


def _element(k: Emitter, final: SSAValue, offset: Expr, target: SSAValue) -> None:
    value = k.read(final, delinear(offset, shape_of(final)))
    k.store(value, dtype_of(final), target, offset)


def _nest(k: Emitter, layout: Layout, bounds: tuple[Scalar, ...], body: Callable[[Expr], None]) -> None:
    batch, m0, m1, n0, n1 = bounds
    x, y = Var("x", max(layout.batches // layout.inner, 1)), Var("y", layout.inner)
    whole = Var("batch", max(layout.batches, 2))
    k.scopes[0].variables[whole] = batch
    k.scopes[0].variables[x] = k.index_value(expr(whole) // layout.inner)
    k.scopes[0].variables[y] = k.index_value(expr(whole) % layout.inner)
    m, n = Var("m", layout.m), Var("n", layout.n)
    offset = expr(x) * layout.c_batch0 + expr(y) * layout.c_batch1 + expr(m) * layout.c_row + expr(n)
    k.loop(m, m0, m1, 1, lambda: _row(k, n, n0, n1, lambda: body(offset)))


def _row(k: Emitter, n: Var, n0: Scalar, n1: Scalar, body: Callable[[], None]) -> Sequence[Scalar]:
    """Whole vectors, then what is left under a mask."""
    lanes = k.index_constant(k.lanes)
    count = k.apply("arith.subi", [n1, n0], INDEX)
    whole = k.apply("arith.muli", [k.apply("arith.divui", [count, lanes], INDEX), lanes], INDEX)
    end = k.apply("arith.addi", [n0, whole], INDEX)
    k.loop(n, n0, end, k.lanes, lambda: body() or (), vector=True)

    def rest() -> Sequence[Scalar]:
        left = k.apply("arith.subi", [n1, k.lookup(n)], INDEX)
        with k.masked(k.lanes_mask(left)):
            body()
        return ()

    k.loop(n, end, n1, k.lanes, rest, vector=True)
    return ()
