"""Lowers kernels to loops over flat memory."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from xdsl.dialects import func, memref
from xdsl.dialects.arith import ConstantOp
from xdsl.dialects.builtin import IndexType, IntegerAttr, MemRefType, ModuleOp, i8
from xdsl.ir import Attribute, Block, Operation, SSAValue
from xdsl.rewriter import Rewriter

from pcc.dialects.kernel import LaunchOp, YieldOp
from pcc.dialects.pd.base import PdOp, bit_width
from pcc.dialects.pd.shape import Reinterpretation
from pcc.passes.base import Fact, Facts, Pass, facts
from pcc.passes.facts import InKernels
from pcc.passes.kinds import kinds
from pcc.passes.kinds.base import memory_type
from pcc.passes.loops.emitter import storage_type
from pcc.passes.memory_plan import MemoryPlan, plan_memory


class InLoops(Fact):
    """The program is loops and calls over memory: no tensors are left."""

    @classmethod
    def violation(cls, func: func.FuncOp) -> Operation | None:
        return next((op for op in func.walk() if isinstance(op, LaunchOp | PdOp)), None)


@dataclass(frozen=True)
class LowerToLoops(Pass):
    """kernel.launch(x) { y = exp(x) }  ->  call @kernel(x, y), with a loop nest that stores exp(x[i]) to y[i].

    `main` takes the memory of its arguments, then of its results, then one arena for everything between.
    `vector_bits` is the width of the target's vectors.
    """

    name: ClassVar[str] = "lower-to-loops"
    needs: ClassVar[Facts] = facts(InKernels)
    gives: ClassVar[Facts] = facts(InLoops)
    breaks: ClassVar[Facts] = facts(InKernels)
    vector_bits: int = 512

    def run(self, func: func.FuncOp) -> bool:
        module = func.parent_op()
        assert isinstance(module, ModuleOp)
        _Lowering(func, module, self.vector_bits).run()
        return True


class _Lowering:
    """Rewrites one function in place and adds its kernels to the module."""

    def __init__(self, function: func.FuncOp, module: ModuleOp, vector_bits: int) -> None:
        self.function, self.module, self.vector_bits = function, module, vector_bits
        self.old = function.body.block
        self.plan: MemoryPlan = plan_memory(self.old)
        self.new = Block()
        self.memory: dict[SSAValue, SSAValue] = {}
        self.kernels: dict[Any, str] = {}
        self.scratch_bytes = 0

    def run(self) -> None:
        returned = self.old.last_op
        assert isinstance(returned, func.ReturnOp)
        for argument in self.old.args:
            self.memory[argument] = self._argument(memory_type(argument))
        results = [self._argument(memory_type(value)) for value in returned.operands]
        self.arena = self._argument(MemRefType(i8, [1]))
        for root, number in self.plan.outputs.items():
            self.memory[root] = results[number]
        for root, offset in self.plan.offsets.items():
            self.memory[root] = self._view(self.arena, offset, memory_type(root))
        for op in list(self.old.ops):
            self._lower(op)
        for number, value in self.plan.copies.items():
            self._copy(value, results[number])
        self.new.add_op(func.ReturnOp())
        Rewriter.replace_value_with_new_type(self.arena, MemRefType(i8, [max(self.plan.arena + self.scratch_bytes, 1)]))
        self._replace()

    def _argument(self, type: Attribute) -> SSAValue:
        return self.new.insert_arg(type, len(self.new.args))

    def _view(self, arena: SSAValue, offset: int, type: MemRefType[Attribute]) -> SSAValue:
        at = ConstantOp(IntegerAttr(offset, IndexType()))
        view = memref.ViewOp.create(operands=[arena, at.result], result_types=[type])
        self.new.add_ops([at, view])
        return view.results[0]

    def place_of(self, value: SSAValue) -> SSAValue:
        """The memory of a tensor; a reinterpretation's is its operand's."""
        found = self.memory.get(value)
        if found is None:
            found = self.memory[value] = self._retyped(self.place_of(self.plan.root[value]), memory_type(value))
        return found

    def _retyped(self, place: SSAValue, type: MemRefType[Attribute]) -> SSAValue:
        assert place.type == type, (place.type, type)
        return place

    def _lower(self, op: Operation) -> None:
        if isinstance(op, LaunchOp):
            inputs = [self.place_of(o) for o in op.operands]
            outputs = [self.place_of(r) for r in op.results]
            self.new.add_ops(kinds()[op.kind.data].lower(op, inputs, outputs, self))
        else:
            assert isinstance(op, Reinterpretation | func.ReturnOp), op.name

    def kernel(self, launch: LaunchOp, make: Callable[[str], func.FuncOp]) -> str:
        """The symbol of the launch's kernel; equal launches share one."""
        key = structure(launch)
        if key not in self.kernels:
            name = self.kernels[key] = f"kernel_{len(self.kernels)}_{hint(launch)}"
            self.module.body.block.add_op(make(name))
        return self.kernels[key]

    def scratch(self, elements: int, dtype: Attribute) -> SSAValue:
        """Memory behind the planned arena; all kernels share it, one after another."""
        size = elements * bit_width(dtype) // 8
        self.scratch_bytes = max(self.scratch_bytes, size)
        return self._view(self.arena, self.plan.arena, MemRefType(storage_type(dtype), [elements]))

    def _copy(self, value: SSAValue, target: SSAValue) -> None:
        self.new.add_op(memref.CopyOp(self.place_of(value), target))

    def _replace(self) -> None:
        region = self.function.body
        for op in reversed(list(self.old.ops)):
            op.detach()
            op.erase(safe_erase=False)
        region.detach_block(self.old)
        region.add_block(self.new)
        self.function.properties["function_type"] = func.FunctionType.from_lists([a.type for a in self.new.args], [])


def hint(launch: LaunchOp) -> str:
    """A few op names, for people who read dumps and profiles."""
    names = [op.name.removeprefix("pd.") for op in launch.body.block.ops if op.operands and not isinstance(op, YieldOp)]
    return "_".join(dict.fromkeys(names[:2] + names[-1:]))[:40]


def structure(launch: LaunchOp) -> Any:
    """Equal for two launches exactly if they compute the same: ops, attributes, types and data flow."""
    numbers: dict[SSAValue, int] = {}
    rows: list[Any] = [launch.kind.data]
    for argument in launch.body.block.args:
        numbers[argument] = len(numbers)
        rows.append(argument.type)
    for op in launch.body.block.ops:
        properties = tuple(sorted(op.properties.items(), key=lambda item: item[0]))
        rows.append((op.name, tuple(numbers[o] for o in op.operands), properties, tuple(op.result_types)))
        for result in op.results:
            numbers[result] = len(numbers)
    return tuple(rows)


