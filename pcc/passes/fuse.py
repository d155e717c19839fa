"""Cuts a function into kernels.

Ops join the kernel of an operand when one loop nest can compute both without repeating work. Rules, for an op v and the
group A of one of its operands:

- same elements in the same order: v joins.
- v folds the axes that A's folds reduce (or A has none): v joins, and so does what broadcasts the result back:
  softmax and layer_norm become one kernel.
- v reads A at other indices (transpose, slice, broadcast) and nobody else reads A: A is computed inside v.
- ops without operands, and views of memory, cost nothing: every kernel that reads one gets its own copy.

At the end, kernels that read the same memory in the same order, for the same readers, become one: the columns of a
table that a kernel reads one by one are copied by one kernel, not by one each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp
from xdsl.ir import Block, Operation, SSAValue
from xdsl.rewriter import InsertPoint, Rewriter

from pcc.dialects.index import Expr, Var, expr
from pcc.dialects.kernel import ComputeOp, LaunchOp
from pcc.dialects.pd.base import PdOp, bytes_of, shape_of, size_of
from pcc.dialects.pd.reduction import Fold, Reduction
from pcc.dialects.pd.shape import Reinterpretation, View
from pcc.passes.base import Analyses, Facts, Note, Pass, choices, facts
from pcc.passes.facts import Decomposed, InKernels, NoDeadOps
from pcc.passes.fusion_rules import Declined, Group, Rules, pattern_of
from pcc.passes.kinds import kinds
from pcc.passes.kinds.base import Kind
from pcc.passes.loops.recorder import Recorder
from pcc.passes.outline import outline, sources
from pcc.passes.recompute import choice
from pcc.passes.widen import is_half_product

REREAD = 8  # times that a strided view is read from which on it is copied first


@dataclass(frozen=True)
class Fuse(Pass):
    """b = exp(a); c = sum(b)  ->  b, c = kernel.launch { exp, sum }, for all ops of the function.

    `max_ops` of a kernel; `recompute`: values that cost more to store than to compute again are not stored;
    `own_products`: products that cost more to call the library for than in loops are loops;
    `half_products`: products of 16-bit floats are no loops either.
    """

    name: ClassVar[str] = "fuse"
    needs: ClassVar[Facts] = facts(Decomposed, NoDeadOps)
    gives: ClassVar[Facts] = facts(InKernels)
    on: ClassVar = (PdOp,)
    max_ops: int = choices(48, 12)
    recompute: bool = choices(True, False)
    own_products: bool = choices(True, False)
    half_products: bool = False

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        changed = False
        for op in func.walk():
            for region in op.regions if not isinstance(op, LaunchOp | ComputeOp) else ():
                for block in region.blocks:
                    changed |= _Fuser(block, self, analyses.notes).run()
        return changed


class _Fuser:
    """Groups the ops of one block."""

    def __init__(self, block: Block, options: Fuse, notes: list[Note]) -> None:
        self.block, self.options, self.notes = block, options, notes
        self.group_of: dict[Operation, Group] = {}
        self.rules = Rules(self.group_of, options.max_ops)
        self.free: set[Operation] = set()  # copied into each reader
        self.absorbing: set[Operation] = set()  # ops of other kinds that read through free ops
        self.ancestors: dict[Group, int] = {}
        self.groups: list[Group] = []
        self.order = dict[Operation, int]()

    def run(self) -> bool:
        if not any(isinstance(op, PdOp) for op in self.block.ops):
            return False
        self._number()
        for op in list(self.block.ops):
            if isinstance(op, PdOp):
                self._place(op)
            elif op.results:  # blocks of rows: others' ways through it are seen
                self._enter(Group(len(self.groups), "bare", 0), op)
        for group in reversed(self.groups) if self.options.recompute else ():
            if not group.bare:
                self._recompute(group)
        self._materialize_free()
        self._number()  # with the copies that were made
        self._merge_siblings()
        self._drop_reinterpretations()
        return outline(self.block, [(g.kind, g.members) for g in self.groups if g.members and not g.bare], self.free)

    def _number(self) -> None:
        """Number the block's ops in their order."""
        self.order = {op: i for i, op in enumerate(self.block.ops)}

    # ---- where an op goes
    def _place(self, op: PdOp) -> None:
        if op.KERNEL == "bare":
            return self._alone(op, "bare")
        kind = self._kind(op)
        if kind != "loops":
            self._alone(op, kind)
        elif not op.operands:
            self.free.add(op)
        elif not self._join(op):
            self.free.add(op) if isinstance(op, View) else self._alone(op)

    def _kind(self, op: PdOp) -> str:
        """The op's own kind if it takes the op, with or without reading through views, and is cheaper; else loops."""
        kind = kinds().get(op.KERNEL) if self.options.half_products or not is_half_product(op) else None
        for through in (self.free, set[Operation]()) if kind is not None and kind.name != "loops" else ():
            if kind is not None and kind.accepts(op, through):
                return self._cheaper(op, kind, through)
        return "loops"

    def _cheaper(self, op: PdOp, kind: Kind, through: set[Operation]) -> str:
        routine, loops = kind.ns(op, through)
        if loops < routine and self.options.own_products:
            self.notes.append(Note.of("library", Declined.LOOPS_CHEAPER, op, **{"ns": routine, "ns as loops": loops}))
            return "loops"
        if through:
            self.absorbing.add(op)
        return kind.name

    def _alone(self, op: PdOp, kind: str = "loops") -> None:
        closed = kind not in ("loops", "bare") and not kinds()[kind].EPILOGUE
        group = Group(len(self.groups), kind, size_of(op.results[0]) if op.results else 0, [op], closed=closed)
        if isinstance(op, Reduction):
            group.elements = size_of(op.x)
            group.pattern = pattern_of(shape_of(op.x), op.axes())
        elif isinstance(op, Fold):
            group.windowed = True
        self._enter(group, op)

    def _enter(self, group: Group, op: Operation) -> None:
        self.groups.append(group)
        self.group_of[op] = group
        self.ancestors[group] = self._dependencies(op)

    def _sources(self, op: Operation) -> list[Operation]:
        """The ops in groups that an op reads, also inside its regions, looking through free ops."""
        found: list[Operation] = []
        for source in sources(op, self.block):
            found += self._sources(source) if source in self.free or source not in self.group_of else [source]
        return found

    def _dependencies(self, op: Operation) -> int:
        mask = 0
        for source in self._sources(op):
            group = self.group_of[source]
            mask |= 1 << group.number | self.ancestors[group]
        return mask

    def _join(self, op: PdOp) -> bool:
        owners = [o.owner for o in op.operands if isinstance(o.owner, Operation) and o.owner in self.group_of]
        producers = [self.group_of[owner] for owner in owners if not self.group_of[owner].bare]
        best: Group | None = None
        for group in sorted(set(producers), key=lambda g: (g.kind != "loops", g.elements, g.number), reverse=True):
            why = self._hindrance(op, group, best)
            if why is not None:
                self._decline(op, group, why)
            elif best is None:
                self._add(op, group)
                best = group
            else:
                self._merge(group, best)
        return best is not None

    def _hindrance(self, op: PdOp, group: Group, joined: Group | None) -> Declined | None:
        """Why op, which may have joined another group already, is not computed with the group."""
        if joined is None:
            return self.rules.joins(op, group) or (Declined.CYCLE if self._cycle(op, group) else None)
        why = self.rules.merges(op, group, joined)
        apart = self._between(group, joined) or self._between(joined, group)
        return why or (Declined.BETWEEN if apart else None)

    def _decline(self, op: PdOp, group: Group, why: Declined) -> None:
        """Note what the decision costs: the operand is written to memory and read again."""
        made = [o for o in op.operands if isinstance(o.owner, Operation) and self.group_of.get(o.owner) is group]
        self.notes.append(Note.of("fusion", why, op, bytes=2 * sum(map(bytes_of, made))))

    def _cycle(self, op: Operation, group: Group) -> bool:
        """Whether another operand of op depends on the group."""
        others = {self.group_of[s] for s in self._sources(op)} - {group}
        return any(self.ancestors[g] >> group.number & 1 for g in others)

    def _add(self, op: PdOp, group: Group) -> None:
        if isinstance(op, Reduction):
            group.pattern = pattern_of(shape_of(op.x), op.axes())
        elif group.pattern is None:
            group.elements = size_of(op.results[0])
        else:
            group.elements = max(group.elements, size_of(op.results[0]))
        group.members.append(op)
        self.group_of[op] = group
        self._depend(group, self._dependencies(op))

    def _depend(self, group: Group, mask: int) -> None:
        """The group now depends on the groups in the mask, and so does whatever depends on it."""
        mask &= ~(1 << group.number)
        if mask & ~self.ancestors[group]:
            self.ancestors[group] |= mask
            for other in self.groups:
                if self.ancestors[other] >> group.number & 1:
                    self.ancestors[other] |= mask

    def _merge(self, other: Group, into: Group) -> None:
        into.members = sorted([*into.members, *other.members], key=self.order.__getitem__)
        into.pattern = into.pattern or other.pattern
        for op in other.members:
            self.group_of[op] = into
        other.members = []
        self._depend(into, self.ancestors[other])
        for group in self.groups:
            if self.ancestors[group] >> other.number & 1:
                self._depend(group, 1 << into.number | self.ancestors[into])
        bit = 1 << other.number
        for group in self.groups:
            self.ancestors[group] &= ~bit

    def _between(self, start: Group, end: Group) -> bool:
        """Whether a third group reads from start, and end reads from it."""
        between = self.ancestors[end] & ~(1 << start.number)
        return any(
            between >> g.number & 1 and self.ancestors[g] >> start.number & 1 for g in self.groups if g is not end
        )

    # ---- at the end
    def _recompute(self, group: Group) -> None:
        """Values that cost less to compute again in every kernel that reads them than to store are not stored."""
        for value in [result for op in reversed(group.members) for result in op.results]:
            readers = self._loops_that_read(value, group)
            costs = choice(value, group, readers) if readers else None
            if costs is None:
                continue
            if costs.again.ns < costs.stored.ns:
                self._copy_to_readers(value, group, costs.ops)
            else:
                assert isinstance(value.owner, PdOp)
                numbers = {"ns": costs.again.ns, "ns stored": costs.stored.ns}
                self.notes.append(Note.of("recomputation", Declined.STORED_CHEAPER, value.owner, **numbers))

    def _loops_that_read(self, value: SSAValue, group: Group) -> set[Group]:
        """The other kernels that read a group's value, if all of them are loops; else none."""
        readers = {self.group_of.get(use.operation) for use in value.uses} - {group}
        loops = {r for r in readers if r is not None and r.kind == "loops"}
        return loops if len(loops) == len(readers) else set()

    def _copy_to_readers(self, value: SSAValue, group: Group, ops: Sequence[PdOp]) -> None:
        """Other groups read a copy of the ops that compute a value; what nobody reads any more goes."""
        copies, place = dict[SSAValue, SSAValue](), InsertPoint.after(ops[-1])
        for op in ops:
            copy = op.clone(copies)
            copies.update(zip(op.results, copy.results, strict=True))
            Rewriter.insert_op(copy, place)
            self.free.add(copy)
        value.replace_uses_with_if(copies[value], lambda use: self.group_of.get(use.operation) not in (group, None))
        for op in reversed(ops):
            if not any(result.uses for result in op.results):
                group.members.remove(op)
                del self.group_of[op]
                Rewriter.erase_op(op)

    def _materialize_free(self) -> None:
        """Free ops whose values something other than a loop kernel reads become kernels themselves."""
        for op in reversed(list(self.block.ops)):
            if op not in self.free:
                continue
            assert isinstance(op, PdOp)
            tied = self._tied(op)
            users = {use.operation for result in op.results for use in result.uses}
            waiting = {user for user in users if self._needs_memory(user, op) and self.group_of.get(user) not in tied}
            if tied:
                waiting -= self.free
            if waiting:
                made = self._twin(op, waiting) if tied else op
                self.free.discard(made)
                if not isinstance(made, Reinterpretation):
                    self._alone(made)

    def _tied(self, op: PdOp) -> set[Group]:
        """The groups that read through the free op what they, or groups before them, make: they cannot wait for op."""
        before = self._dependencies(op)
        return {group for group in self._readers(op) if before >> group.number & 1}

    def _readers(self, op: Operation) -> Iterator[Group]:
        """The groups that read an op's results, also through free ops."""
        for user in (use.operation for result in op.results for use in result.uses):
            if user in self.free:
                yield from self._readers(user)
            elif user in self.group_of:
                yield self.group_of[user]

    def _twin(self, op: PdOp, readers: set[Operation]) -> PdOp:
        """A copy of a free op for the readers given."""
        twin = op.clone()
        Rewriter.insert_op(twin, InsertPoint.after(op))
        for old, new in zip(op.results, twin.results, strict=True):
            old.replace_uses_with_if(new, lambda use: use.operation in readers)
        return twin

    def _needs_memory(self, user: Operation, op: Operation) -> bool:
        if user in self.free:
            return any(self._needs_memory(use.operation, op) for r in user.results for use in r.uses)
        group = self.group_of.get(user)
        if group is None or group.bare:
            return True
        if group.kind != "loops" and user is group.members[0]:
            return user not in self.absorbing
        return group.elements >= REREAD * size_of(op.results[0]) and _is_strided(op)

    def _merge_siblings(self) -> None:
        """Kernels that read the same places, but for a shift, for the same readers: none of them waits for another."""
        alike = defaultdict[object, list[Group]](list)
        for group in self.groups:
            if group.members and group.kind == "loops" and group.pattern is None and not group.windowed:
                readers = frozenset(reader for op in group.members for reader in self._readers(op)) - {group}
                alike[group.elements, readers].append(group)
        for groups in alike.values():
            merged = dict[object, Group]()
            for group in groups if len(groups) > 1 else ():
                into = merged.setdefault(self._places(group), group)
                if into is not group and len(into.members) + len(group.members) <= self.options.max_ops:
                    self._merge(group, into)

    def _places(self, group: Group) -> object:
        """The memory that a group reads, and the order in which it does."""
        values = [result for op in group.members for result in op.results]
        made = [v for v in values if any(self.group_of.get(use.operation) is not group for use in v.uses)]
        loads = [load for v in made for load in _loads(v, {*group.members, *self.free})[1]]
        return frozenset((memory, offset.terms) for memory, offset in loads)

    def _drop_reinterpretations(self) -> None:
        """Reshapes at a kernel's border stay outside, where they are free."""
        for op in self.block.ops:
            if isinstance(op, Reinterpretation) and op.source().owner not in self.free and not self._tied(op):
                self.free.discard(op)
        for group in self.groups:
            self._drop_leading(group)
            self._drop_trailing(group)

    def _drop_leading(self, group: Group) -> None:
        inside = set(group.members)
        for op in list(group.members):
            owner = op.operands[0].owner if op.operands else None
            if isinstance(op, Reinterpretation) and owner not in inside and owner not in self.free:
                group.members.remove(op)
                inside.discard(op)

    def _drop_trailing(self, group: Group) -> None:
        for op in reversed(list(group.members)):
            if (
                isinstance(op, Reinterpretation)
                and group not in self._readers(op)
                and op.operands[0].owner not in self.free
            ):
                group.members.remove(op)
                del self.group_of[op]


def _is_strided(op: Operation) -> bool:
    """Whether a view's rows are not contiguous, so that reading them again and again costs more than a copy."""
    if isinstance(op, Reinterpretation):
        return False
    axes, loads = _loads(op.results[0], (op,))
    return bool(axes) and any(offset.coefficient(axes[-1]) not in (0, 1) for _, offset in loads)


def _loads(value: SSAValue, through: Container[Operation]) -> tuple[Sequence[Var], Sequence[tuple[SSAValue, Expr]]]:
    """The axes of a value that are longer than one, and the memory and offsets that its element at them comes from."""
    shape, recorder = shape_of(value), Recorder(through)
    axes = [Var(f"v{n}", extent) for n, extent in enumerate(e for e in shape if e != 1)]
    along = iter(axes)
    recorder.read(value, [expr(next(along) if extent != 1 else 0) for extent in shape])
    return axes, recorder.loads
