"""PIR to the `pd` dialect: ops one to one, under the same names.

A program is imported in segments. A segment ends where an op is left to Paddle, since only then the shapes that
follow are known; a program that pcc compiles whole is one segment.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from xdsl.dialects.builtin import (
    DYNAMIC_INDEX,
    ComplexType,
    FileLineColLoc,
    IntAttr,
    ModuleOp,
    StringAttr,
    TensorType,
    UnknownLoc,
    i64,
)
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Attribute, Block, Region, SSAValue
from xdsl.irdl import OptOperandDef, VarOperandDef
from xdsl.utils.exceptions import VerifyException

from pcc.dialects import pd
from pcc.dialects.pd.base import DtypesDiffer, PdOp, Tensor, TypeRuleError, tensor
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.control_flow import YieldOp
from pcc.dialects.pd.paddle_call import PaddleCallOp
from pcc.frontends.paddle.capture import Captured
from pcc.frontends.paddle.complex_value import Complex, flattened, grouped, is_complex, loaded, stored, to_store
from pcc.frontends.paddle.constants import COMPUTED, Constant, coerce, evaluate, flat, materialize, short_name
from pcc.frontends.paddle.dtypes import DtypeError, element_type
from pcc.frontends.paddle.errors import ProgramError
from pcc.frontends.paddle.marks import check_left, check_settled, detached, expand
from pcc.frontends.paddle.paddle_call import CLONED
from pcc.frontends.paddle.private import DataType
from pcc.frontends.paddle.segment import LeftToPaddle, Reason, Segment, Unsupported
from pcc.frontends.paddle.specialize import Guards, resolve

RANDOM_STATE = "random state"  # the id of the argument that holds two new random numbers at every run


class Importer:
    """Imports the ops of one segment into a block.

    values: SSA values, Complex ones, or lists of them by PIR id; lists: what `builtin.combine` joined; constants: what
    is known without running (`pcc.frontends.paddle.constants`); literals: large constants, which become arguments of
    the segment, by id; part: of complex numbers in attributes, the one that is imported;
    present: the tensors at compile time, by id; guards: those whose values the code depends on (`specialize`).
    """

    def __init__(
        self,
        captured: Captured,
        known: Mapping[str, Tensor],
        carried: Importer | None = None,
        present: Mapping[str, Any] | None = None,
    ) -> None:
        self.present, self.guards = present or {}, Guards()
        self.captured, self.block, self.ops = captured, Block(), 0
        self.values: dict[str, Any] = {}
        self.lists: dict[str, list[Any]] = dict(carried.lists) if carried else {}
        self.constants: dict[str, Any] = dict(carried.constants) if carried else {}
        self.literals: dict[str, Constant] = {}
        self.where: Any = UnknownLoc()
        self.standing: dict[Any, bool] = {}  # owners of what stands for arguments (marks.py), and whether for now
        self.begun: dict[Any, Any] = {}  # the last op before each of these
        self.part = "real"
        self._state: SSAValue | None = None
        for id, type in known.items():
            memory = self.block.insert_arg(stored(type), len(self.block.args))
            self.values[id] = loaded(self.builder(), memory) if is_complex(type) else memory
        self._arguments = self.block

    # ---- reading PIR
    def value(self, source: Any) -> Any:
        """The SSA value of a PIR value, a list of them for a vector, None for an absent optional operand."""
        if not source.initialized():
            return None
        if source.id in self.lists:
            return [self.value(v) for v in self.lists[source.id]]
        if source.id not in self.values:
            found = self.constants.get(source.id)
            if found is None:
                raise Unsupported("it reads a tensor that only Paddle handles", Reason.DTYPE)
            made = [materialize(self, c) for c in found] if isinstance(found, list) else materialize(self, found)
            self.values[source.id] = made
        return self.values[source.id]

    def has(self, source: Any) -> bool:
        """Whether a PIR value was imported or is known."""
        return source.id in self.values or source.id in self.lists or source.id in self.constants

    def known(self, source: Any) -> Any:
        """The Constant of a PIR value, a list of them for a vector, None if it is not known."""
        if source.id in self.lists:
            found = [self.known(v) for v in self.lists[source.id]]
            return found if all(f is not None for f in found) else None
        return self.constants.get(source.id)

    def constant(self, source: Any) -> Any:
        """The Python value of an operand that must be known at compile time. Raises Unsupported."""
        found = self.known(source) or resolve(self, source)
        if found is None:
            raise Unsupported("not a constant", Reason.DYNAMIC_ARGUMENT)
        return flat(found) if isinstance(found, list) else found.value

    def sources(self, op: Any) -> dict[str, Any]:
        """An op's operands by Paddle's names."""
        return dict(zip(op.get_input_names(), op.operands_source(), strict=False))

    # ---- building
    def add(self, kind: type[PdOp], *operands: Any, **attributes: Any) -> SSAValue:
        """A new op at the present location; its first result."""
        return self.add_op(kind, *operands, **attributes).results[0]

    def add_op(self, kind: type[PdOp], *operands: Any, **attributes: Any) -> PdOp:
        op = kind.make(*operands, location=self.where, **attributes)
        self.block.add_op(op)
        return op

    def builder(self) -> Builder:
        """What builds ops of the present location here."""
        return Builder(self.block.add_op, self.where)

    def literal(self, constant: Constant) -> SSAValue:
        """A constant as an argument of the segment, like a weight: large numbers stay out of the text."""
        self.literals[f"literal {len(self.literals)}"] = constant
        type = tensor(constant.array.shape, constant.dtype)
        return self._arguments.insert_arg(type, len(self._arguments.args))

    def random_state(self) -> SSAValue:
        """The numbers that a run's random ops start from, as an argument of the segment. Raises Unsupported."""
        if self.block is not self._arguments:
            raise Unsupported("random numbers in control flow")
        if self._state is None:
            self.literals[RANDOM_STATE] = Constant(np.zeros(2, np.int64), i64)
            self._state = self._arguments.insert_arg(tensor([2], i64), len(self._arguments.args))
        return self._state

    def place(self, op: PdOp) -> Sequence[SSAValue]:
        """Append an op that was made elsewhere, if it is well formed; its results."""
        try:
            op.verify_()
        except VerifyException as error:
            op.erase(safe_erase=False)
            raise Unsupported(str(error)) from error
        self.block.add_op(op)
        return op.results

    def nested(self, block: Any, arguments: Sequence[Any], theirs: Sequence[Any]) -> Block:
        """A block of control flow, imported; it may read values from outside. `theirs` are its PIR arguments."""
        outer, values, where = self.block, dict(self.values), self.where
        self.block = Block(arg_types=[a.type for a in flattened(arguments)])
        inside = grouped(self.block.args, [isinstance(a, Complex) for a in arguments])
        self.values.update(zip((t.id for t in theirs), inside, strict=True))
        try:
            for op in block.ops:
                if op.name() == "cf.yield":
                    given = list(flattened(self.value(v) for v in op.operands_source()))
                    self.block.add_op(YieldOp.create(operands=given, location=where))
                else:
                    self.import_op(op)
            return self.block
        finally:
            self.block, self.values, self.where = outer, values, where

    def import_op(self, op: Any) -> None:
        """Import one op. Raises Unsupported, with nothing of it left in the block."""
        from pcc.frontends.paddle.complex_numbers import rule_on_complex

        self.where = self._location(op)
        last = self.block.last_op
        if (mark := self.captured.marks.get(op.name())) is not None:
            return self._bind(op, expand(self, op, mark))
        try:
            rule = rule_on_complex(self, op) or Importer.plain
            constants = evaluate(self, op)
            if constants is not None:
                self.constants.update(zip((r.id for r in op.results()), constants, strict=True))
                if short_name(op) not in COMPUTED:
                    return None
            results = rule(self, op)
            if results is not None:
                self._bind(op, detached(self, op, results) if self.captured.differentiated else results)
                self.ops += 1
        except (TypeRuleError, DtypeError) as error:
            self._discard_after(last)
            if isinstance(error, DtypesDiffer):
                raise ProgramError(str(error), "", self.captured.location(op)) from None
            reason = Reason.DTYPE if isinstance(error, DtypeError) else Reason.VARIANT
            raise Unsupported(str(error), reason) from error
        except Unsupported:
            self._discard_after(last)
            raise

    def _discard_after(self, last: Any) -> None:
        while self.block.last_op is not last and self.block.last_op is not None:
            op = self.block.last_op
            op.detach()
            self.values = {id: v for id, v in self.values.items() if isinstance(v, list | Complex) or v.owner is not op}
            op.erase(safe_erase=False)

    def _location(self, op: Any) -> Any:
        line = self.captured.location(op)
        if line is None:
            return UnknownLoc()
        return FileLineColLoc(StringAttr(line.file), IntAttr(line.line), IntAttr(0))

    def _bind(self, op: Any, results: Sequence[Any]) -> None:
        for target, value in zip(op.results(), results, strict=False):
            if value is not None and target.initialized():
                self._check(target, value)
                self.values[target.id] = value

    def _check(self, target: Any, value: Any) -> None:
        """pcc's type rule must agree with Paddle's, as far as Paddle knows the shape."""
        if isinstance(value, list) or not target.is_dense_tensor_type():
            return
        theirs, mine = list(target.shape), list(value.type.get_shape())
        same = len(theirs) == len(mine) and all(a in (-1, b) for a, b in zip(theirs, mine, strict=True))
        if not same or element_type(target.dtype) != value.type.element_type:
            raise Unsupported(f"Paddle's result is {theirs} {target.dtype}, pcc's {value.type}")

    def plain(self, op: Any) -> Sequence[Any] | None:
        """The results of an op on real tensors."""
        from pcc.frontends.paddle.import_table import RULES

        rule = RULES.get(op.name(), RULES.get(op.name().rstrip("_")))
        return rule(self, op) if rule is not None else self.generic(op)

    def generic(self, op: Any, **more: Any) -> Sequence[Any]:
        """An op whose operands and attributes have the same names in both; `more` gives those that Paddle's op
        lacks.
        """
        results: list[Any] = list(self.generic_op(op, **more).results)
        vector = [r for r in op.results() if r.initialized() and not r.is_dense_tensor_type()]
        return [results] if vector else results

    def generic_op(self, op: Any, **more: Any) -> PdOp:
        """What `generic` makes."""
        kind = pd.ops().get("pd." + op.name().removeprefix("pd_op.").rstrip("_"))
        if kind is None:
            raise Unsupported(op.name(), Reason.NOT_COMPILED)
        properties = {n: v for n, v in more.items() if n in kind.get_irdl_definition().properties}
        return self.add_op(kind, *self._operands(kind, op, more), **self.attributes(kind, op), **properties)

    def _operands(self, kind: type[PdOp], op: Any, more: Mapping[str, Any]) -> list[Any]:
        sources, made = self.sources(op), list[Any]()
        for name, definition in kind.get_irdl_definition().operands:
            value = self.value(sources[name]) if name in sources else more.get(name)
            if value is None and not isinstance(definition, OptOperandDef | VarOperandDef):
                raise Unsupported(f"no operand {name}")
            made.append(value)
        return made

    def attributes(self, kind: type[PdOp], op: Any) -> dict[str, Any]:
        """What an op's PIR form gives of the properties that its kind has."""
        sources, given, made = self.sources(op), op.attrs(), dict[str, Any]()
        for name, definition in kind.get_irdl_definition().properties.items():
            if name in sources and sources[name].initialized():
                made[name] = coerce(self.constant(sources[name]), definition.constr.get_bases() or set())
            elif name in given:
                made[name] = self._part(plain(given[name]))
        return {n: v for n, v in made.items() if v is not None}

    def _part(self, value: Any) -> Any:
        """The part of complex numbers that the op is imported for."""
        if isinstance(value, list) and any(isinstance(v, complex) for v in value):
            return [getattr(v, self.part) for v in value]
        return value


def plain(value: Any) -> Any:
    """A PIR attribute as a Python value or an element type (that of the parts of complex ones); None if undefined."""
    if isinstance(value, DataType):
        element = None if "UNDEFINED" in repr(value) else element_type(value)
        return element.element_type if isinstance(element, ComplexType) else element
    return list(value) if isinstance(value, tuple) else value


def import_segment(
    captured: Captured,
    at: int,
    known: Mapping[str, Tensor],
    carried: Importer | None = None,
    present: Mapping[str, Any] | None = None,
) -> tuple[Segment, Importer, int]:
    """Import ops of the captured program from number `at` on, up to one that is left to Paddle.

    Args:
        known: types of the tensors computed before, by PIR id: inputs, parameters, results of earlier segments.
        carried: the importer of the segment before, for its constants.
        present: tensors by PIR id; small integer ones may be compiled for their values (the segment's guards).

    Returns:
        The segment, its importer, and the number of the op to go on with after the segment's call.
    """
    ops = list(captured.program.global_block().ops)
    importer = Importer(captured, known, carried, present)
    arguments, call, left, number = list(known), None, None, at
    for number in range(at, len(ops)):
        op = ops[number]
        if any(r.id in known for r in op.results()):
            continue
        try:
            importer.import_op(op)
        except Unsupported as error:
            call, left = op, LeftToPaddle(op.name(), error.reason, error.detail, captured.location(op))
            check_left(importer, left)
            break
    rest = ops[number:] if call is not None else []
    wanted = dict.fromkeys(
        [v.id for v in finals(captured)] + [id for op in rest for id in used_ids(op, importer.lists)]
    )
    by_id = {v.id: v for v in finals(captured)} | {v.id: v for op in rest for v in _operands_deep(op)}
    taken = {v.id for v in _operands_deep(call)} if call is not None else set[str]()
    last = call is None
    results = [id for id in wanted if _computed(importer, id, last, known) or _literal(importer, id, taken, by_id)]
    returned = [importer.values[id] if id in importer.values else importer.value(by_id[id]) for id in results]
    types = [v.type for v in returned]
    returned = [to_store(importer.builder(), v) for v in returned]
    if captured.marks:
        check_settled(importer, returned)
    if call is not None and left is not None:
        _append_call(importer, call, left)
    arguments += importer.literals
    importer.present = {}  # the importer stays, with its constants; a call's tensors must not
    module = _module(importer.block, returned)
    segment = Segment(module, arguments, results, types, importer.ops, call, left, importer.literals, importer.guards)
    return segment, importer, number + 1


def finals(captured: Captured) -> list[Any]:
    """The values that a run ends with: outputs, then new values of buffers, then of inputs."""
    return [*captured.outputs, *(v for _, v in captured.buffer_updates), *(v for _, v in captured.input_updates)]


def _computed(importer: Importer, id: str, last: bool, known: Mapping[str, Tensor]) -> bool:
    if last:
        return id in importer.values or id in importer.constants
    return id in importer.values and id not in known


def _literal(importer: Importer, id: str, taken: Container[str], by_id: Mapping[str, Any]) -> bool:
    """Whether the op that is left to Paddle takes a constant that pcc evaluated; it makes those of `full` itself."""
    if id not in taken or id not in importer.constants:
        return False
    return by_id[id].get_defining_op().name() not in CLONED


def _append_call(importer: Importer, op: Any, left: LeftToPaddle) -> None:
    """The op that marks the segment's end; nothing uses its results here."""
    operands = [v for s in op.operands_source() for v in _flat(importer, s)]
    types = [_declared(r) for r in op.results() if r.initialized() and r.is_dense_tensor_type()]
    made = PaddleCallOp.create(
        operands=operands,
        result_types=[t for t in types if t is not None],
        properties={"op": StringAttr(left.op), "reason": StringAttr(f"{left.reason.value} ({left.detail})")},
        location=importer.where,
    )
    importer.block.add_op(made)


def _flat(importer: Importer, source: Any) -> Iterator[SSAValue]:
    if source.initialized() and source.id not in importer.constants and importer.has(source):
        values = importer.value(source)
        yield from flattened(values if isinstance(values, list) else [values])


def _declared(result: Any) -> Attribute | None:
    try:
        return TensorType(element_type(result.dtype), [DYNAMIC_INDEX if e < 0 else e for e in result.shape])
    except DtypeError:
        return None


def _operands_deep(op: Any) -> Iterator[Any]:
    """Operands of an op and of all ops in its blocks."""
    yield from (v for v in op.operands_source() if v.initialized())
    for block in op.blocks():
        for inner in block.ops:
            yield from _operands_deep(inner)


def used_ids(op: Any, lists: Mapping[str, list[Any]]) -> Iterable[str]:
    """Ids of the tensors an op reads, looking into vectors."""
    for value in _operands_deep(op):
        yield from (v.id for v in lists[value.id]) if value.id in lists else (value.id,)


def _module(block: Block, returned: Sequence[SSAValue]) -> ModuleOp:
    block.add_op(ReturnOp(*returned))
    main = FuncOp("main", ([a.type for a in block.args], [r.type for r in returned]), Region(block))
    return ModuleOp([main])
