"""Rows of numbers: what the routines on matrices do with them, and their loop over many matrices.

    void  row_add_f32(ptr target, ptr source, float factor, i64 count)     target += factor source
    float row_dot_f32(ptr a, ptr b, i64 count)
    void  row_scale_f32(ptr target, float factor, i64 count)
    void  row_turn_f32(ptr a, ptr b, float c, float s, i64 count)          a, b = c a - s b, s a + c b
    void  row_tilt_f32(ptr a, ptr b, float s, float t, i64 count)          the same with c = 1 - s t, for small angles
    void  row_swap_f32(ptr a, ptr b, i64 count)

and the same for f64. Rows that are named apart do not overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import smax
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record

CHUNK = 50_000  # multiply-adds of a parallel chunk, at least
Vectors = Sequence[Value]


def define(module: Module, tile: Tile) -> None:
    scalar = (tile.element, "factor")
    _row(module, tile, "add", ("target", "source"), [scalar], lambda f, x: [f.fadd(f.fmul(f.params[2], x[1]), x[0])])
    _row(module, tile, "scale", ("target",), [scalar], lambda f, x: [f.fmul(f.params[1], x[0])])
    _row(module, tile, "turn", ("a", "b"), [(tile.element, "c"), (tile.element, "s")], _turned)
    _row(module, tile, "tilt", ("a", "b"), [(tile.element, "s"), (tile.element, "t")], _tilted)
    _row(module, tile, "swap", ("a", "b"), [], lambda f, x: [x[1], x[0]])
    _dot(module, tile)


def _turned(f: Function, x: Vectors) -> Vectors:
    (a, b), (c, s) = x, f.params[2:4]
    return [f.fsub(f.fmul(c, a), f.fmul(s, b)), f.fadd(f.fmul(s, a), f.fmul(c, b))]


def _tilted(f: Function, x: Vectors) -> Vectors:
    """Without c, which would be rounded to one and make rows longer at every turn (Rutishauser 1966)."""
    (a, b), (s, t) = x, f.params[2:4]
    return [f.fsub(a, f.fmul(s, f.fadd(f.fmul(t, a), b))), f.fadd(f.fmul(s, f.fsub(a, f.fmul(t, b))), b)]


def _row(
    module: Module,
    tile: Tile,
    stem: str,
    pointers: Sequence[str],
    scalars: Sequence[tuple[str, str]],
    compute: Callable[[Function, Vectors], Vectors],
) -> None:
    """A function that replaces the vectors of its first rows by what is computed of all rows."""
    params = [*(("ptr", name) for name in pointers), *scalars, ("i64", "count")]
    f = module.function(tile.name(f"row_{stem}"), "void", params, internal=True, attributes=FAST)

    def vector(at: Value, mask: Value | None) -> None:
        places = [f.gep(tile.element, row, at) for row in f.params[: len(pointers)]]
        made = compute(f, [_load(f, tile, place, mask) for place in places])
        for value, place in zip(made, places, strict=False):
            f.store(value, place) if mask is None else f.masked_store(value, place, mask)

    _vectors(f, tile, f.params[-1], vector)
    f.ret()


def _load(f: Function, tile: Tile, place: Value, mask: Value | None) -> Value:
    return f.load(tile.vector, place) if mask is None else f.masked_load(tile.vector, place, mask)


def _vectors(f: Function, tile: Tile, count: Value, vector: Callable[[Value, Value | None], None]) -> None:
    """Whole vectors, then what is left, masked."""
    whole = f.op("and", count, -tile.lanes)
    f.loop(0, whole, tile.lanes, lambda at: vector(at, None))
    f.choose(f.cmp("slt", whole, count), lambda: vector(whole, rest_mask(f, tile, f.sub(count, whole))))


def rest_mask(f: Function, tile: Tile, count: Value) -> Value:
    """The lanes below a count."""
    return f.cmp("slt", f.lane_numbers(tile.lanes), f.splat(count, tile.lanes))


def _dot(module: Module, tile: Tile) -> None:
    params = [("ptr", "a"), ("ptr", "b"), ("i64", "count")]
    f = module.function(tile.name("row_dot"), tile.element, params, internal=True, attributes=FAST)
    a, b, count = f.params
    zero, chains, lanes = f.as_value(0.0, tile.vector), 4, tile.lanes

    def more(total: Value, at: Value, mask: Value | None = None) -> Value:
        left, right = (_load(f, tile, f.gep(tile.element, row, at), mask) for row in (a, b))
        return f.fadd(f.fmul(left, right), total)

    fast, whole = f.op("and", count, -lanes * chains), f.op("and", count, -lanes)
    step: Callable[..., Vectors] = lambda at, *sums: [more(s, f.add(at, n * lanes)) for n, s in enumerate(sums)]  # noqa: E731
    sums = f.loop(0, fast, lanes * chains, step, [zero] * chains)
    total = f.fadd(f.fadd(sums[0], sums[1]), f.fadd(sums[2], sums[3]))
    (total,) = f.loop(fast, whole, lanes, lambda at, s: [more(s, at)], [total])
    (total,) = f.choose(
        f.cmp("slt", whole, count),
        lambda: [more(total, whole, rest_mask(f, tile, f.sub(count, whole)))],
        lambda: [total],
    )
    reduce = f"llvm.vector.reduce.fadd.v{lanes}{tile.suffix}"
    f.ret(f.call(reduce, tile.element, f.as_value(0.0, tile.element), total, flags="reassoc contract"))


class Rows:
    """The rows of a matrix in a function; calls of the functions above."""

    def __init__(self, f: Function, tile: Tile, memory: Value, width: Operand) -> None:
        self.f, self.tile, self.memory, self.width = f, tile, memory, width

    def at(self, row: Operand, column: Operand = 0) -> Value:
        """The place of an element."""
        first = self.f.mul(self.f.as_value(row, "i64"), self.width)
        return self.f.gep(self.tile.element, self.memory, self.f.add(first, column))

    def load(self, row: Operand, column: Operand) -> Value:
        return self.f.load(self.tile.element, self.at(row, column))

    def store(self, value: Value, row: Operand, column: Operand) -> None:
        self.f.store(value, self.at(row, column))

    def fill(self, rows: Operand, value: Callable[[Value, Value], Value]) -> None:
        """Every element of the first rows by row and column."""
        f = self.f
        each = lambda r: f.loop(0, self.width, 1, lambda c: self.store(value(r, c), r, c)) and None  # noqa: E731
        f.loop(0, rows, 1, each)

    def identity(self, rows: Operand) -> None:
        one, zero = (self.f.as_value(v, self.tile.element) for v in (1.0, 0.0))
        self.fill(rows, lambda r, c: self.f.select(self.f.cmp("eq", r, c), one, zero))


def add(f: Function, tile: Tile, target: Value, source: Value, factor: Value, count: Value) -> None:
    f.call(tile.name("row_add"), "void", target, source, factor, count)


def dot(f: Function, tile: Tile, a: Value, b: Value, count: Value) -> Value:
    return f.call(tile.name("row_dot"), tile.element, a, b, count)


def scale(f: Function, tile: Tile, target: Value, factor: Value, count: Value) -> None:
    f.call(tile.name("row_scale"), "void", target, factor, count)


def turn(f: Function, tile: Tile, a: Value, b: Value, c: Value, s: Value, count: Value) -> None:
    f.call(tile.name("row_turn"), "void", a, b, c, s, count)


def tilt(f: Function, tile: Tile, a: Value, b: Value, s: Value, t: Value, count: Value) -> None:
    f.call(tile.name("row_tilt"), "void", a, b, s, t, count)


def swap(f: Function, tile: Tile, a: Value, b: Value, count: Value) -> None:
    f.call(tile.name("row_swap"), "void", a, b, count)


def copy(f: Function, tile: Tile, source: Value, target: Value, elements: Value) -> None:
    size, volatile = f.mul(elements, tile.bytes), f.as_value(False, "i1")
    f.call("llvm.memcpy.p0.p0.i64", "void", target, source, size, volatile)


def absolute(f: Function, x: Value) -> Value:
    return f.intrinsic("llvm.fabs", x.type, x)


def root(f: Function, x: Value) -> Value:
    return f.intrinsic("llvm.sqrt", x.type, x)


Fields = dict[str, Value]


def routine(
    module: Module,
    tile: Tile,
    stem: str,
    record: type[Record],
    count: Callable[[Function, Fields], Value],
    work: Callable[[Function, Fields], Value],
    one: Callable[[Function, Fields, Value], None],
) -> None:
    """pcc_<stem>(ptr params): `one` for each of `count` items of about `work` multiply-adds, in parallel."""
    params = [("ptr", "params"), ("i64", "lo"), ("i64", "hi")]
    body = module.function(tile.name(f"each_{stem}"), "void", params, internal=True, attributes=FAST)
    inner = records.read_all(body, record, body.params[0])
    body.loop(body.params[1], body.params[2], 1, lambda item: one(body, inner, item))
    body.ret()
    f = module.function(tile.name(f"pcc_{stem}"), "void", [("ptr", "params")])
    p = records.read_all(f, record, f.params[0])
    total, chunk = count(f, p), smax(f, f.op("sdiv", f.as_value(CHUNK, "i64"), smax(f, work(f, p), 1)), 1)
    name = Value("ptr", f"@{tile.name(f'each_{stem}')}")
    call = lambda: f.call("pcc_parallel", "void", name, f.params[0], total, chunk) and None  # noqa: E731
    f.choose(f.cmp("sgt", total, 0), call)
    f.ret()
