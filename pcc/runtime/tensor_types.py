"""MLIR's tensor types as what stands at the border of a compiled program."""

from __future__ import annotations

from xdsl.dialects.builtin import (
    BFloat16Type,
    Float16Type,
    Float32Type,
    Float64Type,
    IntegerType,
    Signedness,
    TensorType,
)
from xdsl.ir import Attribute

from pcc.runtime.errors import ArgumentError
from pcc.runtime.tensors import STORAGE, TensorSpec

_FLOATS = ((Float64Type, "float64"), (Float32Type, "float32"), (Float16Type, "float16"), (BFloat16Type, "bfloat16"))


def dtype_name(element: Attribute) -> str | None:
    """Paddle's name of an element type; None for one that programs have no tensors of."""
    if isinstance(element, IntegerType):
        sign = "u" if element.signedness.data == Signedness.UNSIGNED else ""
        name = "bool" if element.width.data == 1 else f"{sign}int{element.width.data}"
        return name if name in STORAGE else None
    return next((name for kind, name in _FLOATS if isinstance(element, kind)), None)


def spec_of(name: str, type: Attribute) -> TensorSpec:
    """The spec of an MLIR tensor type. Raises ArgumentError."""
    if isinstance(type, TensorType) and min(type.get_shape(), default=0) >= 0:
        spelled = dtype_name(type.element_type)
        if spelled:
            return TensorSpec(name, type.get_shape(), spelled)
    raise ArgumentError(f"'{name}' has type {type}; programs take static tensors of {', '.join(STORAGE)}")
