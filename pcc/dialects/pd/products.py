"""Products of vectors and matrices by other ops: dot, mv, bmm, addmm, kron, cross, and the distance dist."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, opt_operand_def, prop_def, result_def

from pcc.dialects.pd.base import (
    PdOp,
    Spec,
    Tensor,
    TypeRuleError,
    broadcast,
    dtype_of,
    is_float,
    normalize_axis,
    py,
    rank_of,
    sample,
    shape_of,
    tensor,
    type_of,
)
from pcc.dialects.pd.contraction import MatmulOp
from pcc.dialects.pd.einsum import EinsumOp
from pcc.dialects.pd.elementwise import same_dtype
from pcc.dialects.pd.norms import PNormOp
from pcc.dialects.pd.reduction import MinOp
from pcc.dialects.pd.rounding import AbsOp
from pcc.dialects.relation import Mark, Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


def matmul(b: Builder, x: SSAValue, y: SSAValue) -> SSAValue:
    return b.op(MatmulOp, x, y, transpose_x=False, transpose_y=False)


class Product(PdOp):
    """Two operands of one dtype, related by letters."""

    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    out = result_def(base(TensorType))


# ---- vectors
@irdl_op_definition
class DotOp(Product):
    """out = sum of x y over the last axis, of vectors or rows of vectors."""

    name = "pd.dot"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.dot(x, y), (70,), (70,), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.dot(x, y), (5, 33), (5, 33), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.dot(x, y), Spec((33,), "float64"), Spec((33,), "float64"), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.dot(x, y), Spec((33,), "int64", -9, 9), Spec((33,), "int64", -9, 9)),
        sample(lambda paddle, x, y: paddle.dot(x, y), Spec((33,), "int32", -9, 9), Spec((33,), "int32", -9, 9)),
    )

    def infer(self) -> Sequence[Tensor]:
        if self.x.type != self.y.type or rank_of(self.x) not in (1, 2):
            raise TypeRuleError(f"dot of {self.x.type} and {self.y.type}: two vectors, or as many rows")
        return [tensor(shape_of(self.x)[:-1], dtype_of(self.x))]

    def relation(self) -> Relation:
        return Relation.parse("n, n ->" if rank_of(self.x) == 1 else "b n, b n -> b")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [b.cast(b.sum(b.mul(self.x, self.y), [-1]), dtype_of(self.x))]


@irdl_op_definition
class CrossOp(Product):
    """out = the cross product along axis, of extent 3; axis 9 is the first such."""

    name = "pd.cross"
    axis = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.cross(x, y), (3, 35), (3, 35)),
        sample(lambda paddle, x, y: paddle.cross(x, y, axis=1), (33, 3), (33, 3)),
        sample(
            lambda paddle, x, y: paddle.cross(x, y, axis=-2), Spec((2, 3, 4), "float64"), Spec((2, 3, 4), "float64")
        ),
        sample(lambda paddle, x, y: paddle.cross(x, y), Spec((9, 3), "int64", -9, 9), Spec((9, 3), "int64", -9, 9)),
    )

    def dim(self) -> int:
        shape, axis = shape_of(self.x), py(self.axis)
        if axis == 9 and 3 not in shape:
            raise TypeRuleError(f"cross takes an axis of extent 3, not {shape}")
        dim = shape.index(3) if axis == 9 else normalize_axis(axis, len(shape))
        if shape[dim] != 3:
            raise TypeRuleError(f"cross along an axis of extent {shape[dim]}, not 3")
        return dim

    def infer(self) -> Sequence[Tensor]:
        if self.x.type != self.y.type:
            raise TypeRuleError(f"cross of {self.x.type} and {self.y.type}")
        self.dim()
        return [type_of(self.x)]

    def relation(self) -> Relation:
        dims = tuple((n,) for n in letters(rank_of(self.x)))
        return Relation((dims, dims), (dims,), {dims[self.dim()][0]: Mark.WHOLE})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        from pcc.dialects.pd.slicing import RollOp

        dim = self.dim()
        rolled = lambda x, by: b.op(RollOp, x, shifts=[by], axis=[dim])  # noqa: E731
        ahead = b.mul(rolled(self.x, -1), rolled(self.y, -2))
        return [b.sub(ahead, b.mul(rolled(self.x, -2), rolled(self.y, -1)))]


# ---- matrices
@irdl_op_definition
class MvOp(PdOp):
    """out = x vec, of a matrix and a vector."""

    name = "pd.mv"
    x = operand_def(base(TensorType))
    vec = operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.mv(x, y), (5, 33), (33,), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.mv(x, y), Spec((5, 8), "float64"), Spec((8,), "float64"), tolerance=1e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.vec)
        x, vec = shape_of(self.x), shape_of(self.vec)
        if len(x) != 2 or vec != x[1:]:
            raise TypeRuleError(f"mv of {x} and {vec}: a matrix and a vector as long as its rows")
        return [tensor(x[:1], dtype_of(self.x))]

    def relation(self) -> Relation:
        return Relation.parse("m k, k -> m")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [matmul(b, self.x, self.vec)]


def batched(x: SSAValue, y: SSAValue, rank: int) -> tuple[int, ...]:
    """The shape of x @ y for matrices (rank 2) or as many matrices (rank 3) of one dtype."""
    same_dtype(x, y)
    xs, ys = shape_of(x), shape_of(y)
    if (len(xs), len(ys)) != (rank, rank) or xs[:-2] != ys[:-2] or xs[-1] != ys[-2]:
        raise TypeRuleError(f"no product of {xs} and {ys}: {'batches of ' if rank == 3 else ''}matrices that fit")
    return (*xs[:-1], ys[-1])


@irdl_op_definition
class BilinearOp(PdOp):
    """out[n, o] = the sum of x[n, i] weight[o, i, j] y[n, j], plus bias[0, o]."""

    name = "pd.bilinear"
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    weight = operand_def(base(TensorType))
    bias = opt_operand_def(base(TensorType))
    out = result_def(base(TensorType))
    SAMPLES: ClassVar = (
        sample(
            lambda paddle, x, y, w, b: paddle.nn.functional.bilinear(x, y, w, b),
            *((5, 7), (5, 20), (3, 7, 20), (1, 3)),
            tolerance=1e-5,
        ),
        sample(
            lambda paddle, x, y, w: paddle.nn.functional.bilinear(x, y, w), (2, 3), (2, 4), (5, 3, 4), tolerance=1e-5
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        x, y, weight = shape_of(self.x), shape_of(self.y), shape_of(self.weight)
        if len(x) != 2 or len(y) != 2 or x[0] != y[0] or weight[1:] != (x[1], y[1]):
            raise TypeRuleError(f"bilinear of {x} and {y} with a weight of {weight}")
        if self.bias is not None and shape_of(self.bias) != (1, weight[0]):
            raise TypeRuleError(f"bilinear to {weight[0]} numbers with a bias of {shape_of(self.bias)}")
        return [tensor([x[0], weight[0]], dtype_of(self.x))]

    def relation(self) -> Relation:
        return Relation.parse(f"n i, n j, o i j{', _ o' if self.bias is not None else ''} -> n o")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        out = b.op(EinsumOp, [self.x, self.weight, self.y], equation="ni,oij,nj->no")
        return [out if self.bias is None else b.add(out, self.bias)]


@irdl_op_definition
class BmmOp(Product):
    """out[b] = x[b] @ y[b]."""

    name = "pd.bmm"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.bmm(x, y), (3, 5, 33), (3, 33, 7), tolerance=1e-5),
        sample(lambda paddle, x, y: paddle.bmm(x, y), *[Spec((2, 4, 4), "float64")] * 2, tolerance=1e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        return [tensor(batched(self.x, self.y, 3), dtype_of(self.x))]

    def relation(self) -> Relation:
        return Relation.parse("b m k, b k n -> b m n")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        return [matmul(b, self.x, self.y)]


class AddedProduct(PdOp):
    """out = beta input + alpha x @ y; input broadcasts."""

    input = operand_def(base(TensorType))
    x = operand_def(base(TensorType))
    y = operand_def(base(TensorType))
    beta = prop_def(base(FloatAttr))
    alpha = prop_def(base(FloatAttr))
    out = result_def(base(TensorType))

    RANK: ClassVar[int]

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.input, self.x)
        shape = batched(self.x, self.y, self.RANK)
        if broadcast(shape_of(self.input), shape) != shape:
            raise TypeRuleError(f"input {shape_of(self.input)} does not broadcast to {shape}")
        return [tensor(shape, dtype_of(self.x))]

    def relation(self) -> Relation:
        product = Relation.parse("m k, k n -> m n" if self.RANK == 2 else "b m k, b k n -> b m n")
        result, own = product.results[0], shape_of(self.input)
        tail, whole = result[len(result) - len(own) :], shape_of(self.out)[len(result) - len(own) :]
        dims = tuple(() if e == 1 and w != 1 else d for d, e, w in zip(tail, own, whole, strict=True))
        return Relation((dims, *product.operands), product.results, product.marks)

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        product, alpha, beta = matmul(b, self.x, self.y), py(self.alpha), py(self.beta)
        scaled = b.mul(product, alpha) if alpha != 1 else product
        return [b.add(scaled, b.mul(self.input, beta) if beta != 1 else self.input)]


@irdl_op_definition
class AddmmOp(AddedProduct):
    """out = beta input + alpha x @ y of matrices."""

    name = "pd.addmm"
    RANK: ClassVar = 2
    SAMPLES: ClassVar = (
        sample(lambda paddle, i, x, y: paddle.addmm(i, x, y), (5, 7), (5, 33), (33, 7), tolerance=1e-5),
        sample(lambda paddle, i, x, y: paddle.addmm(i, x, y, 0.5, 2.0), (1, 7), (5, 9), (9, 7), tolerance=1e-5),
        sample(lambda paddle, i, x, y: paddle.addmm(i, x, y, 0.5), (7,), (5, 9), (9, 7), tolerance=1e-5),
    )


@irdl_op_definition
class BaddbmmOp(AddedProduct):
    """out[b] = beta input[b] + alpha x[b] @ y[b]."""

    name = "pd.baddbmm"
    RANK: ClassVar = 3
    SAMPLES: ClassVar = (
        sample(lambda paddle, i, x, y: paddle.baddbmm(i, x, y), (3, 5, 7), (3, 5, 33), (3, 33, 7), tolerance=1e-5),
        sample(
            lambda paddle, i, x, y: paddle.baddbmm(i, x, y, 0.5, 2.0), (2, 4, 4), (2, 4, 4), (2, 4, 4), tolerance=1e-5
        ),
    )


@irdl_op_definition
class KronOp(Product):
    """out[i ny + j, ...] = x[i, ...] y[j, ...]; the shorter shape gets leading ones."""

    name = "pd.kron"
    SAMPLES: ClassVar = (
        sample(lambda paddle, x, y: paddle.kron(x, y), (2, 3), (4, 5)),
        sample(lambda paddle, x, y: paddle.kron(x, y), (3,), (2, 4, 1)),
        sample(lambda paddle, x, y: paddle.kron(x, y), Spec((5,), "int64", -9, 9), Spec((3,), "int64", -9, 9)),
    )

    def padded(self) -> list[list[int]]:
        """Both shapes, with leading ones to the same rank."""
        rank = max(rank_of(self.x), rank_of(self.y))
        return [[1] * (rank - rank_of(o)) + list(shape_of(o)) for o in self.operands]

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        x, y = self.padded()
        return [tensor([a * c for a, c in zip(x, y, strict=True)], dtype_of(self.x))]

    def relation(self) -> Relation:
        rank = max(rank_of(self.x), rank_of(self.y))
        names = letters(2 * rank)
        first, second = names[::2][rank - rank_of(self.x) :], names[1::2][rank - rank_of(self.y) :]
        dims = [
            tuple(n for n in pair if n in first or n in second) for pair in zip(names[::2], names[1::2], strict=True)
        ]
        return Relation((tuple((n,) for n in first), tuple((n,) for n in second)), (tuple(dims),))

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        x, y = self.padded()
        major = b.reshape(self.x, [e for extent in x for e in (extent, 1)])
        minor = b.reshape(self.y, [e for extent in y for e in (1, extent)])
        return [b.reshape(b.mul(major, minor), shape_of(self.out))]


# ---- distance
@irdl_op_definition
class DistOp(Product):
    """out = the p-norm of x - y, which broadcast: sum(|d|^p)^(1/p), the number of differences, or an extremum."""

    name = "pd.dist"
    p = prop_def(base(FloatAttr))
    SAMPLES: ClassVar = (
        *(
            sample(lambda paddle, x, y, p=p: paddle.dist(x, y, p), (5, 33), (33,), tolerance=1e-5)
            for p in (0, 1, 2, 3.5, float("inf"), float("-inf"))
        ),
        sample(lambda paddle, x, y: paddle.dist(x, y), *[Spec((3, 5), "float64")] * 2, tolerance=1e-5),
    )

    def infer(self) -> Sequence[Tensor]:
        same_dtype(self.x, self.y)
        if not is_float(dtype_of(self.x)):
            raise TypeRuleError(f"dist takes floats, not {dtype_of(self.x)}")
        broadcast(shape_of(self.x), shape_of(self.y))
        return [tensor([], dtype_of(self.x))]

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        p, difference = py(self.p), b.sub(self.x, self.y)
        size, axes = b.op(AbsOp, difference), list(range(rank_of(difference)))
        if p == inf:
            return [b.max(size, axes)]
        if p == -inf:
            return [b.op(MinOp, size, axis=axes, keepdim=False)]
        if p == 0:
            return [b.sum(b.cast(b.not_equal(size, 0), dtype_of(size)), axes)]
        flat = b.reshape(difference, [-1])
        return [b.op(PNormOp, flat, porder=p, axis=0, epsilon=0.0, keepdim=False, asvector=True)]
