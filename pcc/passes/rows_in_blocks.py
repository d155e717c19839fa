"""Programs that do the same to every row, as networks do to points, run block by block of rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import ClassVar

from xdsl.dialects.builtin import DenseArrayBase, TensorType
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.blocks import BlocksOp
from pcc.dialects.kernel import YieldOp
from pcc.dialects.pd.base import PdOp, TypeRuleError, bytes_of, dtype_of, is_float, py, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.pd.linear import Linear
from pcc.dialects.pd.reduction import Reduction
from pcc.dialects.pd.shape import Reinterpretation
from pcc.dialects.relation import Relation
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.facts import InKernels

LARGE = 2 << 20  # bytes of products' results that would leave a core's caches
BLOCK = 1 << 20  # bytes that live at the same time in a block, at most, if all were stored
PARTS = 16  # blocks, at least, if they have enough rows: for threads
SHARED = 256 << 10  # bytes of what all blocks read, at most: each packs its matrices again
LEAST = 64  # rows of the largest product in a block, at least: fewer are slow


@dataclass
class Rows:
    """The ops that do the same to each index of one dimension, or add up over it, in order.

    `axis`: of a value, which of its axes are the rows.
    """

    count: int
    axis: dict[SSAValue, int] = field(default_factory=dict[SSAValue, int])
    ops: list[PdOp] = field(default_factory=list[PdOp])
    later: list[Operation] = field(default_factory=list[Operation])  # ops that wait for these

    def made(self) -> Iterator[SSAValue]:
        return (result for op in self.ops for result in op.results)

    def leaves(self) -> list[SSAValue]:
        """What the ops read and do not make."""
        made = set(self.made())
        return list(dict.fromkeys(o for op in self.ops for o in op.operands if o not in made))

    def results(self) -> list[SSAValue]:
        """What others read."""
        inside = set[Operation](self.ops)
        return [v for v in self.made() if any(use.operation not in inside for use in v.uses)]

    def shape(self, value: SSAValue, rows: int) -> list[int]:
        """A value's in a block."""
        return [rows if axis == self.axis.get(value) else e for axis, e in enumerate(shape_of(value))]


class _Search:
    """Finds the rows of a block's ops. `relations`: those known from a search before."""

    def __init__(self, block: Block, relations: dict[PdOp, Relation | None]) -> None:
        self.ops = [op for op in block.ops if isinstance(op, PdOp)]
        self.place = {op: n for n, op in enumerate(self.ops)}
        self.last = block.last_op
        self.relations = relations

    def best(self) -> Rows | None:
        """Rows that are worth while to cut; those of the largest products first."""
        products = [op for op in self.ops if isinstance(op, Contraction) and is_float(dtype_of(op.out))]
        if sum(bytes_of(op.out) for op in products) < LARGE:
            return None
        tried: set[tuple[SSAValue, int]] = set()
        for op in sorted(products, key=lambda op: -bytes_of(op.out)):
            axis = next((a for a, e in enumerate(shape_of(op.out)) if e > 1), None)
            if axis is None or (op.out, axis) in tried or bytes_of(op.y) > SHARED:
                continue
            rows = self.along(op.out, axis)
            tried |= set(rows.axis.items())
            if block_of(rows):
                return rows
        return None

    def along(self, seed: SSAValue, axis: int) -> Rows:
        """The ops that share an axis of a value."""
        rows, refused = Rows(shape_of(seed)[axis], {seed: axis}), set[PdOp]()
        pending = deque([seed])
        while pending:
            for op in self._around(pending.popleft()):
                if op in refused:
                    continue
                known = len(rows.axis)
                if self._spread(op, rows):
                    pending.extend(list(rows.axis)[known:])
                else:
                    refused.add(op)
        self._select(rows, refused)
        return rows

    def _around(self, value: SSAValue) -> list[PdOp]:
        """The ops of the block that make a value or read it, in order."""
        near = [value.owner, *(use.operation for use in value.uses)]
        return sorted((op for op in near if op in self.place), key=self.place.__getitem__)  # type: ignore[index]

    def _relation(self, op: PdOp) -> Relation | None:
        if op not in self.relations:
            self.relations[op] = _relation(op)
        return self.relations[op]

    def _spread(self, op: PdOp, rows: Rows) -> bool:
        """Give the rows' axis to the op's other values; whether the op can be cut there."""
        relation = self._relation(op)
        if relation is None:
            return False
        pairs = list(zip((*op.operands, *op.results), (*relation.operands, *relation.results), strict=True))
        of = {value: dims[rows.axis[value]] for value, dims in pairs if value in rows.axis}
        letters = set(of.values())
        letter = next(iter(letters))
        if len(letters) != 1 or len(letter) != 1 or letter == ("_",):
            return False
        found = {value: [a for a, dim in enumerate(dims) if letter[0] in dim] for value, dims in pairs}
        if any(
            len(axes) > 1 or any(dims[a] != letter for a in axes)
            for (_, dims), axes in zip(pairs, found.values(), strict=False)
        ):
            return False
        if letter[0] in relation.marks and not _in_parts(op):
            return False
        if any(rows.axis.get(v, a[0]) != a[0] for v, a in found.items() if a):
            return False
        rows.axis.update((value, axes[0]) for value, axes in found.items() if axes)
        return True

    def _select(self, rows: Rows, refused: set[PdOp]) -> None:
        """The ops that can run in blocks together: none waits for what others make of a whole result."""
        inside, late, added = set[SSAValue](), set[SSAValue](), set[SSAValue]()
        for op in self.ops:
            moves = op not in refused and any(v in rows.axis for v in (*op.operands, *op.results))
            waits = any(o in late for o in op.operands)
            if moves and op.operands and not waits:
                rows.ops.append(op)
                sums = not any(r in rows.axis for r in op.results)
                (late if sums else inside).update(op.results)
                added.update(op.results if sums and (_adds(op)) else ())
            elif _is_linear(op) and all(o in added for o in op.operands):
                rows.ops.append(op)
                late.update(op.results)
                added.update(op.results)
            elif waits or any(o in inside for o in op.operands):
                late.update(op.results)
                rows.later.append(op)


def _in_parts(op: PdOp) -> bool:
    """Whether the op's results are those of parts of its rows, taken together."""
    return isinstance(op, Contraction) or (isinstance(op, Reduction) and op.nests())


def _adds(op: PdOp) -> bool:
    """Whether the op's results are the sums of those of parts of its rows."""
    return isinstance(op, Contraction) or (isinstance(op, Reduction) and op.ADDS)


def _is_linear(op: PdOp) -> bool:
    """Whether the results of sums are the sums of results."""
    return bool(op.operands) and isinstance(op, Linear) and op.homogeneous() == op.properties


def _relation(op: PdOp) -> Relation | None:
    if op.regions or (op.KERNEL == "bare" and not isinstance(op, Reinterpretation)):
        return None
    try:
        return op.relation()
    except (NotImplementedError, AttributeError, TypeRuleError):
        return None


def block_of(rows: Rows) -> int:
    """The rows of a block, which divide all; 0 if blocks are not worth while."""
    products = [op for op in rows.ops if isinstance(op, Contraction)]
    shared = sum(bytes_of(v) for v in rows.leaves() if v not in rows.axis)
    if len(products) < 2 or shared > SHARED or sum(bytes_of(op.out) for op in products) < LARGE:
        return 0
    largest = max((op.out for op in products if op.out in rows.axis), key=bytes_of)
    least = LEAST * rows.count // prod(shape_of(largest)[:-1])
    fit = min(BLOCK * rows.count // max(_live(rows), 1), rows.count // PARTS)
    divisors = [r for r in range(max(least, 1), rows.count // 2 + 1) if rows.count % r == 0]
    return max((r for r in divisors if r <= fit), default=next(iter(divisors), 0))


def _live(rows: Rows) -> int:
    """The most bytes that live at the same time, of what products make and read."""
    kept = {v for op in rows.ops if isinstance(op, Contraction) for v in (op.x, op.y, op.out) if v in rows.axis}
    last = {o: n for n, op in enumerate(rows.ops) for o in op.operands}
    most, live, ends = 0, 0, dict[int, int]()
    for n, op in enumerate(rows.ops):
        for value in op.results:
            if value in kept:
                live += bytes_of(value)
                ends[last.get(value, n)] = ends.get(last.get(value, n), 0) + bytes_of(value)
        most = max(most, live)
        live -= ends.pop(n, 0)
    return most


class RowsInBlocks(Fact):
    """No large results of products are made that blocks of rows would keep in a core's caches."""

    lost_in: ClassVar = frozenset(
        {
            "decompose",
            "hoist-slices",
            "canonicalize",
            "widen",
            "sink-transposes",
            "split-reduction",
            "cse",
            "turn-chains",
        }
    )

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        rows = _Search(func.body.block, {}).best()
        return rows.ops[0] if rows else None


@dataclass(frozen=True)
class CutRows(Pass):
    """h = tanh(x @ w); y = h @ v  ->  y = kernel.blocks { the same for some rows of x }, what sums over rows too.

    So a network's activations and their derivatives stay in a core's caches from its first layer to its last.
    """

    name: ClassVar[str] = "cut-rows"
    gives: ClassVar[Facts] = facts(RowsInBlocks)
    serves: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (Contraction,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed, relations = False, dict[PdOp, Relation | None]()
        while (rows := _Search(func.body.block, relations).best()) is not None:
            _Cutting(func.body.block, rows).run()
            changed = True
        return changed


class _Cutting:
    """Puts blocks in the place of ops."""

    def __init__(self, block: Block, rows: Rows) -> None:
        self.outer, self.rows, self.size = block, rows, block_of(rows)
        self.inner = Block()
        self.values: dict[SSAValue, SSAValue] = {}
        self.b = Builder(self.inner.add_op, rows.ops[0].location)

    def run(self) -> None:
        leaves, results = self.rows.leaves(), self.rows.results()
        for leaf in leaves:
            self._leaf(leaf)
        for op in self.rows.ops:
            self._op(op)
        made = [self._part(v) for v in results]
        self.inner.add_op(YieldOp.create(operands=made))
        types = [self._whole(v, part) for v, part in zip(results, made, strict=True)]
        read, counts = self._read(leaves), [self.rows.count // self.size]
        steps = [[self._step(v)] for v in (*read, *results)]
        op = BlocksOp.around(read, self.inner, types, counts, steps, self.rows.ops[-1].location)
        self._place(op, results)

    def _read(self, leaves: Sequence[SSAValue]) -> list[SSAValue]:
        """The leaves that are inputs: constants are made in the block."""
        return [leaf for leaf in leaves if not _is_constant(leaf)]

    def _leaf(self, leaf: SSAValue) -> None:
        if _is_constant(leaf):
            assert isinstance(leaf.owner, Operation)
            self.values[leaf] = self._copied(leaf.owner, [leaf])[0]
            return
        value: SSAValue = self.inner.insert_arg(leaf.type, len(self.inner.args))
        axis = self.rows.axis.get(leaf)
        self.values[leaf] = value if axis is None else self.b.slice(value, axis, 0, self.size)

    def _op(self, op: PdOp) -> None:
        self.values.update(zip(op.results, self._copied(op, op.results), strict=True))

    def _copied(self, op: Operation, results: Sequence[SSAValue]) -> Sequence[SSAValue]:
        """The op on blocks; one that states the shape of its result states the block's."""
        wanted = [self.rows.shape(r, self.size) for r in results]
        if isinstance(op, Reinterpretation):
            return [self.b.reshape(self.values[op.source()], wanted[0])]
        copy = op.clone({o: self.values[o] for o in op.operands})
        assert isinstance(copy, PdOp)
        for name, value in op.properties.items():
            if isinstance(value, DenseArrayBase) and list(py(value)) == list(shape_of(results[0])):
                copy.properties[name] = DenseArrayBase.from_list(value.elt_type, wanted[0])
        self.inner.add_op(copy)
        types = copy.infer()
        assert [list(t.get_shape()) for t in types] == wanted, op.name
        return [Rewriter.replace_value_with_new_type(r, t) for r, t in zip(copy.results, types, strict=True)]

    def _part(self, value: SSAValue) -> SSAValue:
        """A block's part of a result: rows come first; sums over its rows have an axis of blocks."""
        made, axis = self.values[value], self.rows.axis.get(value)
        if axis is None:
            return self.b.reshape(made, [1, *shape_of(made)])
        return self.b.transpose(made, _first(axis, len(shape_of(made)))) if axis else made

    def _whole(self, value: SSAValue, part: SSAValue) -> TensorType:
        first = self.rows.count if value in self.rows.axis else self.rows.count // self.size
        return TensorType(dtype_of(value), [first, *shape_of(part)[1:]])

    def _step(self, value: SSAValue) -> int:
        """By how many elements a value's beginning moves with each block."""
        axis, shape = self.rows.axis.get(value), shape_of(value)
        if value in set(self.rows.made()):
            return prod(shape) // (self.rows.count // self.size if axis is not None else 1)
        return 0 if axis is None else self.size * prod(shape[axis + 1 :])

    def _place(self, op: BlocksOp, results: Sequence[SSAValue]) -> None:
        """The blocks come after all that does not wait for them."""
        end = self.outer.last_op
        assert isinstance(end, ReturnOp)
        made: list[Operation] = [op]
        b = Builder(made.append, op.location)
        for value, whole in zip(results, op.outputs, strict=True):
            new = self._joined(b, value, whole)
            value.replace_uses_with_if(new, lambda use: use.operation not in self.rows.ops)
        for later in self.rows.later:
            later.detach()
        constants = [leaf.owner for leaf in self.rows.leaves() if _is_constant(leaf)]
        for old in reversed(self.rows.ops):
            old.detach()
            old.erase(safe_erase=False)
        for constant in constants:
            if isinstance(constant, PdOp) and not any(r.uses for r in constant.results):
                Rewriter.erase_op(constant)
        Rewriter.insert_op([*made, *self.rows.later], InsertPoint.before(end))

    def _joined(self, b: Builder, value: SSAValue, whole: SSAValue) -> SSAValue:
        """A result of all blocks."""
        axis = self.rows.axis.get(value)
        if axis:
            order = _first(axis, len(shape_of(value)))
            return b.transpose(whole, [order.index(d) for d in range(len(order))])
        if axis is not None:
            return whole
        if isinstance(value.owner, Reduction) and value.owner.x in self.rows.axis:
            last = value.owner.nested(whole, [0])
            b.insert(last)
            return b.reshape(last.out, shape_of(value))
        return b.sum(whole, [0])


def _first(axis: int, rank: int) -> list[int]:
    """The permutation that puts an axis first."""
    return [axis, *(d for d in range(rank) if d != axis)]


def _is_constant(value: SSAValue) -> bool:
    """Whether the value depends on nothing, and can be made in any shape."""
    return isinstance(value.owner, PdOp) and not value.owner.operands and prod(shape_of(value)) == 1
