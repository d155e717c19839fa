"""Softmax in a product, as in attention: rows are divided by their sums after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.builtin import f32, f64
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.pd.base import PdOp, dtype_of, shape_of
from pcc.dialects.pd.contraction import Contraction
from pcc.passes.attention import softmax_of
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.facts import InKernels, tensor_ops


class DividedLast(Fact):
    """No product with fewer columns than terms has a softmax of its own for rows."""

    lost_in: ClassVar = frozenset({"decompose", "canonicalize"})

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next(iter(_dividing_first(func)), None)


@dataclass(frozen=True)
class DivideLast(Pass):
    """(e * (1 / sum(e))) @ v  ->  (e @ v) * (1 / sum(e)) with e = exp(x - max(x)), which is at most 1"""

    name: ClassVar[str] = "divide-last"
    gives: ClassVar[Facts] = facts(DividedLast)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (Contraction,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        found = _dividing_first(func)
        for product in found:
            _move(product)
        return bool(found)


def _dividing_first(func: FuncOp) -> list[Contraction]:
    return [op for op in tensor_ops(func) if isinstance(op, Contraction) and _divides_first(op)]


def _divides_first(product: Contraction) -> bool:
    """Whether rows and their sums lie in the result as in the softmax."""
    if dtype_of(product.out) not in (f32, f64) or not product.x.has_one_use():
        return False
    relation = product.einsum()
    rows, made = relation.operands[0], relation.results[0]
    alike = len(rows) == len(made) and rows[:-1] == made[:-1] and rows[-1] not in made
    return alike and shape_of(product.out)[-1] < shape_of(product.x)[-1] and softmax_of(product.x) is not None


def _move(product: Contraction) -> None:
    """Let the division follow the product."""
    quotient = product.x.owner
    assert isinstance(quotient, PdOp)
    weights, by = quotient.operands
    product.operands[0] = weights
    last = type(quotient).create(operands=[product.out, by], properties=quotient.properties, location=product.location)
    last.set_result_types(last.infer())
    Rewriter.insert_op(last, InsertPoint.after(product))
    product.out.replace_uses_with_if(last.results[0], lambda use: use.operation is not last)
    Rewriter.erase_op(quotient)
