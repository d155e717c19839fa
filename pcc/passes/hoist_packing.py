"""A matrix that the products of a loop share is packed once, before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects import arith, memref, scf
from xdsl.dialects.builtin import Float32Type, Float64Type, IndexType, IntegerAttr, MemRefType, f32, f64, i8
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.blocks import ANY_ORDER, ScratchOp
from pcc.dialects.kernel import RoutineOp
from pcc.dialects.routines import FEW_ROWS, NEAR, packed_elements
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.lower_to_loops import InLoops
from pcc.passes.memory_plan import ALIGNMENT

GEMMS = {"pcc_gemm_f32": f32, "pcc_gemm_f64": f64}
ROWS = 32  # of a product, from which on it packs a matrix in order


class PackedOnce(Fact):
    """No product of a loop packs what the one of the iteration before it has packed."""

    lost_in: ClassVar = frozenset({"bufferize"})

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((product for product, _, _ in _packing_again(func)), None)


@dataclass(frozen=True)
class HoistPacking(Pass):
    """for i { gemm(a[i], b) }  ->  pack(b, scratch); for i { gemm(a[i], scratch) }"""

    name: ClassVar[str] = "hoist-packing"
    gives: ClassVar[Facts] = facts(PackedOnce)
    serves: ClassVar[Facts] = facts(InLoops)
    on: ClassVar = (RoutineOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        found = list(_packing_again(func))
        for product, loop, scratch in found:
            _hoist(product, loop, scratch)
        return bool(found)


def _packing_again(func: FuncOp) -> Iterator[tuple[RoutineOp, scf.ForOp, ScratchOp]]:
    """Products, each with its loop, which may run in any order, and with scratch memory from before the loop."""
    for loop in func.walk():
        if isinstance(loop, scf.ForOp) and ANY_ORDER in loop.attributes and loop.parent is not None:
            scratch = next((op for op in loop.parent.ops if isinstance(op, ScratchOp)), None)
            products = [op for op in loop.body.block.ops if isinstance(op, RoutineOp) and op.routine.data in GEMMS]
            yield from ((op, loop, scratch) for op in products if scratch is not None and _packs_again(op, loop))


def _packs_again(product: RoutineOp, loop: scf.ForOp) -> bool:
    numbers, matrix = product.numbers(), product.places()["b"]
    moves = isinstance(matrix.owner, Operation) and loop.is_ancestor(matrix.owner)
    moves |= any(numbers[f"batch{n}"] > 1 and f"b_batch{n}" in numbers for n in (0, 1))
    in_place = numbers.get("b_column") == 1 and numbers.get("b_row", 0) * GEMMS[product.routine.data].size <= NEAR
    least = ROWS if numbers.get("b_column") == 1 else FEW_ROWS + 1
    return not moves and not in_place and "b_packed" not in numbers and numbers["m"] >= least


def _hoist(product: RoutineOp, loop: scf.ForOp, scratch: ScratchOp) -> None:
    name, numbers, places = product.routine.data, product.numbers(), product.places()
    packed = _more(scratch, GEMMS[name], packed_elements(numbers["k"], numbers["n"]), loop)
    read = {field: numbers.get(field, 0) for field in ("b_offset", "b_row", "b_column", "k", "n")}
    pack = RoutineOp.call(name.replace("gemm", "pack_b"), read, {"b": places["b"], "packed": packed})
    epilogue = product.epilogue.string_value() if product.epilogue is not None else None
    numbers |= {"b_offset": 0, "b_packed": 1}
    new = RoutineOp.call(name, numbers, {**places, "b": packed}, epilogue, product.captured())
    pack.location = new.location = product.location
    Rewriter.insert_op(pack, InsertPoint.before(loop))
    Rewriter.replace_op(product, new)


def _more(scratch: ScratchOp, dtype: Float32Type | Float64Type, elements: int, loop: scf.ForOp) -> SSAValue:
    """Memory behind all that the scratch memory is used for."""
    assert isinstance(scratch.out.type, MemRefType)
    (used,) = scratch.out.type.get_shape()
    start = -(-used // ALIGNMENT) * ALIGNMENT
    Rewriter.replace_value_with_new_type(scratch.out, MemRefType(i8, [start + elements * dtype.size]))
    at = arith.ConstantOp(IntegerAttr(start, IndexType()))
    view = memref.ViewOp.create(operands=[scratch.out, at.result], result_types=[MemRefType(dtype, [elements])])
    Rewriter.insert_op([at, view], InsertPoint.before(loop))
    return view.results[0]
