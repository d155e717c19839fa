"""Paddle's dtypes and the element types of `pd` tensors."""

from __future__ import annotations

from typing import Any

from xdsl.dialects.builtin import ComplexType, IntegerType, Signedness, bf16, f16, f32, f64, i1, i8, i16, i32, i64
from xdsl.ir import Attribute

from pcc.frontends.paddle.errors import CaptureError
from pcc.frontends.paddle.private import DataType

_TYPES: dict[str, Attribute] = {
    "float64": f64, "float32": f32, "float16": f16, "bfloat16": bf16, "bool": i1,
    "int8": i8, "int16": i16, "int32": i32, "int64": i64, "uint8": IntegerType(8, Signedness.UNSIGNED),
    "complex64": ComplexType(f32), "complex128": ComplexType(f64),
}  # fmt: skip
_COMPLEX = (DataType.COMPLEX64, DataType.COMPLEX128)
_NAMES = {type: name for name, type in _TYPES.items()}


class DtypeError(CaptureError, TypeError):
    """A dtype that pcc has no element type for (float8, strings)."""


def element_type(dtype: Any) -> Attribute:
    """The element type of a Paddle dtype (a `paddle.dtype` or PIR's `DataType`). Raises DtypeError."""
    name = str(dtype).rsplit(".", 1)[-1].lower()
    if name not in _TYPES:
        raise DtypeError(f"tensors of {name} are not compiled", f"use {', '.join(_TYPES)}")
    return _TYPES[name]


def is_complex_dtype(dtype: Any) -> bool:
    """Whether a Paddle dtype is complex64 or complex128."""
    return dtype in _COMPLEX


def is_inexact(dtype: Any) -> bool:
    """Whether numbers of a Paddle dtype are floating or complex, as those that have derivatives."""
    return "float" in (name := str(dtype).lower()) or "complex" in name


def is_compiled(dtype: Any) -> bool:
    """Whether there is an element type for a Paddle dtype."""
    return str(dtype).rsplit(".", 1)[-1].lower() in _TYPES


def dtype_name(type: Attribute) -> str:
    """Paddle's name of an element type."""
    return _NAMES[type]
