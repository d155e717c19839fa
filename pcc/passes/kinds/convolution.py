"""Convolutions and their transposes: calls of the convolution routines."""

from __future__ import annotations

from collections.abc import Container, Sequence
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import f64
from xdsl.dialects.func import CallOp
from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.index import Var
from pcc.dialects.kernel import ComputeOp, LaunchOp, RoutineOp, yielded
from pcc.dialects.pd.base import PdOp, dtype_of, is_float, py, shape_of, size_of
from pcc.dialects.pd.convolution import Sliding
from pcc.dialects.pd.product import SumOfProducts
from pcc.dialects.pd.windows import Axis
from pcc.dialects.routines import WINOGRAD
from pcc.passes.kinds.base import Kind, Program, memory_of
from pcc.passes.kinds.contraction import Strides, strides_of
from pcc.passes.kinds.epilogue import call_with_epilogue, emit_epilogue
from pcc.passes.loops.cpu import Cpu
from pcc.passes.loops.epilogue import Layout
from pcc.passes.threads.emitter import Grid
from pcc.passes.threads.nest import emit_threads
from pcc.passes.threads.product import emit_product

TILED_FILTERS = 16  # of a group, fewest for which a device's tiles pay
WINOGRAD_CHANNELS, WINOGRAD_PIXELS = 32, 2048  # fewest for which it pays with filters that are not constant


def image_strides(op: Sliding, through: Container[Operation] | None = None) -> Strides | None:
    """How the image steps through memory, seen through views; letters are its dimensions' numbers."""
    shape = shape_of(op.image())
    variables = {str(d): Var(f"d{d}", e) for d, e in enumerate(shape)}
    return strides_of(op.image(), [(str(d),) for d in range(len(shape))], variables, through)


def three(values: Sequence[int], fill: int) -> list[int]:
    """Values of 1 to 3 axes as those of 3, the new ones first."""
    return [fill] * (3 - len(values)) + [int(v) for v in values]


def axis_fields(name: str, values: Sequence[int], fill: int) -> dict[str, int]:
    return {f"{name}{axis}": value for axis, value in enumerate(three(values, fill))}


def contiguous(shape: Sequence[int]) -> list[int]:
    """The strides of a tensor in row-major order."""
    return [prod(shape[d + 1 :]) for d in range(len(shape))]


def window_fields(axes: Sequence[Axis], inner: Sequence[int], outer: Sequence[int]) -> dict[str, int]:
    """The fields of the windows: sizes of both images, kernel, strides, dilations, padding."""
    names = ("kernel", "stride", "dilation")
    values = {"in": inner, "out": outer, **{name: [getattr(a, name) for a in axes] for name in names}}
    fields = {key: v for name, each in values.items() for key, v in axis_fields(name, each, 1).items()}
    return fields | axis_fields("pad", [a.low for a in axes], 0)


def _filters(op: Sliding) -> dict[str, int]:
    """The fields of the batch and the filters; of a transpose, `channels` are the result's."""
    groups, filters = py(op.groups), shape_of(op.filter)
    sizes = {"batch": shape_of(op.image())[0], "groups": groups}
    return sizes | {"channels": filters[1], "filters": filters[0] // groups}


def conv_fields(op: Sliding, image: Strides) -> dict[str, int]:
    """The integer fields of the routine's call."""
    rank = len(shape_of(op.image()))
    given, made = [image.of[str(d)] for d in range(rank)], contiguous(shape_of(op.out))
    x, y = (made, given) if op.TRANSPOSED else (given, made)
    inner = shape_of(op.out) if op.TRANSPOSED else shape_of(op.image())
    axes, result = op.window_axes(), shape_of(op.out)[2:]
    sizes = [a.extent for a in axes], result
    fields = window_fields(axes, *(sizes[::-1] if op.TRANSPOSED else sizes)) | _filters(op)
    fields |= {"x_batch": x[0], "x_channel": x[1]} | axis_fields("x", x[2:], x[2] * inner[2])
    return fields | {"y_batch": y[0], "y_channel": y[1]}


class ConvolutionKind(Kind):
    """One convolution per launch; its image is read through views by strides."""

    name: ClassVar[str] = "convolution"
    EPILOGUE: ClassVar[bool] = True

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        if not isinstance(op, Sliding) or not is_float(dtype_of(op.image())):
            return False
        owner = op.filter.owner
        if (isinstance(owner, Operation) and owner in through) or not size_of(op.out) or not size_of(op.image()):
            return False
        image = image_strides(op, through)
        return image is not None and (not op.TRANSPOSED or _pixels_follow(op, image))

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        op = next(o for o in launch.body.block.ops if isinstance(o, Sliding))
        if program.own_products:
            return [CallOp(program.kernel(launch), [*inputs, *outputs], [])]
        image = image_strides(op)
        assert image is not None, "fuse keeps convolutions of images without strides in loops"
        place: dict[SSAValue, SSAValue] = dict(zip(launch.body.block.args, inputs, strict=True))
        routine = "pcc_conv_transpose" if op.TRANSPOSED else "pcc_conv"
        given, made = ("y", "x") if op.TRANSPOSED else ("x", "y")
        pointers = {given: place[image.memory], "w": place[op.filter], made: outputs[0]}
        fields = conv_fields(op, image) | {f"{given}_offset": image.offset}
        name = f"{routine}_{'f64' if dtype_of(op.out) == f64 else 'f32'}"
        before = list[Operation]()
        if _winograd_pays(op):
            before, packed = _pack(op, pointers["w"], program)
            pointers["w"] = packed
            fields["w_packed"] = WINOGRAD
        return [*before, call_with_epilogue(name, fields, pointers, launch, op.out, inputs, outputs[0], program)]

    def emit(self, compute: ComputeOp, body: Block, cpu: Cpu) -> None:
        op = next(o for o in compute.body.block.ops if isinstance(o, Sliding))
        emit_epilogue(compute, body, op.out, _layout(op), cpu.vector_bits)

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        return emit_tiles(compute, body, next(o for o in compute.body.block.ops if isinstance(o, Sliding)))


def emit_tiles(compute: ComputeOp, body: Block, op: SumOfProducts) -> Grid:
    """By tiles; a few filters a group, which leave most of a tile empty, element by element."""
    if prod(op.roles().rows) >= TILED_FILTERS:
        return emit_product(compute, body, op, memory_of(compute))
    return emit_threads(body, memory_of(compute), list(yielded(compute)), compute.targets)


def _winograd_pays(op: Sliding) -> bool:
    """Whether transforming the filters on every call costs less than it saves: a third of the products.

    About 25 ns a filter and channel, against 0.027 ns for each of their pixels (measured:
    docs/gemm_and_convolution.md).
    """
    axes, filters = op.window_axes(), shape_of(op.filter)
    plain = not op.TRANSPOSED and len(axes) == 2 and py(op.groups) == 1
    fits = plain and all(a.kernel == 3 and a.stride == 1 and a.dilation == 1 for a in axes)
    pixels = size_of(op.out) // max(shape_of(op.out)[1], 1)
    return fits and min(filters[:2]) >= WINOGRAD_CHANNELS and pixels >= WINOGRAD_PIXELS


def _pack(op: Sliding, filters: SSAValue, program: Program) -> tuple[list[Operation], SSAValue]:
    """The call that transforms the filters, and their place in scratch memory (with slack for whole register tiles)."""
    dtype, (count, channels) = dtype_of(op.filter), shape_of(op.filter)[:2]
    packed = program.scratch(16 * (count + 16) * channels + 64, dtype)
    name = f"pcc_pack_winograd_{'f64' if dtype == f64 else 'f32'}"
    sizes = {"filters": count, "channels": channels}
    return [RoutineOp.call(name, sizes, {"w": filters, "packed": packed})], packed


def _layout(op: Sliding) -> Layout:
    """How the routine counts the result: a batch is a group of an image, m a channel in it, n a pixel."""
    batch, channels, *spatial = shape_of(op.out)
    groups, pixels = py(op.groups), prod(spatial)
    made = channels // groups
    return Layout(batch * groups, groups, made, pixels, channels * pixels, made * pixels, pixels)


def _pixels_follow(op: Sliding, image: Strides) -> bool:
    """Whether the pixels of a channel lie one after another, as the transpose wants them."""
    shape = shape_of(op.image())
    plain = contiguous(shape)
    return all(e == 1 or image.of[str(d)] == plain[d] for d, e in enumerate(shape) if d > 1)
