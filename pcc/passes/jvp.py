"""Forward-mode derivatives: a function and its tangent along given directions, as one function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.errors import NotTransformable
from pcc.dialects.locations import located
from pcc.dialects.pd.base import PdOp, Tangent, dtype_of, is_float, shape_of
from pcc.dialects.pd.body import NotInTensors
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.control_flow import ControlFlow, IfOp, WhileOp, YieldOp
from pcc.dialects.pd.linear import whole
from pcc.passes.base import Analyses, Transform
from pcc.passes.parts import in_parts
from pcc.passes.signature import numbers, set_type


class NotDifferentiable(NotTransformable):
    """An op that has no derivative rule: the message names it, its source line, and what to do."""


@dataclass(frozen=True)
class Jvp(Transform):
    """f(x, y) -> z  ->  f(x, y, dx, dy) -> (z, dz) with dz = df/dx dx + df/dy dy, for floating-point arguments.

    `wrt`: the numbers of the arguments that have tangents, as in `0.2`; none: all. Integers and bools have none.
    """

    name: ClassVar[str] = "jvp"
    wrt: str = ""

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        arguments = list(func.body.block.args)
        chosen = numbers(self.wrt) or range(len(arguments))
        moving = [arguments[n] for n in chosen if is_float(dtype_of(arguments[n]))]
        forward = Forward()
        for argument in moving:
            forward.tangents[argument] = func.body.block.insert_arg(argument.type, len(func.body.block.args))
        forward.block(list(func.body.block.ops))
        _extend_results(func, forward)
        return True


def _extend_results(func: FuncOp, forward: Forward) -> None:
    end = func.body.block.last_op
    assert isinstance(end, ReturnOp)
    b = Builder(lambda op: Rewriter.insert_op(op, InsertPoint.before(end)), end.location)
    floats = [value for value in end.operands if is_float(dtype_of(value))]
    results = [*end.operands, *(whole(b, forward.tangents.get(value), value) for value in floats)]
    Rewriter.replace_op(end, ReturnOp(*results))
    set_type(func)


class Forward:
    """Tangents of values; None, or no entry, is zero."""

    def __init__(self) -> None:
        self.tangents: dict[SSAValue, SSAValue] = {}

    def block(self, ops: Sequence[Operation]) -> None:
        """Give every op's results their tangents; what has no rule of its own is replaced by ops that have."""
        pending = list(ops)[::-1]
        while pending:
            op = pending.pop()
            moved = [self.tangents.get(operand) for operand in op.operands]
            if isinstance(op, IfOp):
                self._if(op)
            elif isinstance(op, WhileOp):
                self._while(op)
            elif isinstance(op, PdOp) and any(t is not None for t in moved) and _has_floats(op):
                pending += self._op(op, moved)[::-1]

    # ---- control flow
    def _if(self, op: IfOp) -> None:
        """Both branches give tangents of what one of them moves."""
        found: list[list[Tangent]] = []
        for region in op.regions:
            self.block(list(region.block.ops))
            found.append([self.tangents.get(v) for v in ControlFlow.yielded(region)])
        moving = [n for n in range(len(op.results)) if any(branch[n] is not None for branch in found)]
        if moving:
            blocks = [region.detach_block(region.block) for region in op.regions]
            for block, tangents in zip(blocks, found, strict=True):
                _yield_more(block, {n: tangents[n] for n in moving})
            self._put(op, IfOp.around(op.operands, blocks, op.location), moving)

    def _while(self, op: WhileOp) -> None:
        """Carried values have tangents if they start with one, or if the body moves them: found by trying."""
        moving = [n for n, value in enumerate(op.initial) if value in self.tangents]
        while True:
            body = op.body.clone()
            inner, block = Forward(), body.block
            inner.tangents.update(self.tangents)
            for n in moving:
                inner.tangents[block.args[n]] = block.insert_arg(block.args[n].type, len(block.args))
            inner.block(list(block.ops))
            following = list(ControlFlow.yielded(body)[1:])
            grown = [n for n, value in enumerate(following) if n in moving or value in inner.tangents]
            body.detach_block(block)
            if grown == moving:
                break
            moving = grown
            block.erase(safe_erase=False)
        if not moving:
            return block.erase(safe_erase=False)
        _yield_more(block, {n + 1: inner.tangents.get(following[n]) for n in moving})
        b = Builder(lambda new: Rewriter.insert_op(new, InsertPoint.before(op)), op.location)
        starts = [whole(b, self.tangents.get(op.initial[n]), op.initial[n]) for n in moving]
        self._put(op, WhileOp.around([*op.operands, *starts], [block], op.location), moving)

    def _put(self, old: ControlFlow, new: ControlFlow, moving: Sequence[int]) -> None:
        """Replace control flow by one that has more results: the tangents of some."""
        Rewriter.insert_op(new, InsertPoint.before(old))
        count = len(old.results)
        self.tangents.update((new.results[n], t) for n, t in zip(moving, new.results[count:], strict=True))
        for result, made in zip(old.results, new.results, strict=False):
            result.replace_all_uses_with(made)
        old.detach()
        old.erase(safe_erase=False)

    # ---- other ops
    def _op(self, op: PdOp, moved: Sequence[Tangent]) -> list[PdOp]:
        """The ops that took its place, if it has no rule."""
        made: list[Operation] = []
        b = Builder(made.append, op.location)
        found = op.jvp(b, moved)
        if found is NotImplemented:
            return self._replaced(op)
        for result, tangent in zip(op.results, found, strict=True):
            if tangent is not None and is_float(dtype_of(result)):
                self.tangents[result] = b.expand(tangent, shape_of(result))
        Rewriter.insert_op(made, InsertPoint.after(op))
        return []

    def _replaced(self, op: PdOp) -> list[PdOp]:
        try:
            return in_parts(op)[0]
        except NotInTensors as why:
            raise _refused(op) from why


def _yield_more(block: Block, tangents: Mapping[int, Tangent]) -> None:
    """A block also yields tangents of values that it yields."""
    end = block.last_op
    assert isinstance(end, YieldOp)
    b = Builder(lambda op: Rewriter.insert_op(op, InsertPoint.before(end)), end.location)
    more = [whole(b, tangent, end.values[n]) for n, tangent in tangents.items()]
    Rewriter.replace_op(end, YieldOp.build(operands=[[*end.values, *more]]))


def _has_floats(op: PdOp) -> bool:
    return any(is_float(dtype_of(result)) for result in op.results)


def _refused(op: PdOp) -> NotDifferentiable:
    text = "has no derivative rule; detach what it computes, or use other ops"
    return NotDifferentiable(located(op.location, f"{op.name.removeprefix('pd.')} {text}"))
