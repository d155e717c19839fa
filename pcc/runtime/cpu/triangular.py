"""Systems of equations with triangular matrices, float and double.

    void pcc_triangular_solve_f32(ptr params)        params: a block laid out as `Triangular`

By substitution, forwards or backwards, for blocks of right-hand sides side by side, which run in parallel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import rows
from pcc.runtime.cpu.arithmetic import ceil_div
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import Fields, Rows

VECTORS = 4  # of right-hand sides in a block


class Triangular(Record):
    """`count` systems of n equations with `columns` right-hand sides y; out: the solutions.

    Each matrix x lies `step` elements behind the one before (0: all are one); its lower triangle is read, or its upper
    one, as ones on the diagonal if `unitriangular`, as the transpose of it if `transpose`.
    """

    _fields_ = [
        ("count", c_int64),
        ("n", c_int64),
        ("columns", c_int64),
        ("step", c_int64),
        ("upper", c_int64),
        ("transpose", c_int64),
        ("unitriangular", c_int64),
        ("x", c_void_p),
        ("y", c_void_p),
        ("out", c_void_p),
    ]


def define(module: Module, tile: Tile) -> None:
    def blocks(f: Function, p: Fields) -> Value:
        return ceil_div(f, p["columns"], tile.lanes * VECTORS)

    def one(f: Function, p: Fields, item: Value) -> None:
        each = blocks(f, p)
        number, column = f.op("sdiv", item, each), f.mul(f.op("srem", item, each), tile.lanes * VECTORS)
        _Block(f, tile, p, number, column).solve()

    work = lambda f, p: f.mul(f.mul(p["n"], p["n"]), tile.lanes)  # noqa: E731
    count = lambda f, p: f.mul(p["count"], blocks(f, p))  # noqa: E731
    rows.routine(module, tile, "triangular_solve", Triangular, count, work, one)


class _Block:
    """Some right-hand sides of one system, from `column` on."""

    def __init__(self, f: Function, tile: Tile, p: Fields, number: Value, column: Value) -> None:
        self.f, self.tile, self.n = f, tile, p["n"]
        start = f.add(f.mul(number, f.mul(p["n"], p["columns"])), column)
        self.y, self.out = (Rows(f, tile, f.gep(tile.element, p[name], start), p["columns"]) for name in ("y", "out"))
        self.x = f.gep(tile.element, p["x"], f.mul(number, p["step"]))
        turned = f.cmp("ne", p["transpose"], 0)
        self.row, self.column = f.select(turned, 1, self.n), f.select(turned, self.n, 1)
        self.backwards = f.cmp("ne", f.cmp("ne", p["upper"], 0), turned)
        self.unit = f.cmp("ne", p["unitriangular"], 0)
        self.left = f.sub(p["columns"], column)

    def solve(self) -> None:
        lanes = self.tile.lanes
        some = lambda at: self._columns(1, at, rows.rest_mask(self.f, self.tile, self.f.sub(self.left, at)))  # noqa: E731
        self.f.choose(
            self.f.cmp("sge", self.left, lanes * VECTORS),
            lambda: self._columns(VECTORS, self.f.as_value(0, "i64"), None),
            lambda: self.f.loop(0, self.left, lanes, some) and None,
        )

    def _element(self, i: Value, j: Value) -> Value:
        """Of the matrix whose equations these are."""
        place = self.f.add(self.f.mul(i, self.row), self.f.mul(j, self.column))
        return self.f.load(self.tile.element, self.f.gep(self.tile.element, self.x, place))

    def _columns(self, vectors: int, at: Value, mask: Value | None) -> None:
        """Vectors of right-hand sides: each unknown is what the known ones leave of its equation."""
        f, n = self.f, self.n

        def unknown(step: Value) -> None:
            i = f.select(self.backwards, f.sub(f.sub(n, 1), step), step)
            low, high = f.select(self.backwards, f.add(i, 1), 0), f.select(self.backwards, n, i)

            def known(j: Value, *sums: Value) -> Sequence[Value]:
                factor = f.fneg(self._element(i, j))
                return [
                    f.fadd(f.fmul(factor, x), s)
                    for x, s in zip(self._load(self.out, j, at, vectors, mask), sums, strict=True)
                ]

            left = f.loop(low, high, 1, known, self._load(self.y, i, at, vectors, mask))
            pivot = f.select(self.unit, 1.0, self._element(i, i))
            self._store([f.fdiv(s, pivot) for s in left], i, at, mask)

        f.loop(0, n, 1, unknown)

    def _places(self, of: Rows, i: Value, at: Value, vectors: int) -> list[Value]:
        return [of.at(i, self.f.add(at, v * self.tile.lanes)) for v in range(vectors)]

    def _load(self, of: Rows, i: Value, at: Value, vectors: int, mask: Value | None) -> list[Value]:
        one: Callable[[Value], Value] = (
            (lambda place: self.f.load(self.tile.vector, place))
            if mask is None
            else (lambda place: self.f.masked_load(self.tile.vector, place, mask))
        )
        return [one(place) for place in self._places(of, i, at, vectors)]

    def _store(self, values: Sequence[Value], i: Value, at: Value, mask: Value | None) -> None:
        for value, place in zip(values, self._places(self.out, i, at, len(values)), strict=True):
            self.f.store(value, place) if mask is None else self.f.masked_store(value, place, mask)
