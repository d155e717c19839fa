"""Factors of matrices and triangular systems: calls of the routine that has the op's name."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import ClassVar

from xdsl.ir import Operation, SSAValue

from pcc.dialects.kernel import LaunchOp, RoutineOp
from pcc.dialects.pd.base import PdOp, size_of
from pcc.dialects.pd.matrices import MatrixOp
from pcc.passes.kinds.base import Kind, Program, result_memory


class MatricesKind(Kind):
    """One op per launch."""

    name: ClassVar[str] = "matrices"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        return isinstance(op, MatrixOp) and super().accepts(op, through)

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        op = next(o for o in launch.body.block.ops if isinstance(o, MatrixOp))
        place: dict[SSAValue, SSAValue] = dict(zip(launch.body.block.args, inputs, strict=True))
        results = result_memory(op, launch, outputs, program)
        if not any(size_of(result) for result in op.results):
            return []
        definition = op.get_irdl_definition()
        pointers = {name: place[value] for (name, _), value in zip(definition.operands, op.operands, strict=True)}
        pointers |= {name: memory for (name, _), memory in zip(definition.results, results, strict=True)}
        return [RoutineOp.call(f"pcc_{op.name.removeprefix('pd.')}_{op.suffix()}", op.fields(), pointers)]
