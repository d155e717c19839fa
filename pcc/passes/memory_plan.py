"""Where every tensor of a program lives: inputs and outputs in their own memory, all else in one arena.

Offsets are chosen by best fit over lifetimes, largest tensors first (Pisarchyk and Lee, arXiv 2001.03288, "greedy by
size"). A reinterpretation shares its operand's memory; an elementwise kernel writes over an input that dies in it, as a
scatter does over its target, and the next value that a loop carries over the present one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation, OpResult, SSAValue

from pcc.dialects.index import Var, delinear, expr, linear
from pcc.dialects.kernel import LaunchOp, yielded
from pcc.dialects.pd.base import PdOp, bytes_of, dtype_of, shape_of, size_of
from pcc.dialects.pd.control_flow import WhileOp
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.reduction import Reduction
from pcc.dialects.pd.shape import Reinterpretation
from pcc.passes.base import Analysis
from pcc.passes.kinds import kinds
from pcc.passes.loops.nest import in_one_nest
from pcc.passes.loops.recorder import Recorder

ALIGNMENT = 64  # bytes: one cache line, one AVX-512 vector
PAGE = 4096  # bytes: CPUs tell whether a load waits for a store by the place in a page (docs/loops.md)
LARGE = 8 * PAGE  # bytes from which on memory starts with a page


@dataclass
class Interval:
    """The life of one piece of memory: from the op that writes it to the last that reads it."""

    root: SSAValue
    size: int
    start: int
    end: int
    offset: int = -1


@dataclass
class MemoryPlan(Analysis):
    """`root` of a value: whose memory it shares. `offsets`: of roots in the arena. `outputs`: result number of roots
    that are written straight into a result, or into what a loop carries. `copies`: results that must be copied from
    another value.
    """

    root: dict[SSAValue, SSAValue] = field(default_factory=dict[SSAValue, SSAValue])
    offsets: dict[SSAValue, int] = field(default_factory=dict[SSAValue, int])
    outputs: dict[SSAValue, int] = field(default_factory=dict[SSAValue, int])
    copies: dict[int, SSAValue] = field(default_factory=dict[int, SSAValue])
    arena: int = 0

    @classmethod
    def of(cls, func: FuncOp) -> MemoryPlan:
        return plan_memory(func.body.block)


def plan_memory(block: Block, by_rows: bool = True) -> MemoryPlan:
    """Place the tensors of a block whose `pd` ops are all in kernels: a function's, or a region's.

    `by_rows`: kernels read what a row of results needs before they write the row.
    """
    plan = MemoryPlan()
    intervals = _lifetimes(block, plan)
    if isinstance(block.parent_op(), WhileOp):
        _reuse_in_place(block, plan, intervals, by_rows)
        _carry_in_place(block, plan, intervals, by_rows)
    else:
        _place_outputs(block, plan, intervals)
        _reuse_in_place(block, plan, intervals, by_rows)
    placed: list[Interval] = []
    merged = _merged(plan, intervals)
    for interval in sorted(merged, key=lambda i: (-i.size, i.start)):
        interval.offset = _best_fit(interval, placed)
        placed.append(interval)
        plan.offsets[interval.root] = interval.offset
        plan.arena = max(plan.arena, interval.offset + interval.size)
    return plan


def _lifetimes(block: Block, plan: MemoryPlan) -> dict[SSAValue, Interval]:
    intervals: dict[SSAValue, Interval] = {}
    for argument in block.args:
        plan.root[argument] = argument
    for time, op in enumerate(block.ops):
        for operand in read_by(op):
            interval = intervals.get(plan.root.get(operand, operand))
            if interval is not None:
                interval.end = time
        for result in op.results:
            if isinstance(op, Reinterpretation):
                plan.root[result] = plan.root.get(op.operands[0], op.operands[0])
            else:
                plan.root[result] = result
                intervals[result] = Interval(result, rounded(bytes_of(result)), time, time)
    return intervals


def read_by(op: Operation) -> Iterator[SSAValue]:
    """The op's operands, and those of the ops in its regions."""
    yield from op.operands
    for region in op.regions if not isinstance(op, LaunchOp) else ():
        for inner in region.block.ops:
            yield from read_by(inner)


def rounded(size: int) -> int:
    """Bytes to the start of what follows in memory."""
    unit = PAGE if size >= LARGE else ALIGNMENT
    return -(-size // unit) * unit


def _place_outputs(block: Block, plan: MemoryPlan, intervals: dict[SSAValue, Interval]) -> None:
    returned = block.last_op
    assert returned is not None
    for number, value in enumerate(returned.operands):
        root = plan.root.get(value, value)
        if root not in intervals or root in plan.outputs:
            plan.copies[number] = value
        else:
            plan.outputs[root] = number


def _reuse_in_place(block: Block, plan: MemoryPlan, intervals: dict[SSAValue, Interval], by_rows: bool) -> None:
    for time, op in enumerate(block.ops):
        over = _overwritten(op, by_rows)
        if not over:
            continue
        assert isinstance(op, LaunchOp)
        taken: set[SSAValue] = set()
        largest = max(map(size_of, op.results))
        for result in op.results:
            if plan.root[result] != result or result in plan.outputs or size_of(result) < largest:
                continue
            dying = [plan.root.get(o, o) for o in over if _dies(o, result, time, plan, intervals, taken)]
            root = next((root for root in dict.fromkeys(dying) if _stays_in_place(op, root, plan, result)), None)
            if root is not None:
                taken.add(root)
                _share(plan, result, root, intervals)


def _dies(
    operand: SSAValue,
    result: SSAValue,
    time: int,
    plan: MemoryPlan,
    intervals: dict[SSAValue, Interval],
    taken: set[SSAValue],
) -> bool:
    """Whether the operand's memory may hold the result: same size and type, last read here."""
    root = plan.root.get(operand, operand)
    interval = intervals.get(root)
    same = bytes_of(operand) == bytes_of(result) == bytes_of(root) and dtype_of(operand) == dtype_of(result)
    return interval is not None and interval.end == time and same and root not in taken and root not in plan.outputs


def _share(plan: MemoryPlan, result: SSAValue, root: SSAValue, intervals: dict[SSAValue, Interval]) -> None:
    for value, its_root in list(plan.root.items()):
        if its_root == result:
            plan.root[value] = root
    intervals[root].end = intervals.pop(result).end


def _carry_in_place(block: Block, plan: MemoryPlan, intervals: dict[SSAValue, Interval], by_rows: bool) -> None:
    """Put the value for a loop's next turn where the present one lies, if that is not read any more, or overwritten."""
    last_read = {plan.root.get(o, o): time for time, op in enumerate(block.ops) for o in read_by(op)}
    assert block.last_op is not None
    for number, (present, value) in enumerate(zip(block.args, block.last_op.operands[1:], strict=True)):
        root = plan.root.get(value, value)
        interval = intervals.get(root)
        if interval is None or root in plan.outputs or last_read.get(present, -1) > interval.start:
            continue
        if last_read.get(present, -1) < interval.start or _overwrites(root, present, plan, by_rows):
            plan.outputs[root] = number


def _overwrites(made: SSAValue, present: SSAValue, plan: MemoryPlan, by_rows: bool) -> bool:
    """Whether a kernel may write a result over one of its operands."""
    launch = made.owner
    if not isinstance(launch, LaunchOp) or size_of(made) < max(map(size_of, launch.results)):
        return False
    over = [plan.root.get(o, o) for o in _overwritten(launch, by_rows)]
    assert isinstance(made, OpResult)
    return present in over and _stays_in_place(launch, present, plan, made)


def _overwritten(op: Operation, by_rows: bool) -> Sequence[SSAValue]:
    """The operands that a kernel is done with, element by element, when it writes to the same place."""
    if not isinstance(op, LaunchOp):
        return []
    if op.kind.data == "loops":
        return op.operands if _in_order(op, by_rows) else []
    return [op.operands[n] for n in kinds()[op.kind.data].over(op)] if by_rows else []


def _in_order(launch: LaunchOp, by_rows: bool) -> bool:
    """Whether the kernel reads each element of its inputs no later than it writes the one at the same place.

    So it is if one nest makes all results, and all reductions in it are over the same rows; of results of two sizes the
    large ones are written last.
    """
    ops = [op for op in launch.body.block.ops if isinstance(op, PdOp)]
    rows = {(shape_of(op.x), op.axes()) for op in ops if isinstance(op, Reduction)}
    plain = all(isinstance(op, Reduction | Reinterpretation) or not op.operands or is_elementwise(op) for op in ops)
    if len(rows) > by_rows or not plain:
        return False
    return len({size_of(result) for result in launch.results}) == 1 or (by_rows and in_one_nest(yielded(launch)))


def _stays_in_place(launch: LaunchOp, root: SSAValue, plan: MemoryPlan, result: OpResult) -> bool:
    """Whether no row of a reduction needs of inputs in that memory what another row's result would have overwritten.

    Results as large as what is reduced are written when their row has been read. Of those of one element a row, an
    input of the same size may be such results of before, or spread over rows: `x[c, i, j] = a[c, j]` with as many j.
    A routine's result is written over one operand only.
    """
    if launch.kind.data != "loops":
        return sum(plan.root.get(o, o) == root for o in launch.operands) == 1
    pairs = zip(launch.operands, launch.body.block.args, strict=True)
    made = yielded(launch)[result.index]
    inside = [
        inner for outer, inner in pairs if plan.root.get(outer, outer) == root and size_of(inner) == size_of(made)
    ]
    rows = [op for op in launch.body.block.ops if isinstance(op, Reduction) and size_of(op.x) != size_of(result)]
    if not rows or not inside:
        return True
    recorder, shape = Recorder(), shape_of(made)
    index = [expr(Var(f"o{d}", max(e, 2))) for d, e in enumerate(shape)]
    for value in yielded(launch):
        recorder.read(value, index if shape_of(value) == shape else delinear(linear(index, shape), shape_of(value)))
    return all(at == linear(index, shape) for memory, at in recorder.loads if memory in inside)


def _merged(plan: MemoryPlan, intervals: dict[SSAValue, Interval]) -> Sequence[Interval]:
    return [i for root, i in intervals.items() if root not in plan.outputs]


def _best_fit(interval: Interval, placed: Sequence[Interval]) -> int:
    """The smallest gap among overlapping lifetimes that holds the interval."""
    alive = sorted((p for p in placed if p.start <= interval.end and interval.start <= p.end), key=lambda p: p.offset)
    best, best_gap, cursor = -1, 0, 0
    for other in alive:
        gap = other.offset - cursor
        if gap >= interval.size and (best < 0 or gap < best_gap):
            best, best_gap = cursor, gap
        cursor = max(cursor, other.offset + other.size)
    return best if best >= 0 else cursor
