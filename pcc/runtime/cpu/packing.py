"""Packing: a strided matrix strip into the panel that the register tiles read.

    void pack_f32(ptr source, i64 across, i64 along, i64 width, i64 k, ptr panel, i64 panel_width)

    panel[j * panel_width + i] = source[i * across + j * along]   for i < width, j < k; strides in BYTES

At most two vectors wide. Elements with i >= width are finite if the source is, and up to a vector is written past the
end.
"""

from __future__ import annotations

from collections.abc import Sequence

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu.microkernel import FAST, Tile, prefetch

ROWS_AHEAD = 32  # to prefetch: a large matrix is read from memory in an order that no cache expects
_PARAMS = ("source", "across", "along", "width", "k", "panel", "panel_width")


def define(module: Module, tile: Tile) -> None:
    params = [("ptr" if name in ("source", "panel") else "i64", name) for name in _PARAMS]
    for stem, body in (("copy", _copy), ("turn", _turn), ("each", _each)):
        f = module.function(tile.name(f"pack_{stem}"), "void", params, internal=True, attributes=FAST)
        body(f, tile)
        f.ret()
    f = module.function(tile.name("pack"), "void", params, internal=True, attributes=FAST)
    across, along = f.params[1:3]

    def run(stem: str) -> None:
        f.call(tile.name(f"pack_{stem}"), "void", *f.params)

    unit = f.cmp("eq", across, tile.bytes)
    f.choose(
        unit,
        lambda: run("copy"),
        lambda: f.choose(f.cmp("eq", along, tile.bytes), lambda: run("turn"), lambda: run("each")) and None,
    )
    f.ret()


def _copy(f: Function, tile: Tile) -> None:
    """Rows of the panel are contiguous in the source: copy one or two vectors for each j."""
    source, _, along, width, k, panel, panel_width = f.params
    lanes = tile.lanes

    def rows(vectors: int, whole: bool) -> None:
        start = lanes * (vectors - 1)
        mask = None if whole else f.cmp("slt", f.add(f.lane_numbers(lanes), start), width)

        def row(_: Value, source: Value, panel: Value) -> Sequence[Value]:
            for v in range(vectors):
                at = f.gep(tile.element, source, lanes * v)
                prefetch(f, f.gep("i8", at, f.mul(along, ROWS_AHEAD)), level=2)
                last = mask if v == vectors - 1 else None
                loaded = f.masked_load(tile.vector, at, last) if last else f.load(tile.vector, at)
                f.store(loaded, f.gep(tile.element, panel, lanes * v))
            return [f.gep("i8", source, along), f.gep(tile.element, panel, panel_width)]

        f.loop(0, k, 1, row, [source, panel])

    def by_mask(vectors: int) -> None:
        f.choose(f.cmp("eq", width, lanes * vectors), lambda: rows(vectors, True), lambda: rows(vectors, False))

    f.choose(f.cmp("sle", width, lanes), lambda: by_mask(1), lambda: by_mask(2))


def _turn(f: Function, tile: Tile) -> None:
    """Columns of the panel are contiguous in the source: transpose squares; rows past `width` repeat the last."""
    source, across, _, width, k, panel, panel_width = f.params
    lanes = tile.lanes
    starts = f.alloca("ptr", 2 * lanes)
    top, next_panel = f.sub(width, 1), f.mul(across, 2 * lanes)
    for i in range(2 * lanes):
        row = f.call("llvm.smin.i64", "i64", f.as_value(i, "i64"), top)
        f.store(f.gep("i8", source, f.mul(row, across)), f.gep("ptr", starts, i))

    def square(j: Value, piece: int) -> None:
        starting = [f.load("ptr", f.gep("ptr", starts, piece * lanes + i)) for i in range(lanes)]
        at = [f.gep(tile.element, start, j) for start in starting]
        for place in at:
            prefetch(f, f.gep("i8", place, next_panel), level=2)
        rows = transposed(f, [f.load(tile.vector, place) for place in at])
        for i, row in enumerate(rows):
            place = f.gep(tile.element, panel, f.add(f.mul(f.add(j, i), panel_width), piece * lanes))
            f.store(row, place)

    def squares(j: Value) -> None:  # the second piece first: it may run over the next row's start
        f.choose(f.cmp("sgt", width, lanes), lambda: square(j, 1))
        square(j, 0)

    whole = f.op("and", k, -lanes)
    f.loop(0, whole, lanes, squares)
    rest = [f.gep(tile.element, source, whole), *f.params[1:4], f.sub(k, whole)]
    f.call(tile.name("pack_each"), "void", *rest, f.gep(tile.element, panel, f.mul(whole, panel_width)), panel_width)


def transposed(f: Function, rows: list[Value]) -> list[Value]:
    """The transpose of a square of vectors, by swapping ever larger off-diagonal blocks."""
    lanes = len(rows)
    rows = list(rows)
    step = 1
    while step < lanes:
        low = [j if not j & step else lanes + j - step for j in range(lanes)]
        high = [j + step if not j & step else lanes + j for j in range(lanes)]
        for i in range(lanes):
            if not i & step:
                a, b = rows[i], rows[i + step]
                rows[i], rows[i + step] = f.shuffle(a, b, low), f.shuffle(a, b, high)
        step *= 2
    return rows


def _each(f: Function, tile: Tile) -> None:
    """Any strides, element by element; elements past `width` repeat the last, as garbage could be slow denormals."""
    source, across, along, width, k, panel, panel_width = f.params
    top = f.sub(width, 1)

    def row(j: Value) -> None:
        start, out = f.gep("i8", source, f.mul(j, along)), f.gep(tile.element, panel, f.mul(j, panel_width))

        def element(i: Value) -> None:
            at = f.gep("i8", start, f.mul(f.call("llvm.smin.i64", "i64", i, top), across))
            f.store(f.load(tile.element, at), f.gep(tile.element, out, i))

        f.loop(0, panel_width, 1, element)

    f.loop(0, k, 1, row)
