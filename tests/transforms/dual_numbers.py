"""Derivatives and batches of any nesting by dual numbers and loops, over NumPy arrays of Python objects.

The reference of test_random_nests.py: slow, plain, and without a line of pcc's.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np

Array = Any  # an object array of numbers, float or Dual
Function = Callable[[Array], Array]
_levels = count()


@dataclass(frozen=True)
class Dual:
    """value + slope * eps, of the derivative that began at `level`; both may be duals of lower levels."""

    value: Any
    slope: Any
    level: int

    def __add__(self, other: Any) -> Dual:
        return _binary(self, other, lambda a, b: a + b, lambda a, b, da, db: da + db)

    def __mul__(self, other: Any) -> Dual:
        return _binary(self, other, lambda a, b: a * b, lambda a, b, da, db: da * b + a * db)

    def __truediv__(self, other: Any) -> Dual:
        return _binary(self, other, lambda a, b: a / b, lambda a, b, da, db: (da - a / b * db) / b)

    def __neg__(self) -> Dual:
        return self * -1.0

    def __sub__(self, other: Any) -> Dual:
        return self + other * -1.0

    def __rsub__(self, other: Any) -> Dual:
        return -self + other

    def __rtruediv__(self, other: Any) -> Dual:
        return Dual(other, 0.0, self.level) / self

    __radd__, __rmul__ = __add__, __mul__


def _parts(x: Any, level: int) -> tuple[Any, Any]:
    return (x.value, x.slope) if isinstance(x, Dual) and x.level == level else (x, 0.0)


def _binary(a: Any, b: Any, value: Callable[..., Any], slope: Callable[..., Any]) -> Dual:
    level = max(x.level for x in (a, b) if isinstance(x, Dual))
    (a, da), (b, db) = _parts(a, level), _parts(b, level)
    return Dual(value(a, b), slope(a, b, da, db), level)


def primal(x: Any) -> float:
    return primal(x.value) if isinstance(x, Dual) else x


def mapped(function: Callable[..., Any], *arrays: Any) -> Array:
    """The function of each element."""
    return np.asarray(np.frompyfunc(function, len(arrays), 1)(*arrays), object)


def elementwise(function: Callable[[float], float], derivative: Callable[[Any], Any]) -> Function:
    """A function by its derivative, of a number or of each element of an array."""

    def of(x: Any) -> Any:
        return Dual(of(x.value), derivative(x.value) * x.slope, x.level) if isinstance(x, Dual) else function(x)

    return lambda x: mapped(of, x) if isinstance(x, np.ndarray) else of(x)


sin = elementwise(math.sin, lambda x: cos(x))
cos = elementwise(math.cos, lambda x: -sin(x))
exp = elementwise(math.exp, lambda x: exp(x))
log = elementwise(math.log, lambda x: 1.0 / x)
sqrt = elementwise(math.sqrt, lambda x: 0.5 / sqrt(x))
tanh = elementwise(math.tanh, lambda x: 1.0 - tanh(x) * tanh(x))


def where_greater(a: Array, b: Array, x: Array, y: Array) -> Array:
    return mapped(lambda a, b, x, y: x if primal(a) > primal(b) else y, a, b, x, y)


# ---- transforms, of functions of one array
def jvp(f: Function, x: Array, v: Array) -> Array:
    level = next(_levels)
    out = f(mapped(lambda a, b: Dual(a, b, level), x, v))
    return mapped(lambda o: _parts(o, level)[1], out)


def jacobian(f: Function) -> Function:
    def of(x: Array) -> Array:
        columns = [jvp(f, x, basis.reshape(x.shape)) for basis in np.eye(x.size)]
        return np.stack(columns, -1).reshape(columns[0].shape + x.shape)

    return of


def vmap(f: Function, axis: int) -> Function:
    return lambda x: np.stack([np.asarray(f(row), object) for row in np.moveaxis(x, axis, 0)])
