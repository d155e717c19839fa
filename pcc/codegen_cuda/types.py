"""C++ names of types and literals."""

from __future__ import annotations

from math import isinf, isnan

import numpy as np
from xdsl.dialects.builtin import (
    BFloat16Type,
    Float16Type,
    Float32Type,
    Float64Type,
    IndexType,
    IntegerType,
    MemRefType,
    VectorType,
)
from xdsl.ir import Attribute

_INTEGERS = {1: "bool", 8: "signed char", 16: "short", 32: "int", 64: "long long"}


def c_type(type: Attribute, index: str) -> str:
    """The C++ type; `index` is that of indices."""
    match type:
        case MemRefType():
            return f"{c_type(type.element_type, index)}*"
        case VectorType():
            return f"vec<{c_type(type.element_type, index)}, {type.get_shape()[0]}>"
        case IndexType():
            return index
        case IntegerType():
            return _INTEGERS[type.bitwidth]
        case Float16Type():
            return "f16"
        case BFloat16Type():
            return "bf16"
        case Float32Type():
            return "float"
        case _:
            assert isinstance(type, Float64Type), type
            return "double"


def literal(value: float | int, type: Attribute) -> str:
    """A number as C++ text, exactly."""
    match type:
        case IntegerType() if type.bitwidth == 1:
            return "true" if value else "false"
        case IntegerType() if type.bitwidth == 64:
            return f"(-{2**63 - 1}LL - 1)" if value == -(2**63) else f"{value}LL"
        case IntegerType() if type.bitwidth < 32:
            return f"as<{_INTEGERS[type.bitwidth]}>({value})"
        case IntegerType() if value == -(2**31):
            return f"(-{2**31 - 1} - 1)"
        case IntegerType() | IndexType():
            return str(value)
        case Float16Type() | BFloat16Type():
            return f"{c_type(type, '')}({_float(float(value), False)})"
        case _:
            return _float(float(value), isinstance(type, Float64Type))


def _float(value: float, double: bool) -> str:
    if isnan(value) or isinf(value):
        name = "nan_of" if isnan(value) else "inf_of"
        return f"{'-' * (value < 0)}{name}<{'double' if double else 'float'}>()"
    text = repr(value) if double else str(np.float32(value))
    text = text if any(c in text for c in ".e") else text + ".0"
    return text if double else text + "f"
