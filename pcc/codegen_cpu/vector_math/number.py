"""Values with operators, so that a formula reads like one: `r = x - n * LN2` on a scalar or a vector of any lanes.

Operators round once each: no contraction, no fast-math flags. There are three ways to add to a product: `fma` (one
rounding; a libm call where the hardware has none), `muladd` (one or two, whichever is fast) and `a * b + c` (two).
Comparisons give lanes of i1 and are false for NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Union

from pcc.codegen_cpu.llvm_text import Function
from pcc.codegen_cpu.llvm_types import Value, element_of, is_float, lanes_of, with_element
from pcc.codegen_cpu.vector_math.coefficients import Coefficients


@dataclass(frozen=True)
class Format:
    """An IEEE binary format: fraction bits, exponent bias, the integer of its size, the one twice as wide."""

    element: str
    fraction: int
    bias: int
    integer: str
    wide_integer: str

    @property
    def shifter(self) -> float:
        """Adding it rounds to an integer that then stands in the low bits (half the fraction may be used)."""
        return 1.5 * 2.0**self.fraction

    @property
    def smallest_normal(self) -> float:
        return 2.0 ** (1 - self.bias)

    @property
    def largest_power(self) -> float:
        return 2.0**self.bias


SINGLE = Format("float", 23, 127, "i32", "i64")
DOUBLE = Format("double", 52, 1023, "i64", "i128")

Operand = Union["Number", int, float]


@dataclass(frozen=True, eq=False)
class Number:
    """A value in the function that is being written."""

    f: Function
    value: Value

    # ---- what it is
    @property
    def type(self) -> str:
        return self.value.type

    @property
    def lanes(self) -> int:
        return lanes_of(self.type)

    @property
    def format(self) -> Format:
        return SINGLE if element_of(self.type) in ("float", "i32") else DOUBLE

    @property
    def is_single(self) -> bool:
        return self.format is SINGLE

    def pick(self, single: float | int, double: float | int) -> float | int:
        """The constant of this format."""
        return single if self.is_single else double

    def like(self, value: Operand) -> Number:
        """The operand as a number of this type."""
        return value if isinstance(value, Number) else Number(self.f, self.f.as_value(value, self.type))

    # ---- arithmetic
    def _op(self, floating: str, integer: str, a: Operand, b: Operand) -> Number:
        x, y = self.like(a), self.like(b)
        return Number(self.f, self.f.op(floating if is_float(self.type) else integer, x.value, y.value))

    def __add__(self, other: Operand) -> Number:
        return self._op("fadd", "add", self, other)

    def __radd__(self, other: Operand) -> Number:
        return self._op("fadd", "add", other, self)

    def __sub__(self, other: Operand) -> Number:
        return self._op("fsub", "sub", self, other)

    def __rsub__(self, other: Operand) -> Number:
        return self._op("fsub", "sub", other, self)

    def __mul__(self, other: Operand) -> Number:
        return self._op("fmul", "mul", self, other)

    def __rmul__(self, other: Operand) -> Number:
        return self._op("fmul", "mul", other, self)

    def __truediv__(self, other: Operand) -> Number:
        return self._op("fdiv", "sdiv", self, other)

    def __rtruediv__(self, other: Operand) -> Number:
        return self._op("fdiv", "sdiv", other, self)

    def __neg__(self) -> Number:
        return Number(self.f, self.f.fneg(self.value)) if is_float(self.type) else 0 - self

    def __and__(self, other: Operand) -> Number:
        return self._op("", "and", self, other)

    def __or__(self, other: Operand) -> Number:
        return self._op("", "or", self, other)

    def __xor__(self, other: Operand) -> Number:
        return self._op("", "xor", self, other)

    def __invert__(self) -> Number:
        return self ^ (1 if element_of(self.type) == "i1" else -1)

    def __lshift__(self, other: Operand) -> Number:
        return self._op("", "shl", self, other)

    def __rshift__(self, other: Operand) -> Number:
        """Arithmetic shift."""
        return self._op("", "ashr", self, other)

    def logical_right(self, other: Operand) -> Number:
        return self._op("", "lshr", self, other)

    # ---- comparisons
    def _compare(self, floating: str, integer: str, other: Operand) -> Number:
        predicate = floating if is_float(self.type) else integer
        return Number(self.f, self.f.cmp(predicate, self.value, self.like(other).value))

    def __lt__(self, other: Operand) -> Number:
        return self._compare("olt", "slt", other)

    def __le__(self, other: Operand) -> Number:
        return self._compare("ole", "sle", other)

    def __gt__(self, other: Operand) -> Number:
        return self._compare("ogt", "sgt", other)

    def __ge__(self, other: Operand) -> Number:
        return self._compare("oge", "sge", other)

    def below(self, other: Operand) -> Number:
        """Less, as unsigned integers."""
        return self._compare("olt", "ult", other)

    def equals(self, other: Operand) -> Number:
        return self._compare("oeq", "eq", other)

    def is_nan(self) -> Number:
        return Number(self.f, self.f.cmp("uno", self.value, self.value))

    def any(self) -> Number:
        """Of lanes of i1: whether one is true, as a scalar."""
        return Number(self.f, self.f.intrinsic("llvm.vector.reduce.or", "i1", self.value)) if self.lanes else self

    # ---- conversions
    def cast(self, name: str, element: str) -> Number:
        return Number(self.f, self.f.cast(name, self.value, with_element(self.type, element)))

    def bits(self) -> Number:
        return self.cast("bitcast", self.format.integer)

    def as_float(self) -> Number:
        """Bits back to the float that they stand for."""
        return self.cast("bitcast", self.format.element)

    def to_float(self) -> Number:
        """A signed integer's value as a float of the same size."""
        return self.cast("sitofp", self.format.element)

    def to_double(self) -> Number:
        return self.cast("fpext", "double")

    def to_single(self) -> Number:
        return self.cast("fptrunc", "float")

    # ---- unary functions that are instructions
    def call(self, intrinsic: str, *others: Operand) -> Number:
        rest = [self.like(o).value for o in others]
        return Number(self.f, self.f.intrinsic(f"llvm.{intrinsic}", self.type, self.value, *rest))

    def abs(self) -> Number:
        return self.call("fabs")

    def sqrt(self) -> Number:
        return self.call("sqrt")

    def floor(self) -> Number:
        return self.call("floor")

    def with_sign_of(self, other: Operand) -> Number:
        return self.call("copysign", other)

    def at_most(self, bound: Operand) -> Number:
        """min(self, bound); NaN stays NaN."""
        return where(self > bound, bound, self)

    def at_least(self, bound: Operand) -> Number:
        return where(self < bound, bound, self)


def where(condition: Number, a: Operand, b: Operand) -> Number:
    """Lane by lane a or b; one of both is a Number."""
    model = a if isinstance(a, Number) else b
    assert isinstance(model, Number)
    return Number(model.f, model.f.select(condition.value, model.like(a).value, model.like(b).value))


def fma(a: Number, b: Operand, c: Operand) -> Number:
    """A * b + c in one rounding."""
    return a.call("fma", b, c)


def muladd(a: Number, b: Operand, c: Operand) -> Number:
    """A * b + c in one rounding where the hardware has it, else in two."""
    return a.call("fmuladd", b, c)


def polynomial(x: Number, coefficients: Coefficients | Sequence[float]) -> Number:
    """Horner's rule; the coefficients of x's format."""
    if isinstance(coefficients, Coefficients):
        coefficients = coefficients.single if x.is_single else coefficients.double
    total = x.like(coefficients[-1])
    for c in reversed(coefficients[:-1]):
        total = muladd(total, x, c)
    return total


def rounded(x: Number, factor: float = 1.0) -> tuple[Number, Number]:
    """The integer n nearest to x * factor, as a float and as a `tally`; |x * factor| < 2^21 (2^50).

    A tally is the sum's bits: the integer n plus a constant that vanishes when shifted by the fraction's length.
    """
    shifter = x.format.shifter
    shifted = muladd(x, factor, shifter)
    return shifted - shifter, shifted.bits()


def power_of_two(n: Number) -> Number:
    """2^n for integers, or tallies, of the normal range."""
    return ((n + n.format.bias) << n.format.fraction).as_float()


def times_power(x: Number, n: Number) -> Number:
    """x * 2^n where x and the result are normal (no NaN); n an integer or a tally."""
    return (x.bits() + (n << n.format.fraction)).as_float()


def split_exponent(x: Number) -> tuple[Number, Number]:
    """(m, e) with x = m * 2^e and sqrt(1/2) <= m < sqrt(2), e an integer; x positive, normal (fdlibm's e_log.c)."""
    format = x.format
    root_half = x.pick(0x3F3504F3, 0x3FE6A09E667F3BCD)
    exponent = (x.bits() - root_half) >> format.fraction
    return (x.bits() - (exponent << format.fraction)).as_float(), exponent


def normal(x: Number) -> tuple[Number, Number]:
    """(y, k) with x = y * 2^k and y normal, for positive x that may be denormal."""
    small = x < x.format.smallest_normal
    shift = x.format.fraction + 2
    exponent = x.bits().like(0)
    return where(small, x * 2.0**shift, x), where(small, exponent.like(-shift), exponent)


def two_sum(a: Number, b: Operand) -> tuple[Number, Number]:
    """(s, e) with s = fl(a + b), s + e = a + b (Knuth)."""
    y = a.like(b)
    s = a + y
    t = s - a
    return s, (a - (s - t)) + (y - t)


def fast_two_sum(a: Number, b: Operand) -> tuple[Number, Number]:
    """The same for |a| >= |b| or a = 0 (Dekker)."""
    y = a.like(b)
    s = a + y
    return s, y - (s - a)


def two_product(a: Number, b: Operand) -> tuple[Number, Number]:
    """(p, e) with p = fl(a * b), p + e = a * b."""
    p = a * b
    return p, fma(a, b, -p)


def product(a: tuple[Number, Number], b: tuple[Number, Number]) -> tuple[Number, Number]:
    """The product of two pairs, to twice the precision less a few bits."""
    high, low = two_product(a[0], b[0])
    return high, muladd(a[0], b[1], muladd(a[1], b[0], low))


def quotient(top: tuple[Number, Operand], bottom: tuple[Number, Number]) -> Number:
    """Top / bottom of pairs; half an ulp and a little where muladd is fused."""
    inverse = 1.0 / bottom[0]
    y = top[0] * inverse
    rest = muladd(-y, bottom[1], muladd(-y, bottom[0], top[0]) + top[1])
    return muladd(rest, inverse, y)


def instead(rare: Number, slow: Callable[[], Sequence[Number]], usual: Sequence[Number]) -> list[Number]:
    """`usual`, but slow() in the lanes where `rare` holds; slow is run only when there is such a lane."""

    def blended() -> list[Value]:
        return [where(rare, s, u).value for s, u in zip(slow(), usual, strict=True)]

    taken = rare.f.choose(rare.any().value, blended, lambda: [u.value for u in usual], unlikely=True)
    return [Number(rare.f, v) for v in taken]
