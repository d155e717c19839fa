"""Singular values, descending, and vectors of square matrices, float and double.

    void pcc_svd_f32(ptr params)        params: a block laid out as `Svd`

Jacobi's rotations make the rows of x orthogonal, two at a time, the longer one first (Hestenes 1958; de Rijk
1989); their lengths are the singular values. At most SWEEPS times over all pairs, so that NaN ends, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_int64, c_void_p

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Value
from pcc.runtime.cpu import rows
from pcc.runtime.cpu.microkernel import Tile
from pcc.runtime.cpu.records import Record
from pcc.runtime.cpu.rows import Fields, Rows
from pcc.runtime.cpu.scratch import MATRICES, scratch

SWEEPS = 40


class Svd(Record):
    """`count` matrices x of n rows and columns; x = u diag(s) vh."""

    _fields_ = [
        ("count", c_int64),
        ("n", c_int64),
        ("x", c_void_p),
        ("u", c_void_p),
        ("s", c_void_p),
        ("vh", c_void_p),
    ]


def define(module: Module, tile: Tile) -> None:
    work = lambda f, p: f.mul(f.mul(p["n"], f.mul(p["n"], p["n"])), 16)  # noqa: E731
    one = lambda f, p, number: _Solver(f, tile, p, number).solve()  # noqa: E731
    rows.routine(module, tile, "svd", Svd, lambda _, p: p["count"], work, one)


class _Solver:
    """One matrix: `a`, rows that become orthogonal, and `turned`, the rotations' product: x = turned' a."""

    def __init__(self, f: Function, tile: Tile, p: Fields, number: Value) -> None:
        self.f, self.tile, self.n = f, tile, p["n"]
        size = f.mul(self.n, self.n)
        start = f.mul(number, size)
        x, u, vh = (f.gep(tile.element, p[name], start) for name in ("x", "u", "vh"))
        self.s = f.gep(tile.element, p["s"], f.mul(number, self.n))
        self.a, self.u = Rows(f, tile, vh, self.n), Rows(f, tile, u, self.n)
        self.turned = Rows(f, tile, scratch(f, MATRICES, f.mul(size, tile.bytes)), self.n)
        rows.copy(f, tile, x, vh, size)

    def solve(self) -> None:
        f, n = self.f, self.n
        self.turned.identity(n)
        start = [f.as_value(0, "i64"), f.as_value(1, "i64")]
        more = lambda sweep, turns: f.op("and", f.cmp("slt", sweep, SWEEPS), f.cmp("sgt", turns, 0))  # noqa: E731
        f.repeat_while(more, lambda sweep, _: [f.add(sweep, 1), self._sweep()], start)
        f.loop(0, n, 1, lambda k: f.store(rows.root(f, self._square(k, k)), self._length(k)))
        f.loop(0, n, 1, self._largest)
        f.loop(0, n, 1, self._normalize)
        self.u.fill(n, lambda i, j: self.turned.load(j, i))

    def _length(self, k: Value) -> Value:
        return self.f.gep(self.tile.element, self.s, k)

    def _square(self, p: Value, q: Value) -> Value:
        return rows.dot(self.f, self.tile, self.a.at(p), self.a.at(q), self.n)

    # ---- rotations
    def _sweep(self) -> Value:
        """All pairs of rows; how many were turned."""
        f, n = self.f, self.n
        f.loop(0, n, 1, lambda k: f.store(self._square(k, k), self._length(k)))  # squares, till all is done

        def row(p: Value, turns: Value) -> Sequence[Value]:
            return f.loop(f.add(p, 1), n, 1, lambda q, turns: [f.add(turns, self._pair(p, q))], [turns])

        return f.loop(0, n, 1, row, [f.as_value(0, "i64")])[0]

    def _pair(self, p: Value, q: Value) -> Value:
        """Make two rows orthogonal if they are not, the first the longer one; how many were turned."""
        f, tile = self.f, self.tile
        shorter = f.cmp("olt", f.load(tile.element, self._length(p)), f.load(tile.element, self._length(q)))
        f.choose(shorter, lambda: self._swap(p, q))
        long, short = (f.load(tile.element, self._length(k)) for k in (p, q))
        common = self._square(p, q)
        tiny = 2.0**-22 if tile.element == "float" else 2.0**-51
        limit = f.fmul(tiny, f.fmul(rows.root(f, long), rows.root(f, short)))

        def turn() -> Sequence[Value]:
            slope = f.fdiv(f.fsub(short, long), f.fmul(2.0, common))
            root = rows.root(f, f.fadd(f.fmul(slope, slope), 1.0))
            t = f.fdiv(1.0, f.fadd(slope, f.intrinsic("llvm.copysign", tile.element, root, slope)))
            c = f.fdiv(1.0, rows.root(f, f.fadd(f.fmul(t, t), 1.0)))
            s = f.fmul(c, t)
            for of in (self.a, self.turned):
                rows.tilt(f, tile, of.at(p), of.at(q), s, f.fdiv(s, f.fadd(1.0, c)), self.n)
            change = f.fmul(t, common)
            f.store(f.fsub(long, change), self._length(p))
            f.store(
                f.call(
                    f"llvm.maxnum.{tile.suffix}", tile.element, f.fadd(short, change), f.as_value(0.0, tile.element)
                ),
                self._length(q),
            )
            return [f.as_value(1, "i64")]

        return f.choose(f.cmp("ogt", rows.absolute(f, common), limit), turn, lambda: [f.as_value(0, "i64")])[0]

    def _swap(self, p: Value, q: Value) -> None:
        f, places = self.f, [self._length(k) for k in (p, q)]
        first, second = (f.load(self.tile.element, place) for place in places)
        f.store(second, places[0])
        f.store(first, places[1])
        for of in (self.a, self.turned):
            rows.swap(f, self.tile, of.at(p), of.at(q), self.n)

    # ---- results
    def _largest(self, k: Value) -> None:
        """Bring the longest row from k on to k."""
        f = self.f

        def compare(j: Value, best: Value, place: Value) -> Sequence[Value]:
            value = f.load(self.tile.element, self._length(j))
            more = f.cmp("ogt", value, best)
            return [f.select(more, value, best), f.select(more, j, place)]

        here = f.load(self.tile.element, self._length(k))
        _, place = f.loop(f.add(k, 1), self.n, 1, compare, [here, k])
        f.choose(f.cmp("ne", place, k), lambda: self._swap(k, place))

    def _normalize(self, k: Value) -> None:
        """Rows of length one; what has no length becomes orthogonal to all before."""
        f = self.f
        length = f.load(self.tile.element, self._length(k))
        by = lambda: rows.scale(f, self.tile, self.a.at(k), f.fdiv(1.0, length), self.n)  # noqa: E731
        f.choose(f.cmp("oeq", length, 0.0), lambda: self._complete(k), by)

    def _complete(self, k: Value) -> None:
        """Of the unit vectors, the first one that is not almost a combination of the k rows before, without those."""
        f, n = self.f, self.n
        enough = f.fdiv(0.5, f.cast("sitofp", n, self.tile.element))

        def attempt(unit: Value, _: Value) -> Sequence[Value]:
            one, zero = (f.as_value(v, self.tile.element) for v in (1.0, 0.0))
            f.loop(0, n, 1, lambda j: self.a.store(f.select(f.cmp("eq", j, unit), one, zero), k, j))
            for _twice in range(2):
                f.loop(
                    0, k, 1, lambda i: rows.add(f, self.tile, self.a.at(k), self.a.at(i), f.fneg(self._square(k, i)), n)
                )
            return [f.add(unit, 1), self._square(k, k)]

        more = lambda unit, found: f.op("and", f.cmp("slt", unit, n), f.cmp("olt", found, enough))  # noqa: E731
        start = [f.as_value(0, "i64"), f.as_value(0.0, self.tile.element)]
        _, found = f.repeat_while(more, attempt, start)
        rows.scale(f, self.tile, self.a.at(k), f.fdiv(1.0, rows.root(f, found)), n)
