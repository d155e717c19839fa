"""Scatters by looking for updates: a warp for each place that data can name, and for some of the elements there that
loops keep apart, goes through all updates, 32 of them at once, and combines those of its place in their order.

Each element is read and written once, where it belongs to one thread: there are no atomics, and sums do not depend on
the order of threads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from math import prod

from xdsl.dialects.builtin import i1
from xdsl.ir import SSAValue

from pcc.dialects.index import Expr, Var, delinear, expr, linear
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.dialects.pd.scatter import Scatter
from pcc.dialects.threads import WARP
from pcc.passes.loops.emitter import INDEX, Scalar
from pcc.passes.loops.updates import Updates
from pcc.passes.threads.emitter import THREADS, Grid, ThreadEmitter

KEPT = 32  # elements of a thread
WARPS = THREADS // WARP
DEVICE = 1 << 18  # threads
SEEN_AT_ONCE = 1 << 20  # pairs of place and update that a device compares while one thread goes through an update
FAR = 16  # times as long as that it takes where what data names next does not lie beside


class SoughtUpdates(Updates):
    """The code of one thread for one scatter into `target`."""

    k: ThreadEmitter

    def __init__(self, op: Scatter, k: ThreadEmitter, target: SSAValue) -> None:
        super().__init__(op, k, target)
        self.shape = shape_of(op.out)
        self.within = {v: d for v, d in self.axes.items() if v in self.looked_up}  # of a place: data is looked up there
        self.across = {v: d for v, d in self.axes.items() if v not in self.looked_up}
        self.beside = sorted(self.across.values())
        self.named = [d for d in range(len(self.shape)) if d not in self.beside]
        self.places, self.columns = (prod(self.shape[d] for d in axes) for axes in (self.named, self.beside))
        self.mine = min(-(-self.columns // WARP), KEPT)
        self.groups = -(-self.columns // (WARP * self.mine))
        self.sought = [v for v in self.variables if v.extent != 1 and v not in self.axes]
        self.count = prod(v.extent for v in self.sought)

    def pays(self) -> bool:
        """Whether it is less work than going through all updates for each element that loops keep apart."""
        apart = prod(self.shape[d] for d in self.axes.values())
        steps = (prod(self.shape) // apart + self.count) * max(apart // DEVICE, 1) if apart else 0
        seen = SEEN_AT_ONCE // FAR if self.within else SEEN_AT_ONCE
        return 0 < self.places * self.groups * self.count <= steps * seen

    def emit_sought(self) -> Grid:
        k, warps = self.k, self.places * self.groups
        block, thread = k.named("block", k.block(), -(-warps // WARPS)), k.named("thread", k.thread(), THREADS)
        warp, real = k.clamped("warp", block * WARPS + thread // WARP, warps, WARPS)
        lane, place = thread % WARP, delinear(warp // self.groups, tuple(self.shape[d] for d in self.named))
        first, side = warp % self.groups * (WARP * self.mine) + lane, WARP * self.mine
        columns = [k.clamped(f"column{n}", first + n * WARP, self.columns, side) for n in range(self.mine)]
        elements = [self._element(place, column) for column, _ in columns]
        found = self._look(elements, lane)
        for at, value, (_, inside) in zip(elements, found, columns, strict=True):
            with k.conditions(real, inside):
                k.store(value, dtype_of(self.op.out), self.target, linear(at, self.shape))
        return Grid(-(-warps // WARPS))

    def _element(self, place: Sequence[Expr], column: Expr) -> list[Expr]:
        """An index of the result."""
        beside = delinear(column, tuple(self.shape[d] for d in self.beside))
        at = dict(zip([*self.named, *self.beside], [*place, *beside], strict=True))
        return [at[d] for d in range(len(self.shape))]

    def _look(self, elements: Sequence[list[Expr]], lane: Expr) -> Sequence[Scalar]:
        """The elements after all updates."""
        k, chunk, held = self.k, Var("chunk", -(-self.count // WARP)), list[Sequence[Scalar]]()

        def body() -> Sequence[Scalar]:
            number, real = k.clamped("number", expr(chunk) * WARP + lane, self.count, WARP)
            here = self._meets(number, elements[0], real)
            return self._combine_all(expr(chunk) * WARP, k.ballot(here), elements, held[-1])

        none = [k.constant(False, i1)] * (self.op.reset() is not None)  # whether an update was found, if that matters
        start = [*(k.read(self.op.target(), at) for at in elements), *none]
        return k.loop(chunk, 0, chunk.extent, 1, body, start, held.append)[: self.mine]

    def _meets(self, number: Expr, element: Sequence[Expr], real: Scalar | None) -> Scalar:
        """Whether an update goes to the place of an element."""
        k, (within, inside) = self.k, self._clamped(self.within, element, "within")
        place = self.op.place(k, self._update(number, within))
        same = [k.compare("eq", k.index_value(place[d]), k.index_value(element[d])) for d in self.named]
        return reduce(k.logical_and, [*same, *inside, *([real] if real is not None else [])])

    def _clamped(
        self, axes: Mapping[Var, int], element: Sequence[Expr], name: str
    ) -> tuple[dict[Var, Expr], list[Scalar]]:
        """The variables of loops along axes at an element, and whether these loops reach it."""
        found = {v: self.k.clamped(f"{name}_{v.name}", element[d], v.extent, self.shape[d]) for v, d in axes.items()}
        return {v: at for v, (at, _) in found.items()}, [c for _, c in found.values() if c is not None]

    def _update(self, number: Expr, beside: Mapping[Var, Expr]) -> list[Expr]:
        """The index of an update."""
        own = zip(self.sought, delinear(number, tuple(v.extent for v in self.sought)), strict=True)
        at = {**dict(own), **beside}
        return [at.get(v, Expr()) for v in self.variables]

    def _combine_all(
        self, first: Expr, found: Scalar, elements: Sequence[list[Expr]], before: Sequence[Scalar]
    ) -> Sequence[Scalar]:
        """The updates whose bits are found, from the lowest on."""
        k, turn, held = self.k, Var("turn", WARP), list[Sequence[Scalar]]()

        def body() -> Sequence[Scalar]:
            bits, *values = held[-1]
            number = first + k.named("bit", k.convert_index(k.math("cttz", bits), INDEX), WARP)
            rest = k.logical_and(bits, k.sub(bits, 1))
            return [rest, *self._combined_at(number, elements, values)]

        count = k.convert_index(k.math("ctpop", found), INDEX)
        return k.loop(turn, 0, count, 1, body, [found, *before], held.append)[1:]

    def _combined_at(self, number: Expr, elements: Sequence[list[Expr]], before: Sequence[Scalar]) -> list[Scalar]:
        """All elements of this thread after one more update."""
        k, reset = self.k, self.op.reset()
        values, new = before, list[Scalar]()
        if reset is not None:
            *values, some = before
            values = [k.select(some, v, k.constant(reset, v.dtype)) for v in values]
        for n, (at, old) in enumerate(zip(elements, values, strict=True)):
            within, _ = self._clamped(self.within, at, "within")
            across, inside = self._clamped(self.across, at, f"across{n}")
            value = self.op.combine(k, old, self.op.update(k, self._update(number, within | across)))
            new.append(k.select(reduce(k.logical_and, inside), value, before[n]) if inside else value)
        return [*new, *([k.constant(True, i1)] if reset is not None else [])]
