"""Ops that move elements without changing them: reshape, transpose, slices, concatenation."""
from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any, ClassVar, TypeVar

from xdsl.dialects.builtin import DenseArrayBase, IntegerAttr, TensorType
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def, var_operand_def

from pcc.dialects.index import Expr, delinear, linear
from pcc.dialects.pd.base import (
    PdOp,
    Tensor,
    TypeRuleError,
    dtype_of,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    size_of,
    tensor,
)
from pcc.dialects.relation import Relation, letters
from pcc.dialects.scalars import Index, Scalars

S = TypeVar("S")


class View(PdOp):
    """Each result element is one element of `source()`, at `operand_index`."""

    def source(self) -> Any:
        return self.operands[0]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        raise NotImplementedError

    def element(self, k: Scalars[S], index: Index) -> S:
        return k.read(self.source(), self.operand_index(index))


class Reinterpretation(View):
    """A view with the operand's elements in the operand's order: free at run time, only the shape changes."""

    def operand_index(self, index: Index) -> Sequence[Expr]:
        return delinear(linear(list(index), shape_of(self.results[0])), shape_of(self.source()))


@irdl_op_definition
class ReshapeOp(Reinterpretation):
    """The elements of x in another shape; one extent may be -1, and 0 copies the operand's extent."""

    name = "pd.reshape"
    x = operand_def(base(TensorType))
    shape = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.reshape(x, [4, -1]), (2, 6, 4)),
        sample(lambda paddle, x: paddle.reshape(x, [0, 24]), (2, 6, 4)),
    )

    def infer(self) -> Sequence[Tensor]:
        old = shape_of(self.x)
        shape = [old[d] if e == 0 and d < len(old) else int(e) for d, e in enumerate(py(self.shape))]
        if -1 in shape:
            known = prod(e for e in shape if e != -1)
            shape[shape.index(-1)] = size_of(self.x) // known if known else 0
        if prod(shape) != size_of(self.x):
            raise TypeRuleError(f"cannot reshape {old} to {tuple(py(self.shape))}: {size_of(self.x)} elements")
        return [tensor(shape, dtype_of(self.x))]


@irdl_op_definition
class TransposeOp(View):
    """out[i[perm[0]], i[perm[1]], ...] = x[i[0], i[1], ...]: dimension d of out is dimension perm[d] of x."""

    name = "pd.transpose"
    x = operand_def(base(TensorType))
    perm = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.transpose(x, [1, 0]), (5, 37)),
        sample(lambda paddle, x: paddle.transpose(x, [0, 2, 1, 3]), (2, 3, 4, 16)),
    )

    def order(self) -> list[int]:
        rank = rank_of(self.x)
        perm = [normalize_axis(int(p), rank) for p in py(self.perm)]
        if sorted(perm) != list(range(rank)):
            raise TypeRuleError(f"perm {perm} is no permutation of {rank} axes")
        return perm

    def infer(self) -> Sequence[Tensor]:
        old = shape_of(self.x)
        return [tensor([old[p] for p in self.order()], dtype_of(self.x))]

    def relation(self) -> Relation:
        names = letters(rank_of(self.x))
        dims = tuple((n,) for n in names)
        return Relation((dims,), (tuple(dims[p] for p in self.order()),))

    def operand_index(self, index: Index) -> Sequence[Expr]:
        order = self.order()
        return [index[order.index(d)] for d in range(len(order))]


@irdl_op_definition
class SliceOp(View):
    """x[starts[i]:ends[i]] along axes[i]; axes in decrease_axis are dropped. Negative bounds count from the end."""

    name = "pd.slice"
    input = operand_def(base(TensorType))
    axes = prop_def(base(DenseArrayBase))
    starts = prop_def(base(DenseArrayBase))
    ends = prop_def(base(DenseArrayBase))
    decrease_axis = prop_def(base(DenseArrayBase))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: x[1:, 2:5], (4, 8)),
        sample(lambda paddle, x: x[:, -3], (4, 8)),
        sample(lambda paddle, x: x[2], (4, 40)),
    )

    def ranges(self) -> list[tuple[int, int]]:
        """(start, length) of every operand dimension."""
        ranges = [(0, e) for e in shape_of(self.input)]
        for axis, start, end in zip(py(self.axes), py(self.starts), py(self.ends), strict=True):
            axis = normalize_axis(int(axis), len(ranges))
            extent = ranges[axis][1]
            low, high = (min(max(int(v) + extent if v < 0 else int(v), 0), extent) for v in (start, end))
            ranges[axis] = low, max(high - low, 0)
        return ranges

    def dropped(self) -> set[int]:
        return {normalize_axis(int(a), rank_of(self.input)) for a in py(self.decrease_axis)}

    def infer(self) -> Sequence[Tensor]:
        dropped = self.dropped()
        return [tensor([n for d, (_, n) in enumerate(self.ranges()) if d not in dropped], dtype_of(self.input))]

    def operand_index(self, index: Index) -> Sequence[Expr]:
        dropped, kept = self.dropped(), iter(index)
        return [(Expr() if d in dropped else next(kept)) + start for d, (start, _) in enumerate(self.ranges())]


@irdl_op_definition
class ConcatOp(PdOp):
    """The operands one after another along axis."""

    name = "pd.concat"
    x = var_operand_def(base(TensorType))
    axis = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.concat([x, y], 0), (2, 5), (3, 5)),
        sample(lambda paddle, x, y: paddle.concat([x, y, x], -1), (3, 20), (3, 7)),
    )

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.operands[0]))

    def infer(self) -> Sequence[Tensor]:
        dim, first = self.dim(), list(shape_of(self.operands[0]))
        for o in self.operands[1:]:
            other = list(shape_of(o))
            if other[:dim] + other[dim + 1 :] != first[:dim] + first[dim + 1 :]:
                raise TypeRuleError(f"concat along axis {dim} of {first} and {other}")
        first[dim] = sum(shape_of(o)[dim] for o in self.operands)
        return [tensor(first, dtype_of(self.operands[0]))]

    def relation(self) -> Relation:
        dim, names = self.dim(), letters(rank_of(self.operands[0]) + len(self.operands))
        row = [(n,) for n in names[: rank_of(self.operands[0])]]
        parts = [tuple([*row[:dim], ("_",), *row[dim + 1 :]]) for _ in self.operands]
        return Relation(tuple(parts), (tuple([*row[:dim], ("_",), *row[dim + 1 :]]),), {})

    def element(self, k: Scalars[S], index: Index) -> S:
        dim, end = self.dim(), sum(shape_of(o)[self.dim()] for o in self.operands)
        result: S | None = None
        for operand in reversed(self.operands):
            start = end - shape_of(operand)[dim]
            result = self._piece(k, operand, index, start, end, result)
            end = start
        assert result is not None
        return result

    def _piece(self, k: Scalars[S], operand: Any, index: Index, start: int, end: int, otherwise: S | None) -> S:
        """The element if the index lies in [start, end) of the joined axis, else `otherwise`."""
        dim = self.dim()
        here = [*index[:dim], index[dim] - start, *index[dim + 1 :]]
        if otherwise is None and start == 0:
            return k.read(operand, here)
        conditions = [k.compare("ge", k.index(index[dim]), start), k.compare("lt", k.index(index[dim]), end)]
        return k.guard(conditions, lambda: k.read(operand, here), 0 if otherwise is None else otherwise)


