"""Products C[b] = A[b] @ B[b] whose A is expected to be almost all zeros, as where experts' tokens are picked.

    void pcc_sparse_gemm_f32(ptr params)        params: a block laid out as `Gemm`; f64 alike

A is looked through first: if more than one element in FEWEST is not zero, or B has an infinity or NaN (which a zero of
A must turn into NaN), the call is one of pcc_gemm. Else each element of A that is not zero adds a row of B to a row of
C. For ZERO initial values, unpacked operands, rows of B in order, and A in order along rows or columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.runtime.cpu import records
from pcc.runtime.cpu.arithmetic import ceil_div, smax, smin
from pcc.runtime.cpu.gemm_block import Gemm
from pcc.runtime.cpu.microkernel import FAST, Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.scratch import GEMM_PARTS, scratch

FEWEST = 32  # elements of A for one that is not zero
BLOCK = 1 << 17  # elements of A that a task takes
TOO_MANY = 1 << 40  # what an infinity or NaN in B counts for


class _Plan(Record):
    """How a call is cut: `parts` of each batch; A as `outer` lines of `inner` elements in order, `step` apart."""

    _fields_ = [
        ("params", c_void_p),
        ("parts", c_int64),
        ("in_rows", c_int64),
        ("outer", c_int64),
        ("inner", c_int64),
        ("step", c_int64),
        ("counts", c_void_p),
    ]


def define(module: Module, tile: Tile) -> None:
    _add_row(module, tile)
    _body(module, tile, "sparse_count", _count)
    _body(module, tile, "sparse_multiply", _multiply)
    _entry(module, tile)


def _entry(module: Module, tile: Tile) -> None:
    f = module.function(tile.name("pcc_sparse_gemm"), "void", [("ptr", "params")])
    p = records.read_all(f, Gemm, f.params[0])
    in_rows, size, batches = f.cmp("eq", p["a_column"], 1), f.mul(p["m"], p["k"]), f.mul(p["batch0"], p["batch1"])
    parts = smax(f, smin(f, ceil_div(f, size, BLOCK), p["m"]), 1)
    total = f.mul(parts, batches)
    lines = {"outer": f.select(in_rows, p["m"], p["k"]), "inner": f.select(in_rows, p["k"], p["m"])}
    lines["step"] = f.select(in_rows, p["a_row"], p["a_column"])
    counts = scratch(f, GEMM_PARTS, f.mul(total, 8))
    whole = {"parts": parts, "in_rows": f.cast("zext", in_rows, "i64"), "counts": counts}
    plan = records.new(f, _Plan, params=f.params[0], **whole, **lines)
    one = f.as_value(1, "i64")

    def run(stem: str) -> None:
        f.call("pcc_parallel", "void", Value("ptr", f"@{tile.name(stem)}"), plan, total, one)

    run("sparse_count")
    add = lambda i, found: [f.add(found, f.load("i64", f.gep("i64", counts, i)))]  # noqa: E731
    (found,) = f.loop(0, total, 1, add, [f.as_value(0, "i64")])
    few = f.cmp("sle", f.mul(found, FEWEST), f.mul(size, batches))
    dense = lambda: f.call(tile.name("pcc_gemm"), "void", f.params[0]) and None  # noqa: E731
    f.choose(few, lambda: run("sparse_multiply"), dense)
    f.ret()


class _Part:
    """One part of a parallel loop's body: a batch's operands, and lines of A."""

    def __init__(self, f: Function, tile: Tile, plan: Value, index: Value) -> None:
        self.f, self.tile, self.index = f, tile, index
        self.plan = t = records.read_all(f, _Plan, plan)
        self.p = p = records.read_all(f, Gemm, t["params"])
        self.batch, self.part = f.op("sdiv", index, t["parts"]), f.op("srem", index, t["parts"])
        x, y = f.op("sdiv", self.batch, p["batch1"]), f.op("srem", self.batch, p["batch1"])
        self.a, self.b, self.c = (
            f.gep(tile.element, p[name], f.add(f.mul(x, p[f"{name}_batch0"]), f.mul(y, p[f"{name}_batch1"])))
            for name in "abc"
        )
        self.in_rows = f.cmp("ne", t["in_rows"], 0)

    def share(self, extent: Value) -> tuple[Value, Value]:
        """The part of an extent that is its own."""
        f, size = self.f, ceil_div(self.f, extent, self.plan["parts"])
        low = smin(f, f.mul(self.part, size), extent)
        return low, smin(f, f.add(low, size), extent)

    def vectors(
        self, start: Value, low: Operand, high: Operand, body: Callable[..., Sequence[Value] | None],
        carry: Sequence[Value] = (),
    ) -> list[Value]:  # fmt: skip
        """body(j, the vector at start[j], *carried), lanes from `high` on being zero."""
        f, tile = self.f, self.tile
        numbers, end = f.lane_numbers(tile.lanes), f.splat(f.as_value(high, "i64"), tile.lanes)

        def vector(j: Value, *carried: Value) -> Sequence[Value] | None:
            inside = f.cmp("slt", f.add(numbers, f.splat(j, tile.lanes)), end)
            return body(j, f.masked_load(tile.vector, f.gep(tile.element, start, j), inside), *carried)

        return f.loop(low, high, tile.lanes, vector, carry)

    def line(self, o: Value) -> Value:
        return self.f.gep(self.tile.element, self.a, self.f.mul(o, self.plan["step"]))

    def occupied(self, vector: Value) -> Value:
        """A bit for each element that is not zero."""
        f, lanes = self.f, self.tile.lanes
        bits = f.cast("bitcast", f.cmp("une", vector, f.as_value(0, self.tile.vector)), f"i{lanes}")
        return f.cast("zext", bits, "i64")


def _body(module: Module, tile: Tile, stem: str, emit: Callable[[_Part], None]) -> None:
    """<stem>(ptr plan, lo, hi): the body of a parallel loop over the parts of all batches."""
    params = [("ptr", "plan"), ("i64", "lo"), ("i64", "hi")]
    f = module.function(tile.name(stem), "void", params, internal=True, attributes=FAST)
    plan, low, high = f.params
    f.loop(low, high, 1, lambda index: emit(_Part(f, tile, plan, index)))
    f.ret()


def _count(part: _Part) -> None:
    """counts[index] = how many elements of the part of A are not zero; many more if B's part is not finite."""
    f, tile, p = part.f, part.tile, part.p
    zero = f.as_value(0, "i64")

    def line(o: Value, found: Value) -> Sequence[Value]:
        ones = lambda vector: f.call("llvm.ctpop.i64", "i64", part.occupied(vector))  # noqa: E731
        more = lambda j, vector, found: [f.add(found, ones(vector))]  # noqa: E731
        return part.vectors(part.line(o), 0, part.plan["inner"], more, [found])

    def row(l: Value, spoilt: Value) -> Sequence[Value]:
        start = f.gep(tile.element, part.b, f.mul(l, p["b_row"]))
        none = f.as_value(0, tile.vector)
        more = lambda j, vector, sums: [f.intrinsic("llvm.fmuladd", tile.vector, vector, none, sums)]  # noqa: E731
        return part.vectors(start, 0, p["n"], more, [spoilt])

    (found,) = f.loop(*part.share(part.plan["outer"]), 1, line, [zero])
    (spoilt,) = f.loop(*part.share(p["k"]), 1, row, [f.as_value(0, tile.vector)])
    finite = f.cmp("eq", part.occupied(spoilt), 0)
    f.store(f.add(found, f.select(finite, zero, TOO_MANY)), f.gep("i64", part.plan["counts"], part.index))


def _multiply(part: _Part) -> None:
    """Rows of C: cleared, then with a row of B for each element of A that is not zero; then the epilogue."""
    f, tile, p, in_rows = part.f, part.tile, part.p, part.in_rows
    low, high = part.share(p["m"])
    zero = f.as_value(0, "i64")
    row_of_c = lambda i: f.gep(tile.element, part.c, f.mul(i, p["c_row"]))  # noqa: E731

    def clear(i: Value) -> None:
        wipe = (row_of_c(i), Value("i8", "0"), f.mul(p["n"], tile.bytes), Value("i1", "false"))
        f.call("llvm.memset.p0.i64", "void", *wipe)

    def line(o: Value) -> None:
        def some(j: Value, vector: Value) -> None:
            f.repeat_while(lambda bits: f.cmp("ne", bits, 0), lambda bits: [one(j, bits)], [part.occupied(vector)])

        def one(j: Value, bits: Value) -> Value:
            at = f.add(j, f.call("llvm.cttz.i64", "i64", bits, Value("i1", "true")))
            i, l = f.select(in_rows, o, at), f.select(in_rows, at, o)
            factor = f.load(tile.element, f.gep(tile.element, part.line(o), at))
            row = f.gep(tile.element, part.b, f.mul(l, p["b_row"]))
            f.call(tile.name("sparse_add"), "void", row_of_c(i), factor, row, p["n"])
            return f.op("and", bits, f.sub(bits, 1))

        part.vectors(part.line(o), f.select(in_rows, zero, low), f.select(in_rows, part.plan["inner"], high), some)

    f.loop(low, high, 1, clear)
    f.loop(f.select(in_rows, low, zero), f.select(in_rows, high, part.plan["outer"]), 1, line)
    null = Value("ptr", "null")
    bounds = (low, high, zero, p["n"])
    call = lambda: f.call_pointer(p["epilogue"], "void", p["context"], part.batch, *bounds) and None  # noqa: E731
    f.choose(f.op("and", f.cmp("ne", p["epilogue"], null), f.cmp("slt", low, high)), call)


def _add_row(module: Module, tile: Tile) -> None:
    """sparse_add(ptr y, factor, ptr x, i64 n): y[:n] += factor * x[:n]"""
    params = [("ptr", "y"), (tile.element, "factor"), ("ptr", "x"), ("i64", "n")]
    f = module.function(tile.name("sparse_add"), "void", params, internal=True, attributes=FAST)
    y, factor, x, n = f.params
    wide, whole = f.splat(factor, tile.lanes), f.op("and", n, -tile.lanes)

    def vector(j: Value) -> None:
        place = f.gep(tile.element, y, j)
        found = f.load(tile.vector, f.gep(tile.element, x, j))
        f.store(f.intrinsic("llvm.fmuladd", tile.vector, wide, found, f.load(tile.vector, place)), place)

    def single(j: Value) -> None:
        place = f.gep(tile.element, y, j)
        found = f.load(tile.element, f.gep(tile.element, x, j))
        f.store(f.intrinsic("llvm.fmuladd", tile.element, factor, found, f.load(tile.element, place)), place)

    f.loop(0, whole, tile.lanes, vector)
    f.loop(whole, n, 1, single)
    f.ret()
