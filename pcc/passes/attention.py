"""Attention among a kernel's ops: a product, softmax of what follows it, and the product with those weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from xdsl.dialects.builtin import f32
from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import PdOp, dtype_of, rank_of, shape_of
from pcc.dialects.pd.contraction import Contraction, MatmulOp
from pcc.dialects.pd.elementwise import DivideOp, SubtractOp, is_elementwise
from pcc.dialects.pd.math import ExpOp
from pcc.dialects.pd.reduction import AxesReduction, MaxOp, SumOp
from pcc.dialects.pd.shape import View
from pcc.dialects.threads import HALVES
from pcc.passes.loops.recorder import Recorder

MOST_COLUMNS = 64  # for whose sums a thread has registers, by tensor cores


@dataclass(frozen=True)
class Attention:
    """softmax(logits) @ v, where `logits` are elements of the product `scores`, each changed by itself."""

    scores: Contraction
    logits: SSAValue
    product: Contraction

    @staticmethod
    def of(block: Block) -> Attention | None:
        """One in which rows, keys and batches of both products are the same, of float32 or as tensor cores can."""
        products = [op for op in block.ops if isinstance(op, Contraction)]
        if len(products) != 2 or not all(dtype_of(op.out) == f32 or _is_for_cores(op) for op in products):
            return None
        scores, product = products
        logits = _softmax_of(product.x) if product.x.has_one_use() else None
        follows = logits is not None and _reads_alone(logits, scores.out, shape_of(scores.out))
        return Attention(scores, logits, product) if logits is not None and follows and _fit(scores, product) else None


def _is_for_cores(op: Contraction) -> bool:
    """Whether pairs of columns lie together."""
    columns = shape_of(op.out)[-1:]
    return isinstance(op, MatmulOp) and dtype_of(op.out) in HALVES and prod(columns) % 2 == 0


def _softmax_of(value: SSAValue) -> SSAValue | None:
    """What a value is softmax of, along its last axis."""
    weights = value.owner
    if not isinstance(weights, DivideOp) or not isinstance(weights.x.owner, ExpOp):
        return None
    difference = weights.x.owner.x.owner
    if not isinstance(difference, SubtractOp):
        return None
    folds = _folded(weights.y, SumOp, weights.x) and _folded(difference.y, MaxOp, difference.x)
    return difference.x if folds and shape_of(difference.x) == shape_of(value) else None


def _folded(value: SSAValue, kind: type[AxesReduction], of: SSAValue) -> bool:
    op = value.owner
    return isinstance(op, kind) and op.x is of and op.keeps() and list(op.axes()) == [rank_of(of) - 1]


def _reads_alone(value: SSAValue, scores: SSAValue, shape: Sequence[int]) -> bool:
    """Whether an element needs the score at its place and no other."""
    op = value.owner
    if value is scores:
        return True
    if not isinstance(op, PdOp) or not _needs(value, scores):
        return not _needs(value, scores)
    plain = is_elementwise(op) and not isinstance(op, View) and list(shape_of(value)) == list(shape)
    return plain and all(_reads_alone(o, scores, shape) for o in op.operands)


def _needs(value: SSAValue, scores: SSAValue) -> bool:
    return value is scores or (
        isinstance(value.owner, Operation) and any(_needs(operand, scores) for operand in value.owner.operands)
    )


def _fit(scores: Contraction, product: Contraction) -> bool:
    """Whether the weights lie as batches, rows and keys, which are those of both products."""
    first, second = scores.roles(), product.roles()
    sizes = [prod(first.batch), prod(first.rows), prod(first.columns)]
    if [prod(second.batch), prod(second.rows), prod(product.extents())] != sizes or second.of_rows:
        return False
    if dtype_of(product.out) != f32 and prod(second.columns) > MOST_COLUMNS:
        return False
    batch, row, key = index = [expr(Var(name, size)) for name, size in zip("brk", sizes, strict=True)]
    place = linear(index, tuple(sizes))
    made = first.index(delinear(batch, first.batch), delinear(row, first.rows), delinear(key, first.columns))
    recorder = Recorder(through=())
    at = second.index(delinear(batch, second.batch), delinear(row, second.rows), [Expr()] * len(second.columns))
    product.factors(recorder, at, delinear(key, tuple(product.extents())))[0]()
    return linear(made, shape_of(scores.out)) == place and [o for _, o in recorder.loads] == [place]
