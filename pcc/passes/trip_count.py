"""How often a loop runs, if that is known at compile time: by running what its condition depends on."""

from __future__ import annotations

from collections.abc import Mapping

from xdsl.ir import Block, BlockArgument, OpResult, SSAValue

from pcc.dialects.index import Expr
from pcc.dialects.kernel import LaunchOp, yielded
from pcc.dialects.pd.base import PdOp, rank_of, size_of
from pcc.dialects.pd.control_flow import WhileOp
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.shape import Reinterpretation
from pcc.passes.fold import Evaluator, Number, Unknown

MOST = 100_000  # trips that are tried


def trip_count(op: WhileOp) -> int | None:
    """The number of times that the body runs; None if data decides it, or if it is more than MOST. Ops may stand in
    kernels.
    """
    block, (condition, *following) = op.body.block, op.yielded(op.body)
    steering = _steering(block, condition, following)
    try:
        outside: dict[SSAValue, Number] = {}
        holds = _number(op.condition, outside)
        state = {n: _number(op.initial[n], outside) for n in steering}
        for trip in range(MOST):
            if not holds.value:
                return trip
            known: dict[SSAValue, Number] = {block.args[n]: number for n, number in state.items()}
            holds = _number(condition, known)
            state = {n: _number(following[n], known) for n in steering}
    except (Unknown, ValueError, OverflowError, ZeroDivisionError):
        return None
    return None


def _steering(block: Block, condition: SSAValue, following: list[SSAValue]) -> list[int]:
    """The numbers of the carried values that the condition depends on."""
    found, pending, seen = set[int](), [condition], set[SSAValue]()
    while pending:
        value = _made(pending.pop())
        if value in seen:
            continue
        seen.add(value)
        if isinstance(value, BlockArgument):
            if value.block is block:
                found.add(value.index)
                pending.append(following[value.index])
        else:
            pending += value.owner.operands  # type: ignore[union-attr]
    return sorted(found)


def _made(value: SSAValue) -> SSAValue:
    """A value where it is made: in a kernel, if a launch gives it; outside, if one takes it."""
    owner = value.owner
    if isinstance(value, OpResult) and isinstance(owner, LaunchOp):
        return _made(yielded(owner)[value.index])
    launch = owner.parent_op() if isinstance(owner, Block) else None
    if isinstance(value, BlockArgument) and isinstance(launch, LaunchOp):
        return _made(launch.inputs[value.index])
    return value


def _number(value: SSAValue, known: dict[SSAValue, Number]) -> Number:
    """The one number of a tensor; raises Unknown."""
    value = _made(value)
    op = value.owner
    if value not in known and isinstance(op, PdOp) and op.operands:
        if size_of(value) != 1 or not (is_elementwise(op) or isinstance(op, Reinterpretation)):
            raise Unknown
        given: Mapping[SSAValue, Number] = {o: _number(o, known) for o in op.operands}
        known[value] = op.element(Evaluator(given), [Expr()] * rank_of(value))  # type: ignore[attr-defined]
    return known[value] if value in known else Evaluator().read(value, [])
