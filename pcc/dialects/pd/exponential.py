"""The exponential of matrices, and its derivative."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, factorial
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import TensorType
from xdsl.ir import Block, SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, result_def

from pcc.dialects.pd.base import (
    Sample,
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
    dtype_of,
    rank_of,
    sample,
    shape_of,
    type_of,
)
from pcc.dialects.pd.comparison import LessThanOp
from pcc.dialects.pd.control_flow import WhileOp, YieldOp
from pcc.dialects.pd.elementwise import same_dtype
from pcc.dialects.pd.math import ElementwisePowOp, Log2Op
from pcc.dialects.pd.matrices import MatrixOp, eye, part, product, turned
from pcc.dialects.pd.rounding import AbsOp, CeilOp
from pcc.dialects.pd.solving import SolveOp

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder

FORMS = {"f32": (7, 3.925724783138660, 160), "f64": (13, 5.371920351148152, 1100)}  # degree, largest norm, squarings


def _exponential(shape: tuple[int, ...], dtype: str = "float32", bound: float = 2.0) -> Sample:
    call = lambda paddle, x: paddle.linalg.matrix_exp(x)  # noqa: E731
    return sample(call, Spec(shape, dtype, -bound, bound), tolerance=5e-5)


@irdl_op_definition
class MatrixExpOp(MatrixOp):
    """exp(x) = I + x + x^2 / 2 + ... by a Pade approximant, scaling and squaring (Higham 2005).

    Given a direction: its derivative along that, the upper right part of exp([[x, direction], [0, x]]) (Najfeld and
    Havel 1995).
    """

    name = "pd.matrix_exp"
    x = operand_def(base(TensorType))
    direction = opt_operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        _exponential((3, 3)),
        _exponential((2, 5, 5), "float64", 8),
        _exponential((2, 2, 4, 4), bound=0.1),
    )

    def core(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return (2,) * len(self.operands), (2,)

    def infer(self) -> Sequence[Tensor]:
        same_dtype(*self.operands)
        if len({self.square(operand) for operand in self.operands}) > 1:
            raise TypeRuleError(f"{self.name} of {type_of(self.x)} along {type_of(self.operands[1])}")
        return [self.of(*shape_of(self.x)[-2:])]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        degree, norm, most = FORMS[self.suffix()]
        if self.direction is not None:
            return [_corner(b, b.op(MatrixExpOp, _blocks(b, *self.whole(b))))]
        if not shape_of(self.out)[-1] or not self.count():
            return [self.x]
        squarings = self._squarings(b, norm, most)
        scaled = b.mul(self.x, b.op(ElementwisePowOp, *b.pair(2.0, b.neg(squarings))))
        return [self._squared(b, self._approximated(b, scaled, degree), squarings)]

    def _squarings(self, b: Builder, limit: float, most: int) -> SSAValue:
        """How often each matrix is halved to have a norm below the limit; never, if it has none."""
        rank = rank_of(self.x)
        columns = b.sum(b.op(AbsOp, self.x), [rank - 2], keepdim=True)
        norm = b.max(columns, [rank - 1], keepdim=True)
        times = b.op(CeilOp, b.op(Log2Op, b.maximum(b.mul(norm, 1 / limit), 1.0)))
        return b.where(b.op(LessThanOp, *b.pair(norm, float("inf"))), b.minimum(times, float(most)), 0.0)

    def _approximated(self, b: Builder, x: SSAValue, degree: int) -> SSAValue:
        """The quotient of p(x) and p(-x), p of the given degree: even powers and odd ones apart."""
        whole = factorial(2 * degree)
        factors = [factorial(2 * degree - k) * comb(degree, k) / whole for k in range(degree + 1)]
        square, one = product(b, x, x), eye(b, shape_of(x)[-1], x)
        powers = [b.expand(one, shape_of(x)), square]
        while len(powers) <= degree // 2:
            powers.append(product(b, powers[-1], square))

        def polynomial(first: int) -> SSAValue:
            terms = [b.scale(p, factors[2 * n + first]) for n, p in enumerate(powers) if 2 * n + first <= degree]
            made = terms[0]
            for term in terms[1:]:
                made = b.add(made, term)
            return made

        even, odd = polynomial(0), product(b, x, polynomial(1))
        return b.op(SolveOp, b.sub(even, odd), b.add(even, odd))

    def _squared(self, b: Builder, x: SSAValue, times: SSAValue) -> SSAValue:
        """Each matrix squared so many times."""
        most = b.reshape(b.max(times, list(range(rank_of(times)))), [1])
        zero = b.full([1], 0.0, dtype_of(x))
        block = Block(arg_types=[zero.type, x.type])
        inner = type(b)(block.add_op, b.location)
        done, power = block.args
        live = inner.op(LessThanOp, inner.reshape(done, [1] * rank_of(times)), times)
        after = inner.add(done, 1.0)
        squared = inner.where(live, product(inner, power, power), power)
        following = [inner.op(LessThanOp, after, most), after, squared]
        block.add_op(YieldOp.create(operands=following, location=inner.location))
        loop = WhileOp.around([b.op(LessThanOp, zero, most), zero, x], [block], b.location)
        b.insert(loop)
        return loop.results[1]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        """Linear in the direction; along x, the derivative of the exponential, which for blocks is one of blocks."""
        if self.direction is None:
            return [b.op(MatrixExpOp, self.x, tangents[0])]
        dx, dt = tangents
        made = None if dt is None else b.op(MatrixExpOp, self.x, dt)
        if dx is None:
            return [made]
        x, t = self.whole(b)
        moved = _corner(b, b.op(MatrixExpOp, _blocks(b, x, t), _blocks(b, b.expand(dx, shape_of(x)))))
        return [moved if made is None else b.add(made, moved)]

    def transpose(self, b: Builder, cotangents: Sequence[Tangent], moving: Sequence[bool]) -> Sequence[Tangent]:
        (c,) = cotangents
        if moving[0] or self.direction is None or shape_of(self.direction) != shape_of(self.out):
            return NotImplemented
        return [None, b.op(MatrixExpOp, turned(b, self.x), c)]


def _blocks(b: Builder, x: SSAValue, t: SSAValue | None = None) -> SSAValue:
    """[[x, t], [0, x]]"""
    rank, zero = rank_of(x), b.full(shape_of(x), 0.0, dtype_of(x))
    upper, lower = b.concat([x, zero if t is None else t], rank - 1), b.concat([zero, x], rank - 1)
    return b.concat([upper, lower], rank - 2)


def _corner(b: Builder, x: SSAValue) -> SSAValue:
    """The upper right quarter."""
    size = shape_of(x)[-1]
    return part(b, x, (0, size // 2), (size // 2, size))
