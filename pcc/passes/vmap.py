"""Batching: a function of one call as the function of many calls at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import Rewriter

from pcc.dialects.errors import NotTransformable
from pcc.dialects.pd.base import dtype_of, rank_of, shape_of, tensor
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.random import Drawn
from pcc.passes.base import Analyses, Transform
from pcc.passes.batch import Batch, before
from pcc.passes.signature import set_type
from pcc.passes.subfunction import read_by
from pcc.passes.sums import Sums

Axes = list[int | None]  # of values, the axis that counts calls; None: the same in all of them
SUM = -1  # as an axis of a result: the sum over calls
RANDOMNESS = ("different", "same", "error")


class WrongAxes(NotTransformable):
    """Options that do not fit the function: the message says which, and what would."""


@dataclass(frozen=True)
class Vmap(Transform):
    """f(x, y) -> z  ->  f(xs, y) -> zs with zs[n] = f(xs[n], y), for each n below `size`.

    `in_axes`: of each argument the axis that counts calls, `-` for none, as in `0.-.-1`; empty: all 0. `out_axes`: the
    same of results, where `-` asks for one that is the same in all calls, and `+` for its sum over calls.
    `randomness`: calls draw `different` numbers, the `same`, or none (`error`).
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
        set_type(func)
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
    b = before(block.first_op)
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
    b, results = before(end), list[SSAValue]()
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
