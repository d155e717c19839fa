"""Vectors of evenly spaced pixels of an image row, whose lanes outside the row are zero and not touched."""

from __future__ import annotations

from collections.abc import Callable

from pcc.codegen_cpu.llvm_text import Function
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.runtime.cpu.microkernel import Tile

Load = Callable[[Value], Value]  # the address of lane 0's pixel -> the vector of pixels
Reader = Callable[[Operand, Operand], Load]  # (place of lane 0 in the row, length of the row) -> a Load
ANY = 1 << 30  # the length of a row that ends nowhere near


def with_spacing(f: Function, tile: Tile, stride: Value, distance: Value, use: Callable[[Reader], None]) -> None:
    """Emit `use` for pixels `stride` places apart, neighbours lying `distance` elements apart in memory.

    Three versions, each with its own way of reading: adjacent pixels, every second one, and any others.
    """
    dense = f.cmp("eq", distance, 1)
    one, two = (f.op("and", dense, f.cmp("eq", stride, n)) for n in (1, 2))
    far = lambda: f.choose(  # noqa: E731
        two,
        lambda: use(lambda start, size: _pairs(f, tile, start, size)),
        lambda: use(lambda start, size: _gather(f, tile, stride, distance, start, size)),
    )
    f.choose(one, lambda: use(lambda start, size: _adjacent(f, tile, start, size)), far)


def _inside(f: Function, places: Value, size: Operand) -> Value:
    """The mask of places in 0 .. size."""
    return f.cmp("ult", places, _narrow(f, size))


def _narrow(f: Function, value: Operand) -> Operand:
    return f.cast("trunc", value, "i32") if isinstance(value, Value) else value


def _places(f: Function, tile: Tile, start: Operand, first: int = 0) -> Value:
    numbers = f.lane_numbers(tile.lanes, "i32")
    moved = f.add(numbers, first) if first else numbers
    return f.add(moved, _narrow(f, start))


def _adjacent(f: Function, tile: Tile, start: Operand, size: Operand) -> Load:
    mask = _inside(f, _places(f, tile, start), size)
    return lambda source: f.masked_load(tile.vector, source, mask)


def _pairs(f: Function, tile: Tile, start: Operand, size: Operand) -> Load:
    """Two vectors, and their even lanes."""
    masks = [_inside(f, _places(f, tile, start, first), size) for first in (0, tile.lanes)]

    def load(source: Value) -> Value:
        places = [f.gep(tile.element, source, tile.lanes * half) for half in (0, 1)]
        halves = [f.masked_load(tile.vector, at, mask) for at, mask in zip(places, masks, strict=True)]
        return f.shuffle(halves[0], halves[1], [2 * i for i in range(tile.lanes)])

    return load


def _gather(f: Function, tile: Tile, stride: Value, distance: Value, start: Operand, size: Operand) -> Load:
    steps = f.op("mul", f.lane_numbers(tile.lanes), f.splat(stride, tile.lanes))
    offsets = f.op("mul", steps, f.splat(distance, tile.lanes))
    places = f.add(f.cast("trunc", steps, f"<{tile.lanes} x i32>"), _narrow(f, start))
    mask = _inside(f, places, size)

    def load(source: Value) -> Value:
        pointers = f.emit(f"<{tile.lanes} x ptr>", f"getelementptr {tile.element}, {source}, {offsets}")
        return f.gather(tile.vector, pointers, mask)

    return load
