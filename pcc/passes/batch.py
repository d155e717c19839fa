"""Ops of many calls from ops of one: what `vmap` does with the inside of a function."""

from __future__ import annotations

from collections.abc import Sequence

from xdsl.dialects.builtin import i1
from xdsl.ir import Block, BlockArgument, Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.errors import NotTransformable
from pcc.dialects.locations import located
from pcc.dialects.pd.base import PdOp, dtype_of, rank_of, shape_of, tensor
from pcc.dialects.pd.batching import spread
from pcc.dialects.pd.body import NotInTensors
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.control_flow import ControlFlow, IfOp, WhileOp, YieldOp
from pcc.dialects.pd.logic import LogicalAndOp, LogicalNotOp
from pcc.dialects.pd.random import Drawn
from pcc.dialects.pd.reduction import AnyOp
from pcc.passes.parts import in_parts
from pcc.passes.sums import Sums


class NotBatchable(NotTransformable):
    """An op that cannot be batched: the message names it, its source line, and what to do."""


class Batch:
    """Values of `size` calls, as their first axis; a value without an entry is the same in all calls."""

    def __init__(self, size: int, randomness: str) -> None:
        self.size, self.randomness = size, randomness
        self.values: dict[SSAValue, SSAValue] = {}
        self.left: list[Operation] = []  # ops of one call that were replaced: nothing but each other uses them
        self.single: list[BlockArgument] = []  # arguments of one call, which only these ops use
        self.sums: Sums | None = None
        self.mask: SSAValue | None = None  # for which calls the ops count that are batched now, if not for all

    def block(self, ops: Sequence[Operation]) -> None:
        """Batch every op that depends on the call; what has no rule of its own is replaced by ops that have."""
        pending = list(ops)[::-1]
        while pending:
            op = pending.pop()
            if self.sums is not None and op in self.sums.linear:
                self.sums.carry(op, self)
                if not self.sums.wanted(op):
                    self.left.append(op)
                    continue
            if not self.size:
                self._nothing(op)
            elif isinstance(op, IfOp):
                self._if(op)
            elif isinstance(op, WhileOp):
                self._while(op)
            elif isinstance(op, PdOp) and (any(o in self.values for o in op.operands) or self._differs(op)):
                pending += self._functions(op) if isinstance(op, ControlFlow) else self._op(op)[::-1]

    def clean(self) -> None:
        """Erase what is of one call."""
        for op in reversed(self.left):
            op.detach()
            op.erase(safe_erase=False)
        for argument in self.single:
            argument.block.erase_arg(argument)

    def whole(self, b: Builder, value: SSAValue) -> SSAValue:
        """A value for all calls."""
        return spread(b, self.values.get(value, value), value in self.values, self.size)

    def _differs(self, op: PdOp) -> bool:
        """Whether it draws numbers for each call."""
        drawn = [each for each in op.walk() if isinstance(each, Drawn) and each.draws]
        if drawn and self.randomness == "error":
            raise _refused(drawn[0], "draws random numbers, which this vmap forbids; let them be 'same' or 'different'")
        return bool(drawn) and self.randomness == "different"

    def _nothing(self, op: Operation) -> None:
        """Of no calls, what depends on the call is empty."""
        if any(o in self.values for each in op.walk() for o in each.operands):
            b = before(op)
            self.values.update((r, b.full((0, *shape_of(r)), 0, dtype_of(r))) for r in op.results)
            self.left.append(op)

    def _op(self, op: PdOp) -> list[PdOp]:
        """The ops that took its place, if it has no rule."""
        made: list[Operation] = []
        b = Builder(made.append, op.location)
        given = [self.values.get(o, o) for o in op.operands]
        found = op.batch(b, given, [o in self.values for o in op.operands], self.size)
        if found is NotImplemented:
            try:
                return in_parts(op)[0]
            except NotInTensors as why:
                raise _refused(op, "cannot be batched; call it once for each, or use other ops") from why
        self.values.update(zip(op.results, found, strict=True))
        Rewriter.insert_op(made, InsertPoint.before(op))
        self.left.append(op)
        return []

    # ---- control flow
    def _if(self, op: IfOp) -> None:
        """One branch for all calls; or both, if the condition differs."""
        if op.condition in self.values:
            self._both(op)
            return
        for region in op.regions:
            self.block(list(region.block.ops))
        yields = [list(ControlFlow.yielded(region)) for region in op.regions]
        moves = [any(v in self.values for v in column) for column in zip(*yields, strict=True)]
        if any(moves):
            blocks = [region.detach_block(region.block) for region in op.regions]
            for block, values in zip(blocks, yields, strict=True):
                _yield(block, self._wholes(at_end(block), values, moves))
            self._put(op, IfOp.around(op.operands, blocks, op.location), moves)

    def _both(self, op: IfOp) -> None:
        """y = if c: A, a else: B, b  ->  A; B; y = where(c, a, b), but loops run for calls that want their branch."""
        outer = self.mask
        for region, wanted in zip(op.regions, (True, False), strict=True):
            ops = list(region.block.ops)[:-1]
            for each in ops:
                each.detach()
            if any(isinstance(each, WhileOp) for one in ops for each in one.walk()):
                self.mask = self._among(before(op), op.condition, wanted)
            Rewriter.insert_op(ops, InsertPoint.before(op))
            self.block(ops)
            self.mask = outer
        made: list[Operation] = []
        b = Builder(made.append, op.location)
        condition = b.reshape(op.condition, [])
        for result, x, y in zip(op.results, *map(ControlFlow.yielded, op.regions), strict=True):
            result.replace_all_uses_with(x if x is y else b.where(condition, x, y))
        Rewriter.insert_op(made, InsertPoint.before(op))
        op.detach()
        op.erase(safe_erase=False)
        self.block(made)

    def _while(self, op: WhileOp) -> None:
        """Carried values differ if they start so, or if the body makes them so: found by trying.

        A condition that differs makes a loop that runs while it holds for a call; the others keep their values.
        """
        moves, masked = [value in self.values for value in op.initial], op.condition in self.values
        while True:
            inner, block, single = self._region(op.body, moves, masked)
            assert isinstance(block.last_op, YieldOp)
            condition, *following = block.last_op.values
            found = moves, masked
            masked = masked or condition in inner.values
            changed = [v in inner.values or (masked and v is not single[n]) for n, v in enumerate(following)]
            moves = [old or new for old, new in zip(moves, changed, strict=True)]
            if found == (moves, masked):
                break
            block.erase(safe_erase=False)
        if not any(moves) and not masked:
            op.operands[0] = self._if_wanted(before(op), op.condition)
            return block.erase(safe_erase=False)
        b, outside = at_end(block), before(op)
        values = inner._wholes(b, following, moves)
        head, start = [condition], [self._if_wanted(outside, op.condition)]
        if masked:
            kept = inner._wholes(b, single, moves)
            values = [inner._chosen(b, new, old) for new, old in zip(values, kept, strict=True)]
            head = _while_any(b, inner._among(b, condition))
            start = _while_any(outside, self._among(outside, op.condition))
        _yield(block, [*head, *values])
        inner.clean()
        starts = self._wholes(outside, op.initial, moves)
        self._put(op, WhileOp.around([*start, *starts], [block], op.location), moves)

    def _functions(self, op: ControlFlow) -> list[Operation]:
        """Regions that are functions of their arguments: all of these, and of the results, are of many calls."""
        blocks: list[Block] = []
        for region in op.regions:
            inner, block, _ = self._region(region, [True] * len(region.block.args))
            assert isinstance(block.last_op, YieldOp)
            _yield(block, [inner.whole(at_end(block), value) for value in block.last_op.values])
            inner.clean()
            blocks.append(block)
        whole, outside = [tensor((self.size, *shape_of(r)), dtype_of(r)) for r in op.results], before(op)
        new = type(op).create(
            operands=[self.whole(outside, o) for o in op.operands],
            properties=dict(op.properties),
            regions=[Region(block) for block in blocks],
            result_types=whole,
            location=op.location,
        )
        self._put(op, new, [True] * len(whole))
        return []

    def _region(
        self, region: Region, moves: Sequence[bool], masked: bool = False
    ) -> tuple[Batch, Block, list[SSAValue]]:
        """A copy of a region's block, batched, but for what it ends with; and what its arguments of one call were.

        masked: its first argument is for which calls it counts.
        """
        body, inner = region.clone(), Batch(self.size, self.randomness)
        inner.values.update(self.values)
        block, single = body.block, list[SSAValue](body.block.args)
        for argument, moved in zip(list(block.args), moves, strict=True):
            if moved:
                whole = tensor((self.size, *shape_of(argument)), dtype_of(argument))
                inner.values[argument] = block.insert_arg(whole, argument.index)
                inner.single.append(argument)
        inner.mask = block.insert_arg(tensor([self.size], i1), 0) if masked else self.mask
        inner.block(list(block.ops))
        body.detach_block(block)
        return inner, block, single

    def _wholes(self, b: Builder, values: Sequence[SSAValue], moves: Sequence[bool]) -> list[SSAValue]:
        """Values, those that move for all calls."""
        return [self.whole(b, v) if moved else v for v, moved in zip(values, moves, strict=True)]

    def _among(self, b: Builder, condition: SSAValue, wanted: bool = True) -> SSAValue:
        """For which of the calls that count a condition is as wanted."""
        flags = b.reshape(self.whole(b, condition), [self.size])
        flags = flags if wanted else b.op(LogicalNotOp, flags)
        return flags if self.mask is None else b.op(LogicalAndOp, self.mask, flags)

    def _if_wanted(self, b: Builder, condition: SSAValue) -> SSAValue:
        """A condition of all calls, if one of them counts."""
        if self.mask is None or condition in self.values:
            return condition
        return b.op(LogicalAndOp, b.reshape(condition, []), _any(b, self.mask))

    def _chosen(self, b: Builder, new: SSAValue, old: SSAValue) -> SSAValue:
        """New values for calls that count."""
        assert self.mask is not None
        if new is old:
            return new
        return b.where(b.reshape(self.mask, [self.size, *[1] * (rank_of(new) - 1)]), new, old)

    def _put(self, old: ControlFlow, new: ControlFlow, moves: Sequence[bool]) -> None:
        """Replace control flow by one with the same results at its end, those that move for all calls."""
        Rewriter.insert_op(new, InsertPoint.before(old))
        made = new.results[len(new.results) - len(old.results) :]
        for result, whole, moved in zip(old.results, made, moves, strict=True):
            if moved:
                self.values[result] = whole
            else:
                result.replace_all_uses_with(whole)
        self.left.append(old)


def _any(b: Builder, flags: SSAValue) -> SSAValue:
    return b.op(AnyOp, flags, axis=[0], keepdim=False)


def _while_any(b: Builder, live: SSAValue) -> list[SSAValue]:
    """A loop's condition and first value: whether a call is live, and which."""
    return [_any(b, live), live]


def before(op: Operation) -> Builder:
    return Builder(lambda new: Rewriter.insert_op(new, InsertPoint.before(op)), op.location)


def at_end(block: Block) -> Builder:
    assert block.last_op is not None
    return before(block.last_op)


def _yield(block: Block, values: Sequence[SSAValue]) -> None:
    """Let a block end with other values."""
    assert isinstance(block.last_op, YieldOp)
    Rewriter.replace_op(block.last_op, YieldOp.build(operands=[values]))


def _refused(op: PdOp, why: str) -> NotBatchable:
    return NotBatchable(located(op.location, f"{op.name.removeprefix('pd.')} {why}"))
