"""Attention in one kernel: by threads over tiles of keys; in loops for those who ask for it on a CPU."""

from __future__ import annotations

from collections.abc import Container
from typing import ClassVar

from xdsl.dialects.builtin import f32
from xdsl.ir import Block, Operation

from pcc.dialects.kernel import ComputeOp, yielded
from pcc.dialects.pd.base import PdOp, dtype_of
from pcc.passes.attention import Attention
from pcc.passes.kinds.base import memory_of
from pcc.passes.kinds.loops import Loops
from pcc.passes.threads.attention import AttentionNest
from pcc.passes.threads.attention_cores import AttentionCores
from pcc.passes.threads.emitter import Grid


class AttentionKind(Loops):
    """What `fuse-attention` makes; no single op is of this kind."""

    name: ClassVar[str] = "attention"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        return False

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        found, (final,), (target,) = Attention.of(compute.body.block), yielded(compute), compute.targets
        assert found is not None
        nest = AttentionNest if dtype_of(found.product.out) == f32 else AttentionCores
        return nest(found, final, target).emit(body, memory_of(compute))
