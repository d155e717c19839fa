"""What a kind of kernel is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Sequence
from typing import ClassVar, Protocol

from xdsl.dialects import func
from xdsl.dialects.builtin import MemRefType
from xdsl.ir import Attribute, Block, Operation, Region, SSAValue

from pcc.dialects.kernel import LaunchOp, YieldOp
from pcc.dialects.pd.base import PdOp, dtype_of, size_of
from pcc.passes.loops.emitter import storage_type


class Program(Protocol):
    """The program being lowered, as kinds see it."""

    vector_bits: int

    def kernel(self, launch: LaunchOp, make: Callable[[str], func.FuncOp]) -> str:
        """The symbol of a kernel function for the launch; `make(name)` is called unless an equal launch has one."""
        ...

    def scratch(self, elements: int, dtype: Attribute) -> SSAValue:
        """Flat memory that lives during this kernel only."""
        ...


class Kind(ABC):
    """Lowers launches of one kind, given the memory of their inputs and outputs."""

    name: ClassVar[str]
    EPILOGUE: ClassVar[bool] = False  # whether elementwise ops on its result can be part of the kernel

    def accepts(self, op: PdOp, through: Container[Operation]) -> bool:
        """Whether the kind can compute the op, reading its operands through the views in `through`.

        Ops that are not accepted become loops.
        """
        return not any(isinstance(o.owner, Operation) and o.owner in through for o in op.operands)

    @abstractmethod
    def lower(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]: ...


class LoopKind(Kind):
    """A kind whose kernels are functions of loops; `emit` fills the function's body."""

    def lower(
        self, launch: LaunchOp, inputs: Sequence[SSAValue], outputs: Sequence[SSAValue], program: Program
    ) -> Sequence[Operation]:
        if not any(size_of(result) for result in launch.results):
            return []
        name = program.kernel(launch, lambda symbol: self._function(symbol, launch, program.vector_bits))
        return [func.CallOp(name, [*inputs, *outputs], [])]

    def _function(self, name: str, launch: LaunchOp, vector_bits: int) -> func.FuncOp:
        """A function over the launch's inputs' and outputs' memory."""
        inner = launch.body.block
        last = inner.last_op
        assert isinstance(last, YieldOp)
        types = [memory_type(v) for v in (*inner.args, *last.values)]
        body = Block(arg_types=types)
        memory: dict[SSAValue, SSAValue] = dict(zip(inner.args, body.args, strict=False))
        self.emit(launch, body, memory, list(body.args[len(inner.args) :]), vector_bits)
        body.add_op(func.ReturnOp())
        made = func.FuncOp(name, (types, []), Region(body), visibility="private")
        made.location = launch.location
        return made

    @abstractmethod
    def emit(
        self,
        launch: LaunchOp,
        body: Block,
        memory: dict[SSAValue, SSAValue],
        targets: Sequence[SSAValue],
        vector_bits: int,
    ) -> None:
        """Append the kernel's code; `memory` maps the launch's block arguments to memrefs, `targets` are the
        outputs'.
        """


def memory_type(value: SSAValue) -> MemRefType[Attribute]:
    """Flat memory for a tensor."""
    return MemRefType(storage_type(dtype_of(value)), [size_of(value)])


def result_memory(op: PdOp, launch: LaunchOp, outputs: Sequence[SSAValue], program: Program) -> list[SSAValue]:
    """The memory of all results of a launch's op; those that nobody reads share scratch."""
    last = launch.body.block.last_op
    assert isinstance(last, YieldOp)
    given = dict(zip(last.values, outputs, strict=True))
    return [given[r] if r in given else program.scratch(size_of(r), dtype_of(r)) for r in op.results]
