"""Reads and writes of flat memory, and rows of values that are kept between loops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from math import prod

from xdsl.dialects import memref, scf, vector
from xdsl.dialects.builtin import BoolAttr, DenseArrayBase, IntegerType, MemRefType, UnitAttr, i8, i32, i64
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue

from pcc.dialects import kernel
from pcc.dialects.index import Expr, Var, expr, linear
from pcc.dialects.pd.base import bit_width, dtype_of, is_bool, is_float, shape_of
from pcc.dialects.scalars import compute_type
from pcc.passes.loops.arithmetic import integer
from pcc.passes.loops.indexing import INDEX, Indexing
from pcc.passes.loops.scopes import Scalar
from pcc.passes.loops.shuffles import order_of
from pcc.passes.loops.transpose import LINE, Tile

LARGE = 1 << 20  # bytes of memory from which on it is not in a core's own caches
NEAR = 4  # elements apart up to which whole vectors are loaded, and not each element
AHEAD = 64  # how many lines ahead a loop that only reads asks for them

_NO_OPERANDS = DenseArrayBase.from_list(i32, [0, 0])


@cache
def storage_type(dtype: Attribute) -> Attribute:
    """The element type in memory: bool and unsigned integers as signless integers."""
    if is_bool(dtype):
        return i8
    return IntegerType(dtype.bitwidth) if isinstance(dtype, IntegerType) else dtype


@lru_cache(4096)
def flat_memory(element: Attribute, size: int) -> MemRefType[Attribute]:
    """Memory for so many elements."""
    return MemRefType(element, [size])


@dataclass
class Row:
    """A buffer for one row of a value that several inner loops need; `outer` are the variables that select the row.

    `selected` is the row: the part in those variables of the first offset that was asked for. `of_result`: the buffer
    is the memory of the whole value, which is a result of the kernel.
    """

    buffer: SSAValue
    outer: Set[Var]
    size: int
    writer: int = 0  # number of the fold whose loops store it
    complete: bool = False
    selected: Expr | None = None
    of_result: bool = False

    def offset(self, value: Expr) -> Expr | None:
        """The place in the buffer of a flat offset into the whole value; None if it is not in this row."""
        inner = [(a, c) for a, c in value.terms if not (isinstance(a, Var) and a in self.outer)]
        chosen = value - Expr(tuple(inner), value.constant)
        if chosen != (self.selected or chosen):
            return None
        if any(not isinstance(a, Var) and a.inner.variables & self.outer for a, _ in inner):
            return None
        low, high = Expr(tuple(inner)).bounds
        if high - low >= self.size or not 0 <= value.constant < self.size:  # a constant: a step of an unrolled loop
            return None
        self.selected = chosen
        return Expr(tuple(inner), value.constant)

    def covered(self, place: Expr) -> bool:
        """Whether loops over all of the place's variables go through the whole row."""
        return prod(v.extent for v in place.variables) == self.size


class Memory(Indexing):
    """Tensors in memory: scalar, vector, masked and gathering access by flat offset."""

    def __init__(self, body: Block, lanes: int, memory: dict[SSAValue, SSAValue]) -> None:
        super().__init__(body, lanes)
        self.memory = memory
        self.folds = 0
        self.rows: dict[SSAValue, Row] = {}
        self.made_at: dict[SSAValue, int] = {}  # the loop that a row's buffer belongs to
        self.folding = 0  # number of the innermost fold whose loops are being made
        self.tile: Tile | None = None
        self.streamed: Var | None = None  # the variable of a loop that only reads
        self.passes = 1  # over what is read
        self.past_caches = False  # whether results are written past the caches
        self.origins: dict[SSAValue, tuple[SSAValue, Expr, Attribute]] = {}  # of scalars that were loaded
        self.lookup_ahead = 0  # rows by which to ask for rows that data picks; 0: by their length
        self.lookups: dict[Var, tuple[SSAValue, Expr, Attribute, int]] = {}  # of places that data gives

    # ---- rows kept between inner loops
    def kept_rows(
        self, values: Sequence[SSAValue], outer: Set[Var], size: int, targets: Mapping[SSAValue, SSAValue]
    ) -> dict[SSAValue, Row]:
        """Places in the current scope for rows of up to `size` elements of the values.

        `targets`: of results that are computed nowhere else, and so are kept where they belong.
        """
        return {
            value: Row(targets[value], outer, size, of_result=True)
            if value in targets
            else Row(self.buffer(compute_type(dtype_of(value)), size), outer, size)
            for value in values
        }

    def buffer(self, dtype: Attribute, size: int) -> SSAValue:
        """Memory of the current scope, for `load_buffer` and `store_buffer`: of bools, a byte each, as vectors of them
        would lie in bits, at other places than single ones.
        """
        made = memref.AllocaOp.create(
            result_types=[flat_memory(storage_type(dtype), size)], properties={"operandSegmentSizes": _NO_OPERANDS}
        )
        self.insert(made, self.depth)
        self.made_at[made.results[0]] = self.depth
        return made.results[0]

    def load_buffer(self, buffer: SSAValue, offset: Expr, dtype: Attribute) -> Scalar:
        found = self._load(buffer, offset, storage_type(dtype))
        return self.compare("ne", found, 0) if is_bool(dtype) else found

    def store_buffer(self, x: Scalar, buffer: SSAValue, offset: Expr) -> None:
        self._store(self.encode(x, x.dtype), buffer, offset)

    def _compute(self, value: SSAValue, index: tuple[Expr, ...]) -> Scalar:
        row = self.rows.get(value)
        offset = linear(index, shape_of(value)) if row is not None else Expr()
        place = row.offset(offset) if row is not None else None
        if row is None or place is None:
            return super()._compute(value, index)
        at = offset if row.of_result else place
        if row.complete:
            return self.load_buffer(row.buffer, at, compute_type(dtype_of(value)))
        made = super()._compute(value, index)
        if self.folding and self.depth_of(place) == self.depth and row.covered(place) and self._side_by_side(at):
            self.store_buffer(made, row.buffer, at)
            row.writer = self.folding
        return made

    def _side_by_side(self, offset: Expr) -> bool:
        """Whether a vector of elements is stored as one."""
        var = self.vector_variable(offset)
        return var is None or (offset.is_linear_in(var) and offset.coefficient(var) == 1)

    # ---- memory
    def stored(self, value: SSAValue) -> bool:
        return value in self.memory

    def load(self, memory: SSAValue, offset: Expr) -> Scalar:
        """Reads are placed where their offset (and mask) is known; kernels never write what they read."""
        stored = storage_type(dtype_of(memory))
        raw = self._load(self.memory[memory], offset, stored)
        return self._decode(raw, dtype_of(memory))

    def fetch(self, source: SSAValue, dtype: Attribute, offset: Expr) -> Scalar:
        """The element at an offset as it is now: read here, never shared with another read or moved out of a loop."""
        stored, var, depth = storage_type(dtype), self.vector_variable(offset), self.depth
        mask = self.mask_at(depth)
        if var is None:
            at = self.index_value(offset)
            op: Operation = memref.LoadOp.create(operands=[source, at.value], result_types=[stored])
            return self._decode(Scalar(self.insert(op, depth).results[0], stored, depth), dtype)
        at, zero = self._position(offset, var), self.wide(self.constant(0, stored), self.lanes)
        if mask is None:
            op = vector.LoadOp.create(operands=[source, at.value], result_types=[zero.value.type])
        else:
            operands = [source, at.value, self.wide(mask, self.lanes).value, zero.value]
            op = vector.MaskedLoadOp.create(operands=operands, result_types=[zero.value.type])
        return self._decode(Scalar(self.insert(op, depth).results[0], stored, depth, self.lanes), dtype)

    def _load(self, source: SSAValue, offset: Expr, stored: Attribute) -> Scalar:
        var = self.vector_variable(offset)
        turned = self.tile.load(self, source, offset, stored) if self.tile is not None else None  # type: ignore[arg-type]
        if turned is not None:
            return turned
        by_lane = any(self.lookup(v).lanes for v in offset.variables)
        mask = self.mask_at(self.depth_of(offset))
        if var is None and not by_lane and (mask is None or not mask.lanes):
            return self._load_scalar(source, offset, stored, mask)
        step = offset.coefficient(var) if var is not None and not by_lane and offset.is_linear_in(var) else 0
        if var is not None and step == 1:
            return self._load_vector(source, offset, var, stored, mask)
        if var is not None and step == -1 and mask is None:
            return self._load_reversed(source, offset, var, stored)
        if var is not None and 1 < step <= NEAR and mask is None:
            return self._load_apart(source, offset, var, stored)
        return self._gather(source, offset, stored, mask)

    def memref_of(self, source: SSAValue) -> Scalar:
        return Scalar(source, source.type, self.made_at.get(source, 0))

    def _load_scalar(self, source: SSAValue, offset: Expr, stored: Attribute, mask: Scalar | None) -> Scalar:
        at = self.index_value(offset)
        if mask is None:
            found = self.emit(memref.LoadOp, [self.memref_of(source), at], stored, 0)
            self.origins[found.value] = source, offset, stored
            return found
        return self._conditional_load(source, at, stored, mask)

    def _conditional_load(self, source: SSAValue, at: Scalar, stored: Attribute, mask: Scalar) -> Scalar:
        depth = max(at.depth, mask.depth, self.memref_of(source).depth)
        zero = self.constant(0, stored)
        load = memref.LoadOp.create(operands=[source, at.value], result_types=[stored])
        yes, no = Block([load, scf.YieldOp(load.results[0])]), Block([scf.YieldOp(zero.value)])
        op = scf.IfOp.create(operands=[mask.value], result_types=[stored], regions=[Region(yes), Region(no)])
        return Scalar(self.insert(op, depth).results[0], stored, depth)

    def _position(self, offset: Expr, var: Var) -> Scalar:
        """The scalar offset of a vector access along `var`, whose coefficient is one."""
        return self.scalar_index(offset - var, var, 1)

    def _load_vector(self, source: SSAValue, offset: Expr, var: Var, stored: Attribute, mask: Scalar | None) -> Scalar:
        at = self._position(offset, var)
        if mask is None:
            if var is self.streamed:
                self.prefetch(source, at, stored, AHEAD * LINE * 8 // bit_width(stored), stream=self.passes == 1)
            for place in offset.variables & self.lookups.keys():
                self._prefetch_next(source, offset, place, var, stored)
            return self.emit(vector.LoadOp, [self.memref_of(source), at], stored, self.lanes)
        mask = self.wide(mask, self.lanes)
        zero = self.wide(self.constant(0, stored), self.lanes)
        return self.emit(vector.MaskedLoadOp, [self.memref_of(source), at, mask, zero], stored, self.lanes)

    def _load_reversed(self, source: SSAValue, offset: Expr, var: Var, stored: Attribute) -> Scalar:
        """Elements side by side, the last one first."""
        last = self.lanes - 1
        at = self.scalar_index(offset + expr(var) - last, var, -1)
        found = self.emit(vector.LoadOp, [self.memref_of(source), at], stored, self.lanes)
        return self._picked(found, found, [last - lane for lane in range(self.lanes)])

    def _load_apart(self, source: SSAValue, offset: Expr, var: Var, stored: Attribute) -> Scalar:
        """Elements a few apart: all vectors from the first to the last of them, none of which goes further."""
        step, lanes, found = offset.coefficient(var), self.lanes, list[Scalar]()
        starts = [*(v * lanes for v in range(step - 1)), (step - 1) * (lanes - 1)]
        places = [(min(step * lane // lanes, step - 1), step * lane) for lane in range(lanes)]  # vector, and element
        first = self.scalar_index(offset - expr(var) * step, var, step)
        for start in starts:
            at = self._add(first, self._index_constant(start, INDEX)) if start else first
            found.append(self.emit(vector.LoadOp, [self.memref_of(source), at], stored, lanes))
        picked = found[0]
        for v in range(1, step):
            before = [element if v == 1 else lane for lane, (_, element) in enumerate(places)]
            order = [lanes + e - starts[v] if which == v else before[lane] for lane, (which, e) in enumerate(places)]
            picked = self._picked(picked, found[v], [o if o < 2 * lanes else 0 for o in order])
        return picked

    def _picked(self, a: Scalar, b: Scalar, order: Sequence[int]) -> Scalar:
        """Lane l is lane order[l] of a and b laid end to end."""
        return self.emit(vector.ShuffleOp, [a, b], a.dtype, a.lanes, {"mask": order_of(tuple(order))})

    def dynamic(self, x: Scalar, extent: int) -> Expr:
        place, origin = super().dynamic(x, extent), self.origins.get(x.value)
        if origin is not None:
            self.lookups.update((v, (*origin, extent)) for v in place.variables)
        return place

    def _prefetch_next(self, source: SSAValue, offset: Expr, place: Var, var: Var, stored: Attribute) -> None:
        """Of a row that was looked up, ask for one that a next number leads to: no hardware can tell."""
        if not self._is_far(source, stored):
            return
        memory, at, dtype, extent = self.lookups[place]
        assert isinstance(memory.type, MemRefType)
        rows = self.lookup_ahead or max(AHEAD * LINE * 8 // (var.extent * bit_width(stored)), 1)
        following = self.convert_index(self.min(self.index(at + rows), memory.type.get_shape()[0] - 1), INDEX)
        number = self.emit(memref.LoadOp, [self.memref_of(memory), following], dtype, 0)
        there = super().dynamic(number, extent)
        self.prefetch(source, self._position(offset.substitute({place: there}.get), var), stored, 0)

    def prefetch(
        self, source: SSAValue, at: Scalar, stored: Attribute, ahead: int, cache: int = 2, stream: bool = False
    ) -> None:
        """Ask for the cache line of the element so many behind a place, if the memory is large."""
        if self._is_far(source, stored):
            how: dict[str, Attribute] = {"stream": UnitAttr()} if stream else {}
            how |= {"ahead": integer(ahead, i64), "cache": integer(cache, i64)}
            op = kernel.PrefetchOp.create(operands=[source, at.value], properties=how)
            self.insert(op, at.depth)

    def ask(self, memory: SSAValue, offset: Expr, ahead: int, cache: int) -> None:
        """Ask for the lines of the vector that is so many elements behind an offset, if it lies side by side."""
        source, stored, var = self.memory[memory], storage_type(dtype_of(memory)), self.vector_variable(offset)
        if var is not None and offset.is_linear_in(var) and offset.coefficient(var) == 1:
            at = self._position(offset, var)
            for place in range(0, self.lanes, LINE * 8 // bit_width(stored)):
                self.prefetch(source, at, stored, ahead + place, cache)

    def _is_far(self, source: SSAValue, stored: Attribute) -> bool:
        """Whether memory is not in a core's own caches, and vectors are about as long as their lines."""
        assert isinstance(source.type, MemRefType)
        width = bit_width(stored) // 8
        return source.type.get_shape()[0] * width >= LARGE and self.lanes * width >= LINE // 2

    def _gather(self, source: SSAValue, offset: Expr, stored: Attribute, mask: Scalar | None) -> Scalar:
        lane_type = i32 if offset.bounds[1] < 2**31 and offset.bounds[0] >= -(2**31) else i64
        at = self.index_value(offset, lane_type)
        at = self.wide(self.convert_index(at, lane_type), self.lanes) if not at.lanes else at
        masks = [self.wide(mask, self.lanes)] if mask is not None else []
        return self.emit(kernel.GatherOp, [self.memref_of(source), at, *masks], stored, self.lanes)

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

    def encode(self, x: Scalar, dtype: Attribute) -> Scalar:
        stored = storage_type(dtype)
        if x.dtype == stored:
            return x
        if is_bool(dtype):
            return self.apply("arith.extui", [x], stored)
        return self.apply("arith.truncf" if is_float(dtype) else "arith.trunci", [x], stored)

    def store(self, x: Scalar, dtype: Attribute, target: SSAValue, offset: Expr) -> None:
        """Write one element (or, in a vector loop, consecutive ones) at a flat offset, in the current scope."""
        self._store(self.encode(x, dtype), target, offset, self.past_caches)

    def _store(self, x: Scalar, target: SSAValue, offset: Expr, past_caches: bool = False) -> None:
        var = self.vector_variable(offset)
        depth = max(x.depth, self.depth_of(offset))
        if var is None:
            self.insert(memref.StoreOp.get(x.value, target, [self.index_value(offset).value]), depth)
            return
        assert offset.coefficient(var) == 1, "vector stores are contiguous"
        x, at = self.wide(x, self.lanes), self._position(offset, var)
        mask = self.mask_at(depth)
        if mask is None:
            how = {"nontemporal": BoolAttr.from_bool(True)} if past_caches else {}
            op: Operation = vector.StoreOp.create(operands=[x.value, target, at.value], properties=how)
        else:
            mask = self.wide(mask, self.lanes)
            op = vector.MaskedStoreOp.create(operands=[target, at.value, mask.value, x.value])
        self.insert(op, max(x.depth, at.depth, depth))
