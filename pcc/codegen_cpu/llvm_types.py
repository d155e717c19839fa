"""LLVM's types as text, and values: a name or a constant with its type."""

from __future__ import annotations

import struct
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """An SSA name or a constant with its LLVM type; prints as `type name`."""

    type: str
    name: str

    def __str__(self) -> str:
        return f"{self.type} {self.name}"


Operand = Value | int | float


def lanes_of(type: str) -> int:
    """16 for `<16 x float>`, 0 for a scalar type."""
    return int(type[1 : type.index(" x ")]) if type.startswith("<") else 0


def element_of(type: str) -> str:
    return type[type.index(" x ") + 3 : -1] if type.startswith("<") else type


def vector_of(element: str, lanes: int) -> str:
    """`<lanes x element>`; lanes 0 means the scalar itself."""
    return f"<{lanes} x {element}>" if lanes else element


def with_element(type: str, element: str) -> str:
    """The type with another element and the same number of lanes."""
    return vector_of(element, lanes_of(type))


def without_attributes(type: str) -> str:
    return type[: type.index(">") + 1] if type.startswith("<") else type.split(" ")[0]


def is_float(type: str) -> bool:
    return element_of(type) in ("half", "bfloat", "float", "double")


def constant(type: str, value: int | float | bool) -> Value:
    """A constant; a vector type gives a splat. Floats are printed by their bits, so they are exact."""
    element = element_of(type)
    text = _scalar_text(element, value)
    return Value(type, f"splat ({element} {text})" if lanes_of(type) else text)


def _scalar_text(element: str, value: int | float | bool) -> str:
    if element == "i1":
        return "true" if value else "false"
    if element == "half":
        return f"0xH{struct.unpack('<H', struct.pack('<e', value))[0]:04X}"
    if element == "bfloat":
        return f"0xR{struct.unpack('<I', struct.pack('<f', value))[0] >> 16:04X}"
    if element in ("float", "double"):
        wide = struct.unpack("<f", struct.pack("<f", value))[0] if element == "float" else value
        return f"0x{struct.unpack('<Q', struct.pack('<d', wide))[0]:016X}"
    if element == "ptr":
        return "null"
    return str(int(value))


_BITS = {
    "i1": 1, "i8": 8, "i16": 16, "i32": 32, "i64": 64, "i128": 128,
    "half": 16, "bfloat": 16, "float": 32, "double": 64, "ptr": 64,
}  # fmt: skip
_SUFFIX = {"half": "f16", "bfloat": "bf16", "float": "f32", "double": "f64", "ptr": "p0"}


def bits(element: str) -> int:
    return _BITS[element]


def alignment(type: str) -> int:
    """The alignment in bytes of a type's element: all that tensors promise."""
    return max(_BITS[element_of(type)] // 8, 1)


def suffix(type: str) -> str:
    """The overload suffix of an intrinsic: `v16f32` for `<16 x float>`."""
    element = element_of(type)
    lanes = lanes_of(type)
    return (f"v{lanes}" if lanes else "") + _SUFFIX.get(element, element)
