"""Emits the code of one thread; its vectors are what it loads at once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple, Protocol

from xdsl.dialects import gpu, scf
from xdsl.dialects.builtin import UnitAttr, i32, i64
from xdsl.ir import Attribute, Block, Region, SSAValue

from pcc.dialects import kernel
from pcc.dialects.index import Expr, Var, expr, linear
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.dialects.threads import (
    AsyncCopyOp,
    AsyncWaitOp,
    BallotOp,
    FragmentOp,
    LdmatrixOp,
    MmaOp,
    SharedOp,
    ShuffleFromOp,
    ShuffleOp,
)
from pcc.passes.loops.arithmetic import integer
from pcc.passes.loops.emitter import INDEX, Emitter
from pcc.passes.loops.joint import Joint
from pcc.passes.loops.memory import flat_memory, storage_type
from pcc.passes.loops.scopes import Scalar, Scope, vector_type
from pcc.passes.threads.part import aligned

THREADS = 256  # of a block, if nothing asks for another number
X = gpu.DimensionAttr(gpu.DimensionEnum.X)


class Grid(NamedTuple):
    """How many blocks of how many threads run a kernel."""

    blocks: int
    threads: int = THREADS


class Team(Protocol):
    """Threads that fold together, in code of a scope that they all go through."""

    @property
    def depth(self) -> int: ...

    def folds(self, k: ThreadEmitter, op: Joint, index: Sequence[Expr]) -> bool:
        """Whether all its threads are where the fold is needed, and it pays."""
        ...

    def fold(self, k: ThreadEmitter, op: Joint, index: tuple[Expr, ...]) -> Sequence[Scalar]:
        """All results of the fold, in every thread."""
        ...


class ThreadEmitter(Emitter):
    """`lane` is the variable of the elements that a thread takes at once: a vector starts where it is zero."""

    def __init__(self, body: Block, lanes: int, memory: dict[SSAValue, SSAValue]) -> None:
        super().__init__(body, lanes, memory)
        self.lane = Var("lane", lanes)
        self.team: Team | None = None
        self.held: dict[SSAValue, dict[Expr, Scalar]] = {}  # elements that this thread has, by their offset
        self._lanes: dict[Block, Scope] = {}

    # ---- threads
    def thread(self) -> Scalar:
        """The thread's number in its block."""
        return self.emit(gpu.ThreadIdOp, [], INDEX, 0, {"dimension": X})

    def block(self) -> Scalar:
        """The block's number."""
        return self.emit(gpu.BlockIdOp, [], INDEX, 0, {"dimension": X})

    def named(self, name: str, value: Scalar, extent: int) -> Expr:
        """A value in [0, extent) as an index expression."""
        var = Var(name, extent)
        self.bind(var, value)
        return expr(var)

    def bind(self, var: Var, value: Scalar) -> None:
        """A variable of the current scope: what depends on it stays in there."""
        value.value.name_hint = value.value.name_hint or var.name
        self.scopes[-1].variables[var] = replace(value, depth=self.depth)

    def told(self, name: str, value: Expr) -> Scalar:
        """The value of an index expression, under a name for readers."""
        found = self.index_value(value)
        found.value.name_hint = name
        return found

    def when(self, condition: Scalar, body: Callable[[], None]) -> None:
        """Code of the threads for which a condition holds."""
        block = Block()
        self.scopes.append(Scope(block))
        body()
        block.add_op(scf.YieldOp())
        self.scopes.pop()
        branches = [Region(block), Region()]
        self.insert(scf.IfOp.create(operands=[condition.value], regions=branches), self.depth)

    def clamped(self, name: str, place: Expr, count: int, unit: int) -> tuple[Expr, Scalar | None]:
        """A place below a count, or the last one instead, and whether it is one; None where units leave no rest, or all
        places are below.
        """
        if count % unit == 0 or place.bounds[1] < count:
            return place, None
        value = self.index_value(place)
        return self.named(name, self.min(value, count - 1), count), self.compare("lt", value, count)

    def below(self, place: Expr, count: int, body: Callable[[Expr], None]) -> None:
        """`body` of a place, in the threads whose place is below a count."""
        number = self.index_value(place)
        run = lambda: body(self.named("t", number, count))  # noqa: E731
        self.when(self.compare("lt", number, count), run) if count % THREADS else run()

    def each(self, count: int, body: Callable[[Expr], None]) -> Grid:
        """A thread for each of so many things."""
        grid = Grid(-(-count // THREADS))
        block, thread = self.named("block", self.block(), grid.blocks), self.named("thread", self.thread(), THREADS)
        self.below(block * THREADS + thread, count, body)
        return grid

    @contextmanager
    def lanes_here(self) -> Generator[None]:
        """Code for all lanes; what was computed before in the same block is known."""
        block = self.scopes[-1].block
        if block not in self._lanes:
            made = self._lanes[block] = Scope(block, vector=self.lane if self.lanes > 1 else None)
            made.variables[self.lane] = replace(self.index_constant(0), depth=self.depth + 1)
        self.scopes.append(self._lanes[block])
        yield
        self.scopes.pop()

    @contextmanager
    def conditions(self, *conditions: Scalar | None) -> Generator[None]:
        """Code whose stores count only where all conditions hold, of those that are not None."""
        outer, self.masks = self.masks, [*self.masks, *((c, self.depth) for c in conditions if c is not None)]
        yield
        self.masks = outer

    def unroll(self, results: Sequence[Scalar], by: int) -> None:
        """Let who compiles the text unroll the loop that gave results so many times, and not more."""
        loop = results[0].value.owner
        assert isinstance(loop, scf.ForOp)
        loop.attributes["unroll"] = integer(by, i64)

    def here(self, x: Scalar) -> Scalar:
        """x, which stands in this block, as a value of the current scope."""
        return replace(x, depth=min(x.depth, self.depth))

    def barrier(self) -> None:
        self.insert(gpu.BarrierOp(), self.depth)

    def shuffled(self, x: Scalar, by: int) -> Scalar:
        """x of the thread whose place in the warp differs in the bits of `by`."""
        return self.emit(ShuffleOp, [x], x.dtype, 0, {"by": integer(by, i64)})

    def shuffled_from(self, x: Scalar, place: Scalar) -> Scalar:
        """x of the thread at a place of the warp."""
        return self.emit(ShuffleFromOp, [x, place], x.dtype, 0)

    def ballot(self, condition: Scalar) -> Scalar:
        """In which threads of the warp a condition holds, by their bits."""
        return self.emit(BallotOp, [condition], i32, 0)

    def shared(self, dtype: Attribute, size: int) -> SSAValue:
        """Memory of the block, for `load_buffer` and `store_buffer`."""
        made = SharedOp.create(result_types=[flat_memory(storage_type(dtype), size)])
        self.insert(made, self.depth)
        self.made_at[made.out] = self.depth
        return made.out

    def ldmatrix(self, memory: SSAValue, at: Expr, turned: bool) -> Scalar:
        """The warp's parts of four matrices in shared memory, as it is here."""
        how = {"turned": UnitAttr()} if turned else {}
        place, kind = self.index_value(at), vector_type(i32, 4)
        op = LdmatrixOp.create(operands=[memory, place.value], result_types=[kind], properties=how)
        return Scalar(self.insert(op, self.depth).results[0], i32, self.depth, 4)

    def mma(self, of: Attribute, a: Scalar, b: Scalar, c: Scalar) -> Scalar:
        """a @ b + c of the warp's matrices."""
        return self.emit(MmaOp, [a, b, c], c.dtype, 4, {"of": of})

    def fragment(self, of: Attribute, low: Scalar, high: Scalar) -> Scalar:
        """Two neighbouring results of `mma` as the factor a of another one."""
        return self.emit(FragmentOp, [low, high], i32, 4, {"of": of})

    def async_copy(self, target: SSAValue, to: Expr, source: SSAValue, of: Expr, real: Scalar) -> None:
        """16 bytes into shared memory, or zeros; they are there behind `async_wait`."""
        places = [target, self.index_value(to).value, source, self.index_value(of).value, real.value]
        self.insert(AsyncCopyOp.create(operands=places), self.depth)

    def async_wait(self) -> None:
        self.insert(AsyncWaitOp.create(), self.depth)

    # ---- folds and memory
    def load_stored(self, memory: SSAValue, offset: Expr) -> Scalar:
        """An element of an input as it is stored."""
        return self._load(self.memory[memory], offset, storage_type(dtype_of(memory)))

    def depth_of_fold(self, index: tuple[Expr, ...]) -> int:
        return max(super().depth_of_fold(index), self.team.depth if self.team is not None else 0)

    def _fold_rows(self, op: Joint, index: tuple[Expr, ...]) -> Sequence[Scalar]:
        if self.team is not None and self.team.folds(self, op, index):
            return self.team.fold(self, op, index)
        return super()._fold_rows(op, index)

    def _compute(self, value: SSAValue, index: tuple[Expr, ...]) -> Scalar:
        if value in self.held:
            return self.held[value][linear(index, shape_of(value))]
        return super()._compute(value, index)

    def _load_vector(self, source: SSAValue, offset: Expr, var: Var, stored: Attribute, mask: Scalar | None) -> Scalar:
        if mask is None and not aligned(offset, var, self.lanes):
            return self._gather(source, offset, stored, mask)
        return super()._load_vector(source, offset, var, stored, mask)

    def _load_apart(self, source: SSAValue, offset: Expr, var: Var, stored: Attribute) -> Scalar:
        return self._gather(source, offset, stored, None)

    def _is_far(self, source: SSAValue, stored: Attribute) -> bool:
        """No prefetches: other threads hide the time of loads."""
        return False

    def _store(self, x: Scalar, target: SSAValue, offset: Expr, past_caches: bool = False) -> None:
        """In the current scope; under a condition that all lanes share, in a branch."""
        mask = self.mask_at(self.depth)
        if mask is None or mask.lanes:
            return super()._store(replace(x, depth=self.depth), target, offset)
        store, masks, self.masks = super()._store, self.masks, []
        self.when(mask, lambda: store(replace(x, depth=self.depth), target, offset))
        self.masks = masks

    # ---- indices
    def index_op(self, name: str, a: Scalar, b: int) -> Scalar:
        """Arithmetic of an index with a number."""
        return self.apply(name, [a, self.index_constant(b)], INDEX)

    def scalar_index(self, rest: Expr, var: Var, step: int) -> Scalar:
        return self.index_value(rest) if var == self.lane else super().scalar_index(rest, var, step)

    def _variable(self, var: Var, lane_type: Attribute) -> Scalar:
        if var == self.lane and self.lanes > 1:
            return self.emit(kernel.LanesOp, [], lane_type, self.lanes)
        return super()._variable(var, lane_type)
