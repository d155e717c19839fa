"""From a bufferized `main` to the steps of a program for a device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod

from xdsl.dialects import arith, func, memref, scf
from xdsl.dialects.builtin import IntegerAttr, MemRefType
from xdsl.ir import Block, Operation, SSAValue

from pcc.dialects import kernel
from pcc.dialects.pd.base import bit_width
from pcc.passes.bufferize import TRIPS
from pcc.runtime.cuda.epilogue import Bias
from pcc.runtime.cuda.program import Copy, If, Launch, Place, Repeat, Routine, Step, While


def size_in_bytes(memory: SSAValue) -> int:
    type = memory.type
    assert isinstance(type, MemRefType)
    return type.get_shape()[0] * max(bit_width(type.element_type) // 8, 1)


@dataclass
class Lowering:
    """Reads the ops of `main`; `kernels` are the numbers of kernels by their functions' symbols, `biases` say which
    argument of those that finish a product it adds as a bias, and whether relu follows.
    """

    kernels: Mapping[str, int]
    biases: Mapping[str, Bias]
    places: dict[SSAValue, Place] = field(default_factory=dict[SSAValue, Place])
    numbers: dict[SSAValue, int] = field(default_factory=dict[SSAValue, int])
    flags: dict[SSAValue, Place] = field(default_factory=dict[SSAValue, Place])
    steps: list[Step] = field(default_factory=list[Step])

    def function(self, main: func.FuncOp) -> tuple[Step, ...]:
        self.places.update((argument, Place(number)) for number, argument in enumerate(main.body.block.args))
        return self.block(main.body.block)

    def block(self, block: Block) -> tuple[Step, ...]:
        outer, self.steps = self.steps, []
        for op in block.ops:
            self.lower(op)
        made, self.steps = tuple(self.steps), outer
        return made

    @singledispatchmethod
    def lower(self, op: Operation) -> None:
        raise NotImplementedError(f"no step of a program for a device from {op.name}")

    @lower.register
    def _(self, op: arith.ConstantOp) -> None:
        if isinstance(op.value, IntegerAttr):
            self.numbers[op.result] = op.value.value.data

    @lower.register
    def _(self, op: memref.ViewOp) -> None:
        base = self.places[op.operands[0]]
        self.places[op.results[0]] = Place(base.argument, base.offset + self.numbers[op.operands[1]])

    @lower.register
    def _(self, op: func.CallOp) -> None:
        self.steps.append(Launch(self.kernels[op.callee.string_value()], tuple(self.places[o] for o in op.operands)))

    @lower.register
    def _(self, op: memref.CopyOp) -> None:
        self.steps.append(Copy(self.places[op.source], self.places[op.destination], size_in_bytes(op.source)))

    @lower.register
    def _(self, op: kernel.RoutineOp) -> None:
        fields = op.fields()
        integers = {name: value for name, value in fields.items() if isinstance(value, int)}
        memory = {name: value for name, value in fields.items() if not isinstance(value, int)}
        places = {name: self.places[value] for name, value in memory.items()}
        sizes = {name: size_in_bytes(value) for name, value in memory.items()}
        step = Routine(op.routine.data, integers, places, sizes)
        if op.epilogue is not None:
            symbol, captured = op.epilogue.string_value(), tuple(self.places[memory] for memory in op.captured())
            step = replace(step, epilogue=Launch(self.kernels[symbol], captured))
            if symbol in self.biases:
                number, relu = self.biases[symbol]
                step = replace(step, bias=captured[number], relu=relu)
        self.steps.append(step)

    # ---- bytes that say which way
    @lower.register
    def _(self, op: memref.LoadOp) -> None:
        self.flags[op.results[0]] = self.places[op.operands[0]]

    @lower.register
    def _(self, op: memref.StoreOp) -> None:
        self.steps.append(Copy(self.flags[op.operands[0]], self.places[op.operands[1]], 1))

    @lower.register
    def _(self, op: arith.CmpiOp) -> None:
        self.flags[op.result] = self.flags[op.lhs]

    @lower.register
    def _(self, op: scf.IfOp) -> None:
        branches = [self.block(r.block) if r.blocks else () for r in (op.true_region, op.false_region)]
        self.steps.append(If(self.flags[op.cond], *branches))

    @lower.register
    def _(self, op: scf.WhileOp) -> None:
        """The flag is stored before the loop and by its body; nothing else stands before the test."""
        before, body, trips = op.regions[0].block, op.regions[1].block, op.attributes.get(TRIPS)
        if isinstance(trips, IntegerAttr):
            self.steps.append(Repeat(trips.value.data, self.block(body)))
            return
        self.block(before)
        last = before.last_op
        assert last is not None
        self.steps.append(While(self.flags[last.operands[0]], self.block(body)))

    @lower.register(scf.YieldOp)
    @lower.register(scf.ConditionOp)
    @lower.register(func.ReturnOp)
    def _(self, op: Operation) -> None:
        """Ends a block."""
