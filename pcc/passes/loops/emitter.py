"""Emits loop nests: loops, vector tails, parallel loops, and folds where their result is first known."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import Any

from xdsl.dialects import scf, vector
from xdsl.dialects.builtin import IntegerAttr, i1, i64
from xdsl.ir import Block, Region

from pcc.dialects.index import Expr, Var
from pcc.passes.loops.indexing import INDEX
from pcc.passes.loops.joint import Joint
from pcc.passes.loops.memory import Memory, storage_type
from pcc.passes.loops.scopes import Scalar, Scope

__all__ = ["INDEX", "Emitter", "Scalar", "storage_type"]


class Emitter(Memory):
    """All that a nest is built with."""

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
        start, end, by = (self._index_constant(b, INDEX) if isinstance(b, int) else b for b in (low, high, step))
        block = Block(arg_types=[INDEX, *(c.value.type for c in carry)])
        parent = self.depth
        scope = Scope(block, vector=var if vector else None)
        scope.variables[var] = Scalar(block.args[0], INDEX, parent + 1)
        self.scopes.append(scope)
        receive([Scalar(a, c.dtype, parent + 1, c.lanes) for a, c in zip(block.args[1:], carry, strict=True)])
        new = [self.wide(n, c.lanes) if c.lanes else n for n, c in zip(body(), carry, strict=True)]
        block.add_op(scf.YieldOp.create(operands=[n.value for n in new]))
        self.scopes.pop()
        operands, types = [v.value for v in (start, end, by, *carry)], [c.value.type for c in carry]
        op = scf.ForOp.create(operands=operands, result_types=types, regions=[Region(block)])
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
    def masked(self, mask: Scalar) -> Generator[None]:
        """Code under a mask that holds for the current scope."""
        self.masks.append((mask, self.depth))
        yield
        self.masks.pop()

    def parallel(self, var: Var, grain: int, body: Callable[[], None]) -> None:
        """A loop over `var` whose iterations may run at once, in pieces of `grain` and more."""
        block = Block(arg_types=[INDEX])
        parent = self.depth
        scope = Scope(block)
        scope.variables[var] = Scalar(block.args[0], INDEX, parent + 1)
        self.scopes.append(scope)
        body()
        block.add_op(scf.ReduceOp())
        self.scopes.pop()
        bounds = [self._index_constant(b, INDEX).value for b in (0, var.extent, 1)]
        op = scf.ParallelOp([bounds[0]], [bounds[1]], [bounds[2]], Region(block))
        op.attributes["grain"] = IntegerAttr(grain, i64)
        self.insert(op, parent)

    def lanes_mask(self, active: int | Scalar) -> Scalar:
        """The mask of a loop's last, partial vector."""
        count = self.index_constant(active) if isinstance(active, int) else active
        return self.emit(vector.CreateMaskOp, [count], i1, self.lanes)

    # ---- folds
    def fold(self, op: Any, index: tuple[Expr, ...]) -> Sequence[Scalar]:
        """The fold's loops, in the outermost scope where its result index is known, made once."""
        at = self.depth_of_fold(index)
        guards = self.guards(at)
        found = self.made((op, index, guards), at)
        if found is None:
            inner, self.scopes = self.scopes[at + 1 :], self.scopes[: at + 1]
            masks, self.masks = self.masks, [m for m in self.masks if m[1] <= at]
            results = dict(self.joint(op).results(self._fold_rows(self.joint(op), index)))
            self.scopes, self.masks = self.scopes + inner, masks
            for part, values in results.items():
                self.note((part, index, guards), at, values)
            found = results[op]
        return found

    def depth_of_fold(self, index: tuple[Expr, ...]) -> int:
        """The outermost scope where its result index is known."""
        return max((self.depth_of(i) for i in index), default=0)

    def _fold_rows(self, op: Joint, index: tuple[Expr, ...]) -> Sequence[Scalar]:
        """A fold's loops; the rows that they store are complete after them."""
        from pcc.passes.loops.fold import emit_fold

        outer, mine = self.folding, self.folds + 1
        self.folding = mine
        found = emit_fold(self, op, index)
        self.folding = outer
        for row in self.rows.values():
            row.complete |= row.writer == mine
        return found
