"""The register tiles of GEMM and convolution: C[rows, columns] (+)= A[rows, k] @ B[k, columns], k unbounded.

One kernel for each even number of rows up to a tile's height and each number of vectors in its width; an odd number
of rows is done by the next larger kernel, which then computes and stores its last row twice. A is read by broadcasts
with any strides; B by rows of whole vectors (so narrower rows must be packed); C's rows are contiguous, and only
`columns` of them are touched.

    void tile_f32_<rows>_<vectors>(ptr a, i64 a_row, i64 a_column, ptr b, i64 b_row, i64 k,
                                   ptr c, i64 c_row, i64 rows, i64 columns, i64 accumulate)      strides in BYTES
    void column_f32(...)                                                                          the same

The latter is for one column and a packed A (a_row one element): its vectors run down the rows, so that the few columns
left over by whole vectors cost little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value, bits, suffix, vector_of
from pcc.codegen_cpu.target import Target

FAST = 'nounwind "prefer-vector-width"="512"'
_PARAMS = ("a", "a_row", "a_column", "b", "b_row", "k", "c", "c_row", "rows", "columns", "accumulate")
AHEAD = 24  # columns of packed A to prefetch ahead: ~1 KB
_CHAINS = 4  # independent sums of a column: enough to hide the latency of a multiply-add


@dataclass(frozen=True)
class Tile:
    """The register tile of an element type: `rows` x `vectors` accumulators of `lanes` elements, blocks of `depth`."""

    element: str
    lanes: int
    rows: int
    vectors: int
    depth: int

    @property
    def columns(self) -> int:
        return self.lanes * self.vectors

    @property
    def few(self) -> int:
        """So many columns are faster one by one than as a vector."""
        return self.lanes // 4

    @property
    def bytes(self) -> int:
        return bits(self.element) // 8

    @property
    def vector(self) -> str:
        return vector_of(self.element, self.lanes)

    @property
    def suffix(self) -> str:
        return suffix(self.element)

    def name(self, stem: str) -> str:
        return f"{stem}_{self.suffix}"


def tile_of(target: Target, element: str) -> Tile:
    """14x2 vectors of 32 registers (AVX-512), 6x2 of 16 with fused multiply-add (AVX2), 4x2 of 16 without (SSE2)."""
    rows = {512: 14, 256: 6}.get(target.vector_bits, 4)
    return Tile(element, target.lanes(bits(element)), rows, 2, 512)


def define(module: Module, tile: Tile) -> None:
    """Add all kernels of a tile, and the table by which `call_kernel` finds them."""
    names = [_kernel(module, tile, rows, v) for v in range(1, tile.vectors + 1) for rows in range(2, tile.rows + 1, 2)]
    table = ", ".join(f"ptr @{name}" for name in names)
    _column(module, tile)
    module.global_value(tile.name("tile_table"), f"internal constant [{len(names)} x ptr] [{table}], align 64")


def find_kernel(f: Function, tile: Tile, rows: Value, columns: Value) -> Value:
    """The kernel for so many rows and columns (both at least 1, at most the tile's)."""
    width = f.op("udiv", f.sub(columns, 1), tile.lanes)
    height = f.op("udiv", f.sub(rows, 1), 2)
    place = f.add(f.mul(width, tile.rows // 2), height)
    return f.load("ptr", f.gep("ptr", Value("ptr", f"@{tile.name('tile_table')}"), place))


def prefetch(f: Function, place: Value, write: bool = False, level: int = 1) -> None:
    """Into a cache of that level, 1 to 3."""
    f.call("llvm.prefetch.p0", "void", place, *(f.as_value(n, "i32") for n in (int(write), 4 - level, 1)))


def _parameters(f: Function) -> dict[str, Value]:
    return dict(zip(_PARAMS, f.params, strict=True))


def _column(module: Module, tile: Tile) -> None:
    params = [("ptr" if p in "abc" else "i64", p) for p in _PARAMS]
    f = module.function(tile.name("column"), "void", params, internal=True, attributes=FAST)
    p, vectors = _parameters(f), -(-tile.rows // tile.lanes)
    buffer = f.alloca(tile.vector, vectors)

    def steps(count: int, a: Value, b: Value, sums: Sequence[Value]) -> list[Value]:
        new = list(sums)
        for u in range(count):
            factor = f.splat(f.load(tile.element, b), tile.lanes)
            for v in range(vectors):
                rows, at = f.load(tile.vector, f.gep(tile.element, a, v * tile.lanes)), u * vectors + v
                new[at] = f.intrinsic("llvm.fmuladd", tile.vector, factor, rows, new[at])
            a, b = f.gep("i8", a, p["a_column"]), f.gep("i8", b, p["b_row"])
        return [a, b, *new]

    whole = f.op("and", p["k"], -_CHAINS)
    carry = [p["a"], p["b"], *[f.as_value(0, tile.vector)] * (_CHAINS * vectors)]
    carry = f.loop(0, whole, _CHAINS, lambda _, a, b, *sums: steps(_CHAINS, a, b, sums), carry)
    _, _, *sums = f.loop(whole, p["k"], 1, lambda _, a, b, *sums: steps(1, a, b, sums), carry)
    for v in range(vectors):
        total = sums[v]
        for u in range(1, _CHAINS):
            total = f.fadd(total, sums[u * vectors + v])
        f.store(total, f.gep(tile.element, buffer, v * tile.lanes))

    def row(m: Value) -> None:
        place, total = f.gep("i8", p["c"], f.mul(m, p["c_row"])), f.load(tile.element, f.gep(tile.element, buffer, m))
        added = lambda: [f.fadd(total, f.load(tile.element, place))]  # noqa: E731
        (value,) = f.choose(f.cmp("ne", p["accumulate"], 0), added, lambda: [total])
        f.store(value, place)

    f.loop(0, p["rows"], 1, row)
    f.ret()


def _kernel(module: Module, tile: Tile, rows: int, vectors: int) -> str:
    name = f"{tile.name('tile')}_{rows}_{vectors}"
    params = [("ptr" if p in "abc" else "i64", p) for p in _PARAMS]
    f = module.function(name, "void", params, internal=True, attributes=FAST)
    p = _parameters(f)
    last = f.sub(p["rows"], 1)
    c_rows = [f.gep("i8", p["c"], f.mul(p["c_row"], m)) for m in range(rows - 1)]
    c_rows.append(f.gep("i8", p["c"], f.mul(p["c_row"], last)))
    for row in c_rows:
        for v in range(vectors):
            prefetch(f, f.gep(tile.element, row, v * tile.lanes), write=True)
    sums = _multiply(f, tile, rows, vectors, p, f.mul(p["a_row"], last))
    _store(f, tile, c_rows, vectors, sums, p["columns"], f.cmp("ne", p["accumulate"], 0))
    f.ret()
    return name


def _multiply(f: Function, tile: Tile, rows: int, vectors: int, p: dict[str, Value], last: Value) -> list[Value]:
    """The loop over k; rows are addressed by a running pointer, as there are more rows than general registers.

    Packed A, often read from the third-level cache, is prefetched; a prefetch of strided rows would only evict others.
    """
    ahead = f.select(f.cmp("eq", p["a_row"], tile.bytes), f.mul(p["a_column"], AHEAD), 0)

    def step(_: Value, a: Value, b: Value, *sums: Value) -> Sequence[Value]:
        b_row = [f.load(tile.vector, f.gep(tile.element, b, tile.lanes * v)) for v in range(vectors)]
        prefetch(f, f.gep("i8", a, ahead))
        new: list[Value] = []
        place = a
        for m in range(rows):
            place = f.gep("i8", a, last) if m == rows - 1 else f.gep("i8", place, p["a_row"]) if m else a
            factor = f.splat(f.load(tile.element, place), tile.lanes)
            for v in range(vectors):
                new.append(f.intrinsic("llvm.fmuladd", tile.vector, factor, b_row[v], sums[m * vectors + v]))
        return [f.gep("i8", a, p["a_column"]), f.gep("i8", b, p["b_row"]), *new]

    zero = f.as_value(0, tile.vector)
    return f.loop(0, p["k"], 1, step, [p["a"], p["b"], *[zero] * (rows * vectors)])[2:]


def _store(
    f: Function, tile: Tile, c_rows: list[Value], vectors: int, sums: list[Value], columns: Value, accumulate: Value
) -> None:
    """Write the sums, or add them to C. All of C is read before any is written: the last two rows may be one."""
    places = [f.gep(tile.element, row, tile.lanes * v) for row in c_rows for v in range(vectors)]

    def whole() -> None:
        added = lambda: [f.fadd(s, f.load(tile.vector, place)) for s, place in zip(sums, places, strict=True)]  # noqa: E731
        for value, place in zip(f.choose(accumulate, added, lambda: sums), places, strict=True):
            f.store(value, place)

    def partial() -> None:
        last = (vectors - 1) * tile.lanes
        kept = f.cmp("slt", f.add(f.lane_numbers(tile.lanes), last), columns)
        every = f.as_value(1, kept.type)
        masks = [every] * (vectors - 1) + [kept]
        reads = [f.op("and", mask, f.splat(accumulate, tile.lanes)) for mask in masks]
        old = [f.masked_load(tile.vector, place, reads[i % vectors]) for i, place in enumerate(places)]
        for i, (value, place) in enumerate(zip(sums, places, strict=True)):
            f.masked_store(f.fadd(value, old[i]), place, masks[i % vectors])

    f.choose(f.cmp("eq", columns, tile.lanes * vectors), whole, partial)
