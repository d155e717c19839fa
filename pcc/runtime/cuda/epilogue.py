"""What follows a matrix product, if it is what libraries do themselves."""

from __future__ import annotations

from xdsl.dialects.func import FuncOp
from xdsl.ir import BlockArgument, SSAValue

from pcc.dialects.kernel import ComputeOp, yielded
from pcc.dialects.pd.activation import ReluOp
from pcc.dialects.pd.base import PdOp, shape_of
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.pd.elementwise import AddOp

Bias = tuple[int, bool]  # the number of the argument that is added, and whether relu follows


def bias_of(function: FuncOp) -> Bias | None:
    """The number of the argument that a kernel adds to each row of a product, and whether relu follows; else None."""
    compute = function.body.block.first_op
    if not isinstance(compute, ComputeOp) or not compute.bounds:
        return None
    (value,) = yielded(compute)
    relu = isinstance(value.owner, ReluOp)
    added = value.owner.operands[0].owner if isinstance(value.owner, ReluOp) else value.owner
    if not isinstance(added, AddOp):
        return None
    for product, bias in (tuple(added.operands), tuple(added.operands)[::-1]):
        if isinstance(product.owner, Contraction) and _is_row(bias, product):
            others = [op for op in compute.body.block.ops if isinstance(op, PdOp)]
            assert isinstance(bias, BlockArgument)
            return (bias.index, relu) if len(others) == 2 + relu else None
    return None


def _is_row(bias: SSAValue, product: SSAValue) -> bool:
    return isinstance(bias, BlockArgument) and shape_of(bias) == shape_of(product)[-1:]
