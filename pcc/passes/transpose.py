"""Transposes of linear functions: with `jvp`, reverse-mode derivatives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import i1, i64
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.errors import NotTransformable
from pcc.dialects.locations import located
from pcc.dialects.pd.base import PdOp, Tangent, dtype_of, is_float, shape_of, tensor
from pcc.dialects.pd.body import NotInTensors
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.control_flow import ControlFlow, IfOp, WhileOp, YieldOp
from pcc.dialects.pd.elementwise import total
from pcc.dialects.pd.indexing import GatherOp
from pcc.dialects.pd.linear import adds, whole
from pcc.dialects.pd.scatter import ScatterOp
from pcc.passes.base import Analyses, Transform
from pcc.passes.dce import sweep
from pcc.passes.parts import in_parts
from pcc.passes.signature import numbers, set_type
from pcc.passes.trip_count import trip_count


class NotTransposable(NotTransformable):
    """An op that is not linear, or whose transpose nobody knows: the message names it, its source line, what to do."""


@dataclass(frozen=True)
class Transpose(Transform):
    """g(x, dx) -> (y, dy), dy = A(x) dx  ->  g'(x, ct_dy) -> (y, ct_dx), ct_dx = transposed A(x) ct_dy.

    `of`: the numbers of the arguments dx, as in `2.3`; `results`: those of the results dy, which are linear in all dx
    together. After `jvp{wrt=0}` of f(x, y) -> r, `transpose{of=2 results=1}` makes f(x, y, ct) -> (r, ct_x).
    """

    name: ClassVar[str] = "transpose"
    of: str = ""
    results: str = ""

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        block = func.body.block
        end = block.last_op
        assert isinstance(end, ReturnOp)
        linear = [block.args[n] for n in numbers(self.of)]
        chosen = numbers(self.results)
        moving = moved_by(block.ops, linear)
        kept = [n for n in range(len(end.operands)) if n not in chosen]
        for n in kept:
            if end.operands[n] in moving:
                raise NotTransposable(f"result {n} depends on an argument of `of`: name it in `results`, too")
        backward = Backward(block, moving)
        for n in chosen:
            given = block.insert_arg(end.operands[n].type, len(block.args))
            backward.give(end.operands[n], given)
        backward.walk(block.ops)
        b = backward.builder(end)
        values = [*(end.operands[n] for n in kept), *(whole(b, backward.cotangents.get(a), a) for a in linear)]
        Rewriter.replace_op(end, ReturnOp(*values))
        backward.clear()
        for argument in linear:
            block.erase_arg(argument)
        set_type(func)
        return True


# ---- what is linear
def moved_by(ops: Iterable[Operation], seeds: Iterable[SSAValue]) -> set[SSAValue]:
    """The values that depend on seeds, with these."""
    moving = set(seeds)
    for op in ops:
        if isinstance(op, IfOp):
            for region in op.regions:
                moving |= moved_by(region.block.ops, moving)
                pairs = zip(op.results, ControlFlow.yielded(region), strict=True)
                moving.update(result for result, value in pairs if value in moving or op.condition in moving)
        elif isinstance(op, WhileOp):
            moving |= _moved_by_loop(op, moving)
        elif any(operand in moving for operand in op.operands):
            moving.update(op.results)
    return moving


def _moved_by_loop(op: WhileOp, outside: set[SSAValue]) -> set[SSAValue]:
    """A fixed point over what the body carries; all of it, if that says how often the body runs."""
    args, (again, *following) = op.body.block.args, ControlFlow.yielded(op.body)
    carried = {n for n, value in enumerate(op.initial) if value in outside or op.condition in outside}
    while True:
        inner = moved_by(op.body.block.ops, {*outside, *(args[n] for n in carried)})
        grown = carried | {n for n, value in enumerate(following) if value in inner or again in inner}
        if grown == carried:
            return inner | {op.results[n] for n in carried}
        carried = grown


def drop(block: Block, moving: set[SSAValue]) -> None:
    """Erase what depends on moving values, which the block's end no longer names."""
    for op in reversed(list(block.ops)):
        if isinstance(op, ControlFlow) and not moving.issuperset(op.results):
            _drop_inside(op, moving)
        elif any(result in moving for result in op.results):
            op.detach()
            op.erase()


def _drop_inside(op: ControlFlow, moving: set[SSAValue]) -> None:
    """The same op without results that move."""
    gone = [n for n, result in enumerate(op.results) if result in moving]
    loop = isinstance(op, WhileOp)
    for region in op.regions:
        end = region.block.last_op
        assert isinstance(end, YieldOp)
        kept = [v for n, v in enumerate(end.values) if n - loop not in gone]
        Rewriter.replace_op(end, YieldOp.build(operands=[kept]))
        drop(region.block, moving)
        for n in reversed(gone) if loop else ():
            region.block.erase_arg(region.block.args[n])
    if gone:
        blocks = [region.detach_block(region.block) for region in op.regions]
        operands = [o for n, o in enumerate(op.operands) if not loop or n - 1 not in gone]
        new = type(op).around(operands, blocks, op.location)
        Rewriter.insert_op(new, InsertPoint.before(op))
        left = [result for n, result in enumerate(op.results) if n not in gone]
        for result, made in zip(left, new.results, strict=True):
            result.replace_all_uses_with(made)
        op.detach()
        op.erase(safe_erase=False)


# ---- cotangents
class Backward:
    """Cotangents of the values of a block that move; no entry is zero. New ops come before the block's end."""

    def __init__(self, block: Block, moving: set[SSAValue]) -> None:
        self.block, self.moving = block, moving
        self.cotangents: dict[SSAValue, SSAValue] = {}

    def builder(self, of: Operation) -> Builder:
        """Puts ops at the end of the block, with the location of another."""
        end = self.block.last_op
        assert end is not None
        return Builder(lambda new: Rewriter.insert_op(new, InsertPoint.before(end)), of.location)

    def give(self, value: SSAValue, cotangent: Tangent, b: Builder | None = None) -> None:
        """Add to the cotangent of a value, if it moves."""
        if cotangent is None or value not in self.moving:
            return
        there = self.cotangents.get(value)
        if there is not None:
            cotangent = (b or self.builder(self.block.last_op)).add(there, cotangent)  # type: ignore[arg-type]
        self.cotangents[value] = cotangent

    def walk(self, ops: Iterable[Operation]) -> None:
        """Give operands the cotangents that follow from those of results, from the last op to the first."""
        pending = list(ops)
        while pending:
            op = pending.pop()
            cotangents = [self.cotangents.get(result) for result in op.results]
            if not any(cotangent is not None for cotangent in cotangents):
                continue
            if isinstance(op, IfOp):
                self._if(op, cotangents)
            elif isinstance(op, WhileOp):
                self._while(op, cotangents)
            else:
                assert isinstance(op, PdOp), op.name
                pending += self._op(op, cotangents)

    def _op(self, op: PdOp, cotangents: Sequence[Tangent]) -> list[PdOp]:
        """The ops that took its place, if it has no rule."""
        moving, b = [operand in self.moving for operand in op.operands], self.builder(op)
        if any(m and not is_float(dtype_of(o)) for m, o in zip(moving, op.operands, strict=True)) or adds(op, moving):
            raise _refused(op, "is not linear in what it is transposed for")
        found = op.transpose(b, cotangents, moving)
        if found is not NotImplemented:
            for operand, cotangent in zip(op.operands, found, strict=True):
                self.give(operand, cotangent, b)
            return []
        old = list(op.results)
        try:
            made, values = in_parts(op)
        except NotInTensors as why:
            raise _refused(op, "has no transpose rule; use forward mode (jvp), or other ops") from why
        self.moving |= moved_by(made, self.moving)
        for result, value, cotangent in zip(old, values, cotangents, strict=True):
            self.moving.discard(result)
            self.give(value, cotangent, b)
        return made

    # ---- control flow
    def _captured(self, op: ControlFlow) -> list[SSAValue]:
        """Values from outside of its regions that move and are used inside, in order of use."""
        inside: set[SSAValue] = {v for inner in op.walk() for v in inner.results}
        inside.update(arg for inner in op.walk() for region in inner.regions for arg in region.block.args)
        used = [o for inner in op.walk() if inner is not op for o in inner.operands]
        return [v for v in dict.fromkeys(used) if v in self.moving and v not in inside]

    def _if(self, op: IfOp, cotangents: Sequence[Tangent]) -> None:
        """Each branch computes again what its linear ops need, and gives cotangents of all that one captures."""
        outer, b = self._captured(op), self.builder(op)
        blocks: list[Block] = []
        for region in op.regions:
            copy = region.clone()
            block, yielded = copy.block, ControlFlow.yielded(copy)
            inner = Backward(block, moved_by(block.ops, self.moving))
            for value, cotangent in zip(yielded, cotangents, strict=True):
                inner.give(value, cotangent)
            inner.walk(block.ops)
            inner.end([whole(inner.builder(op), inner.cotangents.get(v), v) for v in outer])
            copy.detach_block(block)
            blocks.append(block)
        new = IfOp.around(op.operands, blocks, op.location)
        b.insert(new)
        for value, cotangent in zip(outer, new.results, strict=True):
            self.give(value, cotangent, b)

    def end(self, values: Sequence[SSAValue]) -> None:
        """Yield these, and compute nothing else."""
        end = self.block.last_op
        assert isinstance(end, YieldOp)
        Rewriter.replace_op(end, YieldOp.build(operands=[values]))
        self.clear()

    def clear(self) -> None:
        """Erase the linear ops, which nothing uses any more."""
        sweep(self.block)
        drop(self.block, self.moving)
        sweep(self.block)

    def _while(self, op: WhileOp, cotangents: Sequence[Tangent]) -> None:
        """The loop backwards; what its body reads of known values that the loop carries is kept for every trip."""
        trips = trip_count(op)
        if trips is None:
            raise _refused(op, "runs as often as data says, so it has no transpose; use forward mode (jvp)")
        carried = [n for n, result in enumerate(op.results) if result in self.moving]
        starts, outer, b = [op.initial[n] for n in carried], self._captured(op), self.builder(op)
        if not trips:
            for n in carried:
                self.give(op.initial[n], cotangents[n], b)
            return
        block, read = self._reversed(op, carried, outer)
        op, stacks = self._recorded(op, read, trips)
        _look_up(block, dict(zip(read, stacks, strict=True)), len(op.initial) - 1 - len(stacks))
        first = [b.full([], True, i1), b.full([], trips - 1, i64)]
        last = [whole(b, cotangents[n], op.initial[n]) for n in carried]
        loop = WhileOp.around([*first, *last, *(whole(b, None, v) for v in outer)], [block], op.location)
        b.insert(loop)
        for value, cotangent in zip([*starts, *outer], loop.results[1:], strict=True):
            self.give(value, cotangent, b)

    def _reversed(self, op: WhileOp, carried: Sequence[int], outer: Sequence[SSAValue]) -> tuple[Block, list[int]]:
        """The body backwards, and the numbers of the loop's arguments that it reads.

        After those it has arguments of its own: the number of the trip, cotangents, and sums for captured values.
        """
        copy = op.body.clone()
        block, following = copy.block, list(ControlFlow.yielded(copy)[1:])
        copy.detach_block(block)
        args = list(block.args)
        add = lambda kind: block.insert_arg(kind, len(block.args))  # noqa: E731
        trip = add(tensor([], i64))
        given, sums = [add(args[n].type) for n in carried], [add(v.type) for v in outer]
        inner = Backward(block, moved_by(block.ops, {*self.moving, *(args[n] for n in carried)}))
        for n, cotangent in zip(carried, given, strict=True):
            inner.give(following[n], cotangent)
        inner.walk(block.ops)
        b = inner.builder(op)
        found = [whole(b, inner.cotangents.get(args[n]), args[n]) for n in carried]
        totals = [total(b, [s, inner.cotangents.get(v)]) or s for s, v in zip(sums, outer, strict=True)]
        inner.end([b.greater(trip, 0), b.sub(trip, 1), *found, *totals])
        return block, [n for n, arg in enumerate(args) if arg.uses]

    def _recorded(self, op: WhileOp, read: Sequence[int], trips: int) -> tuple[WhileOp, Sequence[SSAValue]]:
        """The loop with one more result for each of some arguments: what it was in every trip."""
        block, end = op.body.block, op.body.block.last_op
        assert isinstance(end, YieldOp)
        before = Builder(lambda new: Rewriter.insert_op(new, InsertPoint.before(op)), op.location)
        inside = Builder(lambda new: Rewriter.insert_op(new, InsertPoint.before(end)), op.location)
        of = [block.args[n] for n in read]
        stacks = [before.full([trips, *shape_of(v)], 0, dtype_of(v)) for v in of]
        starts = [before.full([], 0, i64), *stacks]
        trip, *rows = [block.insert_arg(v.type, len(block.args)) for v in starts]
        following = [inside.add(trip, 1)]
        for value, stack in zip(of, rows, strict=True):
            row = inside.reshape(value, [1, *shape_of(value)])
            following.append(inside.op(ScatterOp, stack, inside.reshape(trip, [1]), row, overwrite=True))
        Rewriter.replace_op(end, YieldOp.build(operands=[[*end.values, *following]]))
        op.body.detach_block(block)
        new = WhileOp.around([*op.operands, *starts], [block], op.location)
        Rewriter.insert_op(new, InsertPoint.before(op))
        for old, made in zip(op.results, new.results, strict=False):
            if old in self.moving:
                self.moving.add(made)
            old.replace_all_uses_with(made)
        op.detach()
        op.erase(safe_erase=False)
        return new, new.results[-len(stacks) :] if stacks else ()


def _look_up(block: Block, stacks: Mapping[int, SSAValue], count: int) -> None:
    """Arguments of a loop's body are read from what was kept of them; the next argument is the trip's number."""
    made: list[Operation] = []
    b = Builder(made.append)
    for n, stack in stacks.items():
        block.args[n].replace_all_uses_with(b.op(GatherOp, stack, block.args[count], axis=0))
    Rewriter.insert_op(made, InsertPoint.at_start(block))
    for n in reversed(range(count)):
        block.erase_arg(block.args[n])


def _refused(op: Operation, why: str) -> NotTransposable:
    return NotTransposable(located(op.location, f"{op.name.removeprefix('pd.')} {why}"))
