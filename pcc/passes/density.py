"""How many elements of a tensor can be other than zero, as far as the ops that make it tell."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from typing_extensions import Self
from xdsl.dialects.builtin import i1
from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, SSAValue

from pcc.dialects.index import Expr
from pcc.dialects.kernel import LaunchOp, yielded
from pcc.dialects.pd.base import PdOp, dtype_of, py
from pcc.dialects.pd.creation import FullOp
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.scalars import compute_type
from pcc.passes.base import Analysis
from pcc.passes.fold import Evaluator, Number, Unknown

PROBES = (1, -3)  # what stands for an element that is not zero


@dataclass(frozen=True)
class Density(Analysis):
    """About which share of elements is not zero at most, by tensor, also those within kernels, if it is less than 1.

    A hint: zeros that meet an infinity or NaN, or crowded parts that a view picks, make it wrong.
    """

    below_one: Mapping[SSAValue, float]

    @classmethod
    def of(cls, func: FuncOp) -> Self:
        found: dict[SSAValue, float] = {}
        _visit(func.body.block, found)
        return cls({value: share for value, share in found.items() if share < 1})

    def __getitem__(self, value: SSAValue) -> float:
        return self.below_one.get(value, 1.0)


def _visit(block: Block, found: dict[SSAValue, float]) -> None:
    for op in block.ops:
        if isinstance(op, LaunchOp):
            _pass_on(op.inputs, op.body.block.args, found)
            _visit(op.body.block, found)
            _pass_on(yielded(op), op.results, found)
        elif isinstance(op, PdOp):
            for region in op.regions:
                _visit(region.block, found)
            share = _share(op, [found.get(o, 1.0) for o in op.operands])
            found.update((result, share) for result in op.results)


def _pass_on(values: Sequence[SSAValue], names: Sequence[SSAValue], found: dict[SSAValue, float]) -> None:
    found.update((name, found.get(value, 1.0)) for value, name in zip(values, names, strict=True))


def _share(op: PdOp, shares: Sequence[float]) -> float:
    own = op.occupancy(shares)
    if own < 1 or all(share == 1 for share in shares) or not is_elementwise(op):
        return min(own, 1.0)
    return min([1.0, *(share for i, share in enumerate(shares) if _keeps_zeros(op, [i])), _sum_of(op, shares)])


def _sum_of(op: PdOp, shares: Sequence[float]) -> float:
    """The share where any operand is not zero, if the result is zero elsewhere."""
    return sum(shares) if _keeps_zeros(op, range(len(shares))) else 1.0


def _keeps_zeros(op: PdOp, zeros: Sequence[int]) -> bool:
    """Whether the op's result is zero where these operands are."""
    return all(_at(op, zeros, probe) == 0 for probe in PROBES)


def _at(op: PdOp, zeros: Sequence[int], probe: int) -> float:
    """The op's result where the given operands are zero and the others `probe`; nan if it is not known."""
    values = {o: 0 if i in zeros else probe for i, o in enumerate(op.operands)}
    try:
        number: Number = op.element(_Probe(values), [Expr()] * len(op.results[0].type.get_shape()))  # type: ignore
    except (Unknown, ValueError, OverflowError, ZeroDivisionError):
        return math.nan
    return number.value


@dataclass(frozen=True)
class _Probe(Evaluator):
    """Scalars that are numbers, whose operands are given."""

    values: Mapping[SSAValue, int]

    def read(self, value: SSAValue, index: Sequence[Expr]) -> Number:
        dtype, owner = compute_type(dtype_of(value)), value.owner
        number = py(owner.value) if isinstance(owner, FullOp) else self.values[value]
        return self.constant(bool(number) if dtype == i1 else number, dtype)
