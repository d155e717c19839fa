"""Attention among a kernel's ops: a product, softmax of what follows it, and the product with those weights."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from math import prod

from xdsl.dialects.builtin import f32
from xdsl.ir import Block, OpResult, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import PdOp, dtype_of, rank_of, shape_of
from pcc.dialects.pd.contraction import Contraction, MatmulOp
from pcc.dialects.pd.elementwise import DivideOp, MultiplyOp, SubtractOp, is_elementwise
from pcc.dialects.pd.math import ExpOp, ReciprocalOp
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
        logits = softmax_of(product.x) if product.x.has_one_use() else None
        follows = logits is not None and _reads_alone(logits, scores.out, _needing(scores.out, block))
        return Attention(scores, logits, product) if logits is not None and follows and _fit(scores, product) else None


def _is_for_cores(op: Contraction) -> bool:
    """Whether pairs of columns lie together."""
    columns = shape_of(op.out)[-1:]
    return isinstance(op, MatmulOp) and dtype_of(op.out) in HALVES and prod(columns) % 2 == 0


def softmax_of(value: SSAValue) -> SSAValue | None:
    """What a value is softmax of, along its last axis."""
    weights, total = _quotient(value)
    if not isinstance(weights.owner, ExpOp) or not isinstance(weights.owner.x.owner, SubtractOp):
        return None
    difference = weights.owner.x.owner
    folds = _folded(total, SumOp, weights) and _folded(difference.y, MaxOp, difference.x)
    return difference.x if folds and shape_of(difference.x) == shape_of(value) else None


def _quotient(value: SSAValue) -> tuple[SSAValue, SSAValue]:
    """x and y of x / y or x * (1 / y)."""
    match value.owner:
        case DivideOp(x=x, y=y):
            return x, y
        case MultiplyOp(x=x, y=OpResult(op=ReciprocalOp(x=y))):
            return x, y
        case _:
            return value, value


def _folded(value: SSAValue, kind: type[AxesReduction], of: SSAValue) -> bool:
    op = value.owner
    return isinstance(op, kind) and op.x is of and op.keeps() and list(op.axes()) == [rank_of(of) - 1]


def _reads_alone(value: SSAValue, scores: SSAValue, needing: Container[SSAValue]) -> bool:
    """Whether an element needs the score at its place and no other; `needing`: all that need any."""
    op = value.owner
    if value is scores or value not in needing or not isinstance(op, PdOp):
        return value is scores or value not in needing
    plain = is_elementwise(op) and not isinstance(op, View) and list(shape_of(value)) == list(shape_of(scores))
    return plain and all(_reads_alone(o, scores, needing) for o in op.operands)


def _needing(scores: SSAValue, block: Block) -> set[SSAValue]:
    found = {scores}
    for op in block.ops:
        if found.intersection(op.operands):
            found.update(op.results)
    return found


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
