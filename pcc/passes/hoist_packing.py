"""A matrix that the products of a loop share is packed once, before the loop."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
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
Loop = scf.ForOp | scf.ParallelOp


class PackedOnce(Fact):
    """No product of a loop packs what that of another iteration has packed."""

    lost_in: ClassVar = frozenset({"bufferize"})

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((product for product, _ in _packing_again(func)), None)


@dataclass(frozen=True)
class HoistPacking(Pass):
    """for i { gemm(a[i], b) }  ->  pack(b, packed); for i { gemm(a[i], packed) }

    The loops are those of blocks, in parallel or in runs. What is packed lies behind all else in the memory that is
    used before the loop: a thread's, or the function's arena. Equal matrices are packed once.
    """

    name: ClassVar[str] = "hoist-packing"
    gives: ClassVar[Facts] = facts(PackedOnce)
    serves: ClassVar[Facts] = facts(InLoops)
    on: ClassVar = (RoutineOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        found, packed = list(_packing_again(func)), dict[Hashable, SSAValue]()
        for product, loop in found:
            matrix = {field: product.numbers().get(field, 0) for field in ("b_offset", "b_row", "b_column", "k", "n")}
            key = loop, product.places()["b"], product.routine.data, *matrix.values()
            if key not in packed:
                packed[key] = _pack(product, matrix, loop)
            _use(product, packed[key])
        return bool(found)


def _packing_again(func: FuncOp) -> Iterator[tuple[RoutineOp, Loop]]:
    """Products, each with the outermost loop in which it packs the same matrix again and again."""
    for product in func.walk():
        if isinstance(product, RoutineOp) and product.routine.data in GEMMS and _packs(product):
            loops = [loop for loop in _loops_around(product) if _memory_before(loop) is not None]
            same = [loop for loop in loops if not _is_within(product.places()["b"], loop)]
            yield from ((product, loop) for loop in same[-1:])


def _packs(product: RoutineOp) -> bool:
    numbers = product.numbers()
    several = any(numbers[f"batch{n}"] > 1 and f"b_batch{n}" in numbers for n in (0, 1))
    in_place = numbers.get("b_column") == 1 and numbers.get("b_row", 0) * GEMMS[product.routine.data].size <= NEAR
    least = ROWS if numbers.get("b_column") == 1 else FEW_ROWS + 1
    return not several and not in_place and "b_packed" not in numbers and numbers["m"] >= least


def _loops_around(product: RoutineOp) -> Iterator[Loop]:
    """From the innermost one on, as far as iterations may run in any order."""
    loop = product.parent_op()
    while isinstance(loop, scf.ParallelOp) or (isinstance(loop, scf.ForOp) and ANY_ORDER in loop.attributes):
        yield loop
        loop = loop.parent_op()


def _is_within(value: SSAValue, loop: Loop) -> bool:
    owner = value.owner
    return loop.is_ancestor(owner if isinstance(owner, Operation) else owner.parent_op() or loop)


def _memory_before(loop: Loop) -> SSAValue | None:
    """The thread's scratch memory, or the arena: the last argument of a function."""
    block = loop.parent
    assert block is not None
    if isinstance(block.parent_op(), FuncOp):
        return next((value for value in block.args[-1:] if _is_bytes(value)), None)
    return next((op.out for op in block.ops if isinstance(op, ScratchOp)), None)


def _is_bytes(value: SSAValue) -> bool:
    return isinstance(value.type, MemRefType) and value.type.element_type == i8


def _pack(product: RoutineOp, matrix: dict[str, int], loop: Loop) -> SSAValue:
    """Where the product's matrix lies packed, in front of the loop."""
    name = product.routine.data
    packed = _more(loop, GEMMS[name], packed_elements(matrix["k"], matrix["n"]))
    pack = RoutineOp.call(name.replace("gemm", "pack_b"), matrix, {"b": product.places()["b"], "packed": packed})
    pack.location = product.location
    Rewriter.insert_op(pack, InsertPoint.before(loop))
    return packed


def _use(product: RoutineOp, packed: SSAValue) -> None:
    numbers, places = product.numbers() | {"b_offset": 0, "b_packed": 1}, {**product.places(), "b": packed}
    epilogue = product.epilogue.string_value() if product.epilogue is not None else None
    new = RoutineOp.call(product.routine.data, numbers, places, epilogue, product.captured())
    new.location = product.location
    Rewriter.replace_op(product, new)


def _more(loop: Loop, dtype: Float32Type | Float64Type, elements: int) -> SSAValue:
    """Memory behind all that is used of what there is before the loop."""
    memory, func = _memory_before(loop), loop.parent_op()
    assert memory is not None
    assert isinstance(memory.type, MemRefType)
    (used,) = memory.type.get_shape()
    start = -(-used // ALIGNMENT) * ALIGNMENT
    memory = Rewriter.replace_value_with_new_type(memory, MemRefType(i8, [start + elements * dtype.size]))
    if isinstance(func, FuncOp):
        func.update_function_type()
    at = arith.ConstantOp(IntegerAttr(start, IndexType()))
    view = memref.ViewOp.create(operands=[memory, at.result], result_types=[MemRefType(dtype, [elements])])
    Rewriter.insert_op([at, view], InsertPoint.before(loop))
    return view.results[0]
