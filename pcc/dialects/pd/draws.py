"""Random choices among categories with given chances, hard and soft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from xdsl.dialects.builtin import FloatAttr, IntegerAttr, TensorType, f32, f64, i64
from xdsl.ir import SSAValue
from xdsl.irdl import base, irdl_op_definition, operand_def, prop_def, result_def

from pcc.dialects.pd.arg_reduction import ArgmaxOp
from pcc.dialects.pd.base import (
    Spec,
    Tangent,
    Tensor,
    TypeRuleError,
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
from pcc.dialects.pd.normalization import SoftmaxOp
from pcc.dialects.pd.random import Drawn, ExponentialOp, UniformOp
from pcc.dialects.pd.running import CumsumOp
from pcc.dialects.pd.sorting import SearchsortedOp, TopkOp
from pcc.dialects.relation import Mark, Relation, letters

if TYPE_CHECKING:
    from pcc.dialects.pd.builder import Builder


class Choice(Drawn):
    """A random choice for each row of x."""

    x = operand_def(base(TensorType))
    state = operand_def(base(TensorType))
    stream = prop_def(base(IntegerAttr))
    out = result_def(base(TensorType))

    def exponentials(self, b: Builder) -> SSAValue:
        """Numbers with rate one in the shape of x, none of which is zero: half of the smallest where it was drawn."""
        drawn = b.op(ExponentialOp, self.state, self.x, stream=py(self.stream), lam=1.0)
        return b.maximum(drawn, 2.0**-54 if dtype_of(self.x) == f64 else 2.0**-25)


@irdl_op_definition
class GumbelSoftmaxOp(Choice):
    """softmax((x + noise) / temperature) along axis with Gumbel's noise; hard: one where it is largest, zero elsewhere.

    The derivative of the hard choice is that of the soft one (Jang, Gu and Poole 2017: straight through).
    """

    name = "pd.gumbel_softmax"
    temperature = prop_def(base(FloatAttr))
    hard = prop_def(base(IntegerAttr))
    axis = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.nn.functional.gumbel_softmax(x, 1e3) * 0 + x, (3, 33)),
        sample(
            lambda paddle, x: paddle.nn.functional.gumbel_softmax(x * 1e4, 0.5, True, 0),
            Spec((5, 7), low=-9, high=9, unique=True),
        ),
    )

    def infer(self) -> Sequence[Tensor]:
        if not is_float(dtype_of(self.x)) or not rank_of(self.x):
            raise TypeRuleError(f"gumbel_softmax of {type_of(self.x)}")
        return [type_of(self.x)]

    def dim(self) -> int:
        return normalize_axis(py(self.axis), rank_of(self.x))

    def relation(self) -> Relation:
        dims = tuple((n,) for n in letters(rank_of(self.x)))
        return Relation((dims, (("_",),)), (dims,), {d[0]: Mark.WHOLE for d in dims})

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        noisy = b.sub(self.x, b.log(self.exponentials(b)))
        if not py(self.hard):
            return [b.op(SoftmaxOp, b.scale(noisy, 1 / float(py(self.temperature))), axis=self.dim())]
        dim, extents = self.dim(), [1] * rank_of(self.x)
        extents[dim] = count = shape_of(self.x)[dim]
        places = b.op(ArgmaxOp, noisy, axis=dim, keepdims=True, flatten=False, dtype=i64)
        numbers = b.reshape(b.count(count), extents)
        return [b.cast(b.equal(places, numbers), dtype_of(self.x))]

    def jvp(self, b: Builder, tangents: Sequence[Tangent]) -> Sequence[Tangent]:
        if not py(self.hard):
            return NotImplemented
        options: dict[str, Any] = {"temperature": float(py(self.temperature)), "axis": py(self.axis), "hard": False}
        soft = b.op(GumbelSoftmaxOp, self.x, self.state, stream=py(self.stream), **options)
        assert tangents[0] is not None
        weighted = b.mul(soft, b.scale(tangents[0], 1 / options["temperature"]))
        return [b.sub(weighted, b.mul(soft, b.sum(weighted, [self.dim()], keepdim=True)))]


@irdl_op_definition
class MultinomialOp(Choice):
    """Numbers of num_samples categories by their weights in each row of x, with replacement or all different.

    Different ones are those that come first in an exponential race (Efraimidis and Spirakis 2006).
    """

    name = "pd.multinomial"
    num_samples = prop_def(base(IntegerAttr))
    replacement = prop_def(base(IntegerAttr))
    SAMPLES: ClassVar = (
        sample(lambda paddle, x: paddle.sort(paddle.multinomial(x, 33), axis=-1), Spec((3, 33), low=0.1, high=1)),
        sample(lambda paddle, x: paddle.multinomial((x == x.max()).astype("float32"), 1), Spec((7,), unique=True)),
        sample(lambda paddle, x: paddle.multinomial(x[:, 4:5], 20, True), Spec((3, 5), low=0.1, high=1)),
    )

    def infer(self) -> Sequence[Tensor]:
        rows, count = shape_of(self.x), py(self.num_samples)
        if not is_float(dtype_of(self.x)) or len(rows) not in (1, 2) or count < 1:
            raise TypeRuleError(f"multinomial of {count} of {type_of(self.x)}: rows of weights")
        if not py(self.replacement) and count > rows[-1]:
            raise TypeRuleError(f"multinomial of {count} different categories of {rows[-1]}")
        return [tensor([*rows[:-1], count], i64)]

    def relation(self) -> Relation:
        row = "_ _" if rank_of(self.x) == 2 else "_"
        return Relation.parse(f"{row}, _ -> {row}")

    def decompose(self, b: Builder) -> Sequence[SSAValue]:
        count, last = py(self.num_samples), rank_of(self.x) - 1
        if py(self.replacement):
            return [self._independent(b, count, last)]
        race = b.div(self.x, self.exponentials(b))
        return [b.ops(TopkOp, race, k=count, axis=last, largest=True, sorted=True).results[1]]

    def _independent(self, b: Builder, count: int, last: int) -> SSAValue:
        """By the running sums of the weights; the last category that has one takes what rounding puts behind it."""
        dtype = f64 if dtype_of(self.x) == f64 else f32
        sums = b.op(CumsumOp, b.cast(self.x, dtype), axis=last, flatten=False, exclusive=False, reverse=False)
        extent = shape_of(self.x)[last]
        total = b.slice(sums, last, extent - 1, extent)
        options: dict[str, Any] = {"shape": [*shape_of(self.x)[:-1], count], "dtype": dtype, "min": 0.0, "max": 1.0}
        drawn = b.mul(b.op(UniformOp, self.state, stream=py(self.stream), **options), total)
        place = lambda values, right: b.op(SearchsortedOp, sums, values, out_int32=False, right=right)  # noqa: E731
        return b.minimum(place(drawn, True), place(total, False))
