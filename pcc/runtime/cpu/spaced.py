"""Vectors of evenly spaced elements, of which only some lanes may be touched."""

from __future__ import annotations

from collections.abc import Callable

from pcc.codegen_cpu.llvm_text import Function, Value
from pcc.runtime.cpu.microkernel import Tile

Load = Callable[[Value], Value]  # source -> the vector source[0], source[step], source[2 step], ...
Reader = Callable[[Value, Value], Load]  # (low, high) -> a Load that reads lanes low .. high, the others being zero


def with_spacing(f: Function, tile: Tile, step: Value, use: Callable[[Reader], None]) -> None:
    """Emit `use` for steps of 1, of 2 and any other, each with its own way of reading."""
    far = lambda: f.choose(  # noqa: E731
        f.cmp("eq", step, 2),
        lambda: use(lambda low, high: _pairs(f, tile, low, high)),
        lambda: use(lambda low, high: _gather(f, tile, step, low, high)),
    )
    f.choose(f.cmp("eq", step, 1), lambda: use(lambda low, high: _adjacent(f, tile, low, high)), far)


def between(f: Function, tile: Tile, low: Value, high: Value, start: int = 0) -> Value:
    """The mask of lanes low .. high of a vector whose first lane is number `start`."""
    numbers = f.add(f.lane_numbers(tile.lanes), start) if start else f.lane_numbers(tile.lanes)
    after = f.cmp("sge", numbers, f.splat(low, tile.lanes))
    return f.op("and", after, f.cmp("slt", numbers, f.splat(high, tile.lanes)))


def _adjacent(f: Function, tile: Tile, low: Value, high: Value) -> Load:
    mask = between(f, tile, low, high)
    return lambda source: f.masked_load(tile.vector, source, mask)


def _pairs(f: Function, tile: Tile, low: Value, high: Value) -> Load:
    """Two vectors, each read no further than needed, and their even lanes."""
    first, last = f.mul(low, 2), f.sub(f.mul(high, 2), 1)
    masks = [between(f, tile, first, last, start) for start in (0, tile.lanes)]

    def load(source: Value) -> Value:
        places = [f.gep(tile.element, source, tile.lanes * half) for half in (0, 1)]
        halves = [f.masked_load(tile.vector, at, mask) for at, mask in zip(places, masks, strict=True)]
        return f.shuffle(halves[0], halves[1], [2 * i for i in range(tile.lanes)])

    return load


def _gather(f: Function, tile: Tile, step: Value, low: Value, high: Value) -> Load:
    offsets = f.op("mul", f.lane_numbers(tile.lanes), f.splat(step, tile.lanes))
    mask = between(f, tile, low, high)

    def load(source: Value) -> Value:
        pointers = f.emit(f"<{tile.lanes} x ptr>", f"getelementptr {tile.element}, {source}, {offsets}")
        name = f"llvm.masked.gather.v{tile.lanes}{tile.suffix}.v{tile.lanes}p0"
        return f.call(name, tile.vector, pointers, mask, f.as_value(0, tile.vector))

    return load
