"""Updates written at places that data gives: a copy of the target, then loops over the updates in their order.

Where the result lies over the target, there is nothing to copy.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import StringAttr
from xdsl.ir import Block, BlockArgument, Operation, SSAValue

from pcc.dialects.kernel import ComputeOp, LaunchOp
from pcc.dialects.pd.base import PdOp
from pcc.dialects.pd.scatter import Scatter
from pcc.passes.kinds.base import LoopKind, Program, memory_of
from pcc.passes.loops.cpu import Cpu
from pcc.passes.loops.emitter import Emitter
from pcc.passes.loops.nest import emit_nest, lanes_for
from pcc.passes.loops.updates import Updates
from pcc.passes.threads.emitter import Grid, ThreadEmitter
from pcc.passes.threads.owned_updates import OwnedUpdates
from pcc.passes.threads.sought_updates import SoughtUpdates


class ScatterKind(LoopKind):
    """One scatter per launch; it reads its operands through views."""

    name: ClassVar[str] = "scatter"
    OVER: ClassVar[bool] = False

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        return isinstance(op, Scatter)

    def over(self, launch: LaunchOp) -> Sequence[int]:
        target = next(o for o in launch.body.block.ops if isinstance(o, Scatter)).target()
        return [target.index] if isinstance(target, BlockArgument) and target.has_one_use() else []

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        if outputs[0] in inputs:
            launch.properties["kind"] = StringAttr(ScatterOverKind.name)
        return super().call(launch, inputs, outputs, program)

    def emit(self, compute: ComputeOp, body: Block, cpu: Cpu) -> None:
        op = next(o for o in compute.body.block.ops if isinstance(o, Scatter))
        lanes, memory = lanes_for([op.out], cpu.vector_bits), memory_of(compute)
        if not self.OVER:
            emit_nest(body, lanes, memory, [op.target()], compute.targets, cpu.cached_bytes)
        if prod(op.space()):
            Updates(op, Emitter(body, lanes, memory), compute.targets[0]).emit()

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        op = next(o for o in compute.body.block.ops if isinstance(o, Scatter))
        k, target = ThreadEmitter(body, 1, memory_of(compute)), compute.targets[0]
        sought = SoughtUpdates(op, k, target)
        return sought.emit_sought() if sought.pays() else OwnedUpdates(op, k, target).emit_owned()


class ScatterOverKind(ScatterKind):
    """One whose result lies over its target."""

    name: ClassVar[str] = "scatter_over"
    OVER: ClassVar[bool] = True
