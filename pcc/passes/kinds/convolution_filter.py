"""Filters of a convolution from its image and results: calls of the routine."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import ClassVar

from xdsl.dialects.builtin import f64
from xdsl.dialects.func import CallOp
from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.kernel import ComputeOp, LaunchOp, RoutineOp
from pcc.dialects.pd.base import PdOp, dtype_of, is_float, py, shape_of, size_of
from pcc.dialects.pd.convolution_filter import ConvolutionFilterOp
from pcc.passes.kinds.base import Kind, Program
from pcc.passes.kinds.convolution import axis_fields, contiguous, emit_tiles, window_fields
from pcc.passes.threads.emitter import Grid


def _fields(op: ConvolutionFilterOp) -> dict[str, int]:
    """The integer fields of the routine's call."""
    axes, groups, (filters, channels) = op.window_axes(), py(op.groups), shape_of(op.out)[:2]
    fields = {"batch": shape_of(op.image)[0], "groups": groups, "channels": channels, "filters": filters // groups}
    fields |= window_fields(axes, [a.extent for a in axes], shape_of(op.windows)[2:])
    x, y = contiguous(shape_of(op.image)), contiguous(shape_of(op.windows))
    fields |= {"x_batch": x[0], "x_channel": x[1]} | axis_fields("x", x[2:], x[1])
    return fields | {"y_batch": y[0], "y_channel": y[1]}


class ConvolutionFilterKind(Kind):
    """One of them per launch, of operands in memory."""

    name: ClassVar[str] = "convolution_filter"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        if not isinstance(op, ConvolutionFilterOp) or not is_float(dtype_of(op.image)):
            return False
        return super().accepts(op, through) and all(map(size_of, (op.image, op.windows, op.out)))

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        op = next(o for o in launch.body.block.ops if isinstance(o, ConvolutionFilterOp))
        if program.own_products:
            return [CallOp(program.kernel(launch), [*inputs, *outputs], [])]
        place: dict[SSAValue, SSAValue] = dict(zip(launch.body.block.args, inputs, strict=True))
        pointers = {"x": place[op.image], "y": place[op.windows], "w": outputs[0]}
        return [RoutineOp.call(f"pcc_conv_filter_{'f64' if dtype_of(op.out) == f64 else 'f32'}", _fields(op), pointers)]

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        return emit_tiles(compute, body, next(o for o in compute.body.block.ops if isinstance(o, ConvolutionFilterOp)))
