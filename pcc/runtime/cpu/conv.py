"""Convolution forwards over 1 to 3 axes, float and double: groups, strides, paddings, dilations, any strides of x.

    void pcc_conv_f32(ptr params)          params: a block laid out as `Conv`; f64 alike
    void pcc_pack_filters_f32(ptr w, i64 groups, i64 filters, i64 k, ptr packed)
                                           for constant filters; k = channels * taps; `packed_filters_size` bytes
    void pcc_pack_winograd_f32(ptr w, i64 filters, i64 channels, ptr packed)
                                           the same for 3x3, stride 1, one group; `winograd.packed_size` bytes

`filter_form` says which of them is the fastest for a convolution, the value to put into `Conv.w_packed`.

From generated LLVM text: `f.call("pcc_conv_f32", "void", records.new(f, Conv, batch=..., ...))`.

How: C[filters, pixels] = W[filters, k] @ X[k, pixels] for every image and group, by the GEMM of gemm_block.py whose
B panels conv_window.py packs straight from the image. A 1x1 convolution is a plain GEMM; one whose groups have one
channel goes plane by plane (conv_planes.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import round_up
from pcc.runtime.cpu.conv_planes import is_depthwise
from pcc.runtime.cpu.conv_window import Conv
from pcc.runtime.cpu.gemm import COLUMN_BIAS, ZERO, Gemm
from pcc.runtime.cpu.microkernel import Tile

__all__ = ["Conv", "define", "filter_form", "packed_filters_size"]
WINOGRAD_CHANNELS = 32  # fewest of image and filters for which the transformations pay
WINOGRAD_PIXELS = 128  # fewest of output for which reading 16/9 of the filters pays
PLAIN, PANELS, WINOGRAD = range(3)  # values of Conv.w_packed: as they are; pcc_pack_filters; pcc_pack_winograd


def filter_form(
    kernel: Sequence[int],
    stride: Sequence[int],
    dilation: Sequence[int],
    channels: int,
    filters: int,
    groups: int,
    pixels: int,
) -> int:
    """The fastest form of constant filters; channels and filters are those of a group, pixels those of all outputs."""
    if channels == 1:
        return PLAIN
    plain = all(s == 1 for s in (*stride, *dilation)) and groups == 1
    small = tuple(kernel)[-2:] == (3, 3) and all(k == 1 for k in kernel[:-2])
    worth = min(channels, filters) >= WINOGRAD_CHANNELS and pixels >= WINOGRAD_PIXELS
    return WINOGRAD if plain and small and worth else PANELS


def packed_filters_size(tile: Tile, groups: int, filters: int, k: int) -> int:
    """Bytes of packed filters, slack included; k = channels * taps."""
    return (groups * -(-filters // tile.rows) * tile.rows * k + tile.columns) * tile.bytes


def define(module: Module, tile: Tile) -> None:
    _product_form(module, tile)
    _entry(module, tile)
    _pack_filters(module, tile)


def _entry(module: Module, tile: Tile) -> None:
    f = module.function(tile.name("pcc_conv"), "void", [("ptr", "params")])
    p = records.read_all(f, Conv, f.params[0])
    by_plane = is_depthwise(f, p)
    run = lambda stem: f.call(tile.name(stem), "void", f.params[0]) and None  # noqa: E731
    winograd = f.cmp("eq", p["w_packed"], WINOGRAD)
    direct = lambda: f.choose(by_plane, lambda: run("conv_planes"), lambda: run("conv_product")) and None  # noqa: E731
    f.choose(winograd, lambda: run("conv_winograd"), direct)
    f.ret()


def _product_form(module: Module, tile: Tile) -> None:
    """conv_product: as a matrix product."""
    f = module.function(tile.name("conv_product"), "void", [("ptr", "params")], internal=True)
    p = records.read_all(f, Conv, f.params[0])
    k = f.mul(p["channels"], product(f, p, "kernel"))
    group = f.select(
        f.cmp("ne", p["w_packed"], 0), f.mul(round_up(f, p["filters"], tile.rows), k), f.mul(p["filters"], k)
    )
    has_bias = f.cmp("ne", p["bias"], Value("ptr", "null"))
    plain = is_matrix(f, p)
    same = {name: p[name] for name in ("bias", "epilogue", "context")}
    block = records.new(
        f, Gemm, m=p["filters"], n=product(f, p, "out"), k=k, batch0=p["batch"], batch1=p["groups"],
        a=p["w"], a_row=k, a_column=1, a_batch1=group, a_packed=p["w_packed"],
        b=p["x"], b_row=f.select(plain, p["x_channel"], 0), b_column=f.cast("zext", plain, "i64"),
        b_batch0=p["x_batch"], b_batch1=f.mul(p["channels"], p["x_channel"]),
        window=f.select(plain, Value("ptr", "null"), f.params[0]),
        c=p["y"], c_row=p["y_channel"], c_batch0=p["y_batch"], c_batch1=f.mul(p["filters"], p["y_channel"]),
        init=f.select(has_bias, COLUMN_BIAS, ZERO), bias_batch1=p["filters"], **same,
    )  # fmt: skip
    f.call(tile.name("pcc_gemm"), "void", block)
    f.ret()


def product(f: Function, p: dict[str, Value], name: str) -> Value:
    return f.mul(f.mul(p[f"{name}0"], p[f"{name}1"]), p[f"{name}2"])


def is_matrix(f: Function, p: dict[str, Value]) -> Value:
    """Whether the image of a channel is a row of a matrix as it lies: a 1x1 kernel, no stride, no padding."""
    ones = [p[f"{name}{axis}"] for name in ("kernel", "stride") for axis in range(3)]
    equal = [f.cmp("eq", value, 1) for value in (*ones, p["x2"])]
    equal += [f.cmp("eq", p[f"pad{axis}"], 0) for axis in range(3)]
    equal += [f.cmp("eq", p[f"in{axis}"], p[f"out{axis}"]) for axis in range(3)]
    equal += [f.cmp("eq", p["x1"], p["in2"]), f.cmp("eq", p["x0"], f.mul(p["in1"], p["in2"]))]
    result = equal[0]
    for one in equal[1:]:
        result = f.op("and", result, one)
    return result


def _pack_filters(module: Module, tile: Tile) -> None:
    params = [("ptr", "w"), ("i64", "groups"), ("i64", "filters"), ("i64", "k"), ("ptr", "packed")]
    f = module.function(tile.name("pcc_pack_filters"), "void", params)
    w, groups, filters, k, packed = f.params

    def group(g: Value) -> None:
        source = f.gep(tile.element, w, f.mul(g, f.mul(filters, k)))
        target = f.gep(tile.element, packed, f.mul(g, f.mul(round_up(f, filters, tile.rows), k)))
        f.call(tile.name("pcc_pack_a"), "void", source, k, Value("i64", "1"), filters, k, target)

    f.loop(0, groups, 1, group)
    f.ret()
