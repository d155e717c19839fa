"""Fused loop nests."""

from __future__ import annotations

from typing import ClassVar

from xdsl.ir import Block

from pcc.dialects.kernel import ComputeOp, yielded
from pcc.passes.kinds.base import LoopKind, memory_of
from pcc.passes.loops.cpu import Cpu
from pcc.passes.loops.nest import emit_nest, lanes_for
from pcc.passes.threads.emitter import Grid
from pcc.passes.threads.nest import emit_threads


class Loops(LoopKind):
    """Elementwise ops, views and reductions, computed by pulling each output element."""

    name: ClassVar[str] = "loops"

    def emit(self, compute: ComputeOp, body: Block, cpu: Cpu) -> None:
        outputs = list(yielded(compute))
        lanes = lanes_for([*compute.body.block.args, *outputs], cpu.vector_bits)
        emit_nest(body, lanes, memory_of(compute), outputs, compute.targets, cpu.cached_bytes)

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        return emit_threads(body, memory_of(compute), list(yielded(compute)), compute.targets)
