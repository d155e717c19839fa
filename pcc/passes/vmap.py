"""Batching: a function of one call as the function of many calls at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import FunctionType, i1
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, BlockArgument, Operation, Region, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.errors import NotTransformable, Place, place_of
from pcc.dialects.pd.base import PdOp, dtype_of, rank_of, shape_of, tensor
from pcc.dialects.pd.batching import spread
from pcc.dialects.pd.body import NotInTensors
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.control_flow import ControlFlow, IfOp, WhileOp, YieldOp
from pcc.dialects.pd.logic import LogicalAndOp
from pcc.dialects.pd.random import Drawn
from pcc.dialects.pd.reduction import AnyOp
from pcc.passes.base import Analyses, Transform
from pcc.passes.parts import in_parts
from pcc.passes.subfunction import read_by
from pcc.passes.sums import Sums

Axes = list[int | None]  # of values, the axis that counts calls; None: the same in all of them
SUM = -1  # as an axis of a result: the sum over calls
RANDOMNESS = ("different", "same", "error")


class NotBatchable(NotTransformable):
    """An op that cannot be batched: the message names it, its source line, and what to do."""


class WrongAxes(NotTransformable):
    """Options that do not fit the function: the message says which, and what would."""


@dataclass(frozen=True)
class Vmap(Transform):
    """f(x, y) -> z  ->  f(xs, y) -> zs with zs[n] = f(xs[n], y), for each n below `size`.

    `in_axes`: of each argument the axis that counts calls, `-` for none, as in `0.-.-1`; empty: all 0. `out_axes`: the
    same of results, where `-` asks for one that is the same in all calls, and `+` for its sum over calls.
    `randomness`: calls draw `different` numbers,
    the `same`, or none (`error`).
    """

    name: ClassVar[str] = "vmap"
    in_axes: str = ""
    size: int = -1
    out_axes: str = ""
    randomness: str = "different"

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        block = func.body.block
        end = block.last_op
        assert isinstance(end, ReturnOp)
        self._check()
        ins = _axes("in_axes", self.in_axes, list(block.args))
        outs = _axes("out_axes", self.out_axes, list(end.operands))
        batch, ops = Batch(self.size, self.randomness), list(block.ops)[:-1]
        if SUM in outs:
            batch.sums = _sums(ops, ins, end, outs, block)
        _batch_arguments(block, ins, batch)
        batch.block(ops)
        results = _batched_results(end, outs, batch)
        Rewriter.replace_op(end, ReturnOp(*results))
        batch.clean()
        types = [[a.type for a in block.args], [r.type for r in results]]
        func.properties["function_type"] = FunctionType.from_lists(*types)
        return True

    def _check(self) -> None:
        if self.size < 0:
            raise WrongAxes("vmap needs `size`, how many calls there are: a function of one call does not say it")
        if self.randomness not in RANDOMNESS:
            raise WrongAxes(f"vmap has no randomness '{self.randomness}'; it is one of {', '.join(RANDOMNESS)}")


# ---- the function's ends
def _axes(option: str, text: str, values: Sequence[SSAValue]) -> Axes:
    """The axes that an option names, none of them negative. Raises WrongAxes."""
    entries = text.split(".") if text else ["0"] * len(values)
    if len(entries) != len(values):
        raise WrongAxes(f"vmap: {option} has {len(entries)} entries for {len(values)} tensors")
    return [_axis(option, n, entry, rank_of(v) + 1) for n, (entry, v) in enumerate(zip(entries, values, strict=True))]


def _axis(option: str, number: int, entry: str, rank: int) -> int | None:
    """`rank`: with the axis of calls."""
    if entry == "-":
        return None
    if entry == "+" and option == "out_axes":
        return SUM
    if not entry.removeprefix("-").isdecimal():
        raise WrongAxes(f"vmap: '{entry}' in {option} is neither a number nor '-'")
    if not -rank <= int(entry) < rank:
        raise WrongAxes(f"vmap: axis {entry} in {option} is out of range for tensor {number}, which has {rank} axes")
    return int(entry) % rank


def _batch_arguments(block: Block, axes: Axes, batch: Batch) -> None:
    """Arguments of many calls before those of one."""
    assert block.first_op is not None
    b = _before(block.first_op)
    for argument, axis in zip(list(block.args), axes, strict=True):
        if axis is not None:
            shape = list(shape_of(argument))
            shape.insert(axis, batch.size)
            many = block.insert_arg(tensor(shape, dtype_of(argument)), argument.index)
            many.name_hint = argument.name_hint
            others = [d for d in range(len(shape)) if d != axis]
            batch.values[argument] = b.transpose(many, [axis, *others])
            batch.single.append(argument)


def _batched_results(end: ReturnOp, axes: Axes, batch: Batch) -> list[SSAValue]:
    """What is returned, with the calls where they are wanted. Raises WrongAxes."""
    b, results = _before(end), list[SSAValue]()
    for number, (value, axis) in enumerate(zip(end.operands, axes, strict=True)):
        if axis is None and value in batch.values:
            raise WrongAxes(f"vmap: result {number} differs from call to call; give it an axis in out_axes")
        results.append(_result(b, value, axis, batch))
    return results


def _result(b: Builder, value: SSAValue, axis: int | None, batch: Batch) -> SSAValue:
    if axis is None:
        return value
    if axis == SUM:
        assert batch.sums is not None
        return batch.sums.total(b, value, batch)
    whole = batch.whole(b, value)
    return b.transpose(whole, [*range(1, axis + 1), 0, *range(axis + 1, rank_of(whole))])


def _sums(ops: Sequence[Operation], axes: Axes, end: ReturnOp, outs: Axes, block: Block) -> Sums:
    """What is wanted summed over calls, and what for every call."""
    moving: set[SSAValue] = {argument for argument, axis in zip(block.args, axes, strict=True) if axis is not None}
    for op in ops:
        if any(value in moving for value in read_by(op)) or (isinstance(op, Drawn) and op.draws):
            moving.update(op.results)
    ends = list(zip(end.operands, outs, strict=True))
    return Sums(ops, moving, [v for v, axis in ends if axis == SUM], [v for v, axis in ends if axis != SUM])


# ---- what is between
class Batch:
    """Values of `size` calls, as their first axis; a value without an entry is the same in all calls."""

    def __init__(self, size: int, randomness: str) -> None:
        self.size, self.randomness = size, randomness
        self.values: dict[SSAValue, SSAValue] = {}
        self.left: list[Operation] = []  # ops, and arguments, of one call that were replaced: only these ops use both
        self.single: list[BlockArgument] = []
        self.sums: Sums | None = None

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
            if isinstance(op, IfOp):
                pending += self._if(op)[::-1]
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

    def _op(self, op: PdOp) -> list[PdOp]:
        """The ops that took its place, if it has no rule."""
        made: list[Operation] = []
        b = Builder(made.append, op.location)
        given = [self.values.get(o, o) for o in op.operands]
        found = op.batch(b, given, [o in self.values for o in op.operands], self.size) if self.size else _none(op, b)
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
    def _if(self, op: IfOp) -> list[Operation]:
        """One branch for all calls; or, if the condition differs, ops of one call that compute both and choose."""
        if op.condition in self.values:
            return _both(op)
        for region in op.regions:
            self.block(list(region.block.ops))
        yields = [list(ControlFlow.yielded(region)) for region in op.regions]
        moves = [any(v in self.values for v in column) for column in zip(*yields, strict=True)]
        if any(moves):
            blocks = [region.detach_block(region.block) for region in op.regions]
            for block, values in zip(blocks, yields, strict=True):
                _yield(block, self._wholes(_at_end(block), values, moves))
            self._put(op, IfOp.around(op.operands, blocks, op.location), moves)
        return []

    def _while(self, op: WhileOp) -> None:
        """Carried values differ if they start so, or if the body makes them so: found by trying.

        A condition that differs makes a loop that runs while it holds for a call; the others keep their values.
        """
        moves, masked = [value in self.values for value in op.initial], op.condition in self.values
        while True:
            inner, block, single = self._region(op.body, moves)
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
            return block.erase(safe_erase=False)
        b, before = _at_end(block), _before(op)
        values = inner._wholes(b, following, moves)
        head, start = [condition], [op.condition]
        if masked:
            live = block.insert_arg(tensor([self.size], i1), 0)
            kept = inner._wholes(b, single, moves)
            values = [_chosen(b, live, new, old) for new, old in zip(values, kept, strict=True)]
            head = _while_any(b, b.op(LogicalAndOp, live, inner._flags(b, condition)))
            start = _while_any(before, self._flags(before, op.condition))
        _yield(block, [*head, *values])
        inner.clean()
        starts = self._wholes(before, op.initial, moves)
        self._put(op, WhileOp.around([*start, *starts], [block], op.location), moves)

    def _functions(self, op: ControlFlow) -> list[Operation]:
        """Regions that are functions of their arguments: all of these, and of the results, are of many calls."""
        blocks: list[Block] = []
        for region in op.regions:
            inner, block, _ = self._region(region, [True] * len(region.block.args))
            assert isinstance(block.last_op, YieldOp)
            _yield(block, [inner.whole(_at_end(block), value) for value in block.last_op.values])
            inner.clean()
            blocks.append(block)
        whole, before = [tensor((self.size, *shape_of(r)), dtype_of(r)) for r in op.results], _before(op)
        new = type(op).create(
            operands=[self.whole(before, o) for o in op.operands],
            properties=dict(op.properties),
            regions=[Region(block) for block in blocks],
            result_types=whole,
            location=op.location,
        )
        self._put(op, new, [True] * len(whole))
        return []

    def _region(self, region: Region, moves: Sequence[bool]) -> tuple[Batch, Block, list[SSAValue]]:
        """A copy of a region's block, batched, but for what it ends with; and what its arguments of one call were."""
        body, inner = region.clone(), Batch(self.size, self.randomness)
        inner.values.update(self.values)
        block, single = body.block, list[SSAValue](body.block.args)
        for argument, moved in zip(list(block.args), moves, strict=True):
            if moved:
                whole = tensor((self.size, *shape_of(argument)), dtype_of(argument))
                inner.values[argument] = block.insert_arg(whole, argument.index)
                inner.single.append(argument)
        inner.block(list(block.ops))
        body.detach_block(block)
        return inner, block, single

    def _wholes(self, b: Builder, values: Sequence[SSAValue], moves: Sequence[bool]) -> list[SSAValue]:
        """Values, those that move for all calls."""
        return [self.whole(b, v) if moved else v for v, moved in zip(values, moves, strict=True)]

    def _flags(self, b: Builder, condition: SSAValue) -> SSAValue:
        """The condition of each call, as a vector."""
        return b.reshape(self.whole(b, condition), [self.size])

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


def _both(op: IfOp) -> list[Operation]:
    """y = if c: A, a else: B, b  ->  A; B; y = where(c, a, b)."""
    yields = [list(ControlFlow.yielded(region)) for region in op.regions]
    made = [inner for region in op.regions for inner in list(region.block.ops)[:-1]]
    for inner in made:
        inner.detach()
    b = Builder(made.append, op.location)
    condition = b.reshape(op.condition, [])
    for result, x, y in zip(op.results, *yields, strict=True):
        result.replace_all_uses_with(x if x is y else b.where(condition, x, y))
    Rewriter.insert_op(made, InsertPoint.before(op))
    op.detach()
    op.erase(safe_erase=False)
    return made


def _chosen(b: Builder, live: SSAValue, new: SSAValue, old: SSAValue) -> SSAValue:
    """New values where a call is live."""
    if new is old:
        return new
    return b.where(b.reshape(live, [*shape_of(live), *[1] * (rank_of(new) - 1)]), new, old)


def _while_any(b: Builder, live: SSAValue) -> list[SSAValue]:
    """A loop's condition and first value: whether a call is live, and which."""
    return [b.op(AnyOp, live, axis=[0], keepdim=False), live]


def _before(op: Operation) -> Builder:
    return Builder(lambda new: Rewriter.insert_op(new, InsertPoint.before(op)), op.location)


def _at_end(block: Block) -> Builder:
    assert block.last_op is not None
    return _before(block.last_op)


def _yield(block: Block, values: Sequence[SSAValue]) -> None:
    """Let a block end with other values."""
    assert isinstance(block.last_op, YieldOp)
    Rewriter.replace_op(block.last_op, YieldOp.build(operands=[values]))


def _none(op: PdOp, b: Builder) -> list[SSAValue]:
    """The results of no calls."""
    return [b.full((0, *shape_of(result)), 0, dtype_of(result)) for result in op.results]


def _refused(op: PdOp, why: str) -> NotBatchable:
    where = str(place_of(op.location, Place("")))
    return NotBatchable(f"{where}{': ' * bool(where)}{op.name.removeprefix('pd.')} {why}")
