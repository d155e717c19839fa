"""Eigenvalues, ascending, and eigenvectors of symmetric matrices, float and double.

    void pcc_eigh_f32(ptr params)        params: a block laid out as `Eigh`

Householder's reflections make the matrix tridiagonal; implicit QL steps with shifts make that diagonal (Wilkinson and
Reinsch 1971, II/2, II/4). Vectors are kept as rows, the tridiagonal numbers in double. What does not converge in LIMIT
steps for one value, as NaN does not, gives NaN.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p
from math import nan

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value
from pcc.runtime.cpu import rows
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import Fields, Rows
from pcc.runtime.cpu.scratch import MATRICES, scratch

LIMIT = 60
WIDE = "double"


class Eigh(Record):
    """`count` matrices x of n rows, of which one triangle is read; values: n each; vectors: n x n, in columns."""

    _fields_ = [
        ("count", c_int64),
        ("n", c_int64),
        ("upper", c_int64),
        ("x", c_void_p),
        ("values", c_void_p),
        ("vectors", c_void_p),
    ]


def define(module: Module, tile: Tile) -> None:
    work = lambda f, p: f.mul(f.mul(p["n"], f.mul(p["n"], p["n"])), 8)  # noqa: E731
    one = lambda f, p, number: _Solver(f, tile, p, number).solve()  # noqa: E731
    rows.routine(module, tile, "eigh", Eigh, lambda _, p: p["count"], work, one)


class _Solver:
    """One matrix: `a`, with reflections' vectors in the end, `v`, the vectors, and the tridiagonal matrix's d and e."""

    def __init__(self, f: Function, tile: Tile, p: Fields, number: Value) -> None:
        self.f, self.tile, self.p, n = f, tile, p, p["n"]
        self.n, self.number, size = n, number, f.mul(n, n)
        elements = f.mul(f.add(f.mul(size, 2), n), tile.bytes)
        self.d = scratch(f, MATRICES, f.add(elements, f.mul(n, 24)))
        self.e, self.factors = (f.gep(WIDE, self.d, f.mul(n, part)) for part in (1, 2))
        memory = f.gep(WIDE, self.d, f.mul(n, 3))
        self.a = Rows(f, tile, memory, n)
        self.v = Rows(f, tile, f.gep(tile.element, memory, size), n)
        self.row = f.gep(tile.element, memory, f.mul(size, 2))

    def solve(self) -> None:
        f, n, size = self.f, self.n, self.f.mul(self.n, self.n)
        x = Rows(f, self.tile, f.gep(self.tile.element, self.p["x"], f.mul(self.number, size)), n)
        upper = f.cmp("ne", self.p["upper"], 0)

        def element(i: Value, j: Value) -> Value:
            there = f.cmp("ne", f.cmp("slt", i, j), upper)
            return x.load(f.select(there, j, i), f.select(there, i, j))

        self.a.fill(n, element)
        f.loop(0, f.sub(n, 2), 1, self._reflect)
        f.loop(0, n, 1, lambda k: self._put(self.d, k, self._widened(self.a.load(k, k))))
        last = lambda: self._put(self.e, f.sub(n, 2), self._widened(self.a.load(f.sub(n, 2), f.sub(n, 1))))  # noqa: E731
        f.choose(f.cmp("sgt", n, 1), last)
        self._put(self.e, f.sub(n, 1), f.as_value(0.0, WIDE))
        self._vectors()
        start = [f.as_value(0, "i64")] * 2
        f.repeat_while(lambda low, steps: f.cmp("slt", low, n), self._step, start)
        self._sort()
        self._write()

    # ---- numbers
    def _get(self, array: Value, at: Operand) -> Value:
        return self.f.load(WIDE, self.f.gep(WIDE, array, at))

    def _put(self, array: Value, at: Operand, value: Value) -> None:
        self.f.store(value, self.f.gep(WIDE, array, at))

    def _widened(self, x: Value) -> Value:
        return self.f.cast("fpext", x, WIDE)

    def _narrowed(self, x: Value) -> Value:
        return self.f.cast("fptrunc", x, self.tile.element)

    def _hypot(self, x: Value, y: Value) -> Value:
        return rows.root(self.f, self.f.fadd(self.f.fmul(x, x), self.f.fmul(y, y)))

    # ---- to a tridiagonal matrix
    def _reflect(self, k: Value) -> None:
        """Make all but the first element behind the diagonal in row and column k zero."""
        f, tile, first = self.f, self.tile, self.f.add(k, 1)
        count, v = f.sub(self.n, first), self.a.at(k, first)
        head, tail = self.a.load(k, first), self.a.at(k, f.add(k, 2))
        rest = rows.dot(f, tile, tail, tail, f.sub(count, 1))

        def none() -> None:
            self._put(self.e, k, self._widened(head))
            self._put(self.factors, k, f.as_value(0.0, WIDE))

        def some() -> None:
            size = rows.root(f, f.fadd(f.fmul(head, head), rest))
            made = f.fneg(f.intrinsic("llvm.copysign", size.type, size, head))
            rows.scale(f, tile, tail, f.fdiv(1.0, f.fsub(head, made)), f.sub(count, 1))
            f.store(f.as_value(1.0, tile.element), v)
            factor = f.fdiv(f.fsub(made, head), made)
            self._put(self.e, k, self._widened(made))
            self._put(self.factors, k, self._widened(factor))
            self._both_sides(first, count, v, factor)

        f.choose(f.cmp("oeq", rest, 0.0), none, some)

    def _both_sides(self, first: Value, count: Value, v: Value, factor: Value) -> None:
        """(I - factor v v') a (I - factor v v') = a - v w' - w v' of the rows and columns from `first` on."""
        f, tile, w = self.f, self.tile, self.row

        def product(i: Value) -> None:
            f.store(f.fmul(factor, rows.dot(f, tile, self.a.at(f.add(first, i), first), v, count)), self._at(w, i))

        f.loop(0, count, 1, product)
        half = f.fmul(f.fmul(factor, -0.5), rows.dot(f, tile, w, v, count))
        rows.add(f, tile, w, v, half, count)

        def update(i: Value) -> None:
            row = self.a.at(f.add(first, i), first)
            for left, right in ((v, w), (w, v)):
                rows.add(f, tile, row, right, f.fneg(f.load(tile.element, self._at(left, i))), count)

        f.loop(0, count, 1, update)

    def _at(self, row: Value, place: Value) -> Value:
        return self.f.gep(self.tile.element, row, place)

    def _vectors(self) -> None:
        """v becomes the transpose of the product of all reflections."""
        f, tile, n = self.f, self.tile, self.n
        self.v.identity(n)

        def back(step: Value) -> None:
            k = f.sub(f.sub(n, 3), step)
            first, count, factor = f.add(k, 1), f.sub(f.sub(n, 1), k), self._narrowed(self._get(self.factors, k))
            v = self.a.at(k, first)

            def row(i: Value) -> None:
                share = f.fmul(factor, rows.dot(f, tile, self.v.at(i, first), v, count))
                rows.add(f, tile, self.v.at(i, first), v, f.fneg(share), count)

            f.choose(f.cmp("une", factor, 0.0), lambda: f.loop(first, n, 1, row) and None)

        f.loop(0, f.sub(n, 2), 1, back)

    # ---- to a diagonal matrix
    def _step(self, low: Value, steps: Value) -> Sequence[Value]:
        """One QL step of the block that begins at `low`, or on to the next; where, and after how many steps there."""
        f, n = self.f, self.n
        high = self._end(low)

        def fail() -> Sequence[Value]:
            f.loop(0, n, 1, lambda k: self._put(self.d, k, f.as_value(nan, WIDE)))
            return [n]

        def go() -> Sequence[Value]:
            self._sweep(low, high)
            return [low]

        def block() -> Sequence[Value]:
            return [*f.choose(f.cmp("sge", steps, LIMIT), fail, go), f.add(steps, 1)]

        return f.choose(f.cmp("eq", high, low), lambda: [f.add(low, 1), f.as_value(0, "i64")], block)

    def _end(self, low: Value) -> Value:
        """The first row from `low` on whose element beside the diagonal is as good as zero."""
        f, last = self.f, self.f.sub(self.n, 1)
        tiny = 2.0**-24 if self.tile.element == "float" else 2.0**-53

        def coupled(m: Value) -> Value:
            here, there = (rows.absolute(f, self._get(self.d, f.op("and", f.add(m, i), -1))) for i in (0, 1))
            return f.cmp("ugt", rows.absolute(f, self._get(self.e, m)), f.fmul(f.fadd(here, there), tiny))

        def more(m: Value) -> Value:
            inside = f.cmp("slt", m, last)
            return f.choose(inside, lambda: [coupled(m)], lambda: [inside])[0]

        return f.repeat_while(more, lambda m: [f.add(m, 1)], [low])[0]

    def _sweep(self, low: Value, high: Value) -> None:
        """One QL step of rows low .. high, with the shift of the first two."""
        f, d, e = self.f, self.d, self.e
        first, beside = self._get(d, low), self._get(e, low)
        slope = f.fdiv(f.fsub(self._get(d, f.add(low, 1)), first), f.fmul(2.0, beside))
        size = f.intrinsic("llvm.copysign", WIDE, self._hypot(slope, f.as_value(1.0, WIDE)), slope)
        g = f.fadd(f.fsub(self._get(d, high), first), f.fdiv(beside, f.fadd(slope, size)))
        one, zero = (f.as_value(x, WIDE) for x in (1.0, 0.0))

        def more(i: Value, s: Value, c: Value, p: Value, g: Value, r: Value) -> Value:
            return f.op("and", f.cmp("sge", i, low), f.cmp("une", r, 0.0))

        def turn(i: Value, s: Value, c: Value, p: Value, g: Value, r: Value) -> Sequence[Value]:
            after, there = f.add(i, 1), self._get(e, i)
            across, along = f.fmul(s, there), f.fmul(c, there)
            r = self._hypot(across, g)
            self._put(e, after, r)

            def stop() -> Sequence[Value]:
                self._put(d, after, f.fsub(self._get(d, after), p))
                return [s, c, p, g]

            return [
                f.sub(i, 1),
                *f.choose(f.cmp("oeq", r, 0.0), stop, lambda: self._turn(i, across, along, p, g, r)),
                r,
            ]

        _, _, _, p, g, r = f.repeat_while(more, turn, [f.sub(high, 1), one, one, zero, g, one])

        def end() -> None:
            self._put(d, low, f.fsub(self._get(d, low), p))
            self._put(e, low, g)

        f.choose(f.cmp("oeq", r, 0.0), lambda: None, end)
        self._put(e, high, zero)

    def _turn(self, i: Value, across: Value, along: Value, p: Value, g: Value, r: Value) -> Sequence[Value]:
        """One rotation of rows i and i + 1; the next s, c, p, g."""
        f, d, after = self.f, self.d, self.f.add(i, 1)
        s, c = f.fdiv(across, r), f.fdiv(g, r)
        g = f.fsub(self._get(d, after), p)
        r = f.fadd(f.fmul(f.fsub(self._get(d, i), g), s), f.fmul(f.fmul(2.0, c), along))
        p = f.fmul(s, r)
        self._put(d, after, f.fadd(g, p))
        rows.turn(f, self.tile, self.v.at(i), self.v.at(after), self._narrowed(c), self._narrowed(s), self.n)
        return [s, c, p, f.fsub(f.fmul(c, r), along)]

    # ---- results
    def _sort(self) -> None:
        f, n = self.f, self.n

        def least(k: Value) -> None:
            def compare(j: Value, best: Value, place: Value) -> Sequence[Value]:
                value = self._get(self.d, j)
                less = f.cmp("olt", value, best)
                return [f.select(less, value, best), f.select(less, j, place)]

            here = self._get(self.d, k)
            best, place = f.loop(f.add(k, 1), n, 1, compare, [here, k])

            def exchange() -> None:
                self._put(self.d, place, here)
                self._put(self.d, k, best)
                rows.swap(f, self.tile, self.v.at(k), self.v.at(place), n)

            f.choose(f.cmp("ne", place, k), exchange)

        f.loop(0, n, 1, least)

    def _write(self) -> None:
        f, n = self.f, self.n
        values = f.gep(self.tile.element, self.p["values"], f.mul(self.number, n))
        f.loop(0, n, 1, lambda k: f.store(self._narrowed(self._get(self.d, k)), self._at(values, k)))
        start = f.mul(self.number, f.mul(n, n))
        Rows(f, self.tile, f.gep(self.tile.element, self.p["vectors"], start), n).fill(
            n, lambda i, j: self.v.load(j, i)
        )
