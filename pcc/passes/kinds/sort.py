"""Sorting: calls of the sorting routine; on a device, rows that its shared memory holds are sorted there."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import ClassVar

from xdsl.dialects.builtin import f32, f64, i32, i64
from xdsl.dialects.func import CallOp
from xdsl.ir import Attribute, Block, Operation, SSAValue

from pcc.dialects.kernel import ComputeOp, LaunchOp, RoutineOp, yielded
from pcc.dialects.pd.base import PdOp, dtype_of, shape_of, size_of
from pcc.dialects.pd.sorting import Ordering
from pcc.passes.kinds.base import Kind, Program, memory_of, result_memory
from pcc.passes.threads.emitter import Grid
from pcc.passes.threads.sort import emit_sort, fits

SUFFIXES: dict[Attribute, str] = {f32: "f32", f64: "f64", i32: "i32", i64: "i64"}


class SortKind(Kind):
    """One sort per launch, of contiguous rows."""

    name: ClassVar[str] = "sort"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        return isinstance(op, Ordering) and super().accepts(op, through)

    def in_threads(self, op: PdOp) -> bool:
        return isinstance(op, Ordering) and fits(op)

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        op = next(o for o in launch.body.block.ops if isinstance(o, Ordering))
        if program.own_sorts and self.in_threads(op):
            return [CallOp(program.kernel(launch), [*inputs, *outputs], [])]
        place: dict[SSAValue, SSAValue] = dict(zip(launch.body.block.args, inputs, strict=True))
        length = shape_of(op.x)[-1]
        fields = {
            "rows": size_of(op.x) // max(length, 1),
            "n": length,
            "k": op.count(),
            "descending": int(op.is_descending()),
        }
        values, indices = result_memory(op, launch, outputs, program)
        pointers = {"x": place[op.x], "values": values, "indices": indices}
        return [RoutineOp.call(f"pcc_sort_{SUFFIXES[dtype_of(op.x)]}", fields, pointers)]

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        op = next(o for o in compute.body.block.ops if isinstance(o, Ordering))
        return emit_sort(op, dict(zip(yielded(compute), compute.targets, strict=True)), body, memory_of(compute))
