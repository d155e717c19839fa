"""What a kind of kernel is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Container, Sequence
from math import inf
from typing import ClassVar, Protocol

from xdsl.dialects import func
from xdsl.dialects.builtin import MemRefType
from xdsl.ir import Attribute, Block, Operation, SSAValue

from pcc.dialects.kernel import ComputeOp, LaunchOp, yielded
from pcc.dialects.pd.base import PdOp, dtype_of, size_of
from pcc.passes.loops.cpu import Cpu
from pcc.passes.loops.memory import flat_memory, storage_type
from pcc.passes.threads.emitter import Grid


class Program(Protocol):
    """The program whose launches become calls, as kinds see it.

    It computes products of up to `own_products` multiplications itself (-1: all), with `own_sorts` what sorts there are
    threads for, and calls routines for others.
    """

    own_products: int
    own_sorts: bool

    def kernel(self, launch: LaunchOp, callback: bool = False) -> str:
        """The symbol of the launch's kernel function: one that a routine calls back, or one that computes all."""
        ...

    def density(self, value: SSAValue) -> float:
        """About which share of a tensor's elements is not zero at most; of one in a kernel, too."""
        ...

    def scratch(self, elements: int, dtype: Attribute) -> SSAValue:
        """Flat memory that lives during this kernel only."""
        ...


class Kind(ABC):
    """How launches of one kind become calls, and the loops of the functions that are called."""

    name: ClassVar[str]
    EPILOGUE: ClassVar[bool] = False  # whether elementwise ops on its result can be part of the kernel

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        """Whether the kind can compute the op, reading its operands through the views in `through`.

        Ops that are not accepted become loops.
        """
        return not any(isinstance(o.owner, Operation) and o.owner in through for o in op.operands)

    def ns(self, op: PdOp, through: Container[Operation]) -> tuple[float, float]:
        """What an op that is accepted costs: in this way, and as loops."""
        return 0.0, inf

    def over(self, launch: LaunchOp) -> Sequence[int]:
        """Numbers of inputs over which a CPU may write the launch's result, if no other input lies there; `call` is
        then given the same memory for both. Of loops, memory_plan.py knows more.
        """
        return []

    @abstractmethod
    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        """What computes a launch in its program, given the memory of its inputs and outputs. May take its region."""

    def in_threads(self, op: PdOp) -> bool:
        """Whether there is thread code for the op."""
        return type(self).emit_threads is not Kind.emit_threads

    def emit(self, compute: ComputeOp, body: Block, cpu: Cpu) -> None:
        """Append a kernel function's loops to its body, which has the memory of `compute` as arguments."""
        raise AssertionError(f"{self.name} has no kernel functions")

    def emit_threads(self, compute: ComputeOp, body: Block) -> Grid:
        """Append a kernel function's code for one thread to its body."""
        raise AssertionError(f"{self.name} has no thread code")


class LoopKind(Kind):
    """A kind whose kernels are functions of loops."""

    def call(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        if not any(size_of(result) for result in launch.results):
            return []
        return [func.CallOp(program.kernel(launch), [*inputs, *outputs], [])]

    @abstractmethod
    def emit(self, compute: ComputeOp, body: Block, cpu: Cpu) -> None: ...


def memory_of(compute: ComputeOp) -> dict[SSAValue, SSAValue]:
    """The memory of the tensors that a kernel reads."""
    return dict(zip(compute.body.block.args, compute.inputs, strict=True))


def memory_type(value: SSAValue) -> MemRefType[Attribute]:
    """Flat memory for a tensor."""
    return flat_memory(storage_type(dtype_of(value)), size_of(value))


def result_memory(op: PdOp, launch: LaunchOp, outputs: Sequence[SSAValue], program: Program) -> list[SSAValue]:
    """The memory of all results of a launch's op; those that nobody reads share scratch."""
    given = dict(zip(yielded(launch), outputs, strict=True))
    return [given[r] if r in given else program.scratch(size_of(r), dtype_of(r)) for r in op.results]
