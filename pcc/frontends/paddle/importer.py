"""PIR to the `pd` dialect: ops one to one, under the same names."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from xdsl.dialects.builtin import FileLineColLoc, IntAttr, ModuleOp, StringAttr, UnknownLoc
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Attribute, Block, Region, SSAValue
from xdsl.irdl import OptOperandDef, VarOperandDef

from pcc.dialects import pd
from pcc.dialects.pd.base import PdOp, tensor
from pcc.frontends.paddle.capture import Captured
from pcc.frontends.paddle.dtypes import element_type


class Unsupported(Exception):
    """Why an op is left to Paddle."""


@dataclass
class Imported:
    """The program, with which captured tensors its arguments after the inputs are."""

    module: ModuleOp
    inputs: int
    parameters: list[Any]
    ops: int = 0
    results: int = 0


Rule = Callable[["Importer", Any], "Sequence[SSAValue] | None"]


@dataclass
class Importer:
    """Walks one PIR program. `values` maps PIR value ids to SSA values, or lists of them for vectors."""

    captured: Captured
    block: Block = field(default_factory=Block)
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    constants: dict[str, Any] = field(default_factory=dict[str, Any])
    ops: int = 0

    # ---- reading PIR
    def value(self, source: Any) -> Any:
        """The SSA value(s) of a PIR value; None for an absent optional operand."""
        if not source.initialized():
            return None
        if source.id in self.values:
            return self.values[source.id]
        constant = self.constants[source.id]
        from pcc.dialects.pd.creation import FullOp

        shape = constant.shape
        self.values[source.id] = self.add(FullOp, shape=list(shape), value=constant.number, dtype=constant.dtype)
        return self.values[source.id]

    def constant(self, source: Any) -> Any:
        """The Python value of an operand that must be known at compile time."""
        if source.id in self.constants:
            return self.constants[source.id].value
        owner = source.get_defining_op()
        if owner is not None and owner.name() == "builtin.combine":
            return [self.constant(o) for o in owner.operands_source()]
        raise Unsupported("an argument that must be constant is computed by the program")

    # ---- building
    def add(self, kind: type[PdOp], *operands: Any, **attributes: Any) -> SSAValue:
        return self.add_op(kind, *operands, **attributes).results[0]

    def add_op(self, kind: type[PdOp], *operands: Any, **attributes: Any) -> PdOp:
        op = kind.make(*operands, location=self.where, **attributes)
        self.block.add_op(op)
        return op

    where: Any = None

    def import_op(self, op: Any) -> None:
        from pcc.frontends.paddle.import_table import RULES

        name = op.name()
        self.where = self.location(op)
        rule = RULES.get(name, RULES.get(name.rstrip("_")))
        results = rule(self, op) if rule is not None else self.generic(op)
        if results is not None:
            self.ops += 1
            self.bind(op, results)

    def location(self, op: Any) -> Any:
        line = self.captured.location(op)
        if line is None:
            return UnknownLoc()
        return FileLineColLoc(StringAttr(line.file), IntAttr(line.line), IntAttr(0))

    def bind(self, op: Any, results: Sequence[SSAValue | None]) -> None:
        for target, value in zip(op.results(), results, strict=False):
            if value is not None and target.initialized():
                self._check(op, target, value)
                self.values[target.id] = value

    def _check(self, op: Any, target: Any, value: Any) -> None:
        """pcc's type rule must agree with Paddle's."""
        if isinstance(value, list) or not target.is_dense_tensor_type():
            return
        theirs = tensor(list(target.shape), element_type(target.dtype))
        if theirs != value.type:
            raise Unsupported(f"{op.name()}: Paddle's result is {theirs}, pcc's {value.type}")

    def generic(self, op: Any) -> Sequence[SSAValue]:
        """An op whose operands and attributes have the same names in both."""
        kind = pd.ops().get("pd." + op.name().removeprefix("pd_op.").rstrip("_"))
        if kind is None:
            raise Unsupported(f"no pd op for {op.name()}")
        return list(self.add_op(kind, *self.operands(kind, op), **self.attributes(kind, op)).results)

    def operands(self, kind: type[PdOp], op: Any) -> list[Any]:
        sources = dict(zip(op.get_input_names(), op.operands_source(), strict=False))
        made: list[Any] = []
        for name, definition in kind.get_irdl_definition().operands:
            value = self.value(sources[name]) if name in sources else None
            if value is None and not isinstance(definition, OptOperandDef | VarOperandDef):
                raise Unsupported(f"{op.name()} has no operand {name}")
            made.append(value)
        return made

    def attributes(self, kind: type[PdOp], op: Any) -> dict[str, Any]:
        sources = dict(zip(op.get_input_names(), op.operands_source(), strict=False))
        given = op.attrs()
        made: dict[str, Any] = {}
        for name in kind.get_irdl_definition().properties:
            if name in sources and sources[name].initialized():
                made[name] = plain(self.constant(sources[name]))
            elif name in given:
                made[name] = plain(given[name])
        return {n: v for n, v in made.items() if v is not None}


def plain(value: Any) -> Any:
    """A PIR attribute as a Python value or an element type; None for an undefined dtype."""
    from pcc.frontends.paddle.private import DataType

    if isinstance(value, DataType):
        return None if str(value).endswith("UNDEFINED") or "UNDEFINED" in repr(value) else element_type(value)
    return list(value) if isinstance(value, tuple) else value


def import_program(captured: Captured) -> Imported:
    """The `pd` module of a captured program; arguments are its inputs, then its parameters.

    Results are the outputs, then the new values of updated buffers, then of updated inputs.
    """
    importer = Importer(captured)
    arguments = [*captured.inputs, *(value for value, _ in captured.parameters)]
    for value in arguments:
        type = tensor(list(value.shape), element_type(value.dtype))
        importer.values[value.id] = importer.block.insert_arg(type, len(importer.block.args))
    skip = {value.id for value in arguments}
    for op in captured.program.global_block().ops:
        if not any(r.id in skip for r in op.results()):
            importer.import_op(op)
    finals = [*captured.outputs, *(v for _, v in captured.buffer_updates), *(v for _, v in captured.input_updates)]
    returned = [importer.value(v) for v in finals]
    importer.block.add_op(ReturnOp(*returned))
    types: tuple[list[Attribute], list[Attribute]] = ([a.type for a in importer.block.args], [r.type for r in returned])
    main = FuncOp("main", types, Region(importer.block))
    return Imported(
        ModuleOp([main]), len(captured.inputs), [t for _, t in captured.parameters], importer.ops, len(returned)
    )


