"""What of a program is known when it is imported: constants, shapes, and small integer arithmetic on them.

Paddle computes shapes in the program (`shape64 -> slice -> add -> stack -> reshape`). With static shapes all of it is
known, so it is evaluated here, and reshapes, slices and expands become static. A result of more than `LARGEST`
elements is left to the program. A constant that is used as a tensor becomes an op if it is one number or a few
numbers; else it is an argument of the segment, like a weight.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
from xdsl.dialects.builtin import ComplexType, DenseArrayBase, FloatAttr, f32, f64, i1, i8, i16, i32, i64
from xdsl.ir import Attribute, SSAValue

from pcc.dialects.pd.base import is_float
from pcc.frontends.paddle.complex_value import Complex
from pcc.frontends.paddle.dtypes import element_type

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer

Array = np.ndarray[Any, np.dtype[Any]]
LARGEST = 64  # elements that are worth evaluating
COMPUTED = frozenset({"arange"})  # better computed than listed: these are imported, too
_NUMPY: dict[Attribute, Any] = {
    f64: np.float64,
    f32: np.float32,
    i64: np.int64,
    i32: np.int32,
    i16: np.int16,
    i8: np.int8,
    i1: np.bool_,
}


@dataclass(frozen=True, eq=False)
class Constant:
    """A known tensor. `single`: Paddle made it to hold one number (`full`), whatever its shape."""

    array: Array
    dtype: Attribute
    single: bool = False

    @property
    def value(self) -> Any:
        """As other ops' attributes take it: a number, or a list of numbers."""
        number = self.single or self.array.ndim == 0
        return self.array.flat[0].item() if number and self.array.size else self.array.reshape(-1).tolist()

    @property
    def uniform(self) -> bool:
        """Whether all elements are the same number."""
        return self.single or (self.array.size > 0 and bool((self.array == self.array.flat[0]).all()))


@dataclass(frozen=True)
class Call:
    """One PIR op whose operands are known: operands and attributes by name."""

    operands: dict[str, Any]
    attributes: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.operands[name]

    def get(self, *names: str, default: Any = None) -> Any:
        """An operand or attribute by the first name that there is, as plain Python."""
        for name in names:
            if name in self.operands:
                return np.asarray(self.operands[name]).reshape(-1).tolist()
            if name in self.attributes:
                return self.attributes[name]
        return default

    def number(self, *names: str) -> Any:
        value = self.get(*names)
        return value[0] if isinstance(value, list) else value


def evaluate(importer: Importer, op: Any) -> list[Any] | None:
    """The op's results if they are known: a Constant, or a list of them, per result."""
    name = short_name(op)
    if name in _MADE:
        return [_MADE[name](op.attrs())]
    if name in _OF_SHAPE:
        return [_OF_SHAPE[name](_shape(importer, op.operands_source()[0]), op.attrs())]
    if name == "builtin.split":
        known = importer.known(op.operands_source()[0])
        return known if isinstance(known, list) else None
    rule = _RULES.get(name)
    return _apply(importer, op, rule) if rule is not None else None


def short_name(op: Any) -> str:
    """`reshape` for `pd_op.reshape_`."""
    return op.name().removeprefix("pd_op.").rstrip("_")


def _shape(importer: Importer, source: Any) -> tuple[int, ...]:
    known = importer.known(source)
    return known.array.shape if isinstance(known, Constant) else importer.value(source).type.get_shape()


def _apply(importer: Importer, op: Any, rule: Callable[[Call], Any]) -> list[Any] | None:
    sources = [s for s in op.operands_source() if s.initialized()]
    known = [importer.known(s) for s in sources]
    if any(k is None or not _small(k) for k in known):
        return None
    names = [n for n, s in zip(op.get_input_names(), op.operands_source(), strict=False) if s.initialized()]
    call = Call({n: _arrays(k) for n, k in zip(names, known, strict=True)}, op.attrs())
    try:
        with np.errstate(all="ignore"):
            value = rule(call)
    except (ValueError, IndexError):  # an ill-formed op: the type rule says what is wrong
        return None
    if isinstance(value, list):
        return [[Constant(v, known[0].dtype) for v in value]]
    dtype = element_type(op.results()[0].dtype)
    if value is None or dtype not in _NUMPY or value.size > LARGEST:
        return None
    return [Constant(value.astype(_NUMPY[dtype]), dtype)]


def _small(known: Any) -> bool:
    if isinstance(known, list):
        return all(map(_small, known))
    return known.dtype in _NUMPY and known.array.size <= LARGEST


def _arrays(known: Any) -> Any:
    return [k.array for k in known] if isinstance(known, list) else known.array


def parts_of(constant: Constant) -> tuple[Constant, Constant]:
    """The real and the imaginary part."""
    array: Any = constant.array
    dtype = constant.dtype
    dtype = dtype.element_type if isinstance(dtype, ComplexType) else dtype
    return Constant(array.real, dtype, constant.single), Constant(array.imag, dtype, constant.single)


def materialize(importer: Importer, constant: Constant) -> SSAValue | Complex:
    """The constant as a tensor of the program."""
    if isinstance(constant.dtype, ComplexType):
        real, imag = (_materialize(importer, part) for part in parts_of(constant))
        return Complex(real, imag)
    return _materialize(importer, constant)


def _materialize(importer: Importer, constant: Constant) -> SSAValue:
    """One number, a few values, or an argument like a weight."""
    from pcc.dialects.pd.creation import AssignValueOp, FullOp

    shape, array = list(constant.array.shape), constant.array
    number = float if is_float(constant.dtype) else int
    if constant.uniform or not array.size:
        value = number(array.flat[0]) if array.size else number(0)
        return importer.add(FullOp, shape=shape, value=value, dtype=constant.dtype)
    if array.size <= AssignValueOp.LARGEST:
        values = [number(v) for v in array.reshape(-1).tolist()]
        return importer.add(AssignValueOp, shape=shape, values=values, dtype=constant.dtype)
    return importer.literal(constant)


# ---- ops that hold their numbers
def _full(attrs: Any) -> Constant:
    dtype, shape = element_type(attrs["dtype"]), tuple(attrs["shape"])
    return Constant(np.broadcast_to(_number(attrs["value"], dtype), shape), dtype, single=True)


def _number(value: Any, dtype: Attribute) -> Array:
    """As the dtype's own number; half precision is held in float32."""
    if isinstance(dtype, ComplexType):
        return np.asarray(value, np.complex64 if dtype.element_type == f32 else np.complex128)
    widest = np.float32 if is_float(dtype) else np.int64
    return np.asarray(value if is_float(dtype) else int(value)).astype(_NUMPY.get(dtype, widest))


def _full_int_array(attrs: Any) -> Constant:
    return Constant(np.array([int(v) for v in attrs["value"]], np.int64), i64)


def _assign_value(attrs: Any) -> Constant:
    dtype, shape = element_type(attrs["dtype"]), tuple(attrs["shape"])
    values = [_number(v, dtype) for v in attrs["values"]]
    return Constant(np.stack(values).reshape(shape) if values else np.zeros(shape, _number(0, dtype).dtype), dtype)


def _triangle(function: Callable[[int, int, int], Any]) -> Callable[[Any], Constant]:
    def indices(attrs: Any) -> Constant:
        rows, columns = (int(attrs[n] if n in attrs else attrs[n[:3]]) for n in ("rows", "cols"))
        dtype = element_type(attrs["dtype"])
        return Constant(np.stack(function(rows, int(attrs["offset"]), columns)).astype(_NUMPY[dtype]), dtype)

    return indices


_MADE: dict[str, Callable[[Any], Constant]] = {
    "full": _full,
    "full_int_array": _full_int_array,
    "assign_value": _assign_value,
    "tril_indices": _triangle(np.tril_indices),
    "triu_indices": _triangle(np.triu_indices),
}


# ---- ops that ask for the shape of a tensor
def _full_batch_size_like(shape: tuple[int, ...], attrs: Any) -> Constant:
    own = [int(e) for e in attrs["shape"]]
    own[attrs["output_dim_idx"]] = shape[attrs["input_dim_idx"]]
    dtype = element_type(attrs["dtype"])
    return Constant(np.broadcast_to(_number(attrs["value"], dtype), own), dtype, single=True)


_OF_SHAPE: dict[str, Callable[[tuple[int, ...], Any], Constant]] = {
    "shape": lambda s, _: Constant(np.array(s, np.int32), i32),
    "shape64": lambda s, _: Constant(np.array(s, np.int64), i64),
    "numel": lambda s, _: Constant(np.array(prod(s), np.int64), i64),
    "full_batch_size_like": _full_batch_size_like,
}


# ---- ops on known tensors
def _slice(c: Call) -> Array:
    x = c["input"]
    where = [slice(None)] * x.ndim
    for axis, start, end in zip(c.get("axes"), c.get("starts"), c.get("ends"), strict=True):
        where[axis] = slice(start, end)
    dropped = [a % max(x.ndim, 1) for a in c.get("decrease_axis")]
    return np.squeeze(x[tuple(where)], tuple(dropped)) if dropped else x[tuple(where)]


def _scale(c: Call) -> Array:
    x, kind = c["x"], float if c["x"].dtype.kind == "f" else int
    scale, bias = x.dtype.type(kind(c.number("scale"))), x.dtype.type(kind(c.number("bias")))
    return x * scale + bias if c.number("bias_after_scale") else (x + bias) * scale


def _split(c: Call) -> list[Array] | None:
    x, axis = c["x"], int(c.number("axis"))
    sections = c.get("sections")
    if sections is None:
        return np.split(x, c.number("num"), axis)
    rest = x.shape[axis] - sum(s for s in sections if s >= 0)
    whole = [rest if s < 0 else s for s in sections]
    return np.split(x, np.cumsum(whole)[:-1].tolist(), axis)


def _unstack(c: Call) -> list[Array]:
    x = c.operands.get("x", c.operands.get("input"))
    return list(np.moveaxis(np.asarray(x), c.number("axis"), 0))


def _unsqueeze(c: Call) -> Array:
    x = c["x"]
    for axis in c.get("axis"):
        x = np.expand_dims(x, axis)
    return x


def _squeeze(c: Call) -> Array:
    x, axes = c["x"], c.get("axis")
    chosen = [a % x.ndim for a in axes] if axes and x.ndim else range(x.ndim)
    return x.reshape([e for d, e in enumerate(x.shape) if not (d in chosen and e == 1)])


def _reshape(c: Call) -> Array:
    shape = [c["x"].shape[d] if e == 0 else e for d, e in enumerate(c.get("shape"))]
    return c["x"].reshape(shape)


def _flatten(c: Call) -> Array:
    x, start, stop = c["x"], c.number("start_axis"), c.number("stop_axis")
    start, stop = start % max(x.ndim, 1), stop % max(x.ndim, 1)
    return x.reshape([*x.shape[:start], -1, *x.shape[stop + 1 :]])


def _fold(function: Callable[..., Array]) -> Callable[[Call], Array]:
    def fold(c: Call) -> Array:
        axes = c.get("dims", "axis") or []
        chosen = None if not axes or c.get("reduce_all") else tuple(int(a) for a in axes)
        return np.asarray(function(c["x"], axis=chosen, keepdims=bool(c.get("keep_dim", "keepdim"))))

    return fold


def _binary(function: Callable[..., Any]) -> Callable[[Call], Array]:
    return lambda c: np.asarray(function(c["x"], c["y"]))


def _unary(function: Callable[..., Any]) -> Callable[[Call], Array]:
    return lambda c: np.asarray(function(c["x"]))


def _integers(function: Callable[..., Any]) -> Callable[[Call], Array | None]:
    """Division by a known zero is left to the program."""
    return lambda c: None if not np.all(c["y"]) else np.asarray(function(c["x"], c["y"]))


def _divide(c: Call) -> Array | None:
    return c["x"] / c["y"] if c["x"].dtype.kind == "f" and np.all(c["y"]) else None


def _arange(c: Call) -> Array | None:
    start, end, step = (c.number(n) for n in ("start", "end", "step"))
    exact = all(isinstance(n, int) or float(n).is_integer() for n in (start, end, step))
    if not exact or not step or abs((end - start) / step) > LARGEST:
        return None
    return np.arange(int(start), int(end), int(step))


def _full_like(c: Call) -> Array | None:
    return np.full(c["x"].shape, c.number("value"))


def _full_with_tensor(c: Call) -> Array | None:
    shape = c.get("shape")
    return np.full(shape, c.number("value")) if prod(shape) <= LARGEST else None


_RULES: dict[str, Callable[[Call], Any]] = {
    "slice": _slice,
    "concat": lambda c: np.concatenate(c["x"], int(c.number("axis"))),
    "stack": lambda c: np.stack(c["x"], c.number("axis")),
    "split": _split,
    "split_with_num": _split,
    "unstack": _unstack,
    "unbind": _unstack,
    "squeeze": _squeeze,
    "unsqueeze": _unsqueeze,
    "reshape": _reshape,
    "flatten": _flatten,
    "gather": lambda c: np.take(c["x"], c["index"], int(c.number("axis"))),
    "cast": lambda c: c["x"],
    "assign": lambda c: c["x"],
    "share_data": lambda c: c["x"],
    "assign_out": lambda c: c["x"],
    "increment": lambda c: c["x"] + c["x"].dtype.type(c.number("value")),
    "scale": _scale,
    "add": _binary(np.add),
    "subtract": _binary(np.subtract),
    "multiply": _binary(np.multiply),
    "divide": _divide,
    "floor_divide": _integers(np.floor_divide),
    "remainder": _integers(np.mod),
    "maximum": _binary(np.maximum),
    "minimum": _binary(np.minimum),
    "equal": _binary(np.equal),
    "not_equal": _binary(np.not_equal),
    "less_than": _binary(np.less),
    "less_equal": _binary(np.less_equal),
    "greater_than": _binary(np.greater),
    "greater_equal": _binary(np.greater_equal),
    "logical_and": _binary(np.logical_and),
    "logical_or": _binary(np.logical_or),
    "logical_not": _unary(np.logical_not),
    "where": lambda c: np.where(c["condition"], c["x"], c["y"]),
    "abs": _unary(np.abs),
    "floor": _unary(np.floor),
    "ceil": _unary(np.ceil),
    "prod": _fold(np.prod),
    "sum": _fold(np.sum),
    "max": _fold(np.max),
    "min": _fold(np.min),
    "arange": _arange,
    "full_like": _full_like,
    "full_with_tensor": _full_with_tensor,
}


def coerce(value: Any, kinds: Container[type[Any]]) -> Any:
    """A constant as an attribute of one of the given kinds takes it: a list, an integer, or any number."""
    if DenseArrayBase in kinds:
        return [value] if isinstance(value, int | float) else value
    number: Any = value[0] if isinstance(value, list) and len(value) == 1 else value
    integral = isinstance(number, float) and FloatAttr not in kinds and number.is_integer()
    return int(number) if integral else number


def flat(values: Sequence[Constant]) -> list[Any]:
    """The numbers of several one-element tensors: how Paddle passes a list of tensors for a shape."""
    return [c.array.flat[0].item() for c in values]
