"""An index's value belongs to the loop, or the vector's tail, that binds its variables."""

from __future__ import annotations

from xdsl.dialects.builtin import i64
from xdsl.ir import Block

from pcc.dialects.index import Var, expr
from pcc.dialects.kernel import LanesOp
from pcc.passes.loops.emitter import Emitter, Scalar

LANES = 16


def test_a_tail_whose_lanes_are_known_outside_leaves_later_loops_their_own() -> None:
    k, var, found = Emitter(Block(), LANES, {}), Var("v", 40), list[Scalar]()

    def body() -> tuple[Scalar, ...]:
        found.append(k.index_value(expr(var)))
        return ()

    start = k.wide(k.convert_index(k.index_constant(LANES), i64), LANES)
    outside = k.add(start, k.emit(LanesOp, [], i64, LANES))
    k.at(var, LANES, None, body)
    k.loop(var, 0, 40, LANES, body, vector=True)
    tail, loop = found
    assert tail.value is outside.value
    assert loop.value is not tail.value
    assert loop.depth == 1
