"""Python numbers kept exact while tracing.

Paddle's tracing makes float32 attributes or constants of the numbers in `x * 0.1`, `paddle.clip(x, 0.1, 1)`,
`full_like`, `pad`
and `to_tensor`, whatever the dtype of x; eager Paddle does not. Here the number becomes a constant of x's dtype.
Numbers on
float32 and smaller floats are left as Paddle has them (eager computes those in float32, too).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from pcc.frontends.paddle.private import C_ops, DataType, Tensor, Value, paddle
from pcc.frontends.paddle.replace import Patches
from pcc.frontends.paddle.tracer import Tracer

_ARITHMETIC = (
    "add",
    "sub",
    "mul",
    "div",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "matmul",
    "and",
    "or",
    "xor",
    "lshift",
    "rshift",
)
BINARY = (
    *(f"__{name}__" for name in _ARITHMETIC),
    *(f"__r{name}__" for name in _ARITHMETIC),
    *(f"__{name}__" for name in ("eq", "ne", "lt", "le", "gt", "ge")),
)
_INTEGERS = frozenset({DataType.INT64, DataType.INT32, DataType.INT16, DataType.INT8, DataType.UINT8})
_EXACT = _INTEGERS | {DataType.FLOAT64, DataType.COMPLEX128}
_COMPLEX = frozenset({DataType.COMPLEX64, DataType.COMPLEX128})
_HALF = frozenset({DataType.FLOAT16, DataType.BFLOAT16})
_LARGEST_INT = 2**53  # what a Scalar attribute of PIR, a double, holds exactly
_NOT_IN_NUMPY = frozenset({DataType.BFLOAT16, DataType.FLOAT8_E4M3FN, DataType.FLOAT8_E5M2})
_INLINE = 64  # elements; larger constants are referred to like parameters, not copied into the program


def install(tracer: Tracer, patches: Patches) -> None:
    """Replace the operators and functions that round numbers."""
    _operators(tracer, patches)
    for name, make in _FUNCTIONS.items():
        patches.replace(C_ops, name, make(tracer, getattr(C_ops, name)))
    patches.replace(paddle, "to_tensor", _to_tensor(tracer, paddle.to_tensor))


def _number(value: Any, dtype: Any) -> Any:
    return value if isinstance(value, Value | Tensor) else paddle.full([1], value, dtype)


def _scale(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def scale(x: Any, factor: Any, bias: float = 0.0, bias_after_scale: bool = True) -> Any:
        x = tracer.read(x)
        if x.dtype not in _EXACT:
            return plain(x, factor, bias, bias_after_scale)
        if bias and not bias_after_scale:
            x = C_ops.add(x, paddle.full([], bias, x.dtype))
        if isinstance(factor, Value | Tensor) or factor != 1 or not bias:
            x = plain(x, _number(factor, x.dtype), 0.0, True)
        if bias and bias_after_scale:
            x = C_ops.add(x, paddle.full([], bias, x.dtype))
        return x

    return scale


def _clip(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def clip(x: Any, low: Any, high: Any, **options: Any) -> Any:
        x = tracer.read(x)
        if x.dtype not in _EXACT:
            return plain(x, low, high, **options)
        return plain(x, _number(low, x.dtype), _number(high, x.dtype), **options)

    return clip


def _pad(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def pad(x: Any, paddings: Any, value: Any, **options: Any) -> Any:
        x = tracer.read(x)
        return plain(x, paddings, _number(value, x.dtype) if x.dtype in _EXACT else value, **options)

    return pad


def _full_like(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def full_like(x: Any, value: Any, dtype: Any, *rest: Any, **options: Any) -> Any:
        x = tracer.read(x)
        kind = x.dtype if dtype in (None, DataType.UNDEFINED) else dtype
        return plain(x, _number(value, kind) if kind in _EXACT else value, dtype, *rest, **options)

    return full_like


def _full(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def full(shape: Any, value: Any, dtype: Any, *rest: Any, **options: Any) -> Any:
        if isinstance(value, int) and abs(value) > _LARGEST_INT:
            return _constant(tracer, lambda: paddle.full(shape, value, dtype))
        return plain(shape, value, dtype, *rest, **options)

    return full


def _assign_value(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def assign_value(output: Any, shape: Any, dtype: Any, values: Any, *rest: Any) -> Any:
        """Complex numbers by their parts, as PIR's attributes that hold complex numbers cannot be read."""
        if dtype not in _COMPLEX:
            return plain(output, shape, dtype, values, *rest)
        array = np.asarray(values).astype("complex64" if dtype == DataType.COMPLEX64 else "complex128").reshape(shape)
        return C_ops.complex(*(paddle.assign(np.ascontiguousarray(part)) for part in (array.real, array.imag)))

    return assign_value


def _set_value(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def set_value(x: Any, starts: Any, ends: Any, steps: Any, *places: Any) -> Any:
        """x[...] = numbers; complex ones as a tensor, for the same reason."""
        *axes, shape, values = places
        if tracer.read(x).dtype not in _COMPLEX:
            return plain(x, starts, ends, steps, *places)
        numbers = paddle.assign(np.asarray(values).reshape(shape)).astype(x.dtype)
        return C_ops.set_value_with_tensor(x, numbers, starts, ends, steps, *axes)

    return set_value


def _matmul(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def matmul(x: Any, y: Any, *transposed: Any, **named: Any) -> Any:
        x, y = tracer.read(x), tracer.read(y)
        return plain(_alike(x, y), y, *transposed, **named)

    return matmul


def _alike(x: Any, y: Any) -> Any:
    """A real x as complex as y: tracing gives their product the first one's dtype."""
    return paddle.cast(x, y.dtype) if y.dtype in _COMPLEX and x.dtype not in _COMPLEX else x


def _to_tensor(tracer: Tracer, plain: Callable[..., Any]) -> Callable[..., Any]:
    def to_tensor(data: Any, *args: Any, **options: Any) -> Any:
        if isinstance(data, Value | Tensor):
            return paddle.assign(plain(tracer.read(data), *args, **options))
        if _holds_values(data):
            return plain(data, *args, **options)
        return _constant(tracer, lambda: plain(data, *args, **options))

    return to_tensor


def _holds_values(data: Any) -> bool:
    return isinstance(data, Value | Tensor) or (isinstance(data, list | tuple) and any(map(_holds_values, data)))


def _constant(tracer: Tracer, make: Callable[[], Any]) -> Any:
    """The Value of an eager tensor: written into the program if small and exact there, else read by reference."""
    with tracer.paused():
        tensor = make()
        array = None if tensor.dtype in _NOT_IN_NUMPY or tensor.size > _INLINE else tensor.numpy()
    if array is None or (array.dtype.kind in "iu" and (abs(array) > _LARGEST_INT).any()):
        return tracer.read(tensor)
    if array.size == 1 and array.dtype.kind != "c":
        value = C_ops.full(list(array.shape), array.item(), tensor.dtype, paddle.CPUPlace())
    else:
        value = paddle.assign(array)
    value.stop_gradient = tensor.stop_gradient
    return value


def _operators(tracer: Tracer, patches: Patches) -> None:
    for name in BINARY:
        patches.replace(Value, name, _operator(tracer, name, vars(Value)[name]))


def _operator(tracer: Tracer, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
    special = _SPECIAL.get(name)

    def operator(self: Any, other: Any) -> Any:
        self = tracer.read(self)
        if isinstance(other, np.generic):
            other = other.item()
        elif isinstance(other, np.ndarray | complex):
            other = paddle.to_tensor(other)
        if special is not None and isinstance(other, int | float):
            return special(self, other)
        other = tracer.read(other)
        return plain(_alike(self, other) if name == "__matmul__" else self, other)

    return operator


def _divide(x: Any, number: float) -> Any:
    """x / number as eager Paddle has it: a division (tracing has a product with 1 / number)."""
    if x.dtype in _INTEGERS or x.dtype == DataType.BOOL:
        x = paddle.cast(x, "float32")
    if x.dtype in _HALF:  # computed in float32, but the number is rounded first
        rounded = paddle.cast(paddle.full([], number, x.dtype), "float32")
        return paddle.cast(paddle.divide(paddle.cast(x, "float32"), rounded), x.dtype)
    return paddle.divide(x, paddle.full([], number, x.dtype))


def _power(x: Any, number: float) -> Any:
    """x ** number as eager Paddle has it: `pow` with a number (tracing has `elementwise_pow` with a constant)."""
    if isinstance(number, float) and x.dtype in _INTEGERS:
        x = paddle.cast(x, "float32")
    return C_ops.pow(x, number)


_FUNCTIONS: dict[str, Callable[[Tracer, Callable[..., Any]], Callable[..., Any]]] = {
    "scale": _scale,
    "clip": _clip,
    "pad": _pad,
    "full_like": _full_like,
    "full": _full,
    "matmul": _matmul,
    "set_value": _set_value,
    "assign_value_": _assign_value,
}
_SPECIAL = {"__truediv__": _divide, "__div__": _divide, "__pow__": _power}
