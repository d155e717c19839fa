"""Index expressions as code."""

from __future__ import annotations

from functools import reduce
from typing import Any

from xdsl.dialects import arith
from xdsl.dialects.builtin import IndexType, i32, i64
from xdsl.ir import Attribute

from pcc.dialects import kernel
from pcc.dialects.index import Expr, FloorDiv, Var, expr
from pcc.passes.loops.arithmetic import Arithmetic, integer
from pcc.passes.loops.scopes import Scalar

INDEX = IndexType()


class Indexing(Arithmetic):
    """Values of index expressions: of `index` type, or vectors of integers where they vary by lane."""

    def index(self, value: Expr, dtype: Attribute = i64) -> Scalar:
        return self.convert_index(self.index_value(value), dtype)

    def convert_index(self, x: Scalar, dtype: Attribute) -> Scalar:
        if x.dtype == dtype:
            return x
        if x.lanes:
            return self.resize(x, dtype)
        return self.emit(arith.IndexCastOp, [x], dtype, 0)

    def index_value(self, value: Expr, lane_type: Attribute = i64) -> Scalar:
        """An index expression: of `index` type, or a vector of `lane_type` if it varies by lane."""
        made = self.made((value, lane_type), self.depth)
        if made is None:
            made = self._sum(value, lane_type)
            self.note((value, lane_type), max(made.depth, self.depth_of(value)), made)  # where its variables are bound
        return made

    def _sum(self, value: Expr, lane_type: Attribute) -> Scalar:
        """Terms by depth; a scalar's constant last, where it is part of an address and neighbours share the rest."""
        parts = sorted((self._term(atom, c, lane_type) for atom, c in value.terms), key=lambda p: (p.lanes, p.depth))
        if value.constant or not parts:
            parts.insert(0 if parts and parts[-1].lanes else len(parts), self._index_constant(value.constant, INDEX))
        return reduce(self._add, parts)

    def _add(self, a: Scalar, b: Scalar) -> Scalar:
        return self._index_op("arith.addi", a, b)

    def scalar_index(self, rest: Expr, var: Var, step: int) -> Scalar:
        """rest + step * var as a scalar, with a vector loop's variable at its first lane."""
        at = self._times(self.lookup(var), step)
        at = self._add(at, self.index_value(rest - rest.constant)) if rest.terms else at
        return self._add(at, self._index_constant(rest.constant, INDEX)) if rest.constant else at

    def _term(self, atom: Any, coefficient: int, lane_type: Attribute) -> Scalar:
        if isinstance(atom, Var):
            base = self._variable(atom, lane_type)
        else:
            inner = self.index_value(atom.inner, lane_type)
            low, _ = atom.inner.bounds
            name = ("div" if isinstance(atom, FloorDiv) else "rem") + ("ui" if low >= 0 else "si")
            if low < 0:
                return self._times(self._floor(atom, inner), coefficient)
            base = self._index_op(f"arith.{name}", inner, self._index_constant(atom.by, inner.dtype))
        return self._times(base, coefficient)

    def _floor(self, atom: Any, inner: Scalar) -> Scalar:
        """Division that may see negative numbers: shift them up by a multiple of the divisor."""
        shift = (-atom.inner.bounds[0] + atom.by - 1) // atom.by
        up = self._index_op("arith.addi", inner, self._index_constant(shift * atom.by, inner.dtype))
        name = "arith.divui" if isinstance(atom, FloorDiv) else "arith.remui"
        result = self._index_op(name, up, self._index_constant(atom.by, up.dtype))
        if not isinstance(atom, FloorDiv):
            return result
        return self._index_op("arith.addi", result, self._index_constant(-shift, up.dtype))

    def _times(self, x: Scalar, factor: int) -> Scalar:
        return x if factor == 1 else self._index_op("arith.muli", x, self._index_constant(factor, x.dtype))

    def _variable(self, var: Var, lane_type: Attribute) -> Scalar:
        found = self.lookup(var)
        if found.lanes:
            return self.resize(found, lane_type)
        if not any(s.vector == var for s in self.scopes):
            return found
        lanes = self.emit(kernel.LanesOp, [], lane_type, self.lanes)
        first = self.wide(self.convert_index(found, lane_type), self.lanes)
        return self._index_op("arith.addi", first, lanes)

    def index_constant(self, value: int) -> Scalar:
        return self._index_constant(value, INDEX)

    def _index_constant(self, value: int, dtype: Attribute) -> Scalar:
        return self.emit(arith.ConstantOp, [], dtype, 0, {"value": integer(value, dtype)})

    def _index_op(self, name: str, a: Scalar, b: Scalar) -> Scalar:
        if a.lanes != b.lanes:
            a, b = (
                self.wide(self.convert_index(x, y.dtype), y.lanes) if y.lanes and not x.lanes else x
                for x, y in ((a, b), (b, a))
            )
        return self.apply(name, [a, b], a.dtype)

    def dynamic(self, x: Scalar, extent: int) -> Expr:
        """Clamped into range, so that no data can make a kernel touch other memory."""
        x = self.resize(x, i32 if x.dtype == i32 and extent < 2**31 else i64)
        x = self.select(self.compare("lt", x, 0), self.add(x, extent), x)
        x = self.max(self.min(x, extent - 1), 0)
        var = Var(f"dynamic{id(x.value)}", max(extent, 2))
        self.scopes[x.depth].variables[var] = x if x.lanes else self.emit(arith.IndexCastOp, [x], INDEX, 0)
        return expr(var)
