"""Emits the scalar and vector code of loop nests, each operation in the outermost loop where it can stand.

Every operation is placed by the depth of its operands and found again when asked for twice, so loop-invariant
code motion and common subexpressions need no passes. Inside a vector loop, a value that depends on the loop's
variable is a vector of consecutive iterations; all others stay scalars and are broadcast where they meet one.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from xdsl.dialects import arith, math, memref, scf, vector
from xdsl.dialects.arith import FastMathFlagsAttr
from xdsl.dialects.builtin import (
    DenseArrayBase,
    DenseArrayBase,
    FloatAttr,
    IndexType,
    IntegerAttr,
    IntegerType,
    MemRefType,
    StringAttr,
    VectorType,
    i1,
    i8,
    i32,
    i64,
)
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.irdl import IRDLOperation

from pcc.dialects import kernel
from pcc.dialects.index import Expr, FloorDiv, Var, expr, linear
from pcc.dialects.pd.base import bit_width, dtype_of, is_bool, is_float, shape_of
from pcc.dialects.scalars import compute_type
from pcc.passes.loops.pull import Puller

INDEX = IndexType()
_OPS: dict[str, type[Operation]] = {
    op.name: op for dialect in (arith.Arith, math.Math) for op in dialect.operations
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value in a kernel: one element (lanes 0) or a vector of them; `depth` is the loop it is computed in."""

    value: SSAValue
    dtype: Attribute
    depth: int = 0
    lanes: int = 0


@dataclass
class Scope:
    """One loop body (or the function body) under construction."""

    block: Block
    memo: dict[Any, Any] = field(default_factory=dict[Any, Any])
    variables: dict[Var, Scalar] = field(default_factory=dict[Var, Scalar])
    vector: Var | None = None


def storage_type(dtype: Attribute) -> Attribute:
    """The element type in memory: bool and unsigned integers as signless integers."""
    if is_bool(dtype):
        return i8
    return IntegerType(dtype.bitwidth) if isinstance(dtype, IntegerType) else dtype


class Arithmetic(Puller[Scalar]):
    """Operations on scalars and vectors in a stack of scopes; memory and folds are added by subclasses."""

    def __init__(self, body: Block, lanes: int) -> None:
        self.lanes = lanes
        self.scopes = [Scope(body)]
        self.masks: list[tuple[Scalar, int]] = []  # guards in force, and the depth from which each one matters

    # ---- scopes
    @property
    def depth(self) -> int:
        return len(self.scopes) - 1

    def lookup(self, var: Var) -> Scalar:
        for scope in reversed(self.scopes):
            if var in scope.variables:
                return scope.variables[var]
        raise AssertionError(f"loop variable {var.name} is not in scope")

    def vector_variable(self, value: Expr) -> Var | None:
        """The vector loop's variable if the expression depends on it."""
        return next((s.vector for s in reversed(self.scopes) if s.vector and s.vector in value.variables), None)

    def depth_of(self, value: Expr) -> int:
        return max((self.lookup(v).depth for v in value.variables), default=0)

    def mask_at(self, depth: int) -> Scalar | None:
        """The condition under which code at a depth runs: all guards that do not depend on deeper loops."""
        applied = [mask for mask, since in self.masks if since <= depth]
        total = applied[0] if applied else None
        for mask in applied[1:]:
            total = self.logical_and(total, mask) if total is not None else mask
        return total

    def _guarded(self, key: tuple[SSAValue, tuple[Expr, ...]]) -> Any:
        depth = max((self.depth_of(i) for i in key[1]), default=0)
        return key, tuple(mask.value for mask, since in self.masks if since <= depth)

    def remembered(self, key: Any) -> Any:
        key = self._guarded(key)
        return next((scope.memo[key] for scope in reversed(self.scopes) if key in scope.memo), None)

    def remember(self, key: Any, value: Scalar) -> None:
        self.scopes[value.depth].memo[self._guarded(key)] = value

    def insert(self, op: Operation, depth: int) -> Operation:
        self.scopes[depth].block.add_op(op)
        return op

    def emit(
        self,
        kind: type[Operation],
        args: Sequence[Scalar],
        dtype: Attribute,
        lanes: int,
        depth: int = 0,
        **properties: Attribute,
    ) -> Scalar:
        """A pure operation, shared with an equal one that is visible here."""
        key = (kind, *(a.value for a in args), dtype, lanes, tuple(properties.items()))
        depth = max([depth, *(a.depth for a in args)])
        for scope in reversed(self.scopes[: depth + 1]):
            if key in scope.memo:
                return scope.memo[key]
        type = VectorType(dtype, [lanes]) if lanes else dtype
        op = kind.create(operands=[a.value for a in args], result_types=[type], properties=properties)
        made = Scalar(self.insert(op, depth).results[0], dtype, depth, lanes)
        self.scopes[depth].memo[key] = made
        return made

    # ---- values
    def dtype(self, x: Scalar) -> Attribute:
        return x.dtype

    def constant(self, value: float | int | bool, dtype: Attribute) -> Scalar:
        number = FloatAttr(float(value), dtype) if is_float(dtype) else IntegerAttr(_wrapped(int(value), dtype), dtype)  # type: ignore[arg-type]
        return self.emit(arith.ConstantOp, [], dtype, 0, value=number)

    def wide(self, x: Scalar, lanes: int) -> Scalar:
        """x broadcast to a vector."""
        return x if x.lanes == lanes else self.emit(vector.BroadcastOp, [x], x.dtype, lanes)

    def match(self, args: Sequence[Scalar]) -> tuple[list[Scalar], int]:
        """All as vectors if one is."""
        lanes = max((a.lanes for a in args), default=0)
        return [self.wide(a, lanes) if lanes else a for a in args], lanes

    def apply(self, name: str, args: Sequence[Scalar], result: Attribute) -> Scalar:
        args, lanes = self.match(args)
        kind = _OPS.get(name)
        if kind is None:
            return self.emit(kernel.MathOp, args, result, lanes, function=StringAttr(name.split(".", 1)[1]))
        flags = {"fastmath": FastMathFlagsAttr("none")} if "fastmath" in _properties(kind) else {}
        if "overflowFlags" in _properties(kind):
            flags["overflowFlags"] = arith.IntegerOverflowAttr("none")
        return self.emit(kind, args, result, lanes, **flags)

    def compare_as(self, predicate: str, a: Scalar, b: Scalar) -> Scalar:
        (a, b), lanes = self.match([a, b])
        if is_float(a.dtype):
            code, kind, extra = _CMPF.index(predicate), arith.CmpfOp, {"fastmath": FastMathFlagsAttr("none")}
        else:
            code, kind, extra = _CMPI.index(predicate), arith.CmpiOp, {}
        return self.emit(kind, [a, b], i1, lanes, predicate=IntegerAttr(code, i64), **extra)

    def select(self, condition: Scalar, a: Scalar | float | int, b: Scalar | float | int) -> Scalar:
        dtype = a.dtype if isinstance(a, Scalar) else b.dtype if isinstance(b, Scalar) else i64
        args, lanes = self.match([condition, self.lift(a, dtype), self.lift(b, dtype)])
        return self.emit(kernel.SelectOp if lanes else arith.SelectOp, args, dtype, lanes)

    # ---- index expressions
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
        parts = [self._term(atom, c, lane_type) for atom, c in value.terms]
        total = self._index_constant(value.constant, INDEX) if value.constant or not parts else None
        for part in sorted(parts, key=lambda p: (p.lanes, p.depth)):
            total = part if total is None else self._index_op("arith.addi", total, part)
        assert total is not None
        return total

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
        return self.emit(arith.ConstantOp, [], dtype, 0, value=IntegerAttr(value, dtype))  # type: ignore[arg-type]

    def _index_op(self, name: str, a: Scalar, b: Scalar) -> Scalar:
        if a.lanes != b.lanes:
            a, b = (self.wide(self.convert_index(x, y.dtype), y.lanes) if y.lanes and not x.lanes else x for x, y in ((a, b), (b, a)))
        return self.apply(name, [a, b], a.dtype)

    def dynamic(self, x: Scalar, extent: int) -> Expr:
        """Clamped into range, so that no data can make a kernel touch other memory."""
        x = self.resize(x, i32 if x.dtype == i32 and extent < 2**31 else i64)
        x = self.select(self.compare("lt", x, 0), self.add(x, extent), x)
        x = self.max(self.min(x, extent - 1), 0)
        var = Var(f"dynamic{id(x.value)}", max(extent, 2))
        self.scopes[x.depth].variables[var] = x if x.lanes else self.emit(arith.IndexCastOp, [x], INDEX, 0)
        return expr(var)

    # ---- guards
    def guard(
        self, conditions: Sequence[Scalar], then: Callable[[], Scalar], otherwise: float | int | Scalar
    ) -> Scalar:
        condition = conditions[0]
        for other in conditions[1:]:
            condition = self.logical_and(condition, other)
        self.masks.append((condition, condition.depth))
        inside = then()
        self.masks.pop()
        return self.select(condition, inside, otherwise)


_NO_OPERANDS = DenseArrayBase.from_list(i32, [0, 0])
_CMPF = "false oeq ogt oge olt ole one ord ueq ugt uge ult ule une uno true".split()
_CMPI = "eq ne slt sle sgt sge ult ule ugt uge".split()


def _properties(kind: type[Operation]) -> dict[str, Any]:
    return kind.get_irdl_definition().properties if issubclass(kind, IRDLOperation) else {}


def _wrapped(value: int, dtype: Attribute) -> int:
    """An integer constant in its type's signed range."""
    if dtype == i1 or not isinstance(dtype, IntegerType):
        return value
    bits = bit_width(dtype)
    return (value + (1 << (bits - 1))) % (1 << bits) - (1 << (bits - 1))


@dataclass
class Row:
    """A buffer for one row of a value that several inner loops need; `outer` are the variables that select the row."""

    buffer: SSAValue
    outer: frozenset[Var]
    written: bool = False
    complete: bool = False

    def offset(self, value: Expr) -> Expr | None:
        """The place in the buffer of a flat offset into the whole value, None if the two do not separate."""
        inner = [(a, c) for a, c in value.terms if not (isinstance(a, Var) and a in self.outer)]
        if any(not isinstance(a, Var) and a.inner.variables & self.outer for a, _ in inner):
            return None
        return Expr(tuple(inner), value.constant)


class Emitter(Arithmetic):
    """Arithmetic plus memory, loops and folds: what a nest is built with."""

    def __init__(self, body: Block, lanes: int, memory: dict[SSAValue, SSAValue]) -> None:
        super().__init__(body, lanes)
        self.memory = memory
        self.folds = 0
        self.rows: dict[SSAValue, Row] = {}
        self.folding = False

    # ---- rows kept between inner loops
    def keep_rows(self, values: Sequence[SSAValue], outer: Sequence[Var], size: int) -> None:
        """Keep rows of up to `size` elements of the values, from here on in the current scope."""
        for value in values:
            type = MemRefType(compute_type(dtype_of(value)), [size])
            made = memref.AllocaOp.create(result_types=[type], properties={"operandSegmentSizes": _NO_OPERANDS})
            self.insert(made, self.depth)
            self.rows[value] = Row(made.results[0], frozenset(outer))

    def _compute(self, value: SSAValue, index: tuple[Expr, ...]) -> Scalar:
        row = self.rows.get(value)
        place = row.offset(linear(index, shape_of(value))) if row is not None else None
        if row is None or place is None:
            return super()._compute(value, index)
        if row.complete:
            return self._load(row.buffer, place, compute_type(dtype_of(value)))
        made = super()._compute(value, index)
        if self.folding and self.depth_of(place) == self.depth and place.terms:
            self._store(made, row.buffer, place)
            row.written = True
        return made

    # ---- memory
    def stored(self, value: SSAValue) -> bool:
        return value in self.memory

    def load(self, memory: SSAValue, offset: Expr) -> Scalar:
        """Reads are placed where their offset (and mask) is known; kernels never write what they read."""
        stored = storage_type(dtype_of(memory))
        raw = self._load(self.memory[memory], offset, stored)
        return self._decode(raw, dtype_of(memory))

    def _load(self, source: SSAValue, offset: Expr, stored: Attribute) -> Scalar:
        var = self.vector_variable(offset)
        by_lane = any(self.lookup(v).lanes for v in offset.variables)
        mask = self.mask_at(self.depth_of(offset))
        if var is None and not by_lane and (mask is None or not mask.lanes):
            return self._load_scalar(source, offset, stored, mask)
        if var is not None and not by_lane and offset.is_linear_in(var) and offset.coefficient(var) == 1:
            return self._load_vector(source, offset, var, stored, mask)
        return self._gather(source, offset, stored, mask)

    def _memref(self, source: SSAValue) -> Scalar:
        return Scalar(source, source.type)

    def _load_scalar(self, source: SSAValue, offset: Expr, stored: Attribute, mask: Scalar | None) -> Scalar:
        at = self.index_value(offset)
        if mask is None:
            return self.emit(memref.LoadOp, [self._memref(source), at], stored, 0)
        return self._conditional_load(source, at, stored, mask)

    def _conditional_load(self, source: SSAValue, at: Scalar, stored: Attribute, mask: Scalar) -> Scalar:
        depth = max(at.depth, mask.depth)
        zero = self.constant(0, stored)
        load = memref.LoadOp.create(operands=[source, at.value], result_types=[stored])
        yes, no = Block([load, scf.YieldOp(load.results[0])]), Block([scf.YieldOp(zero.value)])
        op = scf.IfOp.create(operands=[mask.value], result_types=[stored], regions=[Region(yes), Region(no)])
        return Scalar(self.insert(op, depth).results[0], stored, depth)

    def _position(self, offset: Expr, var: Var) -> Scalar:
        """The scalar offset of a vector access along `var`, whose coefficient is one."""
        rest = offset - var
        first = self.lookup(var)
        return self._index_op("arith.addi", self.index_value(rest), first) if rest.terms or rest.constant else first

    def _load_vector(
        self, source: SSAValue, offset: Expr, var: Var, stored: Attribute, mask: Scalar | None
    ) -> Scalar:
        at = self._position(offset, var)
        if mask is None:
            return self.emit(vector.LoadOp, [self._memref(source), at], stored, self.lanes)
        mask = self.wide(mask, self.lanes)
        zero = self.wide(self.constant(0, stored), self.lanes)
        return self.emit(vector.MaskedLoadOp, [self._memref(source), at, mask, zero], stored, self.lanes)

    def _gather(self, source: SSAValue, offset: Expr, stored: Attribute, mask: Scalar | None) -> Scalar:
        lane_type = i32 if offset.bounds[1] < 2**31 and offset.bounds[0] >= -(2**31) else i64
        at = self.index_value(offset, lane_type)
        at = self.wide(self.convert_index(at, lane_type), self.lanes) if not at.lanes else at
        masks = [self.wide(mask, self.lanes)] if mask is not None else []
        return self.emit(kernel.GatherOp, [self._memref(source), at, *masks], stored, self.lanes)

    def _decode(self, raw: Scalar, dtype: Attribute) -> Scalar:
        """From the stored to the compute type."""
        if is_bool(dtype):
            return self.compare("ne", raw, 0)
        target = compute_type(dtype)
        if is_float(dtype) and target != dtype:
            return self.apply("arith.extf", [raw], target)
        if target != raw.dtype:
            return self.apply("arith.extui", [raw], target)
        return raw

    def _encode(self, x: Scalar, dtype: Attribute) -> Scalar:
        stored = storage_type(dtype)
        if x.dtype == stored:
            return x
        if is_bool(dtype):
            return self.apply("arith.extui", [x], stored)
        return self.apply("arith.truncf" if is_float(dtype) else "arith.trunci", [x], stored)

    def store(self, x: Scalar, dtype: Attribute, target: SSAValue, offset: Expr) -> None:
        """Write one element (or, in a vector loop, consecutive ones) at a flat offset, in the current scope."""
        self._store(self._encode(x, dtype), target, offset)

    def _store(self, x: Scalar, target: SSAValue, offset: Expr) -> None:
        var = self.vector_variable(offset)
        depth = max(x.depth, self.depth_of(offset))
        if var is None:
            self.insert(memref.StoreOp.get(x.value, target, [self.index_value(offset).value]), depth)
            return
        assert offset.coefficient(var) == 1, "vector stores are contiguous"
        x, at = self.wide(x, self.lanes), self._position(offset, var)
        mask = self.mask_at(depth)
        if mask is None:
            op: Operation = vector.StoreOp.create(operands=[x.value, target, at.value])
        else:
            mask = self.wide(mask, self.lanes)
            op = vector.MaskedStoreOp.create(operands=[target, at.value, mask.value, x.value])
        self.insert(op, max(x.depth, at.depth, depth))

    # ---- loops
    def loop(
        self,
        var: Var,
        low: Scalar | int,
        high: Scalar | int,
        step: int,
        body: Callable[[], Sequence[Scalar]],
        carry: Sequence[Scalar] = (),
        receive: Callable[[Sequence[Scalar]], None] = lambda _: None,
        vector: bool = False,
    ) -> list[Scalar]:
        """`for var in range(low, high, step)`, placed in the current scope.

        `receive` is given the carried values at the top of the body; `body` returns their next values.
        """
        bounds = [self._index_constant(b, INDEX) if isinstance(b, int) else b for b in (low, high, step)]
        block = Block(arg_types=[INDEX, *(c.value.type for c in carry)])
        parent = self.depth
        scope = Scope(block, vector=var if vector else None)
        scope.variables[var] = Scalar(block.args[0], INDEX, parent + 1)
        self.scopes.append(scope)
        receive([Scalar(a, c.dtype, parent + 1, c.lanes) for a, c in zip(block.args[1:], carry, strict=True)])
        new = [self.wide(n, c.lanes) if c.lanes else n for n, c in zip(body(), carry, strict=True)]
        block.add_op(scf.YieldOp(*(n.value for n in new)))
        self.scopes.pop()
        op = scf.ForOp(*(b.value for b in bounds), [c.value for c in carry], block)
        self.insert(op, parent)
        return [Scalar(r, c.dtype, parent, c.lanes) for r, c in zip(op.results, carry, strict=True)]

    def at(self, var: Var, value: int, mask: Scalar | None, body: Callable[[], Sequence[Scalar]]) -> list[Scalar]:
        """One vector iteration with the loop variable at a constant, under a mask: a loop's tail."""
        scope = Scope(self.scopes[-1].block, vector=var)
        scope.variables[var] = Scalar(self._index_constant(value, INDEX).value, INDEX, self.depth + 1)
        self.scopes.append(scope)
        self.masks += [(mask, self.depth)] if mask is not None else []
        results = [Scalar(r.value, r.dtype, min(r.depth, self.depth - 1), r.lanes) for r in body()]
        self.masks = self.masks[:-1] if mask is not None else self.masks
        self.scopes.pop()
        return results

    @contextmanager
    def masked(self, mask: Scalar) -> Iterator[None]:
        """Code under a mask that holds for the current scope."""
        self.masks.append((mask, self.depth))
        yield
        self.masks.pop()

    def parallel(self, var: Var, high: int, body: Callable[[], None]) -> None:
        """`for var in range(high)` whose iterations may run at once."""
        block = Block(arg_types=[INDEX])
        parent = self.depth
        scope = Scope(block)
        scope.variables[var] = Scalar(block.args[0], INDEX, parent + 1)
        self.scopes.append(scope)
        body()
        block.add_op(scf.ReduceOp())
        self.scopes.pop()
        bounds = [self._index_constant(b, INDEX).value for b in (0, high, 1)]
        op = scf.ParallelOp([bounds[0]], [bounds[1]], [bounds[2]], Region(block))
        self.insert(op, parent)

    def lanes_mask(self, active: int | Scalar) -> Scalar:
        """The mask of a loop's last, partial vector."""
        count = self.index_constant(active) if isinstance(active, int) else active
        return self.emit(vector.CreateMaskOp, [count], i1, self.lanes)

    # ---- folds
    def fold(self, op: Any, index: tuple[Expr, ...]) -> Sequence[Scalar]:
        """The fold's loops, in the outermost scope where its result index is known, made once."""
        from pcc.passes.loops.fold import emit_fold

        at = max((self.depth_of(i) for i in index), default=0)
        key = ("fold", op, index, tuple(mask.value for mask, since in self.masks if since <= at))
        found = next((scope.memo[key] for scope in self.scopes[: at + 1] if key in scope.memo), None)
        if found is None:
            inner, self.scopes = self.scopes[at + 1 :], self.scopes[: at + 1]
            masks, self.masks = self.masks, [m for m in self.masks if m[1] <= at]
            folding, self.folding = self.folding, True
            found = emit_fold(self, op, index)
            self.folding = folding
            for row in self.rows.values():
                row.complete |= row.written
            self.scopes, self.masks = self.scopes + inner, masks
            self.scopes[at].memo[key] = found
        return found
