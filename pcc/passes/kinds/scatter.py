"""Updates written at places that data gives: a copy of the target, then loops over the updates in their order."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import ClassVar

from xdsl.dialects import memref, vector
from xdsl.dialects.builtin import IntegerAttr, i64
from xdsl.ir import Attribute, Block, Operation, SSAValue

from pcc.dialects.index import Expr, Var, expr, linear
from pcc.dialects.kernel import ComputeOp
from pcc.dialects.pd.base import PdOp, dtype_of, shape_of
from pcc.dialects.pd.scatter import Scatter
from pcc.dialects.scalars import compute_type
from pcc.passes.kinds.base import LoopKind, memory_of
from pcc.passes.loops.emitter import Emitter, Scalar, storage_type
from pcc.passes.loops.nest import emit_nest, lanes_for
from pcc.passes.loops.recorder import Noted, Recorder

PARALLEL = 32_768  # updates from which on threads are worth waking


class ScatterKind(LoopKind):
    """One scatter per launch; it reads its operands through views."""

    name: ClassVar[str] = "scatter"

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        return isinstance(op, Scatter)

    def emit(self, compute: ComputeOp, body: Block, vector_bits: int) -> None:
        op = next(o for o in compute.body.block.ops if isinstance(o, Scatter))
        lanes, memory = lanes_for([op.out], vector_bits), memory_of(compute)
        emit_nest(body, lanes, memory, [op.target()], compute.targets)
        if prod(op.space()):
            Updates(op, _Emitter(body, lanes, memory), compute.targets[0]).emit()


class _Emitter(Emitter):
    """An emitter that can also read what the kernel has written."""

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


@dataclass
class _Places(Recorder):
    """Notes the loop variables that looked-up places depend on."""

    looked_up: set[Var] = field(default_factory=set[Var])

    def dynamic(self, x: Noted, extent: int) -> Expr:
        self.looked_up |= x.variables
        return super().dynamic(x, extent)


def _run(body: Callable[[], Sequence[Scalar]]) -> None:
    body()


class Updates:
    """The loops over the updates of one scatter.

    A loop variable that is itself one index of the place keeps its iterations apart: such loops may go first, in
    parallel, and the last one as vectors, for updates can only meet within the other loops, whose order stays.
    """

    def __init__(self, op: Scatter, k: _Emitter, target: SSAValue) -> None:
        self.op, self.k, self.target = op, k, target
        self.variables = [Var(f"u{d}", e) for d, e in enumerate(op.space())]
        self.index = [expr(v) for v in self.variables]
        noted = _Places()
        place = list(op.place(noted, self.index))
        loops = [v for v in self.variables if v.extent != 1]
        self.apart = [v for v in loops if any(e == expr(v) for e in place)]
        last = loops[-1] if loops else None
        along = last is not None and place[-1:] == [expr(last)] and last not in noted.looked_up
        self.vector = last if along and not any(last in e.variables for e in place[:-1]) else None
        first = [v for v in self.apart if v != self.vector]
        self.loops = first + [v for v in loops if v not in first]

    def emit(self) -> None:
        number = self.op.reset()
        if number is not None:
            dtype = compute_type(dtype_of(self.op.out))
            self._all(lambda offset: self.k.constant(number, dtype))
        self._all(self._combined)

    def _combined(self, offset: Expr) -> Scalar:
        new = self.op.update(self.k, self.index)
        if self.op.combining() == "assign":
            return new
        return self.op.combine(self.k, self.k.fetch(self.target, dtype_of(self.op.out), offset), new)

    def _all(self, value: Callable[[Expr], Scalar]) -> None:
        """Store `value(offset)` for every update."""

        def store() -> Sequence[Scalar]:
            offset = linear(list(self.op.place(self.k, self.index)), shape_of(self.op.out))
            self.k.store(value(offset), dtype_of(self.op.out), self.target, offset)
            return ()

        first = self.loops[0] if self.loops else None
        if first in self.apart and first != self.vector and prod(self.op.space()) >= PARALLEL:
            self._parallel(first, lambda: self._nest(self.loops[1:], store))
        else:
            self._nest(self.loops, store)

    def _nest(self, loops: list[Var], store: Callable[[], Sequence[Scalar]]) -> Sequence[Scalar]:
        if not loops:
            return store()
        var = loops[0]
        if var != self.vector:
            self.k.loop(var, 0, var.extent, 1, lambda: self._nest(loops[1:], store))
            return ()
        full = var.extent // self.k.lanes * self.k.lanes
        if full:
            self.k.loop(var, 0, full, self.k.lanes, store, vector=True)
        if full < var.extent:
            self.k.at(var, full, self.k.lanes_mask(var.extent - full), store)
        return ()

    def _parallel(self, var: Var, body: Callable[[], Sequence[Scalar]]) -> None:
        self.k.parallel(var, var.extent, lambda: _run(body))
        made = self.k.scopes[-1].block.last_op
        assert made is not None
        made.attributes["grain"] = IntegerAttr(max(1, var.extent // 16), i64)
