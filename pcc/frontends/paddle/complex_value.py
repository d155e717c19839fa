"""Complex tensors of a program: pairs of real ones, which Paddle keeps in memory one number after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from xdsl.dialects.builtin import ComplexType
from xdsl.ir import SSAValue

from pcc.dialects.pd.base import Tensor, dtype_of, shape_of, tensor
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.joining import StackOp


@dataclass(frozen=True)
class Complex:
    """real + i imag, of one shape and dtype."""

    real: SSAValue
    imag: SSAValue

    @property
    def type(self) -> Tensor:
        """As Paddle has it."""
        part: Any = dtype_of(self.real)
        return tensor(shape_of(self.real), ComplexType(part))


def is_complex(type: Tensor) -> bool:
    return isinstance(type.element_type, ComplexType)


def stored(type: Tensor) -> Tensor:
    """The real tensor at the same address: a complex one's parts are its last axis."""
    element = type.element_type
    return tensor([*type.get_shape(), 2], element.element_type) if isinstance(element, ComplexType) else type


def loaded(b: Builder, memory: SSAValue) -> Complex:
    """The complex tensor that a real tensor of shape [..., 2] holds."""
    last = len(shape_of(memory)) - 1
    return Complex(*(b.slice(memory, last, part, part + 1, drop=True) for part in (0, 1)))


def to_store(b: Builder, value: SSAValue | Complex) -> SSAValue:
    """A tensor as it is in memory."""
    return b.op(StackOp, [value.real, value.imag], axis=-1) if isinstance(value, Complex) else value


def flattened(values: Iterable[Any]) -> Iterator[SSAValue]:
    """All real tensors, in order."""
    for value in values:
        yield from (value.real, value.imag) if isinstance(value, Complex) else (value,)


def grouped(values: Iterable[SSAValue], complexes: Sequence[bool]) -> list[Any]:
    """The tensors whose `flattened` form is `values`, by which of them are complex."""
    each = iter(values)
    return [Complex(next(each), next(each)) if pair else next(each) for pair in complexes]
