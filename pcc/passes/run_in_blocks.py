"""Products that follow each other by way of a large tensor, as in attention, run block by block of rows."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.blocks import BlocksOp
from pcc.dialects.index import Expr, Var, expr, linear
from pcc.dialects.kernel import LaunchOp, YieldOp, yielded
from pcc.dialects.pd.base import PdOp, bytes_of, rank_of, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.contraction import Contraction
from pcc.dialects.pd.elementwise import is_elementwise
from pcc.dialects.pd.reduction import Reduction
from pcc.dialects.pd.shape import View
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.bufferize import InMemory
from pcc.passes.loops.recorder import Recorder

LARGE = 2 << 20  # bytes of a tensor that would leave a core's caches
BLOCK = 256 << 10  # bytes of a block of it, at most
ROWS = 64  # of a block, at least, unless there are no more: products of fewer are slow

Roles = tuple[int | None, ...]  # per axis of a tensor: which index of the blocks selects from it; None: all is taken
Cuts = Mapping[SSAValue, Roles]


@dataclass(frozen=True)
class Chain:
    """A product, kernels that change it row by row, and the product that reads them, each read by the next alone; and
    before them, if there is one, a kernel that makes what the first product alone reads.

    `shape` is that of all their results but for the last axis; blocks have one index of all axes but the last, of
    which they have `rows`. `cuts`: per launch, what its ops read and where blocks select from it.
    """

    launches: tuple[LaunchOp, ...]
    shape: tuple[int, ...]
    rows: int
    cuts: tuple[Cuts, ...] = ()

    def counts(self) -> list[int]:
        return [*self.shape[:-1], self.shape[-1] // self.rows]

    def size(self, role: int | None, extent: int) -> int:
        """How much of an axis a block takes."""
        return extent if role is None else self.rows if role == len(self.shape) - 1 else 1

    def indices(self) -> list[Var]:
        return [Var(f"b{n}", count) for n, count in enumerate(self.counts())]

    def index(self, value: SSAValue, roles: Roles) -> list[Expr]:
        """An index of a whole tensor, by the block's and the place within it."""
        blocks, found = self.indices(), list[Expr]()
        for axis, (role, extent) in enumerate(zip(roles, shape_of(value), strict=True)):
            size = self.size(role, extent)
            place = expr(Var(f"i{axis}", size)) if size > 1 else Expr()
            found.append(place if role is None else expr(blocks[role]) * size + place)
        return found

    def roles(self, value: SSAValue) -> Roles:
        """Those of a result of the chain."""
        return _aligned(value, [*range(len(self.shape)), None])


def chain_from(first: Operation) -> Chain | None:
    """The chain that begins with a launch, if its blocks can run alone; None for a small one."""
    if not isinstance(first, LaunchOp) or first.kind.data != "contraction" or bytes_of(first.outputs[0]) < LARGE:
        return None
    launches = [first]
    while (reader := only_reader(launches[-1])) is not None:
        launches.append(reader)
        if reader.kind.data == "contraction":
            before = [[launch] for launch in _loops_before(first)]
            return next(filter(None, (_cut([*some, *launches], first) for some in (*before, []))), None)
        if reader.kind.data != "loops":
            return None
    return None


def _loops_before(first: LaunchOp) -> list[LaunchOp]:
    """Launches of loops whose results a launch alone reads."""
    made = [o.owner for o in first.inputs if isinstance(o.owner, LaunchOp) and o.owner.kind.data == "loops"]
    return [launch for launch in made if only_reader(launch) is first]


def only_reader(launch: LaunchOp) -> LaunchOp | None:
    """The launch that alone reads a launch's results."""
    users = {use.operation for output in launch.outputs for use in output.uses}
    user = users.pop() if len(users) == 1 else None
    return user if isinstance(user, LaunchOp) and user.parent is launch.parent else None


def _cut(launches: Sequence[LaunchOp], first: LaunchOp) -> Chain | None:
    """The launches in blocks of rows of what the first product makes."""
    leading = list(shape_of(launches[0].outputs[0])[:-1])
    alike = all(list(shape_of(output)[:-1]) == leading for launch in launches for output in launch.outputs)
    if not leading or not alike or len(launches[-1].outputs) != 1:
        return None
    chain, cuts = Chain(tuple(launches), tuple(leading), _rows(first.outputs[0])), list[Cuts]()
    for launch, producer in zip(launches, [None, *launches], strict=False):
        inner = _arguments(launch, producer)
        found = _Cutting(chain, inner).of(launch)
        if found is None or not _moves(chain, found, inner) or not _worth_while(chain, launch, found):
            return None
        cuts.append(found)
    return Chain(chain.launches, chain.shape, chain.rows, tuple(cuts)) if prod(chain.counts()) > 1 else None


def _moves(chain: Chain, cuts: Cuts, inner: Container[SSAValue | None]) -> bool:
    """Whether all that a launch reads is memory that moves by equal steps; what is made before it is no such."""
    found = [_steps(chain, leaf, roles) for leaf, roles in cuts.items()]
    return all(step is not None and step[0] not in inner for step in found)


def _worth_while(chain: Chain, launch: LaunchOp, cuts: Cuts) -> bool:
    """Whether a product's matrix is not the same for all batches: each block would pack it again."""
    matrices = [op.y for op in launch.body.block.ops if isinstance(op, Contraction) and op.y in cuts]
    steps = [_steps(chain, y, cuts[y]) for y in matrices]
    return prod(chain.shape[:-1]) == 1 or all(step is not None and any(step[1]) for step in steps)


def _rows(large: SSAValue) -> int:
    """Of a block: the most that fit and divide all; if those are too few, the fewest that do not fit."""
    *batch, rows, _ = shape_of(large)
    fit = BLOCK * prod(batch) * rows // bytes_of(large)
    divisors = [r for r in range(min(ROWS, rows), rows + 1) if rows % r == 0]
    return max((r for r in divisors if r <= fit), default=divisors[0])


def _arguments(launch: LaunchOp, producer: LaunchOp | None) -> dict[SSAValue, int]:
    """A launch's own names of what the one before it makes, and which of its results they are."""
    made = list[SSAValue](producer.outputs) if producer is not None else []
    pairs = zip(launch.body.block.args, launch.inputs, strict=True)
    return {argument: made.index(given) for argument, given in pairs if given in made}


@dataclass
class _Cutting:
    """Finds what a launch's ops read, and how blocks select from it; `inner` is what the launch before it makes."""

    chain: Chain
    inner: Container[SSAValue]
    found: dict[SSAValue, Roles] = field(default_factory=dict[SSAValue, Roles])

    def of(self, launch: LaunchOp) -> Cuts | None:
        whole = all(self._read(result, self.chain.roles(result)) for result in yielded(launch))
        return self.found if whole else None

    def _read(self, value: SSAValue, roles: Roles) -> bool:
        """Whether a block of the value can be computed from blocks of what it is computed from."""
        op = value.owner
        if value in self.inner:
            return roles == self.chain.roles(value)
        if isinstance(op, Contraction):
            return self._product(op, roles)
        if isinstance(op, Reduction):
            along = op.keeps() and list(op.axes()) == [rank_of(op.x) - 1] and roles[-1] is None
            return along and self._read(op.x, roles)
        if isinstance(op, PdOp) and not isinstance(op, View) and op.operands:
            return is_elementwise(op) and all(self._read(o, _aligned(o, roles)) for o in op.operands)
        return self.found.setdefault(value, roles) == roles

    def _product(self, op: Contraction, roles: Roles) -> bool:
        relation = op.einsum()
        of = {dim[0]: role for dim, role in zip(relation.results[0], roles, strict=True) if dim}
        cut = [tuple(of.get(dim[0]) if dim else None for dim in dims) for dims in relation.operands]
        return all(self._read(o, roles) for o, roles in zip((op.x, op.y), cut, strict=True))


def _aligned(value: SSAValue, roles: Sequence[int | None]) -> Roles:
    """The roles of what broadcasts to a tensor of these roles."""
    extents = shape_of(value)
    own = roles[len(roles) - len(extents) :]
    return tuple(None if extent == 1 else role for role, extent in zip(own, extents, strict=True))


def _steps(chain: Chain, leaf: SSAValue, roles: Roles) -> tuple[SSAValue | None, list[int]] | None:
    """The memory behind what a launch reads, and by how much it moves with each index of the blocks.

    None where it is more than memory or a constant: what is computed of the index would be the first block's in all.
    """
    blocks, recorder = chain.indices(), Recorder()
    recorder.read(leaf, chain.index(leaf, roles))
    straight = all(o.is_linear_in(b) for _, o in recorder.loads for b in blocks)
    computed = recorder.operations or recorder.indices or recorder.folds or recorder.ranges
    if len(recorder.loads) > 1 or computed or not straight:
        return None
    memory, offset = recorder.loads[0] if recorder.loads else (None, Expr())
    return memory, [offset.coefficient(b) for b in blocks]


class InBlocks(Fact):
    """No chain of kernels that could run in blocks makes a large tensor."""

    lost_in: ClassVar = frozenset({"fuse"})

    @classmethod
    def violation(cls, func: FuncOp) -> Operation | None:
        return next((op for op in func.body.block.ops if chain_from(op) is not None), None)


@dataclass(frozen=True)
class RunInBlocks(Pass):
    """launch a @ b; launch softmax; launch p @ c  ->  kernel.blocks { the same for some rows }

    So attention needs no memory for all its weights: a block's stay in a core's caches.
    """

    name: ClassVar[str] = "run-in-blocks"
    gives: ClassVar[Facts] = facts(InBlocks)
    serves: ClassVar[Facts] = facts(InMemory)
    on: ClassVar = (LaunchOp,)

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        for op in list(func.body.block.ops):
            chain = chain_from(op) if op.parent is not None else None
            if chain is not None:
                _replace(chain)
                changed = True
        return changed


def _replace(chain: Chain) -> None:
    """Put the chain's blocks in its place."""
    making, made, result = _Making(chain), None, chain.launches[-1].outputs[0]
    for launch, cuts, producer in zip(chain.launches, chain.cuts, [None, *chain.launches], strict=False):
        made = making.add(launch, cuts, _arguments(launch, producer), made)
    op = making.blocks(result)
    Rewriter.insert_op(op, InsertPoint.before(chain.launches[-1]))
    result.replace_all_uses_with(op.outputs[0])
    for launch in reversed(chain.launches):
        Rewriter.erase_op(launch)


class _Making:
    """The region of a `kernel.blocks`; its inputs, and the steps that they move by."""

    def __init__(self, chain: Chain) -> None:
        self.chain, self.block = chain, Block()
        self.inputs: list[SSAValue] = []
        self.steps: list[Sequence[int]] = []

    def blocks(self, result: SSAValue) -> BlocksOp:
        """The op, when all launches are added; it ends with the last one's result."""
        last, chain = self.block.last_op, self.chain
        assert isinstance(last, LaunchOp)
        self.block.add_op(YieldOp.create(operands=list(last.outputs)))
        offset = linear(chain.index(result, chain.roles(result)), shape_of(result))
        moves = [offset.coefficient(index) for index in chain.indices()]
        steps = [*self.steps, moves]
        return BlocksOp.around(self.inputs, self.block, [result.type], chain.counts(), steps, last.location)

    def add(self, launch: LaunchOp, cuts: Cuts, inner: Mapping[SSAValue, int], before: LaunchOp | None) -> LaunchOp:
        """A launch on a block, which reads as `inner` what the one before it makes."""
        body, operands, values = Block(), list[SSAValue](), dict[SSAValue, SSAValue]()
        b = Builder(body.add_op, launch.location)
        for argument, number in inner.items():
            assert before is not None
            operands.append(before.outputs[number])
            values[argument] = body.insert_arg(before.outputs[number].type, len(body.args))
        for leaf, roles in cuts.items():
            values[leaf] = self._leaf(launch, leaf, roles, operands, b, body)
        for op in launch.body.block.ops:
            if isinstance(op, PdOp) and op.results[0] not in values and all(o in values for o in op.operands):
                values[op.results[0]] = _smaller(op, values, b)
        made = [values[v] for v in yielded(launch)]
        body.add_op(YieldOp.create(operands=made))
        smaller = LaunchOp.around(launch.kind.data, operands, body, [v.type for v in made])
        smaller.location = launch.location
        self.block.add_op(smaller)
        return smaller

    def _leaf(
        self, launch: LaunchOp, leaf: SSAValue, roles: Roles, operands: list[SSAValue], b: Builder, body: Block
    ) -> SSAValue:
        """A block of what a launch reads: the beginning of memory that an index has moved."""
        found, known = _steps(self.chain, leaf, roles), dict[SSAValue, SSAValue]()
        assert found is not None
        memory, steps = found
        if memory is not None:
            outer = launch.inputs[list[SSAValue](launch.body.block.args).index(memory)]
            self.inputs.append(outer)
            self.steps.append(steps)
            operands.append(self.block.insert_arg(outer.type, len(self.block.args)))
            known[memory] = body.insert_arg(outer.type, len(body.args))
        value = _copied(leaf, known, b)
        for axis, (role, extent) in enumerate(zip(roles, shape_of(leaf), strict=True)):
            size = self.chain.size(role, extent)
            value = b.slice(value, axis, 0, size) if size < extent else value
        return value


def _copied(value: SSAValue, known: dict[SSAValue, SSAValue], b: Builder) -> SSAValue:
    """A value computed again from known ones."""
    if value not in known:
        assert isinstance(value.owner, PdOp)
        copy = value.owner.clone({o: _copied(o, known, b) for o in value.owner.operands})
        b.insert(copy)
        known.update(zip(value.owner.results, copy.results, strict=True))
    return known[value]


def _smaller(op: PdOp, values: Mapping[SSAValue, SSAValue], b: Builder) -> SSAValue:
    """An op on blocks of its operands."""
    copy = op.clone(dict(values))
    b.insert(copy)
    (type,) = copy.infer()
    return Rewriter.replace_value_with_new_type(copy.results[0], type)
