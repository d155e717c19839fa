"""Functions of complex tensors by functions of their parts: exponentials, powers, quotients, angles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from math import log
from typing import TYPE_CHECKING, Any

from xdsl.ir import SSAValue

from pcc.dialects.pd.arithmetic import CopysignOp
from pcc.dialects.pd.base import dtype_of, shape_of
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.comparison import GreaterEqualOp
from pcc.dialects.pd.math import HypotOp
from pcc.dialects.pd.rounding import AbsOp
from pcc.dialects.pd.trigonometric import Atan2Op, CoshOp, CosOp, SinhOp, SinOp, TanhOp, TanOp
from pcc.frontends.paddle.complex_value import Complex
from pcc.frontends.paddle.segment import Reason, Unsupported

if TYPE_CHECKING:
    from pcc.frontends.paddle.importer import Importer

LARGEST_POWER = 64  # by products; others by way of the logarithm


class Arithmetic:
    """Complex arithmetic through a builder of real ops."""

    def __init__(self, b: Builder) -> None:
        self.b = b

    def real(self, x: SSAValue) -> Complex:
        return Complex(x, self.b.full(shape_of(x), 0.0, dtype_of(x)))

    def one(self, like: Complex) -> Complex:
        return self.real(self.b.full(shape_of(like.real), 1.0, dtype_of(like.real)))

    def mul(self, x: Complex, y: Complex) -> Complex:
        b = self.b
        real = b.sub(b.mul(x.real, y.real), b.mul(x.imag, y.imag))
        return Complex(real, b.add(b.mul(x.real, y.imag), b.mul(x.imag, y.real)))

    def scale(self, x: Complex, by: SSAValue | float) -> Complex:
        return Complex(self.b.mul(x.real, by), self.b.mul(x.imag, by))

    def add(self, x: Complex, number: float) -> Complex:
        return Complex(self.b.add(x.real, number), x.imag)

    def turned(self, x: Complex) -> Complex:
        """i x"""
        return Complex(self.b.neg(x.imag), x.real)

    def div(self, x: Complex, y: Complex) -> Complex:
        """x conj(y) / |y|^2, with y scaled so that no square is out of range."""
        b = self.b
        largest = b.maximum(b.op(AbsOp, y.real), b.op(AbsOp, y.imag))
        c, d = b.div(y.real, largest), b.div(y.imag, largest)
        square = b.mul(b.add(b.square(c), b.square(d)), largest)
        turned = self.mul(x, Complex(c, b.neg(d)))
        return Complex(b.div(turned.real, square), b.div(turned.imag, square))

    def abs(self, x: Complex) -> SSAValue:
        return self.b.op(HypotOp, x.real, x.imag)

    def angle(self, x: Complex) -> SSAValue:
        return self.b.op(Atan2Op, x.imag, x.real)

    def polar(self, radius: SSAValue, angle: SSAValue) -> Complex:
        return Complex(self.b.mul(radius, self.b.op(CosOp, angle)), self.b.mul(radius, self.b.op(SinOp, angle)))

    def exp(self, x: Complex) -> Complex:
        return self.polar(self.b.exp(x.real), x.imag)

    def log(self, x: Complex) -> Complex:
        return Complex(self.b.log(self.abs(x)), self.angle(x))

    def sqrt(self, x: Complex) -> Complex:
        """The root with a real part of at least zero: u = sqrt((|x| + |a|) / 2) is one part, b / 2u the other."""
        b = self.b
        u = b.sqrt(b.scale(b.add(self.abs(x), b.op(AbsOp, x.real)), 0.5))
        v = b.scale(b.div(x.imag, b.where(b.equal(u, 0.0), 1.0, u)), 0.5)
        right = b.op(GreaterEqualOp, *b.pair(x.real, 0.0))
        return Complex(b.where(right, u, b.op(AbsOp, v)), b.where(right, v, b.op(CopysignOp, u, x.imag)))

    def sin(self, x: Complex) -> Complex:
        return self._crossed(x, SinOp, CosOp, 1.0)

    def cos(self, x: Complex) -> Complex:
        return self._crossed(x, CosOp, SinOp, -1.0)

    def _crossed(self, x: Complex, first: type[Any], second: type[Any], sign: float) -> Complex:
        """first(a) cosh(b) + i sign second(a) sinh(b)"""
        b = self.b
        real = b.mul(b.op(first, x.real), b.op(CoshOp, x.imag))
        return Complex(real, b.scale(b.mul(b.op(second, x.real), b.op(SinhOp, x.imag)), sign))

    def tanh(self, x: Complex) -> Complex:
        """(sinh(2a) + i sin(2b)) / (cosh(2a) + cos(2b)), which is tanh(a) where that is out of range."""
        b = self.b
        t, tangent = b.op(TanhOp, x.real), b.op(TanOp, x.imag)
        denominator = b.add(b.square(b.mul(t, tangent)), 1.0)
        real = b.mul(t, b.add(b.square(tangent), 1.0))
        imag = b.mul(tangent, b.sub(1.0, b.square(t)))
        return Complex(b.div(real, denominator), b.div(imag, denominator))

    def power(self, x: Complex, number: int) -> Complex:
        """By repeated squaring."""
        if number < 0:
            return self.div(self.one(x), self.power(x, -number))
        bits, factors, square = f"{number:b}"[::-1], list[Complex](), x
        for place, bit in enumerate(bits):
            square = self.mul(square, square) if place else x
            factors += [square] if bit == "1" else []
        return reduce(self.mul, factors) if factors else self.one(x)

    def pow(self, x: Complex, y: Complex) -> Complex:
        """e^(y log x); of zero it is zero, or one if y is zero."""
        b = self.b
        radius = self.abs(x)
        zero = b.equal(radius, 0.0)
        logarithm = Complex(b.log(b.where(zero, 1.0, radius)), self.angle(x))
        found, at_zero = self.exp(self.mul(y, logarithm)), b.equal(self.abs(y), 0.0)
        real = b.where(zero, b.cast(at_zero, dtype_of(radius)), found.real)
        return Complex(real, b.where(zero, 0.0, found.imag))


Function = Callable[[Arithmetic, Complex], SSAValue | Complex]
Results = Sequence[Any] | None


def _unary(function: Function) -> Callable[[Importer, Any], Results]:
    def rule(importer: Importer, op: Any) -> Results:
        return [function(Arithmetic(importer.builder()), importer.value(op.operands_source()[0]))]

    return rule


def _divide(importer: Importer, op: Any) -> Results:
    b, (x, y) = importer.builder(), map(importer.value, op.operands_source())
    if not isinstance(y, Complex):
        return [Complex(b.div(x.real, y), b.div(x.imag, y))]
    a = Arithmetic(b)
    return [a.div(x if isinstance(x, Complex) else a.real(x), y)]


def _pow(importer: Importer, op: Any) -> Results:
    a, x, number = Arithmetic(importer.builder()), importer.value(op.operands_source()[0]), op.attrs()["y"]
    if isinstance(number, complex):
        raise Unsupported("a complex exponent", Reason.DTYPE)
    if float(number).is_integer() and abs(number) <= LARGEST_POWER:
        return [a.power(x, int(number))]
    if number == 0.5:
        return [a.sqrt(x)]
    exponent = a.b.full([], float(number), dtype_of(x.real))
    return [a.pow(x, a.real(exponent))]


def _elementwise_pow(importer: Importer, op: Any) -> Results:
    a = Arithmetic(importer.builder())
    x, y = (v if isinstance(v, Complex) else a.real(v) for v in map(importer.value, op.operands_source()))
    return [a.pow(x, y)]


def _logarithm(base: float) -> Function:
    return lambda a, x: a.scale(a.log(x), 1 / base)


FUNCTIONS: dict[str, Callable[[Any, Any], Results]] = {
    "divide": _divide,
    "pow": _pow,
    "elementwise_pow": _elementwise_pow,
    "abs": _unary(Arithmetic.abs),
    "angle": _unary(Arithmetic.angle),
    "square": _unary(lambda a, x: a.mul(x, x)),
    "reciprocal": _unary(lambda a, x: a.div(a.one(x), x)),
    "exp": _unary(Arithmetic.exp),
    "expm1": _unary(lambda a, x: a.add(a.exp(x), -1.0)),
    "log": _unary(Arithmetic.log),
    "log2": _unary(_logarithm(log(2))),
    "log10": _unary(_logarithm(log(10))),
    "log1p": _unary(lambda a, x: a.log(a.add(x, 1.0))),
    "sqrt": _unary(Arithmetic.sqrt),
    "rsqrt": _unary(lambda a, x: a.div(a.one(x), a.sqrt(x))),
    "sin": _unary(Arithmetic.sin),
    "cos": _unary(Arithmetic.cos),
    "tan": _unary(lambda a, x: a.turned(a.turned(a.turned(a.tanh(a.turned(x)))))),
    "sinh": _unary(lambda a, x: a.turned(a.turned(a.turned(a.sin(a.turned(x)))))),
    "cosh": _unary(lambda a, x: a.cos(a.turned(x))),
    "tanh": _unary(Arithmetic.tanh),
    "sigmoid": _unary(lambda a, x: a.div(a.one(x), a.add(a.exp(Complex(a.b.neg(x.real), a.b.neg(x.imag))), 1.0))),
}
