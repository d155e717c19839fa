"""The loop nest of one fused kernel, made as it is planned (plan.py); which of its loops are parallel."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import prod

from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import bit_width, bytes_of, dtype_of, is_bool, is_float, shape_of, size_of
from pcc.dialects.pd.reduction import Fold, Reduction
from pcc.dialects.scalars import compute_type
from pcc.passes.loops import interleave
from pcc.passes.loops.abreast import Abreast
from pcc.passes.loops.box import Box, boxes
from pcc.passes.loops.emitter import Emitter, Scalar
from pcc.passes.loops.joint import Joint, joints
from pcc.passes.loops.memory import Row
from pcc.passes.loops.plan import MANY_PARTS, SERIAL_NS, Plan, plan, whole_shape
from pcc.passes.loops.recorder import Recorder
from pcc.passes.loops.squares import Square, depth_of
from pcc.passes.loops.transpose import LINE, Tile

SHORT = 2048  # elements of a row after which waiting for its folds takes little of the time
FEW_REGISTERS = 8  # of them where there are 16 registers
LONG_VECTOR_NS = 500  # of one vector's results, from which on a block may be one
PIECE_NS, PIECES = 5_000, 128  # the least work in a piece of a parallel loop, and how many pieces a long loop has
STRIP_NS, STRIPS = 20_000, 16  # the same of strips of columns, into which a loop over rows and columns is cut


def record(outputs: Sequence[SSAValue], box: Box, through: Container[Operation] | None = None) -> Recorder:
    """A dry run over one box, of the ops in `through` or of all."""
    shape, recorder = whole_shape(outputs), Recorder(through)
    recorder.joints = joints(outputs)
    for value in outputs:
        whole = size_of(value) == prod(shape)
        recorder.read(value, output_index(value, box.index(), shape) if whole else row_index(value, box, shape))
    return recorder


def row_index(value: SSAValue, box: Box, shape: tuple[int, ...]) -> Sequence[Expr]:
    """The index of a smaller output, one element of which goes with a row: by the fold of all elements behind it."""
    probe = Recorder()
    probe.read(value, [expr(Var(f"o{d}", e)) for d, e in enumerate(shape_of(value))])
    fold = next(op for op, _, _ in probe.folds if isinstance(op, Reduction) and size_of(op.x) == prod(shape))
    row = fold.result_index(output_index(fold.x, box.index(), shape))
    return delinear(linear(list(row), shape_of(fold.out)), shape_of(value))


def output_index(value: SSAValue, index: Sequence[Expr], shape: tuple[int, ...]) -> Sequence[Expr]:
    """The same element's index in an output of another shape but the same size."""
    own = shape_of(value)
    return list(index) if own == shape else delinear(linear(list(index), shape), own)


def lanes_for(values: Sequence[SSAValue], vector_bits: int) -> int:
    """Vector length of a kernel: by its floating-point elements, else by its widest integers."""
    floats = [max(bit_width(dtype_of(v)), 32) for v in values if is_float(dtype_of(v))]
    if floats:
        return vector_bits // max(floats)
    integers = [bit_width(dtype_of(v)) for v in values if not is_bool(dtype_of(v))]
    return vector_bits // max([32, *integers])


def rows_fit(plan: Plan, outputs: Sequence[SSAValue], box: Box) -> bool:
    """Whether the outer loops go through the elements of every smaller output in order, once each."""
    shape = whole_shape(outputs)
    rows = [v for v in outputs if size_of(v) != prod(shape)]
    at = linear([expr(v) for v in plan.outer], tuple(v.extent for v in plan.outer))
    indices = [(v, row_index(v, box, shape)) for v in rows]
    same = all(plan.domain.original(linear(list(i), shape_of(v))) == at for v, i in indices)
    return not rows or (bool(plan.inner) and same)


def in_one_nest(outputs: Sequence[SSAValue]) -> bool:
    """Whether outputs of two sizes are computed together: what is needed of a row, then its elements."""
    box = Box.whole(whole_shape(outputs))
    return rows_fit(plan(outputs, box, record(outputs, box)), outputs, box)


@dataclass
class _RowIndex:
    """A row that an iteration of the outer loops computes: the index of an element, the values of the planned outer
    loops' variables, and variables of its own with their values.
    """

    index: Sequence[Expr]
    outer: Sequence[Expr]
    numbers: Mapping[Var, int] = field(default_factory=dict[Var, int])


class NestBuilder:
    """Emits a planned nest over one box of the iteration space."""

    def __init__(
        self, k: Emitter, outputs: Sequence[SSAValue], targets: Sequence[SSAValue], cached_bytes: int,
        box: Box, recorder: Recorder,
    ) -> None:  # fmt: skip
        self.k, self.outputs, self.targets, self.box = k, outputs, targets, box
        self.shape = whole_shape(outputs)
        self.span: tuple[Expr, int] | None = None  # the iterations of the vector loop, if not all: first and number
        self.plan, k.joints = plan(outputs, box, recorder), recorder.joints
        self.folds = {k.joint(op) for op, _, _ in recorder.folds}
        vector_bits = k.lanes * min(bit_width(dtype_of(v)) for v in outputs)
        self.far = sum(map(bytes_of, {*(m for m, _ in recorder.loads), *outputs})) >= cached_bytes
        k.past_caches = self.far and (self.plan.tiled is None or vector_bits >= LINE * 8)
        k.passes = len(self.folds) + bool(self.plan.inner)
        wide = self.plan.wide if k.lanes >= 16 else min(self.plan.wide, FEW_REGISTERS)
        if k.past_caches and self.plan.tiled is None:  # what is written is to fill cache lines
            wide = max(wide, 32 // max(bit_width(dtype_of(v)) for v in outputs))
        while self.plan.vector is not None and self.plan.vector.extent < wide * k.lanes and wide > 1:
            wide //= 2
        k.lanes *= wide if self.plan.vector is not None else 1
        self.outer, self.rows = self._in_pairs()
        self.index = self.rows[0].index

    def _in_pairs(self) -> tuple[list[Var], list[_RowIndex]]:
        """The outer loops, and the rows of one iteration: two, if they are kept, and short in a kernel that is not. A
        row's folds wait for each other; meanwhile those of another one are computed.
        """
        outer, index = self.plan.outer, [self.plan.domain.original(e) for e in self.box.index()]
        short = prod(v.extent for v in self.plan.inner) <= SHORT and not self.k.past_caches
        pays = bool(self.plan.kept) and short and self.plan.cost >= PIECE_NS
        if not pays or not outer or outer[-1].extent % 2:
            return outer, [_RowIndex(index, [expr(v) for v in outer])]
        *most, last = outer
        pair, numbers = Var("pair", last.extent // 2), {Var(f"number{n}", 2): n for n in range(2)}
        places = {number: expr(pair) * 2 + expr(number) for number in numbers}
        rows = [
            _RowIndex([i.substitute({last: at}.get) for i in index], [*map(expr, most), at], {number: numbers[number]})
            for number, at in places.items()
        ]
        return [*most, pair], rows

    def build(self) -> None:
        loops = self.outer + self.plan.inner
        if self.plan.tiled is not None:
            self._tiles(loops, self.plan.tiled)
        elif self.plan.abreast is not None and self.far:
            self._abreast(self.plan.abreast)
        else:
            self._nest(loops)

    def _abreast(self, abreast: Abreast) -> None:
        """A piece of each row of a group, then the next piece of each."""
        self.rows = [_RowIndex([i.substitute({abreast.rows: abreast.row}.get) for i in self.index], [])]
        self.span, self.k.lookup_ahead = abreast.span, abreast.count
        self._nest(list(abreast.loops))

    def _tiles(self, loops: list[Var], u: Var) -> None:
        """A nest for the whole tiles of u, square by square; and one for what is left."""
        at, rest = loops.index(u), u.extent % self.k.lanes
        if u.extent > rest:
            self._squares(loops, u)
        if rest:
            self._tile(loops[:at] + loops[at + 1 :], Expr((), u.extent - rest), rest)

    def _squares(self, loops: list[Var], u: Var) -> None:
        """If the vector loop is long, one part of it after the other, as far rows are slow."""
        along, at = self.plan.vector, loops.index(u)
        assert along is not None
        parts = -(-MANY_PARTS // prod(v.extent for v in loops[:at]))  # enough for all threads
        size = depth_of(along.extent // self.k.lanes, parts) * self.k.lanes
        part = Var("part", along.extent // size)
        if part.extent <= 1:
            return self._square(loops, u, Expr(), along.extent)
        self.span = expr(part) * size, size
        self._square([*loops[:at], part, *loops[at:]], u, *self.span)
        done = part.extent * size
        if done < along.extent:
            self.span = Expr((), done), along.extent - done
            self._square(loops, u, *self.span)
        self.span = None

    def _square(self, loops: list[Var], u: Var, low: Expr, rows: int) -> None:
        along, lanes = self.plan.vector, self.k.lanes
        assert along is not None
        apart, bits = self.plan.domain.accesses[-1].coefficient(u), max(bit_width(dtype_of(v)) for v in self.outputs)
        square = Square.of(loops, u, along, low, rows, lanes, apart, bits // 8, self.far)
        self._tile(square.loops, square.first, lanes, square)

    def _tile(self, loops: list[Var], first: Expr, count: int, square: Square | None = None) -> None:
        u, along = self.plan.tiled, self.plan.vector
        assert u is not None
        assert along is not None
        self.k.tile = Tile(u, along, first, count, self.plan.reads, square)
        self._nest(loops)

    def _nest(self, loops: list[Var]) -> None:
        if self.plan.cost < SERIAL_NS or not loops or self.plan.serial:
            self._loops(loops)
        elif loops[0] != self.plan.vector or self.span is not None:
            self._parallel(loops)
        else:
            self._blocks(loops)

    def _loops(self, loops: list[Var]) -> None:
        """The remaining loops, with stores where each output's index is complete."""
        if len(loops) != len(self.plan.inner):
            return self._loop(loops)
        rows = [(row, *self._kept(row)) for row in self.rows]
        for number in range(len(rows[0][2])):  # a fold of every row, then the next one
            for _, kept, folds in rows:
                self.k.rows = kept
                self.k.fold(*folds[number])
        for row, kept, _ in rows:
            self.index, self.k.rows = row.index, kept
            self._store_rows(row)
            if not any(buffer.of_result and buffer.complete for buffer in kept.values()):
                self._loop(loops)
        return None

    def _loop(self, loops: list[Var]) -> None:
        """The outermost of the remaining loops."""
        if not loops:
            return self._store_elements()
        var, slide = loops[0], self.plan.slide
        if slide is not None and var == slide.along:
            slide.loop(self.k, lambda: self._loops(loops[1:]))
        elif var == self.plan.vector and self.plan.panels is not None:
            around = lambda body: self._vector_loop(var, 0, var.extent, body)  # noqa: E731
            self.plan.panels.loop(self.k, var, around, lambda: self._loops(loops[1:]))
        elif var != self.plan.vector:
            self.k.loop(var, 0, var.extent, 1, lambda: self._loops(loops[1:]) or ())
        elif self.span is None or not self.span[0].terms:
            low, count = (self.span[0].constant, self.span[1]) if self.span else (0, var.extent)
            self._vector_loop(var, low, count, lambda: self._loops(loops[1:]))
        else:
            start, end = (self.k.index_value(self.span[0] + n) for n in (0, self.span[1]))
            self.k.loop(var, start, end, self.k.lanes, lambda: self._loops(loops[1:]) or (), vector=True)

    def _kept(self, row: _RowIndex) -> tuple[dict[SSAValue, Row], list[tuple[Fold, tuple[Expr, ...]]]]:
        """Buffers for what is kept of a row, and the folds that fill them: before what reads them again."""
        here = {var: replace(self.k.index_constant(n), depth=self.k.depth) for var, n in row.numbers.items()}
        self.k.scopes[-1].variables.update(here)
        if not self.plan.kept:
            return {}, []
        recorder = Recorder()
        recorder.joints = self.k.joints
        whole = {v: t for v, t in zip(self.outputs, self.targets, strict=True) if size_of(v) == prod(self.shape)}
        for value in whole:
            recorder.read(value, output_index(value, row.index, self.shape))
        size, before = prod(v.extent for v in self.plan.inner), {self.k.joint(op) for op, _, _ in recorder.folds}
        in_place, outer = whole if self._ends_with_fold(list(whole), before) else {}, {*self.outer, *row.numbers}
        kept = self.k.kept_rows(self.plan.kept, outer, size, in_place)
        folds = [(op, index) for op, index, _ in recorder.folds]
        return kept, [(op, index) for op, index in folds if all(i.variables <= outer for i in index)]

    def _ends_with_fold(self, whole: Sequence[SSAValue], before: Container[Joint]) -> bool:
        """Whether the last loop is a fold that may store the only result of the whole shape: none reads memory after,
        which the result may overwrite. `before`: the folds that the result depends on.
        """
        after = [joint for joint in self.folds if joint not in before]
        one = len(whole) == 1 and len(after) == 1 and not self.k.past_caches
        return one and all(v in self.plan.kept and compute_type(dtype_of(v)) == dtype_of(v) for v in whole)

    def _vector_loop(self, var: Var, low: int, extent: int, body: Callable[[], None]) -> None:
        """Full vectors from `low` on, then a masked tail; `extent` is the number of iterations."""
        lanes = self.k.lanes
        full = low + extent // lanes * lanes
        if full - low > lanes:
            self.k.loop(var, low, full, lanes, lambda: body() or (), vector=True)
        elif full > low:
            self.k.at(var, low, None, lambda: body() or ())
        if full < low + extent:
            self.k.at(var, full, self.k.lanes_mask(low + extent - full), lambda: body() or ())

    def _parallel(self, loops: list[Var]) -> None:
        """The leading loops as one parallel loop, enough of them to feed all threads."""
        count, total = 0, 1
        while count < len(loops) and loops[count] not in (*self.plan.inner, self.plan.vector) and total < 256:
            total *= loops[count].extent
            count += 1
        if total == 1:
            return self._loops(loops)
        joint = Var("p", total)

        def body() -> None:
            rest = expr(joint)
            for var, value in zip(loops[:count], delinear(rest, tuple(v.extent for v in loops[:count])), strict=True):
                self.k.scopes[-1].variables[var] = self.k.index_value(value)
            self._loops(loops[count:])

        self._parallel_loop(joint, body)

    def _parallel_loop(self, var: Var, body: Callable[[], None]) -> None:
        self.k.parallel(var, max(1, round(var.extent * max(PIECE_NS / self.plan.cost, 1 / PIECES))), body)

    def _blocks(self, loops: list[Var]) -> None:
        """The vector loop outermost: in parallel blocks of it; what does not fill a block is done after."""
        var, rest = loops[0], loops[1:]
        most, least_ns = (STRIPS, STRIP_NS) if rest else (PIECES, PIECE_NS)
        chunks = min(int(self.plan.cost // least_ns) + 1, most)
        vectors = max(var.extent // self.k.lanes, 1)
        unit = self.k.lanes if self.plan.cost / vectors >= LONG_VECTOR_NS else 4 * self.k.lanes
        block = -(-var.extent // (chunks * unit)) * unit
        blocks = var.extent // block
        if blocks < 2:
            return self._loops(loops)
        part = Var("block", blocks)

        def body() -> None:
            start = self.k.index_value(expr(part) * block)
            end = self.k.index_value(expr(part) * block + block)
            self.k.loop(var, start, end, self.k.lanes, lambda: self._loops(rest) or (), vector=True)

        self._parallel_loop(part, body)
        done = blocks * block
        if done < var.extent:
            self._vector_loop(var, done, var.extent - done, lambda: self._loops(rest))

    def _store_elements(self) -> None:
        tile = self.k.tile
        if self.plan.narrow is not None and self.plan.vector is not None:
            return self._store_interleaved(self.plan.vector, self.plan.narrow)
        for copy in range(tile.count if tile is not None else 1):
            if tile is not None:
                tile.copy = copy
            self._store_at(self.index if tile is None else [tile.here(i) for i in self.index])

    def _store_interleaved(self, u: Var, v: Var) -> None:
        """All iterations of the narrow loop v at once, for a vector of u; all are computed first, as in `_store_at`."""
        made: list[tuple[list[Scalar], Expr]] = []
        for value in self.outputs:
            at = output_index(value, self.index, self.shape)
            places = [[i.substitute({v: expr(c)}.get) for i in at] for c in range(v.extent)]
            made.append(([self.k.read(value, p) for p in places], linear(places[0], shape_of(value))))
        for value, target, (elements, offset) in zip(self.outputs, self.targets, made, strict=True):
            interleave.store(self.k, elements, dtype_of(value), target, offset, u)

    def _store_at(self, index: Sequence[Expr]) -> None:
        """One element of every output of the whole shape: all are computed first, as one may overwrite an input."""
        pairs = [(v, t) for v, t in zip(self.outputs, self.targets, strict=True) if size_of(v) == prod(self.shape)]
        places = [output_index(value, index, self.shape) for value, _ in pairs]
        elements = [self.k.read(value, at) for (value, _), at in zip(pairs, places, strict=True)]
        for (value, target), at, element in zip(pairs, places, elements, strict=True):
            self.k.store(element, dtype_of(value), target, linear(list(at), shape_of(value)))

    def _store_rows(self, row: _RowIndex) -> None:
        """Outputs of the folds themselves: one element per outer index; all are computed first, as in `_store_at`."""
        if not self.plan.inner:
            return
        offset = linear(list(row.outer), tuple(v.extent for v in self.plan.outer))
        pairs = [(v, t) for v, t in zip(self.outputs, self.targets, strict=True) if size_of(v) != prod(self.shape)]
        places = [delinear(offset, shape_of(value)) for value, _ in pairs]
        elements = [self.k.read(value, at) for (value, _), at in zip(pairs, places, strict=True)]
        for (value, target), at, element in zip(pairs, places, elements, strict=True):
            self.k.store(element, dtype_of(value), target, linear(list(at), shape_of(value)))


def emit_nest(
    block: Block,
    lanes: int,
    memory: dict[SSAValue, SSAValue],
    outputs: Sequence[SSAValue],
    targets: Sequence[SSAValue],
    cached_bytes: int,
) -> None:
    """Append the nests that compute `outputs` into `targets` (flat memrefs) to a function body."""
    shape = whole_shape(outputs)
    alike = all(size_of(v) == prod(shape) for v in outputs)
    dry = lambda box: record(outputs, box)  # noqa: E731
    parts = boxes(shape, dry, lanes) if alike else [(Box.whole(shape), dry(Box.whole(shape)))]
    builders = [NestBuilder(Emitter(block, lanes, memory), outputs, targets, cached_bytes, *part) for part in parts]
    if all(rows_fit(builder.plan, outputs, builder.box) for builder in builders):
        for builder in builders:
            builder.build()
    else:  # rows and elements need loops of their own
        for value, target in zip(outputs, targets, strict=True):
            emit_nest(block, lanes, memory, [value], [target], cached_bytes)
