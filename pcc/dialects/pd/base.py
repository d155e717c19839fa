"""What every `pd` op is: a pure tensor op with Paddle's name and semantics that knows itself.

An op's class says everything about the op: operands and attributes under Paddle's own names, the type rule
`infer`, the index relation `relation`, and how it computes, as exactly one of

- `element(k, index)`: its loop body, the scalar at one output index, pulled from its operands;
- `reduce(k)`: the same for reductions, a combiner over reduced indices;
- `decompose(b)`: for composites, the same value from other `pd` ops;

plus `SAMPLES`, which feed every generic op test. Passes ask ops; they never name one.
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, overload

from typing_extensions import Self
from xdsl.dialects.builtin import (
    BFloat16Type,
    DenseArrayBase,
    Float16Type,
    Float32Type,
    Float64Type,
    FloatAttr,
    IntegerAttr,
    IntegerType,
    LocationAttr,
    Signedness,
    StringAttr,
    TensorType,
    f64,
    i1,
    i32,
    i64,
)
from xdsl.ir import Attribute, OpResult, SSAValue, TypeAttribute
from xdsl.irdl import IRDLOperation, traits_def
from xdsl.parser import Parser
from xdsl.printer import Printer
from xdsl.traits import Pure
from xdsl.utils.exceptions import VerifyException

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder
    from pcc.dialects.relation import Relation

Tensor = TensorType[Attribute]


class TypeRuleError(VerifyException):
    """Operands or attributes that an op's type rule refuses; the message says what was expected."""


class DtypesDiffer(TypeRuleError):
    """Operands of different dtypes where the op takes one: the program is wrong, nothing else could run it."""


# ---- types and values
def tensor(shape: Iterable[int], dtype: Attribute) -> Tensor:
    return TensorType(dtype, list(shape))


def type_of(value: SSAValue) -> Tensor:
    assert isinstance(value.type, TensorType), value.type
    return value.type


def shape_of(value: SSAValue) -> tuple[int, ...]:
    return type_of(value).get_shape()


def rank_of(value: SSAValue) -> int:
    return len(type_of(value).shape.data)


def dtype_of(value: SSAValue) -> Attribute:
    return type_of(value).element_type


def size_of(value: SSAValue) -> int:
    """Number of elements."""
    total = 1
    for extent in shape_of(value):
        total *= extent
    return total


@cache
def is_float(dtype: Attribute) -> bool:
    return isinstance(dtype, Float16Type | BFloat16Type | Float32Type | Float64Type)


def is_bool(dtype: Attribute) -> bool:
    return dtype == i1


def is_integer(dtype: Attribute) -> bool:
    return isinstance(dtype, IntegerType) and not is_bool(dtype)


@cache
def is_unsigned(dtype: Attribute) -> bool:
    return isinstance(dtype, IntegerType) and dtype.signedness.data == Signedness.UNSIGNED


@cache
def bit_width(dtype: Attribute) -> int:
    """Bits of one element in memory; bool is stored in a byte."""
    if is_bool(dtype):
        return 8
    assert isinstance(dtype, IntegerType | Float16Type | BFloat16Type | Float32Type | Float64Type), dtype
    return dtype.bitwidth


def bytes_of(value: SSAValue) -> int:
    """Of a tensor in memory."""
    return size_of(value) * bit_width(dtype_of(value)) // 8


def lowest(dtype: Attribute) -> float | int:
    """The neutral element of max."""
    if is_float(dtype):
        return float("-inf")
    return 0 if is_bool(dtype) or is_unsigned(dtype) else -(1 << (bit_width(dtype) - 1))


def highest(dtype: Attribute) -> float | int:
    """The neutral element of min."""
    if is_float(dtype):
        return float("inf")
    return 1 if is_bool(dtype) else (1 << (bit_width(dtype) - (not is_unsigned(dtype)))) - 1


def normalize_axis(axis: int, rank: int) -> int:
    if not -max(rank, 1) <= axis < max(rank, 1):
        raise TypeRuleError(f"axis {axis} is out of range for rank {rank}")
    return axis % max(rank, 1)


def broadcast(*shapes: Sequence[int]) -> tuple[int, ...]:
    """NumPy's broadcasting rule."""
    rank = max((len(s) for s in shapes), default=0)
    padded = [(1,) * (rank - len(s)) + tuple(s) for s in shapes]
    result: list[int] = []
    for extents in zip(*padded, strict=True):
        wide = {e for e in extents if e != 1}
        if len(wide) > 1:
            raise TypeRuleError(f"shapes {' and '.join(map(str, map(tuple, shapes)))} do not broadcast")
        result.append(wide.pop() if wide else 1)
    return tuple(result)


# ---- attributes to Python and back
@overload
def py(attribute: IntegerAttr[Any]) -> int: ...
@overload
def py(attribute: FloatAttr[Any]) -> float: ...
@overload
def py(attribute: StringAttr) -> str: ...
@overload
def py(attribute: DenseArrayBase[Any]) -> tuple[Any, ...]: ...
@overload
def py(attribute: TypeAttribute) -> Attribute: ...
@overload
def py(attribute: None) -> None: ...
def py(attribute: Any) -> Any:
    """The Python value of an op's attribute: int, float, str, or a tuple of them; a type is itself."""
    match attribute:
        case IntegerAttr() | FloatAttr():
            return attribute.value.data
        case StringAttr():
            return attribute.data
        case DenseArrayBase():
            return _values(attribute)
        case _:
            return attribute


@lru_cache(4096)
def _values(attribute: DenseArrayBase[Any]) -> tuple[Any, ...]:
    return tuple(attribute.get_values())


def attribute_of(value: Any) -> Attribute:
    """The attribute that `py` turns back into `value` (bools become i1 integers, lists dense arrays)."""
    match value:
        case Attribute():
            return value
        case bool():
            return IntegerAttr(int(value), i1)
        case int():
            return IntegerAttr(value, i64)
        case float():
            return FloatAttr(value, f64)
        case str():
            return StringAttr(value)
        case list() | tuple():
            if any(isinstance(v, float) for v in value):
                return DenseArrayBase.from_list(f64, [float(v) for v in value])
            return DenseArrayBase.from_list(i64, [int(v) for v in value])
        case _:
            raise TypeError(f"no attribute for {value!r}")


# ---- samples
@dataclass(frozen=True)
class Spec:
    """One random input: uniform in [low, high] (ints inclusive), from a seed that the test chooses.

    `dtype` is Paddle's name of it. `unique` draws distinct values, so that sorts have one answer. `special` puts
    NaN, infinities, both zeros and both ones first, as many as fit.
    """

    shape: tuple[int, ...]
    dtype: str = "float32"
    low: float = -2.0
    high: float = 2.0
    unique: bool = False
    special: bool = False


@dataclass(frozen=True)
class Sample:
    """A call that a user would write, `call(paddle, *tensors)`, whose import contains the op.

    `reference` (NumPy in, NumPy out, float64) replaces Paddle in float64 as the second oracle where Paddle
    has none. `tolerance` is relative, for float32; other dtypes scale it by their precision.
    """

    call: Callable[..., Any]
    specs: tuple[Spec, ...]
    reference: Callable[..., Any] | None = None
    tolerance: float = 2e-6
    note: str = ""


def sample(call: Callable[..., Any], *specs: Spec | tuple[int, ...], **options: Any) -> Sample:
    """`sample(lambda paddle, x: paddle.tanh(x), (3, 4))`; a bare shape is a float32 Spec."""
    return Sample(call, tuple(s if isinstance(s, Spec) else Spec(s) for s in specs), **options)


# ---- the op
Tangent = SSAValue | None  # None: zero, as is the tangent of integers and bools


class PdOp(IRDLOperation, ABC):
    """Base of all `pd` ops; see the module's docstring."""

    traits = traits_def(Pure())

    SAMPLES: ClassVar[tuple[Sample, ...]] = ()
    COMMUTES: ClassVar[bool] = False  # whether the order of its operands makes no difference
    UNIQUE: ClassVar[bool] = False  # whether its results are values of their own, like those of no other op
    KERNEL: ClassVar[str] = "loops"  # how it runs: fused `loops`, a library routine, or `bare` (no kernel)
    AXES: ClassVar[tuple[str, ...] | None] = None  # what numbers axes, if all operands may have one more in front
    FIXED: ClassVar[tuple[str, ...]] = ()  # operands that Paddle's own gradients take for constants

    @classmethod
    def make(
        cls,
        *operands: SSAValue | Sequence[SSAValue] | None,
        location: LocationAttr | None = None,
        **attributes: Any,
    ) -> Self:
        """A new op; result types come from the type rule. Operands in order of definition, None if absent.

        Raises TypeRuleError for operands or attributes that do not fit.
        """
        groups = [() if o is None else (o,) if isinstance(o, SSAValue) else tuple(o) for o in operands]
        properties = {name: attribute_of(value) for name, value in attributes.items() if value is not None}
        definition = cls.get_irdl_definition()
        groups += [()] * (len(definition.operands) - len(groups))
        if "operandSegmentSizes" in definition.properties:
            properties["operandSegmentSizes"] = DenseArrayBase.from_list(i32, [len(g) for g in groups])
        for name, prop in definition.properties.items():
            if name not in properties and prop.default_value is not None:
                properties[name] = prop.default_value
        op = cls.create(operands=[v for g in groups for v in g], properties=properties, location=location)
        op.set_result_types(op.infer())
        return op

    def set_result_types(self, types: Sequence[Attribute]) -> None:
        """Give a fresh op its results."""
        from xdsl.ir import SSAValues

        self.results = SSAValues(OpResult(t, self, i) for i, t in enumerate(types))

    def infer(self) -> Sequence[Tensor]:
        """The type rule: result types from operand types and attributes; raises TypeRuleError."""
        raise NotImplementedError(f"{self.name} has no type rule")

    # ---- text: `pd.softmax %x {axis = -1} : (tensor<4xf32>) -> tensor<4xf32>`
    def print(self, printer: Printer) -> None:
        if self.operands:
            printer.print_string(" ")
            printer.print_list(self.operands, printer.print_ssa_value)
        printer.print_op_attributes(self.properties | self.attributes)
        printer.print_string(" : ")
        printer.print_function_type(self.operand_types, self.result_types)

    @classmethod
    def parse(cls, parser: Parser) -> Self:
        names = parser.parse_optional_undelimited_comma_separated_list(
            parser.parse_optional_unresolved_operand, parser.parse_unresolved_operand
        )
        given = parser.parse_optional_attr_dict()
        parser.parse_punctuation(":")
        at = parser.pos
        signature = parser.parse_function_type()
        operands = parser.resolve_operands(names or [], signature.inputs.data, at)
        declared = cls.get_irdl_definition().properties
        properties = {name: value for name, value in given.items() if name in declared}
        rest = {name: value for name, value in given.items() if name not in declared}
        return cls.create(
            operands=operands, result_types=signature.outputs.data, properties=properties, attributes=rest
        )

    def verify_(self) -> None:
        inferred = tuple(self.infer())
        if inferred != tuple(self.result_types):
            raise VerifyException(
                f"{self.name}: result types {', '.join(map(str, self.result_types))} "
                f"but operands give {', '.join(map(str, inferred))}"
            )

    def relation(self) -> Relation | None:
        """How output indices relate to operand indices, in einsum letters; None: unrelated (opaque)."""
        return None

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """The results' tangents from the operands', of which there is at least one; a smaller one is broadcast.

        NotImplemented: what the decomposition says, or the scalar body. Only ops that need a better rule have one.
        """
        return NotImplemented

    def batch(self, b: Builder, operands: Sequence[SSAValue], batched: Sequence[bool], size: int) -> Sequence[SSAValue]:
        """The results for `size` calls at once, each with the calls as its first axis.

        Operands that are `batched` have it, too; others are the same in all calls. Here by `AXES`, or by the index
        relation. NotImplemented: what the decomposition says, or the scalar body.
        """
        from pcc.dialects.pd.batching import longer, with_axis

        return (longer if self.AXES is None else with_axis)(self, b, operands, batched, size)

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        """The cotangents of the operands that are `moving`, in which the op is linear together; others have None.

        At least one of the results' cotangents is not zero. Each one has its operand's shape. NotImplemented: the op is
        in no way linear, or its decomposition says it.
        """
        return NotImplemented

    def occupancy(self, operands: Sequence[float]) -> float:
        """About which share of the result's elements is not zero at most, given that of each operand.

        Elementwise ops that keep zeros need not say so (`pcc.passes.density`).
        """
        return 1.0

    def canonical(self, b: Builder) -> SSAValue | None:
        """A simpler value equal to the op's (only) result, if there is one."""
        return None

    @property
    def is_composite(self) -> bool:
        """Whether the op is defined by other ops (has a `decompose`)."""
        return type(self).decompose is not PdOp.decompose

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        """The same results from other `pd` ops."""
        raise NotImplementedError(f"{self.name} is a primitive")

    def parts(self, b: Builder) -> Sequence[SSAValue]:
        """The same results from ops that have rules, for transformations of this op where it has no rule itself.

        Not what it runs as: its own kernel is better. NotImplemented: the decomposition, or the scalar body.
        """
        return self.decompose(b) if self.is_composite else NotImplemented

    def without_routine(self, b: Builder) -> Sequence[SSAValue]:
        """The same results from ops that run where a library's routine does not; no operand is empty.

        NotImplemented: nothing else does.
        """
        return NotImplemented
