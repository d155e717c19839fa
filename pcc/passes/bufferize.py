"""Gives every tensor memory: kernels become functions and calls, control flow `scf`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import ClassVar

from xdsl.dialects import arith, func, memref, scf
from xdsl.dialects.builtin import (
    FunctionType,
    IndexType,
    IntegerAttr,
    MemRefType,
    ModuleOp,
    TensorType,
    UnitAttr,
    i1,
    i8,
    i64,
)
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue
from xdsl.rewriter import Rewriter

from pcc.dialects.blocks import BlocksOp
from pcc.dialects.kernel import BOUNDS, ComputeOp, LaunchOp, YieldOp, yielded
from pcc.dialects.pd.base import PdOp, bit_width
from pcc.dialects.pd.control_flow import ControlFlow, IfOp, WhileOp
from pcc.dialects.pd.shape import Reinterpretation
from pcc.dialects.structure import canonical_text
from pcc.passes.base import Analyses, Fact, Facts, Pass, facts
from pcc.passes.block_runs import in_runs
from pcc.passes.density import Density
from pcc.passes.facts import InKernels, stands_alone, tensor_ops
from pcc.passes.kinds import kinds
from pcc.passes.kinds.base import memory_type
from pcc.passes.loops.emitter import storage_type
from pcc.passes.memory_plan import MemoryPlan, plan_memory
from pcc.passes.trip_count import trip_count

TRIPS = "trips"  # of an `scf.while`: how often its body runs, which then stores no condition


class InMemory(Fact):
    """The function takes memory, and no tensors are left outside of `kernel.compute`."""

    @classmethod
    def violation(cls, func: func.FuncOp) -> Operation | None:
        signature = [*func.function_type.inputs, *func.function_type.outputs]
        if not signature or any(isinstance(type, TensorType) for type in signature):
            return func
        kernels = (op for op in func.walk() if isinstance(op, BlocksOp | LaunchOp))
        return next(kernels, None) or next(iter(tensor_ops(func)), None)


@dataclass(frozen=True)
class Bufferize(Pass):
    """y = kernel.launch(x) { exp }  ->  call @kernel(x, y), with kernel.compute(x) into (y) { exp } in @kernel.

    The function takes the memory of its arguments, then of its results, then one arena for everything between.
    `by_rows`: kernels read what a row of results needs before they write the row, as threads of a GPU do not.
    `own_products`: multiplications up to which a product is a kernel and no call of a library; -1: always.
    `own_sorts`: sorts for which there are threads are kernels, too. `counts`: loops say how often they run, if that is
    known (`trips`), so that nothing has to look at their conditions.
    """

    name: ClassVar[str] = "bufferize"
    needs: ClassVar[Facts] = facts(InKernels)
    gives: ClassVar[Facts] = facts(InMemory)
    uses: ClassVar = (MemoryPlan, Density)
    by_rows: bool = True
    own_products: int = 0
    own_sorts: bool = False
    counts: bool = False

    def run(self, func: func.FuncOp, analyses: Analyses) -> bool:
        if InMemory.holds(func):
            return False
        module = func.parent_op()
        assert isinstance(module, ModuleOp)
        plan = analyses.get(MemoryPlan) if self.by_rows else plan_memory(func.body.block, by_rows=False)
        _Lowering(func, module, analyses.get(Density), self).run(plan)
        return True


class _Lowering:
    """Rewrites one function in place and adds its kernels to the module."""

    def __init__(self, function: func.FuncOp, module: ModuleOp, density: Density, options: Bufferize) -> None:
        self.function, self.module, self.by_rows = function, module, options.by_rows
        self.own_products, self.own_sorts = options.own_products, options.own_sorts
        loops = [op for op in function.walk() if options.counts and isinstance(op, WhileOp)]
        self.trips = {loop: trip_count(loop) for loop in loops}  # before launches lose their regions
        self.density = density.__getitem__
        self.old = function.body.block
        self.block = Block()  # where ops are appended
        self.memory: dict[SSAValue, SSAValue] = {}
        self.kernels: dict[str, str] = {}
        self.top = 0  # bytes of arena that the blocks being lowered use
        self.arena_bytes = 1

    def run(self, plan: MemoryPlan) -> None:
        returned = self.old.last_op
        assert isinstance(returned, func.ReturnOp)
        for argument in self.old.args:
            self.memory[argument] = self._argument(memory_type(argument))
        results = [self._argument(memory_type(value)) for value in returned.operands]
        self.arena = self._argument(MemRefType(i8, [1]))
        self._place(plan, results)
        self._block(self.old, plan, lambda: self._copies(plan, results))
        self.block.add_op(func.ReturnOp())
        Rewriter.replace_value_with_new_type(self.arena, MemRefType(i8, [self.arena_bytes]))
        self._replace()

    def _copies(self, plan: MemoryPlan, results: Sequence[SSAValue]) -> None:
        for number, value in plan.copies.items():
            self._copy(self.place_of(value), results[number])

    # ---- memory
    def _place(self, plan: MemoryPlan, targets: Sequence[SSAValue]) -> None:
        """Roots that are written straight into one of the targets."""
        self.memory.update((root, targets[number]) for root, number in plan.outputs.items())

    def _argument(self, type: Attribute) -> SSAValue:
        return self.block.insert_arg(type, len(self.block.args))

    def _view(self, offset: int, type: MemRefType[Attribute]) -> SSAValue:
        at = arith.ConstantOp(IntegerAttr(offset, IndexType()))
        view = memref.ViewOp.create(operands=[self.arena, at.result], result_types=[type])
        self.block.add_ops([at, view])
        return view.results[0]

    def place_of(self, value: SSAValue) -> SSAValue:
        """The memory of a tensor; a reinterpretation's is its operand's."""
        while value not in self.memory:
            assert isinstance(value.owner, Reinterpretation), value
            value = value.owner.operands[0]
        return self.memory[value]

    def scratch(self, elements: int, dtype: Attribute) -> SSAValue:
        """Memory behind everything else in use; all kernels share it, one after another."""
        self.arena_bytes = max(self.arena_bytes, self.top + elements * bit_width(dtype) // 8)
        return self._view(self.top, MemRefType(storage_type(dtype), [elements]))

    def _copy(self, source: SSAValue, target: SSAValue) -> None:
        self.block.add_op(memref.CopyOp(source, target))

    # ---- ops
    def _block(self, old: Block, plan: MemoryPlan, end: Callable[[], None]) -> None:
        """Lower a block's ops, its tensors in the arena above those of the blocks around it; then `end`."""
        base, self.top = self.top, self.top + plan.arena
        self.arena_bytes = max(self.arena_bytes, self.top)
        for root, offset in plan.offsets.items():
            self.memory[root] = self._view(base + offset, memory_type(root))
        for value, root in plan.root.items():
            if root in self.memory:
                self.memory.setdefault(value, self.memory[root])
        for op in list(old.ops):
            self._lower(op)
        end()
        self.top = base

    def _lower(self, op: Operation) -> None:
        if isinstance(op, LaunchOp):
            inputs = [self.place_of(o) for o in op.operands]
            outputs = [self.place_of(r) for r in op.results]
            for call in kinds()[op.kind.data].call(op, inputs, outputs, self):
                call.location = op.location
                self.block.add_op(call)
        elif isinstance(op, BlocksOp):
            self._lower_blocks(op)
        elif isinstance(op, IfOp):
            self._lower_if(op)
        elif isinstance(op, WhileOp):
            self._lower_while(op)
        else:
            assert not isinstance(op, PdOp) or stands_alone(op), op.name

    def _lower_blocks(self, op: BlocksOp) -> None:
        """Loops over the blocks; what lies between a block's launches is in scratch memory of the thread."""
        outer, places = self.block, [self.place_of(v) for v in (*op.inputs, *op.outputs)]
        in_runs(op, outer, places, partial(self._one_block, op))
        self.block = outer

    def _one_block(self, op: BlocksOp, where: Block, scratch: SSAValue, parts: Sequence[SSAValue]) -> None:
        """One block, on its parts of the inputs and outputs."""
        arena, top, size, old = self.arena, self.top, self.arena_bytes, op.body.block
        self.block, self.arena, self.top, self.arena_bytes = where, scratch, 0, 1
        plan, results = plan_memory(old, self.by_rows), parts[len(op.inputs) :]
        self.memory.update(zip(old.args, parts, strict=False))
        self._place(plan, results)
        self._block(old, plan, lambda: self._copies(plan, results))
        Rewriter.replace_value_with_new_type(scratch, MemRefType(i8, [self.arena_bytes]))
        self.arena, self.top, self.arena_bytes = arena, top, size

    def _region(self, old: Block, targets: Sequence[SSAValue], skip: int = 0) -> Block:
        """A region's block lowered into a block of its own, which ends by copying what is yielded to `targets`."""
        outer, self.block = self.block, Block()
        plan = plan_memory(old, self.by_rows)
        self._place(plan, targets)
        self._block(old, plan, lambda: self._yield(ControlFlow.yielded(old.parent)[skip:], targets))  # type: ignore[arg-type]
        inner, self.block = self.block, outer
        inner.add_op(scf.YieldOp())
        return inner

    def _yield(self, values: Sequence[SSAValue], targets: Sequence[SSAValue]) -> None:
        """Copy all values at once: a target when it has been read; in a circle, one goes by way of scratch memory."""
        moves = [(self.place_of(v), t) for v, t in zip(values, targets, strict=True)]
        moves = [(source, target) for source, target in moves if source is not target]
        while moves:
            free = next((m for m in moves if all(source is not m[1] for source, _ in moves)), None)
            if free is not None:
                moves.remove(free)
                self._copy(*free)
            else:
                source = moves[0][0]
                saved = self._saved(source)
                moves = [(saved if s is source else s, t) for s, t in moves]

    def _saved(self, source: SSAValue) -> SSAValue:
        type = source.type
        assert isinstance(type, MemRefType)
        saved = self.scratch(type.get_shape()[0], type.element_type)
        self.top += -(-type.get_shape()[0] * bit_width(type.element_type) // 8 // 64) * 64 + 64
        self._copy(source, saved)
        return saved

    def _lower_if(self, op: IfOp) -> None:
        targets = [self.place_of(r) for r in op.results]
        condition = self._bool(self.place_of(op.condition))
        branches = [Region(self._region(r.block, targets)) for r in (op.then, op.otherwise)]
        self.block.add_op(scf.IfOp.create(operands=[condition], regions=branches))

    def _lower_while(self, op: WhileOp) -> None:
        """The carried values live in the results' memory, the condition in a byte of its own."""
        targets, trips = [self.place_of(r) for r in op.results], self.trips.get(op)
        flag = self.scratch(64, i8)
        self.top += 64
        self._copy_bool(self.place_of(op.condition), flag)
        for source, target in zip(op.initial, targets, strict=True):
            self._copy(self.place_of(source), target)
        self.memory.update(zip(op.body.block.args, targets, strict=True))
        condition = ControlFlow.yielded(op.body)[0]
        outer, self.block = self.block, Block()
        before = self.block
        self.block.add_op(scf.ConditionOp(self._bool(flag)))
        self.block = outer
        body = self._loop_body(op, targets, condition, flag if trips is None else None)
        known = {TRIPS: IntegerAttr(trips, i64)} if trips is not None else {}
        loop = scf.WhileOp.create(regions=[Region(before), Region(body)], attributes=known)
        self.block.add_op(loop)
        self.top -= 64

    def _loop_body(self, op: WhileOp, targets: Sequence[SSAValue], condition: SSAValue, flag: SSAValue | None) -> Block:
        outer, self.block = self.block, Block()
        old = op.body.block

        def end() -> None:
            if flag is not None:
                self._copy_bool(self.place_of(condition), flag)
            self._yield(ControlFlow.yielded(op.body)[1:], targets)

        plan = plan_memory(old, self.by_rows)
        self._place(plan, targets)
        self._block(old, plan, end)
        inner, self.block = self.block, outer
        inner.add_op(scf.YieldOp())
        return inner

    def _bool(self, place: SSAValue) -> SSAValue:
        """The bool in the first byte."""
        zero = arith.ConstantOp(IntegerAttr(0, IndexType()))
        byte = memref.LoadOp.get(place, [zero.result])
        none = arith.ConstantOp(IntegerAttr(0, i8))
        test = arith.CmpiOp(byte.results[0], none.result, "ne")
        self.block.add_ops([zero, byte, none, test])
        assert test.result.type == i1
        return test.result

    def _copy_bool(self, source: SSAValue, flag: SSAValue) -> None:
        zero = arith.ConstantOp(IntegerAttr(0, IndexType()))
        byte = memref.LoadOp.get(source, [zero.result])
        self.block.add_ops([zero, byte, memref.StoreOp.get(byte.results[0], flag, [zero.result])])

    # ---- kernels
    def kernel(self, launch: LaunchOp, callback: bool = False) -> str:
        """The symbol of the launch's kernel; equal launches share one."""
        content = content_of(launch)
        if content not in self.kernels:
            name = self.kernels[content] = self._free(symbol_of(launch, content))
            self.module.body.block.add_op(kernel_function(name, launch, callback))
        return self.kernels[content]

    def _free(self, name: str) -> str:
        """A symbol that no function has; another function of the module may use an equal kernel."""
        taken = {op.sym_name.data for op in self.module.ops if isinstance(op, func.FuncOp)}
        names = (name, *(f"{name}_{n}" for n in range(len(taken))))
        return next(name for name in names if name not in taken)

    def _replace(self) -> None:
        region = self.function.body
        region.detach_block(self.old)
        self.old.erase(safe_erase=False)
        region.add_block(self.block)
        self.function.properties["function_type"] = FunctionType.from_lists([a.type for a in self.block.args], [])
        for name in ("arg_attrs", "res_attrs"):  # they told what arguments are, one by one
            self.function.properties.pop(name, None)


def kernel_function(name: str, launch: LaunchOp, callback: bool) -> func.FuncOp:
    """A function on the memory of a launch's inputs, then of its results, which takes over the launch's ops."""
    types = [memory_type(v) for v in (*launch.body.block.args, *yielded(launch))]
    block, count = Block(arg_types=[*types, *[IndexType()] * (len(BOUNDS) * callback)]), len(launch.inputs)
    parts = block.args[:count], block.args[count : len(types)], block.args[len(types) :]
    compute = ComputeOp.build(
        operands=parts, properties={"kind": launch.kind}, regions=[launch.detach_region(launch.body)]
    )
    block.add_ops([compute, func.ReturnOp()])
    made = func.FuncOp(name, (block.arg_types, []), Region(block), visibility="private")
    made.location = compute.location = launch.location
    if callback:
        made.attributes["callback"] = UnitAttr()
    return made


def content_of(launch: LaunchOp) -> str:
    """Equal for launches that compute the same."""
    return f"{launch.kind.data} {canonical_text(launch.body.block)}"


def symbol_of(launch: LaunchOp, content: str) -> str:
    """The name of a launch's function, made of its content; a few ops for people who read dumps and profiles."""
    ops = [op.name.removeprefix("pd.") for op in launch.body.block.ops if op.operands and not isinstance(op, YieldOp)]
    hint = "_".join(dict.fromkeys(ops[:2] + ops[-1:]))[:40]
    return f"kernel_{hint}_{sha256(content.encode()).hexdigest()[:12]}"
