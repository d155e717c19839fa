"""Fused loop nests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from xdsl.ir import Block, SSAValue

from pcc.dialects.kernel import LaunchOp, YieldOp
from pcc.passes.kinds.base import LoopKind
from pcc.passes.loops.nest import emit_nest, lanes_for


class Loops(LoopKind):
    """Elementwise ops, views and reductions, computed by pulling each output element."""

    name: ClassVar[str] = "loops"

    def emit(
        self,
        launch: LaunchOp,
        body: Block,
        memory: dict[SSAValue, SSAValue],
        targets: Sequence[SSAValue],
        vector_bits: int,
    ) -> None:
        last = launch.body.block.last_op
        assert isinstance(last, YieldOp)
        outputs = list(last.values)
        emit_nest(body, lanes_for([*launch.body.block.args, *outputs], vector_bits), memory, outputs, targets)
